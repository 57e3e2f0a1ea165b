"""A document as one HTML page: headings to jump between, MathML, fields to type into; nothing is fetched from elsewhere.

Whatever notes hold reaches the page as escaped text. The page has no script, so a strict Content-Security-Policy works.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from html import escape
from itertools import count
from math import ceil
from typing import assert_never

from packbuilder import maths
from packbuilder.document import (
    AnswerBlank,
    AnswerBox,
    AnswerLines,
    Block,
    CardSheet,
    Cell,
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
    Options,
    PageBreak,
    PageTotal,
    Paragraph,
    Table,
    Workings,
)
from packbuilder.drawings.speech import described
from packbuilder.editions.records import headings
from packbuilder.languages import foreign
from packbuilder.layout import AnswerSpace
from packbuilder.markup import flat
from packbuilder.reader import DRAWN_LINES, Pictured, label, list_label, question_heading, space_lines
from packbuilder.reader.field_names import FieldNames, first_words
from packbuilder.reader.widths import needs
from packbuilder.text import Break, Gap, Inline, Maths, Reference, RichText, Run, plain, said
from packbuilder.values import dataclass
from packbuilder.walks import headings_of
from packbuilder.wording import Catalogue, catalogue

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.15rem/1.6 "Atkinson Hyperlegible", Verdana, Arial, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem; background: Canvas; color: CanvasText; }
p, li, th, td, label, legend, h1, h2, h3, h4 { overflow-wrap: break-word; }
"""
"""How a page of its own looks."""

_CONTENT = """
section { margin: 2rem 0; border-top: 2px solid; padding-top: 0.5rem; }
section section { margin-left: 1rem; border-top-width: 1px; }
textarea, input[type=text] { font: inherit; box-sizing: border-box; border: 2px solid; padding: 0.3rem; }
textarea { width: 100%; }
label { display: block; margin: 0.5rem 0; }
fieldset { border: 1px solid; }
.labelled { list-style: none; }
.labelled > li > p { display: inline; }
code { white-space: pre-wrap; }
fieldset { min-width: 0; }
input[type=text] { max-width: 100%; }
td input[type=text] { width: 100%; min-width: 3em; }
table { border-collapse: collapse; max-width: 100%; }
th, td { border: 1px solid; padding: 0.3rem 0.4rem; text-align: left; vertical-align: top; }
th p, td p { margin: 0 0 0.3rem; }
caption { text-align: left; font-weight: bold; }
table.letters { table-layout: fixed; width: 100%; max-width: 36rem; }
table.letters td { padding: 0; text-align: center; overflow: hidden; }
.verse { margin: 1em 0; }
.verse p { margin: 0 0 0 1.6em; text-indent: -1.6em; }
img { max-width: 100%; height: auto; background: #fff; }
.label { font-size: 1em; font-weight: bold; }
nav li { list-style: none; }
nav .level2 { margin-left: 1.5rem; }
math { font-size: 1.15em; }
mtext.bf { font-weight: bold; }
mtext.it { font-style: italic; }
menclose[notation=box] { border: 1px solid; padding: 0.15em 0.3em; }
menclose[notation=updiagonalstrike] { background: linear-gradient(to bottom right, transparent calc(50% - 0.04em), currentColor calc(50% - 0.04em), currentColor calc(50% + 0.04em), transparent calc(50% + 0.04em)); }
mtd.l { text-align: left; text-align: -webkit-left; }
mtd.r { text-align: right; text-align: -webkit-right; }
mtd.line { border-right: 1px solid; }
mtable.aligned > mtr > mtd { padding-left: 0; padding-right: 0; }
mtable.aligned > mtr > mtd.r:not(:first-child) { padding-left: 2em; }
mtable.cases > mtr > mtd:not(:first-child) { padding-left: 1em; }
.formula { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden; vertical-align: middle; padding: 0 0.1em; }
.rating { display: block; }
.rating label { display: inline-block; margin: 0 1rem 0 0; }
@media print { textarea { min-height: 6rem; } section { break-inside: avoid; } }
"""


