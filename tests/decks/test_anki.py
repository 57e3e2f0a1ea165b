"""Anki decks, opened as Anki opens them: a database in an archive."""

from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.app.cards import deck_date
from packbuilder.decks.anki import guid, to_apkg, to_html
from packbuilder.diagnostics import Span
from packbuilder.markup import rich
from packbuilder.model.card import Card
from packbuilder.text import Run

CREATED = 1_750_000_000


def card(term: str, meaning: str, topic: str = "acids", path: str = "n.txt") -> Card:
    return Card(
        id=f"{topic}.term-{term}",
        topic=topic,
        title=topic.title(),
        kind="term",
        front=rich(term),
        back=rich(meaning),
        span=Span(path=path, line=1),
    )


CARDS = (card("alkali", "A *soluble* base."), card("acid", "Gives \\ce{H+} in water, $a < b$."), card("cell", "Life & more.", "cells"))


def opened(data: bytes, place: Path) -> sqlite3.Connection:
    with ZipFile(BytesIO(data)) as archive:
        archive.extract("collection.anki2", place)
    return sqlite3.connect(place / "collection.anki2")


def notes(data: bytes, place: Path) -> dict[str, tuple[str, int, str]]:
    """Each note's fields, date and tags by its guid."""
    with opened(data, place) as base:
        return {name: (fields, mod, tags) for name, fields, mod, tags in base.execute("select guid, flds, mod, tags from notes")}


def test_every_card_is_a_note_with_one_card_in_the_subdeck_of_its_topic(tmp_path: Path) -> None:
    data = to_apkg(CARDS, title="Science: all", created=CREATED)
    with opened(data, tmp_path) as base:
        decks = {int(number): deck["name"] for number, deck in json.loads(base.execute("select decks from col").fetchone()[0]).items()}
        placed = [decks[did] for (did,) in base.execute("select did from cards order by id")]
        assert base.execute("select count(*) from notes").fetchone() == (3,)
    assert placed == ["Science: all::Acids", "Science: all::Acids", "Science: all::Cells"]
    assert {tags.split()[0] for _, _, tags in notes(data, tmp_path).values()} == {"acids", "cells"}


def test_one_topic_is_one_deck_and_colons_make_no_level(tmp_path: Path) -> None:
    one = replace(CARDS[0], title="Acids::bases")
    with opened(to_apkg((one,), title="T", created=CREATED), tmp_path) as base:
        decks = json.loads(base.execute("select decks from col").fetchone()[0])
    assert "Acids: bases" in {deck["name"] for deck in decks.values()}


def test_a_note_keeps_its_guid_when_its_meaning_is_corrected_and_others_come_before_it(tmp_path: Path) -> None:
    first = notes(to_apkg(CARDS, title="T", created=CREATED), tmp_path)
    mended = (card("base", "Neutralises acids."), replace(CARDS[0], back=rich("A base that dissolves.")), *CARDS[1:])
    second = notes(to_apkg(mended, title="Another title", created=CREATED + 60), tmp_path)
    assert first.keys() < second.keys() and len(second) == 4
    fields, date, _ = second[guid(CARDS[0])]
    assert "A base that dissolves." in fields
    # Anki updates a note that it has only from one of a later date.
    assert date > first[guid(CARDS[0])][1]


def test_the_kind_of_note_and_the_decks_have_the_same_numbers_in_every_file(tmp_path: Path) -> None:
    found = []
    for cards in (CARDS, CARDS[::-1][:2]):
        with opened(to_apkg(cards, title="T", created=CREATED), tmp_path) as base:
            models, decks = base.execute("select models, decks from col").fetchone()
            by_name = {deck["name"]: number for number, deck in json.loads(decks).items()}
            found.append((set(json.loads(models)), by_name["T::Cells"], by_name["T::Acids"]))
    assert found[0] == found[1]


def test_same_cards_same_bytes() -> None:
    assert to_apkg(CARDS, title="T", created=CREATED) == to_apkg(CARDS, title="T", created=CREATED)


def test_formulas_are_ankis_and_words_are_html() -> None:
    assert to_html(CARDS[0].back) == "A <i>soluble</i> base."
    assert to_html(CARDS[1].back) == r"Gives \(\ce{H+}\) in water, \(a &lt; b\)."
    assert to_html(rich("H<sub>2</sub>O in **bold** and [eau]{lang=fr}")) == 'H<sub>2</sub>O in <b>bold</b> and <span lang="fr">eau</span>'


@given(st.text(alphabet="[]{}\\<>&()$*:abc", max_size=40))
def test_no_words_of_notes_are_read_as_ankis_own(words: str) -> None:
    html = to_html((Run(text=words),))
    assert not any(sign in html for sign in ("[sound:", "[latex", "{{", "\\(", "\\[", "<"))


def test_a_deck_is_dated_by_the_newest_of_its_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name, date in (("old.txt", 1_600_000_000), ("new.txt", 1_700_000_000)):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (date, date))
    cards = tuple(card("x", "An x.", path=str(tmp_path / name)) for name in ("old.txt", "new.txt"))
    assert deck_date(cards[:1]) == 1_600_000_000
    assert deck_date(cards) == 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "123")
    assert deck_date(cards) == 123
