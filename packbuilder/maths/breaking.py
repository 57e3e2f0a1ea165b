"""Where a long formula may go on in the next line: before a relation, and before a plus or minus between terms."""

from __future__ import annotations

from packbuilder.maths.nodes import Chemistry, Node, Symbol, Text, parts_of, row_of
from packbuilder.maths.roles import core, roles

_TERMS = frozenset("+−±∓")


def breaks(tree: Node) -> tuple[Node, ...]:
    """The formula in pieces that may stand in lines of their own; each but the first begins with its sign.

    Before that sign stands an empty text, the term that it follows: a plus goes on being one and is not read as "positive".

    Nothing inside brackets or another construction is parted, and nothing that holds no such sign.
    """
    chemical = isinstance(tree, Chemistry)
    parts = parts_of(tree.body if isinstance(tree, Chemistry) else tree)
    pieces: list[list[Node]] = [[]]
    depth = 0
    for part, role in zip(parts, roles(parts, chemical=chemical), strict=True):
        if depth == 0 and pieces[-1] and _may_break(part, role):
            pieces.append([Text(text="")])
        pieces[-1].append(part)
        depth = max(0, depth + {"open": 1, "close": -1}.get(role, 0))
    rows = (row_of(piece) for piece in pieces)
    return tuple(Chemistry(body=row) for row in rows) if chemical else tuple(rows)


def _may_break(part: Node, role: str) -> bool:
    if role == "relation":
        return True
    sign = core(part)
    return role == "infix" and isinstance(sign, Symbol) and sign.char in _TERMS
