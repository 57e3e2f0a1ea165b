"""Worksheets: topics to sheets and their answers, a kind or all of them, in versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from packbuilder.app.build import Built, Progress, finish, sound
from packbuilder.app.making import Made, default_title
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, layout, library_of
from packbuilder.derive.material import material_of
from packbuilder.document import Document
from packbuilder.layout import Layout
from packbuilder.model.material import Material
from packbuilder.products.worksheets.documents import Worksheet, answers_document, sheet_document
from packbuilder.products.worksheets.registry import KINDS
from packbuilder.products.worksheets.sheet import Kind, LackingError, Wish
from packbuilder.seeding import Seed
from packbuilder.wording import catalogue

Answers: TypeAlias = Literal["apart", "back", "none"]
"""Where answers go: a file of their own, the back of the sheet, or nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What notes give for a kind of worksheet: how many things to do, or why there is none."""

    kind: Kind
    count: int
    reason: str = ""


def capacities(arguments: tuple[str, ...], workplace: Workplace, wish: Wish) -> tuple[Capacity, ...]:
    """Return for every kind what the topics give; without arguments what kinds there are, each with 0."""
    if not arguments:
        return tuple(Capacity(kind=kind, count=0) for kind in KINDS)
    library, ids = sound(library_of(arguments, workplace), skip_bad=True)
    material = material_of(library.bank.of_topics(ids))
    return tuple(_capacity(kind, material, wish) for kind in KINDS)


def _capacity(kind: Kind, material: Material, wish: Wish) -> Capacity:
    try:
        sheet = kind.make(material, Seed(1), wish, catalogue(material.language))
    except LackingError as lacking:
        return Capacity(kind=kind, count=0, reason=str(lacking))
    return Capacity(kind=kind, count=sheet.count)


def drawn_worksheets(
    material: Material, kinds: tuple[Kind, ...], *, title: str, seed: int, versions: int, wish: Wish, lenient: bool
) -> Iterator[Worksheet]:
    """Yield every version of every kind. Raises `LackingError`; `lenient` leaves out kinds that the notes cannot give."""
    for kind in kinds:
        for number in range(versions):
            code = chr(ord("A") + number)
            try:
                sheet = kind.make(material, Seed(seed).child("worksheet", kind.name, code), wish, catalogue(material.language))
            except LackingError:
                if not lenient:
                    raise
                break
            yield Worksheet(kind=kind.name, title=title, version=code, seed=seed, language=material.language, sheet=sheet)


def make_worksheets(worksheets: tuple[Worksheet, ...], *, look: Layout, answers: Answers, printer: Printer) -> Iterator[Made]:
    """Print each sheet, and its answers where they are wanted."""
    for each in worksheets:
        yield _printed(each, sheet_document(each, answered=answers == "back"), "worksheet", "", look, printer)
        if answers == "apart":
            yield _printed(each, answers_document(each), "worksheet_answers", "-answers", look, printer)


def _printed(each: Worksheet, document: Document, product: str, ending: str, look: Layout, printer: Printer) -> Made:
    printed = printer.print(document, look)
    return Made(
        name=f"{each.kind}-{each.version}{ending}.pdf", data=printed.data, pages=printed.pages, product=product, version=each.version
    )


def build_worksheets(
    kinds: tuple[Kind, ...], arguments: tuple[str, ...], workplace: Workplace, *, wish: Wish, seed: int, versions: int, answers: Answers,
    layout_name: str, output: Path, title: str, progress: Progress, printer: Printer, skip_bad: bool = False, lenient: bool = False,
) -> Built:  # fmt: skip
    """Draw and print worksheets into `output`. All are drawn before the first is written."""
    library, ids = sound(library_of(arguments, workplace), skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    material = material_of(bank)
    title = title or default_title(bank)
    drawn = tuple(drawn_worksheets(material, kinds, title=title, seed=seed, versions=versions, wish=wish, lenient=lenient))
    made = tuple(make_worksheets(drawn, look=layout(layout_name, workplace), answers=answers, printer=printer))
    return finish(output, output.name, title, library, bank, (), made, progress)
