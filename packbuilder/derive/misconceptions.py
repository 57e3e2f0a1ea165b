"""Misconceptions as questions: why a claim is wrong, what is true and what false, and what sets two things apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from packbuilder.denials import bare_denial
from packbuilder.derive.asked import asked
from packbuilder.derive.claims import claim_of, contrasted, put_right, says_both, speaks_of, tells_a_deed, to_teachers
from packbuilder.derive.claims_abroad import claim_in, clause_in
from packbuilder.derive.confusions import confusion
from packbuilder.derive.definitions import named_key, recall_key
from packbuilder.derive.ids import item_id, right_key
from packbuilder.derive.marking_points.overlaps import told_apart
from packbuilder.derive.marking_points.schemes import both_sides, meaning_of, stems
from packbuilder.derive.relevance import belongs
from packbuilder.derive.terms import bare_definition, first_sentence, named_in
from packbuilder.languages import ENGLISH, primary
from packbuilder.markup import flat, rich
from packbuilder.model.bank import Omission
from packbuilder.model.item import Interaction, Item
from packbuilder.model.scheme import CreditPoint, KeyScheme, PointsScheme, Scheme
from packbuilder.model.topic import Misconception, Topic
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.question_types.written import Written
from packbuilder.text import RichText

_OPTIONS = 4
_SHORTEST_CLAIM = 3
"""Words of a claim at least in notes that are not in English."""


def misconception_items(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each claim that the notes put right: explain why it is wrong; true or false; and a choice between claims."""
    if primary(topic.language) != ENGLISH:
        yield from _in_another_language(topic)
        return
    sound: list[tuple[Misconception, str, str]] = []
    for wrong in topic.misconceptions:
        difference = _difference(topic, wrong)
        if difference is not None:
            yield difference
            continue
        believed, instead = contrasted(wrong)
        if believed:
            yield _why_wrong(topic, wrong, believed, f"Right instead: {instead}.")
            yield _false(topic, wrong, believed, f"Right instead: {instead}.")
            continue
        claim, right = claim_of(wrong), put_right(wrong)
        if claim and not right and (beside := put_right(wrong, beside=True)):
            if not bare_denial(beside):
                yield _why_wrong(topic, wrong, claim, beside)
            yield _false(topic, wrong, claim, beside)
            continue
        if not claim or not right:
            yield _omitted(topic, wrong, claim)
            continue
        sound.append((wrong, claim, right))
        yield _why_wrong(topic, wrong, claim, right)
        yield _false(topic, wrong, claim, right)
        if stands_alone(right) and speaks_of(right, claim):
            yield _true(topic, wrong, first_sentence(right))
    yield from _choices(topic, tuple(sound))


def _in_another_language(topic: Topic) -> Iterator[Item | Omission]:
    """Yield for each claim that is put right why it is wrong: what else could be asked, and what is no claim, is told by English words."""
    for wrong in topic.misconceptions:
        clause = clause_in(wrong.claim, topic.language)
        claim = clause or claim_in(wrong.claim, topic.language)
        if wrong.correction and len(claim.split()) >= _SHORTEST_CLAIM and not claim.endswith(("?", ";", "!")):
            yield _why_wrong(topic, wrong, claim, wrong.correction, key="derived.wrong.clause" if clause else "derived.wrong")
        else:
            yield _omitted(topic, wrong, claim)


_DEED = "Packs print it as it is. For a question, write what is wrongly believed as a claim, and what is right in a sentence after it."


def _omitted(topic: Topic, wrong: Misconception, claim: str) -> Omission:
    rewrite = "Write it as a claim, and what is right in a sentence after it."
    if not wrong.claim:
        reason, remedy = "it says what is right, and no wrong idea that could be asked about", "Write the wrong idea as a claim before it."
    elif wrong.doubtful:
        reason, remedy = "it is not plain what of it is wrong and what is right", rewrite
    elif not claim and tells_a_deed(wrong.claim):
        reason, remedy = "it tells what is done wrong, and claims nothing that is true or false", _DEED
    elif not claim:
        reason, remedy = "packbuilder does not recognise it as a claim that is true or false", rewrite
    else:
        reason, remedy = _unanswered(wrong)
    return Omission(
        topic=topic.id, text=wrong.claim or wrong.correction, rule="misconception", reason=reason, remedy=remedy, span=wrong.span
    )


