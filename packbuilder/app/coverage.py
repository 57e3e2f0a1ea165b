"""Coverage: which marking points the papers made so far test, and which none does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from packbuilder.app.library import Library
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import read_bytes, shown
from packbuilder.derive.ids import item_id
from packbuilder.errors import PackbuilderError
from packbuilder.model.item import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCoverage:
    """A marking point, the papers that test it (`pack A`), and why none can where nothing is asked of it."""

    topic: str
    text: str
    source: str
    papers: tuple[str, ...]
    reason: str = ""


class NoPapersError(PackbuilderError):
    """No manifest with a paper in the places given."""

    def __init__(self, *, places: tuple[Path, ...]) -> None:
        where = ", ".join(shown(place) for place in places)
        super().__init__(f"there is no paper in {where}", hints=("Make some first: `packbuilder build` or `packbuilder paper`.",))


def coverage(library: Library, places: tuple[Path, ...]) -> tuple[PointCoverage, ...]:
    """Say for each marking point of the topics that the papers are about which papers test it. Raises `NoPapersError`."""
    tested, topics = _tested(places)
    exercised = {(o.topic, o.text): o for o in library.bank.omissions}
    rows: list[PointCoverage] = []
    for topic in library.bank.topics:
        if topic.id not in topics:
            continue
        for point in topic.marking_points:
            omission = exercised.get((topic.id, point.text))
            ids = (item_id(topic.id, "p", point.text), *(omission.exercised if omission else ()))
            papers = dict.fromkeys(paper for id_ in ids for paper in tested.get(id_, ()))
            reason = omission.reason if omission and not omission.exercised else ""
            rows.append(PointCoverage(topic=topic.id, text=point.text, source=str(point.span), papers=tuple(papers), reason=reason))
    return tuple(rows)


def used_items(places: Iterable[Path]) -> frozenset[str]:
    """Return the ids of all items that the papers in folders, or named by manifests, hold. Raises `NoPapersError`."""
    found = tuple(places)
    used = {
        str(part.get("item"))
        for _, form, _ in _forms(found)
        for question in form.get("questions", ())
        for part in question.get("parts", ())
    }
    if not used:
        raise NoPapersError(places=found)
    return frozenset(used)


def unused_items(library: Library, places: tuple[Path, ...]) -> tuple[Item, ...]:
    """Return the items, of the topics that the papers are about, that none of them holds. Raises `NoPapersError`."""
    tested, topics = _tested(places)
    return tuple(item for item in library.bank.items if item.topic in topics and item.id not in tested)


def _tested(places: tuple[Path, ...]) -> tuple[dict[str, list[str]], set[str]]:
    """Return the papers by the ids of the items that they hold, and the topics that the papers are about."""
    tested: dict[str, list[str]] = {}
    topics: set[str] = set()
    for pack, form, about in _forms(places):
        topics.update(about)
        for question in form.get("questions", ()):
            for part in question.get("parts", ()):
                tested.setdefault(str(part.get("item")), []).append(f"{pack} {form.get('version', '')}".strip())
    if not topics:
        raise NoPapersError(places=places)
    return tested, topics


def _forms(places: Iterable[Path]) -> Iterator[tuple[str, dict[str, list[dict[str, list[dict[str, object]]]]], list[str]]]:
    for place in places:
        for file in sorted(place.rglob(MANIFEST)) if place.is_dir() else (place,):
            try:
                value = json.loads(read_bytes(file))
                for form in value["forms"]:
                    yield str(value["pack"]), form, list(value["topics"])
            except (ValueError, KeyError, TypeError) as failure:
                raise PackbuilderError(f"{shown(file)} is not a manifest of packbuilder's") from failure
