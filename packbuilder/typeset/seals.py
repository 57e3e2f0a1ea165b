"""Seals: what a finished file holds, told in a hash for each aspect.

The writer takes a file's seal from what it is about to write; whoever reads the file takes it from the file. Where the two differ, the
file was changed, and the aspect tells what is to be looked at. Neither needs the sources, nor to compare element by element.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from hashlib import sha256
from itertools import islice
from typing import Final, NamedTuple

from packbuilder.typeset.fragments import number
from packbuilder.typeset.page_seals import EACH_PAGE, FEW_PAGES, PageSeals, is_row
from packbuilder.values import dataclass

Seal = Mapping[str, str]
"""A hash by the name of each aspect, those of `ASPECTS`; by `EACH_PAGE` what tells pages apart, in files of few pages; and by `FORM` how all of it was taken."""

ASPECTS: Mapping[str, str] = {
    "information": "its title, or another entry of what it says of itself (subject, keywords, dates, packbuilder's record)",
    "language": "its language",
    "labels": "its page labels, by which viewers call its pages",
    "metadata": "its metadata in XMP",
    "viewers": "what viewers and printers are told",
    "colours": "the profile of its colours",
    "tags": "the tags of its structure: what is a heading, a list, a table",
    "order": "the order in which it is read",
    "words": "its alternative texts, or the words of formulas and answer spaces",
    "languages": "the languages that its words are marked with",
    "tables": "the scopes or spans of its cells, or how its lists are numbered",
    "pages": "what is painted on its pages, or their size or tab order",
    "links": "its links",
    "bookmarks": "its bookmarks",
    "fonts": "its fonts",
    "pictures": "its pictures",
    "figures": "where its pictures are said to stand",
}
"""What a seal tells apart, each in words."""

FORM: Final = "form"
_FORM: Final = "2"
"""How seals are taken, in one sign: whatever gives another hash for what packbuilder writes alike takes the next. 2: of strings in brackets."""

_OF_DOCUMENT = ("information", "language", "labels", "metadata", "viewers", "colours")

_LENGTH = 16
_TOGETHER = 1024
"""Elements that are hashed at once: one by one takes longer."""

_SEPARATOR = "\x1f"
_APART = "\x1e"


class SealedElement(NamedTuple):
    """A structure element as a seal sees it, a text for each aspect."""

    tag: str
    words: str
    language: str
    cell: str


def sealed_element(
    *, role: str, name: str, alt: str, actual: str, described: str, field: str, language: str, scope: str, columns: int, numbering: str
) -> SealedElement:
    """Return an element as a seal sees it, from what its dictionary says."""
    return SealedElement(f"{role} {name}", _SEPARATOR.join((alt, actual, described, field)), language, f"{scope} {columns} {numbering}")


class SealedTexts(NamedTuple):
    """What is hashed of elements in a row, by aspect: a text an element, told apart as by `apart`."""

    tags: str
    order: str
    words: str
    languages: str
    tables: str


class Placed(NamedTuple):
    """What is hashed of elements in a row that stand on one page, given by its index; `NOWHERE` where they have no content of their own."""

    page: int
    texts: SealedTexts


def placed_element(depth: int, element: SealedElement, content: Sequence[str]) -> SealedTexts:
    """Return what is hashed of an element: how deep it lies in its tree, what it says, and its content (`place_words`)."""
    return SealedTexts(f"{depth} {element.tag}", content_words(content), element.words, element.language, element.cell)


def place_words(page: int | str, mcid: int | str) -> str:
    """Return marked content as a seal sees it: the index of its page, and its MCID."""
    return f"({page}, {mcid})"


def content_words(places: Iterable[str]) -> str:
    """Return marked content in a row as a seal sees it."""
    return f"[{', '.join(places)}]"


def apart(texts: Iterable[str]) -> str:
    """Return texts as one that is hashed as they would be one after the other."""
    return _APART.join(texts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """All that a seal is taken of, each text in an order that the file decides.

    `document` are the aspects of the file as a whole, as `sealed_document` has them. `order` is all marked content (`place_words`) as it is read. `pages` have a text each: boxes, and the hash of what is painted.
    `fonts` and `pictures` are hashes by the names that pages know them by. `figures` may be in any order.
    """

    document: Mapping[str, Sequence[str]]
    elements: Iterable[Placed]
    order: Iterable[str]
    pages: Sequence[str] = ()
    links: Sequence[str] = ()
    bookmarks: Sequence[str] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    figures: Sequence[str] = ()

    def seal(self) -> Seal:
        """Return the file's seal."""
        aspects = {aspect: _Hashing() for aspect in SealedTexts._fields}
        as_read = content_words(self.order)
        aspects["order"].add((as_read,))
        each_page = PageSeals(len(self.pages)) if len(self.pages) <= FEW_PAGES else None
        # Some are hashed at once: of a register of thousands there are tens of thousands.
        elements = iter(self.elements)
        while some := list(islice(elements, _TOGETHER)):
            if each_page is not None:
                for page, texts in some:
                    each_page.elements(page, texts)
            for hashing, column in zip(aspects.values(), zip(*[texts for _, texts in some], strict=True), strict=True):
                hashing.add(column)
        return {
            FORM: _FORM,
            **{aspect: _hash(self.document.get(aspect, ())) for aspect in _OF_DOCUMENT},
            **{aspect: hashing.finish() for aspect, hashing in aspects.items()},
            "pages": _hash(self.pages),
            EACH_PAGE: self._pages(each_page, as_read) if each_page else "",
            "links": _hash(self.links),
            "bookmarks": _hash(self.bookmarks),
            "fonts": _hash([f"{name} {digest}" for name, digest in sorted(self.fonts.items())]),
            "pictures": _hash([f"{name} {digest}" for name, digest in sorted(self.pictures.items())]),
            "figures": _hash(sorted(self.figures)),
        }

    def _pages(self, each_page: PageSeals, as_read: str) -> str:
        each_page.read(as_read)
        for link in self.links:
            each_page.link(int(link.partition(_SEPARATOR)[0]), link)
        return each_page.finish(self.pages)


