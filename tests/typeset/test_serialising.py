"""Files of many small objects: read back whole, in few bytes."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.typeset.objects import Objects
from packbuilder.typeset.serialising import Places, serialise


@given(st.lists(st.tuples(st.integers(1, 9), st.lists(st.integers(1, 400), unique=True, max_size=60)), max_size=6))
def test_the_table_of_places_says_which_object_stream_holds_an_object_and_where(streams: list[tuple[int, list[int]]]) -> None:
    places, expected = Places(), {0: (1, 70_000, 0)}
    places[0] = expected[0]
    for stream, numbers in streams:
        places.hold(numbers, stream)
        expected |= {number: (2, stream, index) for index, number in enumerate(numbers)}
    rows = places.rows(401)
    found = [
        (rows[at], int.from_bytes(rows[at + 1 : at + 5], "big"), int.from_bytes(rows[at + 5 : at + 7], "big")) for at in range(0, 2807, 7)
    ]
    assert found == [expected.get(number, (0, 0, 0)) for number in range(401)]


def test_every_object_is_found_again_and_costs_little_to_find() -> None:
    objects = Objects()
    catalog, info = objects.reserve(), objects.reserve()
    pages = objects.add(b"<</Type/Pages/Count 0/Kids[]>>")
    objects.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    objects.put(info, b"<<>>")
    numbers = [objects.add(b"(%d)" % at) for at in range(2000)]
    data = serialise(objects, root=catalog, info=info)
    reader = PdfReader(BytesIO(data))
    assert [str(reader.get_object(number)) for number in numbers] == [str(at) for at in range(2000)]
    table = data[data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7 : data.rindex(b"\r\nendstream")]
    assert len(zlib.decompress(table)) == 8 * int(str(reader.trailer["/Size"]))
    assert len(table) < 300


def file_of(title: bytes, own: int = 1, others: int = 600) -> tuple[bytes, list[bytes]]:
    """Return a file of objects, some of them its own, and its object streams, inflated."""
    objects = Objects()
    catalog, info = objects.reserve(), objects.reserve(own)
    pages = objects.add(b"<</Type/Pages/Count 0/Kids[]>>")
    objects.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    for number in range(info, info + own):
        objects.put_own(number, b"<</Title(%s)>>" % title)
    objects.put_texts(objects.reserve(others), [b"(%d)" % at for at in range(others)])
    data = serialise(objects, root=catalog, info=info)
    found = re.findall(rb"/Type/ObjStm/N \d+/First \d+/Filter/FlateDecode/Length \d+>>stream\n(.*?)\r\nendstream", data, re.DOTALL)
    return data, [zlib.decompress(each) for each in found]


def test_versions_have_all_but_what_is_their_own_in_the_same_stream() -> None:
    (data, (own, shared)), (_, (other, same)) = file_of(b"Version A"), file_of(b"Version B")
    assert shared == same
    assert own == other.replace(b"Version B", b"Version A")
    reader = PdfReader(BytesIO(data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Version A"
    assert len(reader.pages) == 0


@pytest.mark.parametrize(("own", "others"), [(1, 60), (20, 600)])
def test_a_small_file_and_one_that_has_much_of_its_own_have_one_stream(own: int, others: int) -> None:
    assert len(file_of(b"T", own, others)[1]) == 1
