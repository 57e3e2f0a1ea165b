"""The mark scheme: the same form as the examiner sees it, point by point (HANDBOOK section 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from packbuilder.document import Block, Cell, Column, Document, Heading, ItemList, Paragraph, ParagraphRole, Table
from packbuilder.identity import Same, same_as
from packbuilder.model.form import Form, Part, Question, Section
from packbuilder.model.item import Item
from packbuilder.model.objectives import objective_marks
from packbuilder.model.scheme import CreditPoint, KeyScheme, LevelsScheme, PointsScheme
from packbuilder.products.digests import digest_of
from packbuilder.products.facts import form_facts, form_record
from packbuilder.question_types.done import is_done
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.text import RichText, counted, emboldened, joined, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_COLUMNS = (
    Column(share=1.25),
    Column(share=7.7),
    Column(share=1.2, align="centre"),
    Column(share=1.45, align="centre"),
    Column(share=3.3),
)


def mark_scheme(form: Form) -> Document:
    """Compose the scheme. Every question of the form has its row, with the same number and marks as on the paper."""
    wording = catalogue(form.language)
    product = wording.say("scheme.label")
    blocks: list[Block] = [
        Paragraph(text=said(wording, "scheme.label"), role="label"),
        Heading(text=plain(form.title), level=1, role="title", listed=False),
        Paragraph(text=said(wording, "scheme.for", code=form.code, fingerprint=form.fingerprint), role="lead"),
        Heading(text=said(wording, "scheme.principles.title"), level=2, anchor="principles"),
        _bullets(same_as(wording), "scheme.principles"),
    ]
    items = [part.item for question in form.questions for part in question.parts]
    if any(isinstance(item.scheme, LevelsScheme) for item in items):
        blocks.append(Heading(text=said(wording, "scheme.levels.title"), level=2, anchor="levels"))
        blocks.append(_bullets(same_as(wording), "scheme.levels"))
    blocks.extend(_objectives(form, items, wording))
    for section in form.sections:
        blocks.extend(_section(section, wording, several=len(form.sections) > 1))
    blocks.append(Paragraph(text=counted(wording, "paper.total", form.marks), role="strong"))
    return Document(
        title=f"{form.title} – {product}, {wording.say('version', code=form.code)}",
        language=form.language,
        blocks=tuple(blocks),
        sheet="scheme",
        facts=form_facts(form, product, wording),
        record=form_record(form, "mark-scheme"),
        subject=product,
    )


@lru_cache(maxsize=64)
def _bullets(wording: Same[Catalogue], key: str) -> ItemList:
    # Remembered, as what is said of shares is: what versions have in common is made and set once.
    return ItemList(entries=tuple((Paragraph(text=line),) for line in said_lines(wording.__self__, key)))


def _objectives(form: Form, items: Sequence[Item], wording: Catalogue) -> Iterator[Block]:
    """Yield the paper's marks by assessment objective; shares are rounded so that they sum to 100."""
    totals: dict[str, int] = defaultdict(int)
    for item in items:
        for name, worth in objective_marks(item):
            totals[name] += worth
    yield Heading(text=said(wording, "scheme.objectives.title"), level=2, anchor="objectives")
    yield _shares(same_as(wording), tuple(sorted(totals.items())))
    if any(section.choose for section in form.sections):
        yield Paragraph(text=said(wording, "scheme.objectives.choice"))


@lru_cache(maxsize=256)
def _shares(same: Same[Catalogue], totals: tuple[tuple[str, int], ...]) -> Table:
    """Return the table of objectives with their marks."""
    wording, whole = same.__self__, sum([worth for _, worth in totals])
    shares = _rounded([worth for _, worth in totals])
    head = tuple(_head(text) for text in ((), *(plain(_named(name, wording)) for name, _ in totals), said(wording, "cover.grid.total")))
    marks = (
        _head(said(wording, "scheme.objectives.marks")),
        *(_text(str(worth)) for _, worth in totals),
        _text(str(whole)),
    )
    share = (
        _head(said(wording, "scheme.objectives.share")),
        *(_text(wording.say("scheme.objectives.percent", n=each)) for each in shares),
        _text(wording.say("scheme.objectives.percent", n=100)),
    )
    columns = (Column(share=2), *(Column(share=1, align="centre") for _ in range(len(totals) + 1)))
    return Table(columns=columns, header=(head,), rows=(marks, share), role="grid")


