"""`packbuilder site`: the static site that students take packs from."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from packbuilder.app.printing import stated_date
from packbuilder.app.project import find_workplace
from packbuilder.app.reading import shown
from packbuilder.app.site.building import BuiltSite, build_site
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.reporting import print_json
from packbuilder.diagnostics import counted


@click.command(name="site")
@delivery_options
def command(delivery: Delivery) -> None:
    """Build the packs that have changed, and a static site of them in output/site/ that students download from.

    Mark schemes and answers are left out until the day that `release:` names, or for ever; should anything on the site say what they credit,
    nothing is written.

    \b
    Examples:
      packbuilder site
      python3 -m http.server --directory output/site
    """
    workplace = find_workplace()
    count = len(workplace.project.packs) * 4 if workplace.project else 0
    with delivery.progress(count) as step:
        built = build_site(
            workplace,
            output=delivery.folder(workplace),
            printer=delivery.printer(),
            today=_today(),
            progress=step,
            skip_bad=delivery.skip_bad,
        )
    if delivery.as_json:
        print_json(_json(built))
    elif not delivery.quiet:
        _tell(built)


def _today() -> str:
    """Return the day of SOURCE_DATE_EPOCH where that is set, else today here, as an ISO date."""
    stated = stated_date()
    day = datetime.fromtimestamp(stated, UTC) if stated is not None else datetime.now().astimezone()
    return day.date().isoformat()


def _tell(built: BuiltSite) -> None:
    click.echo(click.style(f"{shown(built.folder)}/index.html", bold=True))
    if built.site is None:
        click.echo(f"  nothing has changed: {built.files} files are as they would be made now")
        return
    packs, made = len(built.site.packs), len(built.rebuilt)
    click.echo(
        f"  {counted(packs, 'pack')}, {made} of them made anew; {counted(built.files, 'file')}, {built.counts.bytes / 1024 / 1024:.1f} MB"
    )
    click.echo(f"  {counted(built.counts.written, 'file')} written, {built.counts.removed} removed")
    if built.withheld:
        click.echo(
            f"  {counted(built.withheld, 'file')} withheld from students; none of {counted(built.wordings, 'wording')} that only they have stands on the site"
        )
    for place in built.foreign:
        click.echo(f"  not made by packbuilder, and left alone: {place}")
    if not built.site.spec.url:
        click.echo("  no sitemap: say `site: {url: https://...}` in packbuilder.yaml once you know where the site will lie")


def _json(built: BuiltSite) -> dict[str, object]:
    return {
        "folder": shown(built.folder),
        "unchanged": built.site is None,
        "packs": [pack.name for pack in built.site.packs] if built.site else [],
        "rebuilt": list(built.rebuilt),
        "files": built.files,
        "written": built.counts.written,
        "removed": built.counts.removed,
        "bytes": built.counts.bytes,
        "withheld": built.withheld,
        "foreign": list(built.foreign),
    }
