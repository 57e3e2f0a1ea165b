"""Multiple choice, multiple response, and true or false."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packbuilder.document import AnswerLines, Block, Options, Paragraph
from packbuilder.markup import flat
from packbuilder.model.scheme import KeyScheme, PointsScheme
from packbuilder.question_types.multiple_choice import Choice, MultipleChoice
from packbuilder.question_types.option_numbers import ascending
from packbuilder.question_types.option_order import about_others, by_letter
from packbuilder.seeding import Seed
from packbuilder.text import plain
from tests.question_types.banks import ENGLISH, built, item, mistakes

seeds = st.integers(min_value=0, max_value=10_000).map(Seed)


def choices(*texts: str, fixed: bool = False) -> MultipleChoice:
    """Options of which the first is right."""
    return MultipleChoice(options=tuple(Choice(text=plain(text), correct=not i) for i, text in enumerate(texts)), fixed=fixed)


def order(interaction: MultipleChoice) -> list[str]:
    return [flat(option.text) for option in interaction.options]


def first(blocks: tuple[Block, ...]) -> str:
    """The words of the first block."""
    assert isinstance(blocks[0], Paragraph)
    return flat(blocks[0].text)


@given(seeds)
def test_shuffling_keeps_the_options_and_their_key(seed: Seed) -> None:
    arranged = choices("iron", "tin", "zinc", "lead").arranged(seed)
    assert sorted(order(arranged)) == ["iron", "lead", "tin", "zinc"]
    assert [flat(option.text) for option in arranged.options if option.correct] == ["iron"]
    assert first(arranged.key(ENGLISH)).split() == ["ABCD"[order(arranged).index("iron")], "iron"]


@given(seeds)
def test_an_arrangement_depends_on_the_seed_and_not_on_the_order_before(seed: Seed) -> None:
    options = choices("iron", "tin", "zinc", "lead")
    assert options.arranged(Seed(77)).arranged(seed) == options.arranged(seed)


@pytest.mark.parametrize("last", ["None of the above", "All of these.", "All of the above options"])
@given(seeds)
def test_options_about_the_others_stay_last(last: str, seed: Seed) -> None:
    options = choices("iron", last, "zinc", "lead").arranged(seed)
    assert order(options)[-1] == last
    assert options.key_places == 3


@pytest.mark.parametrize(
    "text",
    [
        "None", "Neither", "Both", "All three", "All are correct", "None are correct", "All options are correct", "All of these statements",
        "No correct answer", "None of the other answers", "None of the answers given", "None of the options listed above", "All the above",
        "All of the above are correct", "more than one of the above", "None of them", "Dim un o'r uchod",
        "Toutes les réponses ci-dessus", "Aucune des réponses précédentes", "Keine der genannten Antworten", "Alle Antworten sind richtig",
        "Todas las anteriores", "Ninguna de las anteriores", "Wszystkie powyższe odpowiedzi są poprawne", "Żadna z powyższych odpowiedzi",
        "Όλα τα παραπάνω", "Κανένα από τα παραπάνω", "Tutte le precedenti", "Nessuna delle risposte precedenti",
    ],
)  # fmt: skip
def test_every_way_to_speak_of_all_other_options_is_known(text: str) -> None:
    assert about_others(text)
    assert not by_letter(text)


@pytest.mark.parametrize(
    "text",
    [
        "Both (a) and (b)", "(A) and (B)", "Both a and b", "A and B are correct", "Options A and C are both correct", "All of A, B and C",
        "None of A, B or C", "A and C but not B", "Statement A and statement B", "Both answers A and C", "C only", "A & B", "Either A or B",
        "A et B", "Sowohl A als auch C", "A y B", "tylko A i C", "A a B", "Α και Β", "(α) και (γ)", "Β και ΣΤ",
    ],
)  # fmt: skip
def test_every_way_to_name_options_by_letter_is_known(text: str) -> None:
    assert by_letter(text)
    assert not about_others(text)


@pytest.mark.parametrize(
    "text",
    [
        "Heat is lost by all of them", "It depends on all of these", "Both metals conduct", "None of the gas escapes", "All living things",
        "A metal", "a cat and b", "vitamins A and D", "Blood group A", "All three metals react", "iron", "Neither side wins",
        "Alle Menschen", "Todas las células", "Ninguna república", "Όλα τα φυτά", "Vitamine A et calcium",
    ],
)  # fmt: skip
def test_an_option_about_the_world_may_stand_anywhere(text: str) -> None:
    assert not about_others(text)
    assert not by_letter(text)


@pytest.mark.parametrize("text", ["Both A and B", "A and C only", "Neither A nor B"])
def test_options_that_name_letters_hold_the_written_order(text: str) -> None:
    options = choices("iron", "tin", "zinc", text)
    assert all(options.arranged(Seed(n)) == options for n in range(20))
    assert options.key_places == 0


@pytest.mark.parametrize(
    "written",
    [
        ("12 cm³", "3 cm³", "1,200 cm³", "40.5 cm³"),
        ("£5", "£2.50", "£10", "£7"),
        ("−1", "3", "-4", "0"),
        ("1/2", "1/4", "3/4", "2"),
        ("3 × 10⁸ m/s", "3 × 10⁻² m/s", "2 × 10⁸ m/s", "5 × 10³ m/s"),
    ],
)
def test_numbers_of_one_unit_stay_sorted(written: tuple[str, ...]) -> None:
    sorted_ = {
        "12 cm³": ["3 cm³", "12 cm³", "40.5 cm³", "1,200 cm³"],
        "£5": ["£2.50", "£5", "£7", "£10"],
        "−1": ["-4", "−1", "0", "3"],
        "1/2": ["1/4", "1/2", "3/4", "2"],
        "3 × 10⁸ m/s": ["3 × 10⁻² m/s", "5 × 10³ m/s", "2 × 10⁸ m/s", "3 × 10⁸ m/s"],
    }[written[0]]
    assert all(order(choices(*written).arranged(Seed(n))) == sorted_ for n in range(5))
    assert choices(*written).key_places == 0


@pytest.mark.parametrize(
    "ascending_",
    [
        ("10 mm", "2 cm", "1 m"), ("500 g", "1 kg", "2 kg"), ("1:10", "2:1"), ("1–5", "10–20"), ("1 to 5", "10 to 20"), ("x = 2", "x = 10"),
        ("about 2", "about 10"), ("2e2", "1e3"), ("¼", "½", "1½"), ("√2", "√10"), ("2 m s^{-1}", "10 m s^{-1}"), ("1,5", "2,5"),
        ("1 in 4", "1 in 2"), ("09:15", "10:30"), ("50p", "£2"), ("20 m/s", "108 km/h"), ("30 minutes", "1 hour", "2 hours"),
        ("0.2 dm³", "300 cm³", "1 litre"), ("2 million", "10 million"), ("-5 to -3", "1 to 2"), ("2 m/s", "10 m s⁻¹"), ("10⁻³", "10²"), ("3/4", "1 1/2"), ("2nd", "21st"),
    ],
)  # fmt: skip
def test_numbers_are_sorted_however_they_are_written(ascending_: tuple[str, ...]) -> None:
    assert order(choices(*reversed(ascending_)).arranged(Seed(1))) == list(ascending_)


@given(st.lists(st.text("0123456789.,:/-–eE^{}×x10 πcm√½⁻¹to%", max_size=20), min_size=2, max_size=4))
def test_any_text_can_be_asked_for_its_order(written: list[str]) -> None:
    assert sorted(ascending(tuple(written))) in ([], list(range(len(written))))


def test_options_equal_in_value_are_told() -> None:
    options = "[{text: '2.0', correct: true}, {text: '2.00'}, {text: '3.0'}]"
    _, found = built(f"bank: {{topic: t}}\nitems:\n  - {{id: one, kind: multiple_choice, stem: Which is it?, options: {options}}}")
    assert found == ("3:105 B234 the options '2.0' and '2.00' are the same number",)


@pytest.mark.parametrize("written", [("500 g", "2 kg", "1 cm"), ("2 or 3", "4", "5"), ("vitamins A and D", "iron", "zinc")])
def test_what_is_no_number_of_one_unit_is_shuffled(written: tuple[str, ...]) -> None:
    assert len({tuple(order(choices(*written).arranged(Seed(n)))) for n in range(40)}) > 1


@given(seeds, st.integers(min_value=0, max_value=3))
def test_the_key_can_be_put_at_any_place_and_nothing_else_changes_order(seed: Seed, place: int) -> None:
    before = choices("iron", "tin", "zinc", "lead").arranged(seed)
    after = before.with_key_at(place)
    assert order(after).index("iron") == place
    assert [text for text in order(after) if text != "iron"] == [text for text in order(before) if text != "iron"]


def test_fixed_options_never_move() -> None:
    options = choices("iron", "tin", "zinc", fixed=True)
    assert options.arranged(Seed(3)).with_key_at(2) == options


CHOICE = """
    kind: {kind}
    stem: Which of these is a metal?
    options:
      - {{text: iron, correct: true}}
      - {{text: sulfur, correct: {second}, why: Sulfur does not conduct.}}
      - {{text: {third}}}
