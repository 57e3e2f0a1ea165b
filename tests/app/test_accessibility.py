"""The accessibility report: what is good is told with its number, and each planted fault is named with its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from packbuilder.app.accessibility import findings
from packbuilder.readers.layouts import read_layout
from packbuilder.typeset.readback import Element, ReadBack
from tests.products.test_products import made


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
