"""Reading a finished PDF back, with code that did not write it: what `verify` and the tests compare with a Document."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.constants import UserAccessPermissions as May
from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError, PyPdfError
from pypdf.generic import BooleanObject, Destination, DictionaryObject, RectangleObject, StreamObject

from packbuilder.errors import PackbuilderError
from packbuilder.typeset.metadata import CREATOR, RECORD_PREFIX, SEAL_ENTRY, record_key
from packbuilder.typeset.reading.additions import additions
from packbuilder.typeset.reading.consistency import tagging_faults
from packbuilder.typeset.reading.font_words import miscopied
from packbuilder.typeset.reading.fonts import FontRead, Fonts
from packbuilder.typeset.reading.link_places import exchanged_links
from packbuilder.typeset.reading.marked_content import PageContent, page_content
from packbuilder.typeset.reading.operations import with_content
from packbuilder.typeset.reading.pictures import Pictures, pictures_of
from packbuilder.typeset.reading.seals import sealed_elements, sealed_figures, sealed_fonts, sealed_links, sealed_pages
from packbuilder.typeset.reading.stray_bytes import stray_bytes
from packbuilder.typeset.reading.tree import Element, read_tree
from packbuilder.typeset.reading.values import array_of, data_of, dictionary_of
from packbuilder.typeset.reading.xmp import xmp_values
from packbuilder.typeset.seals import Seal, SealedFile, bookmark_words, destination_words, from_text, place_words, sealed_document
from packbuilder.typeset.sides import Box
from packbuilder.values import dataclass, replace

__all__ = ["Bookmark", "Element", "ReadBack", "UnreadablePdfError", "read_back"]

# What is wrong with a file is said here, in our words; pypdf would write its own to the screen.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

# What a file that breaks the rules of PDF makes pypdf raise, which believes what files say of themselves.
BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, NotImplementedError,
    RecursionError, OverflowError, EOFError, zlib.error,
)  # fmt: skip


_STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot "
    "Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form".split()
)
"""Kinds of elements that every reader knows (ISO 32000-1, 14.8.4)."""

_DEEPEST = 50
"""A page under more nodes than this is under a loop."""

_OLDEST = 2
"""The revision of encryption whose flags do not tell screen readers from copying."""


class UnreadablePdfError(PackbuilderError):
    """A file that is not a PDF, is broken, or needs a password."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} cannot be read as a PDF: {reason}", hints=("Ask for a copy that is whole and opens without a password.",))
        self.name = name


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its level, from 1, its words, the page it leads to, from 1 (0: nowhere), and the point on it, as far as it says one."""

    level: int
    words: str
    page: int
    x: float | None = None
    y: float | None = None

    @property
    def sealed(self) -> str:
        """The bookmark as a seal sees it."""
        return bookmark_words(self.level, self.words, destination_words(self.page - 1, self.x, self.y))


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What a file that is encrypted lets those do who open it; `screen_readers`: they may have its words."""

    encrypted: bool = False
    screen_readers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What a file holds. `record` is packbuilder's own metadata; `tree` is None where the file is not tagged.

    `pages` are the pages' text by pypdf, furniture included. `faults` are contradictions between the pages and the
    structure tree, one sentence each; a file of packbuilder's has none. `labels` are the page labels, and `trims` what is left of
    each page once it is cut (left, bottom, right, top). `contents` are what the pages of a tagged file paint, and `fonts` what they embed.
    `marked`: it says that it is tagged. `title_shown`: a viewer shows the title and not the file's name; `untabbed` are the pages, from 1, that do not say that the tab key
    follows the structure. `additions` are what packbuilder never writes, one sentence each: to be looked at in a file of its own. `seal` is to be compared with the one that was taken when the file was made: that
    of a manifest, or `own_seal`, which the file says of itself (empty: it says none). `protection` is what who opens the file may do. `remapped` are kinds of elements that it has taken for others.
    """

    pages: tuple[str, ...]
    info: Mapping[str, str] = field(default_factory=dict)
    record: Mapping[str, str] = field(default_factory=dict)
    xmp: str = ""
    language: str = ""
    outline: tuple[Bookmark, ...] = ()
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    annotations: tuple[tuple[int, str], ...] = ()
    tree: Element | None = None
    faults: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    trims: tuple[Box, ...] = ()
    contents: tuple[PageContent, ...] = ()
    fonts: tuple[FontRead, ...] = ()
    title_shown: bool = False
    untabbed: tuple[int, ...] = ()
    marked: bool = True
    additions: tuple[str, ...] = ()
    seal: Seal = field(default_factory=dict)
    own_seal: Seal = field(default_factory=dict)
    protection: Protection = field(default_factory=Protection)
    remapped: tuple[tuple[str, str], ...] = ()

    @property
    def ours(self) -> bool:
        """Whether packbuilder made the file, by its own word."""
        return self.info.get("Creator") == CREATOR


def read_back(data: bytes, *, name: str = "the file") -> ReadBack:
    """Read a PDF. `name` is what errors call it. Raises `UnreadablePdfError` for one that cannot be read."""
    if b"%PDF-" not in data[:1024]:
        raise UnreadablePdfError(name, "it does not begin with %PDF-")
    try:
        reader = PdfReader(BytesIO(data))
        read = _read(reader)
        return replace(read, additions=(*read.additions, *stray_bytes(data, reader))) if read.tree and read.ours else read
    except BROKEN as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: Exception) -> UnreadablePdfError:
    """Return what to say of a file that pypdf could not read, in words for who has it before them."""
    if isinstance(error, FileNotDecryptedError):
        return UnreadablePdfError(name, "it needs a password, so that nobody without it can read it, and no screen reader")
    if isinstance(error, DependencyError):
        return UnreadablePdfError(name, "it is encrypted in a way that is not known here")
    # What our own program stumbles over says nothing to who has the file before them.
    told = f" (in the words of the program that reads it: {error})" if isinstance(error, PyPdfError) and str(error) else ""
    return UnreadablePdfError(name, f"it is damaged, or a part of it is missing{told}")


def _read(reader: PdfReader) -> ReadBack:
    pages = list(reader.pages)
    if sizeless := [number for number, page in enumerate(pages, 1) if not _has_size(page)]:
        raise PdfReadError(f"page {sizeless[0]} has no size: its MediaBox is no rectangle")
    catalog = reader.root_object
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(pages) if page.indirect_reference}
    fonts: Fonts = {}
    pictures: Pictures = {}
    contents, texts = _read_contents(pages, fonts, pictures, tagged="/StructTreeRoot" in catalog)
    tree, claims, objects = read_tree(catalog, numbers, contents)
    info = {key.removeprefix("/"): str(value) for key, value in (reader.metadata or {}).items()}
    own = from_text(info.pop(SEAL_ENTRY, ""))
    raw = catalog.get("/Metadata")
    packet = raw.get_object() if raw is not None else None
    xmp = packet.get_data() if isinstance(packet, StreamObject) else b""
    language = str(catalog.get("/Lang", ""))
    outline = tuple(_bookmarks(reader, reader.outline, 1))
    title_shown = _shows_title(catalog)
    shown = {name: digest for page in pages for name, digest in pictures_of(page, pictures).items()}
    return ReadBack(
        pages=texts,
        info=info,
        record={record_key(key): info[key] for key in info if key.startswith(RECORD_PREFIX)},
        xmp=xmp.decode("utf-8", "replace"),
        language=language,
        outline=outline,
        attachments={key: each for key, files in reader.attachments.items() for each in files},
        annotations=tuple(_annotations(pages)),
        tree=tree,
        faults=(*tagging_faults(catalog, pages, contents, claims, objects), *exchanged_links(tree)) if tree else (),
        labels=tuple(reader.page_labels),
        trims=tuple(_box(page.trimbox) for page in pages),
        contents=contents,
        fonts=tuple(fonts[number] for number in sorted(fonts)),
        title_shown=title_shown,
        marked=dictionary_of(catalog.get("/MarkInfo")).get("/Marked") == True,  # noqa: E712  # pypdf's own value
        additions=(*additions(reader, pages), *_odd(contents), *miscopied(fonts.values())) if tree else (),
        seal=SealedFile(
            document=sealed_document(
                language,
                info,
                xmp_values(xmp),
                reader.page_labels,
                title_shown=title_shown,
                duplex=_duplex(catalog),
                profile=_profile(catalog),
            ),
            elements=sealed_elements(tree),
            order=[place_words(index, mcid) for index, mcid, _, _ in claims],
            pages=tuple(sealed_pages(pages)),
            links=tuple(sealed_links(pages, numbers)),
            bookmarks=[mark.sealed for mark in outline],
            fonts=sealed_fonts(pages, fonts),
            pictures=shown,
            figures=tuple(sealed_figures(tree)),
        ).seal(),
        own_seal=own,
        protection=_protection(reader),
        remapped=_remapped(catalog),
        untabbed=tuple(number for number, page in enumerate(pages, 1) if page.get("/Tabs") != "/S"),
    )


def _read_contents(
    pages: Sequence[PageObject], fonts: Fonts, pictures: Pictures, *, tagged: bool
) -> tuple[tuple[PageContent, ...], tuple[str, ...]]:
    """Return what the pages of a tagged file paint, and the text of all pages; each is taken apart once, and forgotten before the next."""
    contents, texts = [], []
    for page in map(with_content, pages):
        if tagged:
            contents.append(page_content(page, fonts, pictures))
        texts.append(page.extract_text())
    return tuple(contents), tuple(texts)


def _has_size(page: DictionaryObject) -> bool:
    """Whether a page says how large it is, itself or by what is above it."""
    held, seen = page, 0
    while "/MediaBox" not in held and "/Parent" in held and seen < _DEEPEST:
        held, seen = dictionary_of(held.get("/Parent")), seen + 1
    edges = [each.get_object() for each in array_of(held.get("/MediaBox"))]
    return len(edges) == 4 and all(isinstance(each, int | float) for each in edges)


def _remapped(catalog: DictionaryObject) -> tuple[tuple[str, str], ...]:
    """Return the kinds of elements that a file has taken for others: those that every reader knows, and any that are to be no content."""
    mapped = dictionary_of(dictionary_of(catalog.get("/StructTreeRoot")).get("/RoleMap"))
    pairs = ((str(key)[1:], str(value)[1:]) for key, value in mapped.items())
    return tuple((role, other) for role, other in pairs if role != other and (role in _STANDARD or other == "Artifact"))


def _shows_title(catalog: DictionaryObject) -> bool:
    preferences = catalog.get("/ViewerPreferences", DictionaryObject()).get_object()
    shown = preferences.get("/DisplayDocTitle") if isinstance(preferences, DictionaryObject) else None
    return isinstance(shown, BooleanObject) and bool(shown.value)


def _duplex(catalog: DictionaryObject) -> str:
    """Return how printers are told to turn paper."""
    return str(dictionary_of(catalog.get("/ViewerPreferences")).get("/Duplex", ""))[1:]


def _profile(catalog: DictionaryObject) -> bytes:
    """Return the profile of an archival file's colours."""
    return b"".join(data_of(dictionary_of(each).get("/DestOutputProfile")) for each in array_of(catalog.get("/OutputIntents")))


