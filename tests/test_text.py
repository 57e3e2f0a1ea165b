"""Rich text and plain: how texts begin."""

from __future__ import annotations

import pytest

from packbuilder.text import small_term


@pytest.mark.parametrize(
    ("term", "running"),
    [
        ("National Grid", "National Grid"),
        ("Stop-and-Search", "Stop-and-Search"),
        ("Aqueous solution", "aqueous solution"),
        ("Vitamin C", "vitamin C"),
        ("Use of ICT", "use of ICT"),
        ("DNA", "DNA"),
        ("pH", "pH"),
        ("Newton's second law", "Newton's second law"),
        ("Hooke’s law", "Hooke’s law"),
        ("Article 48", "Article 48"),
        ("Type 2 diabetes", "type 2 diabetes"),
    ],
)
def test_a_term_begins_small_unless_it_is_a_name(term: str, running: str) -> None:
    assert small_term(term) == running
