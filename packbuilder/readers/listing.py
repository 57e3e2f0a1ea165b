"""Listing: the lines under a heading as entries: bullets of every kind, rows of tables, lines without bullets, paragraphs."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.blocks import with_answers_below, with_answers_under_numbers, without_edge
from packbuilder.readers.bulleted import with_letters, with_numbers
from packbuilder.readers.bullets import BULLET, PAGE, RULE
from packbuilder.readers.choices import with_choices
from packbuilder.readers.fences import fenced, is_fence
from packbuilder.readers.headings import BOLD, TITLES, Name, other_heading
from packbuilder.readers.joining import FURTHER, Entry, RowOf, joined, wrapping_of
from packbuilder.readers.lengths import LONGEST, too_long
from packbuilder.readers.questions import heads_answers
from packbuilder.readers.quotations import with_quotations
from packbuilder.readers.quoted_lines import Unasked, without_quoted
from packbuilder.readers.shown_sources import with_sources
from packbuilder.readers.table_labels import labelled_table
from packbuilder.readers.tables import rows_at, table_of, with_pipes
from packbuilder.readers.terms_above import with_terms
from packbuilder.readers.unknown_headings import unknown_headings
from packbuilder.readers.word_levels import with_levels_set_in
from packbuilder.values import dataclass, replace

_CHAT = regex(
    r"^[*_\s]*(?:let me know\b|would you like (?:me|to)\b|if you(?:['’]d| would) like\b|(?:i )?hope (?:this|that) helps\b|feel free to\b|shall i\b|do you want me to\b)",
    re.IGNORECASE,
)
"""What a chat says to whom it answers, below notes that it has written."""
_ANOTHER = regex(
    r"^(?:\*\*)?(?:topic|unit|chapter|module|lesson|theme|learning aim|learning outcome|element)(?P<ordinal>\s+(?:\d{1,2}(?:\.\d{1,2})*|[A-H]))?(?:\*\*)?\s*[:–-]\s*\S[^.!?]{1,80}\.?$",
    re.IGNORECASE,
)
"""A line that begins another topic, or a part of one ("Topic: Metals", "Learning aim B: ..."); among concepts "Element:" is a term."""
_QUOTED = regex(r"^\s*(?:>\s?)+(?:\[![\w-]+\][+-]?\s*)?")
_FOOTNOTE = regex(r"^\s*\[\^[\w-]+\]:")

ROW = "|"
"""The label of a table's row that is a point of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Lines that give no entry: where, what they are, and what to do about it. `grave` where something is lost that was said."""

    line: int
    code: str
    message: str
    hint: str = ""
    grave: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What lines give: entries, and what was left out."""

    entries: tuple[Entry, ...]
    losses: tuple[Loss, ...] = ()


def listed(lines: tuple[str, ...], before: int, name: Name, rank: int) -> Listed:
    """Read the lines under a heading of a rank (`Heading.level`), the first of which is number `before` + 1. An empty bullet is kept, so that it can be reported."""
    entries: list[Entry] = []
    losses: list[Loss] = []
    if name != "synopsis":
        losses.extend(_too_long(before + index + 1, line) for index, line in enumerate(lines) if too_long(line))
        lines = tuple("" if too_long(line) else line for line in lines)
    lines, edge = without_edge(with_levels_set_in(lines)) if name != "synopsis" else (with_levels_set_in(lines), 0)
    lines = with_answers_under_numbers(with_answers_below(with_pipes(lines))) if name == "points" else lines
    if name == "points":
        lines, unasked = without_quoted(lines, fenced(lines))
        losses.extend(_unasked(each, before) for each in unasked)
    # Options below a question are one line with it, which says nothing of how wide lines are.
    lines = with_quotations(lines, fenced(lines)) if name == "points" else lines
    whole = with_choices(lines, fenced(lines)) if name == "points" else lines
    measured = tuple(line if other.strip() else "" for line, other in zip(lines, whole, strict=True))
    lines = whole
    lines = with_letters(with_terms(with_sources(lines)) if name == "concepts" else with_numbers(lines) if name == "points" else lines)
    state = wrapping_of(measured, lines, name)
    others = unknown_headings(lines, name, rank)
    index = 0
    while index < len(lines):
        taken = _captioned(lines, index, before, name, entries, losses)
        if not taken and index in others:
            losses.append(_other(lines, index, before, others))
            index += 1
            state = replace(state, last="")
            continue
        taken = taken or _taken(lines, index, before, name, entries, losses)
        if taken:
            index += taken
            state = replace(state, last="")
            continue
        state = joined(_QUOTED.sub("", lines[index]), before + index + 1, name, entries, state)
        index += 1
    if name != "synopsis":
        losses.extend(_too_long(entry.line, entry.text) for entry in entries if too_long(entry.text))
        entries = [entry for entry in entries if not too_long(entry.text)]
    entries = [replace(entry, column=entry.column + edge, indent=entry.indent + edge) for entry in entries] if edge else entries
    return Listed(entries=tuple(entries), losses=tuple(losses))


def _too_long(line: int, text: str) -> Loss:
    message = f"an entry of more than {LONGEST:,} characters is not read ({' '.join(text[:120].split())[:60]})"
    hint = "Part it into points of a sentence or two, each on a line of its own, or move it to the synopsis."
    return Loss(line=line, code="N128", message=message, hint=hint)


def _taken(lines: tuple[str, ...], index: int, before: int, name: Name, entries: list[Entry], losses: list[Loss]) -> int:
    """Read what is more than a line, or none of the text; return how many lines that took, 0 where it is a line as any other."""
    line, number = lines[index], before + index + 1
    if is_fence(line):
        end = next((i for i in range(index + 1, len(lines)) if is_fence(lines[i])), index)
        hint = "Say it in a sentence, with what is typed between backticks, or put it into a bank."
        losses.append(Loss(line=number, code="N133", message=f"a block of code is not read{_to(number, before + end + 1)}", hint=hint))
        return end - index + 1
    if RULE.match(line):
        return 1
    if _FOOTNOTE.match(line):
        losses.append(Loss(line=number, code="N133", message="a footnote is not read", hint="Say it in the text, in brackets."))
        return 1
    if re.match(r"^\s*<!--.*-->\s*$", line):
        return 1
    if PAGE.match(line):
        message = f"what only belongs to a printed page is not read ({' '.join(line.split())[:60]})"
        losses.append(Loss(line=number, code="N132", message=message, grave=False))
        return 1
    if _CHAT.match(line):
        losses.append(
            Loss(line=number, code="N132", message=f"what a chat says beside the notes is not read ({line.strip()[:60]})", grave=False)
        )
        return 1
    another = _ANOTHER.match(line)
    if another and name != "synopsis" and (another["ordinal"] or name != "concepts"):
        hint = "If another topic begins here, give it a file of its own: what follows is read as more of the same topic."
        losses.append(
            Loss(line=number, code="N131", message=f"a line that names a topic or a part is not printed ({line.strip()[:60]})", hint=hint)
        )
        return 1
    if not BULLET.match(line) and (heading := other_heading(line)) and _heads(lines, index, heading.level):
        if name == "points" and heads_answers(heading.text):
            return 0
        message = f"the heading {heading.text!r} within a section is not printed; what stands under it is read"
        losses.append(Loss(line=number, code="N132", message=message, grave=False))
        return 1
    return _table(lines, index, before, name, entries, losses)


def _unasked(left: Unasked, before: int) -> Loss:
    where = lines_said(before + left.first + 1, before + left.last + 1)
    message = f"a question about quoted lines is not asked without them ({where}: {left.text[:60]})"
    if not left.text:
        message = f"lines that are quoted among marking points are not read ({where})"
    hint = "Write it as an item in a bank, with the lines as its stimulus, or quote the words within the question."
    return Loss(line=before + left.first + 1, code="N133", message=message, hint=hint)


def _other(lines: tuple[str, ...], index: int, before: int, others: tuple[int, ...]) -> Loss:
    end = next((other for other in others if other > index), len(lines))
    last = max(at for at in range(index, end) if lines[at].strip())
    message = f"{lines[index].strip(' *_')!r} looks like a heading, but is none that notes have: it is not printed, and what stands under it is read as more of the section above"
    if len(others) > 1:
        message = f"the heading {lines[index].strip(' *_')!r} within a section is not printed; what stands under it is read"
        return Loss(line=before + index + 1, code="N132", message=message, grave=False)
    hint = f"If a section begins here, call it as notes do: {', '.join(list(TITLES.values())[:5])}."
    return Loss(line=before + index + 1, code="N132", message=f"{message} ({lines_said(before + index + 2, before + last + 1)})", hint=hint)


def _heads(lines: tuple[str, ...], index: int, level: int) -> bool:
    """Whether a heading has something under it; one of several in bold that have nothing is an entry."""
    below = next((line for line in lines[index + 1 :] if line.strip()), "")
    after = other_heading(below) if below else None
    return level < BOLD or bool(below and (after is None or after.level > level))


def _captioned(lines: tuple[str, ...], index: int, before: int, name: Name, entries: list[Entry], losses: list[Loss]) -> int:
    """Read a label with the table right below it, where that is printed as one; return how many lines that took, 0 where it is no such."""
    caption, below = labelled_table(lines, index) if name == "concepts" else ("", 0)
    rows = rows_at(lines, below, name) if caption else 0
    if not rows or not table_of(lines[below : below + rows], name).kept:
        return 0
    return below - index + _table(lines, below, before, name, entries, losses, caption=caption)


def _table(
    lines: tuple[str, ...], index: int, before: int, name: Name, entries: list[Entry], losses: list[Loss], *, caption: str = ""
) -> int:
    rows = rows_at(lines, index, name)
    if not rows:
        return 0
    table = table_of(lines[index : index + rows], name)
    entries.extend(
        Entry(
            text=row.text,
            line=before + index + row.offset + 1,
            column=1,
            bullet=True,
            indent=FURTHER if row.below else 0,
            label="" if row.below else ROW,
            behind=row.behind,
            row=RowOf(cells=row.cells, head=table.head, named=table.named, table=before + index + 1, caption=caption)
            if table.kept
            else None,
        )
        for row in table.rows
    )
    if name == "synopsis" and table.rows:
        first, last = before + index + 1, before + index + rows
        message = f"a table in the synopsis is printed as sentences, one a row ({lines_said(first, last)})"
        losses.append(Loss(line=first, code="N144", message=message, hint="Under Key Concepts it is printed as a table.", grave=False))
    if table.unread:
        named = ", ".join(repr(each) for each in table.unread)
        hint = "Columns of marking points are Question or Point, Answer or Marking points, Accept, Reject, Guidance, AO and Marks."
        losses.append(Loss(line=before + index + 1, code="N133", message=f"the table's column {named} is not read", hint=hint))
    return rows


def _to(first: int, last: int) -> str:
    return f" (lines {first} to {last})" if last > first else ""


def lines_said(first: int, last: int) -> str:
    """Return `line 3` or `lines 3 to 5`."""
    return f"lines {first} to {last}" if last > first else f"line {first}"
