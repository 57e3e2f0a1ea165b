"""A real browser for the tests of pages, a server for folders of files, and axe-core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.programs import require

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

PATIENCE = 30_000
"""Milliseconds that a page may take for anything: machines that test many things at once are slow."""

expect.set_options(timeout=PATIENCE)

_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
)
"""Without these Chromium asks hosts of its maker for things at every start, and as root it does not start at all."""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window. It is closed with the package's last test: its event loop would be in the way of others'."""
    program = require("chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, headless=True, args=_ARGUMENTS.split())
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of desktop width, as if just installed. A mistake in a script, or what a policy refuses, fails the test."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce")
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    found: list[str] = []
    opened.on("pageerror", lambda error: found.append(str(error)))
    opened.on("console", lambda message: found.append(message.text) if "Content Security Policy" in message.text else None)
    yield opened
    context.close()
    assert not found, found


class _Silent(SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A server that does not mind pages which are left while they load."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: what a page lacks, its test sees."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder's files on a free port, and give the address without a final slash."""
    server = _Server(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def axe(page: Page) -> list[str]:
    """Return what axe-core finds wrong with a page as it stands, a line each: the rule, what it asks, and where."""
    options = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['help']}: {node['target']} {node['html'][:200]}" for each in found for node in each["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    """Whether a page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
