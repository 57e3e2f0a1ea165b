"""What each piece of an answer is worth, by the marks that stand within and behind it."""

from __future__ import annotations

import pytest

from packbuilder.derive.marking_points.part_marks import joined_again, listed_apart, part_marks


@pytest.mark.parametrize(
    ("text", "pieces", "marks", "parts"),
    [
        ("Explain X: a cools (1); b sinks (1) [2]", ("a cools", "b sinks"), 2, [("a cools", 1), ("b sinks", 1)]),
        ("Describe it: sea (2); strong pull (1)", ("sea", "strong pull"), 3, [("sea", 2), ("strong pull", 1)]),
        ("Explain it: lost all (1) because of war (1); b (2)", ("lost all because of war", "b"), 4, [("lost all because of war", 2), ("b", 2)]),
        ("Describe: weigh it (3) dissolve it (3) make up, shake (3)", ("weigh it dissolve it make up", "shake"), 9, [("weigh it", 3), ("dissolve it", 3), ("make up, shake", 3)]),
        ("Why? pure / stable / cheap (any two) (2 x 3)", ("pure", "stable", "cheap"), 6, [("pure", 3), ("stable", 3), ("cheap", 3)]),
        ("Explain why it fell: too heavy (1)", ("too heavy",), 1, [("too heavy", 1)]),
        ("Explain three: a (1); b (1); c (1); d (1) [3]", ("a", "b", "c", "d"), 3, [("a", 1), ("b", 1), ("c", 1), ("d", 1)]),
        # The question's own marks say nothing of its pieces.
        ("Explain X (2): a cools; b sinks", ("a cools", "b sinks"), 2, []),
        ("Explain X: a cools; b sinks (2)", ("a cools", "b sinks"), 2, []),
        ("Explain X: a cools so b sinks [2]", ("a cools so b sinks",), 2, []),
        # Fewer marks than the question has, marks of something that is no piece, and an end that has none.
        ("Explain X [4]: a (1); b (1)", ("a", "b"), 4, []),
        ("Explain X: a (1); accept b (1)", ("a",), 1, []),
        ("Explain X: a (1) at one end, b (1) at the other", ("a", "at one end, b", "at the other"), 2, []),
    ],
)  # fmt: skip
def test_part_marks(text: str, pieces: tuple[str, ...], marks: int, parts: list[tuple[str, int]]) -> None:
    assert [(each.text, each.marks) for each in part_marks(text, pieces, marks)] == parts


@pytest.mark.parametrize(
    ("pieces", "text", "count", "apart"),
    [
        (("bulbs / glazing / lagging",), "State three ways: bulbs / glazing / lagging", 3, ("bulbs", "glazing", "lagging")),
        (("bulbs / glazing",), "State ways: bulbs / glazing (any two)", 0, ("bulbs", "glazing")),
        (("bulbs / lamps",), "State three ways: bulbs / lamps", 3, ("bulbs / lamps",)),
        (("bulbs / lamps",), "State a way: bulbs / lamps", 1, ("bulbs / lamps",)),
        (("a / b", "c"), "State two: a / b; c", 2, ("a / b", "c")),
    ],
)
def test_what_strokes_part_where_several_are_asked_for(pieces: tuple[str, ...], text: str, count: int, apart: tuple[str, ...]) -> None:
    assert listed_apart(pieces, text, count) == apart


@pytest.mark.parametrize(
    ("pieces", "text", "marks", "joined"),
    [
        (("equal numbers of protons", "electrons"), "equal numbers of protons and electrons (1)", 1, ("equal numbers of protons and electrons",)),
        (("protons", "electrons"), "protons and electrons (2)", 2, ("protons", "electrons")),
        (("red", "blue"), "red, blue (1)", 1, ("red", "blue")),
        (("hydrogen", "at the cathode, chlorine", "at the anode"), "", 2, ("hydrogen at the cathode", "chlorine at the anode")),
    ],
)  # fmt: skip
def test_what_was_cut_within_one_answer_is_joined_again(pieces: tuple[str, ...], text: str, marks: int, joined: tuple[str, ...]) -> None:
    assert joined_again(pieces, text, marks) == joined
