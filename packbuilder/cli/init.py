"""`packbuilder init`: a project that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.reading import shown
from packbuilder.app.starting import start_project
from packbuilder.cli.options import json_option, quiet_option
from packbuilder.cli.reporting import print_json


@click.command(name="init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@json_option
@quiet_option
def command(folder: Path, as_json: bool, quiet: bool) -> None:
    """Make a project in FOLDER (default: here): example notes, layouts and a commented packbuilder.yaml.

    \b
    Example:
      packbuilder init my-class && cd my-class && packbuilder build
    """
    written = start_project(folder)
    if as_json:
        print_json([shown(path) for path in written])
    elif not quiet:
        for path in written:
            click.echo(f"  {shown(path)}")
        click.echo("Now: " + ("packbuilder build" if folder == Path() else f"cd {folder} && packbuilder build"))
