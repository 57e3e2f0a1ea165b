"""Coverage and explanation, as a user sees them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_whole_way import NOTES, paper, run


def test_coverage_names_the_papers_of_each_point_and_points_in_none(tmp_path: Path) -> None:
    paper(tmp_path)
    done = run("coverage", "out", "--notes", str(NOTES), "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    asked = {part["item"] for form in manifest["forms"] for question in form["questions"] for part in question["parts"]}
    assert sum(bool(row["papers"]) for row in rows) == len([id_ for id_ in asked if ".p-" in id_])
    assert {paper_ for row in rows for paper_ in row["papers"]} <= {"out A", "out B"}
    assert any(row["reason"] for row in rows if not row["papers"])
    told = run("coverage", "out", "--notes", str(NOTES), cwd=tmp_path).stdout
    assert f"of {len(rows)} marking points tested" in told


def test_coverage_without_papers_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    done = run("coverage", "out", "--notes", str(NOTES), cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no paper" in done.stderr and "packbuilder paper" in done.stderr


def test_explain_says_the_route_of_every_point(tmp_path: Path) -> None:
    done = run("questions", str(NOTES), "--explain", cwd=tmp_path)
    points = [line for line in NOTES.read_text().split("Marking Points")[1].splitlines() if line.startswith("- ")]
    assert len(points) > 3
    for point in points:
        assert point[2:].strip("*").split(".")[0][:40] in done.stdout.replace("**", "")
    assert "goes to the mark scheme" in done.stdout
    assert "marks: " in done.stdout
    assert "to mend it: " in done.stdout
