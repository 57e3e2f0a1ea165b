"""The writer: a laid-out document to the bytes of a tagged PDF 1.7 (PDF/UA-1).

Fragments are spliced as they are: nothing here looks at operators. Fonts come first and are the same objects in every file
that embeds the same characters, so that a run of many versions deflates them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from packbuilder.document import Picture
from packbuilder.typeset.colour_profile import srgb
from packbuilder.typeset.embedding import OBJECTS_A_FONT, font_objects
from packbuilder.typeset.faces import faces_by_name
from packbuilder.typeset.fragments import Laid, Page, number
from packbuilder.typeset.images import add_image
from packbuilder.typeset.metadata import Metadata, info_dictionary, xmp_packet
from packbuilder.typeset.navigation import Place, add_outline, link_annotation, places
from packbuilder.typeset.objects import FONT_LEVEL, Objects, Stream, name, reference, references, serialise, string
from packbuilder.typeset.painting import LinkArea, paint_page
from packbuilder.typeset.pictures import BLENDED
from packbuilder.typeset.structure import Structure

_KIDS = 32
"""The most children of a node of the page tree: more than that are put under nodes between."""

Glyphs = frozenset[tuple[str, str]]


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
    objects = Objects()
    catalog, info, resources, tree = (objects.reserve() for _ in range(4))
    objects.put(resources, _resources(objects, laid, pictures, laid.glyphs | glyphs))
    first = objects.reserve(len(laid.pages))
    numbers = range(first, first + len(laid.pages))
    structure = Structure.begin(objects, laid.fragments)
    anchors = places(laid.pages, numbers)
    parents = _page_tree(objects, numbers, tree)
    for page, page_number in zip(laid.pages, numbers, strict=True):
        entries = b"/Parent %d 0 R/Resources %d 0 R" % (parents[page_number], resources)
        objects.put(page_number, _page(page, page_number, entries, objects, structure, anchors))
    named = structure.finish(metadata.title)
    objects.put(info, info_dictionary(metadata))
    outline = add_outline(objects, laid.pages, numbers)
    xmp = objects.add(xmp_packet(metadata))
    objects.put(
        catalog,
        b"<</Type/Catalog/Pages %d 0 R/Lang%s/MarkInfo<</Marked true%s>>/StructTreeRoot %d 0 R/Metadata %d 0 R"
        b"/ViewerPreferences<</DisplayDocTitle true>>%s>>"
        % (
            *(
                tree,
                string(metadata.language),
                b"/UserProperties true" if named else b"",
                structure.tree,
                xmp,
            ),
            (b"/Outlines %d 0 R/PageMode/UseOutlines" % outline if outline else b"") + _intent(objects, archival=metadata.archival),
        ),
    )
    return serialise(objects, root=catalog, info=info)


def _intent(objects: Objects, *, archival: bool) -> bytes:
    """Add what an archival file says of its colours; return the catalog's entry (ISO 19005-2, 6.2.3)."""
    if not archival:
        return b""
    profile = objects.add(Stream.deflated(b"/N 3", srgb(), FONT_LEVEL))
    intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier%s/Info%s/DestOutputProfile %d 0 R>>"
    words = string("sRGB IEC61966-2.1")
    return b"/OutputIntents[%d 0 R]" % objects.add(intent % (words, words, profile))


def _resources(objects: Objects, laid: Laid, pictures: Mapping[str, Picture], glyphs: Glyphs) -> bytes:
    """Add fonts and pictures; return the dictionary that all pages share."""
    characters: dict[str, set[str]] = {}
    for face, char in glyphs:
        characters.setdefault(face, set()).add(char)
    faces = faces_by_name()
    fonts = []
    for each in sorted(characters):
        first = objects.reserve(OBJECTS_A_FONT)
        for index, body in enumerate(font_objects(faces[each], frozenset(characters[each]), first)):
            objects.put(first + index, body)
        fonts.append(name(faces[each].resource) + b" " + reference(first))
    used = sorted({picture for fragment in laid.fragments for picture in fragment.pictures})
    images = [name(each) + b" " + reference(add_image(objects, pictures[each])) for each in used]
    states = b"/ExtGState<<%s<</BM/Multiply>>>>" % name(BLENDED) if images else b""
    return b"<</Font<<%s>>/XObject<<%s>>%s>>" % (b"".join(fonts), b"".join(images), states)


def _page(
    page: Page,
    page_number: int,
    entries: bytes,
    objects: Objects,
    structure: Structure,
    anchors: Mapping[str, Place],
) -> bytes:
    """Add a page's content and links; return its dictionary."""
    painted = paint_page(page, page_number, structure)
    contents = objects.add(Stream.deflated(b"", painted.content))
    if painted.parents:
        entries += b"/StructParents %d" % structure.page_parents(painted.parents)
    if painted.links:
        entries += b"/Annots" + references(_links(painted.links, page_number, objects, structure, anchors))
    return b"<</Type/Page%s/MediaBox[0 0 %s %s]/Contents %d 0 R/Tabs/S>>" % (
        *(entries, number(page.width), number(page.height)),
        contents,
    )


def _links(
    areas: Iterable[LinkArea],
    page_number: int,
    objects: Objects,
    structure: Structure,
    anchors: Mapping[str, Place],
) -> list[int]:
    added = []
    for area in areas:
        parent = structure.annotation_parent(area.element)
        added.append(objects.add(link_annotation(area, anchors, parent)))
        structure.annotation(area.element, page_number, added[-1])
    return added


def _page_tree(objects: Objects, pages: Sequence[int], root: int) -> dict[int, int]:
    """Add a balanced page tree over page objects; return the parent of each page."""
    parents: dict[int, int] = {}
    counts = dict.fromkeys(pages, 1)
    below: dict[int, list[int]] = {}
    level = list(pages)
    while True:
        groups = [level[start : start + _KIDS] for start in range(0, len(level), _KIDS)] or [[]]
        nodes = [root] if len(groups) == 1 else [objects.reserve() for _ in groups]
        for node, group in zip(nodes, groups, strict=True):
            below[node] = group
            counts[node] = sum(counts[each] for each in group)
            parents.update(dict.fromkeys(group, node))
        level = nodes
        if level == [root]:
            break
    for node, group in below.items():
        parent = b"/Parent %d 0 R" % parents[node] if node != root else b""
        objects.put(node, b"<</Type/Pages%s/Count %d/Kids%s>>" % (parent, counts[node], references(group)))
    return parents
