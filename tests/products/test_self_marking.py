"""The students' edition: every creditworthy point has a box, and every box says where to look, on the page where it stands."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.app.making import draw, make_papers
from packbuilder.app.packs import make_pack
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout, library_of
from packbuilder.markup import flat
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.scheme import PointsScheme
from packbuilder.products.digests import digests_of
from packbuilder.typeset.readback import ReadBack, read_back
from tests.products.test_products import PLACE, ROOT


@lru_cache(maxsize=1)
def made() -> tuple[Form, ReadBack, ReadBack]:
    library, _ = library_of((str(ROOT / "sources" / "geography"),), PLACE)
    (form,) = draw(library.bank, Blueprint(marks=40), seed=11, title="Rivers")
    exam, handout, printer = layout("exam-a4", PLACE), layout("handout-a4", PLACE), Printer()
    pack = make_pack(library.bank, title="Rivers", layout=handout, printer=printer)
    (edition,) = make_papers(
        (form,), paper=exam, scheme=handout, printer=printer, products=("self_marking",), topics=library.bank.topics, pages=pack.anchors
    )
    return form, read_back(edition.data), read_back(pack.data)


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_creditworthy_point_stands_in_it() -> None:
    form, edition, _ = made()
    text = words(" ".join(edition.pages))
    points = [flat(p.text) for q in form.questions for part in q.parts if isinstance(s := part.item.scheme, PointsScheme) for p in s.points]
    assert len(points) > 3
    for point in points:
        assert words(point) in text


def test_it_sends_readers_to_the_page_where_the_section_stands() -> None:
    _, edition, pack = made()
    named = set(re.findall(r"look at: ([^,)]+), page (\d+)", words(" ".join(edition.pages))))
    assert named
    for section, page in named:
        assert section in words(pack.pages[int(page) - 1])


def test_it_carries_the_digests_of_the_paper_and_none_of_a_marker_s_words() -> None:
    form, edition, _ = made()
    text = words(" ".join(edition.pages))
    for _, digest in digests_of(form):
        assert digest in text
    for said in ("Award", "candidate", "learner", "Marking point:", "Indicative"):
        assert said not in text
    assert edition.record["product"] == "self-marking"
    assert edition.faults == ()
