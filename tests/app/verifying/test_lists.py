"""A centre's list beside a run: none missing, none more, and each as the list says."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click.testing import CliRunner, Result

from packbuilder.app.verifying.lists import list_findings
from packbuilder.app.verifying.report import Verdict
from packbuilder.cli.main import group
from tests.cli.test_print_run_command import NOTES

LIST = "Number,Name,Room,Seat,Edition,Extra time\n0001,Ada Lee,Hall,A1,,25\n0002,Bo Ray,hall,A2,,\n0003,Cy Poe,Gym,A1,standard,\n"


@lru_cache(maxsize=1)
def _made() -> Path:
    folder = Path(mkdtemp())
    path = folder / "list.csv"
    path.write_text(LIST)
    options = ("--candidates", str(path), "--marks", "20", "--edition", "tinted", "--centre", "12345", "--output", str(folder))
    assert CliRunner().invoke(group, ["print-run", NOTES, *options]).exit_code == 0
    return folder / "print-run"


def _verified(tmp_path: Path, text: str) -> tuple[Result, list[str]]:
    path = tmp_path / "now.csv"
    path.write_text(text)
    result = CliRunner().invoke(group, ["verify", str(_made()), "--candidates", str(path), "--json"])
    return result, json.loads(result.stdout)["failures"]


def test_a_list_that_a_run_was_printed_from_agrees_whatever_its_order_and_its_own_edition(tmp_path: Path) -> None:
    head, *rows = LIST.splitlines()
    result, failures = _verified(tmp_path, "\n".join((head, *reversed(rows))))

    assert (result.exit_code, failures) == (0, [])
    assert any("3 candidates as in" in each and "none missing and none more" in each for each in json.loads(result.stdout)["checked"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Ada Lee", "Ida Lee", "candidate 0001: the name is 'Ida Lee', and was 'Ada Lee'"),
        ("0002,Bo Ray", "0004,Bo Ray", "candidate 0004 (Bo Ray) was not in it"),
        ("0003,Cy Poe,Gym,A1,standard,\n", "", "candidate 0003 (Cy Poe) is no longer in the list"),
        ("Gym,A1", "Lab,A1", "the room is 'Lab', and was 'Gym'"),
        (",25\n", ",\n", "the extra time is 0%, and was 25%"),
        ("standard", "large-18", "the edition is 'large-18', and was none"),
        ("0002,", "0001,", "that of line 2 as well"),
    ],
)
def test_what_a_list_says_otherwise_than_the_run_fails(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "now.csv").write_text(LIST.replace(old, new))
    found = list(list_findings((_made(),), tmp_path / "now.csv"))

    assert {each.verdict for each in found} == {Verdict.WRONG}
    assert any(said in each.words for each in found)


def test_a_list_without_a_run_to_compare_it_with_fails(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    paper = _made() / "marking"
    result = CliRunner().invoke(group, ["verify", str(paper), "--candidates", str(tmp_path / "list.csv"), "--json"])

    assert any("there is no print run here" in each for each in json.loads(result.stdout)["failures"])
