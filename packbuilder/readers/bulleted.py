"""Bulleted: lists whose entries have letters or bare numbers in place of bullets ("A. Cells divide", "1 Cells divide")."""

from __future__ import annotations

import re
from operator import itemgetter

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.questions import COMMANDS, COMMANDS_TOO, asks, begins_question

_CAPITAL = regex(r"^(?P<indent>\s*)\(?(?P<letter>[A-H])[.)]\s+(?=[A-Z*\"“‘])")
_SMALL_LETTER = regex(r"^(?P<indent>\s*)(?P<letter>[a-h])\.\s+(?=[a-z])")
_BARE_NUMBER = regex(r"^(?P<number>\d{1,2})\s+(?=[A-Z][\w’'-]*[:,]?\s)(?!.*\t)")
_ANY_NUMBER = regex(r"^(?P<number>\d{1,2})\s+(?=[A-Za-z(‘“'\"])(?!.*\t)")
_MARKS_LAST = regex(r"[(\[]\d{1,2}(?: ?marks?)?[)\]]\s*$")
_NUMBER_OR_PART = regex(r"^(?P<number>\d{1,2})(?P<part>\.\d{1,2}|\s?\([a-h]\))?(?P<sign>[.)])?\s+(?=[A-Za-z(‘“'\"])(?!.*\t)")
_RING = regex(r"^(?P<indent>\s*)o\s+(?=\S)")
_FIRST_ROMAN = regex(r"^(?P<indent>\s*)(?:Q?\d{1,2}\s?)?(?P<part>\(?[a-h]\)\s*)\(i\)\s+(?=\S)")
_NEXT_ROMAN = regex(r"^\s+\((?P<roman>i{2,3}|iv|v|vi)\)\s+(?=[A-Z])")
_COUNT = regex(r"^(?P<number>0?\d{1,2})\s+(?=\S)(?!.*\t)")
_SURELY = 5
_FIRST_PART = regex(r"^(?P<number>\d{1,2})\s?\(a\)\s+\S")
"""A number whose question has parts: it is counted, and has its sign."""
_ANY_LETTER = regex(r"^(?P<letter>[a-z])[.)]\s+(?=\S)")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_IN_BRACKETS = regex(r"^\(?(?P<letter>[a-z])[).]\s+(?=\S)")
_LATE = "jklmnopqrstuwyz"
"""Letters that no bullet has by itself: they may stand for amounts."""
_OF_QUESTION = regex(
    r"^(?P<indent>\s*)(?P<bold>\*\*|__|)(?:Q\s?)?(?P<number>\d{1,2})(?:\s?(?P<letter>[a-h])(?:\s?(?P<roman>[ivx]{1,4}))?(?=\s|\*|_))?(?P=bold) +(?=\S)(?!.*\t)"
)
"""What numbers a question with no sign behind it: "2  State ...", "1 a i  Define ...", "**10** How many ..."."""
_OF_PART = regex(r"(?!\d\([a-h]\)\s+(?!\())\d{1,2}\s?\([a-h]\)(?:\s?\([ivx]{1,4}\))?\s+(?=\S)")
"""What numbers a part of a question: "4(a)(ii) Name ...", "12 (b) Explain ...". "1(a)" and "Q1" stay, since reviews know points by their words with them."""
_LAST_NUMBER = regex(r"(?<=\S) {2,}(?P<marks>\d{1,2})\s*$")
_SUM = regex(r"^\s*\S+ +(?:(?! {2,}).)*[\d=](?:(?! {2,}).)*$")
_PLUS = regex(r"^\s*\+(?P<marks>\d)\s+(?=[A-Za-z“‘\"'(])")
"""What a line is worth, in notes on scoring: "+1 Declares an array"."""
_FEWEST_WORTH = 3
_FEWEST_LETTERS, _LETTERS = 2, "ABCDEFGH"
_FEWEST_ALL = 4


