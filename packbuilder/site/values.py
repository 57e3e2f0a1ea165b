"""What the pages of the site are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from packbuilder.model.site import SiteSpec

PRODUCTS = (
    "revision_pack",
    "pack_answers",
    "practice_paper",
    "mark_scheme",
    "self_marking",
    "knowledge_organiser",
    "worksheet",
    "worksheet_answers",
    "flashcards",
    "anki_deck",
)
"""The products that students may find on the site, in the order in which a pack's page has them."""

ANSWERS = frozenset({"mark_scheme", "self_marking", "pack_answers", "worksheet_answers"})
"""Those that carry answers, and stand on the site from the day on which the pack's schemes are released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a page: where it lies in the site, and its size in pixels."""

    href: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to take home: where it lies in the site, its edition (empty: the standard one), and what tells that it arrived whole.

    `format` is the ending of its name; `pages` is 0 for what has none; `changed` is the ISO date on which its bytes were first as they are.
    """

    href: str
    format: str
    edition: str
    bytes: int
    pages: int
    sha256: str
    changed: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Files that are one thing in several editions: a product, the version of a paper or worksheet, and the kind of worksheet."""

    product: str
    version: str
    kind: str
    downloads: tuple[Download, ...]

    @property
    def editions(self) -> tuple[tuple[str, tuple[Download, ...]], ...]:
        """The editions with their files, one in several formats where it is for a screen."""
        return tuple((edition, tuple(files)) for edition, files in groupby(self.downloads, key=lambda each: each.edition))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTopic:
    """A topic as the site knows it: terms are those that can be searched for, `page` is the name of its page."""

    page: str
    title: str
    subject: str
    qualification: str
    level: str
    language: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePack:
    """A pack with its files. `changed` is the ISO date on which one of them last did, empty where it has none. `papers_from` and `answers_from` are ISO dates on which what is not there yet will be; empty: none is told."""

    name: str
    title: str
    description: str
    language: str
    topics: tuple[SiteTopic, ...]
    shelves: tuple[Shelf, ...]
    changed: str = ""
    readable: bool = False
    papers_from: str = ""
    answers_from: str = ""

    @property
    def downloads(self) -> Iterator[Download]:
        """All files of the pack."""
        return (download for shelf in self.shelves for download in shelf.downloads)

    @property
    def cover(self) -> Picture | None:
        """The first page of the first PDF."""
        return next((picture for download in self.downloads for picture in download.pictures), None)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects of the topics, each once."""
        return _once(topic.subject for topic in self.topics)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the topics, each once."""
        return _once(topic.level for topic in self.topics)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The products among its files, each once."""
        return _once(shelf.product for shelf in self.shelves)

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions among its files, each once, the standard one left out."""
        return _once(download.edition for download in self.downloads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The whole site: what was said of it, its title, its packs in the project's order, and the ISO date on which anything last changed."""

    spec: SiteSpec
    title: str
    packs: tuple[SitePack, ...]
    changed: str = ""


def _once(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
