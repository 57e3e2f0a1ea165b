"""Codes of versions: A to ZZ, and what is more is refused wherever it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from packbuilder.cli.main import group
from packbuilder.model.versions import MOST_VERSIONS, code_order, version_code
from packbuilder.readers.blueprints import read_blueprint
from packbuilder.readers.project import read_project

CODES = [version_code(index) for index in range(MOST_VERSIONS)]


def test_codes_go_on_after_z_and_end_with_zz() -> None:
    assert CODES[:2] == ["A", "B"]
    assert CODES[25:28] == ["Z", "AA", "AB"]
    assert CODES[-1] == "ZZ"
    assert len(set(CODES)) == MOST_VERSIONS


def test_codes_are_sorted_as_they_were_given() -> None:
    assert sorted(set(CODES), key=code_order) == CODES


def test_a_blueprint_of_too_many_versions_is_an_error_at_its_place() -> None:
    _, found = read_blueprint(b"marks: 10\nversions: 703\n", "b.yaml")
    (mistake,) = found
    assert (mistake.span.line, mistake.span.column) == (2, 11)
    assert "from 1 to 702" in mistake.message
    assert read_blueprint(b"marks: 10\nversions: 702\n", "b.yaml")[1] == ()


@pytest.mark.parametrize("where", ["paper", "worksheets"])
def test_a_pack_of_too_many_versions_is_an_error_at_its_place(where: str) -> None:
    settings = {"paper": "{versions: 703}", "worksheets": "{kinds: [cloze], versions: 703}"}[where]
    _, found = read_project(f"packs:\n  - name: one\n    topics: [soils]\n    {where}: {settings}\n".encode(), "p.yaml")
    (mistake,) = found
    assert mistake.span.line == 4
    assert "from 1 to 702" in mistake.message


@pytest.mark.parametrize("command", [["paper"], ["worksheet"], ["print-run", "--candidates", "list.csv"]])
def test_a_command_line_with_too_many_versions_is_refused(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("number\n1\n")
    done = CliRunner().invoke(group, [*command, "--versions", "703"])
    assert done.exit_code == 2
    assert "703 is not in the range 1 to 702" in done.output
