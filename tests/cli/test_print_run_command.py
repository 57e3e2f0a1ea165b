"""`packbuilder print-run`, as a centre runs it: from a list to packets, and every mistake before anything is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from packbuilder.cli.main import group
from packbuilder.errors import PackbuilderError
from tests.products.test_products import ROOT

NOTES = str(ROOT / "sources" / "community-development" / "community-engagement-and-needs-assessment.txt")
LIST = "Candidate number;Name;Centre;Room;Seat\n0001;Ada Lovelace;61234;Hall;A1\n0002;Siân Ŵyn-Jones;61234;Hall;A2\n0003;José Müller;61234;Gym;A1\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8-sig")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["print-run", NOTES, "--candidates", "list.csv", "--marks", "20", "--output", "out", *arguments])


def test_from_a_list_to_packets_and_papers_for_the_room(place: Path) -> None:
    result = run("--versions", "2", "--spares", "10", "--watermark", "MOCK", "--embargo", "2027-05-14T09:00", "--json")
    assert result.exit_code == 0, result.output
    facts = json.loads(result.stdout)
    assert (facts["candidates"], facts["spares"], facts["packets"]) == (3, 2, 2)
    folder = place / "out" / "print-run"
    assert {path.name for path in (folder / "packets").iterdir()} == {"hall.pdf", "gym.pdf"}
    assert (folder / "room" / "attendance-register.pdf").is_file()
    versions = {copy.get("candidate"): copy["version"] for copy in json.loads((folder / "manifest.json").read_bytes())["copies"]}
    assert versions["0001"] != versions["0002"]


def test_mistakes_in_the_list_stop_it_before_anything_is_printed(place: Path) -> None:
    (place / "list.csv").write_text("number,name\n0001,Ada\n0001,Ada\n0002,\n0003,=HYPERLINK(1)\n")
    result = run()
    assert isinstance(result.exception, PackbuilderError)
    lines = {each.span.line for each in result.exception.diagnostics}  # type: ignore[attr-defined]  # of bad content
    assert lines == {3, 4, 5}
    assert not (place / "out").exists()


@pytest.mark.parametrize("option", [("--embargo", "soon"), ("--executor", "cloud"), ("--start", "noonish")])
def test_an_option_that_says_nothing_is_told(place: Path, option: tuple[str, str]) -> None:
    result = run(*option)
    assert isinstance(result.exception, PackbuilderError)
    assert option[1] in result.exception.message


def test_passwords_come_from_one_place(place: Path) -> None:
    (place / "p.csv").write_text("*,short\n")
    result = run("--password-file", "p.csv")
    assert isinstance(result.exception, PackbuilderError)
    assert "fewer than 8" in result.exception.message
    assert run("--passwords", "--password-file", "p.csv").exit_code == 2


def test_a_password_for_what_the_run_does_not_have_leaves_no_file_open(place: Path) -> None:
    (place / "p.csv").write_text("hall-9,long enough\n")
    result = run("--password-file", "p.csv")
    assert isinstance(result.exception, PackbuilderError)
    assert "'hall-9'" in result.exception.message
    assert "hall, gym" in result.exception.hints[0] or "gym, hall" in result.exception.hints[0]
    assert not (place / "out").exists()


def test_what_stays_without_a_password_is_said(place: Path) -> None:
    (place / "p.csv").write_text("hall,long enough\n")
    result = run("--password-file", "p.csv")
    assert result.exit_code == 0, result.output
    assert "WITHOUT a password: marking/mark-scheme-A.pdf" in result.output and "packets/gym.pdf" in result.output
    assert "8 files in room/" in result.output
    reader = PdfReader(place / "out" / "print-run" / "packets" / "hall.pdf")
    assert reader.is_encrypted
    assert reader.trailer["/Encrypt"]["/P"] & 0xFFFFF0C0 == 0xFFFFF0C0


def test_a_copy_with_a_name_states_nobody_elses_extra_time(place: Path) -> None:
    assert run().exit_code == 0
    cover = PdfReader(place / "out" / "print-run" / "packets" / "gym.pdf").pages[2].extract_text()
    assert "as the invigilator tells you" in " ".join(cover.split())
    assert "25%" not in cover


def test_the_pick_list_has_a_line_for_every_other_file_and_counts_the_packets_whole(place: Path) -> None:
    assert run().exit_code == 0
    folder = place / "out" / "print-run"
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(folder / "room" / "pick-list.pdf").pages).split())
    for path in (*(folder / "marking").iterdir(), folder / "room" / "seating-plan.pdf"):
        assert f"{path.relative_to(folder).as_posix()} {len(PdfReader(path).pages)}" in said
    sheets = sum(len(PdfReader(path).pages) // 2 for path in (folder / "packets").iterdir())
    assert f"Total 3 {sheets} " in said
