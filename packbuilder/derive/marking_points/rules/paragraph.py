"""R0p: a sentence of a model paragraph with its label ("Evidence Judy steps out of the bathroom in green light."), and a row of a grid of objectives."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.commanded import is_commanded
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.patterns import regex

_LABELLED = regex(
    r"[\s*_•–-]*(?:Point|Evidence|Explanation|Technique|Analysis|Quote|Quotation|Effect|Link|Zoom|Inference|Paragraph)(?:\*\*|__|:)*\s+"
    r"(?:\*|_)*(?P<said>(?!of\b|for\b|from\b)[A-Z‘“\"'](?:[^.?!]|\.(?!\s|$)){12,})[.!](?=\s|$)"
)
"""A label, and a whole sentence behind it."""
_FEWEST = 5
_GRID = regex(
    r"[\s*_•–-]*\(?AO\s?\d\)?\s*[:–-]?\s*(?:demonstrat\w+ )?(?:knowledge|understanding|application|analysis|evaluation|apply|appl(?:ies|ying))\b[^:;]*[\[(](?P<marks>\d{1,2})(?: marks?)?[\])]\W*$",
    re.IGNORECASE,
)
"""What an objective is, and how many marks it has in all ("AO1 knowledge of key elements of film form (10)")."""
_MANY = 5
_REMEDY = "Write what is asked with a command word, and what answers it after a colon."


def paragraph(point: Normal) -> Outcome:
    """Leave out what shows how an answer is written, or how marks are shared among objectives."""
    labelled = _LABELLED.match(point.raw)
    if labelled and len(labelled["said"].split()) >= _FEWEST and not is_commanded(labelled["said"]):
        return LeftOut(rule="R0", reason="a sentence of a model paragraph, not something to ask", remedy=_REMEDY)
    grid = _GRID.match(point.raw)
    if grid and int(grid["marks"]) >= _MANY and not point.tail:
        return LeftOut(rule="R0", reason="it says how marks are shared among objectives, not what is asked", remedy=_REMEDY)
    return None
