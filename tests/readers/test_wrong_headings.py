"""Headings that call wrong what stands under them: whatever else they say, it is not read as advice or as facts."""

from __future__ import annotations

import pytest

from packbuilder.readers.notes import read_notes

HEADS = {
    "en": ("Synopsis", "Key concepts", "Exam tips"),
    "fr": ("Synthèse", "Notions clés", "Conseils"),
    "de": ("Überblick", "Grundbegriffe", "Tipps"),
    "es": ("Resumen", "Conceptos clave", "Consejos"),
    "cy": ("Crynodeb", "Termau allweddol", "Awgrymiadau"),
    "pl": ("Streszczenie", "Kluczowe pojęcia", "Wskazówki"),
    "el": ("Σύνοψη", "Βασικές έννοιες", "Συμβουλές"),
}


def counts(language: str, heading: str) -> tuple[int, int]:
    synopsis, concepts, tips = HEADS[language]
    notes = (
        f"---\ntitle: x\nlanguage: {language}\n---\n{synopsis}\nThis says what it is about.\n{concepts}\n- Acid: what gives hydrogen ions.\n"
        f"{tips}\n- Use a ruler.\n{heading}\n- Plants breathe at night. They do so always.\n- Roots take food up. They take up water.\n"
    )
    topic, _ = read_notes(notes.encode(), "x.md")
    assert topic is not None
    return len(topic.exam_tips), len(topic.misconceptions)


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Wrong ideas that students often write"),
        ("en", "Mistakes we saw last year"),
        ("en", "**Things that go wrong**"),
        ("en", "Common myths about food"),
        ("fr", "Idées fausses à corriger"),
        ("fr", "Idées fausses et erreurs à éviter"),
        ("de", "Fehler aus dem letzten Jahr"),
        ("es", "Errores del año pasado"),
        ("cy", "Camsyniadau a welwyd eleni"),
        ("pl", "Błędy z matury"),
        ("el", "Λάθη των μαθητών"),
    ],
)
def test_what_they_head_is_wrong(language: str, heading: str) -> None:
    assert counts(language, heading) == (1, 2)


@pytest.mark.parametrize("heading", ["Sources of error", "How to avoid common mistakes", "Random errors", "Ways to check"])
def test_what_is_said_about_errors_lists_none(heading: str) -> None:
    assert counts("en", heading)[1] == 0
