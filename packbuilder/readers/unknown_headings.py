"""Headings that notes do not have: lines that look like headings of sections, though no section is called so. They are told."""

from __future__ import annotations

import re
from itertools import takewhile

from packbuilder.bands import bands_in
from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET, PAGE, RULE, TERM
from packbuilder.readers.entries import unfinished
from packbuilder.readers.heading_words import says_wrong
from packbuilder.readers.headings import BOLD, Name, looks_like_one, other_heading
from packbuilder.readers.labels import marking, marks_said
from packbuilder.readers.questions import asks, commands, ends_in_marks

_LEADS_IN = regex(
    r"^(?:this|these|in|we|you|it|they|the|there|students|learners|pupils)\b|\b(?:is|are|include|includes|covers?|about|how|to)$",
    re.IGNORECASE,
)

_OF_QUESTIONS = regex(
    r"^[#*_\s\W]*(?:assessment|practice|practise|exam focus|(?:knowledge|quick|progress) checks?|checkpoint|tasks?|activit(?:y|ies)|homework|over to you|your turn|have a go|try these)[*_\s:!.]*$",
    re.IGNORECASE,
)
"""Words that head questions, or something else: what stands under them decides."""

_OF_MARKS = regex(
    r"\b(?:(?<!question )(?<!quotation )(?<!speech )(?<!exclamation )marks?|marking|(?:model|sample|exam|suggested|exemplar) (?:answers?|responses?)|examiners?)\b|^answers?(?: key| scheme)?$|^indicative content$",
    re.IGNORECASE,
)

_NARROWEST = 50
"""Shorter lines are not wrapped."""


def unknown_headings(lines: tuple[str, ...], name: Name, rank: int) -> tuple[int, ...]:
    """Return the places of lines that look like headings of sections, but of none that is known: in bold as the section's own, or short lines by themselves.

    Among concepts they may be terms, unless there is one alone with a list under it.
    """
    width = max(_NARROWEST, *map(len, lines)) if lines else 0
    found = [index for index, line in enumerate(lines) if line.strip() and _heads(lines, index, name, rank, width)]
    alone = len(found) == 1 and any(map(BULLET.match, lines[: found[0]]))
    if alone or (len(found) > 1 and name in ("tips", "misconceptions")):
        return tuple(found)
    return tuple(index for index in range(len(lines)) if name == "concepts" and _heads_terms(lines, index, width))


def _heads_terms(lines: tuple[str, ...], index: int, width: int) -> bool:
    """Whether a line stands above several terms with their meanings, and is none itself."""
    line = lines[index]
    if not line.strip() or line[0].isspace() or BULLET.match(line) or TERM.match(line) or not looks_like_one(line):
        return False
    below = list(takewhile(str.strip, lines[index + 1 :]))
    bulleted = bool(below and BULLET.match(below[0]))
    items = [each for each in below if bool(BULLET.match(each)) == bulleted and not each[0].isspace()]
    return len(items) > 1 and not _wrapped(lines, index, width) and all(TERM.match(BULLET.sub("", each)) for each in items)


def _heads(lines: tuple[str, ...], index: int, name: Name, rank: int, width: int) -> bool:
    line, below = lines[index], _below(lines, index)
    if BULLET.match(line) or PAGE.match(line) or (name == "points" and _of_a_question(line.strip("*_ "))):
        return False
    listed = BULLET.match(below) or (name == "concepts" and commands(below) and (below.endswith("?") or ends_in_marks(below)))
    bold = other_heading(line)
    apart = not line[0].isspace() and looks_like_one(line) and not _wrapped(lines, index, width)
    return bool(listed) and (rank == BOLD == bold.level if bold else apart)


def _of_a_question(line: str) -> bool:
    """Whether a line is a question, or says how the one above it is marked ("Max 2")."""
    return asks(line) or ends_in_marks(line) or bool(bands_in(line)) or (marking(line) and any(marks_said(line)))


