"""Openings of points in other languages than English: the command, the noun or the verbnoun that tells what is asked, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from packbuilder.derive.marking_points.mutation import parted, softened
from packbuilder.grammars import Grammar, Word, folded

_LONGEST_FORM = 3
"""Words of a command at most ("να εξηγήσετε")."""
_LEADS = 2
"""What only says who does it, at most so often: "l'élève est capable de"."""


class Opened(NamedTuple):
    """A command that a point opens with, the words after it, and the command whose tariff the first of later ones has. `turned`: it was written otherwise."""

    word: Word
    rest: str
    second: str = ""
    turned: bool = False


UNSURE = "how the noun after the verb begins is not sure"
"""Why a verbnoun is not turned: names and borrowed words do not mutate as others do."""


def opened(words: Sequence[str], grammar: Grammar) -> Opened | str | None:
    """Return the command that words open with, or, where the language has it so, close with; what is unsure about it; None where there is none."""
    for led in range(_LEADS + 1):
        found = _by_command(words, grammar) or _by_noun(words, grammar) or _by_verbnoun(words, grammar)
        if isinstance(found, Opened) and found.word.command == "Use" and led:
            return None  # "Savoir utiliser un microscope": what is done with hands
        if found is not None:
            return found
        shorter = _without_lead(words, grammar)
        if shorter == words:
            break
        words = shorter
    return _closed(words, grammar)


def later(words: Sequence[str], grammar: Grammar, *, nouns: bool = False) -> tuple[str, str]:
    """Return words with each command after an "and" as it is printed, and the command whose tariff the first of them has. `nouns`: nouns that ask are turned too."""
    said: list[str] = []
    second = ""
    for at, word in enumerate(words):
        after = at and folded(words[at - 1]) in grammar.joints
        known = grammar.command(word) or (grammar.noun(words[at:]) if nouns else None) if after else None
        second = second or (known.command if known else "")
        said.append(known.printed if known else word)
    return " ".join(said), second


def _by_command(words: Sequence[str], grammar: Grammar) -> Opened | None:
    """Return the command that words open with; the longest, where one begins with another ("erklären Sie", "erklären")."""
    for count in range(min(_LONGEST_FORM, len(words)), 0, -1):
        head = " ".join(words[:count])
        word = grammar.command(head.rstrip(",:"))
        if word is not None:
            rest, second = later(words[count:], grammar)
            comma = ", " if head.endswith(",") else ""
            return Opened(word, comma + rest, second, folded(head.rstrip(",:")) != folded(word.printed))
    return None


def _by_noun(words: Sequence[str], grammar: Grammar) -> Opened | None:
    """Return what a noun asks for: `Description de l'expérience`. After a colon it would be answered."""
    word = grammar.noun(words)
    if word is None or any(each.endswith(":") or each in ("–", "-", "=") for each in words):
        return None
    rest, second = later(words[1:], grammar, nouns=True)
    return Opened(word, rest, second, turned=True)


def _by_verbnoun(words: Sequence[str], grammar: Grammar) -> Opened | str | None:
    """Return the command of a verbnoun, and of each after an "and", with the noun after it mutated."""
    if not grammar.verbnouns or not words:
        return None
    said: list[str] = []
    found: list[Word] = []
    mutates = False
    for at, each in enumerate(words):
        verb, leaning = parted(each, words[at + 1] if at + 1 < len(words) else "")
        word = grammar.verbnoun(verb) if not at or folded(words[at - 1]) in grammar.joints else None
        if word is None and not at:
            return None
        if word is not None:
            found.append(word)
            said.extend((word.printed, *([leaning] if leaning else [])))
            mutates = not leaning
            continue
        mutated = softened(each) if mutates else each
        if mutated is None:
            return UNSURE
        said.append(mutated)
        mutates = False
    return Opened(found[0], " ".join(said[1:]), found[1].command if len(found) > 1 else "", turned=True)


def _closed(words: Sequence[str], grammar: Grammar) -> Opened | None:
    """Return the command that words close with: `Die Rolle der Mitochondrien erläutern`."""
    word = grammar.command(words[-1]) if grammar.last and words else None
    if word is None:
        return None
    first = words[0].lower() if folded(words[0]) in grammar.articles else words[0]
    rest, second = later((first, *words[1:-1]), grammar)
    return Opened(word, rest, second, turned=True)


def _without_lead(words: Sequence[str], grammar: Grammar) -> Sequence[str]:
    """Return words without what stands before a command and only says who does it: `L'élève`, `Savoir`, `Être capable de`."""
    text = " ".join(words)
    said = folded(text)
    for lead in grammar.leads:
        if said.startswith(lead if lead.endswith("'") else f"{lead} "):
            # Accents apart a folded text is as long as the text itself: both are composed.
            return text[len(lead) :].split() if len(said) == len(text) else words
    return words


def addressed(rest: str, grammar: Grammar) -> str | None:
    """Return the words after a command that was turned, which speak to whom it speaks; None where another form of address would be left."""
    for written, printed in grammar.yours.items():
        rest = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", printed, rest, flags=re.IGNORECASE)
    return None if grammar.familiar and _familiar(grammar.familiar).search(rest) else rest


@lru_cache(maxsize=16)
def _familiar(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(re.escape(word).replace("’", "['’]") + ("" if word.endswith("’") else r"(?!\w)") for word in words)
    return re.compile(rf"(?<![\w’'-])(?:{each})", re.IGNORECASE)
