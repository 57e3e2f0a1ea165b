"""Reading the files of a print run on all cores: each opened with the password that is likely to be its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from packbuilder.app.aside import at_once, can_split, cores
from packbuilder.app.reading import CannotReadError, read_any, shown
from packbuilder.app.runs.jobs import Lock
from packbuilder.press.reading import Duplex, WrongPasswordError, opened
from packbuilder.values import dataclass

S = TypeVar("S")
T = TypeVar("T")

_MANY = 64
"""Shares that are handed to processes several at a time."""

Key = tuple[str, str]
"""A version and an edition, the standard paper's empty."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A file that can be read: its password (empty: it needs none), its pages, and over which edge paper is to be turned."""

    path: Path
    password: str
    pages: int
    duplex: Duplex


def readable(paths: Iterable[Path], locks: Mapping[str, Lock]) -> tuple[tuple[Readable, ...], tuple[str, ...]]:
    """Return the files that open, and why others do not: one is missing, broken or locked."""
    passwords = tuple(dict.fromkeys(lock.password for lock in locks.values()))
    every = [_opened(path, locks, passwords) for path in paths]
    return tuple(each for each in every if isinstance(each, Readable)), tuple(each for each in every if isinstance(each, str))


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


def on_all_cores(work: Callable[[S], T], shares: Sequence[S], *, worth: bool) -> Iterable[T]:
    """Return what `work` gives for each share, in order: at the same time where that is `worth` the start of processes.

    They are copies of this one where the system has such, so that what all shares need is handed to nobody. All results are held until the last
    is there: they are to be small.
    """
    workers = min(cores(), len(shares))
    if workers < 2 or not worth:
        return map(work, shares)
    if can_split():
        return at_once([partial(work, share) for share in shares], workers=workers)
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(work, shares, chunksize=4 if len(shares) > _MANY else 1))
