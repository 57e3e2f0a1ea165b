"""`packbuilder worksheet`: sheets to hand out, each with its answers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, cast

import click

from packbuilder.app.one_product import build_worksheets
from packbuilder.app.project import find_workplace, library_of
from packbuilder.app.worksheets import ALL, Capacity, capacities
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import (
    habit_options,
    layout_option,
    seed_option,
)
from packbuilder.cli.reporting import print_json
from packbuilder.errors import UnknownNameError
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.project import Answers, WorksheetSpec
from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.products.worksheets.registry import KINDS, kind_named
from packbuilder.products.worksheets.sheet import Wish


class _Day(click.ParamType[datetime]):
    """A day, as 2026-11-20."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return value if isinstance(value, datetime) else datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007  # a day, wherever one is
        except ValueError:
            self.fail(f"{value!r} is no date such as 2026-11-20", param, ctx)


@click.command(name="worksheet")
@click.argument("kind", required=False, metavar="KIND")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--list", "listed", is_flag=True, help="List all kinds; with topics also what they give of each.")
@click.option("--items", type=Whole(1, 40), default=None, help="How many things to do at most (default: what suits the kind).")
@click.option("--versions", type=Whole(1, MOST_VERSIONS), default=1, show_default=True, help="How many versions: A, B, C …")
@click.option("--word-bank/--no-word-bank", default=True, help="Print the words of cloze and wordsearch, or not.")
@click.option(
    "--answers", type=click.Choice(("apart", "back", "none")), default="apart", show_default=True,
    help="Answers in a file of their own, on the back of the sheet, or not at all.",
)  # fmt: skip
@click.option("--on", type=_Day(), default=None, metavar="DATE", help="Day of the lesson, for the retrieval grid.")
@click.option("--title", default="", help="Title on the sheet (default: the topic's, or the subject's).")
@seed_option
@layout_option("handout-a4")
@habit_options
@delivery_options
def command(
    kind: str | None,
    topics: tuple[str, ...],
    listed: bool,
    items: int | None,
    versions: int,
    word_bank: bool,
    answers: str,
    on: datetime | None,
    title: str,
    seed: int,
    layout: str,
    habits: PrintHabits,
    delivery: Delivery,
) -> None:
    """Make a worksheet of one KIND, or `all` that the notes can give, from topics, notes files or folders.

    \b
    Examples:
      packbuilder worksheet --list
      packbuilder worksheet --list notes.txt
      packbuilder worksheet crossword notes.txt
      packbuilder worksheet cloze notes.txt --no-word-bank --versions 2
      packbuilder worksheet all sources/chemistry --answers back
    """
    workplace = find_workplace()
    if listed:
        _list((*((kind,) if kind else ()), *topics), Wish(count=items or 0, word_bank=word_bank, on=_day(on)), as_json=delivery.as_json)
        return
    if kind is None:
        raise click.UsageError("Name a kind of worksheet. `packbuilder worksheet --list` shows them.")
    if kind != ALL:
        _refuse_other(kind)
    spec = WorksheetSpec(
        kinds=(kind,),
        versions=versions,
        seed=seed,
        items=items or 0,
        word_bank=word_bank,
        answers=cast("Answers", answers),
        layout=layout,
        habits=habits,
    )
    with delivery.progress((2 if answers == "apart" else 1) * versions * (len(KINDS) if kind == ALL else 1)) as step:
        built = build_worksheets(
            library_of(topics, workplace),
            workplace,
            spec,
            output=delivery.folder(workplace, "worksheets"),
            title=title,
            progress=step,
            printer=delivery.printer(keep=True),
            on=_day(on),
            skip_bad=delivery.skip_bad,
        )
    delivery.tell((built,))


def _refuse_other(kind: str) -> None:
    """Pass a kind that there is, before any notes are read. Raises `UnknownNameError`, or a usage error for notes in a kind's place."""
    try:
        kind_named(kind)
    except UnknownNameError:
        if Path(kind).exists():
            raise click.UsageError(f"Name a kind of worksheet before {kind!r}. `packbuilder worksheet --list` shows them.") from None
        raise


def _day(on: datetime | None) -> str:
    return on.date().isoformat() if on else ""


def _list(topics: tuple[str, ...], wish: Wish, *, as_json: bool) -> None:
    """Show every kind with its one line, and what the topics give of it."""
    found: tuple[Capacity, ...] = tuple(Capacity(kind=kind, count=0) for kind in KINDS)
    if topics:
        library, ids = library_of(topics, find_workplace())
        found = capacities(library.bank.of_topics(ids), wish)
    if as_json:
        print_json([{"kind": each.kind.name, "about": each.kind.about, "tasks": each.count, "reason": each.reason} for each in found])
        return
    for each in found:
        amount = "" if not topics else f"{each.count:>3}  " if each.count else "  –  "
        click.echo(f"{amount}{click.style(f'{each.kind.name:<17}', bold=True)} {each.reason or each.kind.about}")
