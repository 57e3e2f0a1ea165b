"""`packbuilder check`: every mistake and every loss, with its place."""

from __future__ import annotations

import click

from packbuilder.app.checking import check
from packbuilder.app.project import find_workplace
from packbuilder.cli.options import quiet_option
from packbuilder.cli.reporting import as_json, print_json, show_diagnostics, summary
from packbuilder.diagnostics import Severity, worst


@click.command(name="check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--json", "json_", is_flag=True, help="The same as --format json.")
@quiet_option
def command(paths: tuple[str, ...], strict: bool, form: str, json_: bool, quiet: bool) -> int:
    """Read notes, banks, layouts and the project, and report what is wrong and what does not reach paper.

    Exit code 0 where nothing is worse than a warning, 1 on errors (and on warnings with --strict).

    \b
    Examples:
      packbuilder check
      packbuilder check notes/ --strict
    """
    result = check(paths, find_workplace())
    shown = tuple(d for d in result.diagnostics if not quiet or d.severity is Severity.ERROR)
    if json_ or form == "json":
        print_json({"diagnostics": [as_json(d) for d in shown], "topics": [vars_of(t) for t in result.counts]})
    else:
        show_diagnostics(shown, err=False)
        if not quiet:
            for line in result.lines():
                click.echo(line)
            click.echo(summary(result.diagnostics))
    bad = Severity.WARNING if strict else Severity.ERROR
    return 1 if result.diagnostics and worst(result.diagnostics) >= bad else 0


def vars_of(counts: object) -> dict[str, object]:
    """Return a frozen value's fields as a JSON object."""
    from dataclasses import asdict

    return asdict(counts)  # type: ignore[call-overload, no-any-return]  # counts are dataclasses
