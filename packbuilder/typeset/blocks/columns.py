"""Columns: panels in a text as large as the page allows, and lists that flow down one column and then the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil

from packbuilder.document import Block, Columns, Group, Heading
from packbuilder.errors import PackbuilderError
from packbuilder.layout import POINTS_PER_MM
from packbuilder.markup import flat
from packbuilder.text import filled as worded
from packbuilder.typeset.balance import Frames, Piece, Run, balanced, filled
from packbuilder.typeset.blocks.marks import box, rule, tint
from packbuilder.typeset.blocks.stacks import stack_into
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Node, Slab, leaves_of, shifted
from packbuilder.values import dataclass, replace
from packbuilder.walks import headings_of

_STEP = 0.25
"""Sizes of text that are tried lie so many points apart."""

_NARROWEST = 16.0
"""A column of a list that flows is at least so many ems wide."""

_ALIGNED = 0.12
"""Columns that stay below the tallest by less than this part of it end in line with it: their last frame is drawn longer."""

_WHOLE = (1.0, 0.4)
"""Parts up to so much of a column's height are left undivided, if the text is not much smaller for it."""

_SMALLER = 0.9
"""So much smaller it may be."""

_APART = 0.5
"""Blocks of a list that flows stand half a line apart."""

_PADDING = 2.0 * POINTS_PER_MM


class ColumnsOverflowError(PackbuilderError):
    """Panels that do not fit on their pages, even in the smallest text.

    `title` is what stands over them; `over` is by how many lines, `longest` the panel that has the most, and `lines` its own.
    """

    def __init__(self, *, title: str, sides: int, size: float, over: int, longest: str, lines: int) -> None:
        pages = "one page" if sides == 1 else f"{sides} pages"
        super().__init__(
            f"{title!r} does not fit on {pages}: at {size:g} pt, the least that the layout allows, it is {over} lines too long"
        )
        self.title, self.sides, self.size, self.over, self.longest, self.lines = title, sides, size, over, longest, lines


@dataclass(frozen=True, slots=True)
class _Set:
    """Columns before they are placed: what is built so far, the slabs of all blocks, their list, how wide a column is, and the head.

    `again` are the slabs that say a part's title over what goes on in another column, by the part's number.
    """

    builder: Builder
    slabs: tuple[Slab, ...]
    run: Run
    width: float
    head: Fragment
    context: Context
    framed: bool
    again: Mapping[int, tuple[Slab, ...]]


def set_columns(block: Columns, context: Context) -> Fragment:
    """Lay out columns: one slab a page."""
    return _flowing(block, context) if block.role == "flow" else _panels(block, context)


def _panels(block: Columns, context: Context) -> Fragment:
    """Set panels in the largest size that fits, on as few pages as will do. Raises `ColumnsOverflowError`.

    Panels stay whole where that costs little in size: short ones first of all.
    """
    rules = context.layout.columns
    count = rules.count or _across(context, rules.least)
    sizes = [rules.most - _STEP * step for step in range(int((rules.most - rules.least) / _STEP) + 1)]
    for sides in range(1, block.sides + 1):

        def fits(size: float, share: float, sides: int = sides) -> bool:
            made = _made(block, _sized(context, size), count)
            return _fitted(replace(made, run=_undivided(made, share)), count, sides)

        largest = _largest(sizes, lambda size, fits=fits: fits(size, 0.0))  # type: ignore[misc]  # bound on purpose
        if not largest:
            continue
        close = [size for size in sizes if size >= _SMALLER * largest]
        for share in (*_WHOLE, 0.0):
            size = _largest(close, lambda size, share=share, fits=fits: fits(size, share))  # type: ignore[misc]  # bound on purpose
            made = _made(block, _sized(context, size or largest), count)
            ends = balanced(_undivided(made, share), _limits(made, count, sides)) if size else None
            if ends is not None:
                return _placed(made, ends, count)
    raise _overflow(block, _made(block, _sized(context, rules.least), count), count)


def _largest(sizes: Sequence[float], fits: Callable[[float], bool]) -> float:
    """Return the first of sizes, the largest first, that fits; 0 where none does. What fits in one size fits in all that are smaller."""
    if not sizes or not fits(sizes[-1]):
        return 0.0
    low, high = 0, len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(sizes[middle]):
            high = middle
        else:
            low = middle + 1
    return sizes[high]


def _undivided(made: _Set, share: float) -> Run:
    """Return the list with parts of up to a share of a column's height undivided."""
    return made.run.whole(share * (made.context.layout.page.text_height - _depth(made.head))) if share else made.run