def _wrapped(lines: tuple[str, ...], index: int, width: int) -> bool:
    """Whether a line may go on with the one above it, which had no room for its first word, or ends no entry."""
    above = lines[index - 1].rstrip() if index else ""
    room = bool(BULLET.match(above)) and len(above) + 1 + len(lines[index].split()[0]) <= width
    return bool(above) and not (room and not unfinished(above))


def _below(lines: tuple[str, ...], index: int) -> str:
    return next((other for other in lines[index + 1 :] if other.strip() and not RULE.match(other)), "")


def heads_questions(lines: tuple[str, ...], index: int, within: Name | None) -> bool:
    """Whether a line heads questions, by its word and by what is listed under it ("Assessment"). Tips may be put as questions are, but have no marks."""
    if not _OF_QUESTIONS.match(lines[index]):
        return False
    items = items_under(lines, index)
    asked = [each for each in items if asks(each) or commands(each)]
    sure = within != "tips" or any("?" in each or ends_in_marks(each) for each in items)
    return sure and bool(items) and len(asked) * 4 >= len(items) * 3


def heads_what_to_do(lines: tuple[str, ...], index: int) -> bool:
    """Whether a line among terms heads a list of what to do ("Checklist": "Explain ..."), which holds no term."""
    line = lines[index]
    if (
        not line.strip()
        or line[0].isspace()
        or BULLET.match(line)
        or not looks_like_one(line)
        or unfinished(lines[index - 1] if index else "")
    ):
        return False
    items = items_under(lines, index)
    return len(items) > 1 and all((commands(each) or each.endswith("?")) and not TERM.match(each) for each in items)


def heads_marks(lines: tuple[str, ...], index: int) -> bool:
    """Whether a line among key concepts heads what is said of marks, though no section is called so ("How to get full marks", "Model answers").

    It is neither a term nor a fact, and what stands under it is told: a line by itself, with something else right under it.
    """
    line, below = lines[index].strip("#*_ "), lines[index + 1].strip() if index + 1 < len(lines) else ""
    alone = not (index and lines[index - 1].strip()) and bool(below) and not lines[index][:1].isspace()
    return alone and bool(_OF_MARKS.search(line)) and looks_like_one(line.rstrip(": ")) and not (BULLET.match(line) or TERM.match(line))


def heads_wrong_ideas(lines: tuple[str, ...], index: int, wrong: tuple[str, ...]) -> bool:
    """Whether a line that heads a list calls wrong what is listed ("Wrong ideas that students often write"): no term, and no question.

    Whatever the section above it is called, that is never to be printed as advice or as a fact.
    """
    line, below = lines[index], _below(lines, index)
    item = BULLET.match(below)
    text = below[item.end() :] if item else ""
    if not item or BULLET.match(line) or not says_wrong(line.strip("#*_ "), wrong) or TERM.match(text) or commands(text) or asks(text):
        return False
    return bool(other_heading(line)) or (not line[0].isspace() and looks_like_one(line.rstrip(": !")))


def items_under(lines: tuple[str, ...], index: int) -> list[str]:
    """Return the bullets of the list right under a line, without those further in."""
    found: list[str] = []
    edge = ""
    for line in lines[index + 1 :]:
        item = BULLET.match(line)
        if item and (not found or len(line) - len(line.lstrip()) <= len(edge)):
            edge = line[: len(line) - len(line.lstrip())]
            found.append(line[item.end() :].strip())
        elif line.strip() and not item and not (found and line[0].isspace()):
            break
    return found


def heads_no_synopsis(lines: tuple[str, ...], index: int) -> bool:
    """Whether a line within a synopsis heads a list of something else: terms with their meanings, or questions."""
    line, below = lines[index], _below(lines, index)
    if BULLET.match(line) or line[:1].isspace() or not looks_like_one(line) or _LEADS_IN.search(line.strip()):
        return False
    item = BULLET.match(below)
    text = below[item.end() :] if item else below.strip()
    apart = not (index and lines[index - 1].strip())
    return bool(TERM.match(text) or commands(text) or (item and apart))
