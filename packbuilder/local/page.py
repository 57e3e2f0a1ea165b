"""The page itself, whole and in the pieces that its script exchanges."""

from __future__ import annotations

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from packbuilder.app.blueprints import blueprint_names
from packbuilder.app.orders import Order
from packbuilder.app.starting import start_project
from packbuilder.errors import PackbuilderError
from packbuilder.local.bench import SupersededError
from packbuilder.local.desk import Attempt, Desk
from packbuilder.local.forms import read_order
from packbuilder.local.news import run_id
from packbuilder.local.rendering import Renderer
from packbuilder.local.requests import Fields, page_id, posted
from packbuilder.local.result_views import result_view
from packbuilder.local.threads import in_thread
from packbuilder.local.views import form_choices, mistakes, offer_view, sheet_kinds, subjects
from packbuilder.local.words import Failure, failure_of


class PageRoutes:
    """The addresses of the page. Whole pages are for browsers without script, too; `/pieces/` is what the script asks for."""

    def __init__(self, desk: Desk, renderer: Renderer, token: str) -> None:
        self._desk = desk
        self._renderer = renderer
        self._token = token
        self.routes = [
            Route("/", self.shown),
            Route("/", self.chosen, methods=["POST"]),
            Route("/make", self.made, methods=["POST"]),
            Route("/start", self.started, methods=["POST"]),
            Route("/pieces/offer", self.offered, methods=["POST"]),
            Route("/pieces/folder", self.folder, methods=["POST"]),
            Route("/pieces/make", self.made_piece, methods=["POST"]),
            Route("/pieces/result", self.result_piece),
        ]

    async def shown(self, request: Request) -> Response:
        """Answer with the page: a new one, or one with what it has last ordered."""
        await self._desk.ready.wait()
        asked = request.query_params.get("page", "")
        attempt = self._desk.attempt(asked)
        order = attempt.order if attempt else self._first_order()
        return await self._whole(asked if attempt else token_urlsafe(16), order, attempt)

    async def chosen(self, request: Request) -> Response:
        """Answer with the page as its form was sent, and what the chosen topics give."""
        page, order, slips = await self._sent(request)
        return await self._whole(page, order, self._desk.attempt(page), slips=slips)

    async def made(self, request: Request) -> Response:
        """Make what is ordered, then show the page with it."""
        page, order, slips = await self._sent(request)
        if slips:
            return await self._whole(page, order, self._desk.attempt(page), slips=slips, status=422)
        try:
            await self._desk.make(page, order)
        except SupersededError as failure:
            return await self._whole(page, order, self._desk.attempt(page), slips=(failure.message,))
        return RedirectResponse(f"/?page={quote(page)}#result", status_code=303)

    async def started(self, request: Request) -> Response:
        """Put the example notes into the folder, which must not be a project yet."""
        await posted(request, self._token)
        root = self._desk.root
        try:
            await in_thread(lambda: start_project(root))
        except PackbuilderError as failure:
            return self._renderer.answer("message.html", status=409, message=failure_of(failure).message)
        await self._desk.refresh()
        return RedirectResponse("/", status_code=303)

    async def offered(self, request: Request) -> Response:
        """Answer with what the chosen topics give."""
        _, order, slips = await self._sent(request)
        return self._renderer.answer("pieces/offer.html", **await self._offer(order), slips=slips)

    async def folder(self, request: Request) -> Response:
        """Answer with topics and mistakes, as the folder now stands."""
        _, order, _ = await self._sent(request)
        return self._renderer.answer("pieces/folder.html", **self._folder(order))

    async def made_piece(self, request: Request) -> Response:
        """Make what is ordered, and answer with the result or what kept it from being made."""
        page, order, slips = await self._sent(request)
        if slips:
            return self._renderer.answer("pieces/result.html", **self._result(self._desk.attempt(page)), slips=slips)
        try:
            attempt = await self._desk.make(page, order)
        except SupersededError:
            return Response(status_code=409)
        return self._renderer.answer("pieces/result.html", **self._result(attempt), slips=())

    async def result_piece(self, request: Request) -> Response:
        """Answer with what a page has last got."""
        attempt = self._desk.attempt(page_id(request.query_params.get("page", "")))
        return self._renderer.answer("pieces/result.html", **self._result(attempt), slips=())

    async def _sent(self, request: Request) -> tuple[str, Order, tuple[str, ...]]:
        fields: Fields = await posted(request, self._token)
        await self._desk.ready.wait()
        standing = self._desk.standing
        order, slips = read_order(fields, layouts=standing.layouts, blueprints=blueprint_names(standing.workplace))
        return page_id(dict(fields).get("page", "")), order, slips

    def _first_order(self) -> Order:
        """Return what a new page shows: where there is one topic only, it is chosen."""
        ids = self._desk.standing.ids
        return Order(topics=ids if len(ids) == 1 else ())

    async def _whole(self, page: str, order: Order, attempt: Attempt | None, *, slips: tuple[str, ...] = (), status: int = 200) -> Response:
        values = {**self._folder(order), **await self._offer(order), **self._result(attempt)}
        standing = self._desk.standing
        project = standing.workplace.project
        return self._renderer.answer(
            "page.html",
            status=status,
            **values,
            page=page,
            run=run_id(self._token),
            revision=self._desk.revision,
            slips=slips,
            choices=form_choices(standing),
            name=(project.title if project and project.title else standing.workplace.root.name),
            root=str(standing.workplace.root),
            is_project=project is not None,
        )

    def _folder(self, order: Order) -> Mapping[str, Any]:
        standing = self._desk.standing
        return {"order": order, "subjects": subjects(standing, order), "mistakes": mistakes(standing)}

    async def _offer(self, order: Order) -> Mapping[str, Any]:
        found = await self._desk.offer(order)
        return {"order": order, "offer": offer_view(found, order), "kinds": sheet_kinds(order, found)}

    def _result(self, attempt: Attempt | None) -> Mapping[str, Any]:
        """Return what was made, whether it is out of date, and what has gone wrong since."""
        if attempt is None:
            return {"result": None, "outdated": False, "failure": None}
        failure: Failure | None = failure_of(attempt.failure) if attempt.failure else None
        result = result_view(attempt.result, self._desk.standing) if attempt.result else None
        return {"result": result, "outdated": self._desk.outdated(attempt), "failure": failure}
