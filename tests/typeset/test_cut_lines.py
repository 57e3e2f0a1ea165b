"""Lines to cut along: between what stands on one page, and nowhere else."""

from __future__ import annotations

import pytest

from packbuilder.document import AnswerLines, CutLine, Document, Group, Paragraph
from packbuilder.layout import Layout, TextStyle
from packbuilder.text import plain
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.setter import Setter

LAYOUT = Layout(name="plain", styles=(("body", TextStyle()),))


@pytest.mark.parametrize(("lines", "pages", "cuts"), [(5, 1, 1), (18, 2, 0), (24, 2, 0)])
def test_a_cut_line_stands_only_between_parts_of_one_page(lines: int, pages: int, cuts: int) -> None:
    ticket = Group(blocks=(Paragraph(text=plain("Exit ticket")), AnswerLines(lines=lines)), together=True)
    laid = lay_out(Document(title="T", language="en-GB", blocks=(ticket, CutLine(), ticket)), Setter(LAYOUT))
    assert len(laid.pages) == pages
    assert sum(each.slab.parting for page in laid.pages for each in page.placements) == cuts
