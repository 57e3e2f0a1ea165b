"""Misconceptions as questions: why a claim is wrong, and whether a statement is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.ids import item_id
from packbuilder.markup import rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, PointsScheme
from packbuilder.model.topic import Misconception, Topic
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written

_BELIEVERS = re.compile(
    r"^(?:some\s+|many\s+|most\s+)?(?:pupils?|students?|learners?|children|people|candidates?)\s+(?:(?:may|might|can|often|sometimes|commonly|frequently|easily|will|mistakenly|wrongly|incorrectly)\s+)*"
    r"(?:think|believe|assume|mistake|say|claim|feel)s?\s+(?:that\s+)?",
    re.IGNORECASE,
)
_CONFUSING = re.compile(
    r"^(?:Confusing|Mixing up|Conflating|Equating)\s+(?:the (?:terms?|concepts?|meanings?) (?:of )?)?(?P<one>[^,.;]{3,90}?)\s+(?:with|and)\s+(?P<two>[^,.;]{3,110})"
    r"(?:,?\s*(?:rather than|instead of)\s+(?P<right>[^.;]+))?",
)
"""`Confusing X with Y, rather than Z`: what is confused can be told apart, and Z is what the notes say is right."""

_ABOUT_PUPILS = re.compile(r"\b(?:pupils?|students?|learners?|children|candidates?|teachers?|lesson|my|I)\b", re.IGNORECASE)
_NO_CLAIM = re.compile(r"^(?:[A-Z][a-z]+ing\b|Not\s|Inability|Failure|Lack|Difficult|Remember|Understanding|Missing)")
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|can|cannot|can’t|will|does|do|did|don't|doesn't|means?|causes?|caused|always|never|only|must|should|makes?|take|takes|show|shows|happens?|become|becomes|\w+ed|\w{3,}s)\b"
)


def claim_of(wrong: Misconception) -> str:
    """Return the claim as a statement of fact, without who believes it; empty where it states none."""
    text = _BELIEVERS.sub("", wrong.claim.replace("*", "")).strip(" “”‘’'\"")
    text = text[:1].upper() + text[1:]
    words = text.rstrip(".").split()
    if _NO_CLAIM.match(text) and not _HAS_VERB.search(" ".join(words[1:4])):
        return ""
    if _ABOUT_PUPILS.search(text) or not 4 <= len(words) <= 30 or not _HAS_VERB.search(text) or text.endswith("?"):
        return ""
    return text.rstrip(".")


def misconception_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each claim that the notes put right: explain why it is wrong; true or false, with a reason."""
    for wrong in topic.misconceptions:
        claim = claim_of(wrong)
        difference = _difference(topic, wrong)
        if difference is not None:
            yield difference
            continue
        if not wrong.correction or not claim:
            reason = "the notes do not say what is right" if not wrong.correction else "it is no claim that can be true or false"
            remedy = "Write it as a claim, and what is right in a sentence after it."
            yield Omission(topic=topic.id, text=wrong.claim, rule="misconception", reason=reason, remedy=remedy, span=wrong.span)
            continue
        yield _why_wrong(topic, wrong, claim)
        yield _true_false(topic, wrong, claim)


def _key(topic: Topic, wrong: Misconception) -> str:
    return "misconception:" + item_id(topic.id, "m", wrong.claim)


def _difference(topic: Topic, wrong: Misconception) -> Item | None:
    """Return `Explain the difference between X and Y.` for two things that are often confused."""
    found = _CONFUSING.match(wrong.claim.replace("*", ""))
    if not found or _ABOUT_PUPILS.search(found["one"] + found["two"]):
        return None
    right = found["right"] or wrong.correction
    credit = (rich(right[:1].upper() + right[1:].rstrip(".")),) if right else ()
    return Item(
        id=item_id(topic.id, "x", wrong.claim),
        topic=topic.id,
        stem=rich(f"Explain the difference between {found['one']} and {found['two'].rstrip()}."),
        interaction=Written(kind="short_answer"),
        marks=3,
        scheme=PointsScheme(
            stated=rich(f"The two told apart, with what is said of both sides: {found['one']}; {found['two'].rstrip()}."),
            indicative=credit,
            open_ended=True,
        ),
        command="Explain",
        objectives=("AO1", "AO2"),
        difficulty=3,
        rule="confusion",
        span=wrong.span,
        confidence=0.8,
        tests=frozenset({_key(topic, wrong)}),
        language=topic.language,
    )


def _why_wrong(topic: Topic, wrong: Misconception, claim: str) -> Item:
    scheme = PointsScheme(points=(CreditPoint(text=rich(wrong.correction), marks=2, span=wrong.span),), open_ended=True)
    return Item(
        id=item_id(topic.id, "m", wrong.claim),
        topic=topic.id,
        stem=rich(f"A student claims: “{claim}.” Explain why this claim is wrong."),
        interaction=Written(kind="short_answer"),
        marks=2,
        scheme=scheme,
        command="Explain",
        objectives=("AO2",),
        difficulty=3,
        rule="misconception",
        span=wrong.span,
        confidence=0.8,
        tests=frozenset({_key(topic, wrong)}),
        language=topic.language,
    )


def _true_false(topic: Topic, wrong: Misconception, claim: str) -> Item:
    scheme = PointsScheme(points=(CreditPoint(text=rich(wrong.correction), marks=1, span=wrong.span),), open_ended=True)
    return Item(
        id=item_id(topic.id, "f", wrong.claim),
        topic=topic.id,
        stem=rich(f"State whether this statement is true or false, and give a reason: “{claim}.”"),
        interaction=TrueFalse(answer=False, reasoned=True),
        marks=2,
        scheme=scheme,
        command="State",
        objectives=("AO1", "AO2"),
        difficulty=2,
        rule="true-false",
        span=wrong.span,
        confidence=0.8,
        tests=frozenset({_key(topic, wrong)}),
        language=topic.language,
    )
