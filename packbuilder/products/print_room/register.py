"""The attendance register: who is to sit in each room, with boxes for present and absent."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Column, Document, Field, Fields, Group, Paragraph
from packbuilder.model.print_run import Copy, PrintRun
from packbuilder.products.print_room.parts import Room, document, edition_words, headed, rooms_of, sheets, table, told_of
from packbuilder.text import RichText, counted, joined, plain, said
from packbuilder.wording import Catalogue, catalogue

_BOX = "☐"
_COLUMNS = (
    Column(share=1.0),
    Column(share=1.3),
    Column(share=4.2),
    Column(share=1.45, align="centre"),
    Column(share=1.25, align="centre"),
    Column(share=1.25, align="centre"),
    Column(share=1.25, align="centre"),
)
_HEADS = ("seat", "number", "name", "extra", "version", "present", "absent")


def attendance_register(run: PrintRun) -> Document:
    """Compose the register, a room after the other, in the order of the packets."""
    wording = catalogue(run.language)
    return document(
        run, "register", sheets(run, ((told_of(run, room.name, room.centre, wording), _room(run, room, wording)) for room in rooms_of(run)))
    )


def _room(run: PrintRun, room: Room, wording: Catalogue) -> Iterator[Block]:
    yield from headed(run, room, "register", wording)
    yield Paragraph(text=said(wording, "room.register.how"), role="small", keep=True)
    heads = tuple(said(wording, f"room.column.{name}") for name in _HEADS)
    yield table(_COLUMNS, heads, (_row(copy, wording) for copy in room.sitting))
    labels = ("room.field.present", "room.field.absent", "room.field.invigilator", "room.field.date")
    fields = tuple(Field(label=wording.say(label), short=True, language=wording.spoken(label)) for label in labels)
    expected = counted(wording, "room.expected", len(room.sitting), bold=True)
    yield Group(blocks=(Paragraph(text=expected), Fields(fields=fields)), together=True)


def _row(copy: Copy, wording: Catalogue) -> tuple[RichText, ...]:
    who = copy.candidate
    if who is None:  # a room's `sitting` are candidates' copies
        return ()
    edition = edition_words(copy.edition, wording) if copy.edition else ()
    name = joined(plain(who.name), edition, separator=" · ")
    extra = plain(wording.say("room.extra", percent=who.extra_time)) if who.extra_time else ()
    return (plain(who.seat), plain(who.number), name, extra, plain(copy.version), plain(_BOX), plain(_BOX))
