"""What the documents of a print run have in common: rooms with who sits in them, tables, and what stands above a room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from packbuilder.document import Block, Cell, Column, Document, Heading, PageBreak, Paragraph, Table, product_document
from packbuilder.markup import flat
from packbuilder.model.print_run import Copy, Extent, Packet, PrintRun
from packbuilder.model.seating import Seating, along, natural, seating_of
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue, catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of a run: its packets, the standard paper's first, and the candidates' copies in the run's order, whatever packet they are in.

    `name` and `centre` are empty where the list has none.
    """

    name: str
    centre: str
    packets: tuple[Packet, ...]
    sitting: tuple[Copy, ...]


def rooms_of(run: PrintRun) -> tuple[Room, ...]:
    """Return a run's rooms in their order; the same name at another centre is another room."""
    rooms: dict[tuple[str, str], list[Packet]] = {}
    for packet in run.packets:
        rooms.setdefault((centre_of(packet, run), packet.room), []).append(packet)
    return tuple(
        Room(name=name, centre=centre, packets=tuple(packets), sitting=_sitting(packets, run)) for (centre, name), packets in rooms.items()
    )


def seating_in(copies: Iterable[Copy], run: PrintRun) -> Seating:
    """Return where the seats of a room stand."""
    seated = tuple(copy.candidate for copy in copies if copy.candidate and copy.candidate.seat)
    room = seated[0].room if seated else ""
    return seating_of(tuple(each.seat for each in seated), len(run.all_versions), desks_a_row=run.desks_a_row, room=room)


def _sitting(packets: Iterable[Packet], run: PrintRun) -> tuple[Copy, ...]:
    """Return a room's copies in the order in which each packet has its own: along the desks, however seats are written, or by number."""
    having = [(copy.candidate, copy) for packet in packets for copy in packet.copies if copy.candidate]
    numbered = sorted(having, key=lambda each: (natural(each[0].number), each[0].number))
    if run.order != "seat":
        return tuple(copy for _, copy in numbered)
    seating = seating_in((copy for _, copy in numbered), run)
    return tuple(copy for _, copy in sorted(numbered, key=lambda each: along(each[0].seat, seating)))


def centre_of(packet: Packet, run: PrintRun) -> str:
    """Return the centre of a packet: its candidates', else the run's."""
    return next((copy.candidate.centre for copy in packet.copies if copy.candidate and copy.candidate.centre), run.centre)


def spares_of(packet: Packet) -> int:
    """Return how many copies of a packet are for nobody."""
    return sum(copy.candidate is None for copy in packet.copies)


def room_words(name: str, run: PrintRun, wording: Catalogue) -> RichText:
    """Return what a room is called; a list without rooms has one, called after the candidates, and in others some have none."""
    if name:
        return plain(name)
    return said(wording, "room.none" if any(packet.room for packet in run.packets) else "room.all")


def edition_words(edition: str, wording: Catalogue) -> RichText:
    """Return what an edition is called on a packet."""
    return said(wording, f"edition.name.{edition}" if edition else "room.standard")


def made_of(extent: Extent, run: PrintRun, wording: Catalogue) -> RichText:
    """Return how a copy is printed on its paper, and what is done with its sheets."""
    how = said(wording, f"room.made.{extent.imposition or 'duplex'}", paper=extent.paper)
    return joined(how, said(wording, "room.made.crop"), separator=" ") if run.habits.crop_marks else how


def about(run: PrintRun, centre: str, wording: Catalogue) -> RichText:
    """Return the line about when and where: date, session, centre."""
    parts = (run.date, run.session, wording.say("room.centre", centre=centre) if centre else "")
    return plain(" · ".join(part for part in parts if part))


def embargo_words(run: PrintRun, wording: Catalogue) -> RichText:
    """Return the line that keeps a packet closed; nothing where the run has no embargo."""
    return said(wording, "room.embargo", when=wording.moment(run.embargo), bold=True) if run.embargo else ()


def headed(run: PrintRun, room: Room, kind: str, wording: Catalogue, *, first: bool = True) -> Iterator[Block]:
    """Yield what stands above a room's part of a document of a kind; only the `first` of several parts is in the bookmarks.

    Sheets of several rooms are parted, and the first page has no running head: each says itself what it is.
    """
    yield Paragraph(text=joined(said(wording, f"room.{kind}.title"), plain(run.title), separator=" · "), role="label")
    anchor = room.packets[0].name if first else ""
    yield Heading(text=room_words(room.name, run, wording), level=1, anchor=anchor, listed=first)
    if line := about(run, room.centre, wording):
        yield Paragraph(text=line, role="lead", keep=True)


def sheets(run: PrintRun, parts: Iterable[tuple[RichText, Iterable[Block]]]) -> Iterator[Block]:
    """Yield the blocks of parts, each on pages of its own, whose heads say what they are about: a sheet may be anywhere in a school."""
    for about_it, part in parts:
        yield PageBreak(running=flat(joined(about_it, plain(run.title), separator=" · ")))
        yield from part


def told_of(run: PrintRun, name: str, centre: str, wording: Catalogue, *more: RichText) -> RichText:
    """Return what heads of pages say of a room or a packet: its room, the centre where the run has several, and what tells packets apart."""
    several = len({centre_of(packet, run) for packet in run.packets}) > 1
    return joined(
        room_words(name, run, wording), said(wording, "room.centre", centre=centre) if several and centre else (), *more, separator=" · "
    )


def cell(text: RichText, *, header: bool = False) -> Cell:
    """Return a cell with one text; without one it is empty."""
    return Cell(blocks=(Paragraph(text=text),) if text else (), header=header)


def table(columns: Sequence[Column], heads: Sequence[RichText], rows: Iterable[Sequence[RichText]]) -> Table:
    """Return a table with a full grid, whose head is repeated on each page and whose rows stay rows. Cells that say the same are one: of thousands of rows most do."""
    one = lru_cache(maxsize=64)(cell)
    header = (tuple(cell(head, header=True) for head in heads),)
    return Table(columns=tuple(columns), header=header, rows=tuple(tuple(map(one, row)) for row in rows), rowed=True)


def document(run: PrintRun, kind: str, blocks: Iterable[Block]) -> Document:
    """Return a document of a kind (`register`, `plan` ...) over a run."""
    wording = catalogue(run.language)
    product = wording.say(f"room.{kind}.title")
    return product_document(
        run.title,
        product,
        language=run.language,
        blocks=tuple(blocks),
        sheet="scheme",
        facts={"identity": wording.say("room.identity", digest=run.digest[:12])},
        record={"product": "print-room", "kind": kind, "run": run.digest},
    )
