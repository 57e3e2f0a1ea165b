"""A file of packbuilder's whose tags are in order, and say what they were not made to say: the report tells that it was changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from packbuilder.app.accessibility.report import accessibility
from packbuilder.app.printing import Printer
from tests.proof.sample import DOCUMENT, LAYOUT
from tests.typeset.altering import Fault, altered, elements


def swap_alternatives(writer: PdfWriter) -> None:
    spaces = elements(writer, "/Form")
    first = spaces[0]
    other = next(each for each in spaces if each["/Alt"] != first["/Alt"])
    first[NameObject("/Alt")], other[NameObject("/Alt")] = other["/Alt"], first["/Alt"]


def of_another_language(writer: PdfWriter) -> None:
    elements(writer, "/P")[2][NameObject("/Lang")] = TextStringObject("fr")


def other_scope(writer: PdfWriter) -> None:
    head = elements(writer, "/TH")[0]
    head["/A"].get_object()[NameObject("/Scope")] = NameObject("/Row")  # type: ignore[index]  # a dictionary


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (swap_alternatives, "changed since it was made: its alternative texts"),
        (of_another_language, "changed since it was made: the languages that its words are marked with"),
        (other_scope, "changed since it was made: the scopes or spans of its cells"),
    ],
)
def test_what_was_changed_is_told(tmp_path: Path, fault: Fault, told: str) -> None:
    path, data = tmp_path / "made.pdf", Printer().print(DOCUMENT, LAYOUT).data
    path.write_bytes(data)
    assert any(each.good and "says the seal in the file" in each.text for each in accessibility(path))
    path.write_bytes(altered(data, fault))
    assert any(not each.good and told in each.text for each in accessibility(path))
