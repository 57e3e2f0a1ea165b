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
class Said:
    """How statements of a language are read and asked. Words are as `folded` returns them but for `clauses`, in which accents tell
    words apart; patterns are for texts as they are written.

    `articles` open a phrase and are printed small within a sentence, as are `adjectives`; names that begin with one of `names` keep its capital letter.
    `never` opens no phrase; what has one of `clauses` is none. `finite` are forms of verbs. `kinds` are parts of patterns, by name. `one` are labels of
    one answer, `some` of several, which `opener` asks for by number (`numbers`) or, where they are all there are (`all_of`), under their article `the`.
    `genders` are patterns of nouns by the article that they have. `sign` stands before an answer. `persons` begin what is said of somebody or a place.
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
        some=tuple(said["some"]["labels"].split()),
        all_of=said["some"].get("all", ""),
        opener=said["some"]["opener"],
        the=said["some"]["the"],
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
    )


def _words(said: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(map(folded, said.get(name, "").split()))


def _labels(said: Mapping[str, Sequence[str]]) -> Iterator[Label]:
    """Yield labels of one answer from their opener and what stands behind it: "l'unité" is the label "unité"."""
    for opener, labels in said.items():
        for each in labels:
            article, _, label = each.replace("’", "'").replace("'", "' ").partition(" ")
            yield Label(label=label, article=article, opener=opener)


def _forms(verbs: Mapping[str, str]) -> Iterator[str]:
    """Yield the forms of verbs: a stem with each of its endings, where an entry's name is "a|e", and forms that stand for themselves."""
    for endings, stems in verbs.items():
        for stem in stems.split():
            yield from (f"{stem}{end}" for end in endings.split("|")) if "|" in endings else (stem,)
