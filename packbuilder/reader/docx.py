"""A document as DOCX to type into: headings for the questions, real lists and tables, an empty cell for each answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from packbuilder import maths
from packbuilder.document import (
    AnswerBlank,
    AnswerLines,
    Block,
    CardSheet,
    DeskPlan,
    Document,
    Fields,
    Figure,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    LetterGrid,
    NumberedQuestion,
    Options,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.reader import list_label, question_heading
from packbuilder.text import Break, Gap, Maths, Reference, RichText, Run, emboldened, joined, plain
from packbuilder.wording import Catalogue, catalogue

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.table import _Row as WordRow
    from docx.text.run import Run as WordRun

_STAMP = (1980, 1, 1, 0, 0, 0)
_WIDEST = 15.0
"""A picture's greatest width in centimetres: A4 between its margins."""

_HEADINGS = {1: 20, 2: 17, 3: 15, 4: 14}
"""Sizes of headings in points, by level."""


def to_docx(document: Document) -> bytes:
    """Return the file. The same document gives the same bytes: its parts carry one fixed date."""
    # Imported here: only this edition needs python-docx (0.2 s).
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    target = docx.Document()
    normal = target.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(14)
    for level, size in _HEADINGS.items():
        # Word's own headings are light blue, too pale to read (WCAG asks for 4.5:1).
        look = target.styles[f"Heading {level}"].font
        look.name, look.size, look.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
    language = normal.element.get_or_add_rPr()
    tag = language.makeelement(qn("w:lang"), {qn("w:val"): document.language})
    language.append(tag)
    core = target.core_properties
    core.title, core.language, core.author, core.comments = document.title, document.language, "packbuilder", ""
    core.created = core.modified = datetime(*_STAMP, tzinfo=UTC)
    core.identifier = document.record.get("fingerprint", "")
    _Writer(target, catalogue(document.language)).blocks(document.blocks)
    held = BytesIO()
    target.save(held)
    return _stamped(held.getvalue())


