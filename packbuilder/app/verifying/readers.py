"""Files of the reader edition: each holds what the manifest's seal of it says, and asks what the standard paper, or says what the standard pack, does.

What no seal tells is not said to be right: of a file without one only questions, marks and words are compared, not what is hidden or what scripts do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reader_container import container_faults
from packbuilder.app.reader_seals import is_reader_seal, reader_seal_differences
from packbuilder.app.reading import is_regular, read_any, shown
from packbuilder.app.verifying.editions import reader_differences
from packbuilder.app.verifying.files import File
from packbuilder.app.verifying.manifest import Listing
from packbuilder.app.verifying.packs import reader_content_differences
from packbuilder.app.verifying.report import Finding, right, settled, untold, wrong
from packbuilder.app.verifying.seals import GONE
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_SEALED = "words, structure, attributes, languages and pictures"
_NAME = regex(r"(?:paper-([A-Z]{1,2})|revision-pack(?:-answers)?)-reader\.(?:html|docx|txt|brf)")
_UNSEALED = f"no {MANIFEST} has a seal of it"
_ONLY = "the cover, what is hidden, what scripts do and what fields say was not looked at"


def reader_files(folder: Path, found: Listing, papers: Sequence[File], packs: Sequence[File]) -> Iterator[Finding]:
    """Check the files of the reader edition that a manifest names."""
    listed = {folder / name: about for name, about in found.files.items() if about.get("edition") == "reader" and (folder / name).is_file()}
    seals = {path: about["seal"] for path, about in listed.items() if is_reader_seal(about.get("seal"))}
    for path, about in listed.items():
        if path not in seals and ("seal" in about or found.sealed):
            yield wrong(f"{shown(path)}: {GONE}")
    all_well = f"{shown(folder)}: {_SEALED} of {len(seals)} files of the reader edition are as they were made"
    yield from settled(_changed(seals), otherwise=all_well if seals else "")
    for path, about in listed.items():
        version = str(about.get("version", ""))
        beside = _Beside.of(path, version if about.get("product") == "practice_paper" else None, papers, packs)
        yield from _compared(beside, is_sealed=path in seals)


def _changed(seals: Mapping[Path, object]) -> Iterator[str]:
    """Yield how files differ from their seals in the manifest."""
    for path, seal in seals.items():
        if isinstance(seal, Mapping):
            yield from (f"{shown(path)}: {difference}" for difference in reader_seal_differences(seal, path.name, read_any(path)))


def unlisted(places: Sequence[Path], listed: Set[Path], papers: Sequence[File], packs: Sequence[File]) -> Iterator[Finding]:
    """Check files of the reader edition, known by their names, where no manifest tells of them; `listed` are folders that have one."""
    for path in _by_name(places):
        if path.parent not in listed:
            match = _NAME.fullmatch(path.name)
            yield from _compared(_Beside.of(path, match[1] if match else None, papers, packs), is_sealed=False)


def _by_name(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        for path in sorted(place.rglob("*-reader.*")) if place.is_dir() else ():
            if _NAME.fullmatch(path.name) and path.is_file() and is_regular(path):
                yield path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """A file of the reader edition and the standard PDF beside it, None where there is none; `of_paper`: it is of a paper, and not of a pack."""

    path: Path
    of_paper: bool
    standard: File | None

    @classmethod
    def of(cls, path: Path, version: str | None, papers: Sequence[File], packs: Sequence[File]) -> _Beside:
        """Find what is beside a file: a paper of a version, or (None) the pack."""
        own = papers if version is not None else [pack for pack in packs if path.name.startswith("revision-pack-reader")]
        near = (file for file in own if file.path.parent == path.parent and version in (None, file.version) and not file.edition)
        return cls(path=path, of_paper=version is not None, standard=next(near, None))


def _compared(file: _Beside, *, is_sealed: bool) -> Iterator[Finding]:
    """Compare a file with the standard PDF beside it."""
    name, data = shown(file.path), read_any(file.path)
    compare = reader_differences if file.of_paper else reader_content_differences
    # Braille cannot be read back: nothing can be compared with it.
    found = compare(file.standard.read, file.path.name, data) if file.standard else None
    yield from settled(f"{name}: {difference}" for difference in found or ())
    if file.path.suffix == ".docx":
        yield from settled(f"{name}: {fault}" for fault in container_faults(data))
    if file.standard is None or found is None:
        if not is_sealed:
            yield untold(f"{name}: {_UNSEALED}, and nothing beside it can be compared with it: nobody can tell whether it was changed")
    elif not found:
        standard = shown(file.standard.path)
        what = "questions, marks and words" if file.of_paper else "words"
        compared = f"{name}: {_UNSEALED}, so that it was compared with {standard} by its {what} only: {_ONLY}"
        yield right(f"{name}: has {_equal(file, standard)}") if is_sealed else untold(compared)


def _equal(file: _Beside, standard: str) -> str:
    """Return what a file has that is the standard PDF's."""
    if not file.of_paper:
        return f"all words of {standard}"
    order = "stems and options word for word, all else by its words" if file.path.suffix == ".html" else "compared by their words"
    return f"the questions of {standard}, with the same numbers and marks, {order}"
