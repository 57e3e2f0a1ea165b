"""Printing: documents to the bytes of PDFs, one setter for all documents of a layout."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from packbuilder import __version__
from packbuilder.app.aside import at_once
from packbuilder.cache import Entry
from packbuilder.document import Document, Picture
from packbuilder.editions.print_layouts import for_habits, possible
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.values import dataclass, replace
from packbuilder.walks import pictures_of
from packbuilder.wording import catalogue

if TYPE_CHECKING:
    from packbuilder.typeset.fragments import Laid
    from packbuilder.typeset.metadata import Metadata
    from packbuilder.typeset.setter import Setter
    from packbuilder.typeset.writer import Written

CLASS_SET = "class-set"
"""What the record of a file with many copies calls its product."""

_DEFAULT_DATE = 315532800
"""1 January 1980, the date of files without one (as in reproducible archives): same inputs, same bytes."""


class BadDateError(PackbuilderError):
    """SOURCE_DATE_EPOCH is not a number of seconds."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"SOURCE_DATE_EPOCH is {value!r}, which is not a whole number of seconds since 1970")


def source_date() -> int:
    """Return the date for documents in seconds since 1970: SOURCE_DATE_EPOCH, else 1 January 1980."""
    stated = stated_date()
    return _DEFAULT_DATE if stated is None else stated


def stated_date() -> int | None:
    """Return SOURCE_DATE_EPOCH, or None where there is none. Raises `BadDateError`."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    if not value.isdecimal():
        raise BadDateError(value=value)
    return int(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished PDF: its bytes, how many pages and sides of paper it has, and the printed page number of each anchor.

    `rearranged` are the tables that were too wide: the number of the question (empty: none) and `records` or `bands`;
    and formulas that no line holds (`reduced`).
    `spaces` are the ruled answer spaces: the number of the question and the lines. `seal` tells in hashes what the file holds.
    """

    data: bytes
    pages: int
    sides: int
    anchors: Mapping[str, str]
    seal: Mapping[str, str]
    rearranged: tuple[tuple[str, str], ...] = ()
    spaces: tuple[tuple[str, int], ...] = ()


