"""The same work for many things on all cores: in processes that are split off this one and know all that it knows.

A form is a tree of thousands of values: to send one to another process takes as long as to print it. A process that is split off has it
already, with every fragment that was laid out so far; only numbers go there, and finished files come back.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from packbuilder.app.aside import can_split
from packbuilder.errors import PackbuilderError

S = TypeVar("S")
T = TypeVar("T")

_WORTH = 6
"""Things that are worth the start of processes: with so many versions of a paper left, two of them save more time than they take."""

FEW = _WORTH
"""So many versions are printed one after the other. More are not kept in the cache: that takes a quarter of the time of printing them, and
hundreds would drive out all else that is there."""

_SHARES = 8
"""Things are shared out so finely that each process gets so many shares, and none is long without work."""

_MOST = 8
"""Things of a share, at most."""

_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What a process that was split off is there for: the work and all things."""


def made_on_all_cores(work: Callable[[S], T], things: Sequence[S], *, workers: int) -> Iterator[T]:
    """Yield what `work` makes of each thing, in order, on so many cores; what it raises is raised here.

    The first is made here, so that what it shares with the others is there when processes are split off. Where that cannot be done
    (on other systems than Linux, or while other threads run) or is not worth it, all is made here: the results are the same.
    """
    yield from map(work, things[:1])
    rest = things[1:]
    done = 0
    if workers > 1 and len(rest) >= _WORTH and can_split():
        for made in _split(work, rest, min(workers, len(rest))):
            yield made
            done += 1
    # What lost processes left undone.
    yield from map(work, rest[done:])


def _split(work: Callable[[S], T], things: Sequence[S], workers: int) -> Iterator[T]:
    """Yield what is made of things by processes, as far as they come."""
    # Imported here: a few versions are printed without them.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    share = max(1, min(_MOST, len(things) // (_SHARES * workers)))
    try:
        with ProcessPoolExecutor(workers, get_context("fork"), _begin, (work, things)) as pool:
            for at, made in enumerate(pool.map(_made, range(len(things)), chunksize=share)):
                # An exception may not find its way back from another process: what failed there is tried here, and raises here.
                yield work(things[at]) if made is None else made[0]
    except BrokenExecutor:
        return


def _begin(work: Callable[[Any], Any], things: Sequence[Any]) -> None:
    import signal

    # The first process stops for all. Nothing is looked through for cycles: printing leaves none, and the process ends soon.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    ends_with_parent()
    _work[:] = [(work, things)]


def _made(index: int) -> tuple[Any] | None:
    work, things = _work[0]
    try:
        return (work(things[index]),)
    except PackbuilderError:
        return None


def ends_with_parent() -> None:
    """Let this worker end when the process that started it is gone, however it went: a worker alone would wait for jobs for ever."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
