"""What a row of a list says besides name, number and seat: that it is no candidate's; and what its candidate needs, from all columns that say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from packbuilder.diagnostics import Diagnostic, Span, error, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.candidates.arrangements import (
    BARE_TIME,
    YES,
    Aside,
    Said,
    asks_for_time,
    said_in,
    tells_arrangement,
    wants_time_or_paper,
)
from packbuilder.readers.candidates.cells import Cells, unprintable
from packbuilder.readers.candidates.codes import asks_with_figure
from packbuilder.readers.candidates.columns import CLOCK, Columns, Unread
from packbuilder.readers.candidates.denied import denied_in, is_denied
from packbuilder.readers.candidates.headings import OF_PAPERS, OF_SITTINGS, field_of, plain_name
from packbuilder.readers.candidates.needs import edition_of, extra_time_of, some_extra_time
from packbuilder.readers.candidates.nothing import says_nothing
from packbuilder.readers.candidates.remarks import (
    NAMED,
    PLACED,
    about_paper,
    hints_at_paper,
    is_gone,
    looks_of_paper,
    noted,
    remark_beside,
    short_of_time,
    withdrawn_beside,
)
from packbuilder.readers.candidates.whole_list import lines
from packbuilder.readers.candidates.words import MINUTES
from packbuilder.readers.delimited import Places, Row
from packbuilder.values import dataclass, replace

_DENIED = "Write what is meant in both, or leave one of them empty."
_ELSEWHERE = "Write what a paper needs in the columns 'extra time' (percent) and 'edition'."
_ONE_RUN = "Make a run for each, with a list of its own candidates."
_ON_SHEET, _LONGEST_WORD = 1000, 60
"""Characters of what a cell says of arrangements, and of a word of it, that the invigilator's sheet has room for."""
_QUARTER = 25
_PLAIN_TIME = regex(r"(?!.*(?:up to|[/¼½])).*", re.IGNORECASE)
"""Extra time that needs no note: its figure is all that is said."""
_MINUTES = regex(rf"\d+ ?(?:m|{MINUTES})\b|\bper hour\b", re.IGNORECASE)
_SHIFTED = "It looks like a seat or a room: perhaps the cells of this row are shifted. A name with a comma in it stands in quotation marks."
_LIKE_A_SEAT = regex(r"[a-z]{1,2}[ -]?\d{1,3}|r\d+ ?c\d+|(?:hall|gym|room|seat|desk)\b.*", re.IGNORECASE)
_BEGINS = regex(r"time|start|begin|session|sitting|\bat\b|\bfrom\b|\bslot|uhrzeit|beginn|heure|hora|godzin|ώρα", re.IGNORECASE)
_ENDS = regex(r"\b(?:end|ends|finish\w*|until|till|leav\w*|arriv\w*|pick|collect\w*|bus|out)\b", re.IGNORECASE)
"""Headings of times of day at which a paper begins, and at which something else is: who has extra time ends later."""
_TEXTS = 4
"""Different texts that a warning quotes."""
_LONGEST_TEXT = 80
"""Characters of a text that asks for time or a paper, of which all are quoted."""
_LONGEST_VALUE = 30
"""Characters of an entry of a column that is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a candidate's row says: the edition, extra time in percent, and other arrangements as the list has them."""

    edition: str
    extra_time: int
    arrangements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What is told of a cell: where it stands, what it says, whether the invigilator's sheet has it, and whether it asks for time or a paper."""

    span: Span
    text: str
    on_sheet: bool
    asked: bool