class _Hashing:
    """A hash over texts that come one after the other, each told apart from the next."""

    def __init__(self) -> None:
        self._digest = sha256()
        self._before = ""

    def add(self, texts: Iterable[str]) -> None:
        """Add texts, one at least."""
        self._digest.update((self._before + _APART.join(texts)).encode("utf-8", "surrogatepass"))
        self._before = _APART

    def finish(self) -> str:
        """Return the hash."""
        return self._digest.hexdigest()[:_LENGTH]


def _hash(texts: Iterable[str]) -> str:
    return sha256(_APART.join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def digest_of(*parts: bytes) -> str:
    """Return the hash of parts, each told apart from the next."""
    return shortened(whole_digest(*parts))


def whole_digest(*parts: bytes) -> str:
    """Return all figures of what `digest_of` has the first of: enough to take parts of the same for the same."""
    digest = sha256()
    for part in parts:
        digest.update(b"%d\n" % len(part))
        digest.update(part)
    return digest.hexdigest()


def shortened(digest: str) -> str:
    """Return as much of a digest as a seal has."""
    return digest[:_LENGTH]


def link_words(page: int, box: Sequence[bytes], words: str, target: str) -> str:
    """Return a link as a seal sees it: the index of its page, its box as numbers are written, its description, where it leads."""
    return _SEPARATOR.join((str(page), box_words(box), words, target))


def bookmark_words(level: int, words: str, place: str) -> str:
    """Return a bookmark as a seal sees it: its level, from 1, and where it leads, as `destination_words` tells it."""
    return f"{level} {words} {place}"


def figure_words(words: str, box: Iterable[bytes]) -> str:
    """Return a figure as a seal sees it: its alternative text, and the edges of where it is said to stand, as numbers are written."""
    return _SEPARATOR.join((words, box_words(box)))


def page_words(boxes: str, painted: str, tabs: str) -> str:
    """Return a page as a seal sees it: its boxes (`box_words`), the hash of its content, the order of its tab key."""
    return f"{boxes} {painted} {tabs}"


def box_words(edges: Iterable[bytes]) -> str:
    """Return boxes as a seal sees them: their edges as numbers are written."""
    return b" ".join(edges).decode("ascii")


def destination_words(page: int, x: float | None, y: float | None) -> str:
    """Return a place as a seal sees it: a page's index and the point, as numbers are written."""
    return " ".join((str(page), *("null" if each is None else number(each).decode("ascii") for each in (x, y))))


def font_digest(
    base: str,
    texts: Mapping[int, str],
    widths: Mapping[int, float],
    glyphs: bytes,
    program: bytes,
    *,
    cmap: bytes,
    metrics: Iterable[float],
) -> str:
    """Return the hash of what a font says and draws: its name, text and width by code, the map to glyphs, the program.

    `cmap` is what the text is read from, of which readers may make more than `texts`; `metrics` are the numbers of its descriptor.
    """
    told = " ".join(f"{code}={text}" for code, text in sorted(texts.items()))
    wide = " ".join(f"{code}={width:g}" for code, width in sorted(widths.items()))
    measured = b" ".join(map(number, metrics))
    return digest_of(base.encode(), told.encode("utf-8", "surrogatepass"), wide.encode(), glyphs, program, cmap, measured)


def sealed_document(
    language: str, info: Mapping[str, str], xmp: Sequence[str], labels: Sequence[str], *, title_shown: bool, duplex: str, profile: bytes
) -> Mapping[str, Sequence[str]]:
    """Return what a seal says of a file as a whole, by aspect; `xmp` is all that its packet says, `labels` are what viewers call its pages, `duplex` is how
    printers turn paper (`DuplexFlipLongEdge`), `profile` that of an archival file's colours.
    """
    # Programs that only write a file anew put their own names to it.
    return {
        "information": [f"{key} {_dated(key, value)}" for key, value in sorted(info.items()) if key != "Producer"],
        "language": [language],
        "labels": labels,
        "metadata": xmp,
        "viewers": [f"{title_shown}", duplex],
        "colours": [digest_of(profile)],
    }


def _dated(key: str, value: str) -> str:
    """Return an entry's value; of a date in universal time that in our words, of which there are three."""
    return value.replace("+00'00'", "Z").replace("+00'00", "Z") if key == "CreationDate" else value


def as_text(seal: Seal) -> str:
    """Return a seal in one word, as a file says it of itself."""
    return "".join((seal[FORM], *(seal[aspect] for aspect in ASPECTS), seal.get(EACH_PAGE, "")))


def from_text(text: str) -> Seal:
    """Return the seal that a file says of itself; empty where it says none, or one of another form than ours."""
    whole = len(_FORM) + _LENGTH * len(ASPECTS)
    starts = range(len(_FORM), whole, _LENGTH)
    if len(text) < whole or not text.startswith(_FORM) or not is_row(text[whole:]):
        return {}
    return {FORM: _FORM, **dict(zip(ASPECTS, (text[at : at + _LENGTH] for at in starts), strict=True)), EACH_PAGE: text[whole:]}


def is_current(sealed: object) -> bool:
    """Whether a seal tells apart what this version of packbuilder does, and is taken as that takes it."""
    return isinstance(sealed, Mapping) and {FORM, *ASPECTS} <= set(sealed) <= {FORM, *ASPECTS, EACH_PAGE} and sealed[FORM] == _FORM


def samples_digest(size: tuple[int, int], space: str, data: bytes, mask: bytes = b"") -> str:
    """Return the hash of a picture: its size in pixels, its colour space (`DeviceRGB`), its samples, its mask's.

    A JPEG's samples are its own bytes, since nobody decodes them before a viewer does.
    """
    head = f"{size[0]} {size[1]} {space} {len(data)}\n".encode()
    return sha256(head + data + mask).hexdigest()