def _unanswered(wrong: Misconception) -> tuple[str, str]:
    """Return why a claim is not put right, and what is to be done."""
    if not wrong.correction and says_both(wrong):
        reason = "what is right stands behind “rather than” or “instead of”, where packbuilder cannot tell what it puts right"
        return reason, "Say what is right in a sentence of its own after it."
    if not wrong.correction:
        return "the notes do not say what is right", "Say what is right in a sentence after it."
    if to_teachers(wrong.correction):
        return "what is right is said to a teacher, not of the subject", "Say what is right in a sentence after it."
    return (
        "packbuilder does not recognise what stands after it as what is right instead",
        "If it says what is right, begin it with “In fact,”.",
    )


def _key(topic: Topic, wrong: Misconception) -> str:
    return "misconception:" + item_id(topic.id, "m", wrong.claim)


def stands_alone(right: str) -> bool:
    """Whether a correction's first sentence can be judged by itself, with no word that leans on the claim."""
    words = first_sentence(right).split()
    if right.count("(") != right.count(")") or words[-1].endswith(("e.g.", "i.e.")):
        return False
    if re.match(r"(?:while|although|unlike|due to|just|a lot|having|as|because|all|only|any|every|nor|both|some)\b", right, re.IGNORECASE):
        return False
    return 5 <= len(words) <= 28 and not re.search(
        r"\b(?:this|these|those|it|they|he|she|not|also|instead|however|only)\b", first_sentence(right), re.IGNORECASE
    )


def _made(
    topic: Topic, wrong: Misconception, letter: str, stem: RichText, interaction: Interaction, scheme: Scheme, *,
    marks: int, command: str, objectives: tuple[str, ...], difficulty: int, rule: str, confidence: float,
    also: tuple[Misconception, ...] = (), prints_right: bool = False, tests: Iterable[str] = (),
) -> Item:  # fmt: skip
    """Return an item on a misconception; it never stands beside another on the same one, or on one of `also`.

    `tests` are keys of what it asks for besides. `prints_right`: its stem or options print what is right, so that no scheme of the same form may credit it.
    """
    return Item(
        id=item_id(topic.id, letter, wrong.claim),
        topic=topic.id,
        stem=stem,
        interaction=interaction,
        marks=marks,
        scheme=scheme,
        command=command,
        objectives=objectives,
        difficulty=difficulty,
        rule=rule,
        span=wrong.span,
        confidence=confidence,
        tests=frozenset(
            (*(_key(topic, each) for each in (wrong, *also)), *((right_key(topic.id, wrong.claim),) if prints_right else ()), *tests)
        ),
        exposes=frozenset(named_key(topic, concept) for concept in named_in(flat(stem), topic)),
        language=topic.language,
    )


def _difference(topic: Topic, wrong: Misconception) -> Item | None:
    """Return `Explain the difference between X and Y.` for two things that are often confused."""
    found = confusion(wrong.claim)
    if not found:
        return None
    one, two = found.one, found.two
    right = found.right or put_right(wrong)
    stem = f"Explain the difference between {one} and {two}."
    sides = both_sides(topic, stem)
    credit = (*((rich(right[:1].upper() + right[1:].rstrip(".")),) if right else ()), *(meaning_of(side, topic) for side in sides))
    # The meaning of one side alone is no answer, but a help to the marker.
    beside = (meaning_of(each, topic) for each in named_in(stem, topic) if each not in sides and belongs(each, topic))
    scheme = PointsScheme(
        stated=rich(f"Both contrasted: {one}; {two}."), indicative=credit, open_ended=True, guidance=tuple(beside), convention="compare"
    )
    recalled = [recall_key(topic, concept) for concept in told_apart(topic, stem)]
    return _made(
        topic, wrong, "x", rich(stem), Written(kind="short_answer"), scheme, tests=recalled,
        marks=3, command="Explain", objectives=("AO1", "AO2"), difficulty=3, rule="confusion", confidence=0.75 if credit else 0.65,
    )  # fmt: skip