class Needs:
    """Reads editions and extra time of a list's rows, and remembers what is to be told of them when all are read."""

    def __init__(
        self,
        columns: Columns,
        places: Places,
        *,
        editions: Collection[str],
        edition: str,
        objection: Callable[[str], str],
        found: list[Diagnostic],
    ) -> None:
        """`edition` is that of candidates of whom the list says nothing; `objection` tells why a character cannot be printed; mistakes go to `found`."""
        self._columns = columns
        self._places = places
        self._editions = tuple(editions)
        self._edition_else = edition
        self._objection = objection
        self._found = found
        self._watched = tuple(column for column in columns.unread if not column.clutter)
        self._printed = tuple((part, index) for part in (*NAMED, *PLACED) if (index := columns.at.get(part)) is not None)
        self._beside: dict[str, list[_Kept]] = {}
        self._gone: list[_Kept] = []
        self._gone_by: dict[int, list[_Kept]] = {}
        self._worded: dict[str, tuple[Span, str]] = {}
        self._kept: dict[int, list[_Kept]] = {}
        self._known: dict[tuple[str, int], Said] = {}

    def of(self, row: Row, cells: Cells) -> Need:
        """Return what a row's candidate needs. What several columns say must agree."""
        said = [(aside, self._said(row, aside, cells)) for aside in self._columns.asides]
        edition = self._edition(cells, [(aside, each.edition) for aside, each in said if each.edition], row)
        extra_time = self._extra_time(cells, [(aside, each.percent) for aside, each in said if each.percent], row)
        stated = edition if any(each.edition for _, each in said) or cells.text("edition") else ""
        self._undenied(extra_time, stated, said, row)
        others: dict[str, None] = {}
        for aside, each in said:
            if left := [part for part in each.unread if not (extra_time and asks_for_time(part))]:
                # The cell word for word: what is cut out of it may be what it turns on. Below `25%` stand marks as well.
                cell = " ".join(row.cells[aside.index].split())
                text = aside.kind == "text"
                worded = (_of_its_own(cell) or f"{aside.heading}: {cell}") if text else ""
                others |= dict.fromkeys(
                    self._keep(
                        aside.index,
                        left,
                        cell,
                        worded,
                        row,
                        arranged=text,
                        partly=bool(each.percent or each.edition),
                        vague=text and not _of_its_own(cell),
                    )
                )
        for column in self._watched:
            cell = self._cell(row, column.index)
            told = bool(cell) and (_doubted(column, cell, extra_time) if column.doubtful else _tells(column, cell))
            if told or noted(cell, column.heading):
                figure = cell in BARE_TIME
                left = [cell] if told or figure else []
                others |= dict.fromkeys(
                    self._keep(column.index, left, cell, _in_words(column, cell), row, arranged=column.doubtful or figure)
                )
        for column in self._columns.unread:
            if not column.doubtful and is_gone(self._cell(row, column.index), column.heading):
                self._gone_by.setdefault(column.index, []).append(self._printed_with(row, column.index))
        for field, index in self._printed:
            cell = row.cells[index]
            if cells.refused(field):
                continue
            # Who has extra time may sit in a room that is called so.
            if remark_beside(cell, field) and not (extra_time and field in PLACED):
                self._beside.setdefault("name" if field in NAMED else field, []).append(self._printed_with(row, index))
            elif field in NAMED and withdrawn_beside(cell):
                self._gone.append(self._printed_with(row, index))
        return Need(edition=edition, extra_time=extra_time, arrangements=tuple(others))

    def _keep(
        self, index: int, left: list[str], cell: str, worded: str, row: Row, *, arranged: bool, partly: bool = False, vague: bool = False
    ) -> Iterator[str]:
        """Remember what is to be told of a cell, of which what is `left` may ask for time or a paper, in a column of arrangements (`arranged`) by a figure too;
        yield what the invigilator's sheet says of it, if it has room. `partly`: extra time or an edition has been read there, and is not told as lacking;
        `vague`: `Y` under "Access arrangements" may be extra time.
        """
        heading = self._columns.header.cells[index]
        figured = arranged and asks_with_figure(cell)
        asks = partial(_asks, heading=heading, figured=figured)
        coloured = arranged and "overlay" not in heading.casefold()
        asking = [part for part in left if wants_time_or_paper(heading) or asks(part) or (coloured and hints_at_paper(part, cell))]
        worded = unicodedata.normalize("NFC", worded)
        fits = 0 < len(worded) <= _ON_SHEET and max(map(len, worded.split())) <= _LONGEST_WORD
        on_sheet = fits and not unprintable(worded, self._objection)
        span = self._places.at(row.offsets[index])
        text = "; ".join(asking) if partly and asking else cell
        self._kept.setdefault(index, []).append(_Kept(span=span, text=text, on_sheet=on_sheet, asked=bool(asking) or vague))
        if on_sheet:
            yield worded

    @staticmethod
    def _cell(row: Row, index: int) -> str:
        return " ".join(row.cells[index].split())

    def _printed_with(self, row: Row, index: int) -> _Kept:
        return _Kept(span=self._places.at(row.offsets[index]), text=" ".join(row.cells[index].split()), on_sheet=False, asked=True)

    def _undenied(self, extra_time: int, edition: str, said: list[tuple[Aside, Said]], row: Row) -> None:
        """Report a column that says no to what another gives."""
        for aside, each in said:
            if each.denied and is_denied(extra_time, edition, each.denied):
                given = f"{extra_time}% extra time" if is_denied(extra_time, "", each.denied) else edition
                cell = " ".join(row.cells[aside.index].split())
                message = f"the row has {given}, and {cell!r} under {aside.heading!r} denies it"
                place = self._places.at(row.offsets[aside.index])
                self._found.append(error("C134", message, place, _DENIED))

    def told(self) -> Iterator[Diagnostic]:
        """Yield how cells were read that say it in other words, and which columns were not."""
        for field, said in self._beside.items():
            message = f"what is said of access arrangements beside the {field} is printed with it, and not read: {_in_full(said)}"
            yield warning("C133", message, said[0].span, _ELSEWHERE)
        if self._gone:
            message = (
                "somebody who may not sit the paper, or not here, is printed as a candidate, with what stands beside the name: "
                f"{_in_full(self._gone)}"
            )
            yield warning(
                "C133", message, self._gone[0].span, "Delete the row if nobody is to have that paper, or what stands beside the name."
            )
        for index, gone in self._gone_by.items():
            heading = self._columns.header.cells[index].strip()
            message = f"somebody who may not sit the paper is printed as a candidate, by the column {heading!r}: {_in_full(gone)}"
            yield warning("C133", message, gone[0].span, "Delete the row if nobody is to have that paper, or what stands there.")
        for written, (place, meaning) in self._worded.items():
            yield note("C123", f"{written} is read as {meaning}, here and wherever it stands", place)
        idle = [column for column in self._columns.unread if column.index not in self._kept and self._is_idle(column)]
        if idle:
            named = ", ".join(repr(column.heading) for column in idle)
            yield note("C122", f"columns that say nothing of a paper are not used: {named}", idle[0].span)
        for column in (each for each in self._columns.unread if each not in idle):
            if kept := self._kept.get(column.index):
                yield from _told_of(kept, f"{_named(column)} is not read", column.span, column.hints)
            elif column.heading and self._tells_several(column):
                message = f"the column {column.heading!r} tells several papers or sittings, and one paper is printed for all"
                yield warning("C122", message + self._values(column, always=True), column.span, _ONE_RUN)
            elif column.heading:
                yield warning("C122", f"the column {column.heading!r} is not used{self._values(column)}", column.span, *column.hints)
            else:
                message = f"column {column.index + 1} is not used: it has no heading{self._values(column)}"
                yield warning("C122", message, column.span, *column.hints)
        for aside in self._columns.asides:
            if kept := self._kept.get(aside.index):
                yield from _told_of(kept, f"not everything in the column {aside.heading!r} is read", self._head_of(aside), ())

    def _is_idle(self, column: Unread) -> bool:
        """Whether nothing is lost with a column: no row has an entry there, or it holds what systems export besides."""
        if not column.heading or column.index in self._gone_by or (column.clutter and plain_name(column.heading) in OF_PAPERS):
            return False
        if self._tells_several(column):
            return False
        cells = (row.cells[column.index].strip() for row in self._columns.rows if column.index < len(row.cells))
        return column.clutter or not any(cell not in ("", column.heading) for cell in cells)

    def _tells_several(self, column: Unread) -> bool:
        """Whether a column of papers, subjects, days or sessions has more than one of them; times of day are those of sessions, unless the paper ends then."""
        cells = {" ".join(row.cells[column.index].split()).casefold() for row in self._columns.rows if column.index < len(row.cells)}
        cells -= {"", column.heading.casefold()}
        timed = all(map(CLOCK.fullmatch, cells)) and bool(_BEGINS.search(column.heading)) and not _ENDS.search(column.heading)
        return len(cells) > 1 and (timed or plain_name(column.heading) in OF_SITTINGS)

    def _values(self, column: Unread, *, always: bool = False) -> str:
        """Return the first different entries of a column that is not read, each with its lines; nothing of what systems export besides, but for the tier of the
        paper, or another column says more clearly.
        """
        spans: dict[str, list[Span]] = {}
        hidden = not always and ((column.clutter and plain_name(column.heading) not in OF_PAPERS) or field_of(column.heading))
        for row in () if hidden else self._columns.rows:
            text = " ".join(row.cells[column.index].split())[:_LONGEST_VALUE] if column.index < len(row.cells) else ""
            if text and text != column.heading:
                if text not in spans and len(spans) == _TEXTS:
                    return f": {_in_lines(spans)}; …"
                spans.setdefault(text, []).append(self._places.at(row.offsets[column.index]))
        return f": {_in_lines(spans)}" if spans else ""

    def _head_of(self, aside: Aside) -> Span:
        return self._places.at(self._columns.header.offsets[aside.index])

    def _said(self, row: Row, aside: Aside, cells: Cells) -> Said:
        cell = row.cells[aside.index]
        said = self._known.get((cell, aside.index))
        if said is None:
            said = self._known[cell, aside.index] = said_in(cell, aside, self._editions)
        if said.wrong and cell.strip().casefold() in YES and (edition := edition_of(cells.text("edition"), self._editions)[0]):
            # `Yes` under "Coloured paper", and the colour in the column of editions.
            said = replace(said, wrong="", hints=()) if is_denied(0, edition, denied_in(aside.heading)) else said
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
        elif written and is_denied(0, others[0][1], denied_in(self._columns.header.cells[self._columns.at["edition"]])):
            message = f"the row has {others[0][1]}, and {written!r} in the column of modified papers denies it"
            self._found.append(error("C134", message, cells.span("edition"), _DENIED))
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
                self._found.append(error("C119", wrong, cells.span("extra_time"), _SHIFTED if _LIKE_A_SEAT.fullmatch(written) else hint))
                return 0
            if own % _QUARTER and written.isdecimal() and not self._says_percent():
                # 15 may well be minutes.
                self._worded.setdefault(repr(written), (cells.span("extra_time"), f"{own}% extra time"))
            elif own and not _PLAIN_TIME.fullmatch(written):
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


