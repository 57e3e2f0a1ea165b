"""Labels to cut out or to print on sticky paper: one for each desk, one for each packet."""

from __future__ import annotations

from collections.abc import Iterator

from packbuilder.document import Block, Document, LabelSheet
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import Packet, PrintRun
from packbuilder.products.print_room.parts import about, centre_of, document, edition_words, embargo_words, room_words, rooms_of, spares_of
from packbuilder.text import RichText, counted, joined, plain, said
from packbuilder.wording import Catalogue, catalogue

_DESKS = (2, 5)
_PACKETS = (1, 2)
"""Columns and rows of a page of labels."""


def desk_labels(run: PrintRun) -> Document:
    """Compose a label for each candidate: seat, name and number; extra time and editions are nobody else's business."""
    wording = catalogue(run.language)
    labels = (_desk(run, copy.candidate, room.name, wording) for room in rooms_of(run) for copy in room.sitting if copy.candidate)
    return document(run, "desks", _sheets(tuple(labels), _DESKS))


def packet_labels(run: PrintRun) -> Document:
    """Compose a label for each packet, to be stuck on its envelope."""
    wording = catalogue(run.language)
    labels = tuple(_packet(run, number, packet, wording) for number, packet in enumerate(run.packets, 1))
    return document(run, "packets", _sheets(labels, _PACKETS))


def _sheets(labels: tuple[tuple[RichText, ...], ...], grid: tuple[int, int]) -> Iterator[Block]:
    columns, rows = grid
    for start in range(0, len(labels), columns * rows):
        yield LabelSheet(labels=labels[start : start + columns * rows], columns=columns, rows=rows)


def _desk(run: PrintRun, candidate: Candidate, room: str, wording: Catalogue) -> tuple[RichText, ...]:
    place = joined(plain(room), plain(candidate.seat), separator=" · ")
    return (
        # A number in the seat's place would be taken for one.
        plain(candidate.seat or candidate.name),
        plain(candidate.name, bold=True) if candidate.seat else (),
        _numbers(run, candidate, wording),
        place,
        plain(run.title),
    )


def _numbers(run: PrintRun, candidate: Candidate, wording: Catalogue) -> RichText:
    centre = candidate.centre or run.centre
    parts = (said(wording, "room.candidate", number=candidate.number), said(wording, "room.centre", centre=centre) if centre else ())
    return joined(*parts, separator=" · ")


def _packet(run: PrintRun, number: int, packet: Packet, wording: Catalogue) -> tuple[RichText, ...]:
    spares = spares_of(packet)
    counts = (
        counted(wording, "room.copies", len(packet.copies), bold=True),
        counted(wording, "room.candidates", len(packet.copies) - spares),
        counted(wording, "room.spares", spares) if spares else (),
    )
    return (
        room_words(packet.room, run, wording),
        plain(run.title, bold=True),
        about(run, centre_of(packet, run), wording),
        edition_words(packet.edition, wording),
        joined(*counts, separator=" · "),
        said(wording, "room.packet.number", n=number, of=len(run.packets), name=packet.name),
        embargo_words(run, wording),
    )
