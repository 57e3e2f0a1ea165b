"""Exercises: which items of banks exercise a skill that cannot be asked as the notes state it ("Calculate the moles ...")."""

from __future__ import annotations

import re
from dataclasses import replace

from packbuilder.derive.marking_points.words import content_words
from packbuilder.markup import flat
from packbuilder.model.bank import Omission
from packbuilder.model.item import Item

_SHARED = 2
_SKILL = "R6"
_COMMON = frozenset("using used uses given various simple different work number numbers value values question answer marks".split())


def exercised(omissions: tuple[Omission, ...], items: tuple[Item, ...]) -> tuple[Omission, ...]:
    """Name with each omitted skill the bank items of its topic that exercise it: they share two content words of it or more."""
    by_topic: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for item in items:
        by_topic.setdefault(item.topic, []).append((item.id, _words(flat(item.stem) + " " + item.command)))
    return tuple(_linked(omission, by_topic.get(omission.topic, [])) for omission in omissions)


def _linked(omission: Omission, items: list[tuple[str, frozenset[str]]]) -> Omission:
    if omission.rule != _SKILL or not items:
        return omission
    wanted = _words(omission.text)
    found = tuple(id_ for id_, words in items if len(wanted & words) >= _SHARED)
    return replace(omission, exercised=found) if found else omission


def _words(text: str) -> frozenset[str]:
    return frozenset(
        re.sub(r"(?:ations?|ing|ed|es|s|e)$", "", word) for word in content_words(text) if len(word) > 3 and word not in _COMMON
    )
