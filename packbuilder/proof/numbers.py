"""How questions are numbered and marks are written, by the layouts' names for it (HANDBOOK section 3)."""

from __future__ import annotations

from packbuilder.layout import MarkStyle, Numbering
from packbuilder.wording import Catalogue


def number_words(number: tuple[int, ...], numbering: Numbering, wording: Catalogue) -> str:
    """Return the number that stands before a question, or before a part of one: `3`, `(b)`, `3.2`, `03.2`."""
    question, *part = number
    if numbering == "lettered":
        return f"({wording.lettered('abcdefghijklmnopqrstuvwxyz'[part[0] - 1])})" if part else f"{question}"
    whole = f"{question:02}" if numbering == "boxed" else f"{question}"
    return ".".join((whole, *map(str, part)))


def mark_words(marks: int, style: MarkStyle, wording: Catalogue) -> str:
    """Return a mark in brackets, in parentheses, or in words."""
    return {"brackets": f"[{marks}]", "parentheses": f"({marks})", "words": f"[{wording.count('marks', marks)}]"}[style]
