"""`packbuilder cards`, as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_whole_way import NOTES, run

TOO_LONG = """Topic Synopsis

States and what they may do.

Key Concepts & Core Principles

- Border: The line where one state ends and another begins.
- Sovereignty: {words}

Examiner Marking Points

- Explain what a state is.
"""


def test_sheets_and_a_deck_from_one_command(tmp_path: Path) -> None:
    done = run("cards", str(NOTES), "--output", "out", "--prove", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["flashcards.apkg", "flashcards.pdf", "manifest.json"]
    again = run("cards", str(NOTES), "--output", "again", "--prove", cwd=tmp_path, PYTHONHASHSEED="5", TZ="Asia/Tokyo")
    assert again.returncode == 0, again.stderr
    for name in ("flashcards.apkg", "flashcards.pdf"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name
    assert run("verify", "out", cwd=tmp_path).returncode == 0


def test_the_kind_of_sheet_is_chosen_and_the_deck_left_out(tmp_path: Path) -> None:
    done = run("cards", str(NOTES), "-o", "out", "--per-page", "4", "--style", "fold", "--no-anki", "--json", cwd=tmp_path)
    (pack,) = json.loads(done.stdout)
    (file,) = pack["files"]
    assert (file["name"], file["product"]) == ("flashcards.pdf", "flashcards")


def test_a_card_that_is_too_long_stops_the_run_at_its_line_or_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "states.txt").write_text(TOO_LONG.format(words="A body that rules. " * 90))
    done = run("cards", "states.txt", "-o", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert "states.txt:8:3: error[T130]" in done.stderr and "--per-page 4" in done.stderr
    assert not (tmp_path / "out").exists()
    rest = run("cards", "states.txt", "-o", "out", "--skip-bad", cwd=tmp_path)
    assert rest.returncode == 0 and "T130" in rest.stderr
    assert (tmp_path / "out" / "flashcards.pdf").is_file()


def test_notes_without_cards_say_where_cards_come_from(tmp_path: Path) -> None:
    (tmp_path / "bare.txt").write_text("Topic Synopsis\n\nStates.\n\nExaminer Marking Points\n\n- Explain what a state is.\n")
    done = run("cards", "bare.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert "no flashcard can be made from bare" in done.stderr and "Term: meaning" in done.stderr
