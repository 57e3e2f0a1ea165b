"""Making flashcards: sheets to print and an Anki deck, from the same cards. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from packbuilder.app.making import Made
from packbuilder.app.printing import Printer, stated_date
from packbuilder.app.project import BadContentError
from packbuilder.decks.anki import to_apkg
from packbuilder.derive.cards import cards_of
from packbuilder.diagnostics import Diagnostic, Diagnostics, error
from packbuilder.document import CardSheet, CardTurn, Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.card import Card
from packbuilder.products.flashcards import card_layout, flashcards

CARD_PRODUCTS = ("flashcards", "anki_deck")
"""What cards are made into: sheets to cut out, and a deck for Anki."""


class NoCardsError(PackbuilderError):
    """Topics from which no flashcard can be made."""

    def __init__(self, *, topics: tuple[str, ...]) -> None:
        super().__init__(
            f"no flashcard can be made from {', '.join(topics) or 'no topics'}",
            hints=(
                "Cards come from key concepts (`- Term: meaning`), from marking points that plainly say what a term means, and from common mistakes "
                "that are put right in a sentence after them.",
            ),
        )


def cards_of_bank(bank: ItemBank) -> tuple[Card, ...]:
    """Return the cards of a bank's topics, in their order. Raises `NoCardsError`."""
    cards = tuple(card for topic in bank.topics for card in cards_of(topic))
    if not cards:
        raise NoCardsError(topics=tuple(topic.id for topic in bank.topics))
    return cards


def too_long(cards: tuple[Card, ...], *, layout: Layout, per_page: int = 8) -> Diagnostics:
    """Return an error for each card whose text does not fit at the least size, at the place of its text in the notes."""
    from packbuilder.typeset.blocks.cards import LEAST_SIZE, overflowing
    from packbuilder.typeset.setter import Setter

    look = card_layout(layout)
    context = Setter(look).context(_language(cards))
    found: list[Diagnostic] = []
    for block in cards_document(cards, title="", per_page=per_page).blocks:
        for face, side in overflowing(block, context) if isinstance(block, CardSheet) else ():
            card = cards[face.number - 1]
            size = f"{LEAST_SIZE * look.scale:.3g}"
            message = f"the {side} of the card ‘{flat(card.front)}’ is too long for a card of {per_page} to a page, even at {size} pt"
            found.append(error("T130", message, card.span, *_hints(per_page)))
    return tuple(found)


def _hints(per_page: int) -> Iterator[str]:
    if per_page > 4:
        yield "`--per-page 4` makes larger cards."
    yield "Shorten it in the notes, or choose a layout with a larger page."


def fitting(cards: tuple[Card, ...], found: Diagnostics) -> tuple[Card, ...]:
    """Return the cards without those that are too long."""
    places = {diagnostic.span for diagnostic in found}
    return tuple(card for card in cards if card.span not in places)


def cards_document(cards: tuple[Card, ...], *, title: str, per_page: int = 8, turn: CardTurn = "long") -> Document:
    """Compose the sheets over cards, in the language of the first."""
    return flashcards(cards, title=title, language=_language(cards), per_page=per_page, turn=turn)


def make_cards(
    cards: tuple[Card, ...], *, title: str, layout: Layout, printer: Printer, per_page: int = 8, turn: CardTurn = "long"
) -> Made:
    """Make the sheets over cards, all of which fit."""
    printed = printer.print(cards_document(cards, title=title, per_page=per_page, turn=turn), card_layout(layout))
    return Made(name="flashcards.pdf", data=printed.data, seal=printed.seal, pages=printed.pages, product="flashcards")


def make_deck(cards: tuple[Card, ...], *, title: str) -> Made:
    """Make the Anki deck over cards."""
    data = to_apkg(cards, title=title, created=deck_date(cards))
    return Made(name="flashcards.apkg", data=data, pages=0, product="anki_deck")


def deck_date(cards: tuple[Card, ...]) -> int:
    """Return the date of a deck in seconds since 1970: SOURCE_DATE_EPOCH, else when the newest of its notes was last changed.

    Anki updates what it has only from a later deck. The notes' own date grows with every change of theirs, and is the same
    however often and whenever they are built.
    """
    stated = stated_date()
    if stated is not None:
        return stated
    paths = {Path(card.span.path) for card in cards}
    return max((int(path.stat().st_mtime) for path in paths if path.is_file()), default=0)


def _language(cards: tuple[Card, ...]) -> str:
    return cards[0].language if cards else "en-GB"


def card_products(
    bank: ItemBank, products: tuple[str, ...], *, title: str, layout: Layout, printer: Printer, skip_bad: bool
) -> Iterator[Made]:
    """Make what a pack's products want of cards. Raises `BadContentError` for cards that are too long for their place, unless `skip_bad`."""
    wanted = set(CARD_PRODUCTS) & set(products)
    if not wanted:
        return
    cards = cards_of_bank(bank)
    if "flashcards" in wanted:
        found = too_long(cards, layout=layout)
        if found and not skip_bad:
            raise BadContentError(found, skippable=True)
        yield make_cards(fitting(cards, found), title=title, layout=layout, printer=printer)
    if "anki_deck" in wanted:
        yield make_deck(cards, title=title)
