"""Space to answer in: ruled lines, workings, a blank with its unit, options, and fields to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from packbuilder.document import AnswerBlank, AnswerBox, AnswerLines, Field, Fields, Options, Workings
from packbuilder.identity import Same, same_as
from packbuilder.layout import LARGE_PRINT, POINTS_PER_MM, Layout, TextStyle
from packbuilder.text import RichText, Run, plain
from packbuilder.typeset.blocks.inner import Choice, OptionLetter, OptionWords
from packbuilder.typeset.blocks.marks import box, middle, rule, square, to_mark
from packbuilder.typeset.blocks.paragraphs import set_text, together_lines
from packbuilder.typeset.builder import Builder
from packbuilder.typeset.context import Context
from packbuilder.typeset.fragments import FORBIDDEN, LAST_RESORT, Fragment, Leaf, Node, Slab, leaves_of, lowered
from packbuilder.typeset.lines import break_lines
from packbuilder.typeset.words import boxes
from packbuilder.values import replace

_FIRST_LINES = 2
"""So many answer lines stay with the stem, and as many at least go over to the next page."""

_BETWEEN_LINES = 45.0
"""The cost of a page break between answer lines, against 100 for one more page."""

_TO_THE_FOOT = 80.0
"""What it costs more for each page's height of lines that goes over to the next page: a page whose answer lines go on is full, not as full as the next."""

_FIELD_HEIGHT = 8.5 * POINTS_PER_MM
"""Height of a row of fields, and of the boxes for a centre's and a candidate's number, at the reference size; less on half-size pages."""

_LOW = 0.6
"""Fields are never lower against that, however close a page is set: a figure must be written into each box."""

_BETWEEN_ROWS = 2.5 * POINTS_PER_MM

_BETWEEN_FIELDS = 20.0
"""The cost of a page break between rows of fields in large print, against 100 for one more page."""

_FIRST = 2.2
"""The first of several fields in one row, a name, is so many times as wide as the others."""

_ELASTIC = 0.5
"""In large print, where the lines' pitch grew with the text, so much of it is white space, which gives way a little before a page overflows."""

_SPARE = 5
"""One in so many lines of a long answer may be left out, where a page would else overflow by them."""

_KEPT = 8
"""Answer spaces of up to so many lines stay whole."""

_LEAST_BLANK = 4.0
"""A blank beside words is at least so many ems wide."""

_PIECES, _PIECE = 3, 0.1
"""So many pieces of the space for a calculation, each so much of it, may be left out in large print: more than elsewhere is left of it."""

_MOST_ROOM = 0.6
"""The space for a calculation takes this part of a page at most."""

_UNDER = 2.0
"""How far above the bottom of a line a rule to write on stands, in points."""

NOTHING = b"0 g\n"
"""What is painted where nothing is to be seen, so that there is a place to announce."""

_LETTERS = (1.6, 2.8)
"""Where an option's letter and its words begin in large print, in ems: close to the box, since its lines hold few words as it is."""

_LETTER = 1
"""The element of an option's letter, in what is set of the option."""

_APART = 1.6
"""How far apart options in a row stand, in ems."""

ABOVE_OPTIONS = 2.0
"""White space above options, in points."""

_ALONE = 150.0
"""What a page break costs more that parts one option from the others: more than another page, since who turns none may miss it."""

_SHORT = 200.0
"""The cost of a page break inside an answer space that stays whole: less than that of one inside the stem."""


def set_answer_lines(block: AnswerLines, context: Context) -> Fragment:
    """Rule the lines: as many as the block says, or as the layout gives for its marks."""
    pitch, count = context.layout.answer.pitch, block.lines or context.layout.answer.lines(block.marks)
    white = _ELASTIC * pitch if context.layout.scale >= LARGE_PRINT else 0.0
    # Over a line that begins a page there is as much room as over any other.
    room = (Slab(white),) if white else ()
    builder = Builder(answer_space(context.wording.count("space.lines", count), lines=count))
    for index in range(count):
        left = count - 1 - index
        divided = count > _KEPT and index + 1 >= _FIRST_LINES and left >= _FIRST_LINES
        inner = index + 1 >= _FIRST_LINES and left >= _FIRST_LINES
        fuller = _TO_THE_FOOT * (left - count / 2) * pitch / context.layout.page.text_height
        after = 0.0 if not left else _BETWEEN_LINES + fuller if divided else _SHORT + fuller if inner else FORBIDDEN
        # Of a long answer's lines some may be left out; never the last, which carries what follows it.
        spare = not block.lines and count > _KEPT and 1 <= left <= count // _SPARE
        height = pitch - white if index else pitch
        line = rule(0, 1 - height, context.width, 1 - height, colour=(0.35, 0.35, 0.35), width=0.5)
        builder.slab(Slab(height, (Leaf(0, line),), after, white if left else 0.0, repeat=room if index else (), spare=spare))
    builder.space(3.0 * POINTS_PER_MM)
    return builder.fragment()


