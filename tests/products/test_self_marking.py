"""The students' edition: every creditworthy point has a box, and every box says where to look, on the page where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from packbuilder.app.library import load
from packbuilder.app.making import PaperWishes, draw, make_papers
from packbuilder.app.packs import make_pack
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout, library_of
from packbuilder.diagnostics import Span
from packbuilder.document import Drawing, Group
from packbuilder.markup import flat, rich
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.form import Form
from packbuilder.model.scheme import PointsScheme
from packbuilder.model.topic import KeyConcept, Topic
from packbuilder.products.digests import digests_of
from packbuilder.products.self_marking import section_of, self_marking
from packbuilder.typeset.reading.readback import ReadBack, read_back
from packbuilder.walks import texts_of
from tests.products.test_products import PLACE, ROOT


@lru_cache(maxsize=1)
def made() -> tuple[Form, ReadBack, ReadBack]:
    library, _ = library_of((str(ROOT / "sources" / "geography"),), PLACE)
    (form,) = draw(library.bank, Blueprint(marks=40), seed=11, title="Rivers")
    exam, handout, printer = layout("exam-a4", PLACE), layout("handout-a4", PLACE), Printer()
    pack = make_pack(library.bank, title="Rivers", layout=handout, printer=printer)
    (edition,) = make_papers(
        (form,),
        PaperWishes(paper=exam, scheme=handout, products=("self_marking",), topics=library.bank.topics, pages=pack.anchors),
        printer,
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


BANK = r"""bank: {topic: t, title: Powers}
items:
- {id: a, kind: numeric, stem: Find x., answer: 9.8, tolerance: 0.1, unit: m, marks: 1}
- {id: b, kind: numeric, stem: Solve it., answer: 3.5, marks: 3, working: [{text: Critical values, marks: 2, type: M}, {text: "3.5", marks: 1, type: A}]}
- {id: c, kind: multiple_choice, stem: Which?, marks: 1, options: [{text: This, correct: true}, {text: That}, {text: Neither}]}
- {id: d, kind: cloze, stem: Fill it in., marks: 2, text: "{{One}} and {{two}}."}
- {id: e, kind: drawing, stem: Draw it., drawing: {kind: number_line, from: 0, to: 5, step: 1},
   answer: {kind: number_line, from: 0, to: 5, step: 1, intervals: [{from: 1, to: 2}]}, points: [{text: A line from 1 to 2}]}
- {id: f, kind: extended_response, stem: Assess it., marks: 6, indicative: [Much], levels: [
   {marks: 1-2, descriptor: Little.}, {marks: 3-4, descriptor: Some.}, {marks: 5-6, descriptor: A lot.}]}
"""


def test_it_says_how_to_count_what_has_no_points_and_shows_what_was_to_be_drawn(tmp_path: Path) -> None:
    (tmp_path / "t.bank.yaml").write_text(BANK)
    bank = load((tmp_path / "t.bank.yaml",), root=tmp_path).bank
    (form,) = draw(bank, Blueprint(marks=14), seed=1, title="T")
    blocks = {part.item.id: group for group, part in zip(groups(form), (part for q in form.questions for part in q.parts), strict=True)}
    said = {id_: [flat(text) for text in texts_of((group,))] for id_, group in blocks.items()}
    assert said["t.a"][1:3] == ["1 mark for the right answer.", "9.8 m; Accept 9.7 to 9.9 m"], "a range is no answer of its own"
    assert said["t.b"][1:4] == ["Marks are in brackets after each point; 3 in all.", "Critical values (2)", "3.5 (1)"]
    assert said["t.c"][1] == "1 mark for the right answer."
    assert said["t.d"][1:4] == ["2 marks in all; fewer where only part of it is right.", "1.  One", "2.  two"]
    assert any(isinstance(block, Drawing) for block in blocks["t.e"].blocks)
    assert [text[:3] for text in said["t.f"][2:5]] == ["5–6", "3–4", "1–2"], "highest first, as it says"


def test_a_definition_that_is_a_formula_is_found_among_the_concepts() -> None:
    span = Span(path="notes.txt", line=1, column=1)
    concept = KeyConcept(term="Modulus function", definition=r"The function $|x| = \\sqrt{x^2}$ of *all* numbers.", span=span)
    topic = Topic(id="t", title="T", span=span, concepts=(concept,))
    assert section_of(topic, flat(rich(concept.definition))) == "concepts"


def groups(form: Form) -> list[Group]:
    return [block for block in self_marking(form, (), {}).blocks if isinstance(block, Group)]
