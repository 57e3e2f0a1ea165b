"""Formulas of school and college notes: read without complaint, and written as a reader and a listener expect."""

from __future__ import annotations

from collections import Counter

import pytest

from packbuilder import maths
from packbuilder.maths.nodes import Chemistry, Node, Text, parts_of, row_of

from .cases import CASES, Case

_every = pytest.mark.parametrize("case", CASES, ids=[f"{case.topic}: {case.source}" for case in CASES])


def test_there_are_cases_of_every_topic() -> None:
    count = Counter(case.topic for case in CASES)
    assert set(count) == {"algebra", "functions", "structures", "words", "chemistry", "said_rows"}
    assert sum(count.values()) >= 80


@_every
def test_it_is_read_without_problems(case: Case) -> None:
    assert maths.parse(case.source).problems == ()


@_every
def test_plain_text(case: Case) -> None:
    assert maths.to_plain(maths.parse(case.source).tree) == case.plain


@_every
def test_speech(case: Case) -> None:
    spoken = maths.to_speech(maths.parse(case.source).tree).words
    assert spoken == case.speech
    assert not set(spoken) & set("\\{}^_$&")


@_every
def test_the_pieces_of_a_broken_formula_make_up_the_whole(case: Case) -> None:
    tree = maths.parse(case.source).tree
    pieces = maths.breaks(tree)
    assert row_of(part for piece in pieces for part in _opened(piece) if part != Text(text="")) == row_of(_opened(tree))
    assert " ".join(map(maths.to_plain, pieces)) == maths.to_plain(tree)
    # A pause where a line ends needs no comma.
    assert " ".join(maths.to_speech(piece).words for piece in pieces).replace(",", "") == maths.to_speech(tree).words.replace(",", "")


def _opened(node: Node) -> tuple[Node, ...]:
    return parts_of(node.body if isinstance(node, Chemistry) else node)


@_every
def test_the_finest_parts_of_a_formula_read_as_the_whole(case: Case) -> None:
    tree = maths.parse(case.source).tree
    phrases = maths.fine_breaks(tree)
    whole = maths.rejoined(tree, [atom for phrase in phrases for atom in phrase])
    assert maths.to_plain(whole) == maths.to_plain(tree)
    if r"\pmod" in case.source:
        return  # what is equal but for a modulus is congruent: one part says what the other means
    said = " ".join(maths.to_speech(maths.rejoined(tree, [atom])).words for phrase in phrases for atom in phrase)
    assert said.replace(",", "").split() == maths.to_speech(tree).words.replace(",", "").split()
