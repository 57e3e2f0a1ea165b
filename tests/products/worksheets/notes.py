"""Notes for tests of worksheets, as material."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from packbuilder.derive.material import material_of
from packbuilder.derive.topics import derive
from packbuilder.model.bank import ItemBank
from packbuilder.model.material import Material
from packbuilder.readers.notes import read_notes

_TIDES = Path(__file__).parent.parent.parent / "cases" / "worksheets" / "tides.txt"


@lru_cache(maxsize=1)
def tides() -> Material:
    """Fifteen terms and four claims that are put right."""
    return material(_TIDES.read_bytes(), "tides.txt")


def material(data: bytes, path: str) -> Material:
    topic, _ = read_notes(data, path)
    assert topic is not None
    return material_of(ItemBank(topics=(topic,), items=derive(topic).items))


def only(count: int) -> Material:
    """The first so many terms of the tides, and nothing else."""
    every = tides()
    return replace(every, notions=every.notions[:count], claims=(), passages=(), sequences=(), items=())
