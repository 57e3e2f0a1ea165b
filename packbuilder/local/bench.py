"""The bench: one piece of work at a time, pages in turn, and no work that has been superseded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from threading import Event
from typing import Generic, TypeVar

from packbuilder.app.printing import Printed, Printer
from packbuilder.document import Document
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.local.threads import in_thread
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.values import dataclass

T = TypeVar("T")


class SupersededError(PackbuilderError):
    """Work that nobody waits for any more, since its page has ordered something else."""

    def __init__(self) -> None:
        super().__init__("this was not finished, since something else was ordered meanwhile")


class StoppablePrinter(Printer):
    """A printer that goes no further than the document in hand once it is told to stop."""

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    def print(self, document: Document, layout: Layout, habits: PrintHabits = AS_IT_IS) -> Printed:
        """Print a document. Raises `SupersededError` where that is no longer wanted."""
        checked(self._stop)
        return super().print(document, layout, habits)

    def print_set(self, documents: Sequence[Document], layout: Layout, habits: PrintHabits) -> Printed:
        """Print a class set. Raises `SupersededError` where that is no longer wanted."""
        checked(self._stop)
        return super().print_set(documents, layout, habits)


def checked(stop: Event) -> None:
    """Raise `SupersededError` if work is to stop."""
    if stop.is_set():
        raise SupersededError


@dataclass(slots=True, kw_only=True)
class _Turn(Generic[T]):
    work: Callable[[Event], T]
    done: asyncio.Future[T]
    stop: Event


class Bench(Generic[T]):
    """Runs work in threads. A page has one turn at most, waiting or running; pages come to their turn in the order in which they asked."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Turn[T]] = {}
        self._running: tuple[str, _Turn[T]] | None = None
        self._task: asyncio.Task[None] | None = None

    async def run(self, page: str, work: Callable[[Event], T]) -> T:
        """Return what `work` returns when its turn has come. Raises its error, or `SupersededError` if the page has ordered something else."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        turn = _Turn(work=work, done=done, stop=Event())
        before = self._waiting.get(page)
        self._waiting[page] = turn  # it takes the place of an older wish of the page's in the queue
        if before is not None and not before.done.done():
            before.done.set_exception(SupersededError())
        if self._running is not None and self._running[0] == page:
            self._running[1].stop.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._serve())
        return await done

    def stop(self) -> None:
        """Let go of everything: nobody waits any more."""
        for turn in (*self._waiting.values(), *((self._running[1],) if self._running else ())):
            turn.stop.set()
            if not turn.done.done():
                turn.done.set_exception(SupersededError())
        self._waiting.clear()

    async def _serve(self) -> None:
        while self._waiting:
            page = next(iter(self._waiting))
            turn = self._waiting.pop(page)
            if turn.done.done():
                continue
            self._running = (page, turn)
            try:
                value = await in_thread(lambda turn=turn: turn.work(turn.stop))  # type: ignore[misc]  # bound now, not when it runs
            except PackbuilderError as failure:
                if not turn.done.done():
                    turn.done.set_exception(failure)
            else:
                if not turn.done.done():
                    turn.done.set_result(value)
            finally:
                self._running = None
