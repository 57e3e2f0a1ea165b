"""Sheets that lie on or between the packets: covers with what is inside, and separators to find each pile's end by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from packbuilder.document import Block, Column, Document, Field, Fields, Group, Heading, Paragraph
from packbuilder.model.print_run import Copy, Extent, Key, Packet, PrintRun
from packbuilder.model.versions import code_order
from packbuilder.products.print_room.parts import (
    about,
    centre_of,
    document,
    edition_words,
    embargo_words,
    made_of,
    room_words,
    sheets,
    table,
    told_of,
)
from packbuilder.text import RichText, counted, joined, plain, said
from packbuilder.wording import Catalogue, catalogue

_NUMBERS_A_ROW = 6
_COUNTED = ("candidates", "spares", "copies", "sheets")
_SIGNED = ("counted", "sealed", "opened", "time")


Extents = Mapping[Key, Extent]
"""What a copy of each version and edition takes."""


def packet_covers(run: PrintRun, extents: Extents, packets: Sequence[Packet] = ()) -> Document:
    """Compose a cover sheet for each packet, or for some: counts by version, every copy in its order, and who counted, sealed and opened it."""
    wording = catalogue(run.language)
    return document(
        run,
        "covers",
        sheets(run, ((_told(run, packet, wording), _cover(run, packet, extents, wording)) for packet in packets or run.packets)),
    )


def separators(run: PrintRun, extents: Extents) -> Document:
    """Compose a sheet to be printed before each packet where one printer prints them all."""
    wording = catalogue(run.language)
    parts = (
        (_told(run, packet, wording), _separator(run, number, packet, extents, wording)) for number, packet in enumerate(run.packets, 1)
    )
    return document(run, "separators", sheets(run, parts))


def _told(run: PrintRun, packet: Packet, wording: Catalogue) -> RichText:
    edition = edition_words(packet.edition, wording) if packet.edition else ()
    return told_of(run, packet.room, centre_of(packet, run), wording, edition)


def _cover(run: PrintRun, packet: Packet, extents: Extents, wording: Catalogue) -> Iterator[Block]:
    yield from _titles(run, packet, wording)
    yield table(
        (Column(share=1), *(Column(share=1, align="right"),) * len(_COUNTED)),
        tuple(said(wording, f"room.column.{name}") for name in ("version", *_COUNTED)),
        _counts(packet, extents, wording),
    )
    yield Paragraph(text=made_of(_extent(packet.copies[0], extents), run, wording), role="small")
    yield Paragraph(text=said(wording, "room.covers.order"), role="label")
    yield _numbers(packet, wording)
    labels = tuple(f"room.field.{name}" for name in _SIGNED)
    fields = tuple(Field(label=wording.say(label), short=True, language=wording.spoken(label)) for label in labels)
    yield Group(blocks=(Paragraph(text=said(wording, "room.covers.how")), Fields(fields=fields)), role="box", together=True)


def _titles(run: PrintRun, packet: Packet, wording: Catalogue) -> Iterator[Block]:
    yield Paragraph(text=plain(run.title), role="label")
    yield Heading(text=room_words(packet.room, run, wording), level=1, role="title", anchor=packet.name)
    yield Paragraph(text=edition_words(packet.edition, wording), role="lead")
    if line := about(run, centre_of(packet, run), wording):
        yield Paragraph(text=line, role="lead")
    if line := embargo_words(run, wording):
        yield Paragraph(text=line)


def _counts(packet: Packet, extents: Extents, wording: Catalogue) -> Iterator[tuple[RichText, ...]]:
    """Yield a row for each version, and their sums."""
    sums: Counter[str] = Counter()
    for version in sorted({copy.version for copy in packet.copies}, key=code_order):
        row = _row([copy for copy in packet.copies if copy.version == version], extents)
        sums.update(row)
        yield (plain(version), *(plain(str(row[name])) for name in _COUNTED))
    yield (said(wording, "room.total", bold=True), *(plain(str(sums[name]), bold=True) for name in _COUNTED))


def _row(copies: Sequence[Copy], extents: Extents) -> dict[str, int]:
    spares = sum(copy.candidate is None for copy in copies)
    return {
        "candidates": len(copies) - spares,
        "spares": spares,
        "copies": len(copies),
        "sheets": sum(_extent(copy, extents).sheets for copy in copies),
    }


def _extent(copy: Copy, extents: Extents) -> Extent:
    return extents[copy.version, copy.edition]


def _numbers(packet: Packet, wording: Catalogue) -> Block:
    """Return the copies in printing order: the copy's number in the run, and the candidate's with the version."""
    spare = wording.say("room.spare")
    words = [f"{copy.candidate.number if copy.candidate else spare} {copy.version}" for copy in packet.copies]
    words += [""] * (-len(words) % _NUMBERS_A_ROW)
    rows = [tuple(map(plain, words[at : at + _NUMBERS_A_ROW])) for at in range(0, len(words), _NUMBERS_A_ROW)]
    heads = tuple(plain(str(number)) for number in range(1, _NUMBERS_A_ROW + 1))
    return table((Column(share=1),) * _NUMBERS_A_ROW, heads, rows)


def _separator(run: PrintRun, number: int, packet: Packet, extents: Extents, wording: Catalogue) -> Iterator[Block]:
    yield from _titles(run, packet, wording)
    counts = (
        counted(wording, "room.copies", len(packet.copies)),
        counted(wording, "room.sheets", sum(_extent(copy, extents).sheets for copy in packet.copies)),
        said(wording, "room.serials", first=packet.copies[0].serial, last=packet.copies[-1].serial),
    )
    yield Heading(text=joined(*counts, separator=" · "), level=2, listed=False)
    yield Paragraph(text=said(wording, "room.packet.number", n=number, of=len(run.packets), name=packet.name))
    yield Paragraph(text=made_of(_extent(packet.copies[0], extents), run, wording))
    yield Paragraph(text=said(wording, "room.separators.how"))
