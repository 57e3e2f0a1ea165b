"""Reading the files of a print run on all cores: each opened with the password that is likely to be its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from packbuilder.app.aside import cores
from packbuilder.app.reading import CannotReadError, read_any, shown
from packbuilder.app.runs.jobs import Lock
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


def readable(paths: Iterable[Path], locks: Mapping[str, Lock]) -> tuple[tuple[Readable, ...], tuple[str, ...]]:
    """Return the files that open, and why others do not: one is missing, broken or locked."""
    passwords = tuple(dict.fromkeys(lock.password for lock in locks.values()))
    every = [_opened(path, locks, passwords) for path in paths]
    return tuple(each for each in every if isinstance(each, Readable)), tuple(each for each in every if isinstance(each, str))


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


def _opened(path: Path, locks: Mapping[str, Lock], passwords: Sequence[str]) -> Readable | str:
    """Return a file that opens, or why it does not."""
    try:
        data = read_any(path)
    except CannotReadError as failure:
        return str(failure)
    for password in dict.fromkeys(("", *_likely(path, locks), *passwords)):
        try:
            about = opened(data, password=password)
            return Readable(path, password, about.pages, about.duplex)
        except WrongPasswordError:
            continue
    return f"{shown(path)} cannot be opened: it is broken, or its password is not known (--password-file)"


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
