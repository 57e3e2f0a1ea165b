"""What is credited for being drawn or chosen gives nothing away where the stem says it; what is told in words does."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.checking import check
from packbuilder.app.project import Workplace

ITEM = (
    "bank: {{topic: rates}}\nitems:\n  - id: own\n    kind: short_answer\n    stem: {stem}\n    marks: 1\n    points: [{{text: {point}}}]\n"
)


@pytest.mark.parametrize(
    ("stem", "point", "told"),
    [
        ("Draw on squared paper a wave of amplitude 3 cm.", "amplitude 3 cm", False),
        ("Plot the points (1, 2) and (3, 4).", "points (1, 2) and (3, 4)", False),
        ("A student says that iron rusts. State whether the student is right.", "The student is right", False),
        ("State whether iron needs water, because it rusts in rain.", "iron needs water", False),
        ("State whether iron rusts, because it takes up oxygen.", "it takes up oxygen", True),
        ("Iron needs water and oxygen to rust. State whether a student is right.", "water and oxygen", True),
        ("Explain why a wave of amplitude 3 cm is louder.", "amplitude 3 cm", True),
    ],
)
def test_a_stem_may_say_what_is_done(tmp_path: Path, stem: str, point: str, told: bool) -> None:
    (tmp_path / "rates.bank.yaml").write_text(ITEM.format(stem=f'"{stem}"', point=f'"{point}"'), encoding="utf-8")
    found = check((str(tmp_path),), Workplace(root=tmp_path, project=None)).diagnostics
    assert ("D107" in [each.code for each in found]) == told
