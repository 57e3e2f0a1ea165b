"""What a tagged file holds that packbuilder never writes: entries that viewers or screen readers follow, and validators let pass.

All that packbuilder writes is listed, with its values where they are always the same, so that whatever was added, changed or taken out is found without
being thought of: an expansion that is read instead of a text, a page turned round, letters that stand for others, an action when a file is opened. What
has other values from file to file is what seals are taken of (`seals`). Of other people's files this says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject, StreamObject

from packbuilder.typeset.reading.both_ways import contradictions, odd_kids
from packbuilder.typeset.reading.values import array_of, dictionary_of
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class _Kind:
    """What packbuilder writes into dictionaries of a kind.

    `known` are all entries; `must` those that each has, with the value, `limited` those that some have, with the values that there are. Of the others
    seals tell the value, or another check does.
    """

    known: frozenset[str]
    must: Mapping[str, object]
    limited: Mapping[str, tuple[object, ...]]


def _kind(known: str, limited: Mapping[str, tuple[object, ...]] = MappingProxyType({}), **must: object) -> _Kind:
    """Return a kind of dictionary; `known` and `must` have names without their solidus."""
    always = {f"/{key}": value for key, value in must.items()}
    return _Kind(frozenset((*(f"/{key}" for key in known.split()), *limited, *always)), always, limited)


_FILTERS: Final = {"/Filter": ("/FlateDecode",)}
_STREAM: Final = _kind("Length Length1 Length2 DecodeParms", _FILTERS)
_CATALOG: Final = _kind(
    "Pages Lang MarkInfo StructTreeRoot Metadata ViewerPreferences Outlines OutputIntents PageLabels Version Extensions",
    {"/PageMode": ("/UseOutlines",), "/Type": ("/Catalog",)},
)
"""Version and Extensions are what a file that is encrypted or written anew by another program says of its version."""

_VERSIONS: Final = frozenset(("", "/1.7"))
_EXTENSIONS: Final = frozenset(("/ADBE", "/Type"))
_EXTENSION: Final = _kind("Type", {"/ExtensionLevel": (3, 8)}, BaseVersion="/1.7")
"""That of encryption with AES of 256 bits, which comes before the version of PDF that has it."""

_PREFERENCES: Final = _kind("Duplex", {"/PrintScaling": ("/None",), "/PickTrayByPDFSize": (True,)}, DisplayDocTitle=True)
_MARKS: Final = _kind("Marked", {"/UserProperties": (True,)})
_INTENT: Final = _kind("Type DestOutputProfile", S="/GTS_PDFA1", OutputConditionIdentifier="sRGB IEC61966-2.1", Info="sRGB IEC61966-2.1")
_PROFILE: Final = _kind("Length", _FILTERS, N=3)
_METADATA: Final = _kind("Type Length DecodeParms", _FILTERS, Subtype="/XML")
_TREE: Final = _kind("Type Kids Count Parent")
_ROOT: Final = _kind("Type K ParentTree ParentTreeNextKey ClassMap IDTree")
_PAGE: Final = _kind("Type Parent Resources StructParents Annots MediaBox TrimBox BleedBox Contents Tabs")
_TAGGED: Final = {"/Annots", "/StructParents", "/Tabs"}
"""What pages without tags have none of."""

_RESOURCES: Final = _kind("Font XObject ExtGState")
_LINK: Final = _kind("Type Rect Contents StructParent Dest A P F", Subtype="/Link", Border=[0, 0, 0])
_SHOWN: Final = 4
"""The flags of an annotation that is printed, and neither hidden nor locked."""

_ACTION: Final = _kind("Type URI", S="/URI")
_MARK: Final = _kind("Title Parent Prev Next First Last Count Dest")
_ELEMENT: Final = _kind("Type S P Pg K C Alt ActualText Lang A ID")
_DOCUMENT: Final = _kind("Type S P Pg K C Alt ActualText Lang A ID T")
_SPACES: Final = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK")
_IMAGE: Final = _kind(
    "Type Width Height SMask Decode DecodeParms Length",
    {"/Filter": ("/FlateDecode", "/DCTDecode"), "/ColorSpace": _SPACES},
    Subtype="/Image",
    BitsPerComponent=8,
)
_MASK: Final = _kind("Type Width Height DecodeParms Length", _FILTERS, Subtype="/Image", ColorSpace="/DeviceGray", BitsPerComponent=8)
_INVERTED: Final = ["1", "0"] * 4
"""How the inks of a JPEG of Adobe's are read."""

