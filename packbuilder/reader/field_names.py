"""Spaces to answer in, in words: names of the fields on a page, of which no two are the same, and what files without fields say.

A field's name is what a screen reader says when it comes to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from packbuilder.document import AnswerBox, Block
from packbuilder.markup import flat
from packbuilder.text import Gap, Inline, RichText, Run
from packbuilder.values import dataclass
from packbuilder.walks import reworded, texts_of
from packbuilder.wording import Catalogue

_LONGEST = 80
"""Of the words that a field is told apart by, at most so many characters are said."""


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Gives names to fields and remembers them. `of` is the question that the fields stand in, `about` the entry or row outside questions."""

    wording: Catalogue
    of: str = ""
    about: str = ""
    given: dict[str, int] = field(default_factory=dict)

    def blank(self, part: str = "") -> str:
        """Name a line or a box to write in: `Answer to question 2`, and what `part` of it."""
        return self._own(self._of("reader.blank", "space.blank"), part)

    def lines(self, count: int, key: str) -> str:
        """Name so many lines: `Answer to question 2, space for 4 lines`; `key` is that of the message."""
        return self._own(self.wording.count(key, count, label=self.of) if self.of else self.wording.count("reader.space", count))

    def options(self) -> str:
        """Name options to choose from."""
        return self._own(self._of("reader.options", "space.mark"))

    def rating(self, wording: Catalogue) -> str:
        """Name the buttons by which an entry is rated, in the language of its list."""
        return self._own(wording.say("reader.rating"))

    def gap(self, label: str) -> str:
        """Name a gap in a text: `Answer to question 3, gap 1`; outside questions `gap 1`."""
        words = gap_words(label, self.wording)
        return self._own(self.wording.say("reader.blank", label=self.of), words) if self.of else self._own(words)

    def labelled(self, label: str) -> str:
        """Name a field by the label that stands before it."""
        return self._own(label)

    def _of(self, key: str, outside: str) -> str:
        return self.wording.say(key, label=self.of) if self.of else self.wording.say(outside)

    def _own(self, words: str, part: str = "") -> str:
        """Return words as a name of their own: with what tells them from others, and else counted."""
        parts = (words, part, "" if self.of else self.about)
        name = ", ".join(dict.fromkeys(each for each in parts if each))
        self.given[name] = self.given.get(name, 0) + 1
        return name if self.given[name] == 1 else f"{name} ({self.given[name]})"


def gap_words(label: str, wording: Catalogue) -> str:
    """Return what a gap in a text is called: `gap 1`, or `gap`."""
    return wording.say("space.gap", label=label).strip()


def box_words(box: AnswerBox, wording: Catalogue) -> RichText:
    """Return what stands in a box to write in where it is no field: `[box to write in for A]`."""
    words = wording.say("space.box.for", label=box.label) if box.label else wording.say("space.box")
    return (Run(text=f"[{words}]", language=wording.spoken("space.box")),)


def with_gaps_named(blocks: Iterable[Block], wording: Catalogue) -> tuple[Block, ...]:
    """Return blocks with what each gap in a text is called after it: in a file without fields nothing else tells it from others."""

    def named(inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Gap):
            return (inline,)
        return inline, Run(text=f" [{gap_words(inline.label, wording)}]", language=wording.spoken("space.gap"))

    def words(text: RichText) -> RichText:
        return tuple(each for inline in text for each in named(inline)) if any(isinstance(each, Gap) for each in text) else text

    return tuple(reworded(block, words) for block in blocks)


def first_words(blocks: Iterable[Block], before: str = "") -> str:
    """Return what blocks begin with, for the names of fields in and beside them; gaps are no words."""
    texts = (_words(text) for text in texts_of(blocks))
    words = f"{before} {next(filter(None, texts), '')}".strip()
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rpartition(' ')[0]} …"


def _words(text: RichText) -> str:
    return " ".join(flat(tuple(inline for inline in text if not isinstance(inline, Gap))).split())
