"""Copies and other names: a file that is the same, byte for byte, as one that is checked is told of by that one's name, and is not checked against others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from packbuilder.app.reading import shown
from packbuilder.app.verifying.files import File
from packbuilder.app.verifying.names import says_product


def plain_copies(files: Iterable[File], named: Mapping[Path, Mapping[str, object]]) -> dict[Path, Path]:
    """Return which files are copies of which: those in the same folder, or in one below it, that no manifest names.

    `named` is what manifests name in their folders.
    """
    same: dict[str, list[Path]] = {}
    for file in files:
        same.setdefault(file.digest, []).append(file.path)
    found: dict[Path, Path] = {}
    for paths in same.values():
        original = min(paths, key=lambda path: (not is_named(path, named), not says_product(path.name), len(path.parts), len(path.name)))
        copies = (path for path in paths if path != original and not is_named(path, named))
        found.update({path: original for path in copies if original.parent in path.parents})
    return found


def is_named(path: Path, named: Mapping[Path, Mapping[str, object]]) -> bool:
    """Whether the manifest in a file's folder names it."""
    return path.name in named.get(path.parent, {})


def copied(path: Path, original: Path) -> str:
    """Return what to say of a copy."""
    return f"{shown(path)} is a copy of {shown(original)}, byte for byte: what is said of that holds for it too"


def renamed(path: Path, name: str) -> str:
    """Return what to say of a file that is there under another name than `name`, which the manifest has."""
    return f"{shown(path)} is {name} under another name, byte for byte as it was made"
