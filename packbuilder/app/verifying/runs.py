"""Verifying a print run: every copy read back from its rendered pages and counted against the manifest: none missing, none doubled, none mixed.

A page counts by the code in its picture, which a bar code reader finds, and by the name and number printed beside it. What stands below them is
compared with the clean paper of its version (`bodies`), the tags of single files too (`tags`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.reading import shown
from packbuilder.app.runs.again import MALFORMED, planned_again
from packbuilder.app.runs.builds import other_build
from packbuilder.app.runs.jobs import CANDIDATES, MARKING, PACKETS, Lock
from packbuilder.app.runs.journal import JOURNAL
from packbuilder.app.runs.manifest import has_manifest, read_manifest, unread_maker
from packbuilder.app.runs.marking import clean_paper, clean_sheets
from packbuilder.app.runs.passwords import PASSWORDS, SCHEMES, lock_digest, read_passwords
from packbuilder.app.strip_sizes import strip_height
from packbuilder.app.verifying.bodies import bodies_of
from packbuilder.app.verifying.details import Owner, detail_faults, said_beside
from packbuilder.app.verifying.documents import document_faults, fronts_of, name_faults, plan_faults
from packbuilder.app.verifying.leaves import leaf_faults
from packbuilder.app.verifying.pages import Expected, WithCopies, page_faults
from packbuilder.app.verifying.report import Finding, settled, untold, wrong
from packbuilder.app.verifying.rooms import room_faults
from packbuilder.app.verifying.scans import Readable, readable
from packbuilder.app.verifying.strangers import strange_faults
from packbuilder.app.verifying.tags import tag_faults
from packbuilder.diagnostics import at_most, counted
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.press.details import Details
from packbuilder.press.leafing import turned
from packbuilder.press.page_code import paper_of
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.values import dataclass

ROOM_SHEET = "print-room"
"""What the record of a document for rooms calls its product."""

_RUNS_OWN = ("print-packet", ROOM_SHEET)


def run_folders(places: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of print runs in places, and below them."""
    found = {file.parent for place in places if place.is_dir() for file in place.rglob(MANIFEST)}
    return tuple(sorted(folder for folder in found if has_manifest(folder)))


