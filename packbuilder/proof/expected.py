"""The structure element that each block of a Document must have become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import assert_never

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
    Square,
    Table,
    Workings,
)
from packbuilder.drawings import Diagram, Sketch, labels_of
from packbuilder.drawings.speech import described
from packbuilder.layout import Layout
from packbuilder.proof.element import Expected
from packbuilder.proof.numbers import mark_words, number_words
from packbuilder.proof.pictures import shown_as
from packbuilder.proof.texts import full_height, text_element
from packbuilder.text import Maths, Reference, RichText, Run, plain
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_NAMED_PARAGRAPHS = ("credit", "guidance", "stem", "digest")
_NUMBERING = {"number": "Decimal", "letter": "UpperAlpha", "bullet": "Disc"}
_SPARE = 5
"""A long answer whose lines its marks decide may give up one in so many of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expecting:
    """What is known beside the blocks: the layout, the words, how many pages there are and on which each anchor stands."""

    layout: Layout
    wording: Catalogue
    pages: int
    anchors: Mapping[str, int]
    headings: tuple[Heading, ...]

    def document(self, document: Document) -> Expected:
        """Return the whole tree. Blocks that hold nothing leave nothing."""
        return Expected(role="Document", children=self.blocks(block for block in document.blocks if not _empty(block)))

    def blocks(self, blocks: Iterable[Block]) -> tuple[Expected, ...]:
        """Return the elements of blocks, in order."""
        return tuple(element for block in blocks for element in self._block(block))

    def _block(self, block: Block) -> Iterator[Expected]:
        match block:
            case Paragraph():
                name = block.role if block.role in _NAMED_PARAGRAPHS else ""
                element = text_element("P", self._referred(block.text), self.wording, name=name, anchor=block.anchor)
                yield replace(element, stressed=self._stressed(block.text, block.role))
            case PageTotal():
                yield text_element("P", (Run(text=block.template.format(pages=self.pages), language=block.language),), self.wording)
            case Heading():
                yield text_element(f"H{min(4, max(1, block.level))}", block.text, self.wording, name="heading", anchor=block.anchor)
            case ItemList():
                yield self._list(block)
            case Table():
                yield self._table(block)
            case AnswerLines():
                yield self._lines(block)
            case Workings():
                yield _space(self.wording.say("space.workings"))
            case DrawingSpace(marks=marks, height=height, ruling=ruling):
                high = self.layout.drawing_mm(marks, height, squared=ruling == "squared")
                yield _space(self.wording.say("space.draw" if ruling == "plain" else f"space.draw.{ruling}", height=high))
            case AnswerBlank():
                yield self._blank(block)
            case AnswerBox(label=label):
                yield _space(self.wording.say("space.box.for", label=label) if label else self.wording.say("space.box"))
            case Options():
                yield self._options(block)
            case Fields():
                yield self._fields(block)
            case Figure():
                yield Expected(role="Figure", alts=(block.alt,), picture=shown_as(block.picture))
                if block.caption:
                    yield text_element("Caption", block.caption, self.wording)
            case LetterGrid():
                words = " ".join(part for row in block.rows for square in row if square for part in _square(square))
                yield Expected(role="Figure", alts=(block.alt,), text=words or None)
            case Drawing():
                yield self._drawing(block)
                if block.caption:
                    yield text_element("Caption", block.caption, self.wording)
                if block.answered:
                    yield _space(self.wording.say("space.drawing"))
            case Group():
                yield self._group(block)
            case Columns():
                yield Expected(role="Div", name=block.role, children=self.blocks((*block.head, *block.blocks)))
            case NumberedQuestion():
                yield self._question(block)
            case Contents():
                yield from self._contents(block)
            case CardSheet():
                yield self._cards(block)
            case LabelSheet():
                entries = (_entry("", self._lines_of(label)) for label in block.labels)
                yield Expected(role="L", name="labels", children=tuple(entries))
            case DeskPlan():
                yield self._desks(block)
            case PageBreak() | CutLine():
                return
            case _:
                assert_never(block)

    def _referred(self, text: RichText) -> RichText:
        """Return a text with the pages in its references."""
        return tuple(
            replace(each, text=each.paper.format(page=self.anchors.get(each.anchor, 0)))
            if isinstance(each, Reference) and each.paper
            else each
            for each in text
        )

    def _stressed(self, text: RichText, role: str) -> str | None:
        """Return the letters of emphasised words where the text around them is bold as well, so that only their size tells them apart."""
        if self.layout.style(role).stress == 1.0:
            return None
        runs = [each for each in text if isinstance(each, Run) and each.text.strip()]
        among_others = any(each.bold for each in runs) and not all(each.bold for each in runs)
        return "".join(full_height(each.text) for each in runs if each.bold) if among_others else ""

    def _list(self, block: ItemList) -> Expected:
        entries = []
        for index, entry in enumerate(block.entries):
            number = block.numbers[index] if block.numbers else index + 1
            label = {"bullet": "•", "number": f"{number}.", "letter": self.wording.option(index)}.get(block.style, "")
            before = (_box(self.wording.say("space.tick")),) if block.style == "tick" else ()
            after = (
                [_box(f"{self.wording.say('space.mark')}, {letter}") for letter in self.wording.of(block.language).lines("rating.letters")]
                if block.style == "rag"
                else []
            )
            body = (*before, *self.blocks(entry), *after)
            entries.append(_entry(label, body, bare=not before and not after))
        return Expected(role="L", numbering=_NUMBERING.get(block.style, ""), children=tuple(entries))

    def _options(self, block: Options) -> Expected:
        box = _box(self.wording.say("space.mark"))
        entries = [_entry(each.letter, (box, self._option(each.text))) for each in block.options]
        lettered = any(each.letter for each in block.options)
        return Expected(role="L", name="options", numbering="UpperAlpha" if lettered else "", children=tuple(entries))

    def _option(self, text: RichText) -> Expected:
        return replace(text_element("P", text, self.wording, name="option"), stressed=self._stressed(text, "option"))

    def _table(self, table: Table) -> Expected:
        caption = (text_element("Caption", table.caption, self.wording),) if table.caption else ()
        heads = [self._row(row, head=True) for row in table.header]
        rows = [self._row(row, head=False) for row in table.rows]
        return Expected(role="Table", name=table.role, children=(*caption, *heads, *rows), table=table)

    def _row(self, row: tuple[Cell, ...], *, head: bool) -> Expected:
        cells = []
        for cell in row:
            # What is empty heads no column.
            header = cell.header or head
            if head and not cell.blocks:
                header = False
            scope = ("Column" if head else "Row") if header else ""
            cells.append(_holding(Expected(role="TH" if header else "TD", scope=scope, columns=cell.span), self.blocks(cell.blocks)))
        return Expected(role="TR", children=tuple(cells))

    def _lines(self, block: AnswerLines) -> Expected:
        most = block.lines or self.layout.answer.lines(block.marks)
        least = most if block.lines else most - most // _SPARE
        return _space(*(self.wording.count("space.lines", lines) for lines in range(most, least - 1, -1)))

    def _blank(self, block: AnswerBlank) -> Expected:
        before, after = ((text_element("Span", part, self.wording),) if part else () for part in (block.label, block.unit))
        space = _space(self.wording.say("space.blank"))
        return Expected(role="P", name="answer", children=(*before, space, *after))

    def _fields(self, block: Fields) -> Expected:
        children = []
        for field in block.fields:
            words = self.wording.count("space.boxes", field.boxes) if field.boxes else self.wording.say("space.blank")
            children += [text_element("P", (Run(text=field.label, language=field.language),), self.wording), _space(words)]
        return Expected(role="Div", name="fields", children=tuple(children))

    def _drawing(self, drawing: Drawing) -> Expected:
        # Formulas are drawn as outlines: in a drawing its alternative text says them.
        set_ = (tuple(each for each in label if not isinstance(each, Maths)) for label in labels_of(drawing.sketch))
        words = [text_element("P", label, self.wording).text or "" for label in set_]
        words += [self.wording.option(index) for index in range(_blank_labels(drawing.sketch))]
        alt = described(drawing.sketch, self.wording, alt=drawing.alt)
        return Expected(role="Figure", name="drawing", alts=(alt,), labels=tuple(words))

    def _group(self, group: Group) -> Expected:
        label = (text_element("Caption", group.label, self.wording),) if group.label else ()
        name = "" if group.role == "plain" else group.role
        return Expected(role="Div", name=name, children=(*label, *self.blocks(group.blocks)))

    def _question(self, question: NumberedQuestion) -> Expected:
        words = number_words(question.number, self.layout.numbering, self.wording) + ("*" if question.starred else "")
        number = text_element(f"H{question.heading}" if question.heading else "P", plain(words), self.wording, name="number")
        marks = plain(mark_words(question.marks, self.layout.marks, self.wording)) if question.marks else ()
        return Expected(
            role="Div",
            name="question" if len(question.number) == 1 else "part",
            anchor=question.anchor,
            children=(
                number,
                *self.blocks(question.stem),
                *((text_element("P", marks, self.wording, name="marks"),) if marks else ()),
                *self.blocks(question.space),
            ),
        )

    def _cards(self, sheet: CardSheet) -> Expected:
        entries = []
        for card in sheet.cards:
            label = text_element("H1" if card.first else "P", card.label, self.wording, name="label")
            sides = (text_element("P", text, self.wording, name=name) for name, text in (("front", card.front), ("back", card.back)))
            body = (label, *sides)
            entries.append(_entry(str(card.number), body))
        return Expected(role="L", name="cards", numbering="Decimal", children=tuple(entries))

    def _lines_of(self, lines: Iterable[RichText]) -> tuple[Expected, ...]:
        return tuple(text_element("P", line, self.wording) for line in lines if line)

    def _desks(self, plan: DeskPlan) -> Expected:
        desks = [desk for row in plan.rows for desk in row if desk]
        entries = tuple(_entry("", self._lines_of((plain(desk.seat, bold=True), *desk.lines))) for desk in desks)
        walls = [self._lines_of((wall,)) for wall in (plan.front, plan.exit)]
        inside = (Expected(role="L", children=entries),) if entries else ()
        return Expected(role="Div", name="desks", children=(*walls[0], *inside, *walls[1]))

    def _contents(self, block: Contents) -> Iterator[Expected]:
        if block.title:
            yield text_element("H1", block.title, self.wording, name="heading")
        entries = [self._contents_entry(heading) for heading in self.headings if heading.level <= block.depth]
        yield Expected(role="TOC", children=tuple(entries))

    def _contents_entry(self, heading: Heading) -> Expected:
        from packbuilder.markup import flat

        words = text_element("P", (Reference(anchor=heading.anchor, text=flat(heading.text)),), self.wording)
        page = text_element("P", plain(str(self.anchors.get(heading.anchor, 0))), self.wording, name="page")
        return Expected(role="TOCI", children=(words, page))


