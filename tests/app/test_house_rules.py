"""House rules for banks: what no derived question may do is told of those that people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.checking import check
from packbuilder.app.project import Workplace

WRITTEN = "  - id: own\n    kind: short_answer\n    stem: {stem}\n    marks: 1\n    points: [{{text: {point}}}]\n"
CHOICE = "  - id: own\n    kind: multiple_choice\n    stem: Which is a catalyst?\n    marks: {marks}\n    options: [{options}]\n"
RIGHT = "{text: Iron, correct: true}"


def codes(folder: Path, item: str) -> list[str]:
    (folder / "rates.bank.yaml").write_text("bank: {topic: rates}\nitems:\n" + item, encoding="utf-8")
    found = check((str(folder),), Workplace(root=folder, project=None)).diagnostics
    assert not [each for each in found if each.severity.word == "error"]
    return [each.code for each in found if each.code in ("D106", "D107", "D108", "D109")]


@pytest.mark.parametrize(
    ("stem", "point", "told"),
    [
        ("Award credit for explaining how a catalyst works.", "lower activation energy", ["D106"]),
        ("Credit any two causes.", "heat", ["D106"]),
        ("Allow ecf.", "heat", ["D106"]),
        ("Candidates should explain how a catalyst works.", "heat", ["D106"]),
        ("Explain why a catalyst, which lowers activation energy, is used.", "lowers activation energy", ["D107"]),
        ("State that iron is the metal in bridges.", "iron", ["D107"]),
        ("State whether iron is a metal or a non-metal.", "metal", []),
        ("State what is meant by a rate.", "rate", []),
        ("Credit cards charge interest. Explain why.", "risk of default", []),
        ("A student needs to measure a volume. Name the apparatus.", "pipette", []),
        ("Allowances are paid to farmers. Explain why.", "to keep prices low", []),
        ("Give two marks of a good catalyst.", "it is not used up", []),
        ("Give any one cause.", "heat", []),
        ("Give 1 mark for any cause.", "heat", ["D106"]),
        ("Explain what is meant by a rate.", "rate", []),
        ("Explain why the rate falls.", "the concentration falls", []),
    ],
)
def test_a_stem_speaks_to_candidates_and_keeps_its_answer(tmp_path: Path, stem: str, point: str, told: list[str]) -> None:
    assert codes(tmp_path, WRITTEN.format(stem=f'"{stem}"', point=point)) == told


@pytest.mark.parametrize(
    ("marks", "options", "told"),
    [
        (1, f"{RIGHT}, {{text: Salt}}, {{text: Sand}}", []),
        (2, f"{RIGHT}, {{text: Salt}}, {{text: Sand}}", ["D108"]),
        (1, f"{RIGHT}, {{text: Salt}}", ["D109"]),
    ],
)
def test_a_multiple_choice_question_has_one_mark_and_enough_options(tmp_path: Path, marks: int, options: str, told: list[str]) -> None:
    assert codes(tmp_path, CHOICE.format(marks=marks, options=options)) == told


def test_what_a_folders_reading_passes_over_is_told(tmp_path: Path) -> None:
    for name in ("two.odt", "three.markdown", "four.html", ".hidden.docx", "~$tes.docx", "picture.png"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "five.yaml").write_text("bank: {topic: a}\nitems: []\n")
    (tmp_path / "six.yaml").write_text("marks: 40\n")
    made = tmp_path / "output"
    made.mkdir()
    (made / "manifest.json").write_text("{}")
    (made / "paper-A.pdf").write_bytes(b"x")
    (tmp_path / "notes.txt").write_text("Key Concepts\n- Humus: what is left of plants\n")
    found = [each for each in check((str(tmp_path),), Workplace(root=tmp_path, project=None)).diagnostics if each.code == "D105"]
    assert sorted(each.message for each in found) == [
        "not read: five.yaml",
        "not read: four.html",
        "not read: three.markdown",
        "not read: two.odt",
    ]