def _restated(topic: Topic, claim: str, right: str) -> tuple[str, ...]:
    """Return the keys of the meanings that say again what is right: of the terms that a claim is about, those whose meaning the correction holds."""
    said = stems(right)
    meanings = ((concept, stems(first_sentence(bare_definition(concept)))) for concept in named_in(claim, topic))
    return tuple(
        recall_key(topic, concept) for concept, meaning in meanings if len(meaning) > 1 and len(meaning & said) * 3 >= len(meaning) * 2
    )


def _why_wrong(topic: Topic, wrong: Misconception, claim: str, right: str, *, key: str = "derived.wrong") -> Item:
    scheme = PointsScheme(points=(CreditPoint(text=rich(right), marks=2, span=wrong.span),), open_ended=True, convention="claim")
    return _made(
        topic, wrong, "m", asked(topic, key, claim=claim), Written(kind="short_answer"), scheme, tests=_restated(topic, claim, right),
        marks=2, command="Explain", objectives=("AO2",), difficulty=3, rule="misconception", confidence=0.8,
    )  # fmt: skip


def _false(topic: Topic, wrong: Misconception, claim: str, right: str) -> Item:
    """Return the claim as a statement to judge, with a reason where the notes give one."""
    if bare_denial(right):
        stem = rich(f"State whether this statement is true or false: “{claim}.”")
        return _made(
            topic, wrong, "f", stem, TrueFalse(answer=False, reasoned=False), KeyScheme(),
            marks=1, command="State", objectives=("AO1",), difficulty=1, rule="true-false", confidence=0.75,
        )  # fmt: skip
    scheme = PointsScheme(points=(CreditPoint(text=rich(right), marks=1, span=wrong.span),), open_ended=True)
    stem = rich(f"State whether this statement is true or false, and give a reason: “{claim}.”")
    return _made(
        topic, wrong, "f", stem, TrueFalse(answer=False, reasoned=True), scheme, tests=_restated(topic, claim, right),
        marks=2, command="State", objectives=("AO1", "AO2"), difficulty=2, rule="true-false", confidence=0.8,
    )  # fmt: skip


def _true(topic: Topic, wrong: Misconception, right: str) -> Item:
    """Return the statement of what is right, so that not every statement on a paper is false."""
    stem = rich(f"State whether this statement is true or false: “{right.rstrip('.')}.”")
    return _made(
        topic, wrong, "t", stem, TrueFalse(answer=True, reasoned=False), KeyScheme(),
        marks=1, command="State", objectives=("AO1",), difficulty=1, rule="true-false", confidence=0.75, prints_right=True,
    )  # fmt: skip


def _choices(topic: Topic, sound: tuple[tuple[Misconception, str, str], ...]) -> Iterator[Item]:
    """Yield `Which of these statements is correct?`: what is right of one idea among the wrong claims of three others."""
    for index, (wrong, claim, right) in enumerate(sound):
        others = [*sound[index + 1 :], *sound[:index]][: _OPTIONS - 1]
        if len(others) < _OPTIONS - 1 or not (stands_alone(right) and speaks_of(right, claim)):
            continue
        options = (
            Choice(text=rich(first_sentence(right).rstrip(".")), correct=True),
            *(Choice(text=rich(said), correct=False, why=rich(first_sentence(truth))) for _, said, truth in others),
        )
        yield _made(
            topic, wrong, "s", rich("Which of these statements is correct?"), MultipleChoice(options=options), KeyScheme(),
            marks=1, command="Which", objectives=("AO1",), difficulty=2, rule="statements", confidence=0.8,
            also=tuple(other for other, _, _ in others),
            prints_right=True,
        )  # fmt: skip
