"""Pictures in notes: on a line of their own, with words for those who do not see them."""

from __future__ import annotations

from pathlib import Path

import pytest

from packbuilder.app.library import load
from packbuilder.document import Figure
from packbuilder.products.revision_pack import revision_pack
from packbuilder.readers.notes import read_notes
from tests.typeset.building import PICTURE

NOTES = """Topic Synopsis
Cells are the units of life.
![a plant cell,  its nucleus at one side](images/cell.png)
They divide.

Key Concepts & Core Principles
- Cell: The smallest unit of life.
- ![two cells side by side](images/cell.png)

Examiner Marking Points
- Describe the parts of a plant cell.
"""


def test_a_picture_is_no_text_and_keeps_its_section() -> None:
    topic, _ = read_notes(NOTES.encode(), "cells.txt")
    assert topic is not None
    assert topic.synopsis == "Cells are the units of life. They divide."
    assert [concept.term for concept in topic.concepts] == ["Cell"]
    assert [(each.section, each.alt, each.span.line) for each in topic.illustrations] == [
        ("synopsis", "a plant cell, its nucleus at one side", 3),
        ("concepts", "two cells side by side", 8),
    ]


def test_formulas_in_the_words_for_a_picture_are_characters() -> None:
    topic, _ = read_notes(NOTES.replace("two cells", "two $x^2$ cells").encode(), "cells.txt")
    assert topic is not None
    assert topic.illustrations[1].alt == "two x² cells side by side"


def test_the_width_of_a_note_program_is_no_word() -> None:
    topic, _ = read_notes(NOTES.replace("two cells side by side", "two cells side by side|300").encode(), "cells.txt")
    assert topic is not None
    assert topic.illustrations[1].alt == "two cells side by side"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("![](images/cell.png)", "7:1 N151 a picture needs words for those who do not see it"),
        ("![IMG_2043.png](rock2.png)", "7:1 N151 the words for a picture are 'IMG_2043.png', which say nothing of what it shows"),
        ("![image|300](rock2.png)", "7:1 N151 the words for a picture are 'image', which say nothing of what it shows"),
        ("![rock2](images/rock2.png)", "7:1 N151 the words for a picture are 'rock2', which say nothing of what it shows"),
        ("- See ![a cell](images/cell.png) here.", "7:3 N150 the picture 'images/cell.png' stands in the middle of a text"),
    ],
)
def test_a_picture_without_words_or_inside_a_text_is_an_error(line: str, message: str) -> None:
    topic, found = read_notes(NOTES.replace("- Cell: The smallest unit of life.", line).encode(), "cells.txt")
    assert topic is not None
    assert [f"{each.span.line}:{each.span.column} {each.code} {each.message}" for each in found if each.code.startswith("N15")] == [message]


def test_the_pack_shows_pictures_where_the_notes_have_them(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "cell.png").write_bytes(PICTURE.data)
    (tmp_path / "cells.txt").write_text(NOTES)
    library = load([tmp_path / "cells.txt"], root=tmp_path)
    assert not [each for each in library.diagnostics if each.code.startswith("N15")]
    blocks = revision_pack(library.bank.topics, title="Cells").blocks
    assert [block.alt for block in blocks if isinstance(block, Figure)] == [
        "a plant cell, its nucleus at one side",
        "two cells side by side",
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("missing.png", "N152"), ("../outside.png", "N152"), ("notes.png", "N153")]
)  # fmt: skip
def test_a_file_that_is_not_there_outside_or_no_picture_is_an_error(tmp_path: Path, name: str, code: str) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "outside.png").write_bytes(PICTURE.data)
    (project / "notes.png").write_text("no picture")
    (project / "cells.txt").write_text(NOTES.replace("images/cell.png", name))
    library = load([project / "cells.txt"], root=project)
    assert [each.code for each in library.diagnostics if each.code.startswith("N15")] == [code, code]
    assert library.bank.topics[0].illustrations == ()
