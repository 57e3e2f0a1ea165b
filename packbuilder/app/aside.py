"""Work aside: in copies of this process, which know all that it knows, and whose memory goes with them. Only results come back."""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread, active_count
from typing import Generic, NamedTuple, TypeVar

from packbuilder.stops import undisturbed

T = TypeVar("T")


def can_split() -> bool:
    """Whether this process may be copied. Another thread's locks would be held for ever in the copy; macOS has such threads of its own."""
    return sys.platform == "linux" and active_count() == 1


def cores() -> int:
    """Return how many processors this process may use: of a machine's, a container or `taskset` may leave it a few."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def aside(work: Callable[[], T]) -> T:
    """Return what `work` returns, which must be a value that can be pickled, and do it aside where the system can.

    Where it cannot, and where the work fails, it is done here: what it raises is raised here, as if it had never been done elsewhere. So it
    must change nothing.
    """
    for copy in _copy_for(partial(_alone, work)):
        found = copy.result()
        if found is not None:
            return found[0]
    return work()


def at_once(works: Sequence[Callable[[], T]], *, workers: int, kinds: Sequence[str] = ()) -> list[T]:
    """Return what each work returns, in order: here, and at the same time in as many copies as there are workers besides.

    For pieces of work of a fiftieth of a second or more, whose results are held until all are there. `kinds` say what each is like: those of
    one kind have much in common, which is worked out in each process that has to do with it, so that each keeps to its own kinds until there is
    much left of another. Otherwise as `aside`.
    """
    found = dict(as_done(works, workers=workers, kinds=kinds))
    return [found[at] for at in range(len(works))]


def as_done(works: Sequence[Callable[[], T]], *, workers: int, kinds: Sequence[str] = ()) -> Iterator[tuple[int, T]]:
    """Yield what works return, each with its place, as far as that is known here: of copies when there is nothing else to do. Otherwise as `at_once`."""
    for start in range(0, len(works), _MOST):
        part = works[start : start + _MOST]
        left = set(range(len(part)))
        if min(workers, len(part)) > 1 and can_split():
            for at, made in _shared_out(part, kinds[start : start + _MOST], min(workers, len(part))):
                if at in left:
                    left.remove(at)
                    yield start + at, made
        # What there were no copies for, or a copy took and could not finish.
        yield from ((start + at, part[at]()) for at in sorted(left))


def each_apart(works: Sequence[Callable[[], T]], *, workers: int) -> Iterator[tuple[int, T]]:
    """Yield what works return, each with its place, done in copies of this process of their own, so many at a time: what one remembers is gone before the
    next begins, and nothing of it is ever here. For works that take much memory. Otherwise as `at_once`.
    """
    waiting, running = deque(enumerate(works)), deque[tuple[int, _Copy[tuple[T]]]]()
    gc.freeze()
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                at, work = waiting.popleft()
                copies = _copy_for(partial(_alone, work))
                if not copies:
                    yield at, work()
                running.extend((at, copy) for copy in copies)
            if running:
                at, copy = running.popleft()
                found = copy.result()
                yield at, found[0] if found else works[at]()
    finally:
        for _, copy in running:
            copy.end()


def _alone(work: Callable[[], T]) -> tuple[T]:
    return (work(),)


def _shared_out(works: Sequence[Callable[[], T]], kinds: Sequence[str], count: int) -> Iterator[tuple[int, T]]:
    """Yield what works return, done by this process and its copies, which are so many together."""
    # What is there already is not looked through for cycles any more: that would copy its memory.
    gc.freeze()
    lines = _lines(kinds or [""] * len(works))
    copies: list[_Copy[dict[int, T]]] = []
    try:
        for number in range(1, count):
            copies += _copy_for(partial(_all_taken, works, lines, number, count))
        yield from _taken(works, lines, 0, count)
        for copy in copies:
            yield from (copy.result() or {}).items()
    finally:
        for line in lines:
            os.close(line.pipe)
        for copy in copies:
            copy.end()


_PLACE = 4
"""The bytes of a place in the line."""

_MOST = 8192
"""Works that are in line at most: half of what a pipe holds before someone reads from it."""

_MUCH = 12
"""So many works wait where a process takes up a kind that others are about: its first one takes as long as ten (versions of a paper, measured)."""


class _Line(NamedTuple):
    """Works in line: the pipe from which their places are taken (`_in_line`), and how many there are at first."""

    pipe: int
    works: int


def _lines(kinds: Iterable[str]) -> list[_Line]:
    """Return the lines in which works wait, one for each kind."""
    places: dict[str, list[int]] = {}
    for at, kind in enumerate(kinds):
        places.setdefault(kind, []).append(at)
    return [_Line(_in_line(each), len(each)) for each in places.values()]


def _in_line(places: Iterable[int]) -> int:
    """Return a pipe from which whoever has time takes the places of works, one by one and each once.

    A pipe, whose readers exclude each other: of a file, two processes may read the same bytes, although its place is one for both.
    """
    reading, writing = os.pipe()
    os.write(writing, b"".join(at.to_bytes(_PLACE, "big") for at in places))
    os.close(writing)
    return reading


def _taken(works: Sequence[Callable[[], T]], lines: Sequence[_Line], number: int, count: int) -> Iterator[tuple[int, T]]:
    """Do works as process `number` of so many: as long as any wait in its own lines, then where many do in another. Yield what they return, with their places."""
    own = [at % count == number % len(lines) for at in range(len(lines))]
    for line, mine in sorted(zip(lines, own, strict=True), key=lambda each: not each[1]):
        if mine or _waiting(line) >= _MUCH:
            while place := os.read(line.pipe, _PLACE):
                at = int.from_bytes(place, "big")
                yield at, works[at]()


def _all_taken(works: Sequence[Callable[[], T]], lines: Sequence[_Line], number: int, count: int) -> dict[int, T]:
    return dict(_taken(works, lines, number, count))


def _waiting(line: _Line) -> int:
    """Return how many works wait in a line, of a short one how many there were."""
    if line.works < _MUCH:
        return line.works
    # Of Unix alone, as copies of processes are; and they take milliseconds to import.
    from fcntl import ioctl
    from termios import FIONREAD

    return int.from_bytes(ioctl(line.pipe, FIONREAD, bytes(4)), sys.byteorder) // _PLACE


def _copy_for(work: Callable[[], T]) -> tuple[_Copy[T], ...]:
    """Return a copy of this process that does a piece of work; none where the system has no room for it."""
    try:
        return (_Copy(work),) if can_split() else ()
    except OSError:
        return ()


class _Copy(Generic[T]):
    """A copy of this process that does a piece of work, and ends with this process, however that ends. Its answer lies in memory that both have."""

    def __init__(self, work: Callable[[], T]) -> None:
        """Start it. Raises `OSError` where the system has no room for another process."""
        answer = os.memfd_create("answer")
        watched, self._alive = os.pipe()
        # Copying asks others (`os.register_at_fork`), in whose answers an interruption would be lost; and a copy is to tell nobody of one.
        with undisturbed() as over:
            try:
                self._process = os.fork()
            except OSError:
                for each in (answer, watched, self._alive):
                    os.close(each)
                raise
            if not self._process:
                os.close(self._alive)
                Thread(target=_end_with_parent, args=(watched,), daemon=True).start()
                _answer(work, answer, over)
        os.close(watched)
        self._answer = open(answer, "rb")  # noqa: SIM115  # closed when the copy has ended

    def result(self) -> T | None:
        """Wait for the work, and return its result; None where it failed."""
        with self._answer as answer:
            if self._ended():
                return None
            # Imported here: a run that finds all in the cache has no copies.
            import pickle

            answer.seek(0)
            result: T = pickle.load(answer)  # noqa: S301  # from a copy of this process
            return result

    def end(self) -> None:
        """End the copy, whatever it is about: nobody waits for its result any more."""
        if self._process:
            from signal import SIGKILL

            # It may have ended just when this process was interrupted.
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._process, SIGKILL)
                self._ended()
            self._answer.close()

    def _ended(self) -> int:
        """Wait for the copy's end; return its status, 0 where all went well."""
        _, status = os.waitpid(self._process, 0)
        os.close(self._alive)
        self._process = 0
        return status


def _end_with_parent(watched: int) -> None:
    """End this process as soon as nobody holds the other end of a pipe: the process that did is gone."""
    os.read(watched, 1)
    os._exit(1)


def _answer(work: Callable[[], object], writing: int, ready: Callable[[], object]) -> None:
    """Do the work, write its result and end this process, whatever happens: nothing but that is its business. It is `ready` to be interrupted only then."""
    failed = 1
    try:
        import pickle

        ready()
        with open(writing, "wb") as file:
            pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
        failed = 0
    finally:
        os._exit(failed)
