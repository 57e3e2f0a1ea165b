"""Small print runs to test with: a plan of our own, from the sample sources."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from packbuilder.app.library import load
from packbuilder.app.making import draw
from packbuilder.app.project import layout
from packbuilder.app.runs.masters import Bank, Fronts, make_bank
from packbuilder.app.runs.plan import plan_digest
from packbuilder.diagnostics import Span
from packbuilder.layout import Layout
from packbuilder.model.blueprint import Blueprint
from packbuilder.model.candidate import Candidate
from packbuilder.model.form import Form
from packbuilder.model.print_run import Copy, Packet, PrintRun
from packbuilder.press.master import Masters
from packbuilder.products.print_room.covers import packet_covers
from tests.products.test_products import FILES, PLACE, ROOT

NAMES = ("Ada Lovelace", "Gwenllïan Ŵyn-Jones", "José Müller", "Zoë O’Brien", "Siân Łukasiewicz-Montgomery-Featherstonehaugh")


def candidate(at: int, *, room: str = "Hall A", name: str = "") -> Candidate:
    return Candidate(
        number=f"{at:04}",
        name=name or f"{NAMES[at % len(NAMES)]}",
        span=Span(path="candidates.csv", line=at + 1, column=1),
        centre="61234",
        room=room,
        seat=f"{'ABCDEFGH'[at % 8]}{at // 8 + 1}",
    )


def run_of(count: int, *, versions: int = 2, spares: int = 1, rooms: int = 1, edition: str = "", watermark: str = "") -> PrintRun:
    """Return a run of `count` candidates in rooms in turn, with spares at the end of each packet."""
    packets, serial = [], 0
    for room in range(rooms):
        name = f"Hall {chr(65 + room)}"
        copies = []
        for at in range(room, count, rooms):
            serial += 1
            copies.append(Copy(serial=serial, version=chr(65 + at % versions), edition=edition, candidate=candidate(at + 1, room=name)))
        for spare in range(spares):
            serial += 1
            copies.append(Copy(serial=serial, version=chr(65 + spare % versions), edition=edition))
        packets.append(Packet(name=f"hall-{chr(97 + room)}", room=name, edition=edition, copies=tuple(copies)))
    return PrintRun(title="Science", packets=tuple(packets), order="number", digest="plan", watermark=watermark)


@lru_cache(maxsize=4)
def forms(versions: int = 2, marks: int = 20) -> tuple[Form, ...]:
    return draw(load(FILES, root=ROOT).bank, Blueprint(marks=marks, versions=versions), seed=5, title="Science")


def look(name: str = "exam-a4") -> Layout:
    return layout(name, PLACE)


def masters(run: PrintRun, *, versions: int = 2, marks: int = 20, name: str = "exam-a4", archival: bool = False) -> Masters:
    return bank(run, versions=versions, marks=marks, name=name, archival=archival).masters


def bank(
    run: PrintRun, *, versions: int = 2, marks: int = 20, name: str = "exam-a4", archival: bool = False, fronts: Fronts = lambda _: {}
) -> Bank:
    return make_bank(run, forms(versions, marks), look(name), fronts=fronts, handout=look("handout-a4"), archival=archival)


def fronts_of(run: PrintRun) -> Fronts:
    """Return the covers of a run's packets."""
    return lambda extents: {packet.name: packet_covers(run, extents, (packet,)) for packet in run.packets}


def marked(run: PrintRun, versions: int = 2, marks: int = 20) -> PrintRun:
    """Return a run with the digest that its plan has, which sheets for rooms are marked with."""
    return replace(run, digest=plan_digest(run, {form.code: form.fingerprint for form in forms(versions, marks)}))
