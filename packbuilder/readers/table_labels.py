"""Labels over tables in notes: a line that only names the table right below it is the table's caption, and no entry of its own."""

from __future__ import annotations

import re

from packbuilder.figure_words import LABEL
from packbuilder.finite_verbs import SURE_VERB
from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET, TERM
from packbuilder.readers.fences import is_fence
from packbuilder.readers.headings import other_heading
from packbuilder.readers.illustrations import is_picture
from packbuilder.readers.tables import is_row

_NUMBERED = regex(rf"{LABEL}(?:\s*[:.–—-]\s+\S.*)?")
"""`Table 1`, also with what it shows behind it."""

_LONGEST = 15
"""Words that a label has at most."""
_FEW = 8
"""Words of one that has neither a number, nor a colon, nor bold letters."""


def labelled_table(lines: tuple[str, ...], index: int) -> tuple[str, int]:
    """Return the label that a line is, and where what it stands over begins; no words where it is none. Whether that is a table is not asked."""
    below = next((at for at in range(index + 1, min(index + 3, len(lines))) if lines[at].strip()), 0)
    label = _label(lines[index]) if below else ""
    return label, below


def _label(line: str) -> str:
    """Return the words of a line that only names something, without marks for bold and the colon at its end."""
    if is_row(line) or "\t" in line.strip() or is_fence(line) or is_picture(line):
        return ""
    bullet = BULLET.match(line)
    text = re.sub(r"^[\s*_#]+|[\s*_]+$", "", line[bullet.end() :] if bullet else line)
    words = text.split()
    if _NUMBERED.fullmatch(text.rstrip(".:*_ ")) and len(words) <= _LONGEST:
        return _without_bold(text)
    if bullet or not words or len(words) > _LONGEST or TERM.match(text) or text.endswith((".", "!", "?", ";", ",")):
        return ""
    named = text.rstrip("*_ ").endswith(":") or other_heading(line) is not None
    return _without_bold(text) if named or _only_names(text, len(words)) else ""


def _only_names(text: str, words: int) -> bool:
    """Whether a text is a few words that say nothing: it begins with a capital and has no verb."""
    return text[0].isupper() and words <= _FEW and SURE_VERB.search(text, text.find(" ") + 1) is None


def _without_bold(text: str) -> str:
    return re.sub(r"\*\*|__", "", text).rstrip("*_ :").strip()
