"""Where a long formula may go on in the next line: before a relation, and before a plus or minus between terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from packbuilder.maths.nodes import Chemistry, Node, Space, Symbol, Text, parts_of, row_of
from packbuilder.maths.roles import core, roles
from packbuilder.maths.said_rows import COLON, is_ratio

_TERMS = frozenset("+−±∓")

NOTHING = Text(text="")
"""An empty term, for a sign to follow at the beginning of a line."""

_WIDE = 1000
"""A space from a quad upwards, in thousandths of an em: what stands on its two sides are two things."""


def breaks(tree: Node) -> tuple[Node, ...]:
    """The formula in pieces that may stand in lines of their own; each but the first begins with its sign.

    Before that sign stands an empty text, the term that it follows: a plus goes on being one and is not read as "positive".

    Nothing inside brackets or another construction is parted, and nothing that holds no such sign.
    """
    chemical = isinstance(tree, Chemistry)
    parts = parts_of(tree.body if isinstance(tree, Chemistry) else tree)
    pieces: list[list[Node]] = [[]]
    depth = 0
    ratio = is_ratio(parts)
    for part, role in zip(parts, roles(parts, chemical=chemical), strict=True):
        if depth == 0 and pieces[-1] and may_break(part, role) and not (ratio and part == COLON):
            pieces.append([NOTHING])
        pieces[-1].append(part)
        depth = max(0, depth + {"open": 1, "close": -1}.get(role, 0))
    rows = (row_of(piece) for piece in pieces)
    return tuple(Chemistry(body=row) for row in rows) if chemical else tuple(rows)


def fine_breaks(tree: Node) -> tuple[tuple[Node, ...], ...]:
    """The formula in the smallest parts that may stand in lines of their own, for lines that hold no piece of `breaks`.

    It is cut into phrases after wide spaces, and each phrase before signs and between the words of texts. `rejoined` undoes it.
    """
    chemical = isinstance(tree, Chemistry)
    parts = tuple(_words(parts_of(tree.body if isinstance(tree, Chemistry) else tree)))
    phrases: list[list[list[Node]]] = [[[]]]
    depth = 0
    ratio = is_ratio(parts)
    before: Node | None = None
    for part, role in zip(parts, roles(parts, chemical=chemical), strict=True):
        atoms = phrases[-1]
        if depth == 0 and atoms[-1] not in ([], [NOTHING]):
            if isinstance(before, Space) and before.width >= _WIDE:
                phrases.append([[]])
            elif may_break(part, role) and not (ratio and part == COLON):
                atoms.append([NOTHING])
            elif isinstance(before, Text) and before.text.endswith(" "):
                atoms.append([])
        phrases[-1][-1].append(part)
        depth = max(0, depth + {"open": 1, "close": -1}.get(role, 0))
        before = part
    return tuple(tuple(map(row_of, atoms)) for atoms in phrases)


def rejoined(tree: Node, atoms: Sequence[Node]) -> Node:
    """Neighbouring parts that `fine_breaks` made of a formula as one formula again."""
    nodes = [node for atom in atoms for node in parts_of(atom)]
    # The term that a sign follows stands only where a line begins with the sign.
    row = row_of(node for index, node in enumerate(nodes) if node != NOTHING or not index)
    return Chemistry(body=row) if isinstance(tree, Chemistry) else row


def _words(parts: Iterable[Node]) -> Iterator[Node]:
    """The parts, texts cut after the spaces between their words."""
    for part in parts:
        words = re.findall(r" *[^ ]+ *", part.text) if isinstance(part, Text) else ()
        if isinstance(part, Text) and len(words) > 1:
            yield from (Text(text=word, variant=part.variant) for word in words)
        else:
            yield part


def may_break(part: Node, role: str) -> bool:
    """Whether a line may begin with a part of a row that has this role there."""
    if role == "relation":
        return True
    sign = core(part)
    return role == "infix" and isinstance(sign, Symbol) and sign.char in _TERMS
