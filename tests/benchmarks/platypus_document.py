"""What both platypus peers have in common: a document of all versions, untagged, in packbuilder's own faces, with its cover, heads, feet and styles.

How questions are set, the peer says. A section of the scheme is one table of paragraphs, whose head is repeated. Totals of pages are forms that are drawn
where a part ends, and placed on its pages before, so that no page is kept until all are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.flowables import DocIf

from tests.benchmarks.peer_papers import Notes, Paper, Row, Said, Section

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FACES = Path(__file__).parents[2] / "packbuilder" / "fonts" / "atkinson"
PLAIN, BOLD = "Atkinson", "Atkinson-Bold"
_ACCENT, _GUIDANCE, _TINT, _EDGES = map(HexColor, ("#0a6770", "#3d464d", "#e8f1f2", "#8a9a9c"))
GREY, _RULES = Color(0.35, 0.35, 0.35), Color(0.45, 0.45, 0.45)
WIDTH = 166 * mm
_SCHEME_WIDTH = 168 * mm
PITCH = 8.5 * mm
NUMBER, MARK = 9 * mm, 18 * mm
_FURNITURE = 8.5

Setting = Callable[[Section], Iterable[Flowable]]
"""What sets a section of a paper, but for its total."""

_WHOLE, _TOGETHER = 8, 2
"""Rows with more paragraphs than the one may break across pages, after so many as the other."""

_FEW = 170.0
"""What a heading of the scheme needs below it on its page: the head of the table and a row of points."""


def _style(size: float, leading: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        "", **{"fontName": PLAIN, "fontSize": size, "leading": leading, "bulletFontName": PLAIN, "bulletFontSize": size, **more}
    )


_BODY = _style(11, 15, spaceAfter=4)
_LABEL = _style(11, 15, fontName=BOLD, spaceAfter=3)
_TITLE = _style(24, 29, fontName=BOLD, spaceAfter=6)
_LEAD = _style(12, 16.5, spaceAfter=6)
_BULLET = _style(11, 15, leftIndent=14.2, spaceAfter=4)
_SECTION = _style(14, 19, fontName=BOLD, spaceBefore=12, spaceAfter=2, keepWithNext=1)
_RUBRIC = _style(11, 15, spaceAfter=2, keepWithNext=1)
STEM = _style(11, 15.5)
OPTION = _style(11, 15.5)
_TOTAL = _style(11, 15, fontName=BOLD, alignment=TA_RIGHT, spaceBefore=7, spaceAfter=8)
_CENTRE = _style(11, 15, fontName=BOLD, alignment=TA_CENTER, spaceBefore=14)
_SMALL_LABEL = _style(10.5, 14.4, fontName=BOLD, textColor=_ACCENT, spaceAfter=3.6)
_LARGE = _style(31.4, 36, fontName=BOLD, textColor=_ACCENT, spaceAfter=8)
_FOR = _style(12.6, 18, spaceAfter=7.2)
_HEADING = _style(15.1, 18, fontName=BOLD, textColor=_ACCENT, spaceBefore=10.2, spaceAfter=2)
_PRINCIPLE = _style(10.5, 14.4, leftIndent=14.2, spaceAfter=2.5)
_CELL = _style(10.5, 14.4, spaceAfter=3.6)
_SCHEME_TOTAL = _style(10.5, 14.4, fontName=BOLD, alignment=TA_RIGHT, spaceBefore=3.6, spaceAfter=7.2)
_KINDS = {
    "plain": _CELL,
    "point": _style(10.5, 14.4, leftIndent=14.2, spaceAfter=3.6),
    "note": _style(10.5, 14.4, leftIndent=14.2, spaceAfter=3.6, textColor=_GUIDANCE),
    "advice": _style(10.5, 14.4, spaceAfter=3.6, textColor=_GUIDANCE),
}


def padded(points: float) -> list[tuple[object, ...]]:
    return [(f"{side}PADDING", (0, 0), (-1, -1), points) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")]


_CELLS = [("FONT", (0, 0), (-1, -1), PLAIN, 10.5, 14), ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
_GRID = [
    *_CELLS,
    ("FONT", (0, 0), (-1, 0), BOLD, 10.5, 14),
    ("FONT", (0, 1), (0, -1), BOLD, 10.5, 14),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ("GRID", (0, 0), (-1, -1), 0.5, _RULES),
]
_MARKED = [
    ("FONT", (0, 0), (-1, -1), PLAIN, 10.5, 14.4),
    ("FONT", (0, 0), (-1, 0), BOLD, 10.5, 14.4),
    ("BACKGROUND", (0, 0), (-1, 0), _TINT),
    ("BOX", (0, 0), (-1, -1), 0.5, _EDGES),
    ("LINEBEFORE", (1, 0), (-1, -1), 0.5, _EDGES),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("ALIGN", (2, 0), (3, -1), "CENTER"),
    *padded(4),
]
_HEADER: list[object] = ["Q", "Answer", "Marks", "AO", "Guidance"]
_COLUMNS = [_SCHEME_WIDTH * share / 477 for share in (47, 242, 38, 46, 104)]


class _Candidate(Flowable):  # type: ignore[misc]  # reportlab has no types
    """What candidates fill in about themselves."""

    _FIELDS = (
        (("First name(s)",), 0),
        (("Last name",), 0),
        (("Centre number",), 5),
        (("Candidate number",), 4),
        (("Candidate’s", "signature"), 0),
        (("Date",), 0),
    )

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        return width, 33 * mm + 6

    def draw(self) -> None:
        canvas = self.canv
        for at, (label, boxes) in enumerate(self._FIELDS):
            x, y = at % 2 * 242.4, 33 * mm + 6 - (at // 2 + 1) * 11 * mm
            canvas.setFont(BOLD, 11)
            for line, words in enumerate(reversed(label)):
                canvas.drawString(x, y + 20 - 7.5 * len(label) + 15 * line, words)
            x += 105.7
            if boxes:
                canvas.setLineWidth(0.6)
                canvas.grid([x + n * PITCH for n in range(boxes + 1)], [y + 4, y + 4 + PITCH])
            else:
                canvas.setLineWidth(0.5)
                canvas.line(x, y + 6, x + 122.5, y + 6)


class _Pages(Flowable):  # type: ignore[misc]
    """A sentence with the total of pages, which is a form that is drawn later."""

    def __init__(self, template: str, form: str) -> None:
        super().__init__()
        self.before, self.after = template.split("{pages}")
        self.form = form
        self.spaceAfter = 4

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        return width, 15

    def draw(self) -> None:
        canvas = self.canv
        x = stringWidth(self.before, PLAIN, 11)
        canvas.setFont(PLAIN, 11)
        canvas.drawString(0, 4, self.before)
        canvas.drawString(x + stringWidth("00", PLAIN, 11), 4, self.after)
        canvas.translate(x, 4)
        canvas.scale(_BODY.fontSize / _FURNITURE, _BODY.fontSize / _FURNITURE)
        canvas.doForm(self.form)


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """Parts with page numbers of their own; `sheet` is the page in its part."""

    def __init__(self, path: Path) -> None:
        inner, outer = 22 * mm, 20 * mm
        top, bottom = 24 * mm, 26 * mm
        paper = _frame(inner, bottom, WIDTH, A4[1] - top - bottom)
        right, left = (_frame(x, inner, _SCHEME_WIDTH, A4[1] - 2 * inner) for x in (inner, outer))
        super().__init__(
            str(path),
            pagesize=A4,
            pageTemplates=[
                PageTemplate("paper", [paper], onPage=_begin_paper, onPageEnd=_end_paper),
                PageTemplate("scheme", [right], onPage=_begin_scheme, autoNextPageTemplate="left"),
                PageTemplate("left", [left], onPage=_begin_scheme, autoNextPageTemplate="scheme"),
            ],
        )
        self.sheet, self.more = 0, True
        self.begun: tuple[Paper, str] | None = None

    def handle_partBegin(self, paper: Paper, form: str) -> None:  # noqa: N802  # platypus calls it by this name
        self.begun = paper, form

    def handle_questionsEnd(self) -> None:  # noqa: N802
        self.more = False

    def handle_partEnd(self) -> None:  # noqa: N802
        """Draw the total, which the part's pages have named already."""
        self.canv.beginForm(self.form)
        self.canv.setFont(PLAIN, _FURNITURE)
        self.canv.drawString(0, 0, str(self.sheet))
        self.canv.endForm()

    def turned(self) -> None:
        """Count a page, which may be the first of a part."""
        if self.begun:
            (self.paper, self.form), self.begun, self.sheet, self.more = self.begun, None, 0, True
        self.sheet += 1


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _begin_paper(canvas: Canvas, document: _Document) -> None:
    document.turned()
    canvas.setStrokeColor(_RULES)
    canvas.setLineWidth(0.6)
    canvas.rect(55.4, 66.7, 484.5, 714.2)
    canvas.setStrokeColor(black)
    if document.sheet > 1:
        canvas.setFont(PLAIN, _FURNITURE)
        canvas.drawString(22 * mm, 792.5, "Practice paper")
        canvas.drawCentredString(A4[0] / 2, 792.5, "Do not write outside the box")
        canvas.drawRightString(22 * mm + WIDTH, 792.5, document.paper["title"])


