"""`packbuilder a11y`: what a PDF offers to somebody who cannot see it, in words."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.accessibility.report import Finding, accessibility
from packbuilder.app.reading import shown
from packbuilder.cli.options import json_option
from packbuilder.cli.reporting import print_json
from packbuilder.errors import PackbuilderError


@click.command(name="a11y")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.pdf...")
@json_option
def command(files: tuple[Path, ...], as_json: bool) -> int:
    """Report how accessible PDFs are, in words: title, language, protection, tags, reading order, headings, pictures, lists, tables, links, fonts, sizes, contrast.

    Any PDF can be reported on. Exit code 1 where there is a fault.

    \b
    Example:
      packbuilder a11y output/chemistry-mock/paper-A.pdf
    """
    reports: dict[Path, tuple[Finding, ...]] = {}
    for path in files:
        try:
            reports[path] = accessibility(path)
        except PackbuilderError as error:
            # One file that cannot be read is no reason to say nothing of the others.
            if len(files) == 1:
                raise
            reports[path] = (Finding(good=False, text=f"{error}."),)
    if as_json:
        print_json({str(path): [{"good": finding.good, "text": finding.text} for finding in found] for path, found in reports.items()})
    else:
        for path, found in reports.items():
            click.echo(click.style(shown(path), bold=True))
            for finding in found:
                mark = click.style("ok", fg="green") if finding.good else click.style("FAULT", fg="red", bold=True)
                click.echo(f"  {mark:<6} {finding.text}")
    return 0 if all(finding.good for found in reports.values() for finding in found) else 1
