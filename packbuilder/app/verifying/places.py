"""Where `verify` looks: the PDFs and manifests in the places that it is given, and what lies there and is no file that anybody can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import is_regular, shown

LINK = "is a link, which packbuilder never makes: what it leads to may be another's, or change"
NO_FILE = "is a pipe or a device, and no file: it is not read"


def whole(places: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the places with folders for what stands for them, and without what lies in a folder that is named anyway."""
    named = [
        place.parent if place.is_file() and place.suffix != ".pdf" and (place.parent / MANIFEST).is_file() else place for place in places
    ]
    folders = {place.resolve() for place in named if place.is_dir()}
    inside = [place for place in named if place.exists() and not folders.isdisjoint(place.resolve().parents)]
    return tuple(dict.fromkeys(place for place in named if place not in inside))


def pdfs(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the PDFs in places, and what else is called so; what is named by itself as it is."""
    for place in places:
        if place.is_dir():
            yield from (path for path in sorted(place.rglob("*.pdf")) if not (path.is_dir() and not path.is_symlink()))
        else:
            yield place


def manifest_folders(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders with manifests in places, and below them."""
    for place in places:
        if place.is_dir():
            yield from (file.parent for file in sorted(place.rglob(MANIFEST)) if file.is_file())


def lies_in(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a file lies in one of some folders, or below it."""
    return any(folder in path.parents for folder in folders)


def unreadable(path: Path, places: Iterable[Path], folders: Iterable[Path], runs: Iterable[Path] = ()) -> str:
    """Return why something in a folder is not read at all; empty where it can be.

    `folders` have manifests: a link beside one, or anywhere in those of print `runs`, shows what lies elsewhere, and may show something else tomorrow.
    """
    if path in places:
        return ""
    where = f"{shown(path.parent)}/{path.name}"
    if path.is_symlink() and (path.parent in folders or lies_in(path, runs)):
        return f"{where} {LINK}"
    try:
        return "" if is_regular(path) else f"{where} {NO_FILE}"
    except OSError as failure:
        return f"{where} cannot be read: {failure.strerror or failure}"
