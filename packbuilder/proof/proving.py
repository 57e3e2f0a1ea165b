"""Comparing what a file holds with what its document says, element by element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import pairwise, zip_longest

from packbuilder.document import Document, Heading, Table
from packbuilder.layout import WHITE, Layout
from packbuilder.markup import flat
from packbuilder.proof.element import Expected
from packbuilder.proof.expected import Expecting
from packbuilder.proof.furniture import furniture_faults
from packbuilder.proof.letters import letter_faults
from packbuilder.proof.narrow import in_bands, in_records
from packbuilder.proof.sight import hidden_faults, sight_faults
from packbuilder.proof.small_pages import SmallPages
from packbuilder.proof.spaces import space_faults
from packbuilder.proof.texts import full_height, normal
from packbuilder.typeset.reading.canvas import Shown
from packbuilder.typeset.reading.readback import Bookmark, Element, ReadBack
from packbuilder.typeset.reading.tree import Target
from packbuilder.values import dataclass
from packbuilder.walks import headings_of
from packbuilder.wording import catalogue

_LONGEST = 60
"""So many characters of a text are quoted."""

_ABOVE_A_HEADING = 150.0
"""Points above the baseline of a heading's first line in which its bookmark leads: the largest text is half as high."""

_LARGER = 1.15
"""Words that are larger than others by this are seen to be."""

_OF_NUMBERS = frozenset("0123456789.,−")
"""The characters of the numbers along axes; a comma stands before decimals in most languages."""


def faults(document: Document, layout: Layout, read: ReadBack) -> tuple[str, ...]:
    """Return how a file differs from the document that it was made of in a layout, one sentence each; none: it is proved.

    Compared are the title, the language, and of every element its role, name, place in the tree, text, alternative and
    actual text, language, scope, spans, list numbering and the target of links; the bookmarks; and the consistency of marked
    content, parent tree and annotations. What is seen must be what is read: pictures by their samples, letters by their outlines, the order
    down a page, where links can be clicked, and no words beside those of the document and its furniture. Where several pages share a side, printed page numbers are held against the place on it.
    """
    if read.tree is None:
        return ("the file is not tagged",)
    copy = _Copy(document, layout, read, read.tree, 1)
    return (
        *_said("title", document.title, read.info.get("Title", "")),
        *_said("language", document.language, read.language),
        *_said("record", str(sorted(document.record.items())), str(sorted(read.record.items()))),
        *copy.faults(),
        *_outline([each for each in copy.headings if each.listed], read.outline, copy.elements),
        *_alike((copy,), layout, read),
    )


def set_faults(documents: Sequence[Document], layout: Layout, read: ReadBack) -> tuple[str, ...]:
    """Return how a class set differs from its documents, one after the other, each a Document of the tree with a bookmark."""
    if read.tree is None:
        return ("the file is not tagged",)
    trees = read.tree.children if len(documents) > 1 else (read.tree,)
    if len(trees) != len(documents):
        return (f"the file holds {len(trees)} documents, not {len(documents)}",)
    copies = [_Copy(document, layout, read, tree, at) for at, (document, tree) in enumerate(zip(documents, trees, strict=True), 1)]
    begun = [copy.tree.page for copy in copies]
    return (
        *_said("language", documents[0].language, read.language),
        *(f"copy {copy.number}: {fault}" for copy in copies for fault in copy.faults()),
        *(
            f"the bookmark {had.words!r} leads to page {had.page}, not to {wanted}"
            for had, wanted in zip(read.outline, begun, strict=False)
            if had.page != wanted
        ),
        *(() if len(read.outline) == len(copies) else (f"there are {len(read.outline)} bookmarks for {len(copies)} copies",)),
        *_alike(copies, layout, read),
    )


def _alike(copies: Sequence[_Copy], layout: Layout, read: ReadBack) -> Iterator[str]:
    """Yield what is wrong with a file as a whole: what it says of itself, its letters, its furniture, and contradictions inside it."""
    if not read.title_shown:
        yield "a viewer is not told to show its title"
    if "<pdfuaid:part>1</pdfuaid:part>" not in read.xmp:
        yield "it does not say that it is made to PDF/UA-1"
    for number in read.untabbed:
        yield f"page {number}: the tab key does not follow the structure"
    yield from letter_faults(read)
    yield from hidden_faults(read, layout.background or WHITE)
    yield from furniture_faults([(copy.document, copy.pages) for copy in copies], layout, read)
    yield from read.additions
    yield from read.faults


