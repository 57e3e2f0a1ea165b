"""Claims whose verb is told by what puts them right, and mistakes that claim nothing."""

from __future__ import annotations

import pytest

from packbuilder.derive.claims import claim_of, put_right, tells_a_deed
from packbuilder.diagnostics import Span
from packbuilder.model.topic import Misconception
from packbuilder.readers.entries import misconception


def wrong(claim: str, correction: str) -> Misconception:
    return Misconception(claim=claim, correction=correction, span=Span(path="n", line=1, column=1))


@pytest.mark.parametrize(
    ("claim", "correction", "stated"),
    [
        ("Valves open because muscles pull on them.", "Valves open and close because of differences in pressure.", True),
        ("Bridges sway because they are weak.", "Bridges sway with the wind.", True),
        ("Units wrong because of rounding.", "Units wrong lose marks.", False),
    ],
)
def test_a_verb_is_known_by_what_puts_the_claim_right(claim: str, correction: str, stated: bool) -> None:
    assert bool(claim_of(wrong(claim, correction))) is stated


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Confusing atrial systole with ventricular systole.", True),
        ("Promising to keep a secret, rather than reporting it.", True),
        ("Doubling the speed doubles the energy.", False),
        ("Valves open because muscles pull on them.", False),
    ],
)
def test_what_is_done_wrong_claims_nothing(text: str, deed: bool) -> None:
    assert tells_a_deed(text) is deed


@pytest.mark.parametrize(
    ("bullet", "claim", "right"),
    [
        ("Thinking that light speeds up when it enters glass; it slows down.", "Light speeds up when it enters glass", "It slows down."),
        ("Assuming that correlation proves causation; a third factor may explain both.", "Correlation proves causation", "A third factor may explain both."),
        ("Thinking that mass and weight are the same; always give units.", "", ""),
    ],
)  # fmt: skip
def test_a_belief_and_what_is_so_may_share_a_sentence(bullet: str, claim: str, right: str) -> None:
    parted, _ = misconception(bullet, Span(path="n", line=1, column=1))
    assert (claim_of(parted), put_right(parted, beside=True)) == (claim, right)
