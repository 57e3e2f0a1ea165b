"""The files that a print run must have, by its manifest alone; and what goes with its copies, composed again from the manifest and compared.

The run's plan is taken from the manifest, and its digest from that plan: it is the one that all sheets for rooms are marked with. Each of them is
set anew, and sealed: a file that says, shows or is tagged with anything else is found, whatever the manifest says of its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from packbuilder.app.aside import at_once, cores
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.printing import Printer
from packbuilder.app.reading import shown
from packbuilder.app.runs.again import Again, as_printed
from packbuilder.app.runs.jobs import CANDIDATES, PACKETS, ROOM, jobs_of
from packbuilder.app.runs.manifest import places_of
from packbuilder.app.runs.marking import marking_names, scheme_file, tinted_papers
from packbuilder.app.runs.plan import plan_digest, room_documents
from packbuilder.app.runs.run import is_printed, one_sided
from packbuilder.app.verifying.seals import seal_differences
from packbuilder.document import Document
from packbuilder.layout import paper_name
from packbuilder.model.print_habits import PrintHabits
from packbuilder.model.print_run import Extent, Key, Packet
from packbuilder.press.leafing import across, turned
from packbuilder.press.packet import front_pages
from packbuilder.products.print_room.covers import packet_covers
from packbuilder.products.print_room.pick_list import Counts
from packbuilder.typeset.reading.readback import ReadBack
from packbuilder.values import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What lies on top of a packet, set anew: its file, and which of its pages stands on each side (None: blank)."""

    data: bytes
    sides: tuple[int | None, ...]


def name_faults(folder: Path, manifest: Mapping[str, Any], again: Again) -> Iterator[str]:
    """Yield files that the manifest must name and does not, files that it names and that no copy has, and copies whose file is called otherwise."""
    run, files = again.run, manifest["files"]
    jobs = tuple(jobs_of(run, packets=True, each=True, locks={}))
    packets, singles = places_of(jobs)
    kinds = {kind for kind, key in ((PACKETS, "file"), (CANDIDATES, "own_file")) if any(key in copy for copy in manifest["copies"])}
    wanted = {name for job in jobs for name in job.names if name.split("/")[0] in kinds}
    wanted |= {f"{ROOM}/{name}" for name, _ in room_documents(run, Counts(copies={}))}
    wanted |= set(marking_names((form["version"] for form in manifest["forms"]), again.extents, _on_sheets(again)))
    where = shown(folder / MANIFEST)
    yield from (f"{shown(folder / name)} is missing, and {where} does not name it" for name in sorted(wanted - files.keys()))
    yield from (f"{shown(folder / name)} is named by {where}, but no copy of this run is in it" for name in sorted(files.keys() - wanted))
    for copy in manifest["copies"]:
        right = {
            "file": packets[copy["packet"]] if PACKETS in kinds else None,
            "own_file": singles[copy["serial"]] if CANDIDATES in kinds else None,
        }
        for key, name in right.items():
            if copy.get(key) != name:
                yield f"{where} has copy {copy['serial']} in {copy.get(key, 'no file')}, which should be in {name or 'none'}"


def _on_sheets(again: Again) -> Iterator[Key]:
    """Yield the versions and editions whose pages packets have on sheets of their own, in the order of copies."""
    for key, extent in again.extents.items():
        if not again.flat and (again.run.habits.crop_marks or across(PrintHabits(imposition=extent.imposition)) > 1):
            yield key


def plan_faults(folder: Path, manifest: Mapping[str, Any], again: Again, read_files: Mapping[Path, ReadBack]) -> Iterator[str]:
    """Yield what is wrong with the plan as the manifest has it: with its mark, and with the embargo that schemes are under."""
    forms = {form["version"]: form["fingerprint"] for form in manifest["forms"]}
    where = shown(folder / MANIFEST)
    if plan_digest(again.run, forms) != manifest["plan"]:
        yield f"{where} does not say what the run was planned as: its title, dates, candidates or options were changed"
    for version in forms:
        read = read_files.get(folder / scheme_file(version))
        if read is not None and read.record.get("embargo", "") != again.run.embargo:
            yield f"{shown(folder / scheme_file(version))} is not under the embargo that {where} names"


def document_faults(
    folder: Path, manifest: Mapping[str, Any], again: Again, fronts: Mapping[str, Front], read_files: Mapping[Path, ReadBack]
) -> Iterator[str]:
    """Yield what rooms' documents hold otherwise than those that are composed anew; `fronts` lie on top of the packets, by their names."""
    printer = _printer(again)
    counts = Counts(
        copies=again.extents,
        fronts={name: _front_extent(front, again) for name, front in fronts.items()},
        others=lambda: dict(_others(folder, manifest, again, read_files)),
    )

    def faults(name: str, compose: Callable[[], Document]) -> str:
        path = folder / ROOM / name
        read = read_files.get(path)
        if read is None or read.record.get("product") != "print-room":
            # That it is missing is told with all other files, that it is no such sheet with what they say.
            return ""
        found = [words.partition(": ")[2] for words in seal_differences(printer.print_once(compose, again.handout).seal, read)]
        return f"{shown(path)} is not what belongs to this run: other than that are {'; '.join(found)}" if found else ""

    works = [partial(faults, name, compose) for name, compose in room_documents(as_printed(again.run, flat=again.flat), counts)]
    yield from filter(None, at_once(works, workers=cores()))


def fronts_of(again: Again) -> Mapping[str, Front]:
    """Return what lies on top of each packet, by its name."""
    printer = _printer(again)

    def front(packet: Packet) -> Front:
        first = packet.copies[0]
        habits = PrintHabits(imposition=again.extents[first.version, first.edition].imposition)
        printed = printer.print(packet_covers(again.run, again.extents, (packet,)), again.handout)
        return Front(data=printed.data, sides=front_pages(printed.pages, "short" if turned(habits) == "short" else "long"))

    works = [partial(front, packet) for packet in again.run.packets]
    return dict(zip((packet.name for packet in again.run.packets), at_once(works, workers=cores()), strict=True))


def _printer(again: Again) -> Printer:
    return Printer(archival=again.archival, created=again.created)


def _front_extent(front: Front, again: Again) -> Extent:
    pages = sum(side is not None for side in front.sides)
    return replace(one_sided(pages, again.handout), sheets=len(front.sides) // 2)


def _others(folder: Path, manifest: Mapping[str, Any], again: Again, read_files: Mapping[Path, ReadBack]) -> Iterator[tuple[str, Extent]]:
    """Yield what the files beside the copies take, but for the list of them; papers are of a size of their own."""
    tinted = tinted_papers(again.extents)
    for name, about in sorted(manifest["files"].items()):
        if not is_printed(name) or name == f"{ROOM}/pick-list.pdf":
            continue
        extent, read = one_sided(about["pages"], again.handout, tinted=name in tinted), read_files.get(folder / name)
        if read is not None and read.trims and read.record.get("product") == "practice-paper":
            left, bottom, right, top = read.trims[0]
            extent = replace(extent, paper=paper_name(right - left, top - bottom))
        yield name, extent
