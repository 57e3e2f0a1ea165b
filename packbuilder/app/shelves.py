"""Shelves: which topics each pack of a project is about, found once for all packs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from packbuilder.app.library import Library
from packbuilder.app.project import Workplace, matching, topic_index, unknown_topic
from packbuilder.app.sources import REVIEWED_ENDING
from packbuilder.model.bank import ItemBank, Omission
from packbuilder.model.item import Item
from packbuilder.model.project import PackSpec
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

Of = TypeVar("Of", Item, Omission)


@dataclass(frozen=True, slots=True)
class Shelves:
    """A library by topic, so that a project of a thousand packs is not walked through a thousand times."""

    library: Library
    _topics: dict[str, Topic]
    _items: dict[str, list[tuple[int, Item]]]
    _omissions: dict[str, list[tuple[int, Omission]]]
    _names: Mapping[str, tuple[str, ...]]

    def ids(self, pack: PackSpec) -> tuple[str, ...]:
        """Return the ids of a pack's topics, each once, in its order; those of patterns that match nothing are left out."""
        return tuple(dict.fromkeys(id_ for pattern in pack.topics for id_ in matching(pattern, self._names)))

    def bank(self, pack: PackSpec) -> ItemBank:
        """Return a pack's part of the bank, items in source order. Raises `UnknownNameError` for a pattern that matches nothing."""
        for pattern in pack.topics:
            if not matching(pattern, self._names):
                raise unknown_topic(pattern, self.library)
        ids = self.ids(pack)
        return ItemBank(
            topics=tuple(self._topics[id_] for id_ in ids if id_ in self._topics),
            items=_in_order(self._items, ids),
            omissions=_in_order(self._omissions, ids),
            titles=self.library.bank.titles,
        )


def shelved(library: Library, workplace: Workplace) -> Shelves:
    """Return a library by topic."""
    topics = {topic.id: topic for topic in library.bank.topics}
    return Shelves(library, topics, _by_topic(library.bank.items), _by_topic(library.bank.omissions), topic_index(library, workplace))


def _by_topic(things: Iterable[Of]) -> dict[str, list[tuple[int, Of]]]:
    """Return things by topic, each with its place among all."""
    found: dict[str, list[tuple[int, Of]]] = defaultdict(list)
    for place, thing in enumerate(things):
        found[thing.topic].append((place, thing))
    return dict(found)


def _in_order(things: dict[str, list[tuple[int, Of]]], ids: tuple[str, ...]) -> tuple[Of, ...]:
    """Return the things of some topics in the order that they had among all."""
    found = [each for id_ in ids for each in things.get(id_, ())]
    return tuple(thing for _, thing in sorted(found, key=lambda each: each[0]))


def sources_of(bank: ItemBank, library: Library) -> dict[str, str]:
    """Return the files that a part of the bank was read from, with their SHA-256: notes, their reviews, banks and the pictures in these."""
    paths = {path for topic in bank.topics for path in _paths(topic)} | {item.span.path for item in bank.items}
    paths |= {_review(path) for path in paths}
    found = {path: digest for path, digest in library.digests if path in paths}
    found |= {f"{path}: {name}": digest for path, name, digest in library.pictures if path in paths}
    return found


def _paths(topic: Topic) -> Iterator[str]:
    """Yield the files that a topic's pieces stand in: notes of one topic may be several files."""
    yield topic.span.path
    for pieces in (topic.concepts, topic.exam_tips, topic.misconceptions, topic.marking_points):
        yield from (piece.span.path for piece in pieces)


def _review(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{name.split('.')[0]}{REVIEWED_ENDING}"
