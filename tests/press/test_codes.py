"""Codes: what they say, that they are Code 128, and that a page of another run does not pass."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import TextStringObject
from pypdf.generic._utils import read_string_from_stream
from reportlab.graphics.barcode import code128 as theirs

from packbuilder.diagnostics import Span
from packbuilder.model.candidate import LONGEST_NUMBER, Candidate
from packbuilder.model.print_run import Copy
from packbuilder.press.barcode_font import shown
from packbuilder.press.code128 import PATTERNS, NotCode128Error, symbols
from packbuilder.press.page_code import PageCode, UncodableNumberError, codes_of, holder, length_of, read, written

numbers = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=LONGEST_NUMBER)
codes = st.builds(PageCode, st.sampled_from(("3F2A91BC", "00000000")), st.sampled_from("ABZ"), numbers, st.integers(1, 999))

printable = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30)


@given(codes)
def test_a_code_says_what_was_written(code: PageCode) -> None:
    assert read(written(code, "run"), "run") == code


@settings(deadline=None)
@given(codes)
def test_the_codes_of_a_copy_are_those_of_its_pages(code: PageCode) -> None:
    together = codes_of(code.paper, code.version, code.candidate, pages=12, run="run")
    each = [written(PageCode(code.paper, code.version, code.candidate, page), "run") for page in range(1, 13)]
    assert [together.head + tail for tail in together.tails] == each
    assert length_of(code) == len(written(code, "another run"))


@given(codes, st.integers(0, 40), st.sampled_from("0123456789ABCXYZ/"))
def test_a_changed_character_is_noticed_nearly_always(code: PageCode, at: int, char: str) -> None:
    text = written(code, "run")
    changed = text[: at % len(text)] + char + text[at % len(text) + 1 :]
    found = read(changed, "run")
    # The check has 1,296 values; the symbol's own check digit stands before it.
    assert found is None or found == code or written(found, "run") == changed


def test_a_page_of_another_run_does_not_pass() -> None:
    text = written(PageCode("3F2A91BC", "A", "0421", 7), "monday")
    assert read(text, "tuesday") is None


def test_spares_have_their_serial_and_no_candidate_can_look_like_one() -> None:
    def copy(number: str) -> Copy:
        return Copy(serial=12, version="A", candidate=Candidate(number=number, name="N", span=Span(path="list.csv", line=3)))

    assert holder(Copy(serial=12, version="A")) == "*12"
    assert holder(copy("12/0421")) == "12/0421"
    for wrong in ("*12", "0" * (LONGEST_NUMBER + 1), "Nº 7", ""):
        with pytest.raises(UncodableNumberError, match=r"list\.csv:3"):
            holder(copy(wrong))


def test_symbols_are_those_of_reportlab() -> None:
    widths = {"abcd"[n - 1]: str(n) for n in range(1, 5)}
    assert tuple("".join(widths[char.lower()] for char in theirs._patterns[value]) for value in range(107)) == PATTERNS


@given(printable)
def test_the_check_symbol_is_the_standard_s(text: str) -> None:
    start, *values, check, stop = symbols(text)
    assert (start, stop) == (104, 106)
    assert "".join(chr(value + 32) for value in values) == text
    assert check == (104 + sum(place * value for place, value in enumerate(values, 1))) % 103


@settings(deadline=None)
@given(printable, st.lists(printable, max_size=3))
def test_texts_that_begin_alike_are_shown_as_each_of_them_is(head: str, tails: list[str]) -> None:
    for bars, tail in zip(shown(head, tails), tails, strict=True):
        start, *_, check, stop = symbols(head + tail)
        assert read_string(bars) == bytes((128 + start, *(head + tail).encode(), 128 + check, 128 + stop))


def read_string(operand: bytes) -> bytes:
    """Return a literal string's bytes as pypdf reads them."""
    found = read_string_from_stream(BytesIO(operand))
    return found.original_bytes if isinstance(found, TextStringObject) else bytes(found)


def test_other_characters_are_refused() -> None:
    with pytest.raises(NotCode128Error):
        symbols("é")
