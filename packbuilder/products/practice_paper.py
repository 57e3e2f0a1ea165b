"""The practice paper: a form as the candidate sees it (HANDBOOK section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil
from typing import Literal

from packbuilder.document import (
    Block,
    Cell,
    Column,
    Document,
    Field,
    Fields,
    Group,
    Heading,
    ItemList,
    NumberedQuestion,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
)
from packbuilder.identity import Same, same_as
from packbuilder.model.blueprint import with_extra_time
from packbuilder.model.form import Form, Question, Section
from packbuilder.model.item import Item, Stimulus
from packbuilder.model.scheme import LevelsScheme
from packbuilder.model.sitting import Sitting
from packbuilder.products.digests import answer_space, digest_of
from packbuilder.products.facts import form_facts, form_record, hours
from packbuilder.question_types.passages import blocks_in
from packbuilder.text import RichText, Run, counted, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_GRID_COLUMNS = 13
"""Boxes in one band of the examiner's grid where two bands will do."""

_GRID_NARROW = 17
_GRID_MOST = 2 * _GRID_NARROW
"""Boxes in a band, and in all, where there are many questions: two bands fit under the other parts of a cover."""

_TOTAL_SPAN = 2


def practice_paper(form: Form, *, sitting: Sitting | None = None) -> Document:
    """Compose the candidate's paper. It holds nothing of the scheme.

    `sitting`: its copies go to candidates of a list, who sit it then. The cover says when, and no extra time, since theirs differ.
    """
    wording, marks = catalogue(form.language), form.marks
    product = wording.say("paper.label")
    blocks: list[Block] = [*_cover(form, wording, sitting, marks), PageBreak(soft=True)]
    several = len(form.sections) > 1
    for section in form.sections:
        blocks.extend(_section(section, wording, several=several))
    blocks.append(Paragraph(text=counted(wording, "paper.total", marks), role="strong"))
    blocks.append(Paragraph(text=said(wording, "paper.end"), role="centre"))
    return Document(
        title=f"{form.title} – {product}, {wording.say('version', code=form.code)}",
        language=form.language,
        blocks=tuple(blocks),
        sheet="exam",
        facts=form_facts(form, product, wording),
        record=form_record(form, "practice-paper"),
        subject=product,
    )


def _cover(form: Form, wording: Catalogue, sitting: Sitting | None, marks: int) -> Iterator[Block]:
    yield Paragraph(text=said(wording, "paper.label"), role="label")
    yield Heading(text=plain(form.title), level=1, role="title", listed=False)
    about = " · ".join(part for part in (form.qualification, form.unit, form.level) if part)
    if about:
        yield Paragraph(text=plain(about), role="lead")
    extra = (
        (said(wording, "cover.extra_time.any", bold=True), wording.say("cover.extra_time.told"))
        if sitting
        else (said(wording, "cover.extra_time", bold=True), hours(with_extra_time(form.minutes), wording))
    )
    facts = (
        (said(wording, "cover.version", bold=True), form.code),
        (said(wording, "cover.time", bold=True), hours(form.minutes, wording)),
        (said(wording, "cover.marks", bold=True), str(marks)),
        extra,
    )
    cells = tuple((_cell(label, header=True), _cell(plain(value))) for label, value in facts)
    rows: tuple[tuple[Cell, ...], ...] = tuple((*left, *right) for left, right in zip(cells[::2], cells[1::2], strict=True))
    when = sitting.words if sitting else ""
    if when:
        rows = ((_cell(said(wording, "cover.date", bold=True), header=True), _cell(plain(when), span=3)), *rows)
    yield Table(columns=tuple(Column(share=share) for share in (3, 2, 5, 5)), rows=rows, role="plain")
    yield _fields(same_as(wording), dated=bool(when))
    questions = form.questions
    items = [part.item for question in questions for part in question.parts]
    kinds = _TOLD & {item.kind for item in items}
    yield _told(
        same_as(wording), kinds, marks, some=any(section.choose for section in form.sections), extended=any(map(_is_extended, items))
    )
    yield from _grid(same_as(wording), tuple(_boxes(questions)), marks)


