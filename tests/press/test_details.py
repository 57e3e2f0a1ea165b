"""What is looked for in copies and packets besides their words."""

from __future__ import annotations

import pytest

from packbuilder.press.details import has_comment


@pytest.mark.parametrize(
    ("content", "commented"),
    [
        (b"BT (\0a) Tj ET\n", False),
        (b"BT (\0\\(\x005\0%\0\\)) Tj ET\n", False),  # "(5%)" in a text
        (b"BT (\0a) Tj ET % the answer is B\n", True),
        (b"% ( \nBT (\0a) Tj ET % )\n", True),
        (b"BT (\0\\\\) Tj % (B)\nET\n", True),
        (b"BT (\0\\\\\0\\)\0%) Tj ET\n", False),
    ],
)
def test_a_comment_is_a_per_cent_sign_in_no_string(content: bytes, commented: bool) -> None:
    assert has_comment(content) is commented
