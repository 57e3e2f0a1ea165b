"""Joining: the lines under a heading, one after another: each begins an entry, answers the one above it, or goes on with the one before."""

from __future__ import annotations

import re

from packbuilder.abbreviations import is_open
from packbuilder.dollars import DOLLARS
from packbuilder.patterns import regex
from packbuilder.readers.blocks import are_told, are_wrapped, has_no_room, joins, parts_there, tells_besides
from packbuilder.readers.bulleted import is_number
from packbuilder.readers.bullets import BOX, BULLET, TERM
from packbuilder.readers.headings import Name
from packbuilder.readers.illustrations import is_picture
from packbuilder.readers.labels import is_labelled, is_verdict
from packbuilder.readers.lengths import LONGEST
from packbuilder.readers.questions import (
    asks,
    asks_for_steps,
    begins_question,
    commands,
    ends_in_marks,
    goes_on_asking,
    only_marks,
    parted,
    to_candidates,
)
from packbuilder.values import dataclass, replace

_SMALL_O = regex(r"^(?:\t| {2,})\s*o\s+")
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
_RAGGED = 12
"""By how much lines that were wrapped fall short of the longest."""
FURTHER = 2
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
class Wrapping:
    """How the lines under a heading are wrapped, and the one before, where an entry may go on with the next.

    `wrapped`: lines without bullets are one prose; `small`: they all begin small; `often`: they stand under full lines; `told`: they are `are_told`; `width` is that of the widest.
    """

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


def wrapping_of(measured: tuple[str, ...], lines: tuple[str, ...], name: Name) -> Wrapping:
    """Return how lines are wrapped, before the first of them; `measured` are those that say how wide lines are, the others empty."""
    firsts = [line.lstrip()[:1] for line in lines if line.strip() and not BULLET.match(line)]
    wrapping = Wrapping(
        wrapped=are_wrapped(measured),
        small=all(first.islower() for first in firsts),
        width=max((len(line.rstrip()) for line in measured), default=0),
    )
    return replace(wrapping, often=_often_full(measured, wrapping), told=name == "points" and are_told(lines))


def joined(line: str, number: int, name: Name, entries: list[Entry], before: Wrapping) -> Wrapping:
    """Add a line to the entries, as a new one or as more of the last; return how the next one finds it."""
    if not line.strip():
        return replace(before, last="")
    if name == "points" and only_marks(line) and (question := _unmarked(entries)) is not None:
        entries[question] = replace(entries[question], text=f"{entries[question].text} {line.strip()}")
        return replace(before, last=line.rstrip())
    if is_picture(line):
        entries.append(Entry(text=line.strip(), line=number, column=_column(line), bullet=False))
        return replace(before, last="")
    # A line that begins with a minus sign inside a formula is none with a bullet.
    within = bool(before.last and entries and _OPEN.search(_WHOLE.sub("", entries[-1].text)) and _CLOSES.match(line))
    mark = None if within else BULLET.match(line) or _SMALL_O.match(line)
    if mark:
        entries.append(_with_bullet(line, mark, number, name))
    elif (begun := _begun(line, number, name, entries, before, within=within)) is not None:
        entries.append(begun)
    else:
        entries[-1] = _continued(entries[-1], line, name)
    return replace(before, last=line.rstrip())


def _column(line: str) -> int:
    return len(line) - len(line.lstrip()) + 1


def _with_bullet(line: str, mark: re.Match[str], number: int, name: Name) -> Entry:
    text = BOX.sub("", line[mark.end() :].strip())
    text = _LAST_CELL.sub(r" [\1]", text) if name == "points" else text
    indent = len(line[: _column(line) - 1].expandtabs(4))
    return Entry(text=text, line=number, column=mark.end() + 1, bullet=True, indent=indent, label=mark[0].strip())


def _begun(line: str, number: int, name: Name, entries: list[Entry], before: Wrapping, *, within: bool) -> Entry | None:
    """Return the entry that a line without a bullet begins; None where it goes on with the last one."""
    entry = Entry(text=line.strip(), line=number, column=_column(line), bullet=False)
    if name == "points" and not within:
        if _is_own(line, before, entries) or (before.told and entries and tells_besides(line, entries[-1].text)):
            return entry
        if (inner := _answers(line, before, entries)) is not None:
            return replace(entry, bullet=True, indent=inner)
    goes_on = before.last and entries and (within or _goes_on(before, line, name, entries[-1]))
    return None if goes_on or (entries and name == "points" and _of_question(line, entries)) else entry


def _continued(last: Entry, line: str, name: Name) -> Entry:
    """Return an entry with one more line of it."""
    between = ": " if name == "concepts" and not last.bullet and _is_term(last.text) and line.startswith((" ", "\t")) else " "
    # What is too long is told when all lines are read, however much more follows.
    whole = f"{last.text}{between}{line.strip()}".strip()
    return replace(last, text=whole if name == "synopsis" else whole[: LONGEST + 1])


