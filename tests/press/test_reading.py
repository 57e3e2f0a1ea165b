"""Reading back: what a page says is compared whatever its order is."""

from __future__ import annotations

from packbuilder.press.reading import letters_of


def test_white_space_that_comes_of_the_order_of_texts_is_not_compared() -> None:
    # PDFium gives a hyphen at the end of a line as U+0002, which stands before white space.
    assert letters_of("cell\x02\r\nmembrane MOCK") == letters_of("MOCK\r\ncell\x02membrane ") != letters_of("MOCK cellmembrane")
