"""The pictures that notes name, read from the project's own folders."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from packbuilder.app.reading import read_bytes
from packbuilder.app.writing import inside
from packbuilder.diagnostics import Diagnostic, error
from packbuilder.document import Picture
from packbuilder.errors import OutsideProjectError
from packbuilder.model.topic import Illustration, Topic

PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff")
"""How the files begin that can be printed: PNG and JPEG."""


def illustrated(topic: Topic, path: Path, root: Path, found: list[Diagnostic]) -> Topic:
    """Return a topic of the notes at `path` with its pictures' bytes; those that cannot be used are left out, with an error."""
    read = (_read(each, path, root, found) for each in topic.illustrations)
    return replace(topic, illustrations=tuple(each for each in read if each is not None))


def _read(illustration: Illustration, path: Path, root: Path, found: list[Diagnostic]) -> Illustration | None:
    data = file_beside(illustration.file, path, root)
    if data is None:
        hint = "The path counts from the notes' own folder."
        found.append(error("N152", f"there is no picture {illustration.file!r} in the project", illustration.span, hint))
        return None
    if not data.startswith(PICTURES):
        hint = "Save it as PNG (drawings) or JPEG (photographs)."
        found.append(error("N153", f"{illustration.file!r} is neither PNG nor JPEG", illustration.span, hint))
        return None
    return replace(illustration, picture=Picture(digest=sha256(data).hexdigest(), data=data))


def file_beside(name: str, path: Path, root: Path) -> bytes | None:
    """Return the bytes of a file that the source at `path` names; None where it is not there or lies outside the project."""
    try:
        whole = inside(root, str(path.resolve().parent.relative_to(root.resolve()) / name))
        return read_bytes(whole) if whole.is_file() else None
    except (OutsideProjectError, OSError, ValueError):
        return None
