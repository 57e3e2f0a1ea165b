"""Figures, tables and sources of several stimuli are numbered through a paper, and what questions say of them goes with it."""

from __future__ import annotations

import pytest

from packbuilder.assemble.labels import numbered_through
from packbuilder.diagnostics import Span
from packbuilder.document import Paragraph
from packbuilder.markup import flat, rich
from packbuilder.model.form import Part, Question
from packbuilder.model.item import Stimulus
from packbuilder.question_types.drawing import DrawnAnswer
from packbuilder.text import plain
from packbuilder.values import replace
from tests.assemble.banks import item
from tests.question_types.banks import item as from_bank


def question(number: int, title: str, stem: str, *, bank: str = "", text: str = "") -> Question:
    span = Span(path=bank or f"{number}.bank.yaml")
    stimulus = Stimulus(id=f"s{number}", title=title, blocks=(Paragraph(text=plain(text)),), span=span) if title or text else None
    asked = item(f"i{number}", 2, stem=rich(stem), stimulus=stimulus, command="")
    return Question(number=number, parts=(Part(label="", item=replace(asked, span=span)),), stimulus=stimulus)


def told(*questions: Question) -> list[str]:
    found = numbered_through(questions)
    assert all(each.parts[0].item.stimulus is each.stimulus for each in found)
    return [f"{each.stimulus.title if each.stimulus else '-'}: {flat(each.parts[0].item.stem)}" for each in found]


@pytest.mark.parametrize(
    ("title", "stem", "after"),
    [
        ("Figure 1", "Use Figure 1.", "Figure 2: Use Figure 2."),
        ("Figure 1", "Use **Figure 1** to name it.", "Figure 2: Use Figure 2 to name it."),
        ("Figure 1: a cell", "In Fig. 1, what is X?", "Figure 2: a cell: In Fig. 2, what is X?"),
        ("Figure 3", "In figure 3(a), name X to 1 figure.", "Figure 2: In figure 2(a), name X to 1 figure."),
        ("Figures 1 and 2", "Compare Figures 1 and 2.", "Figures 2 and 3: Compare Figures 2 and 3."),
        ("Figure 1", "Run `figure 1` as in Figure 1.", "Figure 2: Run figure 1 as in Figure 2."),
        ("Figure 1", "Give 2 figures. See Figure 1.5 and Figure 12.", "Figure 2: Give 2 figures. See Figure 1.5 and Figure 12."),
        ("Extract from Act 1", "Use Act 1.", "Extract from Act 1: Use Act 1."),
    ],
)
def test_the_second_figure_is_figure_2(title: str, stem: str, after: str) -> None:
    assert told(question(1, "Figure 1", "See Figure 1."), question(2, title, stem)) == ["Figure 1: See Figure 1.", after]


def test_words_of_other_languages_are_numbered_too() -> None:
    first = question(1, "Abbildung 2", "Nutzen Sie Abb. 2.")
    second = question(2, "Tabelle 2", "Nutzen Sie Tabelle 2 und Abbildung 2.")
    assert told(first, second) == ["Abbildung 1: Nutzen Sie Abb. 1.", "Tabelle 1: Nutzen Sie Tabelle 1 und Abbildung 2."]
    polish = question(1, "Tabela 1", "Podaj dwie liczby."), question(2, "Tabela 1", "Na podstawie tabeli 1 podaj wynik.")
    assert told(*polish)[1] == "Tabela 2: Na podstawie tabeli 2 podaj wynik."


def test_letters_stay_letters() -> None:
    assert told(question(1, "Source A", "Use Source A."), question(2, "Source A", "What does Source A suggest?")) == [
        "Source A: Use Source A.",
        "Source B: What does Source B suggest?",
    ]


def test_one_that_stands_alone_is_the_first() -> None:
    assert told(question(1, "Figure 2", "Describe Figure 2.")) == ["Figure 1: Describe Figure 1."]


def test_what_another_stimulus_of_the_same_bank_is_called_goes_with_it() -> None:
    first, second = question(1, "Table 7", "Use Table 7.", bank="b"), question(2, "Table 3", "Use Table 3 and Table 7.", bank="b")
    assert told(first, second) == ["Table 1: Use Table 1.", "Table 2: Use Table 2 and Table 1."]


