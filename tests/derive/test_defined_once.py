"""A point that asks for a term's meaning in another language, and the question on that term: no form has both."""

from __future__ import annotations

import pytest

from packbuilder.derive.definitions import concept_key
from packbuilder.derive.marking_points.overlaps import also_tested
from packbuilder.diagnostics import Span
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import KeyConcept, Topic

SPAN = Span(path="notes.md", line=1)


def asks(language: str, term: str, stem: str, command: str) -> bool:
    concept = KeyConcept(term=term, definition="ein sehr langer Satz, der sagt, was es ist", span=SPAN)
    topic = Topic(id="t", title="T", span=SPAN, concepts=(concept,), language=language)
    return concept_key(topic, concept) in set(also_tested(topic, stem, PointsScheme(), command=command))


@pytest.mark.parametrize(
    ("language", "term", "stem", "command"),
    [
        ("fr", "Producteur primaire", "Définissez le terme « producteur primaire ».", "Define"),
        ("fr", "Stomate", "Définissez un stomate.", "Define"),
        ("fr", "Stomate", "Donnez la définition du mot stomate.", "Give"),
        ("de", "Leistung", "Definieren Sie den Begriff Leistung.", "Define"),
        ("de", "Leistung", "Erklären Sie den Begriff „Leistung“.", "Explain"),
        ("cy", "Gorlifdir", "Diffiniwch y term gorlifdir.", "Define"),
        ("pl", "Rybosom", "Zdefiniuj pojęcie rybosom.", "Define"),
        ("es", "Gremio", "Defina el concepto de gremio.", "Define"),
        ("el", "Όσμωση", "Να ορίσετε τον όρο «όσμωση».", "Define"),
    ],
)
def test_what_asks_for_a_meaning_tests_it(language: str, term: str, stem: str, command: str) -> None:
    assert asks(language, term, stem, command)


@pytest.mark.parametrize(
    ("language", "term", "stem", "command"),
    [
        ("fr", "Stomate", "Décrivez le rôle des stomates.", "Describe"),
        ("fr", "Stomate", "Expliquez comment un stomate s’ouvre.", "Explain"),
        ("de", "Leistung", "Berechnen Sie die Leistung.", "Calculate"),
        ("de", "Leistung", "Vergleichen Sie die Begriffe Leistung und Energie.", "Compare"),
        ("pl", "Rybosom", "Opisz rybosom.", "Describe"),
    ],
)
def test_what_asks_for_something_else_does_not(language: str, term: str, stem: str, command: str) -> None:
    assert not asks(language, term, stem, command)
