"""Paragraphs, headings and bare lines of text."""

from __future__ import annotations

from packbuilder import maths
from packbuilder.document import Heading, Paragraph
from packbuilder.languages import foreign
from packbuilder.layout import TextStyle
from packbuilder.markup import flat
from packbuilder.text import Gap, RichText, Run
from packbuilder.typeset.blocks.marks import rule
from packbuilder.typeset.builder import Builder, kept_with_next
from packbuilder.typeset.context import Context
from packbuilder.typeset.formula_pieces import FormulaPiece
from packbuilder.typeset.fragments import ARTIFACT, FORBIDDEN, Fragment, Leaf, Node, Role, Slab, paragraph_node, shared, shifted
from packbuilder.typeset.hyphens import is_hyphenated
from packbuilder.typeset.invisible import hidden_text
from packbuilder.typeset.lines import Line, PaintedLine, break_lines, paint, paint_alike, same_breaks, whole_line
from packbuilder.typeset.words import GapPiece, TextPiece, as_a_whole, boxes, glyphs_of
from packbuilder.values import replace

INSIDE = 40.0
"""The cost of a page break inside a paragraph, against 100 for one more page."""

KEPT = 200.0
"""The cost of a page break after what is kept with what follows: less than dividing that, where a page does not hold both."""

_RULE = 0.07
"""A heading's rule is so thick, against the size of its text."""

_TITLE_LINES = 2
_SMALLER_TITLES = (0.85, 0.7)
_TITLE_OVER_TEXT = 1.25
"""A title of more lines is set smaller, by these parts of its size, but never so small beside the text."""

_WITHIN = 0.995
"""A word that is made to fit takes so much of its line: widths are rounded."""

_RUNOVER = 1.6
"""How far what does not fit on a line of verse stands in on the next, in ems."""

_SPACE = "\u00a0"
"""What a line of verse or code is set in with."""

HEADING_ROLES: dict[int, Role] = {1: "H1", 2: "H2", 3: "H3", 4: "H4"}


def set_paragraph(paragraph: Paragraph, context: Context) -> Fragment:
    """Lay out a paragraph in its role's style."""
    role = paragraph.role
    if role == "verse":
        return _verse(paragraph, context)
    name = role if role in ("credit", "guidance", "stem", "digest") else ""
    fragment = set_text(paragraph.text, context.layout.style(role), context, node=paragraph_node(name))
    if paragraph.anchor and fragment.slabs:
        # Gaps are no words.
        words = flat(tuple(inline for inline in paragraph.text if not isinstance(inline, Gap)))
        fragment = replace(fragment, slabs=(replace(fragment.slabs[0], anchor=paragraph.anchor, words=words), *fragment.slabs[1:]))
    if role == "label":
        # A small heading: it stays with what it is a label of.
        return kept_with_next(fragment)
    return kept_with_next(fragment, KEPT) if paragraph.keep else fragment


def _verse(paragraph: Paragraph, context: Context) -> Fragment:
    """Lay out a line that stays one, with nothing between it and the next: what does not fit stands further in than the line does, below it."""
    style = replace(context.layout.style("verse"), before=0.0, after=0.0, align="left")
    inset = min(_RUNOVER * style.size + _stands_in(paragraph.text, style, context), context.width / 2)
    line = set_text(paragraph.text, style, context.within(context.width - inset), node=paragraph_node(""), first=-inset)
    builder = Builder()
    builder.add(together_lines(line), x=inset)
    builder.release()
    return builder.fragment()


def _stands_in(text: RichText, style: TextStyle, context: Context) -> float:
    """Return how far a line stands in by the spaces that it begins with, in points: in code, what goes on further out would be another block."""
    first = text[0] if text else None
    if not isinstance(first, Run) or not first.text.startswith(_SPACE):
        return 0.0
    spaces = replace(first, text=_SPACE * (len(first.text) - len(first.text.lstrip(_SPACE))))
    lines = break_lines((spaces,), style, context.layout.family, context.width)
    return lines[0].width if len(lines) == 1 else context.width


