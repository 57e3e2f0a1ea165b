"""A blueprint: what a paper must hold."""

from __future__ import annotations

from math import ceil

from packbuilder.diagnostics import Span
from packbuilder.model.quota import Quota
from packbuilder.values import dataclass

MINUTES_A_MARK = 1.2
"""Working time (HANDBOOK section 3: real papers of 50 to 100 marks give 1.17 to 1.2 minutes a mark)."""

SAME = -1
"""The overlap of versions that hold the same questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """What a section must hold: its marks exactly, of these kinds (none: all), within its quotas.

    Where `choose` of `of` questions are to be answered, all are worth the same, and only those answered count: `marks` are theirs. `title` and `instruction` are printed; where there is no instruction, the one for its kinds of questions is.
    """

    marks: int
    title: str = ""
    instruction: str = ""
    kinds: tuple[str, ...] = ()
    quotas: tuple[Quota, ...] = ()
    choose: int = 0
    of: int = 0

    @property
    def each(self) -> int:
        """What each question of a choice is worth; 0 where there is none."""
        return self.marks // self.choose if self.choose else 0

    @property
    def printed(self) -> int:
        """The marks of all questions that are printed, those among them that are not answered."""
        return self.each * self.of if self.choose else self.marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """What a paper must hold: exactly `marks` marks, in `minutes` minutes, in `versions` versions A, B, C ...

    `minutes` of 0 means: by the marks. `kinds` limits the item kinds (none: all). `include` and `exclude` are item ids.
    `quotas` say how much of what the paper holds; each version meets them. `overlap` is the most questions that two versions
    share (None: as few as the bank allows; `SAME`: all of them, in another order). `used` are ids of items that earlier papers
    held: they are not drawn again, or where `repeat`, only where nothing else is left. `tolerance` is how far the mean difficulty
    (1 to 5) of a version may lie from the first's (None: within 0.25 where that is possible). `sections` have their
    own marks, which sum to `marks`; without them papers are divided by the kinds of questions. `places` say where each
    `include` and `exclude` is written, by its words: `exclude acids.q1`.
    """

    marks: int
    versions: int = 1
    minutes: int = 0
    kinds: tuple[str, ...] = ()
    include: frozenset[str] = frozenset()
    exclude: frozenset[str] = frozenset()
    quotas: tuple[Quota, ...] = ()
    overlap: int | None = None
    used: frozenset[str] = frozenset()
    repeat: bool = False
    tolerance: float | None = None
    sections: tuple[SectionSpec, ...] = ()
    places: tuple[tuple[str, Span], ...] = ()

    @property
    def printed(self) -> int:
        """The marks of all questions that are printed: more than `marks` where a section leaves a choice."""
        return sum(section.printed for section in self.sections) or self.marks

    @property
    def specified(self) -> bool:
        """Whether more is asked than marks, so that a paper must be solved for."""
        return bool(self.quotas or self.sections)

    @property
    def duration(self) -> int:
        """Time allowed in minutes: as given, else 1.2 a mark rounded up to 5 (HANDBOOK section 3)."""
        return self.minutes or 5 * ceil(round(self.marks * MINUTES_A_MARK, 6) / 5)


def with_extra_time(minutes: int, *, share: float = 0.25) -> int:
    """Return the minutes for a candidate with extra time (25% where nothing else is said), rounded up to 1."""
    return ceil(round(minutes * (1 + share), 6))
