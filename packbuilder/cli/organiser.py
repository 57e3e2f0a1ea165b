"""`packbuilder organiser`: knowledge organisers, without a project file."""

from __future__ import annotations

import click

from packbuilder.app.one_product import build_organiser
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import topics_argument
from packbuilder.model.organiser import MOST_SIDES, PANELS, PAPERS, OrganiserWishes


@click.command(name="organiser")
@topics_argument
@click.option("--paper", type=click.Choice(PAPERS), default="A4", show_default=True, help="Paper, landscape.")
@click.option("--sides", type=Whole(1, MOST_SIDES), default=1, show_default=True, help="Sides that a topic may take.")
@click.option("--leave-out", multiple=True, type=click.Choice(PANELS), help="Leave a panel out; may be repeated.")
@click.option("--together", is_flag=True, help="All topics on one organiser, instead of one each.")
@click.option("--title", default="", help="Title (default: the topic's, or the subject's).")
@click.option("--layout", default="", help="A layout's name, or a layout file (default: the paper's own).")
@delivery_options
def command(
    topics: tuple[str, ...],
    paper: str,
    sides: int,
    leave_out: tuple[str, ...],
    together: bool,
    title: str,
    layout: str,
    delivery: Delivery,
) -> None:
    """Make knowledge organisers: each topic in panels on one landscape page.

    The text is as large as fits. Where even the smallest does not fit, nothing is written, and the longest panel is named.

    \b
    Examples:
      packbuilder organiser notes.txt
      packbuilder organiser sources/chemistry --paper A3
      packbuilder organiser sources/chemistry --together --leave-out credit --sides 2
    """
    workplace = find_workplace()
    wishes = OrganiserWishes(layout=layout or f"organiser-{paper.lower()}", sides=sides, leave_out=frozenset(leave_out), together=together)
    built = build_organiser(
        library_of(topics, workplace),
        workplace,
        wishes=wishes,
        output=delivery.folder(workplace),
        title=title,
        progress=lambda _: None,
        printer=delivery.printer(keep=True),
        skip_bad=delivery.skip_bad,
    )
    delivery.tell((built,))
