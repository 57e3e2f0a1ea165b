"""Names of pages: harmless on every disk and server, each its own, and short enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

_LONGEST = 100
"""Signs of a name: disks take 255 bytes, with the ending and what is put before it while it is written."""


def slug(text: str) -> str:
    """Return a text as the name of a page: small letters, figures and hyphens; others are told by their code. Long ones end in a hash."""
    small = re.sub(r"[\s_]+", "-", text.strip().casefold())
    name = re.sub(r"[^a-z0-9-]", lambda sign: f"{ord(sign[0]):x}", small) or "-"
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 9]}-{sha256(text.encode()).hexdigest()[:8]}"


def slugs(texts: Iterable[str]) -> Mapping[str, str]:
    """Return a name for each text that no other has: `A/B` and `a2FB` would share one. The first of those that would keeps it."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for text in texts:
        if text not in found:
            name = slug(text)
            found[text] = name if name not in taken else f"{name}-{sha256(text.encode()).hexdigest()[:8]}"
            taken.add(found[text])
    return found
