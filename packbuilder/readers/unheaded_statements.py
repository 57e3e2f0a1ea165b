"""Unheaded statements: a file that is a title and a list, without any heading, whose bullets are statements or commands: what examiners credit.

Whoever is in doubt says no: a bullet that only names something, or speaks of a lesson, leaves the file unread, and what to type is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.finite_verbs import SURE_VERB
from packbuilder.readers.bullets import BOX, BULLET, TERM
from packbuilder.readers.headings import other_heading
from packbuilder.readers.meanings import is_lesson_word, is_of_lessons
from packbuilder.readers.questions import asks, commands

_FEWEST, _WORDS = 3, 4
"""Bullets of such a list, and words of each, at the least."""
_SHARE = 4
"""All but one of so many bullets say something with a verb that is sure to be one."""
_TITLE = 12
"""Words of a title at the most."""


def statements_alone(lines: tuple[str, ...], said: Sequence[int]) -> tuple[int, ...]:
    """Return the places of all bullets where a file has nothing else but a title above them; none where one may be something else than a statement.

    `said`: the places where something stands.
    """
    listed = said[1:] if said and _is_title(lines[said[0]]) else said
    items = [_text(lines[at]) for at in listed if BULLET.match(lines[at])]
    whole = all(BULLET.match(lines[at]) or lines[at][0].isspace() for at in listed)
    if not whole or len(items) < _FEWEST or not BULLET.match(lines[listed[0]]) or not all(map(_may_be_one, items)):
        return ()
    sure = sum(commands(each) or asks(each) or bool(SURE_VERB.search(" ".join(each.split()[1:]))) for each in items)
    return tuple(listed) if (len(items) - sure) * _SHARE <= len(items) else ()


def _is_title(line: str) -> bool:
    return not BULLET.match(line) and (other_heading(line) is not None or len(line.split()) <= _TITLE)


def _text(line: str) -> str:
    found = BULLET.match(line)
    return BOX.sub("", line[found.end() :] if found else line).strip("*_ ")


def _may_be_one(text: str) -> bool:
    """Whether a bullet may say what is credited, by its length and by whom it speaks to."""
    lesson = TERM.match(text) and is_lesson_word(text.split(":")[0])
    return len(text.split()) >= _WORDS and not lesson and not is_of_lessons(text)
