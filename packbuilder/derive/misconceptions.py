"""Misconceptions as questions: why a claim is wrong, what is true and what false, and what sets two things apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.derive.claims import claim_of, put_right, speaks_of
from packbuilder.derive.ids import item_id
from packbuilder.derive.terms import first_sentence
from packbuilder.markup import rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item
from packbuilder.model.scheme import CreditPoint, KeyScheme, PointsScheme
from packbuilder.model.topic import Misconception, Topic
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written

_CONFUSING = re.compile(
    r"^(?:Confusing|Mixing up|Conflating|Equating)\s+(?:the (?:terms?|concepts?|meanings?) (?:of )?)?(?P<one>[^,.;]{3,90}?)\s+(?:with|and)\s+(?P<two>[^,.;]{3,110})"
    r"(?:,?\s*(?:rather than|instead of)\s+(?P<right>[^.;]+))?",
)
"""`Confusing X with Y, rather than Z`: what is confused can be told apart, and Z is what the notes say is right."""

_UNTELLABLE = re.compile(
    r"\b(?:pupils?|students?|learners?|children|candidates?|teachers?|lesson|my|I|those|these|it|them|how|what|getting|having|being)\b",
    re.IGNORECASE,
)
_REMINDING = re.compile(
    r"^(?:remembering|recognising|knowing|understanding|explaining|stating|realising|noting)\s+(?:that\s+)?", re.IGNORECASE
)
_OPTIONS = 4


def misconception_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each claim that the notes put right: explain why it is wrong; true or false; and a choice between claims."""
    sound: list[tuple[Misconception, str, str]] = []
    for wrong in topic.misconceptions:
        difference = _difference(topic, wrong)
        if difference is not None:
            yield difference
            continue
        claim, right = claim_of(wrong), put_right(wrong)
        if not claim or not right:
            yield _omitted(topic, wrong, claim)
            continue
        sound.append((wrong, claim, right))
        yield _why_wrong(topic, wrong, claim, right)
        yield _false(topic, wrong, claim, right)
        if _stands_alone(right) and speaks_of(right, claim):
            yield _true(topic, wrong, first_sentence(right))
    yield from _choices(topic, tuple(sound))


def _omitted(topic: Topic, wrong: Misconception, claim: str) -> Omission:
    reason = "the notes do not say what is right" if not wrong.correction else "what is right is said to a teacher, not of the subject"
    remedy = "Say what is right in a sentence after it."
    if not claim:
        reason, remedy = "it is no claim that can be true or false", "Write it as a claim, and what is right in a sentence after it."
    return Omission(topic=topic.id, text=wrong.claim, rule="misconception", reason=reason, remedy=remedy, span=wrong.span)


def _key(topic: Topic, wrong: Misconception) -> str:
    return "misconception:" + item_id(topic.id, "m", wrong.claim)


def _stands_alone(right: str) -> bool:
    """Whether a correction's first sentence can be judged by itself, with no word that leans on the claim."""
    words = first_sentence(right).split()
    if right.count("(") != right.count(")") or words[-1].endswith(("e.g.", "i.e.")):
        return False
    if re.match(r"(?:while|although|unlike|due to|just|a lot|having|as|because|all|only|any|every|nor|both|some)\b", right, re.IGNORECASE):
        return False
    return 5 <= len(words) <= 28 and not re.search(
        r"\b(?:this|these|those|it|they|not|also|instead|however|only)\b", first_sentence(right), re.IGNORECASE
    )


def _difference(topic: Topic, wrong: Misconception) -> Item | None:
    """Return `Explain the difference between X and Y.` for two things that are often confused."""
    found = _CONFUSING.match(wrong.claim.replace("*", ""))
    if not found or _UNTELLABLE.search(found["one"] + " " + found["two"]) or len(found["one"].split()) > 6 or len(found["two"].split()) > 9:
        return None
    one, two = found["one"], found["two"].rstrip()
    right = _REMINDING.sub("", found["right"] or "") or put_right(wrong)
    credit = (rich(right[:1].upper() + right[1:].rstrip(".")),) if right else ()
    return Item(
        id=item_id(topic.id, "x", wrong.claim),
        topic=topic.id,
        stem=rich(f"Explain the difference between {one} and {two}."),
        interaction=Written(kind="short_answer"),
        marks=3,
        scheme=PointsScheme(stated=rich(f"Both contrasted: {one}; {two}."), indicative=credit, open_ended=True, convention="compare"),
        command="Explain",
        objectives=("AO1", "AO2"),
        difficulty=3,
        rule="confusion",
        span=wrong.span,
        confidence=0.75 if credit else 0.65,
        tests=frozenset({_key(topic, wrong)}),
        language=topic.language,
    )


def _why_wrong(topic: Topic, wrong: Misconception, claim: str, right: str) -> Item:
    scheme = PointsScheme(points=(CreditPoint(text=rich(right), marks=2, span=wrong.span),), open_ended=True, convention="claim")
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


def _false(topic: Topic, wrong: Misconception, claim: str, right: str) -> Item:
    scheme = PointsScheme(points=(CreditPoint(text=rich(right), marks=1, span=wrong.span),), open_ended=True)
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


def _true(topic: Topic, wrong: Misconception, right: str) -> Item:
    """Return the statement of what is right, so that not every statement on a paper is false."""
    return Item(
        id=item_id(topic.id, "t", wrong.claim),
        topic=topic.id,
        stem=rich(f"State whether this statement is true or false: “{right.rstrip('.')}.”"),
        interaction=TrueFalse(answer=True, reasoned=False),
        marks=1,
        scheme=KeyScheme(),
        command="State",
        objectives=("AO1",),
        difficulty=1,
        rule="true-false",
        span=wrong.span,
        confidence=0.75,
        tests=frozenset({_key(topic, wrong)}),
        language=topic.language,
    )


def _choices(topic: Topic, sound: tuple[tuple[Misconception, str, str], ...]) -> Iterator[Item]:
    """Yield `Which of these statements is correct?`: what is right of one idea among the wrong claims of three others."""
    for index, (wrong, claim, right) in enumerate(sound):
        others = [*sound[index + 1 :], *sound[:index]][: _OPTIONS - 1]
        if len(others) < _OPTIONS - 1 or not (_stands_alone(right) and speaks_of(right, claim)):
            continue
        options = (
            Choice(text=rich(first_sentence(right).rstrip(".")), correct=True),
            *(Choice(text=rich(said), correct=False, why=rich(first_sentence(truth))) for _, said, truth in others),
        )
        yield Item(
            id=item_id(topic.id, "s", wrong.claim),
            topic=topic.id,
            stem=rich("Which of these statements is correct?"),
            interaction=MultipleChoice(options=options),
            marks=1,
            scheme=KeyScheme(),
            command="Which",
            objectives=("AO1",),
            difficulty=2,
            rule="statements",
            span=wrong.span,
            confidence=0.8,
            tests=frozenset(_key(topic, each) for each in (wrong, *(other for other, _, _ in others))),
            language=topic.language,
        )
