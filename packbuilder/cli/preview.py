"""`packbuilder preview`: finished PDFs as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.previewing import previews
from packbuilder.app.reading import shown
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import json_option, quiet_option
from packbuilder.cli.reporting import print_json


@click.command(name="preview")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.pdf...")
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Folder for the pictures (default: beside each PDF).",
)
@click.option("--columns", type=Whole(1, 12), default=4, show_default=True, help="Pages side by side.")
@click.option("--pages", default="", metavar="PAGES", help="Only these pages of each file: 3, 1-8, 5- or 1,4-6.")
@json_option
@quiet_option
def command(files: tuple[Path, ...], output: Path | None, columns: int, pages: str, as_json: bool, quiet: bool) -> None:
    """Draw the pages of PDFs small on one picture (PNG), with their numbers; 24 pages to a picture. Any PDF will do.

    \b
    Examples:
      packbuilder preview output/chemistry-mock/paper-A.pdf
      packbuilder preview output/*/revision-pack.pdf --output pictures --columns 6 --pages 1-8
    """
    written = previews(files, output=output, columns=columns, pages=pages)
    if as_json:
        print_json([shown(path) for path in written])
    elif not quiet:
        for path in written:
            click.echo(shown(path))
