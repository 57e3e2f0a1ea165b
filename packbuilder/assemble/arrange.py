"""Arranging what was drawn: options, order, sections, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from packbuilder.assemble.units import Unit
from packbuilder.model.form import Part, Question, Section
from packbuilder.model.item import Item
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.seeding import Seed
from packbuilder.wording import Catalogue

OBJECTIVE_KINDS = frozenset({"multiple_choice", "multiple_response", "true_false", "matching", "ordering", "cloze"})
_EXTENDED = 6
_FEWEST = 3
"""A section of its own needs so many questions; fewer stand among the short answers."""


def sections_of(units: tuple[Unit, ...], seed: Seed, wording: Catalogue) -> tuple[Section, ...]:
    """Return the sections A multiple choice, B short answer, C extended response, as far as there is something in them."""
    kinds: dict[str, list[Unit]] = {"objective": [], "short": [], "extended": []}
    for unit in units:
        kinds[_kind(unit)].append(unit)
    if len(kinds["objective"]) < _FEWEST:
        kinds["short"] = kinds["objective"] + kinds["short"]
        kinds["objective"] = []
    used = [(name, tuple(found)) for name, found in kinds.items() if found]
    sections: list[Section] = []
    number = 1
    for place, (name, found) in enumerate(used):
        questions = tuple(_questions(found, seed.child(name), number))
        number += len(questions)
        alone = len(used) == 1
        sections.append(
            Section(
                letter="" if alone else chr(ord("A") + place),
                title="" if alone else wording.say(f"section.{name}.title"),
                instruction=wording.say("section.only.instruction" if alone else f"section.{name}.instruction"),
                questions=questions,
            )
        )
    return _balanced(tuple(sections), seed.child("keys"))


def _kind(unit: Unit) -> str:
    if len(unit.items) == 1 and unit.items[0].marks >= _EXTENDED:
        return "extended"
    return "objective" if all(item.kind in OBJECTIVE_KINDS for item in unit.items) and unit.marks <= 3 * len(unit.items) else "short"


def _questions(units: tuple[Unit, ...], seed: Seed, first: int) -> Iterator[Question]:
    """Yield the questions easy to hard, in the seed's order where they are equally hard."""
    ordered = sorted(units, key=lambda unit: (_difficulty(unit), seed.integer(unit.key)))
    for number, unit in enumerate(_mixed(ordered), first):
        items = tuple(_arranged(item, seed) for item in unit.items)
        labels = [""] if len(items) == 1 else [chr(ord("a") + i) for i in range(len(items))]
        parts = tuple(Part(label=label, item=item) for label, item in zip(labels, items, strict=True))
        yield Question(number=number, parts=parts, stimulus=items[0].stimulus)


def _difficulty(unit: Unit) -> tuple[int, int]:
    hardest = max(item.difficulty for item in unit.items)
    return (hardest, min(unit.marks, 2 * _EXTENDED) // 2)


def _mixed(units: list[Unit]) -> list[Unit]:
    """Part neighbours that open alike, where a unit of the same difficulty can stand between them."""
    rest, mixed = list(units), list[Unit]()
    while rest:
        opening = mixed[-1].items[-1].rule if mixed else ""
        same = [unit for unit in rest if _difficulty(unit)[0] == _difficulty(rest[0])[0]]
        chosen = next((unit for unit in same if unit.items[0].rule != opening), rest[0])
        rest.remove(chosen)
        mixed.append(chosen)
    return mixed


def _arranged(item: Item, seed: Seed) -> Item:
    return replace(item, interaction=item.interaction.arranged(seed.child("options", item.id)))


def _balanced(sections: tuple[Section, ...], seed: Seed) -> tuple[Section, ...]:
    """Spread the keys of multiple choice evenly over the letters, by the seed."""
    movable = [part.item for s in sections for q in s.questions for part in q.parts if _may_move(part.item)]
    places: dict[str, int] = {}
    by_size: dict[int, list[Item]] = {}
    for item in movable:
        by_size.setdefault(len(item.interaction.options), []).append(item)  # type: ignore[attr-defined]  # _may_move has checked
    for size, items in by_size.items():
        letters = seed.child("letters", size).shuffled(range(size))
        positions = seed.child("spread", size).shuffled(
            [(letters[i % size], i) for i in range(len(items))], key=lambda pair: f"{pair[0]}/{pair[1]}"
        )
        places.update({item.id: position for item, (position, _) in zip(items, positions, strict=True)})
    return tuple(replace(s, questions=tuple(_placed(q, places) for q in s.questions)) for s in sections)


def _may_move(item: Item) -> bool:
    interaction = item.interaction
    return isinstance(interaction, MultipleChoice) and interaction.key_places > 1


def _placed(question: Question, places: dict[str, int]) -> Question:
    parts = []
    for part in question.parts:
        interaction = part.item.interaction
        if isinstance(interaction, MultipleChoice) and part.item.id in places:
            moved = interaction.with_key_at(places[part.item.id])
            part = replace(part, item=replace(part.item, interaction=moved))  # the loop's own value
        parts.append(part)
    return replace(question, parts=tuple(parts))