def _end_paper(canvas: Canvas, document: _Document) -> None:
    canvas.setFont(PLAIN, _FURNITURE)
    canvas.drawString(22 * mm, 38.3, document.paper["identity"])
    if document.sheet % 2 and document.more:
        canvas.drawRightString(22 * mm + WIDTH, 38.3, "Turn over")
    _page_of(canvas, document, 274.5, 38.3)


def _begin_scheme(canvas: Canvas, document: _Document) -> None:
    document.turned()
    left = (22 if document.sheet % 2 else 20) * mm
    canvas.setFont(PLAIN, _FURNITURE)
    canvas.setFillColor(_GUIDANCE)
    if document.sheet > 1:
        canvas.drawString(left, 798, "Mark scheme")
        canvas.drawRightString(left + _SCHEME_WIDTH, 798, document.paper["title"])
    canvas.drawString(left, 27, document.paper["identity"])
    _page_of(canvas, document, left + _SCHEME_WIDTH - 45, 27)
    canvas.setFillColor(black)


def _page_of(canvas: Canvas, document: _Document, x: float, y: float) -> None:
    words = f"Page {document.sheet} of "
    canvas.drawString(x, y, words)
    canvas.saveState()
    canvas.translate(x + stringWidth(words, PLAIN, _FURNITURE), y)
    canvas.doForm(document.form)
    canvas.restoreState()


