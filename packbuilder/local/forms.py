"""The page's form: what a browser sends, read into an order, with every slip in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import cast

from packbuilder.app.orders import PRODUCTS, Order, Product
from packbuilder.app.screening import objection
from packbuilder.document import CardTurn
from packbuilder.editions import EDITIONS
from packbuilder.local import choices
from packbuilder.local.choices import Choice
from packbuilder.model.print_habits import MOST_COPIES, Imposition, PrintHabits
from packbuilder.model.project import Answers
from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.values import dataclass

LARGEST_SEED = 2**63 - 1
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form as they were sent. Reading one notes what is wrong with it; what is wrong reads as the usual."""

    fields: Mapping[str, tuple[str, ...]]
    slips: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return the last value of a field, or nothing."""
        return (self.fields.get(name) or ("",))[-1].strip()

    def several(self, name: str) -> tuple[str, ...]:
        """Return all values of a field, each once."""
        return tuple(dict.fromkeys(self.fields.get(name, ())))

    def ticked(self, name: str) -> bool:
        """Whether a box is ticked: browsers send only those that are."""
        return name in self.fields

    def number(self, name: str, label: str, low: int, high: int, usual: int) -> int:
        """Return a whole number; an empty field is the usual one."""
        text = self.text(name)
        if not text:
            return usual
        if not text.isascii() or not text.isdecimal() or len(text) > 19 or not low <= int(text) <= high:
            self.slips.append(f"{label}: write a whole number from {low} to {high}.")
            return usual
        return int(text)

    def one_of(self, name: str, label: str, known: Iterable[str], usual: str) -> str:
        """Return a value among those known; a field that was not sent is the usual one."""
        text = self.text(name)
        if name not in self.fields:
            return usual
        if text not in tuple(known):
            self.slips.append(f"{label}: {text!r} is not among the choices.")
            return usual
        return text

    def some_of(self, name: str, label: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return the values among those known, in the order in which those are listed."""
        sent, listed = self.several(name), tuple(known)
        self.slips.extend(f"{label}: {text!r} is not among the choices." for text in sent if text not in listed)
        return tuple(value for value in listed if value in sent)

    def title(self) -> str:
        """Return the title as it will be printed."""
        text = " ".join(self.text("title").split())[:_LONGEST_TITLE]
        reasons = [reason for char in dict.fromkeys(text) if not (char.isascii() and char.isprintable()) and (reason := objection(char))]
        self.slips.extend(f"Title: {reason}." for reason in reasons[:1])
        return "" if reasons else text


def read_order(pairs: Sequence[tuple[str, str]], *, layouts: tuple[str, ...], blueprints: tuple[str, ...]) -> tuple[Order, tuple[str, ...]]:
    """Return the order that a form's fields make, and what is wrong with them, in words."""
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    form = Form({name: tuple(values) for name, values in fields.items()})
    product = cast("Product", form.one_of("product", "What to make", PRODUCTS, "worksheet"))
    order = Order(
        topics=form.several("topic"),
        product=product,
        kinds=form.some_of("kind", "Kind of worksheet", choices.KIND_NAMES),
        items=form.number("items", "Tasks on a sheet", 1, 40, 0),
        word_bank=form.ticked("word_bank"),
        answers=cast("Answers", form.one_of("answers", "Answers", _values(choices.ANSWERS), "apart")),
        marks=form.number("marks", "Marks", 1, 300, 40),
        minutes=form.number("minutes", "Minutes", 1, 600, 0),
        blueprint=form.one_of("blueprint", "Specification", ("", *blueprints), ""),
        self_marking=form.ticked("self_marking"),
        versions=form.number("versions", "Versions", 1, MOST_VERSIONS, 1),
        seed=_seed(form),
        variant=form.one_of("variant", "Contents", _values(choices.VARIANTS), "full"),
        questions=form.number("questions", "Practice questions", 0, 50, 5),
        pack_answers=form.one_of("pack_answers", "Answers", _values(choices.PACK_ANSWERS), "back"),
        per_page=int(form.one_of("per_page", "Cards", _values(choices.PER_PAGE), "8")),
        turn=cast("CardTurn", form.one_of("turn", "Printing cards", _values(choices.TURNS), "long")),
        deck=form.ticked("deck"),
        sides=int(form.one_of("sides", "Sides", _values(choices.SIDES), "1")),
        together=form.ticked("together"),
        layout=form.one_of("layout", "Layout", ("", *layouts), ""),
        editions=form.some_of("edition", "Editions", EDITIONS),
        habits=_habits(form),
        title=form.title(),
        skip_bad=form.ticked("skip_bad"),
    )
    if product == "worksheet" and not order.kinds:
        form.slips.append("Kind of worksheet: choose at least one.")
    return order, tuple(form.slips)


def _seed(form: Form) -> int:
    """Return the number of the draw; the button for another draw asks for the next."""
    seed = form.number("seed", "Draw", 0, LARGEST_SEED, 1)
    return (seed + 1) % (LARGEST_SEED + 1) if form.ticked("again") else seed


def _habits(form: Form) -> PrintHabits:
    return PrintHabits(
        imposition=cast("Imposition", form.one_of("imposition", "Printing", _values(choices.IMPOSITIONS), "")),
        ink_saving=form.ticked("ink_saving"),
        crop_marks=form.ticked("crop_marks"),
        class_set=form.number("class_set", "Copies for a class", 1, MOST_COPIES, 0),
    )


def _values(known: Iterable[Choice]) -> tuple[str, ...]:
    return tuple(choice.value for choice in known)
