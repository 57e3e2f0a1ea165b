"""Grammars: a language's file as a value. `fr.yaml` says what each of its entries is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from packbuilder.cache import kept
from packbuilder.languages import ENGLISH, primary
from packbuilder.values import dataclass

_FOLDER = Path(__file__).parent
_LONG = 5
"""A word of so many letters is known without its accents; Spanish `dé` is not: `de` is another."""

_TURNED = " > "
"""Stands in a file between what notes write and what is printed."""


class Word(NamedTuple):
    """A word that a question may open with: the English one whose tariff it has, and how it is printed."""

    command: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How a language says that somebody believes something: words of thinking, what may stand beside them, and what opens the clause that follows.

    `stays`: that clause has an order of words of its own, and is asked about as a clause.
    """

    thinking: frozenset[str]
    beside: frozenset[str]
    that: tuple[str, ...]
    stays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """A language's grammar. `language` is its primary tag, `name` what English calls it.

    `headings` are by the name of their section, the first of each the one that messages name. `joints` are words for "and", `choices` for "or".
    `commands` are by what notes write, in small letters (`command`), `openers` of questions have the word whose tariff they have; those, `numbers` and
    `labels` are as `folded` returns them. `such_as` opens what must not stand in a stem, `like` does so after a comma where things are counted.
    `such_as_apart` does so only at the beginning or behind a comma, a colon or a dash, `listing` where things are counted and only things follow, each behind
    one of the articles `definite` or with a capital letter; `and_so_on` closes a list, and words that begin as one of `following` say that it is asked about.
    `capital_nouns`: a noun never begins with a small letter. `umlauts`: headings have "ae"
    for "ä" where they are typed without. `leads` say who does it, or that somebody can ("Der Schüler kann"), and are taken off.

    `last`: a command may also be a point's last word; then its first is written small if it is one of `articles`, and `feminine`, `masculine` and
    `neuter` are regular expressions for nouns without an article that surely have "die", "den" or "das"; one of `able` may follow the command. `finite` are words that such a point has only where it is a statement, `subjects` follow
    the verb of a statement that begins with one. `polite` is the pronoun that commands have after them. `named` are nouns of commands, with the command. `worked` are
    commands, as they are printed, that ask for something to be worked out, `drawn` for something to be drawn.

    `nouns` are by what notes write, and one of the words `of` must follow. `verbnouns` are commands after whose imperative a noun is mutated, as in Welsh.
    `yours` is what else is turned where a command was, by what notes write, and `person` wherever it stands; `familiar` are words that belong to
    another form of address; `alone` are words that ask nothing by themselves. `plural` is a regular expression for how several things begin that are not counted.
    `sources` are what a question may be set on, and `after` stands before them where an answer is taken from them; `absent` are words for what would
    have to stand on the paper in any case. `believers` say that somebody makes the claim that follows, `slips` open a mistake that is no claim, as
    do `deeds`, one word each; `last_deeds` close one. `term_article` stands before terms in notes, and not in what is asked; `works` begins the definition of a term that is
    a title or a name, which keeps it; so do names of `places`, with their article as they are spelt. Words of a heading that begin as one of `wrong`
    say that what stands under it is wrong. `opening` is the sign that a question begins with. All are as `folded` returns them but what is printed.

    `prepositions` go on with what is asked behind a dash. `asked_as` is what questions say in another address, and how they are printed. Sentences behind a question that speak to a candidate: `told` is a regular expression for those that stay as they are; `told_as` begin one, and are
    printed otherwise; `told_if`, and commands of the form `stated`, may say something of what is asked about too ("Incluye ..."), and do not where one
    of the words `answering` follows, which belong to answers.
    """

    language: str
    name: str
    headings: Mapping[str, tuple[str, ...]]
    joints: tuple[str, ...]
    choices: tuple[str, ...]
    commands: Mapping[str, Word]
    openers: Mapping[str, str]
    numbers: Mapping[str, int]
    such_as: tuple[str, ...]
    like: tuple[str, ...]
    such_as_apart: tuple[str, ...]
    listing: tuple[str, ...]
    definite: tuple[str, ...]
    and_so_on: tuple[str, ...]
    following: tuple[str, ...]
    labels: frozenset[str]
    nouns: Mapping[str, Word]
    of: tuple[str, ...]
    verbnouns: Mapping[str, Word]
    leads: tuple[str, ...]
    yours: Mapping[str, str]
    familiar: tuple[str, ...]
    alone: tuple[str, ...]
    sources: frozenset[str]
    after: tuple[str, ...]
    believers: tuple[str, ...]
    slips: tuple[str, ...]
    opening: str
    person: Mapping[str, str]
    named: Mapping[str, str]
    asked_as: Mapping[str, str]
    prepositions: frozenset[str]
    told_as: Mapping[str, str]
    told_if: Mapping[str, str]
    articles: frozenset[str] = frozenset()
    last: bool = False
    capital_nouns: bool = False
    umlauts: bool = False
    polite: str = ""
    plural: str = ""
    feminine: str = ""
    masculine: str = ""
    neuter: str = ""
    able: frozenset[str] = frozenset()
    worked: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    finite: frozenset[str] = frozenset()
    absent: tuple[str, ...] = ()
    deeds: frozenset[str] = frozenset()
    term_article: re.Pattern[str] | None = None
    works: re.Pattern[str] | None = None
    places: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    wrong: tuple[str, ...] = ()
    belief: Belief | None = None
    last_deeds: frozenset[str] = frozenset()
    told: re.Pattern[str] | None = None
    stated: re.Pattern[str] | None = None
    answering: re.Pattern[str] | None = None

    def command(self, words: str) -> Word | None:
        """Return the command that words are, in whatever case."""
        return self.commands.get(words.casefold().replace("’", "'"))

    def verbnoun(self, word: str) -> Word | None:
        """Return the command that a verbnoun asks for, in whatever case."""
        return self.verbnouns.get(word.casefold())

    def noun(self, words: Sequence[str]) -> Word | None:
        """Return what a noun asks for that words open with, where something follows that belongs to it: "explication de ..."."""
        if len(words) < 2:  # a noun, and what it is of
            return None
        after = folded(words[1])
        follows = any(after == each or (each.endswith("'") and after.startswith(each)) for each in self.of)
        return self.nouns.get(folded(words[0])) if follows else None


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the primary tags that there is a grammar for besides English, in order of name."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


