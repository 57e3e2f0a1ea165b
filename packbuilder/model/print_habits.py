"""How a finished document is to be printed: as a booklet, two pages to a side, on both sides; with little ink; in many copies."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias, get_args

from packbuilder.values import dataclass

Imposition: TypeAlias = Literal["", "booklet", "2up", "a3-fold", "duplex", "duplex-short"]
"""`booklet`: half-size pages to fold and staple; `2up`: half-size pages side by side; `a3-fold`: pages of full size on sheets of twice
theirs, to fold and staple; `duplex`: both sides, with a margin for holes at the side; `duplex-short`: both sides, bound at the head."""

IMPOSITIONS: tuple[str, ...] = tuple(name for name in get_args(Imposition) if name)

MOST_COPIES = 500
"""A class set has no more copies: a year group; runs for hundreds of named candidates are another thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintHabits:
    """`class_set`: so many copies in one file besides the single one; 0: no such file. `crop_marks`: for paper that is cut to size."""

    imposition: Imposition = ""
    ink_saving: bool = False
    class_set: int = 0
    crop_marks: bool = False

    @property
    def halves(self) -> bool:
        """Whether pages are half the size of the paper."""
        return self.imposition in ("booklet", "2up")

    @property
    def folded(self) -> bool:
        """Whether sheets are laid into each other, folded and stapled at the fold."""
        return self.imposition in ("booklet", "a3-fold")

    @property
    def full_size(self) -> PrintHabits:
        """The same habits for what is never set smaller, such as mark schemes and large print; one copy will do of those."""
        return replace(self, imposition="" if self.halves else self.imposition, class_set=0)

    @property
    def unfolded(self) -> PrintHabits:
        """The same habits for what is used leaf by leaf: pages of full size stand alone, rather than on sheets laid into each other."""
        return replace(self, imposition="" if self.imposition == "a3-fold" else self.imposition)

    @property
    def multiple(self) -> int:
        """Pages are a multiple of it, so that the last sheet is whole and, in a class set, every copy begins on a fresh one."""
        if self.folded or (self.imposition == "2up" and self.class_set):
            return 4
        return 2 if self.imposition or self.class_set else 1


AS_IT_IS = PrintHabits()
"""A page to a side, as the layout has it."""
