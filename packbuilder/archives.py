"""Archives (ZIP) whose bytes depend on what they hold and on nothing else."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the earliest that the format can say."""


def stamped(data: bytes) -> bytes:
    """Return an archive with `STAMP` on every part."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(held, "w", ZIP_DEFLATED) as target:
        for each in source.infolist():
            target.writestr(ZipInfo(each.filename, STAMP), source.read(each), ZIP_DEFLATED)
    return held.getvalue()
