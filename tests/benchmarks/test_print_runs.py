"""What a print run holds at the most, whole: PERFORMANCE.md's 100 MiB for 5,000 candidates."""

from __future__ import annotations

import pytest

from tests.benchmarks.print_runs import STATUS, measured


@pytest.mark.skipif(not STATUS.is_file(), reason="needs Linux, which tells what a process holds")
def test_a_run_for_five_thousand_in_one_room_holds_at_most_100_mib() -> None:
    _, held = measured(5000, rooms=False)
    assert 20 < held <= 100
