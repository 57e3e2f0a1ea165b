"""The grammar from marking point to question, case by case: tests/cases/derivation/points.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.markup import flat
from packbuilder.model.scheme import KeyScheme
from packbuilder.model.topic import MarkingPoint, Topic

CASES = Path(__file__).parent.parent / "cases" / "derivation" / "points.txt"


def cases() -> list[list[str]]:
    """Blocks of lines; an empty tail stands as an empty line inside a block, so blocks are read line by line."""
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found: list[list[str]] = []
    while lines:
        take = 6 if len(lines) > 5 and lines[5].isdigit() else 4
        found.append(lines[:take])
        lines = lines[take + 1 :]
    return found


def test_there_are_cases() -> None:
    assert len(cases()) >= 16


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0])
def test_case(case: list[str]) -> None:
    span = Span(path="notes.txt", line=7, column=3)
    topic = Topic(id="t", title="Topic", span=span, marking_points=(MarkingPoint(text=case[1], span=span),))
    derived = derive(topic)
    if len(case) == 4:
        (omission,) = derived.omissions
        assert (omission.rule, omission.reason) == (case[2], case[3])
        assert omission.span.line == 7
        return
    (item,) = derived.items
    assert (item.rule, flat(item.stem), item.marks) == (case[2], case[3], int(case[5]))
    assert not isinstance(item.scheme, KeyScheme)
    tail = [flat(piece).casefold() for piece in item.scheme.indicative]
    assert tail == [piece.strip().casefold() for piece in case[4].split("|") if piece.strip()]
