"""Reading files, with one clear sentence where that fails."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG

from packbuilder.errors import PackbuilderError


class UnreadableNameError(PackbuilderError):
    """A file or folder whose name is no text: archives of old systems leave such, and no manifest can hold them."""

    def __init__(self, *, name: str) -> None:
        told = os.fsencode(name).decode("utf-8", "replace")
        super().__init__(f"the name of {told} is not text in UTF-8, so that nothing can be written of it", hints=("Give it another name.",))


class CannotReadError(PackbuilderError):
    """The operating system refused to read a file."""

    def __init__(self, *, path: Path | str, reason: str) -> None:
        super().__init__(f"cannot read {path}: {reason}")


_LARGEST = 32 * 1024 * 1024
"""No notes, bank or picture is larger than this many bytes; a slip of the path may well be."""


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises `CannotReadError`."""
    try:
        if path.is_dir():
            raise CannotReadError(path=path, reason="it is a folder")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)  # what a pipe or a device holds is known by reading it
    except OSError as failure:
        raise CannotReadError(path=path, reason=failure.strerror or str(failure)) from failure
    if len(data) > _LARGEST:
        raise CannotReadError(path=path, reason="it is larger than 32 MiB, which no source is")
    return data


def read_any(path: Path) -> bytes:
    """Return the bytes of a file that is no source, however large it is; raises `CannotReadError`."""
    try:
        if not is_regular(path):
            raise CannotReadError(path=path, reason="it is a folder" if path.is_dir() else "it is a pipe or a device, and no file")
        return path.read_bytes()
    except OSError as failure:
        raise CannotReadError(path=path, reason=failure.strerror or str(failure)) from failure


def is_regular(path: Path) -> bool:
    """Whether a path leads to a file: a pipe keeps who reads it waiting for ever. Raises `OSError` where it leads nowhere."""
    return S_ISREG(path.stat().st_mode)


def readable_name(path: Path) -> str:
    """Return a path as `shown`. Raises `UnreadableNameError` where that is no text."""
    name = shown(path)
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UnreadableNameError(name=name) from None
    return name


_QUOTED = 60
"""Signs of a text that a message quotes."""


def quoted(text: str) -> str:
    """Return the beginning of a text on one line, as a message quotes it."""
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + "…"


def shown(path: Path) -> str:
    """Return a path as the user would write it: relative to the working folder where it lies below it, with `/`."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()


def text_of(data: bytes) -> str:
    """Return the text of a finished file: what is no UTF-8 shows as such, and the line ends of mail and of editors on Windows are lines' ends."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n")
