"""Numbers of questions are headings, so that a screen reader goes from one question to the next; no level is skipped."""

from __future__ import annotations

from itertools import pairwise

from tests.products.test_products import made


def test_a_paper_has_a_heading_for_each_question() -> None:
    tree = made()[1]["paper-A.pdf"].tree
    assert tree is not None
    headed = {
        kind: [child.role for each in tree.find(name=kind) for child in each.children if child.name == "number"]
        for kind in ("question", "part")
    }
    assert headed["question"]
    assert set(headed["question"]) == {"H2"}
    assert set(headed["part"]) <= {"H3"}
    levels = [int(each.role[1]) for each in tree.walk() if each.role in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
