"""Practice questions for topics: a few each, of mixed kinds, none of which asks the same as another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from packbuilder.assemble.labels import numbered_through
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Part, Question
from packbuilder.model.item import Item
from packbuilder.model.scheme import LevelsScheme, has_content
from packbuilder.seeding import Seed
from packbuilder.values import replace

_MOST = 6
"""Questions of more marks are for papers: their answer space would take a page of a pack."""


def practice_questions(
    bank: ItemBank, seed: Seed, *, each: int, without: frozenset[str] = frozenset()
) -> Mapping[str, tuple[Question, ...]]:
    """Return up to `each` questions a topic, easy to hard, numbered through all topics; by topic id, topics without any left out.

    Items are taken in the seed's order, always one of a kind that was used least; only such as say what a right answer is.
    `without` are the ids of items that are used elsewhere.
    """
    chosen: dict[str, tuple[Question, ...]] = {}
    number = 1
    for topic in bank.topics:
        items = (item for item in bank.items if item.topic == topic.id and item.id not in without)
        drawn = tuple(_mixed(_answered(items, seed.child("numbers")), seed.child("practice", topic.id), each))
        if drawn:
            chosen[topic.id] = tuple(_question(at, item, seed.child("options", item.id)) for at, item in enumerate(drawn, number))
            number += len(drawn)
    numbered = iter(numbered_through(question for questions in chosen.values() for question in questions))
    return {topic: tuple(islice(numbered, len(questions))) for topic, questions in chosen.items()}


def _answered(items: Iterable[Item], seed: Seed) -> Iterator[Item]:
    """Yield the items that can stand in a pack, with their numbers drawn."""
    for item in items:
        drawn = item.variants.drawn(seed.child(item.id)) if item.variants else item
        if drawn is not None and drawn.marks <= _MOST and has_content(drawn.scheme):
            yield drawn


def _mixed(items: Iterable[Item], seed: Seed, each: int) -> tuple[Item, ...]:
    """Return a mixture: of the kinds that were used least the first item that clashes with none before it, one long answer at most; doubtful ones last."""
    waiting = list(seed.shuffled(items, lambda item: item.id))
    used: Counter[str] = Counter()
    chosen: list[Item] = []
    while waiting and len(chosen) < each:
        item = min(waiting, key=lambda item: (item.doubtful, used[_kind(item)]))
        waiting.remove(item)
        long = isinstance(item.scheme, LevelsScheme)
        if any(item.clashes(other) for other in chosen) or (long and used["long"]):
            continue
        chosen.append(item)
        used[_kind(item)] += 1
        used["long"] += long
    return tuple(sorted(chosen, key=lambda item: (item.difficulty, item.marks)))


def _kind(item: Item) -> str:
    """Return what an item counts as in a mixture: the rule that made it, or the kind of a bank's own."""
    return item.kind if item.rule == "bank" else "point" if item.rule[:1] == "R" else item.rule


def _question(number: int, item: Item, seed: Seed) -> Question:
    arranged = replace(item, interaction=item.interaction.arranged(seed))
    return Question(number=number, parts=(Part(label="", item=arranged),), stimulus=item.stimulus)
