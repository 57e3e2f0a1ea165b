"""Small drawn things: boxes to tick, boxes with a letter, rules and tints; and the elements that announce boxes in words."""

from __future__ import annotations

from functools import lru_cache

from packbuilder.layout import POINTS_PER_MM, Colour
from packbuilder.typeset.context import Context
from packbuilder.typeset.faces import face_for
from packbuilder.typeset.fragments import Node, Slab, number
from packbuilder.typeset.lines import BASELINE
from packbuilder.typeset.words import face_width

CUT = 5.0 * POINTS_PER_MM
"""Room above and below a line to cut along."""


@lru_cache(maxsize=256)
def stroke(colour: Colour, width: float) -> bytes:
    """Return the operators that set the stroke's colour and its width in points."""
    return b" ".join(number(part) for part in colour) + b" RG " + number(width) + b" w\n"


@lru_cache(maxsize=1024)
def rule(x0: float, y0: float, x1: float, y1: float, *, colour: Colour = (0, 0, 0), width: float = 0.5) -> bytes:
    """Return a straight rule."""
    ends = b" ".join(number(value) for value in (x0, y0)) + b" m " + b" ".join(number(v) for v in (x1, y1)) + b" l S\n"
    return stroke(colour, width) + ends


def box(x: float, y: float, width: float, height: float, *, colour: Colour = (0, 0, 0), line: float = 0.6) -> bytes:
    """Return a box's outline, (x, y) its lower left corner."""
    return stroke(colour, line) + b" ".join(number(value) for value in (x, y, width, height)) + b" re S\n"


def tint(x: float, y: float, width: float, height: float, colour: Colour) -> bytes:
    """Return a filled area, (x, y) its lower left corner."""
    fill = b" ".join(number(part) for part in colour) + b" rg "
    return fill + b" ".join(number(value) for value in (x, y, width, height)) + b" re f 0 g\n"


def square(x: float, line: float, size: float) -> bytes:
    """Return a box to tick beside a line of text `line` points high, whose top is y = 0."""
    side = 0.82 * size
    return box(x + 0.4, -line / 2 - side / 2, side, side, line=0.7)


def middle(line: Slab, size: float) -> float:
    """Return how far below a line's top the middle of its capitals is, for text of `size` points; the slab's own where it has no text."""
    return line.baseline - BASELINE * size if line.baseline else line.height / 2


def to_mark(words: str, *, parent: int) -> Node:
    """Return the element of a box to mark, or of several to choose from, announced in words."""
    return Node(role="Form", name="box", parent=parent, alt=words)


def framed_letter(letter: str, x: float, line: float, context: Context) -> tuple[bytes, bytes, frozenset[tuple[str, str]]]:
    """Return a box and the letter in it, `x` points in, beside a line of text `line` points high, and the character used."""
    style = context.layout.style("small")
    face = face_for(letter, context.layout.family, style.bold, False, False)
    side = 1.45 * style.size
    at = x + (side - face_width(face, letter) * style.size / 1000) / 2
    y = -line / 2
    text = b"BT /%s %s Tf %s %s Td %s Tj ET\n" % (
        face.resource.encode(),
        number(style.size),
        number(at),
        number(y - 0.34 * style.size),
        face.shown(letter),
    )
    return box(x, y - side / 2, side, side), text, frozenset({(face.name, letter)})
