"""Mistakes in a project: each is one message with its place, nothing is half written, nothing ends in a traceback."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.test_whole_way import run

BANK = """\
bank:
  topic: tides
  title: Tides
items:
  - id: spring
    kind: short_answer
    stem: State when spring tides occur.
    marks: 1
    points: [{text: at new and full moon, marks: 1}]
  - id: neap
    kind: true_false
    statement: Neap tides have the largest range.
    marks: 1
    answer: false
"""
PICTURE = """\
stimuli:
  - id: chart
    title: Figure 1
    image: {file: IMAGE, alt: A chart of high and low water over two days at one harbour.}
"""
NOTES = "# Tides\n\n## Synopsis\nWhy the sea rises and falls.\n\n## Examiner Marking Points\n- Explain how the moon causes tides.\n- State two effects of tides.\n"

PROJECT = """\
packs:
  - name: tides
    topics: [tides]
    paper: {marks: 6}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "tides.md").write_text(NOTES, encoding="utf-8")
    (tmp_path / "sources" / "tides.bank.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "packbuilder.yaml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def changed(project: Path, name: str, old: str, new: str) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(done: subprocess.CompletedProcess[str], project: Path) -> str:
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert not (project / "output").exists()
    return said


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "words"),
    [
        ("sources/tides.bank.yaml", "answer: false", "anser: false", "sources/tides.bank.yaml:14:5: error", "answer"),
        ("sources/tides.bank.yaml", "marks: 1\n    answer", "marks: one\n    answer", "sources/tides.bank.yaml:13:12: error", "one"),
        ("sources/tides.bank.yaml", "kind: true_false", "kind: true_fals", "sources/tides.bank.yaml:11:11: error", "true_false"),
        ("sources/tides.bank.yaml", "id: neap", "id: spring", "sources/tides.bank.yaml:10:9: error", "spring"),
        ("sources/tides.bank.yaml", "statement: Neap", "statement: [Neap", "sources/tides.bank.yaml:13:10: error", ""),
        ("sources/tides.bank.yaml", "largest range", "largest 中 range", "sources/tides.bank.yaml:12:44: error[T101]", "CJK"),
        ("sources/tides.md", "the moon causes", "the ר moon causes", "sources/tides.md:7:19: error[T101]", "right-to-left"),
        ("packbuilder.yaml", "topics: [tides]", "topic: [tides]", "packbuilder.yaml:3:5: error", "topics"),
        ("packbuilder.yaml", "marks: 6", "marks: six", "packbuilder.yaml:4:20: error", "six"),
    ],
)
def test_a_slip_is_named_with_its_line_and_column(project: Path, name: str, old: str, new: str, place: str, words: str) -> None:
    changed(project, name, old, new)
    said = refused(run("build", cwd=project), project)
    assert place in said
    assert words in said


