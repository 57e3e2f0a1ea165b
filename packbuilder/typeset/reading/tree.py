"""Reading a structure tree back: the elements of a finished file with their text, as a screen reader would meet them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

from packbuilder.typeset.reading.canvas import Shown
from packbuilder.typeset.reading.marked_content import PageContent, Stroke
from packbuilder.typeset.reading.values import dictionary_of
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass

_DEEPEST = 200
"""Nesting beyond this is taken for a loop in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a link leads: a page, from 1, and a point on it (`y` above its foot); or an address. `words` describe it.

    It can be clicked in `box` on page `on`.
    """

    page: int = 0
    y: float = 0.0
    x: float = 0.0
    address: str = ""
    words: str = ""
    on: int = 0
    box: Box = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of an element's own marked content: its page, from 1, its MCID, its pieces of text, and an answer space's lines and boxes.

    `place` is where its painting begins; None where it paints nothing.
    """

    page: int
    mcid: int
    place: tuple[float, float] | None
    pieces: tuple[Shown, ...]
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A structure element.

    `name` is packbuilder's role for it (`question`, `credit` ...). `text` is all the text in the element, that of its
    children included, in reading order; `own` is the text of its own marked content; `before` what is read before each child that holds
    no text, such as a gap. `page` is that of its first
    content, from 1; 0 where it has none. `place` is where that content begins, in points from the page's lower left corner.
    `targets` are a link's, one an annotation. `contents` are the element's own, in order. `pictures` are the hashes of the pictures that
    they show. `described` is what the form of an answer space says of it, and `field` of what kind it is. `box` is where a figure is said to stand.
    """

    role: str
    name: str = ""
    text: str = ""
    own: str = ""
    before: tuple[str, ...] = ()
    alt: str = ""
    actual: str = ""
    language: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1
    numbering: str = ""
    page: int = 0
    place: tuple[float, float] = (0.0, 0.0)
    children: tuple[Element, ...] = ()
    targets: tuple[Target, ...] = ()
    contents: tuple[Content, ...] = ()
    pictures: tuple[str, ...] = ()
    described: str = ""
    field: str = ""
    box: Box | None = None

    def walk(self) -> Iterator[Element]:
        """Yield the element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(each.children))

    def find(self, *, role: str = "", name: str = "") -> tuple[Element, ...]:
        """Return the elements of a role, of a name, or of both."""
        return tuple(each for each in self.walk() if role in ("", each.role) and name in ("", each.name))


Claim: TypeAlias = tuple[int, int, int, str]
"""An element's claim to marked content: page index, MCID, the element's object number, its role."""

ObjectClaim: TypeAlias = tuple[int, PdfObject]
"""An element's claim to an annotation: the index of the page that it is said to stand on, and the reference to it."""


@dataclass(slots=True)
class _Reader:
    """What reading needs to know, and what the tree has claimed: marked content, and annotations (`objects`). `named` are destinations by name."""

    pages: Mapping[int, int]
    contents: Sequence[PageContent]
    classes: DictionaryObject
    claims: list[Claim]
    objects: list[ObjectClaim]
    named: Mapping[str, PdfObject]


def read_tree(
    catalog: DictionaryObject, pages: Mapping[int, int], contents: Sequence[PageContent]
) -> tuple[Element | None, tuple[Claim, ...], tuple[ObjectClaim, ...]]:
    """Return the structure tree's top element (a `Document`, or `StructTreeRoot` around several) and all claims, to content and annotations.

    `pages` are page indices by object number. Without a tree: None. Raises `ValueError` for a tree that never ends.
    """
    root = dictionary_of(catalog.get("/StructTreeRoot"))
    if not root:
        return None, (), ()
    named = {str(key): value for key, value in dictionary_of(catalog.get("/Dests")).items()}
    named.update(_names(dictionary_of(catalog.get("/Names")).get("/Dests")))
    reader = _Reader(pages, contents, dictionary_of(root.get("/ClassMap")), [], [], named)
    tops = [_element(kid, reader, 0) for kid in _kids(root) if dictionary_of(kid)]
    claims, objects = tuple(reader.claims), tuple(reader.objects)
    if len(tops) == 1:
        return tops[0], claims, objects
    text = "".join(top.text for top in tops)
    return Element(role="StructTreeRoot", text=text, children=tuple(tops)), claims, objects


