"""Papers with drawings, the whole way: printed in every edition, proved, and found to ask the same."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_whole_way import run

BANK = """
bank: {topic: lines, title: Lines}
stimuli:
  - id: rain
    title: Figure 1
    drawing:
      kind: bar_chart
      x: Month
      y: {from: 0, to: 60, step: 20, title: Rainfall in mm}
      data: {January: 50, April: 40, July: 20}
items:
  - {id: wettest, kind: short_answer, stimulus: rain, stem: State the wettest month in Figure 1., marks: 1, points: [{text: January}]}
  - {id: driest, kind: numeric, stimulus: rain, stem: State the rainfall of the driest month., marks: 1, answer: 20, unit: mm}
  - id: inequality
    kind: drawing
    stem: Show the inequality $x > -2$ on the number line.
    drawing: {kind: number_line, from: -5, to: 5, step: 1}
    answer: {kind: number_line, from: -5, to: 5, step: 1, intervals: [{from: -2, open: from}]}
    points:
      - {text: An open circle at $-2$}
      - {text: An arrow from it to the right}
  - id: cell
    kind: drawing
    stem: Label the parts A and B of the cell.
    drawing:
      kind: diagram
      alt: A circle with a smaller one inside.
      size: [8, 6]
      shapes: [{circle: [4, 3, 2.5]}, {circle: [4, 3, 1], shaded: true}]
      labels: [{text: cell membrane, to: [1.5, 3]}, {text: nucleus, to: [4.2, 3]}]
      blank: true
    points: [{text: "A: cell membrane"}, {text: "B: nucleus"}]
"""


def test_a_paper_with_drawings_asks_the_same_in_every_edition(tmp_path: Path) -> None:
    (tmp_path / "lines.bank.yaml").write_text(BANK)
    editions = [f"--edition={name}" for name in ("large-24", "dyslexia", "reader")]
    made = run("paper", "lines.bank.yaml", "--marks", "6", "--prove", "--output", "out", *editions, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    verified = run("verify", "out", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    page = (tmp_path / "out" / "paper-A-reader.html").read_text()
    assert page.count("data:image/svg+xml") == 3
    assert 'alt="Bar chart. Rainfall in mm by Month: January 50, April 40, July 20."' in page
    text = (tmp_path / "out" / "paper-A-reader.txt").read_text()
    assert "[Picture: Number line from −5 to 5 in steps of 1.]" in text
    assert page.count("<textarea") >= 2, "who cannot draw can say what would be drawn"
    assert "2 labels to fill in: A to B." in text
    assert "nucleus" not in text + page


NOTES = """---
id: lines
title: Lines and rain, 1918–1933
---
Topic Synopsis
Lines and charts show how one quantity changes with another.
Key Concepts & Core Principles
- Gradient: The steepness of a line, found by dividing the change upwards by the change across.
- Intercept: The place at which a line crosses the upward axis of a graph.
- Range: The difference between the largest and the smallest of several values.
- Trend: The general direction in which values change over a long time.
Examiner Marking Points
- Explain how a gradient is found, including the change upwards and the change across.
"""


def test_a_title_that_ends_in_a_year_and_pictures_among_answers_are_no_differences(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "lines.txt").write_text(NOTES)
    (notes / "lines.bank.yaml").write_text(BANK.replace("topic: lines, title: Lines", "topic: lines"))
    editions = [f"--edition={name}" for name in ("a3-36", "reader")]
    for product in (["paper", "--marks", "12"], ["pack", "--questions", "8"]):
        made = run(product[0], "notes", *product[1:], "--output", product[0], *editions, cwd=tmp_path)
        assert made.returncode == 0, made.stderr
        verified = run("verify", product[0], cwd=tmp_path)
        assert verified.returncode == 0, verified.stdout


TO_DRAW = """Examiner Marking Points
- Award credit for drawing a labelled diagram of an animal cell showing nucleus, cytoplasm and cell membrane.
- Construct a Punnett square for a cross between two heterozygous parents (Bb × Bb).
- Sketch the graph of y = x² + 1: U shape; lowest point at y = 1.
- Write pseudocode for a linear search: loop through the list; compare each item; output the position [3]
"""


def test_what_notes_ask_to_be_drawn_has_room_in_every_edition(tmp_path: Path) -> None:
    (tmp_path / "drawn.txt").write_text(TO_DRAW, encoding="utf-8")
    editions = [f"--edition={name}" for name in ("large-18", "large-24", "reader")]
    made = run("paper", "drawn.txt", "--marks", "10", "--self-marking", "--prove", "--output", "out", *editions, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    verified = run("verify", "out", cwd=tmp_path)
    assert verified.returncode == 0, verified.stderr
    text = (tmp_path / "out" / "paper-A-reader.txt").read_text(encoding="utf-8")
    assert text.count("Draw your answer on separate paper, or say here in words what your drawing would show.") == 3
    assert "Where you are asked to draw, draw on separate paper" in text
    assert not any(word in text for word in ("nucleus", "Gametes", "gametes", "U shape"))
