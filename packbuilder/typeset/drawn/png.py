"""Drawings as PNG, for word processors, which show no SVG: the same composition as in print, in greys on white."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from packbuilder.document import Drawing
from packbuilder.layout import Layout
from packbuilder.typeset.drawn.composing import composed
from packbuilder.typeset.drawn.outlines import Outline, Segment
from packbuilder.typeset.drawn.pieces import formula_segments, pieces
from packbuilder.typeset.drawn.scene import Drawn, Written
from packbuilder.typeset.drawn.svg import COLUMN
from packbuilder.typeset.words import TextPiece

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_SCALE = 3
"""Pixels a point: 216 to the inch, enough for print."""

_FINER = 2
"""Lines are painted so many times as large, then made smaller, which smooths them."""

_CURVE_STEPS = 16


def png(drawing: Drawing, layout: Layout, language: str = "") -> bytes:
    """Return a drawing as PNG in greys, on white."""
    # Imported here: Pillow takes 0.05 s to import, and most documents have no picture.
    from PIL import Image, ImageDraw

    drawn = composed(drawing, layout, COLUMN, language)
    scale = _SCALE * _FINER
    image = Image.new("L", (int(drawn.width * scale) + 1, int(drawn.height * scale) + 1), 255)
    pen = ImageDraw.Draw(image)
    for outline in drawn.outlines:
        _paint(pen, outline, drawn, scale)
    for written in drawn.written:
        high, wide = written.box[3] - written.box[1], written.box[2] - written.box[0]
        size = (int((high if written.turned else wide) * scale) + 2, int((wide if written.turned else high) * scale) + 2)
        words = Image.new("L", size, 0)
        _write(ImageDraw.Draw(words), written, scale)
        words = words.transpose(Image.Transpose.ROTATE_90) if written.turned else words
        image.paste(0, (round(written.box[0] * scale), round((drawn.height - written.box[3]) * scale)), words)
    whole = image.resize((image.width // _FINER, image.height // _FINER), Image.Resampling.LANCZOS)
    held = BytesIO()
    whole.save(held, "PNG", dpi=(72 * _SCALE, 72 * _SCALE))
    return held.getvalue()


def _paint(pen: ImageDraw, outline: Outline, drawn: Drawn, scale: float) -> None:
    width = max(1, round(outline.width * scale))
    for line in _polylines(outline.segments):
        points = [(x * scale, (drawn.height - y) * scale) for x, y in line]
        if outline.fill is not None and len(points) > 2:
            pen.polygon(points, fill=round(255 * outline.fill[0]))
        if outline.stroke is not None:
            ink = round(255 * outline.stroke[0])
            for dash in _dashed(points, tuple(part * scale for part in outline.dash)):
                pen.line(dash, fill=ink, width=width, joint="curve")


def _write(pen: ImageDraw, written: Written, scale: float) -> None:
    from PIL import ImageFont

    for piece, x, y in pieces(written):
        if isinstance(piece, TextPiece):
            font = ImageFont.truetype(str(piece.face.path), round(piece.size * scale))
            pen.text((x * scale, -(y + piece.rise) * scale), piece.text, fill=255, font=font, anchor="ls")
            continue
        # Of a letter's paths the outer ones are filled, then the inner ones cut out: they follow in ziamath's order.
        for line in _polylines(formula_segments(piece.outline, piece.size, x, y)):
            inner = _area(line) > 0
            pen.polygon([(a * scale, -b * scale) for a, b in line], fill=0 if inner else 255)


def _polylines(segments: tuple[Segment, ...]) -> Iterator[list[tuple[float, float]]]:
    """Yield the lines of a path, its curves in short straight pieces, closed ones back at their start."""
    line: list[tuple[float, float]] = []
    for kind, values in segments:
        if kind == "m":
            if len(line) > 1:
                yield line
            line = [(values[0], values[1])]
        elif kind == "l":
            line.append((values[0], values[1]))
        elif kind == "c":
            line.extend(_curve(line[-1], values))
        elif line:
            yield [*line, line[0]]
            line = line[:1]
    if len(line) > 1:
        yield line


def _curve(start: tuple[float, float], values: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, values
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _area(line: list[tuple[float, float]]) -> float:
    """Return twice a closed line's area: positive where it runs anticlockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(line))


def _dashed(points: list[tuple[float, float]], dash: tuple[float, ...]) -> Iterator[list[tuple[float, float]]]:
    """Yield the inked pieces of a line; the whole of it where it is not dashed."""
    if not dash:
        yield points
        return
    on, left = 0, dash[0]
    piece = points[:1]
    for (x0, y0), (x1, y1) in pairwise(points):
        length, gone = hypot(x1 - x0, y1 - y0), 0.0
        while length - gone > left:
            gone += left
            at = (x0 + (x1 - x0) * gone / length, y0 + (y1 - y0) * gone / length)
            if on % 2 == 0:
                yield [*piece, at]
            piece, on = [at], on + 1
            left = dash[on % len(dash)]
        left -= length - gone
        piece.append((x1, y1))
    if on % 2 == 0 and len(piece) > 1:
        yield piece
