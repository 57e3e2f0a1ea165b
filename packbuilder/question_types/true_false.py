"""True or false, with a reason where `reasoned`."""

from __future__ import annotations

from dataclasses import dataclass

from packbuilder.document import AnswerLines, Block, Option, Options, Paragraph
from packbuilder.seeding import Seed
from packbuilder.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse:
    """A statement to be judged. `reasoned`: the candidate must say why."""

    answer: bool
    reasoned: bool = False

    @property
    def kind(self) -> str:
        """`true_false`."""
        return "true_false"

    def arranged(self, seed: Seed) -> TrueFalse:
        """Return the same: true stands before false everywhere."""
        return self

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return the two boxes, and lines for the reason."""
        options = Options(options=(Option(letter="", text=plain("True")), Option(letter="", text=plain("False"))))
        return (options, AnswerLines(marks=max(1, marks - 1))) if self.reasoned else (options,)

    def key(self) -> tuple[Block, ...]:
        """Return which it is, worth one mark where a reason earns the others."""
        word = "True" if self.answer else "False"
        return (Paragraph(text=plain(f"{word} (1)" if self.reasoned else word, bold=True)),)