_STATE: Final = _kind("Type", BM="/Multiply")
_FONT: Final = _kind("Type BaseFont DescendantFonts ToUnicode", Subtype="/Type0", Encoding="/Identity-H")
_BELOW: Final = _kind(
    "Type BaseFont FontDescriptor CIDToGIDMap W",
    Subtype="/CIDFontType2",
    DW=0,
    CIDSystemInfo={"/Registry": "Adobe", "/Ordering": "Identity", "/Supplement": 0},
)
_DESCRIPTOR: Final = _kind("Type FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV FontFile2")
_CODES: Final = _kind(
    "Type FontBBox FirstChar LastChar Widths Encoding CharProcs ToUnicode", Subtype="/Type3", FontMatrix=[1, 0, 0, 1, 0, 0], Resources={}
)
"""The font of the codes on candidates' own copies."""

_ATTRIBUTES: Final = {
    "/Table": _kind("O Scope ColSpan"),
    "/PrintField": _kind("O Role checked Desc"),
    "/List": _kind("O ListNumbering"),
    "/Layout": _kind("O BBox", Placement="/Block"),
    "/UserProperties": _kind("O P"),
}
_PROPERTY: Final = _kind("V", N="role")
_NONE: Final = _kind("")

_FOR_ONE: Final = " – "
"""What stands between a document's title and the number of the candidate whose copy it is."""

_QUOTED: Final = 60
"""So many characters of what somebody wrote are told."""

_DEEPEST: Final = 20
"""A tree of pages that is nested deeper is taken for a loop in the file."""


def additions(reader: PdfReader, pages: Sequence[DictionaryObject]) -> tuple[str, ...]:
    """Return what was added to a tagged file, changed or taken out, one sentence each."""
    catalog = reader.root_object
    root = dictionary_of(catalog.get("/StructTreeRoot"))
    marks = dictionary_of(catalog.get("/MarkInfo"))
    intents = [dictionary_of(each) for each in array_of(catalog.get("/OutputIntents"))]
    return (
        *(("the file is encrypted, as packbuilder encrypts only print runs with a password",) if reader.is_encrypted else ()),
        *_others("the file", catalog, _CATALOG),
        *_others("its preferences for viewers", dictionary_of(catalog.get("/ViewerPreferences")), _PREFERENCES),
        *_others("the structure tree", root, _ROOT),
        *(() if marks.get("/Marked") == True else ("the file does not say that it is tagged",)),  # noqa: E712  # pypdf's own value
        *_others("what the file says of its tags", marks, _MARKS),
        *_others("its metadata", dictionary_of(catalog.get("/Metadata")), _METADATA),
        *(each for intent in intents for each in _others("what it says of its colours", intent, _INTENT)),
        *(each for intent in intents for each in _of_stream("the profile of its colours", intent.get("/DestOutputProfile"), _PROFILE)),
        *_of_page_tree(catalog.get("/Pages")),
        *_of_pages(pages),
        *_of_bookmarks(dictionary_of(catalog.get("/Outlines")).get("/First")),
        *file_additions(reader),
        *_of_elements(root, str(dictionary_of(reader.trailer.get("/Info")).get("/Title", ""))),
        *contradictions(catalog, pages),
    )


