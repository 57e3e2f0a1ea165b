"""Punnett squares of one gene: what the parents' genotypes, where a point gives them, have for gametes and offspring."""

from __future__ import annotations

import re
from collections import Counter
from math import gcd

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_PAIR = regex(r"(?<![A-Za-z])(?P<one>[A-Za-z]{2})(?:\s*[×x✕*]\s*|\s+(?:and|with|by)\s+(?:an? )?)(?P<two>[A-Za-z]{2})(?![A-Za-z])")
_SQUARE = regex(r"\bpunnett (?:square|diagram|grid)\b", re.IGNORECASE)
_BOTH_HETEROZYGOUS = regex(r"\b(?:two|both) (?:[a-z]+ )?(?:heterozygous|heterozygotes|carriers?)\b", re.IGNORECASE)
_SAID = {
    "heterozygous": regex(r"\b(?:heterozygous|heterozygote|carrier)s?\b", re.IGNORECASE),
    "recessive": regex(r"\bhomozygous recessive\b", re.IGNORECASE),
    "dominant": regex(r"\bhomozygous dominant\b|\bpure[- ]breeding dominant\b", re.IGNORECASE),
}
_MORE = regex(r"\b(?:dihybrid|sex[- ]linked|codominan\w+|incomplete|linked|two genes|blood groups?|lethal|epista\w+)\b", re.IGNORECASE)
"""What one gene with a dominant and a recessive allele does not tell."""

_BY_TWO = 2
"""Marks of a square whose gametes are one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cross:
    """A cross of two parents, and what is credited of its square; `faulty` says why it cannot be what is said of it, and nothing is credited."""

    credited: tuple[str, ...] = ()
    faulty: str = ""


def is_punnett(text: str) -> bool:
    """Whether a Punnett square is asked for."""
    return bool(_SQUARE.search(text))


def crossed(text: str, marks: int = 0) -> Cross | None:
    """Return the cross of one gene whose genotypes a text gives; None where it gives none, or is of another sort.

    For more than two marks the gametes of each parent are credited by themselves.
    """
    pairs = [found for found in _PAIR.finditer(text) if _are_alleles(found["one"], found["two"])]
    if not is_punnett(text) or len(pairs) != 1 or _MORE.search(text):
        return None
    parents = tuple(_ordered(pairs[0][name]) for name in ("one", "two"))
    if _contradicted(text, parents):
        return Cross(faulty=f"the genotypes {parents[0]} and {parents[1]} are not those of the parents that it names")
    offspring = [_ordered(one + two) for one in parents[0] for two in parents[1]]
    each = Counter(offspring)
    least = gcd(*each.values())
    shares = " : ".join(f"{number // least} {genotype}" for genotype, number in sorted(each.items()))
    squares = f"offspring {', '.join(offspring[:-1])} and {offspring[-1]}{f' ({shares})' if len(each) > 1 else ''}"
    a, b, c, d = (allele for parent in parents for allele in parent)
    if marks > _BY_TWO:
        return Cross(credited=(f"gametes {a} and {b} of one parent", f"gametes {c} and {d} of the other parent", squares))
    return Cross(credited=(f"gametes {a} and {b} of one parent, {c} and {d} of the other", squares))


def _are_alleles(one: str, two: str) -> bool:
    """Whether two pairs of letters are genotypes of one gene; "aa" and "Aa" are, two words are not."""
    return len({letter.casefold() for letter in one + two}) == 1 and bool(re.search(r"[A-Z]", one + two))


def _ordered(alleles: str) -> str:
    """Return a genotype with its dominant allele first."""
    return "".join(sorted(alleles))


def _contradicted(text: str, parents: tuple[str, ...]) -> bool:
    """Whether what is said of the parents is true of none of them, or of one where it is said of both."""
    has = {
        "heterozygous": sum(one[0] != one[1] for one in parents),
        "recessive": sum(one.islower() for one in parents),
        "dominant": sum(one.isupper() for one in parents),
    }
    if _BOTH_HETEROZYGOUS.search(text) and has["heterozygous"] < len(parents):
        return True
    return any(pattern.search(text) and not has[name] for name, pattern in _SAID.items())
