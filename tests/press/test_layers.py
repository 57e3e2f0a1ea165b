"""A page is in two layers only where neither changes the other: what leaves anything behind, or paints anything but words in black, is not."""

from __future__ import annotations

import pytest

from packbuilder.press.painted import leaves_all_as_it_was, only_writes_in_black
from packbuilder.press.plain_file import plain_file, with_others
from packbuilder.press.reading import opened
from tests.press.test_packets import made

WORDS = b"q 1 0 0 1 62.3 827.8 cm\n0 g BT/FBold 11 Tf 0 -9.9 Td<00410064> Tj ET\nQ\n"


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (b"", True),
        (b"q 1 0 0 1 0 0 cm\n0.4 0.4 0.4 RG 0.6 w\n55 66 484 711 re S\nQ\n", True),
        (b"/P <</MCID 3>> BDC\nq BT\n/F 8 Tf\n0 -8 Td\n[<0041> -20 (a\\)b)] TJ\nET\nQ EMC\n", True),
        (b"q /I1 Do Q\n", True),
        (b"0.5 g\n", False),  # a colour for what follows
        (b"q 0.5 g\n", False),  # that does not end
        (b"Q q\n", False),
        (b"q 1 0 0 1 0 5 cm Q 1 0 0 1 0 5 cm\n", False),
        (b"q 10 10 m 20 20 l Q\n", False),  # a path that the next line would paint
        (b"q 0 0 9 9 re W n Q\n", False),  # what cuts away is not known here
        (b"q BT Q\n", False),
        (b"q BT /F 8 Tf ET ET Q\n", False),
        (b"/P <</MCID 3>> BDC\nq Q\n", False),
        (b"q Q EMC\n", False),
        (b"q Q 5 5\n", False),  # numbers for the next operator
        (b"q Q (\n", False),
        (b"q Q % to the end of the line", False),
        (b"q BI /W 1 /H 1 ID x EI Q\n", False),
    ],
)
def test_a_content_that_ends_all_that_it_begins_leaves_all_as_it_was(content: bytes, *, right: bool) -> None:
    assert leaves_all_as_it_was(content) is right


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (WORDS, True),
        (WORDS + WORDS, True),
        (b"/Artifact<</Type/Pagination>>BDC\n" + WORDS + b"EMC\n", True),
        (b"/P<</MCID 0>>BDC\n" + WORDS + b"EMC\n", True),
        (WORDS + b"0.6 w 0 G 33.7 -11.9 m 291.5 -11.9 l S\n" + WORDS, True),  # a line to write the name on
        (WORDS + b"0.6 w 0 G 33.7 -11.9 m 291.5 -12 l S\n", False),
        (WORDS + b"9 w 0 G 33.7 -11.9 m 291.5 -11.9 l S\n", False),
        (WORDS + b"0.6 w 1 G 33.7 -11.9 m 291.5 -11.9 l S\n", False),
        (WORDS.replace(b"0 g", b"1 g"), False),
        (WORDS.replace(b"0 g", b"0 0 0 rg"), False),
        (WORDS.replace(b"BT", b"BT 3 Tr "), False),
        (WORDS.replace(b"1 0 0 1", b"0 1 -1 0"), False),
        (WORDS + b"1 g 0 0 500 500 re f\n", False),
        (WORDS + b"/G0 gs\n", False),
        (WORDS + b"/I1 Do\n", False),
        (b"/OC /Layer BDC\n" + WORDS + b"EMC\n", False),
        (WORDS + b"% ", False),
        (WORDS.replace(b"<00410064>", b"(" + b"\\" * 4001), False),
    ],
)
def test_what_only_writes_in_black_hides_nothing(content: bytes, *, right: bool) -> None:
    assert only_writes_in_black(content) is right


def test_a_packet_is_a_plain_file_and_stays_the_same_with_nothing_else_in_it() -> None:
    data = made()[3]
    file = plain_file(data)
    assert file is not None
    assert opened(with_others(data, file.end, {})).pages == opened(data).pages


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data + b"\n",
        lambda data: data[:-1],
        lambda data: b"%PDF-1.4" + data[8:],
        lambda data: data.replace(b"endstream\nendobj\n", b"endstream\nendobj\n% more\n", 1),
        lambda data: data.replace(b"/Type/XRef", b"/Prev 5/XRef"),
        lambda data: data.replace(b"startxref\n", b"startxref\n1"),
        lambda data: data[: len(data) // 2],
        lambda _: b"",
    ],
)
def test_any_other_form_is_none(change: object) -> None:
    assert plain_file(change(made()[3])) is None  # type: ignore[operator]
