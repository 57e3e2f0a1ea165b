"""Contradictions between a file's pages and its structure tree that validators let pass.

PDF/UA validators accept a file in which two elements claim the same text, or in which the parent tree leads to other
elements than the tree itself does; a screen reader does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from packbuilder.typeset.reading.marked_content import PageContent
from packbuilder.typeset.reading.tree import Claim, ObjectClaim
from packbuilder.typeset.reading.values import array_of, dictionary_of


def tagging_faults(
    catalog: DictionaryObject,
    pages: Sequence[DictionaryObject],
    contents: Sequence[PageContent],
    claims: Sequence[Claim],
    objects: Sequence[ObjectClaim],
) -> tuple[str, ...]:
    """Return what is wrong, one sentence each."""
    entries = _parent_tree(catalog)
    parents = dict(entries)
    return (
        *_order_faults(entries),
        *_page_faults(contents),
        *_claim_faults(contents, claims),
        *_parent_faults(pages, contents, claims, parents),
        *_annotation_faults(pages, parents),
        *_lost_annotations(pages, objects),
    )


def _page_faults(contents: Sequence[PageContent]) -> Iterator[str]:
    for number, content in enumerate(contents, 1):
        if content.nested:
            yield f"page {number}: marked content stands inside other marked content"
        if content.untagged.strip():
            yield f"page {number}: text is neither tagged nor an artifact: {content.untagged[:40]!r}"
        for mcid in content.repeats:
            yield f"page {number}: marked content {mcid} occurs more than once"


def _claim_faults(contents: Sequence[PageContent], claims: Sequence[Claim]) -> Iterator[str]:
    counts = Counter((page, mcid) for page, mcid, _, _ in claims)
    for (page, mcid), count in counts.items():
        if not 0 <= page < len(contents):
            yield f"an element claims marked content {mcid} of a page that is gone"
        elif mcid not in contents[page].texts:
            yield f"page {page + 1}: an element claims marked content {mcid}, which is not there"
        elif count > 1:
            yield f"page {page + 1}: {count} elements claim marked content {mcid}"
    for index, content in enumerate(contents):
        for mcid in content.texts:
            if (index, mcid) not in counts:
                yield f"page {index + 1}: no element claims marked content {mcid}"
    for page, mcid, _, role in claims:
        tag = contents[page].tags.get(mcid) if 0 <= page < len(contents) else None
        if tag is not None and tag != role:
            yield f"page {page + 1}: marked content {mcid} is tagged {tag}, its element is {role}"


def _parent_faults(
    pages: Sequence[DictionaryObject],
    contents: Sequence[PageContent],
    claims: Sequence[Claim],
    parents: Mapping[int, PdfObject],
) -> Iterator[str]:
    # By pages: a file of five hundred would have all its claims looked through for each.
    claimed: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        claimed[claim[0]].append(claim)
    for index, (page, content) in enumerate(zip(pages, contents, strict=True)):
        key = page.get("/StructParents")
        value = parents[int(key)].get_object() if isinstance(key, int) and int(key) in parents else None
        if content.texts and not isinstance(value, ArrayObject):
            yield f"page {index + 1}: the parent tree does not know the page"
            continue
        listed = value if isinstance(value, ArrayObject) else ()
        found = {mcid: each.idnum for mcid, each in enumerate(listed) if isinstance(each, IndirectObject)}
        for _, mcid, number, _ in claimed[index]:
            if found.get(mcid) != number:
                yield f"page {index + 1}: the parent tree leads from marked content {mcid} to another element"


def _annotation_faults(pages: Sequence[DictionaryObject], parents: Mapping[int, PdfObject]) -> Iterator[str]:
    for index, page in enumerate(pages, 1):
        annotations = page.get("/Annots")
        listed = annotations.get_object() if annotations is not None else None
        for each in listed if isinstance(listed, ArrayObject) else ():
            annotation = dictionary_of(each)
            key = annotation.get("/StructParent")
            element = parents[int(key)].get_object() if isinstance(key, int) and int(key) in parents else None
            if not isinstance(element, DictionaryObject) or each not in _objects(element):
                yield f"page {index}: an annotation and its element do not know each other"


def _lost_annotations(pages: Sequence[DictionaryObject], objects: Sequence[ObjectClaim]) -> Iterator[str]:
    """Every annotation that an element claims stands on the page that it is said to stand on: elsewhere nobody can reach it."""
    listed = [array_of(page.get("/Annots")) for page in pages]
    for index, annotation in objects:
        if not (0 <= index < len(listed) and annotation in listed[index]):
            yield f"page {index + 1}: an element claims an annotation that the page does not have"


def _objects(element: DictionaryObject) -> list[PdfObject]:
    """Return references to the objects that an element claims."""
    kids = element.get("/K")
    value = kids.get_object() if kids is not None else None
    listed = [each.get_object() for each in value] if isinstance(value, ArrayObject) else [value]
    return [each.raw_get("/Obj") for each in listed if isinstance(each, DictionaryObject) and "/Obj" in each]


def _order_faults(entries: Sequence[tuple[int, PdfObject]]) -> Iterator[str]:
    """Readers look for a key by halves (pdf.js does): of a tree out of order they find some pages, and of others no structure."""
    if any(key >= following for (key, _), (following, _) in pairwise(entries)):
        yield "the keys of the parent tree do not ascend"


def _parent_tree(catalog: DictionaryObject) -> Sequence[tuple[int, PdfObject]]:
    root = catalog["/StructTreeRoot"].get_object()
    tree = root.get("/ParentTree") if isinstance(root, DictionaryObject) else None
    return list(_entries(tree, 0)) if tree is not None else []


def _entries(node: PdfObject, depth: int) -> Iterator[tuple[int, PdfObject]]:
    """Yield a number tree's entries (ISO 32000-1, 7.9.7)."""
    value = node.get_object()
    if not isinstance(value, DictionaryObject) or depth > 20:
        return
    nums = value.get("/Nums")
    flat = list(nums.get_object()) if nums is not None else []
    for key, entry in zip(flat[::2], flat[1::2], strict=False):
        yield int(key), entry
    kids = value.get("/Kids")
    for kid in kids.get_object() if kids is not None else ():
        yield from _entries(kid, depth + 1)
