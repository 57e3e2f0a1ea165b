"""The engine: a document and a layout to the bytes of a PDF.

Page numbers inside the text (contents, "this paper has 12 pages") are found by setting the document until they no longer
change: fragments that did not change are not laid out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from packbuilder.document import (
    Block,
    Cell,
    Contents,
    Document,
    Group,
    Heading,
    ItemList,
    NumberedQuestion,
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
)
from packbuilder.errors import PackbuilderError
from packbuilder.identity import OfAll, Same, same_as
from packbuilder.layout import LARGE_PRINT
from packbuilder.markup import flat
from packbuilder.text import Reference, RichText, Run
from packbuilder.typeset.blocks.contents import ContentsLines, Entry
from packbuilder.typeset.builder import kept_whole, kept_with_next
from packbuilder.typeset.closer import fit
from packbuilder.typeset.fragments import LAST_RESORT, Fragment, Laid, Node, Page, leaves_of
from packbuilder.typeset.pages import Body, Breaker, Chapter, on_pages, paginate
from packbuilder.typeset.setter import Setter
from packbuilder.values import dataclass, replace
from packbuilder.walks import headings_of, reworded, texts_of
from packbuilder.wording import Catalogue, catalogue

_CLOSING = ("total", "strong", "centre")
"""Lines that close what stands before them (totals, END OF QUESTIONS) and never open a page."""

_APART = 150.0
"""The cost of a page break before a closing line, against 100 for one more page: less than dividing the question before it."""

_OPENING = LAST_RESORT + 250.0
"""The cost of a page break in or after a section's instructions: more than dividing the question after them, be it between its options."""

_OPENING_LARGE = LAST_RESORT - 180.0
"""That in large print before a question with options, which are compared: less than dividing it between them, even for a page more."""

_ROUNDS = 5
"""Page numbers settle in two rounds; more are needed only where a number's own width moves a line."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What a round of setting found: the page of each anchor, and how many pages there are."""

    pages: int
    anchors: tuple[tuple[str, str], ...]


def lay_out(document: Document, setter: Setter) -> Laid:
    """Set a document into pages. Raises `PackbuilderError` where page numbers do not settle (they always should)."""
    if document.snug:
        setter = _snug(document, setter)
    wording = catalogue(document.language)
    known = _Numbers(0, ())
    breaker, kept = Breaker(setter.layout, wording), _Kept({})
    referring = frozenset([index for index, block in enumerate(document.blocks) if _refers(block)])
    numbered = referring.union([index for index, block in enumerate(document.blocks) if _needs_number(block)])
    for _ in range(_ROUNDS):
        chapters = tuple(_chapters(_referred(document, referring, known), setter, known, numbered, kept))
        bodies = breaker.bodies(chapters)
        if not numbered:
            return _laid(document, chapters, bodies, setter, wording)
        found = _Numbers(len(bodies), _anchors_in(bodies))
        if found == known:
            return _laid(document, chapters, bodies, setter, wording)
        known = found
    raise PackbuilderError(f"the page numbers of {document.title!r} do not settle: please report this with its sources")


def _snug(document: Document, setter: Setter) -> Setter:
    """Return the setter that sets a document on the fewest pages with the best breaks, or nearly so and less close."""
    height = setter.layout.page.text_height

    def costs(way: tuple[int, Setter]) -> float:
        pages = 0.0
        for part in _parts(document.blocks):
            laid = (way[1].lay(block, document.language) for block in part)
            pages += on_pages([fragment for fragment in laid if fragment.slabs], height)[0]
        return pages + _CLOSER * way[0]

    return min(enumerate((setter, *setter.closer())), key=costs)[1]


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield the blocks between page breaks, without what has no place of its own in the flow."""
    for breaks, part in groupby(blocks, key=lambda block: isinstance(block, PageBreak)):
        if not breaks:
            yield [block for block in part if not isinstance(block, Contents | PageTotal)]


def _refers(block: Block) -> bool:
    """Whether a page number is printed in a block's text. What versions of a paper share is looked through once."""
    match block:
        case Paragraph():
            return _mentions(block.text)
        case NumberedQuestion():
            return _any_refers(same_as(block.stem)) or _any_refers(same_as(block.space))
        case Table(role="scheme", caption=()):
            return any(_row_refers(row) for row in (*block.header, *block.rows))
        case Group() | ItemList():
            return _said_refers(same_as(block))
        case _:
            return any(map(_mentions, texts_of((block,))))


