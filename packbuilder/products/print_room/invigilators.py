"""The invigilator's sheet: when the paper begins and ends for whom, what each candidate needs, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Column, Document, Field, Fields, Heading, ItemList, Paragraph
from packbuilder.model.blueprint import with_extra_time
from packbuilder.model.print_run import PrintRun
from packbuilder.products.facts import hours
from packbuilder.products.print_room.clock import clock, minutes_of
from packbuilder.products.print_room.parts import Room, document, edition_words, headed, rooms_of, seating_in, sheets, table, told_of
from packbuilder.text import RichText, counted, joined, plain, said, said_lines
from packbuilder.values import replace
from packbuilder.wording import Catalogue, catalogue

_BLANK = "__________"

_SEATED = 1
"""Which of the things to do before the start says that neighbours have different versions."""


def invigilators_sheet(run: PrintRun) -> Document:
    """Compose a sheet for each room."""
    wording = catalogue(run.language)
    made = document(
        run,
        "invigilator",
        sheets(run, ((told_of(run, room.name, room.centre, wording), _room(run, room, wording)) for room in rooms_of(run))),
    )
    # Nobody should have to turn the sheet over for its last lines.
    return replace(made, snug=True)


def _room(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[Block]:
    yield from headed(run, room, "invigilator", wording)
    spares = sum(len(packet.copies) for packet in room.packets) - len(room.sitting)
    counts = (counted(wording, "room.candidates", len(room.sitting)), counted(wording, "room.spares", spares) if spares else ())
    yield Paragraph(text=joined(*counts, separator=" · "))
    yield Heading(text=said(wording, "room.times"), level=2, listed=False)
    heads = tuple(said(wording, f"room.column.{name}") for name in ("who", "candidates", "allowed", "start", "finish"))
    yield table(
        (Column(share=3), Column(share=1.6, align="centre"), Column(share=3), Column(share=1.6), Column(share=1.6)),
        heads,
        _times(run, room, wording),
    )
    if not run.start:
        yield Paragraph(text=said(wording, "room.times.blank"), role="small")
    if needs := tuple(_needs(run, room, wording)):
        yield Heading(text=said(wording, "room.needs"), level=2, listed=False)
        heads = tuple(said(wording, f"room.column.{name}") for name in ("seat", "number", "name", "edition", "extra", "finish"))
        yield table(
            (Column(share=1), Column(share=1.4), Column(share=3.6), Column(share=1.9), Column(share=1.3), Column(share=1.5)), heads, needs
        )
    if others := tuple(_arrangements(room)):
        yield Heading(text=said(wording, "room.arrangements"), level=2, listed=False)
        heads = tuple(said(wording, f"room.column.{name}") for name in ("seat", "number", "name", "arrangements"))
        yield table((Column(share=1), Column(share=1.4), Column(share=2.6), Column(share=6)), heads, others)
    for part in ("before", "start", "during", "end"):
        yield Heading(text=said(wording, f"room.do.{part}.title"), level=2, listed=False)
        lines = list(said_lines(wording, f"room.do.{part}"))
        if part == "before" and _unplaced(run, room):
            lines[_SEATED] = said(wording, "room.do.unplaced")
        yield ItemList(entries=tuple((Paragraph(text=line),) for line in lines), style="tick")
    labels = ("room.field.begun", "room.field.ended", "room.field.invigilator", "room.field.signature")
    yield Fields(fields=tuple(Field(label=wording.say(label), short=True, language=wording.spoken(label)) for label in labels))


def _unplaced(run: PrintRun, room: Room) -> bool:
    """Whether nobody knows who sits beside some of the room's candidates, and versions are several."""
    places = seating_in(room.sitting, run).places
    sitting = (copy.candidate for copy in room.sitting if copy.candidate)
    return len(run.all_versions) > 1 and len(room.sitting) > 1 and any(not (each.seat in places or each.neighbours) for each in sitting)


def _times(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[tuple[RichText, ...]]:
    """Yield a row for each time that somebody in the room has, the shortest first; in a room of spares only, the standard one."""
    extras = [copy.candidate.extra_time for copy in room.sitting if copy.candidate]
    for extra in sorted(set(extras) or {0}):
        who = said(wording, "room.who.extra", percent=extra) if extra else said(wording, "room.who.standard")
        allowed = plain(hours(with_extra_time(run.minutes, share=extra / 100), wording)) if run.minutes else plain(_BLANK)
        yield (who, plain(str(extras.count(extra))), allowed, plain(run.start or _BLANK), plain(_finish(run, extra)))


def _finish(run: PrintRun, extra: int) -> str:
    start = minutes_of(run.start)
    return clock(start + with_extra_time(run.minutes, share=extra / 100)) if start is not None and run.minutes else _BLANK


def _needs(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[tuple[RichText, ...]]:
    """Yield a row for each candidate with an edition or extra time."""
    for copy in room.sitting:
        who = copy.candidate
        if who is not None and (who.extra_time or copy.edition):
            extra = wording.say("room.extra", percent=who.extra_time) if who.extra_time else ""
            edition = edition_words(copy.edition, wording)
            yield (plain(who.seat), plain(who.number), plain(who.name), edition, plain(extra), plain(_finish(run, who.extra_time)))


def _arrangements(room: Room) -> Iterator[tuple[RichText, ...]]:
    """Yield a row for each candidate with other arrangements than a paper and time, in the list's words."""
    for who in (copy.candidate for copy in room.sitting):
        if who is not None and who.arrangements:
            yield (plain(who.seat), plain(who.number), plain(who.name), plain("; ".join(who.arrangements)))
