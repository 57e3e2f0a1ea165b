"""Printing: documents to the bytes of PDFs, one setter for all documents of a layout."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from packbuilder import __version__
from packbuilder.document import Block, Columns, Document, Figure, Group, NumberedQuestion, Picture
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout

_DEFAULT_DATE = 315532800
"""1 January 1980, the date of files without one (as in reproducible archives): same inputs, same bytes."""


class BadDateError(PackbuilderError):
    """SOURCE_DATE_EPOCH is not a number of seconds."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"SOURCE_DATE_EPOCH is {value!r}, which is not a whole number of seconds since 1970")


def source_date() -> int:
    """Return the date for documents in seconds since 1970: SOURCE_DATE_EPOCH, else 1 January 1980."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return _DEFAULT_DATE
    if not value.isdecimal():
        raise BadDateError(value=value)
    return int(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished PDF: its bytes, how many pages it has, and the printed page number of each anchor.

    `rearranged` are the tables that were too wide: the number of the question (empty: none) and `records` or `bands`;
    and formulas that no line holds (`reduced`).
    `spaces` are the ruled answer spaces: the number of the question and the lines.
    """

    data: bytes
    pages: int
    anchors: Mapping[str, str]
    rearranged: tuple[tuple[str, str], ...] = ()
    spaces: tuple[tuple[str, int], ...] = ()


class UnprovedError(PackbuilderError):
    """A finished file that does not say what its document says: a mistake of packbuilder's own."""

    def __init__(self, *, title: str, faults: tuple[str, ...]) -> None:
        super().__init__(
            f"the file of {title!r} is not what was to be printed, so that it was not written: {faults[0]}",
            hints=(f"There are {len(faults)} differences.", "Please report this, with the sources if you can."),
        )
        self.faults = faults


class Printer:
    """Prints documents. Keeps a setter for each layout, so that documents share what they have in common.

    `archival`: files are PDF/A-2a besides PDF/UA-1. `prove`: every file is read back and compared with its document, element
    by element, before anyone gets it.
    """

    def __init__(self, *, archival: bool = False, prove: bool = False) -> None:
        # Imported here: reportlab is needed only when something is typeset.
        from packbuilder.typeset.setter import Setter

        self._setters: dict[str, Setter] = {}
        self._make = Setter
        self._created = source_date()
        self._archival = archival
        self._prove = prove

    def print(self, document: Document, layout: Layout) -> Printed:
        """Return the document's PDF, its number of pages, and the page of each anchor.

        Raises `UnprovedError` where files are proved and this one differs from its document.
        """
        from packbuilder.typeset.engine import anchor_pages, answer_spaces, lay_out, rearranged_tables
        from packbuilder.typeset.metadata import Metadata
        from packbuilder.typeset.pictures import picture_name
        from packbuilder.typeset.writer import write_pdf

        setter = self._setters.get(layout.name)
        if setter is None or setter.layout != layout:
            setter = self._setters[layout.name] = self._make(layout)
        laid = lay_out(document, setter)
        metadata = Metadata(
            title=document.title,
            language=document.language,
            subject=document.subject,
            record=document.record,
            created=self._created,
            producer=f"packbuilder {__version__}",
            archival=self._archival,
        )
        pictures = {picture_name(picture): picture for picture in pictures_of(document.blocks)}
        data = write_pdf(laid, metadata=metadata, pictures=pictures)
        if self._prove:
            _proved(document, layout, data)
        return Printed(
            data=data,
            pages=len(laid.pages),
            anchors=anchor_pages(laid),
            rearranged=rearranged_tables(laid),
            spaces=answer_spaces(laid),
        )


def _proved(document: Document, layout: Layout, data: bytes) -> None:
    from packbuilder.proof import faults
    from packbuilder.typeset.readback import read_back

    found = faults(document, layout, read_back(data))
    if found:
        raise UnprovedError(title=document.title, faults=found)


def pictures_of(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    """Yield the pictures anywhere in a tree of blocks."""
    for block in blocks:
        match block:
            case Figure():
                yield block.picture
            case Group():
                yield from pictures_of(block.blocks)
            case Columns():
                yield from pictures_of((*block.head, *block.blocks))
            case NumberedQuestion():
                yield from pictures_of(block.stem)
                yield from pictures_of(block.space)
            case _:
                continue
