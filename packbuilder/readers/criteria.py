"""Criteria: the grid of a vocational unit, whose columns are grades: each of its cells is a criterion of its own, or several."""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.point_rows import Row

_GRADE = regex(
    r"(?:to (?:achieve|gain|get) (?:an? )?)?(?P<grade>pass|merit|distinction|p|m|d)(?: (?:criteria|criterion|grade))?(?: (?:the|learners?|you|evidence).*)?",
    re.IGNORECASE,
)
_BESIDE = regex(r"(?:learning )?(?:aims?|outcomes?|objectives?|lo|units?|topics?|criteri(?:a|on)|)(?: \w)?", re.IGNORECASE)
"""What may stand before the grades: which aim a row belongs to."""
_FEWEST = 2
_PARTS = regex(r"\s*<br\s*/?>\s*|\s*;\s*(?=[A-E]?\.?[PMD]\d)|(?<=[.;])\s+(?=(?:[A-E]\.? ?)?[PMD]\d+\b)")


def criteria_rows(rows: tuple[tuple[int, tuple[str, ...]], ...], head: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the criteria of a grid, row by row and grade by grade; none for any other table. `head`: the heads in small letters."""
    grades = [at for at, each in enumerate(head) if _GRADE.fullmatch(each)]
    others = [each for at, each in enumerate(head) if at not in grades]
    if len(grades) < _FEWEST or not all(map(_BESIDE.fullmatch, others)):
        return ()
    return tuple(
        Row(text=part.strip(), offset=offset)
        for offset, cells in rows
        for at in grades
        if at < len(cells)
        for part in _PARTS.split(cells[at])
        if re.search(r"[a-z]{3} [a-z]", part)
    )
