"""Templates: values to HTML, everything escaped."""

from __future__ import annotations

from importlib import resources
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from packbuilder.model.versions import MOST_VERSIONS
from packbuilder.values import dataclass

_PAGES = resources.files("packbuilder.local") / "pages"

_STATIC = {"style.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Static:
    """A file that every page uses."""

    data: bytes
    media_type: str


class Renderer:
    """The templates and the files beside them, read once. `token` stands in every form."""

    def __init__(self, token: str) -> None:
        loader = FileSystemLoader(str(_PAGES))
        self._environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._environment.globals |= {"token": token, "most_versions": MOST_VERSIONS}
        self.static = {name: Static(data=(_PAGES / name).read_bytes(), media_type=kind) for name, kind in _STATIC.items()}

    def answer(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a template filled with values as an answer."""
        return HTMLResponse(self._environment.get_template(template).render(**values), status_code=status)
