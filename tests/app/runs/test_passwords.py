"""New passwords: what a spreadsheet makes of the file that they are kept in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from packbuilder.app.runs.passwords import PASSWORDS, keep_passwords, new_passwords, read_passwords
from packbuilder.readers.candidates.cells import FORMULA
from tests.press.runs import run_of


def test_no_new_password_is_a_formula_for_a_spreadsheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Iterator[str] = iter(
        ("-first-drawn-abcd", "_second-drawn-abc", "9third-drawn-abcd", "-fourth-drawn-abc", "fifth-drawn-abcd", "Sixth", "s7")
    )
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: next(drawn))
    locks = new_passwords(run_of(2))
    assert [(lock.password, lock.owner) for lock in locks.values()] == [("9third-drawn-abcd", "fifth-drawn-abcd"), ("Sixth", "s7")]


def test_what_is_kept_is_read_again_and_holds_no_formula(tmp_path: Path) -> None:
    for _ in range(200):
        locks = new_passwords(run_of(2))
        assert not [each for lock in locks.values() for each in (lock.password, lock.owner) if each[0] in FORMULA or not each[0].isalnum()]
    keep_passwords(tmp_path, locks)
    assert read_passwords(tmp_path / PASSWORDS) == locks
    with (tmp_path / PASSWORDS).open(newline="") as file:
        assert len(list(csv.reader(file))) == len(locks) + 1


@pytest.mark.parametrize(
    "text",
    [
        "hall,first-password\n*,other-password\n",
        "Name,Password\nhall,first-password\n*,other-password\n",
        "packet;password\nhall;first-password\n*;other-password\n",
        "hall\tfirst-password\n*\tother-password\n",
        "file,password,owner\nhall,first-password,\n*,other-password,\n",
    ],
)
def test_a_list_of_passwords_is_read_as_spreadsheets_save_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    locks = read_passwords(tmp_path / "list.csv")
    assert {name: lock.password for name, lock in locks.items()} == {"hall": "first-password", "*": "other-password"}


def test_a_semicolon_may_stand_in_a_password(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("hall,first;password\n", encoding="utf-8")
    assert read_passwords(tmp_path / "list.csv")["hall"].password == "first;password"
