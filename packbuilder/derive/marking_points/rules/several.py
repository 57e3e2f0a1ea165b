"""N: outcomes for several groups, or of several objectives, in one line ("All: name ... Most: explain ..."): each is a point of its own."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut, Outcome
from packbuilder.patterns import regex

_GROUPS = regex(
    r"^\W*(?:all|must|bronze|core|support|developing|foundation)\s?[:–—-]\s.+[.;,–—]?\s(?:most|should|silver|secure|extension|core|higher)\s?[:–—-]\s",
    re.IGNORECASE,
)
_OBJECTIVES = regex(r"^\W*AO\s?\d\s?[:–—-]\s.+\bAO\s?\d\s?[:–—-]\s")


def several(point: Normal) -> Outcome:
    """Leave out what would credit one group's outcome as the answer to another's."""
    if _GROUPS.match(point.raw):
        return LeftOut(rule="N", reason="outcomes for several groups stand in it", remedy="Write each of them in a line of its own.")
    if _OBJECTIVES.match(point.raw):
        return LeftOut(
            rule="R0", reason="it says what objectives are, not what is asked", remedy="Name what is asked in a line of its own."
        )
    return None