def _is_own(line: str, before: Wrapping, entries: list[Entry]) -> bool:
    """Whether a line without a bullet begins a question below a finished one, or below answers to one: no text of either goes on with it.

    Further in than the question it does only where that one has its marks, and does not ask for steps, which are told in the imperative too.
    """
    question = next((entry for entry in reversed(entries) if not _is_written(entry)), None)
    if question is None or not asks(question.text) or not begins_question(line.strip()) or _UNDONE.search(before.last):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What stands above a line: the last entry, and how far in it stands; whether it asks, or was itself written as an answer; how far in answers stand."""

    last: Entry
    edge: int
    asked: bool
    answered: bool
    inner: int


def _above(entries: list[Entry]) -> _Above:
    last = entries[-1]
    first = min(each.indent for each in entries)
    answered = _is_written(last)
    asked = not answered and (
        asks(last.text) or (last.indent <= first and (is_number(last.label) or not any(is_number(each.label) for each in entries)))
    )
    edge = last.indent if last.bullet else last.column - 1
    return _Above(last=last, edge=edge, asked=asked, answered=answered, inner=edge + FURTHER if asked else last.indent)


def _answers(line: str, before: Wrapping, entries: list[Entry]) -> int | None:
    """Return how far in a line without a bullet stands as an answer below a question; None where it is none, or goes on with the text before it.

    What ends with marks ends there. A line that was written so is known by its lack of a bullet (`label`).
    """
    if not entries:
        return None
    above = _above(entries)
    answers = _answers_below(line, before, above) if before.last else _answers_after_gap(line, above)
    return above.inner if answers else None


def _answers_after_gap(line: str, above: _Above) -> bool:
    """Whether a line behind a blank one answers: it stands further in than a question with its marks, or as far as its other answers."""
    further = len(line) - len(line.lstrip()) >= above.inner > 0
    below = above.answered or (above.asked and ends_in_marks(above.last.text))
    return further and below and not to_candidates(line.strip()) and not asks(line.strip())


def _answers_below(line: str, before: Wrapping, above: _Above) -> bool:
    """Whether a line answers that stands right below the last entry."""
    last, text = above.last, line.strip()
    if to_candidates(text):
        return not above.asked
    # Below questions with numbers, what has neither a number nor a bullet is theirs.
    numbered = not above.asked or is_number(last.label)
    if is_verdict(text) or (numbered and is_labelled(text, last.text)):
        return True
    if text.startswith(_STEPS_ON):
        return above.answered
    if not (line.startswith((" ", "\t")) or _goes_on(before, line, "points", last)):
        return False
    if is_labelled(text, last.text):
        return True
    if above.asked:
        return _answers_question(line, before, above)
    return not last.label and not before.is_nearly_full(text) and not _UNDONE.search(before.last)


def _answers_question(line: str, before: Wrapping, above: _Above) -> bool:
    """Whether a line that might go on with the question above it answers that."""
    last, text = above.last, line.strip()
    # One mark may be that of a statement that goes on: "Enzymes are denatured (1) / the active site changes (1)".
    if ends_in_marks(last.text) and (asks(last.text) or parted(last.text)[1] > 1):
        return not (_JOINT.match(text) or (asks(text) and text[:1].isupper()))
    if not asks(last.text):
        return False
    stops = last.text.endswith((".", "?")) and not is_open(last.text)
    # A capital further in than a question without a bullet goes on with it only where that line was full.
    further = len(line) - len(line.lstrip()) > above.edge
    apart = not last.bullet and text[:1].isupper() and further and not _UNDONE.search(before.last)
    return (stops and text[:1].islower()) or (apart and not asks(text) and not before.is_full(text))


def _is_term(text: str) -> bool:
    return len(text.split()) <= 4 and text[-1:].isalnum()


def _goes_on(before: Wrapping, line: str, name: Name, last: Entry) -> bool:
    """Whether a line without a bullet belongs to the entry before it: text that was wrapped, and not the next of a list without bullets."""
    if name == "synopsis":
        return not last.bullet or line.startswith((" ", "\t"))
    if line.startswith((" ", "\t")) and (last.bullet or (name == "concepts" and _is_term(last.text))):
        return True
    text = line.strip()
    first = re.split(r"\W", text, maxsplit=1)[0]
    term = name == "concepts" and bool(TERM.match(text))
    apart = term and (first[:1].isupper() or bool(_DASHED.match(text) and _DASHED.match(last.text)))
    parted = name == "points" and parts_there(before.last, text, before.width) and not last.bullet
    if (_UNDONE.search(before.last) and not (apart or parted)) or (last.bullet and before.is_full(text)):
        return True
    if term or (name == "points" and commands(text)):
        return False
    if name == "points" and ends_in_marks(before.last) and ends_in_marks(text) and not _JOINT.match(text):
        return False
    if last.bullet:
        return first[:1].islower() and not before.last.endswith((".", "!", "?"))
    small = first[:1].islower() and not before.small and not before.last.endswith((".", "!", "?"))
    return before.wrapped or (small and (name != "points" or has_no_room(before.last, text, before.width) or joins(first)))


def _often_full(lines: tuple[str, ...], wrapping: Wrapping) -> bool:
    """Whether lines without bullets stand under full ones, twice at the least and nearly always."""
    pairs = [
        (one, other) for one, other in zip(lines, lines[1:], strict=False) if one.strip() and other.strip() and not BULLET.match(other)
    ]
    full = sum(replace(wrapping, often=True, last=one.rstrip()).is_full(other) for one, other in pairs)
    return full > 1 and full * 5 >= len(pairs) * 4
