"""Strips: words that are set as a whole are those that breaking them into lines gives."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.model.print_run import Copy
from packbuilder.press import strip
from packbuilder.press.strip import NoRoomForNameError, PaintedWords, Words, paint_words, words_of
from packbuilder.wording import catalogue
from tests.press.runs import candidate

names = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzÉŵß☐·.’-/ 𝔸7mk%\u00a0"), min_size=1, max_size=60)


def painted(words: Words, width: float) -> PaintedWords | None:
    try:
        return paint_words(words, width=width, family="atkinson", code=24)
    except NoRoomForNameError:
        return None


@settings(deadline=None)
@given(names, names, st.floats(300, 700), st.booleans())
def test_words_are_painted_as_their_lines_are(name: str, rest: str, width: float, rule: bool) -> None:
    words = Words(name, rest, rule=rule)
    whole = painted(words, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strip, "_whole", lambda *_: None)
        broken = painted(words, width)
    assert (whole is None) == (broken is None)
    if whole and broken:
        assert whole.operators == broken.operators
        assert letters(whole) == letters(broken)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Ann Lee", "Candidate 1"),
        ("Ann Lee", "Candidate 1 · Centre 12345 · Hall west, first floor, A and B · Seat A2"),
        ("Featherstonehaugh-Cholmondeley, Maximilian Alexander Bartholomew", "Candidate 1"),
        (
            "Featherstonehaugh-Cholmondeley, Maximilian Alexander Bartholomew",
            "Candidate 1 · Centre 12345 · Hall west, first floor · Seat A2",
        ),
        ("Ắế Ǻữ Featherstonehaugh-Cholmondeley, Ệỗ Alexander Ấ", "Candidate 1 · Centre 12345 · Hall wềst, first floor · Seat A2"),
    ],
)
def test_what_a_strip_says_stays_within_it(name: str, rest: str) -> None:
    for width in (368.0, 500.0):
        words = painted(Words(name, rest), width)
        assert words
        last = min(float(y) for y in re.findall(rb"q 1 0 0 1 0 (\S+) cm", words.operators))
        assert last - 7.0 >= -strip.HEIGHT


def test_no_line_ends_between_a_seat_and_its_word() -> None:
    copy = Copy(serial=1, version="A", candidate=replace(candidate(1, room="Upper gallery"), seat="A2"))
    assert words_of(copy, catalogue("en-GB")).rest == "Candidate\u00a00001 · Centre\u00a061234 · Upper gallery · Seat\u00a0A2"
    long = Copy(serial=1, version="A", candidate=replace(candidate(1), seat="Wheelchair desk left"))
    assert words_of(long, catalogue("en-GB")).rest.endswith("Seat Wheelchair desk left"), "it may need two lines"


def letters(words: PaintedWords) -> set[tuple[str, str]]:
    return {(face, char) for face, characters in words.characters for char in characters}


@pytest.mark.parametrize(("size", "width"), [(18.0, 482.0), (24.0, 482.0), (36.0, 760.0)])
@pytest.mark.parametrize(
    "name", ["Ann Lee", "Brown-Featherstonehaugh, Maximilian", "Featherstonehaugh-Cholmondeley, Maximilian Alexander Bartholomew"]
)
def test_details_on_large_print_are_as_large_as_its_text_where_they_fit(size: float, width: float, name: str) -> None:
    rest = "Candidate 0004 · Centre 12345 · Sports Hall · Seat B2"
    words = paint_words(Words(name, rest), width=width, family="atkinson", code=24, size=size)
    sizes = {float(each) for each in re.findall(rb"/\w+ ([\d.]+) Tf", words.operators)}
    if len(name) < 10:
        assert sizes == {size}
    assert min(sizes) >= size / 2
    last = min(float(y) for y in re.findall(rb"q 1 0 0 1 0 (\S+) cm", words.operators))
    assert last - min(sizes) >= -strip.height_of(size)
    assert letters(words)
