"""An element that must be found in a file."""

from __future__ import annotations

from packbuilder.document import Table
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A structure element as it must be read back.

    `text` is that of the element and all in it, in reading order, for elements that hold text; None for those that only
    hold others; `gaps` are the words before each gap in it. `alts` are the alternative texts that are right, mostly one; empty: none. `anchor` is the place that the
    element is; `target` the place or address that it leads to. `labels` are the words that a drawing holds, in no order. `stressed` are the
    letters of the emphasised words that must be larger than those around them, where all are bold; None where size tells nothing. `table` is what it is made of, should it have been too wide for its column.
    """

    role: str
    name: str = ""
    text: str | None = None
    gaps: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()
    actual: str = ""
    language: str = ""
    scope: str = ""
    columns: int = 1
    numbering: str = ""
    anchor: str = ""
    target: str = ""
    children: tuple[Expected, ...] = ()
    picture: str = ""
    table: Table | None = None
    labels: tuple[str, ...] | None = None
    stressed: str | None = None
