"""A packet: the copies of an envelope in one file for the printer, each on fresh sheets, what they share stored once.

Its pages are not tagged: nobody reads it on a screen, and a copy for one reader is a file of its own (`copies`). It is written as it is
made: of the whole only a row of seven bytes an object stays in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from packbuilder.model.print_run import Copy, Packet
from packbuilder.press.copies import master_of, strips_of
from packbuilder.press.master import FIRST_SHARED, MasterPage, Masters
from packbuilder.press.page_code import holder
from packbuilder.press.stream import PdfStream, Sink
from packbuilder.typeset.fragments import number
from packbuilder.typeset.metadata import Metadata, info_dictionary, xmp_packet
from packbuilder.typeset.objects import Stream, references, string
from packbuilder.wording import catalogue

PACKET = "print-packet"
"""What the record of a packet's file calls its product."""

_KIDS = 32
_CATALOG, _INFO, _RESOURCES = 1, 2, 3

_SHEET = 2
"""Pages of a sheet that is printed on both sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A finished packet: SHA-256 and length of its file, its pages, and the first page of each copy, from 1, by serial number."""

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
    file = _File(pdf)
    front = _whole_sheets(masters.fronts.get(packet.name, ()))
    units = len(packet.copies) + bool(front)
    tree = _Tree.planned(pdf, units)
    if front:
        file.begin(string(catalogue(masters.language).say("run.packet.front")))
        for page in front:
            file.page(page, (file.content(page),), tree.leaf(0))
        tree.finish(pdf, 0, file.numbers)
    marks: list[tuple[bytes, int]] = []
    starts: dict[int, int] = {}
    for at, copy in enumerate(packet.copies, bool(front)):
        starts[copy.serial] = file.pages + 1
        file.begin(string(f"{holder(copy)}: "), numbered=True)
        _add(copy, masters, file, tree.leaf(at))
        tree.finish(pdf, at, file.numbers)
        marks.append((string(_bookmark(copy)), file.numbers[0]))
    root = tree.root(pdf)
    _finish(packet, masters, file, root, marks)
    return Written(digest=pdf.digest, size=pdf.size, pages=file.pages, starts=starts)


@dataclass(slots=True)
class _File:
    """The pages so far: how many, the labels of runs of them, the object numbers of the present copy's, and content stored before."""

    pdf: PdfStream
    pages: int = 0
    numbers: list[int] = field(default_factory=list)
    labels: list[bytes] = field(default_factory=list)
    stored: dict[int, int] = field(default_factory=dict)

    def begin(self, label: bytes, *, numbered: bool = False) -> None:
        """Begin a copy, or the sheets on top; its pages are labelled."""
        self.numbers = []
        self.labels.append(b"%d<<%s/P%s>>" % (self.pages, b"/S/D" if numbered else b"", label))

    def content(self, page: MasterPage) -> int:
        """Return the number of a master page's content, which is stored when it is first used."""
        number_of = self.stored.get(id(page))
        if number_of is None:
            number_of = self.stored[id(page)] = self.pdf.add(page.content)
        return number_of

    def page(self, page: MasterPage, contents: Sequence[int], parent: int) -> None:
        """Add a page."""
        self.pages += 1
        box = b"%s %s" % (number(page.width), number(page.height))
        entries = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Contents%s>>"
        self.numbers.append(self.pdf.add(entries % (parent, box, references(contents))))


def _add(copy: Copy, masters: Masters, file: _File, parent: int) -> None:
    """Add a copy's pages."""
    master, pdf = master_of(copy, masters), file.pdf
    strips = strips_of(copy, master, masters.run)
    words = {at: pdf.add(Stream.deflated(b"", operators)) for at, operators in strips.words.items()}
    for page, (_, code) in zip(master.pages, strips.codes, strict=True):
        file.page(page, (file.content(page), words[page.left, page.top], pdf.add(Stream(b"", code))), parent)
    if len(master.pages) % _SHEET:
        raise ValueError(f"version {copy.version} has {len(master.pages)} pages, which do not fill their last sheet")


def _whole_sheets(pages: tuple[MasterPage, ...]) -> tuple[MasterPage, ...]:
    """Return pages with a blank one at the end where the last sheet has none on its back."""
    return (*pages, replace(pages[-1], content=Stream.deflated(b"", b""))) if len(pages) % _SHEET else pages


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


def _finish(packet: Packet, masters: Masters, file: _File, root: int, marks: Sequence[tuple[bytes, int]]) -> None:
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
    preferences = b"<</DisplayDocTitle true/PrintScaling/None/PickTrayByPDFSize true/Duplex/DuplexFlipLongEdge>>"
    entries = b"<</Type/Catalog/Pages %d 0 R/Lang%s/Outlines %d 0 R/PageMode/UseOutlines/Metadata %d 0 R/ViewerPreferences%s/PageLabels<</Nums[%s]>>>>"
    pdf.put(_CATALOG, entries % (root, string(masters.language), outlines, xmp, preferences, b"".join(file.labels)))
    pdf.finish(root=_CATALOG, info=_INFO)


def _not_universal(packet: Stream) -> Stream:
    """Return an XMP packet that does not claim PDF/UA: the pages have no tags."""
    return replace(packet, data=packet.data.replace(b"<pdfuaid:part>1</pdfuaid:part>\n", b""))
