"""The plan of a print run: a centre's list and a paper's versions to packets, and the documents that go with them. Nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from hashlib import sha256

from packbuilder import __version__
from packbuilder.app.screening import objection
from packbuilder.assemble.packing import pack
from packbuilder.diagnostics import Diagnostic, Diagnostics, warning
from packbuilder.document import Document
from packbuilder.editions import EDITIONS
from packbuilder.errors import PackbuilderError
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_habits import AS_IT_IS, PrintHabits
from packbuilder.model.print_run import Order, PrintRun
from packbuilder.products.print_room.clock import clock, minutes_of
from packbuilder.products.print_room.covers import packet_covers, separators
from packbuilder.products.print_room.invigilators import invigilators_sheet
from packbuilder.products.print_room.label_sheets import desk_labels, packet_labels
from packbuilder.products.print_room.pick_list import Counts, pick_list
from packbuilder.products.print_room.register import attendance_register
from packbuilder.products.print_room.seating_plan import seating_plan
from packbuilder.readers.candidates.cells import FORMULA
from packbuilder.readers.candidates.reading import read_candidates

PRINTED_EDITIONS = tuple(name for name, edition in EDITIONS.items() if not edition.digital)
"""Editions that a candidate of a run may have: the others are files for a screen or a braille display."""

_MOST_SPARES = 100.0
_SHOWN = 4
"""Pairs that a warning names; of more it says how many."""

_LONGEST = {"date": 60, "session": 60, "centre": 20, "watermark": 60}
"""Characters of what is printed on every label or across every page: more of them would be too small to read."""


class BadStartError(PackbuilderError):
    """A start that is no time of day."""

    def __init__(self, *, value: str) -> None:
        super().__init__(f"{value!r} is no time of day", hints=("Write it like 09:00, 13.30 or 1:30 pm.",))


class BadSparesError(PackbuilderError):
    """A share of spares that no centre wants."""

    def __init__(self, *, value: float) -> None:
        super().__init__(f"spares are 0 to {_MOST_SPARES:g} percent of a packet's copies, not {value:g}")


def option_fault(option: str, words: str) -> str:
    """Return why an option's words are not printed; empty where they can be, as far as their length and their beginning go."""
    if option == "centre" and words[:1] in FORMULA:
        return f"a spreadsheet would run it as a formula: {words[:32]!r}"
    longest = _LONGEST.get(option, len(words))
    return f"it has {len(words)} characters, and {longest} is the most" if len(words) > longest else ""


def list_of(
    data: bytes,
    path: str,
    *,
    versions: Sequence[str],
    unfit: Callable[[Candidate], str] = lambda _: "",
    edition: str = "",
    centre: str = "",
) -> tuple[tuple[Candidate, ...], Diagnostics]:
    """Read a centre's list for a paper in `versions`; every mistake is reported, what `unfit` says of each candidate among them.

    `edition` and `centre` are those of candidates for whom the list names none.
    """
    return read_candidates(
        data, path, versions=versions, editions=PRINTED_EDITIONS, objection=objection, unfit=unfit, edition=edition, centre=centre
    )


def plan_of(
    candidates: Sequence[Candidate],
    *,
    title: str,
    versions: Mapping[str, str],
    order: Order = "seat",
    spares: float = 0.0,
    date: str = "",
    session: str = "",
    centre: str = "",
    embargo: str = "",
    watermark: str = "",
    language: str = "en-GB",
    start: str = "",
    minutes: int = 0,
    desks_a_row: int = 0,
    habits: PrintHabits = AS_IT_IS,
) -> tuple[PrintRun, Diagnostics]:
    """Plan a run: who gets which version, in which packet, in which order, with spares; and a warning for each pair of neighbours that
    share a version all the same.

    `versions` are the forms' codes with their fingerprints. `spares` is a share of each packet in percent, rounded up to whole copies.
    The other values are those of `PrintRun`. Raises `BadStartError` and `BadSparesError`.
    """
    begins = minutes_of(start) if start else 0
    if begins is None:
        raise BadStartError(value=start)
    if not 0 <= spares <= _MOST_SPARES:
        raise BadSparesError(value=spares)
    packed = pack(candidates, tuple(versions), order=order, spares=spares, desks_a_row=desks_a_row)
    run = PrintRun(
        title=title,
        packets=packed.packets,
        order=order,
        digest="",
        date=date,
        session=session,
        centre=centre,
        embargo=embargo,
        watermark=watermark,
        language=language,
        # As all other times of the sheets are written.
        start=clock(begins) if start else "",
        minutes=minutes,
        desks_a_row=desks_a_row,
        all_versions=tuple(versions),
        habits=replace(habits, class_set=0),
    )
    found = (*_clashes(packed.clashes, several=len(versions) > 1), *_at_corners(packed.corners))
    return replace(run, digest=plan_digest(run, versions)), found


def _clashes(pairs: Sequence[tuple[Candidate, Candidate, str]], *, several: bool) -> Iterator[Diagnostic]:
    """Yield a warning for each pair of neighbours with one version; a run of one version has no others to give."""
    for one, other, version in pairs if several else ():
        where = f" in {one.room}" if one.room else ""
        who = f"{one.number} ({one.seat or 'no seat'}) and {other.number} ({other.seat or 'no seat'})"
        hint = "The list fixes versions so, or this room needs one version more."
        yield warning("C130", f"neighbours{where} have the same version {version}: {who}", max(one.span, other.span), hint)


def _at_corners(pairs: Sequence[tuple[Candidate, Candidate, str]]) -> Iterator[Diagnostic]:
    """Yield one warning of all who sit corner to corner with one version, though there are versions enough for them to differ."""
    if pairs:
        shown = "; ".join(
            f"{one.number} ({one.seat}) and {other.number} ({other.seat})" + (f" in {one.room}" if one.room else "")
            for one, other, _ in pairs[:_SHOWN]
        )
        more = f"; and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
        hint = "The list fixes versions so: leave them empty there, and those around these desks differ too."
        place = max(pairs[0][0].span, pairs[0][1].span)
        yield warning("C130", f"desks that meet at a corner have the same version: {shown}{more}", place, hint)


def plan_digest(run: PrintRun, versions: Mapping[str, str]) -> str:
    """Return the digest over the whole plan, the fingerprints of the papers dealt out and the program's version.

    Where rows stood in the list is no part of it, so that a manifest says all that it is taken over.
    """
    plan = asdict(replace(run, digest=""))
    dealt = {copy.version for copy in run.copies}
    for packet in plan["packets"]:
        for copy in packet["copies"]:
            if copy["candidate"]:
                del copy["candidate"]["span"]
    forms = {code: fingerprint for code, fingerprint in versions.items() if code in dealt}
    material = {"plan": plan, "forms": forms, "program": __version__}
    return sha256(json.dumps(material, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def room_documents(run: PrintRun, counts: Counts) -> Iterator[tuple[str, Callable[[], Document]]]:
    """Yield what composes each document of a run, with its file's name, the pick list last: it counts the files that are made before it."""
    yield "attendance-register.pdf", partial(attendance_register, run)
    yield "seating-plan.pdf", partial(seating_plan, run)
    yield "invigilators.pdf", partial(invigilators_sheet, run)
    yield "desk-labels.pdf", partial(desk_labels, run)
    yield "packet-labels.pdf", partial(packet_labels, run)
    yield "packet-covers.pdf", partial(packet_covers, run, counts.copies)
    yield "separators.pdf", partial(separators, run, counts.copies)
    yield "pick-list.pdf", partial(pick_list, run, counts)
