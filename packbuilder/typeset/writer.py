"""The writer: a laid-out document to the bytes of a tagged PDF 1.7 (PDF/UA-1).

Fragments are spliced as they are: nothing here looks at operators. Fonts come first and are the same objects in every file
that embeds the same characters, so that a run of many versions deflates them once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from typing import Final

from packbuilder.document import Picture
from packbuilder.typeset.colour_profile import srgb
from packbuilder.typeset.embedding import OBJECTS_A_FONT, font_objects, sealed_font
from packbuilder.typeset.faces import faces_by_name
from packbuilder.typeset.fragments import Laid, Node, number
from packbuilder.typeset.images import add_image, sealed_image
from packbuilder.typeset.imposition import sides_of
from packbuilder.typeset.labels import page_labels, side_labels
from packbuilder.typeset.metadata import Metadata, info_dictionary, xmp_packet
from packbuilder.typeset.navigation import Bookmark, Place, add_outline, bookmarks, link_annotation, places, top_of
from packbuilder.typeset.objects import (
    FONT_LEVEL,
    Objects,
    PdfObject,
    Stream,
    name,
    reference,
    references,
    string,
)
from packbuilder.typeset.page_numbers import PageNumbers, strides_for
from packbuilder.typeset.painting import LinkArea, Painting, paint_marks, paint_page
from packbuilder.typeset.pictures import BLENDED
from packbuilder.typeset.sealing import Sealing
from packbuilder.typeset.seals import Seal, as_text, box_words, shortened, whole_digest
from packbuilder.typeset.serialising import numbers_fit, roomy, serialise
from packbuilder.typeset.sides import Box, Duplex, Side, Spot
from packbuilder.typeset.structure import Structure
from packbuilder.values import dataclass

_WASTED: Final = 1.12
"""How much greater a round stride may be than the closest and still be tried, whatever a file has of bytes."""

_CANDIDATE = Node(role="P", name="candidate")
"""What whose copy it is stands in, before everything else."""

Glyphs = frozenset[tuple[str, str]]

FurtherFonts = tuple[tuple[str, int, Callable[[int], Sequence[PdfObject]]], ...]
"""Fonts that no text of a document uses: resource name, number of objects, and the objects when they are numbered from a number."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and its seal."""

    data: bytes
    seal: Seal


def write_pdf(
    laid: Laid,
    *,
    metadata: Metadata,
    pictures: Mapping[str, Picture],
    glyphs: Glyphs = frozenset(),
) -> bytes:
    """Return the file. The same arguments give the same bytes.

    `pictures` are by resource name (`Im...`). `glyphs` are embedded besides those that the document uses: with the same
    set for all versions of a paper, their fonts are made once. Raises `DanglingLinkError` for a link to no anchor.
    """
    return write((laid,), metadata=metadata, pictures=pictures, glyphs=glyphs).data


def write(
    copies: Sequence[Laid],
    names: Sequence[str] = (),
    *,
    metadata: Metadata,
    pictures: Mapping[str, Picture],
    glyphs: Glyphs = frozenset(),
) -> Written:
    """Return one file of documents with its seal; with `names`, each document has one bookmark, of that name. Raises as `write_pdf` does.

    A class set names one and the same `Laid` many times: each copy has structure, links and page labels of its own, and what is
    painted is stored once.
    """
    found: list[Written] = []
    for stride in _strides_with_room(copies, metadata, pictures, glyphs):
        composed = _composed(copies, names, metadata, pictures, glyphs, stride=stride)
        found.append(Written(serialise(composed.objects, root=composed.catalog, info=composed.info), composed.seal))
        if roomy(found[-1].data, composed.objects):
            break
    return min(found, key=lambda each: len(each.data))


