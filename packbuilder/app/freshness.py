"""Freshness: whether what lies in a pack's folder is what would be made now, told by a hash over all that goes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from shutil import which

from packbuilder.app.library import Library
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_reading import NotManifestError, is_sealed, orders_in, said_in
from packbuilder.app.printing import Printer
from packbuilder.app.project import Workplace, shipped_layouts
from packbuilder.app.reading import CannotReadError, read_any
from packbuilder.app.shelves import sources_of
from packbuilder.diagnostics import Span
from packbuilder.installed import program
from packbuilder.model.bank import ItemBank
from packbuilder.model.project import PackSpec
from packbuilder.model.release import AT_ONCE


def inputs_of(pack: PackSpec, bank: ItemBank, library: Library, common: str) -> str:
    """Return the hash over what a pack alone is made of: its wishes, its notes and banks, and what is `common` to all packs."""
    whole = sha256(common.encode())
    kept = f"answers kept from students: {pack.release.schemes != AT_ONCE}"
    for part in (*_plain(pack), kept, *_named_files(pack), *_plain(bank.topics), *sorted(sources_of(bank, library).values())):
        whole.update(f"{part}\x1f".encode())
    return whole.hexdigest()


def _named_files(pack: PackSpec) -> Iterator[str]:
    """Yield the hashes of layouts and blueprints that a pack names by their files."""
    named = (
        pack.blueprint,
        pack.paper_layout,
        pack.handout_layout,
        pack.organiser.layout,
        *((pack.worksheets.layout,) if pack.worksheets else ()),
    )
    for name in named:
        if name.endswith((".yaml", ".yml")) and Path(name).is_file():
            yield sha256(Path(name).read_bytes()).hexdigest()


def common_inputs(workplace: Workplace, printer: Printer) -> str:
    """Return the hash over what goes into every pack: the program itself, layouts, blueprints, and how files are made."""
    # Braille files are made where liblouis is there.
    whole = sha256(f"{program(by_content=True)} {printer.manner} {which('lou_translate') is not None}".encode())
    for folder in (workplace.layouts, shipped_layouts(), workplace.root / "blueprints"):
        for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            whole.update(file.name.encode() + file.read_bytes())
    return whole.hexdigest()


def joined(own: str, others: Iterable[str]) -> str:
    """Return the hash over a pack's own inputs and those of packs that its questions depend on; the order of these says nothing."""
    return sha256("".join((own, *sorted(others))).encode()).hexdigest()


def fresh_manifest(folder: Path, inputs: str) -> Mapping[str, object] | None:
    """Return the manifest of a finished pack if it was made from those inputs and every file of it is whole; else None."""
    try:
        manifest = said_in(folder / MANIFEST)
        if manifest.get("inputs") != inputs or not is_sealed(manifest):
            return None
        files = orders_in(manifest, folder / MANIFEST)[0].files
        whole = all(sha256(read_any(folder / name)).hexdigest() == about["sha256"] for name, about in files.items())
    except (CannotReadError, NotManifestError):
        # What cannot be read is made again.
        return None
    return manifest if whole else None


def _plain(value: object) -> Iterator[str]:
    """Yield the parts of a value of the model in a fixed order; places in sources, and what only the site says, are left out."""
    if isinstance(value, (Span, bytes)):
        # The bytes of a picture stand beside their hash.
        return
    if is_dataclass(value):
        for field in fields(value):
            if field.name not in ("listed", "description", "release"):
                yield field.name
                yield from _plain(getattr(value, field.name))
    elif isinstance(value, (frozenset, set)):
        yield from sorted(map(str, value))
    elif isinstance(value, tuple):
        for each in value:
            yield from _plain(each)
    else:
        yield str(value)
