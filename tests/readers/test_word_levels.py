"""Bullets of a second and third level at the left edge, as word processors paste them."""

from __future__ import annotations

from packbuilder.readers.word_levels import with_levels_set_in


def test_second_and_third_levels_are_set_in() -> None:
    lines = ("•\tDescribe decay", "o\tacid is made", "▪\tby bacteria", "· Next", "o   more")
    assert with_levels_set_in(lines) == ("•\tDescribe decay", "    o\tacid is made", "        ▪\tby bacteria", "· Next", "    o\tmore")


def test_a_list_of_one_level_stays() -> None:
    for lines in (("o\tone", "o\ttwo"), ("▪ one", "▪ two"), ("• one", "▪ two"), ("• one", "o and then")):
        assert with_levels_set_in(lines) == lines
