"""What tagging costs: the engine's time (layout remembered) and the bytes, against the same pages without tags.

Time is measured, never asserted: `pytest tests/benchmarks --benchmark-enable --benchmark-group-by=group`. PERFORMANCE.md's targets: at
most 3 times the time and 1.5 times the bytes. `tag_sizes` measures the bytes of every product of every sample.
"""

from __future__ import annotations

from functools import lru_cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from packbuilder.app.library import load
from packbuilder.app.making import draw
from packbuilder.app.packs import pack_document
from packbuilder.app.project import layout
from packbuilder.document import Document
from packbuilder.layout import Layout
from packbuilder.model.blueprint import Blueprint
from packbuilder.products.mark_scheme import mark_scheme
from packbuilder.products.practice_paper import practice_paper
from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.metadata import Metadata
from packbuilder.typeset.pictures import picture_name
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.writer import write
from packbuilder.walks import pictures_of
from tests.benchmarks.untagged import write_untagged
from tests.products.test_products import FILES, PLACE, ROOT

METADATA = Metadata(title="T", language="en-GB")
_MOST = 1.33
"""Of these short ones; long packs, with more cells, lines and links to every font, come to 1.48."""


@lru_cache(maxsize=1)
def documents() -> dict[str, tuple[Document, Layout]]:
    """Return a 60-mark paper, its scheme and the pack, each with its layout."""
    bank = load(FILES, root=ROOT).bank
    (form,) = draw(bank, Blueprint(marks=60), seed=5, title="Science")
    exam, handout = layout("exam-a4", PLACE), layout("handout-a4", PLACE)
    return {
        "paper": (practice_paper(form), exam),
        "scheme": (mark_scheme(form), handout),
        "pack": (pack_document(bank, title="Science"), handout),
    }


WRITERS = {"tagged": lambda laid, **rest: write((laid,), **rest).data, "untagged": lambda laid, **rest: write_untagged((laid,), **rest)}


@pytest.mark.parametrize("how", WRITERS)
@pytest.mark.parametrize("what", ["paper", "scheme", "pack"])
def test_engine(benchmark: BenchmarkFixture, what: str, how: str) -> None:
    """Pages and bytes of a document whose blocks have been laid out before, as in a run of many versions."""
    benchmark.group = what
    document, look = documents()[what]
    setter = Setter(look)
    pictures = {picture_name(picture): picture for picture in pictures_of(document.blocks)}
    benchmark(lambda: WRITERS[how](lay_out(document, setter), metadata=METADATA, pictures=pictures))


@pytest.mark.parametrize("what", ["paper", "scheme", "pack"])
def test_tags_take_at_most_a_third_as_many_bytes_again(what: str) -> None:
    document, look = documents()[what]
    laid = lay_out(document, Setter(look))
    pictures = {picture_name(picture): picture for picture in pictures_of(document.blocks)}
    tagged, bare = (len(each(laid, metadata=METADATA, pictures=pictures)) for each in WRITERS.values())
    assert bare < tagged <= _MOST * bare