def _tells(column: Unread, cell: str) -> bool:
    return tells_arrangement(cell, column.heading) or looks_of_paper(cell, column.heading) or short_of_time(cell, column.heading)


def _asks(part: str, heading: str, *, figured: bool) -> bool:
    """Whether a part of a cell asks for time or a paper, if its cell is `figured` by a figure too. An overlay has a colour as well, and rest breaks have minutes."""
    if "overlay" in heading.casefold():
        return False
    text = _MINUTES.sub("", part) if "break" in f"{heading} {part}".casefold() else part
    return wants_time_or_paper(text) or looks_of_paper(part, heading) or (figured and asks_with_figure(text))


def _doubted(column: Unread, cell: str, extra_time: int) -> bool:
    return not says_nothing(cell) and not (column.time and extra_time)


def _named(column: Unread) -> str:
    return f"the column {column.heading!r}" if column.heading else f"column {column.index + 1} (no heading)"


def _in_words(column: Unread, cell: str) -> str:
    """Return what a cell under an arrangement's heading says by itself: `Reader` for a yes, `Extra minutes: 15`. A remark is its own words."""
    if column.heading.rstrip("% ").isdecimal():
        return ""  # what is no yes or no may be marks
    alone = about_paper(column.heading) or cell.isdecimal() or cell.casefold() in YES
    if not column.doubtful and alone and not cell.count(" "):
        return f"{column.heading}: {cell}"  # `24` alone says nothing
    if not column.doubtful or column.heading.casefold() in cell.casefold():
        return cell
    return column.heading if cell.casefold() in YES else f"{column.heading}: {cell}"


