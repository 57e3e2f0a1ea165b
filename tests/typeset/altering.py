"""Planting faults in finished files: a file is cloned, changed by a function, and written again."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

Fault = Callable[[PdfWriter], None]


def altered(data: bytes, change: Fault) -> bytes:
    """Return the file with a change made to its cloned objects."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def elements(writer: PdfWriter, role: str) -> list[DictionaryObject]:
    """Return the structure elements of a role (`/H1`), in the order of their objects."""
    found = [each.get_object() for each in writer._objects if each is not None]
    return [each for each in found if isinstance(each, DictionaryObject) and each.get("/S") == role and "/P" in each]


def content(writer: PdfWriter, page: int) -> StreamObject:
    """Return the content stream of a page, from 0."""
    stream = writer.pages[page]["/Contents"].get_object()
    assert isinstance(stream, StreamObject)
    return stream


def reference(value: DictionaryObject) -> IndirectObject:
    """Return the reference to an object."""
    found = value.indirect_reference
    assert found is not None
    return found
