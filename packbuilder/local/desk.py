"""The desk: how the folder stands now, what each open page has last ordered and got, and who is to be told of changes.

Everything here happens on the event loop; what takes long is done in threads. Nothing is kept but in memory and in the project's output folder.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from pathlib import Path

from packbuilder.app.offers import Offer, offer
from packbuilder.app.orders import Order
from packbuilder.app.project import Workplace
from packbuilder.app.standing import Standing, standing
from packbuilder.errors import PackbuilderError
from packbuilder.local.bench import Bench, SupersededError
from packbuilder.local.results import File, Painter, Result, result_of
from packbuilder.local.threads import in_thread
from packbuilder.values import dataclass

_PAGES = 12
"""Pages whose last result is remembered."""

_LISTENERS = 48
"""Pages that may wait for news at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What a page has last ordered: the last good result, what has since gone wrong, and the state of the folder that the result is of."""

    order: Order
    result: Result | None = None
    failure: PackbuilderError | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What a page is told: its name, and a word more."""

    name: str
    text: str = ""


class Desk:
    """The state of one served folder, its open pages and their orders; see the module."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.standing = Standing(workplace=Workplace(root=root, project=None))
        self.revision = 0
        self.ready = asyncio.Event()
        self._bench: Bench[Result] = Bench()
        self._painter = Painter()
        self._attempts: OrderedDict[str, Attempt] = OrderedDict()
        self._listeners: dict[asyncio.Queue[News | None], str] = {}
        self._offering = asyncio.Lock()
        self._offered: tuple[int, Order, Offer] | None = None
        self._reading = asyncio.Lock()
        self._remaking: set[asyncio.Task[None]] = set()

    async def refresh(self) -> None:
        """Read the folder anew; tell every page, and make again what those have that still listen."""
        async with self._reading:  # one after the other, so that a slow look at an earlier state never comes last
            before = self.standing
            self.standing = await in_thread(lambda: standing(self.root, before))
            self.revision += 1
        self.ready.set()
        self._tell(News("bank", str(self.revision)))
        for page in dict.fromkeys(self._listeners.values()):
            self._remake(page)

    async def make(self, page: str, order: Order) -> Attempt:
        """Make what a page orders, when its turn has come. Raises `SupersededError` where the page has ordered something else meanwhile."""
        await self.ready.wait()
        now, revision = self.standing, self.revision
        had = self._attempts.get(page)
        try:
            result = await self._bench.run(page, lambda stop: result_of(order, now, self._painter, stop))
            attempt = Attempt(order=order, result=result, revision=revision)
        except SupersededError:
            raise
        except PackbuilderError as failure:
            attempt = Attempt(order=order, result=had.result if had else None, failure=failure, revision=had.revision if had else 0)
        self._attempts[page] = attempt
        self._attempts.move_to_end(page)
        while len(self._attempts) > _PAGES:
            self._attempts.popitem(last=False)
        return attempt

    async def offer(self, order: Order) -> Offer:
        """Return what the topics of an order give. One is worked out at a time."""
        await self.ready.wait()
        async with self._offering:
            if self._offered is None or self._offered[:2] != (self.revision, order):
                now, revision = self.standing, self.revision
                self._offered = (revision, order, await in_thread(lambda: offer(order, now)))
            return self._offered[2]

    async def picture(self, file: File, page: int, width: int) -> bytes:
        """Return the picture of a page."""
        return await in_thread(lambda: self._painter.picture(file.made, page, width))

    def attempt(self, page: str) -> Attempt | None:
        """Return what a page has last ordered, or None."""
        return self._attempts.get(page)

    def result(self, key: str) -> Result | None:
        """Return a result by its key, or None where it is no longer remembered."""
        return next((each.result for each in self._attempts.values() if each.result is not None and each.result.key == key), None)

    def page_of(self, key: str) -> str:
        """Return the page that a result belongs to, or nothing."""
        return next((page for page, each in self._attempts.items() if each.result is not None and each.result.key == key), "")

    def outdated(self, attempt: Attempt) -> bool:
        """Whether an attempt's result is not what would be made now."""
        return attempt.result is not None and (attempt.failure is not None or attempt.revision != self.revision)

    def listen(self, page: str) -> asyncio.Queue[News | None] | None:
        """Return a queue of news for a page, which ends with None; or None where too many listen already."""
        if len(self._listeners) >= _LISTENERS:
            return None
        queue: asyncio.Queue[News | None] = asyncio.Queue()
        self._listeners[queue] = page
        attempt = self._attempts.get(page)
        if attempt is not None and self.outdated(attempt):
            self._remake(page)
        return queue

    def leave(self, queue: asyncio.Queue[News | None]) -> None:
        """Forget a listener."""
        self._listeners.pop(queue, None)

    def close(self) -> None:
        """End every page's news and let go of all work."""
        for queue in self._listeners:
            queue.put_nowait(None)
        self._bench.stop()
        for task in self._remaking:
            task.cancel()

    def _remake(self, page: str) -> None:
        attempt = self._attempts.get(page)
        if attempt is not None:
            task = asyncio.create_task(self._made_again(page, attempt.order))
            self._remaking.add(task)
            task.add_done_callback(self._remaking.discard)

    async def _made_again(self, page: str, order: Order) -> None:
        try:
            await self.make(page, order)
        except SupersededError:
            return
        self._tell(News("made"), page)

    def _tell(self, news: News, page: str = "") -> None:
        for queue, listener in self._listeners.items():
            if not page or listener == page:
                queue.put_nowait(news)
