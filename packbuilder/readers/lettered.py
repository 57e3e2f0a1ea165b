"""Lettered answers: what stands under a numbered question behind letters, and no further in, as word processors paste it."""

from __future__ import annotations

from packbuilder.patterns import regex
from packbuilder.readers.bulleted import is_number
from packbuilder.readers.joining import Entry
from packbuilder.readers.questions import asks, ends_in_marks
from packbuilder.values import replace

_LETTER = regex(r"\(?(?P<letter>[a-h])[.)]")
_LETTERS = "abcdefgh"
_INSET = 4
_FEWEST = 2


def set_in(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Set lettered lines that ask nothing further in than the numbered question above them: they are its answers."""
    found = list(entries)
    for place, entry in enumerate(entries):
        if not is_number(entry.label) or not (asks(entry.text) or ends_in_marks(entry.text)):
            continue
        answers = _run(entries, place + 1, entry)
        if len(answers) >= _FEWEST and not any(asks(each.text) for each in answers):
            inset = tuple(replace(each, indent=entry.indent + _INSET, label="-") for each in answers)
            found[place + 1 : place + 1 + len(answers)] = inset
    return tuple(found)


def _run(entries: tuple[Entry, ...], start: int, question: Entry) -> tuple[Entry, ...]:
    """Return the lines with letters from the first on, one after the other."""
    run: list[Entry] = []
    for entry, letter in zip(entries[start:], _LETTERS, strict=False):
        label = _LETTER.fullmatch(entry.label)
        if not label or label["letter"] != letter or entry.indent > question.indent + 1:
            break
        run.append(entry)
    return tuple(run)
