"""Sides of sheets of paper: how the pages of a document stand on what goes through the printer.

A side is a page of the PDF. Without imposition a side is a page; with it, a side holds several pages, each with the matrix that
takes it there. The document's own pages, their numbers and their order stay what they are.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.values import dataclass

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) as in PDF: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3)."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""

Duplex: TypeAlias = Literal["", "long", "short"]
"""The edge over which paper is turned between its sides; empty: that is the reader's to say."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Imposed:
    """A page on a side: its index among the document's pages, and the matrix from its coordinates to the side's."""

    page: int
    matrix: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page stands in a file: the number of its side's object, and the matrix that takes it there."""

    side: int
    matrix: Matrix = IDENTITY


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a sheet: its size in points and its pages, row by row from the top left.

    `label` tells which pages it has. `trim` is the box that is left when the sheet has been cut, and `bleed` how far beyond it
    paint may run, in points; None where nothing is cut. `marks` are painting operators for crop and fold marks.
    """

    width: float
    height: float
    pages: tuple[Imposed, ...]
    label: str = ""
    trim: Box | None = None
    bleed: float = 0.0
    marks: bytes = b""


def moved_to(x: float, y: float) -> Matrix:
    """Return the matrix that moves a page's lower left corner to (x, y), in points."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def area(matrix: Matrix, box: Box) -> Box:
    """Return the upright box round what a matrix makes of a box."""
    corners = [point(matrix, x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs, ys = zip(*corners, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
