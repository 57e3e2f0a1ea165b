"""A document: a tree of semantic blocks that know roles and no sizes.

Every renderer (PDF, later HTML and DOCX) takes the same tree. Sizes, fonts, numbering styles and the looks of a mark
are a `packbuilder.layout.Layout`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from packbuilder.patterns import regex
from packbuilder.text import RichText
from packbuilder.values import dataclass

if TYPE_CHECKING:
    from packbuilder.drawings import Sketch

ParagraphRole: TypeAlias = Literal[
    "body",  # running text
    "lead",  # the opening text of a topic, a little larger
    "small",  # notes and captions
    "label",  # what kind of document it is, over its title: "Practice paper"
    "centre",  # centred lines: END OF QUESTIONS
    "total",  # flush right: (Total for Question 3 is 6 marks)
    "strong",  # flush right and bold: TOTAL FOR PAPER
    "stem",  # what is asked
    "verse",  # a line that stays one: what does not fit beside it stands further in
    "gapped",  # text with gaps to write in: its lines stand far apart
    "credit",  # scheme only: a creditworthy answer, which no candidate's file may hold
    "guidance",  # scheme only: advice to markers
    "entry",  # a line of an index
    "digest",  # very small: tells that a question and its scheme belong together
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text in a role. `keep`: no page break between it and what follows. `anchor` is a target for references."""

    text: RichText
    role: ParagraphRole = "body"
    keep: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, level 1 to 4. `anchor` is a target for contents and references. Headings stay with what follows.

    `listed`: whether it stands in the contents and the bookmarks. `role` "title" is a cover's large title,
    "label" a small heading that stands in no contents: "Instructions".
    """

    text: RichText
    level: int
    anchor: str = ""
    listed: bool = True
    role: Literal["heading", "title", "subtitle", "section", "label"] = "heading"


ListStyle: TypeAlias = Literal["bullet", "number", "letter", "tick", "rag", "plain"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list. `tick` draws an empty box before each entry; `rag` boxes with three letters (in English R, A and G) after it.

    `numbers` are those of the entries of a list of style `number`, where they are not 1, 2, 3 ... (clues of a crossword). `language` is a
    BCP 47 tag where it differs from the document's: a list's boxes bear the letters that the words before it name.
    """

    entries: tuple[tuple[Block, ...], ...]
    style: ListStyle = "bullet"
    numbers: tuple[int, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table's column: its share of the width (shares need not sum to 1) and how its cells are aligned."""

    share: float
    align: Literal["left", "centre", "right"] = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table's cell; `header` cells head their row or column; `span` counts the columns it covers."""

    blocks: tuple[Block, ...] = ()
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. `header` rows are repeated on each page that it runs over.

    Roles: `data` (a stimulus: full grid), `scheme` (a mark scheme: rules between rows), `glossary` (terms and meanings:
    light rules), `cornell` (cues beside notes: a rule between them), `grid` (an examiner's grid: full grid, centred), `plain` (no rules).

    `rowed` tables are read row by row, as registers are: they never become records. A word that is wider than its column goes on in the next line.
    `whole`: nothing is to be written into its empty cells, in which there is no value.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header: tuple[tuple[Cell, ...], ...] = ()
    role: Literal["data", "scheme", "glossary", "cornell", "grid", "plain"] = "data"
    caption: RichText = ()
    rowed: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLines:
    """Ruled lines to write on: `lines` of them, or as many as the layout gives for `marks` where `lines` is 0."""

    lines: int = 0
    marks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Workings:
    """White space for a calculation of `marks` marks."""

    marks: int


Ruling: TypeAlias = Literal["plain", "squared"]
"""What a space to draw in has inside its frame: nothing, or squares for graphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingSpace:
    """A framed space to draw in, never divided: `height` millimetres at the reference size, or what the layout gives for `marks` where it is 0."""

    marks: int = 1
    height: int = 0
    ruling: Ruling = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBlank:
    """One short ruled blank, flush right: a label before it and a unit after it. `ems` is its width."""

    label: RichText = ()
    unit: RichText = ()
    ems: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBox:
    """The inside of a box to write in, a table's cell: nothing is drawn, and it is announced in words.

    `label` tells what is written for, in that table: a step's letter, a question's number, the group that words are sorted into; empty where
    the head of its column tells. `ruled`: the table has no frames, so that a rule to write on is drawn. `room` is that of so many marks'
    worth of workings; 0: a line's.
    """

    label: str = ""
    ruled: bool = False
    room: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option: its letter and its text."""

    letter: str
    text: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options to choose from, each with a box to mark. `several`: more than one may be marked. `row`: short ones, side by side where they fit."""

    options: tuple[Option, ...]
    several: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Something to fill in: a label, then `boxes` single-character boxes, or a ruled line where `boxes` is 0.

    Two `short` fields in succession share a row. `language` is the label's where it is not the document's.
    """

    label: str
    boxes: int = 0
    short: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Things to fill in, such as a candidate's names and numbers. `row`: all in one row, the first the widest."""

    fields: tuple[Field, ...]
    row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture's bytes (PNG or JPEG) and their SHA-256, which stands for them in comparisons."""

    digest: str
    data: bytes = field(compare=False, repr=False)


_FILE_NAME = regex(r"\S*\.(?:png|jpe?g|gif|svg|bmp|tiff?|webp|pdf|eps)", re.IGNORECASE)
_EMPTY_WORDS = regex(
    r"(?:an? |the )?(?:image|img|picture|photo|photograph|figure|fig|diagram|graph|chart|drawing|graphic|illustration|icon|untitled|alt(?: text)?|"
    r"screenshot|scan|todo|tbc)[\s._-]*\d*\.?",
    re.IGNORECASE,
)


def says_nothing(alt: str, file: str = "") -> bool:
    """Whether an alternative text is none: no word, the name of a file (of `file`, too), or only "picture" and the like."""
    words = alt.strip()
    name = file.rpartition("/")[2].rpartition(".")[0]
    known = bool(name) and words.casefold() == name.casefold()
    return known or not any(map(str.isalpha, words)) or bool(_FILE_NAME.fullmatch(words) or _EMPTY_WORDS.fullmatch(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with its alternative text. `share` is the part of the column's width that it may take."""

    picture: Picture
    alt: str
    caption: RichText = ()
    share: float = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A square of a puzzle's grid: the letter in it (empty: to be written in) and the number at its corner (0: none)."""

    letter: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGrid:
    """A puzzle's grid, row by row; None where there is no square. `alt` says in words what it is and where its words go.

    `ruled`: each square has a frame (a crossword's). `loops` are runs of squares with a line drawn round them: the row and
    column of the first and of the last, from 0.
    """

    rows: tuple[tuple[Square | None, ...], ...]
    alt: str
    ruled: bool = True
    loops: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutLine:
    """A line to cut along, over the whole width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing made from its description. `alt` is what it shows, in words; empty: its values say it (`drawings.speech`).

    `share` is the part of the column's width that it may take; 0: what suits its kind. `height` is its height against its
    width; 0: what suits its kind. `answered`: the candidate draws on it; who cannot is to say what would be drawn.
    """

    sketch: Sketch
    alt: str = ""
    caption: RichText = ()
    share: float = 0.0
    height: float = 0.0
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that belong together.

    Roles: `plain`; `box` (framed: a cover's instructions); `callout` (set off by a rule: "In the exam"); `stimulus` (somebody else's words and
    pictures: no edition alters them); `verse` (lines that stay lines: a stanza, a dialogue); `panel` (one of the framed parts of `Columns`); `records` and `bands` (made by the typesetter of a table that is too wide for its column).
    `together`: keep on one page where it fits. `label` is its caption, above it: "Figure 1", "Word bank".
    """

    blocks: tuple[Block, ...]
    role: Literal["plain", "box", "callout", "stimulus", "verse", "panel", "records", "bands"] = "plain"
    together: bool = False
    label: RichText = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedQuestion:
    """A question, or a part of one, as it stands on paper.

    `number` is (3,) for question 3 and (3, 1) for its part (a): the layout decides how it looks. `stem` holds what is
    asked; `space` what is filled in. `marks` of 0 prints none (a question whose parts carry the marks). `starred` marks
    extended response. `digest` is printed very small: it tells which scheme belongs to the question. `anchor` is a target for references.
    `heading` is the level of the heading that the number is, so that one can go from question to question; 0: it is none.
    """

    number: tuple[int, ...]
    stem: tuple[Block, ...]
    space: tuple[Block, ...] = ()
    marks: int = 0
    starred: bool = False
    digest: str = ""
    anchor: str = ""
    heading: Literal[0, 1, 2, 3, 4] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Blocks in columns of even height, read down one column and then the next, below a `head` over the full width.

    Roles: `panels` fit on so many pages as `sides` says, in a text as large as the layout allows, and each block is framed; `flow` keeps
    the size of the text and goes on over as many pages as it needs.
    """

    blocks: tuple[Block, ...]
    head: tuple[Block, ...] = ()
    role: Literal["panels", "flow"] = "panels"
    sides: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """The end of a page. `to`: the next page, or the next right-hand (odd) page of a duplex document.

    `running` is what running heads say from here on instead of the document's title: empty, the title. Before anything else it ends no page.
    `soft`: where what stands before it has run over to a page that it leaves mostly empty, the next block goes on there.
    """

    to: Literal["next", "odd"] = "next"
    running: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A table of contents over the listed headings down to `depth`, with links and page numbers."""

    title: RichText
    depth: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTotal:
    """A sentence that tells the true page count; `{pages}` in `template` stands for it. `language` where it is another's."""

    template: str
    role: ParagraphRole = "body"
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlashCard:
    """A card to learn from: what its two sides say, what it belongs to (`label`), and the number that both sides carry.

    `first`: it is the first of those with its label, which is a heading there.
    """

    number: int
    label: RichText
    front: RichText
    back: RichText
    first: bool = False


CardTurn: TypeAlias = Literal["long", "short", "fold"]
"""How backs come behind their fronts: the paper is turned over its long or its short edge, or folded along its middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """A sheet of paper with cards to cut out, `columns` across and `rows` down, which fills whole pages.

    Turned over an edge it is two pages, the fronts and behind them the backs; folded it is one page with the front of each
    card in the left column and its back beside it. There may be fewer cards than places.
    """

    cards: tuple[FlashCard, ...]
    columns: int
    rows: int
    turn: CardTurn = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """A sheet of labels to cut out, `columns` across and `rows` down, which fills a page; there may be fewer labels than places.

    A label is its lines: the first is large, for who looks from afar; empty lines print nothing.
    """

    labels: tuple[tuple[RichText, ...], ...]
    columns: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk in a plan: what it is called, and lines about who sits there; without lines nobody does."""

    seat: str
    lines: tuple[RichText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPlan:
    """A room seen from above, row by row from the front, None where no desk stands. `front` and `exit` are words at its walls.

    A room that no page holds is several plans; an empty `front` or `exit` means that this part of it has none.
    """

    rows: tuple[tuple[Desk | None, ...], ...]
    front: RichText = ()
    exit: RichText = ()


Block: TypeAlias = (
    Paragraph
    | Heading
    | ItemList
    | Table
    | AnswerLines
    | Workings
    | DrawingSpace
    | AnswerBlank
    | AnswerBox
    | Options
    | Fields
    | Figure
    | LetterGrid
    | CutLine
    | Drawing
    | Group
    | NumberedQuestion
    | Columns
    | PageBreak
    | Contents
    | PageTotal
    | CardSheet
    | LabelSheet
    | DeskPlan
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document.

    `facts` are what running heads and feet may name (`{product}`, `{title}`, `{version}`, `{seed}`, `{fingerprint}`,
    `{page}`, `{pages}` ...). `record` goes into the PDF's own metadata, for `verify`: it must hold nothing that the
    document's readers may not see. `sheet` says which of the layout's furniture applies: an exam paper has "Turn
    over", blank pages and a frame; a handout has not. `subject` and `keywords` are for the metadata. `snug`: it is set closer
    where that saves a page, or keeps whole what belongs together.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    sheet: Literal["exam", "scheme", "handout"] = "handout"
    facts: Mapping[str, str] = field(default_factory=dict)
    record: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    snug: bool = False


def product_document(
    title: str,
    product: str,
    *,
    language: str,
    blocks: Iterable[Block],
    record: Mapping[str, str],
    facts: Mapping[str, str] | None = None,
    sheet: Literal["exam", "scheme", "handout"] = "handout",
) -> Document:
    """Return a document that is a product of something with a title: both stand in its own title and in its facts, besides `facts`."""
    return Document(
        title=f"{title} – {product}",
        language=language,
        blocks=tuple(blocks),
        sheet=sheet,
        facts={"product": product, "title": title, **(facts or {})},
        record=record,
        subject=product,
    )
