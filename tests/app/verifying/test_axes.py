"""Numbers on an axis give nothing away; the same numbers elsewhere do."""

from __future__ import annotations

from pathlib import Path

from packbuilder.app.one_product import build_paper
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, library_of
from packbuilder.app.verifying.verify import verify
from packbuilder.model.blueprint import Blueprint
from tests.app.papers import NOTES
from tests.app.verifying.test_verify import overprint, spoilt

BANK = """
bank: {topic: vf, title: Lines, language: en-GB}
items:
  - {id: a, kind: short_answer, stem: Write the three numbers., marks: 1, points: [{text: 3 2 1}], lines: 1}
  - id: b
    kind: drawing
    stem: Mark x on the line.
    marks: 1
    drawing: {kind: number_line, from: -3, to: 3, step: 1}
    answer: {kind: number_line, from: -3, to: 3, step: 1, points: [{at: 1}]}
    points: [{text: A filled circle at 1}]
"""


def test_a_number_line_gives_nothing_away_and_numbers_beside_it_do(tmp_path: Path) -> None:
    (tmp_path / "vf.bank.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "vf.txt").write_bytes(NOTES.read_bytes())
    workplace = Workplace(root=tmp_path, project=None)
    build_paper(
        library_of((str(tmp_path),), workplace),
        workplace,
        Blueprint(marks=2, include=frozenset({"vf.a", "vf.b"})),
        seed=1,
        layout_name="exam-a4",
        output=tmp_path / "out",
        title="",
        progress=lambda _: None,
        printer=Printer(),
    )
    pair = (tmp_path / "out" / "paper-A.pdf", tmp_path / "out" / "mark-scheme-A.pdf")
    assert verify(pair).failures == ()
    spoilt(pair[0], overprint("3 2 1"))
    assert any("page 2 gives away" in failure for failure in verify(pair).failures)
