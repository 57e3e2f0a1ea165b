"""Questions on meanings that marking points tell: chosen among options and left out of texts, but never beside the question of the point itself."""

from __future__ import annotations

from itertools import combinations

import pytest

from packbuilder.assemble.practice import practice_questions
from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.item import Item
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.seeding import Seed

MEANINGS = {
    "Relief": "the height and shape of the land",
    "Isobar": "a line that joins places of equal pressure",
    "Humidity": "the amount of water vapour in the air",
    "Insolation": "the energy that the ground receives from the Sun",
}
POINTS = tuple(f"{term}: {meaning}" for term, meaning in MEANINGS.items())
SYNOPSIS = "Rain falls where relief lifts the air. Clouds form as humidity grows. The ground is warmed by insolation."


def topic(*points: str, concepts: tuple[tuple[str, str], ...] = (), synopsis: str = "") -> Topic:
    return Topic(
        id="t",
        title="Weather",
        span=Span(path="notes.md"),
        synopsis=synopsis,
        concepts=tuple(
            KeyConcept(term=term, definition=meaning, span=Span(path="notes.md", line=line))
            for line, (term, meaning) in enumerate(concepts, 1)
        ),
        marking_points=tuple(MarkingPoint(text=text, span=Span(path="notes.md", line=line)) for line, text in enumerate(points, 101)),
    )


def of_rule(whole: Topic, rule: str) -> dict[str, Item]:
    return {flat(item.stem): item for item in derive(whole).items if item.rule == rule}


def test_four_meanings_told_are_options_of_one_another_and_never_beside_their_own_questions() -> None:
    whole = topic(*POINTS)
    choices, asked = of_rule(whole, "choice"), of_rule(whole, "R12")
    assert set(choices) == {f"Which of these is meant by the term ‘{term.casefold()}’?" for term in MEANINGS}
    assert set(asked) == {f"Define the term ‘{term.casefold()}’." for term in MEANINGS}
    for choice in choices.values():
        assert isinstance(choice.interaction, MultipleChoice)
        assert {flat(option.text).casefold() for option in choice.interaction.options} == {each.casefold() for each in MEANINGS.values()}
        assert all(choice.clashes(item) and choice.doubtful for item in asked.values())
    assert not any(one.clashes(other) for one, other in combinations(asked.values(), 2))
    # The mark scheme and the question of the point are what they were without the others.
    for point, item in zip(POINTS, asked.values(), strict=True):
        (alone,) = of_rule(topic(point), "R12").values()
        assert (alone.stem, alone.scheme, alone.marks, alone.id) == (item.stem, item.scheme, item.marks, item.id)


def test_what_asks_for_a_meaning_besides_is_kept_from_the_point_that_tells_it() -> None:
    whole = topic(*POINTS, "Explain what is meant by the term relief.", "Describe how relief changes rainfall.")
    define = of_rule(whole, "R12")["Define the term ‘relief’."]
    items = {flat(item.stem): item for item in derive(whole).items}
    assert define.clashes(items["Explain what is meant by the term relief."])
    assert not define.clashes(items["Describe how relief changes rainfall."])


def test_choices_among_key_concepts_are_as_they_were() -> None:
    concepts = tuple((term, f"{meaning}, as it is measured") for term, meaning in MEANINGS.items())
    more = ("Abrasion: the wearing away of rock by stones", "Attrition: the breaking of stones against one another")
    without, beside = of_rule(topic(concepts=concepts), "choice"), of_rule(topic(*more, concepts=concepts), "choice")
    assert {stem: item for stem, item in beside.items() if stem in without} == without
    assert set(beside) - set(without) == {f"Which of these is meant by the term ‘{term}’?" for term in ("abrasion", "attrition")}


@pytest.mark.parametrize("points", [(), POINTS])
def test_terms_that_points_tell_can_be_left_out_of_the_synopsis(points: tuple[str, ...]) -> None:
    clozes = of_rule(topic(*points, synopsis=SYNOPSIS), "cloze").values()
    assert len(clozes) == bool(points)
    for cloze in clozes:
        assert cloze.marks == 3 and cloze.doubtful
        assert all(cloze.clashes(item) for stem, item in of_rule(topic(*POINTS, synopsis=SYNOPSIS), "R12").items() if "isobar" not in stem)


def test_a_pack_practises_each_point_rather_than_one_choice_among_all() -> None:
    whole = topic(*POINTS)
    for seed in range(5):
        asked = practice_questions(ItemBank(topics=(whole,), items=derive(whole).items), Seed(seed), each=5)["t"]
        assert {question.parts[0].item.rule for question in asked} == {"R12"} and len(asked) == len(POINTS)
