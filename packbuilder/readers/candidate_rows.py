"""What a row of a list says besides name, number and seat: that it is no candidate's; and what its candidate needs, from all columns that say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from packbuilder.diagnostics import Diagnostic, Span, error, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.candidate_arrangements import Aside, Said, asks_for_time, said_in, tells_arrangement, wants_time_or_paper
from packbuilder.readers.candidate_cells import Cells
from packbuilder.readers.candidate_columns import Columns, Unread
from packbuilder.readers.candidate_list import lines
from packbuilder.readers.candidate_needs import edition_of, extra_time_of, some_extra_time
from packbuilder.readers.candidate_nothing import says_nothing
from packbuilder.readers.delimited import Places, Row

_COUNTED = r"(?:candidates?|entries|students?|pupils?|learners?|names?|rows?|seats?)"
_TOTAL = regex(
    rf"(?:grand|sub|overall|room|page)?[ -]*totals?(?:[ :=.()-]+(?:number|num|no|count|of|in|for|this|the|room|hall|page|list|present|expected|\d+|{_COUNTED}))*[ :=.)]*"
    rf"|(?:number|no\.?|count) of {_COUNTED}[ :=.]*\d*|{_COUNTED}\s*[:=]\s*\d+|\d+ {_COUNTED}|cyfanswm[ :=.]*\d*"
    r"|end of (?:list|report|file|document)\.?|page \d+(?: of \d+)?|(?:printed|generated|exported) (?:by|on|at|from)\b.*",
    re.IGNORECASE,
)
"""What stands below a list, or at the foot of its pages."""

_NOBODY = frozenset(
    "spare|spares|vacant|vacancy|empty|blank|unused|not used|unallocated|unassigned|reserved|no candidate|nobody|no one|none|null|nil|unknown|void|"
    "withdrawn|empty seat|spare seat|vacant seat|blank seat|empty desk|spare desk|spare paper|spare candidate|seat empty|seat vacant|gwag|sbâr".split(
        "|"
    )
)
"""Names of seats that nobody has, if nothing else stands there."""

_SUSPECT = frozenset(
    (
        *(word for name in _NOBODY for word in name.split()),
        *"total totals total. (total sub-total subtotal subtotals grand-total cyfanswm page end printed generated exported number no no. num count".split(),
        *"candidate candidates entries student students pupil pupils learner learners names rows seats".split(),
    )
)
"""Words of which a row that is no candidate's has one at least."""

_ELSEWHERE = "Write what a paper needs in the columns 'extra time' (percent) and 'edition'; no sheet of this run says anything else."
_ADDED = frozenset("([*%/")
"""Signs of a remark that is written beside a name."""
_QUARTER = 25
_TEXTS = 4
"""Different texts that a warning quotes."""
_LONGEST_TEXT = 80
"""Characters of a text that asks for time or a paper, of which all are quoted."""


def no_candidate(row: Row, at: Mapping[str, int]) -> tuple[int, str] | None:
    """Return the cell that shows that a row is a total or an empty seat, and what that is called; None for a candidate's. `at` is where fields stand."""
    number, name, first, last = (row.cells[at[part]] if part in at else "" for part in ("number", "name", "first", "last"))
    if _SUSPECT.isdisjoint(f"{number} {name} {first} {last}".casefold().replace(":", " ").replace("=", " ").split()):
        return None  # all but a few, at once
    for written in (name, f"{first} {last}", f"{last} {first}"):
        plain = " ".join(written.split())
        if plain.casefold() in _NOBODY or (plain and _TOTAL.fullmatch(plain)):
            return at["name" if written is name else "last"], f"{plain!r} is no candidate's name"
    plain = " ".join(number.split())
    return (at["number"], f"{plain!r} is no candidate's number") if not plain.isdecimal() and _TOTAL.fullmatch(plain) else None


