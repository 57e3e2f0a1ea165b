"""`packbuilder questions`: what is in the bank, and where each question came from."""

from __future__ import annotations

import click

from packbuilder.app.explaining import OTHER_RULES, explanations
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.options import json_option, topics_argument
from packbuilder.cli.reporting import print_json, show_unread
from packbuilder.diagnostics import counted
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.item import Item


@click.command(name="questions")
@topics_argument
@click.option("--explain", is_flag=True, help="Also say for each marking point what became of it, step by step, and what would mend it.")
@json_option
def command(topics: tuple[str, ...], explain: bool, as_json: bool) -> None:
    """List questions with marks, command word, objective, rule, and the file and line they came from.

    \b
    Examples:
      packbuilder questions acids-and-titration
      packbuilder questions notes.txt --explain
      packbuilder questions notes.txt --json
    """
    library, ids = library_of(topics, find_workplace())
    show_unread(library.diagnostics, nothing=not ids)
    bank = library.bank.of_topics(ids)
    if as_json:
        print_json([_json(item) for item in bank.items])
        return
    for item in bank.items:
        click.echo(f"{click.style(flat(item.stem), bold=True)} [{item.marks}]")
        about = f"{item.kind}, {item.command}, {'/'.join(item.objectives)}, rule {item.rule}"
        click.echo(f"  {item.id}  {about}, from {item.span}")
    if explain:
        _explain(bank)
        click.echo("")
    click.echo(f"{counted(len(bank.items), 'question')}, {counted(sum(item.marks for item in bank.items), 'mark')} in all")


def _explain(bank: ItemBank) -> None:
    """Say for each marking point what became of it and why; then what else gives no question."""
    for told in explanations(bank):
        click.echo("")
        click.echo(f"{told.source}: {click.style(told.text, bold=True)}")
        for line in told.steps:
            click.echo(f"  {line}")
    for omission in bank.omissions:
        if omission.rule in OTHER_RULES:
            click.echo("")
            click.echo(f"{omission.span}: {click.style(omission.text, bold=True)}")
            click.echo(f"  no question: {omission.reason}")
            if omission.remedy:
                click.echo(f"  to mend it: {omission.remedy}")


def _json(item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "topic": item.topic,
        "stem": flat(item.stem),
        "kind": item.kind,
        "marks": item.marks,
        "command": item.command,
        "objective": "/".join(item.objectives),
        "objectives": list(item.objectives),
        "rule": item.rule,
        "source": str(item.span),
        "difficulty": item.difficulty,
        "confidence": item.confidence,
    }
