"""Versions side by side: `python -m tests.benchmarks.versions [VERSIONS] [ROUNDS]` prints times, sizes and ratios of one run.

Every system makes N versions of the workload's paper (`workload.py`) and the mark scheme of each, 14 pages and 7 of nearly all: the same words on as many pages,
which `peer_drawing` takes from what packbuilder typesets. They hold a cover with boxes for the candidate, instructions and the examiner's grid; heads and feet
with the number of the page and of all pages; a frame; sections with their totals; questions that stay whole, with numbers, codes and marks in
columns of their own, boxes to mark, and answer lines; a page that says that it is blank; and the scheme, principles and tables whose head is repeated.
Each system has them as a user of it would who cares about speed (`in_typst`, `in_latex`, `in_platypus` say how); "platypus, plain" has them as
most people write them who use reportlab (`in_plain_platypus`).

Whole processes are timed, the systems in turn, the median of the rounds taken; `ms a version` is what a version costs beyond the first. Packbuilder is
its command, which reads the bank, draws the papers by the blueprint and proves the scheme; peers get the versions ready made. Packbuilder and Typst
write tagged PDF, two files a version; LaTeX and platypus write no tags, and all versions in one file, which is the fastest that they have. LaTeX knows
how many pages there are in a second run; "LaTeX, one run" leaves the totals out.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.peers import PEAK, installed, started

if TYPE_CHECKING:
    from tests.benchmarks.peer_papers import Paper


def command(name: str, versions: int, data: Path, target: Path) -> list[str]:
    """Return what is run: packbuilder's own command, or a peer by this module."""
    if name != OURS:
        return ["tests.benchmarks.versions", "--one", name, str(versions), str(target)]
    wanted = ["--blueprint", str(data / "w.yaml"), "--versions", str(versions), "--seed", "1"]
    return ["packbuilder", "paper", str(data / "w.bank.yaml"), *wanted, "--output", str(target), "--quiet"]


def typst(versions: int, target: Path) -> None:
    from tests.benchmarks import in_typst

    in_typst.typst(_load(versions), target)


def latex(versions: int, target: Path) -> None:
    from tests.benchmarks import in_latex

    in_latex.latex(_load(versions), target)


def latex_once(versions: int, target: Path) -> None:
    from tests.benchmarks import in_latex

    in_latex.latex(_load(versions), target, totals=False)


def platypus(versions: int, target: Path) -> None:
    from tests.benchmarks import in_platypus

    in_platypus.platypus(_load(versions), target)


def plain_platypus(versions: int, target: Path) -> None:
    from tests.benchmarks import in_plain_platypus

    in_plain_platypus.plain_platypus(_load(versions), target)


OURS = "packbuilder"

_TEX = "!pdflatex exam.cls helvet.sty geometry.sty longtable.sty xcolor.sty colortbl.sty phvr8t.tfm"

PEERS: Mapping[str, tuple[Callable[[int, Path], None], str]] = {
    "Typst": (typst, "typst"),
    "LaTeX exam class": (latex, _TEX),
    "LaTeX, one run": (latex_once, _TEX),
    "reportlab platypus": (platypus, "reportlab"),
    "platypus, plain": (plain_platypus, "reportlab"),
}
"""What makes the versions, and what it needs."""


def _load(versions: int) -> list[Paper]:
    return json.loads(Path(os.environ["VERSIONS_DATA"]).read_text())[:versions]  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a process took: seconds, and its peak in MiB; and what it made: bytes and pages of PDF."""

    seconds: float
    peak: int
    size: int
    pages: int


def timed(name: str, versions: int, data: Path, cache: Path) -> Taken:
    """Run a system in a process of its own; whatever it keeps from run to run lies in `cache`."""
    from pypdf import PdfReader

    with tempfile.TemporaryDirectory() as folder:
        told = {"VERSIONS_DATA": str(data / "versions.json"), "XDG_CACHE_HOME": str(cache)}
        environment = {each: value for each, value in {**os.environ, **told}.items() if each != "PYTHONDONTWRITEBYTECODE"}
        begin = time.perf_counter()
        arguments = [sys.executable, "-m", *command(name, versions, data, Path(folder))]
        process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        if status:
            raise SystemExit(f"{name} failed with {versions} versions")
        told_peak = Path(folder) / PEAK
        most = int(told_peak.read_text()) if told_peak.is_file() else usage.ru_maxrss // 1024
        files = list(Path(folder).rglob("*.pdf"))
        pages = sum(len(PdfReader(path).pages) for path in files)
        size = sum(path.stat().st_size for path in files)
        return Taken(seconds=seconds, peak=most, size=size, pages=pages)


def main(versions: int, rounds: int) -> None:
    """Print a table of all systems that are installed: one version with nothing kept from earlier runs, one version again, and many."""
    # Imported here: peers have no use for it, and do not pay for it.
    from tests.benchmarks.peer_drawing import papers
    from tests.benchmarks.workload import write

    say = sys.stdout.write
    there = [OURS, *(name for name, (_, needs) in PEERS.items() if installed(needs))]
    runs: dict[str, list[tuple[Taken, Taken, Taken]]] = {name: [] for name in there}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        write(data)
        drawn = papers(data / "w.bank.yaml", blueprint=str(data / "w.yaml"), versions=versions)
        (data / "versions.json").write_text(json.dumps(drawn))
        for round_ in range(rounds):
            for name in there:
                cache = data / f"cache-{round_}"
                one = timed(name, 1, data, cache), timed(name, 1, data, cache)
                runs[name].append((*one, timed(name, versions, data, cache)))
    say(f"{rounds} rounds, {os.cpu_count()} cores\n")
    say(f"{'system':<20}{'one, cold':>10}{'warm':>7}{'versions':>10}{'seconds':>9}{'ms a version':>14}{'ratio':>7}")
    say(f"{'pages':>7}{'KiB a version':>15}{'MiB':>6}\n")
    further: dict[str, float] = {}
    for name in there:
        cold, warm, all_ = (statistics.median(each[at].seconds for each in runs[name]) for at in range(3))
        further[name] = 1000 * (all_ - warm) / max(1, versions - 1)
        last = runs[name][-1][2]
        say(f"{name:<20}{cold:>10.2f}{warm:>7.2f}{versions:>10}{all_:>9.2f}{further[name]:>14.1f}{further[name] / further[OURS]:>7.1f}")
        say(f"{last.pages:>7}{last.size / versions / 1024:>15.0f}{last.peak:>6}\n")
    say("".join(f"{name}: not installed\n" for name in PEERS if name not in there))


if __name__ == "__main__":
    started(PEERS, main)