def good_for(paragraph: Paragraph, context: Context) -> tuple[float, float]:
    """Return from what width on, and up to what width, a paragraph is laid out as it is in the context's, in points; (0, 0): in no other.

    What is flush left has the same lines wherever it breaks alike; words that may be divided, formulas and gaps are left to themselves.
    """
    style = context.layout.style(paragraph.role)
    plain_words = paragraph.role != "verse" and all(isinstance(inline, Run) and not inline.language for inline in paragraph.text)
    if style.align != "left" or not plain_words or is_hyphenated(context.wording.language):
        return 0.0, 0.0
    return same_breaks(paragraph.text, style, context.layout.family, context.width)


def set_heading(heading: Heading, context: Context) -> Fragment:
    """Lay out a heading: it stays with what follows, and may stand in the bookmarks."""
    role = heading.role if heading.role != "heading" else f"heading{heading.level}"
    node = Node(role=HEADING_ROLES[min(4, max(1, heading.level))], name="heading")
    style, text = _fitted(heading, context.layout.style(role), context, node)
    fragment = together_lines(text)
    first = fragment.slabs[0]
    outline = (heading.level, flat(heading.text)) if heading.listed else None
    slabs = (replace(first, anchor=heading.anchor, outline=outline), *fragment.slabs[1:])
    return kept_with_next(_ruled(replace(fragment, slabs=slabs), style, context))


def _fitted(heading: Heading, style: TextStyle, context: Context, node: Node) -> tuple[TextStyle, Fragment]:
    """Set a heading, a title that takes many lines or has words wider than a line in smaller letters; return it with the style that it has."""
    fragment = set_text(heading.text, style, context, node=node)
    body, fitted = context.layout.style("body").size, style
    for part in _SMALLER_TITLES if heading.level == 1 else ():
        if len(fragment.slabs) > _TITLE_LINES and part * style.size >= _TITLE_OVER_TEXT * body:
            fitted = _in_part(style, part)
            fragment = set_text(heading.text, fitted, context, node=node)
    if len(fragment.slabs) > 1 and (widest := _widest_word(heading.text, fitted, context)) > context.width:
        # A word in two is read worse than a smaller one, as long as that is no smaller than the text.
        fitted = _in_part(fitted, max(min(1.0, body / fitted.size), _WITHIN * context.width / widest))
        fragment = set_text(heading.text, fitted, context, node=node)
    return fitted, fragment


def _in_part(style: TextStyle, part: float) -> TextStyle:
    """Return a style in a part of its size."""
    return replace(style, size=part * style.size, leading=part * style.leading)


def _widest_word(text: RichText, style: TextStyle, context: Context) -> float:
    """Return how wide the widest word is, in points; words that are tied together part sooner than either is divided."""
    words = (
        box
        for box in boxes(text, style, context.layout.family)
        if not any(_SPACE in each.text for each in box.pieces if isinstance(each, TextPiece))
    )
    return max((box.width for box in words), default=0.0)


def _ruled(fragment: Fragment, style: TextStyle, context: Context) -> Fragment:
    """Draw a heading's rule in the accent: over its first line, or under its last."""
    if not style.rule:
        return fragment
    at = 0 if style.rule == "above" else -1
    slab = fragment.slabs[at]
    width = _RULE * style.size
    # A quarter of the leading: on the grid where that is.
    room = style.leading / 4
    if style.rule == "above":
        leaves = (Leaf(ARTIFACT, rule(0, -width / 2, context.width, -width / 2, colour=context.layout.accent, width=width)),)
        ruled = replace(slab, height=slab.height + room, leaves=(*leaves, *shifted(slab.leaves, 0.0, -room)))
        return replace(fragment, slabs=(ruled, *fragment.slabs[1:]))
    y = -slab.height - room / 2
    below = Leaf(ARTIFACT, rule(0, y, context.width, y, colour=context.layout.accent, width=width))
    return replace(fragment, slabs=(*fragment.slabs[:-1], replace(slab, height=slab.height + room, leaves=(below, *slab.leaves))))


def together_lines(fragment: Fragment) -> Fragment:
    """Forbid breaks between the lines of a text."""
    return replace(fragment, slabs=tuple(replace(slab, after=FORBIDDEN) for slab in fragment.slabs))


