"""Derivation: a topic's notes to items, and what of the notes gives none. One file a source of items.

The grammar is imported when a topic is first derived: whoever finds the items in the cache, or asks for an id, need not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from packbuilder.late import late

if TYPE_CHECKING:
    from packbuilder.derive.exercises import exercised
    from packbuilder.derive.topics import Derived, derive

__all__ = [
    "Derived",
    "derive",
    "exercised",
]

__getattr__ = late(
    __name__,
    {
        "Derived": "topics",
        "derive": "topics",
        "exercised": "exercises",
    },
)
