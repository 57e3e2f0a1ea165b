"""Drawing every parameterised item many times, to find what one draw does not show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from packbuilder.app.library import BANK_ENDINGS, Library
from packbuilder.app.reading import read_bytes
from packbuilder.app.screening import screened
from packbuilder.diagnostics import Severity
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.item import Item, Trial
from packbuilder.model.raw_item import RawItem, Scalar
from packbuilder.question_types.parameters import parameterised
from packbuilder.readers.bank_yaml import read_bank
from packbuilder.seeding import Seed
from packbuilder.values import dataclass
from packbuilder.wording import catalogue

_REASONS = 3
"""So many reasons are told why draws failed, the most frequent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """A parameterised item: how often it was drawn, how often that failed, how many different questions came out.

    A draw fails where 1,000 tries give no question. `unmet` tries, over all draws, had numbers that the conditions exclude; `refused` ones met
    them and still gave no question, or a bad one: `reasons` say why. `combinations` are the choices of values, those that conditions
    exclude among them. `example` is the stem of the first draw.
    """

    item: str
    source: str
    draws: int
    failures: int
    different: int
    combinations: int
    example: str
    unmet: int = 0
    refused: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def duplicates(self) -> int:
        """How many draws gave a question that an earlier draw gave."""
        return self.draws - self.failures - self.different


def stressed(bank: ItemBank, *, draws: int) -> Iterator[Stress]:
    """Draw each parameterised item of a bank so many times, as versions of papers draw it."""
    for item in bank.items:
        if item.variants is None:
            continue
        variants = item.variants
        trials = [variants.tried(Seed(number).child("values", item.id)) for number in range(draws)]
        drawn = [trial.item for trial in trials if trial.item is not None]
        yield Stress(
            item=item.id,
            source=str(item.span),
            draws=draws,
            failures=draws - len(drawn),
            different=len(set(map(_content, drawn))),
            combinations=variants.combinations,
            example=flat(drawn[0].stem) if drawn else "",
            unmet=sum(trial.unmet for trial in trials),
            refused=sum(trial.refused for trial in trials),
            reasons=_reasons(trials),
        )


def undrawable(library: Library, ids: Iterable[str], *, draws: int) -> Iterator[Stress]:
    """Yield each parameterised item of the topics that never became a question, so that every draw of it fails."""
    written = tuple(_raw_items(library))
    built, topics = {item.id for item in library.bank.items}, frozenset(ids)
    named = {item.topic for item in library.bank.items} | {topic.id for topic in library.bank.topics}
    for raw in written:
        id_ = raw.fields.values.get("id")
        name = f"{raw.bank}.{id_.text}" if isinstance(id_, Scalar) else raw.bank
        # A topic whose every question fails has no name to be chosen by: it belongs to the files that were read.
        if not parameterised(raw) or name in built or (raw.topic in named and raw.topic not in topics):
            continue
        yield Stress(
            item=name,
            source=str(raw.span),
            draws=draws,
            failures=draws,
            different=0,
            combinations=0,
            example="",
            reasons=_mistakes_of(raw, written, library),
        )


def _raw_items(library: Library) -> Iterator[RawItem]:
    """Yield the items of those banks that have an error, as they are written."""
    for path in dict.fromkeys(d.span.path for d in library.diagnostics if d.severity is Severity.ERROR):
        if path.lower().endswith(BANK_ENDINGS):
            data, _ = screened(read_bytes(Path(path)), path)
            bank, _ = read_bank(data, path)
            yield from bank.items


def _mistakes_of(raw: RawItem, written: Iterable[RawItem], library: Library) -> tuple[str, ...]:
    """Return the errors between an item's first line and the next item's."""
    starts = sorted(other.span.line for other in written if other.span.path == raw.span.path and other.span.line > raw.span.line)
    own = (d for d in library.diagnostics if d.severity is Severity.ERROR and d.span.path == raw.span.path and d.span.line >= raw.span.line)
    return tuple(f"{d.message} ({d.span})" for d in own if not starts or d.span.line < starts[0])


def _reasons(trials: Iterable[Trial]) -> tuple[str, ...]:
    """Return the most frequent reasons, each with its first example; those that differ in their values alone are one."""
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    for reason, times in (each for trial in trials for each in trial.reasons.items()):
        sort = re.sub(r"'[^']*'", "", reason)
        counts[sort] += times
        examples.setdefault(sort, reason)
    return tuple(f"{times} tries: {examples[sort]}" for sort, times in counts.most_common(_REASONS))


def _content(item: Item) -> str:
    """Return all that a candidate reads of an item."""
    return f"{flat(item.stem)}|{item.interaction.answer_space(item.marks, catalogue(item.language))!r}"
