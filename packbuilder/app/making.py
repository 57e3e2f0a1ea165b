"""Making products: the bank and a wish to finished files in memory. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from typing import TypeVar

from packbuilder.app.aside import at_once
from packbuilder.app.form_records import FormRecord, form_record
from packbuilder.app.printing import Printed, Printer, Wanted
from packbuilder.app.vetting import placed
from packbuilder.assemble import ConflictError, Drawing, drawn
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

T = TypeVar("T")

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
    return drawing_of(bank, blueprint, seed=seed, title=title).forms()


def drawing_of(bank: ItemBank, blueprint: Blueprint, *, seed: int, title: str) -> Drawing:
    """Draw what each form of a blueprint that was vetted holds; none is arranged yet. Raises an error that says what the bank can give."""
    try:
        return drawn(bank, blueprint, Seed(seed), title=title)
    except ConflictError as clash:
        raise placed(clash, blueprint) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWishes:
    """What is made of each form: `products` (paper, mark scheme, self-marking edition), in which layouts, printed as habits are.

    `topics` and `pages` (of the revision pack, by anchor) say where the self-marking edition sends its readers. What markers use is
    never set on half pages, and folded with the papers only with `fold_schemes`: markers lay a page of it beside the script.
    """

    paper: Layout
    scheme: Layout
    products: tuple[str, ...] = ("practice_paper", "mark_scheme")
    topics: tuple[Topic, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    habits: PrintHabits = AS_IT_IS
    fold_schemes: bool = False

    def wanted(self, form: Form) -> Iterator[tuple[str, str, Wanted]]:
        """Yield what is to be printed of a form: its file's name without the code, its product, and the document."""
        full = self.habits.full_size
        if "practice_paper" in self.products:
            yield "paper", "practice_paper", Wanted(practice_paper(form), self.paper, self.habits)
        if "mark_scheme" in self.products:
            yield "mark-scheme", "mark_scheme", Wanted(mark_scheme(form), self.scheme, full if self.fold_schemes else full.unfolded)
        if "self_marking" in self.products:
            from packbuilder.products.self_marking import self_marking

            yield "self-marking", "self_marking", Wanted(self_marking(form, self.topics, self.pages), self.scheme, full)

    def of(self, form: Form, printer: Printer) -> tuple[Made, ...]:
        """Make the files of a form."""
        return tuple(_of_form(name, product, form, printer.print(*what)) for name, product, what in self.wanted(form))


def make_papers(forms: tuple[Form, ...], wishes: PaperWishes, printer: Printer) -> Iterator[Made]:
    """Make each form's files, those of a few at once; and the class set of their papers where habits ask for one."""
    if len(forms) <= FEW:
        works = [(form, *each) for form in forms for each in wishes.wanted(form)]
        printed = printer.print_all([what for *_, what in works])
        yield from (_of_form(name, product, form, each) for (form, name, product, _), each in zip(works, printed, strict=True))
    else:
        for made in _first_alone([partial(wishes.of, form, printer) for form in forms], printer):
            yield from made
    if "practice_paper" in wishes.products and wishes.habits.class_set:
        yield from class_set("paper", tuple(map(practice_paper, forms)), layout=wishes.paper, printer=printer, habits=wishes.habits)


def make_many(drawing: Drawing, wishes: PaperWishes, printer: Printer) -> tuple[tuple[FormRecord, ...], tuple[Made, ...]]:
    """Make the files of each form that was drawn; forms are arranged where they are printed, on all cores, and only their records come back.

    They are the forms that `drawing.forms` arranges: one that came out like another before it is made anew.
    """

    def of(number: int, before: Collection[bytes] = ()) -> _Version:
        arranged = drawing.arranged(number, before)
        return _Version(content=arranged.content, record=form_record(arranged.form), made=wishes.of(arranged.form, printer))

    versions: list[_Version] = []
    before: set[bytes] = set()
    for number, version in enumerate(_first_alone([partial(of, number) for number in range(len(drawing.codes))], printer)):
        versions.append(of(number, before) if version.content in before else version)
        before.add(versions[-1].content)
    return tuple(each.record for each in versions), tuple(made for each in versions for made in each.made)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """A form that was printed: by what it is told apart, its record and its files."""

    content: bytes
    record: FormRecord
    made: tuple[Made, ...]


def _first_alone(works: Sequence[Callable[[], T]], printer: Printer) -> Iterator[T]:
    """Yield what works return. The first is done alone: what it shares with the others is known to all copies of this process then."""
    yield works[0]()
    yield from at_once(works[1:], workers=printer.workers)


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
