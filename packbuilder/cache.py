"""The cache on disk: what takes long to work out from files that have not changed, found again by a hash over all that it is made of.

It lies where the system keeps caches, or where `PACKBUILDER_CACHE` says (`off`: nowhere). Each entry is one file, which begins
with the hash of the rest; names hold hashes over the inputs, and over the program, Python and every installed package. An entry
that is absent, damaged, unreadable or cannot be written is worked out as if there were no cache, and nothing is said of it.
Whatever is about candidates never comes here: their lists, names and numbers are asked for by nobody who keeps.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar, cast

from packbuilder.installed import program
from packbuilder.stored import UnstorableError, decoded, encoded

T = TypeVar("T")

VARIABLE = "PACKBUILDER_CACHE"
"""The environment variable that says where the cache lies."""

MOST_BYTES = 64 * 1024 * 1024
"""The cache is cut down to half of this when it has grown beyond."""

_OFF = frozenset(("off", "no", "none", "0"))
_SUFFIX = ".json"
_SEAL = 64
"""The characters of a SHA-256 in hexadecimal."""


def kept(kind: str, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
    """Return what `make` returns, from the cache where it was made of the same inputs before.

    `make` must be a pure function of `inputs`, which are values that `stored.encoded` can write; what it returns is kept if that
    can write it too.
    """
    entry = Entry(kind, inputs)
    for found in entry.found():
        return cast("T", found)
    made = make()
    entry.keep(made)
    return made


class Entry:
    """The place in the cache of what is made of inputs, for whoever wants to know first whether it is there; otherwise see `kept`."""

    __slots__ = ("_file",)

    def __init__(self, kind: str, inputs: tuple[object, ...]) -> None:
        self._file = _file(kind, inputs)

    def found(self) -> tuple[object, ...]:
        """Return what was made before, alone in a tuple; an empty one where there is nothing."""
        if self._file is None:
            return ()
        try:
            return (decoded(_read(self._file)),)
        except (OSError, UnstorableError):
            return ()

    def keep(self, made: object) -> None:
        """Write down what was made, if that can be."""
        if self._file is None:
            return
        with suppress(OSError, UnstorableError):
            data = encoded(made)
            if len(data) <= MOST_BYTES // 16:
                _write(self._file, data)


def _file(kind: str, inputs: tuple[object, ...]) -> Path | None:
    """Return where what is made of inputs would lie; None where it cannot."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        return folder / f"{kind}-{sha256(encoded((kind, program(), inputs))).hexdigest()}{_SUFFIX}"
    except (OSError, UnstorableError):
        return None


def cache_folder() -> Path | None:
    """Return where the cache lies, or None where there is to be none."""
    stated = os.environ.get(VARIABLE, "")
    if stated:
        return None if stated.lower() in _OFF else Path(stated)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return Path(base) / "packbuilder" if Path(base).is_absolute() else None


def _read(file: Path) -> bytes:
    """Return an entry. Raises `OSError` where there is none, `UnstorableError` where it is not what was written."""
    whole = file.read_bytes()
    seal, data = whole[:_SEAL], whole[_SEAL:]
    if sha256(data).hexdigest().encode() != seal:
        raise UnstorableError(seal)
    return data


def _write(file: Path, data: bytes) -> None:
    """Write an entry in one step, so that two processes at once never read half of one. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = file.with_name(f"{file.name}.{os.urandom(6).hex()}")
    try:
        part.write_bytes(sha256(data).hexdigest().encode() + data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    if file.name.removesuffix(_SUFFIX).endswith("0"):
        # One entry in sixteen, by its hash: to look at all of them each time would cost more than they save.
        _cut_down(file.parent)


def _cut_down(folder: Path) -> None:
    """Remove the oldest entries, and what is half written, where all together take more than `MOST_BYTES`. Raises `OSError`."""
    with os.scandir(folder) as entries:
        found = sorted((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries if entry.is_file())
    left = sum(size for _, size, _ in found)
    if left <= MOST_BYTES:
        return
    for _, size, path in found:
        if left <= MOST_BYTES // 2:
            return
        Path(path).unlink(missing_ok=True)
        left -= size
