"""Rows: what two cells of a table answer, by the head over the second one ("Organelle: Ribosome | Function: makes proteins")."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS, is_measured
from packbuilder.derive.marking_points.inflection import base_of_third, is_past
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.statements.answered import Stated, listed, says, small
from packbuilder.derive.marking_points.statements.meanings import defined
from packbuilder.derive.marking_points.statements.terms import as_asked
from packbuilder.grammars.naming import MEANINGS, TERMS
from packbuilder.nouns import is_plural
from packbuilder.paired import Pair, pair_in
from packbuilder.patterns import regex

ROW = LeftOut(
    rule="R9",
    reason="a row of a table: no question can safely be made of its cells and their heads",
    remedy="Write what is asked (State, Describe …), and the answer after a colon.",
)
_MEANT = MEANINGS | {"description", "explanation"}
_OF_ONE = regex(
    r"(?:main |key |chemical |SI )?(?:function|role|job|purpose|location|site|unit|symbol|formula|capital(?: city)?|currency|colour|charge|relative (?:mass|charge)|mass|pH|structure|shape|"
    r"substrate|product|monomer|source|target organ|target|gland|organ|author|inventor|state|value|coding|habitat|diet|appearance|texture|taste|material|climate|origin|genre|key signature|time signature|clef)",
    re.IGNORECASE,
)
"""What a thing has one of."""
_OF_SOME = regex(
    r"(?:main |key )?(?:use|cause|effect|advantage|disadvantage|limitation|benefit|drawback|feature|property|symptom|example|adaptation|strength|weakness)",
    re.IGNORECASE,
)
"""What a thing may have more of than the notes name."""
_DATE, _DATED = (
    regex(r"dates?|year", re.IGNORECASE),
    regex(r"\b(?:event|battle|war|treaty|act|law|revolution|invention|discovery|election|crisis|reform)$", re.IGNORECASE),
)
_EVENT = regex(r"(?:key |main )?events?|what happened|happened|details?", re.IGNORECASE)
_WHEN = regex(r"(?:c\.? ?|about |around |(?:\d{1,2} )?[A-Z][a-z]+ )?\d{3,4}(?:s| ?[–-] ?\d{2,4})?(?: ?(?:BCE?|CE|AD))?")
_SEVERAL = regex(r"[;:]|\. [A-Z]|\b(?:1[0-9]|20)\d\d\b")
_PEOPLE = regex(
    r"(?:key |main )?(?:individuals?|persons?|people|names?|scientists?|theorists?|philosophers?|reformers?|sociologists?|psychologists?|thinkers?|scholars?|artists?|practitioners?|economists?|figures?|who)",
    re.IGNORECASE,
)
_KNOWN_FOR = regex(
    r"(?:main |key )?(?:contribution|achievement|discovery|theory|idea|view|belief|argument|influence|legacy)", re.IGNORECASE
)
_QUOTE = regex(r"(?:key )?(?:quotes?|quotations?|lines?|evidence)", re.IGNORECASE)
_SHOWS = regex(
    r"(?P<verb>shows|suggests|implies|conveys|symbolises|foreshadows|emphasises|reveals|highlights|reflects) (?P<given>\S.*)", re.IGNORECASE
)
_TEST = regex(r"test(?: for (?:it|them))?", re.IGNORECASE)
_WHERE = regex(
    r"where (?P<done>found|made|produced|stored|located|secreted|released)|(?P<asks>where|when|how|what|why) (?P<who>it|they) (?P<says>(?:is |are )?[a-z]+(?: [a-z]+){0,4})",
    re.IGNORECASE,
)
_ANY_KIND = regex(r"(?:names?|items?|things?|words?|what|types?|features?|topics?|subjects?|points?|titles?)", re.IGNORECASE)
"""Heads that do not say what kind of thing stands under them."""
_OF_NAMES = regex(
    r"\b(?:country|city|town|state|river|lake|mountain|volcano|place|region|continent|ocean|sea|planet|star|moon|author|poet|writer|playwright|artist|composer|painter|scientist|psychologist|"
    r"sociologist|theorist|philosopher|person|character|king|queen|monarch|president|leader|politician|novel|play|poem|film|song|battle|war|treaty|act|law|event|festival|company|brand|business|"
    r"language|religion|god|study|experiment)$"
)
"""Kinds of which each has a name of its own."""
_OF_KIND = regex(r"(?:names?|types?|kinds?|examples?) of (?:the |an? )?", re.IGNORECASE)
_SIDES = regex(
    r"(?:dis)?advantages?|pros?|cons?|for|against|strengths?|weakness(?:es)?|benefits?|drawbacks?|positives?|negatives?|similarit(?:y|ies)|differences?|causes?|effects?",
    re.IGNORECASE,
)
"""A first column that is one side of something, and names nothing that the other is said of."""
_SUBJECT = regex(r"(?:[\w’'-]+ ){1,3}?(?:of|for|in|on|to|between) (?:[\w’'-]+ ?){1,8}")
"""A noun with what it is of: enough to be asked about."""
_WORDS = 6
"""Of what stands in the first column: more say something."""
_LISTED = 8


def left_row(text: str) -> LeftOut | None:
    """Return why a row is not asked as it stands: no rule reads its heads."""
    return ROW if pair_in(text) else None


def subject_of_row(text: str) -> str:
    """Return a row whose first cell says by itself what is asked ("Role of women in the war"), as a point with its answers; empty for all others."""
    pair = pair_in(text)
    if pair is None or _SIDES.fullmatch(pair.head) or not _SUBJECT.fullmatch(pair.cell):
        return ""
    return f"{pair.cell}, including {pair.given}"


def row(said: str) -> Stated | None:
    """Return what a row of two cells answers; None where its heads do not say it, or the answer names what is asked about."""
    pair = pair_in(said)
    if pair and (event := _event(pair)):
        return event
    if pair is None or _SIDES.fullmatch(pair.head) or len(pair.cell.split()) > _WORDS or says(f"x {pair.cell}"):
        return None
    if pair.what.casefold() in _MEANT and (pair.what.casefold() in MEANINGS or pair.head.casefold().removeprefix("key ") in TERMS):
        return defined(pair.cell, pair.given)
    if pair.cell.casefold() in pair.given.casefold():
        return None
    return _clause(pair) or _noun(pair) or _of_person(pair) or _quoted(pair)


def _noun(pair: Pair) -> Stated | None:
    """`Function`, `Uses`: one of a thing's, or as many as are listed."""
    what, of = pair.what[:1].lower() + pair.what[1:] if not pair.what.isupper() and pair.what != "pH" else pair.what, _thing(pair)
    if _TEST.fullmatch(what):
        return Stated(asked=f"Describe the test for {of}", answer=pair.given, whole=True)
    if _DATE.fullmatch(what) and _DATED.search(pair.head):
        return Stated(asked=f"State the {what} of {of}", answer=pair.given, whole=True)
    if is_measured(what):
        return Stated(asked=f"State the {what} of {of}", answer=pair.given, whole=True)
    one = next((each for each in (what, f"{what[:-3]}y", what[:-2], what[:-1]) if _OF_ONE.fullmatch(each) or _OF_SOME.fullmatch(each)), "")
    if not one:
        return None
    count = len(pair.given.split(";")) if ";" in pair.given else len(listed(pair.given, _LISTED))
    if one != what and 1 < count < len(NUMBER_WORDS):
        return Stated(asked=f"State {NUMBER_WORDS[count]} {what} of {of}", answer=pair.given)
    if one != what and len(pair.given.split()) > _WORDS:
        return Stated(asked=f"Describe the {what} of {of}", answer=pair.given, whole=True)
    return Stated(asked=f"State {'the' if _OF_ONE.fullmatch(one) else 'one'} {one} of {of}", answer=pair.given, whole=True)


