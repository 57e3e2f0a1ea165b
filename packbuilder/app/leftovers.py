"""Leftovers: what earlier orders have left in a folder. Files of other products stay, and stay in the manifest; those of the product that is made anew go.

A folder is shared by a paper, a pack and an organiser unless somebody says otherwise, and whatever is made last writes its manifest. So the
manifest keeps what those before said of files that are still there, an order a record: `coverage`, `--avoid` and `verify` know them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from hashlib import sha256
from pathlib import Path

from packbuilder.app.making import Made
from packbuilder.app.manifest import MANIFEST, sealed_manifest
from packbuilder.app.manifest_reading import NotManifestError, Order, is_of_run, is_sealed, orders_in, said_in
from packbuilder.app.reading import CannotReadError, shown
from packbuilder.app.writing import write_whole
from packbuilder.errors import PackbuilderError
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_SHELVES = {
    **dict.fromkeys(("practice_paper", "mark_scheme", "self_marking"), "paper"),
    **dict.fromkeys(("revision_pack", "pack_answers"), "revision-pack"),
    **dict.fromkeys(("flashcards", "anki_deck"), "flashcards"),
}
"""Products that are made together, and replaced together."""

_NAMED = regex(r"(?P<shelf>.+?)-(?:[A-Z]{1,2}(?:-answers)?|class-set)\.[a-z]+")
"""A file whose name says what it goes with: `match-up-A-answers.pdf`, `paper-class-set.pdf`."""

_SHEET = "edition_sheet"
"""The list of what editions adjust, which goes where they go."""

_OWN = frozenset(("seal", "earlier", "inputs", "format"))
"""What a manifest says of itself, and not of an order."""


class HoldsRunError(PackbuilderError):
    """A folder that holds a print run, whose manifest must not be lost."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            f"{shown(folder)} holds a print run: nothing else is written there", hints=("Choose another folder with --output.",)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What lies in a folder: the records of orders that stay, the files that go, with their SHA-256, those whose name another file takes,
    and whether there is a manifest that cannot be trusted, so that nothing of what it names is known.
    """

    records: tuple[Mapping[str, object], ...] = ()
    going: Mapping[str, str] = field(default_factory=dict)
    replaced: tuple[str, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What became of files that the new order does not hold: those that were removed, and those that stay though nothing names them."""

    removed: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def former_orders(folder: Path, made: tuple[Made, ...], *, whole: bool) -> Former:
    """Return what earlier orders have left in a folder that is to hold `made`; with `whole`, all of the folder belongs to what is made.

    Raises `HoldsRunError`.
    """
    if not (folder / MANIFEST).is_file():
        return Former()
    try:
        value = said_in(folder / MANIFEST)
        if is_of_run(value):
            raise HoldsRunError(folder=folder)
        # What somebody has changed is not sealed anew.
        orders = orders_in(value, folder / MANIFEST) if is_sealed(value) else ()
        return _former(folder, orders, made, whole=whole) if orders else Former(unknown=True)
    except (CannotReadError, NotManifestError):
        return Former(unknown=True)


def _former(folder: Path, orders: tuple[Order, ...], made: tuple[Made, ...], *, whole: bool) -> Former:
    anew = {each.name for each in made}
    shelves = {_shelf(each.name, each.product) for each in made if each.product != _SHEET}
    records: list[Mapping[str, object]] = []
    going: dict[str, str] = {}
    replaced: list[str] = []
    for order in orders:
        files = order.files
        others = {name for name, about in files.items() if not whole and _shelf(name, str(about["product"])) not in shelves}
        if not any(files[name]["product"] != _SHEET and (folder / name).is_file() for name in others):
            others = set()
        going.update({name: str(files[name]["sha256"]) for name in files if name not in others | anew})
        replaced.extend(sorted(others & anew))
        if kept := {name: about for name, about in files.items() if name in others - anew}:
            has_paper = any(_shelf(name, str(about["product"])) == "paper" for name, about in kept.items())
            record = {key: said for key, said in order.said.items() if key not in _OWN}
            records.append(record | {"files": kept, "forms": list(order.forms) if has_paper else []})
    return Former(records=tuple(records), going=going, replaced=tuple(replaced))


def _shelf(name: str, product: str) -> str:
    """Return what a file is made anew with: the paper with its schemes and class set, a kind of worksheet with its answers."""
    found = _NAMED.fullmatch(name)
    return _SHELVES.get(product) or (found["shelf"] if found and product != _SHEET else product)


def clear(folder: Path, going: Mapping[str, str]) -> Cleared:
    """Remove files that are as they were made: a version B of another draw beside a new version A would only mislead. What was changed since stays."""
    removed: list[str] = []
    strange: list[str] = []
    for name, digest in going.items():
        path = folder / name
        if Path(name).name != name or path.is_symlink() or not path.is_file():
            continue
        with suppress(OSError):  # a file that is open elsewhere stays
            if sha256(path.read_bytes()).hexdigest() == digest:
                path.unlink()
                removed.append(name)
                continue
        strange.append(name)
    return Cleared(removed=tuple(sorted(removed)), strange=tuple(sorted(strange)))


def clear_earlier(folder: Path) -> None:
    """Remove what earlier orders have left in a folder that holds one order at a time, and what the manifest says of them."""
    latest, *earlier = orders_in(said_in(folder / MANIFEST), folder / MANIFEST)
    if earlier:
        clear(folder, {name: str(about["sha256"]) for order in earlier for name, about in order.files.items()})
        write_whole(folder / MANIFEST, sealed_manifest({key: said for key, said in latest.said.items() if key not in ("earlier", "seal")}))
