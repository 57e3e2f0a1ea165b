"""Overlong words: they are divided sooner than that they crowd out what stands beside them, or make all of a text small."""

from __future__ import annotations

from collections.abc import Iterable

from packbuilder.layout import Layout
from packbuilder.typeset.hyphens import divisions
from packbuilder.typeset.words import Box, TextPiece, as_one

_LONGEST = 24
"""Words of up to so many characters stay whole: ‘counterrevolutionaries’ has 22. What is longer is a name or a curiosity."""

_PART = 16
"""An overlong word has room for about so many of its characters to a line."""


def longest(boxes: Iterable[Box], layout: Layout, language: str) -> float:
    """Return the width in points of the box that needs most."""
    most = 0.0
    for box in boxes:
        # None needs more than all of its width.
        if box.width > most:
            most = max(most, claim(box, layout, language))
    return most


def claim(box: Box, layout: Layout, language: str) -> float:
    """Return the width in points that a box needs in a text of `language`: all of its own, but a part of it where it is an overlong word.

    An overlong word that no hyphen can divide, such as an address or a piece of code, needs all of its width.
    """
    # Counted before the word is put together: hardly any is so long.
    letters = sum(len(piece.text) for piece in box.pieces if isinstance(piece, TextPiece))
    if not layout.hyphenate or letters <= _LONGEST:
        return box.width
    word = as_one(box)
    divisible = word is not None and divisions(word.text, word.language or language)
    return box.width * _PART / letters if divisible else box.width
