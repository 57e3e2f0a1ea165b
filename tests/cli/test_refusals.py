"""What a command line asks and cannot have: one message with a remedy, to people and to programs, and no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_whole_way import run

NOTES = "# Tides\n\n## Synopsis\nWhy the sea rises and falls.\n\n## Examiner Marking Points\n- Explain how the moon causes tides.\n- State two effects of tides.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tides.md").write_text(NOTES, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--kind", "numeric"), "Tides can give no numeric question"),
        (("--kind", "matching", "--kind", "cloze", "--versions", "2"), "Tides can give no matching or cloze question"),
        (("--title", "اختبار"), "--title: error[T101]: right-to-left writing"),
        (("--title", "生物"), "--title: error[T101]: no font can show"),
        (("--marks", "25", "--quota", "objective AO2: 10%"), "2 marks are 8%, 3 are 12%: write 8-12%"),
        (("-o", ""), "the folder's name is empty"),
        (("--marks", "twenty"), "'twenty' is not a valid whole number"),
        (("--marks", "999"), "999 is not in the range 1 to 300"),
        (("—marks", "20"), "Options begin with two plain hyphens: --marks."),
    ],
)
def test_what_cannot_be_had_is_told_in_words(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run("paper", "tides.md", *arguments, cwd=folder)
    assert done.returncode in (1, 2)
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["tides.md"]


def test_notes_in_the_place_of_a_kind_of_worksheet_are_told(folder: Path) -> None:
    done = run("worksheet", "tides.md", cwd=folder)
    assert done.returncode == 2
    assert "Name a kind of worksheet before 'tides.md'" in done.stderr
    assert "Did you mean crossword?" in run("worksheet", "crosword", "tides.md", cwd=folder).stderr


def test_help_is_no_command_and_says_where_it_is(folder: Path) -> None:
    assert "`packbuilder paper --help`" in run("help", cwd=folder).stderr


def test_a_command_without_notes_says_that_it_wants_some(folder: Path) -> None:
    assert "Say which: a notes file or a folder of them" in run("paper", cwd=folder).stderr


def test_a_share_that_whole_marks_can_be_is_no_mistake(folder: Path) -> None:
    done = run("blueprint", "check", "tides.md", "--marks", "5", "--quota", "objective AO1: 20-100%", cwd=folder)
    assert "no whole number of marks" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes")
def test_a_name_that_is_no_text_is_refused(folder: Path) -> None:
    name = os.fsdecode(b"tides\xff.md")
    (folder / name).write_text(NOTES, encoding="utf-8")
    for command in ("check", "pack"):
        done = run(command, name, cwd=folder)
        assert done.returncode == 1
        assert "is not text in UTF-8" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_output_that_takes_no_more_is_told(folder: Path) -> None:

    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "packbuilder", "questions", "tides.md"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
        done = subprocess.run(command, cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert "standard output cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("paper", "nothing.txt"), ("paper", "tides.md", "--marks", "300"), ("build",)])
def test_programs_are_told_of_a_failure_too(folder: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--json", cwd=folder)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["error"] in done.stderr


def test_programs_are_told_of_a_command_line_that_cannot_be_read(folder: Path) -> None:
    done = run("paper", "tides.md", "--marks", "999", "--json", cwd=folder)
    assert done.returncode == 2
    assert "999 is not in the range" in json.loads(done.stdout)["error"]


def test_an_empty_name_is_not_the_whole_folder(folder: Path) -> None:
    done = run("questions", "", cwd=folder)
    assert done.returncode == 2
    assert "a name is empty" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="a shell's >&-")
def test_a_standard_output_that_is_closed_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m packbuilder questions tides.md >&-"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    done = subprocess.run(["/bin/sh", "-c", command], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_topics_of_banks_without_notes_are_listed(tmp_path: Path) -> None:
    bank = "bank: {topic: metals}\nitems:\n- {id: a, kind: short_answer, stem: Name a metal., points: [{text: iron}]}\n"
    (tmp_path / "m.bank.yaml").write_text(bank)
    (told,) = json.loads(run("topics", ".", "--json", cwd=tmp_path).stdout)
    assert (told["topic"], told["questions"], told["marks"]) == ("metals", 1, 1)


def test_a_clash_that_stands_in_the_table_is_told_once(folder: Path) -> None:
    done = run("blueprint", "check", "tides.md", "--kind", "numeric", "--json", cwd=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)["clash"]


def test_blueprints_are_listed_to_programs(folder: Path) -> None:
    listed = json.loads(run("blueprint", "list", "--json", cwd=folder).stdout)
    assert {"name", "marks", "minutes", "quotas"} == listed[0].keys()


def test_a_day_that_is_none_is_told_in_words(folder: Path) -> None:
    done = run("worksheet", "cloze", "tides.md", "--on", "20/11/2026", cwd=folder)
    assert done.returncode == 2
    assert "'20/11/2026' is no date such as 2026-11-20" in done.stderr


def test_an_empty_bank_gives_no_pack(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "x.bank.yaml").write_text("bank: {topic: tides}\nitems: []\n")
    done = run("pack", "empty", "-o", "out", cwd=folder)
    assert done.returncode == 1
    assert "no revision pack can be made" in done.stderr
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    ("project", "told"),
    [
        ("packs: []\n", "`packs` is empty: there is nothing to build"),
        ("packs:\n  - {name: a, topics: [tides], products: []}\n", "`products` is empty: it asks for nothing"),
        ("packs:\n  - {name: a, topics: [tides], editions: [large-18]}\n", "It stands under `paper:` or `handout:`."),
        ("packs:\n  - {name: a, topics: [tides], marks: 20}\n", "It stands under `paper:`."),
        ("packs:\n  - {name: a, topics: [tides], paper: {tolerance: 0.1}}\n", "write one in blueprints/"),
        ("packs:\n  - {name: a, topics: [tides], paper: {colour: red}}\n", "minutes, layout."),
        ("packs:\n  - {Name: a, topics: [tides]}\n", "Did you mean name?"),
    ],
)
def test_keys_are_sent_to_their_places(folder: Path, project: str, told: str) -> None:
    (folder / "packbuilder.yaml").write_text(project)
    done = run("build", cwd=folder)
    assert done.returncode == 1
    assert told in done.stderr
    assert done.stderr.count(told) == 1


def test_a_colon_in_a_title_is_told_in_words(folder: Path) -> None:
    (folder / "tides.md").write_text(f"---\ntitle: Tides: the moon\n---\n{NOTES}", encoding="utf-8")
    done = run("check", "tides.md", cwd=folder)
    assert 'Write title: "Tides: the moon"' in done.stdout


def test_orders_in_one_folder_know_each_other(folder: Path) -> None:
    assert run("paper", "tides.md", "--marks", "4", cwd=folder).returncode == 0
    assert run("pack", "tides.md", cwd=folder).returncode == 0
    assert run("coverage", "output", "--notes", "tides.md", cwd=folder).returncode == 0
    assert "all 3 files are those of the manifest" in run("verify", "output", cwd=folder).stdout