@lru_cache(maxsize=64)
def _said_refers(block: Same[Block]) -> bool:
    # Remembered: what covers say is the same object in every version.
    return any(map(_mentions, texts_of((block.__self__,))))


def _row_refers(row: tuple[Cell, ...]) -> bool:
    """Whether a page number is printed in a scheme's row. The cell of its number is another in every version, with nothing but paragraphs in it."""
    return any(map(_refers, row[0].blocks)) or _others_refer(row[1:])


_others_refer = OfAll[bool](lambda cells: any(_refers(block) for cell in cells for block in cell.blocks), 4096)
"""Whether a page number is printed in any of a row's other cells, which versions share."""


@lru_cache(maxsize=4096)
def _any_refers(blocks: Same[tuple[Block, ...]]) -> bool:
    # Remembered of what versions share, and of nothing else: a sheet of thousands of labels would stay for ever.
    return any(map(_refers, blocks.__self__))


def _mentions(text: RichText) -> bool:
    return Reference in map(type, text) and any(isinstance(inline, Reference) and inline.paper for inline in text)


def _referred(document: Document, referring: frozenset[int], known: _Numbers) -> Document:
    """Return the document with the known page numbers in the references of the blocks that have any."""
    if not referring:
        return document
    pages = dict(known.anchors)

    def words(text: RichText) -> RichText:
        return tuple(_numbered(inline, pages) if isinstance(inline, Reference) else inline for inline in text)

    blocks = tuple(reworded(block, words) if index in referring else block for index, block in enumerate(document.blocks))
    return replace(document, blocks=blocks)


def _numbered(reference: Reference, pages: Mapping[str, str]) -> Reference:
    if not reference.paper:
        return reference
    return replace(reference, text=reference.paper.format(page=pages.get(reference.anchor, "0")), paper="")


def _laid(document: Document, chapters: Iterable[Chapter], bodies: Sequence[Body], setter: Setter, wording: Catalogue) -> Laid:
    owned = [(fragment, chapter.running) for chapter in chapters for fragment in chapter.fragments]
    fragments = tuple([fragment for fragment, _ in owned])
    running = {index: words for index, (_, words) in enumerate(owned) if words}
    notes = document.sheet == "handout"
    pages, glyphs = paginate(bodies, fragments, setter.layout, document.facts, wording, running=running, notes=notes)
    fragments = _announced(fragments, pages, wording)
    used = glyphs.union(*{fragment.glyphs for fragment in fragments})
    return Laid(fragments=fragments, pages=pages, glyphs=used)


def _announced(fragments: tuple[Fragment, ...], pages: tuple[Page, ...], wording: Catalogue) -> tuple[Fragment, ...]:
    """Let answer spaces of which lines were left out announce the lines that they have."""
    divisible = {index for index, fragment in enumerate(fragments) if True in [slab.spare for slab in fragment.slabs]}
    if not divisible:
        return fragments
    placed = Counter(
        (placement.fragment, leaf.node)
        for page in pages
        for placement in page.placements
        if placement.fragment in divisible
        for leaf in leaves_of(placement.slab)
    )

    def counted(index: int, fragment: Fragment) -> Fragment:
        nodes = tuple(
            node._replace(lines=placed[index, at], alt=wording.count("space.lines", placed[index, at])) if node.lines else node
            for at, node in enumerate(fragment.nodes)
        )
        return replace(fragment, nodes=nodes, segments=())

    return tuple(counted(index, each) if index in divisible else each for index, each in enumerate(fragments))


