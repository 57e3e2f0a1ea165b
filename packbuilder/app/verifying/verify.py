"""Verifying: finished PDFs, read back with code that did not write them, must match and must not leak.

HANDBOOK section 8, points 1, 2 and 7: a paper and its scheme carry one version and fingerprint, on every page; every
question has its entry with the same marks, and the other way round; marks add up; nothing creditworthy stands
anywhere in a candidate's file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from packbuilder.app.runs.jobs import Lock
from packbuilder.app.verifying import alone, beside, company
from packbuilder.app.verifying.copies import copied
from packbuilder.app.verifying.lists import list_findings
from packbuilder.app.verifying.manifest import listing_faults, strangers
from packbuilder.app.verifying.places import lies_in, whole
from packbuilder.app.verifying.readers import reader_files, unlisted
from packbuilder.app.verifying.report import Finding, Report, Verdict, reported, settled, untold
from packbuilder.app.verifying.runs import unfinished, verify_run
from packbuilder.app.verifying.seals import is_sealed, manifest_seals, own_seals, unaccompanied
from packbuilder.app.verifying.seen import Seen, looked_at
from packbuilder.app.verifying.site import verify_site
from packbuilder.errors import PackbuilderError


class NothingToVerifyError(PackbuilderError):
    """No PDF in the places given."""

    def __init__(self, *, places: tuple[Path, ...]) -> None:
        super().__init__(f"there is no PDF of packbuilder's in {', '.join(map(str, places))}")


def verify(places: tuple[Path, ...], *, passwords: Mapping[str, Lock] = MappingProxyType({}), candidates: Path | None = None) -> Report:
    """Check folders (with all below them) and single PDFs; `passwords` open those of print runs, `candidates` is the list that these are reconciled with.

    A manifest, or what else is no PDF beside one, stands for its folder: `folder/*` is `folder`.
    Raises `NothingToVerifyError` where there is nothing.
    """
    seen, unread = looked_at(whole(places), passwords)
    first = (*unread, *(each for found in seen.manifests.values() for each in found.findings), *_runs_and_sites(seen))
    if not (seen.known or seen.runs or seen.sites) and all(each.verdict is not Verdict.WRONG for each in first):
        raise NothingToVerifyError(places=seen.places)
    reconciled = list_findings(seen.runs, candidates) if candidates else ()
    return reported((*first, *reconciled, *(each for check in CHECKS for each in check(seen))))


def _runs_and_sites(seen: Seen) -> Iterator[Finding]:
    for folder in (each for each in seen.runs if each not in seen.shut):
        yield from verify_run(folder, passwords=seen.passwords, read_files=seen.back)
    for folder in seen.sites:
        yield from verify_site(folder)
    yield from settled(unfinished(seen.places, seen.runs, seen.cut, {file.path: file.product for file in seen.known}))


def _company(seen: Seen) -> Iterator[Finding]:
    """What lacks its company, and what is there twice."""
    folders = tuple(seen.manifests)
    yield from company.unrecorded(seen.files, seen.places, folders)
    yield from (untold(copied(path, original)) for path, original in seen.copies.items())
    yield from company.partnerless(seen.single, folders, (*seen.runs, *seen.sites))


def _each_file(seen: Seen) -> Iterator[Finding]:
    """What must hold within each file."""
    known, entries = seen.known, seen.entries
    read = {file.path: file.read for file in known}
    yield from own_seals(read)
    bare = {path: each for path, each in read.items() if not is_sealed(path, entries)}
    yield from unaccompanied(bare, told=lambda path: not lies_in(path, seen.runs))
    for file in known:
        yield from alone.odd(file, in_run=lies_in(file.path, seen.runs))
        if not file.product.startswith("worksheet"):
            yield from alone.consistent(file)


def _manifests(seen: Seen) -> Iterator[Finding]:
    """What manifests say of files, and what lies beside these."""
    known, papers, packs = seen.known, seen.papers, seen.of("revision-pack")
    read = {file.path: file.read for file in known}
    for folder, found in seen.manifests.items():
        yield from manifest_seals(folder, found.files, read, always=found.sealed and not found.of_run)
        yield from settled(listing_faults(folder, found, known))
        if not found.of_run:
            yield from strangers(folder, found, seen.copies)
        yield from reader_files(folder, found, papers, packs)
    yield from unlisted(seen.places, seen.manifests.keys() | set(seen.sites), papers, packs)


CHECKS: tuple[Callable[[Seen], Iterator[Finding]], ...] = (
    _company,
    _each_file,
    beside.papers_and_schemes,
    beside.worksheets_and_answers,
    beside.packs_and_answers,
    beside.pack_editions,
    beside.paper_editions,
    beside.class_sets,
    beside.self_marking,
    _manifests,
    beside.secrets_kept,
)
"""What is checked, in the order in which it is told."""
