"""Options and keys of notes in other languages: what says which is right ("Réponse : B"), and Greek letters (α, β, γ), which are read as Latin ones."""

from __future__ import annotations

import re

from packbuilder.grammars.naming import KEYS
from packbuilder.patterns import regex

LETTER_BEHIND = rf"{KEYS}(?=[\s*_:=–—-]*[(\[]?[A-Fa-f][)\].]?\W*$)"
"""What a key begins with in them, before a letter alone: what follows may be an answer in words else."""
GREEK = regex(r"[α-ω]")
_OPTION = regex(r"(?P<before>\s*(?:[-*+•–—]\s+)?[*_]*\(?)(?P<letter>[α-εΑ-Ε]|στ|ΣΤ)(?P<sign>[).:]|(?=\s))(?P<rest>.*)$", re.DOTALL)
_KEY = regex(rf"(?P<before>\W*{KEYS}\W+)(?P<letter>[α-εΑ-Ε]|στ|ΣΤ)(?P<rest>[).\s]*|[).:]\s.*)$", re.IGNORECASE)
_ASKS = regex(r";(?=\s*(?:[(\[][^()\[\]]*[)\]])?\s*$)")
"""The mark of a Greek question, at its end or before its marks."""
_SMALL = ("α", "β", "γ", "δ", "ε", "στ")


def latin(line: str) -> str:
    """Return a line with the letter of a Greek option or key, and the mark of a Greek question, as English has them."""
    if found := _OPTION.match(line):
        return f"{found['before']}{_letter(found['letter'])}{found['sign'] or ')'}{found['rest']}"
    if found := _KEY.match(line):
        return f"{found['before']}{_letter(found['letter'])}{found['rest']}"
    return _ASKS.sub("?", line) if GREEK.search(line) else line


def _letter(greek: str) -> str:
    letter = "abcdef"[_SMALL.index(greek.lower())]
    return letter.upper() if greek.isupper() else letter
