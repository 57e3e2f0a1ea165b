"""What a copy costs in a class set: the time of one more copy of a 60-mark paper, its pages laid out before.

Time is measured, never asserted: `pytest tests/benchmarks --benchmark-enable --benchmark-group-by=group`.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from packbuilder.typeset.engine import lay_out
from packbuilder.typeset.pictures import picture_name
from packbuilder.typeset.setter import Setter
from packbuilder.typeset.writer import write
from packbuilder.walks import pictures_of
from tests.benchmarks.test_tagging import METADATA, documents


@pytest.mark.parametrize("copies", [1, 30])
def test_class_set(benchmark: BenchmarkFixture, copies: int) -> None:
    benchmark.group = "class set"
    document, look = documents()["paper"]
    laid = lay_out(document, Setter(look))
    pictures = {picture_name(picture): picture for picture in pictures_of(document.blocks)}
    benchmark(lambda: write([laid] * copies, [str(number) for number in range(copies)], metadata=METADATA, pictures=pictures))
