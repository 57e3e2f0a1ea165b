"""Documents that are set closer where that saves a page or keeps whole what belongs together, and no closer than it takes."""

from __future__ import annotations

from packbuilder.document import Document, Group, Paragraph
from packbuilder.layout import Layout
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter

PLAIN = Layout(name="plain")


def shown(*counts: int, snug: bool) -> list[list[int]]:
    """Return how many lines of each group stand on each page."""
    groups = tuple(Group(blocks=tuple(Paragraph(text=plain("Some words.")) for _ in range(count)), together=True) for count in counts)
    laid = lay_out(Document(title="T", language="en-GB", blocks=groups, snug=snug), Setter(PLAIN))
    return [[sum(each.fragment == group for each in page.placements) for group in range(len(counts))] for page in laid.pages]


def test_a_page_for_a_few_lines_is_saved() -> None:
    assert len(shown(20, 20, 3, snug=False)) == 2
    assert shown(20, 20, 3, snug=True) == [[20, 20, 3]]


def test_two_pages_stay_two_pages_where_nothing_is_saved() -> None:
    assert shown(30, 30, snug=True) == shown(30, 30, snug=False) == [[30, 0], [0, 30]]
