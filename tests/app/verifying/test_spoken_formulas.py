"""Formulas of plain text are held against the paper's: in words, or in signs where their language lacks a word, but never left out."""

from __future__ import annotations

import pytest

from packbuilder.app.paper_reading import Asked, normal
from packbuilder.app.verifying.editions import compared

PAPER = {"1": Asked(marks=2, prose=frozenset(("résolvez",)), said=(("x au carré égale 9", "x² 9"), ("a proves b", "a b")))}


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Résolvez x au carré égale 9, A ⊢ B.", ()),
        ("Résolvez x² = 9, A ⊢ B.", ()),
        # Words that run into their neighbours.
        ("Résolvez x au carré égale 9es, A proves B.", ()),
        ("Résolvez x au carré égale 4, A ⊢ B.", ("9",)),
        ("Résolvez x égale 9, A ⊢ B.", ("carré",)),
        ("x au carré égale 9, A ⊢ B.", ("résolvez",)),
    ],
)
def test_what_a_text_lacks_is_told(text: str, lacks: tuple[str, ...]) -> None:
    other = {"1": Asked(marks=2, words=frozenset(normal(text).split()))}
    told = " ".join(compared(PAPER, other, more=True, formulas="spoken"))
    assert bool(told) == bool(lacks)
    assert all(f"without {word!r}" in told for word in lacks)
