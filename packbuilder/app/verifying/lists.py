"""Reconciling a centre's list with a print run: every candidate of the list has the copy that the list asks for, and nobody else has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import read_bytes, shown
from packbuilder.app.runs.again import MALFORMED, planned_again
from packbuilder.app.runs.differences import candidate_differences
from packbuilder.app.runs.manifest import read_manifest
from packbuilder.app.runs.plan import list_of
from packbuilder.app.verifying.report import Finding, settled, wrong
from packbuilder.diagnostics import Severity, at_most, by_place, counted
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import PrintRun
from packbuilder.values import replace


def list_findings(runs: tuple[Path, ...], candidates: Path) -> Iterator[Finding]:
    """Yield whether a list says what each run was printed from: names, centres, rooms, seats, editions, extra time and what else stands on sheets."""
    if not runs:
        yield wrong(f"there is no print run here that {shown(candidates)} could be compared with")
    data = read_bytes(candidates)
    for folder in runs:
        yield from _reconciled(folder, read_manifest(folder), data, shown(candidates))


def _reconciled(folder: Path, manifest: Mapping[str, Any], data: bytes, path: str) -> Iterator[Finding]:
    try:
        run = planned_again(manifest).run
    except MALFORMED:
        yield wrong(f"{shown(folder / MANIFEST)} does not say for whom the run was printed, so that {path} cannot be compared with it")
        return
    copied = tuple(_as_copied(run))
    # What --edition said is not in the manifest: of the editions that there are, the one with which most agrees is taken.
    read = [_listed(data, path, run, edition) for edition in sorted({each.edition for each in copied} | {""})]
    if faults := next((faults for _, faults in read if faults), ()):
        yield from settled(faults)
        return
    told = min((tuple(candidate_differences(copied, _dealt(listed, copied))) for listed, _ in read), key=len)
    yield from settled(
        (f"{path} is not the list that {shown(folder)} was printed from: {each}" for each in at_most(told, "candidates")),
        otherwise=f"{shown(folder)}: {counted(len(copied), 'candidate')} as in {path}, none missing and none more",
    )


def _listed(data: bytes, path: str, run: PrintRun, edition: str) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Return the candidates of a list as the run read it, and what makes it unreadable."""
    listed, found = list_of(data, path, versions=run.all_versions, edition=edition, centre=run.centre)
    errors = [each for each in by_place(found) if each.severity is Severity.ERROR]
    return listed, at_most([f"{each.span}: {each.message}" for each in errors], "mistakes", path)


def _as_copied(run: PrintRun) -> Iterator[Candidate]:
    """Yield each candidate with the edition and the version of the copy."""
    for copy in run.copies:
        if copy.candidate:
            yield replace(copy.candidate, edition=copy.edition, version=copy.version)


def _dealt(listed: tuple[Candidate, ...], copied: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Yield candidates with the version that the run has dealt them where the list fixes none."""
    versions = {each.number: each.version for each in copied}
    return (each if each.version else replace(each, version=versions.get(each.number, "")) for each in listed)
