"""Stacks: blocks one below the other, and the groups that frame or set them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from packbuilder.document import Block, CutLine, Drawing, Figure, Group, Heading, LetterGrid, Table
from packbuilder.layout import POINTS_PER_MM, Layout
from packbuilder.text import emboldened
from packbuilder.typeset.blocks.inner import Stacked
from packbuilder.typeset.blocks.marks import CUT, rule
from packbuilder.typeset.blocks.paragraphs import set_text, together_lines
from packbuilder.typeset.builder import Builder, moved, together
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, LAST_RESORT, Fragment, Leaf, Node, Slab
from packbuilder.values import replace

_PADDING = 3.2 * POINTS_PER_MM

_ABOVE = 0.8 * _PADDING
"""Points between a frame's upper or lower edge and what it holds."""

_WHOLE = 0.5
"""A frame taller than this part of the page may be divided even if it should not: it would leave half a page empty."""


_DIVIDED = 15.0
"""The cost of a page break inside such a frame: more than all that white space giving way costs, less than a page left half empty."""

_AMID = 160.0
_HEADED = 60.0
"""Where a frame has headings: that of a break that does not stand before one, dearer than one more page; and of one that does, where a page would hold all."""

_ROUND_GRIDS = 15.0
"""White space above and below a grid, in points."""

_STANZAS = 0.6
"""White space after a stanza, against the leading: more than between lines, in large print too."""

_CLOSING = 150.0
"""The cost of a page break before the last block of a frame that is divided, against 100 for one more page."""


def set_stacked(stack: Stacked, context: Context) -> Fragment:
    """Lay out a stack."""
    builder = Builder()
    stack_into(builder, stack.blocks.__self__, context)
    return builder.fragment()


def stack_into(builder: Builder, blocks: Iterable[Block], context: Context, *, parent: int = -1, x: float = 0.0) -> None:
    """Add blocks one below the other."""
    for block in blocks:
        builder.add(context.set(block), parent=parent, x=x)


def set_group(group: Group, context: Context) -> Fragment:
    """Lay out a group: framed, set off by a rule at its left, or plain."""
    inset = {"box": _PADDING, "callout": 3.5 * POINTS_PER_MM}.get(group.role, 0.0)
    right = _PADDING if group.role == "box" else 0.0
    builder = Builder(Node(role="Div", name=group.role if group.role != "plain" else ""))
    inner = context.within(context.width - inset - right)
    headed: list[int] = []
    if group.label:
        style = context.layout.style("label")
        builder.add(_kept(set_text(emboldened(group.label), style, inner, node=Node(role="Caption"))), x=inset, parent=0)
    if group.together and any(isinstance(block, LetterGrid) for block in group.blocks):
        _round_a_grid(builder, group.blocks, inner)
    elif group.role == "bands":
        for block in group.blocks:
            # A page ends between bands rather than inside one.
            builder.add(together(inner.set(block)), parent=0)
    else:
        for block in group.blocks:
            if isinstance(block, Heading):
                headed.append(builder.count())
            if group.role == "stimulus" and isinstance(block, Table | Figure | Drawing) and not builder.empty:
                builder.price(LAST_RESORT)
            if isinstance(block, CutLine) and group.together:
                _down_to_the_middle(builder, context.layout)
            builder.add(inner.set(block), parent=0, x=inset)
    if group.role == "verse":
        body = context.layout.style("body")
        builder.space(max(_STANZAS * body.leading, body.after * context.layout.spacing))
    fragment = builder.fragment(before=_first_space(group, context))
    if group.together and (group.role != "box" or fragment.height <= _WHOLE * context.layout.page.text_height):
        fragment = together(fragment)
    elif group.together:
        holds = fragment.height + 2 * _ABOVE <= context.layout.page.text_height
        dear = _dear(fragment, frozenset(headed), _HEADED if holds else _DIVIDED) if len(headed) > 1 else _dear(fragment)
        fragment = _ends_kept(dear, len(context.set(group.blocks[-1]).slabs))
    if not fragment.slabs:
        return fragment
    if group.role == "box":
        return _framed(fragment, context)
    if group.role == "callout":
        return _barred(fragment, context)
    return fragment


def _down_to_the_middle(builder: Builder, layout: Layout) -> None:
    """Let a line to cut along stand at half the height of a page that begins with the group: piles of sheets are cut at once.

    Where what stands above it, and again below, has no room in a half, the line stands where it comes.
    """
    page, taken = layout.page, builder.height()
    above, below = page.height / 2 - page.top - CUT, page.height / 2 - page.bottom - CUT
    if taken <= min(above, below):
        builder.space(above - taken)