def set_workings(block: Workings, context: Context) -> Fragment:
    """Leave white space for a calculation; it is never divided.

    In large print, where it grew with the text, a part of it may be left out, so that a question fits on one page.
    """
    height = min(block.marks * context.layout.answer.workings_a_mark, _MOST_ROOM * context.layout.page.text_height)
    pieces = _PIECES if context.layout.scale >= LARGE_PRINT else 0
    first = Slab((1 - pieces * _PIECE) * height, (Leaf(0, NOTHING),), FORBIDDEN if pieces else 0.0)
    spare = (Slab(_PIECE * height, after=FORBIDDEN if at < pieces else 0.0, spare=True) for at in range(1, pieces + 1))
    return Fragment(slabs=(first, *spare), nodes=(answer_space(context.wording.say("space.workings")),))


def set_answer_box(block: AnswerBox, context: Context) -> Fragment:
    """Leave the room of a line, or more: the cell's own rules are the box."""
    words = context.wording.say("space.box.for", label=block.label) if block.label else context.wording.say("space.box")
    height = context.layout.style("body").leading
    drawn = rule(0, _UNDER - height, context.width, _UNDER - height) if block.ruled else NOTHING
    if block.room:
        height = min(block.room * context.layout.answer.workings_a_mark, _MOST_ROOM * context.layout.page.text_height)
    return Fragment(slabs=(Slab(height, (Leaf(0, drawn),)),), nodes=(answer_space(words),))


def answer_space(words: str, *, parent: int = -1, lines: int = 0) -> Node:
    """Return the element of something to fill in, announced in words: what is drawn of it says nothing to who cannot see it."""
    return Node(role="Form", name="space", parent=parent, alt=words, lines=lines)


def set_answer_blank(block: AnswerBlank, context: Context) -> Fragment:
    """Set a label, a ruled blank and a unit, flush right; one below the other where they do not fit in a row."""
    style = context.layout.style("body")
    label, unit = (_reach(part, style, context) for part in (block.label, block.unit))
    room = context.width - label - unit
    ruled = min(block.ems * style.size, 0.5 * context.width)
    if room < min(_LEAST_BLANK * style.size, ruled):
        return _blank_below(block, context, ruled)
    ruled = min(ruled, room)
    builder = Builder(Node(role="P", name="answer"))
    height = _blank_height(context)

    def words(part: RichText, x: float) -> Iterator[Leaf]:
        if part:
            fragment = set_text(part, style, context, node=Node(role="Span"))
            offset = builder.adopt(fragment, parent=0)
            drop = height - fragment.slabs[0].height + 1.5
            yield from leaves_of(fragment.slabs[0], x, -drop, nodes=offset)

    start = context.width - unit - ruled
    leaves = [*words(block.label, start - label), _blank(builder, context, start, ruled), *words(block.unit, start + ruled + 4)]
    builder.slab(Slab(height, tuple(leaves), 0.0, 6.0))
    return builder.fragment(before=2.0)


def _blank_below(block: AnswerBlank, context: Context, ruled: float) -> Fragment:
    """Set the label above the blank and the unit below it."""
    style = context.layout.style("body")
    builder = Builder(Node(role="P", name="answer"))
    if block.label:
        builder.add(set_text(block.label, style, context, node=Node(role="Span")), parent=0)
        builder.keep()
    builder.slab(Slab(_blank_height(context), (_blank(builder, context, context.width - ruled, ruled),), 0.0, 6.0))
    if block.unit:
        builder.keep()
        builder.add(set_text(block.unit, style, context, node=Node(role="Span")), parent=0)
    return builder.fragment(before=2.0)


def _blank_height(context: Context) -> float:
    return max(context.layout.answer.pitch, context.layout.style("body").leading)


def _blank(builder: Builder, context: Context, x: float, ruled: float) -> Leaf:
    """Return the rule to write on, from `x`, as an answer space of its own."""
    space = builder.node(answer_space(context.wording.say("space.blank"), parent=0))
    y = 2 - _blank_height(context)
    return Leaf(space, rule(x, y, x + ruled, y))


def _reach(part: RichText, style: TextStyle, context: Context) -> float:
    """Return the width in points of a part with the gap to the blank; more than there is where it takes several lines."""
    if not part:
        return 0.0
    first, *rest = break_lines(part, style, context.layout.family, context.width)
    return context.width if rest else first.width + 4


