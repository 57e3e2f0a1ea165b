"""Making revision packs: the pack, its answers where they stand apart, its class set and its editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.app.editions import pack_editions
from packbuilder.app.making import Made, class_set
from packbuilder.app.printing import Printed, Printer
from packbuilder.assemble.practice import practice_questions
from packbuilder.document import Document
from packbuilder.editions import Edition
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.form import Question
from packbuilder.model.item import Item
from packbuilder.model.pack import FULL_PACK, PackWishes
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.topic import Topic
from packbuilder.products.revision_pack import answer_sheet, revision_pack, worked_items
from packbuilder.seeding import Seed
from packbuilder.values import replace


def pack_document(bank: ItemBank, *, title: str, wishes: PackWishes = FULL_PACK) -> Document:
    """Compose the revision pack over a bank's topics, in the language of the first. Topics that have only questions get a chapter too."""
    bank, examples, questions = _exercises(bank, wishes)
    return revision_pack(
        bank.topics,
        title=title,
        language=bank.language,
        variant=wishes.variant,
        questions=questions,
        examples=examples,
        answers=wishes.answers,
    )


def make_pack(
    bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes = FULL_PACK, habits: PrintHabits = AS_IT_IS
) -> Made:
    """Make the revision pack over a bank's topics."""
    printed = printer.print(pack_document(bank, title=title, wishes=wishes), layout, habits)
    return _made("revision-pack", "revision_pack", printed)


def pack_answers(bank: ItemBank, *, title: str, wishes: PackWishes, pages: Mapping[str, str]) -> Document | None:
    """Compose the answers to a pack's questions as a document of their own, where they are wished apart; `pages` are the pack's."""
    bank, _, questions = _exercises(bank, wishes)
    if wishes.answers != "apart" or not questions:
        return None
    return answer_sheet(bank.topics, questions, title=title, language=bank.language, variant=wishes.variant, pages=pages)


def make_answers(bank: ItemBank, pack: Made, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes) -> Iterator[Made]:
    """Make the sheet of answers to a pack's questions, where it is wished; at full size, whatever the pack's is."""
    document = pack_answers(bank, title=title, wishes=wishes, pages=pack.anchors)
    if document is not None:
        yield _made("revision-pack-answers", "pack_answers", printer.print(document, layout))


def make_packs(
    bank: ItemBank, *, title: str, layout: Layout, printer: Printer, wishes: PackWishes = FULL_PACK, habits: PrintHabits = AS_IT_IS
) -> Iterator[Made]:
    """Make a revision pack, the answers to its questions where they stand apart, and its class set if one is wanted."""
    pack = make_pack(bank, title=title, layout=layout, printer=printer, wishes=wishes, habits=habits)
    yield pack
    yield from make_answers(bank, pack, title=title, layout=layout, printer=printer, wishes=wishes)
    document = pack_document(bank, title=title, wishes=wishes)
    yield from class_set("revision-pack", (document,), layout=layout, printer=printer, habits=habits)


def make_pack_editions(
    bank: ItemBank, editions: tuple[Edition, ...], *, title: str, layout: Layout, printer: Printer, wishes: PackWishes, habits: PrintHabits
) -> Iterator[Made]:
    """Make the editions of a revision pack, and of the answers that stand apart."""
    document = pack_document(bank, title=title, wishes=wishes)

    def answers(pages: Mapping[str, str]) -> Document | None:
        return pack_answers(bank, title=title, wishes=wishes, pages=pages)

    return pack_editions(document, editions, layout=layout, printer=printer, answers=answers, habits=habits)


def _exercises(bank: ItemBank, wishes: PackWishes) -> tuple[ItemBank, Mapping[str, Item], Mapping[str, tuple[Question, ...]]]:
    """Return the bank with a chapter for each topic that has something to print, its worked examples and its practice questions, by topic.

    No question stands in both.
    """
    if wishes.variant == "plain":
        return bank, {}, {}
    whole = replace(bank, topics=(*bank.topics, *_without_notes(bank)))
    examples = worked_items(bank.items, whole.topics) if wishes.variant == "full" else {}
    shown = frozenset(item.id for item in examples.values())
    questions = practice_questions(whole, Seed(wishes.seed).child("pack"), each=wishes.questions, without=shown)
    known = {topic.id for topic in bank.topics}.union(questions, examples)
    return replace(whole, topics=tuple(topic for topic in whole.topics if topic.id in known)), examples, questions


def _without_notes(bank: ItemBank) -> Iterator[Topic]:
    """Yield a topic for each that has questions only: its chapter holds nothing else."""
    first = {item.topic: item for item in reversed(bank.items)}
    for id_ in bank.without_notes:
        yield Topic(id=id_, title=bank.title_of(id_), language=first[id_].language, span=first[id_].span)


def printed_of(bank: ItemBank, wishes: PackWishes) -> ItemBank:
    """Return the part of a bank on which a pack has chapters."""
    if not bank.without_notes:
        return bank
    return bank.of_topics(tuple(topic.id for topic in _exercises(bank, wishes)[0].topics))


def left_out_of(bank: ItemBank, wishes: PackWishes) -> Iterator[str]:
    """Yield a sentence for each topic of which a pack prints nothing."""
    printed = printed_of(bank, wishes).without_notes
    why = "a plain pack has no questions" if wishes.variant == "plain" else "none of its questions can stand in a pack"
    for id_ in bank.without_notes:
        if id_ not in printed:
            yield f"a chapter on {bank.title_of(id_)!r}, which has no notes: {why}"


def _made(name: str, product: str, printed: Printed) -> Made:
    return Made(
        name=f"{name}.pdf",
        data=printed.data,
        seal=printed.seal,
        pages=printed.pages,
        sides=printed.sides,
        product=product,
        anchors=printed.anchors,
    )
