"""The very papers that packbuilder draws, for peers to print: their words come from the documents that packbuilder typesets, so that no system prints more
than another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from packbuilder.app.blueprints import wanted
from packbuilder.app.making import draw
from packbuilder.app.project import find_workplace, layout, library_of
from packbuilder.app.titles import default_title
from packbuilder.document import (
    AnswerBlank,
    AnswerLines,
    Block,
    Cell,
    Document,
    Group,
    Heading,
    ItemList,
    NumberedQuestion,
    Options,
    PageTotal,
    Paragraph,
    Table,
)
from packbuilder.layout import AnswerSpace
from packbuilder.markup import flat
from packbuilder.model.form import Form
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.text import Inline, RichText, Run
from tests.benchmarks.peer_papers import Asked, Notes, Paper, Row, Said, Section


def papers(source: Path, *, blueprint: str = "", marks: int = 0, versions: int = 1, seed: int = 1) -> list[Paper]:
    """Return the papers that the command `packbuilder paper` draws from a source, by a blueprint or of so many marks."""
    workplace = find_workplace()
    library, topics = library_of((str(source),), workplace)
    bank = library.bank.of_topics(topics)
    answers = layout("exam-a4", workplace).answer
    drawn = draw(bank, wanted(blueprint, workplace, marks=marks, versions=versions), seed=seed, title=default_title(bank))
    return [told(form, answers) for form in drawn]


def told(form: Form, answers: AnswerSpace) -> Paper:
    """Return what stands on a form's paper and in its scheme. `answers` says how many lines marks get."""
    paper, scheme = practice_paper(form), mark_scheme(form)
    facts, *grids = _tables(paper.blocks)
    objectives, *keys = _tables(scheme.blocks)
    (box,) = (block for block in paper.blocks if isinstance(block, Group) and block.role == "box")
    texts = {block.role: flat(block.text) for block in paper.blocks if isinstance(block, Paragraph)}
    return Paper(
        title=form.title,
        about=texts.get("lead", ""),
        identity=paper.facts["identity"],
        scheme_for=next(flat(block.text) for block in scheme.blocks if isinstance(block, Paragraph) and block.role == "lead"),
        facts=_grid(facts),
        notes=_notes(box.blocks),
        grids=[_grid(table) for table in grids],
        principles=_notes(scheme.blocks),
        objectives=_grid(objectives),
        sections=[{**asked, "rows": list(map(_row, table.rows))} for asked, table in zip(_sections(paper, answers), keys, strict=True)],
        total=texts["strong"],
        end=texts["centre"],
    )


def _tables(blocks: Sequence[Block]) -> list[Table]:
    """Return the tables among blocks, and those of groups that only keep them on one page."""
    inner = (block.blocks if isinstance(block, Group) and block.role == "plain" else (block,) for block in blocks)
    return [block for each in inner for block in each if isinstance(block, Table)]


def _grid(table: Table) -> list[list[str]]:
    return [[_words(cell.blocks) for cell in row] for row in (*table.header, *table.rows)]


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(flat(block.text) for block in blocks if isinstance(block, Paragraph))


def _notes(blocks: Sequence[Block]) -> list[Notes]:
    """Return the lists with the headings before them."""
    notes: list[Notes] = []
    title = ""
    for block in blocks:
        match block:
            case Heading():
                title = flat(block.text)
            case ItemList():
                notes.append(Notes(title=title, entries=list(map(_words, block.entries)), pages=""))
            case PageTotal():
                notes[-1]["pages"] = block.template
            case _:
                pass
    return notes


def _sections(paper: Document, answers: AnswerSpace) -> list[Section]:
    """Return a paper's sections, for which the scheme has no rows yet."""
    sections: list[Section] = []
    title = rubric = ""
    for block in paper.blocks:
        match block:
            case Heading(role="section"):
                title, rubric = flat(block.text), ""
            case Paragraph(role="body"):
                rubric = flat(block.text)
            case Paragraph(role="total"):
                sections[-1]["total"] = flat(block.text)
            case NumberedQuestion():
                if not sections or sections[-1]["title"] != title:
                    sections.append(Section(title=title, rubric=rubric, total="", asked=[], rows=[]))
                sections[-1]["asked"].append(_asked(block, answers))
            case _:
                pass
    return sections


def _asked(question: NumberedQuestion, answers: AnswerSpace) -> Asked:
    options = [flat(each.text) for block in question.space if isinstance(block, Options) for each in block.options]
    return Asked(
        number=f"{question.number[0]}{'*' * question.starred}",
        code=question.digest,
        stem=_words(question.stem),
        options=options,
        lines=sum(_lines(block, answers) for block in question.space),
        marks=question.marks,
    )


def _lines(block: Block, answers: AnswerSpace) -> int:
    """Return the lines to write on; a short blank is a whole one with peers."""
    match block:
        case AnswerLines():
            return block.lines or answers.lines(block.marks)
        case AnswerBlank():
            return 1
        case _:
            return 0


def _row(cells: tuple[Cell, ...]) -> Row:
    label, answer, marks, objectives, guidance = ([*cell.blocks] for cell in cells)
    return Row(
        number=_words(label[:1]),
        code=_words(label[1:]),
        answer=list(_answer(answer)),
        marks=_words(marks),
        objectives=[_words((block,)) for block in objectives],
        guidance=[_words((block,)) for block in guidance],
    )


def _answer(blocks: Sequence[Block]) -> Iterator[Said]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _said("advice" if block.role == "guidance" else "plain", block.text)
            case ItemList():
                first = "point" if block.style == "bullet" else "plain"
                for entry in block.entries:
                    texts = [each.text for each in entry if isinstance(each, Paragraph)]
                    yield from (_said("note" if at else first, text) for at, text in enumerate(texts))
            case _:
                pass


def _said(kind: str, text: RichText) -> Said:
    """Return a paragraph with the bold runs at its ends apart from the rest."""
    runs = list(text)
    head: list[Inline] = []
    tail: list[Inline] = []
    while runs and isinstance(runs[0], Run) and runs[0].bold:
        head.append(runs.pop(0))
    while runs and isinstance(runs[-1], Run) and runs[-1].bold:
        tail.insert(0, runs.pop())
    return Said(kind=kind, head=flat(tuple(head)), text=flat(tuple(runs)), tail=flat(tuple(tail)))
