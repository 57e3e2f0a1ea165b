"""The words of a composed drawing piece by piece, for pictures: text with its place, formulas as paths."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.typeset.drawn.outlines import Segment
from packbuilder.typeset.drawn.scene import Written
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.formulas import Outline as FormulaOutline
from packbuilder.typeset.words import TextPiece


def pieces(written: Written) -> Iterator[tuple[TextPiece | FormulaPiece, float, float]]:
    """Yield what is written, with where its baseline begins, from the upper left corner of its box, y upwards."""
    left, bottom, right, top = written.box
    wide = top - bottom if written.turned else right - left
    y = 0.0
    for line in written.words.lines:
        x = (wide - line.width) * (1 + written.align) / 2
        for piece in line.pieces:
            if isinstance(piece, TextPiece | FormulaPiece):
                yield piece, x, y - line.baseline
            x += piece.width
        y -= line.height


def formula_segments(outline: FormulaOutline, size: float, x: float, y: float) -> tuple[Segment, ...]:
    """Return a formula's paths, `size` points large, its baseline's start at (x, y)."""
    moved = 0.0
    segments: list[Segment] = []
    for line in outline.operators.decode("ascii").splitlines():
        *numbers, operator = line.split()
        values = [float(value) for value in numbers]
        if operator == "cm":
            moved += values[4]
        elif operator == "re":
            left, bottom, wide, high = values
            corners = ((left, bottom), (left + wide, bottom), (left + wide, bottom + high), (left, bottom + high))
            segments += [("l" if index else "m", _placed(corner, size, x, y, moved)) for index, corner in enumerate(corners)]
            segments.append(("h", ()))
        elif operator == "m":
            segments.append(("m", _placed(values, size, x, y, moved)))
        elif operator == "l":
            segments.append(("l", _placed(values, size, x, y, moved)))
        elif operator == "c":
            segments.append(("c", _placed(values, size, x, y, moved)))
        elif operator == "h":
            segments.append(("h", ()))
    return tuple(segments)


def _placed(values: list[float] | tuple[float, float], size: float, x: float, y: float, moved: float) -> tuple[float, ...]:
    return tuple(y + value * size if index % 2 else x + (value + moved) * size for index, value in enumerate(values))