def file_additions(reader: PdfReader) -> tuple[str, ...]:
    """Return what was added to what a file says of its version."""
    catalog, extensions = reader.root_object, dictionary_of(reader.root_object.get("/Extensions"))
    version = str(catalog.get("/Version", ""))
    return (
        *((f"the file says that it is of version {version[1:]}, which packbuilder never says",) if version not in _VERSIONS else ()),
        *_unknown("what the file says of extensions", extensions, _EXTENSIONS),
        *(each for raw in extensions.values() for each in _others("an extension of the file", dictionary_of(raw), _EXTENSION)),
    )


def untagged_additions(reader: PdfReader, pages: Sequence[DictionaryObject]) -> tuple[str, ...]:
    """Return what was added to a file without tags, one sentence each."""
    catalog = reader.root_object
    return (
        *file_additions(reader),
        *_unknown("the file", catalog, _CATALOG.known - {"/StructTreeRoot", "/MarkInfo"}),
        *_unknown("its preferences for viewers", dictionary_of(catalog.get("/ViewerPreferences")), {*_PREFERENCES.known, "/NumCopies"}),
        *(each for number, page in enumerate(pages, 1) for each in _unknown(f"page {number}", page, _PAGE.known - _TAGGED)),
        *_of_bookmarks(dictionary_of(catalog.get("/Outlines")).get("/First"), whole=True),
    )


def _unknown(what: str, held: DictionaryObject, known: Set[str]) -> Iterator[str]:
    """Yield the entries of a dictionary that packbuilder writes in none of its kind."""
    for key in sorted(held.keys() - known):
        yield f"{what} has the entry {key[1:]}, which packbuilder never writes"


def _others(what: str, held: DictionaryObject, kind: _Kind) -> Iterator[str]:
    """Yield what packbuilder does not write into a dictionary of its kind: entries, and values."""
    yield from _unknown(what, held, kind.known)
    for key, value in kind.must.items():
        if _value(held.get(key)) != value:
            yield f"{what} does not have {_said(value)} as its {key[1:]}, which packbuilder always writes"
    for key, values in kind.limited.items():
        if key in held and _value(held.get(key)) not in values:
            yield f"{what} has another {key[1:]} than {' or '.join(map(_said, values))}, which packbuilder writes"


def _value(raw: object) -> object:
    return raw.get_object() if isinstance(raw, PdfObject) else raw


def _said(value: object) -> str:
    return str(value).removeprefix("/")


def _of_stream(what: str, raw: PdfObject | None, kind: _Kind = _STREAM) -> Iterator[str]:
    """Yield what packbuilder does not write of a stream: that it lies in another file, or is packed in another way."""
    yield from _others(what, dictionary_of(raw), kind)


def _of_page_tree(raw: PdfObject | None, depth: int = 0) -> Iterator[str]:
    """Yield what was added to the nodes over pages, from which these inherit."""
    node = dictionary_of(raw)
    if "/Kids" in node and depth < _DEEPEST:
        yield from _others("what all pages have in common", node, _TREE)
        for kid in array_of(node.get("/Kids")):
            yield from _of_page_tree(kid, depth + 1)


def _of_pages(pages: Sequence[DictionaryObject]) -> Iterator[str]:
    """Yield what was added to pages; what several share is looked at once."""
    seen: set[int] = set()
    for number, page in enumerate(pages, 1):
        what = f"page {number}"
        yield from _others(what, page, _PAGE)
        for each in map(dictionary_of, array_of(page.get("/Annots"))):
            yield from _of_link(f"{what}: a link", each) if each.get("/Subtype") == "/Link" else (f"{what}: {_put_on(each)}",)
        contents = _value(page.get("/Contents"))
        for part in contents if isinstance(contents, ArrayObject) else [page.get("/Contents")]:
            if _new(dictionary_of(part), seen):
                yield from _of_stream(f"{what}: its content", part)
        if _new(resources := dictionary_of(page.get("/Resources")), seen):
            yield from _of_resources(what, resources)