class Wanted(NamedTuple):
    """A document that is to be printed in a layout, as habits are."""

    document: Document
    layout: Layout
    habits: PrintHabits = AS_IT_IS


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
    by element, before anyone gets it. `keep`: a document that was printed before, the same to the letter, is found in the cache; never
    for documents that name candidates. `workers`: many versions may be printed by so many processes; the files are the same.
    `created` is the date of files in seconds since 1970 where it is not to be `source_date`.
    """

    def __init__(
        self, *, archival: bool = False, prove: bool = False, keep: bool = False, workers: int = 1, created: int | None = None
    ) -> None:
        self._setters: dict[str, Setter] = {}
        self._created = source_date() if created is None else created
        self._archival = archival
        self._prove = prove
        self._keep = keep and not prove
        self.workers = workers

    def alone(self) -> Printer:
        """Return a printer of the same manner that works in one process, for one of several at work."""
        printer = Printer(archival=self._archival, prove=self._prove, keep=self._keep)
        printer._setters = self._setters
        return printer

    @property
    def archival(self) -> bool:
        """Whether files are PDF/A-2a besides PDF/UA-1."""
        return self._archival

    @property
    def manner(self) -> str:
        """How files are made, in one text: what two printers must agree in to make the same bytes."""
        return f"archival={self._archival} prove={self._prove} created={self._created}"

    def print(self, document: Document, layout: Layout, habits: PrintHabits = AS_IT_IS) -> Printed:
        """Return the document's PDF, its number of pages, and the page of each anchor, printed as habits are.

        Raises `UnprovedError` where files are proved and this one differs from its document.
        """
        (printed,) = self.print_all([Wanted(document, layout, habits)])
        return printed

    def print_all(self, wanted: Sequence[Wanted], kinds: Sequence[str] = ()) -> list[Printed]:
        """Return the PDFs of a few documents, otherwise as `print`; those that are not in the cache are made at the same time, on all cores.

        `kinds` say which documents have most in common, as `at_once` wants it.
        """
        works = [Wanted(each.document, each.layout, possible(each.layout, each.habits)) for each in wanted]
        entries = [Entry("printed", (each.document, each.layout, each.habits, self.manner)) for each in works if self._keep]
        found: list[Printed | None] = [next(iter(entry.found()), None) for entry in entries]  # type: ignore[misc]  # what was kept there
        found = found or [None] * len(works)
        missing = [at for at, each in enumerate(found) if each is None]

        def made(at: int) -> Printed:
            look, laid = self._laid(works[at].document, works[at].layout, works[at].habits)
            printed = self.print_laid(works[at].document, look, laid, proved=laid)
            if self._keep:
                entries[at].keep(printed)
            return printed

        kinds = [kinds[at] for at in missing] if kinds else ()
        new = iter(at_once([partial(made, at) for at in missing], workers=self.workers, kinds=kinds))
        return [next(new) if each is None else each for each in found]

    def pages_filled(self, document: Document, layout: Layout, habits: PrintHabits = AS_IT_IS) -> int:
        """Return how many pages a document takes, those that only make a sheet whole not counted."""
        _, laid = self._laid(document, layout, possible(layout, habits))
        return sum(bool(page.placements) for page in laid.pages)

    def print_laid(self, document: Document, look: Layout, laid: Laid, *, proved: Laid) -> Printed:
        """Return the PDF of a document that is laid out in a layout already; otherwise as `print`.

        Where files are proved, it is that of `proved`: the same pages without a watermark, which no document says.
        """
        from packbuilder.typeset.writer import write

        written_as = partial(write, metadata=self._metadata(document), pictures=_pictures((document,), (laid,)))
        written = written_as((laid,))
        if self._prove:
            _proved((document,), look, written.data if proved is laid else written_as((proved,)).data)
        return _printed(written, laid)

    def print_once(self, compose: Callable[[], Document], layout: Layout) -> Printed:
        """Print a document that is about thousands of people and wanted nowhere else; otherwise as `print`.

        It is composed here, and gone before its file is written, with all that was remembered of setting it: nothing of it comes again. A file that
        is proved needs it longer.
        """
        from packbuilder.typeset.writer import write

        document = compose()
        look, laid = self._laid(document, layout, possible(layout, AS_IT_IS))
        self._setters.clear()
        if self._prove:
            return self.print_laid(document, look, laid, proved=laid)
        pictures, document = _pictures((document,), (laid,)), replace(document, blocks=())
        return _printed(write((laid,), metadata=self._metadata(document), pictures=pictures), laid)

    def print_set(self, documents: Sequence[Document], layout: Layout, habits: PrintHabits) -> Printed:
        """Return one PDF with as many copies as habits ask for, of the documents in turn (A, B, A, B ...).

        Each copy begins on a fresh sheet; what they share is stored once. Raises `UnprovedError` as `print` does.
        """
        from packbuilder.typeset.imposition import sides_of
        from packbuilder.typeset.writer import write

        first, habits = documents[0], possible(layout, habits)
        look = for_habits(layout, habits)
        laids = [self._laid(document, layout, habits)[1] for document in documents]
        turns = [(number, number % len(documents)) for number in range(habits.class_set)]
        names = [_copy_words(number + 1, documents[at], several=len(documents) > 1) for number, at in turns]
        title = catalogue(first.language).say("print.set", title=_bare_title(documents), n=habits.class_set)
        record = {"product": CLASS_SET, "copies": str(habits.class_set), "of": first.record.get("product", "")}
        record |= {"kind": first.record["kind"]} if "kind" in first.record else {}
        metadata = self._metadata(replace(first, title=title, record=record))
        written = write([laids[at] for _, at in turns], names, metadata=metadata, pictures=_pictures(documents, laids))
        if self._prove:
            _proved([documents[at] for _, at in turns], look, written.data, in_set=True)
        pages, sides = (sum(counts[at] for _, at in turns) for counts in ([len(x.pages) for x in laids], [len(sides_of(x)) for x in laids]))
        return Printed(data=written.data, seal=written.seal, pages=pages, sides=sides, anchors={})

    def _laid(self, document: Document, layout: Layout, habits: PrintHabits) -> tuple[Layout, Laid]:
        """Return the layout that habits ask for, and the document in it, its pages on their sheets."""
        from packbuilder.typeset.engine import lay_out
        from packbuilder.typeset.imposition import imposed
        from packbuilder.typeset.setter import Setter

        look = for_habits(layout, habits)
        setter = self._setters.get(look.name)
        if setter is None or setter.layout != look:
            setter = self._setters[look.name] = Setter(look)
        return look, imposed(lay_out(document, setter), habits)

    def _metadata(self, document: Document) -> Metadata:
        from packbuilder.typeset.metadata import Metadata

        return Metadata(
            title=document.title,
            language=document.language,
            subject=document.subject,
            record=document.record,
            created=self._created,
            producer=f"packbuilder {__version__}",
            archival=self._archival,
        )


def _printed(written: Written, laid: Laid) -> Printed:
    from packbuilder.typeset.engine import anchor_pages, notable
    from packbuilder.typeset.imposition import sides_of

    told = notable(laid)
    return Printed(
        data=written.data,
        seal=written.seal,
        pages=len(laid.pages),
        sides=len(sides_of(laid)),
        anchors=anchor_pages(laid),
        rearranged=told.rearranged,
        spaces=told.spaces,
    )


def _copy_words(number: int, document: Document, *, several: bool) -> str:
    """Return what the bookmark of a copy says."""
    wording = catalogue(document.language)
    if several:
        return wording.say("print.copy_version", n=number, version=document.facts.get("version", ""))
    return wording.say("print.copy", n=number)


def _bare_title(documents: Sequence[Document]) -> str:
    """Return the title of a set: that of its only document, or what its versions have in common."""
    first = documents[0]
    parts = (first.facts.get("title", ""), first.facts.get("product", ""))
    return first.title if len(documents) == 1 or not all(parts) else " – ".join(parts)


def _proved(documents: Sequence[Document], layout: Layout, data: bytes, *, in_set: bool = False) -> None:
    from packbuilder.proof import faults, set_faults
    from packbuilder.typeset.reading.readback import read_back

    read = read_back(data)
    found = set_faults(documents, layout, read) if in_set else faults(documents[0], layout, read)
    if found:
        raise UnprovedError(title=documents[0].title, faults=found)


def _pictures(documents: Sequence[Document], laids: Sequence[Laid]) -> Mapping[str, Picture]:
    """Return the pictures of documents as `named_pictures` does. Most have none, which shows as soon as they are laid out."""
    return named_pictures(documents) if any(fragment.pictures for laid in laids for fragment in laid.fragments) else {}


def named_pictures(documents: Sequence[Document]) -> Mapping[str, Picture]:
    """Return the pictures of documents by their names in a PDF's resources."""
    from packbuilder.typeset.pictures import picture_name

    return {picture_name(picture): picture for document in documents for picture in pictures_of(document.blocks)}
