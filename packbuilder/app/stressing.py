"""Drawing every parameterised item many times, to find what one draw does not show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.item import Item
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """A parameterised item: how often it was drawn, how often that failed, how many different questions came out.

    `combinations` are the choices of values, those that conditions exclude among them. `example` is the stem of the first draw.
    """

    item: str
    source: str
    draws: int
    failures: int
    different: int
    combinations: int
    example: str

    @property
    def duplicates(self) -> int:
        """How many draws gave a question that an earlier draw gave."""
        return self.draws - self.failures - self.different


def stressed(bank: ItemBank, *, draws: int) -> Iterator[Stress]:
    """Draw each parameterised item of a bank so many times, as versions of papers draw it."""
    for item in bank.items:
        if item.variants is None:
            continue
        found = [item.variants.drawn(Seed(number).child("values", item.id)) for number in range(draws)]
        drawn = [each for each in found if each is not None]
        yield Stress(
            item=item.id,
            source=str(item.span),
            draws=draws,
            failures=draws - len(drawn),
            different=len(set(map(_content, drawn))),
            combinations=item.variants.combinations,
            example=flat(drawn[0].stem) if drawn else "",
        )


def _content(item: Item) -> str:
    """Return all that a candidate reads of an item."""
    return f"{flat(item.stem)}|{item.interaction.answer_space(item.marks, catalogue(item.language))!r}"