_ALWAYS = 42
"""The page's text is never wider than so many rem, whatever the window: see `body` in the style."""

_BESIDE = 4.5
"""Rem at the sides of a table on the narrowest screen: the page's padding, a part's indent, the table's own frame."""

_TEXT = 1.15
"""The text in rem, as in the style."""

_LONG = 24
"""Signs of a formula that may be wider than the narrowest screens."""

_STEP = 4
"""Rem between the widths of windows at which tables turn into records, so that a page needs few rules."""

_WIDEST = 44
"""The step of all tables that are wider than the text ever is."""

_RECORDS = """{table}, {table} thead, {table} tbody, {table} tr, {table} th, {table} td, {table} caption {{ display: block; border: 0; }}
{table} thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
{table} tbody tr {{ border: 1px solid; border-left-width: 4px; margin: 0 0 0.8rem; padding: 0.3rem 0.6rem; }}
{table} [data-label]::before {{ content: attr(data-label) ": "; content: attr(data-label) ": " / ""; font-weight: bold; }}
{table} [data-label] p:first-child {{ display: inline; }}"""
"""A table as records: each row a block, each cell after the words that head its column (which screen readers know already)."""


def to_html(document: Document, answer: AnswerSpace, pictured: Pictured | None = None) -> bytes:
    """Return the page, in UTF-8, `answer` telling how much space there is. The same document gives the same bytes.

    `pictured` draws drawings, as SVG; None: they are there in words.
    """
    body, turning = body_of(document, answer, pictured)
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f"<title>{escape(document.title)}</title>\n"
        + "".join(f'<meta name="packbuilder:{escape(key)}" content="{escape(value)}">\n' for key, value in sorted(document.record.items()))
        + f"<style>{_STYLE}{_CONTENT}{_turning(turning)}</style>"
    )
    text = f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n{head}\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    return text.encode()


def body_of(document: Document, answer: AnswerSpace, pictured: Pictured | None = None) -> tuple[str, frozenset[int]]:
    """Return what a document says as HTML, and the widths of windows in rem at which tables of it turn into records."""
    headings = tuple(each for each in headings_of(document.blocks) if each.listed and each.anchor)
    wording = catalogue(document.language)
    page = _Page(wording, count(1), answer, pictured, FieldNames(wording), headings=headings)
    body = "\n".join(page.blocks(document.blocks))
    return body, frozenset(page.turning)