def _entry(label: str, body: tuple[Expected, ...], *, bare: bool = False) -> Expected:
    labels = (Expected(role="Lbl", text=label),) if label else ()
    held = Expected(role="LBody")
    return Expected(role="LI", children=(*labels, _holding(held, body) if bare else replace(held, children=body)))


def _holding(element: Expected, inside: tuple[Expected, ...]) -> Expected:
    """Return a cell or an entry with what it holds: one paragraph of which there is nothing to say is the element's own text."""
    only = inside[0] if len(inside) == 1 else None
    if only is None or only.role != "P" or only.name or only.language:
        return replace(element, children=inside)
    return replace(element, text=only.text, anchor=only.anchor, target=only.target, children=only.children, stressed=only.stressed)


def _square(square: Square) -> Iterator[str]:
    yield from (str(square.number),) if square.number else ()
    yield from (square.letter,) if square.letter else ()


def _blank_labels(sketch: Sketch) -> int:
    return len(sketch.labels) if isinstance(sketch, Diagram) and sketch.blank else 0


def _space(*words: str) -> Expected:
    return Expected(role="Form", name="space", alts=words)


def _box(words: str) -> Expected:
    return Expected(role="Form", name="box", alts=(words,))


def _empty(block: Block) -> bool:
    """Whether nothing of a block is painted, so that it leaves no element in the document."""
    match block:
        case CutLine():
            return True
        case ItemList():
            return not block.entries
        case Options():
            return not block.options
        case CardSheet():
            return not block.cards
        case LabelSheet():
            return not block.labels
        case Fields():
            return not block.fields
        case Table():
            return not (block.rows or block.header or block.caption)
        case Group():
            return not block.label and all(map(_empty, block.blocks))
        case Columns():
            return all(map(_empty, (*block.head, *block.blocks)))
        case _:
            return False
