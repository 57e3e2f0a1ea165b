"""How fast marking points become questions. Measured, never asserted: `pytest tests/benchmarks --benchmark-enable`."""

from __future__ import annotations

from itertools import cycle, islice

from pytest_benchmark.fixture import BenchmarkFixture

from packbuilder.derive import derive
from packbuilder.diagnostics import Span
from packbuilder.model.topic import KeyConcept, MarkingPoint, Misconception, Topic
from tests.derive.test_points import cases


def test_ten_thousand_points(benchmark: BenchmarkFixture) -> None:
    """A thousand topics of ten points each, no two points alike."""
    span = Span(path="notes.txt", line=1, column=1)
    points = [case.fields["point"] for case in cases()]
    topics = []
    for number in range(1000):
        texts = islice(cycle(points), number * 10, number * 10 + 10)
        own = tuple(MarkingPoint(text=f"{text.rstrip('.')} in region {number}", span=span) for text in texts)
        concepts = tuple(KeyConcept(term=f"Term {n}", definition=f"a thing of the kind {n} that has its use", span=span) for n in range(8))
        wrong = (Misconception(claim="All regions are alike in climate", correction="Each region has a climate of its own.", span=span),)
        topics.append(Topic(id=f"t{number}", title="T", span=span, marking_points=own, concepts=concepts, misconceptions=wrong))
    benchmark.pedantic(lambda: [derive(topic) for topic in topics], rounds=3)
