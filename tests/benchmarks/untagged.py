"""The same file without tags: what tagging costs is measured against this. Nothing but the benchmarks uses it.

All that is seen and clicked stays: pages, links, bookmarks, page labels, how it opens and prints. Structure, marked content, what links say
to a screen reader and the XMP packet, in which a file states PDF/UA, are not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from packbuilder.document import Picture
from packbuilder.typeset.fragments import Laid, Placement, number
from packbuilder.typeset.imposition import sides_of
from packbuilder.typeset.labels import page_labels, side_labels
from packbuilder.typeset.metadata import Metadata, info_dictionary
from packbuilder.typeset.navigation import Bookmark, Place, add_outline, bookmarks, places, top_of
from packbuilder.typeset.objects import Objects, Stream, references, string
from packbuilder.typeset.page_numbers import PageNumbers, strides_for
from packbuilder.typeset.painting import paint_bare
from packbuilder.typeset.serialising import serialise
from packbuilder.typeset.sides import IDENTITY, Box, Matrix, Side, Spot, area
from packbuilder.typeset.writer import resources


def write_untagged(copies: Sequence[Laid], names: Sequence[str] = (), *, metadata: Metadata, pictures: Mapping[str, Picture]) -> bytes:
    """Return a file that looks and works as the tagged one does, and tells nobody what its parts are: numbered in the way that gives fewest bytes."""
    return min((_written(copies, names, metadata, pictures, stride) for stride in strides_for(copies, tagged=False)), key=len)


def _written(copies: Sequence[Laid], names: Sequence[str], metadata: Metadata, pictures: Mapping[str, Picture], stride: int) -> bytes:
    objects = Objects()
    catalog, info, shared, tree = (objects.reserve() for _ in range(4))
    objects.put(shared, resources(objects, copies, pictures, frozenset()))
    sides = [sides_of(laid) for laid in copies]
    numbers = PageNumbers.given(objects, copies, list(map(len, sides)), tree, stride)
    file = _Bare(objects, shared, numbers.parents)
    outline: list[Bookmark] = []
    for at, (laid, own) in enumerate(zip(copies, sides, strict=True)):
        spots = file.add(laid, own, numbers.begin(at))
        outline += [Bookmark(1, names[at], top_of(laid.pages[0], spots[0]))] if names else bookmarks(laid.pages, spots)
    numbers.end()
    objects.put(info, info_dictionary(metadata))
    root = add_outline(objects, outline)
    marks = b"/Outlines %d 0 R/PageMode/UseOutlines" % root if root else b""
    labels = page_labels(side_labels([[side.label for side in own] for own in sides]))
    shows = b"/Lang%s/ViewerPreferences<</DisplayDocTitle true>>" % string(metadata.language)
    objects.put(catalog, b"<</Type/Catalog/Pages %d 0 R%s%s%s>>" % (tree, marks, shows, labels))
    return serialise(objects, root=catalog, info=info)


@dataclass(slots=True)
class _Bare:
    """A file in the making, as the tagged one's: content that is the same is stored once."""

    objects: Objects
    resources: int
    parents: Mapping[int, int]
    streams: dict[bytes, int] = field(default_factory=dict)

    def add(self, laid: Laid, sides: Sequence[Side], first: int) -> tuple[Spot, ...]:
        """Add a document whose sides have object numbers from `first`; return where its pages stand."""
        stands = {each.page: Spot(at, each.matrix) for at, side in enumerate(sides, first) for each in side.pages}
        anchors = places(laid.pages, [stands[at] for at in range(len(laid.pages))])
        for at, side in enumerate(sides, first):
            parts = [side.marks]
            links: list[int] = []
            for each in side.pages:
                page = laid.pages[each.page]
                bare = paint_bare(page)
                moved = b"q %s cm\n%sQ\n" % (b" ".join(map(number, each.matrix)), bare)
                parts.append(bare if each.matrix == IDENTITY else moved)
                links += [self.objects.add(link) for link in _links(laid, page.placements, each.matrix, anchors)]
            self._put(at, side, b"".join(parts), links)
        return tuple(stands[at] for at in range(len(laid.pages)))

    def _put(self, page: int, side: Side, content: bytes, links: Sequence[int]) -> None:
        stream = self.streams.get(content)
        if stream is None:
            stream = self.streams[content] = self.objects.share(Stream.deflated(b"", content))
        box = b"/MediaBox[0 0 %s %s]" % (number(side.width), number(side.height))
        box += b"/TrimBox[%s]" % b" ".join(map(number, side.trim)) if side.trim else b""
        clicked = b"/Annots" + references(links) if links else b""
        entries = (self.parents[page], self.resources, box, clicked, stream)
        self.objects.put(page, b"<</Type/Page/Parent %d 0 R/Resources %d 0 R%s%s/Contents %d 0 R>>" % entries)


def _links(laid: Laid, placements: Sequence[Placement], matrix: Matrix, anchors: Mapping[str, Place]) -> Iterator[bytes]:
    """Yield the annotations of a page's links: one a slab and link, as the tagged file has them."""
    for placement in placements:
        boxes: dict[int, list[Box]] = {}
        nodes, base = laid.fragments[placement.fragment].nodes, placement.slab.base
        for leaf in placement.slab.leaves:
            if leaf.box and leaf.node >= 0 and nodes[base + leaf.node].target and not placement.repeated:
                boxes.setdefault(base + leaf.node, []).append(leaf.box)
        for node, found in boxes.items():
            left, bottom, right, top = zip(*found, strict=True)
            x, y = placement.x, placement.y
            box = area(matrix, (min(left) + x, min(bottom) + y, max(right) + x, max(top) + y))
            target = nodes[node].target
            leads = b"/Dest" + anchors[target].destination if target in anchors else b"/A<</S/URI/URI%s>>" % string(target)
            yield b"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s]%s>>" % (b" ".join(map(number, box)), leads)
