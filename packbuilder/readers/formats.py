"""Formats that are no plain text, known by how their files begin and refused by name; and texts longer than any notes are."""

from __future__ import annotations

from pathlib import PurePath

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.patterns import regex

_SAVE = "Save it as a Word file (.docx), as plain text (.txt) or as a web page (.htm), and name that."
_FORMATS = (
    (b"{\\rtf", "RTF", _SAVE),
    (b"%PDF-", "a PDF", "Copy the text from it, or save the document it was made from, as a Word file (.docx) or plain text (.txt)."),
    (b"PK\x03\x04", "a packed file (ZIP)", _SAVE),
    (b"\xd0\xcf\x11\xe0", "an old Word document", _SAVE),
)
_OLD = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a file of before Word 2007 is, or of any time with a password; and the name in it of what a password locks."""
_UNLOCK = "Open it in Word, take the password off (File, Info, Protect Document, Encrypt with Password) and save it."
_BESIDE = "~$"
"""How the names of files begin that Word keeps beside a document while it is open."""
_LONGEST = 2 * 1024 * 1024
"""Two million signs are a thousand pages of print; a slip of the path leads to more."""

_PAGE = regex(r"(?i)<(?:!doctype|html|head|body)\b")


def no_plain_text(data: bytes, path: str) -> Diagnostic | None:
    """Return why a file cannot be notes; None where it may be some."""
    if PurePath(path).name.startswith(_BESIDE):
        return error("N101", "this is what Word keeps beside a document while it is open", Span(path=path), "Name the document itself.")
    if data.startswith(_OLD) and _LOCKED in data:
        return error("N101", "this is a document with a password, which nobody can read without it", Span(path=path, line=1), _UNLOCK)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:8]
    for begins, name, remedy in _FORMATS:
        if start.startswith(begins):
            return error("N101", f"this is {name}, and no plain text", Span(path=path, line=1), remedy)
    if path.lower().endswith((".csv", ".tsv")):
        return error("N101", "this is a table (CSV), and no notes", Span(path=path, line=1), "Write the notes as plain text (.txt).")
    if len(data) > _LONGEST and not _PAGE.search(data[:4096].decode("utf-8", "replace")):
        # Saved pages carry pictures within them, of which nothing is read.
        size = f"{len(data) / 1024 / 1024:.1f}".removesuffix(".0")
        message = f"{size} MB of text are more than notes of one topic have; 2 MB is the limit"
        return error("N106", message, Span(path=path, line=1), "Divide it: a file a topic.")
    return None
