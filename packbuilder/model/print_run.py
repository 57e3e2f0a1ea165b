"""A print run as a plan: who gets which copy, in which packet, in which order. Made once; every job and every check reads it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.model.candidate import Candidate
from packbuilder.model.print_habits import AS_IT_IS, Imposition, PrintHabits
from packbuilder.model.sitting import Sitting
from packbuilder.values import dataclass

Order: TypeAlias = Literal["seat", "number"]
"""The order of the copies in a packet: along the desks, or by candidate number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of a paper. `serial` counts all copies of the run from 1, in printing order; a spare has no candidate.

    `version` is a form's code; `edition` a modified edition's name, empty for the standard paper.
    """

    serial: int
    version: str
    edition: str = ""
    candidate: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What is printed of one copy: its pages, the sides that they stand on, its sheets, and what their paper is called (`A3`).

    `imposition` is how its pages stand on the sheets, which may be another than the run's: no sheet is larger than A3. `turned` is the
    edge over which the paper is turned between its sides. `tinted`: its pages are printed on a tint.
    """

    pages: int
    sides: int
    sheets: int
    paper: str
    imposition: Imposition = ""
    turned: Literal["", "long", "short"] = "long"
    tinted: bool = False


Key: TypeAlias = tuple[str, str]
"""A version's code and an edition's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What is put into one envelope: the copies of one room in one edition, in printing order, the spares last.

    `name` names its files (`hall-a`, `hall-a-large-18`); `room` is as the list writes it.
    """

    name: str
    room: str
    edition: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """The whole plan. `digest` is over all that decides a byte of it: two runs with one digest make the same files.

    `date` and `session` are printed as the centre writes them; `embargo` is the ISO date and time before which packets stay closed (empty: none).
    `language` is that of what is printed for the room. `start` is the time of day as the centre writes it (`09:00`) and `minutes` the paper's time
    (0: not known). `desks_a_row` is how many desks stand in a row where seats are plain numbers (0: as `seating` decides).
    `all_versions` are the codes that the run deals out, in their order. `habits` are how packets are printed; they say nothing of class sets.
    """

    title: str
    packets: tuple[Packet, ...]
    order: Order
    digest: str
    date: str = ""
    session: str = ""
    centre: str = ""
    embargo: str = ""
    watermark: str = ""
    language: str = "en-GB"
    start: str = ""
    minutes: int = 0
    desks_a_row: int = 0
    all_versions: tuple[str, ...] = ()
    habits: PrintHabits = AS_IT_IS

    @property
    def sitting(self) -> Sitting:
        """When the paper is sat, as papers say it."""
        return Sitting(date=self.date, session=self.session)

    @property
    def copies(self) -> tuple[Copy, ...]:
        """All copies, in printing order."""
        return tuple(copy for packet in self.packets for copy in packet.copies)
