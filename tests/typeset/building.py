"""Small laid-out documents, made by hand, for tests of the writer and of reading back."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256

from packbuilder.document import Picture
from packbuilder.typeset.faces import face_for
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Laid, Leaf, Node, Page, Placement, Slab
from packbuilder.typeset.metadata import Metadata
from packbuilder.typeset.pictures import picture_name

FAMILY = "atkinson"

METADATA = Metadata(
    title="Cells (and “tissues”)",
    language="en-GB",
    subject="Biology",
    record={"version": "B", "sources": "Zoë \\ (notes)"},
    created=1_750_000_000,
)


def words(text: str, x: float = 0.0, y: float = -10.0, *, bold: bool = False) -> bytes:
    """Return a text object that shows `text` in 10 points, character by character in the face that has it."""
    parts = [b"BT 1 0 0 1 %d %d Tm\n" % (x, y)]
    for char in text:
        face = face_for(char, FAMILY, bold, False, False)
        parts.append(b"/%s 10 Tf %s Tj\n" % (face.resource.encode(), face.shown(char)))
    return b"".join([*parts, b"ET\n"])


def glyphs(text: str, *, bold: bool = False) -> frozenset[tuple[str, str]]:
    """Return what `words` uses."""
    return frozenset((face_for(char, FAMILY, bold, False, False).name, char) for char in text)


def line(text: str, node: int = 0, *, x: float = 0.0, height: float = 14.0, anchor: str = "") -> Slab:
    """Return a slab of one line of text that belongs to `node`."""
    return Slab(height, (Leaf(node, words(text, x), (x, -height, x + 100, 0.0)),), anchor=anchor)


def heading(text: str, level: int, anchor: str) -> Fragment:
    """Return a heading that stands in the bookmarks."""
    node = Node(role="H1" if level == 1 else "H2", name="heading")
    leaf = Leaf(0, words(text, bold=True))
    slab = Slab(20.0, (leaf,), anchor=anchor, outline=(level, text))
    return Fragment(slabs=(slab,), nodes=(node,), glyphs=glyphs(text, bold=True))


def paragraph(*lines: str) -> Fragment:
    """Return a paragraph, a slab a line."""
    return Fragment(slabs=tuple(line(text) for text in lines), nodes=(Node(role="P"),), glyphs=glyphs("".join(lines)))


def linked(before: str, link: str, after: str, target: str) -> Fragment:
    """Return a paragraph of one line with a link inside it."""
    leaves = (
        Leaf(0, words(before)),
        Leaf(1, words(link, 100), (100, -12, 160, 0)),
        Leaf(0, words(after, 200)),
    )
    nodes = (Node(role="P"), Node(role="Link", parent=0, target=target))
    return Fragment(slabs=(Slab(14.0, leaves),), nodes=nodes, glyphs=glyphs(before + link + after))


def bullets(*entries: str) -> Fragment:
    """Return a list with bullets."""
    nodes = [Node(role="L", numbering="Disc")]
    slabs = []
    for entry in entries:
        at = len(nodes)
        nodes += [Node(role="LI", parent=0), Node(role="Lbl", parent=at), Node(role="LBody", parent=at)]
        slabs.append(Slab(14.0, (Leaf(at + 1, words("•")), Leaf(at + 2, words(entry, 12)))))
    return Fragment(slabs=tuple(slabs), nodes=tuple(nodes), glyphs=glyphs("•" + "".join(entries)))


def table(heads: tuple[str, str], rows: tuple[tuple[str, str], ...]) -> Fragment:
    """Return a table of two columns. Every row is cut into two slices, each with a line of both its cells."""
    nodes = [
        Node(role="Table", name="data"),
        Node(role="TR", parent=0),
        Node(role="TH", parent=1, scope="Column"),
        Node(role="TH", parent=1, scope="Column"),
    ]
    head = Slab(14.0, (Leaf(2, words(heads[0])), Leaf(3, words(heads[1], 100))), row=1)
    slabs = [head]
    for left, right in rows:
        row = len(nodes)
        nodes += [Node(role="TR", parent=0), Node(role="TD", parent=row), Node(role="TD", parent=row)]
        for piece in ("one ", "two "):
            rule = Leaf(ARTIFACT, b"0 0 m 200 0 l S\n")
            cells = (
                rule,
                Leaf(row + 1, words(f"{left} {piece}")),
                Leaf(row + 2, words(f"{right} {piece}", 100)),
            )
            slabs.append(Slab(14.0, cells, row=row, repeat=(head,)))
    text = "one two " + "".join(heads) + "".join(left + right for left, right in rows)
    return Fragment(slabs=tuple(slabs), nodes=tuple(nodes), glyphs=glyphs(text))


def figure(picture: Picture, alt: str) -> Fragment:
    """Return a picture of 50 by 50 points."""
    name = picture_name(picture)
    leaf = Leaf(0, b"50 0 0 50 0 -50 cm /%s Do\n" % name.encode(), (0, -50, 50, 0))
    return Fragment(slabs=(Slab(50.0, (leaf,)),), nodes=(Node(role="Figure", alt=alt),), pictures=frozenset({name}))


def png(width: int = 2, height: int = 2, *, alpha: bool = False) -> Picture:
    """Return a small picture; with `alpha`, its left column is transparent."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    pixel = [bytes((200, 10, 10, 0 if x == 0 else 255))[: 4 if alpha else 3] for x in range(width)]
    rows = (b"\x00" + b"".join(pixel)) * height
    header = struct.pack(">LLBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    data = b"\x89PNG\r\n\x1a\n" + body
    return Picture(digest=sha256(data).hexdigest(), data=data)


PICTURE = png(alpha=True)

PICTURES = {picture_name(PICTURE): PICTURE}

FRAGMENTS = (
    heading("Cells", 1, "cells"),
    linked("See ", "Tissues", " below, or not. ", "tissues"),
    paragraph("Cells are small → ", "and 𝑥 is not ₂. ", "Third line. "),
    heading("Tissues", 2, "tissues"),
    bullets("first", "second"),
    table(("Term", "Meaning"), (("cell", "unit"), ("tissue", "many"))),
    figure(PICTURE, "a red square"),
)


def place(index: int, slab: Slab, y: float, *, repeated: bool = False) -> Placement:
    """Return a slab of fragment `index`, 60 points from the left."""
    return Placement(index, slab, 60.0, y, repeated)


def three_pages() -> Laid:
    """Return a document whose paragraph runs on to the second page, and whose table runs on to the third."""
    head, link, text, second, points, grid, image = FRAGMENTS
    foot = Placement(-1, Slab(12.0, (Leaf(ARTIFACT, words("Page foot")),)), 60.0, 40.0)
    first = [place(0, head.slabs[0], 780), place(1, link.slabs[0], 750)]
    first += [place(2, slab, 730 - 14 * at) for at, slab in enumerate(text.slabs[:2])]
    rest = [place(2, text.slabs[2], 780), place(3, second.slabs[0], 760)]
    rest += [place(4, slab, 730 - 14 * at) for at, slab in enumerate(points.slabs)]
    rest += [place(5, slab, 690 - 14 * at) for at, slab in enumerate(grid.slabs[:4])]
    last = [place(5, grid.slabs[0], 780, repeated=True)]
    last += [place(5, slab, 766 - 14 * at) for at, slab in enumerate(grid.slabs[4:])]
    last += [place(6, image.slabs[0], 700)]
    pages = tuple(
        Page(width=595.276, height=841.89, placements=tuple(placements), furniture=(foot,), label=str(at))
        for at, placements in enumerate((first, rest, last), 1)
    )
    used = frozenset().union(*(fragment.glyphs for fragment in FRAGMENTS)) | glyphs("Page foot")
    return Laid(fragments=FRAGMENTS, pages=pages, glyphs=used)
