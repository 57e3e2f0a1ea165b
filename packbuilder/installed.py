"""What is installed: the program's own files, Python and every package, as one hash that changes when any of them does.

Whatever was made by another program is made anew: entries of the cache, and packs that lie finished in their folders.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

_OWN = os.path.dirname(os.path.abspath(__file__))
"""The folder of the program."""


@lru_cache(maxsize=2)
def program(*, by_content: bool = False) -> str:
    """Return a hash over all that may change what is worked out: Python, the program's files, and every package's version.

    Files count by size and date, which is quick. `by_content`: what is compared must survive that the same program is installed again.
    """
    files = _contents(_OWN) if by_content else _dates(_OWN)
    return sha256("\n".join((sys.version, *sorted(files), *packages())).encode("utf-8", "surrogatepass")).hexdigest()


def own_files() -> str:
    """Return a hash over the contents of the program's files alone: what two machines must have alike to do one work together."""
    return sha256("\n".join(sorted(_contents(_OWN))).encode("utf-8", "surrogatepass")).hexdigest()


def packages() -> tuple[str, ...]:
    """Return the names and versions of all packages that Python finds."""
    return tuple(sorted({name for folder in sys.path for name in _names(folder or ".") if name.endswith((".dist-info", ".egg-info"))}))


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _dates(folder: str) -> Iterator[str]:
    for file in _files(folder):
        about = file.stat()
        yield f"{file.path} {about.st_size} {about.st_mtime_ns}"


def _contents(folder: str) -> Iterator[str]:
    for file in _files(folder):
        with open(file.path, "rb") as opened:
            yield f"{os.path.relpath(file.path, folder)} {sha256(opened.read()).hexdigest()}"


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry
