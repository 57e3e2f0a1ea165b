"""Work aside: in a copy of this process, whose memory goes with it. Of all that the work loads and holds, only its result stays."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from threading import active_count
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> T:
    """Return what `work` returns, which must be a value that can be pickled, and do it aside where the system can.

    Where it cannot (Windows; several threads, of which a copy has one), and where the work fails, it is done here: what it raises is raised here, as if it
    had never been done elsewhere. So it must change nothing.
    """
    if not hasattr(os, "fork") or active_count() > 1:
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(work, writing)
    os.close(writing)
    with open(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return work()
    result: T = pickle.loads(answer)  # noqa: S301  # from a copy of this process
    return result


def _answer(work: Callable[[], object], writing: int) -> None:
    """Do the work, write its result and end this process, whatever happens: nothing but that is its business."""
    failed = 1
    try:
        with open(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        failed = 0
    finally:
        os._exit(failed)
