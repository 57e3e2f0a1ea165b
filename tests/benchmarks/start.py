"""One paper with its mark scheme, whole processes: `python -m tests.benchmarks.start [ROUNDS]` prints times and ratios to Typst.

Two papers: of notes from which questions are derived, and of the workload, a bank with a blueprint. Packbuilder runs without its cache,
with an empty one, with one that knows the sources but not this paper (another seed each time), and with one that has printed it before.
Typst gets the same paper and scheme ready made as JSON, and compiles two files in one process that imports nothing else, from the sources that
`versions` has. All take turns; minima are taken, of the time of the clock and of the processor.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import rmtree

from packbuilder.cache import VARIABLE
from tests.benchmarks import workload
from tests.benchmarks.in_typst import FACES, SOURCES, copy_sources
from tests.benchmarks.peer_drawing import papers

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "sources" / "community-development" / "community-engagement-and-needs-assessment.txt"

_RUN = f"""import typst
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[{str(FACES)!r}])
for name in {SOURCES!r}:
    typst.compile(f'{{name}}.typ', output=f'{{name}}.pdf', font_paths=fonts, sys_inputs={{'data': 'data.json'}})
"""


def timed(command: list[str], folder: Path, where: str) -> tuple[float, float]:
    """Return the seconds of the clock and of the processor that a process took."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {VARIABLE: where, "PYTHONPATH": str(ROOT)}
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(source: Path, *, marks: int = 0, blueprint: str = "", rounds: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return the times of each system over the rounds, the first of which does not count."""
    options = ["--marks", str(marks)] if marks else ["--blueprint", blueprint]
    command = [sys.executable, "-m", "packbuilder", "paper", str(source), *options, "-q", "--output", str(folder / "out"), "--seed"]
    warm, empty = str(folder / "warm"), str(folder / "empty")
    timed([*command, "1"], folder, warm)
    (paper,) = papers(source, marks=marks, blueprint=blueprint)
    (folder / "data.json").write_text(json.dumps(paper))
    copy_sources(folder)
    times: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds + 1):
        rmtree(empty, ignore_errors=True)
        taken = {
            "packbuilder, no cache": timed([*command, "1"], folder, "off"),
            "packbuilder, empty cache": timed([*command, "1"], folder, empty),
            "packbuilder, another seed": timed([*command, str(100 + number)], folder, warm),
            "packbuilder, the same paper": timed([*command, "1"], folder, warm),
            "Typst": timed([sys.executable, "-c", _RUN], folder, "off"),
        }
        for name, each in taken.items():
            times.setdefault(name, []).extend((each,) if number else ())
    return times


def main(rounds: int) -> None:
    """Print a table for each paper."""
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        workload.write(folder / "bank")
        bank, blueprint = folder / "bank" / "w.bank.yaml", folder / "bank" / "w.yaml"
        notes, whole = folder / "notes", folder / "workload"
        notes.mkdir()
        whole.mkdir()
        found = {
            "notes, 30 marks": measured(NOTES, marks=30, rounds=rounds, folder=notes),
            "workload": measured(bank, blueprint=str(blueprint), rounds=rounds, folder=whole),
        }
        for title, times in found.items():
            clock, processor = ({name: min(each[at] for each in taken) for name, taken in times.items()} for at in (0, 1))
            say(f"{title}: minima of {rounds} rounds\n{'':<30}{'clock s':>9}{'ratio':>7}{'CPU s':>9}{'ratio':>7}\n")
            for name in times:
                say(f"{name:<30}{clock[name]:>9.3f}{clock[name] / clock['Typst']:>7.2f}")
                say(f"{processor[name]:>9.3f}{processor[name] / processor['Typst']:>7.2f}\n")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["10"])[0]))
