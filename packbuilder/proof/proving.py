"""Comparing what a file holds with what its document says, element by element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from packbuilder.document import Block, Document, Group, Heading, Table
from packbuilder.layout import Layout
from packbuilder.markup import flat
from packbuilder.proof.element import Expected
from packbuilder.proof.expected import Expecting
from packbuilder.proof.narrow import in_bands, in_records
from packbuilder.proof.texts import normal
from packbuilder.typeset.readback import Bookmark, Element, ReadBack
from packbuilder.typeset.tree_reading import Target
from packbuilder.wording import catalogue

_LONGEST = 60
"""So many characters of a text are quoted."""


def faults(document: Document, layout: Layout, read: ReadBack) -> tuple[str, ...]:
    """Return how a file differs from the document that it was made of in a layout, one sentence each; none: it is proved.

    Compared are the title, the language, and of every element its role, name, place in the tree, text, alternative and
    actual text, language, scope, spans, list numbering and the target of links; the bookmarks; and the consistency of marked
    content, parent tree and annotations.
    """
    if read.tree is None:
        return ("the file is not tagged",)
    headings = tuple(_headings(document.blocks))
    found = [each for each in read.tree.walk() if each.name == "heading"]
    anchors = {heading.anchor: element.page for heading, element in _paired(headings, found)}
    expecting = Expecting(
        layout=layout,
        wording=catalogue(document.language),
        pages=len(read.pages),
        anchors=anchors,
        headings=tuple(each for each in headings if each.listed and each.anchor),
    )
    comparison = _Comparison(expecting)
    return (
        *_said("title", document.title, read.info.get("Title", "")),
        *_said("language", document.language, read.language),
        *comparison.compare(expecting.document(document), read.tree),
        *_links(comparison.links, {heading.anchor: heading for heading in headings if heading.anchor}, anchors),
        *_outline([each for each in headings if each.listed], read.outline, anchors),
        *read.faults,
    )


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group):
            yield from _headings(block.blocks)


def _paired(headings: tuple[Heading, ...], found: list[Element]) -> Iterator[tuple[Heading, Element]]:
    """Yield each heading with its element: the next one of the same words. What is not found is missed elsewhere."""
    at = 0
    for heading in headings:
        words = normal(flat(heading.text))
        place = next((index for index in range(at, len(found)) if normal(found[index].text) == words), None)
        if place is not None:
            yield heading, found[place]
            at = place + 1


def _said(what: str, expected: str, found: str) -> Iterator[str]:
    if expected != found:
        yield f"its {what} is {found!r}, not {expected!r}"


@dataclass(slots=True)
class _Comparison:
    """A comparison under way: it collects where links lead."""

    expecting: Expecting
    links: list[tuple[str, Element]] = field(default_factory=list)

    def compare(self, expected: Expected, found: Element) -> Iterator[str]:
        """Yield what differs in an element and all below it."""
        if expected.table is not None and found.name in ("records", "bands"):
            expected = self._rearranged(expected.table, found)
        if expected.role == "Formula" and found.name == "reduced":
            # Set smaller than the text, since no line holds it: nothing else is different.
            found = replace(found, name="")
        for what, wanted, had in (
            ("role", expected.role, found.role),
            ("name", expected.name, found.name),
            ("actual text", expected.actual, found.actual),
            ("language", expected.language, found.language),
            ("scope", expected.scope, found.scope),
            ("span", str(expected.columns), str(found.columns)),
            ("list numbering", expected.numbering, found.numbering),
        ):
            if wanted != had:
                yield f"{_where(found)} has the {what} {had or 'none'!r}, not {wanted or 'none'!r}"
        if found.alt not in (expected.alts or ("",)):
            yield f"{_where(found)} has the alternative text {found.alt!r}, not {expected.alts[0] if expected.alts else ''!r}"
        if expected.text is None and normal(found.own):
            yield f"{_where(found)} holds text of its own: {_short(found.own)}"
        if expected.text is not None and expected.text != normal(found.text):
            yield f"{_where(found)} reads {_short(found.text)}, not {_short(expected.text)}"
        if expected.target:
            self.links.append((expected.target, found))
        elif found.targets:
            yield f"{_where(found)} leads somewhere, and should not"
        yield from self._children(expected, found)

    def _children(self, expected: Expected, found: Element) -> Iterator[str]:
        for below, child in zip_longest(expected.children, found.children):
            if child is None:
                yield f"{_where(found)} lacks its {_described(below)}"
            elif below is None:
                yield f"{_where(found)} has one element more than it should: {_where(child)}"
            else:
                yield from self.compare(below, child)

    def _rearranged(self, table: Table, found: Element) -> Expected:
        if found.name == "records":
            (expected,) = self.expecting.blocks((in_records(table),))
            return expected
        widths = [len(band.children[0].children) for band in found.children if band.children]
        (expected,) = self.expecting.blocks((in_bands(table, widths),))
        # A band is a table as it is, never set anew.
        return expected


def _links(links: list[tuple[str, Element]], headings: dict[str, Heading], anchors: dict[str, int]) -> Iterator[str]:
    """Yield what is wrong with links: each leads to the page of its heading, in the headings' order down the pages."""
    places: dict[str, Target] = {}
    for anchor, link in links:
        if not link.targets:
            yield f"{_where(link)} leads nowhere"
        heading = headings.get(anchor)
        words = flat(heading.text) if heading is not None and heading.listed else anchor
        for target in link.targets:
            if heading is None:
                if target.address != anchor:
                    yield f"{_where(link)} leads to {target.address or target.page}, not to {anchor}"
            elif target.page != anchors.get(anchor):
                yield f"{_where(link)} leads to page {target.page}, its heading stands on page {anchors.get(anchor, 'none')}"
            elif places.setdefault(anchor, target) != target:
                yield f"{_where(link)} leads to another place than another link to {anchor!r}"
            if target.words != words:
                yield f"{_where(link)} is described as {target.words!r}, not as {words!r}"
    ordered = [places[anchor] for anchor in headings if anchor in places]
    for before, after in pairwise(ordered):
        if (before.page, -before.y) >= (after.page, -after.y):
            yield f"links lead to page {after.page} in another order than that of their headings"


def _outline(headings: list[Heading], outline: tuple[Bookmark, ...], anchors: dict[str, int]) -> Iterator[str]:
    wanted = [(depth, flat(each.text), anchors.get(each.anchor, 0)) for depth, each in _depths(headings)]
    had = [(each.level, each.words, each.page) for each in outline]
    if wanted != had:
        wrong = next(pair for pair in zip_longest(wanted, had) if pair[0] != pair[1])
        yield f"a bookmark is {wrong[1] or 'missing'}, not {wrong[0] or 'there'}"


def _depths(headings: list[Heading]) -> Iterator[tuple[int, Heading]]:
    """Yield how deep each heading's bookmark lies, from 1: a level that is skipped does not deepen it."""
    above: list[int] = []
    for heading in headings:
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        yield len(above), heading


def _where(element: Element) -> str:
    name = f" ({element.name})" if element.name else ""
    return f"page {element.page}: the {element.role}{name} {_short(element.text or element.alt)}"


def _described(expected: Expected | None) -> str:
    if expected is None:
        return "nothing"
    words = expected.text or " ".join(expected.alts[:1])
    return f"{expected.role}{f' ({expected.name})' if expected.name else ''} {_short(words)}".strip()


def _short(text: str) -> str:
    words = normal(text)
    return f"“{words[:_LONGEST]}…”" if len(words) > _LONGEST else f"“{words}”"
