"""What may stand in a question as it was found in a statement: a noun phrase, and a clause; in German, a clause's parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from packbuilder.derive.marking_points.abroad.native import NATIVE
from packbuilder.grammars import folded
from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

GERMAN = "de"
_LONGEST = 10
"""Words of a phrase at most: of a longer one nobody can tell what it is."""
_SIGNS = regex(r"[,;:!?=→+…<>|]|\.\s|\s[–—-]\s")
_SPLIT = regex(r"[\s'’]+")
_SMALL_IN_NAMES = frozenset("de du des d la le les l von van der und et y del los las von zu e i".split())
_NOUNISH = regex(
    r".*(?:tion|sion|ment|isme|ismo|ance|ence|ure|age|té|ité|dad|tad|ción|sión|miento|ncia|eur|eza|ura|logie|logía|[^aeiouáéíóú]es|os|as)$"
)
"""How common nouns end: a sentence that begins with one has lost its article, which no question could do without."""


class Clause(NamedTuple):
    """A German main clause: what it is about, its verb, and the rest."""

    subject: str
    verb: str
    rest: str


def words_of(text: str) -> list[str]:
    """Return the words of a text, the article apart that leans on one."""
    return [word for word in _SPLIT.split(text) if word]


def is_phrase(text: str, said: Said) -> bool:
    """Whether a text is a noun phrase, whole, as sentences of a language begin with one."""
    words = words_of(text)
    if own := NATIVE.get(said.language):
        return len(words) <= _LONGEST and not _SIGNS.search(text) and is_plain(words, said) and own.phrase(text, said)
    if not words or len(words) > _LONGEST or _SIGNS.search(text) or text.count("(") != text.count(")"):
        return False
    lowered = [folded(word) for word in words]
    if (
        lowered[0] in said.never
        or lowered[-1] in said.articles
        or (lowered[-1] in _SMALL_IN_NAMES and words[-1].islower())
        or not is_plain(words, said)
    ):
        return False
    if said.language == GERMAN:
        return _is_german(words, said)
    return lowered[0] in said.articles or _is_name(words)


def is_plain(words: Sequence[str], said: Said) -> bool:
    """Whether none of some words is of a clause of its own: "qui", "est"."""
    return said.clauses.isdisjoint(word.casefold() for word in words)


def is_clause(text: str, said: Said) -> bool:
    """Whether a text is a main clause that begins with its subject and has a verb."""
    if said.language == GERMAN:
        return clause_of(text, said) is not None
    return verb_at(text, said) is not None


def verb_at(text: str, said: Said) -> int | None:
    """Return at which of its words a clause has its verb; None where it is none that surely is whole."""
    words = text.split()
    if _SIGNS.search(text) or not words:
        return None
    verbs = [at for at in range(1, len(words)) if _is_finite(words, at, said)]
    # "La larga marcha terminó": a noun may look like a verb in the present, never like one in the past.
    past = [at for at in verbs if _PAST.fullmatch(words[at])] if said.language == "es" else []
    at = next(iter(past or verbs), None)
    # "comenzó en 1936 y terminó": two things are told.
    if at is None or any(folded(words[each - 1]) in _JOINTS for each in verbs):
        return None
    before = " ".join(words[: at - (folded(words[at - 1]) in _LEANING)])
    return at if is_phrase(before, said) else None


def is_whole(text: str, said: Said) -> bool:
    """Whether words in French or Spanish are a clause that begins with its subject, whatever its verb: it stays as it is behind "why"."""
    words = text.split()
    if _SIGNS.search(text) or len(words) < _FEWEST or folded(words[0]) in said.never or not is_plain(words_of(words[0]), said):
        return False
    if folded(words_of(words[0])[0]) not in said.articles and not _is_name(words[:1]):
        return False
    ends = _MAY_BE_VERB[said.language]
    leaned = (words[at - 1].casefold() in _BEFORE_NOUNS or folded(words[at - 1]) in said.articles for at in range(len(words)))
    return any(at > 0 and not leaning and ends.fullmatch(word) for at, (word, leaning) in enumerate(zip(words, leaned, strict=True)))


_FEWEST = 2
_BEFORE_NOUNS = frozenset(
    "de du des d’un d’une à au aux en dans par pour sur sous avec sans et ou entre del al a con por para sin y o desde hasta hacia très más muy plus le".split()
)
_MAY_BE_VERB = {
    "fr": regex(r"(?:[sn]['’])?[a-zéèêàâîôûç]{2,}(?:[^aeiouéèêw]e|[gq]ue|ie|ue|ent|it|ît|ut|ût|at|t|d|a|ait)"),
    "es": regex(r"[a-záéíóúñ]{2,}(?:a|e|an|en|ó|aron|ieron|aba|aban|ía|ían)"),
}
"""How verbs end of which nobody has made a list. What has such an end behind an article or a preposition is a noun."""
_JOINTS = frozenset(("et", "y", "e", "puis"))
_LEANING = frozenset(("se", "ne", "le", "lo"))
_PAST = regex(r"\w+(?:[óé]|aron|ieron)|fue|fueron|era|eran|tuvo|hizo|hubo")
_SURE = regex(r"\w{2,}(?:aron|ieron|yeron|jeron|aban)|\w{3,}ó|\w{2,}(?:èrent|irent|aient)")
"""Forms of the past, in Spanish and French, that are hardly ever another word's."""
_SIMPLE_PAST = regex(
    r"(?!(?:villa|opéra|caméra|delta|paria|mafia|malaria)\b)[a-zéèêâîôûç]{2,}(?:gea|ça|ia|ita|isa|ida|ina|ona|ora|ura|ava|ssa|lla|nna|tta|uta|ena|era|éra|ela|éla|oua|qua|gua)"
)
_ELIDED = frozenset(("", "s", "n"))
_INFINITIVE = regex(r"\w+(?:er|ir|re|oir|ar)")


