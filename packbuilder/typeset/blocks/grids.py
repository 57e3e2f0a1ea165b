"""Grids of letters: crosswords and wordsearches; and lines to cut along."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import CutLine, LetterGrid, Square
from packbuilder.layout import POINTS_PER_MM
from packbuilder.typeset.blocks.marks import CUT, box, stroke
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.faces import face_for
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node, Slab, number
from packbuilder.typeset.words import face_width

_RULED, _OPEN = 7.5 * POINTS_PER_MM, 8.5 * POINTS_PER_MM
"""A square's side at the reference size, as far as there is room: one that a hand writes a letter into, and one to be read."""

_TALLEST = 0.55
"""A grid takes at most this part of the page's height, so that its clues begin beside it."""

_LEAST = {True: 5.2 * POINTS_PER_MM, False: 4.6 * POINTS_PER_MM}
"""A square's side at the least, at the reference size, where a grid gives way to what stands beside it: one to write in, and one to be read."""

_NUMBER = 0.34
_LETTER = {True: 0.5, False: 0.55}
"""Sizes of a square's number and letter against its side; a letter in a frame leaves room for a number."""

_MIDDLE = {True: 0.54, False: 0.5}
"""How far below the top of its square a letter's middle stands, against the side."""

_DASH = b"[5 3] 0 d "
_SOLID = b"[] 0 d\n"


def set_grid(grid: LetterGrid, context: Context) -> Fragment:
    """Draw a grid, centred, never divided: squares as large as they should be, smaller where width or page have no room."""
    return _drawn(grid, _side(grid, context), context)


def set_grid_within(grid: LetterGrid, room: float, context: Context) -> Fragment:
    """Draw a grid no higher than `room`, in points, if its squares can be used in that size; else as large as one that stands alone."""
    side, within = _side(grid, context), room / len(grid.rows)
    return _drawn(grid, side if within < _LEAST[grid.ruled] * context.layout.scale else min(side, within), context)


def _side(grid: LetterGrid, context: Context) -> float:
    """Return the side of a square for which there is room."""
    return min(
        (_RULED if grid.ruled else _OPEN) * context.layout.scale,
        context.width / max(len(row) for row in grid.rows),
        _TALLEST * context.layout.page.text_height / len(grid.rows),
    )


def _drawn(grid: LetterGrid, side: float, context: Context) -> Fragment:
    columns, count = max(len(row) for row in grid.rows), len(grid.rows)
    left = (context.width - side * columns) / 2
    frames = _frames(grid, side, left, columns)
    painter = _Painter(context, ruled=grid.ruled)
    words = b"".join(painter.square(square, left + column * side, -row * side, side) for row, column, square in _squares(grid))
    builder = Builder(Node(role="Figure", alt=grid.alt))
    bounds = (left, -count * side, left + side * columns, 0.0)
    leaves = [Leaf(ARTIFACT, frames), Leaf(0, words or b"0 g\n", bounds)]
    if grid.loops:
        leaves.append(Leaf(ARTIFACT, b"".join(_loop(loop, side, left) for loop in grid.loops)))
    builder.slab(Slab(count * side, tuple(leaves), 0.0, 10.0), glyphs=frozenset(painter.glyphs))
    return builder.fragment(before=4.0)


def _squares(grid: LetterGrid) -> Iterator[tuple[int, int, Square]]:
    for row, squares in enumerate(grid.rows):
        for column, square in enumerate(squares):
            if square is not None:
                yield row, column, square


def _frames(grid: LetterGrid, side: float, left: float, columns: int) -> bytes:
    if not grid.ruled:
        return box(left, -len(grid.rows) * side, columns * side, len(grid.rows) * side, line=0.8)
    return b"".join(box(left + column * side, -(row + 1) * side, side, side, line=0.7) for row, column, _ in _squares(grid))


class _Painter:
    """Sets the numbers and letters of squares, and notes the characters that it uses."""

    def __init__(self, context: Context, *, ruled: bool) -> None:
        self._ruled = ruled
        self._family, self._bold = context.layout.family, context.layout.style("body").bold
        self.glyphs: set[tuple[str, str]] = set()

    def square(self, square: Square, x: float, y: float, side: float) -> bytes:
        """Return the operators of a square whose top left corner is (x, y)."""
        drawn = b""
        if square.number:
            size = _NUMBER * side
            drawn += self._text(f"{square.number}", size, x + 0.06 * side, y - 0.05 * side - 0.75 * size)
        if square.letter:
            size = _LETTER[self._ruled] * side
            width = face_width(face_for(square.letter, self._family, self._bold, False, False), square.letter) * size / 1000
            drawn += self._text(square.letter, size, x + (side - width) / 2, y - _MIDDLE[self._ruled] * side - 0.34 * size)
        return drawn

    def _text(self, text: str, size: float, x: float, y: float) -> bytes:
        # A space after each, so that extracted text keeps numbers and letters apart.
        parts = [b"BT %s %s Td " % (number(x), number(y))]
        for char in f"{text} ":
            face = face_for(char, self._family, self._bold, False, False)
            self.glyphs.add((face.name, char))
            parts.append(b"/%s %s Tf %s Tj " % (face.resource.encode(), number(size), face.shown(char)))
        return b"".join(parts) + b"ET\n"


def _loop(loop: tuple[int, int, int, int], side: float, left: float) -> bytes:
    """Return a line round a run of squares: a stadium about the middles of the first and the last."""
    top, start, bottom, end = loop
    x0, y0 = left + (start + 0.5) * side, -(top + 0.5) * side
    x1, y1 = left + (end + 0.5) * side, -(bottom + 0.5) * side
    length = max(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, 0.001)
    along = ((x1 - x0) / length, (y1 - y0) / length)
    across = (-along[1], along[0])
    radius, bend = 0.42 * side, 0.42 * side * 0.5523

    def at(x: float, y: float, u: float, v: float) -> bytes:
        return number(x + u * along[0] + v * across[0]) + b" " + number(y + u * along[1] + v * across[1]) + b" "

    path = at(x0, y0, 0, radius) + b"m " + at(x1, y1, 0, radius) + b"l "
    path += at(x1, y1, bend, radius) + at(x1, y1, radius, bend) + at(x1, y1, radius, 0) + b"c "
    path += at(x1, y1, radius, -bend) + at(x1, y1, bend, -radius) + at(x1, y1, 0, -radius) + b"c "
    path += at(x0, y0, 0, -radius) + b"l "
    path += at(x0, y0, -bend, -radius) + at(x0, y0, -radius, -bend) + at(x0, y0, -radius, 0) + b"c "
    path += at(x0, y0, -radius, bend) + at(x0, y0, -bend, radius) + at(x0, y0, 0, radius) + b"c "
    return stroke((0.25, 0.25, 0.25), 1.1) + path + b"S\n"


def set_cut_line(_: CutLine, context: Context) -> Fragment:
    """Draw a dashed line to cut along, with room at both sides of it, where there is something at both sides on the page."""
    ends = b" ".join(number(value) for value in (0.0, -CUT)) + b" m " + b" ".join(number(v) for v in (context.width, -CUT)) + b" l S "
    drawn = stroke((0.35, 0.35, 0.35), 0.6) + _DASH + ends + _SOLID
    return Fragment(slabs=(Slab(2 * CUT, (Leaf(ARTIFACT, drawn),), parting=True),))
