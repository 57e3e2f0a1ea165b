"""`packbuilder worksheet` as a tutor types it: lists, one kind, a kind misspelt, nothing at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from packbuilder.cli.worksheet import command
from packbuilder.errors import PackbuilderError
from packbuilder.products.worksheets.registry import KINDS

NOTES = Path(__file__).parent.parent / "cases" / "worksheets" / "tides.txt"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.output


def test_the_list_has_a_line_for_every_kind() -> None:
    lines = run("--list").splitlines()
    assert [line.split()[0] for line in lines] == [kind.name for kind in KINDS]


def test_with_notes_the_list_tells_what_they_give_of_each() -> None:
    given = {each["kind"]: each["tasks"] for each in json.loads(run("--list", str(NOTES), "--json"))}
    assert given["cloze"] == 10
    assert given["crossword"] >= 12
    assert all(given.values())


def test_one_kind_makes_a_sheet_and_its_answers(tmp_path: Path) -> None:
    run("cloze", str(NOTES), "--output", str(tmp_path), "--no-word-bank", "--items", "5")
    assert {file.name for file in tmp_path.iterdir()} == {"cloze-A.pdf", "cloze-A-answers.pdf", "manifest.json"}


def test_a_kind_that_is_misspelt_names_its_neighbour(tmp_path: Path) -> None:
    with pytest.raises(PackbuilderError, match="no kind of worksheet called 'cloz'"):
        run("cloz", str(NOTES), "--output", str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_no_kind_is_told_how_to_see_them() -> None:
    with pytest.raises(Exception, match="--list"):
        run()


def test_all_makes_what_can_be_made_and_says_why_the_rest_is_not(tmp_path: Path) -> None:
    notes = tmp_path / "none.txt"
    notes.write_text(
        "Topic Synopsis\nA student first chooses a place, then collects sources, and finally writes a report.\n\n"
        "Examiner Marking Points\n- Award credit for describing two sources used in the study.\n",
        "utf-8",
    )
    told = run("all", str(notes), "--output", str(tmp_path / "out"))
    assert (tmp_path / "out" / "sequencing-A.pdf").exists()
    assert "not made: the worksheet 'cloze' needs at least 3 sentences" in told
    assert told.count("not made:") == len(KINDS) - len(list((tmp_path / "out").glob("*-A.pdf")))
    (pack,) = json.loads(run("all", str(notes), "--output", str(tmp_path / "out"), "--json"))
    assert len(pack["left_out"]) == told.count("not made:")
    assert not json.loads(run("sequencing", str(notes), "--output", str(tmp_path / "one"), "--json"))[0]["left_out"]
