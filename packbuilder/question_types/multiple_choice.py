"""Multiple choice and multiple response: options to mark, shuffled within rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from packbuilder.document import Block, Option, Options, Paragraph
from packbuilder.markup import flat
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain

_ABOUT_OTHERS = re.compile(r"\b(?:none|all|both|neither|any) of (?:the )?(?:above|these)\b|\b(?:both )?[A-H] (?:and|or) [A-H]\b", re.IGNORECASE)
_NUMBER = re.compile(r"^[£$€]?\s*([-+−]?\d+(?:[,\d]*)(?:\.\d+)?)\s*[%°]?\s*[^\d\s]*\s*\S{0,8}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option: whether it is right, and why it is not (for the scheme's guidance)."""

    text: RichText
    correct: bool
    why: RichText = ()


def letter(index: int) -> str:
    """Return the letter of the option at `index`, from A."""
    return chr(ord("A") + index)


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice:
    """Options of which one is right, or several where `several`. `fixed` keeps the written order."""

    options: tuple[Choice, ...]
    fixed: bool = False
    several: bool = False

    @property
    def kind(self) -> str:
        """`multiple_choice`, or `multiple_response` where several options are right."""
        return "multiple_response" if self.several else "multiple_choice"

    @property
    def may_move(self) -> bool:
        """Whether the options may be shuffled: not where their order is fixed or they are numbers in order."""
        return not self.fixed and not self._numeric()

    def arranged(self, seed: Seed) -> MultipleChoice:
        """Shuffle the options: numbers stay sorted, and options about the others ("none of the above") stay last."""
        if self.fixed:
            return self
        if self._numeric():
            ordered = tuple(sorted(self.options, key=lambda option: _value(option) or 0.0))
            return replace(self, options=ordered)
        last = tuple(option for option in self.options if _ABOUT_OTHERS.search(flat(option.text)))
        others = tuple(option for option in self.options if option not in last)
        return replace(self, options=(*seed.shuffled(others, lambda option: flat(option.text)), *last))

    def with_key_at(self, position: int) -> MultipleChoice:
        """Return the options with the right one moved to `position`, if it may stand there; else unchanged."""
        movable = [option for option in self.options if not _ABOUT_OTHERS.search(flat(option.text))]
        right = next((option for option in movable if option.correct), None)
        if right is None or not self.may_move or self.several or position >= len(movable):
            return self
        others = [option for option in movable if option is not right]
        last = [option for option in self.options if option not in movable]
        return replace(self, options=(*others[:position], right, *others[position:], *last))

    def answer_space(self, marks: int) -> tuple[Block, ...]:
        """Return the options with their letters."""
        options = tuple(Option(letter=letter(i), text=option.text) for i, option in enumerate(self.options))
        return (Options(options=options, several=self.several),)

    def key(self) -> tuple[Block, ...]:
        """Return the letter of each right option, with its text."""
        lines: list[Block] = []
        for index, option in enumerate(self.options):
            if option.correct:
                lines.append(Paragraph(text=joined(plain(f"{letter(index)}  ", bold=True), option.text)))
        return tuple(lines)

    def _numeric(self) -> bool:
        return all(_value(option) is not None for option in self.options)


def _value(choice: Choice) -> float | None:
    match = _NUMBER.match(flat(choice.text).strip())
    return float(match[1].replace(",", "").replace("−", "-")) if match else None
