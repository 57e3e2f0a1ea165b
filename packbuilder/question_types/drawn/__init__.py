"""Drawings in banks: what a tutor types under `drawing:`, read to a description; a file for each family of kinds."""

from packbuilder.question_types.drawn.reading import read_drawing

__all__ = ["read_drawing"]
