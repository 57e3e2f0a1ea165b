"""Arranging what was drawn: options, order, sections, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from packbuilder.assemble.labels import numbered_through
from packbuilder.assemble.parts import grouped
from packbuilder.assemble.units import Unit
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat, rich
from packbuilder.model.blueprint import SectionSpec
from packbuilder.model.form import Part, Question, Section
from packbuilder.model.item import Interaction, Item
from packbuilder.model.scheme import LevelsScheme
from packbuilder.patterns import regex
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.true_false import TrueFalse
from packbuilder.seeding import Seed
from packbuilder.text import Run
from packbuilder.values import replace
from packbuilder.wording import Catalogue

OBJECTIVE_KINDS = frozenset({"multiple_choice", "multiple_response", "true_false", "matching", "ordering", "cloze"})
WRITTEN_KINDS = frozenset({"short_answer", "extended_response"})
_EXTENDED = 6
_NUMBERS = 10
"""Numbers up to this are printed as words."""

_FEWEST = 3
"""A section of its own needs so many questions; fewer stand among the short answers."""


def sections_of(
    units: tuple[Unit, ...], seed: Seed, wording: Catalogue, *, specs: tuple[SectionSpec, ...] = (), coarse: bool = False
) -> tuple[Section, ...]:
    """Return the blueprint's sections; without any A multiple choice, B short answer, C extended response, as far as needed.

    Questions stand easy to hard; `coarse` takes neighbouring difficulties as one, for where there is little to shuffle.
    """
    if specs:
        return _finished(tuple(_specified(units, specs, seed, wording, coarse)), units, seed)
    kinds: dict[str, list[Unit]] = {"objective": [], "short": [], "extended": []}
    for unit in units:
        kinds[_kind(same_as(unit))].append(unit)
    if len(kinds["objective"]) < _FEWEST:
        kinds["short"] = kinds["objective"] + kinds["short"]
        kinds["objective"] = []
    used = [(name, found) for name, found in kinds.items() if found]
    sections: list[Section] = []
    number = 1
    for place, (name, found) in enumerate(used):
        questions = tuple(_questions(found, seed.child(name), number, coarse, wording))
        number += len(questions)
        alone = len(used) == 1
        named = _Named(found)
        sections.append(
            Section(
                letter="" if alone else chr(ord("A") + place),
                title="" if alone else wording.say(named.title),
                instruction=wording.say(named.alone if alone else named.instruction),
                language=wording.spoken("section.only.instruction"),
                questions=questions,
            )
        )
    return _finished(tuple(sections), units, seed)


def _finished(sections: tuple[Section, ...], units: tuple[Unit, ...], seed: Seed) -> tuple[Section, ...]:
    """Return sections with keys spread over the letters, and figures and tables numbered through all of them."""
    balanced = _balanced(sections, units, seed.child("keys"))
    numbered = iter(numbered_through(question for section in balanced for question in section.questions))
    return tuple(replace(section, questions=tuple(islice(numbered, len(section.questions)))) for section in balanced)


def _specified(units: tuple[Unit, ...], specs: tuple[SectionSpec, ...], seed: Seed, wording: Catalogue, coarse: bool) -> Iterator[Section]:
    """Yield the sections of a blueprint, each with what was drawn for it."""
    number = 1
    alone = len(specs) == 1
    for place, spec in enumerate(specs):
        found = [unit for unit in units if unit.section == place]
        questions = tuple(_questions(found, seed.child(f"section {place}"), number, coarse, wording, merge=not spec.choose))
        number += len(questions)
        named = _Named(found)
        said = wording.say(named.alone if alone else named.instruction)
        if spec.choose:
            count, of = (wording.say(f"number.{each}") if each <= _NUMBERS else str(each) for each in (spec.choose, spec.of))
            said = wording.say("section.choose.instruction", choose=count, of=of.lower(), marks=wording.count("marks", spec.each))
        yield Section(
            letter="" if alone else chr(ord("A") + place),
            title=spec.title or wording.say(named.title),
            instruction=spec.instruction or said,
            language=None if spec.instruction else wording.spoken("section.only.instruction"),
            questions=questions,
            choose=spec.choose,
        )


class _Named:
    """What is printed over questions, by what they ask of a candidate: to mark boxes, to write, to write at length, or some of each.

    `alone` is the instruction where there is no other section.
    """

    def __init__(self, units: list[Unit]) -> None:
        items = [item for unit in units for item in unit.items]
        kinds = {_kind(same_as(unit)) for unit in units}
        marked = any(_is_objective(item) for item in items)
        boxes = marked or any(item.kind == "true_false" for item in items)
        one = kinds.pop() if len(kinds) == 1 else "short"
        told = "mixed" if one == "short" and boxes else one
        title = "mixed" if one == "short" and marked else one
        self.title = f"section.{'structured' if one == 'short' and any(map(_is_long, items)) else title}.title"
        self.instruction = f"section.{'short' if told == 'extended' and not all(map(_is_prose, items)) else told}.instruction"
        self.alone = f"section.only.{told}.instruction" if boxes else "section.only.instruction"


@lru_cache(maxsize=4096)
def _kind(same: Same[Unit]) -> str:
    """Return the section that a unit belongs to; a set around one stimulus stands among the short answers."""
    unit = same.__self__
    if len(unit.items) == 1 and _is_long(unit.items[0]) and _is_extended(unit.items[0]):
        return "extended"
    return "objective" if all(_is_objective(item) for item in unit.items) else "short"


def _is_long(item: Item) -> bool:
    """Whether an item asks for much writing."""
    return item.kind in WRITTEN_KINDS and item.marks >= _EXTENDED


def _is_extended(item: Item) -> bool:
    """Whether a long answer is an essay: a program, a working or a list of points with a mark each is none."""
    return item.kind == "extended_response" or isinstance(item.scheme, LevelsScheme)


def _is_prose(item: Item) -> bool:
    """Whether an item is answered in sentences: one that shows lines of code, or asks for some, may not be."""
    return not any(isinstance(each, Run) and each.code for each in item.stem)


def _is_objective(item: Item) -> bool:
    """Whether an item is answered by marks, letters or single words; a reason that must be written is not."""
    interaction = item.interaction
    return item.kind in OBJECTIVE_KINDS and not (isinstance(interaction, TrueFalse) and interaction.reasoned)


def _questions(units: list[Unit], seed: Seed, first: int, coarse: bool, wording: Catalogue, *, merge: bool = True) -> Iterator[Question]:
    """Yield the questions easy to hard, in the seed's order where they are equally hard; `merge` those on one subject."""

    numbers = seed.integers([unit.key for unit in units])
    placed = sorted(((_difficulty(unit, coarse), number, unit) for unit, number in zip(units, numbers, strict=True)), key=itemgetter(0, 1))
    ordered = [unit for _, _, unit in placed]
    pairs = grouped(ordered) if merge else [(unit, "") for unit in ordered]
    # A question of parts is as hard as its hardest part.
    mixed = _mixed(sorted(((_difficulty(unit, coarse), (unit, subject)) for unit, subject in pairs), key=itemgetter(0)))
    for number, (unit, subject) in enumerate(mixed, first):
        items = tuple(_arranged(item, seed) for item in _long_last(unit.items))
        labels = [""] if len(items) == 1 else [chr(ord("a") + i) for i in range(len(items))]
        parts = tuple(Part(label=label, item=item) for label, item in zip(labels, items, strict=True))
        lead = rich(wording.say("question.about", subject=subject)) if subject else ()
        yield Question(number=number, parts=parts, stimulus=items[0].stimulus, lead=lead)


