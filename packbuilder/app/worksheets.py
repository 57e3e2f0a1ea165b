"""Worksheets: topics to sheets and their answers, a kind or all of them, in versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from math import ceil

from packbuilder.app.making import Made, class_set
from packbuilder.app.printing import Printed, Printer
from packbuilder.derive.material import material_of
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.material import Material
from packbuilder.model.project import WorksheetSpec
from packbuilder.model.versions import version_code
from packbuilder.products.worksheets.documents import Worksheet, answers_document, sheet_document
from packbuilder.products.worksheets.registry import KINDS, kind_named
from packbuilder.products.worksheets.sheet import Kind, LackingError, Sheet, Wish
from packbuilder.seeding import Seed
from packbuilder.values import dataclass, replace
from packbuilder.wording import catalogue

_LEAST_PART = 0.5
"""A sheet that a page cannot hold has no fewer tasks than this part of the usual number."""

ALL = "all"
"""Stands for every kind that the notes can give."""


class NoWorksheetError(PackbuilderError):
    """Notes that give no worksheet of any kind."""

    def __init__(self, *, topics: tuple[str, ...]) -> None:
        super().__init__(
            f"no worksheet can be made from {', '.join(topics) or 'no topics'}",
            hints=(
                "Worksheets come from key concepts (`Term: definition`), from marking points that plainly say what a term means, from misconceptions "
                "that are put right, from steps in order (`First …. Then …. Finally ….`), and from banks.",
                "`packbuilder worksheet --list TOPIC...` says what each kind needs.",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What notes give for a kind of worksheet: how many things to do, or why there is none."""

    kind: Kind
    count: int
    reason: str = ""


def capacities(bank: ItemBank, wish: Wish) -> tuple[Capacity, ...]:
    """Return for every kind what a bank's topics give."""
    material = material_of(bank)
    return tuple(_capacity(kind, material, wish) for kind in KINDS)


