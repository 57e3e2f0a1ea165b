"""Encryption of finished files: AES-256 (PDF 2.0, revision 6), through pypdf.

Keys and salts come from the operating system, as they must: an encrypted file has other bytes whenever it is made.
"""

from __future__ import annotations

import logging
from io import BytesIO

from pypdf import PasswordType, PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions as May
from pypdf.generic import DictionaryObject

_RESERVED = 0xFFFFF0C0
"""Bits 7, 8 and 13 to 32, which are 1 in every file (ISO 32000-2, table 22)."""

_MAY = May(_RESERVED) | May.PRINT | May.PRINT_TO_REPRESENTATION | May.EXTRACT_TEXT_AND_GRAPHICS
"""A file may be printed, and read by a screen reader; it may not be changed or copied from."""


logging.getLogger("pypdf._writer").setLevel(logging.ERROR)
# It warns that a copy has more objects than its original, which is so where structure elements name each other, and harms nothing.


def encrypted(data: bytes, *, password: str, owner: str) -> bytes:
    """Return a file that opens with `password`, for printing only; `owner` lifts that."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(password, owner, algorithm="AES-256", permissions_flag=_MAY)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def decrypted(data: bytes, *, password: str) -> bytes | None:
    """Return the file without its encryption; None where the password does not open it."""
    reader = PdfReader(BytesIO(data))
    if not reader.is_encrypted:
        return data
    if reader.decrypt(password) is PasswordType.NOT_DECRYPTED:
        return None
    target = BytesIO()
    PdfWriter(clone_from=reader).write(target)
    return target.getvalue()


def refuses_screen_readers(data: bytes) -> bool:
    """Whether a file is encrypted so that screen readers may not have its words; no password is needed to see that."""
    rules = PdfReader(BytesIO(data)).trailer.get("/Encrypt")
    held = rules.get_object() if rules is not None else None
    return isinstance(held, DictionaryObject) and not int(str(held.get("/P", 0))) & May.EXTRACT_TEXT_AND_GRAPHICS
