"""The forms, in their order, and what no statement of a subject holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from packbuilder.abbreviations import WITHIN
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.labels import unlabelled
from packbuilder.derive.marking_points.normal import without_stars
from packbuilder.derive.marking_points.statements.abilities import (
    able,
    are_types,
    dashed,
    done_so,
    done_then,
    needed,
    on_that_day,
    why_done,
)
from packbuilder.derive.marking_points.statements.acts import acts, has
from packbuilder.derive.marking_points.statements.aims import aims_at, purposed, used_to
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated
from packbuilder.derive.marking_points.statements.changes import changed
from packbuilder.derive.marking_points.statements.dates import dated
from packbuilder.derive.marking_points.statements.differences import differ
from packbuilder.derive.marking_points.statements.doings import did, done_by
from packbuilder.derive.marking_points.statements.facts import caused, formula, measured, one_of, person, placed, sources, the, used, value
from packbuilder.derive.marking_points.statements.headed import headed, headed_each
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
from packbuilder.derive.marking_points.statements.named import counted_by, due, includes, kinds, obliged, owned, prevented
from packbuilder.derive.marking_points.statements.reasons import aimed, arises, formed, reasoned, so, when
from packbuilder.derive.marking_points.statements.rows import row
from packbuilder.derive.marking_points.statements.sides import argued, both_sides
from packbuilder.derive.marking_points.statements.terms import opens_with_kind
from packbuilder.derive.marking_points.statements.told import decided, device, shown
from packbuilder.derive.marking_points.statements.views import defines, found_out, idea, pictured, principle, required, responsible
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.leads import OF_CREDIT
from packbuilder.paired import pair_in
from packbuilder.patterns import regex

_MORE = regex(rf"(?<=[\w)%’'\"”]{{2}}){WITHIN}[.!;]\s+(?=[A-Z(])")
"""Where another sentence begins."""
_TO_SOMEBODY = regex(
    rf"\b(?:you|your|yours|yourself|(?<!Mary )(?<!James )(?<!Charles )(?<!Henry )(?<!Edward )(?<!George )(?<!Elizabeth )(?<!William )(?<!Richard )(?<!Nicholas )(?<!Napoleon )(?<!Alexander )(?<!Francis )(?-i:I)|we|our|(?-i:us|my|me)|^My|candidates?|learners?(?! drivers?\b)|(?-i:students?)|^Students?|pupils?|answers?|(?<!rhetorical )(?<!tag )(?<!direct )(?<!loaded )(?<!leading )(?<!closed )(?<!open )questions?|marks?|exams?|examiners?|(?<!Green )(?<!White )(?<!ballot )(?<!litmus )(?<!indicator )(?<!filter )(?<!pH )(?<!chromatography )paper|essays?|paragraphs?|(?<!trade )(?<!on )(?<!consumer )(?<!bank )(?<!letter of )credit(?:ed)?(?! {OF_CREDIT}\b)|"
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
_QUOTED_TERM = regex(r"^[‘'“\"](?P<term>[A-Za-z][\w-]+(?: [\w-]+){0,2})[’'”\"](?P<sign> (?:means|is|refers to|=) |: | [–—-] )(?=[a-z])")
"""A term in quotation marks, and its meaning."""
_OF_STUDY = regex(r"[A-Z][\w’'-]+(?:(?:,| and| &) [A-Z][\w’'-]+){0,2} \(\d{4}\) (?:found|showed|argued|claimed|concluded|suggested)\b")
_SORTED = regex(
    r"(?:Setting|Context|Structure|Form|Language|Themes?|Plot|Character(?:isation)?|Background|Imagery|Symbolism|Staging|Evaluation): (?=\S)"
)
_SHORT = regex(r"\b(?:e\.?g|i\.e|etc|incl)\b")
"""What no question has in what it asks ("State what aquaculture e.g. needs")."""
_LONGEST = 45
"""Words: a longer text says more than one thing."""

_Form: TypeAlias = Callable[[str], Stated | None]
FORMS: tuple[_Form, ...] = (
    counted,
    has_counted,
    ways,
    named_all,
    counted_by,
    owned,
    kinds,
    includes,
    prevented,
    obliged,
    due,
    equal,
    one_of,
    person,
    the,
    value,
    measured,
    formula,
    both_meant,
    idea,
    meant,
    changed,
    when,
    purposed,
    used_to,
    reasoned,
    so,
    differ,
    done_by,
    did,
    dated,
    decided,
    shown,
    device,
    found_out,
    defines,
    principle,
    pictured,
    required,
    responsible,
    aims_at,
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
    done_so,
    able,
    why_done,
    dashed,
    on_that_day,
    done_then,
    are_types,
    needed,
    acts,
    headed_each,
    headed,
)
"""In order: the first that reads a statement wins."""


_SET_APART = regex(
    r"[a-z]+(?: [a-z]+)? (?:whereas|while) [a-z]+(?: [a-z]+)? (?:does|do|did|is|are|was|were|has|have|can)(?:n['’]t| not)?$", re.IGNORECASE
)
"""What is left of a difference that was cut in two ("data whereas lossless doesn't")."""


_COMPARED = regex(r"\w\s[<>]\s\w")
"""A sign in a sentence, which nobody reads out as an answer ("pressure in ventricle > pressure in atrium")."""
_OF_MEANINGS = (both_meant, idea, meant, is_meant)


def as_question(text: str) -> Stated | None:
    """Return what a statement answers, and its answer; None where it has none of the plain forms.

    `text`: a marking point as the notes have it, in English.
    """
    said = _bare(text)
    if pair_in(said):
        return row(said)
    said = _QUOTED_TERM.sub(r"\g<term>\g<sign>", unlabelled(said).words.rstrip(".;, "))
    if (sides := both_sides(said) or argued(said)) and not _TO_SOMEBODY.search(said):
        return sides
    plain = _QUOTED.sub("", said)
    several = bool(_MORE.search(plain))
    if several and not _TO_SOMEBODY.search(plain) and (each := headed_each(said)):
        return each  # a heading and what is said of it in each sentence
    if several or POINTING.match(said) or (_is_told_to_do(said) and not opens_with_kind(said)) or len(said.split()) > _LONGEST:
        return None
    forms: tuple[_Form, ...] = FORMS
    if not _TO_SOMEBODY.search(plain):
        pass
    elif _OF_STUDY.match(said):
        forms = (found_out,)  # pupils may be whom it is about
    elif _ANYBODY.match(plain) or _TO_SOMEBODY.search(_ANYBODY.sub("", plain)):
        return None
    else:
        forms = _OF_MEANINGS  # "Conformity is changing your behaviour to fit in": anybody's
    stated = next((stated for each in (said, _without_label(said)) for form in forms if each and (stated := form(each))), None)
    return (
        None if stated and (_SET_APART.match(stated.answer) or _COMPARED.search(stated.answer) or _SHORT.search(stated.asked)) else stated
    )


def as_heading(text: str) -> Stated | None:
    """Return what is known of what a heading names, where the form that reads it asks for nothing that passes."""
    said = _bare(text)
    return None if pair_in(said) or _MORE.search(said) or _TO_SOMEBODY.search(said) else headed_each(said) or headed(said)


def _bare(text: str) -> str:
    """Return a text without what marks it as an entry of a list, and without its stop."""
    return without_stars(text).strip(" -–—•\t").rstrip(".;, ")


def _without_label(said: str) -> str:
    """Return what a label of a paragraph sorts ("Setting: fog symbolises secrecy"); empty where it has none, or only names something."""
    found = _SORTED.match(said)
    rest = said[found.end() :] if found else ""
    return rest[:1].upper() + rest[1:] if is_statement(rest) else ""


def _is_told_to_do(said: str) -> bool:
    """Whether a point opens as a command, or with the verb of a sentence that has lost its subject ("Must refer to ...")."""
    first = re.match(r"[A-Za-z]+", said)
    return bool(first and (first[0].capitalize() in TARIFF or _UNHEADED.match(said)))