def _protection(reader: PdfReader) -> Protection:
    """Return what a file allows who opens it. The oldest encryption has one flag for copying and for screen readers (ISO 32000-1, table 22)."""
    if not reader.is_encrypted:
        return Protection()
    rules = dictionary_of(reader.trailer.get("/Encrypt"))
    needed = May.EXTRACT if rules.get("/R") == _OLDEST else May.EXTRACT_TEXT_AND_GRAPHICS
    return Protection(encrypted=True, screen_readers=bool(int(str(rules.get("/P", 0))) & needed))


_ODD = {
    "None": "a part of what is painted is marked as nothing, or as a layer that can be hidden",
    "BMC": "a part of what is painted is marked without a tag",
    "W": "a part of what is painted is cut away",
    "W*": "a part of what is painted is cut away",
    "sh": "a shading is painted over it",
    "gs": "a part of it is painted through something",
    "BI": "a picture is painted straight on to it",
    "MP": "a place on it is marked",
    "DP": "a place on it is marked",
    "d0": "it says how wide a letter is",
}
"""What operators of PDF do to a page, in words, by their names."""


def _odd(contents: Sequence[PageContent]) -> Iterator[str]:
    for number, content in enumerate(contents, 1):
        for each in sorted(content.odd):
            if each in _ODD:
                yield f"page {number}: {_ODD[each]}, as packbuilder never does"
            else:
                yield f"page {number}: its content has {each.removeprefix('/')}, which packbuilder never writes"


def _box(box: RectangleObject) -> Box:
    left, bottom, right, top = (float(each) for each in box)
    return (left, bottom, right, top)


def _bookmarks(reader: PdfReader, entries: Sequence[object], level: int) -> Iterator[Bookmark]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)
        elif isinstance(entry, Destination):
            page = reader.get_destination_page_number(entry)
            x, y = (float(each) if isinstance(each, int | float) else None for each in (entry.left, entry.top))
            yield Bookmark(level, str(entry.title), 0 if page is None else page + 1, x, y)


def _annotations(pages: Sequence[DictionaryObject]) -> Iterator[tuple[int, str]]:
    """Yield the page, from 1, and the contents of each annotation."""
    for number, page in enumerate(pages, 1):
        raw = page.get("/Annots")
        listed = raw.get_object() if raw is not None else ()
        for each in listed if isinstance(listed, list) else ():
            annotation = each.get_object()
            if isinstance(annotation, DictionaryObject):
                yield number, str(annotation.get("/Contents", ""))
