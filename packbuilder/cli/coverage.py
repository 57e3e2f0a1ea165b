"""`packbuilder coverage`: which marking points are tested."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from packbuilder.app.coverage import PointCoverage, coverage, unused_items
from packbuilder.app.library import NothingToReadError
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.options import json_option
from packbuilder.cli.reporting import print_json
from packbuilder.diagnostics import counted
from packbuilder.markup import flat
from packbuilder.model.item import Item


@click.command(name="coverage")
@click.argument("papers", nargs=-1, metavar="[OUTPUT]...", type=click.Path(path_type=Path))
@click.option("--notes", multiple=True, metavar="TOPIC", help="Notes that the papers were made from (default: the project's).")
@click.option("--unused", is_flag=True, help="List the questions instead that no paper holds.")
@json_option
def command(papers: tuple[Path, ...], notes: tuple[str, ...], unused: bool, as_json: bool) -> None:
    """Show for each marking point which of the finished papers test it, and which points none does.

    \b
    Examples:
      packbuilder coverage
      packbuilder coverage output/chemistry-mock --json
      packbuilder coverage out --notes notes.txt
      packbuilder coverage --unused
    """
    workplace = find_workplace()
    try:
        library, _ = library_of(notes, workplace)
    except NothingToReadError as nothing:
        if notes:
            raise
        hint = (
            f"Name the notes that the papers were made from: `packbuilder coverage {' '.join(map(str, papers)) or 'OUTPUT'} --notes NOTES`."
        )
        raise NothingToReadError(place=nothing.place, others=nothing.others, hints=(hint,)) from nothing
    if unused:
        _show_unused(unused_items(library, papers or (workplace.output,)), as_json=as_json)
        return
    rows = coverage(library, papers or (workplace.output,))
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    for topic, group in groupby(rows, key=lambda row: row.topic):
        _told(topic, list(group))


def _show_unused(items: tuple[Item, ...], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [{"id": item.id, "topic": item.topic, "kind": item.kind, "marks": item.marks, "stem": flat(item.stem)} for item in items]
        )
        return
    for topic, group in groupby(items, key=lambda item: item.topic):
        listed = list(group)
        click.echo(click.style(f"{topic}: {counted(len(listed), 'question')} in no paper", bold=True))
        for item in listed:
            click.echo(f"  {item.id:<40} {item.kind:<20} [{item.marks}] {flat(item.stem)}")


def _told(topic: str, rows: list[PointCoverage]) -> None:
    tested = sum(bool(row.papers) for row in rows)
    click.echo(click.style(f"{topic}: {tested} of {len(rows)} marking points tested", bold=True))
    for row in rows:
        papers = ", ".join(row.papers) or (f"nothing is asked of it: {row.reason}" if row.reason else "in no paper")
        click.echo(f"  {'x' if row.papers else '-'} {row.text}")
        click.echo(click.style(f"      {papers}  ({row.source})", dim=True))
