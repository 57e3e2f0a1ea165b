"""A document as DOCX to type into: headings for the questions, real lists and tables, formulas as Word's own, a named frame for each answer.

A table that a page is too narrow for is turned into records, and no row is divided between pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from packbuilder import maths
from packbuilder.archives import STAMP, stamped
from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    CardSheet,
    Columns,
    Contents,
    CutLine,
    DeskPlan,
    Document,
    Drawing,
    DrawingSpace,
    Fields,
    Figure,
    Group,
    Heading,
    ItemList,
    LabelSheet,
    LetterGrid,
    NumberedQuestion,
    Option,
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.drawings.speech import described
from packbuilder.editions.records import records
from packbuilder.layout import AnswerSpace
from packbuilder.markup import flat
from packbuilder.reader import DRAWN_LINES, Pictured, label, list_label, question_heading, space_lines
from packbuilder.reader.field_names import box_words, with_gaps_named
from packbuilder.reader.widths import needs
from packbuilder.text import Break, Gap, Maths, Reference, RichText, Run, emboldened, joined, plain, said
from packbuilder.values import dataclass
from packbuilder.walks import texts_of
from packbuilder.wording import Catalogue, catalogue

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Row as WordRow
    from docx.text.paragraph import Paragraph as WordParagraph
    from docx.text.run import Run as WordRun

_PAGE = (21.0, 29.7)
_MARGIN = 2.0
_WIDEST = _PAGE[0] - 2 * _MARGIN
"""The width of text in centimetres: A4 between its margins."""

_SIZE = 14
"""Of the text, in points."""

_POINTS_PER_CM = 72 / 2.54
_CELL_SIDES = 0.4
"""The space within a cell at both its sides, in centimetres."""

_TALLEST = 12.0
"""An empty answer frame's greatest height in centimetres; it grows with what is typed."""

_RUNOVER = 0.8
"""How far what does not fit on a line of verse stands in on the next, in centimetres."""
_LONGEST = 255
"""Characters that the properties of a file may have, by what Word takes; the document itself has its whole title."""

_HEADINGS = {1: 20, 2: 17, 3: 15, 4: 14}
"""Sizes of headings in points, by level."""


