"""One paper with its mark scheme, whole processes: `python -m tests.benchmarks.start [ROUNDS]` prints times and ratios to Typst.

Two papers: of notes from which questions are derived, and of the workload, a bank with a blueprint. Packbuilder runs without its cache,
with an empty one, with one that knows the sources but not this paper (another seed each time), and with one that has printed it before.
Typst gets questions and scheme ready made as JSON, and compiles two files in one process. All take turns; minima are taken, of the time
of the clock and of the processor.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from packbuilder.app.library import load, source_files
from packbuilder.cache import VARIABLE
from packbuilder.document import AnswerLines, Options
from packbuilder.markup import flat
from packbuilder.model.item import Item
from packbuilder.walks import texts_of
from packbuilder.wording import catalogue
from tests.benchmarks import workload

ROOT = Path(__file__).parents[2]
NOTES = ROOT / "sources" / "community-development" / "community-engagement-and-needs-assessment.txt"

_PAPER = """#set document(title: "Paper")
#let questions = json("data.json").questions
#set page(paper: "a4", footer: context [Version A #h(1fr) #counter(page).display() #h(1fr) Turn over])
#align(center)[#text(size: 24pt)[Practice paper] \\ Name: #box(width: 1fr, line(length: 80%)) \\ Answer all questions.]
#pagebreak()
#for (number, q) in questions.enumerate(start: 1) [
#block(breakable: false)[*#number* #q.at(0) #for (n, o) in q.at(1).enumerate() [\\ #"ABCDEFGH".at(n) #o]]
#for _ in range(q.at(2)) [#block(above: 8mm, line(length: 100%, stroke: 0.4pt))]
#align(right)[(#q.at(3) marks)]
]
"""
_SCHEME = """#set document(title: "Mark scheme")
#let rows = json("data.json").scheme
#set page(paper: "a4", footer: context [Version A #h(1fr) #counter(page).display()])
#align(center)[#text(size: 18pt)[Mark scheme]]
#table(columns: (auto, 1fr, auto), table.header([*Question*], [*Answer*], [*Marks*]),
  ..rows.enumerate(start: 1).map(((n, r)) => ([#n], [#r.at(0)], [#r.at(1)])).flatten())
"""
_RUN = "import typst; [typst.compile(f'{name}.typ', output=f'{name}.pdf') for name in ('paper', 'scheme')]"


def exported(source: Path, manifest: Path, folder: Path) -> None:
    """Write what a paper and its scheme hold, as its manifest says, for Typst."""
    items = {item.id: item for item in load(source_files(source), root=source.parent).bank.items}
    (form,) = json.loads(manifest.read_text())["forms"]
    asked = [items[part["item"]] for question in form["questions"] for part in question["parts"]]
    data = {"questions": list(map(_question, asked)), "scheme": [["\n".join(_credited(item)), item.marks] for item in asked]}
    (folder / "data.json").write_text(json.dumps(data))
    (folder / "paper.typ").write_text(_PAPER)
    (folder / "scheme.typ").write_text(_SCHEME)


def _question(item: Item) -> list[object]:
    blocks = item.interaction.answer_space(item.marks, catalogue("en"))
    options = [flat(each.text) for block in blocks if isinstance(block, Options) for each in block.options]
    lines = sum(block.lines or 2 * item.marks for block in blocks if isinstance(block, AnswerLines))
    return [flat(item.stem), options, lines, item.marks]


def _credited(item: Item) -> Iterator[str]:
    """Yield the words of an item's scheme."""
    scheme = item.scheme
    yield from map(flat, (getattr(scheme, "stated", ()), *getattr(scheme, "indicative", ()), *scheme.guidance))
    yield from (flat(text) for point in getattr(scheme, "points", ()) for text in (point.text, *point.accept, *point.reject))
    yield from (f"{level.low}-{level.high} {flat(level.descriptor)}" for level in getattr(scheme, "levels", ()))
    yield from map(flat, texts_of(item.interaction.key(catalogue("en"))))


def timed(command: list[str], folder: Path, where: str) -> tuple[float, float]:
    """Return the seconds of the clock and of the processor that a process took."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {VARIABLE: where, "PYTHONPATH": str(ROOT)}
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    seconds, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(paper: list[str], source: Path, rounds: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """Return the times of each system over the rounds, the first of which does not count."""
    command = [sys.executable, "-m", "packbuilder", "paper", *paper, "-q", "--output", str(folder / "out"), "--seed"]
    warm, empty = str(folder / "warm"), str(folder / "empty")
    timed([*command, "1"], folder, warm)
    exported(source, folder / "out" / "manifest.json", folder)
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
        papers = {"notes, 30 marks": ([str(NOTES), "--marks", "30"], NOTES), "workload": ([str(bank), "--blueprint", str(blueprint)], bank)}
        for title, (arguments, source) in papers.items():
            (folder / title).mkdir()
            times = measured(arguments, source, rounds, folder / title)
            clock, processor = ({name: min(each[at] for each in found) for name, found in times.items()} for at in (0, 1))
            say(f"{title}: minima of {rounds} rounds\n{'':<30}{'clock s':>9}{'ratio':>7}{'CPU s':>9}{'ratio':>7}\n")
            for name in times:
                say(f"{name:<30}{clock[name]:>9.3f}{clock[name] / clock['Typst']:>7.2f}")
                say(f"{processor[name]:>9.3f}{processor[name] / processor['Typst']:>7.2f}\n")


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["10"])[0]))
