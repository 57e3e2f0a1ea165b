"""What a seal tells of each page: a change is found on the pages that it is on, and on no other."""

from __future__ import annotations

import pytest

from packbuilder.typeset.page_seals import NOWHERE, TOLD_BY_PAGE, PageSeals, changed_pages, is_row

Told = tuple[int, str]
"""The page of an element, and its words."""

PLAIN: tuple[Told, ...] = ((0, "a"), (0, "b"), (NOWHERE, "table"), (1, "c"), (1, "d"), (2, "e"))


def row(elements: tuple[Told, ...], *, links: tuple[Told, ...] = (), read: str = "[(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]") -> str:
    seals = PageSeals(3)
    for page, words in elements:
        seals.elements(page, (f"P {words}", f"[{words}]", words, "", ""))
    seals.read(read)
    for page, words in links:
        seals.link(page, words)
    return seals.finish(["first", "second", "third"])


@pytest.mark.parametrize(
    ("changed", "pages"),
    [
        (((0, "a"), (0, "x"), *PLAIN[2:]), (1,)),
        ((*PLAIN[:2], (NOWHERE, "list"), *PLAIN[3:]), (2,)),
        ((*PLAIN[:4], (1, "x"), (2, "x")), (2, 3)),
        ((*PLAIN, (2, "f")), (3,)),
        ((*PLAIN, (NOWHERE, "f")), (3,)),
        ((*PLAIN, (7, "beyond")), (3,)),
        (PLAIN[1:], (1,)),
    ],
)
def test_words_are_told_on_their_page(changed: tuple[Told, ...], pages: tuple[int, ...]) -> None:
    assert changed_pages(row(PLAIN), row(changed), "words") == pages


def test_what_is_read_after_another_page_than_before_is_told_in_both_places() -> None:
    """Each page has its own elements in their own order still."""
    moved = (*PLAIN[:2], (2, "e"), *PLAIN[2:5])
    assert changed_pages(row(PLAIN), row(moved), "order") == (2, 3)


def test_content_that_is_read_in_another_order_within_its_elements_is_told() -> None:
    other = row(PLAIN, read="[(0, 0), (0, 1), (1, 1), (1, 0), (2, 0)]")
    assert [changed_pages(row(PLAIN), other, aspect) for aspect in ("order", "words")] == [(2,), ()]


def test_links_and_what_is_painted_are_told_on_their_page() -> None:
    linked = row(PLAIN, links=((1, "x"),))
    assert changed_pages(row(PLAIN), linked, "links") == (2,)
    assert changed_pages(row(PLAIN), linked, "pages") == ()


@pytest.mark.parametrize(("before", "aspect"), [("", "words"), (row(PLAIN)[4:], "words"), (row(PLAIN) * 2, "words"), (row(PLAIN), "fonts")])
def test_where_pages_cannot_be_told_apart_none_is_named(before: str, aspect: str) -> None:
    assert changed_pages(before, row(PLAIN[1:]), aspect) == ()


def test_a_row_is_so_many_figures_a_page() -> None:
    assert len(row(PLAIN)) == 3 * 4 * len(TOLD_BY_PAGE)
    assert is_row(row(PLAIN))
    assert is_row("")
    assert not is_row(row(PLAIN)[1:])
    assert not is_row(row(PLAIN)[1:] + "g")


def test_a_file_of_no_pages_has_no_row() -> None:
    seals = PageSeals(0)
    seals.elements(NOWHERE, ("Document ", "[]", "", "", ""))
    assert seals.finish(()) == ""
