"""Written answers: on ruled lines, short or extended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from packbuilder.document import AnswerLines, Block
from packbuilder.seeding import Seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """An answer on lines: as many as `lines` says, or as the layout gives for the marks where it is 0."""

    kind: Literal["short_answer", "extended_response"] = "short_answer"
    lines: int = 0

    def arranged(self, seed: Seed) -> Written:
        """Return the same: there is nothing to arrange."""
        return self

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return the ruled lines."""
        return (AnswerLines(lines=self.lines, marks=marks),)

    def key(self) -> tuple[Block, ...]:
        """Return nothing: the item's scheme says it all."""
        return ()
