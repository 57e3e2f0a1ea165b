"""Questions: number, stem, marks and space to answer in, kept together as long as they fit on a page."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from packbuilder.document import Block, ItemList, NumberedQuestion, Options, Paragraph, Table
from packbuilder.identity import Same, same_as
from packbuilder.layout import POINTS_PER_MM, Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.blocks.answers import ABOVE_OPTIONS, options_into
from packbuilder.typeset.blocks.inner import Asked, NumberLabel, Stem
from packbuilder.typeset.blocks.marks import box, middle
from packbuilder.typeset.blocks.paragraphs import HEADING_ROLES, KEPT, set_text
from packbuilder.typeset.blocks.stacks import stack_into
from packbuilder.typeset.builder import Builder, together
from packbuilder.typeset.context import Context
from packbuilder.typeset.faces import Face, face_for
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, LAST_RESORT, Fragment, Leaf, Node, Slab, lowered, shifted
from packbuilder.typeset.lines import whole_line
from packbuilder.typeset.words import TextPiece, glyphs_of
from packbuilder.values import replace
from packbuilder.wording import Catalogue

_MARK_COLUMN = 15.0 * POINTS_PER_MM
_STEM = 0.8
"""Stems up to this part of the page's height stay whole."""

_WHOLE = 0.6
"""Lists to choose from, tables and texts to fill in, up to this part of the page's height, are never divided."""

_BETWEEN_PARTS = 15.0
"""The cost of a page break between parts of a question, which share what stands above them: that of a page left half empty."""

_NUMBER_WIDTH = 200.0
"""Points that a number has room for: more than any takes."""

_LABEL = 1
"""The node of a question's number."""

_NO_NUMBER = Leaf(_LABEL, b"")
"""Stands where a question's number will, which has nothing painted yet."""

_SIZES_ACROSS = {"lettered": 0.9, "dotted": 1.1, "boxed": 2.15}
"""Width of a number's column in centimetres-like steps of 10 mm, at 11 pt; it grows with the text."""


_WORDS = Node(role="P")
"""What numbers, digests and marks are set as; their leaves belong to other nodes."""


def number_words(number: tuple[int, ...], layout: Layout, wording: Catalogue) -> str:
    """Return a question's number as words of text, as the layout numbers: `1 (b)`, `1.2` or `01.2`."""
    if layout.numbering == "lettered":
        return f"({wording.lettered(_letter(number[1]))})" if len(number) > 1 else str(number[0])
    if layout.numbering == "dotted":
        return ".".join(str(part) for part in number)
    first = f"{number[0]:02d}"
    return first if len(number) == 1 else f"{first}.{number[1]}"


def _letter(index: int) -> str:
    return chr(ord("a") + index - 1)


def mark_words(marks: int, context: Context) -> str:
    """Return a mark as the layout writes it: `[2]`, `(2)` or `[2 marks]`."""
    if context.layout.marks == "words":
        return f"[{context.wording.count('marks', marks)}]"
    return f"[{marks}]" if context.layout.marks == "brackets" else f"({marks})"


def set_question(question: NumberedQuestion, context: Context) -> Fragment:
    """Lay out a question or a part of one. The stem stays with what is filled in."""
    return context.shared(_Questions, len(question.number) > 1).question(question)


class _Around(NamedTuple):
    """What is asked, the leaves of its first slab before and after those of its number, and its other slabs."""

    asked: Fragment
    before: tuple[Leaf, ...]
    after: tuple[Leaf, ...]
    rest: tuple[Slab, ...]


class _Questions:
    """Lays out questions, or with `deep` parts of them, and remembers them without their numbers."""

    def __init__(self, deep: bool, context: Context) -> None:
        self._deep = deep
        self._context = context
        self._numbers = context.within(_NUMBER_WIDTH)
        column, indent = _columns(same_as(context.layout), deep)
        self._label_at = indent - column
        self._around = lru_cache(maxsize=4096)(self._around_of)
        self._number = lru_cache(maxsize=4096)(self._number_of)

    def question(self, question: NumberedQuestion) -> Fragment:
        """Lay out a question."""
        asked, before, after, rest = self._around(
            same_as(question.stem), same_as(question.space), question.marks, question.digest, question.heading
        )
        first, words = asked.slabs[0], _label(question, self._context)
        number = self._number(words, first.height, first.baseline)
        leaves = (*before, *number.slabs[0].leaves, *after)
        first = replace(first, leaves=leaves, anchor=question.anchor, words=words) if question.anchor else replace(first, leaves=leaves)
        # Most numbers have no figure that what is asked has not: its digest alone has six.
        glyphs = asked.glyphs if number.glyphs <= asked.glyphs else asked.glyphs | number.glyphs
        return replace(asked, slabs=(first, *rest), glyphs=glyphs, question=str(question.number[0]))

    def _number_of(self, words: str, height: float, baseline: float) -> Fragment:
        return self._numbers.part(NumberLabel(words, self._label_at, height, baseline))

    def _around_of(self, stem: Same[tuple[Block, ...]], space: Same[tuple[Block, ...]], marks: int, digest: str, heading: int) -> _Around:
        asked = self._context.part(Asked(stem, space, marks, digest, self._deep, heading))
        first, *rest = asked.slabs
        at = first.leaves.index(_NO_NUMBER)
        return _Around(asked, first.leaves[:at], first.leaves[at + 1 :], tuple(rest))


