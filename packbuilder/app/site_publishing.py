"""Writing the site: searched first, then files, then the pages that lead to them, and last what is no longer part of it removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from packbuilder.app.finishing import Progress
from packbuilder.app.reading import read_any
from packbuilder.app.site_secrets import LeakError, Secrets
from packbuilder.app.site_state import SiteState, since, write_state
from packbuilder.app.site_words import Leak, leaks_in, squashed
from packbuilder.app.writing import PART, CannotWriteError, write_together

SUMS = "SHA256SUMS"
"""The list of all downloads' checksums, as `sha256sum --check` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A finished file that goes into the site as it is."""

    path: Path
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All files of the site by their places: `data` are those made for it, `copies` those of packs, `stays` pictures that are there already."""

    data: Mapping[str, bytes]
    copies: Mapping[str, Copy]
    stays: Mapping[str, str]

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of every file."""
        made = {place: sha256(data).hexdigest() for place, data in self.data.items()}
        return {**made, **{place: copy.sha256 for place, copy in self.copies.items()}, **self.stays}


def checksums(copies: Mapping[str, Copy]) -> bytes:
    """Return the list of downloads' checksums."""
    return "".join(f"{copy.sha256}  {place}\n" for place, copy in sorted(copies.items())).encode()


def searched(tree: Tree, folder: Path, strangers: Iterable[str], secrets: Secrets, state: SiteState) -> frozenset[str]:
    """Search all that was made for the site, the names of its files, and what others put there; return the SHA-256 of what is clean.

    Copies of packs' files are searched where their pictures are drawn. Raises `LeakError`, or `UnreadablePdfError` for a file of others.
    """
    known = state.clean if state.wording == secrets.digest else frozenset()
    clean: set[str] = set()
    leaks: list[Leak] = []
    for place, data in _texts(tree, folder, strangers):
        sha = sha256(data).hexdigest()
        found = () if sha in known else tuple(leaks_in(data, place, secrets.withheld))
        leaks.extend(found)
        clean |= set() if found else {sha}
    for place in (*tree.data, *tree.copies, *strangers):
        flat = squashed(place)
        leaks.extend(Leak(file=place, place="its name", words=words) for wording, words in secrets.withheld.items() if wording in flat)
    if leaks:
        raise LeakError(leaks)
    return frozenset(clean)


def _texts(tree: Tree, folder: Path, strangers: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    yield from ((place, data) for place, data in tree.data.items() if not place.startswith("pictures/"))
    yield from ((place, read_any(folder / place)) for place in strangers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many files were written and removed, and the bytes of all that are there."""

    written: int
    removed: int
    bytes: int


NO_CHANGE = Counts(written=0, removed=0, bytes=0)


def publish(tree: Tree, state: SiteState, left: SiteState, *, folder: Path, kept: Path, today: str, progress: Progress) -> Counts:
    """Write what is not there yet, then remove what was the site's and is no more. Raises `CannotWriteError`.

    Before anything is written, the state names all files of the old site and of the new, so that a building which is stopped leaves nothing
    that the next does not know as its own. `left` is the state after it.
    """
    digests = tree.digests
    old = {place: entry for place, entry in state.files.items() if place not in digests}
    files = {place: (sha, since(state, place, sha, today)) for place, sha in digests.items()}
    write_state(kept / "state.json", _with(left, {**old, **files}, whole=""))
    new = {place for place, sha in digests.items() if not stands(folder / place, sha)}
    for place in sorted(new & set(tree.copies)):
        _link(tree.copies[place].path, folder / place)
        progress(place)
    pages = sorted(new & set(tree.data), key=lambda place: (place.endswith(".html"), place))
    write_together((folder / place, tree.data[place]) for place in pages)
    for place in old:
        _remove(folder, place)
    write_state(kept / "state.json", _with(left, files, whole=left.whole))
    total = sum((folder / place).stat().st_size for place in digests)
    return Counts(written=len(new), removed=len(old), bytes=total)


def _with(state: SiteState, files: Mapping[str, tuple[str, str]], *, whole: str) -> SiteState:
    return replace(state, files=files, whole=whole)


def stands(path: Path, sha: str) -> bool:
    """Tell whether a file is there, and is what its SHA-256 says."""
    return path.is_file() and not path.is_symlink() and sha256(read_any(path)).hexdigest() == sha


def _link(source: Path, target: Path) -> None:
    """Give a finished file a second name, or copy it where the disk cannot; files are always replaced and never changed, so both stay whole."""
    part = target.with_name(f".{target.name}{PART}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            os.link(source, part)
        except OSError:
            copyfile(source, part)
        part.replace(target)
    except OSError as failure:
        raise CannotWriteError(path=target, reason=failure.strerror or str(failure)) from failure


def _remove(folder: Path, place: str) -> None:
    """Remove a file that the site no longer has, and its folder where that was its last."""
    path = folder / place
    try:
        path.unlink(missing_ok=True)
        if path.parent != folder and path.parent.is_dir() and not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as failure:
        raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure
