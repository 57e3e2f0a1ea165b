"""Multiple choice and multiple response: options to mark, shuffled within rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from packbuilder.diagnostics import Diagnostic, Span, note, warning
from packbuilder.document import Block, Option, Options, Paragraph
from packbuilder.fields import Fields
from packbuilder.identity import Same, same_as
from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.model.raw_item import RawItem
from packbuilder.model.scheme import KeyScheme
from packbuilder.patterns import regex
from packbuilder.question_types.common import Common, Result, finished, read_common, report_repeated, sound, text_of
from packbuilder.question_types.doubts import unsaid_marks
from packbuilder.question_types.option_numbers import ascending, equal_numbers
from packbuilder.question_types.option_order import about_others, by_letter
from packbuilder.seeding import Seed
from packbuilder.text import RichText, joined, plain, said
from packbuilder.values import dataclass, replace
from packbuilder.wording import Catalogue

_LONG = 40
"""Characters of an option beyond which a scheme names it by its letter: beside the answer there is room for three or four words a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option: whether it is right, and why it is not (for the scheme's guidance)."""

    text: RichText
    correct: bool
    why: RichText = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """An option as it is read where options are put in order: its words, and whether they are about the others, or name them by letters."""

    words: str
    about_others: bool
    by_letter: bool


@lru_cache(maxsize=8192)
def _read(option: Same[Choice]) -> _Read:
    # Remembered: every version puts the same options in another order.
    words = flat(option.__self__.text)
    return _Read(words, about_others(words), by_letter(words))


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
    def key_places(self) -> int:
        """In how many places, from the first on, the right option may stand; 0 where it has its place for good."""
        return len(self._free())

    def _free(self) -> frozenset[Same[Choice]]:
        """Return the options among which the right one may take any place; none where it has its own for good."""
        return frozenset() if self.fixed or self.several else _free_among(frozenset(map(same_as, self.options)))

    @property
    def key_place(self) -> int:
        """Where the first right option stands now."""
        return next(place for place, option in enumerate(self.options) if option.correct)

    def arranged(self, seed: Seed) -> MultipleChoice:
        """Shuffle the options: numbers are sorted, and options about the others ("none of the above") stay last.

        Options that name others by their letters ("both A and B") hold the whole set in its written order, since
        they would be about other options elsewhere.
        """
        order = self._order()
        if order.kept:
            return self
        ordered = order.ascending or seed.shuffled(order.movable, lambda option: _read(same_as(option)).words)
        return replace(self, options=(*ordered, *order.last))

    def with_key_at(self, place: int) -> MultipleChoice:
        """Return the options with the right one moved to `place`; unchanged where it may not stand there."""
        free = self._free()
        if place >= len(free):
            return self
        right = self.options[self.key_place]
        others = [option for option in self.options if option is not right and same_as(option) in free]
        last = [option for option in self.options if same_as(option) not in free]
        return replace(self, options=(*others[:place], right, *others[place:], *last))

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return the options with their letters."""
        options = tuple(Option(letter=wording.option(i), text=option.text) for i, option in enumerate(self.options))
        return (Options(options=options, several=self.several),)

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the letter of each right option, with its text."""
        return tuple(
            Paragraph(text=joined(plain(f"{wording.option(index)}  ", bold=True), option.text))
            for index, option in enumerate(self.options)
            if option.correct
        )

    def refused(self, wording: Catalogue) -> tuple[RichText, ...]:
        """Return why wrong options are not right, for the scheme's guidance: each after its words, or after its letter where words are long."""
        told = [(wording.option(index), option) for index, option in enumerate(self.options) if option.why and not option.correct]
        long = any(len(flat(option.text)) > _LONG for _, option in told)
        no = joined(said(wording, "choice.not"), plain(" "))
        return tuple(joined(no, plain(name, bold=True) if long else option.text, plain(" – "), option.why) for name, option in told)

    def _order(self) -> _Order:
        order = _order_of(same_as(self.options))
        return replace(order, kept=True) if self.fixed else order


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """How options may be put in order: not at all, those that may move, those that stay last, and the former by number where all are numbers."""

    kept: bool
    movable: tuple[Choice, ...]
    last: tuple[Choice, ...]
    ascending: tuple[Choice, ...]


@lru_cache(maxsize=8192)
def _order_of(same: Same[tuple[Choice, ...]]) -> _Order:
    options = same.__self__
    read = [_read(same_as(option)) for option in options]
    movable = tuple([option for option, each in zip(options, read, strict=True) if not each.about_others])
    numbers = ascending(tuple([each.words for each in read if not each.about_others]))
    return _Order(
        kept=any(each.by_letter for each in read),
        movable=movable,
        last=tuple([option for option, each in zip(options, read, strict=True) if each.about_others]),
        ascending=tuple([movable[index] for index in numbers]),
    )


@lru_cache(maxsize=8192)
def _free_among(options: frozenset[Same[Choice]]) -> frozenset[Same[Choice]]:
    """Return which options take any place before those that stay last; none where the right one has its place for good. In any order they are the same."""
    order = _order_of(same_as(tuple([option.__self__ for option in options])))
    fixed = order.kept or order.ascending or any(option.correct for option in order.last)
    return frozenset() if fixed else frozenset(map(same_as, order.movable))


def build(raw: RawItem, stimulus: Stimulus | None) -> Result:
    """Build multiple choice (one right option) or multiple response (two or more)."""
    fields, problems = Fields(raw.fields, what="the item", code="B2"), list[Diagnostic]()
    several = raw.kind == "multiple_response"
    common = read_common(raw, fields, problems)
    options = _options(fields, problems)
    right = sum(option.correct for option in options)
    hint = "Mark each right one with `correct: true`." if several else "Mark it, and no other, with `correct: true`."
    if options and sound(fields, problems) and (right < 2 if several else right != 1):
        needed = "multiple response needs two or more" if several else "multiple choice has exactly one"
        fields.fail(31, f"{right or 'no'} right option{'s' * (right != 1)}: {needed}", fields.place("options"), hint)
    if several:
        _check_count(common, right, fields, problems)
    if options and several and right == len(options):
        fields.fail(31, "every option is right: at least one must be wrong", fields.place("options"))
    interaction = MultipleChoice(options=options, fixed=fields.truth("fixed"), several=several)
    right_reasons = (option.why for option in options if option.why and option.correct)
    scheme = KeyScheme(guidance=(*common.guidance, *right_reasons))
    return finished(raw, common, interaction, scheme, stimulus, fields, problems)


def _check_count(common: Common, right: int, fields: Fields, problems: list[Diagnostic]) -> None:
    """Hold the number of right options against how many the stem asks for, and the marks against both."""
    if right < 2:
        return
    asked = _ASKED.search(flat(common.stem))
    wanted = _COUNTS.index(asked["count"].lower()) if asked else right
    if wanted != right:
        message = f"the stem asks for {wanted}, and {right} options are right"
        fields.fail(31, message, fields.place("options"), "Change the stem, or which options have `correct: true`.")
    else:
        problems.extend(unsaid_marks(common.marks, (right,), common.guidance, fields.place("marks"), "right option"))


_COUNTS = ("zero", "one", "two", "three", "four", "five", "six")
_ASKED = regex(r"\b(?:which|tick|choose|select|identify|circle|give)\s+(?:the\s+)?(?P<count>two|three|four|five|six)\b", re.IGNORECASE)
"""How many options a stem asks for: `Which two ...`."""


def _options(fields: Fields, problems: list[Diagnostic]) -> tuple[Choice, ...]:
    """Read the options: 2 to 8, each with a text of its own."""
    options, places = list[Choice](), []
    entries = fields.mappings("options", required=True)
    for entry in entries:
        own = Fields(entry, what="an option", code="B2")
        text = text_of(own, "text", problems, required=True)
        places.append((text, own.place("text")))
        options.append(Choice(text=text, correct=own.truth("correct"), why=text_of(own, "why", problems)))
        problems.extend(own.finish())
    if entries and not 2 <= len(options) <= 8:
        fields.fail(30, f"{len(options)} options: there must be 2 to 8", fields.place("options"))
    report_repeated(fields, 32, "option", places)
    problems.extend(_equal(places, [option.correct for option in options]))
    return tuple(options)


def _equal(places: list[tuple[RichText, Span]], right: list[bool]) -> Iterator[Diagnostic]:
    """Yield a note for each option that is the same as one before it but for how it is written: where figures are what is asked that is meant.

    Where one of the two is the key, it is a warning: a candidate who chooses the other is right as well.
    """
    texts = [(flat(text), span) for text, span in places]
    for index, (text, span) in enumerate(texts):
        for at, (other, _) in enumerate(texts[:index]):
            told = warning if right[index] != right[at] else note
            if other != text and equal_numbers(other, text):
                yield told("B234", f"the options {other!r} and {text!r} are the same number", span, "Only one of them can be the key.")
            elif other != text and _same_words(other) == _same_words(text):
                yield told("B234", f"the options {other!r} and {text!r} are the same words", span, "Only one of them can be the key.")


def _same_words(text: str) -> str:
    """Return an option without the capital of its first word and its stop; short ones (`Co`, `CO`) are what they are."""
    bare = text.strip().rstrip(".")
    return bare[:1].lower() + bare[1:] if len(bare) > 3 else text