@lru_cache(maxsize=32)
def _fields(same: Same[Catalogue], *, dated: bool) -> Fields:
    """Return what a candidate fills in; `dated`: the cover says already when the paper is sat. What versions have in common is made and set once."""
    wording = same.__self__
    return Fields(
        fields=(
            _field(wording, "cover.first_name"),
            _field(wording, "cover.last_name"),
            _field(wording, "cover.centre_number", boxes=5),
            _field(wording, "cover.candidate_number", boxes=4),
            _field(wording, "cover.signature"),
            *(() if dated else (_field(wording, "cover.date"),)),
        )
    )


def _field(wording: Catalogue, key: str, *, boxes: int = 0) -> Field:
    return Field(label=wording.say(key), boxes=boxes, short=True, language=wording.spoken(key))


def _cell(text: RichText, *, header: bool = False, span: int = 1) -> Cell:
    return Cell(blocks=(Paragraph(text=text),), header=header, span=span)


_CHOICE = frozenset(("multiple_choice", "multiple_response", "true_false"))
_TOLD = _CHOICE | {"numeric", "drawing"}
"""Kinds of questions that candidates are told something about."""


@lru_cache(maxsize=64)
def _told(same: Same[Catalogue], kinds: frozenset[str], marks: int, *, some: bool, extended: bool) -> Group:
    """Return what candidates are told of a paper that has such kinds of questions; `some`: not all are to be answered."""
    wording = same.__self__
    instructions = [*said_lines(wording, "cover.instructions"), *said_lines(wording, f"cover.instructions.{'some' if some else 'all'}")]
    if kinds & _CHOICE:
        instructions.extend(said_lines(wording, "cover.instructions.choice"))
    if "numeric" in kinds:
        instructions.extend(said_lines(wording, "cover.instructions.workings"))
    if "drawing" in kinds:
        instructions.extend(said_lines(wording, "cover.instructions.drawing"))
    information = [*said_lines(wording, "cover.information", marks=marks)]
    if extended:
        information.extend(said_lines(wording, "cover.information.extended"))
    return Group(
        role="box",
        together=True,
        blocks=(
            _heading(wording, "cover.instructions.title"),
            _bullets(instructions),
            _heading(wording, "cover.information.title"),
            _bullets(information),
            PageTotal(template=wording.say("cover.pages"), language=wording.spoken("cover.pages")),
            _heading(wording, "cover.advice.title"),
            _bullets(said_lines(wording, "cover.advice")),
        ),
    )


def _heading(wording: Catalogue, key: str) -> Heading:
    return Heading(text=said(wording, key), level=2, role="label", listed=False)


def _bullets(lines: tuple[RichText, ...] | list[RichText]) -> ItemList:
    return ItemList(entries=tuple((Paragraph(text=line),) for line in lines))


@lru_cache(maxsize=64)
def _grid(same: Same[Catalogue], boxes: tuple[tuple[str, str], ...], marks: int) -> tuple[Block, ...]:
    """Return the examiner's grid: rows of question numbers over rows of empty boxes, in bands on one page; the total's box is double or wider."""
    bands = tuple(_bands(same.__self__, boxes, marks))
    # Most grids are one band: a group would be one more tag of every copy in a class set.
    return bands if len(bands) == 1 else (Group(blocks=bands, together=True),)


def _bands(wording: Catalogue, boxes: tuple[tuple[str, str], ...], marks: int) -> Iterator[Block]:
    bands = max(1, ceil((len(boxes) + _TOTAL_SPAN) / (_GRID_COLUMNS if len(boxes) + _TOTAL_SPAN <= 2 * _GRID_COLUMNS else _GRID_NARROW)))
    across = ceil((len(boxes) + _TOTAL_SPAN) / bands)
    for start in range(0, bands * across, across):
        band = boxes[start : start + across]
        last = start + across >= bands * across
        head = [_cell(plain(label, bold=True), header=True) for label, _ in band]
        worth = [_cell(plain(each)) for _, each in band]
        if last:
            wide = across - len(band)
            head.append(_cell(said(wording, "cover.grid.total", bold=True), header=True, span=wide))
            worth.append(_cell(plain(f"/{marks}"), span=wide))
        first = tuple(_cell(said(wording, f"cover.grid.{name}", bold=True), header=True) for name in ("question", "marks"))
        columns = (Column(share=1.9, align="centre"), *(Column(share=1, align="centre") for _ in range(across)))
        yield Table(columns=columns, header=((first[0], *head),), rows=((first[1], *worth),), role="grid")


