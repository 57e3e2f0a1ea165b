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
from packbuilder.app.verifying_editions import reader_differences
from packbuilder.app.verifying_files import File
from packbuilder.app.verifying_manifest import Listing
from packbuilder.app.verifying_packs import reader_content_differences
from packbuilder.app.verifying_seals import GONE
from packbuilder.patterns import regex

_SEALED = "words, structure, attributes, languages and pictures"
_NAME = regex(r"(?:paper-([A-Z]{1,2})|revision-pack(?:-answers)?)-reader\.(?:html|docx|txt|brf)")
_ONLY = "what is hidden, what scripts do and what fields say was not looked at"


def reader_files(
    folder: Path, found: Listing, papers: Sequence[File], packs: Sequence[File], checked: list[str], failures: list[str], notes: list[str]
) -> None:
    """Check the files of the reader edition that a manifest names."""
    listed = {folder / name: about for name, about in found.files.items() if about.get("edition") == "reader" and (folder / name).is_file()}
    seals = {path: about["seal"] for path, about in listed.items() if is_reader_seal(about.get("seal"))}
    for path, about in listed.items():
        if path not in seals and ("seal" in about or found.sealed):
            failures.append(f"{shown(path)}: {GONE}")
    _sealed(folder, seals, checked, failures)
    for path, about in listed.items():
        version = str(about.get("version", ""))
        _compared(path, version if about.get("product") == "practice_paper" else None, papers, packs, set(seals), checked, failures, notes)


def _sealed(folder: Path, seals: Mapping[Path, object], checked: list[str], failures: list[str]) -> None:
    differences = [
        f"{shown(path)}: {difference}"
        for path, seal in seals.items()
        if isinstance(seal, Mapping)
        for difference in reader_seal_differences(seal, path.name, read_any(path))
    ]
    failures.extend(differences)
    if seals and not differences:
        checked.append(f"{shown(folder)}: {_SEALED} of {len(seals)} files of the reader edition are as they were made")


def unlisted(
    places: Sequence[Path], listed: Set[Path], papers: Sequence[File], packs: Sequence[File], failures: list[str], notes: list[str]
) -> None:
    """Check files of the reader edition, known by their names, where no manifest tells of them; `listed` are folders that have one."""
    for path in _by_name(places):
        if path.parent not in listed:
            match = _NAME.fullmatch(path.name)
            version = match[1] if match else None
            _compared(path, version, papers, packs, set(), [], failures, notes)


def _by_name(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        for path in sorted(place.rglob("*-reader.*")) if place.is_dir() else ():
            if _NAME.fullmatch(path.name) and path.is_file() and is_regular(path):
                yield path


def _compared(
    path: Path,
    version: str | None,
    papers: Sequence[File],
    packs: Sequence[File],
    sealed: Set[Path],
    checked: list[str],
    failures: list[str],
    notes: list[str],
) -> None:
    """Compare a file with the standard PDF beside it: a paper of a version, or (None) the pack."""
    own = papers if version is not None else [pack for pack in packs if path.name.startswith("revision-pack-reader")]
    near = [file for file in own if file.path.parent == path.parent and (version is None or file.version == version) and not file.edition]
    data = read_any(path)
    compare = reader_differences if version is not None else reader_content_differences
    found = compare(near[0].read, path.name, data) if near else None
    failures.extend(f"{shown(path)}: {difference}" for difference in found or ())
    if path.suffix == ".docx":
        failures.extend(f"{shown(path)}: {fault}" for fault in container_faults(data))
    if path in sealed:
        if found == () and version is not None:
            order = "stems and options word for word, all else by its words" if path.suffix == ".html" else "compared by their words"
            checked.append(f"{shown(path)}: has the questions of {shown(near[0].path)}, with the same numbers and marks, {order}")
        elif found == ():
            checked.append(f"{shown(path)}: has all words of {shown(near[0].path)}")
        return
    why = f"no {MANIFEST} has a seal of it"
    if found is None:
        notes.append(f"{shown(path)}: {why}, and nothing beside it can be compared with it: nobody can tell whether it was changed")
    elif not found:
        what = "questions, marks and words" if version is not None else "words"
        notes.append(f"{shown(path)}: {why}, so that it was compared with {shown(near[0].path)} by its {what} only: {_ONLY}")
