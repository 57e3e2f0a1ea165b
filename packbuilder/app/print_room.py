"""A print run from topics and a centre's list: what is read, drawn and planned before the press begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from packbuilder.app.finishing import sound
from packbuilder.app.making import default_title, draw
from packbuilder.app.print_plan import list_of, plan_of, room_documents
from packbuilder.app.print_run import Progress, Ran, RunContent, RunOptions, print_run
from packbuilder.app.printing import Printer
from packbuilder.app.project import BadContentError, Workplace, layout, library_of
from packbuilder.app.reading import read_bytes, shown
from packbuilder.diagnostics import Diagnostics, Severity, by_place, worst
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import paper_name
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.candidate import Candidate
from packbuilder.model.form import Form
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.print_run import Order, PrintRun
from packbuilder.products.print_room.covers import packet_covers
from packbuilder.products.print_room.pick_list import Counts

RUN_FOLDER = "print-run"
"""The folder of a run, in the output folder."""

ROOM = "room"
"""The folder of what rooms need, in that of the run."""


class BadEmbargoError(PackbuilderError):
    """An embargo that is not a moment."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"{value!r} is not a date and time", hints=("Write it like 2027-05-14T09:00.",))


class NoCandidatesError(PackbuilderError):
    """A list without a single candidate."""

    def __init__(self, *, path: str) -> None:
        super().__init__(
            f"there is no candidate in {path}",
            hints=("A list has a row of headings (number, name, room, seat …) and a row for each candidate.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a centre asks of a run: see the command's options. `edition` is that of candidates for whom the list names none."""

    order: Order = "seat"
    spares: float = 0.0
    date: str = ""
    session: str = ""
    centre: str = ""
    start: str = ""
    embargo: str = ""
    watermark: str = ""
    edition: str = ""
    habits: PrintHabits = AS_IT_IS


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A run that is ready for the press: the plan, what it is made of, and what the sources and the list lost on the way."""

    run: PrintRun
    content: RunContent
    diagnostics: Diagnostics


def plan_run(
    arguments: tuple[str, ...], workplace: Workplace, blueprint: Blueprint, *, candidates: Path, seed: int, layout_name: str, title: str,
    wish: Wish, skip_bad: bool = False,
) -> Planned:  # fmt: skip
    """Read, draw and plan a run. Raises `BadContentError` with every mistake in sources and list; nothing is written here."""
    library, ids = sound(library_of(arguments, workplace), skip_bad=skip_bad)
    bank = library.bank.of_topics(ids)
    title = title or default_title(bank)
    forms = draw(bank, blueprint, seed=seed, title=title)
    listed, found = list_of(read_bytes(candidates), shown(candidates), versions=tuple(form.code for form in forms))
    if worst(found) is Severity.ERROR:
        raise BadContentError(found)
    if not listed:
        raise NoCandidatesError(path=shown(candidates))
    run, clashes = plan_of(
        tuple(_completed(each, wish) for each in listed),
        title=title,
        versions={form.code: form.fingerprint for form in forms},
        order=wish.order,
        spares=wish.spares,
        date=wish.date,
        session=wish.session,
        centre=wish.centre,
        embargo=_moment(wish.embargo),
        watermark=wish.watermark,
        language=forms[0].language,
        start=wish.start,
        minutes=forms[0].minutes,
        habits=wish.habits,
    )
    paper = layout(layout_name, workplace)
    handout = layout(paper.scheme, workplace) if paper.scheme else paper
    content = RunContent(
        forms=_dealt(forms, run),
        paper=paper,
        handout=handout,
        library=library,
        topics=tuple(topic.id for topic in bank.topics),
        documents=partial(_room_documents, paper=paper_name(handout.page.width, handout.page.height)),
        fronts=lambda extents: {packet.name: packet_covers(replace(run, packets=(packet,)), extents) for packet in run.packets},
    )
    return Planned(run=run, content=content, diagnostics=by_place((*found, *clashes)))


def make_run(planned: Planned, *, folder: Path, options: RunOptions, printer: Printer, progress: Progress = lambda _: None) -> Ran:
    """Print a planned run into `folder`."""
    return print_run(planned.run, planned.content, folder=folder, options=options, printer=printer, progress=progress)


def _completed(candidate: Candidate, wish: Wish) -> Candidate:
    """Return a candidate with the edition and the centre of all for whom the list has none."""
    return replace(candidate, edition=candidate.edition or wish.edition, centre=candidate.centre or wish.centre)


def _dealt(forms: tuple[Form, ...], run: PrintRun) -> tuple[Form, ...]:
    """Return the forms that somebody has a copy of."""
    dealt = {copy.version for copy in run.copies}
    return tuple(form for form in forms if form.code in dealt)


def _room_documents(run: PrintRun, counts: Counts, *, paper: str) -> Iterator[tuple[str, Document]]:
    return ((f"{ROOM}/{name}", document) for name, document in room_documents(run, counts, paper=paper))


def _moment(value: str) -> str:
    """Return a date, or a date and time, as ISO 8601 has it, to the minute."""
    if not value:
        return ""
    try:
        return datetime.fromisoformat(value).isoformat(timespec="minutes")
    except ValueError:
        raise BadEmbargoError(value=value) from None
