"""reportlab's shapes to paths: what each is made of, and how it is painted, for whoever writes operators of some format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

from reportlab.graphics.shapes import Circle, Group, Line, Path, Polygon, PolyLine, Rect, Wedge, mmult

from packbuilder.layout import Colour
from packbuilder.typeset.fragments import number
from packbuilder.typeset.sides import IDENTITY
from packbuilder.values import dataclass

Segment: TypeAlias = tuple[Literal["m", "l", "c", "h"], tuple[float, ...]]
"""A step of a path, as in PDF: move, line, curve (two controls and an end), close."""

_ROUND = 0.5522847498
"""The control points of a quarter of a circle, in radii."""

_KINDS: tuple[tuple[Literal["m", "l", "c", "h"], int], ...] = (("m", 2), ("l", 2), ("c", 6), ("h", 0))
"""The operators of reportlab's paths, by their number, and how many coordinates each takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A path in points, y upwards, and its paint; None: it is not filled, or not stroked. `dash` alternates ink and gap."""

    segments: tuple[Segment, ...]
    fill: Colour | None
    stroke: Colour | None
    width: float
    dash: tuple[float, ...]

    def points(self) -> Iterator[tuple[float, float]]:
        """Yield its points and control points."""
        for _, values in self.segments:
            yield from zip(values[::2], values[1::2], strict=True)


def outlines(shapes: Iterable[Any], transform: tuple[float, ...] = IDENTITY) -> Iterator[Outline]:
    """Yield the outlines of reportlab's shapes, those in groups at their places, in order of painting."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from outlines(shape.getContents(), mmult(transform, shape.transform))
            continue
        fill = getattr(shape, "fillColor", None)
        stroke = shape.strokeColor if shape.strokeWidth else None
        yield Outline(
            segments=tuple((kind, tuple(_moved(values, transform))) for kind, values in _segments(shape)),
            fill=_colour(fill),
            stroke=_colour(stroke),
            width=float(shape.strokeWidth or 0.0),
            dash=tuple(float(part) for part in shape.strokeDashArray or ()),
        )


def pdf_operators(drawn: Iterable[Outline]) -> bytes:
    """Return the operators that paint outlines, leaving the graphics state as it was."""
    parts = [b"q 1 j 1 J\n"]
    for outline in drawn:
        if outline.fill is not None:
            parts.append(_numbers(outline.fill) + b" rg\n")
        if outline.stroke is not None:
            parts.append(b"%s RG %s w [%s] 0 d\n" % (_numbers(outline.stroke), number(outline.width), _numbers(outline.dash)))
            # Round ends would fill the gaps of dashes.
            parts.append(b"0 J\n" if outline.dash else b"1 J\n")
        parts.extend(_numbers(values) + b" " * bool(values) + kind.encode() + b"\n" for kind, values in outline.segments)
        paint = {(True, True): b"B", (True, False): b"f", (False, True): b"S", (False, False): b"n"}
        parts.append(paint[outline.fill is not None, outline.stroke is not None] + b"\n")
    parts.append(b"Q\n")
    return b"".join(parts)


def _segments(shape: Any) -> Iterator[Segment]:
    match shape:
        case Line():
            yield from (("m", (shape.x1, shape.y1)), ("l", (shape.x2, shape.y2)))
        case Rect():
            x, y, right, top = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
            yield from (("m", (x, y)), ("l", (right, y)), ("l", (right, top)), ("l", (x, top)), ("h", ()))
        case Circle():
            yield from _circle(shape.cx, shape.cy, shape.r)
        case Polygon():
            yield from (*_joined(shape.points), ("h", ()))
        case PolyLine():
            yield from _joined(shape.points)
        case Path():
            at = 0
            for operator in shape.operators:
                kind, count = _KINDS[operator]
                yield kind, tuple(shape.points[at : at + count])
                at += count
        case Wedge():
            yield from _segments(shape.asPolygon())
        case _:
            raise TypeError(f"a drawing has a shape that cannot be painted: {type(shape).__name__}")


def _joined(points: list[float]) -> Iterator[Segment]:
    for index in range(0, len(points), 2):
        yield "l" if index else "m", (points[index], points[index + 1])


def _circle(x: float, y: float, r: float) -> Iterator[Segment]:
    k = _ROUND * r
    yield "m", (x + r, y)
    yield "c", (x + r, y + k, x + k, y + r, x, y + r)
    yield "c", (x - k, y + r, x - r, y + k, x - r, y)
    yield "c", (x - r, y - k, x - k, y - r, x, y - r)
    yield "c", (x + k, y - r, x + r, y - k, x + r, y)
    yield "h", ()


def _moved(values: tuple[float, ...], transform: tuple[float, ...]) -> Iterator[float]:
    a, b, c, d, e, f = transform
    for x, y in zip(values[::2], values[1::2], strict=True):
        yield a * x + c * y + e
        yield b * x + d * y + f


def _colour(colour: Any) -> Colour | None:
    return None if colour is None else (float(colour.red), float(colour.green), float(colour.blue))


def _numbers(values: Iterable[float]) -> bytes:
    return b" ".join(map(number, values))
