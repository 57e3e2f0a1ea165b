"""Verifying what goes with a print run's copies: every candidate of the manifest once in register, plan and on a desk's label, every copy once
on its packet's cover, the packets' labels and the pick list with the manifest's counts. Digests alone would not tell a register of yesterday.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packbuilder.app.reading import shown
from packbuilder.app.runs.jobs import ROOM
from packbuilder.diagnostics import at_most
from packbuilder.typeset.reading.readback import Element, ReadBack
from packbuilder.wording import Catalogue, catalogue

Copies = list[Mapping[str, Any]]
"""The copies of a manifest, in its order."""

_REGISTER, _COVER, _PICK = 7, 6, 7
"""Columns of the tables that are compared."""


def room_faults(folder: Path, manifest: Mapping[str, Any], read_files: Mapping[Path, ReadBack], *, strict: bool = True) -> Iterator[str]:
    """Yield what the documents for rooms say otherwise than the manifest, and what its own counts are not.

    Not `strict`: another build has composed them, perhaps with other columns, and they must only name whom they must.
    """
    copies: Copies = manifest["copies"]
    yield from _counts(folder, manifest, copies)
    for path in (folder / name for name in manifest["files"] if name.startswith(f"{ROOM}/")):
        if path in read_files and read_files[path].record.get("product") != "print-room":
            yield f"{shown(path)} is not this run's: packbuilder has made no such sheet for a room"
    kinds: set[str] = set()
    for path, read in sorted(read_files.items()):
        if folder not in path.parents or read.record.get("product") != "print-room":
            continue
        kind = read.record.get("kind", "")
        name = shown(path)
        if manifest.get("plan", read.record.get("run")) != read.record.get("run"):
            yield f"{name} is of another print run"
        if kind in kinds:
            yield f"{name} is there twice: another file of this run is the same document"
        kinds.add(kind)
        if kind in _CHECKS:
            faults = _CHECKS[kind](read.tree, copies, str(manifest["facts"]["centre"]), catalogue(read.language))
            if not strict:
                # What is no fault to this build is none at all.
                faults = _unnamed(kind, read.tree, copies) if any(faults) else iter(())
            yield from at_most([f"{name}: {fault}" for fault in faults], "faults", name)


def _counts(folder: Path, manifest: Mapping[str, Any], copies: Copies) -> Iterator[str]:
    counted = {
        "candidates": sum("candidate" in copy for copy in copies),
        "spares": sum("candidate" not in copy for copy in copies),
        "copies": len(copies),
        "packets": len({copy["packet"] for copy in copies}),
        "pages": sum(copy["pages"] for copy in copies),
        "sides": sum(copy["sides"] for copy in copies),
        "sheets": sum(-(-copy["sides"] // 2) for copy in copies),
    }
    for what, count in counted.items():
        if manifest["counts"].get(what) != count:
            yield f"{shown(folder)}: the manifest counts {manifest['counts'].get(what)} {what}, and names {count}"


def _register(tree: Element | None, copies: Copies, _centre: str, wording: Catalogue) -> Iterator[str]:
    there = Counter(row[:5] for row in _rows(tree, _REGISTER))
    wanted = Counter(
        _flatly(copy["seat"], copy["candidate"], _dotted(copy["name"], _edition(copy, wording)), _extra(copy, wording), copy["version"])
        for copy in _named(copies)
    )
    yield from _differences(there, wanted, lambda row: row[1], "row")


def _plan(tree: Element | None, copies: Copies, _centre: str, wording: Catalogue) -> Iterator[str]:
    every = tuple(_elements(tree))
    desks = Counter(lines for each in every if each.role == "LI" and len(lines := _lines(each)) == 4)  # seat, number, name, version
    loose = "".join(_flat(each.text) for each in every if each.role == "P")
    wanted = Counter(
        _flatly(
            copy["seat"],
            copy["candidate"],
            copy["name"],
            _dotted(wording.say("version", code=copy["version"]), _edition(copy, wording), _extra(copy, wording)),
        )
        for copy in _named(copies)
    )
    # Who has no place on the plan is named below it.
    below = {row for row in wanted - desks if f"{row[1]}{row[2]}" in loose}
    yield from _differences(desks, Counter({row: count for row, count in wanted.items() if row not in below}), lambda row: row[1], "desk")


def _desks(tree: Element | None, copies: Copies, centre: str, wording: Catalogue) -> Iterator[str]:
    wanted: Counter[tuple[str, ...]] = Counter()
    numbers: dict[tuple[str, ...], str] = {}
    for copy in _named(copies):
        at = copy["centre"] or centre
        number = _dotted(wording.say("room.candidate", number=copy["candidate"]), wording.say("room.centre", centre=at) if at else "")
        label = _flatly(*(part for part in (copy["seat"], copy["name"], number) if part))
        wanted[label] += 1
        numbers[label] = copy["candidate"]
    # Room and title follow; without a seat the name stands first.
    labels = (lines for each in _elements(tree) if each.role == "LBody" and (lines := _lines(each)))
    there = Counter(next((lines[:count] for count in (3, 2) if lines[:count] in wanted), lines) for lines in labels)
    yield from _differences(there, wanted, numbers.__getitem__, "label")


def _covers(tree: Element | None, copies: Copies, _centre: str, wording: Catalogue) -> Iterator[str]:
    spare = wording.say("room.spare")
    there = [cell for row in _rows(tree, _COVER) for cell in row if cell]
    wanted = [_flat(f"{copy.get('candidate', spare)}{copy['version']}") for copy in copies]
    if there != wanted:
        missing, more = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
        yield from (f"{each} is missing" for each in missing)
        yield from (f"{each} is no copy of this run" for each in more)
        if not missing and not more:
            yield "the copies stand in another order than in the packets"


def _packets(tree: Element | None, copies: Copies, _centre: str, wording: Catalogue) -> Iterator[str]:
    labels = [_lines(each) for each in _elements(tree) if each.role == "LBody"]
    sizes = Counter(str(copy["packet"]) for copy in copies)
    for at, (name, size) in enumerate(sizes.items(), 1):
        holds = _flat(wording.count("room.copies", size))
        line = _flat(wording.say("room.packet.number", n=at, of=len(sizes), name=name))
        if not any(line in label and any(each == holds or each.startswith(f"{holds}·") for each in label) for label in labels):
            yield f"no label says that the packet {name} holds {size} copies"
    if len(labels) != len(sizes):
        yield f"there are {len(labels)} labels for {len(sizes)} packets"


def _pick(tree: Element | None, copies: Copies, _centre: str, wording: Catalogue) -> Iterator[str]:
    # Names are compared without hyphens, so that two packets may have one.
    sizes = Counter(str(copy["packet"]) for copy in copies)
    wanted = Counter((_flat(name), _flat(wording.figures(f"{size:,}"))) for name, size in sizes.items())
    there = Counter((row[0], row[4]) for row in _rows(tree, _PICK))
    yield from (f"it does not say that the packet {name} has {size} copies" for name, size in wanted - there)


_CHECKS: Mapping[str, Callable[[Element | None, Copies, str, Catalogue], Iterator[str]]] = {
    "register": _register,
    "plan": _plan,
    "desks": _desks,
    "covers": _covers,
    "packets": _packets,
    "pick": _pick,
}


_NAMED: Mapping[str, Callable[[Mapping[str, Any]], tuple[str, ...]]] = {
    **dict.fromkeys(("register", "plan", "desks"), lambda copy: (copy["candidate"], copy["name"]) if "candidate" in copy else ()),
    "covers": lambda copy: (copy["candidate"],) if "candidate" in copy else (),
    **dict.fromkeys(("packets", "pick"), lambda copy: (copy["packet"],)),
}
"""What each document has of a copy, whatever its columns are."""


def _unnamed(kind: str, tree: Element | None, copies: Copies) -> Iterator[str]:
    """Yield whom and what a document of a kind does not name anywhere."""
    said = _flat(tree.text) if tree else ""
    wanted = dict.fromkeys(word for copy in copies for word in _NAMED[kind](copy))
    yield from (f"it does not name {word!r} anywhere" for word in wanted if _flat(word) not in said)


def _differences(
    there: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]], whose: Callable[[tuple[str, ...]], str], what: str
) -> Iterator[str]:
    missing = wanted - there
    yield from (f"candidate {whose(row)} has no {what} with what the manifest says" for row in missing)
    yield from (f"a {what} is nobody's of this run, or doubled: {' | '.join(filter(None, row))}" for row in there - wanted)


def _named(copies: Copies) -> Iterator[Mapping[str, Any]]:
    return (copy for copy in copies if "candidate" in copy)


def _extra(copy: Mapping[str, Any], wording: Catalogue) -> str:
    return wording.say("room.extra", percent=copy["extra_time"]) if copy["extra_time"] else ""


def _edition(copy: Mapping[str, Any], wording: Catalogue) -> str:
    return wording.say(f"edition.name.{copy['edition']}") if copy["edition"] else ""


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _rows(tree: Element | None, columns: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of tables with so many columns, without their heads."""
    for each in _elements(tree):
        cells = [child for child in each.children if child.role == "TD"]
        if each.role == "TR" and len(cells) == columns:
            yield tuple(_flat(cell.text) for cell in cells)


def _lines(element: Element) -> tuple[str, ...]:
    return tuple(_flat(each.text) for each in element.walk() if each.role == "P")


def _elements(tree: Element | None) -> Iterator[Element]:
    return tree.walk() if tree else iter(())


def _flatly(*texts: str) -> tuple[str, ...]:
    return tuple(map(_flat, texts))


def _flat(text: str) -> str:
    """Return a text as it is compared: without white space and hyphens, which stand at the ends of lines as well."""
    bare = unicodedata.normalize("NFKC", text).replace("-", "").replace("\u00ad", "").replace("\u2010", "")
    return "".join(bare.split())
