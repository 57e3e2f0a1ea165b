"""`packbuilder coverage`: which marking points are tested."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path

import click

from packbuilder.app.coverage import PointCoverage, coverage
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.options import json_option
from packbuilder.cli.reporting import print_json


@click.command(name="coverage")
@click.argument("papers", nargs=-1, metavar="[OUTPUT]...", type=click.Path(path_type=Path))
@click.option("--notes", multiple=True, metavar="TOPIC", help="Notes that the papers were made from (default: the project's).")
@json_option
def command(papers: tuple[Path, ...], notes: tuple[str, ...], as_json: bool) -> None:
    """Show for each marking point which of the finished papers test it, and which points none does.

    \b
    Examples:
      packbuilder coverage
      packbuilder coverage output/chemistry-mock --json
      packbuilder coverage out --notes notes.txt
    """
    workplace = find_workplace()
    library, _ = library_of(notes, workplace)
    rows = coverage(library, papers or (workplace.output,))
    if as_json:
        print_json([asdict(row) for row in rows])
        return
    for topic, group in groupby(rows, key=lambda row: row.topic):
        _told(topic, list(group))


def _told(topic: str, rows: list[PointCoverage]) -> None:
    tested = sum(bool(row.papers) for row in rows)
    click.echo(click.style(f"{topic}: {tested} of {len(rows)} marking points tested", bold=True))
    for row in rows:
        papers = ", ".join(row.papers) or (f"nothing is asked of it: {row.reason}" if row.reason else "in no paper")
        click.echo(f"  {'x' if row.papers else '-'} {row.text}")
        click.echo(click.style(f"      {papers}  ({row.source})", dim=True))