def _stamped(data: bytes) -> bytes:
    """Return the archive with one fixed date on every part."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(held, "w", ZIP_DEFLATED) as target:
        for each in source.infolist():
            target.writestr(ZipInfo(each.filename, _STAMP), source.read(each), ZIP_DEFLATED)
    return held.getvalue()


@dataclass(frozen=True, slots=True)
class _Writer:
    target: Docx
    wording: Catalogue

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                if block.role != "digest":
                    paragraph = self.target.add_paragraph()
                    paragraph.paragraph_format.keep_with_next = block.keep or block.role == "label"
                    _write(paragraph, emboldened(block.text) if block.role == "label" else block.text)
            case Heading():
                _write(self.target.add_heading(level=min(block.level, 4)), block.text)
            case ItemList():
                for index, entry in enumerate(block.entries):
                    mark = list_label(block.style, index)
                    style, opening = (None, (Run(text=f"{mark}  ", bold=True),)) if mark else ("List Bullet", ())
                    _write(self.target.add_paragraph(style=style), (*opening, *_texts(entry)))
            case Table():
                self._table(block)
            case AnswerLines() | Workings():
                self._answer(block.marks)
            case AnswerBlank():
                _write(self.target.add_paragraph(), (*block.label, Run(text=" "), Gap(), Run(text=" "), *block.unit))
            case Options():
                for option in block.options:
                    _write(self.target.add_paragraph(), (Run(text=f"☐ {option.letter}  ", bold=True), *option.text))
            case Fields():
                for field in block.fields:
                    _write(self.target.add_paragraph(), (Run(text=f"{field.label}: "), Gap()))
            case Figure():
                self._figure(block)
            case LetterGrid():
                _write(self.target.add_paragraph(), (Run(text=block.alt),))
            case CardSheet():
                for card in block.cards:
                    front = self.target.add_paragraph()
                    front.paragraph_format.keep_with_next = True
                    _write(front, (Run(text=f"{card.number}. ", bold=True), *card.front, Run(text=" ("), *card.label, Run(text=")")))
                    _write(self.target.add_paragraph(), card.back)
            case LabelSheet():
                for lines in block.labels:
                    _write(self.target.add_paragraph(), joined(*lines, separator=" · "))
            case DeskPlan():
                desks = (joined(plain(desk.seat, bold=True), *desk.lines, separator=" · ") for row in block.rows for desk in row if desk)
                for text in (block.front, *desks, block.exit):
                    _write(self.target.add_paragraph(), text)
            case Group():
                if block.label:
                    _write(self.target.add_paragraph(), emboldened(block.label))
                self.blocks(block.blocks)
            case NumberedQuestion():
                self.target.add_heading(question_heading(block.number, block.marks, self.wording), level=2 if len(block.number) == 1 else 3)
                first = len(self.target.paragraphs)
                self.blocks(block.stem)
                for paragraph in self.target.paragraphs[first:]:
                    # The stem stays on the page of its answer space.
                    paragraph.paragraph_format.keep_with_next = True
                self.blocks(block.space)
            case _:
                return

    def _answer(self, marks: int) -> None:
        """Add a framed cell to type the answer into; it grows with what is typed."""
        from docx.shared import Cm

        table = self.target.add_table(rows=1, cols=1, style="Table Grid")
        table.rows[0].height = Cm(min(12.0, 1.5 * max(1, marks)))
        self.target.add_paragraph()

    def _table(self, table: Table) -> None:
        rows = (*table.header, *table.rows)
        if table.role == "grid" or not rows:
            return
        if table.caption:
            _write(self.target.add_paragraph(), table.caption)
        grid = self.target.add_table(rows=len(rows), cols=len(table.columns), style="Table Grid")
        for line, row in zip(grid.rows, rows, strict=True):
            at = 0
            for cell in row:
                target = line.cells[at].merge(line.cells[at + cell.span - 1]) if cell.span > 1 else line.cells[at]
                _write(target.paragraphs[0], _texts(cell.blocks))
                at += cell.span
        for row in grid.rows[: len(table.header)]:
            _marked_as_head(row)
        self.target.add_paragraph()

    def _figure(self, figure: Figure) -> None:
        from docx.shared import Cm

        shape = self.target.add_picture(BytesIO(figure.picture.data))
        if shape.width > Cm(_WIDEST):
            shape.height = round(shape.height * Cm(_WIDEST) / shape.width)
            shape.width = Cm(_WIDEST)
        properties: Any = shape._inline.docPr  # noqa: SLF001  # python-docx has no public way to set alternative text
        properties.set("descr", figure.alt)
        if figure.caption:
            _write(self.target.add_paragraph(), figure.caption)


def _texts(blocks: tuple[Block, ...]) -> RichText:
    """Return the running text of blocks, each on a line of its own."""
    whole: list[Any] = []
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else ()
        if isinstance(block, ItemList):
            text = tuple(inline for entry in block.entries for inline in (*_texts(entry), Break()))
        if isinstance(block, Group):
            text = _texts(block.blocks)
        if text:
            whole += [Break()] if whole else []
            whole.extend(text)
    return tuple(whole)


def _marked_as_head(row: WordRow) -> None:
    """Say that a row heads its table: it is repeated on each page, and screen readers name its cells with those below."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no public way to mark a header row
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def _spoken(run: WordRun, language: str) -> None:
    """Say which language a run of Word's is in."""
    from docx.oxml.ns import qn

    properties = run.element.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): language}))


def _write(paragraph: Any, text: RichText) -> None:
    """Write rich text into a paragraph of python-docx."""
    for inline in text:
        match inline:
            case Run():
                run = paragraph.add_run(inline.text)
                run.bold, run.italic = inline.bold or None, inline.italic or None
                run.font.subscript, run.font.superscript = inline.script == "sub" or None, inline.script == "super" or None
                if inline.language:
                    _spoken(run, inline.language)
            case Maths():
                paragraph.add_run(maths.to_plain(maths.parse(inline.source).tree))
            case Gap():
                paragraph.add_run("________")
            case Break():
                paragraph.add_run().add_break()
            case Reference():
                paragraph.add_run(inline.text)
