"""`packbuilder paper`: practice papers with their mark schemes, without a project file."""

from __future__ import annotations

from pathlib import Path

import click

from packbuilder.app.aside import cores
from packbuilder.app.blueprints import limited, quotas_from, wanted
from packbuilder.app.leftovers import papers_of_others
from packbuilder.app.making import FEW
from packbuilder.app.one_product import build_paper
from packbuilder.app.printing import Printer
from packbuilder.app.project import find_workplace, library_of
from packbuilder.app.reading import shown
from packbuilder.cli.numbers import Whole
from packbuilder.cli.options import (
    blueprint_options,
    edition_option,
    habit_options,
    json_option,
    layout_option,
    limit_options,
    output_option,
    printer_options,
    quiet_option,
    seed_option,
    skip_option,
    topics_argument,
)
from packbuilder.cli.results import progress, tell
from packbuilder.cli.version_options import version_options
from packbuilder.diagnostics import counted
from packbuilder.model.print_habits import PrintHabits
from packbuilder.values import replace


@click.command(name="paper")
@topics_argument
@blueprint_options
@limit_options
@version_options
@click.option("--minutes", type=Whole(1, 600), default=None, help="Time allowed (default: 1.2 minutes a mark).")
@click.option("--self-marking", is_flag=True, help="Also make the students' self-marking edition of each scheme.")
@edition_option
@click.option("--title", default="", help="Title on the cover (default: the topic's).")
@seed_option
@layout_option("exam-a4")
@output_option
@habit_options
@printer_options
@json_option
@skip_option
@quiet_option
def command(
    topics: tuple[str, ...],
    blueprint: str,
    quotas: tuple[str, ...],
    marks: int | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    kinds: tuple[str, ...],
    tolerance: float | None,
    avoid: tuple[Path, ...],
    repeat: bool,
    overlap: int | None,
    versions: int | None,
    minutes: int | None,
    self_marking: bool,
    editions: tuple[str, ...],
    title: str,
    seed: int,
    layout: str,
    output: Path | None,
    habits: PrintHabits,
    pdfa: bool,
    prove: bool,
    as_json: bool,
    skip_bad: bool,
    quiet: bool,
) -> None:
    """Make practice papers with matching mark schemes from topics, notes files or folders.

    \b
    Examples:
      packbuilder paper notes.txt --marks 30 --versions 2 --seed 7
      packbuilder paper acids-and-titration rates-of-reaction --marks 60
      packbuilder paper 'chemistry/*' --blueprint mock-60 --quota "objective AO2: 30-40%"
      packbuilder paper notes.txt --versions 3 --overlap none --avoid output/september
      packbuilder paper 'chemistry/*' --kind multiple_choice --exclude acids.q7 --versions 2 --tolerance 0.1
      packbuilder paper notes.txt --edition large-18 --edition tinted
      packbuilder paper notes.txt --versions 2 --print duplex --class-set 30
    """
    workplace = find_workplace()
    wish = wanted(blueprint, workplace, marks=marks or 0, versions=versions or 0, minutes=minutes or 0, quotas=quotas_from(quotas))
    wish = limited(wish, include=include, exclude=exclude, kinds=kinds, tolerance=tolerance)
    had = _had(avoid) if avoid else frozenset()
    wish = replace(wish, used=had, repeat=repeat, overlap=overlap if overlap is not None else wish.overlap)
    read = library_of(topics, workplace)
    _foretell(output or workplace.output, read[1], quiet=quiet or as_json)
    with progress((3 if self_marking else 2) * wish.versions, quiet=quiet or as_json) as step:
        built = build_paper(
            read, workplace, wish, seed=seed, layout_name=layout, output=output or workplace.output, title=title, progress=step, printer=Printer(archival=pdfa, prove=prove, keep=wish.versions <= FEW, workers=cores()), skip_bad=skip_bad,
            self_marking=self_marking, editions=editions, habits=habits,
        )  # fmt: skip
    for form in built.forms:
        again = [item for item in form.items if item in had]
        if again and not quiet:
            click.echo(f"note: version {form.version} repeats {counted(len(again), 'question')} used before: {', '.join(again)}", err=True)
    tell((built,), quiet=quiet, as_json=as_json)


def _foretell(folder: Path, topics: tuple[str, ...], *, quiet: bool) -> None:
    """Say what is about to be replaced, while there is time to stop."""
    others = () if quiet else papers_of_others(folder, topics)
    if others:
        told = " and ".join(f"“{title}”" for title in others)
        click.echo(
            f"note: {shown(folder)}/ holds papers of another order, {told}: those of the same name are replaced. "
            "To keep both, stop and give this order a folder of its own with --output",
            err=True,
        )


def _had(places: tuple[Path, ...]) -> frozenset[str]:
    # Imported here: what coverage needs takes 10 ms to import.
    from packbuilder.app.coverage import used_items

    return used_items(places)
