"""`packbuilder print-run`: copies of a paper for named candidates, in packets, with all that an exam room needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

import click

from packbuilder.app.aside import aside, can_split, cores
from packbuilder.app.blueprints import quotas_from
from packbuilder.app.project import find_workplace
from packbuilder.app.reading import shown
from packbuilder.app.runs.executors import DASK, IN_PROCESS, PROCESSES
from packbuilder.app.runs.jobs import ROOM
from packbuilder.app.runs.passwords import read_passwords
from packbuilder.app.runs.room import RUN_FOLDER, Planned, Wish, make_run, plan_run
from packbuilder.app.runs.run import Progress, Ran, RunOptions
from packbuilder.app.runs.source import USUAL_LAYOUT, PaperWish, run_paper
from packbuilder.cli.asked import BLUEPRINT, MINUTES, VERSIONS
from packbuilder.cli.delivery import Delivery, delivery_options
from packbuilder.cli.numbers import Number, Whole
from packbuilder.cli.options import (
    as_value,
    given,
    layout_option,
    seed_option,
    sheet_options,
)
from packbuilder.cli.reporting import print_json, show_diagnostics
from packbuilder.diagnostics import counted
from packbuilder.editions import EDITIONS
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.print_run import Order
from packbuilder.values import dataclass, replace

_SHOWN = 6
"""Files that a warning names; of more it says how many."""

_FEW = 40
"""Copies that one process prints sooner than another has begun."""


def _one_edition(_context: click.Context, _option: click.Parameter, named: tuple[str, ...]) -> str:
    """Return the edition that is named. Raises `click.BadParameter` for several: elsewhere the option may be repeated."""
    if len(set(named)) > 1:
        raise click.BadParameter(
            "a run has one edition for candidates whose row names none: name the others' in the list's column 'edition'"
        )
    return named[0] if named else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Press:
    """How files are made: which (`packets`, `each`, `both`), where, under which passwords, and whether another run's may go."""

    files: str
    executor: str
    replace: bool
    password_file: Path | None
    passwords: bool

    def options(self, planned: Planned) -> RunOptions:
        """Return what the press is told about a planned run."""
        worth = len(planned.run.copies) > _FEW and (self.files != "packets" or not can_split())
        return RunOptions(
            packets=self.files != "each",
            each=self.files != "packets",
            executor=self.executor or (PROCESSES if worth else IN_PROCESS),
            # Who asks for one process wants little memory.
            workers=1 if self.executor == IN_PROCESS else cores(),
            locks=read_passwords(self.password_file, planned.run) if self.password_file else {},
            new_locks=self.passwords,
            replace=self.replace,
        )


def _wish(*, order: str, **others: Any) -> Wish:
    return Wish(order=cast("Order", order), **others)


def _paper(*, quotas: tuple[str, ...], **others: Any) -> PaperWish:
    return PaperWish(quotas=quotas_from(quotas), **{name: value for name, value in others.items() if value is not None})


def _press(*, passwords: bool, password_file: Path | None, **others: Any) -> _Press:
    if passwords and password_file:
        raise click.UsageError("--passwords makes new passwords and --password-file has some: give one of them.")
    return _Press(passwords=passwords, password_file=password_file, **others)


_words = partial(click.option, default="")

_WISHES = {
    "edition": click.option(
        "--edition",
        type=click.Choice([name for name, each in EDITIONS.items() if not each.digital]),
        multiple=True,
        callback=_one_edition,
        help="Modified edition of candidates for whom the list names none.",
    ),
    "order": click.option(
        "--order", type=click.Choice(("seat", "number")), default="seat", show_default=True, help="Order of the copies in a packet."
    ),
    "desks_a_row": click.option(
        "--desks-a-row",
        type=Whole(0, 200),
        default=0,
        metavar="N",
        help="Desks in a row where seats are plain numbers, for neighbours and plan (default: as many as make the room nearly square).",
    ),
    "spares": click.option("--spares", type=Number(0, 100), default=0.0, metavar="PERCENT", help="Copies without a name, of each packet."),
    "date": _words("--date", help="The day, as it is to be printed on papers and sheets."),
    "session": _words("--session", help="The session, as it is to be printed: morning, afternoon."),
    "start": _words("--start", metavar="TIME", help="When the paper starts: 09:00."),
    "centre": _words("--centre", help="The centre's number, where the list has none."),
    "embargo": _words("--embargo", metavar="WHEN", help="Packets and schemes say that they stay closed until then: 2027-05-14T09:00."),
    "watermark": _words("--watermark", metavar="TEXT", help="Light grey words across each page, behind the text."),
}
_PRESS = {
    "files": click.option(
        "--files",
        type=click.Choice(("packets", "each", "both")),
        default="packets",
        show_default=True,
        help="One file a packet, for the printer; one tagged file a candidate; or both.",
    ),
    "password_file": click.option(
        "--password-file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        default=None,
        help="Lines of `name,password`: encrypt with these (AES-256).",
    ),
    "passwords": click.option(
        "--passwords", is_flag=True, help="Encrypt with new passwords, a packet each, kept in passwords.csv in the run's folder."
    ),
    "executor": _words(
        "--executor", metavar="WHERE", help=f"{IN_PROCESS}, {PROCESSES}, or {DASK}HOST:PORT (default: all cores for large runs)."
    ),
    "replace": click.option("--replace", is_flag=True, help="Remove the files of another run in the folder first."),
}