def _of_its_own(part: str) -> str:
    """Return a text of arrangements; nothing where nobody could act on it: `Y`, `18`."""
    return part if not part.isdecimal() and any(map(str.isalnum, part)) and part.casefold().strip(" .!") not in YES else ""


def _told_of(kept: list[_Kept], unread: str, span: Span, hints: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield what becomes of a column's arrangements: first and whole what asks for time or for a paper, since somebody is to get it.

    Messages of one place are sorted; those of time and paper begin so that they come first.
    """
    elsewhere = hints or (_ELSEWHERE,)
    for on_sheet, where in ((True, " (as the list has it, it is on the invigilator's sheet)"), (False, "")):
        if not (asked := [each for each in kept if each.asked and each.on_sheet is on_sheet]):
            continue
        message = f"extra time or a paper is asked for and not understood, and is on no paper{where}: {unread}: {_in_full(asked)}"
        yield warning("C133", message, span, *elsewhere)
    if nowhere := [each for each in kept if not (each.asked or each.on_sheet)]:
        message = f"{unread}, and what it says of access arrangements is on no paper and no sheet: {_in_full(nowhere)}"
        yield warning("C133", message, span, *elsewhere)
    if others := [each for each in kept if each.on_sheet and not each.asked]:
        tell = warning if hints else note  # it may be another column
        yield tell("C133", f"{unread}; the invigilator's sheet has what it says of arrangements: {_quoted(others)}", span, *hints)


def _in_full(kept: list[_Kept]) -> str:
    """Return each text with all of its lines."""
    told: dict[str, dict[int, None]] = {}
    for each in kept:
        told.setdefault(each.text[:_LONGEST_TEXT], {}).setdefault(each.span.line)
    return "; ".join(f"line {', '.join(map(str, numbers))} ({text!r})" for text, numbers in told.items())


def _in_lines(spans: Mapping[str, list[Span]]) -> str:
    return "; ".join(f"line {lines(each)} ({text!r})" for text, each in spans.items())


def _quoted(kept: list[_Kept]) -> str:
    """Return lines, and what stands there, in words: all of both where these are few, else each text with its first lines."""
    texts: dict[str, dict[int, Span]] = {}
    for each in kept:
        texts.setdefault(each.text[:40], {})[each.span.line] = each.span
    if len(texts) <= _TEXTS:
        spans = list({each.span.line: each.span for each in kept}.values())
        return f"line {lines(spans)} ({', '.join(map(repr, texts))})"
    return "; ".join(f"line {lines(list(spans.values()))} ({text!r})" for text, spans in texts.items())
