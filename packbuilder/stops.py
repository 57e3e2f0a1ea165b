"""What ends a process from outside, and moments in which it has to wait."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

ENDING = tuple(getattr(signal, each) for each in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, each))
"""Ctrl-C, whoever ends processes, and a terminal that is closed, which Windows does not tell."""


@contextmanager
def undisturbed() -> Iterator[Callable[[], object]]:
    """Let whoever stops this process wait until a moment is over in which things are half done that belong together. What it gives ends the moment early."""
    # Windows has none of this.
    if not hasattr(signal, "pthread_sigmask"):
        yield lambda: None
        return
    over = partial(signal.pthread_sigmask, signal.SIG_SETMASK, signal.pthread_sigmask(signal.SIG_BLOCK, ENDING))
    try:
        yield over
    finally:
        over()


def end_at_once() -> None:
    """Let this process, one of several that do a command's work, end without a word when it is stopped: the one that began it tells what there is to tell.

    What the caller has chosen to ignore (`nohup`) stays ignored. A process that was started undisturbed can be stopped from now on.
    """
    for each in ENDING:
        if callable(signal.getsignal(each)):
            signal.signal(each, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
