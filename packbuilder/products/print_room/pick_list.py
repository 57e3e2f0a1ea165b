"""The pick list: paper by size and tray, sheets, sides and toner, packet by packet and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from packbuilder.document import Block, Column, Document, Heading, ItemList, Paragraph
from packbuilder.editions import EDITIONS
from packbuilder.model.print_run import Packet, PrintRun
from packbuilder.products.print_room.parts import about, document, edition_words, room_words, table
from packbuilder.text import RichText, plain, said, said_lines
from packbuilder.wording import Catalogue, catalogue

REAM = 500
"""Sheets of a ream (ISO 4046-3)."""

_RATED = 10_000
"""Sides that a usual mono cartridge is rated for, at 5% of a side covered (ISO/IEC 19752)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What goes through a printer: paper's size, whether its pages are tinted (colour toner), copies, sheets and printed sides."""

    paper: str
    tinted: bool
    copies: int
    sheets: int
    sides: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The pages of what a run prints: of each version and edition, of the sheets on top of each packet by its name, and of all other
    files by theirs. `others` is asked when the list is composed.
    """

    copies: Mapping[tuple[str, str], int]
    fronts: Mapping[str, int] = field(default_factory=dict)
    others: Callable[[], Mapping[str, int]] = dict


def load_of(packet: Packet, counts: Counts, *, paper: str, duplex: bool) -> Load:
    """Return what a packet needs: its front and its copies, each on fresh sheets; on both sides the last one may have an empty back."""
    pages = [counts.copies[copy.version, copy.edition] for copy in packet.copies]
    printed = [counts.fronts.get(packet.name, 0), *pages]
    edition = EDITIONS.get(packet.edition)
    return Load(
        paper=edition.page if edition and edition.page else paper,
        tinted=bool(edition and edition.background),
        copies=len(pages),
        sheets=sum(-(-count // 2) if duplex else count for count in printed),
        sides=sum(printed),
    )


def pick_list(run: PrintRun, counts: Counts, *, paper: str = "A4", duplex: bool = True) -> Document:
    """Compose the list. `paper` is the size of what has no size of its own. Files that are no packet are printed on one side."""
    wording = catalogue(run.language)
    others = counts.others()
    loads = tuple(load_of(packet, counts, paper=paper, duplex=duplex) for packet in run.packets)
    extra = tuple(Load(paper=paper, tinted=False, copies=1, sheets=count, sides=count) for count in others.values())
    return document(run, "pick", _blocks(run, loads, extra, others, wording, duplex=duplex))


def _blocks(
    run: PrintRun, loads: tuple[Load, ...], extra: tuple[Load, ...], others: Mapping[str, int], wording: Catalogue, *, duplex: bool
) -> Iterator[Block]:
    yield Paragraph(text=said(wording, "room.pick.title"), role="label")
    yield Heading(text=plain(run.title), level=1, anchor="run")
    if line := about(run, run.centre, wording):
        yield Paragraph(text=line, role="lead")
    yield Heading(text=said(wording, "room.pick.trays"), level=2, anchor="trays")
    yield _trays((*loads, *extra), wording)
    sides = Counter({tinted: sum(load.sides for load in (*loads, *extra) if load.tinted == tinted) for tinted in (False, True)})
    toner = [said(wording, "room.pick.toner", sides=f"{sum(sides.values()):,}", rated=f"{_RATED:,}", share=_share(sum(sides.values())))]
    toner += [said(wording, "room.pick.tinted", sides=f"{sides[True]:,}")] if sides[True] else []
    notes = (*toner, said(wording, "room.pick.duplex" if duplex else "room.pick.simplex"), *said_lines(wording, "room.pick.notes"))
    yield ItemList(entries=tuple((Paragraph(text=line),) for line in notes))
    yield Heading(text=said(wording, "room.pick.packets"), level=2, anchor="packets")
    yield _packets(run, loads, wording)
    if others:
        yield Heading(text=said(wording, "room.pick.others"), level=2, anchor="others")
        heads = tuple(said(wording, f"room.column.{name}") for name in ("file", "sheets"))
        rows = ((plain(name), plain(str(count))) for name, count in others.items())
        yield table((Column(share=4), Column(share=1, align="right")), heads, rows)


def _share(sides: int) -> str:
    """Return the part of a cartridge that so many sides take, rounded up to whole percent."""
    return f"{-(-100 * sides // _RATED):,}"


def _trays(loads: Iterable[Load], wording: Catalogue) -> Block:
    """Return the table of paper: a tray for each size, since printers feed each size from a tray of its own."""
    sizes: dict[str, list[Load]] = {}
    for load in loads:
        sizes.setdefault(load.paper, []).append(load)
    rows: list[tuple[RichText, ...]] = []
    for tray, (size, of_size) in enumerate(sorted(sizes.items(), key=lambda each: (-sum(load.sheets for load in each[1]), each[0])), 1):
        sheets, sides = sum(load.sheets for load in of_size), sum(load.sides for load in of_size)
        rows.append(tuple(map(plain, (str(tray), size, f"{sheets:,}", f"{sides:,}", f"{-(-sheets // REAM):,}"))))
    heads = tuple(said(wording, f"room.column.{name}") for name in ("tray", "paper", "sheets", "sides", "reams"))
    return table((Column(share=1), *(Column(share=2, align="left" if at == 0 else "right") for at in range(4))), heads, rows)


def _packets(run: PrintRun, loads: tuple[Load, ...], wording: Catalogue) -> Block:
    heads = tuple(said(wording, f"room.column.{name}") for name in ("packet", "room", "edition", "paper", "copies", "sheets", "sides"))
    rows = [
        (
            plain(packet.name),
            room_words(packet.room, wording),
            edition_words(packet.edition, wording),
            *map(plain, (load.paper, f"{load.copies:,}", f"{load.sheets:,}", f"{load.sides:,}")),
        )
        for packet, load in zip(run.packets, loads, strict=True)
    ]
    sums = (sum(load.copies for load in loads), sum(load.sheets for load in loads), sum(load.sides for load in loads))
    rows.append((said(wording, "room.total", bold=True), (), (), (), *(plain(f"{part:,}", bold=True) for part in sums)))
    columns = (
        Column(share=3),
        Column(share=2.6),
        Column(share=2),
        Column(share=1.4),
        *(Column(share=1.5, align="right") for _ in range(3)),
    )
    return table(columns, heads, rows)
