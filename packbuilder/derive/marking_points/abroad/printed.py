"""Parts of a statement as its question prints them: small at their beginning, behind a preposition that melts with their article, the verb in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from packbuilder.derive.marking_points.abroad.native import NATIVE
from packbuilder.derive.marking_points.abroad.phrases import GERMAN, clause_of, verb_at
from packbuilder.grammars import folded
from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

_PLACE = regex(r"\{(?:(?P<how>\w+) )?(?P<what>[\w+]+)\}")
_VOWEL = regex(r"[aeiouyàâäéèêëîïôöùûœæAEIOUYÀÂÉÈÊÎÔÙÛŒÆ]")
_LOW_VOWEL = regex(r"[hH]?[aeiouyàâäéèêëîïôöùûœæAEIOUÀÂÉÈÊÎÔÙÛŒÆ]")
_VERB = "v"
_UN = regex(r"une?\b", re.IGNORECASE)
_REFLEXIVE = frozenset(("sich",))


def printed(asks: str, parts: Mapping[str, str], said: Said) -> str | None:
    """Return a question with the parts of a statement in their places: `{what}` small, `{de what}` behind a preposition; None where one cannot stand there."""
    filled: list[str] = []
    own = NATIVE.get(said.language)
    at = 0
    for place in _PLACE.finditer(asks):
        text = " ".join(part for name in place["what"].split("+") if (part := (parts.get(name) or "").strip()))
        way = own.ways.get(place["how"] or "") if own else _WAYS.get(place["how"] or "", small)
        if way is None or (own and place["what"] == _VERB):
            way = _kept
        put = way(text, said)
        if put is None:
            return None
        filled += [asks[at : place.start()], put]
        at = place.end()
    return re.sub(r" +(?=[ .,?;](?: |$))| +$|(?<= ) +", "", "".join((*filled, asks[at:])))


def small(text: str, said: Said) -> str:
    """Return a phrase as it stands within a sentence: its article small, unless that belongs to a name."""
    if not text or any(text.startswith(name) for name in said.names):
        return text
    first = folded(re.split(r"[\s'’]", text)[0])
    follows = re.match(r"\S+\s+[A-ZÄÖÜ]", text)
    adjective = said.adjectives and follows and re.match(said.adjectives, text) and not text.split()[0].isupper()
    return text[:1].lower() + text[1:] if first in said.articles or adjective else text


def lowered(text: str, said: Said) -> str:
    """Return a label as it stands within a sentence: small, unless it is an abbreviation or a noun of a language that has those with capitals."""
    return small(text, said) if said.language == GERMAN or text[1:2].isupper() else text[:1].lower() + text[1:]


def _of(text: str, said: Said) -> str:
    """Return a phrase behind "de", as French and Spanish write it."""
    phrase = small(text, said)
    if said.language == "es":
        return f"del {phrase[3:]}" if phrase.startswith("el ") else f"de {phrase}"
    for article, melted in (("le ", "du "), ("les ", "des "), ("des ", "de ")):
        if phrase.startswith(article):
            rest = phrase[len(article) :]
            return f"d’{rest}" if article == "des " and _VOWEL.match(rest) else f"{melted}{rest}"
    return f"d’{phrase}" if _VOWEL.match(phrase) else f"de {phrase}"


def _that(text: str, said: Said) -> str:
    """Return a phrase behind "que", which leans on a vowel."""
    phrase = small(text, said)
    return f"qu’{phrase}" if _VOWEL.match(phrase) else f"que {phrase}"


def _many(text: str, said: Said) -> str:
    """Return a noun behind "combien de"."""
    return f"d’{text}" if _LOW_VOWEL.match(text) and not text.startswith(("h", "H", "y")) else f"de {text}"


def _turned(text: str, said: Said) -> str | None:
    """Return a clause with its verb before its subject, as questions have it."""
    if said.language == GERMAN:
        clause = clause_of(text, said)
        if clause is None:
            return None
        first, _, rest = clause.rest.partition(" ")
        before = f"{first} " if first in _REFLEXIVE else ""
        return " ".join(f"{clause.verb} {before}{small(clause.subject, said)} {rest if before else clause.rest}".split())
    at = verb_at(text, said)
    if at is None:
        return None
    words = text.split()
    start = at - (folded(words[at - 1]) in ("se", "le", "lo", "les", "los"))
    end = at + 1
    if words[at] in _AUXILIARIES and end < len(words) and re.search(r"(?:[aií]d[oa]s?|[st]o|tas?|tos|cho|cha)$", words[end]):
        end += 1
    if f"{words[at]} {' '.join(words[end : end + 1])}" in _PAIRS:
        end += 1
    if start and words[start - 1][:1].isupper() and "".join(words[end : end + 1])[:1].isupper():
        return small(text, said)  # "perdió España Cuba": nothing would part two names
    return " ".join((*words[start:end], small(" ".join(words[:start]), said), *words[end:]))


def _turned_if_short(text: str, said: Said) -> str | None:
    """Return a clause turned where its verb is the last of its words; a longer one reads best as it stands."""
    at = verb_at(text, said)
    return _turned(text, said) if at == len(text.split()) - 1 else small(text, said)


def _at(text: str, said: Said) -> str:
    """Return a phrase behind Spanish "a"."""
    phrase = small(text, said)
    return f"al {phrase[3:]}" if phrase.startswith("el ") else f"a {phrase}"


def _accusative(text: str, said: Said) -> str:
    """Return a German phrase in the accusative, which only the masculine shows: its adjective has no other ending then than "-en"."""
    if not text.startswith("der "):
        return text
    words = text.split()[1:]
    return " ".join(
        ("den", *(f"{word}n" if word.endswith("e") and at < len(words) - 1 and at == 0 else word for at, word in enumerate(words)))
    )


def _verb(text: str, said: Said) -> str:
    return text.lower()


def _first(text: str, said: Said) -> str | None:
    """Return what stands behind a German verb: a phrase that opens with an article, or a name."""
    first = text.split()[0]
    return text if first in ("der", "die", "das", "ein", "eine") or first[:1].isupper() else None


_PAIRS = frozenset(("tuvo lugar", "tiene lugar", "tuvieron lugar", "dio comienzo", "puso fin", "tomó parte"))
"""Spanish verbs of two words."""
_AUXILIARIES = frozenset("es son fue fueron era eran ha han había habían está están estaba estaban".split())


def _kept(text: str, said: Said) -> str:
    return text


def _bare(text: str, said: Said) -> str:
    """Return a term without quotation marks of its own."""
    return text.strip("«»“”„\"' \u00a0")


_WAYS: Mapping[str, Callable[[str, Said], str | None]] = {
    "de": _of,
    "que": _that,
    "many": _many,
    "turn": _turned,
    "kept": _kept,
    "bare": _bare,
    "short": _turned_if_short,
    "a": _at,
    "acc": _accusative,
    "first": _first,
    "verb": _verb,
    "low": lowered,
}
