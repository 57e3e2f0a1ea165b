"""Verifying a print run: every copy read back from its rendered pages and counted against the manifest: none missing, none doubled, none mixed.

A page counts by the code in its picture, which a bar code reader finds, and by the name and number printed beside it. What stands below them is
compared with the clean paper of its version (`verifying_bodies`), the tags of single files too (`verifying_tags`).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.print_jobs import CANDIDATES, PACKETS, Lock
from packbuilder.app.print_manifest import read_manifest
from packbuilder.app.print_passwords import PASSWORDS, SCHEMES, read_passwords
from packbuilder.app.print_run import MARKING, clean_paper
from packbuilder.app.reading import shown
from packbuilder.app.verifying_bodies import Bodies, Key, bodies_of
from packbuilder.app.verifying_scans import opened, scanned
from packbuilder.app.verifying_tags import tag_faults
from packbuilder.press.page_code import PageCode, paper_of, read
from packbuilder.press.reading import Scanned
from packbuilder.typeset.readback import ReadBack
from packbuilder.wording import Catalogue, catalogue

_MOST_TOLD = 20
"""Faults of one kind of a file that are told singly; the rest are counted."""

_SHEET = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    """What the manifest says of a copy: whose it is, its version, how many pages it has, and what its strip says."""

    serial: int
    whose: str
    version: str
    paper: str
    pages: int
    about: Mapping[str, str]
    edition: str

    @property
    def key(self) -> Key:
        """The version and edition, by which clean papers are found."""
        return self.version, self.edition


def run_folders(places: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of print runs in places, and below them."""
    found = {file.parent for place in places if place.is_dir() for file in place.rglob(MANIFEST)}
    return tuple(sorted(folder for folder in found if read_manifest(folder)))


def belongs_to(folder: Path, path: Path) -> bool:
    """Tell whether a file is one of a run's copies, which are verified here, and not paper by paper."""
    return any((folder / name) in path.parents for name in (PACKETS, CANDIDATES))


def unlocked(data: bytes, folder: Path, passwords: Mapping[str, Lock]) -> bytes | None:
    """Return a file of a run's without its encryption; None where none of the run's passwords opens it."""
    from packbuilder.press.encryption import decrypted

    locks = {**_own_passwords(folder), **passwords}
    tried = (decrypted(data, password=lock.password) for name, lock in sorted(locks.items(), key=lambda each: each[0] != SCHEMES))
    return next((each for each in tried if each is not None), None)


def verify_run(
    folder: Path, checked: list[str], failures: list[str], *, passwords: Mapping[str, Lock], read_files: Mapping[Path, ReadBack]
) -> None:
    """Check a run's copies; what is right and what is wrong is added to the two lists, each in one sentence.

    `read_files` are those beside the copies, papers among them, that were read back.
    """
    manifest = read_manifest(folder)
    before = len(failures)
    try:
        expected = _expected(manifest)
        files = _files(folder, manifest)
    except (KeyError, TypeError, ValueError, AttributeError):
        failures.append(f"{shown(folder / MANIFEST)} does not say which copies there are")
        return
    failures.extend(_strangers(folder, files))
    locks = {**_own_passwords(folder), **passwords}
    papers = {each.key: each.paper for each in expected.values()}
    bodies = bodies_of(folder, papers, read_files, locks, failures)
    readable = tuple(opened(files, locks, failures))
    seen: Counter[tuple[str, int]] = Counter()
    pages = 0
    for path, found in scanned(readable):
        starts = files[path]
        pages += len(found)
        failures.extend(_cut(_read(path, starts, found, expected, str(manifest["run"]), bodies), shown(path)))
        seen.update((path.relative_to(folder).parts[0], serial) for serial in starts)
    singles = [
        (expected[serial].key, file) for file in readable if file.path.is_relative_to(folder / CANDIDATES) for serial in files[file.path]
    ]
    clean = {key: read_files[folder / clean_paper(*key)] for key in bodies.pages}
    failures.extend(tag_faults(singles, clean))
    failures.extend(_counted(seen, expected, files))
    if len(failures) == before:
        spares = sum(each.whose.startswith("*") for each in expected.values())
        checked.append(
            f"{shown(folder)}: {len(expected)} copies ({len(expected) - spares} candidates, {spares} spares) read back from {pages} pages in "
            f"{len(files)} files: none missing, none doubled, each page for page the paper of its version"
        )
    if not manifest.get("lock"):
        return
    open_files = [
        name
        for name, about in _table(manifest, "files").items()
        if not about["locked"] and name.split("/")[0] in (PACKETS, CANDIDATES, MARKING)
    ]
    failures.extend(f"{shown(folder / name)} is not encrypted, though the run is" for name in open_files)


