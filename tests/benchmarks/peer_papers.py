"""What a paper and its scheme hold on paper, ready made for peers: plain texts in the order in which they are printed.

There are no sizes in it and no page numbers: those are the peer's work, as they are packbuilder's. Nothing of packbuilder is imported here, so that
peers do not pay for it; `peer_drawing` makes these of the papers that packbuilder draws.
"""

from __future__ import annotations

from typing import TypedDict


class Said(TypedDict):
    """A paragraph of an answer: its kind (`plain`; `point`, with a bullet; `note`, below a point; `advice`), and a text that may begin and end in bold."""

    kind: str
    head: str
    text: str
    tail: str


class Asked(TypedDict):
    """A question: its number as it is printed, the code that its scheme has too, and what is asked."""

    number: str
    code: str
    stem: str
    options: list[str]
    lines: int
    marks: int


class Row(TypedDict):
    """A question's row in the scheme."""

    number: str
    code: str
    answer: list[Said]
    marks: str
    objectives: list[str]
    guidance: list[str]


class Section(TypedDict):
    """A section of a paper and of its scheme; without title and total where it is the only one."""

    title: str
    rubric: str
    total: str
    asked: list[Asked]
    rows: list[Row]


class Notes(TypedDict):
    """A heading and its list. `pages` is a sentence with `{pages}` in it that follows the list, or empty."""

    title: str
    entries: list[str]
    pages: str


class Paper(TypedDict):
    """A version. Tables are rows of texts; `grids` have the numbers of questions over their marks, and the total last, in a cell of double width."""

    title: str
    about: str
    identity: str
    scheme_for: str
    facts: list[list[str]]
    notes: list[Notes]
    grids: list[list[list[str]]]
    principles: list[Notes]
    objectives: list[list[str]]
    sections: list[Section]
    total: str
    end: str