def with_letters(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines that are lettered in capitals, from A on, a bullet: one alone may be somebody's initial. Lists within a list may have small letters."""
    lettered = [(index, found) for index, line in enumerate(lines) if (found := _CAPITAL.match(line))]
    if (
        len(lettered) < _FEWEST_LETTERS
        or "".join(found["letter"] for _, found in lettered) != _LETTERS[: len(lettered)]
        or _are_options(lines, lettered)
    ):
        lettered = []
    small = [(index, found) for index, line in enumerate(lines) if (found := _SMALL_LETTER.match(line))]
    runs = [run for run in _runs(small) if len(run) >= _FEWEST_LETTERS]
    bulleted = {index: f"{found['indent']}- {lines[index][found.end() :]}" for index, found in lettered}
    bulleted |= {index: f"{_under(lines, run[0][0], found)}- {lines[index][found.end() :]}" for run in runs for index, found in run}
    return tuple(bulleted.get(index, line) for index, line in enumerate(lines))


def _under(lines: tuple[str, ...], index: int, first: re.Match[str]) -> str:
    """Return the indent of small letters whose first stands at a place: further in than a number right above them."""
    above = next((line for line in reversed(lines[:index]) if line.strip()), "")
    bullet = BULLET.match(above)
    deeper = bullet and is_number(bullet[0].strip()) and len(above) - len(above.lstrip()) >= len(first["indent"])
    return f"{first['indent']}    " if deeper else first["indent"]


def _are_options(lines: tuple[str, ...], lettered: list[tuple[int, re.Match[str]]]) -> bool:
    """Whether lettered lines are what a question above them is to be answered from: their letters are kept, for a key may name one."""
    above = next((line for line in reversed(lines[: lettered[0][0]]) if line.strip()), "")
    return (
        above.rstrip(" *_").endswith("?")
        and len(lettered) > _FEWEST_LETTERS
        and not any(asks(lines[at][each.end() :]) for at, each in lettered)
    )


def without_number(text: str) -> str:
    """Return a question without what numbers it at the beginning of its line, with no sign behind it."""
    found = _OF_QUESTION.match(text)
    return text[found.end() :] if found and begins_question(text[found.end() :]) else text


def without_number_in_cell(text: str) -> str:
    """Return what a table's row asks without what numbers it ("3 Give two uses"): in a cell for questions a number before a command is no amount."""
    found = None if text[:1] == "Q" else _OF_PART.match(text) or _OF_QUESTION.match(text)
    rest = text[found.end() :] if found else text
    first = re.split(r"\W", rest.lstrip("*_"), maxsplit=1)[0]
    return rest if first[:1].isupper() and (first.casefold() in COMMANDS | COMMANDS_TOO or asks(rest)) else text


def with_numbers(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines of marking points that have bare numbers the signs that make them entries with labels, and marks."""
    lines = _lettered_throughout(lines)
    return _with_last_marks(tuple(map(_stopped, _counted(_with_gains(_lettered_on(_with_romans(_with_rings(lines))))))))


def _lettered_throughout(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines at the edge that have all letters from "a." on, however they go on, a bullet: each is a point."""
    found = [(at, each) for at, line in enumerate(lines) if (each := _ANY_LETTER.match(line))]
    if len(found) < _FEWEST_ALL or "".join(each["letter"] for _, each in found) != _ALPHABET[: len(found)]:
        return lines
    bulleted = {at: f"- {lines[at][each.end() :]}" for at, each in found}
    return tuple(bulleted.get(at, line) for at, line in enumerate(lines))


def _lettered_on(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines that go on with letters in brackets, where the first of these are counted up to them, a bullet: "(j) Remoteness" may be one of a list only."""
    made = list(lines)
    last = ""
    for at, line in enumerate(lines):
        found = _IN_BRACKETS.match(line)
        if not found:
            continue
        letter = found["letter"]
        counted = letter == "a" or (last and ord(letter) == ord(last) + 1)
        last = letter if counted else ""
        if counted and letter in _LATE:
            made[at] = f"- {line[found.end() :]}"
    return tuple(made)


def _stopped(line: str) -> str:
    """Return a line with a sign behind a number that stands before a question, which it can only number."""
    found = _OF_QUESTION.match(line)
    if not found or not begins_question(line[found.end() :]):
        return line
    part = "".join(f"({each})" for each in (found["letter"], found["roman"]) if each)
    return f"{found['indent']}{found['number']}{part or '.'} {line[found.end() :]}"


def _with_last_marks(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Put brackets round marks that stand alone at the ends of numbered lines, apart from their text, where most of these have some."""
    numbered = [at for at, line in enumerate(lines) if (found := BULLET.match(line)) and is_number(found[0])]
    ended = [at for at in numbered if _LAST_NUMBER.search(lines[at])]
    # Where a sum stands alone before it, the number is its result.
    sums = [at for at in ended if _SUM.match(_LAST_NUMBER.sub("", lines[at]))]
    if len(ended) < _FEWEST_WORTH or len(ended) * 3 < len(numbered) * 2 or len(sums) * 3 > len(ended):
        return lines
    return tuple(_LAST_NUMBER.sub(r" [\g<marks>]", line) if at in ended else line for at, line in enumerate(lines))


def _with_gains(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines that begin with what they are worth ("+1 Declares an array") a bullet, and their marks behind them, where several do."""
    gains = {at: found for at, line in enumerate(lines) if (found := _PLUS.match(line))}
    if len(gains) < _FEWEST_WORTH:
        return lines
    return tuple(f"- {line[gains[at].end() :].rstrip()} [{gains[at]['marks']}]" if at in gains else line for at, line in enumerate(lines))


def _counted(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines that are numbered from 1 on, with nothing after their numbers, a stop there: a number alone may be an amount."""
    if mixed := _numbered_in_parts(lines):
        return mixed
    bare = _all_numbered(lines) or _mostly_numbered(lines)
    numbered = bare
    if not bare:
        bare = [(index, found) for index, line in enumerate(lines) if (found := _BARE_NUMBER.match(line))]
        parts = [(index, found) for index, line in enumerate(lines) if (found := _FIRST_PART.match(line))]
        numbered = sorted((*bare, *parts), key=itemgetter(0))
    if len(bare) < _FEWEST_LETTERS or [int(found["number"]) for _, found in numbered] != list(range(1, len(numbered) + 1)):
        return lines
    stopped = {index: f"{found['number']}. {lines[index][found.end() :]}" for index, found in bare}
    return tuple(stopped.get(index, line) for index, line in enumerate(lines))


def _all_numbered(lines: tuple[str, ...]) -> list[tuple[int, re.Match[str]]]:
    """Return lines with bare numbers, whatever stands behind these, where every line that is not set in has one ("9 units of energy are joules"); nothing where one has none."""
    whole = [(index, line) for index, line in enumerate(lines) if line.strip() and not line[:1].isspace()]
    found = [(index, _ANY_NUMBER.match(line)) for index, line in whole]
    numbered = [(index, each) for index, each in found if each]
    return numbered if len(numbered) == len(whole) >= _FEWEST_ALL else []


def _mostly_numbered(lines: tuple[str, ...]) -> list[tuple[int, re.Match[str]]]:
    """Return lines that are counted from 1 on, whatever follows their numbers ("8 4 strokes: induction, ..."), where most lines are; else nothing."""
    every = [(index, found) for index, line in enumerate(lines) if (found := _COUNT.match(line))]
    said = sum(bool(line.strip()) for line in lines)
    most = len(every) >= _SURELY and len(every) * 5 >= said * 3
    return every if most and [int(found["number"]) for _, found in every] == list(range(1, len(every) + 1)) else []


def _numbered_in_parts(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return lines of which some are numbered as parts ("01.2 Give ..."), with a stop behind the numbers of all others ("04 Smart material"); nothing where any has none, or they go down."""
    whole = [(index, line) for index, line in enumerate(lines) if line.strip() and not line[:1].isspace()]
    found = [(index, each) for index, line in whole if (each := _NUMBER_OR_PART.match(line))]
    order = [int(each["number"]) for _, each in found]
    parts = sum(bool(each["part"]) for _, each in found)
    if len(found) < len(whole) or not (0 < parts < len(found)) or len(found) < _FEWEST_ALL or order != sorted(order):
        return ()
    stopped = {index: f"{each['number']}. {lines[index][each.end() :]}" for index, each in found if not each["part"] and not each["sign"]}
    return tuple(stopped.get(index, line) for index, line in enumerate(lines))


def _with_rings(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give lines the sign of a bullet that begin with the letter which word processors write for a ring ("o State ..."), where most of them do."""
    said = [line for line in lines if line.strip()]
    rings = sum(bool(_RING.match(line)) for line in said)
    if rings < _FEWEST_ALL or rings * 3 < len(said) * 2:
        return lines
    return tuple(_RING.sub(r"\g<indent>- ", line) for line in lines)


def _with_romans(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Give questions numbered (ii), (iii) the indent of the part that holds (i), below which they stand: answers below that are set in as far."""
    kept = list(lines)
    indent: str | None = None
    part = ""
    for index, line in enumerate(lines):
        if first := _FIRST_ROMAN.match(line):
            indent, part = first["indent"], first["part"]
        elif (
            (found := _NEXT_ROMAN.match(line)) and indent is not None and (begins_question(line[found.end() :]) or _MARKS_LAST.search(line))
        ):
            kept[index] = f"{indent}{part}({found['roman']}) {line[found.end() :]}"
        elif line.strip() and not line[:1].isspace():
            indent = None
    return tuple(kept)


def _runs(lettered: list[tuple[int, re.Match[str]]]) -> list[list[tuple[int, re.Match[str]]]]:
    """Return lettered lines in lists that begin with the first letter and leave none out."""
    runs: list[list[tuple[int, re.Match[str]]]] = []
    for index, found in lettered:
        place = _LETTERS.index(found["letter"].upper())
        if not place:
            runs.append([])
        elif not runs or len(runs[-1]) != place:
            continue
        runs[-1].append((index, found))
    return runs


def is_number(label: str) -> bool:
    """Whether a bullet is a number ("Q1.", "3.2")."""
    return any(map(str.isdigit, label))
