"""Every writer says what a block of every kind says, or leaves its kind out by name."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import unescape

import pytest
from docx import Document as WordDocument

from packbuilder.document import Block, Contents, CutLine, Document, PageBreak, PageTotal
from packbuilder.layout import AnswerSpace
from packbuilder.reader.docx import to_docx
from packbuilder.reader.html import to_html
from packbuilder.reader.plain import to_text
from packbuilder.typeset import setter
from tests.test_walks import EVERY, said_by

NOTHING_SAID = frozenset((CutLine, PageBreak, PageTotal))
"""Kinds that only paper has."""


def page(document: Document) -> str:
    return unescape(to_html(document, AnswerSpace()).decode())


def text(document: Document) -> str:
    return to_text(document, AnswerSpace())


def word(document: Document) -> str:
    return "".join(WordDocument(io.BytesIO(to_docx(document, AnswerSpace()))).element.itertext())


@pytest.mark.parametrize(
    ("writer", "unsaid"), [(page, ""), (text, "said over contents"), (word, "said over contents")], ids=["html", "text", "word"]
)
@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_a_writer_says_what_a_block_says(block: Block, writer: Callable[[Document], str], unsaid: str) -> None:
    """Contents lead from page to page: a text has none, and Word has its own."""
    empty, whole = (" ".join(writer(Document(title="T", language="en", blocks=blocks)).split()) for blocks in ((), (block,)))
    assert [words for words in said_by(block) if words not in whole and words != unsaid] == []
    assert (whole == empty) == (type(block) in NOTHING_SAID or (bool(unsaid) and isinstance(block, Contents)))


def test_the_typesetter_sets_every_kind_but_those_that_are_the_engines() -> None:
    kinds = {type(block) for block in EVERY}
    assert kinds - set(setter._KINDS) == {Contents, PageBreak, PageTotal}
