"""A notes file that is named brings the bank and the review of its name with it."""

from __future__ import annotations

from pathlib import Path

from packbuilder.app.library import source_files


def test_the_bank_and_the_review_beside_notes_are_read_with_them(tmp_path: Path) -> None:
    for name in ("rates.txt", "rates.bank.yaml", "rates.reviewed.bank.yaml", "other.bank.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    found = [each.name for each in source_files(tmp_path / "rates.txt")]
    assert found == ["rates.txt", "rates.reviewed.bank.yaml", "rates.bank.yaml"]


def test_a_bank_that_is_named_is_read_alone(tmp_path: Path) -> None:
    for name in ("rates.txt", "rates.bank.yaml"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [each.name for each in source_files(tmp_path / "rates.bank.yaml")] == ["rates.bank.yaml"]
