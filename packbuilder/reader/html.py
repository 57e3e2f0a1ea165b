"""A document as one HTML page: headings to jump between, MathML, fields to type into; nothing is fetched from elsewhere.

Whatever notes hold reaches the page as escaped text. The page has no script, so a strict Content-Security-Policy works.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import count

from packbuilder import maths
from packbuilder.document import (
    AnswerBlank,
    AnswerLines,
    Block,
    CardSheet,
    Cell,
    Contents,
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
from packbuilder.layout import AnswerSpace
from packbuilder.reader import label, list_label, question_heading, space_lines
from packbuilder.text import Break, Gap, Inline, Maths, Reference, RichText, Run, plain
from packbuilder.wording import Catalogue, catalogue

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.15rem/1.6 "Atkinson Hyperlegible", Verdana, Arial, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem; }
section { margin: 2rem 0; border-top: 2px solid; padding-top: 0.5rem; }
section section { margin-left: 1rem; border-top-width: 1px; }
textarea, input[type=text] { font: inherit; box-sizing: border-box; border: 2px solid; padding: 0.3rem; }
textarea { width: 100%; }
label { display: block; margin: 0.5rem 0; }
fieldset { border: 1px solid; }
ul.labelled { list-style: none; }
ul.labelled p { display: inline; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
img { max-width: 100%; height: auto; background: #fff; }
.label { font-weight: bold; }
nav li { list-style: none; }
nav .level2 { margin-left: 1.5rem; }
math { font-size: 1.15em; }
@media print { textarea { min-height: 6rem; } section { break-inside: avoid; } }
"""


def to_html(document: Document, answer: AnswerSpace) -> bytes:
    """Return the page, in UTF-8, `answer` telling how much space there is. The same document gives the same bytes."""
    page = _Page(catalogue(document.language), count(1), answer, headings=tuple(_listed(document.blocks)))
    body = "\n".join(page.blocks(document.blocks))
    head = (
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        f"<title>{escape(document.title)}</title>\n"
        + "".join(f'<meta name="packbuilder:{escape(key)}" content="{escape(value)}">\n' for key, value in sorted(document.record.items()))
        + f"<style>{_STYLE}</style>"
    )
    text = f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n{head}\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    return text.encode()


