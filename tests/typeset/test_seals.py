"""Seals: a hash is the same however many texts are hashed at once."""

from __future__ import annotations

from hashlib import sha256

import pytest

from packbuilder.typeset.seals import SealedFile


@pytest.mark.parametrize("count", [0, 1, 1023, 1024, 1025, 2048, 2049])
def test_texts_are_hashed_as_if_they_were_joined(count: int) -> None:
    pages = [f"page {number}" for number in range(count)]
    seal = SealedFile(document={}, elements=(), order=(), pages=pages).seal()
    assert seal["pages"] == sha256("\x1e".join(pages).encode()).hexdigest()[:16]
