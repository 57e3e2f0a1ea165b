"""`packbuilder build`: the packs of the project."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.aside import cores
from packbuilder.app.build import build_project, packs_of
from packbuilder.app.printing import Printer
from packbuilder.app.project import find_workplace
from packbuilder.cli.options import json_option, output_option, printer_options, quiet_option, skip_option
from packbuilder.cli.results import progress, tell


@click.command(name="build")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@output_option
@printer_options
@json_option
@skip_option
@quiet_option
def command(packs: tuple[str, ...], output: Path | None, pdfa: bool, prove: bool, as_json: bool, skip_bad: bool, quiet: bool) -> None:
    """Build the packs of packbuilder.yaml, or only those named.

    \b
    Examples:
      packbuilder build
      packbuilder build chemistry-mock --output to-print
    """
    workplace = find_workplace()
    chosen = packs_of(workplace, packs)
    count = sum(1 + 2 * max(1, pack.versions) for pack in chosen)
    with progress(count, quiet=quiet or as_json) as step:
        built = tuple(
            build_project(
                workplace,
                chosen,
                output=output or workplace.output,
                progress=step,
                printer=Printer(archival=pdfa, prove=prove, workers=cores()),
                skip_bad=skip_bad,
            )
        )
    tell(built, quiet=quiet, as_json=as_json)
