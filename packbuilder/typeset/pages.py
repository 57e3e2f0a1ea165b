"""Pages: fragments placed on pages by arithmetic over the heights of their slabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import sub
from typing import NamedTuple, TypeAlias

from packbuilder.identity import Same, same_as
from packbuilder.layout import Layout
from packbuilder.text import decapitalised
from packbuilder.typeset.breaking import Stretch, cheapest_pages, left_out, shrunk
from packbuilder.typeset.facing import Divided, facing
from packbuilder.typeset.fragments import ARTIFACT, Fragment, Leaf, Page, Placement, Slab, renumbered, shifted
from packbuilder.typeset.furniture import PageFacts, furniture, has_message_room, left_margin, message_room
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

_new = tuple.__new__
"""Makes a named tuple of all its fields at once, without running its own Python: each page has dozens."""


class Located(NamedTuple):
    """A slab in its run, with its fragment's index through all chapters."""

    fragment: int
    slab: Slab


Body: TypeAlias = tuple[Located, ...]
"""What stands on a page, from top to bottom; nothing on a blank one."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of fragments between forced page breaks. `odd`: it begins on a right-hand page; `running`: what its heads say for the title."""

    fragments: tuple[Fragment, ...]
    odd: bool = False
    running: str = ""


class Breaker:
    """Divides chapters into pages, for one document: a chapter that is what it was in an earlier round is not divided again."""

    def __init__(self, layout: Layout, wording: Catalogue) -> None:
        self._layout = layout
        self._wording = wording
        self._known: dict[tuple[int, ...], tuple[Chapter, tuple[Body, ...]]] = {}

    def bodies(self, chapters: Sequence[Chapter]) -> tuple[Body, ...]:
        """Return what stands on each page; fragments are counted through all chapters."""
        bodies: list[Body] = []
        count = 0
        for chapter in chapters:
            if chapter.odd and len(bodies) % 2:
                bodies.append(())
            last = chapter is chapters[-1]
            bodies.extend(self._chapter(chapter, count, len(bodies) + 1, last=last))
            count += len(chapter.fragments)
        while len(bodies) % max(1, self._layout.pad_to):
            bodies.append(())
        return tuple(bodies)

    def _chapter(self, chapter: Chapter, first: int, page: int, *, last: bool) -> tuple[Body, ...]:
        # The setter gives the same fragment for the same block: identity tells, and is quicker to compare than contents.
        key = (first, page, last, *map(id, chapter.fragments))
        known = self._known.get(key)
        if known is None:
            pad = self._layout.pad_to if last else 1
            known = self._known[key] = (chapter, tuple(_chapter_pages(chapter, first, self._layout, self._wording, page, pad)))
        return known[1]


def paginate(
    bodies: Sequence[Body],
    fragments: Sequence[Fragment],
    layout: Layout,
    facts: Mapping[str, str],
    wording: Catalogue,
    *,
    running: Mapping[int, str],
    notes: bool = False,
) -> tuple[tuple[Page, ...], frozenset[tuple[str, str]]]:
    """Return the pages of `bodies`, whose fragments are `fragments`, with their furniture, and the furniture's glyphs.

    `running` is what heads say for the title on pages that begin with a fragment; `notes`: pages that would be blank have lines to write on.
    """
    pages: list[Page] = []
    glyphs: set[frozenset[tuple[str, str]]] = set()
    outside, of = wording.say("page.outside_box"), wording.say("page.of")
    blank = wording.say("print.notes") if notes else _cased(wording.say("page.blank"), layout)
    printed = max((number for number, body in enumerate(bodies, 1) if body), default=0)
    page = layout.page
    for number, body in enumerate(bodies, 1):
        message = _continues(body, bodies[number : number + 1], fragments, wording)
        heights = _heights(body)
        foot = _foot(heights, layout, message)
        page_facts = PageFacts(
            number=number,
            pages=len(bodies),
            message=message,
            raised=foot,
            turns=number < printed,
            words={"page_of": of.format(page=number, pages=len(bodies)), "outside_box": outside},
            blank="" if body else blank,
            lined=notes and not body,
        )
        title = running.get(body[0].fragment, "") if running and body else ""
        placed, used = furniture(layout, {**facts, "title": title} if title else facts, page_facts)
        glyphs.update(used)
        placements: Iterable[Placement] = _placed(body, heights, layout, number, foot)
        if max([slab.row for _, slab in body], default=-1) >= 0:
            placements = _merged(placements, fragments)
        pages.append(Page(width=page.width, height=page.height, placements=tuple(placements), furniture=placed, label=str(number)))
    return tuple(pages), frozenset().union(*glyphs)


