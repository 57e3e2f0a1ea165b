"""`packbuilder pack`: one revision pack, without a project file."""

from __future__ import annotations

import click

from packbuilder.app.one_product import build_pack
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import (
    edition_option,
    habit_options,
    layout_option,
    seed_option,
    topics_argument,
)
from packbuilder.model.pack import ANSWERS, FULL_PACK, VARIANTS, PackWishes
from packbuilder.model.print_habits import PrintHabits


@click.command(name="pack")
@topics_argument
@edition_option
@click.option(
    "--variant", type=click.Choice(VARIANTS), default="full", show_default=True, help="What the pack holds, and how its notes stand."
)
@click.option(
    "--questions",
    type=Whole(0, 50),
    default=FULL_PACK.questions,
    show_default=True,
    help="Practice questions a topic; 0 for none.",
)
@click.option("--answers", type=click.Choice(ANSWERS), default="back", show_default=True, help="Where the answers to them stand.")
@click.option("--title", default="", help="Title on the cover (default: the topic's, or the subject's).")
@seed_option
@layout_option("handout-a4")
@habit_options
@delivery_options
def command(
    topics: tuple[str, ...],
    editions: tuple[str, ...],
    variant: str,
    questions: int,
    answers: str,
    title: str,
    seed: int,
    layout: str,
    habits: PrintHabits,
    delivery: Delivery,
) -> None:
    """Make a revision pack from topics, notes files or folders.

    \b
    Examples:
      packbuilder pack notes.txt
      packbuilder pack sources/chemistry --title "Chemistry, paper 1" --layout letter
      packbuilder pack notes.txt --variant cornell --questions 3 --answers apart
      packbuilder pack notes.txt --edition large-24 --edition reader
      packbuilder pack notes.txt --print booklet --ink-saving
    """
    workplace = find_workplace()
    built = build_pack(
        library_of(topics, workplace),
        workplace,
        layout_name=layout,
        output=delivery.folder(workplace),
        title=title,
        progress=lambda _: None,
        printer=delivery.printer(keep=True),
        skip_bad=delivery.skip_bad,
        editions=editions,
        habits=habits,
        wishes=PackWishes(variant=variant, questions=questions, answers=answers, seed=seed),
    )
    delivery.tell((built,))
