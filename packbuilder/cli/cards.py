"""`packbuilder cards`: flashcards to print and cut out, and an Anki deck of them."""

from __future__ import annotations

from typing import cast

import click

from packbuilder.app.one_product import build_cards
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.options import (
    layout_option,
    topics_argument,
)
from packbuilder.document import CardTurn

_STYLES = {"duplex-long": "long", "duplex-short": "short", "fold": "fold"}


@click.command(name="cards")
@topics_argument
@click.option("--per-page", type=click.Choice(["8", "4"]), default="8", show_default=True, help="Cards' places on a page.")
@click.option(
    "--style",
    type=click.Choice(list(_STYLES)),
    default="duplex-long",
    show_default=True,
    help="Print on both sides, turning over the long or the short edge; or on one side, to fold and glue.",
)
@click.option("--anki/--no-anki", default=True, show_default=True, help="Also write the cards as a deck for Anki (.apkg).")
@click.option("--title", default="", help="Title in the foot, and of the deck (default: the topic's, or the subject's).")
@layout_option("handout-a4")
@delivery_options
def command(
    topics: tuple[str, ...],
    per_page: str,
    style: str,
    anki: bool,
    title: str,
    layout: str,
    delivery: Delivery,
) -> None:
    """Make flashcards from topics, notes files or folders: terms with their meanings, and claims to judge.

    Front and back carry the same number, and a card is turned like the page of a book. An Anki deck that is imported
    again updates its cards and never doubles them: a card is known by its topic and term.

    \b
    Examples:
      packbuilder cards notes.txt
      packbuilder cards sources/chemistry --per-page 4 --style duplex-short
      packbuilder cards notes.txt --style fold --layout letter --no-anki
    """
    workplace = find_workplace()
    built = build_cards(
        library_of(topics, workplace),
        workplace,
        layout_name=layout,
        output=delivery.folder(workplace, "cards"),
        title=title,
        progress=lambda _: None,
        printer=delivery.printer(keep=True),
        per_page=int(per_page),
        turn=cast("CardTurn", _STYLES[style]),
        deck=anki,
        skip_bad=delivery.skip_bad,
    )
    delivery.tell((built,))
