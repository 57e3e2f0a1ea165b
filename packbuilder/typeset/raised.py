"""What is typed small (`cm³`, `s⁻¹`, `H₂O`, `½`), at the size that an edition promises of superscripts and subscripts.

Fonts draw these characters little more than half as high as figures. Here they are set larger, and moved to where superscripts and
subscripts stand, until they are as high as a figure that was raised; they stay the characters that they are for whoever reads or copies them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Literal, TypeAlias

from packbuilder.maths.unicode import FROM_HIGH, FROM_LOW, VULGAR
from packbuilder.patterns import regex
from packbuilder.typeset.faces import Face, parsed

Small: TypeAlias = Literal["super", "sub", "fraction"]

_TYPED: dict[str, Small] = {
    **dict.fromkeys(map(chr, FROM_HIGH), "super"),
    **dict.fromkeys(map(chr, FROM_LOW), "sub"),
    **dict.fromkeys(VULGAR, "fraction"),
}

SMALL = regex(f"[{''.join(_TYPED)}]")
"""A character that is small itself."""

_MODELS: dict[Small, str] = {"super": "²", "sub": "₂", "fraction": "½"}
"""The character by which the others of a face are measured: they are all made alike."""

RISE: dict[str, float] = {"normal": 0.0, "super": 0.34, "sub": -0.14}
"""How far, in ems, the foot of superscripts and subscripts stands above the line."""


def stretches(text: str) -> Iterator[tuple[str, Small | None]]:
    """Yield a text in stretches that are small in one way, or not at all (None)."""
    for small, characters in groupby(text, _TYPED.get):
        yield "".join(characters), small


def face_of(characters: str, face: Face, others: tuple[Face, ...]) -> Face:
    """Return the face to set small characters in: that of all of them among the others, whose strokes are thin enough to be enlarged, or else their own."""
    return next((other for other in others if all(map(other.covers, characters + "²"))), face)


@lru_cache(maxsize=64)
def placed(face: Face, small: Small, figures: Face, typed: float) -> tuple[float, float]:
    """Return how much larger small characters of a face are set, and how far above the line, in ems of the text.

    Their figures are then `typed` as high as those of the face `figures`.
    """
    foot, head = _extent(face, "²")
    least, most = _extent(figures, "2")
    factor = typed * (most - least) / (head - foot)
    model = _MODELS[small]
    low, high = _extent(face, model if face.covers(model) else "²")
    if small == "fraction":
        return factor, ((least + most) - (low + high) * factor) / 2000
    return factor, RISE[small] - low * factor / 1000


def _extent(face: Face, char: str) -> tuple[float, float]:
    """Return the foot and the head of a character, in thousandths of an em above the baseline."""
    file = parsed(face)
    low, high = file.heights(file.glyphs[ord(char)])
    return file.scaled(low), file.scaled(high)
