"""Reading embedded pictures back: what each shows, told by a hash of its samples."""

from __future__ import annotations

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from packbuilder.typeset.reading.fonts import read_once
from packbuilder.typeset.seals import samples_digest

Pictures = dict[int, str]
"""Pictures that were read already, by object number."""


def pictures_of(page: DictionaryObject, known: Pictures) -> dict[str, str]:
    """Return the hash of each picture of a page, by the name that its content gives it (`/Im1`)."""
    return dict(read_once(page, "/XObject", known, _digest))


def _digest(value: PdfObject | None) -> str:
    if not isinstance(value, StreamObject):
        return ""
    size = (int(str(value.get("/Width", 0))), int(str(value.get("/Height", 0))))
    mask = value.get("/SMask")
    behind = mask.get_object() if mask is not None else None
    space = str(value.get("/ColorSpace", ""))[1:]
    return samples_digest(size, space, _samples(value), _samples(behind) if isinstance(behind, StreamObject) else b"")


def _samples(stream: StreamObject) -> bytes:
    filters = stream.get("/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) and filters else filters
    encoded = str(last) in ("/DCTDecode", "/JPXDecode")
    return bytes(stream._data) if encoded else stream.get_data()  # noqa: SLF001  # pypdf would decode a JPEG to pixels
