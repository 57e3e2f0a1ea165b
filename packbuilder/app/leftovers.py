"""Leftovers: files that an earlier order has left in a folder, and that a later one does not make again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from packbuilder.app.manifest import MANIFEST
from packbuilder.app.reading import CannotReadError, read_any


def leftovers(folder: Path) -> Mapping[str, str]:
    """Return the files that the manifest of a folder names, with their SHA-256; nothing where there is none that can be read."""
    try:
        files = json.loads(read_any(folder / MANIFEST))["files"]
        return {str(name): str(entry["sha256"]) for name, entry in files.items()}
    except (CannotReadError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def clear(folder: Path, former: Mapping[str, str], *, kept: set[str]) -> None:
    """Remove former files that are as they were made: a version B of another draw beside a new version A would only mislead."""
    for name, digest in former.items():
        path = folder / name
        if name in kept or Path(name).name != name or path.is_symlink() or not path.is_file():
            continue
        with suppress(OSError):  # a file that is open elsewhere stays
            if sha256(path.read_bytes()).hexdigest() == digest:
                path.unlink()
