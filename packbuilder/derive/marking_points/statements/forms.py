"""The forms, in their order, and what no statement of a subject holds."""

from __future__ import annotations

import re
from collections.abc import Callable

from packbuilder.abbreviations import WITHIN
from packbuilder.derive.marking_points.normal import without_stars
from packbuilder.derive.marking_points.statements.acts import acts, has
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated
from packbuilder.derive.marking_points.statements.changes import changed
from packbuilder.derive.marking_points.statements.dates import dated
from packbuilder.derive.marking_points.statements.differences import differ
from packbuilder.derive.marking_points.statements.doings import did, done_by
from packbuilder.derive.marking_points.statements.facts import caused, formula, measured, one_of, placed, sources, the, used, value
from packbuilder.derive.marking_points.statements.lists import (
    counted,
    equal,
    exampled,
    factors,
    has_counted,
    included,
    made_up,
    named_all,
    ways,
)
from packbuilder.derive.marking_points.statements.meanings import both_meant, is_meant, meant
from packbuilder.derive.marking_points.statements.reasons import aimed, arises, formed, reasoned, so, when
from packbuilder.derive.marking_points.statements.rows import row
from packbuilder.derive.marking_points.statements.told import decided, shown
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.paired import pair_in
from packbuilder.patterns import regex

_MORE = regex(rf"(?<=[\w)%’'\"”]{{2}}){WITHIN}[.!;]\s+(?=[A-Z(])")
"""Where another sentence begins."""
_TO_SOMEBODY = regex(
    r"\b(?:you|your|yours|yourself|I|we|our|(?-i:us)|my|me|candidates?|learners?(?! drivers?\b)|students?|pupils?|answers?|questions?|marks?|exams?|examiners?|(?<!litmus )(?<!indicator )(?<!filter )(?<!pH )(?<!chromatography )paper|essays?|paragraphs?|credit(?:ed)?|"
    r"award(?:ed)?|level \d|band \d|grade \d|homework|lessons?|note that|see page|revise)\b|\?|\[|\]|\(\d{1,2}\)|!|=\s?\S+\s?=",
    re.IGNORECASE,
)
"""Who speaks to candidates or markers states no fact of the subject."""
_QUOTED = regex(r"[“\"][^“”\"]+[”\"]|(?<!\w)[‘'][^‘’']{3,}[’'](?!\w)")
"""What others say, to whomever."""
_ANYBODY = regex(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_UNHEADED = regex(
    r"(?:must|should|can|could|may|might|will|would|shall|need|needs|be|is|are|do|does|how|why|what|which|who|whom|where)\b", re.IGNORECASE
)
"""How a sentence begins that has lost its subject ("Must refer to the case study"), or a question."""
_LONGEST = 45
"""Words: a longer text says more than one thing."""

FORMS: tuple[Callable[[str], Stated | None], ...] = (
    counted,
    has_counted,
    ways,
    named_all,
    equal,
    one_of,
    the,
    value,
    measured,
    formula,
    both_meant,
    meant,
    changed,
    when,
    reasoned,
    so,
    differ,
    done_by,
    did,
    dated,
    decided,
    shown,
    factors,
    caused,
    formed,
    arises,
    used,
    sources,
    aimed,
    placed,
    included,
    exampled,
    made_up,
    is_meant,
    has,
    acts,
)
"""In order: the first that reads a statement wins."""


_SET_APART = regex(
    r"[a-z]+(?: [a-z]+)? (?:whereas|while) [a-z]+(?: [a-z]+)? (?:does|do|did|is|are|was|were|has|have|can)(?:n['’]t| not)?$", re.IGNORECASE
)
"""What is left of a difference that was cut in two ("data whereas lossless doesn't")."""


_OF_MEANINGS = (both_meant, meant, is_meant)


def as_question(text: str) -> Stated | None:
    """Return what a statement answers, and its answer; None where it has none of the plain forms.

    `text`: a marking point as the notes have it, in English.
    """
    said = without_stars(text).strip(" -–—•\t").rstrip(".;, ")
    if pair_in(said):
        return row(said)
    plain = _QUOTED.sub("", said)
    if _MORE.search(plain) or POINTING.match(said) or _is_told_to_do(said) or len(said.split()) > _LONGEST:
        return None
    if not _TO_SOMEBODY.search(plain):
        forms = FORMS
    elif _ANYBODY.match(plain) or _TO_SOMEBODY.search(_ANYBODY.sub("", plain)):
        return None
    else:
        forms = _OF_MEANINGS  # "Conformity is changing your behaviour to fit in": anybody's
    stated = next((stated for form in forms if (stated := form(said))), None)
    return None if stated and _SET_APART.match(stated.answer) else stated


def _is_told_to_do(said: str) -> bool:
    """Whether a point opens as a command, or with the verb of a sentence that has lost its subject ("Must refer to ...")."""
    first = re.match(r"[A-Za-z]+", said)
    return bool(first and (first[0].capitalize() in TARIFF or _UNHEADED.match(said)))
