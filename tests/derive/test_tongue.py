"""Marking points in other languages: known by their words, and never read by the grammar of English."""

from __future__ import annotations

import pytest

from packbuilder.derive import derive
from packbuilder.derive.marking_points import tongue_of
from packbuilder.derive.marking_points.tongue import IN_ENGLISH
from packbuilder.diagnostics import Span, lines_named
from packbuilder.model.topic import MarkingPoint, Topic

SPAN = Span(path="notes.txt", line=3)


def topic(*points: str, language: str = "en-GB") -> Topic:
    return Topic(id="t", title="T", span=SPAN, language=language, marking_points=tuple(MarkingPoint(text=p, span=SPAN) for p in points))


@pytest.mark.parametrize(
    ("language", "points"),
    [
        ("French", ("Expliquer les causes de la Révolution", "Analyse des conséquences de la guerre")),
        ("German", ("Analyse des Gedichts und der Sprache", "Erklären, warum die Republik scheiterte")),
        ("Spanish", ("Describe las causas de la Guerra Civil", "Compara los dos bandos")),
        ("Welsh", ("Disgrifiwch sut mae afon yn erydu", "Esboniwch pam mae llifogydd yn digwydd")),
        ("another language", ("Magyarázza meg a fotoszintézis folyamatát és jelentőségét", "Ismertesse az ókori Athén demokráciájának működését",
                              "Hasonlítsa össze a mitózist és a meiózist példákkal együtt")),
    ],
)  # fmt: skip
def test_a_language_is_known_by_its_words(language: str, points: tuple[str, ...]) -> None:
    assert tongue_of(topic(*points)).name == language
    assert not derive(topic(*points)).items


@pytest.mark.parametrize("tag", ["en-GB", "fr", "cy"])
def test_english_points_are_asked_whatever_the_notes_name(tag: str) -> None:
    made = derive(topic("Explain how the perfect tense is formed with avoir", "Describe the use of ‘le’, ‘la’ and ‘les’", language=tag))
    assert len(made.items) == 2


def test_the_language_that_the_notes_name_decides_where_words_tell_nothing() -> None:
    assert tongue_of(topic("Erosionsformen", language="de")).said == "de"
    assert tongue_of(topic("Erosionsformen")) == IN_ENGLISH


def test_one_point_in_another_language_among_english_ones_is_left_out() -> None:
    made = derive(topic("Explain the difference between ser and estar", "Traduire le texte dans la langue de la classe"))
    assert len(made.items) == 1
    assert [each.rule for each in made.omissions] == ["L"]


@pytest.mark.parametrize(
    ("numbers", "named"),
    [((3,), "line 3"), ((3, 4), "lines 3 and 4"), ((5, 3, 4), "lines 3 to 5"), ((1, 3, 5, 6, 7, 9, 10), "lines 1, 3, 5 to 7, 9 and 10")],
)
def test_lines_are_named_in_one_message(numbers: tuple[int, ...], named: str) -> None:
    assert lines_named(numbers) == named
