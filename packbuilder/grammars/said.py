"""What statements say in a language, and what each of them answers: its file in `said/` as a value. `said/fr.yaml` says what each of its entries is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from packbuilder.cache import kept
from packbuilder.grammars.grammar import folded
from packbuilder.languages import primary
from packbuilder.values import dataclass

_FOLDER = Path(__file__).parent / "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of statements: a pattern with a name for each of its parts, and the question that its part `answer` answers, or, entry by entry, `list`.

    `command` is the word whose tariff the question has, where its opener does not tell.
    """

    said: str
    asks: str
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word before a colon that says of what kind the answers behind it are: with its article, and how one thing of the kind is asked for."""

    label: str
    article: str
    opener: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """A label before a colon in a language that declines it: how it is written there, how behind a command, what asks for it, and its gender."""

    label: str
    printed: str
    opener: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How statements of a language are read and asked. Words are as `folded` returns them but for `clauses`, in which accents tell
    words apart; patterns are for texts as they are written.

    `articles` open a phrase and are printed small within a sentence, as are `adjectives`; names that begin with one of `names` keep its capital letter.
    `never` opens no phrase; what has one of `clauses` is none. `finite` are forms of verbs. `kinds` are parts of patterns, by name. `one` are labels of
    one answer, `some` of several, which `opener` asks for by number (`numbers`) or, where they are all there are (`all_of`), under their article `the`.
    `genders` are patterns of nouns by the article that they have. `sign` stands before an answer. `persons` begin what is said of somebody or a place.
    `single` and `several` are labels of one answer and of several in languages that decline them, `numerals` numbers from two on by gender, `whole` the article
    behind a command where no number is said, `before` adjectives that may stand before such a label, `alone` what says of nothing what its label is of.
    `common` are nouns that a sentence's beginning has made large, `common_ends` how others end; `prepositions` are printed small; `events` are nouns of what
    has a date, by what is said of them; `every` asks for all where no numeral fits. `meant` is the
    question for a meaning where the term has no quotation marks.
    `term` asks for a meaning, `letters` for what an abbreviation stands for, `date`, `law`, `formula` and `equation` for these. `after` may follow a label.
    """

    language: str
    articles: frozenset[str]
    adjectives: str
    names: frozenset[str]
    never: frozenset[str]
    clauses: frozenset[str]
    finite: frozenset[str]
    kinds: Mapping[str, str]
    forms: tuple[Form, ...]
    one: tuple[Label, ...]
    some: tuple[str, ...]
    all_of: str
    opener: str
    the: str
    numbers: Mapping[str, int]
    after: str
    genders: Mapping[str, str]
    persons: str
    nominal: str
    dated: str
    capitals: str
    dates: str
    no_terms: frozenset[str]
    plural: str
    relational: str
    term: str
    date: str
    law: str
    formula: str
    equation: str
    letters: str
    single: tuple[Declined, ...]
    several: tuple[Declined, ...]
    numerals: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, str]
    before: str
    alone: str
    common: frozenset[str]
    common_ends: str
    prepositions: frozenset[str]
    events: Mapping[str, str]
    every: str
    meant: str


@lru_cache(maxsize=16)
def said_in(language: str) -> Said | None:
    """Return how statements are read in a language, by its BCP 47 tag; None where nobody has written that down."""
    tag = primary(language)
    return kept("said", (tag,), lambda: _read(tag)) if (_FOLDER / f"{tag}.yaml").is_file() else None


def _read(tag: str) -> Said:
    import yaml

    said: dict[str, Any] = yaml.load((_FOLDER / f"{tag}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader is safe
    return Said(
        language=tag,
        articles=_words(said, "articles"),
        adjectives=said.get("adjectives", ""),
        names=frozenset(said.get("names", ())),
        never=_words(said, "never"),
        clauses=frozenset(said.get("clauses", "").split()),
        finite=frozenset(_forms(said.get("verbs", {}))),
        kinds=dict(said.get("kinds", {})),
        forms=tuple(Form(said=each["said"], asks=each["asks"], command=each.get("command", "")) for each in said.get("forms", ())),
        one=tuple(_labels(said.get("one", {}))),
        some=tuple(said.get("some", {}).get("labels", "").split()),
        all_of=said.get("some", {}).get("all", ""),
        opener=said.get("some", said)["opener"],
        the=said.get("some", {}).get("the", ""),
        numbers={word: int(number) for word, number in said["numbers"].items()},
        after=said["after"],
        genders=dict(said.get("genders", {})),
        persons=said.get("persons", ""),
        nominal=said.get("nominal", ""),
        dated=said.get("dated", ""),
        capitals=said.get("capitals", ""),
        dates=said.get("dates", ""),
        no_terms=_words(said, "no_terms"),
        plural=said.get("plural", ""),
        relational=said.get("relational", ""),
        term=said.get("term", ""),
        date=said.get("date", ""),
        law=said.get("law", ""),
        formula=said.get("formula", ""),
        equation=said.get("equation", ""),
        letters=said.get("letters", ""),
        single=tuple(each for opener, labels in said.get("single", {}).items() for each in _declined(labels, opener=opener)),
        several=tuple(each for gender, labels in said.get("several", {}).items() for each in _declined(labels, gender=gender)),
        numerals={gender: tuple(words.split()) for gender, words in said.get("numerals", {}).items()},
        whole=dict(said.get("whole", {})),
        before=said.get("before", ""),
        alone=said.get("alone", ""),
        common=_words(said, "common"),
        common_ends=said.get("common_ends", ""),
        prepositions=_words(said, "prepositions"),
        events=dict(said.get("events", {})),
        every=said.get("every", ""),
        meant=said.get("meant", ""),
    )


def _words(said: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(map(folded, said.get(name, "").split()))


def _labels(said: Mapping[str, Sequence[str]]) -> Iterator[Label]:
    """Yield labels of one answer from their opener and what stands behind it: "l'unité" is the label "unité"."""
    for opener, labels in said.items():
        for each in labels:
            article, _, label = each.replace("’", "'").replace("'", "' ").partition(" ")
            yield Label(label=label, article=article, opener=opener)


def _declined(labels: str, *, opener: str = "", gender: str = "") -> Iterator[Declined]:
    """Yield labels from "label>printed", or "label" where both are the same; a low line stands for a space."""
    for each in labels.split():
        label, _, printed = each.replace("_", " ").partition(">")
        yield Declined(label=label, printed=printed or label, opener=opener, gender=gender)


def _forms(verbs: Mapping[str, str]) -> Iterator[str]:
    """Yield the forms of verbs: a stem with each of its endings, where an entry's name is "a|e", and forms that stand for themselves."""
    for endings, stems in verbs.items():
        for stem in stems.split():
            yield from (f"{stem}{end}" for end in endings.split("|")) if "|" in endings else (stem,)
