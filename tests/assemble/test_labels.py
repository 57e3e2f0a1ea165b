"""Figures, tables and sources of several stimuli are numbered through a paper, and what questions say of them goes with it."""

from __future__ import annotations

import pytest

from packbuilder.assemble.labels import numbered_through
from packbuilder.diagnostics import Span
from packbuilder.document import Paragraph
from packbuilder.markup import flat, rich
from packbuilder.model.form import Part, Question
from packbuilder.model.item import Stimulus
from packbuilder.text import plain
from packbuilder.values import replace
from tests.assemble.banks import item


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
