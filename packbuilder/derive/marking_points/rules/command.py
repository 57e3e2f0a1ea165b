"""R4: a point that opens with a verb in the imperative, or in the third person ("Explains how"), keeps it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import Clause, kind_of, parse
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.masks import MASK
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Asked, Outcome
from packbuilder.derive.marking_points.sentences import is_of_maths, joined
from packbuilder.derive.marking_points.tariff import CALCULATED
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import capital

_VALUES = regex(r"\d(?!(?:D|G|[a-z]{2})\b)|\b[a-z]\b\s?[=+−-]|[‘'“][^‘’'“”]{3,}[’'”]", re.IGNORECASE)
"""Numbers, unknowns or words in quotation marks: something is there to be worked out, translated or put right."""

_MADE = regex(r"make \S+ the subject of\b")
"""A formula is rearranged, and nothing is made."""
_WRITTEN = regex(
    r"write (?:down )?(?:an?|the|one) (?:\S+ ){0,3}?(?:statements?|quer(?:y|ies)|commands?|program|function|procedure|subroutine|code|algorithm|expression|loop)\b|write (?:down )?the (?:notes?|letter names?|pitches|degrees|formula|symbol|word equation|half[- ]equation|equation|conjugation|plural|past tense)s? (?:of|in|for)\b"
)
"""Code, which stands behind it."""


_SAID = regex(
    r"(?:must|should|can|cannot|could|will|would|may|might|is|are|was|were|has|have|had|do|does|did)\b(?! be able\b)", re.IGNORECASE
)
"""What follows a noun that looks like a verb: it is said of that ("Filters must be changed")."""
NUMBERED = regex(r"(?:Group|Rank|Order|Grade|Stage|Level|Class|Point)s? (?:\d|[IVX]+\b)")
"""What has a number, and is no command ("Group 1 elements react ...")."""
_COMPOUND = regex(
    r"(?:heat|water|load|time|cost|air|oil|gas|fire|light|sound|control|test|cold|work|press|age|market|state)[ -](?:[a-z]+ed|built|driven|drawn|cut|made|borne) [a-z]+\b",
    re.IGNORECASE,
)
"""A noun that opens with what is a verb too ("heat affected zone")."""
_LETTER = regex(r"[A-H]|\d{1,2}")
_JOINS = frozenset("and or of in on at for to with from by into using that which while when so as like such".split())
_LIST_FIRST = regex(
    r"[A-Za-z]+, (?!(?:using|in|with|without|by|for|from|at|on|giving|showing|if|where|when|then|as|to|or|and)\b)(?P<next>[a-z]+)\b(?: [a-z]+)?(?:,| and )"
)
"""A word that might be a verb, and nothing that it is done to, in a list ("Budget, marketing, release pattern")."""
_OF_A_THING = regex(
    r"(?:controls|prevents|stops|reduces|stores|holds|protects|supports|maintains|produces|provides|releases|absorbs) (?:what|which|(?:the )?(?:cells?|body|organs?|plants?|blood|engine|current|circuit|flow|rate|amount|water|heat|light|energy|glucose|oxygen|gas(?:es)?|chemical|substances?|movement|activit\w+|data|signals?|packets?|files?)\b)",
    re.IGNORECASE,
)
"""What a thing does that has been named before, or is the answer itself ("controls what enters and leaves the cell")."""
_THIRD_FIRST = regex(r"[A-Za-z]{3,}s\b(?! (?:of|in|for|and|or|are|is)\b)(?=\s)")
_ACCOUNT = regex(r"write an? (?:[\w-]+ )?account (?:of|which|that|analysing|explaining|describing) \S", re.IGNORECASE)
_EXPLAINED = regex(r"\b(?:how|why|analys\w+|explain\w*)\b", re.IGNORECASE)


def command(point: Normal) -> Outcome:
    """Read `Explain X and describe Y`, `Explains X`, and with its answer `Find the median of 3, 7 and 9 (1) 7`."""
    if _ACCOUNT.match(point.body):
        # A kind of question of its own: its words stay.
        found = _EXPLAINED.search(point.body)
        verb = ("Analyse" if found[0].startswith("analys") else "Explain") if found else "Describe"
        return Asked(rule="R4", command=verb, sentence=capital(point.body), confidence=0.85)
    if NUMBERED.match(point.body):
        return None
    listed = _LIST_FIRST.match(point.body)
    if _COMPOUND.match(point.body) or (listed and not is_verb(listed["next"])):
        return None
    if _OF_A_THING.match(point.body):
        return STATED
    if not point.credited and _is_noun_first(point.body.split()):
        return None
    form, clauses = parse(point.body)
    if form == "third" and point.tail and all(map(_THIRD_FIRST.match, point.tail)) and any(map(_does, point.tail)):
        return STATED  # "compares adjacent items; swaps ...; repeats ...": a method that has lost its name
    if clauses and kind_of(clauses[0].verb) != "command" and _SAID.match(clauses[0].rest):
        return STATED
    if form == "base" and len(clauses) == 1 and point.tail and _has_answer(clauses[0], point.scene):
        return Asked(rule="R4", command=CALCULATED, sentence=capital(point.body), confidence=0.8)
    return joined(clauses, "R4") if clauses and form in ("base", "third") else None


_SORTED = frozenset("source text item figure table extract".split())
"""What has a letter or a number of its own ("Source B usefulness")."""


def _is_noun_first(words: list[str]) -> bool:
    """Whether what may be a verb is a noun, or belongs to one: "Source B usefulness", "Select committees scrutinise departments"."""
    if len(words) > 1 and words[0].casefold() in _SORTED and _LETTER.fullmatch(words[1]):
        return True
    if len(words) < len(("select", "committees", "scrutinise", "departments")) or not is_plural(words[1].casefold()):
        return False
    return (
        words[1].islower()
        and kind_of(words[0].casefold()) != "command"
        and is_known(words[2])
        and words[2] not in NOUNISH
        and words[2] not in _JOINS
    )


def _does(piece: str) -> bool:
    """Whether a piece says what something does, with its verb first ("swaps if in wrong order")."""
    found = _THIRD_FIRST.match(piece)
    return bool(found and base_of_third(found[0]))


def _has_answer(clause: Clause, scene: str) -> bool:
    """Whether a skill that stands with its answer is one that is asked with what it is done to."""
    said = f"{clause.verb} {clause.rest}"
    return _is_sum(clause) or _is_worked(clause, scene) or bool(_MADE.match(said) or _WRITTEN.match(said))


def _is_sum(clause: Clause) -> bool:
    """Whether a verb that command words share with mathematics has values ("Evaluate log₂ 8")."""
    return is_of_maths(clause) and bool(_VALUES.search(clause.rest) or MASK.search(clause.rest))


def _is_worked(clause: Clause, scene: str) -> bool:
    """Whether a skill has the values that it needs, in its own words or in what is told before it."""
    there = f"{scene} {clause.rest}"
    verbs = {kind_of(verb) for verb in (clause.verb, clause.second) if verb}
    return verbs == {"values"} and bool(_VALUES.search(there) or MASK.search(there))
