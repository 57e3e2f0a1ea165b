"""The jobs of a print run: each is independent of all others, and makes whole files of an immutable bank.

A job may run twice, or in two places at once: it writes the same bytes to the same names, each in one step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from packbuilder.app.writing import write_together, write_whole, writing
from packbuilder.errors import PackbuilderError
from packbuilder.model.print_run import Copy, Packet, PrintRun
from packbuilder.text import file_name, is_reserved
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.press.master import Masters

PACKETS, CANDIDATES = "packets", "candidates"
"""The folders of packets, and of the files for one candidate."""

MARKING, ROOM = "marking", "room"
"""The folders of papers and schemes for those who mark, never that of a candidate; and of what rooms need."""

OWN_FOLDERS = (PACKETS, CANDIDATES, MARKING, ROOM)
"""The folders of a run in which nothing lies but its own files."""

_CANDIDATE = "candidate"
_SPARE = "spare"
"""What the file of a copy for nobody is called, before the copy's number."""

_CHUNK = 24
"""Files for one candidate that a job makes: about a second's work at the most, so that little is done again after a crash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The passwords of a file: `password` opens it, `owner` also lifts what it forbids. Both empty: it is not encrypted."""

    password: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketJob:
    """Print a packet into the file `name` of the run's folder."""

    name: str
    packet: Packet
    lock: Lock = Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """The files that the job makes."""
        return (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesJob:
    """Print a file for each of some copies, each with its name in the run's folder."""

    copies: tuple[tuple[str, Copy, Lock], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The files that the job makes."""
        return tuple(name for name, _, _ in self.copies)


Job = PacketJob | CandidatesJob


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A file of the run as it stands on disk. `starts` is the first page of each copy in a packet, from 1, by serial number; a packet's
    pages are sides of sheets.
    """

    name: str
    sha256: str
    bytes: int
    pages: int
    locked: bool = False
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a job could not be done: a value, since an exception may not find its way back from another process."""

    message: str
    hints: tuple[str, ...]


class FailedJobError(PackbuilderError):
    """A job that could not be done, told where the run was started."""

    def __init__(self, failed: Failed) -> None:
        again = "What is finished is whole: run the same command again, and it goes on from there."
        super().__init__(failed.message, hints=(*failed.hints, again))


def jobs_of(run: PrintRun, *, packets: bool, each: bool, locks: Mapping[str, Lock]) -> Iterator[Job]:
    """Yield the jobs of a run, in the order of printing. `locks` are by packet's name or candidate's number, `*` those of all others."""
    other = locks.get("*", Lock())
    for packet in run.packets:
        lock = locks.get(packet.name, other)
        if packets:
            yield PacketJob(name=f"{PACKETS}/{packet.name}.pdf", packet=packet, lock=lock)
        if each:
            files = [(name, copy, locks.get(_number(copy), lock)) for name, copy in _files_of(packet)]
            for start in range(0, len(files), _CHUNK):
                yield CandidatesJob(copies=tuple(files[start : start + _CHUNK]))


def _files_of(packet: Packet) -> Iterator[tuple[str, Copy]]:
    """Yield the name of each copy's file: the candidate's number, as far as a file may be called so and no other is; of spares the copy's own.

    A number that no file may have, or that is like a spare's name, has a word before it.
    """
    taken: set[str] = set()
    for copy in packet.copies:
        wanted = _number(copy) or f"{_SPARE}-{copy.serial}"
        if copy.candidate and (is_reserved(wanted) or wanted.casefold().startswith(_SPARE)):
            wanted = f"{_CANDIDATE}-{wanted}"
        stem = file_name(wanted)
        if stem != wanted or stem.casefold() in taken:
            stem = f"{stem}-{copy.serial}"
        taken.add(stem.casefold())
        yield f"{CANDIDATES}/{packet.name}/{stem}.pdf", copy


def _number(copy: Copy) -> str:
    return copy.candidate.number if copy.candidate else ""


def run_job(job: Job, masters: Masters, folder: str) -> tuple[Done, ...] | Failed:
    """Do a job: write its files below `folder`. Of a user's mistake, or a disk's, the value says what it is."""
    try:
        if isinstance(job, PacketJob):
            return (_packet(job, masters, Path(folder)),)
        return _candidates(job, masters, Path(folder))
    except PackbuilderError as failure:
        return Failed(failure.message, failure.hints)


def _packet(job: PacketJob, masters: Masters, folder: Path) -> Done:
    from packbuilder.press.packet import write_packet

    path = folder / job.name
    if not job.lock.password:
        with writing(path) as file:
            written = write_packet(job.packet, masters, file)
        return Done(name=job.name, sha256=written.digest, bytes=written.size, pages=written.pages, starts=written.starts)
    from packbuilder.press.encryption import encrypted

    # What is to be encrypted is never on disk as it is: it is made in memory.
    memory = BytesIO()
    written = write_packet(job.packet, masters, memory)
    data = encrypted(memory.getvalue(), password=job.lock.password, owner=job.lock.owner)
    write_whole(path, data)
    digest = sha256(data).hexdigest()
    return Done(name=job.name, sha256=digest, bytes=len(data), pages=written.pages, locked=True, starts=written.starts)


def _candidates(job: CandidatesJob, masters: Masters, folder: Path) -> tuple[Done, ...]:
    from packbuilder.press.copies import candidate_file, master_of
    from packbuilder.press.encryption import encrypted

    done: list[Done] = []
    files: list[tuple[Path, bytes]] = []
    for name, copy, lock in job.copies:
        data, pages = candidate_file(copy, masters), len(master_of(copy, masters).pages)
        if lock.password:
            data = encrypted(data, password=lock.password, owner=lock.owner)
        files.append((folder / name, data))
        done.append(Done(name=name, sha256=sha256(data).hexdigest(), bytes=len(data), pages=pages, locked=bool(lock.password)))
    write_together(files)
    return tuple(done)
