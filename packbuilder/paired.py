"""Paired: a row of a table as notes have it, two cells with the heads of their columns, as a text that says all four ("Enzyme: Amylase | Substrate: starch").

Readers write it, and whoever asks reads it: what the second head calls for can be asked of what stands in the first column.
"""

from __future__ import annotations

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_BETWEEN = " | "
_HEAD = r"[^\W\d_][^|:=]{0,40}?"
_PAIR = regex(rf"(?:(?P<head>{_HEAD}): )?(?P<cell>[^|]{{1,80}}?) \| (?P<what>{_HEAD}): (?P<given>[^|]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two cells of a row, each with its head; the first may have none."""

    head: str
    cell: str
    what: str
    given: str


def written(pair: Pair) -> str:
    """Return two cells with their heads in one line."""
    first = f"{pair.head.rstrip(': ')}: {pair.cell}" if pair.head else pair.cell
    return f"{first}{_BETWEEN}{pair.what.rstrip(': ')}: {pair.given}".replace("\n", " ")


def pair_in(text: str) -> Pair | None:
    """Return the cells of a row that stands in a line as `written` has it; None for any other text ("P(A | B)")."""
    found = _PAIR.fullmatch(text.strip())
    if not found or any(each.count("(") != each.count(")") for each in found.groupdict("").values()):
        return None
    return Pair(head=found["head"] or "", cell=found["cell"].strip(), what=found["what"].strip(), given=found["given"].strip())


def in_words(text: str) -> str:
    """Return a row as it is printed: "Enzyme: Amylase; Substrate: starch"; any other text as it is."""
    return text.replace(_BETWEEN, "; ") if pair_in(text) else text
