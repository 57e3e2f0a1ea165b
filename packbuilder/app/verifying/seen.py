"""What lies in the places that `verify` is given, read once: files, manifests, print runs and sites. All checks look at this value only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from packbuilder.app.aside import can_split
from packbuilder.app.reading import read_any, shown
from packbuilder.app.runs.jobs import Lock
from packbuilder.app.verifying.copies import plain_copies
from packbuilder.app.verifying.files import File
from packbuilder.app.verifying.manifest import Listing, listing
from packbuilder.app.verifying.places import lies_in, manifest_folders, pdfs, unreadable
from packbuilder.app.verifying.report import Finding, wrong
from packbuilder.app.verifying.runs import ROOM_SHEET, belongs_to, cut_off, run_folders, unlocked
from packbuilder.app.verifying.scans import on_all_cores
from packbuilder.app.verifying.site import site_folders
from packbuilder.errors import PackbuilderError
from packbuilder.typeset.reading.readback import Element, ReadBack, read_back
from packbuilder.values import dataclass, replace

_NAMED = 3
"""Files that a finding names."""

_MUCH = 300_000
"""Bytes of PDFs that are worth processes of their own: a second's work or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found and read.

    `files` are all PDFs but those of sites and the copies of print runs, which are read there; `copies` are those of which another is the
    original. `cut` are folders of runs that were not finished, `shut` those of runs of which not all that copies are compared with could be opened.
    """

    places: tuple[Path, ...]
    files: tuple[File, ...] = ()
    copies: Mapping[Path, Path] = field(default_factory=dict)
    manifests: Mapping[Path, Listing] = field(default_factory=dict)
    runs: tuple[Path, ...] = ()
    sites: tuple[Path, ...] = ()
    cut: tuple[Path, ...] = ()
    shut: tuple[Path, ...] = ()
    passwords: Mapping[str, Lock] = field(default_factory=dict)

    @property
    def known(self) -> tuple[File, ...]:
        """Files that say what they are."""
        return tuple(file for file in self.files if file.product)

    @property
    def single(self) -> tuple[File, ...]:
        """Files that say what they are, each once."""
        return tuple(file for file in self.known if file.path not in self.copies)

    @property
    def papers(self) -> tuple[File, ...]:
        """Standard papers."""
        return tuple(file for file in self.of("practice-paper") if not file.edition)

    @property
    def entries(self) -> Mapping[Path, Mapping[str, Mapping[str, object]]]:
        """What the manifest of each folder says of each file."""
        return {folder: found.files for folder, found in self.manifests.items()}

    @property
    def back(self) -> Mapping[Path, ReadBack]:
        """All files as they were read back."""
        return {file.path: file.read for file in self.files}

    def of(self, product: str) -> tuple[File, ...]:
        """Return the files of a product, each once."""
        return tuple(file for file in self.single if file.product == product)


def looked_at(places: tuple[Path, ...], passwords: Mapping[str, Lock]) -> tuple[Seen, tuple[Finding, ...]]:
    """Read all that lies in places; return it with what is wrong about its reading."""
    runs, sites = run_folders(places), site_folders(places)
    cut = cut_off(places, runs)
    folders = tuple(manifest_folders(places))
    paths = [path for path in pdfs(places) if not (any(belongs_to(folder, path) for folder in runs) or lies_in(path, (*sites, *cut)))]

    def read_one(path: Path) -> tuple[File | Finding | Path, ...]:
        return tuple(_read(path, unreadable(path, places, folders, runs), runs, passwords))

    read = tuple(each for found in on_all_cores(read_one, paths, worth=_is_much(paths)) for each in found)
    files = tuple(each for each in read if isinstance(each, File))
    shut = [each for each in read if isinstance(each, Path)]
    by_path = {file.path: file for file in files}
    manifests = {folder: listing(folder, by_path) for folder in folders}
    seen = Seen(
        places=places,
        files=files,
        copies=plain_copies(files, {folder: found.files for folder, found in manifests.items()}),
        manifests=manifests,
        runs=runs,
        sites=sites,
        cut=cut,
        passwords=passwords,
        shut=tuple(folder for folder in runs if any(folder in each.parents for each in shut)),
    )
    return seen, (*(each for each in read if isinstance(each, Finding)), *((_shut(shut),) if shut else ()))


def _is_much(paths: Sequence[Path]) -> bool:
    """Whether files are worth processes that read them."""
    return can_split() and len(paths) > 1 and sum(path.stat().st_size for path in paths if path.is_file()) > _MUCH


def _shut(paths: Sequence[Path]) -> Finding:
    """Return one finding for all files that no password opens: most of them have the same."""
    named = ", ".join(map(shown, paths[:_NAMED])) + (f" and {len(paths) - _NAMED:,} more files" if len(paths) > _NAMED else "")
    whose = "its password is" if len(paths) == 1 else "their passwords are"
    return wrong(f"{named} cannot be opened: {whose} not known (--password-file), and no copies can be compared with them")


def _read(path: Path, why_not: str, runs: Iterable[Path], passwords: Mapping[str, Lock]) -> Iterator[File | Finding | Path]:
    """Yield a PDF as it is read back, and what is wrong about its reading, which is no end of the work; of one that no password opens, where it lies."""
    if why_not:
        yield wrong(why_not)
        return
    data = read_any(path)
    run = next((each for each in runs if each in path.parents), None)
    if run is not None and b"/Encrypt" in data:
        from packbuilder.press.encryption import refuses_screen_readers

        locked, opened = data, unlocked(data, run, passwords)
        if opened is None:
            yield path
            return
        if refuses_screen_readers(locked):
            yield wrong(f"{shown(path)} is protected so that screen readers are refused its words")
        data = opened
    try:
        read = read_back(data, name=shown(path))
        bare = read.record.get("product") == ROOM_SHEET
        yield File(path=path, read=_without_contents(read) if bare else read, digest=sha256(data).hexdigest())
    except PackbuilderError as error:
        yield wrong(str(error))


def _without_contents(read: ReadBack) -> ReadBack:
    """Return what is asked of a document for rooms, which speaks of thousands of people: no more than its words and its seal are held against anything."""
    return replace(read, contents=(), tree=_words_only(read.tree) if read.tree else None)


def _words_only(element: Element) -> Element:
    """Return an element with what it says, down to its paragraphs."""
    children = () if element.role == "P" else tuple(map(_words_only, element.children))
    return Element(role=element.role, name=element.name, text=element.text, children=children)
