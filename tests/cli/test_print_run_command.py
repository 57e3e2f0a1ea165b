"""`packbuilder print-run`, as a centre runs it: from a list to packets, and every mistake before anything is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from packbuilder.app.runs.source import NoPaperError, NotAloneError, TwoMeaningsError
from packbuilder.cli.main import group
from packbuilder.errors import PackbuilderError, UnknownNameError
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


def test_everything_about_a_list_is_told_at_once(place: Path) -> None:
    (place / "list.csv").write_text("Number,Name,Modified paper,Rest breaks\n1,Ann,huge,Y\n2,Bob,,\n")
    result = run()
    assert isinstance(result.exception, PackbuilderError)
    told = [(each.code, each.severity.word) for each in result.exception.diagnostics]  # type: ignore[attr-defined]  # of bad content
    assert told == [("C133", "note"), ("C118", "error")]
    assert result.exception.message.startswith("1 mistake to mend first")


@pytest.mark.parametrize("option", [("--centre", "=1+1"), ("--date", "May " * 75), ("--watermark", "MOCK" * 75), ("--centre", "1" * 21)])
def test_an_option_that_no_cell_may_say_is_refused(place: Path, option: tuple[str, str]) -> None:
    result = run(*option)
    assert isinstance(result.exception, PackbuilderError)
    assert f"{option[0]} cannot be printed" in result.exception.message
    assert not (place / "out").exists()


def test_an_embargo_that_is_over_is_told(place: Path) -> None:
    told = run("--embargo", "2020-05-14T09:00")
    assert told.exit_code == 0
    assert "--embargo: warning[C135]: the embargo is over" in told.stderr


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


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("*," + "a" * 128, ":1: the password of '*' has more than 127 bytes"),
        ("*,long enough\nschemes,half is ½ of it", ":2: the password of 'schemes' holds '½'"),
        ("*,bell\x07bell", ":1: the password of '*' holds '\\x07'"),
        ("*,long enough,owner \u00b2", ":1: the password of '*' holds '²'"),
        ("a" * 200_000, ":1: it cannot be read"),
    ],
)
def test_passwords_with_which_no_reader_opens_a_file_are_told(place: Path, lines: str, told: str) -> None:
    (place / "p.csv").write_text(lines, encoding="utf-8")
    result = run("--password-file", "p.csv")
    assert isinstance(result.exception, PackbuilderError)
    assert told in result.exception.message
    assert not (place / "out").exists()


def test_mistakes_in_a_file_of_passwords_are_told_all_at_once(place: Path) -> None:
    (place / "p.csv").write_text("nobody,long enough\nhall,short\n*,\ngym\n,long enough\nhall,long enough\n")
    result = run("--password-file", "p.csv")
    assert isinstance(result.exception, PackbuilderError)
    told = result.exception.message.splitlines()
    assert [line.split(": ")[0] for line in told] == [f"p.csv:{n}" for n in range(1, 7)]
    assert "'nobody'" in told[0] and "fewer than 8" in told[1] and "'*' has no password" in told[2] and "twice" in told[5]
    assert not (place / "out").exists()


def test_spares_have_files_of_their_own_and_the_lists_count_what_is_there(place: Path) -> None:
    result = run("--files", "each", "--print", "booklet", "--spares", "10", "--json")
    assert result.exit_code == 0, result.output
    facts = json.loads(result.stdout)
    folder = place / "out" / "print-run"
    files = sorted(path.relative_to(folder).as_posix() for path in (folder / "candidates").rglob("*.pdf"))
    assert [name.split("/")[-1] for name in files] == ["0003.pdf", "spare-2.pdf", "0001.pdf", "0002.pdf", "spare-5.pdf"]
    assert facts["paper"] == ["A5"] and facts["pages"] == sum(len(PdfReader(folder / name).pages) for name in files) == 2 * facts["sheets"]
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(folder / "room" / "pick-list.pdf").pages).split())
    assert f"Total 5 {facts['sheets']} {facts['sides']} " in said and "A5, on both sides" in said and "staple" not in said
    assert not (folder / "packets").exists()
    told = CliRunner().invoke(group, ["verify", "out/print-run"])
    assert told.exit_code == 0, told.output


def test_a_locked_run_is_not_printed_again_open(place: Path) -> None:
    assert run("--passwords").exit_code == 0
    result = run()
    assert isinstance(result.exception, PackbuilderError)
    assert "holds another print run" in result.exception.message and "--password-file" in result.exception.hints[0]
    assert PdfReader(place / "out" / "print-run" / "packets" / "hall.pdf").is_encrypted


def test_passwords_that_are_not_known_are_one_finding(place: Path) -> None:
    assert run("--passwords").exit_code == 0
    (place / "out" / "print-run" / "passwords.csv").rename(place / "kept.csv")
    told = CliRunner().invoke(group, ["verify", "out/print-run"])
    failures = [line for line in told.output.splitlines() if line.startswith("FAIL")]
    assert len(failures) == 1 and "cannot be opened: their passwords are not known" in failures[0], told.output
    assert CliRunner().invoke(group, ["verify", "out/print-run", "--password-file", "kept.csv"]).exit_code == 0


def test_passwords_with_accents_and_pounds_open_their_files(place: Path) -> None:
    (place / "p.csv").write_text("*,pa\u0308ss-£-wörd\n", encoding="utf-8")
    assert run("--password-file", "p.csv").exit_code == 0
    assert CliRunner().invoke(group, ["verify", "out/print-run", "--password-file", "p.csv"]).exit_code == 0
    assert PdfReader(place / "out" / "print-run" / "packets" / "hall.pdf", password="päss-£-wörd").pages


def test_words_of_options_that_no_page_can_show_are_told_all_at_once(place: Path) -> None:
    result = run("--title", "مدرسة", "--session", "a\nb", "--date", "14 May")
    assert isinstance(result.exception, PackbuilderError)
    assert "--title cannot be printed: right-to-left" in result.exception.message
    assert "--session cannot be printed: the control character" in result.exception.message
    assert not (place / "out").exists()


def test_rows_of_plain_numbers_are_a_guess_that_is_told_and_can_be_corrected(place: Path) -> None:
    rows = "".join(f"Name {chr(65 + n)},{n + 1:04d},Hall,{n + 1}\n" for n in range(24))
    (place / "list.csv").write_text(f"name,number,room,seat\n{rows}", encoding="utf-8")
    told = run("--versions", "3")
    assert told.exit_code == 0, told.output
    assert "note[C132]: seats in Hall are plain numbers" in told.stderr
    result = run("--versions", "3", "--desks-a-row", "6", "--replace")
    assert result.exit_code == 0, result.output
    assert "C132" not in result.stderr
    copies = json.loads((place / "out" / "print-run" / "manifest.json").read_bytes())["copies"]
    versions = {int(copy["seat"]): copy["version"] for copy in copies}
    assert all(versions[seat] != versions[seat + 6] for seat in range(1, 19))
    assert all(versions[seat] != versions[seat + 1] for seat in range(1, 24) if seat % 6)


def test_rooms_of_plain_numbers_that_are_taken_alike_are_one_note(place: Path) -> None:
    rows = "".join(f"Name {chr(65 + n % 26)}{n},{n + 1:04d},R{n // 12},{n % 12 + 1}\n" for n in range(84))
    (place / "list.csv").write_text(f"name,number,room,seat\n{rows}", encoding="utf-8")
    told = [line for line in run("--versions", "3").stderr.splitlines() if "C132" in line]
    assert len(told) == 1
    assert "seats in R0, R1, R2, R3 and 3 more rooms are plain numbers" in told[0]


def test_the_guess_tells_how_many_desks_are_set_to_a_row_with_the_empty_ones(place: Path) -> None:
    rows = "".join(f"Name {chr(64 + n)},{n:04d},Hall,{n}\n" for n in (1, 2, 3, 10, 11, 12))
    (place / "list.csv").write_text(f"name,number,room,seat\n{rows}", encoding="utf-8")
    assert "they are taken for 5 to a row" in run("--versions", "2").stderr


def test_a_name_and_a_room_of_two_lines_each_stay_above_the_page(place: Path) -> None:
    name = "Featherstonehaugh-Cholmondeley, Maximilian Alexander Bartholomew"
    (place / "list.csv").write_text(f'name,number,centre,room,seat\n"{name}",1,12345,Hall west first floor A and B,A2\n', encoding="utf-8")
    assert run("--print", "booklet", "--files", "both").exit_code == 0
    told = CliRunner().invoke(group, ["verify", "out/print-run"])
    assert told.exit_code == 0, told.output


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
        assert f"{path.relative_to(folder).as_posix()} A4 {len(PdfReader(path).pages)}" in said
    sheets = sum(len(PdfReader(path).pages) // 2 for path in (folder / "packets").iterdir())
    assert f"Total 3 {sheets} " in said


LONG = "Bartholomew Featherstonehaugh-Cholmondeley-Majoribanks Woolfardisworthy of Bartholomew-Magdalen"


def test_names_that_are_too_wide_are_told_with_all_other_mistakes_of_the_list(place: Path) -> None:
    rows = ["number,name,edition,centre", f"0001,{LONG},,61234", "0002,,,61234", f"0003,{LONG},large-99,61234", "0004,Ada,,61234"]
    (place / "list.csv").write_text("\n".join(rows) + "\n")
    assert run("--print", "a3-fold").exception.diagnostics[0].code == "C110"  # type: ignore[union-attr]  # there is room on pages of full size
    result = run("--print", "booklet")
    told = [(each.span.line, each.code) for each in result.exception.diagnostics]  # type: ignore[union-attr]  # of bad content
    assert sorted(told) == [(2, "C114"), (3, "C110"), (4, "C114"), (4, "C118")]
    assert not (place / "out").exists()


@pytest.mark.parametrize("imposition", ["booklet", "a3-fold"])
def test_packets_are_printed_on_sheets_and_counted_so(place: Path, imposition: str) -> None:
    result = run("--print", imposition, "--versions", "2", "--json")
    assert result.exit_code == 0, result.output
    facts = json.loads(result.stdout)
    assert facts["pages"] == 2 * facts["sides"] == 4 * facts["sheets"]
    assert facts["paper"] == ["A4" if imposition == "booklet" else "A3"]
    folder = place / "out" / "print-run"
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(folder / "room" / "pick-list.pdf").pages).split())
    paper = facts["paper"][0]
    assert f"{paper}, on both sides, turned over the short edge" in said
    sheets = sum(len(PdfReader(path).pages) // 2 for path in (folder / "packets").iterdir())
    assert f"Total 3 {sheets} " in said
    if paper == "A3":
        assert f"A3 {facts['sheets']} {facts['sides']} 1" in said and "A3 + A4" in said
    cover = " ".join(PdfReader(folder / "packets" / "hall.pdf").pages[0].extract_text().split())
    assert "fold them in the middle and staple them in the fold" in cover


PROJECT = """
title: Mocks
packs:
  - name: mock
    title: The mock
    topics: [community-engagement-and-needs-assessment]
    paper: {marks: 20, versions: 3, seed: 9, editions: [large-18], print: booklet}
  - name: handouts
    topics: [community-engagement-and-needs-assessment]
    products: [revision_pack]
  - name: community-engagement-and-needs-assessment
    topics: [community-engagement-and-needs-assessment]
