"""What a packet's file holds besides pages that are seen: attachments, actions, notes, and words in its bookmarks that are nobody's."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from packbuilder.typeset.reading.additions import untagged_additions
from packbuilder.typeset.reading.readback import BROKEN
from packbuilder.typeset.reading.stray_bytes import stray_bytes


def extras(data: bytes, *, password: str = "") -> tuple[str, ...]:
    """Return what was added to a packet's file, one sentence each."""
    try:
        reader = PdfReader(BytesIO(data), password=password or None)
        return (*untagged_additions(reader, list(reader.pages)), *stray_bytes(data, reader))
    except BROKEN as failure:
        return (f"it cannot be read as a PDF: {failure}",)
