"""The geometry of finished pages, over many papers: nothing overlaps, nothing leaves its page, nothing is stranded."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import pytest

from packbuilder.app.making import draw
from packbuilder.app.project import layout, library_of
from packbuilder.document import Document
from packbuilder.layout import Layout
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import Blueprint
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.products.revision_pack import revision_pack
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.fragments import FORBIDDEN, Laid, Page
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE, ROOT

SUBJECTS = ("chemistry", "geography", "community-development", "mathematics")
LAYOUTS = ("exam-a4", "letter", "handout-a4")
SEEDS = (1, 2, 3)


@lru_cache(maxsize=4)
def bank(subject: str) -> ItemBank:
    library, _ = library_of((str(ROOT / "sources" / subject),), PLACE)
    return library.bank


@lru_cache(maxsize=3)
def setter(name: str) -> Setter:
    return Setter(layout(name, PLACE))


@lru_cache(maxsize=64)
def documents(subject: str, seed: int) -> tuple[Document, ...]:
    (form,) = draw(bank(subject), Blueprint(marks=45), seed=seed, title=subject.title())
    return practice_paper(form), mark_scheme(form)


CASES = [
    pytest.param(subject, seed, name, which, id=f"{subject}-{seed}-{name}-{('paper', 'scheme')[which]}")
    for subject in SUBJECTS
    for seed in SEEDS
    for name in LAYOUTS
    for which in (0, 1)
]


def laid(subject: str, seed: int, name: str, which: int) -> tuple[Laid, Layout]:
    made = setter(name)
    return lay_out(documents(subject, seed)[which], made), made.layout


def columns_of(page: Page) -> list[tuple[float, float]]:
    """The top and foot of each slab of a page, in reading order."""
    return [(placement.y, placement.y - placement.slab.height) for placement in page.placements]


@pytest.mark.parametrize(("subject", "seed", "name", "which"), CASES)
def test_pages_hold_their_slabs_and_no_two_overlap(subject: str, seed: int, name: str, which: int) -> None:
    document, look = laid(subject, seed, name, which)
    for page in document.pages:
        for top, foot in columns_of(page):
            assert top <= look.page.height - look.page.top + 0.02
            assert foot >= look.page.bottom - 0.02
        for (_, foot), (top, _) in pairwise(columns_of(page)):
            assert top <= foot + 0.02


@pytest.mark.parametrize(("subject", "seed", "name", "which"), CASES)
def test_no_page_ends_where_a_break_is_forbidden(subject: str, seed: int, name: str, which: int) -> None:
    """A stem stays with its options and its first lines, a heading with what follows, a total with its question."""
    document, _ = laid(subject, seed, name, which)
    filled = [page for page in document.pages if page.placements]
    for page in filled[:-1]:
        assert page.placements[-1].slab.after != FORBIDDEN


@pytest.mark.parametrize(("subject", "seed", "name", "which"), CASES)
def test_the_last_page_is_not_nearly_empty_and_blank_pages_say_so(subject: str, seed: int, name: str, which: int) -> None:
    document, look = laid(subject, seed, name, which)
    filled = [page for page in document.pages if page.placements]
    assert len(document.pages) - len(filled) < look.pad_to
    top, foot = columns_of(filled[-1])[0][0], columns_of(filled[-1])[-1][1]
    assert (top - foot) / look.page.text_height > 0.05
    assert len(filled) < 14


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_cover_of_a_paper_fits_one_page(subject: str) -> None:
    for seed in SEEDS:
        document, _ = laid(subject, seed, "exam-a4", 0)
        assert not any(map(document.question, document.pages[0].placements))
        assert any(map(document.question, document.pages[1].placements))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_packs_leave_no_heading_alone(subject: str) -> None:
    pack = lay_out(revision_pack(bank(subject).topics, title=subject), setter("handout-a4"))
    for page in pack.pages[:-1]:
        assert page.placements[-1].slab.after != FORBIDDEN
        assert page.placements[-1].slab.outline is None