@lru_cache(maxsize=16)
def grammar_of(language: str) -> Grammar | None:
    """Return the grammar for a BCP 47 tag; None for English, and for a language without one."""
    tag = primary(language)
    return kept("grammar", (tag,), lambda: _read(tag)) if tag != ENGLISH and tag in languages() else None


def folded(text: str) -> str:
    """Return a text for comparing: without case, accents, or the shape of apostrophes. Capitals are often written without accents."""
    # "ł" has no accent to take off: it is a letter of its own, and written "L" where accents are left out.
    text = "".join(each for each in normalize("NFD", text.casefold()) if not combining(each)).replace("ł", "l")
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip()


def _read(tag: str) -> Grammar:
    import yaml

    text = (_FOLDER / f"{tag}.yaml").read_text(encoding="utf-8")
    # `safe_load` would take Polish "no" and the like for truth values: every value is a text here.
    said: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader is safe
    return Grammar(
        language=tag,
        name=said["name"],
        headings={name: tuple(words) for name, words in said["headings"].items()},
        joints=tuple(said["and"]),
        choices=tuple(said["or"]),
        commands=_commands(said["commands"]),
        openers={folded(opener): command for command, openers in said["questions"].items() for opener in openers},
        numbers={folded(word): int(number) for word, number in said["numbers"].items()},
        such_as=tuple(said["such_as"]),
        like=tuple(said.get("like", ())),
        such_as_apart=tuple(said.get("such_as_apart", ())),
        listing=tuple(said.get("listing", ())),
        definite=tuple(map(folded, said.get("definite", "").split())),
        and_so_on=tuple(said.get("and_so_on", ())),
        following=tuple(map(folded, said.get("following", ()))),
        labels=frozenset(map(folded, said["labels"])),
        articles=frozenset(map(folded, said.get("articles", "").split())),
        last=said.get("last") == "true",
        capital_nouns=said.get("capital_nouns") == "true",
        nouns={folded(form): word for form, word in _commands(said.get("nouns", {})).items()},
        of=tuple(map(folded, said.get("of", ()))),
        verbnouns=_commands(said.get("verbnouns", {})),
        leads=tuple(sorted(map(folded, said.get("leads", ())), key=len, reverse=True)),
        yours=dict(each.split(_TURNED) for each in said.get("yours", ())),
        familiar=tuple(said.get("familiar", ())),
        alone=tuple(said.get("alone", ())),
        sources=frozenset(map(folded, said.get("sources", ()))),
        after=tuple(folded(each).replace("'", " ") for each in said.get("after", ())),
        believers=tuple(sorted(map(folded, said.get("believers", ())), key=len, reverse=True)),
        slips=tuple(map(folded, said.get("slips", ()))),
        opening=said.get("opening", ""),
        umlauts=said.get("umlauts") == "true",
        polite=said.get("polite", ""),
        plural=said.get("plural", ""),
        feminine=said.get("feminine", ""),
        masculine=said.get("masculine", ""),
        neuter=said.get("neuter", ""),
        able=frozenset(map(folded, said.get("able", "").split())),
        worked=tuple(map(folded, said.get("worked", ()))),
        drawn=tuple(map(folded, said.get("drawn", ()))),
        finite=frozenset(map(folded, said.get("finite", "").split())),
        named=dict(said.get("named", {})),
        person={folded(word): printed for word, printed in said.get("person", {}).items()},
        absent=tuple(map(folded, said.get("absent", []))),
        wrong=tuple(map(folded, said.get("wrong", "").split())),
        subjects=frozenset(map(folded, said.get("subjects", "").split())),
        deeds=frozenset(map(folded, said.get("deeds", []))),
        term_article=_articles(said.get("term_articles", "")),
        places=frozenset(said.get("places", [])),
        works=_works(said.get("term_articles", ""), said.get("works", "")),
        belief=_belief(said["belief"]) if "belief" in said else None,
        last_deeds=frozenset(map(folded, said.get("last_deeds", "").split())),
        asked_as=dict(each.split(_TURNED) for each in said.get("asked_as", ())),
        prepositions=frozenset(map(folded, said.get("prepositions", "").split())),
        told=_pattern(said.get("told", "")),
        told_as=_turned(said.get("told_as", ())),
        told_if=_turned(said.get("told_if", ())),
        stated=_pattern(said.get("stated", "")),
        answering=_pattern(said.get("answering", "")),
    )


