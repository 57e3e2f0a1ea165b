"""Writing the site: searched first, then files, then the pages that lead to them, and last what is no longer part of it removed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from packbuilder.app.finishing import Progress
from packbuilder.app.reading import read_any
from packbuilder.app.site.parts import UnsearchableError, parts_of
from packbuilder.app.site.secrets import LeakError, Secrets
from packbuilder.app.site.state import SiteState, since, write_state
from packbuilder.app.site.words import Leak, leaks_in, squashed
from packbuilder.app.writing import PART, CannotWriteError, write_together
from packbuilder.values import dataclass

_LARGEST = 1024 * 1024 * 1024
"""Bytes of a file of others that is still read."""

SUMS = "SHA256SUMS"
"""The list of the checksums of all downloads, pages and pictures, as `sha256sum --check` reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A finished file that goes into the site as it is."""

    path: Path
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """All files of the site by their places: `data` are those made for it, `copies` those of packs; others are pictures that are there already.

    `digests` are the SHA-256 of every file.
    """

    data: Mapping[str, bytes]
    copies: Mapping[str, Copy]
    digests: Mapping[str, str]


def checksums(digests: Mapping[str, str]) -> bytes:
    """Return the list of files' checksums: `digests` by place."""
    return "".join(f"{sha}  {place}\n" for place, sha in sorted(digests.items())).encode()


def searched(
    tree: Tree, folder: Path, strangers: Iterable[str], secrets: Secrets, kept: Mapping[str, str], state: SiteState
) -> frozenset[str]:
    """Search all that was made for the site, the names of its files, and what others put there; return the SHA-256 of what is clean.

    Copies of packs' files are searched where their pictures are drawn. `kept` are the withheld files by their SHA-256: a scheme need not
    have a word of its own to be one. Raises `LeakError`, and `UnsearchableError` or `UnreadablePdfError` for a file of others.
    """
    known = state.clean if state.wording == secrets.digest else frozenset()
    clean: set[str] = set()
    leaks: list[Leak] = []
    for place, data, foreign in _texts(tree, folder, strangers if secrets.withheld or kept else ()):
        sha = sha256(data).hexdigest() if foreign else tree.digests[place]
        found = [] if sha in known else list(leaks_in(data, place, secrets.withheld, foreign=foreign))
        for part in parts_of(data, place) if foreign and kept else ():
            if name := kept.get(sha256(part.data).hexdigest()):
                found.append(Leak(file=place, place=part.place or "all of it", words=name))
        leaks.extend(found)
        clean |= set() if found else {sha}
    for place in (*tree.data, *tree.copies, *strangers):
        flat = squashed(place)
        leaks.extend(Leak(file=place, place="its name", words=words) for wording, words in secrets.withheld.items() if wording in flat)
    if leaks:
        raise LeakError(leaks)
    return frozenset(clean)


def _texts(tree: Tree, folder: Path, strangers: Iterable[str]) -> Iterator[tuple[str, bytes, bool]]:
    """Yield what is to be searched, and whether others made it."""
    yield from ((place, data, False) for place, data in tree.data.items() if not place.startswith("pictures/"))
    yield from ((place, _foreign(folder / place, place), True) for place in strangers)


def _foreign(path: Path, place: str) -> bytes:
    """Return the bytes of a file that others put there. What a link leads to can change unseen, and a pipe has no end."""
    if path.is_symlink() or not path.is_file():
        raise UnsearchableError(place, "it is a link" if path.is_symlink() else "it is no file")
    if path.stat().st_size > _LARGEST:
        raise UnsearchableError(place, "it is larger than 1 GiB")
    return read_any(path)


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
    write_state(kept / "state.json", replace(left, files={**old, **files}, whole=""))
    new = {place for place, sha in digests.items() if not stands(folder / place, sha)}
    for place in sorted(new & set(tree.copies)):
        _link(tree.copies[place].path, folder / place)
        progress(place)
    pages = sorted(new & set(tree.data), key=lambda place: (place.endswith(".html"), place))
    write_together((folder / place, tree.data[place]) for place in pages)
    for place in old:
        _remove(folder, place)
    write_state(kept / "state.json", replace(left, files=files))
    total = sum((folder / place).stat().st_size for place in digests)
    return Counts(written=len(new), removed=len(old), bytes=total)


def stands(path: Path, sha: str) -> bool:
    """Whether a file is there, and is what its SHA-256 says."""
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