def set_asked(question: Asked, context: Context) -> Fragment:
    """Lay out what is asked, with its digest and the space to answer in; `_NO_NUMBER` stands where the number will."""
    layout = context.layout
    column, indent = _columns(same_as(layout), question.deep)
    stem = Stem(blocks=question.stem, marks=question.marks, deep=question.deep, heading=question.heading)
    builder = Builder.of(context.part(stem))
    if question.digest and layout.digests:
        _digest(builder, question.digest, context, indent - column)
    if question.space.__self__:
        page = layout.page.text_height
        for block in question.space.__self__:
            # In large print options and tables begin below the number: their lines are longer and fewer, so that most questions fit a page with a heading.
            hung = column if layout.marks_below and isinstance(block, Options | Table) else 0.0
            inner = context.within(context.width - indent + hung)
            if isinstance(block, Options) and not block.row:
                builder.keep()
                # Nearly every version has them in another order: each of them is known, and all that is new is put together once.
                builder.space(ABOVE_OPTIONS)
                options_into(builder, block, inner, parent=0, x=indent - hung)
                continue
            fragment = inner.set(block)
            # Steps to be put in order are compared with each other: in large print such a table has a page to itself before it is divided.
            alone = layout.marks_below and isinstance(block, Table) and builder.height() + fragment.height > page >= fragment.height
            builder.price(KEPT if alone else FORBIDDEN)
            whole = isinstance(block, Table | ItemList | Paragraph) and (alone or fragment.height <= _WHOLE * page)
            builder.add(together(fragment) if whole else fragment, parent=0, x=indent - hung)
        builder.space(3.0 * POINTS_PER_MM)
    elif not question.marks:
        builder.price(KEPT)
    if question.deep:
        builder.price(_BETWEEN_PARTS)
    return builder.fragment(before=(1.0 if question.deep else 2.0) * POINTS_PER_MM)


def set_stem(stem: Stem, context: Context) -> Fragment:
    """Lay out what is asked, with its marks and nothing below it."""
    layout = context.layout
    style = layout.style("stem")
    _, indent = _columns(same_as(layout), stem.deep)
    builder = Builder(
        Node(role="Div", name="part" if stem.deep else "question"),
        Node(role=HEADING_ROLES.get(stem.heading, "P"), parent=0, name="number"),
    )
    width = context.width - indent
    beside = stem.marks and not layout.marks_below
    stem_width = width - (_MARK_COLUMN * layout.scale if beside else 0.0)
    stack_into(builder, stem.blocks.__self__, context.within(stem_width), parent=0, x=indent)
    if builder.empty:
        # Nothing is asked here: the number has a line to itself.
        builder.slab(Slab(style.leading))
    if builder.height() <= _STEM * layout.page.text_height:
        builder.bind(LAST_RESORT)
    builder.overlay((_NO_NUMBER,), index=0)
    if beside:
        _marks(builder, stem.marks, context, style)
    elif stem.marks:
        _marks_below(builder, stem.marks, context.within(width), indent)
    builder.space(2.0 * POINTS_PER_MM)
    return builder.fragment()


@lru_cache(maxsize=64)
def _columns(same: Same[Layout], deep: bool) -> tuple[float, float]:
    """Return the width of a number's column, and how far what is asked stands in, in points."""
    layout = same.__self__
    column = _SIZES_ACROSS[layout.numbering] * 10 * POINTS_PER_MM * max(1.0, layout.style("stem").size / 11)
    return column, column * (2 if deep and layout.numbering == "lettered" else 1)