def _round_a_grid(builder: Builder, blocks: Sequence[Block], context: Context) -> None:
    """Add a grid and what must be seen with it: the grid is as large as they leave room for on a page."""
    from packbuilder.typeset.blocks.grids import set_grid_within

    others = Builder()
    stack_into(others, (block for block in blocks if not isinstance(block, LetterGrid)), context)
    room = context.layout.page.text_height - others.height() - _ROUND_GRIDS * context.layout.spacing
    for block in blocks:
        fragment = set_grid_within(block, room, context) if isinstance(block, LetterGrid) else context.set(block)
        builder.add(fragment, parent=0)


def _dear(fragment: Fragment, headed: frozenset[int] = frozenset(), cost: float = _DIVIDED) -> Fragment:
    """Return a frame that may be divided, each break in it dearer than to let the white space of its page give way.

    `headed` are the slabs before which a heading of it begins: where it has such, it is divided there, at such a cost.
    """
    costs = [_AMID if headed and at not in headed else cost for at in range(1, len(fragment.slabs))]
    slabs = tuple(replace(slab, after=max(slab.after, least)) for slab, least in zip(fragment.slabs, costs, strict=False))
    return replace(fragment, slabs=(*slabs, *fragment.slabs[-1:]))


def _ends_kept(fragment: Fragment, last: int) -> Fragment:
    """Return a frame that is divided with its last block, of `last` slabs, not left alone in the frame's other half."""
    at = len(fragment.slabs) - last - 1
    if at < 0:
        return fragment
    before = replace(fragment.slabs[at], after=max(fragment.slabs[at].after, _CLOSING))
    return replace(fragment, slabs=(*fragment.slabs[:at], before, *fragment.slabs[at + 1 :]))


def _kept(fragment: Fragment) -> Fragment:
    return together_lines(fragment)


def _first_space(group: Group, context: Context) -> float:
    return 4.0 * context.layout.spacing if group.role not in ("plain", "bands", "verse") else 0.0


def _barred(fragment: Fragment, context: Context) -> Fragment:
    """Draw a bar at the left of every slab, over the space to the next one too."""
    last = len(fragment.slabs) - 1
    slabs = []
    for index, slab in enumerate(fragment.slabs):
        below = slab.height + (slab.space if index < last else 0.0)
        bar = rule(1.2, 0, 1.2, -below, colour=context.layout.accent, width=1.8)
        slabs.append(replace(slab, leaves=(Leaf(ARTIFACT, bar), *slab.leaves)))
    return replace(fragment, slabs=tuple(slabs))


def _framed(fragment: Fragment, context: Context) -> Fragment:
    """Draw the frame in pieces, a piece a slab, so that it may go on over pages, closed on each of them."""
    width, colour = context.width, context.layout.rule

    def sides(reach: float) -> bytes:
        return rule(0, 0, 0, -reach, colour=colour, width=0.8) + rule(width, 0, width, -reach, colour=colour, width=0.8)

    last = len(fragment.slabs) - 1
    opening = Slab(_ABOVE, (Leaf(ARTIFACT, sides(_ABOVE) + rule(0, 0, width, 0, colour=colour, width=0.8)),))
    slabs: list[Slab] = []
    for index, slab in enumerate(fragment.slabs):
        top = _ABOVE if index == 0 else 0.0
        bottom = _ABOVE if index == last else 0.0
        height = slab.height + top + bottom
        # A page that ends here drops the space below: what closes the frame is as high, so that its sides end there too.
        below = max(_ABOVE, slab.space)
        closing = Slab(below, (Leaf(ARTIFACT, sides(below) + rule(0, -below, width, -below, colour=colour, width=0.8)),))
        heads = tuple(replace(head, leaves=(Leaf(ARTIFACT, sides(head.height)), *head.leaves)) for head in slab.repeat)
        frame = sides(height + (slab.space if index < last else 0.0))
        if index == 0:
            frame += rule(0, 0, width, 0, colour=colour, width=0.8)
        if index == last:
            frame += rule(0, -height, width, -height, colour=colour, width=0.8)
        inside = moved(slab, 0.0, 0, -top) if top else slab
        baseline = slab.baseline + top if slab.baseline else 0.0
        framed = replace(inside, height=height, baseline=baseline, leaves=(Leaf(ARTIFACT, frame), *inside.leaves))
        slabs.append(replace(framed, repeat=(opening, *heads) if index else (), closing=(closing,) if index < last else ()))
    slabs[-1] = replace(slabs[-1], space=max(slabs[-1].space, 8.0 * context.layout.spacing))
    return replace(fragment, slabs=tuple(slabs))
