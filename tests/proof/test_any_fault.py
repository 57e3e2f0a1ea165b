"""Whatever is changed in the structure of a finished file, at a place drawn at random: the oracle says something, and so does the seal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

from packbuilder.app.printing import Printed, Printer
from packbuilder.proof import faults
from packbuilder.typeset.reading.readback import read_back
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import altered

Pick = Callable[[int], int]
"""A number below another, drawn at random."""


@pytest.fixture(scope="module")
def printed() -> Printed:
    return Printer().print(DOCUMENT, LAYOUT)


def every(writer: PdfWriter, wanted: Callable[[DictionaryObject], bool]) -> list[DictionaryObject]:
    found = [each.get_object() for each in writer._objects if each is not None]
    return [each for each in found if isinstance(each, DictionaryObject) and "/S" in each and "/P" in each and wanted(each)]


def annotations(writer: PdfWriter) -> list[DictionaryObject]:
    return [each.get_object() for page in writer.pages for each in page.get("/Annots", ())]


def kids(element: DictionaryObject) -> list[object]:
    held = element.get("/K")
    return list(held) if isinstance(held, ArrayObject) else []


def retag(writer: PdfWriter, pick: Pick) -> None:
    found = every(writer, lambda each: True)
    element = found[pick(len(found))]
    roles = [role for role in ("/P", "/H1", "/H2", "/Div", "/Span", "/LI", "/TD", "/TH", "/Note") if role != element["/S"]]
    element[NameObject("/S")] = NameObject(roles[pick(len(roles))])


def drop_a_child(writer: PdfWriter, pick: Pick) -> None:
    found = every(writer, lambda each: len(kids(each)) > 1)
    element = found[pick(len(found))]
    listed = kids(element)
    del listed[pick(len(listed))]
    element[NameObject("/K")] = ArrayObject(listed)  # type: ignore[arg-type]  # objects of a PDF


def swap_children(writer: PdfWriter, pick: Pick) -> None:
    # A link's words and its annotation say the same in either order.
    found = every(writer, lambda each: len(kids(each)) > 1 and each.get("/S") != "/Link")
    element = found[pick(len(found))]
    listed = kids(element)
    at = pick(len(listed) - 1)
    listed[at], listed[at + 1] = listed[at + 1], listed[at]
    element[NameObject("/K")] = ArrayObject(listed)  # type: ignore[arg-type]  # objects of a PDF


def move_a_child(writer: PdfWriter, pick: Pick) -> None:
    found = every(writer, lambda each: len(kids(each)) > 1)
    source = found[pick(len(found))]
    others = [each for each in found if each is not source]
    target = others[pick(len(others))]
    listed = kids(source)
    moved = listed.pop(pick(len(listed)))
    source[NameObject("/K")] = ArrayObject(listed)  # type: ignore[arg-type]  # objects of a PDF
    target[NameObject("/K")] = ArrayObject([*kids(target), moved])  # type: ignore[list-item]  # objects of a PDF


def change_an_entry(writer: PdfWriter, pick: Pick) -> None:
    keys = ("/Alt", "/ActualText", "/Lang")
    found = [(each, key) for each in every(writer, lambda each: True) for key in keys if key in each]
    element, key = found[pick(len(found))]
    if pick(2):
        del element[key]
    else:
        element[NameObject(key)] = TextStringObject(f"{element[key]} more")


def drop_attributes(writer: PdfWriter, pick: Pick) -> None:
    # The box of a figure is for viewers that reflow: no reader is told it.
    found = [(each, key) for each in every(writer, lambda each: each["/S"] != "/Figure") for key in ("/A", "/C") if key in each]
    element, key = found[pick(len(found))]
    del element[key]


def claim_other_content(writer: PdfWriter, pick: Pick) -> None:
    found = every(writer, lambda each: isinstance(each.get("/K"), NumberObject))
    element = found[pick(len(found))]
    element[NameObject("/K")] = NumberObject(int(element["/K"]) + 1 + pick(3))


def change_a_link(writer: PdfWriter, pick: Pick) -> None:
    found = annotations(writer)
    link = found[pick(len(found))]
    match pick(4):
        case 0:
            link[NameObject("/Rect")] = ArrayObject(FloatObject(float(each) + 100) for each in link["/Rect"])
        case 1:
            link[NameObject("/Contents")] = TextStringObject("elsewhere")
        case 2:
            link["/Dest"][3] = FloatObject(float(link["/Dest"][3]) - 50)
        case _:
            link[NameObject("/StructParent")] = NumberObject(int(link["/StructParent"]) - 1)


def swap_texts(writer: PdfWriter, pick: Pick) -> None:
    """Two bookmarks, or the title and another, change their words."""
    mark = writer.root_object["/Outlines"]["/First"]
    for _ in range(pick(3)):
        mark = mark.get("/Next", mark.get("/First", mark)).get_object()
    mark[NameObject("/Title")] = TextStringObject(f"{mark['/Title']}!")


MUTATORS = (
    retag, drop_a_child, swap_children, move_a_child, change_an_entry, drop_attributes, claim_other_content, change_a_link, swap_texts,
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(mutator=st.sampled_from(MUTATORS), data=st.data())
def test_any_change_of_the_structure_is_found(printed: Printed, mutator: Callable[[PdfWriter, Pick], None], data: st.DataObject) -> None:
    def pick(below: int) -> int:
        return data.draw(st.integers(0, below - 1))

    read = read_back(altered(printed.data, lambda writer: mutator(writer, pick)))
    assert faults(DOCUMENT, LAYOUT, read)
    assert read.seal != printed.seal or read.faults


def test_the_halves_of_an_answer_space_that_goes_on_overleaf_are_not_exchanged(printed: Printed) -> None:
    def exchange(writer: PdfWriter) -> None:
        (space,) = every(writer, lambda each: each["/S"] == "/Form" and len(kids(each)) == 2)
        space[NameObject("/K")] = ArrayObject(reversed(kids(space)))  # type: ignore[arg-type]  # objects of a PDF

    (fault,) = faults(DOCUMENT, LAYOUT, read_back(altered(printed.data, exchange)))
    assert fault.endswith("goes on before it begins")
