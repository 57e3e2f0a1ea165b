"""`packbuilder build`: the packs of the project."""

from __future__ import annotations

import click

from packbuilder.app.aside import cores
from packbuilder.app.build import build_project, packs_of
from packbuilder.app.project import find_workplace
from packbuilder.cli.delivery import Delivery, delivery_options


@click.command(name="build")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@delivery_options
def command(packs: tuple[str, ...], delivery: Delivery) -> None:
    """Build the packs of packbuilder.yaml, or only those named.

    \b
    Examples:
      packbuilder build
      packbuilder build chemistry-mock --output to-print
    """
    workplace = find_workplace()
    chosen = packs_of(workplace, packs)
    count = sum(1 + 2 * max(1, pack.versions) for pack in chosen)
    with delivery.progress(count) as step:
        built = tuple(
            build_project(
                workplace,
                chosen,
                output=delivery.folder(workplace),
                progress=step,
                printer=delivery.printer(workers=cores()),
                skip_bad=delivery.skip_bad,
            )
        )
    delivery.tell(built)
