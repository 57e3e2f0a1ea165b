"""What stands in a cell where there is nothing, not yet anything, or nobody: each word once, and which field takes it for what."""

from __future__ import annotations

from typing import Literal, TypeAlias

Blank: TypeAlias = Literal["nothing", "later", ""]
"""What a cell is instead of an entry: nothing at all; something that is decided later; empty for an entry."""

DASHES = frozenset("-–—")
PROGRAMS = frozenset(("null", "nan", "(null)", "(none)", "(blank)", "undefined"))
"""What programs write for an empty cell."""
_SIGNS = DASHES | {"n/a", "n.a.", "(null)", "(none)", "(blank)"}
"""What nobody is called: Null, Nan and None are names."""
NOTHING = _SIGNS | PROGRAMS | {"none", "nil"}
LATER = frozenset(
    (
        "tbc",
        "tba",
        "tbd",
        "t.b.c.",
        "t.b.a.",
        "?",
        "??",
        "to be confirmed",
        "to be decided",
        "to be advised",
        "to follow",
        "missing",
        "unknown",
        "not known",
        "pending",
        "not allocated",
    )
)
"""What people write for what is not known yet."""

_FOR_ANYBODY = frozenset(
    (
        "candidate",
        "candidate name",
        "student",
        "pupil",
        "test candidate",
        "dummy candidate",
        "test student",
        "a n other",
        "a. n. other",
        "a.n. other",
        "an other",
        "x",
        "xx",
        "xxx",
        "ymgeisydd",
    )
)
"""What stands for a name that anybody may have."""
NO_NAME = _SIGNS | LATER | _FOR_ANYBODY | {"null", "tbc tbc", "tba tba"}
"""What is no candidate's name, if that is all of it."""
NO_NUMBER = NOTHING | LATER | frozenset("private no yes true false absent withdrawn external internal transfer new late blank".split())
"""What stands under a number where there is none."""
NO_PART = NOTHING - DASHES - {"nan", "nil", "null"} | LATER | {".", "..", "...", "…", "_"}
"""Words of a name that stand for one that is missing; Jennifer Null and Nan Lee are called so."""

_PARTS = frozenset(("first", "last"))
_STOPS = frozenset((".", "..", "...", "…", "_"))
"""What is typed into a cell of half a name that must not be empty."""
_DECIDED_LATER = frozenset(("room", "seat", "row", "column"))


def blank_kind(plain: str, field: str, *, optional: bool) -> Blank:
    """Return what a cell is instead of an entry; `plain` is its text without spaces around it, in small letters. Of what is not `optional` only a dash is nothing."""
    if not plain or (len(plain) > 1 and DASHES.issuperset(plain)):
        return "nothing"
    if plain in (NOTHING if optional else _SIGNS | _STOPS if field in _PARTS else DASHES):
        return "nothing"
    return "later" if field in _DECIDED_LATER and plain in LATER else ""
