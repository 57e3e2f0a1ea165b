"""Files of many small objects: read back whole, in few bytes."""

from __future__ import annotations

import zlib
from io import BytesIO

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
