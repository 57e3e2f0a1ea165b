"""The seating plan: each room seen from above, in parts where no page holds it."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Desk, DeskPlan, Document, Field, Fields, Heading, ItemList, Paragraph
from packbuilder.markup import flat
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import Copy, PrintRun
from packbuilder.model.seating import Seating
from packbuilder.products.print_room.parts import Room, document, edition_words, headed, rooms_of, seating_in, sheets, told_of
from packbuilder.text import Run, joined, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

_ACROSS, _DOWN = 8, 8
"""A page holds so many desks; a larger room is cut into parts of equal size."""
_FEWER_ACROSS = 6
"""So many desks side by side where what some of them hold would else be set too small to read."""
_LONGEST_WORD, _LINE, _LINES = 12, 14, 4
"""Letters of a word, and of a line, and lines that a desk of the narrower kind has room for, below its seat."""


def seating_plan(run: PrintRun) -> Document:
    """Compose the plans of all rooms. What the list does not place is named below its room's plan."""
    wording = catalogue(run.language)
    return document(
        run,
        "plan",
        sheets(
            run, ((told_of(run, room.name, room.centre, wording), part) for room in rooms_of(run) for part in _room(run, room, wording))
        ),
    )


def _room(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[tuple[Block, ...]]:
    sitting = [(copy.candidate, copy) for copy in room.sitting if copy.candidate]
    seating = seating_in(room.sitting, run)
    placed = {seating.places[each.seat]: _desk(each, copy, wording) for each, copy in sitting if each.seat in seating.places}
    loose = tuple(each for each, _ in sitting if each.seat not in seating.places)
    if not placed:
        yield (*headed(run, room, "plan", wording), *_notes(seating, wording, exit_drawn=False), *_loose(loose, wording), _signed(wording))
        return
    across = _ACROSS if all(map(_is_short, placed.values())) else _FEWER_ACROSS
    bands = [(rows, columns) for rows in _cut(seating.rows, _DOWN) for columns in _cut(seating.columns, across)]
    for number, (rows, columns) in enumerate(bands, 1):
        plan = DeskPlan(
            rows=tuple(tuple(placed.get((row, column)) for column in columns) for row in rows),
            front=said(wording, "room.plan.front") if rows.start == 0 else (),
            exit=said(wording, "room.plan.exit") if rows.stop == seating.rows and columns.stop == seating.columns else (),
        )
        part = (Heading(text=said(wording, "room.plan.part", n=number, of=len(bands)), level=2, listed=False),) if len(bands) > 1 else ()
        if any(desk for row in plan.rows for desk in row):
            yield (
                *headed(run, room, "plan", wording, first=number == 1),
                *part,
                plan,
                *_notes(seating, wording, exit_drawn=bool(plan.exit)),
                *((*_loose(loose, wording), _signed(wording)) if number == len(bands) else ()),
            )


def _is_short(desk: Desk) -> bool:
    """Whether what stands at a desk has room where many stand side by side: short words, in few lines."""
    lines = [flat(line) for line in desk.lines]
    words = (word for line in lines for word in line.replace("-", " ").split())
    return max(map(len, words), default=0) <= _LONGEST_WORD and sum(-(-len(line) // _LINE) for line in lines) <= _LINES


def _cut(count: int, most: int) -> tuple[range, ...]:
    """Cut a row of so many into the fewest ranges of at most `most`, as equal as can be."""
    parts = -(-count // most)
    return tuple(range(count * part // parts, count * (part + 1) // parts) for part in range(parts))


def _desk(candidate: Candidate, copy: Copy, wording: Catalogue) -> Desk:
    extra = plain(wording.say("room.extra", percent=candidate.extra_time)) if candidate.extra_time else ()
    edition = edition_words(copy.edition, wording) if copy.edition else ()
    version = said(wording, "version", code=copy.version)
    return Desk(
        seat=candidate.seat, lines=(plain(candidate.number), plain(candidate.name), joined(version, edition, extra, separator=" · "))
    )


def _notes(seating: Seating, wording: Catalogue, *, exit_drawn: bool) -> Iterator[Block]:
    if not seating.places:
        yield Paragraph(text=said(wording, "room.plan.none"))
        return
    apart, leave = said_lines(wording, "room.plan.notes")
    lines = [apart, leave] if exit_drawn else [apart]
    if seating.numbered and seating.columns > 1:
        how = "lettered" if seating.letter else "numbered"
        lines.append(said(wording, f"room.plan.{how}", n=seating.width, letter=seating.letter))
    yield ItemList(entries=tuple((Paragraph(text=line, role="small"),) for line in lines))


def _signed(wording: Catalogue) -> Block:
    """Return where somebody signs for the plan: centres keep who sat where, and who saw to it."""
    labels = ("room.field.invigilator", "room.field.signature")
    return Fields(fields=tuple(Field(label=wording.say(label), short=True, language=wording.spoken(label)) for label in labels))


def _loose(candidates: tuple[Candidate, ...], wording: Catalogue) -> Iterator[Block]:
    if candidates:
        yield Paragraph(text=said(wording, "room.plan.loose"), role="label")
        entries = (plain(f"{each.number} {each.name}" + (f" ({each.seat})" if each.seat else "")) for each in candidates)
        yield Paragraph(text=joined(*entries, separator="; ") or (Run(text=""),))
