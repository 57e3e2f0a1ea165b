"""Names: what a term is called where a text speaks of it, in full, without its abbreviation, by that alone, and in the other number."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_BRACKETED = regex(r"(?P<before>\S.*?)\s+\((?P<within>[^()]+)\)")
"""A term and what stands in brackets behind it: "Price elasticity of demand (PED)", "PED (price elasticity of demand)"."""

_SHORT = regex(r"(?:[A-Z]\.?[a-z]?[A-Z0-9](?:\.?[A-Z0-9&/-]){0,6}|[a-z]{1,2}[A-Z]{2,4})s?")
"""An abbreviation that names a thing: "DNA", "PED", "mRNA", "TNCs"; no single letter, which is a unit or a symbol."""

_TELLS_APART = regex(r"(?:HT|FT|HL|SL|AS|A2|AO\d|GCSE|KS\d|[IVX]+|\d+)")
"""For whom a term is, and numbers."""

_WORD = regex(r"[^\W\d_]{4,}")

_LATIN = (("um", "a"), ("us", "i"), ("sis", "ses"), ("rion", "ria"), ("bra", "brae"), ("ula", "ulae"))
"""Endings of one and of several: "atrium", "nucleus", "analysis", "criterion", "vertebra"."""


@lru_cache(maxsize=4096)
def names_of(term: str) -> tuple[str, ...]:
    """Return what a term is called: as it is written, and where an abbreviation stands in brackets, in full and by the abbreviation alone.

    A unit or a symbol leaves the name before it ("Force (N)"). What else stands in brackets tells two things of one name apart
    ("Bonding (ionic)", "Iron (II)"), and is no name.
    """
    found = _BRACKETED.fullmatch(term)
    if found is None or _TELLS_APART.fullmatch(found["within"]):
        return (term,)
    before, inside = found["before"].strip(" *"), found["within"].strip(" *")
    if _SHORT.fullmatch(inside) and len(before) > len(inside):
        return (term, before, inside)
    if _SHORT.fullmatch(before) and len(inside.split()) > 1:
        return (term, inside, before)
    return (term,) if _WORD.search(inside) else (term, before)


@lru_cache(maxsize=4096)
def name_pattern(name: str) -> re.Pattern[str]:
    """Return the expression for a name in a text, as one or several: "artery" and "arteries", "alleles" and "allele"."""
    return re.compile(rf"(?<!\w){_either_number(name)}(?!\w)", re.IGNORECASE)


def _either_number(name: str) -> str:
    head, last = name[: len(name) - len(_last(name))], _last(name)
    if not last.isalpha() or len(last) < 3 or last.isupper():
        return rf"{re.escape(name)}(?:s|es)?"
    forms = {last, f"{last}s", f"{last}es"}
    if re.search(r"[^aeiou]y$", last):
        forms.add(f"{last[:-1]}ies")
    forms.update(f"{last[: -len(one)]}{several}" for one, several in _LATIN if last.endswith(one))
    forms.update(f"{last[: -len(several)]}{one}" for one, several in _LATIN if last.endswith(several) and several != "a")
    if is_plural(last) and last.endswith("s") and len(last) > 3:
        forms.add(f"{last[:-3]}y" if last.endswith("ies") else last[:-1])
        forms.update((last[:-2],) if re.search(r"(?:[sx]|ch|sh)es$", last) else ())
    return re.escape(head) + "(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + ")"


def _last(name: str) -> str:
    return re.split(r"[\s-]", name)[-1]


def may_stand_in(name: str, lowered: str) -> bool:
    """Whether a text in small letters can hold a name at all: a quick look, before `name_pattern`."""
    return name[: max(2, len(name) - 3)].casefold() in lowered


def is_called(words: str, term: str) -> bool:
    """Whether words are a name of a term and nothing else."""
    return any(name_pattern(name).fullmatch(words) for name in names_of(term))
