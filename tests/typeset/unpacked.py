"""The same file with every object by itself, for validators that cannot unpack rows of copies."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter


def unpacked(data: bytes) -> bytes:
    """Return a file with its objects in no object streams.

    page-validation reads PDFs with lopdf 0.45, which passes over parameters of filters where there is more than one filter (an array
    of them, ISO 32000-1, table 5): to it, the object streams of a class set are noise.
    """
    rewritten = BytesIO()
    PdfWriter(clone_from=PdfReader(BytesIO(data))).write(rewritten)
    return rewritten.getvalue()