def _is_finite(words: Sequence[str], at: int, said: Said) -> bool:
    """Whether one of some words is a verb: a known form that no article stands before, or what "se" does."""
    elided, _, bare = words[at].replace("’", "'").rpartition("'")
    before = folded(words[at - 1])
    if words[at][:1].isupper() or elided.casefold() not in _ELIDED or before in said.articles:
        return False
    reflexive = before == "se" or elided == "s"
    return (
        bare.casefold() in said.finite
        or _SURE.fullmatch(bare) is not None
        or (said.language == "fr" and _SIMPLE_PAST.fullmatch(bare) is not None)
        or (reflexive and bare.isalpha() and not _INFINITIVE.fullmatch(bare))
    )


def _is_name(words: list[str]) -> bool:
    """Whether words are a name: each with a capital letter, but small ones among others."""
    if not all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL_IN_NAMES for word in words) or not words[0][:1].isupper():
        return False
    return words[-1] not in _SMALL_IN_NAMES and not (len(words) == 1 and _NOUNISH.match(words[0]))


_ADJECTIVE = regex(r"[a-zäöüß-]+(?:e|en|er|es|em)")
_LOWER = frozenset(
    "der die das den dem des ein eine einer eines einem einen und oder von vom für zwischen in im an am auf aus zu zum zur mit bei beim gegen über unter durch nach vor um".split()
)


def _is_german(words: list[str], said: Said) -> bool:
    """Whether words are a German noun phrase: nouns have capitals, and nothing stands among them but articles, prepositions and adjectives."""
    if folded(words[0]) in ("den", "dem", "des", "im", "am") or not words[0][:1].isupper():
        return False
    for at, word in enumerate(words):
        if not (word[:1].isupper() or word[:1].isdigit() or word in _LOWER or _ADJECTIVE.fullmatch(word)):
            return False
        if word in ("wird", "wurde", "haben") or (at and folded(word) in said.finite):
            return False
    return words[-1][:1].isupper() or words[-1][:1].isdigit()


def clause_of(text: str, said: Said) -> Clause | None:
    """Return a German main clause in its parts: its verb is what first stands small behind a noun and is no preposition, article or "and"."""
    words = text.split()
    if _SIGNS.search(text):
        return None
    for at, word in enumerate(words):
        if at and word.islower() and word not in _LOWER and not words[at - 1].islower():
            subject = " ".join(words[:at])
            if not _is_verb(word, said) or not is_phrase(subject, said):
                return None
            return Clause(subject, word, " ".join(words[at + 1 :]))
    return None


def _is_verb(word: str, said: Said) -> bool:
    return folded(word) in said.finite or bool(
        re.fullmatch(r"[a-zäöüß]+(?:t|te|ten|en|ern|eln)", word) and not re.fullmatch(r"ge\w+t|\w+(?:ert(?<!iert)|lich|ig)", word)
    )
