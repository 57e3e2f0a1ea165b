"""The journal of a print run: a line for each file that is finished, so that a run that was cut off goes on where it stopped.

The first line names the run, the next the build of packbuilder: what another build has finished is made again, so that the run is of one build. A line
that was cut off itself, or a file that is not there with its digest, counts for nothing: the file is made again. When all is done the manifest says the same, and the journal goes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path
from types import TracebackType

from packbuilder.app.locking import hold
from packbuilder.app.runs.jobs import Done
from packbuilder.app.writing import CannotWriteError
from packbuilder.errors import PackbuilderError
from packbuilder.values import dataclass, replace

JOURNAL = ".journal.jsonl"
"""The journal's name in the run's folder."""


_SHOWN = 5
"""Files that an error names; of more it says how many."""
ANOTHER = "its candidates, papers or options were different"
"""What is said of another run where nobody can tell how it differs."""


class OtherRunError(PackbuilderError):
    """A folder that holds another run, finished or not."""

    def __init__(
        self,
        *,
        folder: Path,
        different: str = ANOTHER,
        hints: tuple[str, ...] = ("Choose another --output, or say --replace: the files of that run are removed first.",),
    ) -> None:
        super().__init__(f"{folder} holds another print run: {different}", hints=hints)


class LostFilesError(PackbuilderError):
    """Files of a run that were finished, and are gone or others at its end: somebody has moved or removed them meanwhile."""

    def __init__(self, *, folder: Path, names: tuple[str, ...]) -> None:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        super().__init__(
            f"files in {folder} were moved, removed or changed while it was printed: {', '.join(names[:_SHOWN])}{more}",
            hints=("Run the same command again, and leave the folder alone meanwhile: what is missing is made again.",),
        )


class BusyError(PackbuilderError):
    """A folder in which another process is printing."""

    def __init__(self, *, folder: Path) -> None:
        super().__init__(f"another run of packbuilder is printing into {folder}", hints=("Wait for it, or choose another --output.",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What a journal says: its run and the build that prints it (empty: none), the files that this build has finished, and whether copies have files of their
    own and no packets (None: it says nothing of that).
    """

    run: str = ""
    build: str = ""
    done: tuple[Done, ...] = ()
    flat: bool | None = None


class Journal:
    """An open journal, which no other process can open meanwhile.

    Its lines are handed to the system, not forced to the disk: one that a failing power supply takes costs a file made again.
    """

    def __init__(self, folder: Path, run: str, *, build: str = "") -> None:
        path = folder / JOURNAL
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = path.open("a+b")
        except OSError as failure:
            raise CannotWriteError(path=path, reason=failure.strerror or str(failure)) from failure
        self._path = path
        hold(self._file.fileno(), BusyError(folder=folder))
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        self.noted = _read(lines)
        if self.noted.run not in ("", run):
            self.close()
            raise OtherRunError(folder=folder)
        if not self.noted.run:
            self._line({"run": run})
        if build not in ("", self.noted.build):
            self._line({"build": build})
            self.noted = replace(self.noted, build=build, done=())

    def note(self, done: Iterable[Done]) -> None:
        """Note finished files."""
        for each in done:
            self._line(asdict(each))

    def note_flat(self, flat: bool) -> None:  # it is the value that is noted
        """Note that copies have files of their own and no packets; or that there are packets."""
        self._line({"flat": flat})

    def close(self) -> None:
        """Close the journal and leave it."""
        self._file.close()

    def remove(self) -> None:
        """Remove the journal: the manifest says all that it said."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as failure:
            raise CannotWriteError(path=self._path, reason=failure.strerror or str(failure)) from failure

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _line(self, value: object) -> None:
        try:
            # A line end first: what a crash cut off stays a line of its own.
            self._file.write(b"\n" + json.dumps(value).encode())
            self._file.flush()
        except OSError as failure:
            raise CannotWriteError(path=self._path, reason=failure.strerror or str(failure)) from failure


def still_whole(folder: Path, done: Done) -> bool:
    """Whether a finished file is on disk as it was written."""
    path = folder / done.name
    try:
        if path.stat().st_size != done.bytes:
            return False
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == done.sha256
    except OSError:
        return False


def see_that_all_are_there(folder: Path, done: Iterable[Done]) -> None:
    """Look at the size of each finished file, a thousand in a hundredth of a second. Raises `LostFilesError` where one is not there as it was written."""
    lost = tuple(each.name for each in done if _size(folder / each.name) != each.bytes)
    if lost:
        raise LostFilesError(folder=folder, names=lost)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def journal_of(folder: Path) -> Noted:
    """Return what the journal in a folder says; nothing where there is none."""
    path = folder / JOURNAL
    return _read(path.read_bytes().split(b"\n")) if path.is_file() else Noted()


def _read(lines: Iterable[bytes]) -> Noted:
    run, build = "", ""
    done: dict[str, Done] = {}
    flat: bool | None = None
    for line in lines:
        try:
            value = json.loads(line) if line else {}
            if not isinstance(value, dict):
                continue
            if "run" in value:
                run = str(value["run"])
            elif "build" in value:
                build, done = str(value["build"]), {}
            elif "flat" in value:
                flat = value["flat"] is True
            elif value:
                starts = {int(serial): page for serial, page in value.pop("starts").items()}
                done[value["name"]] = Done(**value, starts=starts)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue
    return Noted(run=run, build=build, done=tuple(done.values()), flat=flat)