def _table(manifest: Mapping[str, object], key: str) -> Mapping[str, Mapping[str, object]]:
    value = manifest.get(key)
    return value if isinstance(value, dict) else {}


def _expected(manifest: Mapping[str, object]) -> Mapping[int, _Expected]:
    forms = manifest["forms"]
    papers = {form["version"]: paper_of(form["fingerprint"]) for form in forms} if isinstance(forms, list) else {}
    copies = manifest["copies"]
    return {
        copy["serial"]: _Expected(
            serial=copy["serial"],
            whose=copy.get("candidate", f"*{copy['serial']}"),
            version=copy["version"],
            paper=papers[copy["version"]],
            pages=copy["pages"],
            about={key: copy.get(key, "") for key in ("name", "candidate", "centre", "room", "seat")},
            edition=copy["edition"],
        )
        for copy in (copies if isinstance(copies, list) else [])
    }


def _files(folder: Path, manifest: Mapping[str, object]) -> Mapping[Path, Mapping[int, int]]:
    """Return the files with copies, each with the first page, from 1, of each copy in it."""
    files: dict[Path, dict[int, int]] = defaultdict(dict)
    copies = manifest["copies"]
    for copy in copies if isinstance(copies, list) else []:
        if "file" in copy:
            files[folder / copy["file"]][copy["serial"]] = copy["first_page"]
        if "own_file" in copy:
            files[folder / copy["own_file"]][copy["serial"]] = 1
    return dict(files)


def _strangers(folder: Path, files: Mapping[Path, object]) -> Iterator[str]:
    """Yield files among the copies that the run did not put there: another's copy, or a mark scheme."""
    for name in (PACKETS, CANDIDATES):
        for path in sorted((folder / name).rglob("*")):
            if path.is_file() and path not in files and not path.name.startswith("."):
                yield f"{shown(path)} is not a file of this run: a candidate's folder may hold nothing else"


def _own_passwords(folder: Path) -> Mapping[str, Lock]:
    path = folder / PASSWORDS
    return read_passwords(path) if path.is_file() else {}


def _read(
    path: Path, starts: Mapping[int, int], pages: Sequence[Scanned], expected: Mapping[int, _Expected], run: str, bodies: Bodies
) -> Iterator[str]:
    """Yield what is wrong with a file's pages: each page of each copy has one code, which is its own, and the words that belong to it."""
    wanted: dict[int, tuple[_Expected, int]] = {}
    for serial, first in starts.items():
        if (first - 1) % _SHEET:
            yield f"copy {serial} begins on the back of a sheet"
        wanted |= {first - 1 + page: (expected[serial], page + 1) for page in range(expected[serial].pages)}
    if wanted and len(pages) <= max(wanted):
        yield f"it has {len(pages)} pages, though its copies need {max(wanted) + 1}"
    if len(starts) > 1 or path.parent.name == PACKETS:
        extra = len(pages) - 1 - max(wanted, default=0)
        if extra > 0:
            yield f"{extra} pages follow the last copy"
    elif len(pages) > len(wanted):
        yield f"it has {len(pages)} pages, though the copy has {len(wanted)}"
    for at, page in enumerate(pages):
        if at not in wanted:
            if page.codes:
                yield f"page {at + 1} has a code, {page.codes[0]}, though no copy is there"
            continue
        copy, number = wanted[at]
        yield from _page(at + 1, page, copy, number, run, bodies.languages.get(copy.key, ""))
        yield from (f"page {at + 1}: {fault}" for fault in bodies.faults(copy.key, number, page.body))


