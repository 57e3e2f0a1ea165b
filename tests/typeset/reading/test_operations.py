"""A content is taken apart as pypdf does, in a part of the time; what is not written as nearly all content is, pypdf itself reads."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, StreamObject

from packbuilder.typeset.reading.operations import Content, with_content
from tests.press.test_packets import made


def stream(data: bytes) -> StreamObject:
    found = StreamObject()
    found.set_data(data)
    return found


@pytest.mark.parametrize(
    "content",
    [
        b"q 1 0 0 1 -5.5 .25 cm\n0.4 g BT /F1 9 Tf 0 -8.1 Td <0041> Tj [(a\\)b) -20 <42>] TJ ET Q\n",
        b"BT (\\\\\0\\)\0\\(\0\n\x01\\r) Tj ET\n",  # signs whose codes have brackets, strokes and ends of lines in them
        b"/P <</MCID 3>> BDC\n/Artifact<</Type/Pagination>>BDC EMC EMC\n",
        b"[] 0 d [3 2] 0 d 1 w 0 0 m 5 5 l S f* B*\n",
        b"BT (a\\053b) Tj (a(b)c) Tj ET\n",  # escapes and brackets within
        b"BT <4> Tj <41 42> Tj ET\n",
        b"q % a comment\nQ\n",
        b"/A#20B gs true\n",
        b"BT (no end of line) Tj ET",
        b"",
    ],
)
def test_operators_and_operands_are_those_of_pypdf(content: bytes) -> None:
    right = ContentStream(stream(content), None, "bytes").operations
    found = Content(stream(content), None, "bytes").operations
    assert found == right
    assert [[type(each) for each in operands] for operands, _ in found] == [[type(each) for each in operands] for operands, _ in right]


def test_pages_say_the_same_and_their_contents_stay() -> None:
    for page in PdfReader(BytesIO(made()[3])).pages[:8]:
        twin = with_content(page)
        assert twin.extract_text() == page.extract_text()
        assert twin["/Contents"].get_data() == page.get_contents().get_data()  # type: ignore[union-attr]  # each page has some