_CLOSER = 12.0
"""What must be gained, against 100 for one more page, for each step by which a document or a cover in large print is set closer."""

_MOSTLY_EMPTY = 0.5
"""A page of which less is filled is not left so by a soft page break."""


def _chapters(document: Document, setter: Setter, known: _Numbers, numbered: frozenset[int], kept: _Kept) -> Iterator[Chapter]:
    """Yield a document's chapters; `numbered` are its blocks that a page number stands in."""
    fragments: list[Fragment] = []
    cover: list[Block | ContentsLines] = []
    odd, opens, running = False, True, ""
    for at, block in enumerate(document.blocks):
        if isinstance(block, PageBreak):
            if block.soft or (at == len(cover) and setter.layout.scale >= LARGE_PRINT):
                fragments = _on_one_page(fragments, cover, setter, document.language)
                if block.soft and _runs_over(fragments, setter.layout.page.text_height):
                    continue
            if fragments:
                yield Chapter(tuple(fragments), odd, running)
            fragments, odd, opens, running = [], block.to == "odd", True, block.running
            continue
        resolved = _resolved(block, document.blocks, known) if at in numbered else block
        fragment = setter.lay(resolved, document.language)
        cover.append(resolved)
        if fragment.slabs and fragments and isinstance(resolved, Paragraph) and resolved.role in _CLOSING:
            fragments[-1] = kept.kept(fragments[-1], _APART)
        if fragment.slabs and opens and isinstance(resolved, Paragraph) and resolved.keep:
            compared = setter.layout.scale >= LARGE_PRINT and _has_options(document.blocks[at + 1 : at + 2])
            fragment = kept.kept(fragment, _OPENING_LARGE if compared else _OPENING, whole=True)
        if fragment.slabs:
            fragments.append(fragment)
        opens = isinstance(block, Heading) and block.role == "section"
    if fragments:
        yield Chapter(tuple(fragments), odd, running)


def _has_options(blocks: Iterable[Block]) -> bool:
    return any(isinstance(block, NumberedQuestion) and any(isinstance(each, Options) for each in block.space) for block in blocks)


def _on_one_page(fragments: list[Fragment], cover: Sequence[Block | ContentsLines], setter: Setter, language: str) -> list[Fragment]:
    """Return a cover's fragments, set closer where they run over its page and fit it so; in large print, where they fit their pages better so."""
    height = setter.layout.page.text_height
    if fit(fragments, height):
        return fragments
    tried = ([fragment for block in cover if (fragment := other.lay(block, language)).slabs] for other in setter.closer())
    if setter.layout.scale < LARGE_PRINT:
        return next((found for found in tried if fit(found, height)), fragments)
    ways = enumerate((fragments, *tried))
    return min(ways, key=lambda way: on_pages(way[1], height)[0] + _CLOSER * way[0])[1]


def _runs_over(fragments: Sequence[Fragment], height: float) -> bool:
    """Whether fragments take more than a page of that height in points, however close, and of their last page less than half."""
    return not fit(fragments, height) and on_pages(fragments, height)[1] < _MOSTLY_EMPTY


@dataclass(frozen=True, slots=True)
class _Kept:
    """Fragments that are kept with what follows: the same object in every round, so that its chapter is known by its fragments."""

    known: dict[tuple[Same[Fragment], float], Fragment]

    def kept(self, fragment: Fragment, cost: float, *, whole: bool = False) -> Fragment:
        """Return the fragment with a page break after it costing at least `cost`, in it too where it is `whole`; the same for a fragment each time."""
        key = (same_as(fragment), cost)
        if key not in self.known:
            self.known[key] = kept_whole(fragment, cost) if whole else kept_with_next(fragment, cost)
        return self.known[key]


