"""Formats that are no plain text, known by how their files begin and refused by name; and texts longer than any notes are."""

from __future__ import annotations

from packbuilder.diagnostics import Diagnostic, Span, error
from packbuilder.patterns import regex

_SAVE = "Save it as plain text (.txt) or, where it has tables, as a web page (.htm), and name that."
_FORMATS = (
    (b"{\\rtf", "RTF", _SAVE),
    (b"%PDF-", "a PDF", "Copy the text from it, or save the document it was made from, as plain text (.txt)."),
    (b"PK\x03\x04", "a Word, OpenDocument or other packed file", _SAVE),
    (b"\xd0\xcf\x11\xe0", "an old Word document", _SAVE),
)
_LONGEST = 2 * 1024 * 1024
"""Two million signs are a thousand pages of print; a slip of the path leads to more."""

_PAGE = regex(r"(?i)<(?:!doctype|html|head|body)\b")


def no_plain_text(data: bytes, path: str) -> Diagnostic | None:
    """Return why a file cannot be notes; None where it may be some."""
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
