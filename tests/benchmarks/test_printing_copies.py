"""What copies cost in a print run: packets by the page, files for one candidate by the file; masters laid out before.

Time is measured, never asserted: `pytest tests/benchmarks --benchmark-enable`. Bytes are asserted: PERFORMANCE.md's 600 a page.
"""

from __future__ import annotations

from functools import lru_cache

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from packbuilder.model.print_run import PrintRun
from packbuilder.press.copies import candidate_file
from packbuilder.press.master import Masters
from packbuilder.press.packet import write_packet
from tests.press.runs import masters, run_of

VERSIONS, MARKS = 4, 60


class Nowhere:
    """Takes bytes and counts them: disks are not measured."""

    size = 0

    def write(self, data: bytes) -> None:
        self.size += len(data)


@lru_cache(maxsize=4)
def ready(count: int) -> tuple[PrintRun, Masters]:
    run = run_of(count, versions=VERSIONS, spares=0)
    return run, masters(run, versions=VERSIONS, marks=MARKS)


@pytest.mark.parametrize("count", [100, 1000])
def test_packet(benchmark: BenchmarkFixture, count: int) -> None:
    run, bank = ready(count)
    written = benchmark(lambda: write_packet(run.packets[0], bank, Nowhere()))
    benchmark.extra_info["pages"] = written.pages if written else 0


def test_files_for_one_candidate(benchmark: BenchmarkFixture) -> None:
    run, bank = ready(100)
    benchmark(lambda: [candidate_file(copy, bank) for copy in run.copies])


def test_a_page_of_a_packet_takes_at_most_600_bytes() -> None:
    run, bank = ready(200)
    written = write_packet(run.packets[0], bank, Nowhere())
    assert written.size / written.pages <= 600
