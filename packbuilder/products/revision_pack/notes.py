"""A topic's notes as they stand in a chapter: overview, key concepts, tips, mistakes, and what examiners credit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.document import Block, Cell, Column, Figure, Group, Heading, ItemList, Paragraph, Table
from packbuilder.guidance import for_students
from packbuilder.markup import rich
from packbuilder.model.topic import ExamTip, KeyConcept, Misconception, NotesTable, TableRow, Topic
from packbuilder.paired import in_words
from packbuilder.products.revision_pack import places
from packbuilder.shares import shares
from packbuilder.text import RichText, capital, emboldened, said
from packbuilder.wording import Catalogue


def heading(topic: Topic, section: str, wording: Catalogue) -> Heading:
    """Return the heading of a section, which references lead to."""
    return Heading(text=said(wording, f"pack.{section}"), level=2, anchor=places.section(topic, section))


def bullets(texts: tuple[RichText, ...]) -> ItemList:
    """Return a list with bullets."""
    return ItemList(entries=tuple((Paragraph(text=text),) for text in texts))


def sentence(text: str) -> str:
    """Begin a definition with a capital and end it with a stop: half of all notes do, mixed within one section."""
    opened = capital(text.strip())
    return opened if opened.rstrip('”’"').endswith((".", "!", "?", ":", ")")) or not opened else f"{opened}."


def cell(*texts: RichText, header: bool = False, anchor: str = "") -> Cell:
    """Return a table's cell, a paragraph a text; the first is the anchor's place."""
    blocks = tuple(Paragraph(text=text, anchor=anchor if index == 0 else "") for index, text in enumerate(texts))
    return Cell(blocks=blocks, header=header)


def head(wording: Catalogue, *keys: str) -> tuple[Cell, ...]:
    """Return a table's head of the program's own words."""
    return tuple(cell(said(wording, key, bold=True), header=True) for key in keys)


def overview(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    """Yield the synopsis under its heading; nothing where there is none."""
    if topic.synopsis:
        yield heading(topic, "synopsis", wording)
        yield Paragraph(text=rich(topic.synopsis), role="lead")
        yield from illustrations(topic, "synopsis")


def concepts(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    """Yield a glossary of the terms, then the plain statements as a list, then the tables that notes have among them."""
    if not topic.concepts:
        return
    yield heading(topic, "concepts", wording)
    listed = outside_tables(topic)
    terms = tuple((index, concept) for index, concept in listed if concept.term)
    if terms:
        rows = tuple(
            (
                cell(emboldened(rich(concept.term)), header=True, anchor=places.term(topic, index)),
                cell(rich(sentence(concept.definition))),
            )
            for index, concept in terms
        )
        columns = (Column(share=3), Column(share=7))
        yield Table(columns=columns, header=(head(wording, "pack.term", "pack.meaning"),), rows=rows, role="glossary")
    statements = tuple(rich(concept.definition) for _, concept in listed if not concept.term)
    if statements:
        yield bullets(statements)
    yield from tables(topic)
    yield from illustrations(topic, "concepts")


def outside_tables(topic: Topic) -> tuple[tuple[int, KeyConcept], ...]:
    """Return the key concepts that no table says which is printed as one, each with its place among all."""
    rows = {row.span for table in topic.tables for row in table.rows}
    return tuple((index, concept) for index, concept in enumerate(topic.concepts) if concept.span not in rows)


def tables(topic: Topic, *, anchored: bool = True) -> Iterator[Table]:
    """Yield the tables that notes have among the key concepts; references to a term lead to its row where they are `anchored`."""
    anchors = {concept.span: places.term(topic, index) for index, concept in enumerate(topic.concepts) if concept.term and anchored}
    for table in topic.tables:
        head = tuple(Cell(blocks=_paragraph(emboldened(rich(text))), header=True) for text in table.head)
        rows = tuple(_row(table, row, anchors.get(row.span, "")) for row in table.rows)
        caption = rich(table.caption)
        yield Table(columns=shares(head, rows), header=(head,) if head else (), rows=rows, role="data", caption=caption, whole=True)


def _row(table: NotesTable, row: TableRow, anchor: str) -> tuple[Cell, ...]:
    """Return a row, the cell that says what it is about its heading. Without words over that, the anchor stands in the next cell: as a record the row's heading is none."""
    named = table.named
    headed = bool(table.head and table.head[named])
    place = named if headed else next((at for at, text in enumerate(row.cells) if at > named and text), named)
    return tuple(
        Cell(blocks=_paragraph(rich(text), anchor if at == place else ""), header=headed and at == named)
        for at, text in enumerate(row.cells)
    )


