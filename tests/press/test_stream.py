"""A PDF written as it is made: every object is found again under its number, however many there are."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.press.packet import write_packet
from packbuilder.press.reading import scan
from packbuilder.press.stream import PdfStream
from packbuilder.typeset.objects import Stream
from tests.press.runs import masters, run_of


@settings(max_examples=15, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=2000), st.randoms(use_true_random=False))
def test_objects_are_found_under_their_numbers(kinds: list[bool], order) -> None:  # type: ignore[no-untyped-def]  # a random generator
    file = BytesIO()
    pdf = PdfStream(file)
    pages, catalog, info = (pdf.reserve() for _ in range(3))
    reserved = [pdf.reserve() for _ in range(50)]
    order.shuffle(reserved)
    numbers = {}
    for at, kind in enumerate(kinds):
        if reserved and at % 7 == 0:
            late = reserved.pop()
            pdf.put(late, b"(late %d)" % late)
            numbers[late] = f"late {late}"
        numbers[pdf.add(Stream(b"", b"%d" % at) if kind else b"(%d)" % at)] = str(at)
    pdf.put(pages, b"<</Type/Pages/Count 0/Kids[]>>")
    pdf.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    pdf.put(info, b"<<>>")
    pdf.finish(root=catalog, info=info)
    reader = PdfReader(BytesIO(file.getvalue()), strict=True)
    for number, words in numbers.items():
        found = reader.get_object(number)
        assert (found.get_data().decode() if hasattr(found, "get_data") else found) == words
    assert pdf.size == len(file.getvalue())


@pytest.mark.parametrize("count", [31, 33, 130])
def test_every_page_of_a_large_packet_is_a_page(count: int) -> None:
    run = run_of(count, spares=0)
    bank = masters(run)
    file = BytesIO()
    written = write_packet(run.packets[0], bank, file)
    pages = scan(file.getvalue(), range(10_000))
    assert len(pages) == written.pages
    codes = [page.codes for (page,) in pages]
    assert all(len(each) == 1 for each in codes)
    assert len({each[0] for each in codes}) == written.pages
    assert len(PdfReader(BytesIO(file.getvalue())).pages) == written.pages
