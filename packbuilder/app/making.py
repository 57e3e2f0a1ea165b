"""Making products: the bank and a wish to finished files in memory. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache, partial

from packbuilder.app.aside import at_once
from packbuilder.app.form_records import FormRecord, form_record
from packbuilder.app.printing import Printed, Printer, Wanted
from packbuilder.app.vetting import placed
from packbuilder.assemble import Arranged, ConflictError, Drawing, drawn
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

    @property
    def kinds(self) -> tuple[str, ...]:
        """The products in the order in which they are made."""
        return tuple(each for each in _NAMES if each in self.products)

    def wanted(self, product: str, form: Form) -> Wanted:
        """Return what is to be printed of a form for a product."""
        full = self.habits.full_size
        if product == "practice_paper":
            return Wanted(practice_paper(form), self.paper, self.habits)
        if product == "mark_scheme":
            return Wanted(mark_scheme(form), self.scheme, full if self.fold_schemes else full.unfolded)
        from packbuilder.products.self_marking import self_marking

        return Wanted(self_marking(form, self.topics, self.pages), self.scheme, full)

    def made(self, product: str, form: Form, printer: Printer) -> Made:
        """Make the file of a form for a product."""
        return _of_form(product, form, printer.print(*self.wanted(product, form)))


_NAMES: Mapping[str, str] = {"practice_paper": "paper", "mark_scheme": "mark-scheme", "self_marking": "self-marking"}
"""Files of a form by their products, without its code."""


def make_papers(forms: tuple[Form, ...], wishes: PaperWishes, printer: Printer) -> Iterator[Made]:
    """Make each form's files, at once as far as there are cores; and the class set of their papers where habits ask for one."""
    works = [(kind, form) for form in forms for kind in wishes.kinds]
    kinds = [kind for kind, _ in works]
    if len(forms) <= FEW:
        printed = printer.print_all([wishes.wanted(*each) for each in works], kinds)
        yield from (_of_form(*each, file) for each, file in zip(works, printed, strict=True))
    else:
        yield from at_once([partial(wishes.made, *each, printer) for each in works], workers=printer.workers, kinds=kinds)
    if "practice_paper" in wishes.products and wishes.habits.class_set:
        yield from class_set("paper", tuple(map(practice_paper, forms)), layout=wishes.paper, printer=printer, habits=wishes.habits)


def make_many(drawing: Drawing, wishes: PaperWishes, printer: Printer) -> tuple[tuple[FormRecord, ...], tuple[Made, ...]]:
    """Make the files of each form that was drawn; forms are arranged where they are printed, on all cores, and only their records come back.

    They are the forms that `drawing.forms` arranges: one that came out like another before it is made anew.
    """
    # The last one is remembered: a process that makes files of all kinds makes those of one form after the other.
    arranged = lru_cache(maxsize=1)(drawing.arranged)

    def of(kind: str, number: int) -> tuple[Made, _Told | None]:
        form = arranged(number)
        return wishes.made(kind, form.form, printer), _told(form) if kind == kinds[-1] else None

    kinds = wishes.kinds
    works = [(kind, number) for number in range(len(drawing.codes)) for kind in kinds]
    done = at_once([partial(of, *each) for each in works], workers=printer.workers, kinds=[kind for kind, _ in works])
    made = [file for file, _ in done]
    told = [form for _, form in done if form]
    before: set[bytes] = set()
    for number, form in enumerate(told):
        if form.content in before:
            again = drawing.arranged(number, before)
            told[number] = _told(again)
            made[number * len(kinds) : (number + 1) * len(kinds)] = [wishes.made(kind, again.form, printer) for kind in kinds]
        before.add(told[number].content)
    return tuple(form.record for form in told), tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What comes back of a form that was arranged elsewhere: by what it is told apart, and its record."""

    content: bytes
    record: FormRecord


def _told(arranged: Arranged) -> _Told:
    return _Told(content=arranged.content, record=form_record(arranged.form))


def _of_form(product: str, form: Form, printed: Printed) -> Made:
    return Made(
        name=f"{_NAMES[product]}-{form.code}.pdf",
        data=printed.data,
        seal=printed.seal,
        pages=printed.pages,
        sides=printed.sides,
        product=product,
        version=form.code,
        spaces=printed.spaces,
    )
