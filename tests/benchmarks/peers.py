"""The peers side by side: `python -m tests.benchmarks.peers [COPIES] [ROUNDS]` prints times, sizes and ratios of one run.

Every system prints the same paper for N named candidates: 60 marks of the sample bank, four versions, the candidate's name and number on
each page. Packbuilder adds a bar code a page, and is measured as a packet and as tagged files. Whole processes are timed, the systems in
turn, the median of the rounds taken; a system that is not installed is left out. `ms a copy` is what a copy costs beyond the first of each
version, so that start-up (with packbuilder: reading notes, deriving and drawing the papers, which peers get ready made) does not count;
ratios are of that. Peers set every copy: that is what they offer for it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

VERSIONS, MARKS = 4, 60
_PITCH_MM = 8.5

Question = tuple[str, list[str], int]
"""A question for a peer: its stem, its options, its answer lines."""


def papers() -> list[list[Question]]:
    """Return each version's questions as plain text."""
    from packbuilder.document import AnswerLines, Options
    from packbuilder.markup import flat
    from packbuilder.wording import catalogue
    from tests.press.runs import forms

    def question(item) -> Question:  # type: ignore[no-untyped-def]  # an item
        blocks = item.interaction.answer_space(item.marks, catalogue("en"))
        options = [flat(each.text) for block in blocks if isinstance(block, Options) for each in block.options]
        lines = 0 if options else max(2, 2 * item.marks) if any(isinstance(block, AnswerLines) for block in blocks) else 3
        return flat(item.stem), options, lines

    return [[question(part.item) for each in form.questions for part in each.parts] for form in forms(VERSIONS, MARKS)]


def who(at: int) -> str:
    """Return what stands at the head of each page of a copy."""
    return f"Candidate Number {at:04} of the centre 61234 · {at:04}"


def packbuilder(copies: int, target: Path) -> None:
    _packbuilder(copies, target, {"packets": True, "each": False})


def packbuilder_each(copies: int, target: Path) -> None:
    _packbuilder(copies, target, {"packets": False, "each": True})


def _packbuilder(copies: int, target: Path, files: Mapping[str, bool]) -> None:
    from tests.press.printing import printed
    from tests.press.runs import run_of

    executor = "processes" if files["each"] else "in-process"
    run = run_of(copies, versions=VERSIONS, spares=0)
    printed(run, target, versions=VERSIONS, marks=MARKS, executor=executor, workers=os.cpu_count() or 1, **files)


