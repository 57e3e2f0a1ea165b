"""Unheaded: files of questions with marks or answers that have no heading over them: they get the heading of marking points, and are told.
Terms above the first section get that of key concepts.

A file of prose gets none: its lines must ask, or say what they are worth.
"""

from __future__ import annotations

import re

from packbuilder.amounts import MARK, NUMBER
from packbuilder.patterns import regex
from packbuilder.readers.asked_behind import as_asked, asked_behind
from packbuilder.readers.bulleted import without_number
from packbuilder.readers.bullets import BOX, BULLET, PAGE, RULE
from packbuilder.readers.called_marks import marks_called
from packbuilder.readers.headings import Titles, heading
from packbuilder.readers.labels import labelled
from packbuilder.readers.listing import Loss, lines_said
from packbuilder.readers.questions import begins_question, ends_in_marks
from packbuilder.readers.tables import heads_points
from packbuilder.readers.unheaded_statements import statements_alone
from packbuilder.readers.unheaded_terms import runs_of, terms_above
from packbuilder.values import dataclass

_CREDITS = regex(
    rf"^(?:award|allow|give|credit)\s+(?:up to |a maximum of )?(?:a|{NUMBER}) {MARK}\b|^{NUMBER} {MARK}(?: for\b|\s*[:–-])", re.IGNORECASE
)
_WORTH = regex(rf"[\[(](?:{NUMBER})(?:\s*{MARK})?[\])](?=\s|[.:;,–—-]|$)", re.IGNORECASE)
_LETTER = regex(r"^Q(?:uestion)?\s?[:.]\s+", re.IGNORECASE)
_NUMBERED = regex(r"^\s*Q(?:uestion)?\s?(?P<n>\d{1,2})\s?[.:)]?\s+\S")
_ANSWERED = regex(r"\?\W*\s[\w(‘“'\"]|\w[.:]\s+\w|\s[–—-]\s+\w")
"""An answer behind a question, in its own line."""
_FEWEST, _SHARE, _BEFORE = 2, 3, 3
"""So many questions at the least, of every so many lines one; and so many lines above them at the most."""
_PARAGRAPH = 40
"""Words of what is more than a question with its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """Lines with a heading over questions that had none, the number in the file of each, and what is told; no numbers where nothing was added."""

    lines: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    told: tuple[Loss, ...] = ()


def with_heading(lines: tuple[str, ...], called: Titles) -> Headed:
    """Put the heading of marking points over questions that stand before the first section, or without any; or that of key concepts over terms there."""
    named = [(at, found.name) for at, line in enumerate(lines) if (found := heading(line, called, first=True)) and found.name]
    end = named[0][0] if named else len(lines)
    said = [at for at in range(end) if lines[at].strip() and not RULE.match(lines[at]) and not PAGE.match(lines[at])]
    table = next((at for at in said if heads_points(lines[at : at + 2])), None)
    start = table if table is not None else _start(lines, said)
    credited = any(name == "points" for _, name in named)
    made = None if credited else marks_called(lines, range(len(lines)) if named else said, called, before=start)
    if made is not None:
        return Headed(lines=made[0], numbers=made[1], told=made[2])
    if start is not None:
        return _headed(lines, end, tuple(range(start, said[-1] + 1)), called.said["points"], "what asks, or says its marks")
    terms = terms_above(lines, said, _asks) if named and all(name != "concepts" for _, name in named) else ()
    if terms:
        return _headed(lines, end, terms, called.said["concepts"], "these terms with their meanings")
    behind = asked_behind(lines, named[-1][0] + 1) if named and named[-1][1] == "concepts" else None
    if behind is not None:
        last = max(at for at in range(len(lines)) if lines[at].strip())
        places = tuple(range(behind, last + 1))
        return _headed(as_asked(lines, behind), last + 1, places, called.said["points"], "what asks, or says its marks")
    alone = statements_alone(lines, said) if not named else ()
    if alone:
        return _headed(lines, end, alone, called.said["points"], "these statements", sure=False)
    return Headed(lines=lines)


def _headed(lines: tuple[str, ...], end: int, places: tuple[int, ...], title: str, what: str, *, sure: bool = True) -> Headed:
    """Return lines with those in some places under a heading, right above the first section, which begins at `end`; whatever else stands there stays above it.

    `sure`: nothing else can be meant. Else it is told as a warning.
    """
    runs = runs_of(lines, tuple(at for at in places if lines[at].strip()))
    where = " and ".join(lines_said(run[0] + 1, run[-1] + 1) for run in runs)
    message = f"no heading stands above {what} ({where}): read as {title!r}"
    hint = "Put that heading above, so that nothing else is taken for it."
    told = Loss(line=runs[0][0] + 1, code="N136", message=message, hint=hint, grave=not sure)
    above = tuple(at for at in range(end) if at not in places)
    below = (*places, *range(end, len(lines)))
    # The heading takes the place of an empty line, where there is one: what is told of lines below names them by their numbers.
    if not lines[below[0]].strip():
        below = below[1:]
    elif above and not lines[above[-1]].strip():
        above = above[:-1]
    headed = (*(lines[at] for at in above), f"# {title}", *(lines[at] for at in below))
    numbers = (*(at + 1 for at in above), below[0] + 1, *(at + 1 for at in below))
    return Headed(lines=headed, numbers=numbers, told=(told,))


def _start(lines: tuple[str, ...], said: list[int]) -> int | None:
    """Return the place of the first question; None where the lines are not plainly questions."""
    asked = [at for at in said if _asks(lines[at])]
    worth = [at for at in said if at in asked and _is_worth(lines, at)]
    if not any(_says_worth(lines[at]) for at in worth):
        return None
    # What has no marks may be the file's title: "What is a gene?"
    start = worth[0] if asked[0] == said[0] and asked[0] not in worth else asked[0]
    while start and BULLET.match(lines[start]) and BULLET.match(lines[start - 1]):
        start -= 1
    edge = min(_edge(lines[at]) for at in worth)
    bulleted = sum(bool(BULLET.match(lines[at])) for at in worth) * 2 > len(worth)
    below = {at for at in said if _edge(lines[at]) > edge + 1 or labelled(lines[at].strip()) or (BULLET.match(lines[at]) and not bulleted)}
    own = [at for at in said if at >= start and at not in below]
    above = sum(at < start for at in said)
    if _are_numbered(lines, said):
        return next(at for at in said if _NUMBERED.match(lines[at]))
    plainly = len(worth) >= _FEWEST and len(worth) * _SHARE >= len(own) and above <= max(_BEFORE, len(said) // _SHARE)
    return start if plainly else None


def _are_numbered(lines: tuple[str, ...], said: list[int]) -> bool:
    """Whether nearly all lines are numbered on from 1 with a Q: each is a point, whether it asks or tells."""
    found = [int(numbered["n"]) for at in said if (numbered := _NUMBERED.match(lines[at]))]
    return len(found) > _FEWEST and found == list(range(1, len(found) + 1)) and len(found) + _BEFORE >= len(said)


def _edge(line: str) -> int:
    return len(line) - len(line.lstrip())


def _bare(line: str) -> str:
    """Return a line without its bullet, number and stress."""
    found = BULLET.match(line)
    return _LETTER.sub("", without_number(BOX.sub("", line[found.end() :] if found else line.strip()))).strip("*_ ")


def _asks(line: str) -> bool:
    text = _bare(line)
    return begins_question(text) or bool(_CREDITS.match(text)) or (text.rstrip(" *_").endswith("?") and text[:1].isupper())


def _is_worth(lines: tuple[str, ...], at: int) -> bool:
    """Whether a line that asks says its marks, or has an answer in it or below it."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    answered = bool(below.strip()) and (_edge(below) > _edge(lines[at]) or labelled(below.strip()) is not None)
    return _says_worth(lines[at]) or answered


def _says_worth(line: str) -> bool:
    """Whether a line that asks says its marks, or its answer: a paragraph that begins with a question is prose."""
    text = _bare(line)
    marked = ends_in_marks(text) or _WORTH.search(text) or _CREDITS.match(text)
    return bool(marked or (_ANSWERED.search(text) and len(text.split()) <= _PARAGRAPH))
