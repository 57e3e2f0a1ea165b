"""R2: a gerund, or two, become imperatives; those that go on later in the sentence follow."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import kind_of, parse
from packbuilder.derive.marking_points.finite import says
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Outcome
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.sentences import as_named, joined
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_WITH_CLAUSE = frozenset("ensure make check help let see keep watch get know".split())
"""Verbs after which something may do something ("ensuring equipment works")."""


_WITH = {"account": ("for",), "point": ("out", "to")}
"""Verbs that are none without another word: by themselves they open a noun."""
_OBJECT = regex(r"(?:the|an?|its|their|his|her|our|people|attention|more|less|[\w-]+['’]s)\b", re.IGNORECASE)
_BEHIND_VERB = regex(r"the|an?|its|their|out|up|off|down|away|that|how")
_MEANS = regex(r"[A-Z][a-z]+ing (?:means|is|refers to|happens|occurs|involves|takes place|includes)\b")
"""What a word in -ing means ("Safeguarding means protecting people")."""


_STEP = regex(
    r"(?:Resolving|Taking|Using|Substituting|Rearranging|Equating|Differentiating|Integrating|Adding|Subtracting|Dividing|Multiplying|Applying|Squaring|Eliminating|Letting|Putting|Setting)\b[^=]*\s=\s"
)
"""A step of a working, and what it comes to ("Resolving perpendicular to the plane R = mg cos 30")."""


_TWO_DO = regex(r"[A-Z][a-z-]+ing and [a-z-]+ing (?!the\b|an?\b|how\b|why\b|what\b)[a-z]+ [^:;]*\b(?:because|since|so that)\b")
"""What two deeds do, and why ("Setting and streaming disadvantage some pupils because ...")."""


_NOUN_WITH_SIGN = regex(
    r"[A-Z][a-z-]+ing(?: (?!the\b|an?\b|how\b|why\b|what\b|that\b|of\b|and\b)[\w’'-]+){1,3}(?: [–—-] | ?[=≥≤<>≈] ?| ?(?:→|->) )"
)
"""A noun of two or three words, and a sign that says something of it ("Marketing mix - 4Ps", "Sampling rate ≥ 2f"): nothing that is to be done."""


def _is_noun_with_verb(words: list[str]) -> bool:
    """Whether a plural right behind the word in -ing does something ("Leading lines draw the eye into the picture")."""
    if (
        len(words) > len(("moving", "average", "smooths"))
        and (done := base_of_third(words[2]))
        and done not in NOUNISH
        and _BEHIND_VERB.fullmatch(words[3])
    ):
        return True
    if len(words) < len(("leading", "lines", "draw", "it")) or not is_plural(words[1].casefold()):
        return False
    return words[2].islower() and is_known(words[2]) and bool(_OBJECT.match(words[3]))


def gerund(point: Normal) -> Outcome:
    """Read `Explaining X and linking it to Y`; a gerund of which something is said is a subject ("Building dams alters the flow")."""
    if not point.body.split(" ", 1)[0].casefold().removeprefix("critically ").rstrip(",").endswith("ing") and not point.body.startswith(
        "Critically "
    ):
        return None
    if _MEANS.match(point.body) or (not point.credited and _STEP.match(point.body)):
        return STATED
    if not point.credited and _NOUN_WITH_SIGN.match(point.body):
        return None
    form, clauses = parse(point.body)
    if form != "gerund" or not clauses:
        return None
    if not point.credited and _TWO_DO.match(point.body) and kind_of(clauses[0].verb) not in ("command", "know"):
        return STATED
    done = clauses[0].verb
    if (with_it := _WITH.get(done)) and clauses[0].rest.strip().partition(" ")[0] not in with_it:
        return None  # "Pointing tools", "Accounting equation": the first half of a noun
    if (
        kind_of(done) not in ("command", "know")
        and done not in _WITH_CLAUSE
        and (says(point.body) or verb_behind(point.body) or _is_noun_with_verb(point.body.split()))
    ):
        return STATED
    return joined(as_named(clauses, listed=bool(point.tail)), "R2")