def test_the_number_of_what_is_not_on_the_paper_is_kept_and_not_given_again() -> None:
    insert = question(1, "", "Use Figure 1 of the insert.")
    assert told(insert, question(2, "Figure 1", "Use Figure 1.")) == ["-: Use Figure 1 of the insert.", "Figure 2: Use Figure 2."]


def test_a_text_without_a_title_that_names_its_table_is_numbered_by_it() -> None:
    second = question(2, "", "Use Table 1.", text="Table 1 shows the rainfall.")
    found = numbered_through((question(1, "Table 1", "See Table 1."), second))[1]
    assert found.stimulus is not None
    assert isinstance(found.stimulus.blocks[0], Paragraph)
    assert flat(found.stimulus.blocks[0].text) == "Table 2 shows the rainfall."


def test_papers_that_are_right_stay_the_same_objects() -> None:
    questions = question(1, "Figure 1", "See Figure 1."), question(2, "Table 1", "See Table 1."), question(3, "", "Why?")
    assert all(one is other for one, other in zip(numbered_through(questions), questions, strict=True))


def test_a_question_without_a_stimulus_means_no_other_of_its_bank() -> None:
    first, other = question(1, "Figure 3", "Use Figure 3.", bank="b"), question(2, "", "Use Figure 3 to state it.", bank="b")
    assert told(first, other) == ["Figure 1: Use Figure 1.", "-: Use Figure 3 to state it."]


@pytest.mark.parametrize(
    "stem",
    [
        "Use Figure 1 in the insert and Figure 1.",
        "In the resource booklet, Figure 1 is a map. Use Figure 1.",
        "Use **Figure 1** on the separate sheet. Compare Figure 1.",
    ],
)
def test_what_is_in_an_insert_keeps_its_number(stem: str) -> None:
    _, after = told(question(1, "Figure 2", "See Figure 2."), question(2, "Figure 1", stem))
    assert after == "Figure 3: " + "Figure 3".join(flat(rich(stem)).rsplit("Figure 1", 1))


def test_a_figure_in_some_book_takes_no_number() -> None:
    atlas = question(1, "", "Which of these is Figure 1 of a plant atlas?")
    assert told(atlas, question(2, "Figure 4", "See Figure 4."))[1] == "Figure 1: See Figure 1."


def test_one_that_the_paper_has_not_is_not_taken_for_another() -> None:
    assert told(question(1, "Figure 2", "Use Figure 2.", text="It came from the plant of Figure 1.")) == ["Figure 2: Use Figure 2."]


_LINE = "{kind: number_line, from: 0, to: 5, step: 1%s}"


def _drawn(number: int, stem: str, *, caption: str = "", kind: str = "drawing") -> Question:
    line = _LINE % (f", caption: {caption}" if caption else "")
    made = from_bank(f"kind: {kind}\nstem: {stem}\ndrawing: {line}\npoints: [{{text: x1}}]")
    made = replace(made, id=f"t.d{number}", stimulus=made.stimulus and replace(made.stimulus, id=f"d{number}/drawing"))
    return Question(number=number, parts=(Part(label="", item=made),), stimulus=made.stimulus)


@pytest.mark.parametrize("kind", ["drawing", "short_answer"])
@pytest.mark.parametrize(
    ("stem", "after"),
    [
        ("Figure 1 is a number line. Mark 3 on Figure 1.", "Figure 2 is a number line. Mark 3 on Figure 2."),
        ("Mark 3 on the number line.", "Mark 3 on the number line."),
        ("Mark 3 with the help of Figure 4 in the insert.", "Mark 3 with the help of Figure 4 in the insert."),
        ("Skate a figure 8 on the line.", "Skate a figure 8 on the line."),
    ],
)
def test_a_drawing_of_its_own_is_numbered_where_its_question_names_it(stem: str, after: str, kind: str) -> None:
    found = numbered_through((question(1, "Figure 1", "See Figure 1."), _drawn(2, stem, kind=kind)))
    assert flat(found[1].parts[0].item.stem) == after


def test_a_drawing_is_numbered_by_its_caption_too() -> None:
    found = numbered_through((_drawn(1, "Complete Figure 4."), _drawn(2, "Complete Figure 4.", caption="Figure 4")))
    assert [flat(each.parts[0].item.stem) for each in found] == ["Complete Figure 1.", "Complete Figure 2."]
    given = found[1].parts[0].item.interaction
    assert isinstance(given, DrawnAnswer)
    assert flat(given.given.caption) == "Figure 2"
