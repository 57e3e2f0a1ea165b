"""Where a content stream paints: the matrices in force, followed through its operators, multiplied only when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from pypdf.generic import PdfObject

from packbuilder.typeset.sides import IDENTITY, Matrix, point
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class _Chain:
    """A matrix, and those in which it stands."""

    matrix: Matrix
    outer: _Chain | None


@dataclass(slots=True)
class Pen:
    """Follows a page's operators. Knows where the next painting operator begins."""

    chain: _Chain | None = None
    saved: list[_Chain | None] = field(default_factory=list)
    line: Matrix = IDENTITY

    def follow(self, operator: bytes, operands: Sequence[PdfObject]) -> None:
        """Take note of an operator that changes where things are painted."""
        if operator == b"q":
            self.saved.append(self.chain)
        elif operator == b"Q" and self.saved:
            self.chain = self.saved.pop()
        elif operator == b"cm" and len(operands) == 6:
            self.chain = _Chain(_matrix(operands), self.chain)
        elif operator == b"BT":
            self.line = IDENTITY
        elif operator == b"Tm" and len(operands) == 6:
            self.line = _matrix(operands)
        elif operator in (b"Td", b"TD") and len(operands) == 2:
            x, y = (number_of(each) for each in operands)
            self.line = (*self.line[:4], *point(self.line, x, y))

    def start(self, operator: bytes, operands: Sequence[PdfObject]) -> tuple[float, float] | None:
        """Return where an operator begins to paint, in points from the page's lower left corner; None where it paints nothing."""
        if operator in (b"Tj", b"TJ", b"'", b'"'):
            at = (self.line[4], self.line[5])
        elif operator in (b"m", b"re") and len(operands) >= 2:
            at = (number_of(operands[0]), number_of(operands[1]))
        elif operator == b"Do":
            at = (0.0, 0.0)
        else:
            return None
        return self.at(*at)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the coordinates in force lies on the page."""
        chain = self.chain
        while chain is not None:
            x, y = point(chain.matrix, x, y)
            chain = chain.outer
        return x, y

    def place(self, along: float, above: float) -> tuple[float, float]:
        """Return where a point beside the start of the line of text lies on the page."""
        return self.at(*point(self.line, along, above))


def _matrix(operands: Sequence[PdfObject]) -> Matrix:
    a, b, c, d, e, f = (number_of(each) for each in operands)
    return (a, b, c, d, e, f)


def number_of(operand: PdfObject) -> float:
    """Return an operand of a page's code as a number; what is none counts for nothing."""
    return float(operand) if isinstance(operand, int | float) else 0.0
