"""Comparing files with the seals that were taken of them when they were made: what was changed since, in words.

The manifest has the seal of every file; a PDF says its own too, so that one that comes alone can be held against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying.changed_places import changed_aspect
from packbuilder.app.verifying.report import Finding, right, settled, wrong
from packbuilder.press.copies import COPY
from packbuilder.press.packet import PACKET
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.typeset.seals import ASPECTS, is_current

_SEALED = "tags, words, order, links, fonts and pages"
_UNTOLD = (
    "not told so: whether it belongs to its scheme and editions, and whether somebody changed it and sealed it anew. "
    "For that verify its whole folder, with the manifest"
)
GONE = "the manifest's seal of it is missing or cannot be read: whoever took it out may have changed the file"
_OWN_GONE = "the seal that packbuilder writes into it is gone, or is none: whoever gets it alone cannot tell whether it was changed"
_OF_RUNS = (COPY, PACKET)


def seal_differences(sealed: object, read: ReadBack) -> Iterator[str]:
    """Yield how a file differs from its seal in a manifest, one sentence an aspect; a manifest without one says nothing of it."""
    if not isinstance(sealed, Mapping):
        return
    if not is_current(sealed):
        yield "its seal in the manifest is not of this version of packbuilder, so that they cannot be compared: build it anew"
        return
    for aspect in ASPECTS:
        if str(sealed.get(aspect, "")) != read.seal.get(aspect):
            yield f"changed since it was made: {changed_aspect(aspect, sealed, read)}"


def own_seals(files: Mapping[Path, ReadBack]) -> Iterator[Finding]:
    """Yield where a PDF does not hold what the seal in it says, if it has one."""
    for path, read in files.items():
        if read.own_seal:
            yield from (wrong(f"{shown(path)}: {difference}") for difference in seal_differences(read.own_seal, read))


def unaccompanied(files: Mapping[Path, ReadBack], *, told: Callable[[Path], bool] = lambda _: True) -> Iterator[Finding]:
    """Yield what PDFs of which no manifest has a seal were held against, and what cannot be told so; where all is well only if `told`."""
    for path, read in files.items():
        name = shown(path)
        if not read.own_seal and read.record.get("product") not in _OF_RUNS:
            yield wrong(
                f"{name}: has no seal, so that nobody can tell from it alone whether it was changed: "
                "the seal was taken out, or an earlier packbuilder made it. Verify its whole folder, with the manifest"
            )
        elif not told(path):
            continue
        elif not read.own_seal:
            yield right(
                f"{name}: has no seal, since it is of a print run; whether it was changed can be told only in the run's whole folder"
            )
        elif not any(seal_differences(read.own_seal, read)):
            yield right(f"{name}: {_SEALED} are as they were made. It was held against the seal in the file itself only; {_UNTOLD}")


def manifest_seals(
    folder: Path, named: Mapping[str, Mapping[str, object]], files: Mapping[Path, ReadBack], *, always: bool
) -> Iterator[Finding]:
    """Yield where a file does not hold what the manifest's seal says that it holds: the hash of its bytes tells only that it differs.

    `named` is what the manifest says of each file, `files` are the PDFs that were read back. `always`: the manifest is of a format that has a seal of each.
    """
    own = {path: read for path, read in files.items() if path.parent == folder and path.name in named}
    seals = {path: named[path.name]["seal"] for path in own if is_sealed(path, {folder: named})}
    if always:
        yield from (wrong(f"{shown(path)}: {GONE}") for path in own if path not in seals)
    found = [f"{shown(path)}: {difference}" for path, seal in seals.items() for difference in seal_differences(seal, own[path])]
    found += [f"{shown(path)}: {_OWN_GONE}" for path, seal in seals.items() if not own[path].own_seal and is_current(seal)]
    all_well = f"{shown(folder)}: {_SEALED} of {len(seals)} PDFs are as they were made"
    yield from settled(found, otherwise=all_well if seals else "")


def is_sealed(path: Path, manifests: Mapping[Path, Mapping[str, Mapping[str, object]]]) -> bool:
    """Whether the manifest beside a file has its seal."""
    return isinstance(manifests.get(path.parent, {}).get(path.name, {}).get("seal"), Mapping)
