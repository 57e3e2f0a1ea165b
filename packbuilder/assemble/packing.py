"""Packing: candidates with their versions into the packets of a run, room by room and edition by edition, with spares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import count
from math import ceil

from packbuilder.assemble.neighbours import deal, in_order
from packbuilder.model.candidate import Candidate
from packbuilder.model.print_run import Copy, Order, Packet
from packbuilder.model.seating import natural, seating_of
from packbuilder.text import RESERVED
from packbuilder.values import dataclass, replace

_SCHEMES = "schemes"
"""What files of passwords call mark schemes: whoever opens a packet must not open those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """The packets of a run, and the pairs of neighbours that share a version although they should not; `corners`: those who sit corner to corner."""

    packets: tuple[Packet, ...]
    clashes: tuple[tuple[Candidate, Candidate, str], ...] = ()
    corners: tuple[tuple[Candidate, Candidate, str], ...] = ()


def pack(candidates: Sequence[Candidate], versions: Sequence[str], *, order: Order, spares: float, desks_a_row: int = 0) -> Packed:
    """Pack candidates. `spares` is a share of each packet's copies in percent, rounded up; spares have the packet's versions in turn.

    Rooms come in their natural order, in each the standard paper first. A room of another centre is another room.
    """
    serial = count(1)
    packets: list[Packet] = []
    clashes: list[tuple[Candidate, Candidate, str]] = []
    corners: list[tuple[Candidate, Candidate, str]] = []
    rooms = _rooms(candidates)
    names = _Names(several=len({each.centre for each in candidates}) > 1, numbers={_slug(each.number) for each in candidates})
    for room in rooms:
        seating = seating_of(tuple(each.seat for each in room if each.seat), len(versions), desks_a_row=desks_a_row, room=room[0].room)
        line = in_order(room, seating, by_seat=True)
        dealt = deal(line, versions, seating)
        for pairs, found in ((dealt.clashes, clashes), (dealt.corners, corners)):
            found += ((line[one], line[other], dealt.versions[one]) for one, other in pairs)
        having = {each.number: version for each, version in zip(line, dealt.versions, strict=True)}
        ordered = in_order(room, seating, by_seat=order == "seat")
        for edition in sorted({each.edition for each in room}, key=natural):
            sitting = tuple(each for each in ordered if each.edition == edition)
            copies = [Copy(serial=next(serial), version=having[each.number], edition=edition, candidate=each) for each in sitting]
            extra = ceil(spares * len(sitting) / 100)
            # Another version would be another paper for who needs the spare, and perhaps that of a neighbour.
            dealt_here = [version for version in versions if any(copy.version == version for copy in copies)]
            copies += (Copy(serial=next(serial), version=dealt_here[at % len(dealt_here)], edition=edition) for at in range(extra))
            packets.append(Packet(name=names.of(room[0], edition), room=room[0].room, edition=edition, copies=tuple(copies)))
    return Packed(packets=tuple(packets), clashes=tuple(clashes), corners=tuple(corners))


def _rooms(candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Return the candidates room by room. `Hall A` and `hall  a` are one room, named as the first of its rows names it."""
    rooms: dict[tuple[str, str], list[Candidate]] = {}
    for each in candidates:
        key = (each.centre.casefold(), " ".join(each.room.casefold().split()))
        known = rooms.setdefault(key, [])
        known.append(replace(each, room=known[0].room) if known else each)
    keys = sorted(rooms, key=lambda key: (natural(key[0]), not key[1], natural(key[1]), key))
    return tuple(tuple(rooms[key]) for key in keys)


class _Names:
    """Names for packets' files: letters, figures and hyphens, each once, and none that passwords are given to besides packets."""

    def __init__(self, *, several: bool, numbers: Collection[str]) -> None:
        self._several = several
        self._numbers = {*numbers, _SCHEMES}
        self._used: set[str] = set()

    def of(self, candidate: Candidate, edition: str) -> str:
        """Return the next packet's name."""
        # Names that are written in other letters leave nothing for a file's.
        room = _slug(candidate.room or "candidates") or "room"
        base = "-".join(part for part in (_slug(candidate.centre) if self._several else "", room, _slug(edition)) if part)
        base = f"room-{base}" if base in RESERVED or base in self._numbers else base
        name = next(each for each in _numbered(base) if each not in self._used)
        self._used.add(name)
        return name


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))


def _slug(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-")
