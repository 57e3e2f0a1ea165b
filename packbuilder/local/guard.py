"""The guard: who may ask the local page for anything, and what browsers are told about every answer.

The page has no account: what protects it is that only this machine reaches it, that no other site can speak through the browser of whoever uses it
(Host against DNS rebinding; Origin, Sec-Fetch-Site and a token against forged requests), and that nothing in notes can become script (a strict policy).
"""

from __future__ import annotations

from collections.abc import MutableMapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

from h11 import LocalProtocolError
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from packbuilder.values import dataclass

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
}

_OURS = ("same-origin", "none")
"""Sec-Fetch-Site of requests that our own page makes, or that a person makes by typing the address."""

_READING = ("GET", "HEAD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the page is: the port, the names that browsers may call it by, its own first, and whether the network may come in.

    A name that is an IP address cannot be rebound to another, so that with the network let in any will do.
    """

    port: int
    names: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    network: bool = False

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        return f"http://{self.names[0]}:{self.port}/"

    def owns(self, host: str) -> bool:
        """Whether a Host header names this page."""
        name, colon, port = host.casefold().rpartition(":")
        if not colon or port != str(self.port):
            return self.port == 80 and not colon and self._known(host.casefold())
        return self._known(name)

    def _known(self, name: str) -> bool:
        return name in self.names or (self.network and _is_address(name.strip("[]")))


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def objection(address: Address, method: str, headers: Headers) -> str:
    """Return why a request is refused; empty where it is not."""
    host = headers.get("host", "")
    if not address.owns(host):
        return "This page answers only to its own address. Open it at the address that packbuilder printed."
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    if method in _READING:
        # Following a link to the page is not harmful: nothing is changed by reading, and the other site cannot see it.
        if site and site not in _OURS and headers.get("sec-fetch-mode") != "navigate":
            return "Another site may not read this page."
        return ""
    if site and site not in _OURS:
        return "Another site may not use this page."
    # Under `no-referrer` a plain form is sent with the origin `null`; the browser then vouches for it by Sec-Fetch-Site.
    if origin == "null" and site == "same-origin":
        return ""
    if origin and origin.casefold() != f"http://{host.casefold()}":
        return "Another site may not use this page."
    return ""


class Guard:
    """Refuses requests of others, and puts its headers on every answer."""

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self._app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            # Sockets are not spoken here; the application's start and end are.
            await (self._app(scope, receive, send) if scope["type"] == "lifespan" else send({"type": "websocket.close", "code": 1008}))
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _mark(message)
            # Who sends what is no HTTP has been answered already, and his connection takes nothing more.
            with suppress(LocalProtocolError):
                await send(message)

        refusal = objection(self._address, scope["method"], Headers(scope=scope))
        answer = PlainTextResponse(f"{refusal}\n", status_code=403) if refusal else self._app
        await answer(scope, receive, guarded)


def _mark(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    for name, value in _ALWAYS.items():
        headers[name] = value
    headers.setdefault("content-security-policy", POLICY)
    headers.setdefault("cache-control", "no-store")
