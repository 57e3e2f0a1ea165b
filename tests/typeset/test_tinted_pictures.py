"""Pictures on tinted pages: their white is the tint; on white pages they are painted as they are."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from packbuilder.app.printing import Printer
from packbuilder.document import Document, Figure
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import Layout
from packbuilder.proof import faults
from packbuilder.typeset.reading.readback import read_back
from tests.typeset.building import png

DOCUMENT = Document(title="T", language="en-GB", blocks=(Figure(picture=png(), alt="a red square"),))


def resources(data: bytes) -> bytes:
    """Return the dictionary that the pages share, as it stands in the file."""
    shared = PdfReader(BytesIO(data)).pages[0]["/Resources"].get_object()
    written = BytesIO()
    assert shared is not None
    shared.write_to_stream(written)
    return written.getvalue().replace(b" ", b"").replace(b"\n", b"")


@pytest.mark.parametrize(("edition", "blended"), [("tinted-blue", True), ("dyslexia", True), ("large-18", False)])
def test_only_a_tinted_page_shows_through_a_picture(edition: str, blended: bool) -> None:
    layout = modified(Layout(name="plain"), edition_named(edition))
    data = Printer().print(DOCUMENT, layout).data
    page = PdfReader(BytesIO(data)).pages[0]
    contents = page.get_contents()
    assert contents is not None
    assert (b"/Multiply gs" in contents.get_data()) is blended
    assert b"/BM/Multiply" in resources(data)
    assert faults(DOCUMENT, layout, read_back(data)) == ()