def _strides_with_room(copies: Sequence[Laid], metadata: Metadata, pictures: Mapping[str, Picture], glyphs: Glyphs) -> tuple[int, ...]:
    """Return the strides that a file may have bytes enough for, as far as that shows from one copy of each document; the closest in any case.

    A round one is also tried if it is hardly greater: the bytes that it is short of are often fewer than those that it saves.
    """
    strides = strides_for(copies)
    if len(strides) == 1:
        return strides
    distinct = tuple({id(laid): laid for laid in copies}.values())
    streams = _composed(distinct, (), metadata, pictures, glyphs).objects
    return (*(each for each in strides[:-1] if each < strides[-1] * _WASTED or numbers_fit(streams, each * len(copies))), strides[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A file's objects before they are written: the numbers of its catalog, information dictionary and XMP packet.

    `overlays` are numbers of streams that are still to be put, two for each page: painted after its content. `seal` is that of the file without them.
    """

    objects: Objects
    catalog: int
    info: int
    xmp: int
    seal: Seal
    overlays: tuple[tuple[int, int], ...] = ()


def compose_with_overlays(
    laid: Laid, *, metadata: Metadata, pictures: Mapping[str, Picture], glyphs: Glyphs, fonts: FurtherFonts
) -> Composed:
    """Return the objects of a document that is to be completed for each of many readers.

    `fonts` are for what is painted later. The first marked content of the
    first page (MCID 0) is a paragraph of its own, `candidate`, before everything else: the first page's first overlay holds it.
    """
    return _composed((laid,), (), metadata, pictures, glyphs, fonts, overlay=True)


def _composed(
    copies: Sequence[Laid],
    names: Sequence[str],
    metadata: Metadata,
    pictures: Mapping[str, Picture],
    glyphs: Glyphs,
    fonts: FurtherFonts = (),
    *,
    overlay: bool = False,
    stride: int = 0,
) -> Composed:
    objects = Objects()
    catalog, info, shared, tree = (objects.reserve() for _ in range(4))
    resource = _Resources.of(copies, pictures, glyphs)
    objects.put(shared, resource.add(objects, fonts))
    sides = [sides_of(laid) for laid in copies]
    structure = Structure.begin(objects)
    numbering = PageNumbers.given(objects, copies, list(map(len, sides)), tree, stride)
    file = _File(objects, structure, shared, numbering.parents, Sealing(numbering.order), overlay=overlay)
    outline: list[Bookmark] = []
    for at, (laid, own) in enumerate(zip(copies, sides, strict=True)):
        first = numbering.begin(at)
        spots = _spots(laid, own, first)
        file.add(laid, own, first, spots)
        if names:
            outline += [Bookmark(1, names[at], top_of(laid.pages[0], spots[0]))] if laid.pages else []
        else:
            outline += bookmarks(laid.pages, spots)
    numbering.end()
    labels = side_labels([[side.label for side in own] for own in sides])
    file.structure.complete(file.sealing.order)
    seal = file.sealing.finish(
        *(metadata, file.structure.documents, outline, labels, *resource.seals()),
        [each for each in file.structure.elements if each.node.role == "Figure"],
        duplex=_FLIPS.get(copies[0].duplex, ""),
        profile=srgb() if metadata.archival else b"",
    )
    named = file.structure.finish(metadata.title)
    # What is completed for each of many readers is another file than this one.
    objects.put_own(info, info_dictionary(metadata, "" if overlay else as_text(seal)))
    root = add_outline(objects, outline)
    xmp = objects.add(xmp_packet(metadata))
    entries = (
        b"/Pages %d 0 R/Lang%s" % (tree, string(metadata.language)),
        b"/MarkInfo<</Marked true%s>>" % (b"/UserProperties true" if named else b""),
        b"/StructTreeRoot %d 0 R/Metadata %d 0 R" % (file.structure.tree, xmp),
        b"/ViewerPreferences<</DisplayDocTitle true%s>>" % PREFERENCES[copies[0].duplex],
        b"/Outlines %d 0 R/PageMode/UseOutlines" % root if root else b"",
        _intent(objects, archival=metadata.archival),
        page_labels(labels),
    )
    objects.put(catalog, b"<</Type/Catalog%s>>" % b"".join(entries))
    return Composed(
        objects=objects,
        catalog=catalog,
        info=info,
        xmp=xmp,
        seal=seal,
        overlays=tuple(file.overlays),
    )


_SIZE = b"/PrintScaling/None/PickTrayByPDFSize true"

_FLIPS: Mapping[Duplex, str] = {"long": "DuplexFlipLongEdge", "short": "DuplexFlipShortEdge"}

PREFERENCES: Mapping[Duplex, bytes] = {"": b"", **{each: _SIZE + b"/Duplex" + name(flip) for each, flip in _FLIPS.items()}}
"""What a print dialogue is told (ISO 32000-1, 12.2): how to turn the paper, not to scale, and to take the paper of the pages' size."""


def _spots(laid: Laid, sides: Sequence[Side], first: int) -> tuple[Spot, ...]:
    """Return where each of a document's pages stands; `first` is the object's number of its first side."""
    found = {each.page: Spot(number, each.matrix) for number, side in enumerate(sides, first) for each in side.pages}
    return tuple(found[page] for page in range(len(laid.pages)))


@dataclass(slots=True)
class _File:
    """A file in the making: its pages share their resources, and content that is the same is stored once.

    `overlay`: each page gets two more streams, of which only the numbers are given here.
    """

    objects: Objects
    structure: Structure
    resources: int
    parents: Mapping[int, int]
    sealing: Sealing
    streams: dict[str, int] = field(default_factory=dict)
    overlay: bool = False
    overlays: list[tuple[int, int]] = field(default_factory=list)

    def add(self, laid: Laid, sides: Sequence[Side], first: int, spots: Sequence[Spot]) -> None:
        """Add a document whose sides have object numbers from `first`.

        Pages are painted in their own order, which is that of reading, wherever they stand; a side is finished with its last page.
        """
        self.structure.document(laid.fragments)
        lead = self.structure.lead(_CANDIDATE) if self.overlay else None
        # Asked for by links only, which few documents have.
        anchors = cache(lambda: places(laid.pages, spots))
        begun: dict[int, Painting] = {}
        open_pages = {number: len(side.pages) for number, side in enumerate(sides, first)}
        for page, spot in zip(laid.pages, spots, strict=True):
            painting = begun.get(spot.side)
            if painting is None:
                painting = begun[spot.side] = Painting(spot.side)
                paint_marks(sides[spot.side - first].marks, painting)
                if lead is not None:
                    lead.hold(painting.number, len(painting.parents))
                    painting.parents.append(lead.number)
                    lead = None
            paint_page(page, spot.matrix, painting, self.structure)
            open_pages[spot.side] -= 1
            if not open_pages[spot.side]:
                self._put(begun.pop(spot.side), sides[spot.side - first], anchors)

    def _put(self, painting: Painting, side: Side, anchors: Callable[[], Mapping[str, Place]]) -> None:
        """Put a side's page object, with its content and links, which lead to `anchors`."""
        stream, painted = self._content(painting.content)
        entries = b"/Parent %d 0 R/Resources %d 0 R" % (self.parents[painting.number], self.resources)
        if painting.parents:
            entries += b"/StructParents %d" % self.structure.page_parents(painting.parents)
        if painting.links:
            entries += b"/Annots" + references(_links(painting.links, painting.number, self.objects, self.structure, anchors()))
            for area in painting.links:
                self.sealing.link(painting.number, area, anchors())
        boxes, words = _boxes(side.width, side.height, side.trim, side.bleed)
        self.sealing.page(painting.number, words, painted)
        contents = reference(stream)
        if self.overlay:
            self.overlays.append((self.objects.reserve(), self.objects.reserve()))
            contents = references((stream, *self.overlays[-1]))
        self.objects.put(
            painting.number,
            b"<</Type/Page%s%s/Contents%s/Tabs/S>>" % (entries, boxes, contents if self.overlay else b" " + contents),
        )

    def _content(self, content: bytes) -> tuple[int, str]:
        """Return the number of a content's stream, which is added where there is none yet, and the hash that a seal has of it."""
        # By a hash: what thousands of pages show takes more room than all that is written of them.
        digest = whole_digest(content)
        number = self.streams.get(digest)
        if number is None:
            number = self.streams[digest] = self.objects.share(Stream.deflated(b"", content))
        return number, shortened(digest)


@lru_cache(maxsize=16)
def _boxes(width: float, height: float, trim: Box | None, bleed: float) -> tuple[bytes, str]:
    """Return the entries of a page that say how large its paper is and where it is cut, and its boxes as a seal has them."""
    sheet = [number(each) for each in (0.0, 0.0, width, height)]
    cut, beyond = _edges(trim, bleed)
    return b"/MediaBox[%s]%s" % (b" ".join(sheet), _cut(cut, beyond)), box_words((*sheet, *(cut or sheet), *(beyond or sheet)))


def boxes_of(side: Side) -> bytes:
    """Return the entries of a page for paper that is to be cut; nothing where it is not."""
    return _cut(*_edges(side.trim, side.bleed))


def _cut(cut: Sequence[bytes], beyond: Sequence[bytes]) -> bytes:
    return b"/TrimBox[%s]/BleedBox[%s]" % (b" ".join(cut), b" ".join(beyond)) if cut else b""


def _edges(trim: Box | None, bleed: float) -> tuple[list[bytes], list[bytes]]:
    """Return the edges of a sheet that is to be cut, and of its bleed (ISO 32000-1, 14.11.2); of any other none."""
    if trim is None:
        return [], []
    left, bottom, right, top = trim
    return [number(each) for each in trim], [number(each) for each in (left - bleed, bottom - bleed, right + bleed, top + bleed)]


def _intent(objects: Objects, *, archival: bool) -> bytes:
    """Add what an archival file says of its colours; return the catalog's entry (ISO 19005-2, 6.2.3)."""
    if not archival:
        return b""
    profile = objects.add(Stream.deflated(b"/N 3", srgb(), FONT_LEVEL))
    intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%s/Info%s/DestOutputProfile %d 0 R>>"
    words = string("sRGB IEC61966-2.1")
    return b"/OutputIntents[%d 0 R]" % objects.add(intent % (words, words, profile))


def resources(
    objects: Objects, copies: Iterable[Laid], pictures: Mapping[str, Picture], glyphs: Glyphs, further: FurtherFonts = ()
) -> bytes:
    """Add the fonts and pictures that documents use, and further fonts; return the dictionary that all pages share."""
    return _Resources.of(copies, pictures, glyphs).add(objects, further)


@dataclass(frozen=True, slots=True)
class _Resources:
    """The fonts that a file embeds, with their characters, and the pictures that it shows, by name."""

    characters: Mapping[str, frozenset[str]]
    pictures: Mapping[str, Picture]

    @classmethod
    def of(cls, copies: Iterable[Laid], pictures: Mapping[str, Picture], glyphs: Glyphs) -> _Resources:
        """Return what documents use, and the characters in `glyphs`."""
        distinct = tuple({id(laid): laid for laid in copies}.values())
        # Of a run of versions they are all in `glyphs`, which is then what `_by_face` knows.
        others = [laid.glyphs for laid in distinct if not laid.glyphs <= glyphs]
        used = sorted({picture for laid in distinct for fragment in laid.fragments for picture in fragment.pictures})
        return cls(_by_face(glyphs.union(*others) if others else glyphs), {each: pictures[each] for each in used})

    def add(self, objects: Objects, further: FurtherFonts = ()) -> bytes:
        """Add fonts and pictures, and further fonts; return the dictionary that all pages share."""
        faces = faces_by_name()
        fonts = []
        for each, characters in self.characters.items():
            first = objects.reserve(OBJECTS_A_FONT)
            for index, body in enumerate(font_objects(faces[each], characters, first)):
                objects.put_own(first + index, body)
            fonts.append(name(faces[each].resource) + b" " + reference(first))
        for resource, count, made in further:
            first = objects.reserve(count)
            for index, body in enumerate(made(first)):
                objects.put(first + index, body)
            fonts.append(name(resource) + b" " + reference(first))
        images = [name(each) + b" " + reference(add_image(objects, picture)) for each, picture in self.pictures.items()]
        states = b"/ExtGState<<%s<</BM/Multiply>>>>" % name(BLENDED) if images else b""
        return b"<</Font<<%s>>/XObject<<%s>>%s>>" % (b"".join(fonts), b"".join(images), states)

    def seals(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the hashes of fonts and of pictures by the names that pages know them by."""
        faces = faces_by_name()
        fonts = {f"/{faces[each].resource}": sealed_font(faces[each], characters) for each, characters in self.characters.items()}
        return fonts, {f"/{each}": sealed_image(picture) for each, picture in self.pictures.items()}


@lru_cache(maxsize=8)
def _by_face(glyphs: Glyphs) -> Mapping[str, frozenset[str]]:
    """Return the characters of each face by its name, in the order of those."""
    characters: dict[str, set[str]] = {}
    for face, char in glyphs:
        characters.setdefault(face, set()).add(char)
    return {face: frozenset(characters[face]) for face in sorted(characters)}


def _links(
    areas: Iterable[LinkArea],
    page_number: int,
    objects: Objects,
    structure: Structure,
    anchors: Mapping[str, Place],
) -> list[int]:
    added = []
    for area in areas:
        link = objects.reserve()
        objects.put(link, link_annotation(area, anchors, structure.annotation_parent(area.element, link)))
        structure.annotation(area.element, page_number, link)
        added.append(link)
    return added
