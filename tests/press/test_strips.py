"""Strips: words that are set as a whole are those that breaking them into lines gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.press import strip
from packbuilder.press.strip import NoRoomForNameError, PaintedWords, Words, paint_words

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


def letters(words: PaintedWords) -> set[tuple[str, str]]:
    return {(face, char) for face, characters in words.characters for char in characters}
