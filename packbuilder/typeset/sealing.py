"""The seal of a file in the making, taken from what its pages, elements and links are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from packbuilder.typeset.branches import Branch
from packbuilder.typeset.elements import sealed
from packbuilder.typeset.fragments import number
from packbuilder.typeset.metadata import Metadata, info_entries, xmp_said
from packbuilder.typeset.navigation import Bookmark, Place, described, outline_depths
from packbuilder.typeset.painting import LinkArea
from packbuilder.typeset.seals import (
    Seal,
    SealedFile,
    SealedTexts,
    bookmark_words,
    destination_words,
    figure_words,
    link_words,
    page_words,
    place_words,
    placed_element,
    sealed_document,
)
from packbuilder.typeset.structure import Element, Kid
from packbuilder.values import dataclass


@dataclass(slots=True)
class Sealing:
    """Collects what a seal is taken of. `order` has the index of each page by its object's number."""

    order: Mapping[int, int]
    pages: dict[int, str] = field(default_factory=dict)
    links: dict[int, list[str]] = field(default_factory=dict)

    def page(self, page: int, boxes: str, painted: str) -> None:
        """Note a finished page, by its object's number; `boxes` are its boxes (`box_words`), `painted` is the hash of its content (`digest_of`)."""
        self.pages[page] = page_words(boxes, painted, "S")

    def link(self, page: int, area: LinkArea, anchors: Mapping[str, Place]) -> None:
        """Note a link on a page."""
        words, place = described(area, anchors)
        target = self._destination(place) if place else area.element.node.target
        box = [number(each) for each in area.box]
        self.links.setdefault(page, []).append(link_words(self.order[page], box, words, target))

    def finish(
        self,
        metadata: Metadata,
        documents: Sequence[Element],
        bookmarks: Sequence[Bookmark],
        labels: Sequence[str],
        fonts: Mapping[str, str],
        pictures: Mapping[str, str],
        figures: Iterable[Element],
        *,
        duplex: str,
        profile: bytes,
    ) -> Seal:
        """Return the seal of the whole file; `figures` are the elements that say where they stand."""
        return SealedFile(
            document=sealed_document(
                *(metadata.language, info_entries(metadata), xmp_said(metadata), labels),
                title_shown=True,
                duplex=duplex,
                profile=profile,
            ),
            elements=self._elements(documents),
            order=self._as_read(documents),
            pages=[self.pages[page] for page in sorted(self.pages, key=self.order.__getitem__)],
            links=[words for page in sorted(self.links, key=self.order.__getitem__) for words in self.links[page]],
            bookmarks=[bookmark_words(depth, mark.words, self._destination(mark.place)) for depth, mark in outline_depths(bookmarks)],
            fonts=fonts,
            pictures=pictures,
            figures=[figure_words(each.node.alt, map(number, each.box)) for each in figures if each.box],
        ).seal()

    def _destination(self, place: Place) -> str:
        return destination_words(self.order[place.side], place.x, place.y)

    def _elements(self, documents: Sequence[Element]) -> Iterator[SealedTexts]:
        """Yield what documents' elements say, each before those in it."""
        waiting: list[tuple[int, Element | Branch]] = [(0, document) for document in reversed(documents)]
        while waiting:
            depth, element = waiting.pop()
            if isinstance(element, Branch):
                yield from element.sealed()
                continue
            yield placed_element(depth, sealed(element.node), [self._place(each) for each in element.content()])
            waiting += [(depth + 1, kid) for kid in reversed(element.kids) if isinstance(kid, Element | Branch)]

    def _as_read(self, documents: Sequence[Element]) -> Iterator[str]:
        """Yield the marked content of documents as it is read: what stands in a link between the words before and after it."""
        waiting: list[tuple[Element, Kid]] = [(document, document) for document in reversed(documents)]
        while waiting:
            element, kid = waiting.pop()
            if isinstance(kid, Element):
                waiting += [(kid, each) for each in reversed(kid.kids)]
            elif isinstance(kid, Branch):
                yield from kid.read()
            else:
                yield from map(self._place, element.content((kid,)))

    def _place(self, content: tuple[int, int]) -> str:
        page, mcid = content
        return place_words(self.order[page], mcid)
