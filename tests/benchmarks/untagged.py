"""The same pages without tags: what tagging costs is measured against this. Nothing but the benchmarks uses it."""

from __future__ import annotations

from collections.abc import Mapping

from packbuilder.document import Picture
from packbuilder.typeset.fragments import Laid, number
from packbuilder.typeset.metadata import Metadata, info_dictionary
from packbuilder.typeset.navigation import add_outline, bookmarks
from packbuilder.typeset.objects import Objects, Stream, serialise
from packbuilder.typeset.painting import paint_bare
from packbuilder.typeset.sides import Spot
from packbuilder.typeset.writer import page_tree, resources


def write_untagged(laid: Laid, *, metadata: Metadata, pictures: Mapping[str, Picture]) -> bytes:
    """Return a file that looks as the tagged one does and has no structure, no marked content and no XMP."""
    objects = Objects()
    catalog, info, shared, tree = (objects.reserve() for _ in range(4))
    objects.put(shared, resources(objects, (laid,), pictures, frozenset()))
    first = objects.reserve(len(laid.pages))
    numbers = range(first, first + len(laid.pages))
    parents = page_tree(objects, numbers, tree)
    for page, page_number in zip(laid.pages, numbers, strict=True):
        contents = objects.add(Stream.deflated(b"", paint_bare(page)))
        box = b"/MediaBox[0 0 %s %s]" % (number(page.width), number(page.height))
        entries = (parents[page_number], shared, box, contents)
        objects.put(page_number, b"<</Type/Page/Parent %d 0 R/Resources %d 0 R%s/Contents %d 0 R>>" % entries)
    objects.put(info, info_dictionary(metadata))
    outline = add_outline(objects, bookmarks(laid.pages, [Spot(each) for each in numbers]))
    objects.put(catalog, b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R>>" % (tree, outline or info))
    return serialise(objects, root=catalog, info=info)
