"""Pages: fragments placed on pages by arithmetic over the heights of their slabs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from packbuilder.layout import Layout
from packbuilder.text import decapitalised
from packbuilder.typeset.breaking import Stretch, break_pages, left_out, shrunk
from packbuilder.typeset.fragments import Fragment, Leaf, Page, Placement, Slab, shifted
from packbuilder.typeset.furniture import PageFacts, furniture, left_margin
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True)
class _Located:
    """A slab in its run, with its fragment's index."""

    fragment: int
    slab: Slab


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of fragments between forced page breaks. `odd`: it begins on a right-hand page."""

    fragments: tuple[Fragment, ...]
    odd: bool = False


def paginate(
    chapters: Sequence[Chapter], layout: Layout, facts: Mapping[str, str], wording: Catalogue, *, notes: bool = False
) -> tuple[tuple[Page, ...], frozenset[tuple[str, str]]]:
    """Place the chapters' fragments; fragments are counted through all chapters. Returns pages and furniture's glyphs.

    `notes`: pages that would be blank have lines to write notes on.
    """
    bodies: list[tuple[_Located, ...]] = []
    count = 0
    for chapter in chapters:
        if chapter.odd and len(bodies) % 2:
            bodies.append(())
        bodies.extend(_chapter_pages(chapter, count, layout))
        count += len(chapter.fragments)
    while len(bodies) % max(1, layout.pad_to):
        bodies.append(())
    pages: list[Page] = []
    glyphs: set[tuple[str, str]] = set()
    for number, body in enumerate(bodies, 1):
        page_facts = PageFacts(
            number=number,
            pages=len(bodies),
            message=_continues(body, bodies[number : number + 1], wording),
            turns=any(bodies[number:]),
            words={
                "page_of": wording.say("page.of", page=number, pages=len(bodies)),
                "outside_box": wording.say("page.outside_box"),
            },
            blank="" if body else wording.say("print.notes") if notes else _cased(wording.say("page.blank"), layout),
            lined=notes and not body,
        )
        placed, used = furniture(layout, facts, page_facts)
        glyphs |= used
        placements = tuple(_merged(_placed(body, layout, number), chapters))
        page = layout.page
        pages.append(Page(width=page.width, height=page.height, placements=placements, furniture=placed, label=str(number)))
    return tuple(pages), frozenset(glyphs)


def _cased(words: str, layout: Layout) -> str:
    return words if layout.capitals else decapitalised(words)


def _chapter_pages(chapter: Chapter, first: int, layout: Layout) -> Iterator[tuple[_Located, ...]]:
    run: list[_Located] = []
    for index, fragment in enumerate(chapter.fragments, first):
        if run:
            last = run[-1]
            run[-1] = _Located(last.fragment, replace(last.slab, space=max(last.slab.space, fragment.before)))
        run.extend(_Located(index, slab) for slab in fragment.slabs)
    stretches = [_stretch(each.slab) for each in run]
    # The first page of a run shows no repeated head: the head itself comes first there.
    start = 0
    for end in break_pages(stretches, layout.page.text_height):
        out = left_out(stretches, start, end, layout.page.text_height)
        body = _trimmed([run[index] for index in range(start, end) if index not in out])
        if body:
            yield body
        start = end


def _trimmed(body: Sequence[_Located]) -> tuple[_Located, ...]:
    """Leave out what parts nothing at a page's beginning and end: no line to cut along at the foot of a page."""
    kept = [index for index, each in enumerate(body) if not each.slab.parting]
    return tuple(body[kept[0] : kept[-1] + 1]) if kept else ()


def _stretch(slab: Slab) -> Stretch:
    return Stretch(slab.height, slab.space, slab.after, sum(head.height for head in slab.repeat), slab.spare)


def _placed(body: tuple[_Located, ...], layout: Layout, number: int) -> Iterator[Placement]:
    x = left_margin(layout, number)
    y = layout.page.height - layout.page.top
    heads = sum(head.height for head in body[0].slab.repeat) if body else 0.0
    heights = heads + sum(located.slab.height for located in body)
    give = shrunk(heights, sum(located.slab.space for located in body[:-1]), layout.page.text_height)
    for index, located in enumerate(body):
        if index == 0:
            for head in located.slab.repeat:
                yield Placement(located.fragment, head, x, y, True)
                y -= head.height
        yield Placement(located.fragment, located.slab, x, y)
        y -= located.slab.height + give * located.slab.space


def _continues(body: tuple[_Located, ...], after: list[tuple[_Located, ...]], wording: Catalogue) -> str:
    """Return the words for the foot where a question goes on over the page."""
    if not body or not after or not after[0]:
        return ""
    last, first = body[-1], after[0][0]
    if last.slab.question and last.slab.question == first.slab.question:
        return wording.say("question.continues", number=last.slab.question)
    return ""


def _merged(placements: Iterator[Placement], chapters: Sequence[Chapter]) -> Iterator[Placement]:
    """Join the slices of one table row on one page, its leaves cell by cell, so that they are read in that order."""
    fragments = [fragment for chapter in chapters for fragment in chapter.fragments]
    held: Placement | None = None
    for placement in placements:
        same = (
            held is not None
            and placement.slab.row >= 0
            and (placement.fragment, placement.slab.row) == (held.fragment, held.slab.row)
            and not placement.repeated
        )
        if same and held is not None:
            held = _joined(held, placement, fragments[held.fragment])
            continue
        if held is not None:
            yield held
        held = placement
    if held is not None:
        yield held


def _joined(above: Placement, below: Placement, fragment: Fragment) -> Placement:
    lower = shifted(below.slab.leaves, 0.0, below.y - above.y)
    leaves = sorted((*above.slab.leaves, *lower), key=lambda leaf: _cell_of(leaf, fragment))
    height = above.y - below.y + below.slab.height
    return replace(above, slab=replace(above.slab, height=height, leaves=tuple(leaves)))


def _cell_of(leaf: Leaf, fragment: Fragment) -> int:
    """Return the node of the cell that a leaf stands in; artifacts come first."""
    index = leaf.node
    while index >= 0 and fragment.nodes[index].role not in ("TD", "TH"):
        index = fragment.nodes[index].parent
    return index
