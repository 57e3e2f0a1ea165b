"""The manifest of a print run: every file with its digest, and every copy with where it stands. Nothing else is needed to count them.

`plan` is what the sheets for rooms are marked with, `run` what codes are. A copy's `pages` stand on `sides` of its sheets, the first of them page `first_page` of the packet's file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path

from packbuilder import __version__
from packbuilder.app.manifest import MANIFEST, form_entry
from packbuilder.app.print_jobs import CandidatesJob, Done, Job, PacketJob
from packbuilder.model.form import Form
from packbuilder.model.print_run import Copy, Extent, Key, PrintRun

_FORMAT = 1


def run_manifest(
    run: PrintRun, *, digest: str, lock: str, sources: Mapping[str, str], topics: Iterable[str], forms: Iterable[Form], done: Mapping[str, Done],
    jobs: Iterable[Job], extents: Mapping[Key, Extent],
) -> bytes:  # fmt: skip
    """Return the manifest's JSON. `extents` are those of each version and edition; `done` the files of the run by name;
    `sources` the files read, with their SHA-256.
    """
    files = {name: {"sha256": each.sha256, "bytes": each.bytes, "pages": each.pages, "locked": each.locked} for name, each in done.items()}
    packets, singles = _places(jobs)
    copies = [
        _copy(copy, packet.name, packets.get(packet.name, ""), singles.get(copy.serial, ""), done, extents[copy.version, copy.edition])
        for packet in run.packets
        for copy in packet.copies
    ]
    printed = [extents[copy.version, copy.edition] for copy in run.copies]
    value = {
        "format": _FORMAT,
        "program": f"packbuilder {__version__}",
        "product": "print-run",
        "run": digest,
        "plan": run.digest,
        "lock": lock,
        "title": run.title,
        "order": run.order,
        "facts": {"date": run.date, "session": run.session, "centre": run.centre, "embargo": run.embargo, "watermark": run.watermark},
        "topics": list(topics),
        "sources": dict(sources),
        "counts": {
            "candidates": sum(copy.candidate is not None for copy in run.copies),
            "spares": sum(copy.candidate is None for copy in run.copies),
            "copies": len(run.copies),
            "packets": len(run.packets),
            "pages": sum(each.pages for each in printed),
            "sides": sum(each.sides for each in printed),
            "sheets": sum(each.sheets for each in printed),
        },
        "files": dict(sorted(files.items())),
        "copies": copies,
        "forms": [form_entry(form) for form in forms],
    }
    # Piece by piece: joined at once, the pieces of thousands of copies take ten times the room of the text.
    data = BytesIO()
    with TextIOWrapper(data, encoding="utf-8", newline="\n") as text:
        text.writelines(json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(value))
        text.write("\n")
        text.flush()
        return data.getvalue()


def _places(jobs: Iterable[Job]) -> tuple[dict[str, str], dict[int, str]]:
    """Return the file of each packet by its name, and that of each copy by its serial."""
    packets: dict[str, str] = {}
    singles: dict[int, str] = {}
    for job in jobs:
        match job:
            case PacketJob():
                packets[job.packet.name] = job.name
            case CandidatesJob():
                singles |= {copy.serial: name for name, copy, _ in job.copies}
    return packets, singles


def _copy(copy: Copy, packet: str, packet_file: str, single: str, done: Mapping[str, Done], extent: Extent) -> dict[str, object]:
    who = copy.candidate
    entry: dict[str, object] = {"serial": copy.serial, "packet": packet, "version": copy.version, "edition": copy.edition}
    entry |= {"pages": extent.pages, "sides": extent.sides, "imposition": extent.imposition, "paper": extent.paper}
    if who is not None:
        entry |= {"candidate": who.number, "name": who.name, "centre": who.centre, "room": who.room, "seat": who.seat}
        entry |= {"extra_time": who.extra_time}
    if packet_file in done:
        entry |= {"file": packet_file, "first_page": done[packet_file].starts[copy.serial]}
    return entry | {"own_file": single} if single else entry


def read_manifest(folder: Path) -> dict[str, object]:
    """Return the manifest of a print run in a folder; empty where there is none, or none that can be read."""
    try:
        value = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) and value.get("product") == "print-run" else {}


def files_of(manifest: Mapping[str, object]) -> tuple[Done, ...]:
    """Return the files that a manifest names, as they were when they were finished."""
    starts: dict[str, dict[int, int]] = {}
    copies, files = manifest.get("copies"), manifest.get("files")
    for copy in copies if isinstance(copies, list) else ():
        if "file" in copy:
            starts.setdefault(copy["file"], {})[copy["serial"]] = copy["first_page"]
    listed = files.items() if isinstance(files, dict) else ()
    return tuple(
        Done(
            name=name,
            sha256=about["sha256"],
            bytes=about["bytes"],
            pages=about["pages"],
            locked=about["locked"],
            starts=starts.get(name, {}),
        )
        for name, about in listed
    )
