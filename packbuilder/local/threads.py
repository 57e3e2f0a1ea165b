"""Work that takes long, beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

from packbuilder.errors import PackbuilderError

T = TypeVar("T")


class BrokenError(PackbuilderError):
    """A mistake of packbuilder's own, which has shown its traceback in the terminal."""

    def __init__(self) -> None:
        super().__init__(
            "something went wrong inside packbuilder, which is not your mistake",
            hints=("The window that packbuilder was started in says more; please report it.",),
        )


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

    Thread(target=run, daemon=True, name="packbuilder-work").start()
    return await future
