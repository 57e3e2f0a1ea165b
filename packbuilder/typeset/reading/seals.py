"""The seal of a finished file, taken from the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from packbuilder.patterns import regex
from packbuilder.typeset.fragments import number
from packbuilder.typeset.objects import LITERAL, escaped
from packbuilder.typeset.page_seals import NOWHERE
from packbuilder.typeset.reading.fonts import FontRead, resources
from packbuilder.typeset.reading.tree import Element
from packbuilder.typeset.reading.values import array_of
from packbuilder.typeset.seals import (
    Placed,
    box_words,
    destination_words,
    digest_of,
    figure_words,
    font_digest,
    link_words,
    page_words,
    place_words,
    placed_element,
    sealed_element,
)

_STRING = regex(LITERAL + rb"|(?<!<)<([0-9A-Fa-f\s\0]*)>(?!>)", re.DOTALL)
_ESCAPED = regex(rb"\\([0-7]{1,3}|.)", re.DOTALL)
"""A string, in brackets or as hexadecimal digits, and an escape in brackets: `( \\))`."""

_NO_DIGIT = b" \t\n\f\r\v\0"

_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


def sealed_elements(tree: Element | None) -> Iterator[Placed]:
    """Yield a tree's elements in reading order, the Document or Documents lying at depth 0."""
    if tree is None:
        return
    for top in tree.children if tree.role == "StructTreeRoot" else (tree,):
        yield from _elements(top, 0)


def _elements(element: Element, depth: int) -> Iterator[Placed]:
    sealed = sealed_element(
        role=element.role,
        name=element.name,
        alt=element.alt,
        actual=element.actual,
        described=element.described,
        field=element.field,
        language=element.language,
        scope=element.scope,
        columns=element.columns,
        numbering=element.numbering,
    )
    page = element.contents[0].page - 1 if element.contents else NOWHERE
    yield Placed(page, placed_element(depth, sealed, [place_words(content.page - 1, content.mcid) for content in element.contents]))
    for child in element.children:
        yield from _elements(child, depth + 1)


def sealed_figures(tree: Element | None) -> Iterator[str]:
    """Yield what a seal says of each figure that says where it stands."""
    for each in tree.find(role="Figure") if tree else ():
        if each.box:
            yield figure_words(each.alt, map(number, each.box))


def sealed_pages(pages: Sequence[PageObject]) -> Iterator[str]:
    """Yield what a seal says of each page."""
    for page in pages:
        edges = [number(float(each)) for box in (page.mediabox, page.trimbox, page.bleedbox) for each in box]
        yield page_words(box_words(edges), digest_of(_in_brackets(_painted(page.get("/Contents")))), str(page.get("/Tabs", ""))[1:])


def _painted(value: PdfObject | None) -> bytes:
    found = value.get_object() if value is not None else None
    if isinstance(found, ArrayObject):
        return b"\n".join(_painted(each) for each in found)
    return found.get_data() if isinstance(found, StreamObject) else b""


def _in_brackets(painted: bytes) -> bytes:
    """Return what a page paints with its strings as packbuilder writes them, `( ")`: qpdf writes some of them anew, as `<2022>`, which paints the same."""
    return _STRING.sub(_written, painted)


def _written(string: re.Match[bytes]) -> bytes:
    literal, digits = string.groups()
    if literal is None:
        bare = digits.translate(None, _NO_DIGIT)
        even = bare + b"0" * (len(bare) % 2)
        return b"(%s)" % escaped(bytes.fromhex(even.decode("ascii")))
    return b"(%s)" % escaped(_ESCAPED.sub(_meant, literal)) if b"\\" in literal else string[0]


def _meant(escaped: re.Match[bytes]) -> bytes:
    """Return the byte that an escape in a string stands for: `\\051` and `\\)` for a bracket."""
    sign = escaped[1]
    return bytes((int(sign, 8) & 255,)) if sign.isdigit() else _SIGNS.get(sign, sign)


def sealed_links(pages: Sequence[DictionaryObject], numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield what a seal says of each annotation; `numbers` are page indices by object number."""
    for index, page in enumerate(pages):
        for raw in array_of(page.get("/Annots")):
            annotation = raw.get_object()
            if not isinstance(annotation, DictionaryObject):
                continue
            box = [number(float(str(each))) for each in array_of(annotation.get("/Rect"))]
            yield link_words(index, box, str(annotation.get("/Contents", "")), _target(annotation, numbers))


def _target(annotation: DictionaryObject, numbers: Mapping[int, int]) -> str:
    place = array_of(annotation.get("/Dest"))
    if place and isinstance(place[0], IndirectObject):
        x, y, *_ = (*((float(each) if isinstance(each, int | float) else None) for each in place[2:4]), None, None)
        return destination_words(numbers.get(place[0].idnum, -1), x, y)
    action = annotation.get("/A")
    found = action.get_object() if action is not None else None
    return str(found.get("/URI", found.get("/D", ""))) if isinstance(found, DictionaryObject) else ""


def sealed_fonts(pages: Sequence[DictionaryObject], fonts: Mapping[int, FontRead]) -> dict[str, str]:
    """Return the hash of each font by the name that pages know it by; two under one name stand for none."""
    found: dict[str, str] = {}
    for page in pages:
        for name, raw in resources(page, "/Font"):
            if isinstance(raw, IndirectObject) and raw.idnum in fonts:
                _put(found, name, _digest(fonts[raw.idnum]))
    return found


def _put(found: dict[str, str], name: str, digest: str) -> None:
    found[name] = digest if found.get(name, digest) == digest else "several"


def _digest(font: FontRead) -> str:
    return font_digest(font.base, font.texts or {}, font.widths, font.glyphs, font.program, cmap=font.cmap, metrics=font.metrics)
