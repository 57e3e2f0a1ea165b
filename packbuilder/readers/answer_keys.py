"""Answer keys: answers that stand apart from their questions, by number, put below them.

    1. Name the gas. [1]              1. Name the gas. [1]
    2. Name the metal. [1]                - oxygen
    Answers                     ->    2. Name the metal. [1]
    1. oxygen                             - iron
    2. iron

Lines change places only: what stands after the answers keeps its number. Answers that fit no question are told, and not read.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.headings import Titles, heading, other_heading
from packbuilder.readers.listing import Loss, lines_said
from packbuilder.readers.questions import asks, commands, ends_in_marks
from packbuilder.values import dataclass

_HEADING = regex(
    r"^[#*_\s]*(?P<plain>(?:(?:model |suggested |sample |correct )?answers?|answer key|solutions|answers? (?:to|for) (?:the )?(?:above |practice |exam )?(?:questions|quiz|test))|mark ?schemes?|marking scheme)"
    r"[*_\s]*:?[*_\s]*(?P<row>\d.*)?$",
    re.IGNORECASE,
)
_KEY = regex(
    r"^\s*(?:[-*•]\s+)?(?P<q>Q(?:uestion)?\s?)?(?P<number>\d{1,2})(?:\s?[.):]\s*|\s+(?=\()|(?=\(?[a-h]\))|(?<=\d)\s+(?=[A-F]$))(?:\(?(?P<letter>[a-h])\)\s*)?(?P<text>\S.*)?$"
)
_PART = regex(r"^\s*(?:[-*•]\s+)?\(?(?P<letter>[a-h])[).]\s+(?P<text>\S.*)$")
_ANSWER = regex(r"^\s*(?:[-*•]\s+)?A(?:ns(?:wer)?)?\s?(?P<number>\d{1,2})\s*[.):]\s*(?P<text>\S.*)$")
_ROW = regex(r"(?P<number>\d{1,2})\s*[.):=–-]?\s*\(?(?P<letter>[A-Fa-f])\)?(?=[\s,;.]|$)[\s,;.]*")
_SIGN = regex(r"^\s*(?:[-*•]\s+)?")
_CHOSEN = regex(r"^\(?[A-F]\)?\.?$")

_Key = tuple[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Lines with answers below their questions, the number in the file of each, and what was lost; no numbers where nothing was moved."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """An answer: which question it answers, the lines that it is on, and their texts."""

    key: _Key
    at: tuple[int, ...]
    texts: tuple[str, ...]


def with_answers(lines: tuple[str, ...], called: Titles) -> Moved:
    """Put answers that are numbered as questions above them are below those."""
    starts = [at for at, line in enumerate(lines) if (found := heading(line, called)) and found.name == "points"]
    if not starts:
        return Moved(lines=lines)
    head = next((at for at in range(starts[0] + 1, len(lines)) if _heads(lines, at)), None)
    start = starts[0] if head is None else max(at for at in starts if at < head)
    # Numbers of other sections between the two are nobody's.
    end = _end(lines, start, called) if head is None else min(head, _end(lines, start, called))
    questions = _questions(lines, start + 1, end)
    block_end = end if head is None else _end(lines, head, called)
    said = _inside(lines, start + 1, end) if head is None else _answers(lines, head, block_end)
    if not said or not questions:
        return Moved(lines=lines)
    fitting = tuple(each for each in said if _fits(each.key, questions, lines))
    if len(fitting) * 2 < len(said):
        return _unfitting(lines, head, block_end) if head is not None and _plainly(lines[head]) else Moved(lines=lines)
    return _moved(lines, questions, said, fitting, head)


def _heads(lines: tuple[str, ...], at: int) -> bool:
    """Whether a line heads answers: numbered, on its own line or below it, and none of them a question."""
    found = _HEADING.match(lines[at])
    if not found:
        return False
    if found["row"]:
        return bool(_in_row(found["row"]))
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    first = _KEY.match(below)
    return bool(first and first["text"] and not _asking(first["text"])) or bool(_in_row(below))


def _plainly(line: str) -> bool:
    """Whether a heading can head nothing but answers: a mark scheme may be marking points of its own."""
    return "answer" in line.casefold() or "solution" in line.casefold()


def _asking(text: str) -> bool:
    return asks(text) or commands(text) or ends_in_marks(text)


def _end(lines: tuple[str, ...], head: int, called: Titles) -> int:
    """Return where what stands under a heading ends."""
    for at in range(head + 1, len(lines)):
        found = heading(lines[at], called)
        if (found and found.name) or other_heading(lines[at]):
            return at
    return len(lines)


def _questions(lines: tuple[str, ...], first: int, end: int) -> dict[_Key, int]:
    """Return the last line of each question by its number and letter; that of a number alone ends with its last part."""
    found: dict[_Key, int] = {}
    number, key = 0, (0, "")
    for at in range(first, end):
        line = lines[at]
        if (own := _KEY.match(line)) and not _ANSWER.match(line):
            number, key = int(own["number"]), (int(own["number"]), own["letter"] or "")
        elif number and (part := _PART.match(line)):
            key = (number, part["letter"])
        if key[0] and line.strip() and not _ANSWER.match(line):
            found[key] = found[number, ""] = at
    return found


def _answers(lines: tuple[str, ...], head: int, end: int) -> tuple[_Said, ...]:
    """Return the answers under a heading; empty where one of them asks something."""
    row = _HEADING.match(lines[head])
    rows = [(head, row["row"])] if row and row["row"] else [(at, lines[at]) for at in range(head + 1, end)]
    said: list[_Said] = []
    number = 0
    for at, line in rows:
        own, part = _KEY.match(line), _PART.match(line)
        if pairs := _in_row(line):
            said.extend(_Said(key=(each, ""), at=(at,), texts=(letter,)) for each, letter in pairs)
        elif own:
            number = int(own["number"])
            said.extend((_Said(key=(number, own["letter"] or ""), at=(at,), texts=(own["text"],)),) if own["text"] else ())
        elif part and number:
            said.append(_Said(key=(number, part["letter"]), at=(at,), texts=(part["text"],)))
        elif line.strip() and said:
            last = said[-1]
            said[-1] = _Said(key=last.key, at=(*last.at, at), texts=(*last.texts, _SIGN.sub("", line).strip()))
    return () if any(_asking(each.texts[0]) for each in said) else tuple(said)


def _in_row(line: str) -> tuple[tuple[int, str], ...]:
    """Return the letters that a line gives to several questions: `1 B, 2 C`."""
    found = tuple(_ROW.finditer(line.strip()))
    whole = "".join(each[0] for each in found) == line.strip()
    return tuple((int(each["number"]), each["letter"].upper()) for each in found) if whole and found else ()


def _inside(lines: tuple[str, ...], first: int, end: int) -> tuple[_Said, ...]:
    """Return answers that have their question's number among the questions: `A2.` below `Q2.`."""
    asked = {int(own["number"]) for at in range(first, end) if (own := _KEY.match(lines[at])) and own["q"]}
    found = ((at, answer) for at in range(first, end) if (answer := _ANSWER.match(lines[at])))
    return tuple(
        _Said(key=(int(each["number"]), ""), at=(at,), texts=(each["text"],)) for at, each in found if int(each["number"]) in asked
    )


