"""What a tagged file holds that packbuilder never writes: entries that viewers or screen readers follow, and validators let pass.

All that packbuilder writes is listed, so that whatever was added is found without being thought of: an expansion that is read instead of a text,
a page turned round, a link that is hidden, an action when a file is opened. Of other people's files this says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from packbuilder.typeset.pdf_values import array_of, dictionary_of

_CATALOG: Final = frozenset(
    "/Type /Pages /Lang /MarkInfo /StructTreeRoot /Metadata /ViewerPreferences /Outlines /PageMode /OutputIntents /PageLabels"
    " /Version /Extensions".split()
)
"""The last two are what a file that is encrypted or written anew by another program says of its version."""

_PREFERENCES: Final = frozenset("/DisplayDocTitle /PrintScaling /PickTrayByPDFSize /Duplex".split())
_ROOT: Final = frozenset("/Type /K /ParentTree /ParentTreeNextKey /ClassMap /IDTree".split())
_PAGE: Final = frozenset("/Type /Parent /Resources /StructParents /Annots /MediaBox /TrimBox /BleedBox /Contents /Tabs".split())
_LINK: Final = frozenset("/Type /Subtype /F /Border /Rect /Contents /StructParent /Dest /A /P".split())
_MARK: Final = frozenset("/Title /Parent /Prev /Next /First /Last /Count /Dest".split())
_ELEMENT: Final = frozenset("/Type /S /P /Pg /K /C /Alt /ActualText /Lang /A /ID".split())
_IMAGE: Final = frozenset("/Type /Subtype /Width /Height /BitsPerComponent /ColorSpace /SMask /Decode /Filter /DecodeParms /Length".split())
_STATE: Final = frozenset(("/BM", "/Type"))
_ATTRIBUTES: Final = {
    "/Table": frozenset("/O /Scope /ColSpan".split()),
    "/PrintField": frozenset("/O /Role /checked /Desc".split()),
    "/List": frozenset("/O /ListNumbering".split()),
    "/Layout": frozenset("/O /Placement /BBox".split()),
    "/UserProperties": frozenset("/O /P".split()),
}
_SHOWN: Final = 4
"""The flags of an annotation that is printed, and neither hidden nor locked."""


def additions(catalog: DictionaryObject, pages: Sequence[DictionaryObject]) -> tuple[str, ...]:
    """Return what was added to a tagged file, one sentence each."""
    root = dictionary_of(catalog.get("/StructTreeRoot"))
    marks = dictionary_of(catalog.get("/MarkInfo"))
    return (
        *_others("the file", catalog, _CATALOG),
        *_others("its preferences for viewers", dictionary_of(catalog.get("/ViewerPreferences")), _PREFERENCES),
        *_others("the structure tree", root, _ROOT),
        *(() if marks.get("/Marked") == True else ("the file does not say that it is tagged",)),  # noqa: E712  # pypdf's own value
        *_others("what the file says of its tags", marks, frozenset(("/Marked", "/UserProperties"))),
        *(each for number, page in enumerate(pages, 1) for each in _of_page(number, page)),
        *_of_bookmarks(dictionary_of(catalog.get("/Outlines")).get("/First")),
        *_of_elements(root),
    )


def untagged_additions(catalog: DictionaryObject, pages: Sequence[DictionaryObject]) -> tuple[str, ...]:
    """Return what was added to a file without tags, one sentence each."""
    return (
        *_others("the file", catalog, _CATALOG - {"/StructTreeRoot", "/MarkInfo"}),
        *_others("its preferences for viewers", dictionary_of(catalog.get("/ViewerPreferences")), {*_PREFERENCES, "/NumCopies"}),
        *(each for number, page in enumerate(pages, 1) for each in _of_untagged(number, page)),
        *_of_bookmarks(dictionary_of(catalog.get("/Outlines")).get("/First")),
    )


def _of_untagged(number: int, page: DictionaryObject) -> Iterator[str]:
    yield from _others(f"page {number}", page, _PAGE - {"/Annots", "/StructParents", "/Tabs"})


def _others(what: str, held: DictionaryObject, known: Iterable[str]) -> Iterator[str]:
    """Yield the entries of a dictionary that packbuilder writes in none of its kind."""
    for key in sorted(set(held) - set(known)):
        yield f"{what} has the entry {key[1:]}, which packbuilder never writes"


def _of_page(number: int, page: DictionaryObject) -> Iterator[str]:
    yield from _others(f"page {number}", page, _PAGE)
    for raw in array_of(page.get("/Annots")):
        link = dictionary_of(raw)
        what = f"page {number}: a link"
        yield from _others(what, link, _LINK)
        if link.get("/F") != _SHOWN:
            yield f"{what} is hidden, or not printed"
        action = dictionary_of(link.get("/A"))
        if action and ("/Dest" in link or set(action) - {"/S", "/URI", "/Type"} or action.get("/S") != "/URI"):
            yield f"{what} does something else than to lead to one place"
    resources = dictionary_of(page.get("/Resources"))
    for image in dictionary_of(resources.get("/XObject")).values():
        yield from _of_image(number, dictionary_of(image))
    for state in dictionary_of(resources.get("/ExtGState")).values():
        yield from _others(f"page {number}: a state of its graphics", dictionary_of(state), _STATE)


def _of_image(number: int, image: DictionaryObject) -> Iterator[str]:
    what = f"page {number}: a picture"
    yield from _others(what, image, _IMAGE)
    if "/Decode" in image and image.get("/ColorSpace") != "/DeviceCMYK":
        yield f"{what} is shown in other colours than it has"


def _of_bookmarks(raw: PdfObject | None) -> Iterator[str]:
    """Yield what was added to bookmarks; none is looked at twice, whatever they say comes next."""
    seen: set[int] = set()
    waiting = [raw]
    while waiting:
        mark = dictionary_of(waiting.pop())
        if mark and id(mark) not in seen:
            seen.add(id(mark))
            yield from _others("a bookmark", mark, _MARK)
            waiting += [mark.get("/Next"), mark.get("/First")]


def _of_elements(root: DictionaryObject) -> Iterator[str]:
    """Yield what was added to elements and their classes. Only documents have titles."""
    for each in dictionary_of(root.get("/ClassMap")).values():
        yield from _of_attributes("a class of elements", each)
    seen: set[int] = set()
    waiting = [(kid, True) for kid in _kids(root)]
    while waiting:
        raw, top = waiting.pop()
        element = dictionary_of(raw)
        if "/S" not in element or id(element) in seen:
            continue
        seen.add(id(element))
        what = f"an element {element['/S']}"[:40].replace("/", "")
        yield from _others(what, element, {*_ELEMENT, "/T"} if top else _ELEMENT)
        yield from _of_attributes(what, element.get("/A"))
        waiting += [(kid, False) for kid in _kids(element)]


def _of_attributes(what: str, raw: PdfObject | None) -> Iterator[str]:
    for held in map(dictionary_of, array_of(raw)) if isinstance(raw, ArrayObject) else [dictionary_of(raw)]:
        yield from _others(what, held, _ATTRIBUTES.get(str(held.get("/O", "")), ()))


def _kids(element: DictionaryObject) -> list[PdfObject]:
    raw = element.raw_get("/K") if "/K" in element else None
    value = raw.get_object() if isinstance(raw, IndirectObject) else raw
    return list(value) if isinstance(value, ArrayObject) else [raw] if raw is not None else []
