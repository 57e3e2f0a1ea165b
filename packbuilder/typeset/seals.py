"""Seals: what a finished file holds, told in a hash for each aspect.

The writer takes a file's seal from what it is about to write; whoever reads the file takes it from the file. Where the two differ, the
file was changed, and the aspect tells what is to be looked at. Neither needs the sources, nor to compare element by element.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from packbuilder.typeset.fragments import number
from packbuilder.values import dataclass

Seal = Mapping[str, str]
"""A hash by the name of each aspect, those of `ASPECTS`; and what tells pages apart by `EACH_PAGE`, in files of few pages."""

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

EACH_PAGE = "each_page"
"""The first figures of a hash of each page, in a row: where `pages` differ they tell which. No aspect of its own, since it says no more."""

_OF_A_PAGE = 4
_FEW_PAGES = 200
"""Hexadecimal figures for a page, and pages of a file that has them: packets of a print run are told of copy by copy."""

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
    elements: Iterable[SealedTexts]
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
        aspects["order"].add((content_words(self.order),))
        # Some are hashed at once: of a register of thousands there are tens of thousands.
        elements = iter(self.elements)
        while some := list(islice(elements, _TOGETHER)):
            for hashing, texts in zip(aspects.values(), zip(*some, strict=True), strict=True):
                hashing.add(texts)
        return {
            **{aspect: _hash(self.document.get(aspect, ())) for aspect in _OF_DOCUMENT},
            **{aspect: hashing.finish() for aspect, hashing in aspects.items()},
            "pages": _hash(self.pages),
            EACH_PAGE: "".join(_hash((page,))[:_OF_A_PAGE] for page in self.pages) if len(self.pages) <= _FEW_PAGES else "",
            "links": _hash(self.links),
            "bookmarks": _hash(self.bookmarks),
            "fonts": _hash([f"{name} {digest}" for name, digest in sorted(self.fonts.items())]),
            "pictures": _hash([f"{name} {digest}" for name, digest in sorted(self.pictures.items())]),
            "figures": _hash(sorted(self.figures)),
        }


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


def changed_pages(before: str, now: str) -> tuple[int, ...]:
    """Return which pages differ, from 1, by two rows of pages' figures (`EACH_PAGE`); nothing where the number of pages does, or one is lacking."""
    if not before or len(before) != len(now):
        return ()
    places = range(0, len(now), _OF_A_PAGE)
    return tuple(number for number, at in enumerate(places, 1) if before[at : at + _OF_A_PAGE] != now[at : at + _OF_A_PAGE])


def as_text(seal: Seal) -> str:
    """Return a seal in one word, as a file says it of itself."""
    return "".join((*(seal[aspect] for aspect in ASPECTS), seal.get(EACH_PAGE, "")))


def from_text(text: str) -> Seal:
    """Return the seal that a file says of itself; empty where it says none, or one of another length than ours."""
    whole = _LENGTH * len(ASPECTS)
    starts = range(0, whole, _LENGTH)
    if len(text) < whole or (len(text) - whole) % _OF_A_PAGE:
        return {}
    return {**dict(zip(ASPECTS, (text[at : at + _LENGTH] for at in starts), strict=True)), EACH_PAGE: text[whole:]}


def samples_digest(size: tuple[int, int], space: str, data: bytes, mask: bytes = b"") -> str:
    """Return the hash of a picture: its size in pixels, its colour space (`DeviceRGB`), its samples, its mask's.

    A JPEG's samples are its own bytes, since nobody decodes them before a viewer does.
    """
    head = f"{size[0]} {size[1]} {space} {len(data)}\n".encode()
    return sha256(head + data + mask).hexdigest()
