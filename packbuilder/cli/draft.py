"""`packbuilder draft`: derived questions as a bank that a person reads, edits and approves."""

from __future__ import annotations

import click

from packbuilder.app.drafting import draft
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.options import json_option, quiet_option, topics_argument
from packbuilder.cli.reporting import print_json
from packbuilder.diagnostics import counted


@click.command(name="draft")
@topics_argument
@json_option
@quiet_option
def command(topics: tuple[str, ...], as_json: bool, quiet: bool) -> None:
    """Write the questions derived from topics to a review file beside the notes (NOTES.reviewed.bank.yaml).

    Edit an entry and set its status to `approved`: from then on it is used as it stands. `dropped` takes a question out.
    Run again after the notes have changed: new questions are added, nothing that you wrote is touched or put out of use, and
    `packbuilder check` says which entries are stale or gone, and which were edited and are still a draft.

    \b
    Examples:
      packbuilder draft acids-and-titration
      packbuilder draft notes.txt
    """
    library, ids = library_of(topics, find_workplace())
    done = [draft(library, topic) for id_ in ids if (topic := library.bank.topic(id_)) is not None]
    if as_json:
        print_json([{"topic": each.topic, "path": each.path, "added": each.added, "kept": each.kept, "stale": each.stale} for each in done])
    elif not quiet:
        for each in done:
            click.echo(f"{each.path}: {each.added} added, {each.kept} kept as they were")
            if each.stale:
                click.echo(
                    f"  {counted(each.stale, 'entry', 'entries')} of words that the notes say otherwise now: `packbuilder check` says which"
                )
