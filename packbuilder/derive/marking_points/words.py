"""Small helpers on words."""

from __future__ import annotations

import re
from functools import lru_cache

_STOP = frozenset(
    "a an the of to in on for and or with by from at as is are be this that these those their your its it how why what".split()
)


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """Return a text's content words, in order."""
    return tuple(word for word in re.findall(r"[\w’'-]+", text.casefold()) if word not in _STOP)


def lower(text: str) -> str:
    """Begin a clause with a small letter, unless its first word is an acronym, a symbol or a name with inner capitals."""
    first = text.split(" ", 1)[0]
    return text if any(c.isupper() for c in first[1:]) or first in ("I",) or not first[:1].isalpha() else text[:1].lower() + text[1:]