def set_options(block: Options, context: Context) -> Fragment:
    """Set options one below the other, each with its letter and a box to mark; divided only where no page holds them, and none alone."""
    builder = Builder()
    if block.row:
        builder.node(_list_of(block, -1))
        _row_of_options(builder, block, context)
    else:
        options_into(builder, block, context)
    return builder.fragment(before=ABOVE_OPTIONS)


def options_into(builder: Builder, block: Options, context: Context, *, parent: int = -1, x: float = 0.0) -> None:
    """Add options that stand one below the other, `x` points in."""
    root = builder.node(_list_of(block, parent))
    last, space = len(block.options), 2.2 * context.layout.spacing
    for number, option in enumerate(block.options, 1):
        after = 0.0 if number == last else LAST_RESORT + (_ALONE if number in (1, last - 1) else 0.0)
        below = max(space, 4.0 * POINTS_PER_MM) if number == last else space
        builder.add(context.part(Choice(option.letter, same_as(option.text), after, below)), parent=root, x=x)


def _list_of(block: Options, parent: int) -> Node:
    lettered = any(option.letter for option in block.options)
    return Node(role="L", parent=parent, name="options", numbering="UpperAlpha" if lettered else "")


def _row_of_options(builder: Builder, block: Options, context: Context) -> None:
    """Set short options side by side, in as many rows as they need."""
    gap = _APART * context.layout.style("option").size
    x = 0.0
    for option in block.options:
        fragment = context.part(Choice(option.letter, same_as(option.text)))
        slab = fragment.slabs[0]
        reach = max(leaf.box[2] for leaf in slab.leaves if leaf.box)
        if len(fragment.slabs) > 1 or not x or x + reach > context.width:
            builder.keep()
            builder.add(fragment, parent=0)
            x = 0.0 if len(fragment.slabs) > 1 else reach + gap
            continue
        offset = builder.adopt(fragment, parent=0)
        builder.overlay(leaves_of(slab, x, nodes=offset), index=-1)
        builder.slab_glyphs(fragment.glyphs)
        x += reach + gap
    builder.space(2.2 * context.layout.spacing)
    builder.release()


def set_choice(option: Choice, context: Context) -> Fragment:
    """Set one option: its letter, if it has one, its words and a box to mark."""
    words = context.part(OptionWords(option.text, bool(option.letter)))
    builder = Builder.of(words)
    if option.letter:
        letter = context.within(40 * context.layout.scale).part(OptionLetter(option.letter))
        beside = letter.slabs[0]
        at, _ = _letter_and_words(context)
        builder.overlay(leaves_of(beside, at, -lowered(beside, words.slabs[0]), nodes=_LETTER), index=0)
        builder.slab_glyphs(letter.glyphs)
    builder.space(option.space)
    builder.end(option.after)
    return builder.fragment(before=words.before)


def set_option_words(option: OptionWords, context: Context) -> Fragment:
    """Set an option's words and a box to mark, with no page break in them or after them; the letter's element comes right after the option's."""
    style = context.layout.style("option")
    letter_at, text_at = _letter_and_words(context)
    builder = Builder(Node(role="LI"))
    if option.lettered:
        builder.node(Node(role="Lbl", parent=0))
    body = builder.node(Node(role="LBody", parent=0))
    mark = builder.node(to_mark(context.wording.say("space.mark"), parent=body))
    inset = text_at if option.lettered else letter_at
    text = set_text(option.text.__self__, style, context.within(context.width - inset), node=Node(role="P", name="option"))
    fragment = together_lines(text)
    builder.add(fragment, x=inset, parent=body)
    line = 2 * middle(fragment.slabs[0], style.size)
    builder.overlay((Leaf(mark, square(0.0, line, style.size * 1.15)),), index=0)
    return builder.fragment(before=fragment.before)


def _letter_and_words(context: Context) -> tuple[float, float]:
    """Return where an option's letter and its words begin, in points."""
    scale = context.layout.scale
    if scale >= LARGE_PRINT:
        near, far = _LETTERS
        size = context.layout.style("option").size
        return near * size, far * size
    return 8.0 * POINTS_PER_MM * scale, 15.0 * POINTS_PER_MM * scale


def set_option_letter(option: OptionLetter, context: Context) -> Fragment:
    """Set an option's letter."""
    return set_text(plain(option.letter, bold=True), context.layout.style("option"), context, node=Node(role="Lbl"))