def _capacity(kind: Kind, material: Material, wish: Wish) -> Capacity:
    try:
        sheet = kind.make(material, Seed(1), wish, catalogue(material.language))
    except LackingError as lacking:
        return Capacity(kind=kind, count=0, reason=str(lacking))
    return Capacity(kind=kind, count=sheet.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The worksheets that notes give, and for each kind that `all` left out what the notes lack for it."""

    worksheets: tuple[Worksheet, ...] = ()
    left_out: tuple[str, ...] = ()


Fits = Callable[[Worksheet], bool]
"""Tells whether a sheet that is seen at once fits its page."""


def on_one_page(spec: WorksheetSpec, look: Layout, printer: Printer) -> Fits:
    """Return what tells whether sheets fit a page of a layout, printed as they are wanted."""
    return lambda each: printer.pages_filled(sheet_document(each), look, spec.habits) == 1


def drawn_worksheets(
    bank: ItemBank, spec: WorksheetSpec, *, title: str, on: str = "", whole: ItemBank | None = None, fits: Fits = lambda _: True
) -> Drawn:
    """Draw every version of every kind. Raises `UnknownNameError`, and `LackingError` where the notes cannot give a kind that is named.

    Where a sheet that must be seen at once does not `fit`, it has fewer tasks, unless their number is wished for, or brief heads. `whole` is the bank with what had better be left out: a kind that is named, and cannot be made otherwise, is made of it.
    """
    lenient = ALL in spec.kinds
    kinds = KINDS if lenient else tuple(kind_named(name) for name in spec.kinds)
    material, wish = material_of(bank), _wish(spec, on)
    worksheets: list[Worksheet] = []
    left_out: list[str] = []
    for kind in kinds:
        try:
            worksheets.extend(_fitting(kind, material, spec, wish, title=title, fits=fits))
        except LackingError as lacking:
            if lenient:
                left_out.append(str(lacking))
            elif whole is None:
                raise
            else:
                worksheets.extend(_fitting(kind, material_of(whole), spec, wish, title=title, fits=fits))
    if not worksheets:
        raise NoWorksheetError(topics=tuple(topic.title for topic in bank.topics))
    return Drawn(worksheets=tuple(worksheets), left_out=tuple(left_out))


def _wish(spec: WorksheetSpec, on: str) -> Wish:
    return Wish(count=spec.items, word_bank=spec.word_bank, on=on)


def _fitting(kind: Kind, material: Material, spec: WorksheetSpec, wish: Wish, *, title: str, fits: Fits) -> tuple[Worksheet, ...]:
    """Return the versions of a kind, with as many tasks as a page can hold, or with brief heads; all of them where it holds not even half."""
    drawn = tuple(_drawn(kind, material, spec, wish, title=title))
    if not drawn[0].sheet.whole or all(map(fits, drawn)):
        return drawn
    sizes = [drawn, *(() if wish.count else _fewer(kind, material, spec, wish, title=title, usual=drawn[0].sheet.count))]
    # What stands on a page once needs no brief head: its head is small beside it.
    several = drawn[0].sheet.copies > 1
    brief = [tuple(replace(each, brief=True) for each in size) for size in sizes] if several else []
    return next((size for size in (*sizes[1:], *brief) if all(map(fits, size))), drawn)


def _fewer(kind: Kind, material: Material, spec: WorksheetSpec, wish: Wish, *, title: str, usual: int) -> Iterator[tuple[Worksheet, ...]]:
    """Yield the versions of a kind with ever fewer tasks, down to half of the usual number."""
    for count in range(usual - 1, ceil(_LEAST_PART * usual) - 1, -1):
        try:
            yield tuple(_drawn(kind, material, spec, replace(wish, count=count), title=title))
        except LackingError:
            return


def _drawn(kind: Kind, material: Material, spec: WorksheetSpec, wish: Wish, *, title: str) -> Iterator[Worksheet]:
    """Yield the versions of a kind. Raises `LackingError`."""
    for code, sheet in zip(_codes(spec), _versions(kind, material, spec, wish), strict=True):
        yield Worksheet(kind=kind.name, title=title, version=code, seed=spec.seed, language=material.language, sheet=sheet)


def _codes(spec: WorksheetSpec) -> tuple[str, ...]:
    return tuple(map(version_code, range(spec.versions)))


def _versions(kind: Kind, material: Material, spec: WorksheetSpec, wish: Wish) -> tuple[Sheet, ...]:
    """Return the sheet of each version; where one can have fewer tasks than another, all have the fewer."""
    wording = catalogue(material.language)

    def made(wished: Wish) -> tuple[Sheet, ...]:
        # The topics are part of the chance: else whoever has had one sheet knows the letters of every later one of that seed.
        named = sorted({*(topic.id for topic in material.topics), *(item.topic for item in material.items)})
        drawn = Seed(spec.seed).child("worksheet", kind.name).among(named)
        seeds = (drawn.child(code) for code in _codes(spec))
        return tuple(kind.make(material, seed, wished, wording) for seed in seeds)

    sheets = made(wish)
    counts = {sheet.count for sheet in sheets}
    if len(counts) > 1:
        evened = made(replace(wish, count=min(counts)))
        sheets = evened if len({sheet.count for sheet in evened}) == 1 else sheets
    return sheets


def make_worksheets(worksheets: tuple[Worksheet, ...], spec: WorksheetSpec, *, look: Layout, printer: Printer) -> Iterator[Made]:
    """Print each sheet as habits are, its answers at full size where they are wanted, and the class set of each kind."""
    for kind, versions in groupby(worksheets, lambda each: each.kind):
        same = tuple(versions)
        sheets = tuple(sheet_document(each, answered=spec.answers == "back") for each in same)
        for each, document in zip(same, sheets, strict=True):
            yield _made(f"{kind}-{each.version}", "worksheet", each, printer.print(document, look, spec.habits))
            if spec.answers == "apart":
                printed = printer.print(answers_document(each), look, spec.habits.full_size)
                yield _made(f"{kind}-{each.version}-answers", "worksheet_answers", each, printed)
        yield from class_set(kind, sheets, layout=look, printer=printer, habits=spec.habits)


def kind_of_file(name: str) -> str:
    """Return the kind of worksheet that a file is of, by its name (`match-up-A-answers.pdf`); empty where it is none."""
    return next((kind.name for kind in KINDS if name.startswith(f"{kind.name}-")), "")


def _made(name: str, product: str, each: Worksheet, printed: Printed) -> Made:
    return Made(name=f"{name}.pdf", data=printed.data, seal=printed.seal, pages=printed.pages, product=product, version=each.version)
