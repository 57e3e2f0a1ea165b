"""Writing files so that each is whole or absent, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from packbuilder.errors import OutsideProjectError, PackbuilderError
from packbuilder.stops import undisturbed

PART = ".part"
"""The ending of files that are not yet whole; their names begin with a dot."""


_TOGETHER = 8
"""Files that wait for the disk at the same time."""


class CannotWriteError(PackbuilderError):
    """The operating system refused to write a file."""

    def __init__(self, *, path: Path, reason: str) -> None:
        full = reason in (os.strerror(errno.ENOSPC), os.strerror(errno.EDQUOT))
        hint = "Make room on the disk" if full else "Close programs that have the file open, check the folder's permissions"
        super().__init__(f"cannot write {path}: {reason}", hints=(f"{hint}, or choose another --output.",))


class CannotRemoveError(PackbuilderError):
    """The operating system refused to remove a file."""

    def __init__(self, *, path: Path, reason: str) -> None:
        super().__init__(
            f"cannot remove {path}: {reason}; nothing was removed",
            hints=("Close programs that have the file open, check the folder's permissions, or choose another --output.",),
        )


def write_whole(path: Path, data: bytes, *, private: bool = False) -> bool:
    """Write `data` to `path` in one step and return True; leave a file that already holds it alone and return False.

    The data go to a temporary file beside it, reach the disk, and only then take the name: a run that dies midway leaves
    what stood before. `private`: only its owner may read it. Raises `CannotWriteError`.
    """
    try:
        if _holds(path, data):
            return False
        with writing(path, private=private) as file:
            file.write(data)
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data


@contextmanager
def writing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write to, which takes its name when all is written and has reached the disk; else `path` stays what it was.

    Raises `CannotWriteError`.
    """
    try:
        temporary = _part_of(path)
        handle = _opened(temporary, 0o600 if private else 0o666)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure


def _part_of(path: Path) -> Path:
    """Return a name for what is to be a file and is not whole yet. A name of our own: `tempfile` takes 3 ms to import."""
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}{PART}")


def _opened(path: Path, mode: int) -> int:
    """Return the handle of a new file, in a folder that is made where there is none. The mode is as far as the process's mask allows."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, mode)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, flags, mode)


def write_together(files: Iterable[tuple[Path, bytes]], told: Callable[[Path], None] = lambda _: None) -> None:
    """Write files as `write_whole` does, several at a time: a disk makes many small files safe in the time of a few.

    `told` is told of each, in order. Raises `CannotWriteError`; those that are finished then stay.
    """
    wanted = tuple(files)
    if len(wanted) < _TOGETHER:
        for path, data in wanted:
            write_whole(path, data)
            told(path)
        return
    # Imported here: a run that makes one product writes its few files one by one.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_TOGETHER) as pool:
        for (path, _), _ in zip(wanted, pool.map(lambda each: write_whole(*each), wanted), strict=True):
            told(path)


def write_all_or_none(files: Iterable[tuple[Path, bytes]], told: Callable[[Path], None] = lambda _: None) -> None:
    """Write files that belong together, such as a paper and its scheme: all have reached the disk before the first takes its name.

    `told` is told of each, in order. Raises `CannotWriteError`; everything stands as it was then, unless a name is refused at the very end.
    """
    every = tuple(files)
    parts = tuple((_part_of(path), path, data) for path, data in every if not _is_there(path, data))
    try:
        _write_parts(parts)
        # Not between a paper that has its new name and its scheme that has not.
        with undisturbed():
            for part, path, _ in parts:
                _name(part, path)
    except BaseException:
        for part, _, _ in parts:
            with suppress(OSError):  # in a folder that is none there is nothing to remove
                part.unlink()
        raise
    for path, _ in every:
        told(path)


def _name(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return _holds(path, data)
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure


def _write_parts(parts: Sequence[tuple[Path, Path, bytes]]) -> None:
    """Write each part, which is to be a file of another name, several at a time where they are many."""
    if len(parts) < _TOGETHER:
        for each in parts:
            _write_part(each)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_TOGETHER) as pool:
        for _ in pool.map(_write_part, parts):
            pass


def _write_part(part: tuple[Path, Path, bytes]) -> None:
    temporary, path, data = part
    try:
        # Without a file object, which takes a quarter of the time of one in hundreds.
        handle = _opened(temporary, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure


def remove_together(paths: Iterable[Path]) -> None:
    """Remove files, or none of them: each is first given the name of a file that is not whole, which shows that it can be removed.

    A run that dies meanwhile leaves such names, which `without_parts` removes. Raises `CannotRemoveError`.
    """
    aside: list[tuple[Path, Path]] = []
    for path in paths:
        # The file itself, or a link in its place: what that leads to is somebody else's.
        if not path.is_symlink() and not path.exists():
            continue
        temporary = _part_of(path)
        try:
            path.rename(temporary)
        except OSError as failure:
            for was, now in reversed(aside):
                now.rename(was)
            raise CannotRemoveError(path=path, reason=failure.strerror or str(failure)) from failure
        aside.append((path, temporary))
    for path, temporary in aside:
        try:
            temporary.unlink()
        except OSError as failure:
            raise CannotRemoveError(path=path, reason=failure.strerror or str(failure)) from failure


def without_parts(folder: Path) -> None:
    """Remove what runs that died have left half written below a folder. Raises `CannotWriteError`."""
    for path in folder.rglob(f".*{PART}"):
        try:
            path.unlink(missing_ok=True)
        except OSError as failure:
            raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure


def inside(root: Path, relative: str) -> Path:
    """Return `root / relative`; raises `OutsideProjectError` where that leads out of `root` (also through a link)."""
    whole = (root / relative).resolve()
    base = root.resolve()
    if whole != base and base not in whole.parents:
        raise OutsideProjectError(path=relative, root=str(base))
    return whole
