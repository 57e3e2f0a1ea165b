"""Parts: derived questions on one subject, drawn for the same section, become (a), (b), (c) of one question."""

from __future__ import annotations

from packbuilder.assemble.units import Unit
from packbuilder.model.item import Item

_MOST_PARTS = 3
_MOST_MARKS = 10
"""A question of parts stays shorter than an extended response."""


def grouped(units: list[Unit]) -> list[tuple[Unit, str]]:
    """Return units in their order, with the subject that a merged unit's parts share (an empty text for all others).

    A merged unit stands where its first member stood; its parts go from few marks to many. Only items derived from marking
    points are merged, of one topic, each into one question.
    """
    taken: set[int] = set()
    result: list[tuple[Unit, str]] = []
    for index, unit in enumerate(units):
        if index in taken:
            continue
        subject, members = _best(units, index, taken)
        if len(members) < 2:
            result.append((unit, ""))
            continue
        taken.update(members)
        items = sorted((units[i].items[0] for i in members), key=lambda item: (item.marks, item.difficulty))
        marks = sum(item.marks for item in items)
        merged = Unit("+".join(units[i].key for i in members), tuple(items), marks, unit.topic, unit.recall)
        result.append((merged, dict(items[0].about)[subject]))
    return result


def _best(units: list[Unit], index: int, taken: set[int]) -> tuple[str, list[int]]:
    """Return the subject that most later units share with this one, and those units' places."""
    best: tuple[str, list[int]] = ("", [])
    if not _mergeable(units[index]):
        return best
    for subject, _ in units[index].items[0].about:
        members, marks = [index], units[index].marks
        for other in range(index + 1, len(units)):
            unit = units[other]
            fits = other not in taken and unit.topic == units[index].topic and _mergeable(unit) and marks + unit.marks <= _MOST_MARKS
            if fits and len(members) < _MOST_PARTS and subject in dict(unit.items[0].about):
                members.append(other)
                marks += unit.marks
        if len(members) > len(best[1]):
            best = (subject, members)
    return best if len(best[1]) > 1 else ("", [])


def _mergeable(unit: Unit) -> bool:
    return len(unit.items) == 1 and _derived(unit.items[0])


def _derived(item: Item) -> bool:
    return item.rule.startswith("R") and item.kind == "short_answer" and bool(item.about)