"""


@pytest.fixture
def project(place: Path) -> Path:
    (place / "packbuilder.yaml").write_text(PROJECT)
    (place / "sources").mkdir()
    (place / "sources" / Path(NOTES).name).write_bytes(Path(NOTES).read_bytes())
    return place


def of_pack(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["print-run", *arguments, "--candidates", "list.csv", "--output", "out"])


def test_the_paper_of_a_pack_is_printed_with_all_its_settings(project: Path) -> None:
    assert CliRunner().invoke(group, ["build", "mock", "--output", "built"]).exit_code == 0
    built = json.loads((project / "built" / "mock" / "manifest.json").read_bytes())
    result = of_pack("mock")
    assert result.exit_code == 0, result.output
    manifest = json.loads((project / "out" / "print-run" / "manifest.json").read_bytes())
    fingerprints = {form["version"]: form["fingerprint"] for form in built["forms"]}
    assert len(fingerprints) == 3
    assert {form["version"]: form["fingerprint"] for form in manifest["forms"]}.items() <= fingerprints.items()
    assert manifest["title"] == "The mock"
    assert {copy["imposition"] for copy in manifest["copies"]} == {"booklet"}


def test_the_command_line_overrules_a_pack(project: Path) -> None:
    result = of_pack("mock", "--print", "plain", "--marks", "10", "--versions", "1", "--seed", "2", "--title", "Another")
    assert result.exit_code == 0, result.output
    manifest = json.loads((project / "out" / "print-run" / "manifest.json").read_bytes())
    assert (manifest["title"], [form["version"] for form in manifest["forms"]], manifest["forms"][0]["seed"]) == ("Another", ["A"], 2)
    assert {copy["imposition"] for copy in manifest["copies"]} == {""}
    assert manifest["forms"][0]["marks"] == 10


def test_an_edition_that_the_pack_is_not_made_in_is_told_and_printed(project: Path) -> None:
    (project / "list.csv").write_text("number,name,edition\n1,Ada,tinted\n2,Bob,large-18\n")
    result = of_pack("mock")
    assert result.exit_code == 0
    assert "C131" in result.output and "'tinted'" in result.output and "'large-18'" not in result.output


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (("handouts",), NoPaperError, "no paper"),
        (("community-engagement-and-needs-assessment",), TwoMeaningsError, "a pack and of a topic"),
        (("mock", "handouts"), NotAloneError, "'mock' is a pack"),
        (("moch",), UnknownNameError, "no pack, topic, file or folder called 'moch'"),
    ],
)
def test_names_that_mean_no_one_paper_are_told(project: Path, arguments: tuple[str, ...], error: type[PackbuilderError], said: str) -> None:
    result = of_pack(*arguments)
    assert isinstance(result.exception, error)
    assert said in result.exception.message
    if error is UnknownNameError:
        assert result.exception.hints == ("Did you mean mock?",)


def test_a_folder_that_is_called_like_a_pack_is_told(project: Path) -> None:
    (project / "mock").mkdir()
    result = of_pack("mock")
    assert isinstance(result.exception, TwoMeaningsError)
    assert "`./mock`" in result.exception.hints[0]


def test_a_run_has_one_edition_for_those_whose_row_names_none(place: Path) -> None:
    result = run("--edition", "large-18", "--edition", "tinted")
    assert result.exit_code == 2
    assert "one edition" in result.output