def _boxes(questions: tuple[Question, ...]) -> list[tuple[str, str]]:
    """Return a box a question; of more questions than the cover has room for, a box for several neighbours ("1–2")."""
    size = ceil(len(questions) / (_GRID_MOST - _TOTAL_SPAN))
    boxes = []
    for start in range(0, len(questions), size):
        group = questions[start : start + size]
        label = str(group[0].number) if len(group) == 1 else f"{group[0].number}–{group[-1].number}"
        boxes.append((label, f"/{sum([question.marks for question in group])}"))
    return boxes


def _section(section: Section, wording: Catalogue, *, several: bool) -> Iterator[Block]:
    if several:
        yield Heading(
            text=said(wording, "section.title", letter=wording.lettered(section.letter), title=section.title),
            level=1,
            role="section",
            anchor=f"section-{section.letter.lower()}",
        )
    if section.instruction:
        yield Paragraph(text=(Run(text=section.instruction, language=section.language),), keep=True)
    for question in section.questions:
        yield from _question(question, wording)
    if several:
        total = counted(wording, "section.total", section.marks, letter=wording.lettered(section.letter))
        yield Paragraph(text=total, role="total")


_LEVELS: tuple[Literal[2], Literal[3]] = (2, 3)
"""The levels of headings that numbers of questions and of parts are, below a section's: a screen reader goes from one to the next."""


def _question(question: Question, wording: Catalogue) -> Iterator[Block]:
    single = len(question.parts) == 1 and question.stimulus is None and not question.lead
    if single:
        yield _asked((question.number,), question.parts[0].item, wording)
        return
    opening: tuple[Block, ...] = tuple(_stimulus(question.stimulus)) if question.stimulus else ()
    if question.lead:
        opening = (*opening, Paragraph(text=question.lead, role="stem"))
    if len(question.parts) == 1:
        yield _asked((question.number,), question.parts[0].item, wording, opening=opening)
        return
    yield NumberedQuestion(number=(question.number,), stem=opening, heading=_LEVELS[0])
    for index, part in enumerate(question.parts, 1):
        yield _asked((question.number, index), part.item, wording)
    words = counted(wording, "question.total", question.marks, number=question.number)
    yield Paragraph(text=words, role="total")


def _asked(number: tuple[int, ...], item: Item, wording: Catalogue, opening: tuple[Block, ...] = ()) -> NumberedQuestion:
    stem, space = _parts(same_as(item), same_as(wording))
    return NumberedQuestion(
        number=number,
        stem=(*opening, *stem) if opening else stem,
        space=space,
        marks=item.marks,
        starred=_is_extended(item),
        digest=digest_of(item),
        heading=_LEVELS[len(number) - 1],
    )


def _is_extended(item: Item) -> bool:
    """Whether an item is starred: it is marked by levels of response (HANDBOOK sections 2 and 3), and not merely worth as many marks."""
    return isinstance(item.scheme, LevelsScheme)


@lru_cache(maxsize=16384)
def _parts(same: Same[Item], wording: Same[Catalogue]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return an item's stem and the space to answer it in: the same objects for every version that has its options in one order."""
    return _stem(same_as(same.__self__.stem)), answer_space(same, wording)


@lru_cache(maxsize=4096)
def _stem(text: Same[RichText]) -> tuple[Block, ...]:
    # Remembered: in whatever order an item has its options, it asks the same.
    return blocks_in(text.__self__)


def _stimulus(stimulus: Stimulus) -> Iterator[Block]:
    yield Group(blocks=stimulus.blocks, role="stimulus", together=True, label=plain(stimulus.title))
