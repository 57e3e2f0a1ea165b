"""Ids of derived items: from what the source says, never from where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b


def item_id(topic: str, letter: str, text: str) -> str:
    """Return `<topic>.<letter>-<6 hex digits>`: stable as long as the text's words are."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f"{topic}.{letter}-{blake2b(words.encode(), digest_size=3).hexdigest()}"


def right_key(topic: str, claim: str) -> str:
    """Return the key of what is right instead of a claim: a scheme that credits it never stands beside a stem that prints it."""
    return "right:" + item_id(topic, "m", claim)


def synopsis_key(topic: str) -> str:
    """Return the key of a topic's synopsis: a scheme that credits its sentences never stands beside a cloze on it."""
    return f"synopsis:{topic}"


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return a text's letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"\w+", text.casefold()))
