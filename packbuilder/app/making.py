"""Making products: the bank and a wish to finished files in memory. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial
from types import MappingProxyType

from packbuilder.app.aside import at_once
from packbuilder.app.printing import Printed, Printer, Wanted
from packbuilder.app.vetting import placed
from packbuilder.assemble import ConflictError, assemble
from packbuilder.document import Document
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.topic import Topic
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.seeding import Seed
from packbuilder.values import dataclass

PRODUCTS = ("revision_pack", "practice_paper", "mark_scheme", "self_marking", "knowledge_organiser", "flashcards", "anki_deck")
"""What a pack may hold. Paper and scheme are made together: either alone is still drawn from the same form."""

FEW = 6
"""So many versions are kept in the cache. More are not: that takes a quarter of the time of printing them, and hundreds would drive out all
else that is there.
"""

PAPERS = frozenset(PRODUCTS[1:4])
"""Products that are made of a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished file: its name inside its folder, its bytes and pages, what it is, and the page of each of its anchors.

    `edition` is empty for the standard one; `adjustments` are what its edition changed, a sentence each.
    `spaces` are its ruled answer spaces: the number of the question and the lines. `sides` are those of its paper, `pages` what is
    printed on them. `seal` tells in hashes what a PDF or a file of the reader edition holds; empty for any other file.
    """

    name: str
    data: bytes
    pages: int
    product: str
    sides: int = 0
    version: str = ""
    edition: str = ""
    adjustments: tuple[str, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    seal: Mapping[str, str] = field(default_factory=dict)
    spaces: tuple[tuple[str, int], ...] = ()


def class_set(name: str, documents: tuple[Document, ...], *, layout: Layout, printer: Printer, habits: PrintHabits) -> Iterator[Made]:
    """Make the file of all the copies that a class needs, the documents in turn; nothing where habits ask for none."""
    if habits.class_set and documents:
        printed = printer.print_set(documents, layout, habits)
        yield Made(
            name=f"{name}-class-set.pdf",
            data=printed.data,
            seal=printed.seal,
            pages=printed.pages,
            sides=printed.sides,
            product="class_set",
        )


def draw(bank: ItemBank, blueprint: Blueprint, *, seed: int, title: str) -> tuple[Form, ...]:
    """Draw the forms of a blueprint that was vetted. Raises an error that says what the bank can give."""
    try:
        return assemble(bank, blueprint, Seed(seed), title=title)
    except ConflictError as clash:
        raise placed(clash, blueprint) from None


def make_papers(
    forms: tuple[Form, ...],
    *,
    paper: Layout,
    scheme: Layout,
    printer: Printer,
    products: tuple[str, ...] = ("practice_paper", "mark_scheme"),
    topics: tuple[Topic, ...] = (),
    pages: Mapping[str, str] = MappingProxyType({}),
    habits: PrintHabits = AS_IT_IS,
    fold_schemes: bool = False,
) -> Iterator[Made]:
    """Make each form's paper, mark scheme and self-marking edition, as far as `products` asks for them.

    `topics` and `pages` (of the revision pack, by anchor) say where the self-marking edition sends its readers. What markers use is
    never set on half pages, and folded with the papers only with `fold_schemes`: markers lay a page of it beside the script.
    """
    full = habits.full_size
    schemes = full if fold_schemes else full.unfolded

    def wanted(form: Form) -> Iterator[tuple[str, str, Wanted]]:
        if "practice_paper" in products:
            yield "paper", "practice_paper", Wanted(practice_paper(form), paper, habits)
        if "mark_scheme" in products:
            yield "mark-scheme", "mark_scheme", Wanted(mark_scheme(form), scheme, schemes)
        if "self_marking" in products:
            from packbuilder.products.self_marking import self_marking

            yield "self-marking", "self_marking", Wanted(self_marking(form, topics, pages), scheme, full)

    if len(forms) <= FEW:
        works = [(form, *each) for form in forms for each in wanted(form)]
        printed = printer.print_all([what for *_, what in works])
        yield from (_of_form(name, product, form, each) for (form, name, product, _), each in zip(works, printed, strict=True))
    else:

        def of(form: Form) -> tuple[Made, ...]:
            return tuple(_of_form(name, product, form, printer.print(*what)) for name, product, what in wanted(form))

        # The first one alone: what it shares with the others is known to all copies of this process then.
        yield from of(forms[0])
        for made in at_once([partial(of, form) for form in forms[1:]], workers=printer.workers):
            yield from made
    if "practice_paper" in products and habits.class_set:
        yield from class_set("paper", tuple(map(practice_paper, forms)), layout=paper, printer=printer, habits=habits)


def _of_form(name: str, product: str, form: Form, printed: Printed) -> Made:
    return Made(
        name=f"{name}-{form.code}.pdf",
        data=printed.data,
        seal=printed.seal,
        pages=printed.pages,
        sides=printed.sides,
        product=product,
        version=form.code,
        spaces=printed.spaces,
    )
