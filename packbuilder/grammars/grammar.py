"""Grammars: a language's file as a value. `fr.yaml` says what each of its entries is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from packbuilder.cache import kept
from packbuilder.values import dataclass

ENGLISH = "en"
"""The language whose grammar is the program's own (`derive.marking_points`), and has no file."""

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
class Grammar:
    """A language's grammar. `language` is its primary tag, `name` what English calls it.

    `headings` are by the name of their section, the first of each the one that messages name. `joints` are words for "and", `choices` for "or".
    `commands` are by what notes write, in small letters (`command`), `openers` of questions have the word whose tariff they have; those, `numbers` and
    `labels` are as `folded` returns them. `such_as` opens what must not stand in a stem. `last`: a command may also be a point's last word; then its first is written small if it is one of `articles`. `capital_nouns`: a
    noun never begins with a small letter. `decimal_comma`: in a formula too, "0,5" is one number. `nouns` are what names a command, with the command. `umlauts`: headings have "ae" for "ä" where they are typed without.
    `leads` are what says who does it, or that somebody can ("Der Schüler kann"), and are taken off; `polite` is the pronoun that commands have after them;
    `plural` is a regular expression
    for how several things begin that are not counted, `feminine` one for nouns without an article that surely have "die"; `subjects` follow the verb
    of a statement that begins with one; `finite` are words that a point which closes with a command has only where it is a statement; `person` turns the familiar form; `sources` are words
    for what would have to stand on the paper; `deeds` open a mistake that is no claim ("Verwechseln von ..."). All are as `folded` returns them but what is printed.
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
    labels: frozenset[str]
    person: Mapping[str, str]
    nouns: Mapping[str, str]
    articles: frozenset[str] = frozenset()
    last: bool = False
    capital_nouns: bool = False
    umlauts: bool = False
    decimal_comma: bool = False
    leads: tuple[str, ...] = ()
    polite: str = ""
    plural: str = ""
    feminine: str = ""
    finite: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    deeds: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()

    def command(self, words: str) -> Word | None:
        """Return the command that words are, in whatever case."""
        return self.commands.get(words.casefold().replace("’", "'"))


def primary(language: str) -> str:
    """Return the part of a BCP 47 tag that names a language: `fr` of `fr-CA`."""
    return language.partition("-")[0].casefold()


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
        commands={
            form: word for command, forms in said["commands"].items() for written in forms for form, word in _words(command, written)
        },
        openers={folded(opener): command for command, openers in said["questions"].items() for opener in openers},
        numbers={folded(word): int(number) for word, number in said["numbers"].items()},
        such_as=tuple(said["such_as"]),
        labels=frozenset(map(folded, said["labels"])),
        articles=frozenset(map(folded, said.get("articles", "").split())),
        last=said.get("last") == "true",
        capital_nouns=said.get("capital_nouns") == "true",
        umlauts=said.get("umlauts") == "true",
        decimal_comma=said.get("decimal_comma") == "true",
        leads=tuple(sorted(map(folded, said.get("leads", [])), key=len, reverse=True)),
        polite=said.get("polite", ""),
        plural=said.get("plural", ""),
        feminine=said.get("feminine", ""),
        finite=frozenset(map(folded, said.get("finite", "").split())),
        nouns=dict(said.get("nouns", {})),
        person={folded(word): printed for word, printed in said.get("person", {}).items()},
        sources=tuple(map(folded, said.get("sources", []))),
        subjects=frozenset(map(folded, said.get("subjects", "").split())),
        deeds=frozenset(map(folded, said.get("deeds", []))),
    )


def _words(command: str, entry: str) -> list[tuple[str, Word]]:
    """Return the forms of a command in notes, with the word that is printed: as it is spelt, and, where that can be no other word, without accents."""
    written, _, printed = entry.partition(_TURNED)
    word, bare = Word(command, printed or written), folded(written)
    # Greek "ς" is "σ" without case, as `Grammar.command` looks it up.
    return [(written.casefold(), word), *([(bare, word)] if len(bare) >= _LONG else [])]
