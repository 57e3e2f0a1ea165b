"""What a stem shows itself, what is handed out apart, and what neither is: the figure, table or source that a question refers to."""

from __future__ import annotations

import pytest

from packbuilder.question_types.passages import in_lines
from packbuilder.question_types.references import absent
from tests.question_types.banks import built

_CODE = "```\nx = 1\nprint(x)\n```\n\n"


def _found(stem: str) -> list[tuple[str, bool]]:
    return [(each.name, each.doubtful) for each in absent(in_lines(stem), None, drawn=False)]


@pytest.mark.parametrize(
    "stem",
    [
        f"Figure 1 is an algorithm.\n\n{_CODE}State the output of the algorithm in Figure 1.",
        f"Study the program in Figure 1.\n\n{_CODE}State what Figure 1 prints.",
        "Table 1 lists the stages.\n\n- plan\n- build\n- test\n\nExplain why the last stage in Table 1 matters.",
        "Table 5 shows the marks.\n\n| Name | Mark |\n|---|---|\n| Ann | 7 |\n\nState who is first in Table 5.",
        "Extract 1:\n\n- Be good\n- Be kind\n\nState the tone of Extract 1.",
    ],
)
def test_what_a_stem_shows_under_a_name_is_there(stem: str) -> None:
    assert _found(stem) == []


@pytest.mark.parametrize(
    "stem",
    [
        "Look at Figure 2 on the separate sheet. Name the river.",
        "Use Figure 2 on the attached page.",
        "Use Source B in the sources booklet.",
        "Figure 4 in your textbook shows a cell. Name X.",
        "Which of these is Figure 2 of a plant atlas?",
        "A scientist cites Figure 2 of an article. Why?",
        'A report says that "Table 3 shows a fall of 10%". Suggest why.',
        "A report says that ‘Table 3 shows a fall’. Suggest why.",
    ],
)
def test_what_is_elsewhere_or_quoted_need_not_be(stem: str) -> None:
    assert _found(stem) == []


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        (f"Figure 1 is an algorithm and Figure 2 is its output.\n\n{_CODE}Compare Figure 1 and Figure 2.", "Figure 2"),
        (f"{_CODE}State the output of the algorithm in Figure 1.", "Figure 1"),
        ("Use Table 1.\n\n- plan\n- build\n\nSay why.", "Table 1"),
    ],
)
def test_what_a_stem_shows_without_saying_what_it_is_may_be_it(stem: str, name: str) -> None:
    assert _found(stem) == [(name, True)]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Study Extract 1. Name the poet.", "Extract 1"),
        ("Figure 1 shows a cell.\n\n- Name part A.\n- Name part B.", "Figure 1"),
        ("Figure 1 shows a cell.\nName X.", "Figure 1"),
        (f"Complete Table 1 for this program.\n\n{_CODE}Fill in all rows.", "Table 1"),
        ("Figure 1 shows the value of `x`. State it.", "Figure 1"),
        ("Use Figure 2 in this paper to name it.", "Figure 2"),
        ("Use Figure 2 on the next page.", "Figure 2"),
        ("A student reads a book. Use Figure 2 to say why.", "Figure 2"),
        ("Compare Table 2 with other materials such as steel.", "Table 2"),
        ('Study "Source A". State its tone.', "Source A"),
    ],
)
def test_what_neither_is_is_not_there(stem: str, name: str) -> None:
    assert _found(stem) == [(name, False)]


_BANK = """bank: {topic: t}
stimuli:
- {id: rate, title: Figure 1, text: Figure 1 shows the rate.}
- {id: leaf, title: Figure 2, text: %s}
items:
- {id: a, kind: short_answer, stimulus: leaf, stem: Name the leaf in Figure 2., points: [{text: x1}]}"""


@pytest.mark.parametrize("text", ["Figure 2 is a leaf.", "A leaf as in Figure 1 of the insert.", "A leaf as in Table 1."])
def test_a_stimulus_speaks_of_itself(text: str) -> None:
    assert built(_BANK % text)[1] == ()


def test_a_stimulus_that_speaks_of_another_is_told() -> None:
    items, (found,) = built(_BANK % "It came from the plant of Figure 1.")
    assert items
    assert found.endswith("B321 the stimulus 'leaf' speaks of Figure 1, which is another one: a paper may have the one without the other")


def test_a_stem_whose_code_may_be_the_figure_is_asked_with_a_warning() -> None:
    stem = "\n".join(f"      {line}".rstrip() for line in f"{_CODE}State the output of Figure 1.".split("\n"))
    items, (found,) = built(
        f"bank: {{topic: t}}\nitems:\n  - id: a\n    kind: short_answer\n    stem: |\n{stem}\n    points: [{{text: x1}}]"
    )
    assert len(items) == 1
    assert "B279 the question refers to Figure 1, and nothing says" in found


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Line 4 becomes:\n\n```\n    if x:\n```", ["    if x:"]),
        ("Run it:\n\n  ```\n  for i in x:\n      print(i)\n  ```", ["for i in x:", "    print(i)"]),
        ("Run it:\n\n    x == 1\n        y = 2", ["x == 1", "    y = 2"]),
    ],
)
def test_code_between_fences_stands_in_as_it_was_written(source: str, lines: list[str]) -> None:
    assert [inline.text for inline in in_lines(source) if getattr(inline, "code", False)] == lines
