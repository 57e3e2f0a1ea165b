"""The item bank: every topic and every item that a run may use."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass

OTHER_TONGUE = "L"
"""The rule of marking points that are not in English: `check` names all of a file at once that are not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A marking point (or concept, misconception) that yields no question, why, and what would mend it.

    `worksheet` is a sentence that may be asked where nothing is examined ("Explain how to ..."); empty: there is none.
    `partial`: only a clause of the point is left out, the rest is asked. `exercised` are ids of bank items that do ask it.
    """

    topic: str
    text: str
    rule: str
    reason: str
    remedy: str
    span: Span
    worksheet: str = ""
    partial: bool = False
    exercised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBank:
    """Topics in the order they were named, items in source order, and what could not be asked.

    `titles` are those that banks give their topics, by id: they name the ones that have no notes.
    """

    topics: tuple[Topic, ...] = ()
    items: tuple[Item, ...] = ()
    omissions: tuple[Omission, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> str:
        """The language of what is made of the bank: that of its first topic."""
        return self.topics[0].language if self.topics else "en-GB"

    @property
    def without_notes(self) -> tuple[str, ...]:
        """The ids of topics that have questions and no notes, in the order of their questions."""
        known = {topic.id for topic in self.topics}
        return tuple(dict.fromkeys(item.topic for item in self.items if item.topic not in known))

    def title_of(self, id_: str) -> str:
        """Return a topic's title: its notes', or else the one its bank gives it, or else its id."""
        topic = self.topic(id_)
        return topic.title if topic is not None else dict(self.titles).get(id_, id_)

    def of_topics(self, ids: tuple[str, ...]) -> ItemBank:
        """Return the part of the bank that belongs to those topics, in the order of `ids`."""
        by_id = {topic.id: topic for topic in self.topics}
        wanted = frozenset(ids)
        return ItemBank(
            topics=tuple(by_id[id_] for id_ in ids if id_ in by_id),
            items=tuple(item for item in self.items if item.topic in wanted),
            omissions=tuple(omission for omission in self.omissions if omission.topic in wanted),
            titles=self.titles,
        )

    def topic(self, id_: str) -> Topic | None:
        """Return the topic of that id, or None where a bank names a topic without notes."""
        return next((topic for topic in self.topics if topic.id == id_), None)
