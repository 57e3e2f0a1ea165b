"""`packbuilder topics`: the topics and what each can give."""

from __future__ import annotations

from dataclasses import asdict

import click

from packbuilder.app.checking import Checked, counts, counts_of_banks
from packbuilder.app.project import find_workplace, library_of
from packbuilder.cli.options import json_option, topics_argument
from packbuilder.cli.reporting import print_json, show_unread


@click.command(name="topics")
@topics_argument
@json_option
def command(topics: tuple[str, ...], as_json: bool) -> None:
    """List topics with what their notes hold and how many questions they give, those of banks without notes as well.

    \b
    Examples:
      packbuilder topics
      packbuilder topics notes/ --json
    """
    library, ids = library_of(topics, find_workplace())
    show_unread(library.diagnostics, nothing=not ids)
    bank = library.bank.of_topics(ids)
    found = (*(counts(topic, bank) for topic in bank.topics), *counts_of_banks(bank))
    if as_json:
        titles = {topic.id: topic.title for topic in bank.topics}
        print_json([{**asdict(each), "title": titles.get(each.topic, each.topic)} for each in found])
    else:
        for line in Checked(diagnostics=(), counts=found).lines():
            click.echo(line)
