"""Cards to cut out: fronts, and behind each its back, on a grid that fills the page between equal margins.

The grid is symmetrical in itself, so that a sheet whose page has equal margins at both sides shows each back behind its
front. For a paper that is turned over its long edge the columns of the backs are mirrored. A printer that turns it over its
short edge prints the back the other way up: that page is the same, turned by half a circle. Either way a card that has been
cut out is turned like the page of a book, and its back is upright.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import floor

from packbuilder.document import CardSheet, FlashCard
from packbuilder.errors import PackbuilderError
from packbuilder.layout import POINTS_PER_MM, TextStyle
from packbuilder.markup import flat
from packbuilder.text import RichText, plain
from packbuilder.typeset.blocks.cutting import cut_marks, edges, guides
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node, Slab, leaves_of, number, shifted
from packbuilder.typeset.lines import Line, break_lines
from packbuilder.typeset.overlong import claim
from packbuilder.typeset.words import boxes
from packbuilder.values import dataclass, replace

LEAST_SIZE = 8.0
"""Text on a card is never smaller, in points, in a layout of ordinary size."""

_LARGEST = 18.0
_SHARE = {"front": 0.1, "back": 0.08}
"""Text is at most so much of a card's height, and never more than 18 points: a term stands out, a meaning reads as text."""

_STEP = 0.5
_WHOLE = 0.7
"""Text shrinks to this part of its largest size before an overlong word is divided."""

_NARROWER = 0.97
"""Lines are balanced in steps of this part of their width."""

_LABEL = 7.0
_INSET = 3.5 * POINTS_PER_MM
"""White space inside a card's edges: a cut that strays by as much takes no letter."""

_GAP = 2.0


class CardOverflowError(PackbuilderError):
    """A card whose text does not fit at the least size."""

    def __init__(self, *, card: FlashCard, side: str) -> None:
        super().__init__(
            f"the {side} of card {card.number} ({flat(card.front)}) needs more room than a card has",
            hints=("Fewer cards to a page have more room.",),
        )


@dataclass(frozen=True, slots=True)
class _Grid:
    """The places of a sheet: how many there are, how large one is in points, and its text against that of 11 pt (`scale`)."""

    columns: int
    rows: int
    width: float
    height: float
    scale: float

    @property
    def inner(self) -> float:
        """Width of a card's text in points."""
        return self.width - 2 * _INSET

    def at(self, row: int, column: int) -> tuple[float, float]:
        """Return the top left corner of a place, from that of the grid, y upwards."""
        return column * self.width, -row * self.height

    def sizes(self, side: str) -> Iterator[float]:
        """Yield the text sizes that a side may have, from the largest to the least."""
        least = LEAST_SIZE * self.scale
        size = min(_LARGEST, floor(_SHARE[side] * self.height / _STEP) * _STEP) * self.scale
        while size > least:
            yield size
            size -= _STEP
        yield least


def overflowing(sheet: CardSheet, context: Context) -> tuple[tuple[FlashCard, str], ...]:
    """Return the cards of a sheet that do not fit at the least size, each with its side, `front` or `back`."""
    grid = _grid(sheet, context)
    sides = ((card, side, text) for card in sheet.cards for side, text in (("front", card.front), ("back", card.back)))
    return tuple((card, side) for card, side, text in sides if _style(text, side, _room(card, grid, context), grid, context) is None)


def set_cards(sheet: CardSheet, context: Context) -> Fragment:
    """Lay out a sheet as one list, whose entries hold front and back though these stand on two pages.

    Raises `CardOverflowError`.
    """
    grid = _grid(sheet, context)
    builder = Builder(Node(role="L", name="cards", numbering="Decimal"))
    fronts: list[Leaf] = [Leaf(ARTIFACT, _guides(sheet, grid, context)), Leaf(ARTIFACT, cut_marks(*_edges(grid)))]
    backs: list[Leaf] = [Leaf(ARTIFACT, cut_marks(*_edges(grid)))]
    for index, card in enumerate(sheet.cards):
        row, column = (index, 0) if sheet.turn == "fold" else divmod(index, grid.columns)
        front, back = _card(builder, card, grid, context)
        fronts += shifted(front, *grid.at(row, column))
        backs += shifted(back, *grid.at(row, grid.columns - 1 - column))
    if sheet.turn == "fold":
        builder.slab(Slab(context.layout.page.text_height, (*fronts, *backs[1:])))
    else:
        behind = backs if sheet.turn == "long" else _half_turned(backs, grid)
        for side in (fronts, behind):
            builder.slab(Slab(context.layout.page.text_height, tuple(side)))
    return builder.fragment()


def _grid(sheet: CardSheet, context: Context) -> _Grid:
    width, height = context.width / sheet.columns, context.layout.page.text_height / sheet.rows
    return _Grid(sheet.columns, sheet.rows, width, height, context.layout.scale)


def _card(builder: Builder, card: FlashCard, grid: _Grid, context: Context) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...]]:
    """Return the leaves of a card's front and of its back, from the card's top left corner; their nodes are the builder's.

    Number and label are read out once: on the back they are an artifact.
    """
    entry = builder.node(Node(role="LI", parent=0))
    inner = context.within(grid.inner)
    right = replace(_label_style(grid, context), align="right", bold=True)
    counted = set_text(plain(str(card.number)), right, inner, node=Node(role="Lbl"))
    corner = _put(builder, counted, entry, _INSET, -_INSET)
    body = builder.node(Node(role="LBody", parent=entry))
    corner += _put(builder, _label(card, grid, context), body, _INSET, -_INSET)
    front = _side(builder, card, "front", body, grid, context)
    back = _side(builder, card, "back", body, grid, context)
    return (*corner, *front), (*(Leaf(ARTIFACT, leaf.operators) for leaf in corner), *back)


