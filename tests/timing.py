"""Processor time as a test may use it: the least of several tries, with nobody else's garbage collected meanwhile.

One try says nothing: in a run of 17,000 tests a full collection of what the others left took 0.4 s in the middle of 14 ms of work.
Bounds are ratios of one run, or so wide that only another power of the input's length breaks them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

TRIES = 3


def least_seconds(work: Callable[[], object]) -> float:
    """Return the fewest seconds of this process that `work` takes in `TRIES` tries."""
    return min(_seconds(work) for _ in range(TRIES))


def _seconds(work: Callable[[], object]) -> float:
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        if collecting:
            gc.enable()