@click.command(name="print-run")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...|PACK")
@click.option(
    "--candidates", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The centre's list, as CSV."
)
@as_value("paper", _paper, **BLUEPRINT, versions=VERSIONS, minutes=MINUTES)
@as_value("wish", _wish, **_WISHES)
@as_value("press", _press, **_PRESS)
@sheet_options
@click.option("--title", default="", help="Title on the cover (default: the topic's).")
@seed_option
@layout_option(USUAL_LAYOUT)
@delivery_options
def command(
    topics: tuple[str, ...],
    candidates: Path,
    paper: PaperWish,
    wish: Wish,
    press: _Press,
    habits: Callable[[PrintHabits], PrintHabits],
    title: str,
    seed: int,
    layout: str,
    delivery: Delivery,
) -> None:
    """Print a paper for every candidate of a list: name, number and a bar code on each page, packed by room.

    TOPICs are ids, notes files or folders, from which a paper is drawn. A PACK of packbuilder.yaml, named alone, prints its paper with
    all its settings; what the command line says overrules them.

    Run it again after a crash, and it goes on where it stopped. `packbuilder verify` counts and reads back every copy.

    \b
    Examples:
      packbuilder print-run notes.txt --candidates candidates.csv --marks 40 --versions 2
      packbuilder print-run chemistry-mock --candidates candidates.csv --print a3-fold
      packbuilder print-run 'chemistry/*' --candidates list.csv --blueprint mock-60 --spares 5 --watermark MOCK
      packbuilder print-run notes.txt --candidates list.csv --files both --passwords --embargo 2027-05-14T09:00
    """
    workplace = find_workplace()
    settled = replace(paper, seed=given("seed", seed), layout=given("layout", layout) or "", title=title, habits=habits)
    # Readers, rules and the solver hold a quarter of the memory that a run of thousands takes, and have done their work.
    drawn = aside(partial(run_paper, topics, workplace, settled, skip_bad=delivery.skip_bad))
    planned = plan_run(drawn, candidates=candidates, wish=wish)
    options = press.options(planned)
    folder = delivery.folder(workplace) / RUN_FOLDER
    if not delivery.quiet:
        show_diagnostics(planned.diagnostics)
    with _bar(planned, options, quiet=delivery.silent) as step:
        ran = make_run(planned, folder=folder, options=options, printer=delivery.printer(), progress=step)
    _tell(planned, ran, quiet=delivery.quiet, as_json=delivery.as_json)


@contextmanager
def _bar(planned: Planned, options: RunOptions, *, quiet: bool) -> Iterator[Progress]:
    """Show a bar over the run's files on a terminal; otherwise nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    run = planned.run
    count = len(run.packets) * options.packets + len(run.copies) * options.each
    with click.progressbar(length=count + 2 * len(planned.content.forms), label="Printing", file=sys.stderr) as bar:
        yield bar.update


def _tell(planned: Planned, ran: Ran, *, quiet: bool, as_json: bool) -> None:
    run = planned.run
    spares = sum(copy.candidate is None for copy in run.copies)
    printed = [ran.extents[copy.version, copy.edition] for copy in run.copies]
    pages, sides, sheets = (sum(each.pages for each in printed), sum(each.sides for each in printed), sum(each.sheets for each in printed))
    facts = {
        "folder": shown(ran.folder), "run": ran.digest, "plan": run.digest, "candidates": len(run.copies) - spares, "spares": spares, "packets": len(run.packets),
        "pages": pages, "sides": sides, "sheets": sheets, "paper": sorted({each.paper for each in printed}), "files": len(ran.files), "kept": ran.kept, "unlocked": list(ran.unlocked),
        "strange": list(ran.beside),
    }  # fmt: skip
    if as_json:
        print_json(facts)
    elif not quiet:
        click.echo(click.style(f"{facts['folder']}/", bold=True) + f"  run {ran.digest}, marked {run.digest[:12]} on the rooms' sheets")
        click.echo(
            f"  {counted(len(run.copies) - spares, 'candidate')} and {counted(spares, 'spare')} in {counted(len(run.packets), 'packet')}: "
            f"{counted(pages, 'page')} on {counted(sheets, 'sheet')} of {' and '.join(sorted({each.paper for each in printed}))}"
        )
        kept = f", {ran.kept} of them from before" if ran.kept else ""
        click.echo(
            f"  {counted(len(ran.files), 'file')}{kept}; every copy is in manifest.json. `packbuilder verify {facts['folder']}` reads them all back."
        )
        if ran.beside:
            more = f" and {len(ran.beside) - _SHOWN} more" if len(ran.beside) > _SHOWN else ""
            strange = f"{', '.join(ran.beside[:_SHOWN])}{more}"
            click.secho(
                f"  Not of this run, and left where it is: {strange}. `packbuilder verify` fails until it is taken out.", fg="yellow"
            )
        for line in _unlocked(ran.unlocked):
            click.secho(f"  {line}", fg="yellow")


def _unlocked(names: tuple[str, ...]) -> Iterator[str]:
    """Yield what opens without a password though the run has some: the room's documents name candidates, and rooms need them open."""
    room = sum(name.startswith(f"{ROOM}/") for name in names)
    others = [name for name in names if not name.startswith(f"{ROOM}/")]
    if others:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        yield f"WITHOUT a password: {', '.join(others[:_SHOWN])}{more}. A line `*,password` locks all that have none of their own."
    if room:
        yield f"Open as rooms need them, and full of names: {counted(room, 'file')} in {ROOM}/, and manifest.json. Keep them where passwords are kept."
