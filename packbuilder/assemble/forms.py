"""Forms: the versions of a paper, each meeting the blueprint, as different as the bank allows."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from packbuilder.assemble.arrange import sections_of
from packbuilder.assemble.exact import best_choice
from packbuilder.assemble.infeasible import InfeasibleBlueprintError, UnreachableMarksError
from packbuilder.assemble.order import tried_order
from packbuilder.assemble.search import search
from packbuilder.assemble.units import Unit, clash_table, units_of
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form, Section
from packbuilder.model.item import Item
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue


def assemble(bank: ItemBank, blueprint: Blueprint, seed: Seed, *, title: str) -> tuple[Form, ...]:
    """Draw `blueprint.versions` forms. The same bank, blueprint and seed give the same forms on any machine.

    Raises `InfeasibleBlueprintError` where the bank has too little, `UnreachableMarksError` where no sum of whole
    questions meets the marks.
    """
    units = units_of(_usable(bank, blueprint))
    clashes = clash_table(units)
    used: Counter[str] = Counter()
    forms: list[Form] = []
    for number in range(blueprint.versions):
        code = chr(ord("A") + number)
        own = seed.child("form", code)
        order = tried_order(units, own, used, blueprint.marks)
        chosen = search(units, order, clashes, blueprint.marks)
        if chosen is None:
            chosen = _exactly(bank, units, clashes, blueprint)
        drawn = tuple(units[index] for index in sorted(chosen))
        used.update(unit.key for unit in drawn)
        forms.append(_form(code, drawn, bank, blueprint, seed, own, title))
    return tuple(forms)


def _usable(bank: ItemBank, blueprint: Blueprint) -> tuple[Item, ...]:
    return tuple(item for item in bank.items if (not blueprint.kinds or item.kind in blueprint.kinds) and item.id not in blueprint.exclude)


def _exactly(bank: ItemBank, units: tuple[Unit, ...], clashes: tuple[frozenset[int], ...], blueprint: Blueprint) -> tuple[int, ...]:
    """Ask the exact solver where the quick search found nothing."""
    topics = tuple(topic.title for topic in bank.topics)
    if not units:
        raise InfeasibleBlueprintError(asked=blueprint.marks, possible=0, items=0, topics=topics)
    chosen = best_choice(units, clashes, blueprint.marks)
    reached = sum(units[index].marks for index in chosen)
    if reached == blueprint.marks:
        return chosen
    most = best_choice(units, clashes, sum(unit.marks for unit in units))
    possible = sum(units[index].marks for index in most)
    if possible > blueprint.marks:
        raise UnreachableMarksError(asked=blueprint.marks, nearest=reached)
    items = sum(len(unit.items) for unit in units)
    raise InfeasibleBlueprintError(asked=blueprint.marks, possible=possible, items=items, topics=topics)


def _form(code: str, units: tuple[Unit, ...], bank: ItemBank, blueprint: Blueprint, seed: Seed, own: Seed, title: str) -> Form:
    language = bank.topics[0].language if bank.topics else units[0].items[0].language
    sections = sections_of(units, own, catalogue(language))
    return Form(
        code=code,
        title=title,
        seed=seed.number,
        minutes=blueprint.duration,
        sections=sections,
        fingerprint=fingerprint(code, title, sections),
        language=language,
        qualification=_shared(tuple(topic.qualification for topic in bank.topics)),
        unit=_shared(tuple(topic.unit for topic in bank.topics)),
        level=_shared(tuple(topic.level for topic in bank.topics)),
    )


def _shared(values: tuple[str, ...]) -> str:
    """Return what all topics have in common, or an empty text."""
    return values[0] if values and len(set(values)) == 1 else ""


def fingerprint(code: str, title: str, sections: tuple[Section, ...]) -> str:
    """Return 8 hexadecimal digits, like `3f2a-91bc`, over all that a candidate reads and its order."""
    lines = [code, title]
    for section in sections:
        for question in section.questions:
            for part in question.parts:
                item = part.item
                lines.append(f"{question.number}{part.label}|{item.id}|{item.marks}|{flat(item.stem)}")
                lines.append(repr(item.interaction.answer_space(item.marks)))
    digest = blake2b("\n".join(lines).encode(), digest_size=4).hexdigest()
    return f"{digest[:4]}-{digest[4:]}"
