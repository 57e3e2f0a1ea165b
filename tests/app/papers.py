"""A paper and its scheme made in a folder, as the command makes them, for tests that spoil or compare finished files."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.one_product import build_paper
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, library_of
from packbuilder.model.blueprint import Blueprint

NOTES = Path(__file__).parent.parent / "cases" / "notes" / "clean.txt"


def rewrite_manifest(folder: Path, change: Callable[[Any], None] = lambda manifest: None) -> None:
    """Change a folder's manifest as somebody would who knows how it is made: with the hashes of its files as they are, and sealed anew if it is sealed."""
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    for name, about in manifest["files"].items():
        if (folder / name).is_file():
            about["sha256"] = sha256((folder / name).read_bytes()).hexdigest()
    change(manifest)
    if "seal" in manifest:
        manifest["seal"] = manifest_seal(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def paper_in(folder: Path, *, versions: int = 1, editions: tuple[str, ...] = (), self_marking: bool = False, seed: int = 8) -> Path:
    """Make a paper of 20 marks in a folder, and return that."""
    workplace = Workplace(root=folder, project=None)
    build_paper(
        library_of((str(NOTES),), workplace),
        workplace,
        Blueprint(marks=20, versions=versions),
        seed=seed,
        layout_name="exam-a4",
        output=folder,
        title="",
        progress=lambda _: None,
        printer=Printer(),
        editions=editions,
        self_marking=self_marking,
    )
    return folder