class _Copy:
    """A document and what a file has of it. `elements` are what has an anchor, in the document's order."""

    def __init__(self, document: Document, layout: Layout, read: ReadBack, tree: Element, number: int) -> None:
        self.document = document
        self.tree = tree
        self.number = number
        self.headings = tuple(headings_of(document.blocks))
        found = [each for each in tree.walk() if each.name == "heading"]
        headed = {heading.anchor: element for heading, element in _paired(self.headings, found) if heading.anchor}
        self._small = SmallPages(read, layout)
        self.pages = self._small.count(number)
        expecting = Expecting(
            layout=layout,
            wording=catalogue(document.language),
            pages=self.pages,
            anchors={anchor: printed for anchor, (_, printed) in self._stand(headed).items()},
            headings=tuple(each for each in self.headings if each.listed and each.anchor),
        )
        # References name the pages of paragraphs too, which only a first comparison tells.
        first = _Comparison(expecting)
        tuple(first.compare(expecting.document(document), tree))
        self.elements = {**first.places, **headed}
        self._places = self._stand(self.elements)
        self._expecting = replace(expecting, anchors={anchor: printed for anchor, (_, printed) in self._places.items()})

    def _stand(self, elements: Mapping[str, Element]) -> dict[str, tuple[int, int]]:
        """Return the page of each anchor, of the file and as it is printed."""
        return {anchor: (each.page, self._small.printed(each.page, *each.place)) for anchor, each in elements.items()}

    def faults(self) -> Iterator[str]:
        """Yield what differs in the copy's tree and its links."""
        comparison = _Comparison(self._expecting)
        yield from comparison.compare(self._expecting.document(self.document), self.tree)
        names = {anchor: _name_of(anchor, element, self.headings) for anchor, element in self.elements.items()}
        yield from sight_faults(self.tree, self._small.printed)
        yield from space_faults(self.tree, self.document.language, self._expecting.layout.answer.pitch)
        yield from _links(comparison.links, names, self._places, self.elements, self._small)


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
    """A comparison under way: it collects where links lead, and in their order the elements that have anchors."""

    expecting: Expecting
    links: list[tuple[str, Element]] = field(default_factory=list)
    places: dict[str, Element] = field(default_factory=dict)

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
            ("kind of field", _field(expected), found.field),
            ("description", found.alt if expected.role == "Form" else "", found.described),
        ):
            if wanted != had:
                yield f"{_where(found)} has the {what} {had or 'none'!r}, not {wanted or 'none'!r}"
        if found.alt not in (expected.alts or ("",)):
            yield f"{_where(found)} has the alternative text {found.alt!r}, not {expected.alts[0] if expected.alts else ''!r}"
        if found.pictures != ((expected.picture,) if expected.picture else ()):
            yield f"{_where(found)} shows {'another picture' if expected.picture else 'a picture, and should not'}"
        if expected.labels is not None:
            yield from _labelled(expected.labels, found)
        elif expected.text is None and normal(found.own):
            yield f"{_where(found)} holds text of its own: {_short(found.own)}"
        if expected.text is not None and expected.text != normal(found.text):
            yield f"{_where(found)} reads {_short(found.text)}, not {_short(expected.text)}"
        if expected.gaps and expected.gaps != (stand := tuple(map(normal, found.before))):
            yield f"{_where(found)} has its gaps after {', '.join(map(_short, stand)) or 'nothing'}, not after {', '.join(map(_short, expected.gaps))}"
        if expected.stressed is not None and expected.stressed != (larger := _larger(found)):
            yield f"{_where(found)} has {_short(larger)} larger than the rest, not {_short(expected.stressed)}"
        if expected.anchor:
            self.places.setdefault(expected.anchor, found)
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
        widths = [
            len(row.children) for band in found.children if (row := next((each for each in band.children if each.role == "TR"), None))
        ]
        (expected,) = self.expecting.blocks((in_bands(table, widths),))
        # A band is a table as it is, never set anew.
        return expected


def _larger(element: Element) -> str:
    """Return the letters of an element that are larger than most of it, without what stands in formulas."""
    pieces = [
        piece
        for each in element.walk()
        if each.role in (element.role, "Span", "Link")
        for content in each.contents
        for piece in content.pieces
        if piece.visible and full_height(piece.text)
    ]
    # Words that stand out are never less than a sixth larger; those that do not are all of one size, or smaller.
    usual = sorted({piece.size for piece in pieces if not _raised(piece, pieces)})
    return "".join(full_height(normal(piece.text)) for piece in pieces if usual and piece.size > _LARGER * usual[0])


def _raised(piece: Shown, pieces: Sequence[Shown]) -> bool:
    """Whether a piece stands on no line of larger ones: sub- and superscripts do."""
    return any(other.size > piece.size and 0 < abs(other.y - piece.y) < other.size / 2 for other in pieces)


def _field(expected: Expected) -> str:
    """Return of what kind a field on paper says that it is: a box that is not marked yet, or text."""
    if expected.role != "Form":
        return ""
    return "cb off" if expected.name == "box" else "tv"


