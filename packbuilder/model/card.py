"""A flashcard: what its two sides say, and the name by which it is known for good."""

from __future__ import annotations

from typing import Literal, TypeAlias

from packbuilder.diagnostics import Span
from packbuilder.text import RichText
from packbuilder.values import dataclass

CardKind: TypeAlias = Literal["term", "claim"]
"""`term`: a key concept, its meaning on the back. `claim`: a misconception to judge, what is right on the back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card. `topic` is the topic's id, `title` its title in words; `span` the place in the notes.

    `id` is made of the topic and the term, or of a claim's words: it stays when a definition is mended, so that a deck
    that is imported again replaces the card and does not double it.
    """

    id: str
    topic: str
    title: str
    kind: CardKind
    front: RichText
    back: RichText
    span: Span
    language: str = "en-GB"
