"""Listing: the lines under a heading as entries: bullets of every kind, rows of tables, lines without bullets, paragraphs."""

from __future__ import annotations

import re

from packbuilder.abbreviations import is_open
from packbuilder.dollars import DOLLARS
from packbuilder.patterns import regex
from packbuilder.readers.blocks import (
    are_told,
    are_wrapped,
    has_no_room,
    joins,
    parts_there,
    tells_besides,
    with_answers_below,
    with_answers_under_numbers,
    without_edge,
)
from packbuilder.readers.bulleted import is_number, with_letters, with_numbers
from packbuilder.readers.bullets import BOX, BULLET, PAGE, RULE, TERM, is_item
from packbuilder.readers.choices import with_choices
from packbuilder.readers.fences import fenced, is_fence
from packbuilder.readers.headings import BOLD, TITLES, Name, other_heading
from packbuilder.readers.illustrations import is_picture
from packbuilder.readers.labels import is_labelled, is_verdict
from packbuilder.readers.lengths import LONGEST, too_long
from packbuilder.readers.questions import (
    asks,
    asks_for_steps,
    begins_question,
    commands,
    ends_in_marks,
    goes_on_asking,
    heads_answers,
    only_marks,
    parted,
    to_candidates,
)
from packbuilder.readers.quotations import with_quotations
from packbuilder.readers.quoted_lines import Unasked, without_quoted
from packbuilder.readers.shown_sources import with_sources
from packbuilder.readers.table_labels import labelled_table
from packbuilder.readers.tables import rows_at, table_of, with_pipes
from packbuilder.readers.terms_above import with_terms
from packbuilder.readers.unknown_headings import unknown_headings
from packbuilder.readers.word_levels import with_levels_set_in
from packbuilder.values import dataclass, replace

_SMALL_O = regex(r"^(?:\t| {2,})\s*o\s+")
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
_LAST_CELL = regex(r"(?<!\s)\s*\t\s*[\[(]?(\d{1,2})(?: marks?)?[\])]?$")
"""Marks in the last column of a numbered list."""
_WHOLE = regex(DOLLARS)
_OPEN = regex(r"(?<![\w$])\$(?=[^\s\d.,;:!?)])[^$]*$")
_CLOSES = regex(r"[^$]*[^\s$]\$(?![\w$])")
"""A formula that one line opens and the next one closes."""
_UNDONE = regex(r"(?:[,–—]|(?<!\b[A-Z])-|\b(?:and|or|the|a|an|of|to|in|for|with|by|from|that|which|than|as|on|at|is|are))$")

_STEPS_ON = ("=", "≈", "∴")
"""What a step of a calculation goes on with."""
_DASHED = regex(r"^[^:.;]{2,40}\s[–—=]\s+\w")
"""A term with its meaning behind a dash, also in small letters."""
_JOINT = regex(r"(?:and|or|but|then|which|because|so)\b")
__all__ = ["TERM", "Entry", "Listed", "Loss", "is_item", "lines_said", "listed"]

ROW = "|"
"""The label of a table's row that is a point of its own."""
_RAGGED = 12
"""By how much lines that were wrapped fall short of the longest."""
_FURTHER = 2
"""How much further in than a question an answer stands at the least."""

