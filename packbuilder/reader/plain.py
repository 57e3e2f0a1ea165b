"""A document as plain text: a line a paragraph, one question after the other; the source for braille.

Formulas are in words, and in signs (`√(2E/m)`) where the text's language lacks a word that they need: English ones help nobody in the
middle of a Welsh sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from packbuilder.languages import foreign
from packbuilder.layout import AnswerSpace
from packbuilder.markup import flat
from packbuilder.patterns import regex
from packbuilder.reader import DRAWN_LINES, list_label, question_heading, space_lines
from packbuilder.reader.field_names import box_words, with_gaps_named
from packbuilder.reader.tongues import marked, native, unmarked
from packbuilder.text import Break, Gap, Inline, Maths, Reference, RichText, Run, joined, plain
from packbuilder.values import dataclass
from packbuilder.walks import paragraphs_of
from packbuilder.wording import Catalogue, catalogue

_SPACES = regex(r"[ \t\r\n]+")
"""Not the space at which no line ends, as before a French colon."""

_KEPT = "\ue0a0"
"""Stands for one of several spaces in code, while others are made one: a character for private use, which no text of notes may hold."""

_AROUND = f" \u00a0{_KEPT}"


def to_text(document: Document, answer: AnswerSpace) -> str:
    """Return the text, `answer` telling how much space there is; each line ended by a line feed, blocks apart by an empty line."""
    return unmarked(to_marked_text(document, answer))


def to_marked_text(document: Document, answer: AnswerSpace) -> str:
    """Return the text with words of other languages marked (`packbuilder.reader.tongues`): what braille is made of."""
    writer = _Writer(catalogue(document.language), answer)
    blocks = with_gaps_named(document.blocks, writer.wording)
    text = "\n".join(line for line in (document.title, "", *writer.blocks(blocks))).rstrip() + "\n"
    return native(text, document.language)


@dataclass(frozen=True, slots=True)
class _Writer:
    wording: Catalogue
    answer: AnswerSpace

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                if block.role != "digest" and not self._only_leads(block):
                    yield from (self._words(block.text), "")
            case Heading():
                yield from (self._words(block.text), "")
            case ItemList():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case AnswerLines() | Workings():
                yield from (f"[{self._space(space_lines(block, self.answer))}]", "")
            case DrawingSpace():
                note = marked(self.wording.say("reader.draw"), self.wording.spoken("reader.draw"))
                yield from (note, f"[{self._space(space_lines(block, self.answer))}]", "")
            case AnswerBlank():
                yield from (" ".join(part for part in (self._words(block.label), "______", self._words(block.unit)) if part), "")
            case AnswerBox():
                yield from (self._words(box_words(block, self.wording)), "")
            case Options():
                yield from (f"{option.letter}  {self._words(option.text)}".strip() for option in block.options)
                yield ""
            case Fields():
                yield from (f"{marked(field.label, field.language)}{self._colon}______" for field in block.fields)
                yield ""
            case Figure():
                yield from (f"[{self._picture(block.alt)}]", self._words(block.caption), "")
            case Drawing():
                alt = described(block.sketch, self.wording, alt=block.alt)
                yield from (f"[{self._picture(alt)}]", self._words(block.caption), "")
                if block.answered:
                    yield from (f"[{self._space(DRAWN_LINES)}]", "")
            case LetterGrid():
                yield from (f"[{self._picture(block.alt)}]", "")
            case CardSheet():
                for card in block.cards:
                    yield from (f"{card.number}. {self._words(card.front)} ({self._words(card.label)})", self._words(card.back), "")
            case LabelSheet():
                yield from (part for lines in block.labels for part in (self._words(joined(*lines, separator=self._semicolon)), ""))
            case DeskPlan():
                desks = (joined(plain(desk.seat), *desk.lines, separator=self._semicolon) for row in block.rows for desk in row if desk)
                yield from (part for text in (block.front, *desks, block.exit) if text for part in (self._words(text), ""))
            case Group(role="verse"):
                yield from (self._words(block.label), "") if block.label else ()
                yield from (f"{_inset(line.text)}{self._words(line.text)}" for line in paragraphs_of(block.blocks))
                yield ""
            case Group():
                yield from (self._words(block.label), "") if block.label else ()
                yield from self.blocks(block.blocks)
            case Columns():
                yield from self.blocks((*block.head, *block.blocks))
            case NumberedQuestion():
                yield from (marked(question_heading(block, self.wording), self.wording.spoken("reader.question")), "")
                yield from self.blocks((*block.stem, *block.space))
            case Contents() | PageBreak() | PageTotal() | CutLine():
                # A text has no pages to lead to, and is not cut.
                return
            case _:
                assert_never(block)

    @property
    def _colon(self) -> str:
        return self.wording.say("punctuation.colon")

    @property
    def _semicolon(self) -> str:
        return self.wording.say("punctuation.semicolon")

    def _words(self, text: RichText) -> str:
        """Return rich text on one line, gaps as blanks."""
        return _SPACES.sub(" ", "".join(map(self._inline, text))).strip(_AROUND).replace(_KEPT, " ")

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Run():
                return marked(inline.text.replace("\u00a0", _KEPT) if inline.code else inline.text, inline.language)
            case Reference():
                return inline.text
            case Maths():
                return self._formula(inline)
            case Gap():
                return "______"
            case Break():
                return " "

    def _formula(self, formula: Maths) -> str:
        """Return a formula in words where they are in its text's language, or the document's, and else in signs."""
        speech = maths.to_speech(maths.parse(formula.source).tree, formula.language or self.wording.language)
        own = formula.language if formula.language and not foreign(speech.language, formula.language) else None
        if own is None and foreign(speech.language, self.wording.language):
            return flat((formula,))
        return marked(speech.words, own)

    def _space(self, lines: int) -> str:
        """Return the words for so many lines, in their language where that is not the document's."""
        return marked(self.wording.count("reader.space", lines), self.wording.spoken("reader.space.many"))

    def _picture(self, alt: str) -> str:
        """Return a picture's alternative text, which is in the document's language, after the word for a picture."""
        before, after = self.wording.say("reader.picture", alt="\n").split("\n")
        language = self.wording.spoken("reader.picture")
        return f"{marked(before, language)}{alt}{marked(after, language)}"

    def _list(self, block: ItemList) -> Iterator[str]:
        for index, entry in enumerate(block.entries):
            first, *rest = list(self._entry(entry)) or [""]
            mark = list_label(block, index, self.wording) or ("" if block.style == "plain" else "-")
            *before, last = (f"{mark} {first}".strip(), *rest)
            yield from before
            yield f"{last} [{' / '.join(self.wording.of(block.language).lines('rating.letters'))}]" if block.style == "rag" else last
        yield ""

    def _entry(self, entry: tuple[Block, ...]) -> Iterator[str]:
        """Yield the lines of an entry; a list inside it stands further in."""
        for block in entry:
            inset = "  " if isinstance(block, ItemList) else ""
            yield from (f"{inset}{line}" for line in self._block(block) if line)

    def _table(self, table: Table) -> Iterator[str]:
        """Yield a table as records: on paper it is read across, in braille line by line.

        A record is a line; where cells have several, each cell begins one, and records are apart.
        """
        if table.role == "grid":
            return
        if table.caption:
            yield self._words(table.caption)
        heads = [" ".join(self._cell(cell)) for cell in table.header[-1]] if table.header else []
        empty = marked(self.wording.say("reader.no_value"), self.wording.spoken("reader.no_value")) if table.whole else "______"
        rows = [[self._cell(cell) or [empty] for cell in row] for row in table.rows]
        apart = any(len(cell) > 1 for row in rows for cell in row)
        for row in rows:
            if heads:
                row = [[f"{head}{self._colon}{first}" if head else first, *rest] for head, (first, *rest) in zip(heads, row, strict=False)]
            yield from (line for cell in row for line in cell) if apart else (self._semicolon.join(cell[0] for cell in row),)
            if apart:
                yield ""
        if not apart:
            yield ""

    def _cell(self, cell: Cell) -> list[str]:
        return [line for line in self.blocks(cell.blocks) if line]

    def _only_leads(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph only leads elsewhere, to the answers or back to a question, and says nothing: in plain text nothing leads."""
        match paragraph.text:
            case (Reference(text=text),):
                return paragraph.role == "total" or text == self.wording.say("pack.to_question")
        return False


def _inset(line: RichText) -> str:
    """Return the spaces by which a line of verse stands in."""
    first = line[0] if line else None
    return " " * (len(first.text) - len(first.text.lstrip("\u00a0"))) if isinstance(first, Run) else ""
