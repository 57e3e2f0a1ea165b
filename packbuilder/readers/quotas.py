"""Quotas as people write them: `objective AO1: 30-50%`, `kind multiple_choice: 8 marks`, `each topic: at least 1 question`."""

from __future__ import annotations

import re
from math import inf

from packbuilder.diagnostics import Span
from packbuilder.errors import nearest_hints
from packbuilder.model.quota import OVER, Measure, Quota
from packbuilder.patterns import regex

_AMOUNT = regex(
    r"(?P<bound>at least|at most)?\s*(?P<low>\d+(?:\.\d+)?)\s*(?:(?:-|–|to)\s*(?P<high>\d+(?:\.\d+)?))?\s*(?P<unit>%|marks?|questions?|items?|points?)?",
    re.IGNORECASE,
)
_UNITS: dict[str, Measure] = {"%": "share", "m": "marks", "q": "questions", "i": "questions", "p": "marks", "": "marks"}
_WHOLE = {"marking points": "points", "mean difficulty": "mean", "difficulty spread": "spread"}
_EXAMPLE = "Write it like `objective AO1: 30-50%`, `kind multiple_choice: 8 marks` or `each topic: at least 1 question`."


class BadQuotaError(ValueError):
    """Why a text is no quota: a sentence, with hints, and whether it is the amount that is wrong."""

    def __init__(self, message: str, *hints: str, amount: bool = False) -> None:
        super().__init__(message)
        self.hints = hints or (_EXAMPLE,)
        self.amount = amount


def quota_of(text: str, span: Span | None = None) -> Quota:
    """Read a quota from one text. Raises `BadQuotaError`."""
    what, colon, amount = text.partition(":")
    if not colon:
        raise BadQuotaError(f"{text!r} is no quota: there is no colon in it")
    return read_quota(what, amount, span)


def read_quota(what: str, amount: str, span: Span | None = None) -> Quota:
    """Read a quota from what it is over and how much. Raises `BadQuotaError`."""
    over, value, each = _what(what)
    low, high, measure, unit = _amount(amount)
    if over == "points" and unit in ("m", "%", "q", "i"):
        # Marks, shares and questions are of what is marked point by point: `marking points`, as `marking levels`.
        over, value = "marking", "points"
    if over in ("mean", "spread"):
        _check_difficulty(over, amount.strip(), low, high, unit)
    words = f"{' '.join(what.split())}: {' '.join(amount.split())}"
    return Quota(over=over, value=value, low=low, high=high, measure=measure, words=words, each=each, span=span)


def _check_difficulty(over: str, amount: str, low: float, high: float, unit: str) -> None:
    """Raise `BadQuotaError` for a mean or spread of difficulty that no paper can have."""
    hint = "Write it like `2.5-3.5`." if over == "mean" else "Write it like `at least 0.8`."
    if unit:
        raise BadQuotaError(f"a difficulty has no unit: {amount!r}", hint, amount=True)
    within = (not low or 1 <= low <= 5) and (1 <= high <= 5 or high == inf)
    if over == "mean" and not within:
        raise BadQuotaError(f"a mean difficulty lies between 1 and 5, not {amount!r}", hint, amount=True)
    if over == "spread" and low > 2:
        raise BadQuotaError(f"a spread of difficulty is a standard deviation, from 0 to 2, not {amount!r}", hint, amount=True)


def _what(text: str) -> tuple[str, str, bool]:
    words = " ".join(text.split())
    if words.casefold() in _WHOLE:
        return _WHOLE[words.casefold()], "", False
    first, _, rest = words.partition(" ")
    if first.casefold() == "each":
        if rest.casefold() not in OVER:
            raise BadQuotaError(f"a quota cannot be over each {rest!r}", *(nearest_hints(rest, tuple(OVER)) or (_EXAMPLE,)))
        return rest.casefold(), "*", True
    if first.casefold() not in OVER or not rest:
        known = (*(f"{name} …" for name in OVER), *_WHOLE)
        raise BadQuotaError(f"a quota cannot be over {words!r}", f"It is over one of: {', '.join(known)}.", _EXAMPLE)
    if first.casefold() == "difficulty" and not re.fullmatch(r"[1-5](-[1-5])?", rest):
        raise BadQuotaError(f"a difficulty is from 1 to 5, or a range such as 4-5, not {rest!r}")
    if first.casefold() == "difficulty" and rest[0] > rest[-1]:
        raise BadQuotaError(f"the difficulties {rest!r} go from harder to easier", f"Write them as {rest[-1]}-{rest[0]}.")
    return first.casefold(), rest, False


def _amount(text: str) -> tuple[float, float, Measure, str]:
    """Return the least, the most, what is measured, and the first letter of the unit as it is written (empty: none is)."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        raise BadQuotaError(f"{text.strip()!r} is no amount", amount=True)
    low = float(found["low"])
    high = float(found["high"]) if found["high"] else low
    bound = (found["bound"] or "").casefold()
    if bound and found["high"]:
        raise BadQuotaError(f"{text.strip()!r} is a bound and a range at once", amount=True)
    if low > high:
        raise BadQuotaError(f"{text.strip()!r} goes from more to less", f"Write it as {high:g}-{low:g}.", amount=True)
    unit = (found["unit"] or "")[:1].casefold()
    if unit == "%" and max(low, high) > 100:
        raise BadQuotaError(f"{text.strip()!r} is more than all of the paper", "A share is at most 100%.", amount=True)
    return (0.0 if bound == "at most" else low), (inf if bound == "at least" else high), _UNITS[unit], unit
