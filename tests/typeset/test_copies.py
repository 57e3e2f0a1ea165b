"""Class sets: each copy has a whole tree of its own, and costs a few bytes."""

from __future__ import annotations

import re
import subprocess
import zlib
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import page
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from packbuilder.typeset.copies import HIGHEST, Blocks, predicted, strides
from packbuilder.typeset.fragments import Fragment, Laid, Node
from packbuilder.typeset.objects import Objects
from packbuilder.typeset.reading.readback import Element, ReadBack, read_back
from packbuilder.typeset.serialising import serialise
from packbuilder.typeset.writer import write
from tests.benchmarks.untagged import write_untagged
from tests.programs import require
from tests.typeset.building import METADATA, PICTURES, glyphs, line, three_pages
from tests.typeset.test_writer import laid, paragraph

ONE, OTHER = three_pages(), laid(paragraph("Of another version. "))


def class_set(*copies: Laid) -> bytes:
    return write(copies, [f"Copy {number}" for number in range(1, len(copies) + 1)], metadata=METADATA, pictures=PICTURES).data


def documents(back: ReadBack) -> tuple[Element, ...]:
    assert back.tree is not None
    return back.tree.children if back.tree.role == "StructTreeRoot" else (back.tree,)


@given(st.binary(min_size=1, max_size=200), st.integers(1, 20))
def test_rows_that_are_predicted_are_found_again(data: bytes, width: int) -> None:
    data += bytes(-len(data) % width)
    above, found, rows = bytes(width), [], predicted(data, width)
    for at in range(0, len(rows), width + 1):
        assert rows[at] == 2
        above = bytes((new + old) & 0xFF for new, old in zip(rows[at + 1 : at + 1 + width], above, strict=True))
        found.append(above)
    assert b"".join(found) == data


@given(st.integers(0, 3000), st.integers(1, 3000), st.lists(st.integers(0, 3), min_size=5, max_size=300))
def test_blocks_have_room_and_those_that_are_alike_follow_one_another(used: int, size: int, kinds: list[int]) -> None:
    for stride in strides(size, len(kinds)):
        blocks = Blocks.above(used, stride=stride, kinds=kinds)
        assert blocks is not None
        begins = sorted(blocks.begins)
        assert used < begins[0]
        assert all(after - before >= size for before, after in pairwise([*begins, blocks.end]))
        alike = [begin for begin, kind in zip(blocks.begins, kinds, strict=True) if kind == kinds[0]]
        assert alike == list(range(alike[0], alike[0] + blocks.stride * len(alike), blocks.stride))


def test_documents_of_which_there_is_one_have_no_blocks() -> None:
    assert Blocks.above(10, stride=10, kinds=[0, 1, 2]) is None
    assert Blocks.above(10, stride=HIGHEST, kinds=[0, 0]) is None


@pytest.mark.parametrize("copies", [3, 30, 300])
def test_a_file_has_three_bytes_for_every_number(copies: int) -> None:
    """Of a file that has fewer, qpdf 12 and pikepdf say that it is damaged."""
    data = class_set(*(ONE,) * copies)
    assert 3 * int(str(PdfReader(BytesIO(data)).trailer["/Size"])) <= len(data)


def test_numbers_are_widened_and_strings_are_not() -> None:
    told = Fragment(slabs=(line("x"),), nodes=(Node(role="P", alt="(7 \\( 12 0 R"),), glyphs=glyphs("x"))
    back = read_back(class_set(*(laid(told),) * 40))
    assert back.faults == ()
    assert {each.alt for document in documents(back) for each in document.walk()} == {"", "(7 \\( 12 0 R"}


@pytest.mark.parametrize("copies", [(ONE,) * 2, (ONE,) * 13, (ONE, OTHER) * 6 + (ONE,), (ONE, OTHER, OTHER)], ids=len)
def test_every_copy_has_the_tree_that_its_document_has_alone(copies: tuple[Laid, ...]) -> None:
    back = read_back(class_set(*copies))
    assert back.faults == ()
    assert back.additions == ()
    assert [mark.words for mark in back.outline] == [f"Copy {number}" for number in range(1, len(copies) + 1)]
    alone = {id(each): read_back(write((each,), metadata=METADATA, pictures=PICTURES).data) for each in (ONE, OTHER)}
    starts = [sum(len(before.pages) for before in copies[:at]) for at in range(len(copies))]
    for start, copy, document, mark in zip(starts, copies, documents(back), back.outline, strict=True):
        (single,) = documents(alone[id(copy)])
        assert said(document, start) == said(single, 0)
        assert mark.page == start + 1
        assert back.pages[start : start + len(copy.pages)] == alone[id(copy)].pages