def cut_off(places: Sequence[Path], runs: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of runs that were not finished: what is there is whole, and nobody can say what is missing."""
    begun = {file.parent for place in places if place.is_dir() for file in place.rglob(JOURNAL)}
    return tuple(sorted(begun - set(runs)))


def unfinished(places: Sequence[Path], runs: Sequence[Path], cut: Sequence[Path], products: Mapping[Path, str]) -> Iterator[str]:
    """Yield what is wrong with the folders of runs that were `cut` off, or have lost their manifest; `products` are those of the files that were read."""
    again = "Run the same command again, and it goes on from there"
    yield from (f"{shown(folder)} has no {MANIFEST}: the run was not finished. {again}" for folder in cut)
    left = {path.parents[1] for path, product in products.items() if product in _RUNS_OWN and len(path.parents) > 1}
    for folder in sorted(left - set(runs)):
        if any(place == folder or place in folder.parents for place in places):
            state = " that can be read" if (folder / MANIFEST).is_file() else ": it is lost, or the run was never finished"
            yield f"{shown(folder)} has no {MANIFEST}{state}. {again}; with --replace, where it says that it does not know the files"


def belongs_to(folder: Path, path: Path) -> bool:
    """Whether a file is one of a run's copies, which are verified here, and not paper by paper."""
    return any((folder / name) in path.parents for name in (PACKETS, CANDIDATES))


def unlocked(data: bytes, folder: Path, passwords: Mapping[str, Lock]) -> bytes | None:
    """Return a file of a run's without its encryption; None where none of the run's passwords opens it."""
    from packbuilder.press.encryption import decrypted

    locks = {**_own_passwords(folder), **passwords}
    tried = (decrypted(data, password=lock.password) for name, lock in sorted(locks.items(), key=lambda each: each[0] != SCHEMES))
    return next((each for each in tried if each is not None), None)


def verify_run(folder: Path, *, passwords: Mapping[str, Lock], read_files: Mapping[Path, ReadBack]) -> Iterator[Finding]:
    """Check a run's copies. `read_files` are those beside the copies, papers among them, that were read back."""
    manifest = read_manifest(folder)
    if not manifest:
        if maker := unread_maker(folder):
            yield wrong(
                f"{shown(folder / MANIFEST)} was written by {maker}, and does not say what this one reads: verify the run with that one"
            )
            return
        yield wrong(f"{shown(folder / MANIFEST)} is not a manifest of a print run: it does not say what those say")
        return
    try:
        run = _Run.of(folder, manifest, passwords, read_files)
    except KeyError:
        yield wrong(f"{shown(folder / MANIFEST)} does not say which copies there are")
        return
    copies = run.expected
    opened, closed = readable(run.files, run.locks)
    said = said_beside(opened)
    apart = _anew(run, opened, said)
    maker = other_build(manifest) if apart else ""
    faults = (*_folder_faults(run, strict=not maker), *_copy_faults(run, opened, said), *closed)
    if maker and not faults:
        yield untold(
            f"{shown(folder)} was printed by {maker}, and this one sets some of what goes with the copies otherwise: covers and sheets for rooms were held "
            "against the manifest, byte for byte and name by name, and not set anew; the copies were read back whole"
        )
    spares = sum(each.whose.startswith("*") for each in copies.values())
    pages = sum(copies[serial].pages for starts in run.files.values() for serial in starts)
    yield from settled(
        faults if maker else (*faults, *apart),
        otherwise=f"{shown(folder)}: {counted(len(copies), 'copy', 'copies')} ({counted(len(copies) - spares, 'candidate')}, {counted(spares, 'spare')}) "
        f"read back from {counted(pages, 'page')} in {counted(len(run.files), 'file')}: none missing, none doubled, each page for page the paper of its version",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A run as its manifest has it: the copies by their serial numbers; the files with copies, each with the first page, from 1, of each copy in it;
    what was `read` back beside them, and what opens them.
    """

    folder: Path
    manifest: Mapping[str, object]
    expected: Mapping[int, Expected]
    files: Mapping[Path, Mapping[int, int]]
    locks: Mapping[str, Lock]
    read: Mapping[Path, ReadBack]

    @classmethod
    def of(cls, folder: Path, manifest: Mapping[str, object], passwords: Mapping[str, Lock], read: Mapping[Path, ReadBack]) -> _Run:
        """Take a manifest apart. Raises `KeyError` where it does not say which copies there are."""
        return cls(
            folder=folder,
            manifest=manifest,
            expected=_expected(manifest),
            files=_files(folder, manifest),
            locks={**_own_passwords(folder), **passwords},
            read=read,
        )

    @property
    def name(self) -> str:
        """The run's own name, which is in every code."""
        return str(self.manifest["run"])

    def habits(self, path: Path) -> PrintHabits:
        """Return how a file's copies are printed: a packet's on sheets, those of one candidate a page a page, for the screen."""
        return self.expected[min(self.files[path])].habits if path.parent == self.folder / PACKETS else AS_IT_IS

    def strip(self, path: Path) -> float:
        """Return how tall the strips in a file are, in points: its copies are of one edition."""
        return strip_height(self.expected[min(self.files[path])].key[1])


def _folder_faults(run: _Run, *, strict: bool) -> Iterator[str]:
    """Yield what is wrong with the manifest, and with what lies beside the copies; `strict`: that has the columns and lines that this build gives it."""
    folder, manifest = run.folder, run.manifest
    files = _table(manifest, "files")
    if manifest["seal"] != manifest_seal(manifest):
        yield f"{shown(folder / MANIFEST)} was changed since the run was made"
    yield from strange_faults(folder, files)
    yield from _passwords_faults(folder, manifest)
    yield from room_faults(folder, manifest, run.read, strict=strict)
    if manifest.get("lock"):
        bare = (name for name, about in files.items() if not about["locked"] and name.split("/")[0] in (PACKETS, CANDIDATES, MARKING))
        yield from (f"{shown(folder / name)} is not encrypted, though the run is" for name in bare)


def _copy_faults(run: _Run, opened: Sequence[Readable], said: Mapping[Path, Details]) -> Iterator[str]:
    """Yield what is wrong with the copies in files that were `opened`: each is read from its rendered pages, compared with the clean paper of its version, and
    counted.
    """
    expected, folder = run.expected, run.folder
    papers = {each.key: each.paper for each in expected.values()}
    sheets = {each.key: each.leafed(each.habits) for each in expected.values() if clean_sheets(*each.key) in _table(run.manifest, "files")}
    bodies, faults = bodies_of(folder, papers, sheets, run.read, run.locks)
    yield from (*faults, *_turned(run, opened))
    seen: Counter[tuple[str, int]] = Counter()
    files = [
        WithCopies(
            file=file,
            copies=tuple((expected[serial], first) for serial, first in run.files[file.path].items()),
            habits=run.habits(file.path),
            height=run.strip(file.path),
        )
        for file in opened
    ]
    for path, found in page_faults(files, bodies, run.name):
        yield from _cut(found, shown(path))
        seen.update((path.relative_to(folder).parts[0], serial) for serial in run.files[path])
    clean = {key: run.read[folder / clean_paper(*key)] for key in bodies.pages}
    singles = (file for file in opened if file.path.is_relative_to(folder / CANDIDATES))
    yield from tag_faults([(expected[serial].key, file) for file in singles for serial in run.files[file.path]], clean)
    owned = [(file, [Owner(expected[serial].key, expected[serial].whose) for serial in run.files[file.path]]) for file in opened]
    yield from detail_faults(owned, said, clean, run.name)
    yield from _counted(seen, expected, run.files)


def _table(manifest: Mapping[str, object], key: str) -> Mapping[str, Mapping[str, object]]:
    value = manifest.get(key)
    return value if isinstance(value, dict) else {}


def _expected(manifest: Mapping[str, object]) -> Mapping[int, Expected]:
    forms = manifest["forms"]
    papers = {form["version"]: paper_of(form["fingerprint"]) for form in forms} if isinstance(forms, list) else {}
    copies = manifest["copies"]
    return {
        copy["serial"]: Expected(
            serial=copy["serial"],
            whose=copy.get("candidate", f"*{copy['serial']}"),
            version=copy["version"],
            paper=papers[copy["version"]],
            pages=copy["pages"],
            about={key: copy.get(key, "") for key in ("name", "candidate", "centre", "room", "seat")},
            edition=copy["edition"],
            sides=copy["sides"],
            sheet=copy["paper"],
            habits=PrintHabits(imposition=copy["imposition"]),
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


def _anew(run: _Run, opened: Sequence[Readable], said: Mapping[Path, Details]) -> tuple[str, ...]:
    """Return what is not as it is when the run is planned again from its manifest, and what goes with its copies is set anew."""
    folder, manifest, read_files = run.folder, run.manifest, run.read
    try:
        again = planned_again(manifest)
        packets = [file for file in opened if file.path.parent == folder / PACKETS]
        fronts = {} if again.flat else fronts_of(again)
        return (
            *name_faults(folder, manifest, again),
            *plan_faults(folder, manifest, again, read_files),
            *document_faults(folder, manifest, again, fronts, read_files),
            *leaf_faults(packets, fronts, run.files, said),
        )
    except (*MALFORMED, ArithmeticError):
        # Of a setting that somebody has written, anything may go wrong.
        return (f"{shown(folder / MANIFEST)} does not say how the run's documents are set",)


def _passwords_faults(folder: Path, manifest: Mapping[str, object]) -> Iterator[str]:
    """Yield that passwords lie in the folder with which the run was not locked."""
    kept = _own_passwords(folder)
    if kept and lock_digest(kept, str(manifest["run"])) != manifest["lock"]:
        yield f"{shown(folder / PASSWORDS)} does not hold the passwords of this run" + ("" if manifest["lock"] else ", which has none")


def _own_passwords(folder: Path) -> Mapping[str, Lock]:
    path = folder / PASSWORDS
    return read_passwords(path) if path.is_file() else {}


def _turned(run: _Run, files: Iterable[Readable]) -> Iterator[str]:
    """Yield the packets that tell printers to turn the paper over the wrong edge."""
    for file in files:
        wanted = turned(run.habits(file.path))
        if file.path.parent == run.folder / PACKETS and file.duplex != wanted:
            yield f"{shown(file.path)} does not tell printers to turn the paper over its {wanted} edge"


def _counted(seen: Mapping[tuple[str, int], int], expected: Mapping[int, Expected], files: Mapping[Path, object]) -> Iterator[str]:
    """Yield copies that are missing, doubled, or whose candidate has two, over the whole run."""
    kinds = {kind for kind, _ in seen}
    for kind in sorted(kinds):
        for serial, copy in expected.items():
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
    yield from at_most(every, "faults", name)
