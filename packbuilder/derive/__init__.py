"""Derivation: a topic's notes to items, and what of the notes gives none. One file a source of items."""

from packbuilder.derive.exercises import exercised
from packbuilder.derive.topics import Derived, derive

__all__ = ["Derived", "derive", "exercised"]