def set_fields(block: Fields, context: Context) -> Fragment:
    """Set fields in rows, two short ones (or all) to a row: a label, then boxes or a ruled line."""
    builder = Builder(Node(role="Div", name="fields"))
    # Two fields in a row would leave no room to write in.
    alone = context.layout.scale >= LARGE_PRINT
    in_one = block.row and not alone
    rows = [block.fields] if in_one else _rows(block.fields, alone=alone)
    for place, row in enumerate(rows):
        # In large print the fields alone take most of a page: they may go on to the next, but none stands by itself there, or is left behind.
        parted = alone and (0 < place < len(rows) - 2 or place == len(rows) - 1)
        _field_row(builder, row, context, first=_FIRST if in_one else 1.0, apart=_BETWEEN_FIELDS if parted else FORBIDDEN)
    builder.release()
    return builder.fragment(before=4.0)


def _rows(fields: tuple[Field, ...], *, alone: bool) -> list[tuple[Field, ...]]:
    rows: list[tuple[Field, ...]] = []
    for field in fields:
        if rows and not alone and field.short and len(rows[-1]) == 1 and rows[-1][0].short:
            rows[-1] = (*rows[-1], field)
        else:
            rows.append((field,))
    return rows


def _field_row(builder: Builder, row: tuple[Field, ...], context: Context, *, first: float, apart: float) -> None:
    """Set a row; its first field is `first` times as wide as each of the others. `apart` is what it costs to end a page after it."""
    gap = 5.0 * POINTS_PER_MM
    width = (context.width - gap * (len(row) - 1)) / (len(row) - 1 + first)
    widths = [width if place else width * first for place in range(len(row))]
    labels = [_label(field, context, own, snug=len(row) > 2) for field, own in zip(row, widths, strict=True)]
    # As high as a field is: two lines of a label fit the space between rows as well, three do not, nor do two where fields are lower, or letters large.
    held = 2 if context.layout.spacing >= _LOW and context.layout.scale < LARGE_PRINT else 1
    tall = [label.fragment.height - _BETWEEN_ROWS for label in labels if len(label.fragment.slabs) > held]
    height = max((_field_height(context.layout), *tall))
    leaves: list[Leaf] = []
    x = 0.0
    for field, label, own in zip(row, labels, widths, strict=True):
        leaves.extend(_field(builder, field, label, context, x, own, height))
        x += own + gap
    builder.slab(Slab(height, tuple(leaves), apart, _BETWEEN_ROWS))


def _field_height(layout: Layout) -> float:
    return _FIELD_HEIGHT * layout.scale * min(1.0, max(_LOW, layout.spacing))


class _Label(NamedTuple):
    """A field's label, and the width in points that it was set in."""

    fragment: Fragment
    width: float


def _label(field: Field, context: Context, width: float, *, snug: bool) -> _Label:
    """Set the label of a field that is `width` points wide. `snug`: the rule begins where the label ends, and not below that of the row above."""
    style = context.layout.style("label")
    own = min(38.0 * POINTS_PER_MM * context.layout.scale, width * 0.45)
    if context.layout.scale >= LARGE_PRINT:
        # A second line of a label costs more there than a shorter rule.
        own = max(own, min(break_lines(plain(field.label), style, context.layout.family, width)[0].width + 1.0, width * 0.45))
    if snug:
        own = min(break_lines(plain(field.label), style, context.layout.family, width)[0].width, width * 0.6)
    if max((each.width for each in boxes(plain(field.label), style, context.layout.family)), default=0.0) <= own:
        # "Numéro de candi-dat" has room for its last word on a line of its own.
        context = context.styled(_undivided(same_as(context.layout)))
    return _Label(set_text((Run(text=field.label, language=field.language),), style, context.within(own), node=Node(role="P")), own)


@lru_cache(maxsize=64)
def _undivided(same: Same[Layout]) -> Layout:
    """Return a layout that divides no word; remembered, since layouts are told apart by identity."""
    return replace(same.__self__, hyphenate=False)


def _field(builder: Builder, field: Field, label: _Label, context: Context, x: float, width: float, row: float) -> list[Leaf]:
    """Return a field's leaves: its label at `x`, and beside it boxes or a rule to the end of its width, in a row so many points high."""
    height = _field_height(context.layout)
    offset = builder.adopt(label.fragment, parent=0)
    leaves: list[Leaf] = []
    y = -(row - label.fragment.height) / 2
    for slab in label.fragment.slabs:
        leaves.extend(leaves_of(slab, x, y, nodes=offset))
        y -= slab.height
    start, foot = x + label.width + 3, -(row + height) / 2
    words = context.wording.count("space.boxes", field.boxes) if field.boxes else context.wording.say("space.blank")
    space = builder.node(answer_space(words, parent=0))
    if field.boxes:
        side = min(height, (width - label.width - 3) / field.boxes)
        drawn = b"".join(box(start + i * side, foot, side, height) for i in range(field.boxes))
    else:
        drawn = rule(start, foot + 1.5, x + width, foot + 1.5, colour=(0.35, 0.35, 0.35))
    return [*leaves, Leaf(space, drawn)]