def _label_style(grid: _Grid, context: Context) -> TextStyle:
    size = _LABEL * grid.scale
    small = context.layout.style("small")
    return replace(small, size=size, leading=1.2 * size, before=0.0, after=0.0)


def _label(card: FlashCard, grid: _Grid, context: Context) -> Fragment:
    """Return what a card belongs to, in small print that leaves the number its corner."""
    style = _label_style(grid, context)
    corner = (1 + len(str(card.number))) * style.size
    return set_text(card.label, style, context.within(grid.inner - corner), node=Node(role="H1" if card.first else "P", name="label"))


def _room(card: FlashCard, grid: _Grid, context: Context) -> float:
    """Return the height that a card has for its text, in points."""
    return grid.height - 2 * _INSET - _label(card, grid, context).height - _GAP


def _side(builder: Builder, card: FlashCard, side: str, parent: int, grid: _Grid, context: Context) -> tuple[Leaf, ...]:
    """Set a side's text in the middle of its card; lower where it would come under the label."""
    text = card.front if side == "front" else card.back
    room = _room(card, grid, context)
    style = _style(text, side, room, grid, context)
    if style is None:
        raise CardOverflowError(card=card, side=side)
    width = _balanced(text, style, grid.inner, context)
    fragment = set_text(text, style, context.within(width), node=Node(role="P", name=side))
    top = min(-(grid.height - fragment.height) / 2, room + _INSET - grid.height)
    return _put(builder, fragment, parent, (grid.width - width) / 2, top)


def _balanced(text: RichText, style: TextStyle, width: float, context: Context) -> float:
    """Return the least width up to `width` at which a text has no more lines: centred, a last word alone looks forgotten."""
    lines = len(_lines_of(text, style, width, context))
    least = max((box.width for box in boxes(text, style, context.layout.family)), default=0.0)
    best = width
    while lines > 1 and best * _NARROWER >= least and len(_lines_of(text, style, best * _NARROWER, context)) == lines:
        best *= _NARROWER
    return best


def _lines_of(text: RichText, style: TextStyle, width: float, context: Context) -> tuple[Line, ...]:
    language = context.wording.language if context.layout.hyphenate else ""
    return break_lines(text, style, context.layout.family, width, language=language)


def _style(text: RichText, side: str, room: float, grid: _Grid, context: Context) -> TextStyle | None:
    """Return the largest style in which a text fits `room` points; None where even the least is too large.

    No word is divided, but an overlong one where the text would else be much smaller than other cards'. At the least size
    a word or formula that is wider than a card goes on in the next line.
    """
    layout = context.layout
    body = layout.style("body")
    # The front has the colour of labels: fronts and backs of a pile are told apart at a glance.
    colour = layout.style("label").colour if side == "front" else body.colour
    sizes = tuple(grid.sizes(side))
    whole = [(size, True) for size in sizes if size >= _WHOLE * sizes[0]]
    for size, undivided in (*whole, *((size, False) for size in sizes)):
        leading = size * body.leading / body.size
        style = replace(body, size=size, leading=leading, before=0.0, after=0.0, align="centre", colour=colour)
        claims = [box.width if undivided else claim(box, layout, context.wording.language) for box in boxes(text, style, layout.family)]
        if max(claims, default=0.0) > grid.inner and size > LEAST_SIZE * grid.scale:
            continue
        if sum(line.height for line in _lines_of(text, style, grid.inner, context)) <= room:
            return style
    return None


def _put(builder: Builder, fragment: Fragment, parent: int, x: float, y: float) -> tuple[Leaf, ...]:
    """Take in a fragment's nodes, and return its leaves with its top left corner at (x, y)."""
    offset = builder.adopt(fragment, parent=parent)
    leaves: list[Leaf] = []
    for slab in fragment.slabs:
        leaves += leaves_of(slab, x, y, nodes=offset)
        y -= slab.height + slab.space
    return tuple(leaves)


def _half_turned(leaves: Iterable[Leaf], grid: _Grid) -> list[Leaf]:
    """Return a page's leaves turned by half a circle round the middle of the grid."""
    width, height = grid.columns * grid.width, grid.rows * grid.height
    turn = b"q -1 0 0 -1 %s %s cm\n" % (number(width), number(-height))

    def box(leaf: Leaf) -> tuple[float, float, float, float] | None:
        return leaf.box and (width - leaf.box[2], -height - leaf.box[3], width - leaf.box[0], -height - leaf.box[1])

    return [Leaf(leaf.node, turn + leaf.operators + b"Q\n", box(leaf)) for leaf in leaves]


def _edges(grid: _Grid) -> tuple[list[float], list[float]]:
    """Return where cards end: x of the upright edges, y of the level ones."""
    return edges(grid.columns, grid.rows, grid.width, grid.height)


def _guides(sheet: CardSheet, grid: _Grid, context: Context) -> bytes:
    """Return dotted lines between the fronts for scissors, which no mark in a margin helps; a fold is dashed."""
    upright, level = _edges(grid)
    return guides(upright, level, context.layout.rule, folds=upright[1:2] if sheet.turn == "fold" else [])
