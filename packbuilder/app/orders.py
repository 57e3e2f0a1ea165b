"""Orders: what somebody wishes made of topics, as one value whatever the product, and the making of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from packbuilder.app.blueprints import wanted
from packbuilder.app.finishing import Built, Progress
from packbuilder.app.leftovers import clear_earlier
from packbuilder.app.one_product import build_cards, build_organiser, build_pack, build_paper, build_worksheets
from packbuilder.app.printing import Printer
from packbuilder.app.standing import Standing
from packbuilder.app.titles import default_title
from packbuilder.app.worksheets import capacities
from packbuilder.app.writing import inside
from packbuilder.document import CardTurn
from packbuilder.errors import PackbuilderError
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.organiser import OrganiserWishes
from packbuilder.model.pack import PackWishes
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.project import Answers, WorksheetSpec
from packbuilder.products.worksheets.sheet import Wish
from packbuilder.values import dataclass

Product: TypeAlias = Literal["worksheet", "paper", "pack", "cards", "organiser"]
PRODUCTS: tuple[str, ...] = get_args(Product)

_NAME = 48
"""The longest name of a folder made of a topic's, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A product of topics, and what is wished of it. What another product has no use for is let be.

    `layout` may be empty: the product's own. `minutes` and `items` of 0 mean: as suits. `skip_bad`: leave out what has mistakes.
    """

    topics: tuple[str, ...] = ()
    product: Product = "worksheet"
    kinds: tuple[str, ...] = ("cloze",)
    items: int = 0
    word_bank: bool = True
    answers: Answers = "apart"
    marks: int = 40
    minutes: int = 0
    blueprint: str = ""
    self_marking: bool = False
    versions: int = 1
    seed: int = 1
    variant: str = "full"
    questions: int = 5
    pack_answers: str = "back"
    per_page: int = 8
    turn: CardTurn = "long"
    deck: bool = True
    sides: int = 1
    together: bool = False
    layout: str = ""
    editions: tuple[str, ...] = ()
    habits: PrintHabits = AS_IT_IS
    title: str = ""
    skip_bad: bool = False


LAYOUTS: Mapping[Product, str] = {
    "worksheet": "handout-a4",
    "paper": "exam-a4",
    "pack": "handout-a4",
    "cards": "handout-a4",
    "organiser": "organiser-a4",
}
"""Each product's own layout."""


class NoTopicError(PackbuilderError):
    """An order without a topic."""

    def __init__(self) -> None:
        super().__init__("no topic is chosen", hints=("Choose at least one topic.",))


def blueprint_of(order: Order, standing: Standing) -> Blueprint:
    """Return what the paper of an order must hold. A blueprint of the project's has its own marks."""
    marks = 0 if order.blueprint else order.marks
    return wanted(order.blueprint, standing.workplace, marks=marks, versions=order.versions, minutes=order.minutes)


def fulfil(order: Order, standing: Standing, *, printer: Printer, progress: Progress) -> Built:
    """Make what is ordered, into a folder of its own below the project's output. Raises a `PackbuilderError` that says why it cannot be.

    What an earlier order has left in that folder, and this one does not make again, is removed if nobody has changed it.
    """
    if standing.failure is not None:
        raise standing.failure
    if not standing.read(order.topics)[1]:
        raise NoTopicError
    output = inside(standing.workplace.output, folder_name(order, standing))
    built = _made(order, standing, output=output, printer=printer, progress=progress)
    clear_earlier(output)
    return built


def _made(order: Order, standing: Standing, *, output: Path, printer: Printer, progress: Progress) -> Built:
    look = order.layout or LAYOUTS[order.product]
    read, workplace = standing.read(order.topics), standing.workplace
    match order.product:
        case "paper":
            blueprint = blueprint_of(order, standing)
            return build_paper(
                read, workplace, blueprint, seed=order.seed, layout_name=look, output=output, title=order.title, progress=progress, printer=printer,
                skip_bad=order.skip_bad, self_marking=order.self_marking, editions=order.editions, habits=order.habits,
            )  # fmt: skip
        case "pack":
            wishes = PackWishes(variant=order.variant, questions=order.questions, answers=order.pack_answers, seed=order.seed)
            return build_pack(
                read, workplace, layout_name=look, output=output, title=order.title, progress=progress, printer=printer,
                skip_bad=order.skip_bad, editions=order.editions, wishes=wishes, habits=order.habits,
            )  # fmt: skip
        case "cards":
            return build_cards(
                read, workplace, layout_name=look, output=output, title=order.title, progress=progress, printer=printer,
                per_page=order.per_page, turn=order.turn, deck=order.deck, skip_bad=order.skip_bad,
            )  # fmt: skip
        case "organiser":
            organised = OrganiserWishes(layout=look, sides=order.sides, together=order.together)
            return build_organiser(
                read, workplace, wishes=organised, output=output, title=order.title, progress=progress, printer=printer, skip_bad=order.skip_bad
            )  # fmt: skip
        case "worksheet":
            return _worksheets(order, standing, look=look, output=output, printer=printer, progress=progress)


def _worksheets(order: Order, standing: Standing, *, look: str, output: Path, printer: Printer, progress: Progress) -> Built:
    """Make the worksheets that the notes can give; the others that were wished for are told. Where there is none, the first reason is raised."""
    read = standing.read(order.topics)
    table = capacities(read[0].bank.of_topics(read[1]), Wish(count=order.items, word_bank=order.word_bank))
    lacking = {each.kind.name: each.reason for each in table if not each.count}
    possible = tuple(kind for kind in order.kinds if kind not in lacking)
    spec = WorksheetSpec(
        kinds=possible or order.kinds,
        versions=order.versions,
        seed=order.seed,
        items=order.items,
        word_bank=order.word_bank,
        answers=order.answers,
        layout=look,
        habits=order.habits,
    )
    built = build_worksheets(
        read, standing.workplace, spec, output=output, title=order.title, progress=progress, printer=printer, skip_bad=order.skip_bad
    )
    left_out = tuple(lacking[kind] for kind in order.kinds if kind in lacking)
    return replace(built, left_out=(*left_out, *built.left_out))


def folder_name(order: Order, standing: Standing) -> str:
    """Return the name of an order's folder: the product and the topic; several topics by what they have in common, and a few digits."""
    library, ids = standing.read(order.topics)
    if len(ids) == 1:
        name = _plain(ids[0])
    else:
        digits = sha256("\n".join(ids).encode()).hexdigest()[:4]
        name = f"{_plain(default_title(library.bank.of_topics(ids)))}-{digits}"
    name = f"{order.product}-{name}"
    packs = standing.workplace.project.packs if standing.workplace.project else ()
    # A pack of the project's owns the folder of its name.
    return f"{name}-page" if any(pack.name == name for pack in packs) else name


def _plain(text: str) -> str:
    """Return a text as part of a file's name on any machine: a-z, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    found = "-".join(re.findall(r"[a-z0-9]+", letters))[:_NAME].strip("-")
    return found or sha256(text.encode()).hexdigest()[:8]
