"""Rows that differ in a few figures: any inflater finds them again, and one more costs next to nothing."""

from __future__ import annotations

from zlib import compress, decompress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from packbuilder.typeset.deflating import FARTHEST, deflated_twice, repetitions


def inflated(data: bytes) -> bytes:
    return decompress(decompress(data))


def copies(count: int, objects: int = 100) -> list[bytes]:
    """Rows as a class set has them: the number of the copy is in all numbers of objects."""
    return [b"".join(b"<</P %3d%03d 0 R/S/P/K %2d>>" % (copy, at, at) for at in range(objects)) for copy in range(count)]


@settings(deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=5).flatmap(lambda widths: st.tuples(*(rows_of(width) for width in widths))))
def test_rows_are_found_again_whatever_they_hold(groups: tuple[list[bytes], ...]) -> None:
    assert inflated(deflated_twice(groups)) == b"".join(row for rows in groups for row in rows)


def rows_of(width: int) -> st.SearchStrategy[list[bytes]]:
    texts = st.text("ab1", min_size=width, max_size=width).map(str.encode)
    return st.lists(st.one_of(st.binary(min_size=width, max_size=width), texts), max_size=6)


@pytest.mark.parametrize("length", [*range(3, 20), 34, 35, 66, 67, 130, 131, 257, 258, 259, 260, 261, 516, 517, FARTHEST])
def test_repetitions_have_every_length(length: int) -> None:
    rows = [b"\xff" * (length - 1) + each for each in (b"0", b"1", b"2")]
    assert inflated(deflated_twice([rows])) == b"".join(rows)


@pytest.mark.parametrize("back", [3, 4, 5, 6, 8, 9, 100, 1000, 1025, 10_000, 24_577])
def test_repetitions_come_from_every_distance(back: int) -> None:
    rows = [b"%03d" % at + b"-" * (back - 3) + b"%03d" % at for at in range(120, 124)]
    assert inflated(deflated_twice([rows])) == b"".join(rows)
    columns = [256, 257, 258, *b"-" * (back - 3), 256, 257, 258]
    assert list(repetitions(columns, len(columns)))[-1] == (3, back)


def test_what_changes_is_said_once_a_row() -> None:
    """What follows the number of the copy is the same in all rows, and so is where the number was before."""
    columns = [*b"/P ", 256, 257, *b"034 /P ", 256, 257, *b"035"]
    parts = list(repetitions(columns, len(columns)))
    assert [part for part in parts if isinstance(part, int) and columns[part] > 0xFF] == [3, 4]
    said = sum(1 if isinstance(part, int) else part[0] for part in parts)
    assert said == len(columns)


def test_groups_of_the_same_width_go_on_from_one_another() -> None:
    rows = copies(12)
    apart = deflated_twice([rows[:10], [b"-", b"-"], rows[10:]])
    assert len(deflated_twice([rows[:10], rows[10:]])) < len(apart)


def test_one_more_row_costs_a_few_bytes() -> None:
    few, many = (len(deflated_twice([copies(count)])) for count in (10, 110))
    assert (many - few) / 100 < 20
    zlib_alone = [len(compress(b"".join(copies(count)), 9)) for count in (10, 110)]
    assert zlib_alone[1] - zlib_alone[0] > 10 * (many - few)


def test_equal_rows_are_equal_bytes_but_for_what_is_said() -> None:
    """Codes are such that all of a row is whole bytes, and no bits go over into the next."""
    data = decompress(deflated_twice([copies(6)]))
    block = data.split(b"\x00\x00\xff\xff")[1]
    width, codes_told, end = 5, 93, 2
    coded = block[codes_told:-end]
    size, left = divmod(len(coded), width)
    assert not left
    rows = [coded[at : at + size] for at in range(0, len(coded), size)]
    differing = {at for one in rows for at, (byte, first) in enumerate(zip(one, rows[0], strict=True)) if byte != first}
    assert 0 < len(differing) < 5


def test_what_is_made_in_the_same_way_is_the_same_bytes() -> None:
    """The second time zlib finds objects of one row that differ from each other only in where they stand."""
    few, many = (len(compress(decompress(deflated_twice([copies(6, objects)])), 9)) for objects in (100, 200))
    assert many - few < 500
