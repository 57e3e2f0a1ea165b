"""Flashcards: sheets of cards to cut out, printed on both sides or folded (HANDBOOK section 7)."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import CardSheet, CardTurn, Document, FlashCard, product_document
from packbuilder.layout import POINTS_PER_MM, Furniture, Layout
from packbuilder.model.card import Card
from packbuilder.text import plain
from packbuilder.values import replace
from packbuilder.wording import catalogue

GRIDS = {8: (2, 4), 4: (2, 2)}
"""Columns and rows of a page, by the places that it has."""

_SIDE = 12.0 * POINTS_PER_MM
_END = 20.0 * POINTS_PER_MM
"""Margins for cut marks, and above and below for a line that tells how to print."""

_LINE = 7.5
"""Size of that line in points: on A5 it runs to two."""


def flashcards(cards: tuple[Card, ...], *, title: str, language: str = "en-GB", per_page: int = 8, turn: CardTurn = "long") -> Document:
    """Compose the sheets over cards, in their order, numbered through: a dropped pile can be put back into it."""
    wording = catalogue(language)
    product = wording.say("cards.label")
    return product_document(
        title,
        product,
        language=language,
        blocks=tuple(_sheets(cards, per_page, turn)),
        facts={"turning": wording.say(f"cards.turn.{turn}")},
        record={"product": "flashcards"},
    )


def _sheets(cards: tuple[Card, ...], per_page: int, turn: CardTurn) -> Iterator[CardSheet]:
    columns, rows = GRIDS[per_page]
    numbered = tuple(
        FlashCard(number=number, label=plain(card.title), front=card.front, back=card.back, first=before != card.topic)
        for number, (before, card) in enumerate(zip(("", *(card.topic for card in cards)), cards, strict=False), 1)
    )
    size = rows if turn == "fold" else columns * rows
    for start in range(0, len(numbered), size):
        yield CardSheet(cards=numbered[start : start + size], columns=columns, rows=rows, turn=turn)


def card_layout(layout: Layout) -> Layout:
    """Return the layout for cards: the page and looks of `layout`, with margins that are the same on both sides of the paper.

    A back comes behind its front only where left and right, top and bottom margins are equal; what the layout's own heads,
    feet and binding margin need would shift it.
    """
    furniture = replace(layout.style("furniture"), size=_LINE, leading=1.3 * _LINE, before=0.0, after=0.0)
    return replace(
        layout,
        name=f"{layout.name}+cards",
        page=replace(layout.page, top=_END, bottom=_END, inner=_SIDE, outer=_SIDE, mirrored=False),
        furniture=Furniture(head=("{turning}", "", ""), foot=("{product} · {title}", "", "{page_of}"), cover_head=True),
        styles=(*((role, style) for role, style in layout.styles if role != "furniture"), ("furniture", furniture)),
        frame=False,
        turn_over=False,
        pad_to=1,
    )
