"""Papers and their schemes in reportlab's platypus, as most people write them: questions of standard flowables, used as its user guide teaches.

A question is kept together: a table of its number, stem and mark, one of its options, whose boxes are cells, and one of ruled lines. Platypus wraps
paragraphs again in tables and in what is kept together; `in_platypus` is spared that. All else is in `platypus_document` and the same for both: the
cover, heads and feet, the one file, and the scheme, whose tables are standard flowables there too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from tests.benchmarks.peer_papers import Asked, Paper, Section
from tests.benchmarks.platypus_document import (
    BOLD,
    GREY,
    MARK,
    NUMBER,
    OPTION,
    PITCH,
    PLAIN,
    STEM,
    WIDTH,
    headed,
    padded,
    write,
)

_LABEL = ParagraphStyle("", STEM, fontName=BOLD)
_ASKED = [
    *padded(0),
    ("FONT", (0, 0), (-1, -1), PLAIN, 11, 15.5),
    ("VALIGN", (0, 0), (1, 0), "TOP"),
    ("VALIGN", (2, 0), (2, 0), "BOTTOM"),
    ("ALIGN", (2, 0), (2, 0), "RIGHT"),
]
_OPTIONS = [
    *padded(0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ("FONT", (0, 0), (-1, -1), BOLD, 11, 15.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (1, 0), (1, -1), 8),
    ("GRID", (0, 0), (0, -1), 0.7, GREY),
]
_LINES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, GREY)]


def plain_platypus(papers: Sequence[Paper], target: Path) -> None:
    """Write `all.pdf`."""
    write(papers, target, _asked)


def _asked(section: Section) -> Iterator[Flowable]:
    first, *others = map(_question, section["asked"])
    # What is kept together already is nothing that a heading can be kept with.
    yield KeepTogether([*headed(section), *first])
    yield from map(KeepTogether, others)


def _question(asked: Asked) -> list[Flowable]:
    number = Paragraph(f'{asked["number"]}<br/><font name="{PLAIN}" size="5.5" color="#595959">{asked["code"]}</font>', _LABEL)
    row = [number, Paragraph(escape(asked["stem"]), STEM), f"[{asked['marks']}]"]
    parts: list[Flowable] = [Table([row], colWidths=[NUMBER, WIDTH - NUMBER - MARK, MARK], style=_ASKED)]
    if asked["options"]:
        options = [["", letter, Paragraph(escape(option), OPTION)] for letter, option in zip("ABCDEFGH", asked["options"], strict=False)]
        widths = [5 * mm, 10 * mm, WIDTH - NUMBER - 15 * mm]
        parts.append(Table(options, colWidths=widths, style=_OPTIONS, hAlign="RIGHT"))
    if asked["lines"]:
        parts.append(Table([[""]] * asked["lines"], colWidths=WIDTH - NUMBER, rowHeights=PITCH, style=_LINES, hAlign="RIGHT"))
    return [*parts, Spacer(0, 6)]
