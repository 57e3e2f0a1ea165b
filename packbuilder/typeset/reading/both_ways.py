"""Trees of a file that are told in two ways at once: pages, bookmarks, the parent tree. Where these differ, one viewer goes by one, another by the other.

Validators follow a tree downwards only. A viewer that trusts a count shows fewer pages, one that looks for a key by halves finds no structure, and who goes
back through bookmarks is led elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

from packbuilder.typeset.reading.values import array_of, dictionary_of

_DEEPEST = 20
"""A tree that is nested deeper is taken for a loop in the file."""

_CONTENT = frozenset(("/Type", "/Pg", "/MCID"))
_OBJECT = frozenset(("/Type", "/Pg", "/Obj"))
"""The entries of what an element holds besides elements: marked content on another page than its own, and annotations."""

_SAID = ("/Alt", "/ActualText", "/Lang")
"""What an element says in words, if it says it: empty, it replaces what is read by nothing."""


def contradictions(catalog: DictionaryObject, pages: Sequence[DictionaryObject]) -> Iterator[str]:
    """Yield where a tagged file says two things of one tree, one sentence each."""
    yield from dict.fromkeys(_of_pages(catalog))
    yield from dict.fromkeys(_of_bookmarks(_reference(catalog, "/Outlines"), 0))
    yield from _of_parents(dictionary_of(catalog.get("/StructTreeRoot")), pages)


def odd_kids(element: DictionaryObject, kids: Sequence[PdfObject]) -> Iterator[str]:
    """Yield what an element holds that packbuilder writes into none: nothing at all, content of a drawing, words that are empty."""
    for kid in kids:
        held = kid.get_object()
        if held is None or isinstance(held, NullObject):
            yield "holds nothing in the place of something"
        elif isinstance(held, DictionaryObject) and "/S" not in held and not (held.keys() <= _CONTENT or held.keys() <= _OBJECT):
            yield f"holds content with the entry {min(held.keys() - _CONTENT - _OBJECT)[1:]}, which packbuilder never writes"
    content = (isinstance(kid, int) or "/MCID" in dictionary_of(kid) for kid in kids)
    if "/Pg" in element and not any(content):
        yield "names a page, and has nothing there"
    if any(isinstance(dictionary_value(element, key), ArrayObject) for key in ("/A", "/C")):
        yield "says what it is more than once, so that readers choose"
    for key in _SAID:
        if key in element and not str(dictionary_value(element, key)):
            yield f"has an empty {key[1:]}, which takes the place of what is read"


def dictionary_value(held: DictionaryObject, key: str) -> PdfObject | None:
    """Return an entry, looked up where it is a reference."""
    value = held.get(key)
    return value.get_object() if value is not None else None


def _reference(held: DictionaryObject, key: str) -> IndirectObject | None:
    value = held.raw_get(key) if key in held else None
    return value if isinstance(value, IndirectObject) else None


def _same(one: IndirectObject | None, other: IndirectObject | None) -> bool:
    return (one.idnum if one else 0) == (other.idnum if other else 0)


def _of_pages(catalog: DictionaryObject) -> Iterator[str]:
    """Yield where nodes over pages do not have as many as they say, or pages do not know theirs."""
    waiting = [(_reference(catalog, "/Pages"), 0)]
    while waiting:
        node, depth = waiting.pop()
        held = dictionary_of(node)
        if str(dictionary_value(held, "/Count")) != str(_leaves(node, depth)):
            yield "the file does not have as many pages as it says: some viewers show fewer"
        for kid in array_of(held.get("/Kids")) if depth < _DEEPEST else ():
            if isinstance(kid, IndirectObject):
                if not _same(_reference(dictionary_of(kid), "/Parent"), node):
                    yield "a page says that it stands in another part of the file than that in which it stands"
                waiting += [(kid, depth + 1)] if "/Kids" in dictionary_of(kid) else []


def _leaves(node: PdfObject | None, depth: int) -> int:
    held = dictionary_of(node)
    if "/Kids" not in held or depth >= _DEEPEST:
        return 1
    return sum(_leaves(kid, depth + 1) for kid in array_of(held.get("/Kids")))


def _of_bookmarks(above: IndirectObject | None, depth: int) -> Iterator[str]:
    """Yield where bookmarks do not lead back as they lead on."""
    held = dictionary_of(above)
    mark, before = _reference(held, "/First"), None
    count = 0
    seen: set[int] = set()
    while mark is not None and mark.idnum not in seen and depth < _DEEPEST:
        seen.add(mark.idnum)
        count += 1
        own = dictionary_of(mark)
        if not _same(_reference(own, "/Prev"), before) or not _same(_reference(own, "/Parent"), above):
            yield "a bookmark leads back to another than it is led to from"
        yield from _of_bookmarks(mark, depth + 1)
        before, mark = mark, _reference(own, "/Next")
    if not _same(_reference(held, "/Last"), before):
        yield "the last bookmark is another than that to which the bookmarks lead"
    said = dictionary_value(held, "/Count")
    if above is not None and (said or 0) != (-count if depth else count):
        yield "there are not as many bookmarks as the file says: some viewers show fewer, or open all of them"


def _of_parents(root: DictionaryObject, pages: Sequence[DictionaryObject]) -> Iterator[str]:
    """Yield where the parent tree has keys that nothing has, or tells its limits wrongly."""
    tree = dictionary_of(root.get("/ParentTree"))
    keys: list[int] = []
    within = [dictionary_of(kid) for kid in array_of(tree.get("/Kids"))]
    for node in (tree, *within):
        own = [int(key) for key in array_of(node.get("/Nums"))[::2] if isinstance(key, int)]
        limits = [int(each) for each in array_of(node.get("/Limits")) if isinstance(each, int)]
        keys += own
        if limits != (own[:1] + own[-1:] if node is not tree else []) or node.keys() - {"/Nums", "/Kids", "/Limits"}:
            yield "the parent tree does not say rightly which keys it has: some readers find no structure"
    annotations = (dictionary_of(each) for page in pages for each in array_of(page.get("/Annots")))
    used = {page.get("/StructParents") for page in pages} | {each.get("/StructParent") for each in annotations}
    if unused := sorted(set(keys) - used):
        yield f"the parent tree has the key {unused[0]}, which nothing in the file has"
    following = dictionary_value(root, "/ParentTreeNextKey")
    if keys and not (isinstance(following, int) and following > max(keys)):
        yield "the next key of the parent tree is in use: what is added by another program takes the place of something"
