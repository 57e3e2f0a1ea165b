"""Meanings that marking points tell, on the site: points are notes that students have, so that cards of them tell nothing of a withheld scheme."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packbuilder.app.library import load
from packbuilder.app.site.secrets import LeakError
from tests.site.projects import build, site_files

FACTS = Path(__file__).parent.parent.parent / "cases" / "worksheets" / "facts.md"
PROJECT = """title: Tests
site: {title: The shelf}
packs:
  - name: weather
    topics: [weather]
    products: [revision_pack, practice_paper, mark_scheme, flashcards, anki_deck, knowledge_organiser]
    paper: {marks: 12, versions: 1, seed: 3}
    worksheets: {kinds: [match-up, quiz, cloze], versions: 1}
    release: {papers: now, schemes: never}
"""


def test_what_withheld_schemes_credit_of_meanings_is_what_handouts_are_made_of(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "weather.md").write_text(FACTS.read_text("utf-8"), "utf-8")
    (tmp_path / "packbuilder.yaml").write_text(PROJECT)
    build(tmp_path)
    manifest = json.loads((tmp_path / "output" / "weather" / "manifest.json").read_bytes())
    asked = {part["item"] for form in manifest["forms"] for question in form["questions"] for part in question["parts"]}
    defined = {item.id for item in load((FACTS,), root=FACTS.parent).derived if item.command == "Define"}
    assert len({id_.partition(".")[2] for id_ in asked} & {id_.partition(".")[2] for id_ in defined}) >= 3
    names = {name.rpartition("/")[2] for name in site_files(tmp_path)}
    assert {"flashcards.pdf", "flashcards.apkg", "knowledge-organiser.pdf", "match-up-A.pdf", "quiz-A.pdf", "cloze-A.pdf"} <= names
    assert not {name for name in names if "scheme" in name or "answers" in name}


def test_what_somebody_else_words_stays_a_secret_beside_them(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "weather.md").write_text(FACTS.read_text("utf-8"), "utf-8")
    own = "every line on the chart tells of air that weighs the same"
    (tmp_path / "sources" / "weather.bank.yaml").write_text(
        f"bank: {{topic: weather}}\nitems:\n  - {{id: own, kind: short_answer, stem: Say what the lines on a weather chart tell., marks: 1, points: [{{text: {own}}}]}}\n"
    )
    (tmp_path / "packbuilder.yaml").write_text(PROJECT.replace("marks: 12", "marks: 22"))
    build(tmp_path)
    assert "weather.own" in (tmp_path / "output" / "weather" / "manifest.json").read_text()
    (tmp_path / "output" / "site" / "hint.txt").write_text(own, "utf-8")
    with pytest.raises(LeakError, match=r"hint\.txt"):
        build(tmp_path)