def _cased(words: str, layout: Layout) -> str:
    return words if layout.capitals else decapitalised(words)


def on_pages(fragments: Sequence[Fragment], height: float) -> tuple[float, float]:
    """Return what the best division of fragments into pages so many points high costs, and how far the last page of it is filled."""
    run = _run(fragments, 0)
    cost, ends = cheapest_pages(_stretches(run, [0.0] * len(run)), height)
    last = [slab for _, slab in run[ends[-2] if ends[1:] else 0 :]]
    return cost, sum([slab.height + slab.space for slab in last]) / height


def _run(fragments: Sequence[Fragment], first: int) -> list[Located]:
    """Return the slabs of fragments, of which the first has the index `first`, one below the other."""
    run: list[Located] = []
    for index, fragment in enumerate(fragments, first):
        if run and run[-1].slab.space < fragment.before:
            run[-1] = Located(run[-1].fragment, replace(run[-1].slab, space=fragment.before))
        run += [_new(Located, (index, slab)) for slab in fragment.slabs]
    return run


def _stretches(run: Sequence[Located], feet: Sequence[float]) -> list[Stretch]:
    """Return what pagination knows of slabs; `feet` is what a page's foot needs should it end after each, in points, besides what closes it."""
    return [
        _new(
            Stretch,
            (
                slab.height,
                slab.space,
                slab.after,
                _all_heights(same_as(slab.repeat)) if slab.repeat else 0.0,
                slab.spare,
                foot + _all_heights(same_as(slab.closing)) if slab.closing else foot,
            ),
        )
        for (_, slab), foot in zip(run, feet, strict=True)
    ]


def _chapter_pages(chapter: Chapter, first: int, layout: Layout, wording: Catalogue, page: int, pad: int) -> Iterator[Body]:
    run = _run(chapter.fragments, first)
    questions = list(chain.from_iterable(map(_questions, chapter.fragments)))
    stretches = _stretches(run, _rooms(questions, layout, wording))
    # The first page of a run shows no repeated head: the head itself comes first there.
    start = 0
    divided = Divided(
        stretches=stretches, questions=questions, fragments=[each.fragment for each in run], height=layout.page.text_height, page=page
    )
    for end in facing(divided, pad):
        out = left_out(stretches, start, end, layout.page.text_height - stretches[end - 1].foot)
        body = _trimmed([run[index] for index in range(start, end) if index not in out] if out else run[start:end])
        if body:
            yield body
        start = end


def _questions(fragment: Fragment) -> list[str]:
    """Return the number of the question that each slab of a fragment belongs to."""
    return [fragment.question] * len(fragment.slabs) if fragment.question else [slab.question for slab in fragment.slabs]


def _rooms(questions: Sequence[str], layout: Layout, wording: Catalogue) -> list[float]:
    """Return for each slab what it takes of the text's height, in points, to say that the question goes on that it is of."""
    if not has_message_room(layout):
        return [0.0] * len(questions)
    rooms = {number: message_room(_goes_on(number, wording), layout) for number in set(questions) if number}
    return [rooms[here] if here and here == after else 0.0 for here, after in zip(questions, (*questions[1:], ""), strict=True)]


def _trimmed(body: Sequence[Located]) -> Body:
    """Leave out what parts nothing at a page's beginning and end: no line to cut along at the foot of a page."""
    if not (body[:1] and (body[0].slab.parting or body[-1].slab.parting)):
        return tuple(body)
    kept = [index for index, each in enumerate(body) if not each.slab.parting]
    return tuple(body[kept[0] : kept[-1] + 1]) if kept else ()


