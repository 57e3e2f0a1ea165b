"""Lists: bullets, numbers, letters, boxes to tick and boxes to rate."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.document import ItemList
from packbuilder.layout import POINTS_PER_MM
from packbuilder.text import plain
from packbuilder.typeset.blocks.inner import EntryLabel
from packbuilder.typeset.blocks.marks import framed_letter, middle, square, to_mark
from packbuilder.typeset.blocks.paragraphs import set_text
from packbuilder.typeset.blocks.stacks import stack_into
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import ARTIFACT, LAST_RESORT, LONELY, Fragment, Leaf, Node, lowered, shifted
from packbuilder.values import replace
from packbuilder.wording import Catalogue

_INDENT = {"bullet": 5.0, "number": 7.0, "letter": 7.0, "tick": 7.0, "rag": 5.0, "plain": 0.0}
"""How far entries stand in, in millimetres, at the reference size."""


def set_list(block: ItemList, context: Context) -> Fragment:
    """Lay out a list; each entry is a label and a body."""
    numbering = {"number": "Decimal", "letter": "UpperAlpha", "bullet": "Disc"}.get(block.style, "")
    builder = Builder(Node(role="L", numbering=numbering))  # type: ignore[arg-type]  # the names are PDF's own
    for index, entry in enumerate(block.entries):
        _entry(builder, context, block, _label(block, index, context.wording), entry)
        if len(block.entries) > 2 and index in (0, len(block.entries) - 2):
            builder.price(LONELY)
    style = context.layout.style("body")
    builder.space(style.after * context.layout.spacing)
    return builder.fragment(before=0.0)


def _entry(builder: Builder, context: Context, block: ItemList, text: str, entry: tuple[object, ...]) -> None:
    style = block.style
    indent = _INDENT[style] * POINTS_PER_MM * context.layout.scale
    reserve = (3 * 6.5 + 2) * POINTS_PER_MM * context.layout.scale if style == "rag" else 0.0
    item = builder.node(Node(role="LI", parent=0))
    label = builder.node(Node(role="Lbl", parent=item)) if text else -1
    body = builder.node(Node(role="LBody", parent=item))
    tick = builder.node(to_mark(context.wording.say("space.tick"), parent=body)) if style == "tick" else ARTIFACT
    inner = Builder()
    stack_into(inner, entry, context.within(context.width - indent - reserve))  # type: ignore[arg-type]
    fragment = inner.fragment()
    if style in ("tick", "rag"):
        # The box stands beside the words, an element of its own: so are they.
        builder.add(_whole(fragment), x=indent, parent=body)
    else:
        builder.add_held(fragment, body, x=indent)
    index_of_first = -len(fragment.slabs)
    body_style = context.layout.style("body")
    line = 2 * middle(fragment.slabs[0], body_style.size)
    if text:
        painted = context.within(max(indent, 1.0)).part(EntryLabel(text))
        beside = shifted(painted.slabs[0].leaves, 0.0, -lowered(painted.slabs[0], fragment.slabs[0]))
        builder.overlay((Leaf(label, leaf.operators, leaf.box) for leaf in beside), index=index_of_first)
        builder.slab_glyphs(painted.glyphs)
    if style == "tick":
        builder.overlay((Leaf(tick, square(0.0, line, body_style.size)),), index=index_of_first)
    if style == "rag":
        _rating(builder, context, context.wording.of(block.language).lines("rating.letters"), line, index_of_first, body)


def set_entry_label(label: EntryLabel, context: Context) -> Fragment:
    """Set what stands before an entry."""
    return set_text(plain(label.words), context.layout.style("body"), context, node=Node(role="Lbl"))


def _whole(fragment: Fragment) -> Fragment:
    """Return an entry that a page break divides only where no page holds it: its boxes are on one page only, and so are its words."""
    *before, last = fragment.slabs
    return replace(fragment, slabs=(*(replace(slab, after=max(slab.after, LAST_RESORT)) for slab in before), last))


def _rating(builder: Builder, context: Context, letters: Sequence[str], line: float, index: int, body: int) -> None:
    """Draw the three boxes (R, A and G in English) at the right: letters, since colour alone tells nothing in print.

    They are announced after the entry, each with its letter.
    """
    for place, letter in enumerate(letters):
        rating = builder.node(to_mark(f"{context.wording.say('space.mark')}, {letter}", parent=body))
        x = context.width + (1.5 - (3 - place) * 6.5) * POINTS_PER_MM * context.layout.scale
        frame, inside, glyphs = framed_letter(letter, x, line, context)
        builder.overlay((Leaf(rating, frame), Leaf(ARTIFACT, inside)), index=index)
        builder.slab_glyphs(glyphs)


def _label(block: ItemList, index: int, wording: Catalogue) -> str:
    if block.style == "bullet":
        return "•"
    if block.style == "number":
        return f"{block.numbers[index] if block.numbers else index + 1}."
    return wording.option(index) if block.style == "letter" else ""
