"""Changed figures in files of the reader edition: in sentences as often as they stand there, and in formulas as they are read out."""

from __future__ import annotations

import pytest

from packbuilder.app.paper_reading import Asked, figures
from packbuilder.app.reader_reading import asked_in, unlike_formulas
from packbuilder.app.verifying.editions import compared

PAGE = '<section data-label="1" data-marks="2"><h2>Question 1 [2 marks]</h2><p class="stem">A ball of {} kg falls 2 m.</p></section>'


def page_asks(mass: str) -> dict[str, Asked]:
    asked = asked_in("paper.html", PAGE.format(mass).encode(), heading="Question")
    assert asked is not None
    return dict(asked)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a ball of 2.0 kg and 2,500 m, 3", ("2.0", "2,500", "3")),
        ("10^5 Pa, CO2, 2x, 10⁵ and A4", ()),
    ],
)
def test_numbers_stand_by_themselves(text: str, found: tuple[str, ...]) -> None:
    assert figures(text) == found


def test_a_changed_number_is_told() -> None:
    standard = page_asks("2.0")
    assert list(compared(standard, page_asks("2.0"), more=True)) == []
    assert any("does not have the numbers of the standard paper: 2.0" in told for told in compared(standard, page_asks("3.0"), more=True))


@pytest.mark.parametrize(
    ("said", "shown", "unlike"),
    [
        ("E = 9.0 J", "<mi>E</mi><mo>=</mo><mn>9.0</mn><mi>J</mi>", False),
        ("E = 9.0 J", "<mi>E</mi><mo>=</mo><mn>8.0</mn><mi>J</mi>", True),
        ("x² + ½", "<msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac>", False),
        ("∛8", "<mroot><mn>8</mn><mn>3</mn></mroot>", False),
    ],
)
def test_a_formula_shows_what_it_says(said: str, shown: str, *, unlike: bool) -> None:
    page = f'<p>So <math alttext="{said}">{shown}</math> in 2026.</p>'
    assert bool(list(unlike_formulas(page.encode()))) is unlike
