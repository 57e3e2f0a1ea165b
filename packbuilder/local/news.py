"""News: server-sent events, by which a page hears that sources have changed or that something was made again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from hashlib import sha256

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

from packbuilder.local.desk import Desk, News
from packbuilder.local.requests import page_id

_BREATH = 15.0
"""Seconds between two signs of life, so that a page that has gone is noticed."""


def run_id(token: str) -> str:
    """Return what tells one run of the program from another, and gives the token away to nobody."""
    return sha256(token.encode()).hexdigest()[:16]


def news_route(desk: Desk, token: str) -> Route:
    """Return the route of a page's news."""

    async def news(request: Request) -> StreamingResponse:
        page = page_id(request.query_params.get("page", ""))
        queue = desk.listen(page)
        if queue is None:
            raise HTTPException(503, "Too many pages are open.")
        return StreamingResponse(_lines(desk, queue, run_id(token)), media_type="text/event-stream")

    return Route("/news", news)


async def _lines(desk: Desk, queue: asyncio.Queue[News | None], run: str) -> AsyncIterator[str]:
    try:
        yield _event(News("hello", f"{run} {desk.revision}"))
        while True:
            try:
                item = await asyncio.wait_for(queue.get(), _BREATH)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if item is None:
                return
            yield _event(item)
    finally:
        desk.leave(queue)


def _event(news: News) -> str:
    return f"event: {news.name}\ndata: {news.text}\n\n"
