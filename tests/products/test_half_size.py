"""Half-size pages of real papers and packs: nothing overlaps, leaves its page, is stranded, or runs into a head or foot."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Group
from packbuilder.editions.print_layouts import for_habits
from packbuilder.layout import POINTS_PER_MM
from packbuilder.model.print_habits import Imposition, PrintHabits
from packbuilder.products.revision_pack import revision_pack
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import FORBIDDEN, Laid
from packbuilder.typeset.setter import Setter
from tests.products.test_geometry import bank, columns_of, documents
from tests.products.test_products import PLACE

SUBJECTS = ("chemistry", "geography", "mathematics")
SPACE = 3.5

CASES = [
    pytest.param(subject, name, imposition, id=f"{subject}-{name}-{imposition}")
    for subject in SUBJECTS
    for name, imposition in (("exam-a4", "booklet"), ("letter", "2up"), ("handout-a4", "booklet"))
]


@lru_cache(maxsize=4)
def setter(name: str, imposition: Imposition) -> Setter:
    return Setter(for_habits(layout(name, PLACE), PrintHabits(imposition=imposition)))


@lru_cache(maxsize=32)
def laid(subject: str, name: str, imposition: Imposition) -> Laid:
    """The paper in an exam's layout, else the revision pack."""
    document = documents(subject, 1)[0] if name != "handout-a4" else revision_pack(bank(subject).topics, title=subject)
    return lay_out(document, setter(name, imposition))


@pytest.mark.parametrize(("subject", "name", "imposition"), CASES)
def test_pages_hold_their_slabs_and_no_two_overlap(subject: str, name: str, imposition: Imposition) -> None:
    geometry = setter(name, imposition).layout.page
    for page in laid(subject, name, imposition).pages:
        for top, foot in columns_of(page):
            assert top <= geometry.height - geometry.top + 0.02
            assert foot >= geometry.bottom - 0.02
        for (_, foot), (top, _) in pairwise(columns_of(page)):
            assert top <= foot + 0.02


@pytest.mark.parametrize(("subject", "name", "imposition"), CASES)
def test_no_page_ends_where_a_break_is_forbidden(subject: str, name: str, imposition: Imposition) -> None:
    filled = [page for page in laid(subject, name, imposition).pages if page.placements]
    assert len(filled) > 1
    for page in filled[:-1]:
        assert page.placements[-1].slab.after != FORBIDDEN


@pytest.mark.parametrize(("subject", "name", "imposition"), CASES)
def test_heads_and_feet_stand_in_the_margins_where_a_printer_prints(subject: str, name: str, imposition: Imposition) -> None:
    geometry = setter(name, imposition).layout.page
    for page in laid(subject, name, imposition).pages:
        lines = [placed for placed in page.furniture if placed.slab.height]
        assert lines
        for placed in lines:
            in_head = placed.y - placed.slab.height >= geometry.height - geometry.top
            in_foot = placed.y <= geometry.bottom
            alone = not page.placements
            assert in_head or in_foot or alone
            assert placed.y - placed.slab.height >= 5 * POINTS_PER_MM
            assert placed.y <= geometry.height - 5 * POINTS_PER_MM


@pytest.mark.parametrize(("subject", "name", "imposition"), CASES)
def test_what_is_painted_stays_in_its_page(subject: str, name: str, imposition: Imposition) -> None:
    """Within the margins; the box of a line counts the space at its end, which nobody sees."""
    geometry = setter(name, imposition).layout.page
    for page in laid(subject, name, imposition).pages:
        for placed in page.placements:
            for leaf in placed.slab.leaves:
                if leaf.box:
                    assert placed.x + leaf.box[0] >= min(geometry.inner, geometry.outer) - 0.5
                    assert placed.x + leaf.box[2] <= geometry.width - min(geometry.inner, geometry.outer) + SPACE


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_cover_that_runs_over_leaves_no_page_nearly_empty(subject: str) -> None:
    """The frame of the instructions is whole on the cover; what stands below it is followed by questions."""
    document = documents(subject, 1)[0]
    found = laid(subject, "exam-a4", "booklet")
    box = next(index for index, block in enumerate(document.blocks) if isinstance(block, Group) and block.role == "box")
    assert {number for number, page in enumerate(found.pages) for placed in page.placements if placed.fragment == box} == {0}
    assert any(found.fragments[placed.fragment].question for placed in found.pages[1].placements)
