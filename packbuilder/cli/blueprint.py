"""`packbuilder blueprint`: which blueprints there are, and what the bank can give of one."""

from __future__ import annotations

from dataclasses import asdict

import click

from packbuilder.app.blueprints import blueprint_named, blueprint_names
from packbuilder.app.capacity import Capacity, capacities
from packbuilder.app.finishing import sound
from packbuilder.app.project import find_workplace, library_of
from packbuilder.app.vetting import placed, vet
from packbuilder.assemble import ConflictError
from packbuilder.cli.asked import Asked, asked_options
from packbuilder.cli.options import json_option, seed_option, topics_argument
from packbuilder.cli.reporting import print_json
from packbuilder.diagnostics import counted
from packbuilder.errors import PackbuilderError
from packbuilder.seeding import Seed


@click.group(name="blueprint")
def command() -> None:
    """List blueprints, and check what the bank can give of one before anything is built.

    \b
    Examples:
      packbuilder blueprint list
      packbuilder blueprint check --blueprint mock-60 'chemistry/*'
      packbuilder blueprint check --marks 40 --quota "objective AO2: at least 30%"
    """


@command.command(name="list", short_help="List the blueprints there are.")
@json_option
def listed(as_json: bool) -> None:
    """List the blueprints that come with the program and those of the project's folder blueprints/."""
    workplace = find_workplace()
    blueprints = {name: blueprint_named(name, workplace) for name in blueprint_names(workplace)}
    if as_json:
        print_json(
            [
                {"name": name, "marks": found.marks, "minutes": found.duration, "quotas": [quota.words for quota in found.quotas]}
                for name, found in blueprints.items()
            ]
        )
        return
    for name, found in blueprints.items():
        click.echo(f"{name:<16} {found.marks:>3} marks  {found.duration:>3} minutes  {counted(len(found.quotas), 'quota')}")


@command.command(name="check", short_help="Show what the bank can give of each wish.")
@topics_argument
@asked_options
@seed_option
@json_option
def check(topics: tuple[str, ...], asked: Asked, seed: int, as_json: bool) -> None:
    """Show for each wish what is asked, what the bank holds, and the most that one paper can have of it.

    Exit code 1 where no paper meets all wishes, or there are not as many versions: the smallest set that clashes is named, with what the
    bank could give.
    """
    workplace = find_workplace()
    wish = asked.wish(workplace)
    library, ids = sound(library_of(topics, workplace), skip_bad=False)
    bank = library.bank.of_topics(ids)
    vet(wish, bank, library)
    table, clash = capacities(bank, wish, Seed(seed))
    if as_json:
        print_json({"wishes": [asdict(each) for each in table], "clash": _wishes(clash), "message": clash.message if clash else ""})
    else:
        _show(table)
    if clash:
        # It stands in the table as JSON already.
        clash.told_as_json = as_json
        raise placed(clash, wish) if isinstance(clash, ConflictError) else clash
    if not as_json:
        many = f"{wish.versions} versions" if wish.versions > 1 else "A paper"
        click.echo(f"{many} can meet all of these.")


def _wishes(clash: PackbuilderError | None) -> list[tuple[str, str]]:
    return list(clash.wishes) if isinstance(clash, ConflictError) else []


def _show(table: tuple[Capacity, ...]) -> None:
    rows = [("wish", "asked", "questions", "in the bank", "most on one paper")]
    rows += [(each.wish, each.asked, str(each.questions), each.held, each.on_paper) for each in table]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    for row in rows:
        click.echo("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
