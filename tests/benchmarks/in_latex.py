"""Papers and their schemes in LaTeX's exam class: all versions in one document, untagged.

Questions are kept together by `samepage`, schemes are `longtable`s whose long rows may break between paragraphs, as packbuilder's do. Each page
says how many there are, which LaTeX knows in a second run; the first then writes no PDF (`-draftmode`). In one run it says its number alone.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.peer_papers import Asked, Notes, Paper, Row, Said, Section

_PREAMBLE = Path(__file__).with_name("peer_sources") / "preamble.tex"
_SPECIAL = str.maketrans(
    {**{char: f"\\{char}" for char in "&%$#_{}"}, "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)
_WHOLE = 8
"""Rows with more paragraphs than this may break across pages."""

_GRID_WIDTH = 469.5
"""What the boxes of a row of the grid share, in points, with the space between them."""


def latex(papers: Sequence[Paper], target: Path, *, totals: bool = True) -> None:
    """Write `all.pdf` in two runs, or without totals of pages in one."""
    body = "\n".join(line for at, paper in enumerate(papers) for line in _version(paper, at))
    shown = r"\totalstrue" if totals else r"\totalsfalse"
    (target / "all.tex").write_text(f"{_PREAMBLE.read_text()}\n{shown}\n\\begin{{document}}\n{body}\n\\end{{document}}\n")
    for options in [("-draftmode",), ()] if totals else [()]:
        command = ["pdflatex", "-interaction=batchmode", *options, "all.tex"]
        subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL)


def _version(paper: Paper, at: int) -> Iterator[str]:
    title, identity = _escaped(paper["title"]), _escaped(paper["identity"])
    facts = r"\\".join(_cells(row) for row in paper["facts"])
    yield rf"\version{{{at}}}{{{title}}}{{{identity}}}\cover{{{title}}}{{{_escaped(paper['about'])}}}{{{facts}}}"
    yield r"\begin{notes}"
    for notes in paper["notes"]:
        yield rf"\textbf{{{_escaped(notes['title'])}}}\par"
        yield from _list(notes)
    yield r"\end{notes}{\grids"
    for at_grid, rows in enumerate(paper["grids"], 1):
        yield _grid(rows, double=at_grid == len(paper["grids"]))
    yield r"}\clearpage\begin{questions}"
    for section in paper["sections"]:
        yield from _section(section)
    yield rf"\total{{{paper['total']}}}\end{{questions}}\finished{{{paper['end']}}}"
    yield rf"\scheme{{{_escaped(paper['scheme_for'])}}}{{{identity}}}"
    for notes in paper["principles"]:
        yield rf"\heading{{{_escaped(notes['title'])}}}"
        yield from _list(notes)
        yield r"\vspace{8bp}"
    yield _objectives(paper["objectives"])
    for section in paper["sections"]:
        yield rf"\vspace{{8bp}}\heading{{{_escaped(section['title'])}}}" if section["title"] else ""
        yield r"\begin{marked}"
        yield from map(_row, section["rows"])
        yield r"\end{marked}"
        yield rf"\nopagebreak\hspace*{{\fill}}\textbf{{{section['total']}}}\par" if section["total"] else ""
    yield rf"\vspace{{4bp}}\hspace*{{\fill}}\textbf{{{paper['total']}}}\par\schemefinished"


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)


def _cells(row: Sequence[str]) -> str:
    return "&".join(map(_escaped, row))


def _bold(texts: Sequence[str]) -> list[str]:
    return [rf"\textbf{{{text}}}" if text else "" for text in texts]


def _list(notes: Notes) -> Iterator[str]:
    yield r"\begin{bullets}"
    yield from (rf"\item {_escaped(entry)}" for entry in notes["entries"])
    yield r"\end{bullets}"
    if notes["pages"]:
        yield r"\iftotals " + notes["pages"].replace("{pages}", r"\pageref{last-\kind-\code}") + r"\par\fi"


def _grid(rows: Sequence[Sequence[str]], *, double: bool) -> str:
    """Return a band of the examiner's grid; the last box is double in the last band."""
    boxes = len(rows[0]) - 1
    unit = _GRID_WIDTH / (1.9 + boxes + double)
    columns = [1.9, *[1.0] * (boxes - 1), 2.0 if double else 1.0]
    # Between columns stand a rule and the space on both sides of it, which are parts of a box.
    widths = "".join(rf"C{{{share * unit - 4.4:.1f}bp}}|" for share in columns)
    head, worth = "&".join(_bold(rows[0])), "&".join((*_bold(rows[1][:1]), *rows[1][1:]))
    return rf"\begin{{tabular}}{{@{{}}|{widths}@{{}}}}\hline {head}\\\hline {worth}\\\hline\end{{tabular}}\par\vspace{{6bp}}"


def _objectives(rows: Sequence[Sequence[str]]) -> str:
    columns = len(rows[0]) - 1
    unit = 462.0 / (2 + columns)
    widths = rf"|p{{{2 * unit:.1f}bp}}|" + rf"C{{{unit:.1f}bp}}|" * columns
    lines = ["&".join(_bold(rows[0])), *("&".join((*_bold(row[:1]), *map(_escaped, row[1:]))) for row in rows[1:])]
    table = "".join(rf"{line}\\\hline " for line in lines)
    return rf"\heading{{Marks by assessment objective}}{{\grids\begin{{tabular}}{{@{{}}{widths}@{{}}}}\hline {table}\end{{tabular}}\par}}"


def _section(section: Section) -> Iterator[str]:
    yield rf"\begin{{samepage}}\sectionhead{{{_escaped(section['title'])}}}{{{_escaped(section['rubric'])}}}"
    for at, asked in enumerate(section["asked"]):
        yield from _question(asked, inside=at == 0)
    yield rf"\total{{{section['total']}}}" if section["total"] else ""


def _question(asked: Asked, *, inside: bool) -> Iterator[str]:
    """Yield a question that stays on one page; `inside`: with what stands before it."""
    star = "*" if asked["number"].endswith("*") else ""
    yield rf"\renewcommand\digest{{{asked['code']}}}\renewcommand\starred{{{star}}}\question"
    yield ("" if inside else r"\begin{samepage}") + rf"\ask{{{_escaped(asked['stem'])}}}{{{asked['marks']}}}"
    if asked["options"]:
        yield r"\begin{choices}" + "".join(rf"\choice {_escaped(option)}" for option in asked["options"]) + r"\end{choices}"
    if asked["lines"]:
        yield rf"\nobreak\vspace{{4bp}}\fillwithlines{{{asked['lines']}\linefillheight}}"
    yield r"\end{samepage}"


def _row(row: Row) -> str:
    said = list(map(_paragraph, row["answer"]))
    number = rf"\of{{{row['number']}}}{{{row['code']}}}"
    objectives, guidance = (
        r"\newline ".join(map(_escaped, row["objectives"])),
        r"\par ".join(rf"\advice{{{_escaped(each)}}}" for each in row["guidance"]),
    )
    # A row of a longtable never breaks: a long one is several, without rules between them.
    parts = said if len(said) > _WHOLE else [r"\andthen ".join(said)]
    first = rf"{number}&{parts[0]}&{row['marks']}&{objectives}&{guidance}"
    return "\\\\\n".join((first, *(rf"&{part}&&&" for part in parts[1:]))) + r"\\\hline"


def _paragraph(said: Said) -> str:
    head, tail = _bold([_escaped(said["head"]), _escaped(said["tail"])])
    return rf"\{said['kind']}{{{head}{_escaped(said['text'])}{tail}}}"