def to_docx(document: Document, answer: AnswerSpace, pictured: Pictured | None = None) -> bytes:
    """Return the file, `answer` telling how much space there is. The same document gives the same bytes: its parts carry one fixed date.

    `pictured` draws drawings, as PNG; None: they are there in words.
    """
    # Imported here: only this edition needs python-docx (0.2 s).
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    target = docx.Document()
    section = target.sections[0]
    section.page_width, section.page_height = Cm(_PAGE[0]), Cm(_PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    normal = target.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(_SIZE)
    caption = target.styles["Caption"].font
    caption.name, caption.size, caption.bold, caption.color.rgb = "Arial", Pt(_SIZE), True, RGBColor(0, 0, 0)
    for level, size in _HEADINGS.items():
        # Word's own headings are light blue, too pale to read (WCAG asks for 4.5:1).
        look = target.styles[f"Heading {level}"].font
        look.name, look.size, look.color.rgb = "Arial", Pt(size), RGBColor(0, 0, 0)
        fonts = target.styles[f"Heading {level}"].element.rPr.rFonts
        for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
            # A font of the theme would take the place of the one that is named.
            del fonts.attrib[theme]
    language = normal.element.get_or_add_rPr()
    tag = language.makeelement(qn("w:lang"), {qn("w:val"): document.language})
    language.append(tag)
    core = target.core_properties
    title = document.title if len(document.title) <= _LONGEST else document.title[: _LONGEST - 1].rstrip() + "…"
    core.title, core.language, core.author, core.comments = title, document.language, "packbuilder", ""
    core.created = core.modified = datetime(*STAMP, tzinfo=UTC)
    core.identifier = document.record.get("fingerprint", "")
    wording = catalogue(document.language)
    _Writer(target, wording, answer, pictured).blocks(with_gaps_named(document.blocks, wording))
    held = BytesIO()
    target.save(held)
    return stamped(held.getvalue())


_CODE_FONT = "Courier New"

_BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
"""Word's styles for bullets, by how deep a list stands inside others."""

_INSET = 0.63
"""How far, in centimetres, a list stands in within an entry."""


@dataclass(frozen=True, slots=True)
class _Writer:
    """What writing needs: `target` is the document or a cell of it, `widest` its width in centimetres; `of` names the question inside it."""

    target: Any
    wording: Catalogue
    answer: AnswerSpace
    pictured: Pictured | None = None
    of: str = ""
    widest: float = _WIDEST

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
                self._list(block)
            case Table():
                self._table(block)
            case AnswerLines():
                self._answer("reader.answer", space_lines(block, self.answer))
            case Workings():
                self._answer("reader.workings", space_lines(block, self.answer))
            case DrawingSpace():
                note = self.target.add_paragraph()
                note.paragraph_format.keep_with_next = True
                _write(note, said(self.wording, "reader.draw"))
                self._answer("reader.answer", space_lines(block, self.answer))
            case AnswerBlank():
                _write(self.target.add_paragraph(), _blank(block))
            case AnswerBox():
                _write(self.target.add_paragraph(), box_words(block, self.wording))
            case Options():
                for option in block.options:
                    _write(self.target.add_paragraph(), _option(option))
            case Fields():
                for field in block.fields:
                    _write(self.target.add_paragraph(), (Run(text=f"{field.label}{self.wording.say('punctuation.colon')}"), Gap()))
            case Figure():
                self._picture(block.picture.data, block.alt, block.caption)
            case Drawing():
                self._drawing(block)
                if block.answered:
                    self._answer("reader.answer", DRAWN_LINES)
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
                    _write(self._captioned(), block.label)
                first = len(self.target.paragraphs)
                self.blocks(block.blocks)
                if block.role == "verse":
                    _as_verse(self.target.paragraphs[first:])
            case Columns():
                self.blocks((*block.head, *block.blocks))
            case NumberedQuestion():
                self.target.add_heading(question_heading(block, self.wording), level=2 if len(block.number) == 1 else 3)
                first = len(self.target.paragraphs)
                inside = replace(self, of=label(block.number, self.wording))
                inside.blocks(block.stem)
                for paragraph in self.target.paragraphs[first:]:
                    # The stem stays on the page of its answer space.
                    paragraph.paragraph_format.keep_with_next = True
                inside.blocks(block.space)
            case Contents() | PageBreak() | PageTotal() | CutLine():
                # Word makes pages, and finds its way by headings.
                return
            case _:
                assert_never(block)

    def _answer(self, key: str, lines: int) -> None:
        """Add a framed cell to type the answer into, after its name; it grows with what is typed."""
        from docx.shared import Cm, Pt

        words = self.wording.count(key, lines, label=self.of) if self.of else self._space(lines)
        name = self.target.add_paragraph()
        name.paragraph_format.keep_with_next, name.paragraph_format.space_after = True, Pt(2)
        _write(name, plain(words))
        table = self.target.add_table(rows=1, cols=1, style="Table Grid")
        _described(table, words)
        table.rows[0].height = Cm(min(_TALLEST, 1.5 * lines * _SIZE / _POINTS_PER_CM))
        _undivided(table.rows[0])
        self.target.add_paragraph()

    def _space(self, lines: int) -> str:
        """Return the words for so many lines that answer no question of the document."""
        return self.wording.count("reader.space", lines)

    def _boxes(self, block: ItemList) -> str:
        """Return the boxes that an entry is rated by."""
        return "".join(f"  ☐ {letter}" for letter in self.wording.of(block.language).lines("rating.letters"))

    def _captioned(self) -> WordParagraph:
        """Add the empty paragraph of a caption, which stays with what it names."""
        paragraph: WordParagraph = self.target.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _table(self, table: Table) -> None:
        """Add a table, its columns as wide as their words need; as records where the page is too narrow for them."""
        from docx.shared import Pt

        rows = (*table.header, *table.rows)
        if table.role == "grid" or not rows:
            return
        wanted, room = [need * _SIZE for need in needs(table)], _WIDEST * _POINTS_PER_CM
        if sum(wanted) > room and table.rows:
            self._records(records(table, empty=said(self.wording, "reader.no_value")))
            return
        if table.caption:
            _write(self._captioned(), table.caption)
        grid = self.target.add_table(rows=len(rows), cols=len(table.columns), style="Table Grid")
        grid.autofit = False
        shares = sum(column.share for column in table.columns)
        widths = [need + max(0.0, room - sum(wanted)) * part.share / shares for need, part in zip(wanted, table.columns, strict=True)]
        for column, width in zip(grid.columns, widths, strict=True):
            column.width = Pt(width)
        if table.caption:
            _described(grid, flat(table.caption))
        for line, row in zip(grid.rows, rows, strict=True):
            at = 0
            for cell in row:
                target = line.cells[at].merge(line.cells[at + cell.span - 1]) if cell.span > 1 else line.cells[at]
                inside = sum(widths[at : at + cell.span]) / _POINTS_PER_CM - _CELL_SIDES
                replace(self, target=target, widest=inside).cell(cell.blocks)
                at += cell.span
        for row in grid.rows:
            _undivided(row)
        for row in grid.rows[: len(table.header)]:
            _marked_as_head(row)
        self.target.add_paragraph()

    def _list(self, block: ItemList, depth: int = 0) -> None:
        """Add a list's entries as paragraphs; lists inside an entry stand further in below it."""
        from docx.shared import Cm

        for index, entry in enumerate(block.entries):
            mark = list_label(block, index, self.wording)
            style, opening = (None, (Run(text=f"{mark}  ", bold=True),)) if mark else (_BULLETS[min(depth, len(_BULLETS) - 1)], ())
            closing = (Run(text=self._boxes(block)),) if block.style == "rag" else ()
            paragraph = self.target.add_paragraph(style=style)
            if mark and depth:
                paragraph.paragraph_format.left_indent = Cm(_INSET * depth)
            words = tuple(each for each in entry if not isinstance(each, ItemList | Figure | Drawing))
            _write(paragraph, (*opening, *self._texts(words), *closing))
            for inner in entry:
                if isinstance(inner, ItemList):
                    self._list(inner, depth + 1)
                elif isinstance(inner, Figure | Drawing):
                    self._block(inner)

    def cell(self, blocks: Iterable[Block]) -> None:
        """Fill a cell: running text line under line, and each picture in a paragraph of its own where it stands among them."""
        paragraph: Any = self.target.paragraphs[0]
        text: list[Block] = []
        for block in _opened(blocks):
            if not isinstance(block, Drawing | Figure):
                text.append(block)
                continue
            if text:
                _write(paragraph or self.target.add_paragraph(), self._texts(tuple(text)))
            text.clear()
            self._block(block)
            paragraph = None
        if text:
            _write(paragraph or self.target.add_paragraph(), self._texts(tuple(text)))

    def _texts(self, blocks: tuple[Block, ...]) -> RichText:
        """Return the running text of blocks, each on a line of its own; spaces to answer in are there in words."""
        whole: list[Any] = []
        for block in blocks:
            text: RichText = ()
            match block:
                case Paragraph():
                    text = block.text
                case ItemList():
                    text = tuple(inline for entry in block.entries for inline in (*self._texts(entry), Break()))
                case Group():
                    text = self._texts((*_labelled(block), *block.blocks))
                case AnswerBox():
                    text = box_words(block, self.wording)
                case AnswerLines() | Workings() | DrawingSpace():
                    text = plain(f"[{self._space(space_lines(block, self.answer))}]")
                case AnswerBlank():
                    text = _blank(block)
                case Options():
                    text = self._texts(tuple(Paragraph(text=_option(option)) for option in block.options))
                case _:
                    # Nothing else is running text, and what it says is not lost for that.
                    text = self._texts(tuple(Paragraph(text=words) for words in texts_of((block,)) if words))
            if text:
                whole += [Break()] if whole else []
                whole.extend(text)
        return tuple(whole)

    def _records(self, group: Group) -> None:
        """Add each record as paragraphs that stay on one page."""
        from docx.shared import Cm

        if group.label:
            _write(self._captioned(), group.label)
        for block in group.blocks:
            first = len(self.target.paragraphs)
            self._block(block)
            for paragraph in self.target.paragraphs[first:-1]:
                paragraph.paragraph_format.keep_with_next = True
            if isinstance(block, Group):
                for paragraph in self.target.paragraphs[first:]:
                    paragraph.paragraph_format.left_indent = Cm(0.6)
                    paragraph.paragraph_format.space_after = 0
                self.target.add_paragraph()

    def _drawing(self, drawing: Drawing) -> None:
        alt = described(drawing.sketch, self.wording, alt=drawing.alt)
        if self.pictured is None:
            _write(self.target.add_paragraph(), (*plain(alt), *((Break(), *drawing.caption) if drawing.caption else ())))
        else:
            self._picture(self.pictured(drawing), alt, drawing.caption)

    def _picture(self, data: bytes, alt: str, caption: RichText) -> None:
        from docx.shared import Cm

        shape: Any = self.target.add_paragraph().add_run().add_picture(BytesIO(data))
        if shape.width > Cm(self.widest):
            shape.height = round(shape.height * Cm(self.widest) / shape.width)
            shape.width = Cm(self.widest)
        properties = shape._inline.docPr  # noqa: SLF001  # python-docx has no public way to set alternative text
        properties.set("descr", alt)
        if caption:
            self.target.paragraphs[-1].paragraph_format.keep_with_next = True
            _write(self.target.add_paragraph(style="Caption"), caption)


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, those of groups one by one."""
    for block in blocks:
        if isinstance(block, Group):
            yield from _opened((*_labelled(block), *block.blocks))
        else:
            yield block


def _labelled(group: Group) -> Iterator[Paragraph]:
    """Yield the label of a group as running text."""
    if group.label:
        yield Paragraph(text=emboldened(group.label))


def _blank(block: AnswerBlank) -> RichText:
    return (*block.label, Run(text=" "), Gap(), Run(text=" "), *block.unit)


def _option(option: Option) -> RichText:
    return (Run(text=f"☐ {option.letter}  ", bold=True), *option.text)


def _as_verse(lines: list[WordParagraph]) -> None:
    """Let paragraphs be the lines of a stanza: close, on one page, and what goes on in the next line further in."""
    from docx.shared import Cm, Pt

    for line in lines:
        look = line.paragraph_format
        look.left_indent, look.first_line_indent, look.space_after = Cm(_RUNOVER), Cm(-_RUNOVER), Pt(0)
        look.keep_with_next = line is not lines[-1]
    if lines:
        lines[-1].paragraph_format.space_after = Pt(_SIZE)


def _marked_as_head(row: WordRow) -> None:
    """Say that a row heads its table: it is repeated on each page, and screen readers name its cells with those below."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no public way to mark a header row
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))


