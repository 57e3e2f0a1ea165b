"""How large the candidate's details are at the head of a copy: on large print as large as its text, since candidates are to check them."""

from __future__ import annotations

from packbuilder.editions import EDITIONS
from packbuilder.layout import LARGE_PRINT, REFERENCE_SIZE


def strip_size(edition: str) -> float:
    """Return the size in points of the letters on copies of an edition; 0 for the usual ones, of all that is no large print."""
    size = EDITIONS[edition].size if edition in EDITIONS else 0.0
    return size if size >= LARGE_PRINT * REFERENCE_SIZE else 0.0


def strip_height(edition: str) -> float:
    """Return the height in points of the strips on copies of an edition."""
    from packbuilder.press.strip import height_of

    return height_of(strip_size(edition))