@lru_cache(maxsize=64)
def _all_heights(slabs: Same[tuple[Slab, ...]]) -> float:
    # Remembered: each row of a table repeats the same.
    return sum([slab.height for slab in slabs.__self__])


def _heights(body: Body) -> float:
    """Return the height of a page's slabs, with the heads that it repeats and what closes it, without the white space between them."""
    if not body:
        return 0.0
    others = sum([each.height for each in (*body[0].slab.repeat, *body[-1].slab.closing)])
    return others + sum([located.slab.height for located in body])


def _foot(heights: float, layout: Layout, message: str) -> float:
    """Return what a page's foot takes of the text's height, of which slabs take `heights`; nothing where they need all of it."""
    room = message_room(message, layout)
    return room if heights <= layout.page.text_height - room else 0.0


def _placed(body: Body, heights: float, layout: Layout, number: int, foot: float) -> list[Placement]:
    """Return a page's slabs where they stand; `heights` are theirs."""
    if not body:
        return []
    x, y = left_margin(layout, number), layout.page.height - layout.page.top
    give = shrunk(heights, sum([located.slab.space for located in body[:-1]]), layout.page.text_height - foot)
    placed: list[Placement] = []
    for head in body[0].slab.repeat:
        placed.append(Placement(body[0].fragment, head, x, y, True))
        y -= head.height
    tops = accumulate([slab.height + give * slab.space for _, slab in body[:-1]], sub, initial=y)
    placed += [_new(Placement, (fragment, slab, x, top, False)) for (fragment, slab), top in zip(body, tops, strict=True)]
    y = placed[-1].y - body[-1].slab.height
    for edge in body[-1].slab.closing:
        placed.append(Placement(body[-1].fragment, edge, x, y, True))
        y -= edge.height
    return placed


def _continues(body: Body, after: Sequence[Body], fragments: Sequence[Fragment], wording: Catalogue) -> str:
    """Return the words for the foot where a question goes on over the page."""
    if not body or not after or not after[0]:
        return ""
    last, first = (fragments[each.fragment].question or each.slab.question for each in (body[-1], after[0][0]))
    return _goes_on(last, wording) if last and last == first else ""


def _goes_on(question: str, wording: Catalogue) -> str:
    return wording.say("question.continues", number=question)


def _merged(placements: Iterable[Placement], fragments: Sequence[Fragment]) -> Iterator[Placement]:
    """Join the slices of one table row on one page, its leaves cell by cell, so that they are read in that order."""
    held: list[Placement] = []
    for placement in placements:
        row = placement.slab.row
        alone = row < 0 or placement.repeated
        if held and (alone or (placement.fragment, row) != (held[0].fragment, held[0].slab.row)):
            yield _joined(held, fragments)
            held = []
        if alone:
            yield placement
        else:
            held.append(placement)
    if held:
        yield _joined(held, fragments)


def _joined(slices: Sequence[Placement], fragments: Sequence[Fragment]) -> Placement:
    top, last = slices[0], slices[-1]
    if top is last:
        return top
    fragment, base = fragments[top.fragment], top.slab.base
    leaves = list(top.slab.leaves)
    for each in slices[1:]:
        # What stands below the first slice comes again in every version. Where something lies over that one, it alone counts its nodes from the fragment's first.
        lower, apart = _lower(same_as(each.slab.leaves), round(each.y - top.y, 6)), each.slab.base - base
        leaves += renumbered(lower, apart) if apart else lower
    cells = {node: _cell_of(node + base, fragment) if node != ARTIFACT else ARTIFACT for node in {leaf.node for leaf in leaves}}
    leaves.sort(key=lambda leaf: cells[leaf.node])
    height = top.y - last.y + last.slab.height
    return top._replace(slab=replace(top.slab, height=height, leaves=tuple(leaves)))


@lru_cache(maxsize=512)
def _lower(leaves: Same[tuple[Leaf, ...]], dy: float) -> tuple[Leaf, ...]:
    return shifted(leaves.__self__, 0.0, dy)


def _cell_of(node: int, fragment: Fragment) -> int:
    """Return the node of the cell that a node stands in."""
    index = node
    while index >= 0 and fragment.nodes[index].role not in ("TD", "TH"):
        index = fragment.nodes[index].parent
    return index
