"""The article that a noun surely has, where notes leave it out: "Traité de Versailles" is "le traité de Versailles"."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.abroad.phrases import GERMAN
from packbuilder.grammars import folded
from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

_VOWEL = regex(r"[aeiouyàâäéèêëîïôöùûœæAEIOUYÀÂÉÈÊÎÔÙÛŒÆ]")
_STRONG = {"der": "er", "die": "e", "das": "es"}
_DECLINED = regex(
    r"(?:\w+-)*\w*(?:isch|jährig|erst|zweit|dritt|viert|kalt|groß|schwarz|heilig|golden|lang|neu|alt|deutsch|ohmsch|newtonsch|hookesch|isch)(?P<end>er|es|e)",
    re.IGNORECASE,
)
"""A German adjective with an ending that tells the gender of its noun; "Versailler" and "Wiener" have the same one for all."""


def with_article(head: str, said: Said) -> str:
    """Return a head behind its article; an empty text where its gender is not sure. A head that has one keeps it."""
    words = head.split()
    if folded(words[0].replace("’", "'").split("'")[0]) in said.articles:
        return head
    if said.language == GERMAN:
        return _german(words, said)
    first = words[0]
    article = next((article for article, nouns in said.genders.items() if re.fullmatch(nouns, folded(first))), "")
    if not article:
        return ""
    # "la Guerra Civil", "la Première Guerre": what has a capital behind it is a name.
    named = head[1:2].isupper() or (len(words) > 1 and words[1][:1].isupper()) or re.fullmatch(said.capitals, folded(first))
    small = head if named else f"{head[:1].lower()}{head[1:]}"
    if said.language == "fr" and article in ("le", "la") and _VOWEL.match(small):
        return f"l’{small}"
    return f"{article} {small}"


def _german(words: list[str], said: Said) -> str:
    """Return a German head in the nominative behind its article, its adjective with the ending that it has there."""
    first = words[0]
    declined = _DECLINED.fullmatch(first) if len(words) > 1 and words[1][:1].isupper() else None
    if declined:
        article = next(article for article, end in _STRONG.items() if end == declined["end"])
        if article == "die" and re.search(r"(?:en|er|ionen|ungen|e)$", words[1]) and not re.fullmatch(said.genders["die"], words[1]):
            return ""  # several, or one in the feminine
        return " ".join((article, f"{first[: -len(declined['end'])]}e", *words[1:]))
    noun = words[1] if len(words) > 1 and re.fullmatch(r"[A-ZÄÖÜ]\w+er", first) and words[1][:1].isupper() else first
    article = next((article for article, nouns in said.genders.items() if re.fullmatch(nouns, noun)), "")
    return " ".join((article, *words)) if article else ""
