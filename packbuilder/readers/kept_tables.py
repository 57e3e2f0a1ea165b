"""Tables of notes that are printed as tables, put together from the entries that were read from their rows."""

from __future__ import annotations

from itertools import groupby

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, note
from packbuilder.markup import checked
from packbuilder.model.topic import NotesTable, TableRow
from packbuilder.readers.joining import RowOf
from packbuilder.readers.listing import lines_said
from packbuilder.readers.remnants import cleaned
from packbuilder.readers.sections import Entry, Section

_SHOWN = 90
"""Characters of a row that a message quotes."""


def tables_in(sections: tuple[Section, ...], path: str, *, html: bool) -> tuple[tuple[NotesTable, ...], Diagnostics]:
    """Return the tables in sections, and how each is read; `html` is whether tags in cells are remnants (`remnants.cleaned`)."""
    made: list[NotesTable] = []
    found: list[Diagnostic] = []
    for section in sections:
        rows = [(entry, entry.row) for entry in section.entries if entry.row is not None]
        for _, group in groupby(rows, key=lambda pair: pair[1].table):
            table = _table(section, tuple(group), path, html=html)
            found.extend(checked(" | ".join(table.head), table.span))
            made.append(table)
            found.append(_told(table, next(entry for entry, _ in rows if entry.line == table.span.line)))
    return tuple(made), tuple(found)


def _table(section: Section, rows: tuple[tuple[Entry, RowOf], ...], path: str, *, html: bool) -> NotesTable:
    first = rows[0][1]
    wide = max(len(first.head), *(len(row.cells) for _, row in rows))

    def cells(texts: tuple[str, ...]) -> tuple[str, ...]:
        return (*(cleaned(text, html=html).text for text in texts), *("" for _ in range(wide - len(texts))))

    return NotesTable(
        section=section.name,
        head=cells(first.head) if any(first.head) else (),
        rows=tuple(TableRow(cells=cells(row.cells), span=Span(path=path, line=entry.line, column=entry.column)) for entry, row in rows),
        span=Span(path=path, line=rows[0][0].line, column=1),
        named=first.named,
        caption=cleaned(first.caption, html=html).text,
    )


def _told(table: NotesTable, first: Entry) -> Diagnostic:
    lines = lines_said(table.rows[0].span.line, table.rows[-1].span.line)
    shown = first.text if len(first.text) <= _SHOWN else f"{first.text[:_SHOWN].rsplit(' ', 1)[0]} …"
    message = f"a table is printed as it stands ({lines}); questions are made from its rows as if the first were ‘{shown}’"
    hints = ["What each row’s thing means is asked for where a column is called Meaning or Definition."]
    if table.named:
        name = f" ({table.head[0]!r})" if table.head and table.head[0] else ""
        hints.insert(0, f"The first column{name} is taken for the rows’ numbers, and no question is made from it.")
    return note("N144", message, table.span, *hints)
