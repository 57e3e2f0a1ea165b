"""Offers: what topics can give, told before anything is made, and whether what is ordered can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from packbuilder.app import capacity
from packbuilder.app.orders import Order, blueprint_of
from packbuilder.app.standing import Standing
from packbuilder.app.vetting import vet
from packbuilder.app.worksheets import Capacity, capacities
from packbuilder.derive.cards import cards_of
from packbuilder.errors import PackbuilderError
from packbuilder.model.bank import ItemBank
from packbuilder.model.item import Item
from packbuilder.products.worksheets.sheet import Wish
from packbuilder.seeding import Seed
from packbuilder.values import dataclass

_EXACT = 3000
_EXACT_TO_SPECIFICATION = 1000
"""Questions among which the most that a paper can have is found while somebody waits, in about a second; not so to a specification."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What there is of one kind of question, or of one objective."""

    name: str
    questions: int
    marks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the topics of an order hold, what they give of its product, and the error where it cannot be had as it is ordered.

    `most` are the marks that one paper can have at most; 0 where that takes too long to find (`exact` is false), for other products, and where a specification says what else it must have. `worksheets` are those that the notes can give, and
    why the others cannot be.
    """

    topics: int
    questions: int
    marks: int
    kinds: tuple[Share, ...] = ()
    objectives: tuple[Share, ...] = ()
    most: int = 0
    minutes: int = 0
    worksheets: tuple[Capacity, ...] = ()
    cards: int = 0
    problem: PackbuilderError | None = None
    exact: bool = True


def offer(order: Order, standing: Standing) -> Offer:
    """Return what the topics of an order give."""
    library, ids = standing.read(order.topics)
    bank = library.bank.of_topics(ids)
    found = Offer(
        topics=len(ids),
        questions=len(bank.items),
        marks=sum(item.marks for item in bank.items),
        kinds=_shares(bank.items, lambda item: (item.kind,)),
        objectives=_shares(bank.items, lambda item: item.objectives),
    )
    return _of_product(found, order, standing, bank) if ids else found


def _of_product(found: Offer, order: Order, standing: Standing, bank: ItemBank) -> Offer:
    match order.product:
        case "paper":
            return _paper(found, order, standing, bank)
        case "worksheet":
            return replace(found, worksheets=capacities(bank, Wish(count=order.items, word_bank=order.word_bank)))
        case "cards":
            return replace(found, cards=sum(len(cards_of(topic)) for topic in bank.topics))
        case _:
            return found


def _paper(found: Offer, order: Order, standing: Standing, bank: ItemBank) -> Offer:
    """Return an offer with the most marks that one paper can have, its minutes, and what stands against the paper that is ordered."""
    try:
        blueprint = blueprint_of(order, standing)
        vet(blueprint, bank, standing.library)
        if len(bank.items) > (_EXACT_TO_SPECIFICATION if blueprint.specified else _EXACT):
            return replace(found, minutes=blueprint.duration, exact=False)
        table, problem = capacity.capacities(bank, blueprint, Seed(order.seed))
    except PackbuilderError as failure:
        return replace(found, problem=failure)
    # The first wish is for the marks in all; its amount is in words.
    most = 0 if order.blueprint or not table else int(float(table[0].on_paper.split()[0]))
    return replace(found, most=most, minutes=blueprint.duration, problem=problem)


def _shares(items: Iterable[Item], names: Callable[[Item], tuple[str, ...]]) -> tuple[Share, ...]:
    """Return the questions and marks under each name, the most marks first; a question of two objectives counts for both."""
    counts: dict[str, tuple[int, int]] = {}
    for item in items:
        for name in names(item):
            questions, marks = counts.get(name, (0, 0))
            counts[name] = (questions + 1, marks + item.marks)
    shares = (Share(name=name, questions=questions, marks=marks) for name, (questions, marks) in counts.items())
    return tuple(sorted(shares, key=lambda share: (-share.marks, share.name)))
