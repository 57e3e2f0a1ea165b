"""Which of a pack's files students may have, and how they stand on the site's shelves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from packbuilder.app.worksheets import kind_of_file
from packbuilder.model.project import PackSpec
from packbuilder.model.release import AT_ONCE, NEVER, reached
from packbuilder.model.versions import code_order
from packbuilder.site.values import ANSWERS, PRODUCTS
from packbuilder.values import dataclass

_FORMATS = ("pdf", "html", "docx", "txt", "brf", "apkg")
"""The order of the formats of one edition: what most can use first."""

_PAPERS = "practice_paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A file of a pack, as its manifest has it; `kind` is that of a worksheet."""

    name: str
    product: str
    version: str
    edition: str
    kind: str
    pages: int
    bytes: int
    sha256: str

    @property
    def shelf(self) -> tuple[str, str, str]:
        """What it shares with its other editions."""
        return (self.product, self.kind, self.version)

    @property
    def format(self) -> str:
        """The ending of its name."""
        return self.name.rpartition(".")[2]


def pack_files(manifest: Mapping[str, object]) -> tuple[PackFile, ...]:
    """Return the files that a manifest names, shelf by shelf, the standard edition first."""
    entries = cast("Mapping[str, Any]", manifest["files"])  # a fresh manifest is whole: `freshness.fresh_manifest`
    files = [
        PackFile(
            name=name,
            product=entry["product"],
            version=entry["version"],
            edition=entry["edition"],
            kind=kind_of_file(name),
            pages=entry["pages"],
            bytes=entry["bytes"],
            sha256=entry["sha256"],
        )
        for name, entry in entries.items()
    ]
    order = {product: place for place, product in enumerate(PRODUCTS)}
    known = (file for file in files if file.product in order)
    return tuple(
        sorted(
            known,
            key=lambda file: (
                order[file.product],
                file.kind,
                code_order(file.version),
                file.edition,
                _FORMATS.index(file.format),
                file.name,
            ),
        )
    )


def published(pack: PackSpec, files: tuple[PackFile, ...], today: str) -> Iterator[PackFile]:
    """Yield the files that students may have on a day. Class sets, and what is for the centre, are no downloads and were never among them."""
    days = {"practice_paper": pack.release.papers, **dict.fromkeys(ANSWERS, pack.release.schemes)}
    yield from (file for file in files if reached(days.get(file.product, AT_ONCE), today))


def awaited(pack: PackSpec, files: tuple[PackFile, ...], today: str) -> tuple[str, str]:
    """Return the days from which papers and answers will be there, where they are not there yet; empty where nothing is to be told."""
    products = {file.product for file in files}
    papers = pack.release.papers if _PAPERS in products else AT_ONCE
    answers = pack.release.schemes if products & ANSWERS else AT_ONCE
    return _told(papers, today), _told(answers, today)


def _told(day: str, today: str) -> str:
    return "" if day == NEVER or reached(day, today) else day
