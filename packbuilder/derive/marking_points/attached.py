"""Attached: a line of guidance below a point ("Do not accept 'semi-permeable'", "Max 2 if no unit") belongs to the scheme of the question above it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.tariff import CALCULATED
from packbuilder.markup import rich
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme
from packbuilder.model.topic import MarkingPoint
from packbuilder.patterns import regex
from packbuilder.remarks import is_verdict
from packbuilder.text import capital
from packbuilder.values import dataclass, replace

_OWN = regex(
    r"^\W*(?:any (?:one|two|three|four|five|\d)\b|(?:mark )?(?:level|band|L)\s?\d|AO\s?\d|QWC|SPaG)|\b(?:e\.g|such as|including|following)\b|(?<!accept)(?<!allow)(?<!reject)(?<!ignore)(?<!condone):\s",
    re.IGNORECASE,
)
"""What holds answers or levels of its own."""
_OF_LEVELS = regex(r"\b(?:level|band|L)s?\s?\d", re.IGNORECASE)
_FOR_SEVERAL = regex(r"\b(?:full marks|max(?:imum)?)\b(?:\.?(?: of)? (?P<n>\d{1,2})\b)?", re.IGNORECASE)
"""What is said of a question for several marks, and of so many at the least."""
_OF_ALL = regex(r"\bthroughout\b|\b(?:all|every|each|any) questions?\b", re.IGNORECASE)
"""What is said of all questions belongs to none alone."""
_OF_SUMS = regex(
    r"\b(?:ecf|ft|follow[- ]through|error carried forward|(?:their|candidate['’]s) (?:answer|value)|parts? \(?[a-h]\)?|from \([a-h]\))(?!\w)",
    re.IGNORECASE,
)
"""What is said of a number that was worked out before."""
_OF_SIDES = regex(r"\b(?:one|single|both|two|other) sides?\b|\bone-sided\b", re.IGNORECASE)
"""What is said of answers that weigh something ("Max 3 if only one side discussed")."""
_WEIGHING = frozenset({"Discuss", "Evaluate", "Assess", "Compare", "Contrast", "Analyse", "Justify", "Explain", "Examine", "How"})
_RECKONING = frozenset({CALCULATED, "Find", "Work", "Determine", "Estimate", "Solve", "Show"})
_QUOTED = regex(r"^(?:reject|accept|allow|ignore)\s*:?\s*[‘“'\"]", re.IGNORECASE)
"""Words of one answer: levels have none."""
ATTACHED = LeftOut(rule="R0", reason="guidance for markers: it stands in the mark scheme of the question above it", remedy="")
_TELLING = regex(
    r"\bmarks? for (?:\w+ly )?(?:stating|naming|identifying|explaining|describing|defining|outlining|giving|listing|suggesting|recognising) (?P<what>.+)$",
    re.IGNORECASE,
)
"""What is credited for saying something that may be another subject's ("Allow 1 mark for stating the meaning of 'overdraft'")."""
_OF_ANSWERS = frozenset("answer answers correct example examples point points reason reasons relevant valid suitable meaning term".split())
_NEAR, _TWO = 3, 2
"""Lines: what stands further below is about something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """The question that lines of guidance below it belong to, its place among what was found, the last line that does, and what its point says."""

    item: Item
    place: int
    line: int
    said: str

    def holds(self, point: MarkingPoint) -> bool:
        """Whether a point is such a line."""
        if not 0 <= point.span.line - self.line <= _NEAR or _OWN.search(point.text) or not is_verdict(point.text):
            return False
        if _OF_ALL.search(point.text) or (_OF_SUMS.search(point.text) and self.item.command not in _RECKONING):
            return False
        if _QUOTED.search(point.text) and isinstance(self.item.scheme, LevelsScheme):
            return False
        if _OF_LEVELS.search(point.text) and not isinstance(self.item.scheme, LevelsScheme):
            return False
        telling = _TELLING.search(point.text)
        if telling and not _shared(telling["what"], self.said):
            return False
        if _OF_SIDES.search(point.text) and self.item.command not in _WEIGHING:
            return False
        limit = _FOR_SEVERAL.search(point.text)
        return not limit or self.item.marks >= max(_TWO, int(limit["n"] or 0))

    def with_line(self, point: MarkingPoint) -> Above:
        """Return the question with such a line in its scheme."""
        said = rich(f"{capital(point.text.strip(' .;,'))}.")
        scheme = self.item.scheme
        item = replace(self.item, scheme=replace(scheme, guidance=(*scheme.guidance, said)))
        return replace(self, item=item, line=point.span.line)


def _shared(what: str, said: str) -> bool:
    """Whether what is credited for being told has a word of the point above it, or is called by nothing but what answers are."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", what)} - _OF_ANSWERS
    above = {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", said)}
    return not words or bool(words & above)
