"""Drawings as pictures of their own, for files that are not PDF: SVG and PNG, from the same composition."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from packbuilder.document import Drawing
from packbuilder.layout import Colour, Layout
from packbuilder.typeset.formulas import Outline as FormulaOutline
from packbuilder.typeset.words import FormulaPiece, TextPiece

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

    from packbuilder.typeset.drawn import Drawn, Written
    from packbuilder.typeset.drawn.outlines import Outline, Segment

_WIDTH = 440.0
"""The width in points that a drawing's column has on a screen or in a word processor."""

_SCALE = 3
"""Pixels a point: 216 to the inch, enough for print."""

_FINER = 2
"""Lines are painted so many times as large, then made smaller, which smooths them."""

_CURVE_STEPS = 16
_COMMANDS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


def svg(drawing: Drawing, layout: Layout) -> bytes:
    """Return a drawing as SVG; letters are text, held to their width should the reader's program have another face."""
    from packbuilder.typeset.drawn import composed

    drawn = composed(drawing, layout, _WIDTH)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawn.width:.1f}pt" height="{drawn.height:.1f}pt" '
        f'viewBox="0 0 {drawn.width:.2f} {drawn.height:.2f}"><g transform="matrix(1 0 0 -1 0 {drawn.height:.2f})" '
        'stroke-linejoin="round">'
    ]
    parts += map(_svg_path, drawn.outlines)
    for written in drawn.written:
        left, bottom, _, top = written.box
        turn = f"matrix(0 1 -1 0 {left:.2f} {bottom:.2f})" if written.turned else f"matrix(1 0 0 1 {left:.2f} {top:.2f})"
        parts.append(f'<g transform="{turn}">')
        for piece, x, y in _pieces(written):
            if isinstance(piece, TextPiece):
                parts.append(_svg_text(piece, x, y + piece.rise))
            else:
                parts.append(_svg_segments(_formula(piece.outline, piece.size, x, y), fill="black"))
        parts.append("</g>")
    return "".join([*parts, "</g></svg>"]).encode()


def _svg_path(outline: Outline) -> str:
    fill = _hex(outline.fill) if outline.fill is not None else "none"
    stroke = ""
    if outline.stroke is not None:
        dash = f' stroke-dasharray="{" ".join(f"{part:.2f}" for part in outline.dash)}"' if outline.dash else ""
        stroke = f' stroke="{_hex(outline.stroke)}" stroke-width="{outline.width:.2f}"{dash}'
    return _svg_segments(outline.segments, fill=fill, stroke=stroke)


def _svg_segments(segments: tuple[Segment, ...], *, fill: str, stroke: str = "") -> str:
    path = "".join(_COMMANDS[kind] + " ".join(f"{value:.2f}" for value in values) for kind, values in segments)
    return f'<path d="{path}" fill="{fill}"{stroke}/>'


def _svg_text(piece: TextPiece, x: float, y: float) -> str:
    if not piece.text.strip():
        return ""
    weight = ' font-weight="bold"' if "Bold" in piece.face.name else ""
    return (
        f'<text transform="matrix(1 0 0 -1 {x:.2f} {y:.2f})" font-family="Atkinson Hyperlegible, Verdana, Arial, sans-serif" '
        f'font-size="{piece.size:.2f}"{weight} textLength="{piece.width:.2f}" lengthAdjust="spacingAndGlyphs">{escape(piece.text)}</text>'
    )


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


def png(drawing: Drawing, layout: Layout) -> bytes:
    """Return a drawing as PNG in greys, on white."""
    from PIL import Image, ImageDraw

    from packbuilder.typeset.drawn import composed

    drawn = composed(drawing, layout, _WIDTH)
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

    for piece, x, y in _pieces(written):
        if isinstance(piece, TextPiece):
            font = ImageFont.truetype(str(piece.face.path), round(piece.size * scale))
            pen.text((x * scale, -(y + piece.rise) * scale), piece.text, fill=255, font=font, anchor="ls")
            continue
        # Of a letter's paths the outer ones are filled, then the inner ones cut out: they follow in ziamath's order.
        for line in _polylines(_formula(piece.outline, piece.size, x, y)):
            inner = _area(line) > 0
            pen.polygon([(a * scale, -b * scale) for a, b in line], fill=0 if inner else 255)


def _pieces(written: Written) -> Iterator[tuple[TextPiece | FormulaPiece, float, float]]:
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


def _formula(outline: FormulaOutline, size: float, x: float, y: float) -> tuple[Segment, ...]:
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
