"""Comparing files with the seals that were taken of them when they were made: what was changed since, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.typeset.readback import ReadBack
from packbuilder.typeset.seals import ASPECTS


def seal_differences(sealed: object, read: ReadBack) -> Iterator[str]:
    """Yield how a file differs from its seal in a manifest, one sentence an aspect; a manifest without one says nothing of it."""
    if not isinstance(sealed, Mapping):
        return
    for aspect, words in ASPECTS.items():
        if str(sealed.get(aspect, "")) != read.seal.get(aspect):
            yield f"changed since it was made: {words}"
