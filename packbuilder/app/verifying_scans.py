"""Reading the files of a print run on all cores: each opened with the password that is likely to be its own."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from packbuilder.app.print_jobs import Lock
from packbuilder.app.reading import shown
from packbuilder.press.reading import Scanned, WrongPasswordError, count_pages, scan

_A_SHARE = 200
"""Pages that a process reads at a time."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that can be read: its password (empty: it needs none) and its pages."""

    path: Path
    password: str
    pages: int


@dataclass(frozen=True, slots=True)
class _Share:
    """Pages of a file to be read: those with indexes from `start` up to `stop`."""

    path: Path
    start: int
    stop: int
    password: str


def opened(paths: Iterable[Path], locks: Mapping[str, Lock], failures: list[str]) -> Iterator[Opened]:
    """Yield the files that open; one that is missing, broken or locked is a failure."""
    passwords = tuple(dict.fromkeys(lock.password for lock in locks.values()))
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as failure:
            failures.append(f"{shown(path)} cannot be read: {failure.strerror or failure}")
            continue
        likely = _likely(path, locks)
        found = _opened(path, data, (*likely, *(each for each in passwords if each not in likely)))
        if found is None:
            failures.append(f"{shown(path)} cannot be opened: it is broken, or its password is not known (--password-file)")
        else:
            yield found


def scanned(files: Iterable[Opened]) -> Iterator[tuple[Path, list[Scanned]]]:
    """Yield each file's pages, read on all cores."""
    shares = [_Share(file.path, start, start + _A_SHARE, file.password) for file in files for start in range(0, file.pages, _A_SHARE)]
    read_pages: dict[Path, list[Scanned]] = defaultdict(list)
    for share, pages in _shared_out(shares):
        read_pages[share.path] += pages
    yield from read_pages.items()


def _likely(path: Path, locks: Mapping[str, Lock]) -> tuple[str, ...]:
    """Return the passwords that a file is likely to have, by its name, its folder's and that of all others."""
    names = (path.stem, path.parent.name, "*")
    return tuple(dict.fromkeys(locks[name].password for name in names if name in locks))


def _opened(path: Path, data: bytes, passwords: Sequence[str]) -> Opened | None:
    for password in ("", *passwords):
        try:
            return Opened(path, password, count_pages(data, password=password))
        except WrongPasswordError:
            continue
    return None


def _shared_out(shares: Sequence[_Share]) -> Iterator[tuple[_Share, tuple[Scanned, ...]]]:
    workers = min(os.cpu_count() or 1, len(shares))
    pages = sum(share.stop - share.start for share in shares)
    if workers < 2 or pages <= _A_SHARE:
        yield from ((share, _scan(share)) for share in shares)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from zip(shares, pool.map(_scan, shares, chunksize=4 if len(shares) > 64 else 1), strict=True)


def _scan(share: _Share) -> tuple[Scanned, ...]:
    return scan(share.path.read_bytes(), share.start, share.stop, password=share.password)
