"""Work that takes long, beside the event loop."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from threading import enumerate as enumerate_threads
from typing import TypeVar

from packbuilder.errors import PackbuilderError

T = TypeVar("T")

_NAME = "packbuilder-work"

_GRACE = 0.3
"""Seconds that work has to notice that it is to stop."""


class BrokenError(PackbuilderError):
    """A mistake of packbuilder's own, which has shown its traceback in the terminal."""

    def __init__(self) -> None:
        super().__init__(
            "something went wrong inside packbuilder, which is not your mistake",
            hints=("The window that packbuilder was started in says more; please report it.",),
        )


def leave() -> None:
    """End the program at once if work still runs; else return.

    A solver in native code hears nothing, and the end of the interpreter would wait for it. Files are written whole or not at all.
    """
    working = [thread for thread in enumerate_threads() if thread.name == _NAME]
    for thread in working:
        thread.join(_GRACE)
    if any(thread.is_alive() for thread in working):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


async def in_thread(work: Callable[[], T]) -> T:
    """Return what `work` returns, done in a thread of its own. Raises its `PackbuilderError`, or `BrokenError` for any other failure.

    The thread is a daemon: who ends the program need not wait for what nobody wants any more. Files are written whole or not at all.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def finish(value: T | None, failure: PackbuilderError | None) -> None:
        if future.done():
            return
        if failure is not None:
            future.set_exception(failure)
        else:
            future.set_result(value)  # type: ignore[arg-type]  # where nothing failed there is a value

    def run() -> None:
        value: T | None = None
        failure: PackbuilderError | None = BrokenError()
        try:
            value, failure = work(), None
        except PackbuilderError as raised:
            failure = raised
        finally:  # a bug goes on to the thread's own hook, which shows its traceback
            with suppress(RuntimeError):  # the loop is closed: nobody waits
                loop.call_soon_threadsafe(finish, value, failure)

    Thread(target=run, daemon=True, name=_NAME).start()
    return await future
