"""Strings that another program has written anew are the same strings."""

from __future__ import annotations

import pytest

from packbuilder.typeset.reading.seals import _in_brackets


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"<2022> Tj", b'( ") Tj'),
        (b"<29285c> Tj", rb"(\)\(\\) Tj"),
        (rb"(\051\5\n) Tj (a) Tj", b"(\\)\x05\n) Tj (a) Tj"),
        (b'( ") Tj', b'( ") Tj'),
        (b"<> Tj", b"() Tj"),
        (b"<01 0D\n4> Tj", b"(\x01\\r@) Tj"),  # White space counts for nothing, and a digit that lacks is a 0.
        (rb"(\015\r) Tj", rb"(\r\r) Tj"),
        (b"(a <41> b) Tj", b"(a <41> b) Tj"),  # Digits in brackets are words.
        (b"/P<</MCID 3>>BDC /Q<<>>BDC", b"/P<</MCID 3>>BDC /Q<<>>BDC"),
    ],
)
def test_strings_are_read_alike(written: bytes, meant: bytes) -> None:
    assert _in_brackets(written) == meant
