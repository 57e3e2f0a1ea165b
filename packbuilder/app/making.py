"""Making products: the bank and a wish to finished files in memory. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from packbuilder.app.printing import Printed, Printer
from packbuilder.assemble import assemble
from packbuilder.assemble.practice import practice_questions
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form, Question
from packbuilder.model.item import Item
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.topic import Topic
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.products.revision_pack import answer_sheet, revision_pack, worked_items
from packbuilder.products.self_marking import self_marking
from packbuilder.seeding import Seed

PRODUCTS = ("revision_pack", "practice_paper", "mark_scheme", "self_marking", "knowledge_organiser")
"""What a pack may hold. Paper and scheme are made together: either alone is still drawn from the same form."""

PAPERS = frozenset(PRODUCTS[1:4])
"""Products that are made of a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A finished file: its name inside its folder, its bytes and pages, what it is, and the page of each of its anchors.

    `edition` is empty for the standard one; `adjustments` are what its edition changed, a sentence each.
    `spaces` are its ruled answer spaces: the number of the question and the lines.
    """

    name: str
    data: bytes
    pages: int
    product: str
    version: str = ""
    edition: str = ""
    adjustments: tuple[str, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)
    spaces: tuple[tuple[str, int], ...] = ()


class NothingToTestError(PackbuilderError):
    """Topics from which no question can be made."""

    def __init__(self, *, topics: tuple[str, ...]) -> None:
        super().__init__(
            f"no question can be made from {', '.join(topics) or 'no topics'}",
            hints=("`packbuilder check` says for each marking point why; a bank of your own questions helps too.",),
        )


def pack_document(bank: ItemBank, *, title: str, wishes: PackWishes = FULL_PACK) -> Document:
    """Compose the revision pack over a bank's topics, in the language of the first."""
    examples, questions = _exercises(bank, wishes)
    return revision_pack(
        bank.topics,
        title=title,
        language=_language(bank),
        variant=wishes.variant,
        questions=questions,
        examples=examples,
        answers=wishes.answers,
    )


def make_pack(bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes = FULL_PACK) -> Made:
    """Make the revision pack over a bank's topics."""
    printed = printer.print(pack_document(bank, title=title, wishes=wishes), layout)
    return Made(name="revision-pack.pdf", data=printed.data, pages=printed.pages, product="revision_pack", anchors=printed.anchors)


def pack_answers(bank: ItemBank, *, title: str, wishes: PackWishes, pages: Mapping[str, str]) -> Document | None:
    """Compose the answers to a pack's questions as a document of their own, where they are wished apart; `pages` are the pack's."""
    _, questions = _exercises(bank, wishes)
    if wishes.answers != "apart" or not questions:
        return None
    return answer_sheet(bank.topics, questions, title=title, language=_language(bank), variant=wishes.variant, pages=pages)


def make_answers(bank: ItemBank, pack: Made, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes) -> Iterator[Made]:
    """Make the sheet of answers to a pack's questions, where it is wished."""
    document = pack_answers(bank, title=title, wishes=wishes, pages=pack.anchors)
    if document is not None:
        printed = printer.print(document, layout)
        yield Made(name="revision-pack-answers.pdf", data=printed.data, pages=printed.pages, product="pack_answers")


def _exercises(bank: ItemBank, wishes: PackWishes) -> tuple[Mapping[str, Item], Mapping[str, tuple[Question, ...]]]:
    """Return a pack's worked examples and its practice questions, by topic; none stands in both."""
    if wishes.variant == "plain":
        return {}, {}
    examples = worked_items(bank.items, bank.topics) if wishes.variant == "full" else {}
    shown = frozenset(item.id for item in examples.values())
    return examples, practice_questions(bank, Seed(wishes.seed).child("pack"), each=wishes.questions, without=shown)


def _language(bank: ItemBank) -> str:
    return bank.topics[0].language if bank.topics else "en-GB"


def draw(bank: ItemBank, blueprint: Blueprint, *, seed: int, title: str) -> tuple[Form, ...]:
    """Draw the forms of a blueprint. Raises `NothingToTestError` or an error that says what the bank can give."""
    if not bank.items:
        raise NothingToTestError(topics=tuple(topic.id for topic in bank.topics))
    return assemble(bank, blueprint, Seed(seed), title=title)


def make_papers(
    forms: tuple[Form, ...],
    *,
    paper: Layout,
    scheme: Layout,
    printer: Printer,
    products: tuple[str, ...] = ("practice_paper", "mark_scheme"),
    topics: tuple[Topic, ...] = (),
    pages: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Made]:
    """Make each form's paper, mark scheme and self-marking edition, as far as `products` asks for them.

    `topics` and `pages` (of the revision pack, by anchor) say where the self-marking edition sends its readers.
    """
    for form in forms:
        if "practice_paper" in products:
            yield _of_form("paper", "practice_paper", form, printer.print(practice_paper(form), paper))
        if "mark_scheme" in products:
            yield _of_form("mark-scheme", "mark_scheme", form, printer.print(mark_scheme(form), scheme))
        if "self_marking" in products:
            yield _of_form("self-marking", "self_marking", form, printer.print(self_marking(form, topics, pages), scheme))


def _of_form(name: str, product: str, form: Form, printed: Printed) -> Made:
    return Made(
        name=f"{name}-{form.code}.pdf",
        data=printed.data,
        pages=printed.pages,
        product=product,
        version=form.code,
        spaces=printed.spaces,
    )


def default_title(bank: ItemBank) -> str:
    """Return a title for topics that nobody named: the topic's own, or the subject's, or the first and how many more."""
    titles = tuple(topic.title for topic in bank.topics) or tuple(dict.fromkeys(item.topic for item in bank.items))
    subjects = {topic.subject for topic in bank.topics}
    if len(titles) <= 1:
        return titles[0] if titles else "Practice"
    if len(subjects) == 1 and (subject := subjects.pop()):
        return subject
    if len(titles) == 2:
        return f"{titles[0]} and {titles[1][:1].lower() + titles[1][1:]}"
    return f"Mixed practice: {len(titles)} topics"