def _label(question: NumberedQuestion, context: Context) -> str:
    """Return a question's number as it is printed, starred where it is."""
    return number_words(question.number, context.layout, context.wording) + "*" * question.starred


def _flush_left(style: TextStyle) -> TextStyle:
    return style if style.align == "left" else replace(style, align="left")


def _digest(builder: Builder, digest: str, context: Context, x: float) -> None:
    """Print the digest below the number: page furniture, for whoever matches papers and schemes. It is painted after the number."""
    face, head, tail = _around_digest(same_as(context.layout), x, -builder.first_height())
    at = builder.first().leaves.index(_NO_NUMBER) + 1
    builder.overlay((Leaf(ARTIFACT, head + face.shown(digest) + tail),), index=0, at=at)
    builder.slab_glyphs(glyphs_of(face, digest))


@lru_cache(maxsize=64)
def _around_digest(same: Same[Layout], x: float, y: float) -> tuple[Face, bytes, bytes]:
    """Return the face of digests, and what is painted before and after the figures of one whose line's top left corner is (x, y)."""
    layout, figure = same.__self__, "0"
    style = _flush_left(layout.style("digest"))
    face = face_for(figure, layout.family, style.bold, style.italic, False)
    _, line = whole_line(TextPiece(figure, face, style.size, 0.0, 0.0, tracking=style.tracking * style.size), style, x=0.0)
    (leaf,) = shifted((line,), x, y)
    head, _, tail = leaf.operators.partition(face.shown(figure))
    return face, head, tail


def set_number(label: NumberLabel, context: Context) -> Fragment:
    """Lay out a number as leaves of the line that it stands beside."""
    style, beside = _flush_left(context.layout.style("number")), Slab(label.height, baseline=label.baseline)
    if context.layout.numbering == "boxed":
        return _boxed(label.words, style, context.within(100), beside)
    painted = set_text(plain(label.words), style, context, node=_WORDS)
    leaves = _owned(painted, _LABEL, label.x, -lowered(painted.slabs[0], beside))
    return Fragment(slabs=(Slab(label.height, leaves),), glyphs=painted.glyphs)


def _boxed(words: str, style: TextStyle, context: Context, beside: Slab) -> Fragment:
    """Draw each figure of a number in a box of its own, a point between question and part (`0 1 . 2`)."""
    side = 1.5 * style.size
    x, drawn = 0.0, b""
    leaves: list[Leaf] = []
    glyphs: frozenset[tuple[str, str]] = frozenset()
    centre = middle(beside, style.size)
    top = centre - side / 2
    for char in words:
        painted = set_text(plain(char), style, context, node=_WORDS)
        slab = painted.slabs[0]
        reach = max((leaf.box[2] for leaf in slab.leaves if leaf.box), default=side)
        wide = side if char.isdigit() else 0.6 * style.size
        leaves.extend(_owned(painted, _LABEL, x + (wide - reach) / 2, -(centre - slab.height / 2)))
        if char.isdigit():
            drawn += box(x, -top - side, side, side, line=0.7)
        x += wide
        glyphs |= painted.glyphs
    return Fragment(slabs=(Slab(beside.height, (Leaf(ARTIFACT, drawn), *leaves)),), glyphs=glyphs)


def _owned(fragment: Fragment, node: int, x: float, y: float) -> tuple[Leaf, ...]:
    leaves = shifted(fragment.slabs[0].leaves, x, y)
    return tuple(Leaf(node, leaf.operators, leaf.box) for leaf in leaves)


def _marks_below(builder: Builder, marks: int, context: Context, x: float) -> None:
    """Set the mark on a line of its own below the stem, at the stem's left edge."""
    builder.keep()
    look = _flush_left(context.layout.style("marks"))
    builder.add(set_text(plain(mark_words(marks, context)), look, context, node=Node(role="P", name="marks")), parent=0, x=x)


def _marks(builder: Builder, marks: int, context: Context, style: TextStyle) -> None:
    """Set the mark flush right, beside the last line of the stem."""
    node = builder.node(Node(role="P", parent=0, name="marks"))
    look = replace(context.layout.style("marks"), size=style.size, leading=style.leading, align="right")
    painted = set_text(plain(mark_words(marks, context)), look, context, node=_WORDS)
    last, own = builder.last(), painted.slabs[0]
    drop = lowered(own, last) if last.baseline else max(0.0, last.height - own.height)
    builder.overlay(_owned(painted, node, 0.0, -drop), index=-1)
    builder.slab_glyphs(painted.glyphs)
