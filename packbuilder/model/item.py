"""An item: a question in the bank, with how it is answered and how it is marked."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import field
from typing import Protocol

from packbuilder.diagnostics import Diagnostics, Span
from packbuilder.document import Block
from packbuilder.model.scheme import Scheme
from packbuilder.seeding import Seed
from packbuilder.text import RichText
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

_SURE = 0.7
"""So sure is at least what made an item that is no doubtful one."""


class Interaction(Hashable, Protocol):
    """How a candidate answers: one file a kind in `packbuilder.question_types`. Implementations are frozen values."""

    @property
    def kind(self) -> str:
        """The kind's name, as in banks: `multiple_choice`, `short_answer` ..."""
        ...

    def arranged(self, seed: Seed) -> Interaction:
        """Return the interaction with its options (or pairs, steps ...) in the seed's order."""
        ...

    def answer_space(self, marks: int, wording: Catalogue) -> tuple[Block, ...]:
        """Return what stands under the stem on the candidate's paper: options, lines, boxes. Never the answer."""
        ...

    def key(self, wording: Catalogue) -> tuple[Block, ...]:
        """Return the answer for the mark scheme; nothing where the item's scheme says it all."""
        ...


class Variants(Protocol):
    """What a parameterised item is drawn from."""

    @property
    def combinations(self) -> int:
        """How many choices of values there are, those that conditions exclude among them."""
        ...

    def drawn(self, seed: Seed) -> Item | None:
        """Return the item with the seed's numbers; None where none were found that meet its conditions."""
        ...

    def tried(self, seed: Seed) -> Trial:
        """Return the same, and what came of the tries before it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What came of a seed: the item, or None, and the tries that were in vain.

    `unmet` of them had numbers that the conditions exclude: that is what conditions are for. `refused` met the conditions and
    gave no question; `reasons` counts why. `problems` are those of the last try.
    """

    item: Item | None
    problems: Diagnostics
    unmet: int
    refused: int
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stimulus:
    """A text, table or picture that one or more items refer to; it keeps them together as one question."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question in the bank.

    `topic` is a topic's id; `difficulty` from 1 (easy) to 5 (hard); `objectives` like `AO1`; `rule` names what made the
    item (`bank`, or a derivation rule); `confidence` from 0 to 1 says how sure the rule is of its wording.
    `tests` are keys of what the item asks: two items that share one never stand on the same form. `exposes` are keys
    of what its wording gives away: such an item never stands beside one that tests that key. `enemies` are item ids.
    `variants` draws the item anew with other numbers. `replaces` is the id of a derived item in whose place this one stands.
    `shares` are the marks of each objective, where its notes say them; otherwise they are shared out equally.
    `about` are the subjects that its stem names, each a key and the phrase of the stem: questions that share one can be parts
    of one question.
    """

    id: str
    topic: str
    stem: RichText
    interaction: Interaction
    marks: int
    scheme: Scheme
    command: str
    objectives: tuple[str, ...]
    difficulty: int
    rule: str
    span: Span
    confidence: float = 1.0
    tests: frozenset[str] = frozenset()
    exposes: frozenset[str] = frozenset()
    enemies: frozenset[str] = frozenset()
    stimulus: Stimulus | None = None
    language: str = "en-GB"
    about: tuple[tuple[str, str], ...] = ()
    replaces: str = ""
    shares: tuple[int, ...] = ()
    variants: Variants | None = field(default=None, compare=False, repr=False)

    @property
    def kind(self) -> str:
        """The interaction's kind."""
        return self.interaction.kind

    @property
    def doubtful(self) -> bool:
        """Whether what made it is so unsure of it that all others come before it."""
        return self.confidence < _SURE

    def clashes(self, other: Item) -> bool:
        """Whether the two may not stand on one form: same thing asked, one gives the other away, or declared."""
        return bool(
            self.id in other.enemies
            or other.id in self.enemies
            or self.tests & other.tests
            or self.exposes & other.tests
            or other.exposes & self.tests
        )
