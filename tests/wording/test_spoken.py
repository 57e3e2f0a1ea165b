"""Words of the program's own that have no translation say that they are English."""

from __future__ import annotations

from packbuilder.text import Run, counted, said, said_lines
from packbuilder.wording import catalogue


def test_a_language_of_its_own_borrows_nothing() -> None:
    for language in ("en", "en-GB", "cy"):
        assert catalogue(language).borrowed == frozenset()
    assert said(catalogue("cy"), "pack.label", bold=True) == (Run(text="Pecyn adolygu", bold=True),)


def test_a_language_without_a_catalogue_borrows_english_and_says_so() -> None:
    dutch = catalogue("nl-BE")
    assert said(dutch, "pack.label") == (Run(text="Revision pack", language="en"),)
    assert counted(dutch, "marks", 2) == (Run(text="2 marks", language="en"),)
    assert {run.language for line in said_lines(dutch, "pack.how") for run in line if isinstance(run, Run)} == {"en"}
