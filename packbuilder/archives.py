"""Archives (ZIP) whose bytes depend on what they hold and on nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the earliest that the format can say."""

BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What Python's zipfile raises for an archive that is damaged, packed in a way that it does not know, or locked with a password."""


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of parts, each with its name and `STAMP`."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as target:
        for name, data in parts:
            target.writestr(ZipInfo(name, STAMP), data, ZIP_DEFLATED)
    return held.getvalue()


def stamped(data: bytes) -> bytes:
    """Return an archive with `STAMP` on every part."""
    with ZipFile(BytesIO(data)) as source:
        return packed((each.filename, source.read(each)) for each in source.infolist())