_CALLED: Final = {
    "/Text": "a sticky note",
    "/FreeText": "a text",
    "/Highlight": "a highlight",
    "/Underline": "an underline",
    "/StrikeOut": "a line through its text",
    "/Stamp": "a stamp",
    "/Ink": "a drawing by hand",
    "/Square": "a rectangle",
    "/Widget": "a field of a form",
    "/FileAttachment": "a file",
    "/Redact": "a redaction",
}
"""What viewers call the annotations that people put on pages."""


def _put_on(annotation: DictionaryObject) -> str:
    """Return what somebody put on a page, in words."""
    kind = str(annotation.get("/Subtype", "of no kind"))
    words = " ".join(str(annotation.get("/Contents", "")).split())[:_QUOTED]
    return f"{_CALLED.get(kind, f'an annotation ({_said(kind)})')} was put on it" + (f": “{words}”" if words else "")


def _new(held: DictionaryObject, seen: set[int]) -> bool:
    """Whether a dictionary has not been looked at yet."""
    known = id(held) in seen
    seen.add(id(held))
    return not known


def _of_link(what: str, link: DictionaryObject) -> Iterator[str]:
    yield from _others(what, link, _LINK)
    if link.get("/F") != _SHOWN:
        yield f"{what} is hidden, or not printed"
    yield from _of_place(what, link.get("/Dest"))
    action = dictionary_of(link.get("/A"))
    if action:
        yield from _others(f"what {what} does", action, _ACTION)
    if ("/Dest" in link) == bool(action):
        yield f"{what} does something else than to lead to one place"


def _of_place(what: str, raw: PdfObject | None) -> Iterator[str]:
    """Yield what is said of a place beyond its point: packbuilder leaves the magnification as it is."""
    place = array_of(raw)
    if place and (len(place) != 5 or str(place[1]) != "/XYZ" or not isinstance(_value(place[4]), NullObject)):
        yield f"{what} leads to its place in another way than packbuilder writes"


def _of_resources(what: str, resources: DictionaryObject) -> Iterator[str]:
    yield from _others(f"what {what} is painted with", resources, _RESOURCES)
    for image in map(dictionary_of, dictionary_of(resources.get("/XObject")).values()):
        if image.get("/Subtype") == "/Form":
            yield f"{what}: a drawing of another program's is painted on it (a form XObject), and may say anything"
        else:
            yield from _of_image(f"{what}: a picture", image)
    for state in dictionary_of(resources.get("/ExtGState")).values():
        yield from _others(f"{what}: a state of its graphics", dictionary_of(state), _STATE)
    for raw in dictionary_of(resources.get("/Font")).values():
        font = dictionary_of(raw)
        yield from _of_font(f"{what}: the font {_said(font.get('/BaseFont', 'of its codes')).rpartition('+')[2]}", font)


def _of_font(what: str, font: DictionaryObject) -> Iterator[str]:
    if font.get("/Subtype") == "/Type3":
        yield from _others(what, font, _CODES)
        return
    yield from _others(what, font, _FONT)
    yield from _of_stream(f"{what}, its text", font.get("/ToUnicode"))
    for raw in array_of(font.get("/DescendantFonts")):
        below = dictionary_of(raw)
        descriptor = dictionary_of(below.get("/FontDescriptor"))
        if {below.get("/BaseFont"), descriptor.get("/FontName")} != {font.get("/BaseFont")}:
            yield f"{what} has another name elsewhere"
        yield from _others(what, below, _BELOW)
        yield from _of_stream(f"{what}, its map", below.get("/CIDToGIDMap"))
        yield from _others(what, descriptor, _DESCRIPTOR)
        yield from _of_stream(f"{what}, its letters", descriptor.get("/FontFile2"))


