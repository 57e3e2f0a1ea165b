"""The accessibility report: what is good is told with its number, and each planted fault is named with its page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject

from packbuilder.app.accessibility import findings, seen
from packbuilder.app.making import make_papers
from packbuilder.app.printing import Printer
from packbuilder.app.project import layout
from packbuilder.readers.layouts import read_layout
from packbuilder.typeset.appearance import appearance
from packbuilder.typeset.readback import Element, ReadBack
from tests.products.test_products import PLACE, made


def faults(read: ReadBack) -> list[str]:
    return [finding.text for finding in findings(read) if not finding.good]


@pytest.mark.parametrize("name", ["paper-A.pdf", "mark-scheme-A.pdf", "revision-pack.pdf"])
def test_our_own_files_have_no_fault(name: str) -> None:
    assert faults(made()[1][name]) == []


def test_what_is_good_is_counted() -> None:
    told = " ".join(finding.text for finding in findings(made()[1]["paper-A.pdf"]))
    assert "each with words in its place" in told
    assert "each of which begins with its number" in told


def changed(element: Element, wanted: str, **values: object) -> Element:
    inner = tuple(changed(child, wanted, **values) for child in element.children)
    same = replace(element, children=inner)
    return replace(same, **values) if element.role == wanted else same  # type: ignore[arg-type]  # values of its own fields


@pytest.mark.parametrize(
    ("role", "values", "told"),
    [
        ("Formula", {"alt": ""}, "a formula has no alternative text"),
        ("TH", {"role": "TD"}, "a table has no header cell"),
        ("TH", {"scope": ""}, "whether it heads a row or a column"),
        ("H1", {"role": "P"}, "There is no heading"),
    ],
)
def test_a_planted_fault_is_told(role: str, values: dict[str, object], told: str) -> None:
    read = made()[1]["paper-A.pdf"]
    assert read.tree is not None
    tree = changed(read.tree, role, **values)
    if role == "H1":
        for level in ("H2", "H3", "H4"):
            tree = changed(tree, level, role="P")
    assert any(told in text for text in faults(replace(read, tree=tree)))


def test_a_picture_without_words_is_told() -> None:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="Figure", alt=" ", page=3)))
    assert "Page 3: a picture has no alternative text." in faults(ReadBack(pages=("",), tree=tree))


@pytest.mark.parametrize("alt", ["red.png", "Figure 1", "image", "IMG_0042.JPG", "?!"])
def test_words_for_a_picture_that_say_nothing_are_told(alt: str) -> None:
    tree = Element(role="Document", children=(Element(role="H1"), Element(role="Figure", alt=alt, page=3)))
    assert any(f"Page 3: the words for a picture are “{alt}”" in text for text in faults(ReadBack(pages=("",), tree=tree)))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Element(role="P", page=2), "a list is not made of entries"),
        (Element(role="LI", children=(Element(role="P"),), page=2), "a list is not made of entries"),
        (Element(role="LI", children=(Element(role="LBody"),), page=2), "has no label"),
    ],
)
def test_a_list_that_is_none_is_told(entry: Element, told: str) -> None:
    listed = Element(role="L", numbering="Decimal", children=(entry,), page=2)
    tree = Element(role="Document", children=(Element(role="H1"), listed))
    assert any(text.startswith("Page 2") and told in text for text in faults(ReadBack(pages=("",), tree=tree)))


def looked(data: bytes, edition: str = "") -> list[str]:
    return [finding.text for finding in seen(appearance(data), edition=edition) if not finding.good]


@lru_cache(maxsize=1)
def page() -> bytes:
    """A page of ours, whose stream and fonts can be changed."""
    forms, _ = made()
    exam = layout("exam-a4", PLACE)
    return next(iter(make_papers(forms[:1], paper=exam, scheme=exam, printer=Printer(), products=("practice_paper",)))).data


def altered(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(page()))
    change(writer)
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def _forget_title(writer: PdfWriter) -> None:
    del writer.root_object["/ViewerPreferences"]


def _forget_maps(writer: PdfWriter) -> None:
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        del font.get_object()["/ToUnicode"]


def _forget_shapes(writer: PdfWriter) -> None:
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        del descriptor["/FontFile2"]


def _loosen_tabs(writer: PdfWriter) -> None:
    writer.pages[1][NameObject("/Annots")] = ArrayObject([DictionaryObject()])
    writer.pages[1][NameObject("/Tabs")] = NameObject("/R")


def _repaint(writer: PdfWriter, old: bytes, new: bytes) -> None:
    for each in writer.pages:
        stream = ContentStream(each.get_contents(), writer)
        stream.set_data(re.sub(old, new, stream.get_data()))
        each[NameObject("/Contents")] = stream


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_forget_title, "the flag that asks for the title is not set"),
        (_forget_maps, "does not say which characters its signs are"),
        (_forget_shapes, "is not in the file"),
        (_loosen_tabs, "Page 2: the tab key"),
        (partial(_repaint, old=rb"BT", new=rb"BT 0.6 g"), "it needs 4.5:1"),
        (partial(_repaint, old=rb"(/F\w+) [\d.]+ Tf", new=rb"\1 6 Tf"), "Most text is 6 pt; it should be 9 pt"),
    ],
    ids=["title", "maps", "shapes", "tabs", "colour", "size"],
)
def test_a_fault_in_how_a_file_looks_is_told(change: Callable[[PdfWriter], None], told: str) -> None:
    assert looked(page()) == []
    assert any(told in text for text in looked(altered(change)))


def test_large_print_that_is_not_large_is_told() -> None:
    told = looked(page(), edition="large-18")
    assert any("it should be 18 pt at least" in text for text in told)
    assert any("none may be smaller than 15.3 pt" in text for text in told)


@pytest.mark.parametrize(
    ("opening", "told"),
    [(b"/Artifact <</Type /Pagination>> BDC", []), (b"/Artifact BMC", ["Most text is 7 pt; it should be 9 pt at least."])],
    ids=["furniture", "ornament"],
)
def test_running_heads_are_no_main_text(opening: bytes, told: list[str]) -> None:
    """A sheet of few flashcards has more letters in its running heads than on its cards."""

    def paint(writer: PdfWriter) -> None:
        stream, running = ContentStream(None, writer), b"BT /F1 7 Tf (A running head of many words) Tj ET"
        stream.set_data(b"BT /F1 12 Tf (Acid) Tj ET " + opening + b" " + running + b" EMC")
        for each in writer.pages:
            each[NameObject("/Contents")] = stream

    data = altered(paint)
    assert looked(data) == told
    assert "the smallest 7 pt" in " ".join(each.text for each in seen(appearance(data))) or told


def test_a_link_to_nowhere_is_told() -> None:
    read = made()[1]["revision-pack.pdf"]
    assert read.tree is not None
    assert any("leads nowhere" in text for text in faults(replace(read, tree=changed(read.tree, "Link", targets=()))))


def test_a_file_without_tags_title_or_language_is_told_so() -> None:
    told = " ".join(faults(ReadBack(pages=("text",))))
    for words in ("has no title", "No language", "does not say", "is not tagged"):
        assert words in told


def test_a_layout_with_pale_text_is_an_error() -> None:
    _, found = read_layout(b"styles:\n  body: {size: 11}\n  small: {colour: '#999999'}\n", "pale.yaml", "pale")
    assert [d.code for d in found] == ["L312"]
    assert "`small` stands on white at a contrast of 2.84:1" in found[0].message


def test_a_contrast_that_just_falls_short_is_not_rounded_to_what_is_needed() -> None:
    _, (found,) = read_layout(b"styles:\n  body: {size: 11}\n  small: {colour: '#777777'}\n", "pale.yaml", "pale")
    assert "a contrast of 4.47:1; text needs 4.5:1" in found.message
