"""Called marks: lines that say that answers or marks stand below them, in words that head no section ("Answers:", "Waves: examiner mark pts").

Only where nothing else is headed as marking points: what is listed under such a line is read as these, and told as a warning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.patterns import regex
from packbuilder.readers.bulleted import is_number
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.heading_words import name_in_words
from packbuilder.readers.headings import BOLD, Titles, other_heading
from packbuilder.readers.listing import Loss
from packbuilder.readers.tables import is_row

_WHOSE = r"(?:(?:teachers?|tutors?|assessors?|markers?|markers|examiners?|tutor|my|our|the|full|short|brief|suggested|model|sample|specimen|exemplar|expected|example|worked|correct|acceptable|outline|indicative|creditworthy|quick|quiz|test|exam) )"
_CALLED = regex(
    rf"{_WHOSE}*(?:(?:answers?|responses)(?: (?:key|keys|sheet|scheme|notes?|points?|bank))?|solutions?|(?:mark|marking|marks|marker|markers|assessor|assessors|examiner|examiners|scoring|credit) (?:pts?|points?|notes?|schemes?|sch|sheet|crib)|"
    r"what (?:to (?:credit|accept|look for|award|give marks for)|(?:is|gets) credit(?:ed)?|(?:gets|earns|scores|gains) (?:the |full |you (?:the )?)?(?:marks?|credit))|"
    r"(?:candidates|students|learners|pupils|answers?|you) (?:should|must|need to|could|may) (?:cover|include|mention|know|say) (?:the following|these)(?: points)?(?: for (?:full |the |top )?(?:credit|marks?))?|"
    r"markscheme|marks? ?scheme|marking|mark sch|ms|indicative content|creditworthy (?:content|material|points))(?: (?:only|below|here|key|copy|version))*(?: (?:for|to|from|on) [\w ]{3,50})?(?: \d{1,3}(?: marks?)?)?(?: (?:(?:and|with) )?(?:what (?:to look for|i (?:want|look for).*|examiners? (?:want|look for).*)|mark ?schemes?|marking points|guidance|notes|(?:common|typical) (?:errors|mistakes|misconceptions)|bullets|bullet points|outline|jottings|summary))?|(?:mark|marking|assessment) grid"
)
"""What a line says that stands below it, in words without signs or capitals."""
_MORE = regex(r" (?:(?:and |with )?(?:common|typical) (?:errors|mistakes|misconceptions)|bullets|bullet points|outline|jottings|summary)$")
"""What else stands there, or how it is written."""
_ASIDE = regex(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_INSIDE = regex(r"[(\[]([^()\[\]]+)[)\]][\s:*_]*$")
_ITS_WORDS = regex(r"[^\w\s]+")
_SHORTENED = regex(r"\bpts\.\s*$", re.IGNORECASE)
_PARTED = regex(r"\s[–—-]+\s|(?<=[a-z]{2})\.\s+|[:|/,(\[]\s*")
"""What parts a title from what it says that the file is."""
_LAST = regex(
    r"(?P<title>\w.*\w)\s+(?P<kind>(?:examiner['’]?s? )?(?:mark(?:ing)? ?schemes?|mark(?:ing)? (?:pts?|points?|notes?)|model answers|answers(?: (?:\+|&|and) .{4,40})?))[:.]?$",
    re.IGNORECASE,
)
"""A title with what it is behind it, and no sign between ("Waves mark scheme")."""
_TITLES = 3
"""Lines of a title, with what stands below it."""
_WORDS, _LONGEST, _FEWEST, _SHOWN = 12, 90, 2, 60
"""Words and letters of such a line at the most, and lines below it at the least; letters of it in messages."""


def marks_called(
    lines: tuple[str, ...], said: Sequence[int], called: Titles, *, before: int | None = None
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[Loss, ...]] | None:
    """Return lines with the heading of marking points in place of those that say the same, the number in the file of each, and what is told.

    `said`: the places where something stands; `before`: where questions begin, above which such a line must stand. A title keeps its words, and the heading stands below it. None where no line says so.
    """
    heads = [at for at in said if _is_called(lines[at])]
    title = next((at for at in said[:_TITLES] if at not in heads and _is_titled(lines[at])), None)
    if title is not None and any(BULLET.match(lines[at]) for at in said[:_TITLES] if at < title):
        title = None
    if not heads and title is None:
        return None
    first = heads[0] if title is None else title
    if before is not None and first > before:
        return None
    below = [at for at in said if at > first]
    if len(below) < _FEWEST:
        return None
    message = f"{_shown(lines[first])!r} is no heading of notes: what stands below it is read as {called.said['points']!r}"
    told = (Loss(line=first + 1, code="N136", message=message, hint="Type that heading there, and others above what is none of it."),)
    made = [(at, _headed(line, called) if at in heads else line) for at, line in enumerate(lines)]
    if title is not None:
        at = title + 1
        blank = at < len(lines) and not lines[at].strip()
        made[at : at + blank] = [(title, called.said["points"])]
    return tuple(line for _, line in made), tuple(at + 1 for at, _ in made), told


def _headed(line: str, called: Titles) -> str:
    """Return the heading in place of a line, of the same rank."""
    other = other_heading(line)
    sign = "" if other is None else "**" if other.level == BOLD else "#" * other.level
    return f"{sign} {called.said['points']}" if sign[:1] == "#" else f"{sign}{called.said['points']}{sign}"


def _shown(line: str) -> str:
    text = line.strip(" #*_:")
    return text if len(text) <= _SHOWN else f"… {text[-_SHOWN:]}"


def _is_short(line: str) -> bool:
    bullet = BULLET.match(line)
    listed = bullet and not is_number(bullet[0])  # "3.5 Networks" is numbered as chapters are
    return len(line) <= _LONGEST and len(line.split()) <= _WORDS and not listed and not is_row(line) and not line[:1].isspace()


def _is_called(line: str) -> bool:
    """Whether a whole line says nothing else than that answers or marks stand below it: each of its parts does ("Assessor notes / model answers")."""
    if not _is_short(line) or re.search(r"[.?!;]\s*$", line):
        return False
    parts = [bare for part in _PARTED.split(line.strip(" #*_:")) if (bare := _bare(part))]
    return bool(parts) and all(_says_so(part) for part in parts)


def _is_titled(line: str) -> bool:
    """Whether a title says behind its topic that the file is answers or marks."""
    if not _is_short(line) or (re.search(r"[.?!;]\s*$", line) and not _SHORTENED.search(line)):
        return False
    if any(_says_so(_bare(inside)) for inside in _INSIDE.findall(line)):
        return True
    text = _ASIDE.sub("", line.strip(" #*_:"))
    last = next((part for part in reversed(_PARTED.split(text)) if re.search("[A-Za-z]{2}", part)), text)
    return bool(last != text and _says_so(_bare(last))) or bool(_LAST.fullmatch(text))


def _says_so(bare: str) -> bool:
    return bool(_CALLED.fullmatch(bare)) or name_in_words(_MORE.sub("", bare)) == "points"


def _bare(part: str) -> str:
    return " ".join(_ITS_WORDS.sub(" ", part.replace("’", "").replace("'", "").casefold()).split())