def said(element: Element, start: int) -> list[object]:
    """What elements say and where, pages counted from `start`."""
    return [
        (each.role, each.name, each.own, each.alt, each.page - start if each.page else 0, [target.page - start for target in each.targets])
        for each in element.walk()
    ]


def test_pages_are_found_in_the_parent_tree_by_halves() -> None:
    """Versions take turns, numbers do not: a tree in the copies' order has no structure for half of the pages, to who looks as pdf.js does."""
    reader = PdfReader(BytesIO(class_set(*(ONE, OTHER) * 6)))
    kids = [kid.get_object() for kid in reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Kids"]]
    limits = [int(each) for kid in kids for each in kid["/Limits"]]
    assert limits == sorted(limits)
    assert [(kid["/Nums"][0], kid["/Nums"][-2]) for kid in kids] == list(zip(limits[::2], limits[1::2], strict=True))


def test_the_seal_of_a_class_set_is_what_is_read_of_it() -> None:
    copies = (ONE, OTHER) * 5
    written = write(copies, list("abcdefghij"), metadata=METADATA, pictures=PICTURES)
    assert read_back(written.data).seal == written.seal


def test_the_same_class_set_is_the_same_bytes() -> None:
    assert class_set(ONE, OTHER, ONE) == class_set(ONE, OTHER, ONE)


def test_a_further_copy_costs_a_few_bytes() -> None:
    few, many = (len(class_set(*(ONE,) * count)) for count in (10, 50))
    assert (many - few) / 40 < 90  # It has 30 elements, three pages, a link and a bookmark: before, more than 400.


def test_tags_cost_a_class_set_half_the_bytes_at_most() -> None:
    copies = (ONE,) * 30
    names = [str(number) for number in range(30)]
    bare = write_untagged(copies, names, metadata=METADATA, pictures=PICTURES)
    assert len(write(copies, names, metadata=METADATA, pictures=PICTURES).data) <= 1.5 * len(bare)


def test_no_predictor_is_asked_for_in_object_streams() -> None:
    """pdf-lib undoes none there, and lopdf none of several filters': to them the pages of such a file are gone."""
    streams = re.findall(rb"<</Type/ObjStm[^>]*>>", class_set(*(ONE, OTHER) * 8))
    assert len(streams) > 1
    assert not any(b"DecodeParms" in each for each in streams)


def test_another_validator_finds_no_fault_in_a_class_set() -> None:
    assert page.validate_pdf_bytes(class_set(*(ONE, OTHER) * 8, ONE), profile="ua1").is_compliant


def test_no_object_stream_holds_more_than_its_indices_can_say() -> None:
    objects = Objects()
    catalog, info, pages = objects.reserve(), objects.reserve(), objects.add(b"<</Type/Pages/Count 0/Kids[]>>")
    objects.put(catalog, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    objects.put(info, b"<<>>")
    blocks = objects.blocks = Blocks.above(objects.count, stride=300, kinds=[0] * 300)
    assert blocks is not None
    bodies = {begin + at: b"(%d)" % (begin + at) for begin in blocks.begins for at in range(300)}
    objects.put_texts(blocks.begins[0], list(bodies.values()))
    objects.count = blocks.end - 1
    data = serialise(objects, root=catalog, info=info)
    counts = [int(found) for found in re.findall(rb"/ObjStm/N (\d+)", data)]
    assert sum(counts) == len(bodies) + 3
    assert max(counts) <= 0xFFFF
    reader = PdfReader(BytesIO(data))
    assert all(str(reader.get_object(number)).encode() == body[1:-1] for number, body in bodies.items() if number % 97 == 0)


def test_the_cross_references_of_a_class_set_are_whole_rows() -> None:
    data = class_set(*(ONE,) * 12)
    reader = PdfReader(BytesIO(data))
    table = data[data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7 : data.rindex(b"\r\nendstream")]
    rows = len(zlib.decompress(table))
    columns = int(re.findall(rb"/Columns (\d+)", data)[-1])
    assert rows * columns == 7 * int(str(reader.trailer["/Size"])) * (columns + 1)


@pytest.mark.parametrize("program", [("qpdf", "--check"), ("pdfinfo", "-struct-text")], ids=lambda program: program[0])
def test_other_readers_find_all_copies(program: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "set.pdf"
    file.write_bytes(class_set(*(ONE, OTHER) * 8, ONE))
    run = subprocess.run([require(program[0]), *program[1:], file], capture_output=True, text=True, errors="replace", check=True)
    if program[0] == "pdfinfo":
        assert run.stdout.count("Of another version.") == 8
        assert len(re.findall(r"^Document", run.stdout, re.MULTILINE)) == 17
