"""A packet: the copies of an envelope in one file for the printer, each on fresh sheets, what they share stored once.

Its pages are not tagged: nobody reads it on a screen, and a copy for one reader is a file of its own (`copies`). It is written as it is
made: of the whole only a row of seven bytes an object stays in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from itertools import chain

from packbuilder.layout import paper_name
from packbuilder.model.print_run import Copy, Extent, Packet
from packbuilder.press.copies import begun_at, master_of, strips_of
from packbuilder.press.master import FIRST_SHARED, Master, Masters, MasterSide, Spot
from packbuilder.press.page_code import holder
from packbuilder.press.stream import PdfStream, Sink
from packbuilder.typeset.fragments import number
from packbuilder.typeset.metadata import Metadata, info_dictionary, xmp_packet
from packbuilder.typeset.objects import Stream, references, string
from packbuilder.typeset.sides import Duplex
from packbuilder.typeset.writer import PREFERENCES
from packbuilder.values import dataclass, replace
from packbuilder.wording import catalogue

PACKET = "print-packet"
"""What the record of a packet's file calls its product."""

_KIDS = 32
_CATALOG, _INFO, _RESOURCES = 1, 2, 3

_SHEET = 2
"""Sides of a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A finished packet: SHA-256 and length of its file, its pages, which are sides of sheets, and the first one of each copy, from 1,
    by serial number.
    """

    digest: str
    size: int
    pages: int
    starts: dict[int, int]


def write_packet(packet: Packet, masters: Masters, sink: Sink) -> Written:
    """Write a packet's file to `sink`. The same arguments give the same bytes."""
    pdf = PdfStream(sink)
    pdf.reserve(FIRST_SHARED - 1)
    shared = masters.shared[packet.edition]
    for body in shared.objects:
        pdf.add(body)
    pdf.put(_RESOURCES, shared.dictionary)
    file = _File(pdf, pdf.add(Stream(b"", b"Q\n")))
    master = master_of(packet.copies[0], masters)
    front = on_sheets(masters.fronts.get(packet.name, ()), master.duplex)
    units = len(packet.copies) + bool(front)
    tree = _Tree.planned(pdf, units)
    if front:
        file.begin(string(catalogue(masters.language).say("run.packet.front")))
        for side in front:
            file.page(side, (), 0, tree.leaf(0))
        tree.finish(pdf, 0, file.numbers)
    marks: list[tuple[bytes, int]] = []
    starts: dict[int, int] = {}
    for at, copy in enumerate(packet.copies, bool(front)):
        starts[copy.serial] = file.pages + 1
        _add(copy, masters, file, tree.leaf(at))
        tree.finish(pdf, at, file.numbers)
        marks.append((string(_bookmark(copy)), file.numbers[0]))
    root = tree.root(pdf)
    _finish(packet, masters, file, root, marks, master)
    return Written(digest=pdf.digest, size=pdf.size, pages=file.pages, starts=starts)


@dataclass(slots=True)
class _File:
    """The pages so far: how many, the labels of runs of them, and the object numbers of the present copy's.

    `forms` are the objects of pages of the same side, with places for what differs. `end` is the number of the stream that ends the last strip of a page.
    """

    pdf: PdfStream
    end: int
    pages: int = 0
    numbers: list[int] = field(default_factory=list)
    labels: list[bytes] = field(default_factory=list)
    forms: dict[int, bytes] = field(default_factory=dict)

    def begin(self, label: bytes, *, numbered: bool = False) -> None:
        """Begin a copy, or the sheets on top; its pages are labelled."""
        self.numbers = []
        self.label(label, numbered=numbered)

    def label(self, label: bytes, *, numbered: bool = False) -> None:
        """Label the pages from here on."""
        self.labels.append(b"%d<<%s/P%s>>" % (self.pages, b"/S/D" if numbered else b"", label))

    def page(self, side: MasterSide, codes: Sequence[int], words: int, parent: int) -> None:
        """Add a page: what its master has there, then its strips, each a code's stream and the words. Content is stored when it is first used."""
        entries = self.forms.get(id(side))
        if entries is None:
            entries = self.forms[id(side)] = _page_form(side, self.pdf.add(side.content), self.end)
        self.pages += 1
        self.numbers.append(self.pdf.add(entries % (parent, *chain.from_iterable((code, words) for code in codes))))