def content_style() -> str:
    """Return the style of what `body_of` makes, for pages whose frame has a style of its own."""
    return _CONTENT + _turning(range(_STEP, _WIDEST + 1, _STEP)) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """What rendering a page needs: its wording, and numbers for the names of fields.

    `names` gives fields theirs; `headings` are those that contents lead to. `turning` collects the widths of windows
    in rem at which tables of the page turn into records.
    """

    wording: Catalogue
    numbers: count[int]
    answer: AnswerSpace
    pictured: Pictured | None
    names: FieldNames
    headings: tuple[Heading, ...] = ()
    turning: set[int] = field(default_factory=set)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            html = self._block(block)
            if html:
                yield html

    def joined(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self.blocks(blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                return f'<p class="{block.role}"{anchor}>{self._rich(block.text)}</p>' if block.role != "digest" else ""
            case Heading():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                kind = ' class="label"' if block.role == "label" else ""
                return f"<h{block.level}{anchor}{kind}>{self._rich(block.text)}</h{block.level}>"
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case AnswerLines():
                return self._answer(rows=space_lines(block, self.answer))
            case Workings():
                return self._answer(rows=space_lines(block, self.answer), key="reader.workings")
            case DrawingSpace():
                return f'<p class="small">{self._rich(said(self.wording, "reader.draw"))}</p>{self._answer(rows=space_lines(block, self.answer))}'
            case AnswerBlank():
                name = self.names.blank(", ".join(part for part in (flat(block.label).strip(" :"), flat(block.unit)) if part))
                return f"<label>{self._rich(block.label)} {self._line(name)} {self._rich(block.unit)}</label>"
            case AnswerBox():
                name = self.names.blank(block.label)
                return self._area(space_lines(Workings(marks=block.room), self.answer), name) if block.room else self._line(name)
            case Options():
                return self._options(block)
            case Fields():
                return "".join(
                    f"<label>{escape(field.label)} {self._line(self.names.labelled(field.label))}</label>" for field in block.fields
                )
            case Figure():
                kind = "png" if block.picture.data.startswith(b"\x89PNG") else "jpeg"
                return self._image(kind, block.picture.data, block.alt, block.caption)
            case Drawing():
                return self._drawing(block) + (self._answer(rows=DRAWN_LINES) if block.answered else "")
            case LetterGrid():
                return _grid(block)
            case Group():
                title = f"<p><strong>{self._rich(block.label)}</strong></p>\n" if block.label else ""
                named = f' role="group" aria-label="{escape(flat(block.label))}"' if block.label else ""
                inside = self._about(flat(block.label)) if block.label else self
                return f'<div class="{block.role}"{named}>{title}{inside.joined(block.blocks)}</div>'
            case Columns():
                return f'<div class="{block.role}">{self.joined((*block.head, *block.blocks))}</div>'
            case NumberedQuestion():
                return self._question(block)
            case Contents():
                return self._contents(block)
            case CardSheet():
                pairs = (
                    f"<dt><b>{card.number}.</b> {self._rich(card.front)} <small>({self._rich(card.label)})</small></dt><dd>{self._rich(card.back)}</dd>"
                    for card in block.cards
                )
                return f'<dl class="cards">{"".join(pairs)}</dl>'
            case LabelSheet():
                return f'<ul class="labels">{"".join(f"<li>{self._lines(label)}</li>" for label in block.labels)}</ul>'
            case DeskPlan():
                desks = (self._lines((plain(desk.seat, bold=True), *desk.lines)) for row in block.rows for desk in row if desk)
                return f'<div class="desks">{self._lines((block.front,))}<ul>{"".join(f"<li>{desk}</li>" for desk in desks)}</ul>{self._lines((block.exit,))}</div>'
            case PageBreak() | PageTotal() | CutLine():
                # A page on a screen has no pages and is not cut.
                return ""
            case _:
                assert_never(block)

    def _contents(self, block: Contents) -> str:
        title = f"<h2>{self._rich(block.title)}</h2>\n" if block.title else ""
        links = "".join(
            f'<li class="level{each.level}"><a href="#{escape(each.anchor)}">{self._rich(each.text)}</a></li>'
            for each in self.headings
            if each.level <= block.depth
        )
        return f"<nav>{title}<ul>{links}</ul></nav>"

    def _list(self, block: ItemList) -> str:
        labels = [list_label(block, index, self.wording) for index in range(len(block.entries))]
        kind = ' class="labelled"' if any(labels) else ""
        entries = (
            f"{f'<b>{mark}</b> ' if mark else ''}{self._about(first_words(entry, mark)).entry(entry, block)}"
            for mark, entry in zip(labels, block.entries, strict=True)
        )
        if block.style != "number":
            return f"<ul{kind}>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"
        # The numbers are written out, as elsewhere; a program that reads the page aloud knows them, too.
        numbers = block.numbers or range(1, len(block.entries) + 1)
        return f"<ol{kind}>" + "".join(f'<li value="{at}">{entry}</li>' for at, entry in zip(numbers, entries, strict=True)) + "</ol>"

    def _about(self, words: str) -> _Page:
        """Return the page inside what begins with words: fields there are told apart by them."""
        return replace(self, names=replace(self.names, about=words))

    def entry(self, entry: tuple[Block, ...], listed: ItemList) -> str:
        return f"{self.joined(entry)}{self._rating(listed) if listed.style == 'rag' else ''}"

    def _rating(self, listed: ItemList) -> str:
        """Return three buttons, of which one can be pressed, in the language of the list."""
        name = f"f{next(self.numbers)}"
        wording = self.names.wording.of(listed.language)
        spoken = foreign(wording.language, self.names.wording.language)
        lang = f' lang="{spoken}"' if spoken else ""
        buttons = "".join(f'<label><input type="radio" name="{name}"> {letter}</label>' for letter in wording.lines("rating.letters"))
        return f'<span class="rating" role="radiogroup"{lang} aria-label="{escape(self.names.rating(wording))}">{buttons}</span>'

    def _question(self, question: NumberedQuestion) -> str:
        name = escape(question.anchor) or "q" + "-".join(map(str, question.number))
        level = 2 if len(question.number) == 1 else 3
        body = "\n".join(
            replace(self, names=replace(self.names, of=label(question.number, self.wording))).blocks((*question.stem, *question.space))
        )
        heading = question_heading(question, self.wording)
        return (
            f'<section id="{name}" class="question" data-label="{label(question.number, self.wording)}" data-marks="{question.marks}">\n'
            f"<h{level}>{escape(heading)}</h{level}>\n{body}\n</section>"
        )

    def _drawing(self, drawing: Drawing) -> str:
        alt = described(drawing.sketch, self.wording, alt=drawing.alt)
        if self.pictured is None:
            return f"<p>{escape(alt)}</p>{f'<p>{self._rich(drawing.caption)}</p>' if drawing.caption else ''}"
        return self._image("svg+xml", self.pictured(drawing), alt, drawing.caption)

    def _answer(self, *, rows: int, key: str = "reader.answer") -> str:
        return self._area(rows, self.names.lines(rows, key))

    def _area(self, rows: int, name: str) -> str:
        return f'<textarea rows="{rows}" name="f{next(self.numbers)}" aria-label="{escape(name)}"></textarea>'

    def _line(self, name: str) -> str:
        return f'<input type="text" name="f{next(self.numbers)}" aria-label="{escape(name)}">'

    def _options(self, block: Options) -> str:
        kind, name = "checkbox" if block.several else "radio", f"f{next(self.numbers)}"
        lines = "".join(
            f'<label><input type="{kind}" name="{name}"> <b>{escape(option.letter)}</b> <span class="option">{self._rich(option.text)}</span></label>'
            for option in block.options
        )
        return f"<fieldset><legend>{escape(self.names.options())}</legend>{lines}</fieldset>"

    def _table(self, table: Table) -> str:
        if table.role == "grid":
            return ""
        caption = f"<caption>{self._rich(table.caption)}</caption>" if table.caption else ""
        heads = [flat(words) for words in headings(table)]
        head = self._rows(table.header, "col", [])
        body = self._rows(table.rows, "row", heads, whole=table.whole)
        group = f'<thead role="rowgroup">{head}</thead>' if head else ""
        return f'<table role="table" class="{self._turned(table)}">{caption}{group}<tbody role="rowgroup">{body}</tbody></table>'

    def _turned(self, table: Table) -> str:
        """Return the class of a table: the width of a window, in steps, up to which it is set as records."""
        wanted = sum(needs(table)) * _TEXT + _BESIDE
        step = min(_STEP * ceil(wanted / _STEP), _WIDEST)
        self.turning.add(step)
        return f"w{step}"

    def _rows(self, rows: tuple[tuple[Cell, ...], ...], scope: str, heads: list[str], *, whole: bool = False) -> str:
        return "".join(f'<tr role="row">{"".join(self._cells(row, scope, heads, whole=whole))}</tr>' for row in rows)

    def _cells(self, row: tuple[Cell, ...], scope: str, heads: list[str], *, whole: bool) -> Iterator[str]:
        """Yield a row's cells. Their roles are written out: browsers forget those of a table that is set as blocks."""
        beside, at = self._about(first_words(row[0].blocks) if row else ""), 0
        for cell in row:
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            over = heads[at] if at < len(heads) else ""
            head = f' data-label="{escape(over)}"' if over else ""
            at += cell.span
            inside = beside.joined(cell.blocks)
            if (cell.header or scope == "col") and not inside:
                # The corner over rows' heads heads nothing, nor does a row's empty head.
                yield f'<td role="cell"{span}{head if scope == "row" else ""}>{self._empty(cell, over, whole=True) if whole else ""}</td>'
            elif cell.header or scope == "col":
                role = "columnheader" if scope == "col" else "rowheader"
                yield f'<th role="{role}" scope="{scope}"{span}{head}>{inside}</th>'
            else:
                yield f'<td role="cell"{span}{head}>{inside or self._empty(row[0], over, whole=whole)}</td>'

    def _empty(self, first: Cell, over: str, *, whole: bool) -> str:
        """Return a field to write in, named by its row and its column; in a table that is `whole` the words that there is no value."""
        if whole:
            language = self.wording.spoken("reader.no_value")
            words = escape(self.wording.say("reader.no_value"))
            return f'<span lang="{language}">{words}</span>' if language else words
        return self._line(self.names.blank(", ".join(part for part in (first_words(first.blocks), over) if part)))

    def _image(self, kind: str, data: bytes, alt: str, caption: RichText) -> str:
        """Return a picture that is part of the page, with its alternative text."""
        below = f"<figcaption>{self._rich(caption)}</figcaption>" if caption else ""
        return f'<figure><img src="data:image/{kind};base64,{b64encode(data).decode()}" alt="{escape(alt)}">{below}</figure>'

    def _lines(self, lines: Iterable[RichText]) -> str:
        return "".join(f"<p>{self._rich(line)}</p>" for line in lines if line)

    def _rich(self, text: RichText) -> str:
        """Return rich text as HTML, escaped; formulas as MathML with their linear form as alternative."""
        return "".join(_inline(inline, self.names) for inline in text)


def _turning(steps: Iterable[int]) -> str:
    """Return the rules by which tables turn into records in windows up to their width; those wider than the text, always."""
    rules = []
    for step in sorted(steps):
        rule = _RECORDS.format(table=f"table.w{step}")
        rules.append(rule if step > _ALWAYS else f"@media (max-width: {step}rem) {{\n{rule}\n}}")
    return "\n".join(rules)


def _grid(grid: LetterGrid) -> str:
    """Return a puzzle's grid as a table, with what it is in words before it."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{square.number or str()}{square.letter}</td>' if square else '<td></td>' for square in row)}</tr>"
        for row in grid.rows
    )
    return f'<p>{escape(grid.alt)}</p><table class="letters">{rows}</table>'


def _inline(inline: Inline, names: FieldNames) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Maths():
            return _formula(inline, names.wording.language)
        case Gap():
            return f'<input type="text" size="{round(inline.ems)}" aria-label="{escape(names.gap(inline.label))}">'
        case Reference():
            return f'<a href="#{escape(inline.anchor)}"{_lang(inline.language)}>{escape(inline.text)}</a>'
        case Break():
            return "<br>"


def _formula(formula: Maths, language: str) -> str:
    """Return a formula as MathML, in a document of a language; screen readers speak it in the language that the element itself names."""
    tree = maths.parse(formula.source).tree
    alternative = escape(maths.to_plain(tree))
    written = maths.to_mathml(tree, display=formula.display, language=formula.language or language)
    element = written.replace("<math", f'<math alttext="{alternative}"', 1)
    if len(alternative) <= _LONG:
        return element
    # A formula wider than the window scrolls in its own box, and the page does not.
    return f'<span class="formula" tabindex="0" role="group" aria-label="{alternative}"{_lang(formula.language)}>{element}</span>'


def _lang(language: str | None) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _run(run: Run) -> str:
    html = escape(run.text)
    wraps = (("code", run.code), ("sub", run.script == "sub"), ("sup", run.script == "super"), ("em", run.italic), ("strong", run.bold))
    for tag, wanted in wraps:
        html = f"<{tag}>{html}</{tag}>" if wanted else html
    return f'<span lang="{escape(run.language)}">{html}</span>' if run.language else html
