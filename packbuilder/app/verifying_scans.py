"""Reading the files of a print run on all cores: each opened with the password that is likely to be its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from packbuilder.app.aside import cores
from packbuilder.app.print_jobs import Lock
from packbuilder.app.reading import CannotReadError, read_any, shown
from packbuilder.press.reading import Duplex, Scanned, WrongPasswordError, opened, scan
from packbuilder.values import dataclass

S = TypeVar("S")
T = TypeVar("T")

_A_SHARE = 200
"""Pages that a process reads at a time."""

Key = tuple[str, str]
"""A version and an edition, the standard paper's empty."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A file that can be read: its password (empty: it needs none), its pages, and over which edge paper is to be turned."""

    path: Path
    password: str
    pages: int
    duplex: Duplex


@dataclass(frozen=True, slots=True)
class _Share:
    """Sides of a file to be read: those with indexes from `start` up to `stop`, each with `across` pages side by side, and strips of a `height`."""

    path: Path
    start: int
    stop: int
    password: str
    across: int
    height: float


def readable(paths: Iterable[Path], locks: Mapping[str, Lock], failures: list[str]) -> Iterator[Readable]:
    """Yield the files that open; one that is missing, broken or locked is a failure."""
    passwords = tuple(dict.fromkeys(lock.password for lock in locks.values()))
    for path in paths:
        try:
            data = read_any(path)
        except CannotReadError as failure:
            failures.append(str(failure))
            continue
        likely = _likely(path, locks)
        found = _opened(path, data, (*likely, *(each for each in passwords if each not in likely)))
        if found is None:
            failures.append(f"{shown(path)} cannot be opened: it is broken, or its password is not known (--password-file)")
        else:
            yield found


def scanned(
    files: Iterable[Readable], across: Callable[[Path], int], height: Callable[[Path], float]
) -> Iterator[tuple[Path, list[tuple[Scanned, ...]]]]:
    """Yield each file's sides, read on all cores; `across` tells how many pages stand side by side in a file, `height` how tall its strips are."""
    shares = [
        _Share(file.path, start, start + _A_SHARE, file.password, across(file.path), height(file.path))
        for file in files
        for start in range(0, file.pages, _A_SHARE)
    ]
    read_pages: dict[Path, list[tuple[Scanned, ...]]] = defaultdict(list)
    worth = sum(share.stop - share.start for share in shares) > _A_SHARE
    for share, pages in zip(shares, on_all_cores(_scan, shares, worth=worth, chunk=4 if len(shares) > 64 else 1), strict=True):
        read_pages[share.path] += pages
    yield from read_pages.items()


def _likely(path: Path, locks: Mapping[str, Lock]) -> tuple[str, ...]:
    """Return the passwords that a file is likely to have, by its name, its folder's and that of all others."""
    names = (path.stem, path.parent.name, "*")
    return tuple(dict.fromkeys(locks[name].password for name in names if name in locks))


def _opened(path: Path, data: bytes, passwords: Sequence[str]) -> Readable | None:
    for password in ("", *passwords):
        try:
            about = opened(data, password=password)
            return Readable(path, password, about.pages, about.duplex)
        except WrongPasswordError:
            continue
    return None


def on_all_cores(work: Callable[[S], T], shares: Sequence[S], *, worth: bool, chunk: int = 1) -> Iterator[T]:
    """Yield what `work` gives for each share, in order: in processes where that is worth their start, `chunk` shares at a time."""
    workers = min(cores(), len(shares))
    if workers < 2 or not worth:
        yield from map(work, shares)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, shares, chunksize=chunk)


def _scan(share: _Share) -> tuple[tuple[Scanned, ...], ...]:
    return scan(share.path.read_bytes(), share.start, share.stop, password=share.password, across=share.across, height=share.height)