def _resolved(block: Block, blocks: tuple[Block, ...], known: _Numbers) -> Block | ContentsLines:
    """Put the known numbers into a block that prints them; `blocks` are all that the document has."""
    if isinstance(block, PageTotal):
        return Paragraph(text=_total(block, known.pages), role=block.role)
    if isinstance(block, Contents):
        pages = dict(known.anchors)
        entries = tuple(
            Entry(level=h.level, text=flat(h.text), anchor=h.anchor, page=pages.get(h.anchor, "0"))
            for h in headings_of(blocks)
            if h.listed and h.anchor and h.level <= block.depth
        )
        return ContentsLines(title=block.title, entries=entries)
    if isinstance(block, Group) and _needs_number(block):
        if not _has_contents(block):
            return _totalled(same_as(block), known.pages)
        inner = tuple(_resolved(each, blocks, known) for each in block.blocks)
        return Group(blocks=inner, role=block.role, together=block.together, label=block.label)  # type: ignore[arg-type]  # resolved blocks stand in for their own kind
    return block


@lru_cache(maxsize=64)
def _totalled(group: Same[Group], pages: int) -> Group:
    """Return a group with the number of pages in it: the same for the same, since every version's cover says what to do in the same words."""
    block = group.__self__
    known = _Numbers(pages, ())
    inner = tuple(_resolved(each, (), known) for each in block.blocks)
    return replace(block, blocks=inner)  # type: ignore[arg-type]  # resolved blocks stand in for their own kind


def _has_contents(block: Block) -> bool:
    return isinstance(block, Contents) or (isinstance(block, Group) and any(map(_has_contents, block.blocks)))


def _total(block: PageTotal, pages: int) -> RichText:
    return (Run(text=block.template.format(pages=pages), language=block.language),)


def _needs_number(block: Block) -> bool:
    """Whether a block prints page numbers besides those in its text."""
    return isinstance(block, Contents | PageTotal) or (isinstance(block, Group) and any(map(_needs_number, block.blocks)))


def _anchors_in(bodies: Sequence[Body]) -> tuple[tuple[str, str], ...]:
    """Return each anchor with its page's printed number."""
    return tuple([(slab.anchor, str(number)) for number, body in enumerate(bodies, 1) for _, slab in body if slab.anchor])


def anchor_pages(laid: Laid) -> Mapping[str, str]:
    """Return the printed page number of each anchor."""
    return {
        placement.slab.anchor: page.label
        for page in laid.pages
        for placement in page.placements
        if placement.slab.anchor and not placement.repeated
    }


class Notable(NamedTuple):
    """What is told of a document elsewhere, in order, each with the number of its question (empty: none).

    `spaces` are the ruled answer spaces: how many lines. `rearranged` are the tables that were too wide for their columns, `records` or `bands`, and
    formulas that no line holds: `reduced`.
    """

    spaces: tuple[tuple[str, int], ...]
    rearranged: tuple[tuple[str, str], ...]


def notable(laid: Laid) -> Notable:
    """Return what is told of a document elsewhere."""
    found = tuple(_notable(laid))
    return Notable(
        spaces=tuple((number, node.lines) for number, node in found if node.lines),
        rearranged=tuple((number, node.name) for number, node in found if node.name in _REARRANGED),
    )


_REARRANGED = frozenset(("records", "bands", "reduced"))


def _notable(laid: Laid) -> Iterator[tuple[str, Node]]:
    """Yield the nodes that are told of, each with the number of the question that its fragment belongs to, or begins with."""
    for fragment in laid.fragments:
        # A table's own nodes are its alone, and few.
        own = fragment.nodes[: len(fragment.nodes) - sum(map(len, fragment.segments))] if fragment.segments else ()
        shared = fragment.segments or (fragment.nodes,)
        for node in (*_told_of(own), *chain.from_iterable([_told_of_again(same_as(nodes)) for nodes in shared])):
            yield fragment.question or fragment.slabs[0].question, node


def _told_of(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple([node for node in nodes if node.lines or node.name in _REARRANGED])


@lru_cache(maxsize=512)
def _told_of_again(nodes: Same[tuple[Node, ...]]) -> tuple[Node, ...]:
    # Remembered: versions of a paper share most of their questions' nodes.
    return _told_of(nodes.__self__)