def platypus(copies: int, target: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

    style, story = getSampleStyleSheet()["Normal"], []
    for at in range(copies):
        for number, (stem, options, lines) in enumerate(load()[at % VERSIONS], 1):
            story.append(Paragraph(f"{number} {escape(stem)}", style))
            story += [Paragraph(f"{'ABCDEFGH'[n]} {escape(option)}", style) for n, option in enumerate(options)]
            for _ in range(lines):
                story += [Spacer(0, 22), HRFlowable(width="100%", thickness=0.4)]
            story.append(Spacer(0, 12))
        story.append(PageBreak())
    pages = iter(range(10**9))

    def head(canvas, _) -> None:  # type: ignore[no-untyped-def]  # reportlab's
        canvas.drawString(72, 805, who(next(pages)))

    SimpleDocTemplate(str(target / "all.pdf")).build(story, onFirstPage=head, onLaterPages=head)


def fpdf2(copies: int, target: Path) -> None:
    from fpdf import FPDF

    pdf = FPDF()
    regular = Path(__file__).parents[2] / "packbuilder/fonts/dejavu/DejaVuSans.ttf"
    pdf.add_font("D", fname=str(regular))
    for at in range(copies):
        pdf.add_page()
        pdf.set_font("D", size=10)
        pdf.cell(text=who(at), new_x="LMARGIN", new_y="NEXT")
        for number, (stem, options, lines) in enumerate(load()[at % VERSIONS], 1):
            pdf.multi_cell(0, 5.5, f"{number} {stem}", new_x="LMARGIN", new_y="NEXT")
            for n, option in enumerate(options):
                pdf.multi_cell(0, 5.5, f"{'ABCDEFGH'[n]} {option}", new_x="LMARGIN", new_y="NEXT")
            for _ in range(lines):
                pdf.cell(0, _PITCH_MM, border="B", new_x="LMARGIN", new_y="NEXT")
            pdf.ln(4)
    pdf.output(str(target / "all.pdf"))


def weasyprint(copies: int, target: Path) -> None:
    from weasyprint import HTML

    parts = [
        "<style>h6{break-before:page;string-set:who content()}@page{@top-left{content:string(who)}}p.l{border-bottom:1px solid;height:8mm}</style>"
    ]
    for at in range(copies):
        parts.append(f"<h6>{escape(who(at))}</h6>")
        for number, (stem, options, lines) in enumerate(load()[at % VERSIONS], 1):
            parts.append(f"<p>{number} {escape(stem)}</p>" + "".join(f"<p>{'ABCDEFGH'[n]} {escape(o)}</p>" for n, o in enumerate(options)))
            parts.append("<p class=l></p>" * lines)
    HTML(string="".join(parts)).write_pdf(str(target / "all.pdf"))


def typst(copies: int, target: Path) -> None:
    import typst as compiler

    (target / "data.json").write_text(json.dumps(load()))
    (target / "all.typ").write_text(
        '#let papers = json("data.json")\n'
        f"#for at in range({copies}) [\n"
        '#set page(paper: "a4", header: [Candidate Number #at of the centre 61234 · #at])\n'
        f"#for (number, q) in papers.at(calc.rem(at, {VERSIONS})).enumerate(start: 1) [\n"
        '#block(breakable: false)[#number #q.at(0) #for (n, o) in q.at(1).enumerate() [\\ #"ABCDEFGH".at(n) #o]]\n'
        "#for _ in range(q.at(2)) [#block(above: 8mm, line(length: 100%, stroke: 0.4pt))]\n]\n]\n"
    )
    compiler.compile(str(target / "all.typ"), output=str(target / "all.pdf"))


def latex(copies: int, target: Path) -> None:
    special = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"} | {"~": "", "^": "", "\\": ""})
    parts = [r"\documentclass[a4paper]{exam}\usepackage[utf8]{inputenc}\begin{document}"]
    for at in range(copies):
        parts.append(rf"\clearpage\header{{{who(at).replace('·', '-')}}}{{}}{{}}\begin{{questions}}")
        for stem, options, lines in load()[at % VERSIONS]:
            clean = [text.translate(special).encode("ascii", "ignore").decode() for text in (stem, *options)]
            parts.append(rf"\question {clean[0]} " + "".join(rf"\par {option}" for option in clean[1:]))
            parts.append(rf"\fillwithlines{{{lines * _PITCH_MM}mm}}" if lines else "")
        parts.append(r"\end{questions}")
    (target / "all.tex").write_text("\n".join((*parts, r"\end{document}")))
    subprocess.run(["pdflatex", "-interaction=batchmode", "all.tex"], cwd=target, check=False, stdout=subprocess.DEVNULL)


TIMES = {"packbuilder, packet": 20, "packbuilder, tagged files": 5}
"""These print so many times more copies: what a few cost is lost in the noise of start-up."""

PEERS: Mapping[str, tuple[Callable[[int, Path], None], str]] = {
    "packbuilder, packet": (packbuilder, "packbuilder"),
    "packbuilder, tagged files": (packbuilder_each, "packbuilder"),
    "Typst": (typst, "typst"),
    "LaTeX exam class": (latex, "!pdflatex"),
    "reportlab platypus": (platypus, "reportlab"),
    "fpdf2": (fpdf2, "fpdf"),
    "WeasyPrint": (weasyprint, "weasyprint"),
}


def installed(needs: str) -> bool:
    """Tell whether a module, or after `!` a program, is there; what follows a program are files that TeX must find."""
    if not needs.startswith("!"):
        return find_spec(needs) is not None
    program, *files = needs[1:].split()
    if shutil.which(program) is None:
        return False
    found = subprocess.run(["kpsewhich", *files], check=False, capture_output=True, text=True).stdout if files else ""
    return len(found.splitlines()) == len(files)


PEAK = "peak.txt"
"""Where a process says what it took at most."""


def peak() -> int:
    """Return the most that this process, or one that it ran, has held so far, in MiB.

    Not `ru_maxrss` of this process: that begins with what its parent held when it was started.
    """
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    own = next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024


def load() -> list[list[Question]]:
    """Return the versions that the parent wrote down: peers do not pay for drawing them."""
    return [[(stem, options, lines) for stem, options, lines in paper] for paper in json.loads(Path(os.environ["PEERS_DATA"]).read_text())]


def timed(name: str, copies: int, data: Path) -> tuple[float, int, int, int]:
    """Return the seconds of a whole process, its peak in MiB, and the bytes and pages that it made."""
    from pypdf import PdfReader

    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PEERS_DATA": str(data)}
        begin = time.perf_counter()
        command = [sys.executable, "-m", "tests.benchmarks.peers", "--one", name, str(copies), folder]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        process.wait()
        seconds = time.perf_counter() - begin
        peak = int((Path(folder) / PEAK).read_text()) if (Path(folder) / PEAK).is_file() else 0
        files = [path for path in Path(folder).rglob("*.pdf") if path.parent.name != "marking"]
        pages = sum(len(PdfReader(path).pages) for path in files)
        return seconds, peak, sum(path.stat().st_size for path in files), pages


def main(copies: int, rounds: int) -> None:
    """Print a table of all systems that are installed."""
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "papers.json"
        data.write_text(json.dumps(papers()))
        there = [name for name, (_, needs) in PEERS.items() if installed(needs)]
        results: dict[str, list[tuple[float, int, int, int]]] = {name: [] for name in there}
        count = {name: copies * TIMES.get(name, 1) for name in there}
        firsts: dict[str, list[float]] = {name: [] for name in there}
        for _ in range(rounds):
            for name in there:
                firsts[name].append(timed(name, VERSIONS, data)[0])
                results[name].append(timed(name, count[name], data))
    seconds = {name: statistics.median(each[0] for each in results[name]) for name in there}
    further = {name: 1000 * (seconds[name] - statistics.median(firsts[name])) / (count[name] - VERSIONS) for name in there}
    base = further[there[0]]
    say(f"Copies of {MARKS} marks in {VERSIONS} versions, {rounds} rounds, {os.cpu_count()} cores\n")
    say(f"{'system':<28}{'copies':>8}{'seconds':>9}{'ms a copy':>11}{'ratio':>8}{'pages':>8}{'bytes/page':>12}{'MiB':>7}\n")
    for name in there:
        _, peak, size, pages = results[name][0]
        row = f"{name:<28}{count[name]:>8}{seconds[name]:>9.2f}{further[name]:>11.2f}{further[name] / base:>8.1f}"
        say(f"{row}{pages:>8}{size / max(1, pages):>12.0f}{peak:>7}\n")
    say("".join(f"{name}: not installed\n" for name in PEERS if name not in there))


def started(peers: Mapping[str, tuple[Callable[[int, Path], None], str]], compared: Callable[[int, int], None]) -> None:
    """Do what the command line says: `--one NAME NUMBER FOLDER` runs one of the peers and notes its peak; else `compared`, of 100 in 3 rounds if nothing is said."""
    if sys.argv[1:2] == ["--one"]:
        name, number, folder = sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
        peers[name][0](number, folder)
        (folder / PEAK).write_text(str(peak()))
    else:
        number, rounds = map(int, sys.argv[1:] + ["100", "3"][len(sys.argv) - 1 :])
        compared(number, rounds)


if __name__ == "__main__":
    started(PEERS, main)
