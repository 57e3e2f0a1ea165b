"""The pick list: paper by size and tray, sheets, sides and toner, packet by packet and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain

from packbuilder.document import Block, Column, Document, Heading, ItemList, Paragraph
from packbuilder.editions import EDITIONS
from packbuilder.model.print_run import Extent, Key, Packet, PrintRun
from packbuilder.products.print_room.parts import about, document, edition_words, made_of, room_words, table
from packbuilder.text import RichText, joined, plain, said, said_lines
from packbuilder.values import dataclass, replace
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
    """What a run prints: a copy of each version and edition, what lies on top of each packet by its name, and all other files by theirs.

    `others` is asked when the list is composed.
    """

    copies: Mapping[Key, Extent]
    fronts: Mapping[str, Extent] = field(default_factory=dict)
    others: Callable[[], Mapping[str, Extent]] = dict


def loads_of(packet: Packet, counts: Counts) -> tuple[Load, ...]:
    """Return what a packet needs, a load for each kind of paper, that of its copies first; what lies on top may be of another."""
    edition = EDITIONS.get(packet.edition)
    printed = [_load(counts.copies[copy.version, copy.edition], 1, tinted=bool(edition and edition.background)) for copy in packet.copies]
    front = counts.fronts.get(packet.name)
    printed += [_load(front, 0)] if front and front.sheets else []
    kinds = dict.fromkeys((load.paper, load.tinted) for load in printed)
    return tuple(_together([load for load in printed if (load.paper, load.tinted) == kind]) for kind in kinds)


def _load(extent: Extent, copies: int, *, tinted: bool = False) -> Load:
    return Load(paper=extent.paper, tinted=tinted, copies=copies, sheets=extent.sheets, sides=extent.sides)


def _together(loads: Sequence[Load]) -> Load:
    copies, sheets, sides = _sums(loads)
    return replace(loads[0], copies=copies, sheets=sheets, sides=sides)


def pick_list(run: PrintRun, counts: Counts) -> Document:
    """Compose the list."""
    wording = catalogue(run.language)
    others = counts.others()
    loads = tuple(loads_of(packet, counts) for packet in run.packets)
    extra = tuple(_load(extent, 1, tinted=extent.tinted) for extent in others.values())
    return document(run, "pick", _blocks(run, loads, extra, counts, others, wording))


def _blocks(
    run: PrintRun,
    loads: tuple[tuple[Load, ...], ...],
    extra: tuple[Load, ...],
    counts: Counts,
    others: Mapping[str, Extent],
    wording: Catalogue,
) -> Iterator[Block]:
    every = (*chain.from_iterable(loads), *extra)
    yield Paragraph(text=said(wording, "room.pick.title"), role="label")
    yield Heading(text=plain(run.title), level=1, anchor="run")
    if line := about(run, run.centre, wording):
        yield Paragraph(text=line, role="lead")
    yield Heading(text=said(wording, "room.pick.trays"), level=2, anchor="trays")
    yield _trays(every, wording)
    sides = Counter({tinted: sum(load.sides for load in every if load.tinted == tinted) for tinted in (False, True)})
    toner = [
        said(
            wording,
            "room.pick.toner",
            sides=_figure(sum(sides.values()), wording),
            rated=_figure(_RATED, wording),
            share=_share(sum(sides.values()), wording),
        )
    ]
    toner += [said(wording, "room.pick.tinted", sides=_figure(sides[True], wording))] if sides[True] else []
    notes = (*toner, *_made(run, counts, wording), *said_lines(wording, "room.pick.notes"))
    yield ItemList(entries=tuple((Paragraph(text=line),) for line in notes))
    yield Heading(text=said(wording, "room.pick.packets"), level=2, anchor="packets")
    yield _packets(run, loads, wording)
    if others:
        yield Heading(text=said(wording, "room.pick.others"), level=2, anchor="others")
        heads = tuple(said(wording, f"room.column.{name}") for name in ("file", "paper", "sheets"))
        rows = ((plain(name), plain(extent.paper), plain(str(extent.sheets))) for name, extent in others.items())
        yield table((Column(share=4), Column(share=1), Column(share=1, align="right")), heads, rows)


def _made(run: PrintRun, counts: Counts, wording: Catalogue) -> Iterator[RichText]:
    """Yield how packets are printed and finished; where that is not the same for all, with the names of those it holds for."""
    alike: dict[RichText, list[str]] = {}
    for packet in run.packets:
        how = made_of(counts.copies[packet.copies[0].version, packet.edition], run, wording)
        alike.setdefault(how, []).append(packet.name)
    for how, names in alike.items():
        yield how if len(alike) == 1 else joined(plain(", ".join(names), bold=True), how, separator=wording.say("punctuation.colon"))
    yield said(wording, "room.pick.fresh")


def _share(sides: int, wording: Catalogue) -> str:
    """Return the part of a cartridge that so many sides take, rounded up to whole percent."""
    return _figure(-(-100 * sides // _RATED), wording)


def _figure(number: int, wording: Catalogue) -> str:
    """Return a whole number as the language writes it."""
    return wording.figures(f"{number:,}")


def _trays(loads: Iterable[Load], wording: Catalogue) -> Block:
    """Return the table of paper: a tray for each size, since printers feed each size from a tray of its own."""
    sizes: dict[str, list[Load]] = {}
    for load in loads:
        sizes.setdefault(load.paper, []).append(load)
    rows: list[tuple[RichText, ...]] = []
    for tray, (size, of_size) in enumerate(sorted(sizes.items(), key=lambda each: (-sum(load.sheets for load in each[1]), each[0])), 1):
        sheets, sides = sum(load.sheets for load in of_size), sum(load.sides for load in of_size)
        counts = (_figure(number, wording) for number in (sheets, sides, -(-sheets // REAM)))
        rows.append(tuple(map(plain, (str(tray), size, *counts))))
    heads = tuple(said(wording, f"room.column.{name}") for name in ("tray", "paper", "sheets", "sides", "reams"))
    return table((Column(share=1), *(Column(share=2, align="left" if at == 0 else "right") for at in range(4))), heads, rows)


def _packets(run: PrintRun, loads: tuple[tuple[Load, ...], ...], wording: Catalogue) -> Block:
    heads = tuple(said(wording, f"room.column.{name}") for name in ("packet", "room", "edition", "paper", "copies", "sheets", "sides"))
    rows = [
        (
            plain(packet.name),
            room_words(packet.room, run, wording),
            edition_words(packet.edition, wording),
            plain(" + ".join(dict.fromkeys(load.paper for load in own))),
            *(plain(_figure(part, wording)) for part in _sums(own)),
        )
        for packet, own in zip(run.packets, loads, strict=True)
    ]
    sums = _sums(chain.from_iterable(loads))
    rows.append((said(wording, "room.total", bold=True), (), (), (), *(plain(_figure(part, wording), bold=True) for part in sums)))
    columns = (
        Column(share=3),
        Column(share=2.6),
        Column(share=2),
        Column(share=1.4),
        *(Column(share=1.5, align="right") for _ in range(3)),
    )
    return table(columns, heads, rows)


def _sums(loads: Iterable[Load]) -> tuple[int, int, int]:
    """Return the copies, sheets and sides of loads together."""
    every = tuple(loads)
    return sum(load.copies for load in every), sum(load.sheets for load in every), sum(load.sides for load in every)