def _named(objective: str, wording: Catalogue) -> str:
    """Return an objective as it is called in print: AO1 is AA1 in Welsh, where a language has letters for it."""
    number, letters = objective.removeprefix("AO"), wording.say("scheme.column.objective")
    return letters + number if number.isdecimal() and letters.isupper() else objective


def _rounded(parts: list[int]) -> list[int]:
    """Return whole percentages that sum to 100 (largest remainders take what rounding down left over)."""
    whole = sum(parts)
    exact = [100 * part / whole for part in parts]
    result = [int(value) for value in exact]
    order = sorted(range(len(parts)), key=lambda i: (result[i] - exact[i], i))
    for index in order[: 100 - sum(result)]:
        result[index] += 1
    return result


def _text(text: str) -> Cell:
    return Cell(blocks=(Paragraph(text=plain(text)),) if text else ())


def _head(text: RichText) -> Cell:
    return Cell(blocks=(Paragraph(text=emboldened(text)),) if text else (), header=True)


def _section(section: Section, wording: Catalogue, *, several: bool) -> Iterator[Block]:
    if several:
        title = said(wording, "section.title", letter=wording.lettered(section.letter), title=section.title)
        yield Heading(text=title, level=2, anchor=f"section-{section.letter.lower()}")
    rows = tuple(row for question in section.questions for row in _rows(question, wording))
    yield Table(columns=_COLUMNS, header=(_heads(same_as(wording)),), rows=rows, role="scheme")
    if several:
        total = counted(wording, "section.total", section.marks, letter=wording.lettered(section.letter))
        yield Paragraph(text=total, role="total")


_NAMES = ("question", "answer", "marks", "objective", "guidance")


@lru_cache(maxsize=64)
def _heads(wording: Same[Catalogue]) -> tuple[Cell, ...]:
    # Remembered: the same objects are set once for all versions.
    return tuple([_head(said(wording.__self__, f"scheme.column.{name}")) for name in _NAMES])


def _rows(question: Question, wording: Catalogue) -> Iterator[tuple[Cell, ...]]:
    for part in question.parts:
        yield _row(question, part, wording)
    if len(question.parts) > 1:
        words = counted(wording, "question.total", question.marks, number=question.number)
        yield (
            _head(plain(str(question.number))),
            Cell(blocks=(Paragraph(text=words),)),
            _text(str(question.marks)),
            _text(""),
            _text(""),
        )


def _row(question: Question, part: Part, wording: Catalogue) -> tuple[Cell, ...]:
    label = wording.part(question.number, part.label)
    marked = _marked(same_as(part.item), same_as(wording))
    return (Cell(blocks=(_label(label), marked.digest), header=True), *marked.cells)


@lru_cache(maxsize=1024)
def _label(words: str) -> Paragraph:
    return Paragraph(text=plain(words, bold=True))


class _Marked(NamedTuple):
    """What a scheme says of an item, whatever its number: its digest, and the cells beside it."""

    digest: Paragraph
    cells: tuple[Cell, ...]


@lru_cache(maxsize=16384)
def _marked(same: Same[Item], known: Same[Catalogue]) -> _Marked:
    """Return what stands in an item's row: the same objects for every version that has its options in one order."""
    item, wording = same.__self__, known.__self__
    shares = [(name, marks) for name, marks in objective_marks(item) if marks]
    named = ((_named(name, wording), marks) for name, marks in shares)
    objectives = tuple(Paragraph(text=plain(name if len(shares) == 1 else f"{name}\u00a0({marks})")) for name, marks in named)
    cells = (
        Cell(blocks=tuple(answer_blocks(item, wording))),
        _text(str(item.marks)),
        Cell(blocks=objectives),
        Cell(blocks=tuple(_guidance(item, wording))),
    )
    return _Marked(Paragraph(text=plain(digest_of(item)), role="digest"), _one(cells))


