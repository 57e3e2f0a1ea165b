"""Versions side by side: `python -m tests.benchmarks.versions [VERSIONS] [ROUNDS]` prints times, sizes and ratios of one run.

Every system makes N versions of the workload's paper (`workload.py`) and the mark scheme of each: 38 questions drawn from 60 items, the
options in an order of the version's own, answer lines, a footer on each page, the scheme as a table with a repeated heading. Whole processes are
timed, the systems in turn, the median of the rounds taken; `ms a version` is what a version costs beyond the first. Packbuilder is its command,
which reads the bank, draws the papers by the blueprint and proves the scheme; peers get the versions ready made. Packbuilder and Typst write tagged
PDF, two files a version; the LaTeX exam class and platypus write no tags, and all versions in one file, which is the fastest that they have.
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
from random import Random
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

import yaml

from tests.benchmarks.peers import PEAK, installed, started
from tests.benchmarks.workload import write

Question: TypeAlias = tuple[str, list[str], int, int, list[str]]
"""A question for a peer: its stem, its options, its marks, its answer lines, and what its scheme says."""

_ASKED = {"multiple_choice": 20, "short_answer": 14, "extended_response": 4}

_OF_A_VERSION = "%03d"


def drawn(bank: Path, version: int) -> list[Question]:
    """Return a version's questions as plain text, of each kind as many as the blueprint asks for."""
    chance = Random(version)
    items = yaml.load(bank.read_text(), Loader=yaml.CSafeLoader)["items"]  # what a test wrote: the C loader is a safe one
    kinds = [chance.sample([item for item in items if item["kind"] == kind], count) for kind, count in _ASKED.items()]
    return [_question(item, chance) for kind in kinds for item in kind]


def _question(item: Mapping[str, Any], chance: Random) -> Question:
    options = list(item.get("options", ()))
    chance.shuffle(options)
    said = [f"{'ABCD'[at]} {each['text']}" for at, each in enumerate(options) if each.get("correct")]
    said += [f"{each['text']}. Accept: {'; '.join(each['accept'])}" for each in item.get("points", ())]
    said += [f"{each['marks']}: {each['descriptor']}" for each in item.get("levels", ())]
    said += list(item.get("indicative", ()))
    return item["stem"], [each["text"] for each in options], item["marks"], item.get("lines", 0), said


def command(name: str, versions: int, data: Path, target: Path) -> list[str]:
    """Return what is run: packbuilder's own command, or a peer by this module."""
    if name != OURS:
        return ["tests.benchmarks.versions", "--one", name, str(versions), str(target)]
    wanted = ["--blueprint", str(data / "w.yaml"), "--versions", str(versions), "--seed", "1"]
    return ["packbuilder", "paper", str(data / "w.bank.yaml"), *wanted, "--output", str(target), "--quiet"]


_TYPST_PAPER = """#let questions = json(sys.inputs.data)
#set document(title: "Workload")
#set page(paper: "a4", footer: context [Turn over #h(1fr) #counter(page).display()])
#align(center)[= Workload]
Name: #line(length: 60%, stroke: 0.4pt)
Answer all questions.
#pagebreak()
#for (number, q) in questions.enumerate(start: 1) [
  #block(breakable: false)[*#number* #q.at(0)
    #for (n, o) in q.at(1).enumerate() [#block(inset: (left: 8mm))[#"ABCD".at(n) #o]]
    #align(right)[(#q.at(2))]]
  #for _ in range(q.at(3)) [#block(above: 8mm, line(length: 100%, stroke: 0.4pt))]
]
"""

_TYPST_SCHEME = """#let questions = json(sys.inputs.data)
#set document(title: "Workload: mark scheme")
#set page(paper: "a4", footer: context [#h(1fr) #counter(page).display()])
= Mark scheme
#table(columns: (auto, 1fr, auto), table.header[Question][Answer][Marks],
  ..questions.enumerate(start: 1).map(((number, q)) => ([#number], list(..q.at(4).map(each => [#each])), [#q.at(2)])).flatten())
"""


