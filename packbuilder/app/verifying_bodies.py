"""The bodies of copies: what stands below the strip of each page is what the clean paper of its version and edition has there, page for page.

The clean papers lie in `marking/`, and are proved there like any paper: questions, marks and digests against their schemes. A page of a copy
and the page that it must be are drawn by the same engine and compared as pictures, and by their characters, which finds what is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from packbuilder.app.print_jobs import Lock
from packbuilder.app.print_run import clean_paper
from packbuilder.app.reading import shown
from packbuilder.app.verifying_scans import opened
from packbuilder.press.page_code import paper_of
from packbuilder.press.reading import Body, bodies
from packbuilder.typeset.readback import ReadBack

Key = tuple[str, str]
"""A version and an edition, the standard paper's empty."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The pages of clean papers, and their languages, by version and edition."""

    pages: Mapping[Key, tuple[Body, ...]]
    languages: Mapping[Key, str]

    def faults(self, key: Key, number: int, body: Body) -> Iterator[str]:
        """Yield what is wrong with a body that should be page `number`, from 1; of a paper that could not be read nothing is said here."""
        pages = self.pages.get(key)
        if pages is None:
            return
        right = pages[number - 1] if number <= len(pages) else None
        if right is None or body.picture != right.picture:
            other = next((_named(*place) for place, each in self._every() if each.picture == body.picture), "")
            yield f"below its strip it does not look like {_named(key, number)}" + (f", but like {other}" if other else "")
        elif body.letters != right.letters:
            yield f"it says something that cannot be seen, which {_named(key, number)} does not"

    def _every(self) -> Iterator[tuple[tuple[Key, int], Body]]:
        for key, pages in self.pages.items():
            yield from (((key, number), body) for number, body in enumerate(pages, 1))


def _named(key: Key, number: int) -> str:
    version, edition = key
    return f"page {number} of version {version}" + (f" in edition {edition}" if edition else "")


def bodies_of(
    folder: Path, papers: Mapping[Key, str], read: Mapping[Path, ReadBack], locks: Mapping[str, Lock], failures: list[str]
) -> Bodies:
    """Read the clean papers of a run. `papers` are the fingerprints, as codes have them, of the versions and editions that have copies.

    `read` are files of the folder that were read back. A paper that is not there, or not of its version, is a failure.
    """
    paths = {key: folder / clean_paper(*key) for key in papers}
    found = {file.path: file for file in opened(paths.values(), locks, failures)}
    pages: dict[Key, tuple[Body, ...]] = {}
    for key, path in paths.items():
        file = found.get(path)
        if file is None:
            failures.append(f"{shown(path)} cannot be read, so that the copies of version {key[0]} cannot be compared with it")
            continue
        if faults := tuple(_mistaken(key, papers[key], read.get(path))):
            failures.extend(f"{shown(path)}: {fault}" for fault in faults)
            continue
        pages[key] = bodies(path.read_bytes(), password=file.password)
    return Bodies(pages, {key: read[paths[key]].language for key in pages})


def _mistaken(key: Key, paper: str, read: ReadBack | None) -> Iterable[str]:
    """Yield why a file is not the clean paper of its version and edition."""
    if read is None:
        yield "it was not read back"
        return
    record = read.record
    if (record.get("version", ""), record.get("edition", "")) != key or paper_of(record.get("fingerprint", "")) != paper:
        yield f"it is not the paper of version {key[0]}" + (f" in edition {key[1]}" if key[1] else "") + " of this run"