def _labelled(labels: tuple[str, ...], found: Element) -> Iterator[str]:
    """Yield what is wrong with the words of a drawing: its labels stand in it, in whatever order, and else only numbers.

    Characters are counted, not words: a label may be broken, or cut where no line holds a word of it.
    """
    held = Counter(_characters(found.own))
    for label in labels:
        wanted = Counter(_characters(label))
        if wanted - held:
            yield f"{_where(found)} lacks its label {_short(label)}"
        held -= wanted
    # A letter may stand twice: beside what it names, and before a rule to write on.
    if others := sorted(set(held) - _OF_NUMBERS - set(labels)):
        yield f"{_where(found)} holds what belongs to none of its labels: {' '.join(others)}"


def _characters(text: str) -> str:
    return "".join(normal(text).split())


def _name_of(anchor: str, element: Element, headings: tuple[Heading, ...]) -> str:
    """Return what links to an anchor are described as: its words; of a heading that is not listed the anchor itself."""
    heading = next((each for each in headings if each.anchor == anchor), None)
    if heading is None:
        # A question is called by its number.
        number = next((each.text for each in element.children if each.name == "number"), "")
        return normal(number or element.text)
    return flat(heading.text) if heading.listed else anchor


def _links(
    links: list[tuple[str, Element]],
    names: Mapping[str, str],
    anchors: Mapping[str, tuple[int, int]],
    elements: Mapping[str, Element],
    small: SmallPages,
) -> Iterator[str]:
    """Yield what is wrong with links: each leads to the page of its place, described by its name, in the places' order down the pages.

    `anchors` are the places' pages: of the file, and as they are printed, which differ where several pages share a side; `elements` what stands there.
    """
    led: dict[str, Target] = {}
    for anchor, link in links:
        if not link.targets:
            yield f"{_where(link)} leads nowhere"
        words = names.get(anchor, anchor)
        for target in link.targets:
            page, printed = anchors.get(anchor, (0, 0))
            if anchor not in names:
                if target.address != anchor:
                    yield f"{_where(link)} leads to {target.address or target.page}, not to {anchor}"
            elif target.page != page:
                yield f"{_where(link)} leads to page {target.page}, its heading stands on page {page or 'none'}"
            elif small.reached(target) != printed:
                yield f"{_where(link)} leads to the page that is printed {small.reached(target)}, its heading stands on {printed}"
            elif _place(led.setdefault(anchor, target)) != _place(target):
                yield f"{_where(link)} leads to another place than another link to {anchor!r}"
            elif not _leads_to(elements[anchor], target):
                yield f"{_where(link)} leads beside {words!r}"
            if _missed(link, target):
                yield f"{_where(link)} cannot be clicked where it is read"
            if normal(target.words) != normal(words):
                yield f"{_where(link)} is described as {target.words!r}, not as {words!r}"
    ordered = [(small.reached(led[anchor]), -led[anchor].y) for anchor in names if anchor in led]
    for before, after in pairwise(ordered):
        if before >= after:
            yield f"links lead to page {after[0]} in another order than that of their headings"


def _place(target: Target) -> tuple[int, float, float]:
    return (target.page, target.x, target.y)


def _leads_to(element: Element, target: Target) -> bool:
    """Whether a link leads above its place's first baseline; above a heading not far, while other places may be in a row, to whose top it leads."""
    y = element.place[1]
    return y < target.y and (element.name != "heading" or target.y < y + _ABOVE_A_HEADING)


def _missed(link: Element, target: Target) -> bool:
    """Whether the place to click is none where words of the link stand: one place a line, so not all words in each."""
    left, bottom, right, top = target.box
    return not any(
        content.page == target.on and left <= (piece.x + piece.end) / 2 <= right and bottom <= piece.y + piece.size / 4 <= top
        for each in link.walk()
        for content in each.contents
        for piece in content.pieces
    )


def _outline(headings: list[Heading], outline: tuple[Bookmark, ...], elements: Mapping[str, Element]) -> Iterator[str]:
    pages = {anchor: element.page for anchor, element in elements.items()}
    wanted = [(depth, flat(each.text), pages.get(each.anchor, 0)) for depth, each in _depths(headings)]
    had = [(each.level, each.words, each.page) for each in outline]
    if wanted != had:
        wrong = next(pair for pair in zip_longest(wanted, had) if pair[0] != pair[1])
        yield f"a bookmark is {wrong[1] or 'missing'}, not {wrong[0] or 'there'}"
    for (_, each), mark in zip(_depths(headings), outline, strict=False):
        y = elements[each.anchor].place[1] if each.anchor in elements else 0.0
        if wanted == had and mark.y is not None and not y < mark.y < y + _ABOVE_A_HEADING:
            yield f"the bookmark {mark.words!r} leads beside its heading"


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
