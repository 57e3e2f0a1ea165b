"""What the files with copies say beside their pages: each is in the language of its papers, named and recorded as what it is, and says nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.runs.jobs import PACKETS
from packbuilder.app.verifying.scans import Key, Readable, on_all_cores
from packbuilder.press.details import Details, details
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.values import dataclass

_MANY = 1000
"""Pages that are worth processes of their own."""

_OF_COPY = frozenset(("product", "run", "copy", "candidate", "embargo"))
"""What the record of a copy says otherwise than that of its clean paper."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A copy in a file: its version and edition, and whose it is."""

    key: Key
    whose: str


def said_beside(files: Sequence[Readable]) -> Mapping[Path, Details]:
    """Return what files with copies say beside their pages."""
    read = on_all_cores(_read, files, worth=sum(file.pages for file in files) > _MANY)
    return {file.path: each for file, each in zip(files, read, strict=True)}


def _read(file: Readable) -> Details:
    return details(file.path.read_bytes(), password=file.password, packet=file.path.parent.name == PACKETS)


def detail_faults(
    files: Sequence[tuple[Readable, Sequence[Owner]]], said: Mapping[Path, Details], papers: Mapping[Key, ReadBack], run: str
) -> Iterator[str]:
    """Yield what files say that is not theirs, one sentence each; `files` have the copies in each, `papers` are the clean ones."""
    for file, owners in files:
        known, each = [papers[owner.key] for owner in owners if owner.key in papers], said[file.path]
        if each.record and known:
            own = _packet(file, each, owners) if file.path.parent.name == PACKETS else _single(each, owners[0], known[0])
            yield from (f"{shown(file.path)}: {fault}" for fault in (*each.faults, *_common(each, known[0], run), *own))


def _common(said: Details, paper: ReadBack, run: str) -> Iterator[str]:
    if said.language != paper.language:
        yield f"its language, Lang, is {said.language or 'none'}; its papers' {paper.language}"
    if said.record.get("run") != run:
        yield f"its information says that it is of run {said.record.get('run', 'none')}, and it is of {run}"


def _packet(file: Readable, said: Details, owners: Sequence[Owner]) -> Iterator[str]:
    if said.bookmarks != len(owners):
        yield f"it has {said.bookmarks or 'no'} bookmarks, Outlines, though it has {len(owners)} copies"
    if not said.labelled:
        yield "its pages have no labels, PageLabels, that say whose they are"
    if said.prints != "1":
        yield f"it asks printers for {said.prints or 'no number of'} copies of itself, NumCopies, instead of one"
    for key, right in (("packet", file.path.stem), ("copies", str(len(owners)))):
        if said.record.get(key) != right:
            yield f"its information has the {key} {said.record.get(key, 'none')} instead of {right}"


def _single(said: Details, owner: Owner, paper: ReadBack) -> Iterator[str]:
    title = f"{paper.info.get('Title', '')} – {owner.whose}"
    if said.title != title:
        yield f"its title, Title, is “{said.title}” instead of “{title}”"
    if said.prints:
        yield f"it asks printers for {said.prints} copies of itself, NumCopies"
    if said.bookmarks != _count(paper):
        yield f"it has {said.bookmarks or 'no'} bookmarks, Outlines; the clean paper of its version {_count(paper) or 'none'}"
    if said.labels != paper.labels:
        yield "its pages have other labels, PageLabels, than the clean paper of its version"
    own, right = ({key: value for key, value in record.items() if key not in _OF_COPY} for record in (said.record, paper.record))
    for key in sorted(own.keys() | right.keys()):
        if own.get(key) != right.get(key):
            yield f"its information has the {key} {own.get(key, 'none')} instead of {right.get(key, 'none')}"


def _count(paper: ReadBack) -> int:
    return sum(mark.level == 1 for mark in paper.outline)
