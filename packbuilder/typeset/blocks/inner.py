"""What blocks are made of that no document has as a block: values, each laid out by the function that `setter` names for it."""

from __future__ import annotations

from typing import NamedTuple

from packbuilder.document import Block, Cell
from packbuilder.identity import Same
from packbuilder.text import RichText
from packbuilder.typeset.fragments import FORBIDDEN, Node


class Stacked(NamedTuple):
    """Blocks one below the other, in a structure that has no element for the whole."""

    blocks: Same[tuple[Block, ...]]


class Choice(NamedTuple):
    """An option with its letter: the same in every version in which it stands at that place.

    `after` is the cost of a page break after it, `space` the white space there, in points, at the least.
    """

    letter: str
    text: Same[RichText]
    after: float = FORBIDDEN
    space: float = 0.0


class OptionWords(NamedTuple):
    """An option with its box to mark, under whatever letter; `lettered`: it has one."""

    text: Same[RichText]
    lettered: bool


class OptionLetter(NamedTuple):
    """The letter of an option, before whatever words."""

    letter: str


class EntryLabel(NamedTuple):
    """What stands before an entry of a list: a bullet, a number or a letter."""

    words: str


class Asked(NamedTuple):
    """What is asked, but for its number: every version of a paper asks it under another. `deep`: it is a part of a question; `heading` as in `NumberedQuestion`."""

    stem: Same[tuple[Block, ...]]
    space: Same[tuple[Block, ...]]
    marks: int
    digest: str
    deep: bool
    heading: int = 0


class Stem(NamedTuple):
    """What is asked, with its marks: the same however its options are ordered. `deep`: it is a part of a question; `heading` as in `NumberedQuestion`."""

    blocks: Same[tuple[Block, ...]]
    marks: int
    deep: bool
    heading: int = 0


class NumberLabel(NamedTuple):
    """A number as it stands `x` points in, beside a first line of such a height and baseline."""

    words: str
    x: float
    height: float
    baseline: float


class RowFrame(NamedTuple):
    """What the rows of a table share: its role, how its columns are aligned, where each begins and how wide it is, and the space inside cells, in points."""

    role: str
    aligns: tuple[str, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    side: float
    vertical: float


class LinesShape(NamedTuple):
    """What a row must know of lines that stand in it, to be laid out around them.

    `before` is the white space above them; `lines` have the height of each and the white space after it, in points, and its node among `nodes`.
    """

    before: float
    lines: tuple[tuple[float, float, int], ...]
    nodes: tuple[Node, ...]


class Numberless(NamedTuple):
    """A scheme's row without the lines of its first cell: in every version the same for one item, beside another number.

    `shapes` are those of the blocks in the first cell; `header`: it heads the row. `first`: no row stands above it.
    """

    shapes: tuple[Same[LinesShape], ...]
    header: bool
    cells: tuple[Same[Cell], ...]
    frame: Same[RowFrame]
    first: bool


class HeadRow(NamedTuple):
    """A row that heads a scheme's table: the same objects in every version."""

    cells: tuple[Same[Cell], ...]
    frame: Same[RowFrame]
