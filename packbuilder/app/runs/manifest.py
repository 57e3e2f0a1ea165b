"""The manifest of a print run: every file with its digest, and every copy with where it stands. Nothing else is needed to count them.

`plan` is what the sheets for rooms are marked with, `run` what codes are. A copy's `pages` stand on `sides` of its sheets, the first of them page `first_page` of the packet's file.
`setting` is what else it takes to compose the sheets for rooms again, `seal` a hash over all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from io import BytesIO, TextIOWrapper
from pathlib import Path

from packbuilder import __version__
from packbuilder.app.form_records import form_entry
from packbuilder.app.manifest import MANIFEST
from packbuilder.app.manifest_json import manifest_seal
from packbuilder.app.manifest_reading import NotManifestError, Shape, has, is_of_run, said_in
from packbuilder.app.reading import CannotReadError
from packbuilder.app.runs.builds import other_build, own_build
from packbuilder.app.runs.jobs import CandidatesJob, Done, Job, PacketJob
from packbuilder.model.form import Form
from packbuilder.model.print_run import Copy, Extent, Key, PrintRun

_FORMAT = 2

_STATED = frozenset(("number", "name", "span", "centre", "room", "seat", "extra_time"))
"""What a copy's entry says of a candidate by itself; where a row stood in the list decides nothing."""

_TOP: Shape = {
    **dict.fromkeys(("run", "plan", "lock", "title", "order", "program", "seal"), str),
    **dict.fromkeys(("facts", "sources", "counts", "files", "setting"), dict),
    **dict.fromkeys(("topics", "copies", "forms"), list),
}
_FACTS: Shape = dict.fromkeys(("date", "session", "centre", "embargo", "watermark"), str)
_FILE: Shape = {"sha256": str, "bytes": int, "pages": int, "locked": bool}
_FORM: Shape = {"version": str, "fingerprint": str}
_COPY: Shape = {
    **dict.fromkeys(("packet", "version", "edition", "imposition", "paper"), str),
    **dict.fromkeys(("serial", "pages", "sides"), int),
}
_WHOSE: Shape = {**dict.fromkeys(("candidate", "name", "centre", "room", "seat"), str), "extra_time": int}
_PLACE: Shape = {"file": str, "first_page": int}


def run_manifest(
    run: PrintRun, *, digest: str, lock: str, sources: Mapping[str, str], topics: Iterable[str], forms: Iterable[Form], done: Mapping[str, Done],
    jobs: Iterable[Job], extents: Mapping[Key, Extent], setting: Mapping[str, object],
) -> bytes:  # fmt: skip
    """Return the manifest's JSON. `extents` are those of each version and edition; `done` the files of the run by name;
    `sources` the files read, with their SHA-256; `setting` what `again` needs.
    """
    files = {name: {"sha256": each.sha256, "bytes": each.bytes, "pages": each.pages, "locked": each.locked} for name, each in done.items()}
    packets, singles = places_of(jobs)
    copies = [
        _copy(copy, packet.name, packets.get(packet.name, ""), singles.get(copy.serial, ""), done, extents[copy.version, copy.edition])
        for packet in run.packets
        for copy in packet.copies
    ]
    printed = [extents[copy.version, copy.edition] for copy in run.copies]
    value: dict[str, object] = {
        "format": _FORMAT,
        "program": f"packbuilder {__version__}",
        "build": own_build(),
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
        "setting": dict(setting),
        "files": dict(sorted(files.items())),
        "copies": copies,
        "forms": [form_entry(form) for form in forms],
    }
    value["seal"] = manifest_seal(value)
    # Piece by piece: joined at once, the pieces of thousands of copies take ten times the room of the text.
    data = BytesIO()
    with TextIOWrapper(data, encoding="utf-8", newline="\n") as text:
        text.writelines(json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(value))
        text.write("\n")
        text.flush()
        return data.getvalue()


def places_of(jobs: Iterable[Job]) -> tuple[dict[str, str], dict[int, str]]:
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
        listed = {each.name: value for each in fields(who) if each.name not in _STATED and (value := getattr(who, each.name))}
        entry |= {"listed": listed} if listed else {}
    if packet_file in done:
        entry |= {"file": packet_file, "first_page": done[packet_file].starts[copy.serial]}
    return entry | {"own_file": single} if single else entry


def has_manifest(folder: Path) -> bool:
    """Whether a folder's manifest says that it is a print run's, whatever else it says."""
    return bool(_read(folder))


def read_manifest(folder: Path) -> dict[str, object]:
    """Return the manifest of a print run in a folder; empty where there is none, or none that says what manifests say."""
    value = _read(folder)
    return value if _is_whole(value) else {}


def unread_maker(folder: Path) -> str:
    """Return which other build has written the manifest of a print run that says other things than this one's, and is as it was written; else nothing."""
    value = _read(folder)
    untouched = value and isinstance(value.get("program"), str) and value.get("seal") == manifest_seal(value)
    return other_build(value) if untouched and not _is_whole(value) else ""


def _read(folder: Path) -> dict[str, object]:
    try:
        value = said_in(folder / MANIFEST)
    except (CannotReadError, NotManifestError):
        return {}
    return value if is_of_run(value) else {}


def _is_whole(manifest: Mapping[str, object]) -> bool:
    """Whether all that is read of a manifest is there, and of its kind."""
    if not has(manifest, _TOP):
        return False
    entries: tuple[tuple[str, Shape], ...] = (("copies", _COPY), ("forms", _FORM))
    files, facts, counts = manifest["files"], manifest["facts"], manifest["counts"]
    return (
        has(facts, _FACTS)
        and all(has(each, shape) for name, shape in entries for each in _listed(manifest[name]))
        and all(has(each, _FILE) for each in (files.values() if isinstance(files, dict) else ()))
        and all(type(each) is int for each in (counts.values() if isinstance(counts, dict) else ()))
        and all(_is_copy(copy) for copy in _listed(manifest["copies"]))
    )


def _is_copy(copy: object) -> bool:
    """Whether what only some copies say is there as a whole: whose a copy is, and where it stands in a packet's file."""
    if not isinstance(copy, dict) or min(copy["serial"], copy["pages"], copy["sides"]) < 1:
        return False
    parts = [shape for shape in (_WHOSE, _PLACE, {"own_file": str}) if shape.keys() & copy.keys()]
    return all(has(copy, shape) for shape in parts) and copy.get("first_page", 1) > 0


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def is_flat(manifest: Mapping[str, object]) -> bool:
    """Whether copies have files of their own and no packets."""
    return not any(isinstance(copy, dict) and "file" in copy for copy in _listed(manifest.get("copies")))


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
