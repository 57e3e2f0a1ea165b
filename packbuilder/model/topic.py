"""A topic: what a set of revision notes says, each piece with its place in the source."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.document import Picture
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyConcept:
    """A term and what it means. `term` is empty where the notes give a plain statement.

    `within` is the term as it stands in running text, where the notes show it: behind an article, which `term` may lack.
    """

    term: str
    definition: str
    span: Span
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamTip:
    """Advice for the exam, in light Markdown as the notes have it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong idea or a common mistake, and the right idea where the notes give it (else an empty string).

    `claim` is empty where the notes only say what is right. `doubtful`: it is not plain what of `claim` is wrong
    and what is right. `told`: the notes themselves say which is which ("Myth: ... Fact: ...").
    """

    claim: str
    correction: str
    span: Span
    doubtful: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingPoint:
    """What examiners credit, in the words of the notes; `cut` where the text stops in the middle."""

    text: str
    span: Span
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """A picture in notes: the section it stands in (`synopsis`, `concepts` ...), its file as written, and what it shows.

    `picture` is None until the file has been read.
    """

    section: str
    file: str
    alt: str
    span: Span
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table in notes, as it is written: a cell a column, an empty one where nothing stands."""

    cells: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesTable:
    """A table that is printed as notes have it: the section it stands in, the words over its columns (none where it has no head), and its rows.

    Its rows are read as entries of their section too, which questions are made from: those have the rows' spans. `named` is the place of the
    column that says what each row is about; `caption` is what a label over it says.
    """

    section: str
    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    span: Span
    named: int = 0
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic's notes. Texts are light Markdown, read by `packbuilder.markup` when they are set.

    Every section may be empty: what is missing has been reported by the reader. `dated` is an ISO date (when it was
    taught), or empty. `digest` is the SHA-256 of the source bytes, in hexadecimal. `heading` is the title as it is written, where formulas
    stand in it (else empty); `title` has them in Unicode.
    """

    id: str
    title: str
    span: Span
    synopsis: str = ""
    concepts: tuple[KeyConcept, ...] = ()
    exam_tips: tuple[ExamTip, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    marking_points: tuple[MarkingPoint, ...] = ()
    subject: str = ""
    qualification: str = ""
    unit: str = ""
    level: str = ""
    language: str = "en-GB"
    dated: str = ""
    digest: str = ""
    illustrations: tuple[Illustration, ...] = ()
    heading: str = ""
    tables: tuple[NotesTable, ...] = ()
