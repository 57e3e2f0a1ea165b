"""Questions whose numbers the seed draws: ranges, conditions, computed answers, and slips with their places."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.app.stressing import stressed
from packbuilder.assemble import assemble
from packbuilder.diagnostics import Diagnostics, Severity
from packbuilder.markup import flat
from packbuilder.model.bank import ItemBank
from packbuilder.model.blueprint import SAME, Blueprint
from packbuilder.model.item import Item
from packbuilder.question_types.bank import build_bank
from packbuilder.question_types.expressions import ExpressionError, evaluated, shown
from packbuilder.question_types.multiple_choice import MultipleChoice
from packbuilder.question_types.numeric import Numeric
from packbuilder.readers.bank_yaml import read_bank
from packbuilder.seeding import Seed

RATE = """bank: {topic: rates}
items:
  - id: rate
    kind: numeric
    parameters: {volume: 20 to 90 step 5, time: "10, 20, 30"}
    computed: {rate: volume / time}
    where: [volume > time, sf(rate) <= 2]
    stem: "A reaction gives {@ volume @} cm³ of gas in {@ time @} s. Calculate the rate."
    marks: 1
    answer: "{@ rate|2sf @}"
    unit: cm³/s
    working: [{text: "$\\\\frac{{@ volume @}}{{@ time @}}$"}]
"""


def built(source: str) -> tuple[tuple[Item, ...], Diagnostics]:
    bank, found = read_bank(source.encode(), "b.yaml")
    items, more = build_bank(bank.items, bank.stimuli, {})
    return items, (*found, *more)


def rate() -> Item:
    (item,), found = built(RATE)
    assert found == ()
    return item


def numbers(item: Item) -> tuple[int, int, float]:
    volume, time = map(int, re.findall(r"(\d+) (?:cm|s)", flat(item.stem)))
    assert isinstance(item.interaction, Numeric)
    return volume, time, item.interaction.value


def test_every_draw_meets_the_conditions_and_answers_its_own_numbers() -> None:
    variants = rate().variants
    assert variants is not None
    assert variants.combinations == 45
    seen = set()
    for seed in range(300):
        item = variants.drawn(Seed(seed))
        assert item is not None
        volume, time, answer = numbers(item)
        assert volume in range(20, 91, 5)
        assert time in (10, 20, 30)
        assert volume > time
        assert answer == volume / time
        assert isinstance(item.interaction, Numeric)
        assert flat(item.interaction.working[0].text) == f"{volume}/{time}"
        seen.add((volume, time))
    assert len(seen) > 15


def test_the_same_seed_draws_the_same_numbers() -> None:
    variants = rate().variants
    assert variants is not None
    assert variants.drawn(Seed(5)) == variants.drawn(Seed(5))


def test_every_version_has_numbers_of_its_own_and_the_scheme_has_the_same() -> None:
    forms = assemble(ItemBank(items=(rate(),)), Blueprint(marks=1, versions=3, overlap=SAME), Seed(2), title="T")
    drawn = [numbers(form.questions[0].parts[0].item) for form in forms]
    assert len(set(drawn)) > 1
    assert all(volume / time == answer for volume, time, answer in drawn)


def test_options_that_come_out_alike_are_drawn_again() -> None:
    source = """bank: {topic: sums}
items:
  - id: double
    kind: multiple_choice
    parameters: {a: 0 to 4}
    stem: What is twice {@ a @}?
    options: [{text: "{@ 2 * a @}", correct: true}, {text: "{@ a * a @}"}, {text: "{@ a + 2 @}"}]