"""


def test_a_bank_gives_multiple_choice_with_reasons_for_the_marker_only() -> None:
    made = item(CHOICE.format(kind="multiple_choice", second="false", third="argon"))
    assert (made.id, made.kind, made.marks, made.command) == ("b.one", "multiple_choice", 1, "Which")
    assert made.tests == frozenset({"item:b.one"})
    assert isinstance(made.scheme, KeyScheme)
    assert isinstance(made.interaction, MultipleChoice)
    assert [flat(text) for text in made.interaction.refused(ENGLISH)] == ["Not: sulfur – Sulfur does not conduct."]
    assert "conduct" not in repr(made.interaction.answer_space(1, ENGLISH))


def test_long_options_are_refused_by_the_letters_that_they_have_on_the_paper() -> None:
    words = "a non-metal that stands in the third period of the table"
    made = item(CHOICE.format(kind="multiple_choice", second="false", third="argon").replace("sulfur", words))
    for seed in range(4):
        interaction = made.interaction.arranged(Seed(seed))
        assert isinstance(interaction, MultipleChoice)
        named = next("ABC"[index] for index, option in enumerate(interaction.options) if flat(option.text) == words)
        assert [flat(text) for text in interaction.refused(ENGLISH)] == [f"Not: {named} – Sulfur does not conduct."]


def test_multiple_response_has_several_right_options() -> None:
    made = item(CHOICE.format(kind="multiple_response", second="true", third="argon"))
    (space,) = made.interaction.answer_space(2, ENGLISH)
    assert isinstance(space, Options)
    assert space.several
    assert len(made.interaction.key(ENGLISH)) == 2


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (CHOICE.format(kind="multiple_choice", second="true", third="argon"), "7:7 B231 2 right options: multiple choice has exactly one"),
        (
            CHOICE.format(kind="multiple_response", second="false", third="argon"),
            "7:7 B231 1 right option: multiple response needs two or more",
        ),
        (CHOICE.format(kind="multiple_choice", second="false", third="iron"), "9:16 B232 the option 'iron' stands here twice"),
        ("kind: multiple_choice\nstem: Which?", "3:5 B201 the item lacks `options`"),
        ("kind: multiple_choice\nstem: Which?\noptions: [{text: iron, correct: true}]", "6:14 B230 1 options: there must be 2 to 8"),
    ],
)
def test_mistakes_in_options_are_errors_at_their_place(fields: str, expected: str) -> None:
    assert mistakes(fields) == (expected,)


def test_true_or_false_asks_for_the_judgement_alone_at_one_mark() -> None:
    made = item("kind: true_false\nstatement: Iron is a metal.\nanswer: true\nwhy: It conducts.")
    assert flat(made.stem) == "State whether this statement is true or false: “Iron is a metal.”"
    assert made.command == "State"
    assert first(made.interaction.key(ENGLISH)) == "True"
    assert isinstance(made.scheme, KeyScheme)


def test_true_or_false_with_marks_for_a_reason_gives_lines_for_it() -> None:
    made = item("kind: true_false\nstatement: Iron is a gas.\nanswer: false\nwhy: It is solid.\nmarks: 2")
    assert "give a reason" in flat(made.stem)
    assert AnswerLines(marks=1) in made.interaction.answer_space(2, ENGLISH)
    assert isinstance(made.scheme, PointsScheme)
    assert [flat(point.text) for point in made.scheme.points] == ["It is solid."]


def test_a_stem_of_the_banks_own_does_not_displace_the_statement() -> None:
    made = item("kind: true_false\nstem: Is Sam right?\nstatement: Iron is a gas.\nanswer: false")
    assert flat(made.stem) == "Is Sam right? “Iron is a gas.”"


def test_marks_for_a_reason_that_nobody_gave_are_an_error() -> None:
    found = mistakes("kind: true_false\nstatement: Iron is a gas.\nanswer: false\nmarks: 2")
    assert found == ("7:12 B243 2 marks for true or false, and no reason to give them for",)
