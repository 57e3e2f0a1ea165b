"""Languages by their tags (BCP 47): which language a tag names, and whether there is such a language.

A screen reader chooses its voice, and braille its table, by what stands in a file: a tag that nobody knows is read with
whatever voice is on.
"""

from __future__ import annotations

from packbuilder.patterns import regex

ENGLISH = "en"
"""The language whose grammar is the program's own (`derive.marking_points`), and in which it says what is not translated."""

_WELL_FORMED = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

_USUAL = frozenset("en en-GB en-US cy cy-GB fr de es pl el".split())
"""Tags that need no look into the registry, which takes 0.1 s to load."""


def primary(language: str) -> str:
    """Return the part of a BCP 47 tag that names a language: `fr` of `fr-CA`."""
    return language.partition("-")[0].casefold()


def foreign(language: str, document: str) -> str:
    """Return a language to be told of words that are in it, where the document is in another; empty where both are one."""
    return "" if primary(language) == primary(document) else language


def is_language(tag: str) -> bool:
    """Whether a tag is well formed and each of its parts stands in IANA's registry of language subtags."""
    if tag in _USUAL:
        return True
    if not _WELL_FORMED.fullmatch(tag):
        return False
    from langcodes import tag_is_valid

    return tag_is_valid(tag)