def _pattern(written: str) -> re.Pattern[str] | None:
    return re.compile(written) if written else None


def _turned(entries: Sequence[str]) -> dict[str, str]:
    """Return what is printed by what notes write, which may be the same."""
    pairs = (each.partition(_TURNED) for each in entries)
    return {folded(written): printed or written for written, _, printed in pairs}


def _belief(said: Mapping[str, str]) -> Belief:
    return Belief(
        thinking=frozenset(map(folded, said["thinking"].split())),
        beside=frozenset(map(folded, said["beside"].split())),
        that=tuple(said["that"].split()),
        stays=said.get("stays") == "true",
    )


def _articles(articles: str) -> re.Pattern[str] | None:
    """Return the pattern of a language's articles before a term, from those that its file lists; "l'" leans on the term."""
    each = [re.escape(word).replace("'", "['’]") if word.endswith("'") else rf"{re.escape(word)}\s+" for word in articles.split()]
    return re.compile(rf"(?:{'|'.join(each)})(?=\w)", re.IGNORECASE) if each else None


def _works(articles: str, works: str) -> re.Pattern[str] | None:
    """Return the pattern of how a definition begins that says what kind of work its term is: with at most an article and one more word before."""
    article = "|".join(folded(each) for each in articles.split())
    return re.compile(rf"(?:(?:{article})\s*\b)?(?:\w+\s+)?{works}") if works else None


def _commands(said: Mapping[str, Sequence[str]]) -> dict[str, Word]:
    return {form: word for command, forms in said.items() for written in forms for form, word in _words(command, written)}


def _words(command: str, entry: str) -> list[tuple[str, Word]]:
    """Return the forms of a command in notes, with the word that is printed: as it is spelt, and, where that can be no other word, without accents."""
    written, _, printed = entry.partition(_TURNED)
    word, bare = Word(command, printed or written), folded(written)
    # Greek "ς" is "σ" without case, as `Grammar.command` looks it up.
    return [(written.casefold(), word), *([(bare, word)] if len(bare) >= _LONG else [])]
