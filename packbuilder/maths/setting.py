"""A formula with the white space that the drawing library leaves out: after names and limits, and between columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.maths.commands import FUNCTIONS, sign_kind
from packbuilder.maths.nodes import (
    Accent,
    Binomial,
    Chemistry,
    Fenced,
    Fraction,
    Function,
    Node,
    Root,
    Row,
    Script,
    Space,
    Stack,
    Symbol,
    Table,
    parts_of,
    row_of,
)
from packbuilder.maths.roles import core, roles

_THIN = Space(width=167)
_TIGHT = frozenset(("det", "gcd"))
"""Names that the library sets without a space after them; the others have one, unless something small stands there."""

_COLUMNS = {"cases": Space(width=1000), "aligned": None, "align": None, "align*": None}
"""What stands before each column but the first: in `cases` as much as in print, in matrices so much that `-1 0` is not read as -10."""


def as_set(node: Node) -> Node:
    """Return the formula as it is to be drawn: the same signs in the same order, with spaces among them."""
    match node:
        case Row():
            return Row(children=tuple(_spaced(node)))
        case Fraction():
            return replace(node, numerator=as_set(node.numerator), denominator=as_set(node.denominator))
        case Binomial():
            return replace(node, upper=as_set(node.upper), lower=as_set(node.lower))
        case Root():
            return replace(node, radicand=as_set(node.radicand), index=_maybe(node.index))
        case Script():
            return replace(node, base=as_set(node.base), sub=_maybe(node.sub), sup=_maybe(node.sup))
        case Stack():
            return replace(node, base=as_set(node.base), over=_maybe(node.over), under=_maybe(node.under))
        case Accent():
            return replace(node, base=as_set(node.base))
        case Fenced() | Chemistry():
            return replace(node, body=as_set(node.body))
        case Table():
            between = _COLUMNS.get(node.kind, Space(width=500))
            return replace(node, rows=tuple(tuple(_cells(row, between)) for row in node.rows))
        case _:
            return node


def _maybe(node: Node | None) -> Node | None:
    return as_set(node) if node is not None else None


def _cells(row: tuple[Node, ...], between: Space | None) -> Iterator[Node]:
    for column, cell in enumerate(row):
        yield row_of((between, *parts_of(as_set(cell)))) if column and between is not None else as_set(cell)


def _spaced(row: Row) -> Iterator[Node]:
    """Yield the parts of a row, with a thin space after what is neither apart from the next term nor closed off from it by a bracket."""
    parts = row.children
    following = (*roles(parts)[1:], "")
    for node, role in zip(parts, following, strict=True):
        yield as_set(node)
        if role in ("term", "function", "large") and _touches(node):
            yield _THIN


def _touches(node: Node) -> bool:
    inner = core(node)
    if isinstance(inner, Function):
        return inner.name in _TIGHT or inner.name not in FUNCTIONS or (isinstance(node, Script) and node.sub is not None)
    return isinstance(inner, Symbol) and isinstance(node, Script) and sign_kind(inner.char) == "large"
