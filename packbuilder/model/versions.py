"""Versions of a paper or a worksheet: their codes A to Z, then AA, AB ..., as the columns of a spreadsheet."""

from __future__ import annotations

MOST_VERSIONS = 702
"""As many as have a code of one or two letters, A to ZZ: longer ones would not fit where a code has the room of a few characters."""


def version_code(index: int) -> str:
    """Return the code of the version at `index`, from 0: A to Z, then AA, AB ..."""
    higher, last = divmod(index, 26)
    return (version_code(higher - 1) if higher else "") + chr(ord("A") + last)


def code_order(code: str) -> tuple[int, str]:
    """Return what codes are sorted by, so that B stands before AA; what is no code of ours has its place by length too."""
    return len(code), code
