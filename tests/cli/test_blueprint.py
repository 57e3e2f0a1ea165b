"""Papers to a specification from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_whole_way import NOTES, run


def test_a_paper_meets_a_blueprint_and_further_quotas(tmp_path: Path) -> None:
    done = run("paper", str(NOTES), "--blueprint", "starter-10", "--quota", "kind multiple_choice: 1 mark", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (form,) = json.loads((tmp_path / "out" / "manifest.json").read_text())["forms"]
    parts = [part for question in form["questions"] for part in question["parts"]]
    assert (form["marks"], form["minutes"]) == (10, 10)
    assert sum(part["marks"] for part in parts if part["kind"] == "multiple_choice") == 1


def test_a_blueprint_of_the_projects_own_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "blueprints").mkdir()
    (tmp_path / "blueprints" / "mine.yaml").write_text("marks: 12\nquotas:\n  objective AO1: at least 4 marks\n")
    assert "mine" in run("blueprint", "list", cwd=tmp_path).stdout
    done = run("paper", str(NOTES), "--blueprint", "mine", "-o", "out", cwd=tmp_path)
    assert "version A: 12 marks" in done.stdout, done.stderr


def test_check_shows_what_the_bank_can_give_and_names_a_clash(tmp_path: Path) -> None:
    good = run("blueprint", "check", str(NOTES), "--marks", "10", "--quota", "objective AO1: at least 3 marks", cwd=tmp_path)
    assert good.returncode == 0, good.stderr
    assert "objective AO1: at least 3 marks" in good.stdout
    assert "A paper can meet all of these." in good.stdout
    bad = run("blueprint", "check", str(NOTES), "--marks", "10", "--quota", "objective AO1: at least 12 marks", cwd=tmp_path)
    assert bad.returncode == 1
    assert "no paper can meet these 2 wishes together" in bad.stderr
    assert "Traceback" not in bad.stderr
    as_json = run("blueprint", "check", str(NOTES), "--marks", "10", "--json", cwd=tmp_path)
    assert json.loads(as_json.stdout)["clash"] == []
    many = run("blueprint", "check", str(NOTES), "--marks", "20", "--versions", "20", "--overlap", "none", cwd=tmp_path)
    assert many.returncode == 1
    assert "20 versions that share no question" in many.stderr


def test_slips_are_named_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("marks: 12\nquotas:\n  objectiv AO1: 4\n  kind short_answer: 9-3\n")
    done = run("paper", str(NOTES), "--blueprint", "bad.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "bad.yaml:3:3: error[F121]" in done.stderr
    assert "bad.yaml:4:22: error[F121]" in done.stderr
    assert run("paper", str(NOTES), "--quota", "nonsense", cwd=tmp_path).returncode == 2
    unknown = run("paper", str(NOTES), "--blueprint", "mock-61", cwd=tmp_path)
    assert "Did you mean mock-60" in unknown.stderr


def test_a_paper_with_a_choice_is_verified_by_what_counts(tmp_path: Path) -> None:
    (tmp_path / "choice.yaml").write_text("sections:\n  - {marks: 3}\n  - {marks: 4, choose: 2 of 3}\n")
    done = run("paper", str(NOTES), "--blueprint", "choice.yaml", "--prove", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "version A: 7 marks" in done.stdout
    assert run("verify", "out", cwd=tmp_path).returncode == 0
    changed = run("paper", str(NOTES), "--blueprint", "choice.yaml", "--marks", "9", cwd=tmp_path)
    assert "the sections of the blueprint 'choice.yaml' have 7 marks" in changed.stderr


BANK = "bank: {topic: rivers}\nitems:\n" + "".join(
    f"  - {{id: q{n}, kind: short_answer, stem: Name feature {n} of a river., marks: 1, points: [{{text: feature {n} is there}}]}}\n"
    for n in range(8)
)


def test_a_bank_alone_is_enough(tmp_path: Path) -> None:
    (tmp_path / "rivers.bank.yaml").write_text(BANK)
    done = run("paper", "rivers.bank.yaml", "--marks", "5", "--quota", "topic rivers: at least 3 questions", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "version A: 5 marks" in done.stdout


def test_a_bank_with_a_mistake_is_not_checked_as_if_it_were_whole(tmp_path: Path) -> None:
    (tmp_path / "rivers.bank.yaml").write_text(BANK.replace("marks: 1", "marks: 7", 1))
    done = run("blueprint", "check", "rivers.bank.yaml", "--marks", "5", cwd=tmp_path)
    assert done.returncode == 1
    assert "rivers.bank.yaml:3:" in done.stderr


def test_questions_in_and_out_kinds_and_tolerance_are_options(tmp_path: Path) -> None:
    (tmp_path / "rivers.bank.yaml").write_text(BANK)
    options = ("--include", "rivers.q1", "--exclude", "rivers.q2", "--kind", "short_answer", "--tolerance", "0.1", "--versions", "2")
    done = run("paper", "rivers.bank.yaml", "--marks", "5", *options, "-o", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    forms = json.loads((tmp_path / "out" / "manifest.json").read_text())["forms"]
    for form in forms:
        ids = {part["item"] for question in form["questions"] for part in question["parts"]}
        assert "rivers.q1" in ids and "rivers.q2" not in ids
    none = run("blueprint", "check", "rivers.bank.yaml", "--marks", "5", "--kind", "matching_", cwd=tmp_path)
    assert "--kind: error[F113]" in none.stderr and "Did you mean matching?" in none.stderr