def set_text(text: RichText, style: TextStyle, context: Context, *, node: Node, first: float = 0.0) -> Fragment:
    """Lay out text as one structure element `node`, a slab a line, with no widow and no orphan."""
    before, space = style.before * context.layout.spacing, style.after * context.layout.spacing
    piece = as_a_whole(text, style, context.layout.family)
    if piece is not None and first + piece.width <= context.width:
        # Nearly all of tables, labels and plans: nothing to break, nobody else's words.
        line, leaf = whole_line(piece, style, x=_aligned(piece.width, style, context.width) + first)
        slab = Slab(line.height, (leaf,), space=max(0.0, space), baseline=line.baseline)
        return Fragment(slabs=(slab,), nodes=shared((node,)), before=before, glyphs=glyphs_of(piece.face, piece.text))
    # A heading's words are divided only where one is wider than its line.
    language, running = context.wording.language, context.layout.hyphenate and not node.role.startswith("H")
    lines = break_lines(text, style, context.layout.family, context.width, first=first, language=language, running=running)
    builder = Builder(node)
    owners = _Owners(builder, context)
    last = len(lines) - 1
    for index, line in enumerate(lines):
        x = aligned(line, style, context.width) + (first if index == 0 else 0.0)
        painted = paint(line, x=x, colour=style.colour, node=0) if piece is None else paint_alike(line, piece, x=x, colour=style.colour)
        leaves, glyphs = owners.owned(painted, -line.baseline)
        stranded = last > 0 and (index == 0 or index == last - 1)
        after = 0.0 if index == last else FORBIDDEN if stranded else INSIDE
        builder.slab(Slab(line.height, leaves, after, baseline=line.baseline), glyphs=glyphs)
    builder.space(space)
    return builder.fragment(before=before)


def aligned(line: Line, style: TextStyle, width: float) -> float:
    """Return where a line begins: points from the left."""
    return _aligned(line.width, style, width)


def _aligned(taken: float, style: TextStyle, width: float) -> float:
    if style.align == "left":
        return 0.0
    return (width - taken) / (2 if style.align == "centre" else 1)


class _Owners:
    """Gives formulas, links, gaps and words of another language structure nodes of their own under the text's node.

    A link, another language or a formula that goes on in the next line goes on in its node.
    """

    def __init__(self, builder: Builder, context: Context) -> None:
        self._builder = builder
        self._context = context
        self._open: tuple[str, str] = ("", "")
        self._node = 0
        self._unfinished: int | None = None

    def owned(self, painted: PaintedLine, y: float) -> tuple[tuple[Leaf, ...], frozenset[tuple[str, str]]]:
        """Return a line's leaves with their nodes, and the characters set, those besides the line's own among them; `y` is its baseline."""
        leaves: list[Leaf] = []
        glyphs = painted.glyphs
        for piece, leaf in painted.leaves:
            if isinstance(piece, TextPiece):
                leaves.append(Leaf(self._continued(piece), leaf.operators, leaf.box))
                continue
            self._open = ("", "")
            if isinstance(piece, FormulaPiece):
                owned, used = self._formula(piece, leaf, y)
                leaves.append(owned)
                glyphs |= used
            elif isinstance(piece, GapPiece):
                words = self._context.wording.say("space.gap", label=piece.label).strip()
                owner = self._builder.node(Node(role="Form", parent=0, name="space", alt=words))
                leaves.append(Leaf(owner, leaf.operators, leaf.box))
            else:
                leaves.append(leaf)
        return tuple(leaves), glyphs

    def _continued(self, piece: TextPiece) -> int:
        wanted = (piece.link, piece.language)
        if wanted != self._open:
            self._open = wanted
            role: Role = "Link" if piece.link else "Span"
            self._node = self._builder.node(Node(role=role, parent=0, target=piece.link, language=piece.language))
        return self._node

    def _formula(self, piece: FormulaPiece, leaf: Leaf, y: float) -> tuple[Leaf, frozenset[tuple[str, str]]]:
        owner = self._unfinished
        if owner is None:
            own = self._context.wording.language
            speech = maths.to_speech(piece.whole, piece.language or own)
            language = foreign(speech.language, own)
            owner = self._builder.node(Node(role="Formula", parent=0, alt=speech.words, actual=piece.written, language=language))
        if piece.reduced:
            self._builder.rename(owner, "reduced")
        self._unfinished = owner if piece.continued else None
        x = leaf.box[0] if leaf.box else 0.0
        hidden, used = hidden_text(piece.shown, x=x, y=y, width=piece.width, size=piece.size, context=self._context)
        return Leaf(owner, leaf.operators + hidden, leaf.box), used
