"""`packbuilder paper`: practice papers with their mark schemes, without a project file."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.aside import cores
from packbuilder.app.leftovers import papers_of_others
from packbuilder.app.making import FEW
from packbuilder.app.one_product import build_paper
from packbuilder.app.project import find_workplace, library_of
from packbuilder.app.reading import shown
from packbuilder.cli.asked import MINUTES, Asked, asked_options
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.options import (
    edition_option,
    habit_options,
    layout_option,
    seed_option,
    topics_argument,
)
from packbuilder.diagnostics import counted
from packbuilder.model.print_habits import PrintHabits


@click.command(name="paper")
@topics_argument
@asked_options
@MINUTES
@click.option("--self-marking", is_flag=True, help="Also make the students' self-marking edition of each scheme.")
@edition_option
@click.option("--title", default="", help="Title on the cover (default: the topic's).")
@seed_option
@layout_option("exam-a4")
@habit_options
@delivery_options
def command(
    topics: tuple[str, ...],
    asked: Asked,
    minutes: int | None,
    self_marking: bool,
    editions: tuple[str, ...],
    title: str,
    seed: int,
    layout: str,
    habits: PrintHabits,
    delivery: Delivery,
) -> None:
    """Make practice papers with matching mark schemes from topics, notes files or folders.

    \b
    Examples:
      packbuilder paper notes.txt --marks 30 --versions 2 --seed 7
      packbuilder paper acids-and-titration rates-of-reaction --marks 60
      packbuilder paper 'chemistry/*' --blueprint mock-60 --quota "objective AO2: 30-40%"
      packbuilder paper notes.txt --versions 3 --overlap none --avoid output/september
      packbuilder paper 'chemistry/*' --kind multiple_choice --exclude acids.q7 --versions 2 --tolerance 0.1
      packbuilder paper notes.txt --edition large-18 --edition tinted
      packbuilder paper notes.txt --versions 2 --print duplex --class-set 30
    """
    workplace = find_workplace()
    wish = asked.wish(workplace, minutes=minutes or 0)
    read = library_of(topics, workplace)
    folder = delivery.folder(workplace)
    _foretell(folder, read[1], quiet=delivery.silent)
    with delivery.progress((3 if self_marking else 2) * wish.versions) as step:
        built = build_paper(
            read,
            workplace,
            wish,
            seed=seed,
            layout_name=layout,
            output=folder,
            title=title,
            progress=step,
            printer=delivery.printer(keep=wish.versions <= FEW, workers=cores()),
            skip_bad=delivery.skip_bad,
            self_marking=self_marking,
            editions=editions,
            habits=habits,
        )
    for form in built.forms:
        again = [item for item in form.items if item in wish.used]
        if again and not delivery.quiet:
            click.echo(f"note: version {form.version} repeats {counted(len(again), 'question')} used before: {', '.join(again)}", err=True)
    delivery.tell((built,))


def _foretell(folder: Path, topics: tuple[str, ...], *, quiet: bool) -> None:
    """Say what is about to be replaced, while there is time to stop."""
    others = () if quiet else papers_of_others(folder, topics)
    if others:
        told = " and ".join(f"“{title}”" for title in others)
        click.echo(
            f"note: {shown(folder)}/ holds papers of another order, {told}: those of the same name are replaced. "
            "To keep both, stop and give this order a folder of its own with --output",
            err=True,
        )
