"""What whole print runs take: `python -m tests.benchmarks.print_runs [CANDIDATES]...` prints processor time and memory of the command.

A list has rooms of a hundred, or one room for all, which is what takes most. Memory is the most that any process of the command has held, those that it
starts among them; time is that of all of them together.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "sources" / "chemistry"
STATUS = Path("/proc/self/status")
"""Where Linux tells what a process has held at the most; other systems do not say it of a process that is still running."""

_ROOM = 100
_PAUSE = 0.02
_FIRST = ("Ada", "Gwenllïan", "José", "Zoë", "Siân")
_LAST = ("Smith", "Ŵyn-Jones", "Müller", "O’Brien", "Łukasiewicz", "Taylor", "Evans")


def candidates(count: int, *, rooms: bool = True) -> str:
    """Return a list of so many people with seats and names that are hardly ever the same."""
    lines = ["name,number,centre,room,seat,extra time"]
    for at in range(count):
        room, seat = divmod(at, _ROOM) if rooms else (0, at)
        name = f"{_FIRST[at % 5]} {_LAST[at % 7]}-{chr(65 + at % 26)}{chr(97 + at // 26 % 26)}e"
        lines.append(f"{name},{at + 1:05},61234,Hall {room + 1},{'ABCDEFGHIJ'[seat % 10]}{seat // 10 + 1},{'' if at % 11 else 25}")
    return "\n".join(lines)


def measured(count: int, *, rooms: bool = True) -> tuple[float, float]:
    """Return the seconds of processor time and the MiB that a run for so many takes. Raises `CalledProcessError` where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "list.csv").write_text(candidates(count, rooms=rooms), encoding="utf-8")
        command = [sys.executable, "-m", "packbuilder", "print-run", *map(str, sorted(SOURCES.glob("*.txt")))]
        command += ["--candidates", f"{folder}/list.csv", "--marks", "60", "--versions", "4", "-o", f"{folder}/output", "-q"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        peaks: dict[int, int] = {}
        with subprocess.Popen(command, cwd=ROOT) as process:
            while process.poll() is None:
                for each in _family(process.pid):
                    peaks[each] = max(peaks.get(each, 0), _held(each))
                time.sleep(_PAUSE)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, max(peaks.values(), default=0) / 1024


def _family(process: int) -> list[int]:
    """Return a process and those that it has started."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return [process]
    return [process, *(each for child in children for each in _family(int(child)))]


def _held(process: int) -> int:
    """Return what a process has held at the most, in KiB; 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def main(counts: list[int]) -> None:
    """Print a table."""
    say = sys.stdout.write
    say(f"Print runs of 60 marks in 4 versions, {os.cpu_count()} cores\n{'candidates':>10}{'rooms':>8}{'seconds':>9}{'MiB':>7}\n")
    for count in counts:
        for rooms in (True, False):
            seconds, held = measured(count, rooms=rooms)
            say(f"{count:>10}{-(-count // _ROOM) if rooms else 1:>8}{seconds:>9.1f}{held:>7.0f}\n")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1, 500, 5000])
