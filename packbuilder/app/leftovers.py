"""Leftovers: what earlier orders have left in a folder. Files of other products stay, and stay in the manifest; those of the product that is made anew go, unless they are on other topics.

A folder is shared by a paper, a pack and an organiser unless somebody says otherwise, and whatever is made last writes its manifest. So the
manifest keeps what those before said of files that are still there, an order a record: `coverage`, `--avoid` and `verify` know them all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path
from typing import cast

from packbuilder.app.making import Made
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import sealed_manifest
from packbuilder.app.manifest_reading import NotManifestError, Order, is_of_run, is_sealed, orders_in, said_in
from packbuilder.app.reading import CannotReadError, read_any, shown
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

_SET = "class_set"

_OWN = frozenset(("seal", "earlier", "inputs", "format"))
"""What a manifest says of itself, and not of an order."""


class HoldsRunError(PackbuilderError):
    """A folder that holds a print run, whose manifest must not be lost."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(
            f"{shown(folder)} holds a print run: nothing else is written there", hints=("Choose another folder with --output.",)
        )


class OthersFileError(PackbuilderError):
    """A file under a name that is to be written, which no manifest says packbuilder has made."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(
            f"{shown(path)} is there already, and packbuilder has not made it: nothing was written",
            hints=("Rename the file or move it, or choose another folder with --output.",),
        )


@dataclass(frozen=True, slots=True)
class Leaving:
    """A file that is to go: its SHA-256 as it was made, what it goes with (a paper with its scheme), and its edition."""

    sha256: str
    company: tuple[str, str] = ("", "")
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What lies in a folder: the records of orders that stay, the files that go, those of other orders whose name another file takes,
    all that the manifest names, and whether there is one that cannot be trusted, so that nothing of what it names is known.
    """

    records: tuple[Mapping[str, object], ...] = ()
    going: Mapping[str, Leaving] = field(default_factory=dict)
    replaced: tuple[str, ...] = ()
    ours: frozenset[str] = frozenset()
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What became of files that the new order does not hold: those that were removed, those that stay since somebody changed them, though nothing
    names them, and those that stay with these.
    """

    removed: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def former_orders(folder: Path, made: tuple[Made, ...], topics: Collection[str], *, whole: bool) -> Former:
    """Return what earlier orders have left in a folder that is to hold `made`; with `whole`, all of the folder belongs to what is made.

    An order on other `topics` is no earlier draw of this one: of its files only those go whose names are taken, with what goes with them.
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
        return _former(folder, orders, made, frozenset(topics), whole=whole) if orders else Former(unknown=True)
    except (CannotReadError, NotManifestError):
        return Former(unknown=True)


def refuse_others(folder: Path, made: tuple[Made, ...], former: Former) -> None:
    """Raise `OthersFileError` where a file that somebody else has put into the folder would be replaced; one with the same bytes would not."""
    listed = folder / MANIFEST
    if former.unknown and b"packbuilder" not in read_any(listed):
        raise OthersFileError(path=listed)
    for each in made:
        path = folder / each.name
        if not former.unknown and each.name not in former.ours and _is_another(path, each.data):
            raise OthersFileError(path=path)


def _is_another(path: Path, data: bytes) -> bool:
    return path.exists() and not (path.is_file() and path.stat().st_size == len(data) and read_any(path) == data)


def papers_of_others(folder: Path, topics: Collection[str]) -> tuple[str, ...]:
    """Return the titles of orders on other topics whose papers lie in a folder, where a new paper on `topics` would take their names.

    Nothing of a folder of which nothing is known: that is told when it is written to.
    """
    with suppress(CannotReadError, NotManifestError):
        value = said_in(folder / MANIFEST)
        if not is_of_run(value) and is_sealed(value):
            others = (order for order in orders_in(value, folder / MANIFEST) if _topics(order) != frozenset(topics))
            return tuple(str(order.said.get("title", "")) for order in others if _holds_paper(folder, order))
    return ()


def _topics(order: Order) -> frozenset[str]:
    topics = order.said.get("topics")
    return frozenset(map(str, topics)) if isinstance(topics, list) else frozenset()


def _holds_paper(folder: Path, order: Order) -> bool:
    return any(_shelf(name, str(about["product"])) == "paper" and (folder / name).is_file() for name, about in order.files.items())


def _former(folder: Path, orders: tuple[Order, ...], made: tuple[Made, ...], topics: frozenset[str], *, whole: bool) -> Former:
    anew = {each.name for each in made}
    records: list[Mapping[str, object]] = []
    going: dict[str, Leaving] = {}
    replaced: list[str] = []
    for order in orders:
        files = order.files
        another = _topics(order) != topics
        staying = set() if whole else _staying(files, made, another=another)
        if not any(files[name]["product"] != _SHEET and (folder / name).is_file() for name in staying):
            staying = set()
        going.update({name: _leaving(name, files[name]) for name in files if name not in staying | anew})
        replaced.extend(sorted(files.keys() & anew if another and not whole else staying & anew))
        if kept := {name: about for name, about in files.items() if name in staying - anew}:
            record = {key: said for key, said in order.said.items() if key not in _OWN}
            records.append(record | {"files": kept, "forms": _forms(order, kept)})
    ours = frozenset(name for order in orders for name in order.files)
    return Former(records=tuple(records), going=going, replaced=tuple(replaced), ours=ours)


