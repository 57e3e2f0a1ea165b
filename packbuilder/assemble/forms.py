"""Forms: the versions of a paper, each meeting the blueprint, as different as the bank allows."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from hashlib import blake2b

from packbuilder.assemble.arrange import sections_of
from packbuilder.assemble.units import Unit
from packbuilder.assemble.versions import draw_all
from packbuilder.identity import Same, same_as
from packbuilder.languages import primary
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form, Question, Section
from packbuilder.model.item import Item
from packbuilder.model.versions import version_code
from packbuilder.seeding import Seed
from packbuilder.text import tagged
from packbuilder.values import dataclass, replace
from packbuilder.wording import catalogue

_ARRANGEMENTS = 12
"""Arrangements that are tried for a form until it differs from those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """A form, and a hash over all that a candidate reads of its questions and their order: by that it is told apart from others."""

    form: Form
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What was drawn for a paper: the units of each of its forms, whose codes are `codes`. A form is arranged when it is asked for."""

    bank: ItemBank
    blueprint: Blueprint
    seed: Seed
    title: str
    codes: tuple[str, ...]
    units: tuple[tuple[Unit, ...], ...]

    def arranged(self, number: int, before: Collection[bytes] = ()) -> Arranged:
        """Arrange form `number`, from 0, unlike any content in `before`, as far as there are other arrangements; the later tries mix difficulties."""
        tries = (self._try(number, attempt) for attempt in range(_ARRANGEMENTS))
        first = next(tries)
        if first.content not in before:
            return first
        return next((each for each in tries if each.content not in before), first)

    def _try(self, number: int, attempt: int) -> Arranged:
        code, units = self.codes[number], self.units[number]
        own, language = self.seed.child("form", code), _language(self.bank, units)
        seed, coarse = own.child("again", attempt) if attempt else own, attempt > _ARRANGEMENTS // 2
        sections = sections_of(units, seed, catalogue(language), specs=self.blueprint.sections, coarse=coarse)
        content = _content(sections)
        form = _form(code, sections, content, self.bank, self.blueprint, self.seed, self.title, language)
        return Arranged(form=form, content=blake2b(content.encode(), digest_size=16).digest())

    def forms(self) -> tuple[Form, ...]:
        """Arrange all forms, each unlike those before it."""
        forms: list[Form] = []
        before: set[bytes] = set()
        for number in range(len(self.codes)):
            arranged = self.arranged(number, before)
            before.add(arranged.content)
            forms.append(arranged.form)
        return tuple(forms)


def drawn(bank: ItemBank, blueprint: Blueprint, seed: Seed, *, title: str, codes: tuple[str, ...] = ()) -> Drawing:
    """Draw the units of `blueprint.versions` forms. The same bank, blueprint and seed give the same forms on any machine.

    `codes` are the forms' own (none: A, B, C ...). Raises `InfeasibleBlueprintError` where the bank has too little,
    `UnreachableMarksError` where no sum of whole questions meets the marks, `ConflictError` where wishes clash, `InclusionError` where what the blueprint
    includes cannot stand on one paper, and `UnknownNameError` where the bank does not have it.
    """
    names = tuple(codes[number] if number < len(codes) else version_code(number) for number in range(blueprint.versions))
    units = draw_all(bank, blueprint, tuple(seed.child("form", code) for code in names))
    return Drawing(bank=bank, blueprint=blueprint, seed=seed, title=title, codes=names, units=units)


def assemble(bank: ItemBank, blueprint: Blueprint, seed: Seed, *, title: str, codes: tuple[str, ...] = ()) -> tuple[Form, ...]:
    """Draw the forms of a blueprint and arrange them all. Raises what `drawn` does."""
    return drawn(bank, blueprint, seed, title=title, codes=codes).forms()


def _language(bank: ItemBank, units: tuple[Unit, ...]) -> str:
    return bank.topics[0].language if bank.topics else units[0].items[0].language


def _form(
    code: str, sections: tuple[Section, ...], content: str, bank: ItemBank, blueprint: Blueprint, seed: Seed, title: str, language: str
) -> Form:
    return Form(
        code=code,
        title=title,
        seed=seed.number,
        minutes=blueprint.duration,
        sections=tuple(_spoken(section, language) for section in sections),
        fingerprint=_fingerprint(code, title, content),
        language=language,
        qualification=_shared(tuple(topic.qualification for topic in bank.topics)),
        unit=_shared(tuple(topic.unit for topic in bank.topics)),
        level=_shared(tuple(topic.level for topic in bank.topics)),
    )


def _spoken(section: Section, language: str) -> Section:
    """Return a section whose questions in another language than the paper's say so."""
    if all(primary(part.item.language) == primary(language) for question in section.questions for part in question.parts):
        return section
    return replace(section, questions=tuple(_in_their_own(question, primary(language)) for question in section.questions))


def _in_their_own(question: Question, language: str) -> Question:
    parts = tuple(
        part if primary(part.item.language) == language else replace(part, item=_marked(same_as(part.item))) for part in question.parts
    )
    other = next((part.item.language for part in question.parts if primary(part.item.language) != language), "")
    return replace(question, parts=parts, stimulus=tagged(question.stimulus, other) if other else question.stimulus)


@lru_cache(maxsize=16384)
def _marked(item: Same[Item]) -> Item:
    # Remembered: versions share their items.
    return tagged(item.__self__, item.__self__.language)


def _shared(values: tuple[str, ...]) -> str:
    """Return what all topics have in common, or an empty text."""
    return values[0] if values and len(set(values)) == 1 else ""


def fingerprint(code: str, title: str, sections: tuple[Section, ...]) -> str:
    """Return 8 hexadecimal digits, like `3f2a-91bc`, over all that a candidate reads and its order."""
    return _fingerprint(code, title, _content(sections))


def _fingerprint(code: str, title: str, content: str) -> str:
    digest = blake2b("\n".join((code, title, content)).encode(), digest_size=4).hexdigest()
    return f"{digest[:4]}-{digest[4:]}"


def _content(sections: tuple[Section, ...]) -> str:
    """Return a text that is the same for the same questions, options and stimuli in the same order, and for no others."""
    lines: list[str] = []
    for section in sections:
        for question in section.questions:
            if question.stimulus:
                lines.append(f"{question.number}|{question.stimulus.title}|{question.stimulus.blocks!r}")
            for part in question.parts:
                lines.append(f"{question.number}{part.label}|{_asked(same_as(part.item))}")
    return "\n".join(lines)


@lru_cache(maxsize=16384)
def _asked(same: Same[Item]) -> str:
    item = same.__self__
    space = item.interaction.answer_space(item.marks, catalogue(item.language))
    return f"{item.id}|{item.marks}|{flat(item.stem)}\n{space!r}"
