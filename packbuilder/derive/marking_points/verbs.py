"""Verbs: from the form in which a criterion has them to the imperative."""

from __future__ import annotations

from functools import lru_cache

from packbuilder.derive.marking_points.lexicon import ACTIONS, KNOWS, LINKS, MAKES, SYNONYMS, VALUES
from packbuilder.derive.marking_points.tariff import TARIFF

_BASES = frozenset(
    {
        *(command.casefold() for command in TARIFF),
        *SYNONYMS,
        *(verb for verb in (*VALUES, *ACTIONS, *MAKES, *KNOWS, *LINKS) if "_" not in verb),
        *"""accept act aim allow assign associate begin break bring build enable extend given give keep include incorporate inform
        involve list name offer place put refer say seek start stay utilise value want become run win lose hold write""".split(),
    }
)

_IRREGULAR = {"lying": "lie", "tying": "tie", "dying": "die", "vying": "vie"}
_DOUBLED = frozenset("plan map plot put set get begin stop cut fit mix run win transfer log tap label model program refer".split())
_THIRD = {"does": "do", "goes": "go", "has": "have"}


def gerunds(base: str) -> tuple[str, ...]:
    """Return the gerunds of a verb, the usual spelling first ("plan": planning, planing)."""
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (base[:-1] + "ing",)
    if base in _DOUBLED:
        return (base + base[-1] + "ing", base + "ing")
    return (base + "ing",)


_GERUNDS = {gerund: base for base in _BASES for gerund in gerunds(base)} | _IRREGULAR


@lru_cache(maxsize=8192)
def imperative(gerund: str) -> str:
    """Return the verb of a gerund ("analysing" -> "analyse"), or an empty text where the word is no gerund."""
    word = gerund.casefold()
    if word in _GERUNDS:
        return _GERUNDS[word]
    if not word.endswith("ing") or len(word) < 6:
        return ""
    # Imported here: the lemmatiser takes 0.3 s to import, and the table above has nearly every verb of criteria.
    import simplemma

    lemma = str(simplemma.lemmatize(word, lang="en"))
    return lemma if lemma != word and not lemma.endswith("ing") else ""


def third_person(word: str) -> str:
    """Return the verb of a third person ("identifies" -> "identify"), or an empty text."""
    word = word.casefold()
    if word in _THIRD:
        return _THIRD[word]
    for ending, other in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + other in _BASES:
            return word[: -len(ending)] + other
    return ""


def base_form(word: str) -> str:
    """Return the word itself where it is a verb of the lexicon in its base form, else an empty text."""
    word = word.casefold()
    return word if word in _BASES else ""


def is_verb(word: str) -> bool:
    """Whether a word is a verb of the lexicon in its base form."""
    return bool(base_form(word))