"""
    (item,), found = built(source)
    assert found == ()
    assert item.variants is not None
    for seed in range(60):
        drawn = item.variants.drawn(Seed(seed))
        assert drawn is not None
        assert isinstance(drawn.interaction, MultipleChoice)
        assert len({flat(option.text) for option in drawn.interaction.options}) == 3


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "words"),
    [
        ("volume / time", "volume / tim", 6, "B273", "'volume / tim' cannot be computed"),
        ("sf(rate) <= 2", "__import__('os')", 7, "B273", "cannot be computed"),
        ("sf(rate) <= 2", "().__class__", 7, "B273", "cannot be computed"),
        ("sf(rate) <= 2", "9**9**9**9 > 0", 7, "B273", "cannot be computed"),
        ("volume > time", "volume < 0", 7, "B272", "no values meet the conditions"),
        ("20 to 90 step 5", "90 to 20", 5, "B271", "cannot be read"),
        ("20 to 90 step 5", "0 to 1000000000", 5, "B271", "there are 1,000,000,001, and 100,000 at most"),
        ("{@ volume @} cm³", "{@ volum @} cm³", 8, "B273", "'volum' cannot be computed"),
        ("{@ volume @} cm³", "{@ volume cm³", 8, "B274", "no `@}` after it"),
        ("{volume: 20", "{Volume: 20", 5, "B270", "cannot name a value"),
        ("{volume: 20", "{max: 20", 5, "B270", "it is the name of a function"),
        ("{volume: 20", "{if: 20", 5, "B270", "expressions use the word themselves"),
        ("{rate: volume", "{time: volume", 6, "B275", "'time' is a parameter already"),
        ("{rate: volume", "{sf: volume", 6, "B270", "it is the name of a function"),
        ("20 to 90 step 5", "1 to 1000000", 5, "B271", "there are 1,000,000, and 100,000 at most"),
        ("20 to 90 step 5", f"{10**30} to 2", 5, "B271", "two numbers of up to 15 digits"),
        ("20 to 90 step 5", "20 to many", 5, "B271", "two numbers of up to 15 digits"),
        ("20 to 90 step 5", "20 to 90 step 0", 5, "B271", "the step is 0"),
        ("rate|2sf", "rate|40dp", 10, "B273", "more than 15 figures"),
        ("rate|2sf", "rate|30sf", 10, "B273", "more than 15 figures"),
        ("{@ volume @} cm³", "{@ 'abc'[9] @} cm³", 8, "B273", "an index"),
        ("volume / time", "9**399999", 6, "B273", "more than 100 digits"),
    ],
)
def test_a_slip_is_an_error_at_its_line(old: str, new: str, line: int, code: str, words: str) -> None:
    assert old in RATE
    items, found = built(RATE.replace(old, new, 1))
    assert items == ()
    errors = [(d.code, d.span.line, d.message) for d in found if d.severity is Severity.ERROR]
    assert any(c == code and at == line and words in message for c, at, message in errors), errors


def test_what_follows_from_a_slip_is_not_told_as_well() -> None:
    _, found = built(RATE.replace("volume / time", "volume / tim"))
    assert [d.span.line for d in found] == [6]


def test_options_equal_in_value_are_drawn_again() -> None:
    source = """bank: {topic: sums}
items:
  - id: ratio
    kind: multiple_choice
    parameters: {a: 1 to 4, b: 1 to 4}
    stem: "What is {@ a @} times {@ b @}?"
    options: [{text: "{@ a * b|2dp @}", correct: true}, {text: "{@ a + b @}"}, {text: "{@ 20 + a @} m"}]
"""
    (item,), found = built(source)
    assert found == ()
    assert item.variants is not None
    for seed in range(60):
        drawn = item.variants.drawn(Seed(seed))
        assert drawn is not None
        assert isinstance(drawn.interaction, MultipleChoice)
        product, total = (flat(option.text) for option in drawn.interaction.options[:2])
        assert float(product) != float(total)


def test_one_value_in_two_styles_may_be_asked_for() -> None:
    source = """bank: {topic: sums}
items:
  - id: figures
    kind: multiple_choice
    parameters: {a: 1 to 4}
    stem: "Which is {@ a @} to three significant figures?"
    options: [{text: "{@ a|3sf @}", correct: true}, {text: "{@ a|2sf @}"}]
"""
    (item,), _ = built(source)
    assert item.variants is not None and item.variants.drawn(Seed(1)) is not None


def test_stress_counts_failures_and_duplicates() -> None:
    (report,) = stressed(ItemBank(items=(rate(),)), draws=200)
    assert (report.draws, report.failures) == (200, 0)
    assert report.different + report.duplicates == 200
    assert 15 < report.different <= report.combinations


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (0.1 + 0.2, "", "0.3"),
        (1250, "2sf", "1300"),
        (0.05, "3sf", "0.0500"),
        (9.99, "2sf", "10"),
        (2.5, "0dp", "3"),
        (-0.001, "1dp", "0.0"),
        (0.125, "2dp", "0.13"),
        (0, "2sf", "0.0"),
        (1e12, "", "1000000000000"),
        ("sulfur", "3sf", "sulfur"),
    ],
)
def test_numbers_are_printed_as_schools_round(value: float | str, style: str, text: str) -> None:
    assert shown(value, style) == text


def test_another_style_is_refused() -> None:
    with pytest.raises(ExpressionError, match="3sf, 2dp or 3std"):
        shown(3, "nice")


@given(st.floats(1e-6, 1e9), st.integers(1, 6))
def test_rounding_to_figures_is_near_and_needs_no_more(value: float, figures: int) -> None:
    text = shown(value, f"{figures}sf")
    assert math.isclose(float(text), value, rel_tol=0.5 * 10 ** (1 - figures) + 1e-9)
    assert evaluated("sf(x)", {"x": float(text)}) <= figures
