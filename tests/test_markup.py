"""Light Markdown: what is markup, and what is data that only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.markup import flat, in_characters, language_in, parse, place_in, rich, titled, written
from packbuilder.text import Maths, Run


@pytest.mark.parametrize(
    "text",
    [
        "e^(-t/RC)",
        "a < b & b > c",
        "<b>bold</b>",
        "&amp;",
        "costs $5",
        "from $5 to $9 a day",
        "2 * 3 * 4",
        "5 *",
        "snake_case_name",
        "x~y",
        "<font color=red>",
    ],
)
def test_data_stays_as_it_is(text: str) -> None:
    assert rich(text) == (Run(text=text),)


def test_styles() -> None:
    assert rich("a **b** *c* `d` H<sub>2</sub>O x<sup>2</sup>") == (
        Run(text="a "),
        Run(text="b", bold=True),
        Run(text=" "),
        Run(text="c", italic=True),
        Run(text=" "),
        Run(text="d", code=True),
        Run(text=" H"),
        Run(text="2", script="sub"),
        Run(text="O x"),
        Run(text="2", script="super"),
    )


@pytest.mark.parametrize("text", [r"$x^2$", r"\(x^2\)", r"$$x^2$$"])
def test_formulas(text: str) -> None:
    (formula,) = rich(text)
    assert isinstance(formula, Maths)
    assert formula.source == "x^2"
    assert flat(rich(text)) == "x²"


def test_chemistry_needs_no_dollars() -> None:
    assert flat(rich(r"water, \ce{H2O}, is made")) == "water, H₂O, is made"


def test_a_mistake_in_a_formula_has_its_place_and_a_hint() -> None:
    (mistake,) = parse(r"so $\alhpa + 1$ is").mistakes
    assert mistake.offset == 4
    assert "alpha" in mistake.hints[0]


def test_a_backslash_prints_the_sign() -> None:
    assert flat(rich(r"\*not italic\* and \$5")) == "*not italic* and $5"


def test_a_language_that_nobody_knows_is_a_mistake() -> None:
    (mistake,) = parse("the [nuqneH]{lang=xx-klingon} of it").mistakes
    assert (mistake.offset, mistake.message) == (18, "'xx-klingon' is not the tag of a language")


@given(st.text(max_size=200))
def test_reading_never_raises_and_loses_no_letter_outside_markup(text: str) -> None:
    parsed = parse(text)
    if not any(sign in text for sign in "*`$<\\"):
        assert flat(parsed.text) == text


def test_words_of_another_language_are_marked_and_written_again() -> None:
    text = rich("She had [**vrai** savoir-faire]{lang=fr-CA}.")
    assert text == (
        Run(text="She had "),
        Run(text="vrai", bold=True, language="fr-CA"),
        Run(text=" savoir-faire", language="fr-CA"),
        Run(text="."),
    )
    assert rich(written(text)) == text


def test_formulas_in_words_of_another_language_are_in_it_and_written_again() -> None:
    text = rich(r"See [la racine $\sqrt{2}$, \ce{H2O} et $$x$$]{lang=fr} and $y$.")
    formulas = {each.source: each.language for each in text if isinstance(each, Maths)}
    assert formulas == {r"\sqrt{2}": "fr", r"\ce{H2O}": "fr", "x": "fr", "y": None}
    assert rich(written(text)) == text
    assert [each.language for each in titled(r"On [le cercle $x^2$]{lang=fr}")] == [None, "fr", "fr"]  # type: ignore[union-attr]  # runs and formulas


@pytest.mark.parametrize("text", ["[x]", "[x]{y}", "[x]{lang=}", "[]{lang=fr}", "an [open {lang=fr}"])
def test_other_brackets_are_data(text: str) -> None:
    assert rich(text) == (Run(text=text),)


def test_a_backslash_prints_what_would_mark_a_language() -> None:
    assert rich(r"\[mot]{lang=fr}") == (Run(text="[mot]{lang=fr}"),)
    assert rich(written(rich(r"\[mot]{lang=fr}"))) == rich(r"\[mot]{lang=fr}")


@pytest.mark.parametrize(
    ("source", "characters"),
    [
        (r"Acids: \ce{H2SO4} and $x^2$", "Acids: H₂SO₄ and x²"),
        ("From $5 to $10", "From $5 to $10"),
        ("*Macbeth* and `code`", "Macbeth and code"),
        ("**Acids** and their [goût]{lang=fr}", "Acids and their goût"),
        ("Grades A* to C*, 2*3*4 and snake_case", "Grades A* to C*, 2*3*4 and snake_case"),
        ("Waves [1] & <b>", "Waves [1] & <b>"),
        (r"A set \(A \cup B\)", "A set A ∪ B"),
    ],
)
def test_titles_are_set_and_named_without_marks(source: str, characters: str) -> None:
    assert in_characters(source) == characters
    assert flat(titled(source)) == characters


def test_words_of_titles_are_slanted() -> None:
    assert titled("On *Macbeth*") == (Run(text="On "), Run(text="Macbeth", italic=True))


@pytest.mark.parametrize(
    "signs", ["*", "**", "***", "* ", "** a", "*a", "`", "$", "\\", "[", "[a]{lang=fr}", "<sub>", "\\(", "\\ce{", "a *b **c "]
)
def test_four_thousand_characters_of_one_sign_are_read(signs: str) -> None:
    # What is nested too deep is said, and never a traceback.
    text = (signs * 4_000)[:4_000]
    assert isinstance(parse(text).mistakes, tuple)
    assert isinstance(flat(titled(text)), str)
    place_in(text, 2_000)
    language_in(text, 2_000)


def test_marks_that_stand_too_deep_are_a_mistake_and_print() -> None:
    read = parse("*" * 4000)
    assert [mistake.message for mistake in read.mistakes] == ["more than 8 marks stand one within another"]
    assert read.mistakes[0].hints
    assert set(flat(read.text)) == {"*"}


def test_marks_within_marks_are_read_up_to_the_bound() -> None:
    assert parse("**a *b [c]{lang=fr} d* e**").mistakes == ()


def test_what_stands_around_a_character_is_told_through_several_marks() -> None:
    text = "**a *b [cd]{lang=fr} $x$ `e`* f**"
    assert [place_in(text, text.index(each)) for each in "bcxef"] == ["text", "text", "formula", "code", "text"]
    assert [language_in(text, text.index(each)) for each in "bcx"] == ["", "fr", ""]
