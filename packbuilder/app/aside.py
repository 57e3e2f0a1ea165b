"""Work aside: in copies of this process, which know all that it knows, and whose memory goes with them. Only results come back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from threading import active_count
from typing import Generic, TypeVar

T = TypeVar("T")


def can_split() -> bool:
    """Whether this process may be copied. Another thread's locks would be held for ever in the copy; macOS has such threads of its own."""
    return sys.platform == "linux" and active_count() == 1


def aside(work: Callable[[], T]) -> T:
    """Return what `work` returns, which must be a value that can be pickled, and do it aside where the system can.

    Where it cannot, and where the work fails, it is done here: what it raises is raised here, as if it had never been done elsewhere. So it
    must change nothing.
    """
    found = _Copy(lambda: (work(),)).result() if can_split() else None
    return work() if found is None else found[0]


def at_once(works: Sequence[Callable[[], T]], *, workers: int) -> list[T]:
    """Return what each work returns, in order: here, and at the same time in as many copies as there are workers besides.

    For a few pieces of work of a twentieth of a second or more; for many see `splitting`. Otherwise as `aside`.
    """
    count = min(workers, len(works)) if can_split() else 1
    if count < 2:
        return [work() for work in works]
    copies: list[_Copy[dict[int, T]]] = []
    waiting = _in_line(len(works))
    try:
        copies += [_Copy(partial(_taken, works, waiting)) for _ in range(1, count)]
        found = _taken(works, waiting)
        for copy in copies:
            found |= copy.result() or {}
    finally:
        os.close(waiting)
        for copy in copies:
            copy.end()
    # What a copy took and could not finish is left.
    return [found[at] if at in found else work() for at, work in enumerate(works)]


_PLACE = 2
"""The bytes of a place in the line."""


def _in_line(count: int) -> int:
    """Return a pipe from which whoever has time takes the places of works, one by one and each once."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(at.to_bytes(_PLACE, "big") for at in range(count)))
    os.close(writing)
    return reading


def _taken(works: Sequence[Callable[[], T]], waiting: int) -> dict[int, T]:
    """Do works as long as any wait; return what they return by their places."""
    found: dict[int, T] = {}
    while place := os.read(waiting, _PLACE):
        at = int.from_bytes(place, "big")
        found[at] = works[at]()
    return found


class _Copy(Generic[T]):
    """A copy of this process that does a piece of work."""

    def __init__(self, work: Callable[[], T]) -> None:
        reading, writing = os.pipe()
        self._process = os.fork()
        if not self._process:
            _answer(work, writing)
        os.close(writing)
        self._pipe = open(reading, "rb")  # noqa: SIM115  # closed by `end`

    def result(self) -> T | None:
        """Wait for the work, and return its result; None where it failed."""
        answer = self._pipe.read()
        if self._ended():
            return None
        # Imported here: a run that finds all in the cache has no copies.
        import pickle

        result: T = pickle.loads(answer)  # noqa: S301  # from a copy of this process
        return result

    def end(self) -> None:
        """End the copy, whatever it is about: nobody waits for its result any more."""
        if self._process:
            from signal import SIGKILL

            os.kill(self._process, SIGKILL)
            self._ended()

    def _ended(self) -> int:
        """Wait for the copy's end; return its status, 0 where all went well."""
        self._pipe.close()
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return status


def _answer(work: Callable[[], object], writing: int) -> None:
    """Do the work, write its result and end this process, whatever happens: nothing but that is its business."""
    import pickle

    failed = 1
    try:
        with open(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        failed = 0
    finally:
        os._exit(failed)
