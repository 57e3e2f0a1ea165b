"""What centres write about access arrangements: editions and extra time in their own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.runs.plan import PRINTED_EDITIONS
from packbuilder.readers.candidates.needs import edition_of, extra_time_of
from packbuilder.readers.candidates.reading import read_candidates

CASES = Path(__file__).parents[2] / "cases" / "candidates"


def cases(name: str) -> list[tuple[str, str]]:
    """What is written in a cell, and what it is read as."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("->") for line in lines if line.strip() and not line.startswith("#"))
    return [(written.strip(), meant.strip()) for written, _, meant in pairs]


@pytest.mark.parametrize(("written", "meant"), cases("editions.txt"))
def test_an_edition_is_known_in_the_centres_words(written: str, meant: str) -> None:
    edition, hints = edition_of(written, PRINTED_EDITIONS)
    if meant.startswith("? "):
        assert edition is None
        assert meant[2:] in " ".join(hints)
    else:
        assert edition == ("" if meant == "standard" else meant)
        assert hints == ()


@pytest.mark.parametrize(("written", "meant"), cases("extra-time.txt"))
def test_extra_time_is_known_in_the_centres_words(written: str, meant: str) -> None:
    percent, wrong, hint = extra_time_of(written)
    if meant.startswith("? "):
        assert meant[2:] in f"{wrong} {hint}"
        assert wrong
        assert "%" in hint
    else:
        assert (percent, wrong) == (int(meant), "")


def test_what_was_read_into_words_is_told_once() -> None:
    data = "name,number,edition,extra time\nAnn,1,Large print 18pt,+25%\nBob,2,Large print 18pt,\nCy,3,LARGE_18,\n"
    candidates, found = read_candidates(data.encode(), "list.csv", editions=PRINTED_EDITIONS)
    assert [(each.edition, each.extra_time) for each in candidates] == [("large-18", 25), ("large-18", 0), ("large-18", 0)]
    assert [(each.code, each.severity.word, each.span.line, each.span.column) for each in found] == [("C123", "note", 2, 7)]
