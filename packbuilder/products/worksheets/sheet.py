"""What every kind of worksheet gives and takes, and what it says where the notes have too little."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.document import Block
from packbuilder.errors import PackbuilderError
from packbuilder.model.material import Material
from packbuilder.seeding import Seed
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a tutor asks of a sheet: how many things at most (0: as many as suit the kind), whether word banks are printed, and
    the day of the lesson as an ISO date (empty: that of the newest notes)."""

    count: int = 0
    word_bank: bool = True
    on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet and its answers, numbered alike: `count` things to do, each with its answer.

    `instruction` is the key of what is said at its head where that is not the kind's own.
    `whole`: none of it can be done without seeing the rest, so that it stands on one page wherever a page can hold it.
    `copies`: the sheet, its head included, stands so many times on its page, with lines to cut along between them.
    """

    tasks: tuple[Block, ...]
    answers: tuple[Block, ...]
    count: int
    whole: bool = False
    instruction: str = ""
    copies: int = 1


Make = Callable[[Material, Seed, Wish, Catalogue], Sheet]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of worksheet: its name on the command line, what it is in one line, and what makes it.

    Its title and instruction are the wording's `worksheet.NAME.title` and `worksheet.NAME.instruction`. `make` raises
    `LackingError` where the notes have too little.
    """

    name: str
    about: str
    make: Make


class LackingError(PackbuilderError):
    """Notes that have too little for a kind of worksheet: what it needs, and how much of it there is."""

    def __init__(self, *, kind: str, needed: int, what: str, found: int, where: str) -> None:
        super().__init__(
            f"the worksheet {kind!r} needs at least {needed} {what}; these notes give {found or 'none'}",
            hints=(f"They come from {where}.", "`packbuilder worksheet --list TOPIC...` shows which worksheets these notes can give."),
        )
        self.kind = kind


TERMS = "`Term: definition` bullets under “Key Concepts & Core Principles” and, where they plainly say what a term means, under “Examiner Marking Points”"
CLAIMS = "“Common Misconceptions & Mistakes to Avoid”: a wrong claim, and what is right in a sentence after it"
