"""Coverage: which marking points the papers made so far test, and which none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from packbuilder.app.library import Library
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_reading import NotManifestError, Order, has, is_of_run, orders_in, said_in
from packbuilder.app.reading import shown
from packbuilder.derive.ids import item_id
from packbuilder.diagnostics import Span
from packbuilder.errors import PackbuilderError
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.model.scheme import PointsScheme
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCoverage:
    """A marking point, the papers that test it (`pack A`), and why none can where nothing is asked of it.

    A bank's question has the points that its scheme credits; where that credits none, the question is its own point.
    """

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
    """Say for each point of the topics that the papers are about which papers test it: the notes' points, then the banks'.

    Raises `NoPapersError`.
    """
    tested, topics = _tested(places, library)
    derived = {item.id for item in library.derived}
    own = (item for item in library.bank.items if item.rule == "bank" and item.topic in topics)
    # A question that was reviewed, or stands in the place of a derived one, asks what that one asked.
    further = (item for item in own if not {item.id, item.replaces} & derived)
    rows = (*_points_of_notes(library, topics, tested), *_points_of(further, tested))
    return tuple(sorted(rows, key=lambda row: topics.index(row.topic)))


def _points_of_notes(library: Library, topics: tuple[str, ...], tested: Mapping[str, list[str]]) -> Iterator[PointCoverage]:
    """Yield the marking points of notes, whoever asks them: a derived question, or one of a bank in its place."""
    omissions = {(o.topic, o.text): o for o in library.bank.omissions}
    instead: dict[str, list[str]] = {}
    told: dict[tuple[str, Span], list[str]] = {}
    for item in library.bank.items:
        instead.setdefault(item.replaces, []).append(item.id)
        told.setdefault((item.topic, item.span), []).append(item.id)
    for topic in (topic for topic in library.bank.topics if topic.id in topics):
        for point in topic.marking_points:
            omission = omissions.get((topic.id, point.text))
            asked = item_id(topic.id, "p", point.text)
            # What a point tells the meaning of may be asked among options.
            choices = told.get((topic.id, point.span), ())
            ids = dict.fromkeys((asked, *choices, *instead.get(asked, ()), *(omission.exercised if omission else ())))
            papers = dict.fromkeys(paper for id_ in ids for paper in tested.get(id_, ()))
            reason = omission.reason if omission and not omission.exercised else ""
            yield PointCoverage(topic=topic.id, text=point.text, source=str(point.span), papers=tuple(papers), reason=reason)


def _points_of(items: Iterable[Item], tested: Mapping[str, list[str]]) -> Iterator[PointCoverage]:
    """Yield the points of a bank's questions; one that several questions of a topic credit in the same words is one."""
    papers: dict[tuple[str, str], dict[str, None]] = {}
    sources: dict[tuple[str, str], str] = {}
    for item in items:
        points = item.scheme.points if isinstance(item.scheme, PointsScheme) else ()
        texts = [(flat(point.text), point.span or item.span) for point in points] or [(flat(item.stem), item.span)]
        for text, span in texts:
            sources.setdefault((item.topic, text), str(span))
            papers.setdefault((item.topic, text), {}).update(dict.fromkeys(tested.get(item.id, ())))
    for (topic, text), found in papers.items():
        yield PointCoverage(topic=topic, text=text, source=sources[topic, text], papers=tuple(found))


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
    tested, topics = _tested(places, library)
    return tuple(item for item in library.bank.items if item.topic in topics and item.id not in tested)


def _tested(places: tuple[Path, ...], library: Library) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Return the papers by the ids of the items that they hold, and the topics that the papers are about.

    A topic that has no notes is one too: it is known by the bank's questions on it. Raises `NoPapersError`.
    """
    tested: dict[str, list[str]] = {}
    topics: set[str] = set()
    for pack, form, about in _forms(places):
        topics.update(about)
        for question in form.get("questions", ()):
            for part in question.get("parts", ()):
                tested.setdefault(str(part.get("item")), []).append(f"{pack} {form.get('version', '')}".strip())
    if not tested:
        raise NoPapersError(places=places)
    topics.update(item.topic for item in library.bank.items if item.id in tested)
    known = dict.fromkeys((*(topic.id for topic in library.bank.topics), *(item.topic for item in library.bank.items)))
    return tested, tuple(topic for topic in known if topic in topics)


def _forms(places: Iterable[Path]) -> Iterator[tuple[str, Mapping[str, Any], tuple[str, ...]]]:
    """Yield each form that manifests tell of, with its pack and what that is about. Raises `NotManifestError`."""
    for place in places:
        for file in sorted(place.rglob(MANIFEST)) if place.is_dir() else (place,):
            for order in orders_in(said_in(file), file):
                if not has(order.said, {"title" if is_of_run(order.said) else "pack": str, "topics": list, "forms": list}):
                    raise NotManifestError(path=file)
                for form in order.forms:
                    yield _called(order), form, tuple(map(str, cast("list[object]", order.said["topics"])))


def _called(order: Order) -> str:
    """Return what to call what an order's papers are of: its pack; a print run has but a title."""
    return f"print run “{order.said['title']}”" if is_of_run(order.said) else str(order.said["pack"])
