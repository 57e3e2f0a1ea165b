"""Values of a file that is read back, as what they should be: what a file says of itself may be missing, or of another kind."""

from __future__ import annotations

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject


def dictionary_of(value: PdfObject | None) -> DictionaryObject:
    """Return a dictionary, looked up where the value is a reference; an empty one where it is none."""
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def array_of(value: PdfObject | None) -> list[PdfObject]:
    """Return an array's values, references as they are; none where it is no array."""
    found = value.get_object() if value is not None else None
    return list(found) if isinstance(found, ArrayObject) else []


def data_of(value: PdfObject | None) -> bytes:
    """Return what a stream holds, decoded; nothing where it is no stream."""
    found = value.get_object() if value is not None else None
    return found.get_data() if isinstance(found, StreamObject) else b""
