"""Sources from the cache: what has not changed is as if it had been read, and what has is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder import registry as registries
from packbuilder.app.library import Library, load, source_files
from packbuilder.cache import VARIABLE
from packbuilder.markup import flat
from packbuilder.question_types import registry

ROOT = Path(__file__).parents[2]

BANK = """bank: {topic: tides}
stimuli:
- {id: map, title: A map, image: {file: map.png, alt: A bay}}
items:
- {id: one, kind: multiple_choice, stem: Which?, marks: 1, stimulus: map, options: [{text: This, correct: true}, {text: That}, {text: Neither}]}
"""
MISTAKES = """bank: {topic: tides}
items:
- id: one
  kind: multiple_choise
  stem: Which?
- id: two
  kind: short_answer
  stem: "Which?"
  marks: many
  colour: red
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    (tmp_path / "notes").mkdir()
    return tmp_path / "notes"


def read(folder: Path) -> Library:
    return load(source_files(folder), root=folder)


def test_a_library_from_the_cache_is_the_one_that_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [read(ROOT / each) for each in ("sources", "tests/cases")]
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    for _ in range(2):
        assert [read(ROOT / each) for each in ("sources", "tests/cases")] == plain


def test_mistakes_keep_their_places_and_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "bad.bank.yaml").write_text(MISTAKES)
    (folder / "worse.bank.yaml").write_text("bank: {topic: [}\n")
    (folder / "notes.md").write_text("# Tides\n\n## Examiner Marking Points\n- Explain $\\frac{1$ of tides.\n")
    first, again = read(folder).diagnostics, read(folder).diagnostics
    monkeypatch.setenv(VARIABLE, "off")
    assert [each.render() for each in first] == [each.render() for each in again] == [each.render() for each in read(folder).diagnostics]
    assert len(first) > 4


def test_notes_that_have_changed_are_read_again(folder: Path) -> None:
    notes = folder / "notes.md"
    notes.write_text("# Tides\n\n## Examiner Marking Points\n- Explain how the moon causes tides.\n")
    before = read(folder)
    notes.write_text(notes.read_text().replace("moon", "wind"))
    assert "wind" in str(read(folder).bank.items)
    assert "wind" not in str(before.bank.items)


def test_a_picture_that_has_changed_or_gone_is_seen(folder: Path) -> None:
    (folder / "tides.bank.yaml").write_text(BANK)
    (folder / "map.png").write_bytes(_png(1))
    ((_, _, before),) = read(folder).pictures
    (folder / "map.png").write_bytes(_png(2))
    ((_, _, after),) = read(folder).pictures
    assert before != after
    (item,) = read(folder).bank.items
    assert item.stimulus
    assert after in repr(item.stimulus.blocks)
    (folder / "map.png").unlink()
    assert read(folder).pictures == ()
    assert read(folder).diagnostics


def _png(shade: int) -> bytes:
    from io import BytesIO

    from PIL import Image

    target = BytesIO()
    Image.new("L", (40, 40), shade).save(target, "PNG")
    return target.getvalue()


def test_what_other_packages_make_of_questions_is_made_each_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "tides.bank.yaml").write_text(BANK.replace(", stimulus: map", ""))
    full = registry.BUILT_IN
    calls: list[str] = []

    def built(*arguments: object) -> object:
        calls.append("built")
        return full["multiple_choice"](*arguments)  # type: ignore[arg-type]  # what banks hand over

    for module in ("registry", "bank"):
        monkeypatch.setattr(f"packbuilder.question_types.{module}.BUILT_IN", registries.Registry(what="kind", things={}))
    monkeypatch.setattr(
        "packbuilder.question_types.bank.kinds", lambda: registries.Registry(what="kind", things={"multiple_choice": built})
    )
    for _ in range(2):
        assert len(read(folder).bank.items) == 1
    assert len(calls) == 2


NOTES = """---
id: tides
title: Llanw
language: {language}
---
Topic Synopsis
Mae'r môr yn codi ac yn gostwng.
Key Concepts & Core Principles
- Llanw: Codiad a gostyngiad y môr.
Examiner Marking Points
- Disgrifiwch y llanw.
"""
TRUE_OR_FALSE = """bank: {topic: tides}
items:
- {id: one, kind: true_false, statement: Mae'r lleuad yn codi'r môr., marks: 1, answer: true}
"""


@pytest.mark.parametrize(("language", "asked"), [("cy", "Nodwch"), ("fr", "Indiquez"), ("it", "State"), ("en-US", "State")])
def test_a_bank_that_names_no_language_is_in_that_of_its_notes(folder: Path, language: str, asked: str) -> None:
    (folder / "tides.txt").write_text(NOTES.format(language=language))
    (folder / "tides.bank.yaml").write_text(TRUE_OR_FALSE)
    # Twice: once read, once from the cache, which knows the language that the bank was read in.
    for _ in range(2):
        item = next(each for each in read(folder).bank.items if each.id == "tides.one")
        assert item.language == language
        assert flat(item.stem).startswith(asked)
    (folder / "tides.bank.yaml").write_text(TRUE_OR_FALSE.replace("topic: tides", "topic: tides, language: en-GB"))
    assert next(each for each in read(folder).bank.items if each.id == "tides.one").language == "en-GB"


def test_what_was_made_below_the_notes_is_no_notes(folder: Path) -> None:
    (folder / "tides.txt").write_text(NOTES.format(language="en-GB"))
    (folder / "screen-reader.txt").write_text(NOTES.format(language="en-GB").replace("id: tides", "id: screens"))
    made = folder / "output"
    made.mkdir()
    for ending in ("txt", "html"):
        (made / f"paper-A-reader.{ending}").write_text("Practice paper\n\nQuestion 1 [1 mark]\n")
    assert [each.name for each in source_files(folder)] == ["screen-reader.txt", "tides.txt"]
