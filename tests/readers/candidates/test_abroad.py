"""Lists with headings in other languages than English and Welsh; what asks for time under a heading that nobody knows."""

from __future__ import annotations

import pytest

from packbuilder.readers.candidates.headings import field_of
from tests.readers.candidates.test_lists import read
from tests.readers.candidates.test_needs import cases


@pytest.mark.parametrize(("heading", "field"), cases("headings-abroad.txt"))
def test_a_heading_in_another_language_is_a_field_or_none(heading: str, field: str) -> None:
    assert (field_of(heading) or "-") == field


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        ("Nachname;Vorname;Prüfungsnummer;Raum;Sitzplatz;Zeitzuschlag", "Müller;Änne;0001;Aula;A1;25 %", ("Änne Müller", "Aula", 25)),
        ("Name;Vorname;Nr.;Prüfungsnummer;Raum;Platz", "Müller;Änne;1;0001;Aula;A1", ("Änne Müller", "Aula", 0)),
        ("Nom;Prénom;Numéro candidat;Salle;Place;Temps majoré", "Lefèvre;René;0001;Gymnase;A1;33", ("René Lefèvre", "Gymnase", 33)),
        (
            "Apellidos;Nombre;Nº de candidato;Aula;Asiento;Tiempo extra",
            "García Ruiz;Ana;0001;Aula 3;A1;25%",
            ("Ana García Ruiz", "Aula 3", 25),
        ),
        ("Nombre;Nº de candidato;Aula;Asiento", "Ana García;0001;Aula 3;A1", ("Ana García", "Aula 3", 0)),
        ("Nazwisko;Imię;Numer;Sala;Miejsce", "Łukasik;Zofia;0001;Aula;A1", ("Zofia Łukasik", "Aula", 0)),
        ("Επώνυμο;Όνομα;Αριθμός υποψηφίου;Αίθουσα;Θέση", "Παππά;Άννα;0001;Β2;1", ("Άννα Παππά", "Β2", 0)),
        ("Cognome;Nome;Matricola;Aula;Posto", "Rossi;Ada;0001;Aula Magna;A1", ("Ada Rossi", "Aula Magna", 0)),
        ("Achternaam;Voornaam;Kandidaatnummer;Lokaal;Plaats", "de Wit;Noor;0001;Zaal;A1", ("Noor de Wit", "Zaal", 0)),
    ],
)
def test_a_list_in_another_language_is_read(header: str, row: str, said: tuple[str, str, int]) -> None:
    (candidate,), found = read(f"{header}\n{row}\n")

    assert (candidate.name, candidate.room, candidate.extra_time) == said
    assert candidate.number == "0001"
    assert {each.code for each in found} <= {"C122", "C123"}


@pytest.mark.parametrize(("written", "meant"), cases("unknown-time.txt"))
def test_what_asks_for_time_under_an_unknown_heading_is_warned_of_and_on_the_sheet(written: str, meant: str) -> None:
    heading, cell = (part.strip() for part in written.split("|"))
    candidates, found = read(f'name,number,"{heading}"\nAnn,1,"{cell}"\nBob,2,\n')
    asked = [each for each in found if each.message.startswith("extra time or a paper is asked for and not understood")]

    assert len(asked) == (meant == "asked")
    assert bool(candidates[0].arrangements) == (meant == "asked")
    assert not asked or (cell in asked[0].message and cell in " ".join(candidates[0].arrangements) + cell * (cell in ("oui", "X")))


def test_how_long_the_paper_is_for_everybody_is_no_extra_time() -> None:
    _, found = read("name,number,Foo\nAnn,1,90 min\nBob,2,90 min\n")

    assert [each.code for each in found] == ["C122"]


def test_yes_in_another_language_does_not_say_how_much() -> None:
    _, found = read("Nom,Prénom,Numéro,Temps majoré\nLee,Ann,1,oui\nRay,Bob,2,non\n")

    assert [(each.code, each.span.line) for each in found] == [("C119", 2)]


def test_a_list_without_a_known_heading_is_told_with_those_that_it_has() -> None:
    _, (told,) = read("Wer;Welche Nummer;Wo\nAnn;1;Saal\n")

    assert told.message.endswith("; its headings are 'Wer', 'Welche Nummer', 'Wo'")


def test_a_column_of_figures_is_not_offered_for_the_name() -> None:
    _, (told,) = read("Who,Candidate numbre\nAnn,0001\nBob,0002\n")

    assert told.hints[0] == "If 'Candidate numbre' holds it, head that column 'candidate number'."
    assert not any("'name'" in hint for hint in told.hints[:-1])


def test_a_heading_of_several_lines_is_quoted_on_one() -> None:
    _, found = read('name,number,"Access\narrangements"\nAnn,1,Reader\n')

    assert ["'Access arrangements'" in each.message for each in found] == [True]


def test_a_list_without_headings_in_which_a_room_is_called_as_a_heading_is_told_as_such() -> None:
    _, (told,) = read("Ann Lee,0001,Hall,A1\nBob Ray,0002,Hall,A2\n")

    assert told.message == "the list has no headings: this row is a candidate's already"
