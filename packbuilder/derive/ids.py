"""Ids of derived items: from what the source says, never from where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b


def item_id(topic: str, letter: str, text: str) -> str:
    """Return `<topic>.<letter>-<6 hex digits>`: stable as long as the text's words are."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f"{topic}.{letter}-{blake2b(words.encode(), digest_size=3).hexdigest()}"


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return a text's letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"\w+", text.casefold()))