def typst(versions: int, target: Path) -> None:
    import typst as compiler

    for source in ("paper", "scheme"):
        (target / f"{source}.typ").write_text({"paper": _TYPST_PAPER, "scheme": _TYPST_SCHEME}[source])
    for at, questions in enumerate(_load(versions)):
        data = target / f"{_OF_A_VERSION % at}.json"
        data.write_text(json.dumps(questions))
        for source in ("paper", "scheme"):
            file = target / f"{source}-{_OF_A_VERSION % at}.pdf"
            compiler.compile(str(target / f"{source}.typ"), output=str(file), root=str(target), sys_inputs={"data": data.name})


def latex(versions: int, target: Path) -> None:
    special = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"})
    parts = [r"\documentclass[a4paper]{exam}\usepackage{longtable}\begin{document}\footer{Turn over}{}{\thepage}"]
    for questions in _load(versions):
        parts.append(r"\begin{center}\Large Workload\end{center} Name: \hrulefill\par Answer all questions.\clearpage\begin{questions}")
        for stem, options, marks, lines, _ in questions:
            parts.append(rf"\question[{marks}] {stem.translate(special)}")
            parts.append(r"\begin{choices}" + "".join(rf"\choice {each}" for each in options) + r"\end{choices}" if options else "")
            parts.append(rf"\fillwithlines{{{8 * lines}mm}}" if lines else "")
        parts.append(r"\end{questions}\clearpage\begin{longtable}{lp{11cm}l}Question&Answer&Marks\\\hline\endhead")
        for number, (_, _, marks, _, said) in enumerate(questions, 1):
            parts.append(rf"{number}&{' '.join(said).translate(special)}&{marks}\\\hline")
        parts.append(r"\end{longtable}\clearpage")
    (target / "all.tex").write_text("\n".join((*parts, r"\end{document}")))
    subprocess.run(["pdflatex", "-interaction=batchmode", "all.tex"], cwd=target, check=False, stdout=subprocess.DEVNULL)


def platypus(versions: int, target: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    style, story = getSampleStyleSheet()["Normal"], []
    for questions in _load(versions):
        story += [Paragraph("Workload", style), PageBreak()]
        for number, (stem, options, marks, lines, _) in enumerate(questions, 1):
            story.append(Paragraph(f"{number} {escape(stem)} ({marks})", style))
            story += [Paragraph(f"{'ABCD'[at]} {escape(option)}", style) for at, option in enumerate(options)]
            for _ in range(lines):
                story += [Spacer(0, 22), HRFlowable(width="100%", thickness=0.4)]
            story.append(Spacer(0, 12))
        rows = [["Question", "Answer", "Marks"]]
        rows += [
            [str(at), [Paragraph(escape(each), style) for each in said], str(marks)] for at, (*_, marks, _, said) in enumerate(questions, 1)
        ]
        story += [PageBreak(), Table(rows, colWidths=(60, 340, 50), repeatRows=1), PageBreak()]

    def foot(canvas, document) -> None:  # type: ignore[no-untyped-def]  # reportlab's
        canvas.drawString(72, 40, f"Turn over {document.page}")

    SimpleDocTemplate(str(target / "all.pdf")).build(story, onFirstPage=foot, onLaterPages=foot)


OURS = "packbuilder"

PEERS: Mapping[str, tuple[Callable[[int, Path], None], str]] = {
    "Typst": (typst, "typst"),
    "LaTeX exam class": (latex, "!pdflatex"),
    "reportlab platypus": (platypus, "reportlab"),
}
"""What makes the versions, and what it needs."""


def _load(versions: int) -> list[list[Question]]:
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
    say = sys.stdout.write
    there = [OURS, *(name for name, (_, needs) in PEERS.items() if installed(needs))]
    runs: dict[str, list[tuple[Taken, Taken, Taken]]] = {name: [] for name in there}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        write(data)
        (data / "versions.json").write_text(json.dumps([drawn(data / "w.bank.yaml", at) for at in range(versions)]))
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
