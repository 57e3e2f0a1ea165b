"""What of an item is not what its writer wrote, and what would be printed otherwise than it is meant."""

from __future__ import annotations

import pytest

from packbuilder.question_types.commands import command_of
from tests.question_types.banks import built, item, mistakes

_POINT = "points: [{text: iron}]"


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("State which key has one # in its signature.", "4:11 B115 YAML reads this text up to its `#` only, and drops the rest: '# in its signature.'"),
        ("C # major", "4:11 B115 YAML reads this text up to its `#` only, and drops the rest: '# major'"),
        ("See question #3 and say why.", "4:11 B115 YAML reads this text up to its `#` only, and drops the rest: '#3 and say why.'"),
        ('"Work out $3 \\times 4$."', "4:24 Y108 `\\times` is not printed: in double quotes YAML reads `\\t` as a tab"),
        ("Which is $x^{2 a metal?", "4:20 M103 a dollar that opens or closes no formula would be printed as it is typed"),
        ("Work out $ x = 4 $ here.", "4:20 M103 a space behind the first dollar of a formula, or before its last: it is not read as one"),
        (r"Work out $ 3 \times 4 $ here.", "4:20 M103 a space behind the first dollar of a formula, or before its last: it is not read as one"),
        ("'  '", "4:11 B201 `stem` of the item is empty"),
        ("What is {@ p @}?", "4:11 B276 a value is put in here with `{@`, and the item has no `parameters`"),
    ],
)  # fmt: skip
def test_a_stem_that_would_be_printed_wrongly_is_refused(stem: str, expected: str) -> None:
    assert mistakes(f"stem: {stem}\nkind: short_answer\n{_POINT}") == (expected,)


@pytest.mark.parametrize(
    "stem",
    [
        "State the key.   # G major",
        "State the key. # G major",
        "'State which key has one # in it.'",
        "A pen costs $5 and a book $12.50. State the total.",
        "State the cost in US$ per tonne.",
        r"State what \$x means.",
        "State what `$x` means.",
        "State $x$ and $y$.",
        "State the value of e^(-t/RC).",
        "State what my_list holds.",
    ],
)
def test_a_stem_that_is_meant_so_is_printed(stem: str) -> None:
    assert item(f"stem: {stem}\nkind: short_answer\n{_POINT}").marks == 1


@pytest.mark.parametrize("words", ["x^2", "2x^3", "10^-3", "H_2", "x_{n+1}"])
def test_formulas_without_dollars_are_told(words: str) -> None:
    _, found = built(f"bank: {{topic: t}}\nitems:\n- {{id: a, kind: short_answer, stem: 'State {words} here.', {_POINT}}}")
    assert found == (f"3:43 M104 `{words}` would be printed as it is typed",)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: multiple_choice\nstem: Which?\noptions: [{text: A, corect: true}, {text: B}]", "6:25 B204 an option has no key 'corect'"),
        ('kind: multiple_choice\nstem: Which?\noptions: [{text: A, correct: "yes"}, {text: B}]', "6:34 B202 `correct` is 'yes': it must be true or false"),
        ("kind: short_answer\nstem: State two.\nmarks: 2\nany: 4\npoints: [{text: a}, {text: b}]", "7:10 B234 `any: 4`, but there are 2 points"),
        ("kind: short_answer\nstem: State two.\npoints: [neon, argon]", "6:14 B202 each entry of `points` must be a mapping"),
        ("kind: cloze\ntext: 'A {{gap here.'", "5:11 B253 the text has braces that make no gap"),
        ("kind: numeric\nstem: Work it out.\nanswer: [4, 5]", "6:13 B202 `answer` must be a number"),
        ("kind: numeric\nstem: Work out {@ p @}.\nparamters: {p: 1 to 9}\nanswer: '{@ p @}'", "6:5 B204 the item has no key 'paramters'"),
        ("kind: ordering\nstem: Put in order.\nsteps: [a, '', c]", "6:16 B206 an entry of `steps` is empty"),
        ("kind: multiple_choice\nstem: Which?\noptions: [{text: ' ', correct: true}, {text: B}]", "6:22 B201 `text` of an option is empty"),
        ("kind: true_false\nstatement: Iron rusts.\nanswer: true\nmarks: 2\nwhy: ''", "7:12 B243 2 marks for true or false, and no reason to give them for"),
        ("kind: short_answer\nstme: State two.\npoints: [{text: a}]", "5:5 B204 the item has no key 'stme'"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_error(fields: str, expected: str) -> None:
    assert mistakes(fields) == (expected,)


@pytest.mark.parametrize(("kind", "name"), [("multiple_choice", "options"), ("matching", "pairs"), ("multiple_response", "options")])
def test_a_list_without_entries_is_none(kind: str, name: str) -> None:
    (found,) = mistakes(f"kind: {kind}\nstem: Which?\n{name}: []")
    assert found == f"6:{7 + len(name)} B201 `{name}` of the item is empty"


def test_numbers_in_quotes_and_in_powers_of_ten_are_numbers() -> None:
    made = item("kind: numeric\nstem: Work it out.\nmarks: '2'\nanswer: '4.0'\ntolerance: 1e-2")
    assert made.marks == 2
    assert getattr(made.interaction, "value", None) == 4.0


def test_an_empty_corner_of_a_table_is_none() -> None:
    _, found = built("bank: {topic: t}\nstimuli:\n- {id: s, table: {header: ['', Mon], rows: [[x, '']]}}\nitems: []")
    assert found == ()


@pytest.mark.parametrize(
    ("stem", "command"),
    [
        ("Calculate the mass of gas made. Give your answer to 3 significant figures.", "Calculate"),
        ("Explain why ice floats. Use ideas about density in your answer.", "Explain"),
        ("Calculate its weight. State the unit.", "Calculate"),
        ("State the unit of force.", "State"),
        ("Use the graph to estimate the speed.", "Use"),
        ("Describe the trend. Use the graph to estimate the speed.", "Use"),
        ("Find $x$: give your answer in terms of π.", "Find"),
        ("Name the gas. Put a tick in one box.", "Name"),
        ("Work out 3 + 4. Show all your working.", "Work"),
        ("Explain why it bounces. When it is heated, it melts.", "Explain"),
        ("A ball is dropped. What happens?", "What"),
        ("Which number is prime", "Which"),
        ("State the result of the experiment.", "State"),
        ("Complete the sentence. Choose your answers from the box.", "Complete"),
        ("Give two values of $x$.", "Give"),
        ("Write your answers as fractions.", "Write"),
        ("The lamp is lit.", "Answer"),
    ],
)
def test_the_command_is_that_of_the_sentence_that_asks(stem: str, command: str) -> None:
    assert command_of(stem) == command
