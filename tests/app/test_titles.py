"""Titles that nobody gave: which letters stay, which topics are named, and in whose words."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.library import load
from packbuilder.app.packs import left_out_of, pack_document, printed_of
from packbuilder.app.titles import default_title
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.pack import PackWishes
from packbuilder.model.topic import Topic
from packbuilder.walks import headings_of

BANK = """bank:
  topic: volcanoes
  title: Volcanoes and earthquakes
items:
  - {id: v1, kind: true_false, statement: Shield volcanoes have steep sides., answer: false, why: Runny lava flows far., marks: 2, objective: AO1, difficulty: 2}
"""
NOTES = "# Surds\nKey concepts\n- Surd: a root that is no rational number\n\nMarking points\n- Explain why the root of two is irrational.\n"


def bank_of(*titles: str, languages: tuple[str, ...] = ()) -> ItemBank:
    spoken = languages or ("en-GB",) * len(titles)
    span = Span(path="notes.md", line=1, column=1)
    return ItemBank(
        topics=tuple(
            Topic(id=f"t{number}", title=title, language=language, span=span)
            for number, (title, language) in enumerate(zip(titles, spoken, strict=True))
        )
    )


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("THE COLD WAR 1945-1949", "THE COLD WAR 1945-1949"),
        ("DNA and genes", "DNA and genes"),
        ("USSR under Stalin", "USSR under Stalin"),
        ("Hitler's rise to power", "Hitler's rise to power"),
        ("French Revolution", "French Revolution"),
        ("Macbeth: ambition", "Macbeth: ambition"),
        ("An Inspector Calls", "An Inspector Calls"),
        ("pH and acids", "pH and acids"),
        ("Coasts: landforms", "coasts: landforms"),
        ("Volcanoes and earthquakes", "volcanoes and earthquakes"),
    ],
)
def test_a_second_title_begins_small_only_where_it_is_surely_no_name(title: str, within: str) -> None:
    assert default_title(bank_of("Weather", title)) == f"Weather and {within}"


def test_no_word_of_one_language_joins_titles_of_two() -> None:
    assert default_title(bank_of("La Révolution", "Das Klima", languages=("fr", "de"))) == "La Révolution · Das Klima"
    assert default_title(bank_of("Die Wellen", "Das Klima", languages=("de", "de"))) == "Die Wellen · Das Klima"


def test_many_topics_are_counted_in_the_words_of_the_first() -> None:
    assert "3" in (title := default_title(bank_of("La Révolution", "Das Klima", "La guerra", languages=("fr", "de", "es"))))
    assert "Mixed" not in title


def both(folder: Path, *, notes: bool) -> ItemBank:
    (folder / "volcanoes.bank.yaml").write_text(BANK, encoding="utf-8")
    (folder / "surds.md").write_text(NOTES, encoding="utf-8")
    files = [folder / "volcanoes.bank.yaml", *([folder / "surds.md"] if notes else [])]
    return load(files, root=folder).bank


def test_topics_that_only_a_bank_has_are_named(tmp_path: Path) -> None:
    assert default_title(both(tmp_path, notes=True)) == "Surds and volcanoes and earthquakes"
    assert default_title(both(tmp_path, notes=False)) == "Volcanoes and earthquakes"


def test_a_pack_has_a_chapter_for_a_topic_without_notes(tmp_path: Path) -> None:
    bank = both(tmp_path, notes=True)
    chapters = [flat(each.text) for each in headings_of(pack_document(bank, title="T").blocks) if each.level == 1 and each.listed]
    assert chapters[:2] == ["Surds", "Volcanoes and earthquakes"]
    assert not tuple(left_out_of(bank, PackWishes()))


def test_a_plain_pack_says_that_it_has_none(tmp_path: Path) -> None:
    bank, wishes = both(tmp_path, notes=True), PackWishes(variant="plain")
    assert [flat(each.text) for each in headings_of(pack_document(bank, title="T", wishes=wishes).blocks) if each.level == 1][1:] == [
        "Surds"
    ]
    assert tuple(left_out_of(bank, wishes)) == (
        "a chapter on 'Volcanoes and earthquakes', which has no notes: a plain pack has no questions",
    )
    assert default_title(printed_of(bank, wishes)) == "Surds"
