"""Files of many small objects: read back whole, in few bytes."""

from __future__ import annotations

import zlib
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.typeset.objects import Objects, cross_reference_rows, serialise

_places = st.tuples(st.integers(0, 2), st.integers(0, 2**32 - 1), st.integers(0, 2**16 - 1))
_runs = st.tuples(st.integers(1, 9), st.integers(0, 300), st.integers(1, 300)).map(
    lambda run: [(2, run[0], run[1] + at) for at in range(run[2])]
)


@given(st.lists(st.one_of(_places.map(lambda place: [place]), _runs), max_size=6))
def test_rows_of_a_cross_reference_stream_say_where_each_object_is(parts: list[list[tuple[int, int, int]]]) -> None:
    places = [place for part in parts for place in part]
    rows, above, found = cross_reference_rows(places), bytes(7), []
    for at in range(0, len(rows), 8):
        assert rows[at] == 2
        above = bytes((new + old) & 0xFF for new, old in zip(rows[at + 1 : at + 8], above, strict=True))
        found.append((above[0], int.from_bytes(above[1:5], "big"), int.from_bytes(above[5:], "big")))
    assert found == places


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
