"""Names with letters that were misread, or of which a half is missing."""

from __future__ import annotations

import pytest

from packbuilder.app.runs.plan import list_of
from tests.readers.candidates.test_lists import read


def told(first: str, last: str) -> list[tuple[str, str]]:
    _, found = read(f'Forename,Surname,Number\nBo,Ray,1\nCy,Fox,2\n"{first}","{last}",3\n')
    return [(each.code, each.severity.word) for each in found]


@pytest.mark.parametrize("name", ["£ukasz", "¯aneta", "J√ºrgen", "Lee&#39;s", "Jos%C3%A9", "JosÃ©", "Jos?"])
def test_a_misread_name_is_warned_of(name: str) -> None:
    assert told(name, "Lee") == [("C137", "warning")]


@pytest.mark.parametrize(("name", "encoding"), [("Иван Петров", "cp1251"), ("Γιώργος Παπάς", "cp1253"), ("Иван", "koi8-r")])
def test_a_name_in_another_script_that_is_read_as_latin_is_an_error(name: str, encoding: str) -> None:
    _, found = list_of(f"Name,Number\n{name},1\nBo Ray,2\n".encode(encoding), "list.csv", versions=("A",))
    assert [(each.code, each.severity.word) for each in found] == [("C103", "warning"), ("C137", "error")]


def test_a_name_that_cannot_be_printed_is_said_to_be_misread() -> None:
    assert told("Ann", "Oâ€™Neill") == [("C137", "error")]
    assert told("Ann", "Neill™") == [("C115", "error")]


@pytest.mark.parametrize(
    "name", ["Gal·la", "O´Neill", "D’Arcy", "Łucja", "Þórdís", "Smith & Jones", "Lee - Poe", "Nguyễn", "Ann-Marie", "Åå", "Øøre", "Иван"]
)
def test_a_name_that_is_written_so_is_not(name: str) -> None:
    assert told("Ann", name) == []


@pytest.mark.parametrize(("first", "last"), [("NULL", "Poe"), ("nan", "Poe"), ("None", "Poe"), ("Dee", "TBC"), ("", "Lee")])
def test_half_a_name_is_warned_of(first: str, last: str) -> None:
    assert told(first, last) == [("C110", "warning")]


@pytest.mark.parametrize(
    ("first", "last"), [("Jennifer", "Null"), ("Nan", "Poe"), ("Lee", "Nan"), ("-", "Madonna"), (".", "Khan"), ("Ann", "Lee / Poe")]
)
def test_who_is_called_so_is_somebody(first: str, last: str) -> None:
    assert told(first, last) == []