def _staying(files: Mapping[str, Mapping[str, object]], made: tuple[Made, ...], *, another: bool) -> set[str]:
    """Return which files of an order stay beside what is made: other products, and of an order on other topics the versions of which no file is replaced.

    A class set has copies of all versions there are, so that none of another order can stay with it.
    """
    shelves = {_shelf(each.name, each.product) for each in made if each.product != _SHEET}
    taken = {_company(name, files[name]) for name in files.keys() & {each.name for each in made}}
    sets = {_shelf(each.name, each.product) for each in made if each.product == _SET}
    sets |= {_shelf(name, str(about["product"])) for name, about in files.items() if about["product"] == _SET}
    staying = {
        name
        for name, about in files.items()
        if (shelf := _shelf(name, str(about["product"]))) not in shelves
        or (another and shelf not in sets and _company(name, about) not in taken)
    }
    if any(files[name].get("edition") for name in staying):
        return staying
    return {name for name in staying if files[name]["product"] != _SHEET}


def _forms(order: Order, kept: Mapping[str, Mapping[str, object]]) -> list[object]:
    """Return the forms of those versions of which a paper or a scheme is kept."""
    versions = {about.get("version") for name, about in kept.items() if _shelf(name, str(about["product"])) == "paper"}
    return [form for form in order.forms if form.get("version") in versions]


def _company(name: str, about: Mapping[str, object]) -> tuple[str, str]:
    """Return what a file belongs to: the version of a paper with its scheme and editions, that of a worksheet with its answers."""
    return _shelf(name, str(about["product"])), str(about.get("version", ""))


def _leaving(name: str, about: Mapping[str, object]) -> Leaving:
    return Leaving(str(about["sha256"]), _company(name, about), str(about.get("edition", "")))


def without_clash(folder: Path, made: tuple[Made, ...], topics: Collection[str], *, whole: bool) -> tuple[Made, ...]:
    """Return what is made, the sheet of its editions under a name of its own where the folder has that of another product's editions, which stay."""
    products = tuple(each for each in made if each.product != _SHEET)
    if len(products) == len(made):
        return made
    taken: set[str] = set()
    for record in former_orders(folder, products, topics, whole=whole).records:
        taken.update(cast("Mapping[str, object]", record["files"]))
    return tuple(
        replace(each, name=f"{_shelf(products[0].name, products[0].product)}-{each.name}")
        if each.product == _SHEET and each.name in taken
        else each
        for each in made
    )


def _shelf(name: str, product: str) -> str:
    """Return what a file is made anew with: the paper with its schemes and class set, a kind of worksheet with its answers."""
    found = _NAMED.fullmatch(name)
    return _SHELVES.get(product) or (found["shelf"] if found and product != _SHEET else product)


def clear(folder: Path, going: Mapping[str, Leaving]) -> Cleared:
    """Remove files that are as they were made: a version B of another draw beside a new version A would only mislead.

    What was changed since stays, and with it what it cannot be used without: a paper that nobody can mark is none.
    """
    here = {name: each for name, each in going.items() if Path(name).name == name and _is_own_file(folder / name)}
    strange = {name for name, each in here.items() if not _is_as_made(folder / name, each.sha256)}
    companies = {here[name].company for name in strange}
    beside = {name for name, each in here.items() if each.company in companies} - strange
    if any(here[name].edition for name in strange | beside):
        beside |= {name for name, each in here.items() if each.company[0] == _SHEET} - strange
    removed = here.keys() - strange - beside
    for name in sorted(removed):
        with suppress(OSError):
            (folder / name).unlink()
    return Cleared(removed=tuple(sorted(removed)), strange=tuple(sorted(strange)), beside=tuple(sorted(beside)))


def _is_own_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_as_made(path: Path, digest: str) -> bool:
    """Whether a file has the bytes that it was made with, and can go: one that is open elsewhere cannot be renamed on Windows, even to its own name."""
    try:
        path.rename(path)
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def clear_earlier(folder: Path) -> None:
    """Remove what earlier orders have left in a folder that holds one order at a time, and what the manifest says of them."""
    latest, *earlier = orders_in(said_in(folder / MANIFEST), folder / MANIFEST)
    if earlier:
        clear(folder, {name: _leaving(name, about) for order in earlier for name, about in order.files.items()})
        write_whole(folder / MANIFEST, sealed_manifest({key: said for key, said in latest.said.items() if key not in ("earlier", "seal")}))