def _flowing(block: Columns, context: Context) -> Fragment:
    """Set a list over as many pages as it takes, each filled column by column, the last one evenly."""
    count = _across(context, context.layout.style("body").size)
    made = _made(block, context, count)
    room = context.layout.page.text_height
    ends: list[int] = []
    page = room - _depth(made.head)
    start = 0
    while start < len(made.slabs):
        rest = Run(made.run.pieces[start:], Frames())
        columns = balanced(rest, (page,) * count) or filled(rest, (page,) * count)
        # A slab that no page holds is set all the same, as pages do.
        columns = columns if columns[-1] else (1,) * count
        ends.extend(start + end for end in columns)
        start = ends[-1]
        page = room
    return _placed(made, tuple(ends), count, whole=room)


def _across(context: Context, size: float) -> int:
    """Return how many columns the width has room for."""
    gap = context.layout.columns.gap
    return max(1, int((context.width + gap) // (_NARROWEST * size + gap)))


def _sized(context: Context, size: float) -> Context:
    """Return the context with every text in proportion to a body of `size` points."""
    layout = context.layout
    factor = size / layout.style("body").size
    styles = tuple(
        (
            role,
            replace(
                style, size=style.size * factor, leading=style.leading * factor, before=style.before * factor, after=style.after * factor
            ),
        )
        for role, style in layout.styles
    )
    return context.styled(replace(layout, styles=styles))


def _made(block: Columns, context: Context, count: int) -> _Set:
    """Lay out the head over the full width, and the blocks in columns of which `count` stand side by side."""
    framed = block.role == "panels"
    gap = context.layout.columns.gap
    width = (context.width - gap * (count - 1)) / count
    builder = Builder(Node(role="Div", name=block.role))
    head = Builder()
    stack_into(head, block.head, context)
    inner = context.within(width - (2 * _PADDING if framed else 0.0))
    slabs: list[Slab] = []
    pieces: list[Piece] = []
    again: dict[int, tuple[Slab, ...]] = {}
    opening = head.fragment()
    offset = builder.adopt(opening, parent=0)
    opening = replace(opening, slabs=tuple(replace(slab, base=slab.base + offset) for slab in opening.slabs))
    for part, each in enumerate(block.blocks):
        fragment = inner.set(each)
        offset = builder.adopt(fragment, parent=0)
        for slab in fragment.slabs:
            slabs.append(replace(slab, base=slab.base + offset))
            pieces.append(Piece(slab.height, slab.space, slab.after, part, sum(head.height for head in slab.repeat)))
        if framed and (title := _again(each, inner)):
            builder.slab_glyphs(title.glyphs)
            again[part] = title.slabs
        at = len(slabs) - len(fragment.slabs) - 1
        if not framed and at >= 0:
            apart = max(fragment.before, _APART * context.layout.style("body").leading)
            pieces[at] = replace(pieces[at], space=max(pieces[at].space, apart))
    frames = Frames(_PADDING, context.layout.columns.gap * 0.6) if framed else Frames()
    if not framed:
        # Without frames, nothing tells one part from the next.
        pieces = [replace(piece, part=0) for piece in pieces]
    heads = {part: sum(slab.height + slab.space for slab in title) for part, title in again.items()}
    return _Set(builder, tuple(slabs), Run(pieces, frames, heads), width, opening, context, framed, again)


def _again(block: Block, context: Context) -> Fragment | None:
    """Return the title of a panel as it stands over what goes on in another column; it has been read before, and is an artifact."""
    heading = block.blocks[0] if isinstance(block, Group) and block.blocks else None
    if not isinstance(heading, Heading):
        return None
    title = context.set(replace(heading, text=worded(context.wording, "organiser.continued", panel=heading.text), anchor="", listed=False))
    return replace(title, slabs=tuple(replace(slab, leaves=_unread(slab), outline=None) for slab in title.slabs))


def _unread(slab: Slab) -> tuple[Leaf, ...]:
    """Return a slab's leaves as artifacts: they show what has been read before."""
    return tuple(Leaf(ARTIFACT, leaf.operators, leaf.box) for leaf in slab.leaves)


def _limits(made: _Set, count: int, sides: int) -> tuple[float, ...]:
    """Return the room of each column in points: on the first side the head takes some."""
    room = made.context.layout.page.text_height
    return (*(room - _depth(made.head),) * count, *(room,) * count * (sides - 1))


def _depth(head: Fragment) -> float:
    """Return the height of a head with the space below it."""
    return sum(slab.height + slab.space for slab in head.slabs)


def _fitted(made: _Set, count: int, sides: int) -> bool:
    return filled(made.run, _limits(made, count, sides))[-1] == len(made.slabs)


def _overflow(block: Columns, made: _Set, count: int) -> ColumnsOverflowError:
    limits = _limits(made, count, block.sides)
    end = filled(made.run, limits)[-1]
    lines = [sum(piece.part == part for piece in made.run.pieces) for part in range(len(block.blocks))]
    longest = max(range(len(lines)), key=lambda part: (lines[part], -part))
    return ColumnsOverflowError(
        title=next((flat(heading.text) for heading in headings_of(block.head)), ""),
        sides=block.sides,
        size=made.context.layout.columns.least,
        over=max(1, len(made.slabs) - end),
        longest=_label(block.blocks[longest]),
        lines=lines[longest],
    )


def _label(block: Block) -> str:
    return next((flat(heading.text) for heading in headings_of((block,))), "")


def _placed(made: _Set, ends: Sequence[int], count: int, *, whole: float = 0.0) -> Fragment:
    """Return the fragment: `count` columns a page, and over the first page's the head; all pages but the last are `whole` points high."""
    starts = (0, *ends[:-1])
    columns = tuple(zip(starts, ends, strict=True))
    pages = ceil(len(columns) / count)
    for number in range(pages):
        own = columns[number * count : (number + 1) * count]
        tallest = max(made.run.height(start, end) for start, end in own)
        if not tallest:
            continue
        head, depth = (made.head, _depth(made.head)) if number == 0 else (Fragment(slabs=()), 0.0)
        leaves: list[Leaf] = []
        y = 0.0
        for slab in head.slabs:
            leaves.extend(leaves_of(slab, 0.0, -y))
            y += slab.height + slab.space
        for place, (start, end) in enumerate(own):
            x = place * (made.width + made.context.layout.columns.gap)
            leaves.extend(_column(made, start, end, x, depth, tallest))
        first = next((slab for slab in head.slabs if slab.anchor), Slab(0.0))
        height = max(depth + tallest, whole if number < pages - 1 else 0.0)
        made.builder.slab(Slab(height, tuple(leaves), anchor=first.anchor, outline=first.outline, words=first.words))
    return made.builder.fragment(before=made.head.before)


def _column(made: _Set, start: int, end: int, x: float, depth: float, tallest: float) -> Iterator[Leaf]:
    """Yield the leaves of one column, its frames first."""
    inset = _PADDING if made.framed else 0.0
    if made.framed and end > start:
        yield Leaf(ARTIFACT, _frames(made, start, end, x, depth, tallest))
    y = -depth - inset
    if made.run.goes_on(start):
        for slab in made.again[made.run.pieces[start].part]:
            yield from shifted(slab.leaves, x + inset, y)
            y -= slab.height + slab.space
    for head in made.slabs[start].repeat if end > start else ():
        yield from shifted(_unread(head), x + inset, y)
        y -= head.height
    for index in range(start, end):
        yield from leaves_of(made.slabs[index], x + inset, -depth - made.run.top(start, index))


def _frames(made: _Set, start: int, end: int, x: float, depth: float, tallest: float) -> bytes:
    """Return a frame round each part's stretch of a column: a tinted band behind its title, the accent along its top."""
    pieces, layout = made.run.pieces, made.context.layout
    drawn = b""
    index = start
    while index < end:
        last = index
        while last + 1 < end and pieces[last + 1].part == pieces[index].part:
            last += 1
        again = index == start and made.run.goes_on(start)
        top = -depth if again else -depth - made.run.top(start, index) + _PADDING
        bottom = -depth - made.run.top(start, last) - pieces[last].height - _PADDING
        if last == end - 1 and tallest - made.run.height(start, end) < _ALIGNED * tallest:
            bottom = -depth - tallest
        opens = again or index == 0 or pieces[index - 1].part != pieces[index].part
        if opens:
            title = sum(slab.height for slab in made.again[pieces[index].part]) if again else pieces[index].height
            band = title + 1.4 * _PADDING
            drawn += tint(x, top - band, made.width, band, layout.tint)
        drawn += box(x, bottom, made.width, top - bottom, colour=layout.rule, line=0.5)
        if opens:
            drawn += rule(x, top, x + made.width, top, colour=layout.accent, width=1.6)
        index = last + 1
    return drawn