@lru_cache(maxsize=4096)
def _one(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the first cells that are equal to these: most orders of an item's options have their key in one of few places."""
    return cells


def answer_blocks(item: Item, wording: Catalogue) -> Iterator[Block]:
    """Yield what stands in a scheme as the answer to an item."""
    yield from item.interaction.key(wording)
    match item.scheme:
        case PointsScheme():
            yield from _points(item, item.scheme, wording)
        case LevelsScheme():
            yield from _levels(item, item.scheme, wording)
        case KeyScheme():
            return


def _convention(name: str, marks: int) -> str:
    """Return the message for how marks are earned: of one mark nothing is said that speaks of several ("up to 1", "1 more for the reason")."""
    if marks == 1:
        return f"scheme.convention.{'calculation' if name == 'calculation' else 'recall'}.one"
    return f"scheme.convention.{name}"


def _points(item: Item, scheme: PointsScheme, wording: Catalogue) -> Iterator[Block]:
    if scheme.stated:
        yield Paragraph(text=joined(said(wording, "scheme.credit_for", bold=True), scheme.stated, separator=" "))
    if scheme.convention:
        yield Paragraph(
            text=said(wording, _convention(scheme.convention, item.marks), marks=item.marks, things=item.marks // 2), role="guidance"
        )
    if scheme.any_of:
        count = wording.say(f"number.{scheme.any_of}") if scheme.any_of <= 10 else scheme.any_of
        yield Paragraph(text=said(wording, "scheme.any_of", n=count, bold=True))
    if scheme.at_most:
        yield Paragraph(text=counted(wording, "scheme.at_most", scheme.at_most, bold=True))
    if scheme.points:
        yield ItemList(entries=tuple(tuple(_point(item, point, wording)) for point in scheme.points))
    if scheme.indicative:
        yield Paragraph(text=said(wording, "scheme.may_include", bold=True))
        yield ItemList(entries=tuple((Paragraph(text=text, role="credit"),) for text in scheme.indicative))
    if scheme.open_ended:
        known = "other_valid" if scheme.points or scheme.indicative else "judgement"
        yield Paragraph(text=said(wording, f"scheme.{known}"), role="guidance")


def _point(item: Item, point: CreditPoint, wording: Catalogue) -> Iterator[Block]:
    worth = f"({point.mark_type}{point.marks})" if point.mark_type else f"({point.marks})"
    # What is done with a pencil, or chosen, is no text that a paper might give away.
    role: ParagraphRole = "body" if is_done(item, point.text) else "credit"
    yield Paragraph(text=joined(point.text, plain(f" {worth}", bold=True)), role=role)
    notes = (("accept", point.accept), ("reject", point.reject), ("ignore", point.ignore), ("essential", point.essential))
    for name, texts in notes:
        if texts:
            listed = joined(*texts, separator=" / ")
            yield Paragraph(text=joined(said(wording, f"scheme.{name}", bold=True), listed, separator=" "), role="guidance")


def _levels(item: Item, scheme: LevelsScheme, wording: Catalogue) -> Iterator[Block]:
    entries: list[tuple[Block, ...]] = []
    for level in sorted(scheme.levels, key=lambda level: -level.number):
        band = f"{level.low}–{level.high}" if level.low != level.high else str(level.low)
        head = said(wording, "scheme.level", number=level.number, band=band, bold=True)
        entries.append((Paragraph(text=joined(head, level.descriptor, separator=" ")),))
    entries.append((Paragraph(text=joined(said(wording, "scheme.level_0", bold=True), said(wording, "scheme.nothing"), separator=" ")),))
    if scheme.stated:
        yield Paragraph(text=joined(said(wording, "scheme.credit_for", bold=True), scheme.stated, separator=" "))
    yield ItemList(entries=tuple(entries), style="plain")
    if scheme.indicative:
        yield Paragraph(text=said(wording, "scheme.indicative", bold=True))
        yield ItemList(entries=tuple((Paragraph(text=text, role="credit"),) for text in scheme.indicative))


def _guidance(item: Item, wording: Catalogue) -> Iterator[Block]:
    scheme = item.scheme
    for text in (*scheme.guidance, *_refused(item)):
        yield Paragraph(text=text, role="guidance")
    if isinstance(scheme, KeyScheme):
        return
    if isinstance(scheme, LevelsScheme):
        known = "not_exhaustive" if scheme.indicative else "judgement"
        yield Paragraph(text=said(wording, f"scheme.{known}"), role="guidance")
    for text in scheme.do_not_credit:
        head: RichText = emboldened(joined(said(wording, "scheme.do_not_credit"), plain(" ")))
        yield Paragraph(text=joined(head, text), role="guidance")


def _refused(item: Item) -> tuple[RichText, ...]:
    """Return what a bank says of wrong options; those of derived items are other terms' meanings, which needs no telling."""
    interaction = item.interaction
    return interaction.refused(catalogue(item.language)) if item.rule == "bank" and isinstance(interaction, MultipleChoice) else ()