def _of_image(what: str, image: DictionaryObject) -> Iterator[str]:
    yield from _others(what, image, _IMAGE)
    if "/Decode" in image and (
        image.get("/ColorSpace") != "/DeviceCMYK" or [str(each) for each in array_of(image.get("/Decode"))] != _INVERTED
    ):
        yield f"{what} is shown in other colours than it has"
    mask = _value(image.get("/SMask"))
    if isinstance(mask, StreamObject):
        yield from _others(f"{what}, where it shows what is behind it,", mask, _MASK)
        if any(mask.get(key) != image.get(key) for key in ("/Width", "/Height")):
            yield f"{what} is not as large as its mask"


def _of_bookmarks(raw: PdfObject | None, *, whole: bool = False) -> Iterator[str]:
    """Yield what was added to bookmarks, which lead to points or to `whole` pages; none is looked at twice, whatever they say comes next."""
    seen: set[int] = set()
    waiting = [raw]
    while waiting:
        mark = dictionary_of(waiting.pop())
        if mark and id(mark) not in seen:
            seen.add(id(mark))
            yield from _others("a bookmark", mark, _MARK)
            if not whole or [str(each) for each in array_of(mark.get("/Dest"))[1:]] != ["/Fit"]:
                yield from _of_place("a bookmark", mark.get("/Dest"))
            waiting += [mark.get("/Next"), mark.get("/First")]


def _of_elements(root: DictionaryObject, title: str) -> Iterator[str]:
    """Yield what was added to elements and their classes. Only documents have titles: the file's."""
    for each in dictionary_of(root.get("/ClassMap")).values():
        yield from _of_attributes("a class of elements", each)
    seen: set[int] = set()
    known: list[tuple[str, int]] = []
    waiting = [(kid, True, root) for kid in _kids(root)]
    while waiting:
        raw, top, parent = waiting.pop()
        element = dictionary_of(raw)
        if "/S" not in element or id(element) in seen:
            continue
        seen.add(id(element))
        what = f"an element {element['/S']}"[:40].replace("/", "")
        yield from _others(what, element, _DOCUMENT if top else _ELEMENT)
        if top and _value(element.get("/T")) not in (title, title.rpartition(_FOR_ONE)[0]):
            yield f"{what} has another title than the file"
        if dictionary_of(element.get("/P")) is not parent:
            yield f"{what} says that it stands in another element than that in which it stands"
        yield from _of_attributes(what, element.get("/A"))
        yield from (f"{what} {odd}" for odd in odd_kids(element, _kids(element)))
        known += [(str(_value(element["/ID"])), id(element))] if "/ID" in element else []
        waiting += [(kid, False, element) for kid in _kids(element)]

    index = dictionary_of(root.get("/IDTree"))
    if set(index) - {"/Names"} or ("/IDTree" in root) != bool(known) or _by_identity(index) != sorted(known):
        yield "the index of its notes is not that of the notes"


def _by_identity(index: DictionaryObject) -> list[tuple[str, int]]:
    """Return what an index of elements has by their identities, and the elements that these lead to."""
    flat = array_of(index.get("/Names"))
    return [(str(key), id(dictionary_of(element))) for key, element in zip(flat[::2], flat[1::2], strict=False)]


def _of_attributes(what: str, raw: PdfObject | None) -> Iterator[str]:
    for held in map(dictionary_of, array_of(raw)) if isinstance(raw, ArrayObject) else [dictionary_of(raw)]:
        if not held:
            continue
        yield from _others(what, held, _ATTRIBUTES.get(str(held.get("/O", "")), _NONE))
        for each in array_of(held.get("/P")):
            yield from _others(f"{what}, in what packbuilder calls it,", dictionary_of(each), _PROPERTY)


def _kids(element: DictionaryObject) -> list[PdfObject]:
    raw = element.raw_get("/K") if "/K" in element else None
    value = raw.get_object() if isinstance(raw, IndirectObject) else raw
    return list(value) if isinstance(value, ArrayObject) else [raw] if raw is not None else []
