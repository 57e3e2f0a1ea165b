"""Sequences in notes: which texts state an order, and that no step keeps the words that state it."""

from __future__ import annotations

import pytest

from packbuilder.derive.sequences import sequences_of
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept, MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=1)


def topic(synopsis: str = "", concepts: tuple[tuple[str, str], ...] = (), points: tuple[str, ...] = ()) -> Topic:
    return Topic(
        id="t",
        title="Local studies",
        span=SPAN,
        synopsis=synopsis,
        concepts=tuple(KeyConcept(term=term, definition=definition, span=SPAN) for term, definition in concepts),
        marking_points=tuple(MarkingPoint(text=text, span=SPAN) for text in points),
    )


def found(of: Topic) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.about, each.steps) for each in sequences_of(of)]


STEPS = ("Choose a place", "Collect sources", "Write a report")


@pytest.mark.parametrize(
    "synopsis",
    [
        "Studies go deep. First, choose a place. Then collect sources. Finally, write a report.",
        "First choose a place, then collect sources, and finally write a report.",
        "Firstly, choose a place; next collect sources and then write a report.",
        "To begin with, choose a place. After that, collect sources. Lastly, write a report.",
        "First choose a place. Once it is chosen, collect sources. Then write a report.",
        "Choose a place. Next, collect sources. Finally, write a report.",
        "Stage 1: Choose a place. Stage 2: Collect sources. Stage 3: Write a report.",
        "Step one is choose a place. Step two is collect sources. Step three is write a report.",
        "1. Choose a place. 2. Collect sources. 3. Write a report.",
    ],
)
def test_words_that_state_an_order_make_steps_and_stand_in_none(synopsis: str) -> None:
    assert found(topic(synopsis)) == [("Local studies", STEPS)]


@pytest.mark.parametrize(
    ("synopsis", "about", "steps"),
    [
        (
            "A student first chooses a place, then collects sources, and finally writes a report.",
            "A student …",
            ("Chooses a place", "Collects sources", "Writes a report"),
        ),
        ("To study a place, first choose it, then collect sources, then write.", "", ()),
        (
            "To study a town, first choose it well, then collect sources, then write a report.",
            "To study a town",
            ("Choose it well", "Collect sources", "Write a report"),
        ),
        (
            "Water evaporates from the sea, then condenses into clouds, and finally falls as rain.",
            "Water …",
            ("Evaporates from the sea", "Condenses into clouds", "Falls as rain"),
        ),
        (
            "The gas is cooled, then is dried well, and finally is stored.",
            "The gas …",
            ("Is cooled", "Is dried well", "Is stored"),
        ),
        (
            "First, salt is dissolved; it then cools; finally it is dried.",
            "Local studies",
            ("Salt is dissolved", "It cools", "It is dried"),
        ),
        (
            "First, salt is dissolved. The water is then filtered. Finally, it is dried.",
            "Local studies",
            ("Salt is dissolved", "The water is filtered", "It is dried"),
        ),
        (
            r"First write down $V = IR$, then rearrange it to $I = \frac{V}{R}$, and finally put in the numbers.",
            "Local studies",
            ("Write down $V = IR$", r"Rearrange it to $I = \frac{V}{R}$", "Put in the numbers"),
        ),
    ],
)
def test_what_the_steps_are_of_stands_before_them(synopsis: str, about: str, steps: tuple[str, ...]) -> None:
    assert found(topic(synopsis)) == ([(about, steps)] if steps else [])


@pytest.mark.parametrize(
    "synopsis",
    [
        "Heat drives evaporation. Vapour cools as it rises. Finally, rain returns the water.",
        "First, this topic covers cells. Then it looks at tissues. Finally, it reviews organs.",
        "Blood flows from the heart through arteries, then capillaries, then veins.",
        "After heavy rain, rivers rise. After a drought, they fall. After a flood, they drop silt.",
        "Cholera first reached Britain in 1831. It killed within hours. It came back.",
        "First aid is given. Then a doctor is called. Then.",
        "First choose a place, then collect sources.",
        "Floods have three causes. First, rain is heavy. Next, soil is thin. Finally, slopes are steep.",
        "The reasons for floods: first, rain is heavy, next, soil is thin, and finally slopes are steep.",
    ],
)
def test_what_states_no_order_is_no_sequence(synopsis: str) -> None:
    assert found(topic(synopsis)) == []


def test_key_facts_and_marking_points_give_sequences_too() -> None:
    sentence = "First choose a place, then collect sources, and finally write a report."
    assert found(topic(concepts=(("Local study", sentence),))) == [("Local study", STEPS)]
    assert found(topic(points=(f"Describe how a study is made: {sentence}",))) == [("How a study is made", STEPS)]
    assert found(topic(points=(f"State the method: {sentence}",))) == [("Local studies", STEPS)]


def test_bullets_one_after_the_other_may_be_steps() -> None:
    stages = (("Stage 1", "Choose a place"), ("Stage 2", "Collect sources"), ("Stage 3", "Write a report"), ("Map", "A drawing of land"))
    assert found(topic(concepts=stages)) == [("Local studies", STEPS)]
    assert found(topic(points=("First, choose a place", "Then collect sources", "Finally, write a report"))) == [("Local studies", STEPS)]


def test_one_sequence_said_twice_is_one_task() -> None:
    sentence = "First choose a place, then collect sources, and finally write a report."
    assert len(found(topic(sentence, points=(sentence,)))) == 1
