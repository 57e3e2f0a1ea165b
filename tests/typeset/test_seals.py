"""Seals: a hash is the same however many texts are hashed at once, or told apart already."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.typeset.elements import sealed
from packbuilder.typeset.fragments import Node
from packbuilder.typeset.seals import SealedFile, SealedTexts, apart, place_words, placed_element


def digest(texts: Sequence[str]) -> str:
    return sha256("\x1e".join(texts).encode()).hexdigest()[:16]


@pytest.mark.parametrize("count", [0, 1, 1023, 1024, 1025, 2048, 2049])
def test_texts_are_hashed_as_if_they_were_joined(count: int) -> None:
    texts = [f"text {number}" for number in range(count)]
    elements = [placed_element(0, sealed(Node(role="P", alt=each)), [place_words(1, 2)]) for each in texts]
    seal = SealedFile(document={}, elements=elements, order=["(1, 2)"] * count, pages=texts).seal()
    assert seal["pages"] == digest(texts)
    assert seal["tags"] == digest(["0 P "] * count)
    assert seal["order"] == digest([f"[{', '.join(['(1, 2)'] * count)}]", *["[(1, 2)]"] * count])


@given(st.lists(st.lists(st.text(max_size=3), min_size=1, max_size=3), max_size=3))
def test_elements_may_be_told_several_at_once(rows: list[list[str]]) -> None:
    one_by_one = [SealedTexts(*[each] * 5) for row in rows for each in row]
    at_once = [SealedTexts(*[apart(row)] * 5) for row in rows]
    one, other = (SealedFile(document={}, elements=each, order=()).seal() for each in (one_by_one, at_once))
    assert one == other
