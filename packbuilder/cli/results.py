"""How finished packs are told: to people in lines, to programs as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from packbuilder.app.finishing import Built, Progress
from packbuilder.app.reading import shown
from packbuilder.cli.reporting import print_json, show_diagnostics, summary
from packbuilder.diagnostics import Severity, counted


@contextmanager
def progress(count: int, *, quiet: bool) -> Iterator[Progress]:
    """Show a bar over `count` files on a terminal; otherwise nothing."""
    if quiet or count < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=count, label="Printing", file=sys.stderr) as bar:
        yield lambda _: bar.update(1)


def tell(built: Iterable[Built], *, quiet: bool, as_json: bool) -> None:
    """Tell what was made, where it is, and what of the sources did not reach paper."""
    packs = tuple(built)
    if as_json:
        print_json([_json(pack) for pack in packs])
        return
    if quiet:
        return
    for pack in packs:
        losses = [d for d in pack.diagnostics if d.severity >= Severity.WARNING]
        show_diagnostics(losses[:5])
        if len(losses) > 5:
            click.echo(f"… {len(losses) - 5} more: see `packbuilder check`", err=True)
        _told(pack)


def _told(pack: Built) -> None:
    click.echo(click.style(f"{shown(pack.folder)}/", bold=True))
    for made in pack.made:
        pages = counted(made.pages, "page") if made.pages else ""
        pages += f" on {counted(made.sides, 'side')}" if 0 < made.sides != made.pages else ""
        click.echo(f"  {made.name:<26} {pages:>9}  {len(made.data) / 1024:7.0f} KB")
    for form in pack.forms:
        click.echo(
            f"  version {form.version}: {counted(form.marks, 'mark')}, {counted(len(form.items), 'question')}, {counted(form.minutes, 'minute')}, {form.fingerprint}"
        )
    if pack.removed:
        click.echo(f"  removed, of an earlier order: {', '.join(pack.removed)}")
    for sentence in pack.told:
        click.echo(f"  note: {sentence}")
    for reason in pack.left_out:
        click.echo(f"  not made: {reason}")
    if pack.diagnostics:
        click.echo(f"  sources: {summary(pack.diagnostics)}")


def _json(pack: Built) -> dict[str, object]:
    return {
        "pack": pack.name,
        "folder": shown(pack.folder),
        "files": [
            {"name": m.name, "product": m.product, "version": m.version, "edition": m.edition, "pages": m.pages, "bytes": len(m.data)}
            for m in pack.made
        ],
        "forms": [
            {"version": f.version, "seed": f.seed, "marks": f.marks, "minutes": f.minutes, "fingerprint": f.fingerprint} for f in pack.forms
        ],
        "left_out": list(pack.left_out),
        "removed": list(pack.removed),
        "notes": list(pack.told),
        "warnings": [d.render() for d in pack.diagnostics if d.severity >= Severity.WARNING],
    }