def write(papers: Sequence[Paper], target: Path, asked: Setting) -> None:
    """Write `all.pdf` with the sections of papers as the peer sets them."""
    registerFont(TTFont(PLAIN, str(_FACES / "AtkinsonHyperlegible-Regular.ttf")))
    registerFont(TTFont(BOLD, str(_FACES / "AtkinsonHyperlegible-Bold.ttf")))
    registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)
    document = _Document(target / "all.pdf")
    document.begun = papers[0], "paper-0"
    story: list[Flowable] = []
    for at, paper in enumerate(papers):
        if at:
            story += [ActionFlowable(("partBegin", paper, f"paper-{at}")), NextPageTemplate("paper"), PageBreak()]
        story += _paper(paper, f"paper-{at}", asked)
        story += [ActionFlowable(("partBegin", paper, f"scheme-{at}")), NextPageTemplate("scheme"), PageBreak()]
        story += _scheme(paper)
    document.build(story)


def _paper(paper: Paper, form: str, asked: Setting) -> Iterator[Flowable]:
    yield Paragraph("Practice paper", _LABEL)
    yield Paragraph(escape(paper["title"]), _TITLE)
    if paper["about"]:
        yield Paragraph(escape(paper["about"]), _LEAD)
    facts = [("FONT", (at, 0), (at, -1), BOLD, 10.5, 14) for at in (0, 2)]
    style = [*_CELLS, *facts, ("LEFTPADDING", (0, 0), (-1, -1), 2)]
    yield Table(paper["facts"], colWidths=[WIDTH * share / 16 for share in (3, 4, 4, 5)], rowHeights=18, style=style)
    yield _Candidate()
    notes = [flowable for each in paper["notes"] for flowable in _notes(each, _LABEL, _BULLET, form)]
    yield Table([[notes]], colWidths=WIDTH, style=[("BOX", (0, 0), (-1, -1), 0.8, _RULES), *padded(9)])
    for at, rows in enumerate(paper["grids"], 1):
        yield Spacer(0, 8)
        yield _grid(rows, double=at == len(paper["grids"]))
    yield PageBreak()
    for section in paper["sections"]:
        yield from asked(section)
        if section["total"]:
            yield Paragraph(section["total"], _TOTAL)
    yield Paragraph(paper["total"], _TOTAL)
    yield Paragraph(paper["end"], _CENTRE)
    yield ActionFlowable(("questionsEnd",))
    yield DocIf("doc.sheet % 2", [PageBreak(), Spacer(0, 335), Paragraph("BLANK PAGE", _CENTRE)])
    yield ActionFlowable(("partEnd",))


