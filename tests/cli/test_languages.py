"""Notes in other languages, the whole way: tests/cases/notes/languages/*.md, read without being told which they are in, printed, proved and verified."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from packbuilder.grammars import grammar_of, languages
from packbuilder.typeset.reading.readback import read_back
from tests.cli.test_whole_way import run

FOLDER = Path(__file__).parent.parent / "cases" / "notes" / "languages"
NOTES = sorted(FOLDER.glob("*.md"))


def test_each_language_with_a_grammar_has_notes() -> None:
    assert tuple(path.stem for path in NOTES) == languages()


@pytest.mark.parametrize("notes", NOTES, ids=lambda path: path.stem)
def test_a_paper_is_asked_and_read_in_the_language_of_the_notes(notes: Path, tmp_path: Path) -> None:
    made = run("paper", str(notes), "--marks", "20", "--seed", "3", "--prove", "--edition", "large-24", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert f"N140]: read as {grammar_of(notes.stem).name}" in run("check", str(notes), cwd=tmp_path).stdout  # type: ignore[union-attr]  # it has one
    verified = run("verify", "out", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    read = read_back((tmp_path / "out" / "paper-A.pdf").read_bytes())
    assert read.language == notes.stem
    assert "State what is meant" not in " ".join(read.pages)
    questions = json.loads((tmp_path / "out" / "manifest.json").read_text())["forms"][0]["questions"]
    kinds = {part["rule"] for question in questions for part in question["parts"]}
    assert {"L", "definition"} <= kinds, "asked from points and from terms"


@pytest.mark.parametrize("notes", NOTES, ids=lambda path: path.stem)
def test_a_pack_of_notes_in_another_language_is_proved(notes: Path, tmp_path: Path) -> None:
    made = run("pack", str(notes), "--prove", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr


def test_what_has_no_title_is_called_in_the_language_of_its_topics(tmp_path: Path) -> None:
    topic = (FOLDER / "fr.md").read_text(encoding="utf-8")
    for name in ("un", "deux", "trois"):
        (tmp_path / f"{name}.md").write_text(topic.replace("La photosynthèse\n", f"La photosynthèse, partie {name}\n", 1), encoding="utf-8")
    made = run("worksheet", "sorting", str(tmp_path), "--prove", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert "Entraînement : 3 thèmes" in " ".join(read_back((tmp_path / "out" / "sorting-A.pdf").read_bytes()).pages[0].split())


def languages_of(file: Path) -> dict[str, str]:
    """Return the language of each element with words of its own, by its words."""
    tree = read_back(file.read_bytes()).tree
    assert tree is not None
    return {" ".join(each.text.split()): each.language for each in tree.walk() if not each.children and each.text.strip()}


def test_what_is_in_another_language_than_the_paper_says_so(tmp_path: Path) -> None:
    both = [str(FOLDER / "fr.md"), str(FOLDER / "de.md")]
    made = run("paper", *both, "--marks", "20", "--seed", "3", "--prove", "--edition", "reader", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    verified = run("verify", "out", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    said = languages_of(tmp_path / "out" / "paper-A.pdf")
    german = {words for words, language in said.items() if language == "de"}
    assert {"Welche Aufgaben hat die Vakuole?"} <= german
    assert all("Sie " in words or "?" in words or "„" in words for words in german)


def test_a_topic_in_another_language_than_the_pack_has_its_own_headings(tmp_path: Path) -> None:
    both = [str(FOLDER / "fr.md"), str(FOLDER / "de.md")]
    made = run("pack", *both, "--prove", "--edition", "reader", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    verified = run("verify", "out", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    said = languages_of(tmp_path / "out" / "revision-pack.pdf")
    assert said["Fachbegriffe"] == "de"
    assert not said["Notions clés"]