def _event(pair: Pair) -> Stated | None:
    """`Date: 1348 | Event: The Black Death arrived in England`: when it happened."""
    if not (_DATE.fullmatch(pair.head) and _EVENT.fullmatch(pair.what) and _WHEN.fullmatch(pair.cell)) or _SEVERAL.search(pair.given):
        return None
    first, second, *_ = (*pair.given.split(), "", "")
    somebody = first[:1].isupper() and not is_plural(first.casefold()) and is_past(second)
    if says(pair.given) or somebody:
        return Stated(asked=f"State when {pair.given if somebody else small(pair.given)}", answer=pair.cell, whole=True)
    return Stated(asked=f"State the date of {small(pair.given)}", answer=pair.cell, whole=True)


def _of_person(pair: Pair) -> Stated | None:
    """`Individual: Harvey | Contribution: showed that blood circulates`: what somebody is known for."""
    what = pair.what[:1].lower() + pair.what[1:]
    if not (_PEOPLE.fullmatch(pair.head) and _KNOWN_FOR.fullmatch(what)) or len(pair.given.split()) < len(("a", "theory")):
        return None
    return Stated(asked=f"Describe the {what} of {pair.cell}", answer=pair.given, whole=True)


def _quoted(pair: Pair) -> Stated | None:
    """`Quotation: "tender-hearted stag" | Comment: suggests vulnerability`."""
    found = _SHOWS.fullmatch(pair.given)
    words = pair.cell.strip("‘’“”'\" .")
    if not found or not _QUOTE.fullmatch(pair.head) or not words:
        return None
    return Stated(asked=f"State what the quotation ‘{words}’ {found['verb'].lower()}", answer=found["given"], whole=True)


def _clause(pair: Pair) -> Stated | None:
    """`Where it happens`, `What it does`: the head is the question, and the first cell what it is about."""
    found = _WHERE.fullmatch(pair.what)
    if not found:
        return None
    if found["done"]:
        return Stated(asked=f"State where {_thing(pair)} is {found['done'].lower()}", answer=pair.given, whole=True)
    asks, said = found["asks"].lower(), found["says"]
    several = found["who"].lower() == "they"
    if not (is_plural(pair.cell.split()[-1]) if several else said.split()[0] == "is" or base_of_third(said.split()[0])):
        return None
    thing = small(pair.cell) if several else _thing(pair)
    verb = {"how": "Describe how", "why": "Explain why"}.get(asks, f"State {asks}")
    return Stated(asked=f"{verb} {thing} {said}", answer=pair.given, whole=True)


def _thing(pair: Pair) -> str:
    """Return what stands in the first column with the kind of thing that it is, as its head says."""
    kind = _OF_KIND.sub("", pair.head).casefold()
    named = f"‘{pair.cell if _OF_NAMES.search(kind) else as_asked(pair.cell)}’"
    return named if not kind or _ANY_KIND.fullmatch(kind) or is_plural(kind.split()[-1]) else f"the {kind} {named}"
