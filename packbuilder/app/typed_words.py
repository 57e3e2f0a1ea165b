"""Words that somebody types for print on a command line or a page: what no page can show is refused by name before anything is made."""

from __future__ import annotations

import unicodedata

from packbuilder.app.project import BadContentError
from packbuilder.app.screening import shown_or_refused
from packbuilder.diagnostics import Span, error
from packbuilder.markup import in_characters


def typed(text: str, what: str = "--title") -> str:
    """Return a text in the characters that it is printed in; `what` is where it was typed. Raises `BadContentError`."""
    words, reason = shown_or_refused(unicodedata.normalize("NFC", in_characters(text)))
    if reason:
        raise BadContentError((error("T101", reason, Span(path=what), "Write it another way."),))
    return words
