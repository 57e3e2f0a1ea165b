"""A form: one drawn paper's content and order. Paper and mark scheme are both composed from it."""

from __future__ import annotations

from packbuilder.model.item import Item, Stimulus
from packbuilder.text import RichText
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An item in its place: `label` is empty where the question has one part, else `a`, `b` ..."""

    label: str
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A numbered question: its parts, and the lead or stimulus that they share."""

    number: int
    parts: tuple[Part, ...]
    lead: RichText = ()
    stimulus: Stimulus | None = None

    @property
    def marks(self) -> int:
        """The question's marks: the sum over its parts."""
        return sum([part.item.marks for part in self.parts])


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: its letter (empty where the paper has one section), what it holds, and what candidates are told.

    `language` is that of title and instruction where it is not the form's. `choose`: so many of its questions, all worth the same, are
    to be answered (0: all).
    """

    letter: str
    title: str
    instruction: str
    language: str | None
    questions: tuple[Question, ...]
    choose: int = 0

    @property
    def marks(self) -> int:
        """The section's marks: of a choice, those of the questions that are answered."""
        return sum([question.marks for question in self.questions[: self.choose or None]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One version of a paper. `code` is its letter; `fingerprint` tells its exact content, like `3f2a-91bc`."""

    code: str
    title: str
    seed: int
    minutes: int
    sections: tuple[Section, ...]
    fingerprint: str
    language: str = "en-GB"
    qualification: str = ""
    unit: str = ""
    level: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in order of their numbers."""
        return tuple([question for section in self.sections for question in section.questions])

    @property
    def marks(self) -> int:
        """The form's marks."""
        return sum([section.marks for section in self.sections])
