"""Whose the files in a run's folder are: another program's manifest or journal is never replaced, and files of a run whose manifest is lost are known by what they say
of themselves.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from packbuilder.app.leftovers import OthersFileError
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_reading import NotManifestError, is_of_run, said_in
from packbuilder.app.reading import CannotReadError, read_any, shown
from packbuilder.app.runs.journal import JOURNAL
from packbuilder.app.writing import CannotWriteError
from packbuilder.errors import PackbuilderError
from packbuilder.values import dataclass

_OURS = b'"program": "packbuilder '
_HEAD = 4096
"""Bytes of a manifest within which it says what has made it: one that was cut off says so too."""
_FIRST_LINE = b'{"run"'


class OtherOrdersError(PackbuilderError):
    """A folder that holds what another command of packbuilder's has made, whose manifest must not be lost."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            f"{shown(folder)} holds other files of packbuilder's, with their {MANIFEST}: nothing is written",
            hints=("Choose another --output.",),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the files of a run say of themselves: the run's name and its plan's digest, and the fingerprints of its papers."""

    run: str
    plan: str
    papers: Collection[str]

    def are_in(self, path: Path) -> bool:
        """Whether a file says that it is this run's; one that cannot be read says nothing."""
        from packbuilder.press.details import record_of

        try:
            record = record_of(read_any(path))
        except CannotReadError:
            return False
        return record.get("run") in (self.run, self.plan) if "run" in record else record.get("fingerprint") in self.papers


def refuse_others(folder: Path) -> None:
    """See that a run's folder is one, and that what is called as the run's own records is a run's. Raises `CannotWriteError`, `CannotReadError`,
    `OthersFileError` and `OtherOrdersError`.
    """
    if folder.exists() and not folder.is_dir():
        raise CannotWriteError(path=folder, reason="there is a file of that name, and a print run is a folder")
    for name, is_ours in ((MANIFEST, _is_manifest), (JOURNAL, _is_journal)):
        path = folder / name
        if (path.exists() or path.is_symlink()) and not is_ours(path):
            raise OthersFileError(path=path)


def _is_manifest(path: Path) -> bool:
    """Whether a manifest is a run's, or was one: what has been cut off still says at its head what has made it, and nothing is lost of an empty file. Raises
    `CannotReadError` of a file that may not be read.
    """
    try:
        value = said_in(path)
    except CannotReadError:
        if path.is_file():
            raise
        return False
    except NotManifestError:
        head = read_any(path)[:_HEAD]
        return not head or _OURS in head
    if not is_of_run(value) and str(value.get("program", "")).startswith("packbuilder "):
        raise OtherOrdersError(folder=path.parent)
    return is_of_run(value)


def _is_journal(path: Path) -> bool:
    """Whether a journal is a run's; one whose first line was cut off is, and an empty one. Raises as `_is_manifest` does."""
    try:
        first = read_any(path).lstrip(b"\n").split(b"\n", 1)[0]
    except CannotReadError:
        if path.is_file():
            raise
        return False
    if not first.startswith(_FIRST_LINE):
        return _FIRST_LINE.startswith(first)
    try:
        return isinstance(json.loads(first).get("run"), str)
    except (ValueError, AttributeError):
        return True  # cut off
