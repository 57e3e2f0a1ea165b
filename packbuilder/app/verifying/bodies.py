"""The bodies of copies: what stands below the strip of each page is what the clean paper of its version and edition has there, page for page.

The clean papers lie in `marking/`, and are proved there like any paper: questions, marks and digests against their schemes. A page of a copy
and the page that it must be are drawn by the same engine and compared as pictures, and by their characters, which finds what is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.runs.jobs import Lock
from packbuilder.app.runs.marking import clean_paper, clean_sheets
from packbuilder.app.strip_sizes import strip_height
from packbuilder.app.verifying.scans import Key, Readable, readable
from packbuilder.app.verifying.tags import heard
from packbuilder.press.leafing import Place
from packbuilder.press.page_code import paper_of
from packbuilder.press.reading import Body, Scanned, scan
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True)
class Bodies:
    """The pages of clean papers, and their languages, by version and edition; `sheets` are the same pages as packets have them, where they
    stand on sheets.
    """

    pages: Mapping[Key, tuple[Body, ...]]
    sheets: Mapping[Key, tuple[Body, ...]]
    languages: Mapping[Key, str]

    def faults(self, key: Key, number: int, body: Body, *, in_packet: bool) -> Iterator[str]:
        """Yield what is wrong with a body that should be page `number`, from 1; of a paper that could not be read nothing is said here."""
        every = {**self.pages, **(self.sheets if in_packet else {})}
        pages = every.get(key)
        if pages is None:
            return
        right = pages[number - 1] if number <= len(pages) else None
        if right is None or body.picture != right.picture:
            places = ((other, at) for other, others in every.items() for at, each in enumerate(others, 1) if each.picture == body.picture)
            known = next(places, None)
            yield f"below its strip it does not look like {_named(key, number)}" + (f", but like {_named(*known)}" if known else "")
        elif body.letters != right.letters:
            yield f"it says something that cannot be seen, which {_named(key, number)} does not"


def _named(key: Key, number: int) -> str:
    return f"page {number} of {_paper(key)}"


def _paper(key: Key) -> str:
    version, edition = key
    return f"version {version}" + (f" in edition {edition}" if edition else "")


def bodies_of(
    folder: Path,
    papers: Mapping[Key, str],
    on_sheets: Mapping[Key, Sequence[Place]],
    read: Mapping[Path, ReadBack],
    locks: Mapping[str, Lock],
) -> tuple[Bodies, tuple[str, ...]]:
    """Read the clean papers of a run; return them with what is wrong: a paper is not there, or is not of its version.

    `papers` are the fingerprints, as codes have them, of the versions and editions that have copies. `on_sheets` are the places of pages, in
    their order, of papers that packets have on sheets. `read` are files of the folder that were read back.
    """
    files, failures = readable((folder / clean_paper(*key) for key in papers), locks)
    found = {file.path: file for file in files}
    faults = list(failures)
    pages: dict[Key, tuple[Body, ...]] = {}
    for key, fingerprint in papers.items():
        path = folder / clean_paper(*key)
        if path not in found:
            faults.append(f"{shown(path)} cannot be read, so that the copies of {_paper(key)} cannot be compared with it")
        elif (back := read.get(path)) is None or not _is_paper(key, fingerprint, back):
            faults.append(f"{shown(path)} is not the paper of {_paper(key)} of this run")
        else:
            pages[key] = tuple(each.body for (each,) in _sides(found[path], 1, key))
    sheets: dict[Key, tuple[Body, ...]] = {}
    for key in on_sheets.keys() & pages.keys():
        path = folder / clean_sheets(*key)
        paper, back = read[folder / clean_paper(*key)], read.get(path)
        if back is None or heard(back.tree) != heard(paper.tree):
            faults.append(f"{shown(path)} does not hold the pages of {_paper(key)}")
            continue
        opened, closed = readable((path,), locks)
        faults += closed
        for file in opened:
            sides = _sides(file, 1 + max(place.column for place in on_sheets[key]), key)
            sheets[key] = tuple(sides[place.side][place.column].body for place in on_sheets[key] if place.side < len(sides))
    return Bodies(pages, sheets, {key: read[folder / clean_paper(*key)].language for key in pages}), tuple(faults)


def _sides(file: Readable, across: int, key: Key) -> tuple[tuple[Scanned, ...], ...]:
    return scan(file.path.read_bytes(), range(file.pages), password=file.password, across=across, height=strip_height(key[1]))


def _is_paper(key: Key, fingerprint: str, read: ReadBack) -> bool:
    """Whether a file is the paper of its version and edition, by its own record, which is compared with its pages elsewhere."""
    record = read.record
    return (record.get("version", ""), record.get("edition", "")) == key and paper_of(record.get("fingerprint", "")) == fingerprint
