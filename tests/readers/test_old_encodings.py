"""Bytes of before Unicode: whether they are of Windows or of a Mac is told by which words they make."""

from __future__ import annotations

import pytest

from packbuilder.readers.old_encodings import old_encoding

NAMES = (
    "Zoë José Chloë Miloš Šárka D’Arcy O’Neill Müller MÜLLER BJØRN Bjørn Håkan ÅSA Renée ÉLISE Élise Seán Ñandú MUÑOZ Muñoz Siân François Gonçalves Mary’s Ærø "
    "McÉwan Róisín Åkesson Øyvind Jürgen JÜRGEN Noël Strauß García–Lee"
).split()
ALIKE = "Göran Köln Bríd Caoimhín McÉwan Œuvre Miloš Šárka".split()
"""Names that a Mac's bytes of make words in Windows-1252 too, or that a Mac cannot write."""


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_windows_is_never_taken_for_one_of_a_mac(name: str) -> None:
    assert old_encoding(f"Name,Number\r\n{name} Lee,1\r\n".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ALIKE])
def test_a_file_of_a_mac_is_known_by_a_name(name: str) -> None:
    assert old_encoding(f"Name,Number\n{name} Lee,1\n".encode("mac_roman")) == "mac_roman"


@pytest.mark.parametrize("name", ["Göran", "Köln", "Bríd", "Caoimhín"])
def test_what_may_be_either_is_of_windows_but_where_lines_end_as_on_macs(name: str) -> None:
    assert old_encoding(f"Name,Number\n{name} Lee,1\n".encode("mac_roman")) == "cp1252"
    assert old_encoding(f"Name,Number\r{name} Lee,1\r".encode("mac_roman")) == "mac_roman"


def test_all_words_of_a_file_count() -> None:
    assert old_encoding("Name\nGöran\nJosé\n".encode("mac_roman")) == "mac_roman"
    assert old_encoding("Name\nRenée\nStrauß ½ ©\n".encode("cp1252")) == "cp1252"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Łukasz Żak", "cp1250"),
        ("Łukasz", "cp1250"),
        ("Łukasz Ślaz", "iso8859-2"),
        ("Иван Петров", "cp1251"),
        ("Γιώργος Παπάς", "cp1253"),
        ("Šimek Dvořák", "cp1250"),
        ("Öğür", "cp1254"),
        ("Ann\xa0de\xa0Lee", "cp1252"),
        ("£5 Ann\xa0Lee", "cp1252"),
    ],
)
def test_other_encodings_are_never_a_macs_or_of_ms_dos(text: str, encoding: str) -> None:
    assert old_encoding(text.encode(encoding)) == "cp1252"


@pytest.mark.parametrize(
    "name",
    "José Zoë Renée Élise Noël Müller MÜLLER Jürgen Jörg Håkan ÅSA Seán Mairéad Róisín Caoimhín Bríd Ñandú Muñoz García López Siân "
    "François Gonçalves Chloë Michèle Benoît Bjørn Cáit D'Arcé".split(),
)
def test_a_file_of_ms_dos_is_known_by_a_name(name: str) -> None:
    assert old_encoding(f"Name,Number\r\n{name} Lee,1\r\n".encode("cp850")) == "cp850"


def test_what_may_be_of_a_mac_or_of_ms_dos_is_told_by_how_lines_end() -> None:
    assert old_encoding("Name\r\nNoël\r\n".encode("cp850")) == "cp850"
    assert old_encoding("Name\nNoël\n".encode("mac_roman")) == "mac_roman"
    assert old_encoding("Name\rBríd\r".encode("mac_roman")) == "mac_roman"