def _fits(key: _Key, questions: dict[_Key, int], lines: tuple[str, ...]) -> bool:
    """Whether a question has an answer's number and letter; one without a letter fits none that has parts which ask."""
    if key not in questions:
        return False
    parts = [at for (number, letter), at in questions.items() if number == key[0] and letter]
    return bool(key[1]) or not any(_asking(found["text"]) for at in parts if (found := _PART.match(lines[at])))


def _unfitting(lines: tuple[str, ...], head: int, end: int) -> Moved:
    last = max(at for at in range(head, end) if lines[at].strip())
    message = f"the numbers of these answers are not those of the questions above: they are not read ({lines_said(head + 1, last + 1)})"
    hint = "Write each answer below its question, or give both the same numbers."
    blank = tuple("" if head <= at <= last else line for at, line in enumerate(lines))
    return Moved(lines=blank, losses=(Loss(line=head + 1, code="N133", message=message, hint=hint),))


def _moved(
    lines: tuple[str, ...], questions: dict[_Key, int], said: tuple[_Said, ...], fitting: tuple[_Said, ...], head: int | None
) -> Moved:
    """Return lines in which each answer stands below its question."""
    below: dict[int, list[tuple[int, str]]] = {}
    for each in fitting:
        at = questions[each.key]
        edge = " " * (len(lines[at]) - len(lines[at].lstrip()) + 6)
        for place, text in zip(each.at, each.texts, strict=True):
            below.setdefault(at, []).append((place, f"{edge}Answer: {text}" if _CHOSEN.match(text) else f"{edge}- {text}"))
    gone = {place for each in said for place in each.at} | ({head} if head is not None else set())
    made: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        made.extend(() if at in gone else ((at, line),))
        made.extend(below.get(at, ()))
    # Blank lines in place of what was taken away keep what follows where it was.
    after = max(gone) + 1
    place = next((index for index, (at, _) in enumerate(made) if at >= after), len(made))
    made[place:place] = [(after - 1, "")] * (len(lines) - len(made))
    losses = tuple(_without(each) for each in said if each not in fitting)
    if head is not None:
        message = f"the heading {lines[head].strip(' #*_:')[:60]!r} is read as answers to the questions above, by their numbers"
        losses = (Loss(line=head + 1, code="N136", message=message, grave=False), *losses)
    return Moved(lines=tuple(line for _, line in made), numbers=tuple(at + 1 for at, _ in made), losses=losses)


def _without(each: _Said) -> Loss:
    message = f"no question above has the number of this answer: it is not read ({each.texts[0][:60]})"
    return Loss(line=each.at[0] + 1, code="N133", message=message, hint="Write it below its question.")
