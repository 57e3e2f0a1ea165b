"""Openings of points in other languages than English: the command, the noun or the verbnoun that tells what is asked, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from packbuilder.derive.marking_points.mutation import parted, softened
from packbuilder.grammars import Grammar, Word, folded

_LONGEST_FORM = 3
"""Words of a command at most ("να εξηγήσετε")."""
_LEADS = 3
"""What only says who does it, at most so often: "l'élève est capable de"."""
_ENOUGH = 2
"""Words that a noun and its article are followed by at least."""

PLACE = "…"
"""Stands in what is printed where the rest of the point goes: `stellen Sie … dar`."""

_BEHIND_PRONOUN = re.compile(r"\b(?P<and>et) (?P<it>la|le|les) (?P<verb>[^\W\d_]+[ei]r)\b")
"""A second command in the French infinitive, its object before it."""
_LEANING = re.compile(r"(?P<verb>\w{4,})l(?P<it>[oa]s?)")
"""A Spanish imperative with what it is done to behind it: "relaciónalo"."""
_GENITIVES = frozenset("der des dem den eines einer von".split())


class Opened(NamedTuple):
    """A command that a point opens with, the words after it, and the command whose tariff the first of later ones has. `turned`: it was written otherwise."""

    word: Word
    rest: str
    second: str = ""
    turned: bool = False


UNSURE = "how the noun after the verb begins is not sure"
"""Why a verbnoun is not turned: names and borrowed words do not mutate as others do."""


def opened(words: Sequence[str], grammar: Grammar) -> Opened | str | None:
    """Return the command that words open with; what is unsure about it; None where there is none."""
    for led in range(_LEADS + 1):
        found = (
            _by_name(words, grammar)
            or (None if is_substantive(words, grammar) else by_command(words, grammar))
            or _by_noun(words, grammar)
            or _by_verbnoun(words, grammar)
        )
        if isinstance(found, Opened) and found.word.command == "Use" and led:
            return None  # "Savoir utiliser un microscope": what is done with hands
        if found is not None:
            return found
        shorter = _without_lead(words, grammar)
        if shorter == words:
            break
        words = shorter
    return None


def without_leads(words: Sequence[str], grammar: Grammar) -> Sequence[str]:
    """Return words without all that only says who does it, or that somebody can."""
    for _ in range(_LEADS):
        words = _without_lead(words, grammar)
    return words


def later(words: Sequence[str], grammar: Grammar, *, nouns: bool = False) -> tuple[str, str]:
    """Return words with each command after an "and" as it is printed, and the command whose tariff the first of them has. `nouns`: nouns that ask are turned too."""
    said: list[str] = []
    second, at = "", 0
    while at < len(words):
        after = at > 0 and folded(words[at - 1]) in grammar.joints
        known = by_command(words[at:], grammar, alone=True) if after else None
        noun = grammar.noun(words[at:]) if after and nouns and known is None else None
        if known is not None and PLACE not in known.word.printed:
            second = second or known.word.command
            said.append(known.word.printed + ("," if known.rest[:1] == "," else ""))
            at = len(words) - len(known.rest.lstrip(", ").split())
            continue
        pronoun = _with_pronoun(words[at], grammar) if after and noun is None else None
        second = second or (noun.command if noun else pronoun.command if pronoun else "")
        said.append(noun.printed if noun else pronoun.printed if pronoun else words[at])
        at += 1
    # "... und begründen Sie Ihre Antwort" asks for reasons of what was asked first, and not for an essay of its own.
    return " ".join(said), "Explain" if second == "Justify" else second


def by_command(words: Sequence[str], grammar: Grammar, *, alone: bool = False) -> Opened | None:
    """Return the command that words open with; the longest, where one begins with another ("erklären Sie", "erklären"). `alone`: what follows is left as it is."""
    for count in range(min(_LONGEST_FORM, len(words)), 0, -1):
        head = " ".join(words[:count])
        word = grammar.command(head.rstrip(",:"))
        if word is None:
            continue
        if words[count:] and folded(words[count]) in grammar.subjects:
            return None
        rest, second = (" ".join(words[count:]), "") if alone else later(words[count:], grammar)
        comma = ", " if head.endswith(",") else ""
        return Opened(word, comma + rest, second, folded(head.rstrip(",:")) != folded(word.printed))
    return None


def _with_pronoun(written: str, grammar: Grammar) -> Word | None:
    """Return a second command with what it is done to behind it, as it is printed: "justifiez-la", "justifícala" ("justifíquela")."""
    bare = written.rstrip(",")
    verb, _, it = bare.partition("-")
    word = grammar.command(verb) if it in ("la", "le", "les") else None
    if word is not None:
        return Word(word.command, f"{word.printed}-{it}{written[len(bare) :]}")
    found, printed = _LEANING.fullmatch(bare.casefold()), leaning(bare, grammar)
    word = grammar.command(folded(found["verb"])) if found else None
    return Word(word.command, printed + written[len(bare) :]) if word and printed else None


def leaning(word: str, grammar: Grammar) -> str | None:
    """Return a Spanish imperative with its pronoun in the polite form: "relaciónalo" is "relaciónelo"; the accent stays on its syllable."""
    found = _LEANING.fullmatch(word.casefold())
    verb = folded(found["verb"]) if found else ""
    known = grammar.commands.get(verb)
    printed = grammar.told_as.get(verb) or grammar.told_if.get(verb) or (known.printed if known else "")
    if not found or not printed or found["verb"] == verb:
        return None
    at = next((at for at, letter in enumerate(found["verb"]) if folded(letter) != letter), -1)
    return f"{printed[:at]}{found['verb'][at]}{printed[at + 1 :]}l{found['it']}" if folded(printed)[at] == verb[at] else None


def _by_name(words: Sequence[str], grammar: Grammar) -> Opened | None:
    """Return the command that a German noun names, where what it is about stays as it is but for the article: `Beschreibung der Ursachen`.

    Of what has "des" only some nouns surely have "den" or "das"; an adjective would have another end, and so would what else is joined to it.
    """
    named = grammar.named.get(words[0], words[0].casefold() if is_substantive(words, grammar) else "") if words else ""
    if not named or len(words) <= _ENOUGH or not words[2][:1].isupper():
        return None
    about = ("die", words[2]) if words[1] == "der" else _of(words[2], grammar) if words[1] == "des" else ()
    if not about:
        return None
    joined = any(folded(one) in grammar.joints and other in _GENITIVES for one, other in pairwise(words))
    word = None if joined or any(each.endswith(",") for each in words) else grammar.command(named)
    if word is None:
        return None
    rest, second = later((*about, *words[3:]), grammar)
    return Opened(word, rest, second)


def _of(genitive: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the article and the noun that a genitive is of, after a command: "Begriffs" is of "den Begriff"; nothing where its gender is not sure."""
    nouns = (genitive.removesuffix(end) for end in ("", "s", "es", "ses"))
    kinds = (("den", grammar.masculine), ("das", grammar.neuter))
    return next(((article, noun) for noun in nouns for article, kind in kinds if kind and re.fullmatch(kind, noun)), ())


