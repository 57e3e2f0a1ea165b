"""One building of a site at a time: two at once would remove each other's half-written files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from packbuilder.app.locking import hold
from packbuilder.app.reading import shown
from packbuilder.app.writing import CannotWriteError, without_parts
from packbuilder.errors import PackbuilderError


class BusySiteError(PackbuilderError):
    """A site that another process is building."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"another run of packbuilder is building {shown(folder)}", hints=("Wait for it, or choose another --output.",))


@contextmanager
def alone(folder: Path, kept: Path) -> Iterator[None]:
    """Hold a site for this process until it is built or the process dies; what runs that died left half written is removed first.

    Raises `BusySiteError` and `CannotWriteError`.
    """
    path = kept / "lock"
    try:
        kept.mkdir(parents=True, exist_ok=True)
        held = path.open("ab")
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure
    with held:
        hold(held.fileno(), BusySiteError(folder=folder))
        without_parts(folder)
        without_parts(kept)
        yield
