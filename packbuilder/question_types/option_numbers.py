"""Options that are numbers, with at most a unit: their order, and which of them are equal."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.question_types.units import FROM_RAISED, Dimension, unit_of
from packbuilder.values import dataclass

_LONGEST = 60
"""Characters: what is longer is a sentence."""

_RAISED = r"(?:\s*\^\s*\{?\s*[-−+]?\d{1,3}\s*\}?|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
_PLAIN = r"(?:[1-9]\d{0,2}(?:[,\s]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?|\.\d+)"
_NUMBER = regex(
    rf"(?P<sign>[-+−–])?\s*(?P<currency>[£$€])?\s*(?:(?P<mixed>\d{{1,3}})\s(?=\d{{1,3}}\s*[/⁄]\s*\d))?(?P<plain>{_PLAIN})?(?P<exponent>[eE][-+−]?\d{{1,3}}(?![^\W\d]))?"
    r"(?:\s?(?P<vulgar>[¼½¾⅐-⅞]))?(?:√\s*\(?(?P<root>\d+(?:\.\d+)?)\)?)?"
    rf"(?P<power>{_RAISED})?(?:\s*[×x·]\s*10(?P<ten>{_RAISED}|[-−]?\d{{1,3}}))?(?P<pi>\s?π)?(?:\s*[/⁄]\s*(?P<under>\d+))?"
    r"(?P<many>\s(?:hundred|thousand|million|billion)\b)?"
)
_FIRST_LETTERS = "eExπ"
"""The letters that the expression can begin with."""

_MANY = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_BEFORE = regex(
    r"(?P<words>(?:[^\W\d_]{1,2}[₀-₉]?\s*=|about|approximately|approx\.?|around|roughly|nearly|almost|exactly|at least|at most|up to|over|under|"
    r"(?:more|less|greater|fewer) than|[≈~<>≤≥]))\s*",
    re.IGNORECASE,
)
_RATIO = regex(r"\s*:\s*")
_OF = regex(r"\s*(?:in|out of)\s+(?=\d)")
_TO = regex(r"\s*(?:[–—-]|\bto\b)\s*")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the two ends of a range; what it is a number of; `form` keeps ratios, ranges and words before it apart."""

    values: tuple[float, ...]
    dimension: Dimension = ()
    form: str = ""


@lru_cache(maxsize=4096)
def ascending(texts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the order of options that are all numbers of the same thing; nothing where they are anything else."""
    read = [_clock(text) for text in texts]
    if None in read:
        read = [amount_of(text) for text in texts]
    numbers = [each for each in read if each is not None]
    if len(numbers) < len(texts) or len({(each.dimension, each.form) for each in numbers}) > 1:
        return ()
    return tuple(sorted(range(len(texts)), key=lambda index: numbers[index].values))


def equal_numbers(one: str, other: str) -> bool:
    """Whether two options are the same number of the same thing, however it is written."""
    first, second = amount_of(one), amount_of(other)
    if first is None or second is None or (first.dimension, first.form) != (second.dimension, second.form):
        return False
    return all(math.isclose(a, b, rel_tol=1e-9) for a, b in zip(first.values, second.values, strict=True))


def amount_of(text: str) -> Amount | None:
    """Return the number that a text is, with what it is a number of; None where it is anything else."""
    bare = " ".join(text.split()).removesuffix(".")
    if len(bare) > _LONGEST:
        return None
    before = _BEFORE.match(bare)
    form = " ".join(before["words"].casefold().split()) if before else ""
    found = _amount(bare[before.end() :] if before else bare)
    return found and Amount(found.values, found.dimension, f"{form} {found.form}")


def _clock(text: str) -> Amount | None:
    """Read a time of day (`10:30`); where all options can be one they are, and no ratios."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text.strip())
    return found and Amount((int(found[1]) * 60 + int(found[2]),), form="clock")


def _amount(text: str) -> Amount | None:
    """Read a number with its unit, a ratio (`2 : 1`), a chance (`1 in 4`) or a range (`10–20 cm`)."""
    head = _number(text)
    if head is None:
        return None
    value, money, rest = head
    for pattern, form in ((_RATIO, "ratio"), (_OF, "")):
        if joint := pattern.match(rest):
            second = _number(rest[joint.end() :])
            return Amount((value / second[0],), form=form) if second and second[0] and not second[2] else None
    unit = unit_of(f"{money} {rest}" if money else rest)
    if unit is not None:
        scale, dimension = unit
        return Amount((value * scale,), dimension)
    return _range(value, rest)


def _range(low: float, rest: str) -> Amount | None:
    """Read the rest of a range: its unit may stand behind both ends, or behind the second alone."""
    for joint in _TO.finditer(rest):
        high = _number(rest[joint.end() :])
        second = unit_of(high[2]) if high else None
        first = unit_of(rest[: joint.start()]) or second
        if high and second and first:
            scale, dimension = first if first[1] else second
            if dimension == second[1]:
                return Amount((low * scale, high[0] * second[0]), dimension, "range")
    return None


def _number(text: str) -> tuple[float, str, str] | None:
    """Return the number that a text begins with, its currency, and what stands behind it."""
    if text[:1].isalpha() and text[0] not in _FIRST_LETTERS:
        # The expression takes 5 ms to compile, and most options are words.
        return None
    found = _NUMBER.match(text)
    if found is None or not (found["plain"] or found["vulgar"] or found["root"] or found["pi"]):
        return None
    try:
        value = _value(found)
    except (OverflowError, ZeroDivisionError):
        return None
    return (-value if (found["sign"] or "+") in "-−–" else value), found["currency"] or "", text[found.end() :]


def _value(found: re.Match[str]) -> float:
    """Return what the parts of a number make. Raises `OverflowError` or `ZeroDivisionError`."""
    value = 1.0
    if found["plain"]:
        value = float(_pointed(re.sub(r"\s", "", found["plain"])))
    if found["vulgar"]:
        value = unicodedata.numeric(found["vulgar"]) + (value if found["plain"] else 0.0)
    value *= 10.0 ** int((found["exponent"] or "e0")[1:].translate(FROM_RAISED))
    value *= math.sqrt(float(found["root"] or 1))
    value = value ** _exponent(found["power"]) if found["power"] else value
    value *= 10.0 ** _exponent(found["ten"]) if found["ten"] else 1.0
    value *= math.pi if found["pi"] else 1.0
    value *= _MANY[found["many"].strip()] if found["many"] else 1.0
    return int(found["mixed"] or 0) + value / int(found["under"] or 1)


def _pointed(figures: str) -> str:
    """Return figures with a decimal point: a comma stands for one, unless it parts thousands."""
    return figures.replace(",", "") if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", figures) else figures.replace(",", ".")


def _exponent(text: str) -> int:
    return int(re.sub(r"[\s^{}]", "", text).translate(FROM_RAISED))
