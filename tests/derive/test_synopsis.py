"""The synopsis: what only says what is covered is neither asked nor credited."""

from __future__ import annotations

import pytest

from packbuilder.derive.synopsis import subject_sentences
from packbuilder.diagnostics import Span
from packbuilder.model.topic import Topic


def told(synopsis: str, language: str = "en-GB") -> tuple[str, ...]:
    return subject_sentences(Topic(id="t", title="T", span=Span(path="notes.txt", line=1), synopsis=synopsis, language=language))


@pytest.mark.parametrize(
    "sentence",
    [
        "Functions of the family, family diversity, changing roles and power relationships, and demographic change.",
        "Newton's laws, weight, momentum, stopping distances.",
        "The role and powers of the Prime Minister and cabinet; relations with Parliament.",
        "How ownership, production and distribution shape film; the set product is Black Panther (2018), distributed by Disney.",
        "What a network is; topologies, protocols, layers and hardware.",
        "Causes, events and consequences of the Cold War, 1945-1991.",
        "The structure and function of the heart.",
        "Data protection law: the eight principles, rights of individuals, penalties.",
        "This topic covers weathering and erosion.",
    ],
)
def test_what_is_covered_says_nothing_of_the_subject(sentence: str) -> None:
    assert told(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Water evaporates from leaves.",
        "Supply and demand determine price.",
        "Rivers erode, transport and deposit.",
        "Atoms bond with other atoms; metals lose electrons, non-metals gain them.",
        "An electric circuit transfers energy from a source, such as a cell, to components that warm up, light up or move.",
        "The League of Nations failed because it lacked an army, members and unity.",
        "People migrate for work, safety and family.",
        "Light and sound behave as waves.",
        "Blood flows through arteries, veins and capillaries.",
        "Where two streams meet, an eddy may trap driftwood near the estuary.",
        "Wolsey rose, ruled and fell.",
        "The kidneys filter blood, and the liver detoxifies it.",
        "Sound needs a medium: solid, liquid or gas.",
    ],
)
def test_a_sentence_of_the_subject_is_kept(sentence: str) -> None:
    assert told(sentence) == (sentence,)


def test_other_languages_are_not_judged_by_english_verbs() -> None:
    assert told("Les causes, les formes et les effets de la guerre.", "fr") == ("Les causes, les formes et les effets de la guerre.",)
