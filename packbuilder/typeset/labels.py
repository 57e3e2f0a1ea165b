"""Page labels: what a viewer calls a page of the file, where that is not its number (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.typeset.objects import string

AND = ", "
"""Between the numbers of the pages that share a side."""

OF_COPY = ": "
"""Between the number of a copy and the label that the side has in every copy."""


def side_labels(copies: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return what a viewer calls each page of the file, from the labels of each copy's sides: numbers where they have none."""
    several = len(copies) > 1
    labels = [f"{copy}{OF_COPY}{label}" if several else label for copy, sides in enumerate(copies, 1) for label in sides]
    return tuple(labels) if any(labels) else tuple(str(number) for number in range(1, len(labels) + 1))


def page_labels(labels: Sequence[str]) -> bytes:
    """Return the catalog's entry for the labels of all pages; nothing where they are the numbers that viewers give anyway."""
    if list(labels) == [str(number) for number in range(1, len(labels) + 1)]:
        return b""
    entries = b"".join([b"%d<</P%s>>" % (at, string(label)) for at, label in enumerate(labels)])
    return b"/PageLabels<</Nums[%s]>>" % entries


def labelled_pages(label: str) -> tuple[str, ...]:
    """Return the printed numbers of the pages on a side, row by row from the top left: the inverse of what a side is labelled."""
    return tuple(label.rpartition(OF_COPY)[2].split(AND))