_LEANS = regex(
    r"\b(?:hence|parts? \(|(?:question|part) [a-h]\b|your (?:answer|reply|diagram|graph|method|calculation)|your .{0,40}\babove\b)",
    re.IGNORECASE,
)
"""What refers to another part of the same question, whose order is then its author's."""


def _long_last(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the parts of a question with what is answered at length behind the others, which otherwise keep their author's order."""
    if len(items) == 1 or any(_LEANS.search(flat(item.stem)) for item in items):
        return items
    return tuple(sorted(items, key=lambda item: item.kind in WRITTEN_KINDS and item.marks >= _EXTENDED))


def _difficulty(unit: Unit, coarse: bool) -> tuple[int, int]:
    """Return how hard a unit is, by its hardest item, and then by its marks."""
    hardest = max([item.difficulty for item in unit.items])
    return ((hardest + 1) // 2, 0) if coarse else (hardest, unit.marks)


def _mixed(pairs: list[tuple[tuple[int, int], tuple[Unit, str]]]) -> list[tuple[Unit, str]]:
    """Part neighbours that open alike, where a unit of the same difficulty can stand between them; each comes with how hard it is."""
    rest, mixed = list(pairs), list[tuple[Unit, str]]()
    while rest:
        opening = mixed[-1][0].items[-1].command if mixed else ""
        same = (at for at, (hard, _) in enumerate(rest) if hard[0] == rest[0][0][0])
        chosen = next((at for at in same if rest[at][1][0].items[0].command != opening), 0)
        mixed.append(rest.pop(chosen)[1])
    return mixed


def _arranged(item: Item, seed: Seed) -> Item:
    """Return the item with the form's own numbers, where it has parameters, and its options in the form's order."""
    if item.variants is not None:
        item = item.variants.drawn(seed.child("values", item.id)) or item
    interaction = item.interaction.arranged(seed.child("options", item.id))
    return item if interaction is item.interaction else replace(item, interaction=interaction)


def _balanced(sections: tuple[Section, ...], units: tuple[Unit, ...], seed: Seed) -> tuple[Section, ...]:
    """Spread the keys of multiple choice evenly over the letters, by the seed.

    The questions themselves are part of the chance: papers on other topics with the same seed have other keys. Keys that have their place for good (numbers are sorted) count too: those that may move go where the fewest stand so far, those with
    fewer places first.
    """
    found = [part.item for section in sections for question in section.questions for part in question.parts]
    choices = {item.id: item.interaction for item in found if isinstance(item.interaction, MultipleChoice) and not item.interaction.several}
    own = seed.among(choices)
    bases = {item.id: item for unit in units for item in unit.items if item.variants is None}
    sizes = {name: _key_places(bases.get(name), choice) for name, choice in choices.items()}
    standing = Counter(choice.key_place for name, choice in choices.items() if sizes[name] <= 1)
    by_size: dict[int, list[str]] = {}
    for name, size in sizes.items():
        if size > 1:
            by_size.setdefault(size, []).append(name)
    places: dict[str, int] = {}
    for size, names in sorted(by_size.items()):
        letters = own.child("letters", size).shuffled(range(size))
        dealt: list[tuple[int, int]] = []
        for number in range(len(names)):
            place = min(letters, key=lambda letter: standing[letter])
            standing[place] += 1
            dealt.append((place, number))
        spread = own.child("spread", size).shuffled(dealt)
        places.update({name: place for name, (place, _) in zip(names, spread, strict=True)})
    return tuple(replace(s, questions=tuple(_placed(q, places, bases) for q in s.questions)) for s in sections)


def _key_places(base: Item | None, choice: MultipleChoice) -> int:
    """Return in how many places a key may stand, which no order of the options changes: that of the bank's own item is remembered."""
    return base.interaction.key_places if base and isinstance(base.interaction, MultipleChoice) else choice.key_places


def _placed(question: Question, places: Mapping[str, int], bases: Mapping[str, Item]) -> Question:
    """Return a question with its keys in their places. Where nothing changes it is the same object."""
    items = [_one(part.item, places.get(part.item.id, -1), bases) for part in question.parts]
    if all(part.item is item for part, item in zip(question.parts, items, strict=True)):
        return question
    return replace(question, parts=tuple([Part(label=part.label, item=item) for part, item in zip(question.parts, items, strict=True)]))


def _one(item: Item, place: int, bases: Mapping[str, Item]) -> Item:
    """Return the item with its key in its place among the options (-1: it has none), and the same object for every version that has the options in one order,
    so that what is made of it is made once.

    `bases` are the bank's items that differ from version to version in nothing but how they are answered.
    """
    base, interaction = bases.get(item.id, item), item.interaction
    if not isinstance(interaction, MultipleChoice):
        return item if item is base else _answered(same_as(base), interaction)
    keyed = interaction if place < 0 else interaction.with_key_at(place)
    if keyed is base.interaction:
        return base
    if item.id not in bases:
        return replace(item, interaction=keyed)
    return _ordered(same_as(base), same_as(base.interaction), tuple(map(same_as, keyed.options)))


@lru_cache(maxsize=16384)
def _ordered(base: Same[Item], choice: Same[MultipleChoice], options: tuple[Same[Choice], ...]) -> Item:
    """Return the item with its options in an order: which they are shows quicker than what they say."""
    return replace(base.__self__, interaction=replace(choice.__self__, options=tuple([each.__self__ for each in options])))


@lru_cache(maxsize=16384)
def _answered(base: Same[Item], interaction: Interaction) -> Item:
    return replace(base.__self__, interaction=interaction)
