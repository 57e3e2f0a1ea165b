"""The application: addresses and what answers there. It holds no state but its desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_urlsafe

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from packbuilder.local.desk import Desk
from packbuilder.local.files import FileRoutes
from packbuilder.local.guard import Address, Guard
from packbuilder.local.news import news_route
from packbuilder.local.page import PageRoutes
from packbuilder.local.rendering import Renderer
from packbuilder.local.threads import in_thread
from packbuilder.local.watching import watch


def application(root: Path, address: Address, *, desk: Desk | None = None) -> Starlette:
    """Return the local page over the folder `root`."""
    at = desk or Desk(root)
    token = token_urlsafe(32)
    renderer = Renderer(token)
    page = PageRoutes(at, renderer, token)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        tasks = (asyncio.create_task(watch(at)), asyncio.create_task(_warm(at)))
        try:
            yield
        finally:
            at.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def failed(_: Request, failure: Exception) -> HTMLResponse:
        status, words = (failure.status_code, failure.detail) if isinstance(failure, HTTPException) else (500, "")
        return renderer.answer("message.html", status=status, message=_WORDS.get(status, words) or words)

    async def static(request: Request) -> Response:
        found = renderer.static.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return Response(found.data, media_type=found.media_type, headers={"cache-control": "no-cache"})

    routes = [*page.routes, *FileRoutes(at, renderer).routes, news_route(at, token), Route("/static/{name}", static)]
    return Starlette(
        routes=routes, middleware=[Middleware(Guard, address=address)], exception_handlers={HTTPException: failed}, lifespan=life
    )


_WORDS = {
    404: "There is nothing at this address. What was made before packbuilder was started anew has to be made again.",
    405: "This cannot be done here.",
}


async def _warm(desk: Desk) -> None:
    """Load what the first order needs while its tutor still chooses."""
    await desk.ready.wait()
    await in_thread(_loaded)


def _loaded() -> None:
    import highspy  # noqa: F401  # loaded, not used: it takes a third of a second
    import pypdfium2  # noqa: F401

    from packbuilder.typeset import engine, imposition, setter, writer  # noqa: F401
