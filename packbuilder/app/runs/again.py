"""A run as its manifest has it: the plan, and what its sheets for rooms are set in, so that `verify` can compose them again and compare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from packbuilder.app.runs.manifest import is_flat
from packbuilder.diagnostics import Span
from packbuilder.errors import PackbuilderError
from packbuilder.layout import Layout
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.print_run import Copy, Extent, Key, Packet, PrintRun
from packbuilder.press.leafing import turned
from packbuilder.stored import decoded, encoded
from packbuilder.values import dataclass, replace

MALFORMED = (PackbuilderError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What may be raised while a manifest is read that somebody has written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A run read from its manifest; what a copy of each version and edition takes; and how what goes with copies is set.

    `flat`: copies have files of their own, and no packets. `created` is the date of files in seconds since 1970, `archival` whether they are PDF/A.
    """

    run: PrintRun
    extents: Mapping[Key, Extent]
    flat: bool
    handout: Layout
    archival: bool
    created: int


def setting_of(run: PrintRun, handout: Layout, *, archival: bool, created: int) -> dict[str, object]:
    """Return what a manifest says besides copies and facts, so that `planned_again` gives the run."""
    bare = replace(run, packets=(), title="", order="seat", digest="", date="", session="", centre="", embargo="", watermark="")
    return {"archival": archival, "created": created, "run": json.loads(encoded(bare)), "handout": json.loads(encoded(handout))}


def planned_again(manifest: Mapping[str, Any]) -> Again:
    """Return a run as its manifest has it. Raises `UnstorableError`, `ValueError` and `TypeError` for what no run's manifest says."""
    setting, copies, facts = manifest["setting"], manifest["copies"], manifest["facts"]
    bare, handout = _kept(setting["run"], PrintRun), _kept(setting["handout"], Layout)
    run = replace(
        bare,
        packets=tuple(_packets(copies)),
        title=manifest["title"],
        order=manifest["order"],
        digest=manifest["plan"],
        date=facts["date"],
        session=facts["session"],
        centre=facts["centre"],
        embargo=facts["embargo"],
        watermark=facts["watermark"],
    )
    extents = {(copy["version"], copy["edition"]): _extent(copy) for copy in copies}
    return Again(
        run=run,
        extents=extents,
        flat=is_flat(manifest),
        handout=handout,
        archival=setting["archival"] is True,
        created=int(setting["created"]),
    )


def as_printed(run: PrintRun, *, flat: bool) -> PrintRun:
    """Return a run as its sheets speak of it: files of one copy have no marks to be cut along."""
    return replace(run, habits=replace(run.habits, crop_marks=False)) if flat else run


def _kept(tree: object, kind: type[Any]) -> Any:
    value = decoded(json.dumps(tree).encode())
    if not isinstance(value, kind):
        raise TypeError(kind.__name__)
    return value


def _packets(copies: list[dict[str, Any]]) -> Iterator[Packet]:
    """Yield the packets, in the order in which copies name them first."""
    packets: dict[str, list[dict[str, Any]]] = {}
    for copy in copies:
        packets.setdefault(copy["packet"], []).append(copy)
    for name, own in packets.items():
        room = next((copy["room"] for copy in own if "candidate" in copy), "")
        yield Packet(name=name, room=room, edition=own[0]["edition"], copies=tuple(map(_copy, own)))


def _copy(entry: dict[str, Any]) -> Copy:
    return Copy(serial=entry["serial"], version=entry["version"], edition=entry["edition"], candidate=_candidate(entry))


def _candidate(entry: dict[str, Any]) -> Candidate | None:
    if "candidate" not in entry:
        return None
    stated: dict[str, Any] = {name: entry[name] for name in ("name", "centre", "room", "seat", "extra_time")}
    stated |= {name: tuple(value) if isinstance(value, list) else value for name, value in dict(entry.get("listed", {})).items()}
    return Candidate(**stated, number=entry["candidate"], span=Span(path=""))


def _extent(entry: dict[str, Any]) -> Extent:
    how = entry["imposition"]
    edge: Any = turned(PrintHabits(imposition=how))
    return Extent(
        pages=entry["pages"], sides=entry["sides"], sheets=-(-entry["sides"] // 2), paper=entry["paper"], imposition=how, turned=edge
    )
