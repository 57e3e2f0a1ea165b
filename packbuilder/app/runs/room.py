"""A print run from a drawn paper and a centre's list: what is read and planned before the press begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from packbuilder.app.aside import aside
from packbuilder.app.printing import Printer
from packbuilder.app.project import BadContentError
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.runs.dates import doubtful_times, embargo_of, refuse_no_day
from packbuilder.app.runs.jobs import ROOM
from packbuilder.app.runs.names import StripRoom
from packbuilder.app.runs.plan import list_of, option_fault, plan_of, room_documents
from packbuilder.app.runs.run import Progress, Ran, RunContent, RunOptions, print_run
from packbuilder.app.runs.source import RunPaper
from packbuilder.app.screening import objection
from packbuilder.diagnostics import Diagnostic, Diagnostics, Severity, Span, by_place, counted, note, warning, worst
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.model.candidate import Candidate
from packbuilder.model.form import Form
from packbuilder.model.print_run import Order, PrintRun
from packbuilder.model.sitting import Sitting
from packbuilder.products.print_room.covers import packet_covers
from packbuilder.products.print_room.parts import rooms_of, seating_in
from packbuilder.products.print_room.pick_list import Counts
from packbuilder.values import dataclass

_LONG_LIST = 100_000
"""Bytes of a list that takes more memory to read than a copy of this process does."""

_NAMED = 4
"""Rooms that a note names; of more it says how many."""

RUN_FOLDER = "print-run"
"""The folder of a run, in the output folder."""


class BadEmbargoError(PackbuilderError):
    """An embargo that is not a moment."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"{value!r} is not a date and time", hints=("Write it like 2027-05-14T09:00.",))


class UnprintableOptionsError(PackbuilderError):
    """Options whose words no page can show."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        said = "; ".join(f"--{option} cannot be printed: {fault}" for option, fault in faults.items())
        super().__init__(said, hints=("Write it another way: nothing of it would be left out without a word.",))


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
    desks_a_row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A run that is ready for the press: the plan, what it is made of, and what the sources and the list lost on the way."""

    run: PrintRun
    content: RunContent
    diagnostics: Diagnostics


def plan_run(paper: RunPaper, *, candidates: Path, wish: Wish) -> Planned:
    """Plan a run of a paper. Raises `BadContentError` with every mistake in the list, `NoSuchDayError`, and what `plan_of` does; nothing is written here."""
    _check_words({"title": paper.title, **{option: getattr(wish, option) for option in ("date", "session", "centre", "watermark")}})
    refuse_no_day(wish.date)
    forms = paper.forms
    sitting = Sitting(date=wish.date, session=wish.session)
    strips = StripRoom(forms=forms, layout=paper.paper, habits=paper.habits, sitting=sitting)
    data = read_bytes(candidates)
    read = partial(
        list_of,
        data,
        shown(candidates),
        versions=tuple(form.code for form in forms),
        unfit=strips.objection,
        edition=wish.edition,
        centre=wish.centre,
    )
    # All that was remembered of thousands of rows, and of measuring their names, is gone with the copy.
    listed, found = aside(read) if len(data) > _LONG_LIST else read()
    if worst(found) is Severity.ERROR:
        raise BadContentError(by_place(found), least=Severity.NOTE)
    if not listed:
        raise NoCandidatesError(path=shown(candidates))
    run, clashes = plan_of(
        listed,
        title=paper.title,
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
        desks_a_row=wish.desks_a_row,
        habits=paper.habits,
    )
    content = RunContent(
        forms=_dealt(forms, run),
        paper=paper.paper,
        handout=paper.handout,
        sources=paper.sources,
        topics=paper.topics,
        documents=_room_documents,
        fronts=lambda extents: {packet.name: packet_covers(run, extents, (packet,)) for packet in run.packets},
    )
    return Planned(
        run=run,
        content=content,
        diagnostics=by_place(
            (
                *found,
                *clashes,
                *_unmade(listed, paper),
                *_guessed(run),
                *doubtful_times(date=run.date, start=run.start, embargo=run.embargo, minutes=run.minutes),
            )
        ),
    )


def make_run(planned: Planned, *, folder: Path, options: RunOptions, printer: Printer, progress: Progress = lambda _: None) -> Ran:
    """Print a planned run into `folder`."""
    return print_run(planned.run, planned.content, folder=folder, options=options, printer=printer, progress=progress)


def _unmade(candidates: Iterable[Candidate], paper: RunPaper) -> Iterator[Diagnostic]:
    """Yield a warning for each edition that the list names and the pack does not: its paper was made, and perhaps proofread, without."""
    first = {each.edition: each for each in reversed(tuple(candidates)) if each.edition}
    for edition, candidate in first.items() if paper.editions else ():
        if edition not in paper.editions:
            hint = f"The pack has {', '.join(paper.editions)}: add it to `editions:` if it is meant. It is printed all the same."
            yield warning("C131", f"the pack {paper.pack!r} is not made in the edition {edition!r}", candidate.span, hint)


def _guessed(run: PrintRun) -> Iterator[Diagnostic]:
    """Yield a note on rooms whose seats are plain numbers, of which nobody has said how many stand in a row, one for all that are taken for
    as many: in the real room others are neighbours.
    """
    alike: dict[tuple[str, int], list[tuple[Span, str]]] = {}
    for room in rooms_of(run) if len(run.all_versions) > 1 and not run.desks_a_row else ():
        first = next(copy.candidate for copy in room.sitting if copy.candidate)
        seating = seating_in(room.sitting, run)
        if seating.numbered and seating.rows > 1:
            what = f"all have the letter {seating.letter}, and are more than a row has" if seating.letter else "are plain numbers"
            alike.setdefault((what, seating.width), []).append((first.span, room.name))
    for (what, width), rooms in alike.items():
        message = f"seats{_in_rooms([name for _, name in rooms])} {what}: they are taken for {width} to a row, from the front left"
        yield note("C132", message, rooms[0][0], "If they stand otherwise, say --desks-a-row N, or the neighbours are others.")


def _in_rooms(names: Sequence[str]) -> str:
    """Return in which rooms something is: the first by name; nothing where the only one has none."""
    named = [name for name in names if name]
    more = f" and {counted(len(named) - _NAMED, 'more room', 'more rooms')}" if len(named) > _NAMED else ""
    return f" in {', '.join(named[:_NAMED])}{more}" if named else ""


def _check_words(options: Mapping[str, str]) -> None:
    """Raise `UnprintableOptionsError` for what is to be printed on sheets and cannot be, as the list's own words are checked."""
    faults = {
        option: option_fault(option, words) or next(filter(None, map(objection, dict.fromkeys(words))), "")
        for option, words in options.items()
    }
    if unprintable := {option: fault for option, fault in faults.items() if fault}:
        raise UnprintableOptionsError(unprintable)


def _dealt(forms: tuple[Form, ...], run: PrintRun) -> tuple[Form, ...]:
    """Return the forms that somebody has a copy of."""
    dealt = {copy.version for copy in run.copies}
    return tuple(form for form in forms if form.code in dealt)


def _room_documents(run: PrintRun, counts: Counts) -> Iterator[tuple[str, Callable[[], Document]]]:
    return ((f"{ROOM}/{name}", compose) for name, compose in room_documents(run, counts))


def _moment(value: str) -> str:
    """Return a date, or a date and time, as ISO 8601 has it."""
    if not value:
        return ""
    try:
        return embargo_of(value)
    except ValueError:
        raise BadEmbargoError(value=value) from None
