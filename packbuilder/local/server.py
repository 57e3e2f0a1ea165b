"""Serving: a socket on this machine, a server on it, and an end at once when it is told to stop."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

import uvicorn

from packbuilder.errors import PackbuilderError
from packbuilder.local.application import application
from packbuilder.local.desk import Desk
from packbuilder.local.guard import Address

_GRACE = 1
"""Seconds that open connections have when the server stops."""

_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104  # recognised, not chosen
"""Addresses to listen on that nobody can open: all that this machine has."""


class PortTakenError(PackbuilderError):
    """A port that another program listens on, or that may not be used."""

    def __init__(self, *, host: str, port: int, reason: str) -> None:
        super().__init__(
            f"cannot listen on {host}, port {port}: {reason}",
            hints=(
                f"Is packbuilder running already? Then open http://{host}:{port}/ in a browser.",
                f"Or choose another port: `packbuilder serve --port {port + 1 if 1024 <= port < 65535 else 8766}`; `--port 0` takes a free one.",
            ),
        )


class OpenToNetworkError(PackbuilderError):
    """A host that others could reach, without the word that this is meant."""

    def __init__(self, *, host: str) -> None:
        super().__init__(
            f"on {host} everybody in the network could use this page and read papers and mark schemes",
            hints=("Leave out --host: the page is then for this machine alone.", "If that is what you want, add --allow-network."),
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def opened(host: str, port: int, *, network: bool) -> tuple[socket.socket, Address]:
    """Return a socket that listens, and what the page may be called. Raises `OpenToNetworkError` or `PortTakenError`."""
    if not is_loopback(host) and not network:
        raise OpenToNetworkError(host=host)
    at = "127.0.0.1" if host == "localhost" else host
    listening = socket.socket(socket.AF_INET6 if ":" in at else socket.AF_INET)
    if sys.platform != "win32":
        # There it would let two programs share the port; here it only skips the wait after a restart.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((at, port))
        listening.listen(64)
    except (OSError, OverflowError) as failure:
        listening.close()
        raise PortTakenError(host=at, port=port, reason=_reason(failure)) from failure
    reached = not is_loopback(host)
    return listening, Address(port=listening.getsockname()[1], names=tuple(dict.fromkeys(_names(at, network=reached))), network=reached)


def _names(at: str, *, network: bool) -> Iterator[str]:
    """Yield what browsers may call an address, first what this machine's own does."""
    if at not in _ANYWHERE:
        yield f"[{at}]" if ":" in at else at.casefold()
    yield from ("127.0.0.1", "localhost", "[::1]")
    if network:
        yield socket.gethostname().casefold()


def _reason(failure: Exception) -> str:
    code = getattr(failure, "errno", None)
    return "another program uses it" if code == errno.EADDRINUSE else str(getattr(failure, "strerror", "") or failure)


class _Server(uvicorn.Server):
    """A server that ends every page's news when it is told to stop, so that nothing keeps it."""

    def __init__(self, config: uvicorn.Config, close: Callable[[], None]) -> None:
        super().__init__(config)
        self._close = close
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Listen for what stops the server: a terminal that is closed too, where that is not ignored (`nohup`)."""
        with ExitStack() as restored:
            hung_up = getattr(signal, "SIGHUP", None)
            before = signal.getsignal(hung_up) if hung_up else None
            if hung_up and callable(before) and threading.current_thread() is threading.main_thread():
                signal.signal(hung_up, self.handle_exit)
                restored.callback(signal.signal, hung_up, before)
            with super().capture_signals():
                yield

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: pages first, then the server."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._close)
        # What is cut off now is cut off on purpose: no traceback of it.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        super().handle_exit(sig, frame)


def serve(root: Path, listening: socket.socket, address: Address) -> None:
    """Serve the local page over a folder until Ctrl-C, which is then raised."""

    async def run() -> None:
        desk = Desk(root)
        config = uvicorn.Config(
            application(root, address, desk=desk),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws="none",
            lifespan="on",
            timeout_graceful_shutdown=_GRACE,
            limit_concurrency=128,
        )
        await _Server(config, desk.close).serve([listening])

    asyncio.run(run())