class Needs:
    """Reads editions and extra time of a list's rows, and remembers what is to be told of them when all are read."""

    def __init__(self, columns: Columns, places: Places, *, editions: Collection[str], edition: str, found: list[Diagnostic]) -> None:
        """`edition` is that of candidates of whom the list says nothing; mistakes go to `found`."""
        self._columns = columns
        self._places = places
        self._editions = tuple(editions)
        self._edition_else = edition
        self._found = found
        self._watched = tuple(column for column in columns.unread if not column.clutter)
        self._names = tuple(index for part in ("name", "first", "last") if (index := columns.at.get(part)) is not None)
        self._beside: list[Diagnostic] = []
        self._worded: dict[str, tuple[Span, str]] = {}
        self._lost: dict[int, list[tuple[Span, str]]] = {}
        self._asked: dict[int, list[tuple[Span, str]]] = {}
        self._known: dict[tuple[str, int], Said] = {}

    def of(self, row: Row, cells: Cells) -> tuple[str, int]:
        """Return a row's edition and extra time. What several columns say must agree."""
        said = [(aside, self._said(row, aside)) for aside in self._columns.asides]
        edition = self._edition(cells, [(aside, each.edition) for aside, each in said if each.edition], row)
        extra_time = self._extra_time(cells, [(aside, each.percent) for aside, each in said if each.percent], row)
        for aside, each in said:
            for part in each.unread:
                if not (extra_time and asks_for_time(part)):
                    self._lose(aside.index, part, row)
        for column in self._watched:
            cell = row.cells[column.index].strip()
            if cell and (_doubted(column, cell, extra_time) if column.doubtful else tells_arrangement(cell, column.heading)):
                self._lose(column.index, cell, row)
        for index in self._names:
            if not _ADDED.isdisjoint(row.cells[index]) and tells_arrangement(row.cells[index]):
                message = f"what is said of access arrangements beside the name is printed with it, and not read: {row.cells[index].strip()[:60]!r}"
                self._beside.append(warning("C133", message, self._places.at(row.offsets[index]), _ELSEWHERE))
        return edition, extra_time

    def told(self) -> Iterator[Diagnostic]:
        """Yield how cells were read that say it in other words, and which columns were not."""
        yield from self._beside
        yield from self._asked_for()
        for written, (place, meaning) in self._worded.items():
            yield note("C123", f"{written} is read as {meaning}, here and wherever it stands", place)
        for column in self._columns.unread:
            if lost := self._lost.get(column.index):
                message = (
                    f"{_named(column)} is not used, and what it says of access arrangements is on no paper and no sheet: {_quoted(lost)}"
                )
                yield warning("C133", message, column.span, *(column.hints or (_ELSEWHERE,)))
            elif column.index in self._asked:
                continue
            elif column.heading:
                yield warning("C122", f"the column {column.heading!r} is not used", column.span, *column.hints)
            else:
                yield warning("C122", f"column {column.index + 1} is not used: it has no heading", column.span, *column.hints)
        for aside in self._columns.asides:
            if lost := self._lost.get(aside.index):
                message = f"not everything in the column {aside.heading!r} is read; what is on no paper and no sheet: {_quoted(lost)}"
                yield warning("C133", message, self._head_of(aside), _ELSEWHERE)

    def _asked_for(self) -> Iterator[Diagnostic]:
        """Yield what asks for time or for a paper and is not understood, before and apart from readers and scribes: somebody is to get it.

        Their messages begin so that they come first among those of one place, which are sorted.
        """
        for column in self._columns.unread:
            if lost := self._asked.get(column.index):
                message = f"extra time or a paper is asked for in {_named(column)}, which is not used, and is on no paper: {_in_full(lost)}"
                yield warning("C133", message, column.span, *(column.hints or (_ELSEWHERE,)))
        for aside in self._columns.asides:
            if lost := self._asked.get(aside.index):
                message = f"extra time or a paper is asked for in the column {aside.heading!r}, is not understood, and is on no paper: {_in_full(lost)}"
                yield warning("C133", message, self._head_of(aside), _ELSEWHERE)

    def _head_of(self, aside: Aside) -> Span:
        return self._places.at(self._columns.header.offsets[aside.index])

    def _said(self, row: Row, aside: Aside) -> Said:
        cell = row.cells[aside.index]
        said = self._known.get((cell, aside.index))
        if said is None:
            said = self._known[cell, aside.index] = said_in(cell, aside, self._editions)
        place = self._places.at(row.offsets[aside.index]) if said.wrong or said.percent or said.edition else None
        if said.wrong and place:
            self._found.append(error("C119" if aside.kind == "percent" else "C118", said.wrong, place, *said.hints))
        elif place:
            told = [f"{said.percent}% extra time"] if said.percent else []
            told += [said.edition] if said.edition else []
            self._worded.setdefault(f"{' '.join(cell.split())!r} under {aside.heading!r}", (place, " and ".join(told)))
        return said

    def _edition(self, cells: Cells, others: list[tuple[Aside, str]], row: Row) -> str:
        written = cells.text("edition")
        own: str | None = None
        if written and not (others and says_nothing(written) and written.casefold() != "standard"):
            own, hints = edition_of(written, self._editions)
            if own is None:
                message = f"there is no printed edition called {written!r}"
                self._found.append(error("C118", message, cells.span("edition"), *hints))
                return ""
            if own not in ("", re.sub(r"[\s_]+", "-", written.casefold())):
                self._worded.setdefault(repr(written), (cells.span("edition"), own))
        elif cells.refused("edition"):
            return ""
        if fault := self._contradicting(own, others, row, "edition"):
            hint = "A copy is of one edition: write the one that must be set so, and have a tint by loading paper of that colour."
            self._found.append(error("C134", fault[1], fault[0], hint))
        return own if own is not None else next((edition for _, edition in others), self._edition_else)

    def _extra_time(self, cells: Cells, others: list[tuple[Aside, int]], row: Row) -> int:
        written = cells.text("extra_time")
        own: int | None = None
        if written and not (others and some_extra_time(written)):
            own, wrong, hint = extra_time_of(written)
            if wrong:
                self._found.append(error("C119", wrong, cells.span("extra_time"), hint))
                return 0
            if own % _QUARTER and written.isdecimal() and not self._says_percent():
                # 15 may well be minutes.
                self._worded.setdefault(repr(written), (cells.span("extra_time"), f"{own}% extra time"))
        if fault := self._contradicting(own, others, row, "extra time"):
            self._found.append(error("C134", fault[1], fault[0], "Write it once, or the same in both."))
        return own if own is not None else next((percent for _, percent in others), 0)

    def _says_percent(self) -> bool:
        heading = self._columns.header.cells[self._columns.at["extra_time"]].casefold()
        return "%" in heading or "percent" in heading or "pct" in heading

    def _contradicting(
        self, own: object, others: list[tuple[Aside, str]] | list[tuple[Aside, int]], row: Row, what: str
    ) -> tuple[Span, str] | None:
        """Return where a column says something else than one before it, and what; None where all agree."""
        for aside, value in others:
            first = own if own is not None else others[0][1]
            if value != first:
                shown = [f"{each}%" if isinstance(each, int) else str(each) or "the standard paper" for each in (first, value)]
                return self._places.at(row.offsets[aside.index]), f"the row has two kinds of {what}: {shown[0]}, and {shown[1]} here"
        return None

    def _lose(self, index: int, said: str, row: Row) -> None:
        heading = self._columns.header.cells[index]
        # An overlay has a colour as well.
        asked = wants_time_or_paper(heading) or ("overlay" not in heading.casefold() and wants_time_or_paper(said))
        (self._asked if asked else self._lost).setdefault(index, []).append((self._places.at(row.offsets[index]), said))


def _doubted(column: Unread, cell: str, extra_time: int) -> bool:
    return not says_nothing(cell) and not (column.time and extra_time)


def _named(column: Unread) -> str:
    return f"the column {column.heading!r}" if column.heading else f"column {column.index + 1} (no heading)"


def _in_full(lost: list[tuple[Span, str]]) -> str:
    """Return each text with all of its lines."""
    told: dict[str, dict[int, None]] = {}
    for span, text in lost:
        told.setdefault(text[:_LONGEST_TEXT], {}).setdefault(span.line)
    return "; ".join(f"line {', '.join(map(str, numbers))} ({text!r})" for text, numbers in told.items())


def _quoted(lost: list[tuple[Span, str]]) -> str:
    """Return lines, and what stands there, in words."""
    texts = list(dict.fromkeys(text[:40] for _, text in lost))
    more = ", …" if len(texts) > _TEXTS else ""
    spans = list({span.line: span for span, _ in lost}.values())
    return f"line {lines(spans)} ({', '.join(map(repr, texts[:_TEXTS]))}{more})"
