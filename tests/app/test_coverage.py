"""Coverage of papers made from banks alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packbuilder.app.coverage import NoPapersError, coverage, unused_items, used_items
from packbuilder.app.library import load
from tests.app.banks import library


def made(folder: Path, *items: str, topics: tuple[str, ...] = ()) -> Path:
    """Write the manifest of a paper that holds these items."""
    parts = [{"item": item} for item in items]
    value = {"pack": "mock", "topics": list(topics), "forms": [{"version": "A", "questions": [{"parts": parts}]}]}
    (folder / "manifest.json").write_text(json.dumps(value | {"files": {}}))
    return folder


@pytest.mark.parametrize("topics", [(), ("rivers",)])
def test_points_of_a_banks_questions_are_reported_though_there_are_no_notes(topics: tuple[str, ...], tmp_path: Path) -> None:
    rows = coverage(library(tmp_path), (made(tmp_path, "rivers.q1", "rivers.m2", topics=topics),))
    assert {row.text for row in rows if row.papers == ("mock A",)} == {"feature 1 is there", "Which is landform 2?"}
    assert len(rows) == 8 and all(row.topic == "rivers" for row in rows)


def test_questions_of_a_bank_that_no_paper_holds_are_listed(tmp_path: Path) -> None:
    unused = unused_items(library(tmp_path), (made(tmp_path, "rivers.q1", "rivers.m2"),))
    assert {item.id for item in unused} == {f"rivers.{kind}{n}" for kind in "qm" for n in range(4)} - {"rivers.q1", "rivers.m2"}


def test_a_manifest_without_questions_is_no_paper(tmp_path: Path) -> None:
    with pytest.raises(NoPapersError):
        coverage(library(tmp_path), (made(tmp_path),))


def test_a_question_in_the_place_of_a_derived_one_tests_its_marking_point(tmp_path: Path) -> None:
    notes = "Examiner Marking Points\n- Explain how a waterfall is formed by erosion of soft rock.\n"
    (tmp_path / "falls.txt").write_text(notes)
    (derived,) = (item for item in load((tmp_path / "falls.txt",), root=tmp_path).derived if ".p-" in item.id)
    own = (
        f"  - {{id: own, kind: short_answer, stem: Explain waterfalls., marks: 1, points: [{{text: soft rock}}], replaces: {derived.id}}}\n"
    )
    (tmp_path / "falls.bank.yaml").write_text("bank: {topic: falls}\nitems:\n" + own)
    both = load((tmp_path / "falls.txt", tmp_path / "falls.bank.yaml"), root=tmp_path)
    (row,) = coverage(both, (made(tmp_path, "falls.own"),))
    assert (row.text, row.papers) == ("Explain how a waterfall is formed by erosion of soft rock.", ("mock A",))


def test_a_print_run_in_the_folder_holds_papers_too(tmp_path: Path) -> None:
    run = tmp_path / "print-run"
    run.mkdir()
    made(run, "rivers.q1", topics=("rivers",))
    value = json.loads((run / "manifest.json").read_text())
    del value["pack"]
    (run / "manifest.json").write_text(json.dumps(value | {"product": "print-run", "title": "Rivers"}))
    rows = coverage(library(tmp_path), (made(tmp_path, "rivers.m2"),))
    assert {row.papers for row in rows if row.papers} == {("mock A",), ("print run “Rivers” A",)}
    assert used_items((tmp_path,)) == {"rivers.q1", "rivers.m2"}
