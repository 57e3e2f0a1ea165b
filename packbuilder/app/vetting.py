"""Vetting: what a blueprint names, against what there is, before a paper is drawn. A slip must not pass for a wish."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from math import ceil, floor

from packbuilder.app.library import Library
from packbuilder.app.project import BadContentError
from packbuilder.assemble import ConflictError
from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.errors import PackbuilderError, nearest_hints
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.quota import OVER, Quota
from packbuilder.question_types.commands import COMMANDS
from packbuilder.question_types.common import OBJECTIVES

_NOUNS = {"kind": "kind of question", "command": "command word", "marking": "style of marking"}
_LISTED = 3


class NothingToTestError(PackbuilderError):
    """Topics (or files, where they name none) from which no question can be made."""

    def __init__(self, *, topics: tuple[str, ...]) -> None:
        more = f" and {len(topics) - _LISTED} more" if len(topics) > _LISTED else ""
        super().__init__(
            f"no question can be made from {', '.join(topics[:_LISTED])}{more}",
            hints=("`packbuilder check` says for each marking point why; a bank of your own questions helps too.",),
        )


def vet(blueprint: Blueprint, bank: ItemBank, library: Library) -> None:
    """Pass a blueprint that can be asked of a bank, which is the library's or a part of it.

    Raises `NothingToTestError` for a bank without questions, and `BadContentError` with each name that nothing bears, at its place.
    """
    if not bank.items:
        topics = tuple(topic.id for topic in bank.topics)
        raise NothingToTestError(topics=topics or tuple(path for path, _ in library.digests))
    found = (*_items(blueprint, bank, library.bank), *_kinds(blueprint), *_quotas(blueprint, library.bank), *_shares(blueprint))
    if found:
        raise BadContentError(found)


def placed(clash: ConflictError, blueprint: Blueprint) -> ConflictError:
    """Return a clash of wishes with the places of those that are written in a file."""
    words = tuple(words for words, _ in clash.wishes)
    found = [(span, text) for text in words for span in _spans(text, blueprint) if span.line]
    told = "cannot be met by any paper" if len(words) == 1 else "is one of the wishes that no paper meets together"
    clash.diagnostics = tuple(error("F140", f"“{text}” {told}", span) for span, text in found)
    return clash


def _spans(words: str, blueprint: Blueprint) -> Iterator[Span]:
    """Yield where a wish is written: a quota by its own words, or by those that it has for one topic (objective ...)."""
    yield from dict.fromkeys(span for named, span in blueprint.places if named == words)
    for prefix, quota in _all_quotas(blueprint):
        before, amount = (f"{prefix}{quota.over} ", quota.words.partition(": ")[2])
        of_each = quota.each and words.startswith(before) and words.endswith(f": {amount}")
        if quota.span and (words == f"{prefix}{quota.words}" or of_each):
            yield quota.span


def _all_quotas(blueprint: Blueprint) -> Iterator[tuple[str, Quota]]:
    """Yield each quota with what its wish begins with."""
    for quota in blueprint.quotas:
        yield "", quota
    for place, section in enumerate(blueprint.sections):
        for quota in section.quotas:
            yield f"section {chr(ord('A') + place)}, ", quota


def _items(blueprint: Blueprint, bank: ItemBank, everything: ItemBank) -> Iterator[Diagnostic]:
    places = dict(blueprint.places)
    here, all_ = {item.id for item in bank.items}, {item.id: item.topic for item in everything.items}
    for name in sorted(blueprint.include | blueprint.exclude):
        span = places.get(f"include {name}") or places.get(f"exclude {name}") or Span(path="the blueprint")
        if name not in all_:
            yield error("F130", f"there is no question called {name!r}", span, *nearest_hints(name, tuple(all_)))
        elif name in blueprint.include and name in blueprint.exclude:
            yield error("F110", f"{name!r} is to be on the paper and not to be on it", span, "Leave out one of the two.")
        elif name in blueprint.include and name not in here:
            yield error("F130", f"the question {name!r} is about {all_[name]!r}, and the paper is not", span, "Name that topic too.")


def _kinds(blueprint: Blueprint) -> Iterator[Diagnostic]:
    known = _every_kind() if blueprint.kinds else ()
    for name in blueprint.kinds:
        if name not in known:
            yield error("F113", f"there is no kind of question called {name!r}", Span(path="--kind"), *nearest_hints(name, known))


def _quotas(blueprint: Blueprint, bank: ItemBank) -> Iterator[Diagnostic]:
    """Yield an error for each quota over something that does not exist: it would ask nothing, or be held against the bank."""
    for _, quota in _all_quotas(blueprint):
        if quota.each or quota.over not in OVER or quota.over == "difficulty":
            continue
        there = (value for item in bank.items for value in OVER[quota.over](item))
        if any(fnmatchcase(value.casefold(), quota.value.casefold()) for value in there):
            continue
        known = _known(quota.over, bank)
        if not any(fnmatchcase(value.casefold(), quota.value.casefold()) for value in known):
            what = _NOUNS.get(quota.over, quota.over)
            message = f"“{quota.words}”: there is no {what} called {quota.value!r}"
            yield error("F131", message, quota.span or Span(path="the blueprint"), *nearest_hints(quota.value, known))


def _shares(blueprint: Blueprint) -> Iterator[Diagnostic]:
    """Yield an error for each share that no whole number of marks is: 10% of 25 marks."""
    every = ((blueprint.printed, quota) for quota in blueprint.quotas)
    for marks, quota in (*every, *((section.printed, quota) for section in blueprint.sections for quota in section.quotas)):
        low, high = quota.bounds(marks)
        if quota.measure == "share" and low > high and marks:
            span = quota.span or Span(path="the blueprint")
            message = f"“{quota.words}”: no whole number of marks of {marks} is such a share"
            hint = f"{high} marks are {high * 100 / marks:.3g}%, {low} are {low * 100 / marks:.3g}%: write {floor(high * 100 / marks)}-{ceil(low * 100 / marks)}%."
            yield error("F132", message, span, hint)


def _known(over: str, bank: ItemBank) -> tuple[str, ...]:
    """Return all values that a quota can be over: those that there are, and those that the bank has besides."""
    always: dict[str, tuple[str, ...]] = {
        "topic": tuple(topic.id for topic in bank.topics),
        "objective": OBJECTIVES,
        "kind": _every_kind() if over == "kind" else (),
        "command": COMMANDS,
        "marking": ("points", "levels", "key"),
        "source": ("bank", "notes"),
    }
    return tuple(dict.fromkeys((*always[over], *(value for item in bank.items for value in OVER[over](item)))))


def _every_kind() -> tuple[str, ...]:
    # Imported here: all that makes questions is behind the kinds, and few blueprints name one.
    from packbuilder.question_types.registry import kinds

    return tuple(kinds())
