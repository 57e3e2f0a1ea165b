"""The whole way through, as a user goes it: commands in a folder, files at the end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import require

ROOT = Path(__file__).parent.parent.parent
NOTES = ROOT / "tests" / "cases" / "notes" / "clean.txt"


def run(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    command = [sys.executable, "-m", "packbuilder", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def paper(folder: Path, *more: str, **env: str) -> subprocess.CompletedProcess[str]:
    return run("paper", str(NOTES), "--marks", "20", "--versions", "2", "--seed", "7", "--output", "out", *more, cwd=folder, **env)


def test_a_paper_from_a_notes_file(tmp_path: Path) -> None:
    done = paper(tmp_path)
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["manifest.json", "mark-scheme-A.pdf", "mark-scheme-B.pdf", "paper-A.pdf", "paper-B.pdf"]
    assert "version A: 20 marks" in done.stdout
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [sum(q["marks"] for q in form["questions"]) for form in manifest["forms"]] == [20, 20]
    assert manifest["forms"][0]["fingerprint"] != manifest["forms"][1]["fingerprint"]


def test_same_inputs_same_bytes_in_other_processes(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        (tmp_path / name).mkdir()
        assert paper(tmp_path / name, PYTHONHASHSEED=seed, TZ="Asia/Tokyo" if seed == "2" else "UTC").returncode == 0
    files = sorted((tmp_path / "one" / "out").iterdir())
    assert len(files) == 5
    for file in files:
        assert file.read_bytes() == (tmp_path / "two" / "out" / file.name).read_bytes(), file.name


def test_verify_passes_what_belongs_together_and_names_a_swapped_scheme(tmp_path: Path) -> None:
    paper(tmp_path)
    good = run("verify", "out", cwd=tmp_path)
    assert good.returncode == 0, good.stderr
    assert good.stdout.count("one version") == 2
    shutil.copy(tmp_path / "out" / "mark-scheme-B.pdf", tmp_path / "out" / "mark-scheme-A.pdf")
    bad = run("verify", "out/paper-A.pdf", "out/mark-scheme-A.pdf", cwd=tmp_path)
    assert bad.returncode == 1
    assert "the paper's version is A, the scheme's B" in bad.stderr
    assert "fingerprint" in bad.stderr
    assert run("verify", "out", cwd=tmp_path).returncode == 1


def test_pdfs_are_sound(tmp_path: Path) -> None:
    require("qpdf")
    paper(tmp_path)
    files = sorted((tmp_path / "out").glob("*.pdf"))
    assert files
    for file in files:
        done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_too_many_marks_says_how_many_there_are(tmp_path: Path) -> None:
    done = run("paper", str(NOTES), "--marks", "200", cwd=tmp_path)
    assert done.returncode == 1
    assert "marks at most" in done.stderr and "200 were asked for" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "output").exists()


def test_init_makes_a_project_that_builds_at_once(tmp_path: Path) -> None:
    assert run("init", "mine", cwd=tmp_path).returncode == 0
    done = run("build", "--json", cwd=tmp_path / "mine")
    assert done.returncode == 0, done.stderr
    packs = json.loads(done.stdout)
    assert [pack["pack"] for pack in packs] == ["first-pack", "second-pack"]
    assert run("verify", "output", "--quiet", cwd=tmp_path / "mine").returncode == 0
    again = run("init", "mine", cwd=tmp_path)
    assert again.returncode == 1 and "already" in again.stderr


def test_check_reports_places_and_exit_codes(tmp_path: Path) -> None:
    done = run("check", str(NOTES), cwd=tmp_path)
    assert done.returncode == 0
    assert ":21:3: warning[N122]" in done.stdout
    assert run("check", str(NOTES), "--strict", cwd=tmp_path).returncode == 1
    listed = json.loads(run("check", str(NOTES), "--format", "json", cwd=tmp_path).stdout)
    assert {"N122", "N127"} <= {each["code"] for each in listed["diagnostics"]}


def test_questions_as_json_have_the_promised_keys(tmp_path: Path) -> None:
    listed = json.loads(run("questions", str(NOTES), "--json", cwd=tmp_path).stdout)
    assert len(listed) > 10
    for each in listed:
        assert {"id", "topic", "stem", "kind", "marks", "command", "objective", "rule", "source"} <= set(each)
    assert len({each["id"] for each in listed}) == len(listed)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("paper", "no-such-topic"), "no-such-topic"),
        (("build",), "packbuilder init"),
        (("bild",), "build"),
        (("paper", str(NOTES), "--marks", "20", "--layout", "exam-a5"), "exam-a4"),
    ],
    ids=["topic", "project", "command", "layout"],
)
def test_mistakes_end_in_one_clear_message(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_class_set_of_booklets_is_made_proved_and_verified(tmp_path: Path) -> None:
    done = paper(tmp_path, "--print", "booklet", "--ink-saving", "--class-set", "3", "--prove")
    assert done.returncode == 0, done.stderr
    assert "paper-class-set.pdf" in done.stdout
    good = run("verify", "out", cwd=tmp_path)
    assert good.returncode == 0, good.stderr
    assert "3 copies of out/paper-A.pdf, out/paper-B.pdf, word for word" in good.stdout
    (tmp_path / "out" / "paper-B.pdf").rename(tmp_path / "out" / "paper-C.pdf")
    shutil.copy(tmp_path / "out" / "paper-A.pdf", tmp_path / "out" / "paper-B.pdf")
    bad = run("verify", "out", cwd=tmp_path)
    assert bad.returncode == 1
    assert "paper-class-set.pdf: copy 2 is not word for word" in bad.stderr