def _paragraph(text: RichText, anchor: str = "") -> tuple[Block, ...]:
    return (Paragraph(text=text, anchor=anchor),) if text else ()


def tips(topic: Topic, wording: Catalogue, *, callout: bool = True) -> Iterator[Block]:
    """Yield the exam tips, set off from the text if so wished."""
    if topic.exam_tips:
        yield heading(topic, "tips", wording)
        listed = tip_list(topic.exam_tips)
        yield Group(blocks=(listed,), role="callout") if callout else listed
        yield from illustrations(topic, "tips")


def tip_list(exam_tips: tuple[ExamTip, ...]) -> ItemList:
    """Return exam tips as a list."""
    return bullets(tuple(rich(tip.text) for tip in exam_tips))


def corrected(misconceptions: tuple[Misconception, ...]) -> tuple[Misconception, ...]:
    """Return those that the notes put right."""
    return tuple(m for m in misconceptions if m.claim and m.correction and m.claim.strip() != m.correction.strip())


def uncorrected(misconceptions: tuple[Misconception, ...]) -> Mapping[str, tuple[RichText, ...]]:
    """Return the others by what is to be done about them: what is right is to be remembered, a mistake avoided, and of the rest beware."""
    found: dict[str, list[RichText]] = {"remember": [], "careful": [], "avoid": []}
    paired = corrected(misconceptions)
    for wrong in misconceptions:
        if wrong not in paired:
            kind = "careful" if wrong.doubtful else "avoid" if wrong.claim else "remember"
            found[kind].append(rich(sentence(wrong.claim or wrong.correction)))
    return {kind: tuple(texts) for kind, texts in found.items() if texts}


def mistakes(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    """Yield "Not this / but this" for what the notes put right, and what they only call right, or wrong, in lists."""
    if not topic.misconceptions:
        return
    yield heading(topic, "misconceptions", wording)
    paired = corrected(topic.misconceptions)
    if paired:
        rows = tuple((cell(rich(sentence(m.claim))), cell(rich(sentence(m.correction)))) for m in paired)
        columns = (Column(share=1), Column(share=1))
        yield Table(columns=columns, header=(head(wording, "pack.not_this", "pack.but_this"),), rows=rows, role="glossary")
    for kind, texts in uncorrected(topic.misconceptions).items():
        yield Paragraph(text=said(wording, f"pack.{kind}"), keep=True)
        yield bullets(texts)
    yield from illustrations(topic, "misconceptions")


def checklist(topic: Topic, wording: Catalogue) -> Iterator[Block]:
    """Yield what examiners credit, to be rated R, A or G; points that the notes cut off in the middle are left out."""
    points = credited(topic)
    if points:
        yield heading(topic, "credit", wording)
        yield Paragraph(text=said(wording, "pack.credit.note"), role="small", keep=True)
        yield ItemList(entries=tuple((Paragraph(text=point),) for point in points), style="rag")
        yield from illustrations(topic, "points")


def illustrations(topic: Topic, section: str) -> Iterator[Block]:
    """Yield the pictures that stand in a section of the notes."""
    for each in topic.illustrations:
        if each.section == section and each.picture is not None:
            yield Figure(picture=each.picture, alt=each.alt, share=0.6)


def credited(topic: Topic) -> tuple[RichText, ...]:
    """Return what examiners credit, in a learner's words: without the marker's lead and marks; what is said to markers only is none of it."""
    points = (for_students(in_words(point.text)) for point in topic.marking_points if not point.cut)
    return tuple(rich(said) for said in points if said)