def headed(section: Section) -> Iterator[Flowable]:
    """Return what stands above a section's questions."""
    if section["title"]:
        yield Paragraph(escape(section["title"]), _SECTION)
    yield Paragraph(escape(section["rubric"]), _RUBRIC)


def _notes(notes: Notes, heading: ParagraphStyle, entries: ParagraphStyle, form: str = "") -> Iterator[Flowable]:
    yield Paragraph(escape(notes["title"]), heading)
    yield from (Paragraph(escape(entry), entries, bulletText="•") for entry in notes["entries"])
    if notes["pages"]:
        yield _Pages(notes["pages"], form)


def _grid(rows: Sequence[Sequence[str]], *, double: bool) -> Table:
    """Return a band of the examiner's grid; the last box is double in the last band."""
    shares = [1.9, *[1.0] * (len(rows[0]) - 2), 2.0 if double else 1.0]
    widths = [share * WIDTH / sum(shares) for share in shares]
    return Table(rows, colWidths=widths, rowHeights=20, style=[*_GRID, ("ALIGN", (0, 0), (-1, -1), "CENTER")])


def _scheme(paper: Paper) -> Iterator[Flowable]:
    yield Paragraph("Mark scheme", _SMALL_LABEL)
    yield Paragraph(escape(paper["title"]), _LARGE)
    yield Paragraph(escape(paper["scheme_for"]), _FOR)
    for each in paper["principles"]:
        yield from _notes(each, _HEADING, _PRINCIPLE)
    yield Paragraph("Marks by assessment objective", _HEADING)
    objectives = paper["objectives"]
    unit = _SCHEME_WIDTH / (len(objectives[0]) + 1)
    widths = [2 * unit, *[unit] * (len(objectives[0]) - 1)]
    yield Table(objectives, colWidths=widths, rowHeights=20.4, style=[*_GRID, ("ALIGN", (1, 0), (-1, -1), "CENTER")])
    for section in paper["sections"]:
        if section["title"]:
            # Not `keepWithNext`, which would take the whole table along.
            yield CondPageBreak(_FEW)
            yield Paragraph(escape(section["title"]), _HEADING)
        yield _marked(section["rows"])
        if section["total"]:
            yield Paragraph(section["total"], _SCHEME_TOTAL)
    yield Paragraph(paper["total"], _SCHEME_TOTAL)
    yield ActionFlowable(("partEnd",))


def _marked(rows: Sequence[Row]) -> Table:
    """Return a section's table. A row never breaks, so that a long one is several, without rules between them."""
    table: list[list[object]] = [_HEADER]
    style = [*_MARKED]
    for row in rows:
        style.append(("LINEABOVE", (0, len(table)), (-1, len(table)), 0.5, _EDGES))
        number, said, marks, objectives, guidance = _cells(row)
        first, rest = (said[:_TOGETHER], said[_TOGETHER:]) if len(said) > _WHOLE else (said, [])
        table.append([number, first, marks, objectives, guidance])
        if rest:
            start = len(table)
            table.extend(["", each, "", "", ""] for each in rest)
            style += [("TOPPADDING", (0, start), (-1, -1), 0), ("BOTTOMPADDING", (0, start - 1), (-1, len(table) - 2), 3.6)]
            style.append(("TOPPADDING", (0, len(table)), (-1, -1), 4))
    return Table(table, colWidths=_COLUMNS, repeatRows=1, style=style)


def _cells(row: Row) -> tuple[Paragraph, list[Paragraph], str, str, list[Paragraph]]:
    """Return a row of the scheme as _cells: paragraphs, but for marks and objectives."""
    number = Paragraph(f'<b>{row["number"]}</b><br/><font size="5.5" color="#595959">{row["code"]}</font>', _CELL)
    guidance = [Paragraph(escape(each), _KINDS["advice"]) for each in row["guidance"]]
    return number, list(map(_paragraph, row["answer"])), row["marks"], "\n".join(row["objectives"]), guidance


def _paragraph(said: Said) -> Paragraph:
    head, text, tail = (escape(said[part]) for part in ("head", "text", "tail"))
    words = (f"<b>{head}</b>" if head else "") + text + (f"<b>{tail}</b>" if tail else "")
    return Paragraph(words, _KINDS[said["kind"]], bulletText="•" if said["kind"] == "point" else None)
