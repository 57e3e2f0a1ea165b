"""Titles of notes: of a file's name, and without the names of awarding bodies."""

from __future__ import annotations

import pytest

from packbuilder.diagnostics import Severity, Span
from packbuilder.readers.titles import title_from, without_body, without_kind, without_page

SPAN = Span(path="notes.txt", line=1)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("AQA GCSE Geography Paper 1 - Rivers", "GCSE Geography Paper 1 - Rivers"),
        ("OCR GCSE Computer Science J277: Networks", "GCSE Computer Science J277: Networks"),
        ("Pearson Edexcel A level Maths: Vectors", "A level Maths: Vectors"),
        ("AQA/OCR A-level Biology", "A-level Biology"),
        ("Photosynthesis (AQA)", "Photosynthesis"),
        ("Rivers - Edexcel", "Rivers"),
        ("Osmosis - AQA A level Biology 3.1.2", "Osmosis - A level Biology 3.1.2"),
        ("Electrolysis – Edexcel GCSE (9-1)", "Electrolysis – GCSE (9-1)"),
        ("GCSE Electronics (Eduqas) Unit 1", "GCSE Electronics Unit 1"),
        ("Religious Studies (beliefs) – AQA style", "Religious Studies (beliefs)"),
        ("CBSE Class XII Chemistry – Kinetics", "Class XII Chemistry – Kinetics"),
    ],
)
def test_an_awarding_body_is_left_out_of_a_title_and_told(title: str, bare: str) -> None:
    told = without_body(title, SPAN)
    assert told[0] == bare
    assert [(each.code, each.severity) for each in told[1]] == [("N143", Severity.NOTE)]


@pytest.mark.parametrize("title", ["Pearson correlation coefficient", "Scanning: OCR and OMR", "Character recognition (OCR)", "Cells"])
def test_other_words_are_no_awarding_body(title: str) -> None:
    assert without_body(title, SPAN) == (title, ())


@pytest.mark.parametrize("title", ["AQA", "Cells AQA Paper 1"])
def test_an_awarding_body_that_cannot_be_left_out_is_warned_of(title: str) -> None:
    kept, (told,) = without_body(title, SPAN)
    assert kept == title
    assert told.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("stem", "text", "title"),
    [
        ("hist-weimar", "Life in Weimar was hard; the Weimar years ended, as Weimar did.", "Hist Weimar"),
        ("rs_bands", "We teach RS here, and RS there.", "RS bands"),
        ("partnership-working", "Partnership working is a form of working.", "Partnership working"),
        ("uk-rivers", "", "UK rivers"),
    ],
)
def test_a_title_of_a_file_name_has_the_capitals_that_the_notes_have(stem: str, text: str, title: str) -> None:
    assert title_from(stem, text) == title


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("WEIMAR GERMANY 1919-33 - mark scheme notes", "WEIMAR GERMANY 1919-33"),
        ("Cells (revision notes)", "Cells"),
        ("Rivers: mark scheme", "Rivers"),
        ("Rates of reaction – examiner points", "Rates of reaction"),
    ],
)
def test_what_notes_say_that_they_are_is_left_out_of_a_title_and_told(title: str, bare: str) -> None:
    told = without_kind(title, SPAN)
    assert told[0] == bare
    assert [(each.code, each.severity) for each in told[1]] == [("N143", Severity.NOTE)]


@pytest.mark.parametrize("title", ["Mark scheme notes", "Musical notes", "Rhythm - musical notes", "The mark of Cain: a scheme"])
def test_other_titles_stay(title: str) -> None:
    assert without_kind(title, SPAN) == (title, ())


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("A-level Biology   Topic 5  Respiration                 12", "A-level Biology – Topic 5 – Respiration"),
        ("GCSE Electronics     Unit 1    Op amps      Page 1 of 2", "GCSE Electronics – Unit 1 – Op amps"),
        ("Paper 1", "Paper 1"),
        ("Germany 1890 to 1945", "Germany 1890 to 1945"),
        ("Food safety in catering.", "Food safety in catering"),
        ("Business ethics at Marks & Co.", "Business ethics at Marks & Co."),
        ("Life in the U.K.", "Life in the U.K."),
    ],
)
def test_a_title_that_was_the_head_of_a_page_has_no_number_of_it(title: str, bare: str) -> None:
    assert without_page(title) == bare
