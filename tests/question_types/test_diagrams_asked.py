"""Which stems want a diagram beside words, and what a bank says of it."""

from __future__ import annotations

import pytest

from packbuilder.document import AnswerLines, DrawingSpace
from packbuilder.question_types.diagrams_asked import diagram_asked
from tests.question_types.banks import ENGLISH, item, mistakes

WANTED = (
    "Explain osmosis. Use a labelled diagram.",
    "Explain osmosis. Use a labelled diagram to support your answer.",
    "Explain, with the aid of a diagram, how a convex lens forms an image.",
    "With the help of a fully labelled diagram, explain how the price of a good is set.",
    "Using an annotated sketch map, describe the site of the settlement.",
    "Describe the structure of a nephron. You may include a diagram in your answer.",
    "Describe how a waterfall retreats. You should use one or more labelled diagrams.",
    "Explain how an ox-bow lake forms. Draw a sketch and add labels.",
    "Explain total internal reflection. Illustrate your answer with a ray diagram.",
    "Explain how a monopoly sets its price, using a cost and revenue diagram.",
    "Expliquez l’osmose à l’aide d’un schéma.",
    "Erkläre mithilfe einer beschrifteten Skizze, wie ein Bild entsteht.",
    "Explica la ósmosis con ayuda de un dibujo.",
    "Eglurwch osmosis gyda chymorth diagram.",
    "Wyjaśnij zjawisko osmozy za pomocą schematu.",
    "Να εξηγήσετε την όσμωση με τη βοήθεια ενός διαγράμματος.",
)
GIVEN = (
    "Use the diagram to explain osmosis.",
    "Explain how a geographer would use a sketch map.",
    "Describe how a scientist could use a graph to find the gradient.",
    "Using a diagram shown in Figure 2, explain how the lens works.",
    "Explain why a diagram is easier to read than a table.",
    "Give one advantage of a graph.",
    "Use a ruler to complete the diagram.",
    "Use the graph and a calculator to find the gradient.",
    "Explain how data are shown. Use a calculator.",
    "State what is meant by a labelled diagram.",
    "Expliquez l’osmose à l’aide du schéma.",
    "Erkläre mithilfe der Skizze, wie ein Bild entsteht.",
    "Explica la ósmosis con ayuda del dibujo.",
    "Eglurwch osmosis gyda chymorth diagram 2.",
    "Wyjaśnij zjawisko osmozy za pomocą rysunku 1.",
)


@pytest.mark.parametrize("stem", WANTED)
def test_who_is_told_to_use_a_diagram_gets_room_to_draw_it(stem: str) -> None:
    assert diagram_asked(stem) == "plain"


def test_a_graph_is_drawn_on_squares() -> None:
    assert diagram_asked("Describe the reaction's rate. Use a sketch graph.") == "squared"


@pytest.mark.parametrize("stem", GIVEN)
def test_what_is_there_or_is_only_spoken_of_is_not_drawn(stem: str) -> None:
    assert diagram_asked(stem) is None


SHORT = "kind: short_answer\nstem: {}\npoints: [{{text: iron}}, {{text: tin}}]\n"


@pytest.mark.parametrize(
    ("stem", "space", "ruling"),
    [
        ("Explain osmosis. Use a diagram.", "", "plain"),
        ("Explain osmosis.", "space: plain", "plain"),
        ("Explain osmosis.", "space: squared", "squared"),
        ("Explain osmosis. Use a diagram.", "space: none", None),
        ("Explain osmosis.", "", None),
    ],
)
def test_a_bank_says_itself_what_is_drawn_on_above_the_lines(stem: str, space: str, ruling: str | None) -> None:
    first, *rest = item(SHORT.format(stem) + space).interaction.answer_space(5, ENGLISH)
    assert (first.ruling if isinstance(first, DrawingSpace) else None) == ruling
    assert [type(block) for block in (first, *rest)][-1] is AnswerLines


def test_another_space_is_a_mistake() -> None:
    assert mistakes(SHORT.format("Explain osmosis.") + "space: round") == (
        "7:12 B203 `space` is 'round': it must be one of plain, squared, none",
    )
