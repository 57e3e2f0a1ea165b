"""Terms on lines of their own: a term in bold, as a heading or above a colon is put on the line of its meaning."""

from __future__ import annotations

import re

from packbuilder.readers.bullets import BULLET, RULE, TERM
from packbuilder.readers.fences import is_fence
from packbuilder.readers.headings import other_heading
from packbuilder.readers.illustrations import is_picture
from packbuilder.readers.tables import is_row


def with_terms(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Put a term on the line of its meaning: terms in bold or as headings, and what stands under them after a colon or as a paragraph."""
    found = list(lines)
    for index, line in enumerate(lines):
        below = next((at for at in range(index + 1, len(lines)) if lines[at].strip()), len(lines))
        if below == len(lines) or not line.strip() or BULLET.match(line):
            continue
        text, head = lines[below], other_heading(line)
        after_colon = re.match(r"^\s*:\s+(?=\S)", text)
        term = head.text if head else line.strip()
        meant = after_colon or (head and not _opens(text) and not TERM.match(text.strip()))
        if meant and len(term.split()) <= 6:
            found[index], found[below] = "", f"{term}: {text[after_colon.end() :] if after_colon else text.strip()}"
    return tuple(found)


def _opens(line: str) -> bool:
    """Whether a line is something else than a paragraph."""
    return bool(BULLET.match(line) or RULE.match(line) or other_heading(line) or is_fence(line) or is_row(line) or is_picture(line))