@pytest.mark.parametrize("image", ["../../secret.png", "/etc/hostname", "missing.png", "tides.md"])
def test_a_picture_outside_the_project_or_that_is_none_is_an_error_at_its_name(project: Path, image: str) -> None:
    (project.parent / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    (project / "sources" / "tides.bank.yaml").write_text(BANK + PICTURE.replace("IMAGE", image), encoding="utf-8")
    said = refused(run("build", cwd=project), project)
    assert ":18:19: error" in said
    assert image in said


def test_two_mistakes_are_two_messages_in_one_run(project: Path) -> None:
    changed(project, "sources/tides.bank.yaml", "answer: false", "anser: false")
    changed(project, "sources/tides.bank.yaml", "kind: short_answer\n    stem: State", "kind: short_answe\n    stem: State")
    said = refused(run("build", cwd=project), project)
    assert said.count("error[") >= 2


def test_a_wrong_key_in_a_layout_names_the_nearest_right_one(project: Path) -> None:
    (project / "layouts").mkdir()
    (project / "layouts" / "mine.yaml").write_text("page:\n  siz: A4\n", encoding="utf-8")
    said = refused(run("paper", "tides", "--marks", "6", "--layout", "mine", cwd=project), project)
    assert "layouts/mine.yaml:2:3: error" in said
    assert "size" in said


def test_skip_bad_goes_on_without_what_is_wrong(project: Path) -> None:
    changed(project, "sources/tides.bank.yaml", "kind: true_false", "kind: true_fals")
    assert run("build", cwd=project).returncode == 1
    done = run("build", "--skip-bad", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "true_fals" in done.stderr, "what was left out is still said"
    assert (project / "output" / "tides" / "paper-A.pdf").is_file()


def test_a_folder_named_on_the_command_line_may_use_its_own_pictures(project: Path) -> None:
    from PIL import Image

    (project / "sources" / "images").mkdir()
    Image.new("RGB", (40, 30), "white").save(project / "sources" / "images" / "chart.png")
    (project / "sources" / "tides.bank.yaml").write_text(BANK + PICTURE.replace("IMAGE", "images/chart.png"), encoding="utf-8")
    for place, folder in (("sources", project), (str(project / "sources"), project.parent)):
        done = run("check", place, cwd=folder)
        assert "B314" not in done.stdout, done.stdout


UNREADABLE = "This is prose about tides and says nothing of sections."


def test_notes_of_which_nothing_can_be_read_are_told_by_every_list(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text(UNREADABLE, encoding="utf-8")
    for command in ("topics", "questions"):
        done = run(command, "prose.txt", cwd=tmp_path)
        assert done.returncode == 1
        assert "prose.txt:1:1: error[N103]" in done.stderr
        assert "questions" not in done.stdout


def test_a_list_says_that_a_file_beside_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text(UNREADABLE, encoding="utf-8")
    (tmp_path / "tides.md").write_text(NOTES, encoding="utf-8")
    done = run("topics", ".", cwd=tmp_path)
    assert done.returncode == 0
    assert "tides" in done.stdout
    assert "1 mistake in the sources: `packbuilder check` shows what is not read" in done.stderr


def test_skip_bad_makes_no_pack_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "prose.txt").write_text(UNREADABLE, encoding="utf-8")
    done = run("pack", "prose.txt", "--skip-bad", "--output", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "prose.txt:1:1: error[N103]" in done.stderr
    assert not (tmp_path / "out").exists()


def test_check_says_where_a_question_is_worth_other_marks_than_its_point(tmp_path: Path) -> None:
    point = "- Explain what is meant by a tide and calculate the height of a tide [5 marks]\n"
    (tmp_path / "tides.md").write_text(f"## Examiner Marking Points\n{point}", encoding="utf-8")
    done = run("check", "tides.md", cwd=tmp_path)
    assert "tides.md:2:3: note[D102]: worth 4, where the point says 5" in done.stdout + done.stderr


def test_explain_speaks_of_a_review_only_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "loops.md").write_text("## Examiner Marking Points\n- Explain what a `while` loop does\n", encoding="utf-8")
    done = run("questions", "loops.md", "--explain", cwd=tmp_path)
    assert "Explain what a while loop does" in done.stdout
    assert "review file" not in done.stdout


FRENCH = """## Key Concepts
- Tiers état : l'ensemble des Français qui ne sont ni nobles ni clercs

## Examiner Marking Points
- Expliquer les causes de la Révolution française
- Décrire le rôle du tiers état
- Analyse des conséquences de la fuite à Varennes
"""


def test_check_says_once_that_points_are_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(FRENCH, encoding="utf-8")
    done = run("check", "notes.md", cwd=tmp_path)
    message = "notes.md:5:3: warning[D103]: no questions from the marking points of lines 5 to 7: they are in French, and the notes are in English"
    assert message in done.stdout
    assert done.stdout.count("D10") == 1
    assert "say so at the top of them: `language: fr`" in done.stdout
    assert "bank" in done.stdout
    told = run("questions", "notes.md", "--explain", cwd=tmp_path).stdout
    assert told.count("it is in French, and the notes are in English (rule L)") == 3
    (tmp_path / "notes.md").write_text(f"---\nlanguage: fr\n---\n{FRENCH}", encoding="utf-8")
    asked = run("questions", "notes.md", cwd=tmp_path).stdout
    assert "Expliquez les causes de la Révolution française." in asked
    assert "le terme «\u00a0tiers état\u00a0»" in asked
    assert "D103" not in run("check", "notes.md", cwd=tmp_path).stdout
    with (tmp_path / "notes.md").open("a", encoding="utf-8") as notes:
        notes.write("- La monarchie est absolue.\n- Le roi est mort.\n")
    message = "no questions from the marking points of lines 11 and 12: they are neither questions nor opened by a command word"
    assert message in run("check", "notes.md", cwd=tmp_path).stdout


def test_check_names_the_lines_of_schemes_without_answers_in_one_note(tmp_path: Path) -> None:
    points = ("Explain how tides rise", "Describe the work of waves", "Describe bays, including their shape", "Explain how cliffs retreat")
    (tmp_path / "tides.md").write_text("## Examiner Marking Points\n" + "".join(f"- {each}\n" for each in points), encoding="utf-8")
    done = run("check", "tides.md", cwd=tmp_path)
    assert "tides.md:2:3: note[D101]: the mark schemes of 3 questions list no answers (lines 2, 3 and 5)" in done.stdout
    assert done.stdout.count("D101") == 1