def _add(copy: Copy, masters: Masters, file: _File, parent: int) -> None:
    """Add a copy's sides: of each, what its master has there, then the strips, a code and the words that all of them share."""
    master, pdf = master_of(copy, masters), file.pdf
    strips = strips_of(copy, master, masters.run)
    words, whose = pdf.add(Stream.deflated(b"", strips.words)), f"{holder(copy)}: "
    file.begin(string(whose + (master.sides[0].label if master.imposed else "")), numbered=not master.imposed)
    for at, side in enumerate(master.sides):
        if master.imposed and at:
            file.label(string(whose + side.label))
        codes = [pdf.add_plain(_between(spot, strips.codes[spot.page], first=not n)) for n, spot in enumerate(side.strips)]
        file.page(side, codes, words, parent)
    if len(master.sides) % _SHEET:
        raise ValueError(f"version {copy.version} has {len(master.sides)} sides, which do not fill their last sheet")


def _page_form(side: MasterSide, content: int, end: int) -> bytes:
    """Return the object of a page with places for its parent's number and those of its strips' streams; `end` follows the last of them."""
    contents = b" ".join((b"%d 0 R" % content, *(b"%d 0 R %d 0 R" for _ in side.strips), *((b"%d 0 R" % end,) if side.strips else ())))
    box = b"%s %s" % (number(side.width), number(side.height))
    return b"<</Type/Page/Parent %%d 0 R/MediaBox[0 0 %s]%s/Contents[%s]>>" % (box, side.boxes, contents)


def _between(spot: Spot, code: bytes, *, first: bool) -> bytes:
    """Return what stands between the words of a strip and those of the next: the end of the one, the next one's place and its code."""
    return b"%s%s%s" % (b"" if first else b"Q\n", begun_at(spot), code)


def on_sheets(front: tuple[MasterSide, ...], duplex: Duplex) -> tuple[MasterSide, ...]:
    """Return the sides of what lies on top of a packet that is printed over the edge `duplex`, with blank backs where it has none."""
    return tuple(_blank(front[-1]) if page is None else front[page] for page in front_pages(len(front), duplex)) if front else ()


def front_pages(count: int, duplex: Duplex) -> tuple[int | None, ...]:
    """Return which page of `count` stands on each side of what lies on top of a packet, from 0; None for one that stays blank.

    Where paper is turned over the short edge, the back of an upright page would stand on its head: it stays blank.
    """
    if duplex == "short":
        return tuple(side for page in range(count) for side in (page, None))
    return (*range(count), *(None,) * (count % _SHEET))


def front_extent(packet: Packet, masters: Masters) -> Extent:
    """Return what lies on top of a packet."""
    front = masters.fronts.get(packet.name, ())
    sheets = len(on_sheets(front, master_of(packet.copies[0], masters).duplex)) // _SHEET
    paper = paper_name(front[0].width, front[0].height) if front else ""
    return Extent(pages=len(front), sides=len(front), sheets=sheets, paper=paper)


def _blank(side: MasterSide) -> MasterSide:
    return replace(side, content=Stream.deflated(b"", b""))


