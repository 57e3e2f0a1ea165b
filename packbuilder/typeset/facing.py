"""Facing pages: a question of parts begins on a left-hand page where its parts would else stand overleaf from what they are about.

No page is lost by it, and none before it is left half empty: a leaf to turn is the lesser evil.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from packbuilder.typeset.breaking import Stretch, break_pages
from packbuilder.values import dataclass

_FILLED = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
"""How far pages before a question that should begin on a left-hand one are filled at the most, tried in turn."""

_LEAST = 0.7
"""How far each of them is filled at the least."""

_BOUND = 40.0
"""A break so dear parts what belongs together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """What is divided into pages: its stretches, the question and the fragment that each is of, a page's height, and the first page's number."""

    stretches: Sequence[Stretch]
    questions: Sequence[str]
    fragments: Sequence[int]
    height: float
    page: int


def facing(divided: Divided, pad: int) -> tuple[int, ...]:
    """Return the index after the last slab of each page, with parts of a question on facing pages rather than overleaf, where that costs no page.

    Up to a multiple of `pad` pages would be blank. What stands before the question is spread over one page more.
    """
    ends = break_pages(divided.stretches, divided.height)
    most = len(ends) + -(divided.page - 1 + len(ends)) % max(1, pad)
    kept: tuple[int, ...] = ()
    tried = 0
    while turned := [end for end in _overleaf(divided, ends) if end > tried]:
        tried = turned[0]
        before = _spread(divided, kept, _beginning(divided, tried))
        if not before:
            continue
        start = before[-1]
        others = (*before, *(start + end for end in break_pages(divided.stretches[start:], divided.height)))
        if len(others) <= most and len(_overleaf(divided, others)) < len(_overleaf(divided, ends)):
            ends, kept, tried = others, before, start
    return ends


def _spread(divided: Divided, kept: tuple[int, ...], start: int) -> tuple[int, ...]:
    """Return the ends of pages before a question that begins on a left-hand one; `kept` stay as they are. Nothing where a page would be half empty."""
    base = kept[-1] if kept else 0
    for part in _FILLED if start > base else ():
        more = break_pages(divided.stretches[base:start], part * divided.height)
        if (divided.page + len(kept) + len(more)) % 2 == 0:
            ends = (*kept, *(base + end for end in more))
            if all(_filled(divided, one, other) >= _LEAST for one, other in pairwise((base, *ends[len(kept) :]))):
                return ends
    return ()


def _filled(divided: Divided, start: int, end: int) -> float:
    """Return how far a page from slab `start` to `end` is filled."""
    shown = divided.stretches[start:end]
    return (sum(each.height + each.space for each in shown) - shown[-1].space) / divided.height


def _beginning(divided: Divided, at: int) -> int:
    """Return where the question of a slab begins, with what may not be parted from it."""
    questions, start = divided.questions, at
    while start and (questions[start - 1] == questions[at] or divided.stretches[start - 1].cost >= _BOUND):
        start -= 1
    return start


def _overleaf(divided: Divided, ends: Sequence[int]) -> tuple[int, ...]:
    """Return which pages' ends part a question's parts from what stands above them, so that a leaf must be turned to see it."""
    return tuple(end for number, end in enumerate(ends[:-1], divided.page) if number % 2 and _parts_meet(divided, end))


def _parts_meet(divided: Divided, at: int) -> bool:
    """Whether one part of a question ends before slab `at`, and another begins."""
    questions, fragments = divided.questions, divided.fragments
    inside = 0 < at < len(questions) and bool(questions[at]) and questions[at - 1] == questions[at]
    return inside and fragments[at - 1] != fragments[at]
