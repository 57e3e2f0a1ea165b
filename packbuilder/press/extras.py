"""What a packet's file holds besides pages that are seen: attachments, actions, notes, and words in its bookmarks that are nobody's."""

from __future__ import annotations

from pypdf import PdfReader

from packbuilder.typeset.reading.additions import untagged_additions
from packbuilder.typeset.reading.stray_bytes import stray_bytes


def extras(data: bytes, reader: PdfReader) -> tuple[str, ...]:
    """Return what was added to a packet's file, one sentence each; `reader` is at it. Raises what pypdf does of a broken file (`readback.BROKEN`)."""
    return (*untagged_additions(reader, list(reader.pages)), *stray_bytes(data, reader))
