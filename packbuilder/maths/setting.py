"""A formula with the white space that the drawing library leaves out: after names and limits, and between columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.maths.commands import FUNCTIONS, UNKNOWN, sign_kind
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
_TIGHT = frozenset(("det", "gcd", "mod"))
"""Names that the library sets without a space after them; the others have one, unless something small stands there."""

_COLUMNS = {"cases": Space(width=1000), "aligned": None, "align": None, "align*": None}
"""What stands before each column but the first: in `cases` as much as in print, in matrices so much that `-1 0` is not read as -10."""


_BARE = {
    **dict.fromkeys("∩∪∧∨⧵†•", Space(width=222)),
    **dict.fromkeys("⟂⊂⊨↪", Space(width=278)),
    **dict.fromkeys("⟵⟶⟸⟹⟺", Space(width=167)),
}
"""Signs between terms that the library sets without a space, or with half of one, and what belongs on both their sides."""


def as_set(node: Node) -> Node:
    """Return the formula as it is to be drawn: the same signs in the same order, with spaces among them."""
    return _set(node, True)


def _set(node: Node, apart: bool) -> Node:
    """Return a part as it is to be drawn; `apart`: signs in it stand apart from their terms, as they do not in scripts and in chemistry."""
    match node:
        case Row():
            return Row(children=tuple(_spaced(node, apart)))
        case Fraction():
            return replace(node, numerator=_set(node.numerator, apart), denominator=_set(node.denominator, apart))
        case Binomial():
            return replace(node, upper=_set(node.upper, apart), lower=_set(node.lower, apart))
        case Root():
            return replace(node, radicand=_set(node.radicand, apart), index=_maybe(node.index))
        case Script():
            return replace(node, base=_set(node.base, apart), sub=_maybe(node.sub), sup=_maybe(node.sup))
        case Stack():
            return replace(node, base=_set(node.base, apart), over=_maybe(node.over), under=_maybe(node.under))
        case Accent():
            return replace(node, base=_set(node.base, apart))
        case Fenced():
            return replace(node, body=_set(node.body, apart))
        case Chemistry():
            return replace(node, body=_set(node.body, False))
        case Table():
            between = _COLUMNS.get(node.kind, Space(width=500))
            return replace(node, rows=tuple(tuple(_cells(row, between, apart)) for row in node.rows))
        case _:
            return node


def _maybe(node: Node | None) -> Node | None:
    return _set(node, False) if node is not None else None


def _cells(row: tuple[Node, ...], between: Space | None, apart: bool) -> Iterator[Node]:
    for column, cell in enumerate(row):
        yield row_of((between, *parts_of(_set(cell, apart)))) if column and between is not None else _set(cell, apart)


def _spaced(row: Row, apart: bool) -> Iterator[Node]:
    """Yield the parts of a row, with a thin space after what is neither apart from the next term nor closed off from it by a bracket."""
    parts = row.children
    own = roles(parts)
    for node, role, following in zip(
        parts, own, (*own[1:], ""), strict=False
    ):  # an empty row has no parts: the base of a nuclide's numbers
        inner = core(node)
        beside = _BARE.get(inner.char) if apart and isinstance(inner, Symbol) and role in ("infix", "relation") else None
        if beside is not None:
            yield from (beside, _set(node, apart), beside)
            continue
        yield _set(node, apart)
        if following in ("term", "function", "large") and _touches(node):
            yield _THIN


def _touches(node: Node) -> bool:
    inner = core(node)
    if isinstance(inner, Function):
        return inner.name in _TIGHT | UNKNOWN or inner.name not in FUNCTIONS or (isinstance(node, Script) and node.sub is not None)
    return isinstance(inner, Symbol) and isinstance(node, Script) and sign_kind(inner.char) == "large"
