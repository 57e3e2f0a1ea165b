"""`packbuilder stress`: draw each parameterised question many times."""

from __future__ import annotations

from dataclasses import asdict

import click

from packbuilder.app.project import find_workplace, library_of
from packbuilder.app.stressing import Stress, stressed, undrawable
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import json_option, topics_argument
from packbuilder.cli.reporting import print_json
from packbuilder.diagnostics import counted


@click.command(name="stress")
@topics_argument
@click.option("--draws", type=Whole(1, 100_000), default=1000, show_default=True, help="How often each is drawn.")
@json_option
@click.pass_context
def command(context: click.Context, topics: tuple[str, ...], draws: int, as_json: bool) -> None:
    """Draw each question with parameters many times: report what fails, and how many different questions there are.

    Exit code 1 where a draw found no values that meet the conditions, or a question has a mistake and cannot be drawn at all.

    \b
    Examples:
      packbuilder stress
      packbuilder stress physics/* --draws 200 --json
    """
    library, ids = library_of(topics, find_workplace())
    found = (*undrawable(library, ids, draws=draws), *stressed(library.bank.of_topics(ids), draws=draws))
    if as_json:
        print_json([asdict(each) | {"duplicates": each.duplicates} for each in found])
    elif not found:
        click.echo("No question of these topics has parameters.")
    for each in () if as_json else found:
        _tell(each)
    if any(each.failures for each in found):
        context.exit(1)


def _tell(stress: Stress) -> None:
    if not stress.combinations:
        click.echo(f"{stress.item}: cannot be drawn, all {stress.draws} draws FAILED")
        for reason in stress.reasons:
            click.echo(f"    {reason}")
        return
    failed = f"{stress.failures} FAILED, " if stress.failures else ""
    different = f"{counted(stress.different, 'different question')}, {counted(stress.duplicates, 'duplicate')}"
    click.echo(f"{stress.item}: {counted(stress.draws, 'draw')}, {failed}{different}, of {stress.combinations} choices of values")
    if stress.unmet or stress.refused:
        click.echo(f"    tries in vain: {stress.unmet} outside the conditions, {stress.refused} that gave no good question")
    for reason in stress.reasons:
        click.echo(f"    {reason}")
    click.echo(click.style("    " + f"{stress.example}  ({stress.source})".strip(), dim=True))
