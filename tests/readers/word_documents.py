"""Word files for tests, made by python-docx from the notes of text cases as a teacher would set them: headings, lists, bold words, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_DIVIDER = re.compile(r"[|\s:-]+")
_ROW = re.compile(r"\|.*\|$")


def saved(document: Document) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def word_file(notes: str) -> bytes:
    """Return notes as a Word file: lines as paragraphs, those with marks of Markdown in the styles for them, rows between pipes as tables."""
    document = docx.Document()
    unit = min((len(each) for each in re.findall(r"(?m)^( +)[-*+•] ", notes)), default=4)
    for is_row, group in groupby(notes.split("\n"), key=lambda line: bool(_ROW.match(line.strip()))):
        if is_row:
            for table in _tables(tuple(group)):
                _table(document, table)
        else:
            _paragraphs(document, group, unit)
    return saved(document)


def _paragraphs(document: Document, lines: Iterable[str], unit: int) -> None:
    for line in lines:
        if found := re.match(r"(#{1,6}) (.+)", line):
            document.add_heading(found[2].strip("*"), len(found[1]))
        elif found := re.match(r"( {0,8}|\t{0,2})([-*+•])\s+(\S.*)", line):
            depth = len(found[1].replace("\t", " " * unit)) // unit
            style = f"List Bullet{f' {min(depth, 2) + 1}' if depth else ''}"
            _written(document.add_paragraph(style=style), found[3])
        else:
            _written(document.add_paragraph(), line)


def _written(paragraph: Paragraph, text: str) -> None:
    for place, part in enumerate(_BOLD.split(text)):
        paragraph.add_run(part).bold = place % 2 == 1 or None


def _tables(rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return rows by tables: the line under a head tells where another one begins."""
    starts = [0, *(at - 1 for at in range(2, len(rows)) if _DIVIDER.fullmatch(rows[at].strip()))]
    return [rows[start:end] for start, end in zip(starts, (*starts[1:], len(rows)), strict=True)]


def _table(document: Document, rows: tuple[str, ...]) -> None:
    cells = [[each.strip() for each in row.strip().strip("|").split("|")] for row in rows if not _DIVIDER.fullmatch(row.strip())]
    table = document.add_table(rows=len(cells), cols=max(map(len, cells)))
    headed = len(rows) > 1 and _DIVIDER.fullmatch(rows[1].strip())
    for place, (row, texts) in enumerate(zip(table.rows, cells, strict=True)):
        for cell, text in zip(row.cells, texts, strict=False):
            _written(cell.paragraphs[0], f"**{text.strip('*')}**" if headed and not place else text)
