"""The parts of a Word file (.docx), opened with care: an archive of XML, of which no more is unpacked than notes have, and nothing that it refers to is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from packbuilder.archives import BROKEN
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_BROKEN = (*BROKEN, OSError, ValueError, LookupError, ElementTree.ParseError)
"""What reading an archive of somebody else's, and XML in it, may raise."""
_LARGEST = 24 * 1024 * 1024
"""Bytes of a part: a book of five hundred pages has half of that."""
_NUMBER = regex(r"-?[0-9]{1,6}")
_MEASURE = regex(r"(-?[0-9]{1,5}(?:\.[0-9]{1,4})?)(mm|cm|in|pt|pc|pi)")
_UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pt": 20, "pc": 240, "pi": 240}
"""Units of distances in twentieths of a point."""
_DEEPEST = 100
"""Elements within one another: tables in boxes in tables have forty."""

SAVE = "Save it as a Word file (.docx), as plain text (.txt) or as a web page (.htm), and name that."
_REPAIR = "Open it in Word, and save it anew (File, Save As)."
_OTHERS = (
    ("xl/workbook.xml", "an Excel workbook", "Copy what is to be read into a Word file or a text (.txt)."),
    ("ppt/presentation.xml", "a PowerPoint presentation", "Copy what is to be read into a Word file or a text (.txt)."),
    ("content.xml", "an OpenDocument file", SAVE),
    ("Index/Document.iwa", "a file of Pages", SAVE),
    ("META-INF/container.xml", "an e-book (EPUB)", "Copy what is to be read into a Word file or a text (.txt)."),
)
"""Packed files that are no Word files, by a part that they have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is read of a Word file: its text, its styles, lists, footnotes and endnotes, where it has such, and the addresses of its links by their ids."""

    document: Element
    styles: Element
    numbering: Element
    footnotes: Element
    endnotes: Element
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """Why a file is not read, and what to do."""

    message: str
    remedy: str


class _TooLargeError(ValueError):
    """A part that unpacks to more than notes have."""


class _Careful(ElementTree.TreeBuilder):
    """Builds a tree of XML that declares nothing (entities may grow without end) and has no depth without an end."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, name: str, *_: str | None) -> None:
        raise ElementTree.ParseError(name)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ElementTree.ParseError(tag)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def parts_of(data: bytes) -> Parts | Unreadable:
    """Open a Word file."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            main = _main(archive, names)
            if main not in names:
                return next(
                    (_other(called, remedy) for name, called, remedy in _OTHERS if name in names), _other("a packed file (ZIP)", SAVE)
                )
            related = _related(archive, main, names)
            of_kind = {kind: target for kind, target, outside in related.values() if not outside}
            kinds = ("styles", "numbering", "footnotes", "endnotes")
            others = {kind: _part(archive, of_kind.get(kind, ""), names) for kind in kinds}
            links = {each: target for each, (kind, target, outside) in related.items() if kind == "hyperlink" and outside}
            return Parts(document=_part(archive, main, names), **others, links=links)
    except _TooLargeError:
        size = _LARGEST // 1024 // 1024
        return Unreadable(
            message=f"a part of this Word file unpacks to more than {size} MB, which no notes have", remedy="Divide it: a file a topic."
        )
    except _BROKEN:
        return Unreadable(message="this Word file is damaged and cannot be read", remedy=_REPAIR)


def _other(called: str, remedy: str) -> Unreadable:
    return Unreadable(message=f"this is {called}, and no Word file or plain text", remedy=remedy)


def local(node: Element) -> str:
    """Return the name of an element without its namespace, which differs between the two editions of the standard."""
    return str(node.tag).rpartition("}")[2]


def given(node: Element | None, name: str) -> str | None:
    """Return an attribute by its name without a namespace; None where there is none."""
    if node is None:
        return None
    return next((value for key, value in node.attrib.items() if key.rpartition("}")[2] == name), None)


def number(node: Element | None, name: str = "val", otherwise: int = 0) -> int:
    """Return an attribute that is a whole number of ordinary size."""
    text = given(node, name)
    return int(text) if text is not None and _NUMBER.fullmatch(text) else otherwise


def twentieths(node: Element | None, name: str) -> int:
    """Return a distance in twentieths of a point; with a unit, as the stricter edition of the format writes it, or without."""
    found = _MEASURE.fullmatch(given(node, name) or "")
    return round(float(found[1]) * _UNITS[found[2]]) if found else number(node, name)


def child(node: Element | None, *path: str) -> Element | None:
    """Return the first element on a path of names below another one."""
    for name in path:
        node = next((each for each in node if local(each) == name), None) if node is not None else None
    return node


def _main(archive: ZipFile, names: frozenset[str]) -> str:
    """Return the name of the part that holds the text, as far as it is a Word file's."""
    found = _relations(archive, "_rels/.rels", names)
    main = next((normpath(target.lstrip("/")) for kind, target, _ in found.values() if kind == "officeDocument"), "word/document.xml")
    return main if main.startswith("word/") else ""


def _related(archive: ZipFile, main: str, names: frozenset[str]) -> dict[str, tuple[str, str, bool]]:
    folder = dirname(main)
    found = _relations(archive, join(folder, "_rels", main.rpartition("/")[2] + ".rels"), names)
    return {
        each: (kind, target if outside else normpath(join("/", folder, target)).lstrip("/"), outside)
        for each, (kind, target, outside) in found.items()
    }


def _relations(archive: ZipFile, name: str, names: frozenset[str]) -> dict[str, tuple[str, str, bool]]:
    """Return what a part refers to, by its id: of which kind, its address, and whether it lies outside the file."""
    return {
        each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], each.get("Target", ""), each.get("TargetMode") == "External")
        for each in _part(archive, name, names)
    }


def _part(archive: ZipFile, name: str, names: frozenset[str]) -> Element:
    """Return a part's root; an empty one where there is no such part."""
    if name not in names:
        return Element("none")
    with archive.open(name) as part:
        data = part.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _TooLargeError(name)
    parser = ElementTree.XMLParser(target=_Careful())  # noqa: S314  # expat has no network; size, depth and declarations are bounded above
    parser.feed(data)
    root: Element = parser.close()
    return root