@dataclass(frozen=True, slots=True)
class _Page:
    """What rendering a page needs: its wording, and numbers for the names of fields.

    `headings` are those that contents lead to; `of` names the question inside it.
    """

    wording: Catalogue
    numbers: count[int]
    answer: AnswerSpace
    headings: tuple[Heading, ...] = ()
    of: str = ""

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            html = self._block(block)
            if html:
                yield html

    def _joined(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self.blocks(blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f'<p class="{block.role}">{rich(block.text)}</p>' if block.role != "digest" else ""
            case Heading():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                return f"<h{block.level}{anchor}>{rich(block.text)}</h{block.level}>"
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case AnswerLines():
                return self._answer(rows=space_lines(block, self.answer))
            case Workings():
                return self._answer(rows=space_lines(block, self.answer), key="reader.workings")
            case AnswerBlank():
                return f"<label>{rich(block.label)} {self._line()} {rich(block.unit)}</label>"
            case Options():
                return self._options(block)
            case Fields():
                return "".join(f"<label>{escape(field.label)} {self._line(field.label)}</label>" for field in block.fields)
            case Figure():
                return self._figure(block)
            case LetterGrid():
                return _grid(block)
            case Group():
                title = f"<p><strong>{rich(block.label)}</strong></p>\n" if block.label else ""
                return f'<div class="{block.role}">{title}{self._joined(block.blocks)}</div>'
            case NumberedQuestion():
                return self._question(block)
            case Contents():
                return self._contents(block)
            case CardSheet():
                pairs = (
                    f"<dt><b>{card.number}.</b> {rich(card.front)} <small>({rich(card.label)})</small></dt><dd>{rich(card.back)}</dd>"
                    for card in block.cards
                )
                return f'<dl class="cards">{"".join(pairs)}</dl>'
            case LabelSheet():
                return f'<ul class="labels">{"".join(f"<li>{_lines(label)}</li>" for label in block.labels)}</ul>'
            case DeskPlan():
                desks = (_lines((plain(desk.seat, bold=True), *desk.lines)) for row in block.rows for desk in row if desk)
                return f'<div class="desks">{_lines((block.front,))}<ul>{"".join(f"<li>{desk}</li>" for desk in desks)}</ul>{_lines((block.exit,))}</div>'
            case _:
                # Page breaks, counts and numbers of pages: a page on a screen has none.
                return ""

    def _contents(self, block: Contents) -> str:
        title = f"<h2>{rich(block.title)}</h2>\n" if block.title else ""
        links = "".join(
            f'<li class="level{each.level}"><a href="#{escape(each.anchor)}">{rich(each.text)}</a></li>'
            for each in self.headings
            if each.level <= block.depth
        )
        return f"<nav>{title}<ul>{links}</ul></nav>"

    def _list(self, block: ItemList) -> str:
        labels = [list_label(block.style, index) for index in range(len(block.entries))]
        kind = ' class="labelled"' if any(labels) else ""
        entries = (f"{f'<b>{mark}</b> ' if mark else ''}{self._joined(entry)}" for mark, entry in zip(labels, block.entries, strict=True))
        return f"<ul{kind}>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"

    def _question(self, question: NumberedQuestion) -> str:
        name = "q" + "-".join(map(str, question.number))
        level = 2 if len(question.number) == 1 else 3
        inside = _Page(self.wording, self.numbers, self.answer, self.headings, label(question.number))
        heading = question_heading(question.number, question.marks, self.wording)
        return (
            f'<section id="{name}" class="question" data-label="{label(question.number)}" data-marks="{question.marks}">\n'
            f"<h{level}>{escape(heading)}</h{level}>\n{inside._joined((*question.stem, *question.space))}\n</section>"
        )

    def _named(self, key: str, **values: object) -> str:
        return escape(self.wording.say(key, label=self.of, **values)) if self.of else ""

    def _answer(self, *, rows: int, key: str = "reader.answer") -> str:
        return f'<textarea rows="{rows}" name="f{next(self.numbers)}" aria-label="{self._named(key, lines=rows)}"></textarea>'

    def _line(self, name: str = "") -> str:
        words = escape(name) or self._named("reader.blank")
        return f'<input type="text" name="f{next(self.numbers)}" aria-label="{words}">'

    def _options(self, block: Options) -> str:
        kind, name = "checkbox" if block.several else "radio", f"f{next(self.numbers)}"
        lines = "".join(
            f'<label><input type="{kind}" name="{name}"> <b>{escape(option.letter)}</b> <span class="option">{rich(option.text)}</span></label>'
            for option in block.options
        )
        return f"<fieldset><legend>{self._named('reader.options')}</legend>{lines}</fieldset>"

    def _table(self, table: Table) -> str:
        if table.role == "grid":
            return ""
        caption = f"<caption>{rich(table.caption)}</caption>" if table.caption else ""
        head = "".join(f"<tr>{''.join(self._cell(cell, 'col') for cell in row)}</tr>" for row in table.header)
        body = "".join(f"<tr>{''.join(self._cell(cell, 'row') for cell in row)}</tr>" for row in table.rows)
        return f"<table>{caption}{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"

    def _cell(self, cell: Cell, scope: str) -> str:
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        inside = self._joined(cell.blocks)
        if cell.header or scope == "col":
            return f'<th scope="{scope}"{span}>{inside}</th>'
        return f"<td{span}>{inside or self._line()}</td>"

    def _figure(self, figure: Figure) -> str:
        kind = "png" if figure.picture.data.startswith(b"\x89PNG") else "jpeg"
        data = b64encode(figure.picture.data).decode()
        caption = f"<figcaption>{rich(figure.caption)}</figcaption>" if figure.caption else ""
        return f'<figure><img src="data:image/{kind};base64,{data}" alt="{escape(figure.alt)}">{caption}</figure>'


def _lines(lines: Iterable[RichText]) -> str:
    return "".join(f"<p>{rich(line)}</p>" for line in lines if line)


def _grid(grid: LetterGrid) -> str:
    """Return a puzzle's grid as a table, with what it is in words before it."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{square.number or str()}{square.letter}</td>' if square else '<td></td>' for square in row)}</tr>"
        for row in grid.rows
    )
    return f'<p>{escape(grid.alt)}</p><table class="letters">{rows}</table>'


def _listed(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """Yield the headings that stand in contents."""
    for block in blocks:
        if isinstance(block, Heading) and block.listed and block.anchor:
            yield block
        elif isinstance(block, Group):
            yield from _listed(block.blocks)


def rich(text: RichText) -> str:
    """Return rich text as HTML, escaped; formulas as MathML with their linear form as alternative."""
    return "".join(_inline(inline) for inline in text)


def _inline(inline: Inline) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Maths():
            tree = maths.parse(inline.source).tree
            alternative = escape(maths.to_plain(tree))
            return maths.to_mathml(tree, display=inline.display).replace("<math", f'<math alttext="{alternative}"', 1)
        case Gap():
            return f'<input type="text" size="{round(inline.ems)}" aria-label="{escape(inline.label or "…")}">'
        case Reference():
            return f'<a href="#{escape(inline.anchor)}">{escape(inline.text)}</a>'
        case Break():
            return "<br>"


def _run(run: Run) -> str:
    html = escape(run.text)
    wraps = (("code", run.code), ("sub", run.script == "sub"), ("sup", run.script == "super"), ("em", run.italic), ("strong", run.bold))
    for tag, wanted in wraps:
        html = f"<{tag}>{html}</{tag}>" if wanted else html
    return f'<span lang="{escape(run.language)}">{html}</span>' if run.language else html
