"""`packbuilder verify`: read finished PDFs back and prove that they match."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.verifying import verify
from packbuilder.cli.options import json_option, quiet_option
from packbuilder.cli.reporting import print_json


@click.command(name="verify")
@click.argument("outputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OUTPUT...")
@json_option
@quiet_option
def command(outputs: tuple[Path, ...], as_json: bool, quiet: bool) -> int:
    """Check folders of products, or a paper and its scheme: same version, every question answered, nothing leaked.

    \b
    Examples:
      packbuilder verify output/chemistry-mock
      packbuilder verify paper-A.pdf mark-scheme-A.pdf
    """
    report = verify(outputs)
    if as_json:
        print_json({"checked": list(report.checked), "failures": list(report.failures)})
    else:
        for line in report.checked if not quiet else ():
            click.echo(f"{click.style('ok', fg='green')}    {line}")
        for line in report.failures:
            click.echo(f"{click.style('FAIL', fg='red', bold=True)}  {line}", err=True)
    return 1 if report.failures else 0
