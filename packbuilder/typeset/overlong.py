"""Overlong words: they are divided sooner than that they crowd out what stands beside them, or make all of a text small."""

from __future__ import annotations

from packbuilder.typeset.context import Context
from packbuilder.typeset.hyphens import divisions
from packbuilder.typeset.words import Box, as_one

_LONGEST = 24
"""Words of up to so many characters stay whole: ‘counterrevolutionaries’ has 22. What is longer is a name or a curiosity."""

_PART = 16
"""An overlong word has room for about so many of its characters to a line."""


def claim(box: Box, context: Context) -> float:
    """Return the width in points that a box needs: all of its own, but a part of it where it is an overlong word.

    An overlong word that no hyphen can divide, such as an address or a piece of code, needs all of its width.
    """
    piece = as_one(box)
    if not context.layout.hyphenate or piece is None or len(piece.text) <= _LONGEST:
        return box.width
    divisible = divisions(piece.text, piece.language or context.wording.language)
    return box.width * _PART / len(piece.text) if divisible else box.width
