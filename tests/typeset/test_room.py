"""What gives way where room is short, and what takes room where it is there: titles, grids, pictures, rows with boxes."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256

import pytest

from packbuilder.app.project import layout
from packbuilder.document import Figure, Group, Heading, ItemList, LetterGrid, Paragraph, Picture, Square
from packbuilder.editions import edition_named
from packbuilder.editions.layouts import modified
from packbuilder.layout import POINTS_PER_MM, Layout
from packbuilder.text import plain
from packbuilder.typeset.fragments import LAST_RESORT, Fragment
from packbuilder.typeset.setter import Setter
from tests.products.test_products import PLACE

A4, A5 = (layout(name, PLACE) for name in ("handout-a4", "handout-a5"))
LONG = "Sorting, searching and the measurement of running time: from bubble sort to divide and conquer, with traces and counter-examples"


def titled(look: Layout, words: str) -> Fragment:
    return Setter(look).context("en-GB").set(Heading(text=plain(words), level=1))


def test_a_title_of_many_lines_is_set_smaller_but_always_larger_than_the_text() -> None:
    short, long = titled(A5, "Sorting").slabs[0], titled(A5, LONG).slabs[0]
    assert short.baseline > long.baseline
    assert long.height > 1.1 * A5.style("body").size


def test_a_title_of_two_lines_is_as_large_as_any() -> None:
    two = titled(A4, "Aldehydes, ketones and nucleophilic addition in organic chemistry").slabs
    assert len(two) == 2
    assert two[0].baseline == titled(A4, "Sorting").slabs[0].baseline


def grid(rows: int) -> LetterGrid:
    return LetterGrid(rows=tuple(tuple(Square() for _ in range(12)) for _ in range(rows)), alt="A grid.")


@pytest.mark.parametrize("lines", [0, 8, 14])
def test_a_grid_is_as_large_as_what_is_kept_with_it_lets_it_be(lines: int) -> None:
    context = Setter(A5).context("en-GB")
    others = tuple(Paragraph(text=plain("A clue.")) for _ in range(lines))
    whole = context.set(Group(blocks=(grid(13), *others), together=True))
    assert whole.height <= A5.page.text_height
    assert whole.slabs[0].height <= context.set(grid(13)).height


def test_a_grid_whose_squares_would_be_too_small_does_not_shrink_at_all() -> None:
    context = Setter(A5).context("en-GB")
    others = tuple(Paragraph(text=plain("A clue.")) for _ in range(40))
    whole = context.set(Group(blocks=(grid(13), *others), together=True))
    assert whole.slabs[0].height == context.set(grid(13)).slabs[0].height > 13 * 5 * POINTS_PER_MM


def png(width: int, height: int) -> Picture:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", rows)
    data += chunk(b"IEND", b"")
    return Picture(digest=sha256(data).hexdigest(), data=data)


def test_a_picture_grows_with_the_text_up_to_the_column() -> None:
    figure = Figure(picture=png(60, 6), alt="A spectrum.", share=0.7)

    def wide(look: Layout) -> float:
        context = Setter(look).context("en-GB")
        (leaf,) = (leaf for slab in context.set(figure).slabs for leaf in slab.leaves if leaf.box)
        assert leaf.box is not None
        return (leaf.box[2] - leaf.box[0]) / context.width

    exam = layout("exam-a4", PLACE)
    assert wide(exam) == pytest.approx(0.7)
    assert wide(modified(exam, edition_named("large-24"))) == pytest.approx(1.0)


@pytest.mark.parametrize("style", ["tick", "rag"])
def test_an_entry_with_boxes_is_divided_last_of_all(style: str) -> None:
    words = Paragraph(text=plain("Explain how a care worker responds to a disclosure of abuse, and who must be told of it. " * 3))
    fragment = Setter(A5).context("en-GB").set(ItemList(entries=((words,),), style=style))  # type: ignore[arg-type]  # one of its names
    assert len(fragment.slabs) > 2
    assert all(slab.after >= LAST_RESORT for slab in fragment.slabs[:-1])