def is_substantive(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether words open with an infinitive that is a noun: `Erläutern der Funktion`."""
    return bool(grammar.named) and len(words) > 1 and words[1] in ("der", "des", "von") and infinitive(words[0], grammar) is not None


def infinitive(written: str, grammar: Grammar) -> Word | None:
    """Return the command of an infinitive, which alone closes a point: "erklärt" closes a statement."""
    word = grammar.command(written)
    return word if word and (PLACE in word.printed or word.printed.casefold() == f"{written} {grammar.polite}".casefold()) else None


def put(printed: str, rest: str) -> str:
    """Return a command with what it is about, after it or in its midst."""
    if PLACE in printed:
        return printed.replace(PLACE, rest)
    return f"{printed}{'' if rest[:1] == ',' else ' '}{rest}"


def _by_noun(words: Sequence[str], grammar: Grammar) -> Opened | None:
    """Return what a noun asks for: `Description de l'expérience`. After a colon it would be answered."""
    word = grammar.noun(words)
    if word is None or any(each.endswith(":") or each in ("–", "-", "=") for each in words):
        return None
    if not grammar.finite.isdisjoint(map(folded, words)) or (grammar.last and grammar.command(words[-1])):
        return None  # "Gründe für den Mauerbau nennen": what it closes with tells what is asked
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


def _without_lead(words: Sequence[str], grammar: Grammar) -> Sequence[str]:
    """Return words without what stands before a command and only says who does it: `L'élève`, `Savoir`, `Der Schüler kann`."""
    text = " ".join(words)
    said, known = folded(text), folded(text).replace(": ", " ")
    for lead in grammar.leads:
        if known.startswith(f"{lead} ") and len(words) > len(lead.split()):
            # Folding keeps the number of words, so that what is taken off is told by counting them.
            return words[len(lead.split()) :]
        if lead.endswith("'") and said.startswith(lead) and len(said) == len(text):
            return text[len(lead) :].split()
    return words


def addressed(rest: str, grammar: Grammar) -> str | None:
    """Return the words after a command that was turned, which speak to whom it speaks; None where another form of address would be left."""
    for written, printed in grammar.yours.items():
        rest = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", printed, rest, flags=re.IGNORECASE)
    rest = _BEHIND_PRONOUN.sub(lambda found: _pronoun_last(found, grammar), rest)
    return None if grammar.familiar and _familiar(grammar.familiar).search(rest) else rest


def _pronoun_last(found: re.Match[str], grammar: Grammar) -> str:
    """Return a second command in its imperative, the pronoun behind it ("et la justifier": "et justifiez-la")."""
    word = grammar.commands.get(folded(found["verb"]))
    return f"{found['and']} {word.printed}-{found['it']}" if word and folded(word.printed) != folded(found["verb"]) else found[0]


@lru_cache(maxsize=16)
def _familiar(words: tuple[str, ...]) -> re.Pattern[str]:
    each = "|".join(re.escape(word).replace("’", "['’]") + ("" if word.endswith("’") else r"(?!\w)") for word in words)
    return re.compile(rf"(?<![\w’'-])(?:{each})", re.IGNORECASE)
