"""`packbuilder verify`: read finished PDFs back and prove that they match."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.runs.passwords import read_passwords
from packbuilder.app.verifying.verify import verify
from packbuilder.cli.options import json_option, quiet_option
from packbuilder.cli.reporting import print_json


@click.command(name="verify")
@click.argument("outputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="OUTPUT...")
@click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="Passwords of an encrypted print run.",
)
@click.option(
    "--candidates",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="The centre's list: must be whom a print run was printed for.",
)
@json_option
@quiet_option
def command(outputs: tuple[Path, ...], password_file: Path | None, candidates: Path | None, as_json: bool, quiet: bool) -> int:
    """Check folders of products, or a paper and its scheme: same version, every question answered, nothing leaked.

    \b
    Examples:
      packbuilder verify output/chemistry-mock
      packbuilder verify print-run --candidates list.csv
      packbuilder verify paper-A.pdf mark-scheme-A.pdf
    """
    report = verify(outputs, passwords=read_passwords(password_file) if password_file else {}, candidates=candidates)
    if as_json:
        print_json({"checked": list(report.checked), "notes": list(report.notes), "failures": list(report.failures)})
    else:
        for line in report.checked if not quiet else ():
            click.echo(f"{click.style('ok', fg='green')}    {line}")
        for line in report.notes:
            click.echo(f"{click.style('note', fg='yellow')}  {line}", err=True)
        for line in report.failures:
            click.echo(f"{click.style('FAIL', fg='red', bold=True)}  {line}", err=True)
    return 1 if report.failures else 0
