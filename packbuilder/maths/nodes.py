"""The tree that a formula is read into: small immutable values that know meaning and no appearance.

Every node compares by value, so that "reads back as the same formula" is plain equality.  A run of nodes is a
`Row`; a row never holds another row directly and never holds exactly one node (`row_of` sees to both), except as the
base or argument of something else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Several nodes side by side; the empty row is the empty formula."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A letter, or a name of several letters set as one word.

    `variant` is "" for maths italic, else one of the variants of the command table ("rm", "bf", "bb", ...).
    """

    text: str
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Digits as printed, with thousands commas and a decimal point: `1,250.5`."""

    text: str
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One sign from the command table, by its Unicode character: `+`, `≤`, `∑`, `(`."""

    char: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A named function or operator set upright: `sin`, `log`, `lim`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words inside a formula; spaces count.  `variant` is "", "bf" or "it"."""

    text: str
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A deliberate space, its width in thousandths of an em; negative draws together."""

    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction:
    """A fraction; `size` is "" (by context), "d" (display) or "t" (text)."""

    numerator: Node
    denominator: Node
    size: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binomial:
    """A binomial coefficient: `upper` choose `lower`."""

    upper: Node
    lower: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A root; without an `index` it is a square root."""

    radicand: Node
    index: Node | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A base with a subscript, a superscript or both; an empty-row base makes them scripts in front of what follows.

    `limits` says that the source asked for them above and below the sign.
    """

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    limits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Something written small over or under a sign, such as a condition over a reaction arrow."""

    base: Node
    over: Node | None = None
    under: Node | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accent:
    """A mark over, under or through its base, by command name: "bar", "vec", "underbrace", "cancel"."""

    name: str
    base: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Fenced:
    """A body between delimiters that grow with it; an empty `left` or `right` is an invisible one."""

    left: str
    body: Node
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """A delimiter inside a `Fenced` that grows with it."""

    char: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells: matrices, cases, aligned equations.  `columns` is the column pattern of an array ("cc|c")."""

    kind: str
    rows: tuple[tuple[Node, ...], ...]
    columns: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chemistry:
    """A chemical formula or equation; the same nodes, but `=` is a double bond and letters are element symbols."""

    body: Node


Node: TypeAlias = (
    Row
    | Identifier
    | Number
    | Symbol
    | Function
    | Text
    | Space
    | Fraction
    | Binomial
    | Root
    | Script
    | Stack
    | Accent
    | Fenced
    | Middle
    | Table
    | Chemistry
)

EMPTY = Row(children=())
RANGE = Text(text=" – ")
"""What stands between the ends of a range; said as "to"."""


def row_of(nodes: Iterable[Node]) -> Node:
    """The nodes as one node: rows among them are spliced in, neighbouring texts joined, and a single node stands alone."""
    flat: list[Node] = []
    for node in nodes:
        for part in node.children if isinstance(node, Row) else (node,):
            last = flat[-1] if flat else None
            if isinstance(part, Text) and isinstance(last, Text) and last.variant == part.variant:
                flat[-1] = Text(text=last.text + part.text, variant=part.variant)
            else:
                flat.append(part)
    return flat[0] if len(flat) == 1 else Row(children=tuple(flat))


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes of a row, or the one node itself."""
    return node.children if isinstance(node, Row) else (node,)