def _undivided(row: WordRow) -> None:
    """Say that a row stands on one page, as far as one holds it."""
    from docx.oxml.ns import qn

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no public way to keep a row whole
    properties.append(properties.makeelement(qn("w:cantSplit"), {}))


def _described(table: WordTable, words: str) -> None:
    """Give a table its alternative text, which screen readers say when they come to it."""
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx has no public way to name a table
    for name in ("w:tblCaption", "w:tblDescription"):
        properties.append(properties.makeelement(qn(name), {qn("w:val"): words}))


def _spoken(run: WordRun, language: str) -> None:
    """Say which language a run of Word's is in."""
    from docx.oxml.ns import qn

    properties = run.element.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): language}))


def _write(paragraph: Any, text: RichText) -> None:
    """Write rich text into a paragraph of python-docx."""
    from docx.oxml import parse_xml

    for index, inline in enumerate(text):
        match inline:
            case Run():
                run = paragraph.add_run(inline.text)
                run.bold, run.italic = inline.bold or None, inline.italic or None
                run.font.subscript, run.font.superscript = inline.script == "sub" or None, inline.script == "super" or None
                if inline.code:
                    # Programs stand in columns, and no word of them is spelt wrongly.
                    run.font.name, run.font.no_proof = _CODE_FONT, True
                if inline.language:
                    _spoken(run, inline.language)
            case Maths():
                tree = maths.parse(inline.source).tree
                formula = maths.to_omml(tree, display=inline.display, language=inline.language or "")
                if inline.display and index:
                    paragraph.add_run().add_break()
                paragraph._p.append(parse_xml(formula))  # noqa: SLF001  # python-docx knows no formulas
                if inline.display and index < len(text) - 1:
                    paragraph.add_run().add_break()
            case Gap():
                paragraph.add_run("________")
            case Break():
                paragraph.add_run().add_break()
            case Reference():
                paragraph.add_run(inline.text)