def _page(at: int, page: Scanned, copy: _Expected, number: int, run: str, language: str) -> Iterator[str]:
    if len(page.codes) != 1:
        yield f"page {at} has {len(page.codes) or 'no'} codes that can be read, instead of one"
        return
    code = read(page.codes[0], run)
    if code is None:
        yield f"page {at}: its code, {page.codes[0]}, is not one of this run"
        return
    right = PageCode(copy.paper, copy.version, copy.whose, number)
    if code != right:
        yield f"page {at} is page {code.page} of {code.candidate}, version {code.version}; it should be page {number} of {copy.whose}, version {copy.version}"
    flat = _flat(page.text)
    missing = [word for word in copy.about.values() if word and _flat(word) not in flat]
    if missing:
        yield f"page {at} does not say {', '.join(map(repr, missing))}"
    if _flat(page.codes[0]) not in flat:
        yield f"page {at}: the code in words is not the one in bars"
    elif not missing and language and sorted(flat) != sorted(_flat("".join((*_said(copy, catalogue(language)), *page.codes, *page.codes)))):
        yield f"page {at}: its strip says more than whose it is: {page.text!r}"


def _said(copy: _Expected, wording: Catalogue) -> Iterator[str]:
    """Yield all that the strip of a copy says besides its code."""
    if copy.whose.startswith("*"):
        yield wording.say("run.strip.name")
        yield wording.say("run.strip.spare", serial=copy.serial)
        return
    about = copy.about
    said = (
        wording.say("run.strip.number", number=copy.whose),
        wording.say("run.strip.centre", centre=about["centre"]) if about["centre"] else "",
        about["room"],
        wording.say("run.strip.seat", seat=about["seat"]) if about["seat"] else "",
    )
    yield about["name"]
    yield " · ".join(part for part in said if part)


_HYPHENS = {ord(char): None for char in "-\u00ad\u2010\x02\ufffe"}
"""PDFium gives a hyphen at the end of a line as a control character: hyphens are not compared."""


def _flat(text: str) -> str:
    """Return a text as it is compared: without white space and hyphens, accented letters as one character each."""
    return "".join(unicodedata.normalize("NFC", text).translate(_HYPHENS).split())


def _counted(seen: Mapping[tuple[str, int], int], expected: Mapping[int, _Expected], files: Mapping[Path, object]) -> Iterator[str]:
    """Yield copies that are missing, doubled, or whose candidate has two, over the whole run."""
    kinds = {kind for kind, _ in seen}
    for kind in sorted(kinds):
        for serial, copy in expected.items():
            if kind == CANDIDATES and copy.whose.startswith("*"):
                continue
            times = seen.get((kind, serial), 0)
            if times != 1:
                yield f"copy {serial} ({copy.whose}) is {'missing' if not times else 'doubled'} in {kind}"
    holders = Counter(copy.whose for copy in expected.values())
    yield from (f"candidate {whose} has {times} copies" for whose, times in holders.items() if times > 1)
    if expected and not files:
        yield "the manifest names copies, but no file with them"


def _cut(faults: Iterator[str], name: str) -> Iterator[str]:
    """Yield a file's faults with its name; of very many, how many more there are."""
    every = [f"{name}: {fault}" for fault in faults]
    yield from every[:_MOST_TOLD]
    if len(every) > _MOST_TOLD:
        yield f"{name}: and {len(every) - _MOST_TOLD} more faults"
