"""Strings that another program has written anew are the same strings."""

from __future__ import annotations

import pytest

from packbuilder.typeset.reading.seals import _in_hexadecimal


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb'( ") Tj', b"<2022> Tj"),
        (rb"(\)\(\\) Tj", b"<29285c> Tj"),
        (rb"(\051\5\n) Tj (a) Tj", b"<29050a> Tj <61> Tj"),
        (b"<2022> Tj", b"<2022> Tj"),
        (b"() Tj", b"<> Tj"),
    ],
)
def test_strings_are_read_alike(written: bytes, meant: bytes) -> None:
    assert _in_hexadecimal(written) == meant
