"""Notes as they come: what is read, and what is said of what is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.model.topic import Topic
from packbuilder.readers.notes import read_notes

CLEAN = (Path(__file__).parent.parent / "cases" / "notes" / "clean.txt").read_bytes()


def read(data: bytes) -> tuple[Topic, dict[str, list[int]]]:
    topic, found = read_notes(data, "soils.txt")
    assert topic is not None
    codes: dict[str, list[int]] = {}
    for diagnostic in found:
        codes.setdefault(diagnostic.code, []).append(diagnostic.span.line)
    return topic, codes


def test_every_section_comes_through() -> None:
    topic, _ = read(CLEAN)
    assert (topic.id, topic.title) == ("soils", "Soils")
    assert topic.synopsis.startswith("This topic looks at") and topic.synopsis.endswith("need.")
    assert [concept.term for concept in topic.concepts] == ["Humus", "Leaching", "Salinisation", "Terracing", "Topsoil", ""]
    assert topic.misconceptions[0].claim == "Soil is only crushed rock."
    assert topic.misconceptions[0].correction.startswith("It also holds water")
    assert len(topic.marking_points) == 5


def test_losses_are_told_with_their_lines() -> None:
    topic, codes = read(CLEAN)
    assert codes["N122"] == [21]
    assert codes["N127"] == [22]
    assert [point.cut for point in topic.marking_points] == [False, False, False, False, True]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + CLEAN,
        CLEAN.replace(b"\n", b"\r\n"),
        CLEAN.decode().encode("utf-16"),
        CLEAN.replace(b"- ", "- \u00a0".encode()),
        CLEAN.replace(b"- ", "- \u2009".encode()),
        CLEAN.replace(b"\n", "\u2028".encode()),
        CLEAN.replace(b"\n", b"\x0b"),
    ],
    ids=["bom", "crlf", "utf-16", "nbsp", "thin spaces", "line separators", "vertical tabs"],
)
def test_encodings_and_line_ends_change_nothing(data: bytes) -> None:
    topic, _ = read(data)
    expected, _ = read(CLEAN)
    assert [c.definition for c in topic.concepts] == [c.definition for c in expected.concepts]
    assert [p.text for p in topic.marking_points] == [p.text for p in expected.marking_points]


def test_front_matter_names_the_topic_and_keeps_line_numbers() -> None:
    topic, codes = read(b"---\nid: soil-loss\ntitle: Losing soil\n---\n" + CLEAN)
    assert (topic.id, topic.title) == ("soil-loss", "Losing soil")
    assert codes["N122"] == [25]


def test_formulas_in_a_title_are_kept_for_headings_and_in_characters_elsewhere() -> None:
    topic, _ = read(b'---\ntitle: "Energy: $E = mc^2$ and \\\\ce{H2SO4} for $5"\n---\n' + CLEAN)
    assert topic.title == "Energy: E = mc² and H₂SO₄ for $5"
    assert topic.heading == r"Energy: $E = mc^2$ and \ce{H2SO4} for $5"
    assert read(CLEAN)[0].heading == ""


def test_a_mistake_in_the_formula_of_a_title_has_its_place() -> None:
    _, found = read_notes(b"---\ntitle: Energy $x^{2$\n---\n" + CLEAN, "soils.txt")
    (wrong,) = [d for d in found if d.code == "M101"]
    assert (wrong.span.line, wrong.span.column) == (2, 18)


def test_a_bare_chemical_formula_with_braces_in_braces_is_no_emphasis() -> None:
    topic, _ = read(CLEAN.replace(b"need.", rb"need \ce{^{238}_{92}U -> ^{234}_{90}Th + ^{4}_{2}He} too."))
    assert r"\ce{^{238}_{92}U -> ^{234}_{90}Th + ^{4}_{2}He}" in topic.synopsis


def test_a_wrong_key_in_front_matter_is_named_with_the_nearest_right_one() -> None:
    _, found = read_notes(b"---\ntitel: Soil\n---\n" + CLEAN, "soils.txt")
    (wrong,) = [d for d in found if d.code == "N204"]
    assert (wrong.span.line, wrong.span.column) == (2, 1)
    assert "title" in wrong.hints[0]


@pytest.mark.parametrize("tag", ["xx-klingon", "klingon", "en_GB", "qq"])
def test_a_language_that_nobody_knows_is_an_error_in_its_place(tag: str) -> None:
    topic, found = read_notes(f"---\nlanguage: {tag}\n---\n".encode() + CLEAN, "soils.txt")
    (wrong,) = [d for d in found if d.code == "N205"]
    assert (wrong.span.line, wrong.span.column) == (2, 11)
    assert repr(tag) in wrong.message
    assert topic is None or topic.language == "en-GB"


@pytest.mark.parametrize("tag", ["fr", "pt-BR", "sr-Latn", "tlh", "el"])
def test_languages_that_there_are_are_taken(tag: str) -> None:
    topic, found = read_notes(f"---\nlanguage: {tag}\n---\n".encode() + CLEAN, "soils.txt")
    assert topic is not None
    assert topic.language == tag
    assert not [d for d in found if d.code.startswith("N2")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "N102"),
        (b"Just some prose about soil.\nAnd more of it.\n", "N103"),
        (b"Marking of essays\nMarks are given for answers.\nThey are read twice.\n", "N103"),
        (b"\xff\x00\xfe", "N101"),
        (b"    Topic Synopsis\n    Key Concepts\n", "N104"),
    ],
    ids=["empty", "prose", "prose of answers", "not text", "headings only"],
)
def test_forms_that_cannot_yield_a_paper_are_refused_by_name(data: bytes, code: str) -> None:
    topic, found = read_notes(data, "soils.txt")
    assert topic is None
    assert [d.code for d in found if d.severity.word == "error"] == [code]


def test_windows_1252_is_read_and_told_at_its_first_sign() -> None:
    data = "Topic Synopsis\nThe soil’s water – 5 °C.\nMarking Points\n- Explain why soil is cold\n".encode("cp1252")
    topic, found = read_notes(data, "soils.txt")
    assert topic is not None
    assert topic.synopsis == "The soil’s water – 5 °C."
    (told,) = [d for d in found if d.code == "N105"]
    assert (told.span.line, told.span.column) == (2, 9)
    assert "’" in told.message


def test_what_is_no_text_is_refused_at_its_place() -> None:
    _, found = read_notes(b"\x01\x03\x04\n\xff\x00", "soils.txt")
    (wrong,) = found
    assert (wrong.code, wrong.span.line, wrong.span.column) == ("N101", 2, 1)


def test_keys_of_note_programs_are_no_mistakes() -> None:
    topic, found = read_notes(b"---\ntags: [a, b]\ntitle: Losing soil\ncreated: 2025-01-04\n---\n" + CLEAN, "soils.txt")
    assert topic is not None
    assert topic.title == "Losing soil"
    assert [(d.code, d.span.line) for d in found if d.code.startswith("N2")] == [("N206", 2), ("N206", 4)]


def test_a_first_line_that_speaks_to_somebody_is_no_title() -> None:
    topic, codes = read(b"Here is a complete revision guide for you on soils!\nTopic Synopsis\nSoil is lost.\n")
    assert topic.title == "Soils"
    assert codes["N131"] == [1]


def test_a_list_without_bullets_is_no_page_with_its_navigation() -> None:
    topic, _ = read(b"Key Concepts\nHumus - the dark part of soil\nMarking Points\nExplain how humus is formed\n")
    assert (len(topic.concepts), len(topic.marking_points)) == (1, 1)


def test_a_topic_that_is_called_so_is_the_title() -> None:
    topic, _ = read(b"Unit: Biology\n**Topic:** Enzymes\nTopic Synopsis\nEnzymes are catalysts.\n")
    assert topic.title == "Enzymes"


def test_headings_that_notes_do_not_have_are_named_in_the_refusal() -> None:
    topic, (wrong,) = read_notes(b"# Y Rhyfel\n## Crynodeb\nDechreuodd y rhyfel.\n", "rhyfel.md")
    assert topic is None
    assert wrong.code == "N103"
    assert "'Crynodeb'" in wrong.message


def test_a_page_copied_with_its_navigation_is_refused() -> None:
    page = b"    Topic Synopsis\n    Key Concepts\n    Exam Tips\n    Marking Points\nOsmosis\nAQA\nLevel\nGCSE\nTopic Overview\nHow water moves.\n"
    topic, (wrong,) = read_notes(page, "osmosis.txt")
    assert topic is None
    assert (wrong.code, wrong.span.line) == ("N104", 1)


def test_missing_sections_are_named() -> None:
    _, found = read_notes(b"Topic Synopsis\nSoil is lost.\nExaminer Mark\n- Explain soil loss.\n", "soils.txt")
    missing = [d.message for d in found if d.code == "N124"]
    assert len(missing) == 3
    assert any("Exam Tips" in message for message in missing)
    assert [d.code for d in found if d.code == "N123"] == ["N123"]


@given(st.binary(max_size=400))
def test_reading_never_raises(data: bytes) -> None:
    topic, found = read_notes(b"Topic Synopsis\n" + data, "any.txt")
    assert topic is not None or found


@pytest.mark.parametrize(
    ("name", "id_"),
    [("La photosynthèse.md", "la-photosynthese"), ("Żyła i łza.txt", "zyla-i-lza"), ("Cells.2.md", "cells"), ("….md", "notes")],
)
def test_an_id_has_the_letters_of_the_files_name_without_their_accents(name: str, id_: str) -> None:
    topic, _ = read_notes(b"## Key Concepts\n- Nucleus: part of a cell.\n", name)
    assert topic is not None
    assert topic.id == id_


def test_names_in_another_script_give_ids_that_differ() -> None:
    ids = {topic.id for name in ("Κύτταρο 1.md", "Πυρήνας 1.md") if (topic := read_notes(b"## Key Concepts\n- A: b c d.\n", name)[0])}
    assert len(ids) == 2
    assert all(id_.startswith("1-") for id_ in ids)


def test_a_heading_that_is_added_moves_no_line_that_is_told_of() -> None:
    """Tables that are read as key concepts and the table that is not, and lines below: each by its number in the file."""
    notes = (
        "# Cells\n\n| Term | Meaning |\n|---|---|\n| Tissue | a group of similar cells |\n\n| Student | Target |\n|---|---|\n| Josh | show all working |\n\n"
        "| Word | Meaning |\n|---|---|\n| Organ | a group of tissues |\n\n# Marking points\n- Define tissue [1]\n\n# Parish news\nThe fete is on Sunday.\nBring cakes.\n"
    )
    _, found = read_notes(notes.encode(), "notes.md")
    told = [diagnostic.message for diagnostic in found if diagnostic.code in ("N131", "N136")]
    assert any("terms with their meanings (lines 3 to 5 and lines 11 to 13)" in message for message in told)
    assert any("before the first section is not read (lines 7 to 9)" in message for message in told)
    assert any("'Parish news'" in message and "(lines 19 to 20)" in message for message in told)