def _element(raw: PdfObject, reader: _Reader, depth: int) -> Element:
    if depth > _DEEPEST:
        raise ValueError("the structure tree never ends")
    source = dictionary_of(raw)
    number = raw.idnum if isinstance(raw, IndirectObject) else 0
    role = _text(source.get("/S"))[1:]
    page = _page_index(source, reader)
    pieces: list[str] = []
    own: list[str] = []
    before: list[str] = []
    children: list[Element] = []
    targets: list[Target] = []
    contents: list[Content] = []
    pictures: list[str] = []
    first = -1
    place = (0.0, 0.0)
    for kid in _kids(source):
        value = kid.get_object()
        entry = dictionary_of(kid)
        if entry and entry.get("/Type") == "/OBJR":
            reader.objects.append((_page_index(entry, reader, page), entry.raw_get("/Obj")))
            targets += _targets(dictionary_of(entry.get("/Obj")), reader, _page_index(entry, reader, page) + 1)
        elif isinstance(value, int) or (entry and entry.get("/Type") == "/MCR"):
            where = _page_index(entry, reader, page) if entry else page
            mcid = int(entry["/MCID"]) if entry else int(value)  # type: ignore[call-overload]  # an integer
            reader.claims.append((where, mcid, number, role))
            content = reader.contents[where] if 0 <= where < len(reader.contents) else None
            shown = content.texts.get(mcid, "") if content else ""
            pieces.append(shown)
            own.append(shown)
            if content:
                contents.append(
                    Content(where + 1, mcid, content.places.get(mcid), content.pieces.get(mcid, ()), content.strokes.get(mcid, ()))
                )
                pictures += content.pictures.get(mcid, ())
            if first < 0:
                first, place = where, content.places.get(mcid, place) if content else place
        elif entry:
            child = _element(kid, reader, depth + 1)
            children.append(child)
            if not child.text:
                before.append("".join(pieces))
            pieces.append(child.text)
            if first < 0:
                first, place = child.page - 1, child.place
    attributes = _attributes(source, reader)
    return Element(
        role=role,
        name=attributes.get("role", ""),
        text="".join(pieces),
        own="".join(own),
        before=tuple(before),
        alt=_text(source.get("/Alt")),
        actual=_text(source.get("/ActualText")),
        language=_text(source.get("/Lang")),
        scope=attributes.get("/Scope", "").removeprefix("/"),
        columns=int(attributes.get("/ColSpan", "1")),
        rows=int(attributes.get("/RowSpan", "1")),
        numbering=attributes.get("/ListNumbering", "").removeprefix("/"),
        page=first + 1,
        place=place,
        children=tuple(children),
        targets=tuple(targets),
        contents=tuple(contents),
        pictures=tuple(pictures),
        described=attributes.get("/Desc", ""),
        field=(attributes.get("/Role", "") + attributes.get("/checked", "")).replace("/", " ").strip(),
        box=_box(source) if role == "Figure" else None,
    )


def _box(source: DictionaryObject) -> Box | None:
    """Return where an element is said to stand, by attributes of its own."""
    for owner in map(dictionary_of, _listed(source.get("/A"))):
        edges = [float(each) for each in _listed(owner.get("/BBox")) if isinstance(each, int | float)]
        if len(edges) == 4:
            return (edges[0], edges[1], edges[2], edges[3])
    return None


def _attributes(source: DictionaryObject, reader: _Reader) -> dict[str, str]:
    """Return an element's attributes, those of its class included, and its user properties by their names."""
    found: dict[str, str] = {}
    classes = [reader.classes.get(_text(each)) for each in _listed(source.get("/C"))]
    for raw in (*classes, *_listed(source.get("/A"))):
        owner = dictionary_of(raw)
        if owner.get("/O") == "/UserProperties":
            properties = [dictionary_of(each) for each in _listed(owner.get("/P"))]
            found.update((_text(each.get("/N")), _text(each.get("/V"))) for each in properties)
        else:
            found.update((key, _text(value)) for key, value in owner.items())
    return found


def _targets(annotation: DictionaryObject, reader: _Reader, on: int) -> Iterator[Target]:
    rect = [float(str(each)) for each in _listed(annotation.get("/Rect"))]
    box = (rect[0], rect[1], rect[2], rect[3]) if len(rect) == 4 else (0.0, 0.0, 0.0, 0.0)
    action = dictionary_of(annotation.get("/A"))
    words = _text(annotation.get("/Contents"))
    if "/URI" in action:
        yield Target(address=_text(action["/URI"]), words=words, on=on, box=box)
        return
    place = _place(annotation.get("/Dest") or action.get("/D"), reader)
    if place and isinstance(place[0], IndirectObject):
        x, y = (each.get_object() for each in place[2:4]) if len(place) > 3 else (None, None)
        left, height = (float(each) if isinstance(each, int | float) else 0.0 for each in (x, y))
        yield Target(page=reader.pages.get(place[0].idnum, -1) + 1, y=height, x=left, words=words, on=on, box=box)


def _place(value: PdfObject | None, reader: _Reader) -> list[PdfObject]:
    """Return a destination's array, looked up where it is named, as other programs name theirs (ISO 32000-1, 12.3.2.3)."""
    found = value.get_object() if value is not None else None
    if isinstance(found, str | bytes):
        # A name has a solidus, a string none.
        held = reader.named.get(str(found)) if isinstance(found, str) else None
        found = held.get_object() if held is not None else None
    if isinstance(found, DictionaryObject):
        found = found.get("/D")
    return _listed(found)


def _names(node: PdfObject | None, depth: int = 0) -> Iterator[tuple[str, PdfObject]]:
    """Yield the entries of a name tree (ISO 32000-1, 7.9.6)."""
    held = dictionary_of(node)
    flat = _listed(held.get("/Names"))
    yield from ((_text(key), value) for key, value in zip(flat[::2], flat[1::2], strict=False))
    for kid in _listed(held.get("/Kids")) if depth < _DEEPEST else ():
        yield from _names(kid, depth + 1)


def _page_index(source: DictionaryObject, reader: _Reader, otherwise: int = -1) -> int:
    page = source.raw_get("/Pg") if "/Pg" in source else None
    return reader.pages.get(page.idnum, -1) if isinstance(page, IndirectObject) else otherwise


def _kids(source: DictionaryObject) -> list[PdfObject]:
    # The references themselves, not what they refer to: their numbers tell elements apart.
    raw = source.raw_get("/K") if "/K" in source else None
    if raw is None:
        return []
    value = raw.get_object()
    return list(value) if isinstance(value, ArrayObject) else [raw]


def _listed(value: PdfObject | None) -> list[PdfObject]:
    value = value.get_object() if value is not None else None
    if value is None or isinstance(value, NullObject):
        return []
    return list(value) if isinstance(value, ArrayObject) else [value]


def _text(value: PdfObject | None) -> str:
    found = value.get_object() if value is not None else None
    return "" if found is None else str(found)