_NARROWEST, _WIDEST = 50, 120
"""Lines of such widths may be wrapped: longer ones are paragraphs in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOf:
    """The row that an entry was read from, of a table that is printed as one: its cells, the table's head and caption, its column of terms, and which it is."""

    cells: tuple[str, ...]
    head: tuple[str, ...]
    named: int
    table: int
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A bullet, or a paragraph: its text with continuation lines joined, its line, and the column of its first letter.

    `indent` is how far its bullet stands from the edge, and `label` the bullet, number or letter itself. `behind` is what is said of a question
    behind all that is credited: its objectives, and its levels of response, as `bands.written` has them. `stopped`: what stands below it ended
    with a full stop, so that nothing is cut.
    """

    text: str
    line: int
    column: int
    bullet: bool
    indent: int = 0
    label: str = ""
    behind: str = ""
    stopped: bool = False
    row: RowOf | None = None


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
    firsts = [line.lstrip()[:1] for line in lines if line.strip() and not BULLET.match(line)]
    state = _State(
        wrapped=are_wrapped(measured),
        small=all(first.islower() for first in firsts),
        width=max((len(line.rstrip()) for line in measured), default=0),
    )
    state = replace(state, often=_often_full(measured, state), told=name == "points" and are_told(lines))
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
        state = _line(_QUOTED.sub("", lines[index]), before + index + 1, name, entries, state)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """The line before, where an entry may go on with the next one; whether lines without bullets are wrapped prose, all begin small, or are `are_told`."""

    wrapped: bool
    small: bool = False
    width: int = 0
    often: bool = False
    told: bool = False
    last: str = ""

    def is_full(self, after: str) -> bool:
        """Whether the line before has no room for the first word of the one after it, in lines that are wrapped.

        A line that ends as a sentence, or with its marks, goes on only where other lines do too: the longest has room for nothing.
        """
        done = self.last.endswith((".", "!", "?", ")", "]"))
        full = _NARROWEST <= self.width <= _WIDEST and len(self.last) + 1 + len(after.split()[0]) > self.width
        return full and (self.often or not done)

    def is_nearly_full(self, after: str) -> bool:
        """Whether the line before is about as long as lines get, and goes on in small letters."""
        done = self.last.endswith((".", "!", "?", ";", ")", "]"))
        return self.is_full(after) or (not done and after[:1].islower() and len(self.last) > max(_NARROWEST, self.width - _RAGGED))


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
            indent=_FURTHER if row.below else 0,
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


def _line(line: str, number: int, name: Name, entries: list[Entry], state: _State) -> _State:
    """Add a line to the entries: a new one, or more of the last."""
    if not line.strip():
        return replace(state, last="")
    # A line that begins with a minus sign inside a formula is none with a bullet.
    if name == "points" and only_marks(line) and (question := _unmarked(entries)) is not None:
        entries[question] = replace(entries[question], text=f"{entries[question].text} {line.strip()}")
        return replace(state, last=line.rstrip())
    within = bool(state.last and entries and _OPEN.search(_WHOLE.sub("", entries[-1].text)) and _CLOSES.match(line))
    mark = None if within else BULLET.match(line) or _SMALL_O.match(line)
    column = len(line) - len(line.lstrip()) + 1
    if is_picture(line):
        entries.append(Entry(text=line.strip(), line=number, column=column, bullet=False))
        return replace(state, last="")
    if mark:
        indent = len(line[: column - 1].expandtabs(4))
        text = BOX.sub("", line[mark.end() :].strip())
        text = _LAST_CELL.sub(r" [\1]", text) if name == "points" else text
        entries.append(Entry(text=text, line=number, column=mark.end() + 1, bullet=True, indent=indent, label=mark[0].strip()))
    elif (
        name == "points"
        and not within
        and (_is_own(line, state, entries) or (state.told and entries and tells_besides(line, entries[-1].text)))
    ):
        entries.append(Entry(text=line.strip(), line=number, column=column, bullet=False))
    elif name == "points" and not within and (above := _answers(line, state, entries)) is not None:
        entries.append(Entry(text=line.strip(), line=number, column=column, bullet=True, indent=above))
    elif entries and (
        (state.last and (within or _goes_on(state, line, name, entries[-1]))) or (name == "points" and _of_question(line, entries))
    ):
        last = entries[-1]
        between = ": " if name == "concepts" and not last.bullet and _is_term(last.text) and line.startswith((" ", "\t")) else " "
        # What is too long is told below, however much more follows.
        whole = f"{last.text}{between}{line.strip()}".strip()
        entries[-1] = replace(last, text=whole if name == "synopsis" else whole[: LONGEST + 1])
    else:
        entries.append(Entry(text=line.strip(), line=number, column=column, bullet=False))
    return replace(state, last=line.rstrip())


def _is_own(line: str, state: _State, entries: list[Entry]) -> bool:
    """Whether a line without a bullet begins a question below a finished one, or below answers to one: no text of either goes on with it.

    Further in than the question it does only where that one has its marks, and does not ask for steps, which are told in the imperative too.
    """
    question = next((entry for entry in reversed(entries) if not _is_written(entry)), None)
    if question is None or not asks(question.text) or not begins_question(line.strip()) or _UNDONE.search(state.last):
        return False
    if goes_on_asking(line) and question is entries[-1]:
        return False
    edge = question.indent if question.bullet else question.column - 1
    further = len(line) - len(line.lstrip()) > edge
    return ends_in_marks(question.text) and not asks_for_steps(question.text) if further else True


def _is_written(entry: Entry) -> bool:
    """Whether an entry is a line without a bullet that answers the question above it."""
    return entry.bullet and not entry.label


def _unmarked(entries: list[Entry]) -> int | None:
    """Return the place of the last question, where it does not say what it is worth."""
    question = next((index for index in reversed(range(len(entries))) if asks(entries[index].text)), None)
    return None if question is None or ends_in_marks(entries[question].text) else question


def _of_question(line: str, entries: list[Entry]) -> bool:
    """Whether a line says something to the candidates of the question right above it."""
    return to_candidates(line) and asks(entries[-1].text)


def _answers(line: str, state: _State, entries: list[Entry]) -> int | None:
    """Return how far in a line without a bullet stands as an answer below a question; None where it is none, or goes on with the text before it.

    What ends with marks ends there. A line that was written so is known by its lack of a bullet (`label`).
    """
    if not entries:
        return None
    last, text = entries[-1], line.strip()
    first = min(each.indent for each in entries)
    written = _is_written(last)
    question = not written and (
        asks(last.text) or (last.indent <= first and (is_number(last.label) or not any(is_number(each.label) for each in entries)))
    )
    edge = last.indent if last.bullet else last.column - 1
    inner = edge + _FURTHER if question else last.indent
    if not state.last:
        # After a blank line only what stands further in than a question with its marks, or as far as its other answers.
        further = len(line) - len(line.lstrip()) >= inner > 0 and (written or (question and ends_in_marks(last.text)))
        return inner if further and not to_candidates(text) and not asks(text) else None
    if to_candidates(text):
        return None if question else inner
    # Below questions with numbers, what has neither a number nor a bullet is theirs.
    numbered = not question or is_number(last.label)
    if is_verdict(text) or (numbered and is_labelled(text, last.text)):
        return inner
    if text.startswith(_STEPS_ON):
        return inner if written else None
    if not (line.startswith((" ", "\t")) or _goes_on(state, line, "points", last)):
        return None
    if is_labelled(text, last.text):
        return inner
    if not question:
        new = not last.label and not state.is_nearly_full(text) and not _UNDONE.search(state.last)
        return inner if new else None
    # One mark may be that of a statement that goes on: "Enzymes are denatured (1) / the active site changes (1)".
    if ends_in_marks(last.text) and (asks(last.text) or parted(last.text)[1] > 1):
        return None if _JOINT.match(text) or (asks(text) and text[:1].isupper()) else inner
    if not asks(last.text):
        return None
    stops = last.text.endswith((".", "?")) and not is_open(last.text)
    # A capital further in than a question without a bullet goes on with it only where that line was full.
    apart = not last.bullet and text[:1].isupper() and len(line) - len(line.lstrip()) > edge and not _UNDONE.search(state.last)
    return inner if (stops and text[:1].islower()) or (apart and not asks(text) and not state.is_full(text)) else None


def _is_term(text: str) -> bool:
    return len(text.split()) <= 4 and text[-1:].isalnum()


def _goes_on(state: _State, line: str, name: Name, last: Entry) -> bool:
    """Whether a line without a bullet belongs to the entry before it: text that was wrapped, and not the next of a list without bullets."""
    if name == "synopsis":
        return not last.bullet or line.startswith((" ", "\t"))
    if line.startswith((" ", "\t")) and (last.bullet or (name == "concepts" and _is_term(last.text))):
        return True
    text = line.strip()
    first = re.split(r"\W", text, maxsplit=1)[0]
    term = name == "concepts" and bool(TERM.match(text))
    apart = term and (first[:1].isupper() or bool(_DASHED.match(text) and _DASHED.match(last.text)))
    parted = name == "points" and parts_there(state.last, text, state.width) and not last.bullet
    if (_UNDONE.search(state.last) and not (apart or parted)) or (last.bullet and state.is_full(text)):
        return True
    if term or (name == "points" and commands(text)):
        return False
    if name == "points" and ends_in_marks(state.last) and ends_in_marks(text) and not _JOINT.match(text):
        return False
    if last.bullet:
        return first[:1].islower() and not state.last.endswith((".", "!", "?"))
    small = first[:1].islower() and not state.small and not state.last.endswith((".", "!", "?"))
    return state.wrapped or (small and (name != "points" or has_no_room(state.last, text, state.width) or joins(first)))


def _often_full(lines: tuple[str, ...], state: _State) -> bool:
    """Whether lines without bullets stand under full ones, twice at the least and nearly always."""
    pairs = [
        (one, other) for one, other in zip(lines, lines[1:], strict=False) if one.strip() and other.strip() and not BULLET.match(other)
    ]
    full = sum(replace(state, often=True, last=one.rstrip()).is_full(other) for one, other in pairs)
    return full > 1 and full * 5 >= len(pairs) * 4


def _to(first: int, last: int) -> str:
    return f" (lines {first} to {last})" if last > first else ""


def lines_said(first: int, last: int) -> str:
    """Return `line 3` or `lines 3 to 5`."""
    return f"lines {first} to {last}" if last > first else f"line {first}"