@dataclass(slots=True)
class _Tree:
    """A balanced page tree, its nodes numbered before there are pages: a node a copy, and above them nodes of up to 32 others."""

    levels: list[list[int]]
    counts: list[list[int]]

    @classmethod
    def planned(cls, pdf: PdfStream, units: int) -> _Tree:
        """Return the tree of so many copies."""
        levels = [[pdf.reserve() for _ in range(units)]]
        while len(levels[-1]) > 1 or len(levels) == 1:
            levels.append([pdf.reserve() for _ in range(-(-len(levels[-1]) // _KIDS))])
        return cls(levels, [[0] * len(level) for level in levels])

    def leaf(self, at: int) -> int:
        """Return the number of a copy's node."""
        return self.levels[0][at]

    def finish(self, pdf: PdfStream, at: int, pages: Sequence[int]) -> None:
        """Write a copy's node."""
        self.counts[0][at] = len(pages)
        parent = self.levels[1][at // _KIDS]
        pdf.put(self.levels[0][at], b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%s>>" % (parent, len(pages), references(pages)))

    def root(self, pdf: PdfStream) -> int:
        """Write the nodes above the copies' and return the root's number."""
        for depth in range(1, len(self.levels)):
            for at, node in enumerate(self.levels[depth]):
                below = slice(at * _KIDS, (at + 1) * _KIDS)
                kids, count = self.levels[depth - 1][below], sum(self.counts[depth - 1][below])
                self.counts[depth][at] = count
                top = depth == len(self.levels) - 1
                above = b"/Resources %d 0 R" % _RESOURCES if top else b"/Parent %d 0 R" % self.levels[depth + 1][at // _KIDS]
                pdf.put(node, b"<</Type/Pages%s/Count %d/Kids%s>>" % (above, count, references(kids)))
        return self.levels[-1][0]


def _bookmark(copy: Copy) -> str:
    name = copy.candidate.name if copy.candidate else ""
    return " · ".join(part for part in (holder(copy), name, copy.version) if part)


def _finish(packet: Packet, masters: Masters, file: _File, root: int, marks: Sequence[tuple[bytes, int]], master: Master) -> None:
    """Write bookmarks, metadata and the catalog, and with them the end of the file."""
    pdf, wording = file.pdf, catalogue(masters.language)
    outlines, first = pdf.reserve(), pdf.reserve(len(marks))
    for at, (words, page) in enumerate(marks):
        before = b"/Prev %d 0 R" % (first + at - 1) if at else b""
        after = b"/Next %d 0 R" % (first + at + 1) if at < len(marks) - 1 else b""
        pdf.put(first + at, b"<</Title%s/Parent %d 0 R%s%s/Dest[%d 0 R/Fit]>>" % (words, outlines, before, after, page))
    pdf.put(outlines, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, first + len(marks) - 1, len(marks)))
    record = {"product": PACKET, "run": masters.run, "packet": packet.name, "copies": str(len(packet.copies)), "tagged": "no"}
    record |= {"embargo": masters.embargo} if masters.embargo else {}
    metadata = Metadata(
        title=wording.say("run.packet.title", title=masters.title, room=packet.room or packet.name),
        subject=wording.say("run.packet.subject"),
        language=masters.language,
        record=record,
        created=masters.created,
        producer=masters.producer,
    )
    pdf.put(_INFO, info_dictionary(metadata))
    xmp = pdf.add(_not_universal(xmp_packet(metadata)))
    preferences = b"<</DisplayDocTitle true%s/NumCopies 1>>" % PREFERENCES[master.duplex]
    entries = b"<</Type/Catalog/Pages %d 0 R/Lang%s/Outlines %d 0 R/PageMode/UseOutlines/Metadata %d 0 R/ViewerPreferences%s/PageLabels<</Nums[%s]>>>>"
    pdf.put(_CATALOG, entries % (root, string(masters.language), outlines, xmp, preferences, b"".join(file.labels)))
    pdf.finish(root=_CATALOG, info=_INFO)


def _not_universal(packet: Stream) -> Stream:
    """Return an XMP packet that does not claim PDF/UA: the pages have no tags."""
    return replace(packet, data=packet.data.replace(b"<pdfuaid:part>1</pdfuaid:part>\n", b""))
