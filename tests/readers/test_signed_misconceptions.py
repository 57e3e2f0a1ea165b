"""Misconceptions whose wrong and right halves have a cross and a tick: neither sign is printed."""

from __future__ import annotations

import pytest

from packbuilder.derive.claims import claim_of, put_right
from packbuilder.diagnostics import Span
from packbuilder.readers.entries import misconception

SPAN = Span(path="notes.txt", line=1)
WRONG, RIGHT = "Plants respire only at night", "Plants respire all the time."


@pytest.mark.parametrize(
    "text",
    [
        "Plants respire only at night (✗). Plants respire all the time (✓).",
        "Plants respire only at night ✗ Plants respire all the time ✓",
        "Plants respire only at night ❌ ✅ Plants respire all the time",
        "✗ Plants respire only at night. ✓ Plants respire all the time.",
        "✓ Plants respire all the time. ✗ Plants respire only at night.",
        "Plants respire all the time ✓ Plants respire only at night ✗",
        "Plants respire only at night ✗. Plants respire all the time.",
    ],
)
def test_signs_tell_which_is_wrong(text: str) -> None:
    read, _ = misconception(text, SPAN)
    assert (claim_of(read), put_right(read)) == (WRONG, RIGHT)


@pytest.mark.parametrize("text", ["Plants respire only at night ✗", "Plants respire only at night (✗)."])
def test_a_sign_alone_is_not_printed(text: str) -> None:
    read, _ = misconception(text, SPAN)
    assert (claim_of(read), put_right(read)) == (WRONG, "")


def test_what_goes_on_behind_a_cross_puts_nothing_right() -> None:
    read, _ = misconception("Plants respire only at night (✗) as in the leaflet", SPAN)
    assert put_right(read) == ""


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Thinking that the moon makes its own light. It reflects light from the Sun.", "It reflects light from the Sun."),
        ("Thinking that the moon makes its own light. It loses a lot of marks.", ""),
        ("Thinking that the moon makes its own light. Thinking that it has an atmosphere.", ""),
    ],
)
def test_a_thought_is_put_right_by_a_statement_of_its_subject(text: str, right: str) -> None:
    read, _ = misconception(text, SPAN)
    assert put_right(read, beside=True) == right
