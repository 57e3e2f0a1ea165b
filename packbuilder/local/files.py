"""Files: downloads, archives and pictures of what was made. They come from memory, by a result's key and a place among its files."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from packbuilder.local.desk import Desk
from packbuilder.local.rendering import Renderer
from packbuilder.local.results import LARGE, SMALL, File, Result
from packbuilder.local.words import file_words

_TYPES = {
    "pdf": "application/pdf",
    "apkg": "application/octet-stream",
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "brf": "application/octet-stream",
}

_WIDTHS = {"small": SMALL, "large": LARGE}

_LASTING = {"cache-control": "private, max-age=31536000, immutable"}
"""An address with a key in it names these bytes for ever."""


class FileRoutes:
    """The addresses of what was made."""

    def __init__(self, desk: Desk, renderer: Renderer) -> None:
        self._desk = desk
        self._renderer = renderer
        self.routes = [
            Route("/made/{key}/all.zip", self.archive),
            Route("/made/{key}/{number}/{name}", self.file),
            Route("/picture/{key}/{number}/{page}/{size}.webp", self.picture),
            Route("/view/{key}/{number}/{page}", self.view),
        ]

    async def archive(self, request: Request) -> Response:
        """Answer with all files of a result in one archive."""
        result = self._result(request)
        headers = {**_LASTING, "content-disposition": f'attachment; filename="{result.built.name}.zip"'}
        return Response(result.archive(), media_type="application/zip", headers=headers)

    async def file(self, request: Request) -> Response:
        """Answer with a file: a PDF to look at unless it is to be saved, all else to be saved."""
        file = self._file(request)
        made = file.made
        if made.name != request.path_params["name"]:
            raise HTTPException(404)
        ending = made.name.rpartition(".")[2]
        looked_at = ending == "pdf" and "save" not in request.query_params
        headers = {**_LASTING, "content-disposition": f'{"inline" if looked_at else "attachment"}; filename="{made.name}"'}
        # A browser's own viewer of PDFs is a page too, and the policy of ours would stop it; a PDF holds no script of the notes'.
        headers["content-security-policy"] = "frame-ancestors 'none'" if ending == "pdf" else "default-src 'none'; sandbox"
        return Response(made.data, media_type=_TYPES.get(ending, "application/octet-stream"), headers=headers)

    async def picture(self, request: Request) -> Response:
        """Answer with the picture of a page."""
        file = self._file(request)
        page = _page(request, file)
        width = _WIDTHS.get(request.path_params["size"])
        if width is None:
            raise HTTPException(404)
        return Response(await self._desk.picture(file, page, width), media_type="image/webp", headers=dict(_LASTING))

    async def view(self, request: Request) -> Response:
        """Answer with a page that shows a page, for browsers without script."""
        result, file = self._result(request), self._file(request)
        page = _page(request, file)
        width, height = file.pages[page - 1]
        return self._renderer.answer(
            "view.html",
            key=result.key,
            number=request.path_params["number"],
            page=page,
            count=len(file.pages),
            words=file_words(file.made),
            name=file.made.name,
            width=LARGE,
            height=round(LARGE * height / width),
            back=self._desk.page_of(result.key),
        )

    def _result(self, request: Request) -> Result:
        result = self._desk.result(request.path_params["key"])
        if result is None:
            raise HTTPException(404)
        return result

    def _file(self, request: Request) -> File:
        file = self._result(request).file(request.path_params["number"])
        if file is None:
            raise HTTPException(404)
        return file


def _page(request: Request, file: File) -> int:
    text = request.path_params["page"]
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= len(file.pages)):
        raise HTTPException(404)
    return int(text)
