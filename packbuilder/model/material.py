"""Material: what worksheets are made of, cleaned as questions are: terms with meanings, claims put right, running text."""

from __future__ import annotations

from packbuilder.diagnostics import Span
from packbuilder.model.item import Item
from packbuilder.model.topic import Topic
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notion:
    """A term and its meaning, fit to be asked for either way.

    `meaning` is a phrase with a capital and without a stop. `clue` is the meaning with what would give the term away left out
    as `…`; empty where too little is left of it. `telling`: the clue is still a meaning, and no ruin of one ("An … cell").
    `said` is the term as it stands in running text. `does`: the meaning says what the term does ("splits a list into halves"), and not what it is;
    `happens`: it may be a sentence by itself ("The force of the water breaks rock").
    """

    term: str
    said: str
    meaning: str
    clue: str
    telling: bool
    topic: str
    span: Span
    does: bool = False
    happens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A wrong claim and what is right, in sentences. `plain`: what is right can be judged by itself, without the claim beside it."""

    wrong: str
    right: str
    plain: bool
    topic: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Sentences of a topic's synopsis that speak of the subject itself, in their order."""

    topic: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Steps in the order that the notes state, the words of order left out, and what they are the steps of."""

    about: str
    steps: tuple[str, ...]
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that topics give for worksheets, in the topics' order; of terms that two topics define, the first."""

    topics: tuple[Topic, ...] = ()
    notions: tuple[Notion, ...] = ()
    claims: tuple[Claim, ...] = ()
    passages: tuple[Passage, ...] = ()
    sequences: tuple[Steps, ...] = ()
    items: tuple[Item, ...] = ()
    language: str = "en-GB"
