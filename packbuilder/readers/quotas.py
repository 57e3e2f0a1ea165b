"""Quotas as people write them: `objective AO1: 30-50%`, `kind multiple_choice: 8 marks`, `each topic: at least 1 question`."""

from __future__ import annotations

import re
from math import inf

from packbuilder.diagnostics import Span
from packbuilder.errors import nearest_hints
from packbuilder.model.quota import OVER, Measure, Quota

_AMOUNT = re.compile(
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
    low, high, measure = _amount(amount)
    if over == "mean" and (not 1 <= low <= min(high, 5) or 5 < high < inf):
        raise BadQuotaError(f"a mean difficulty lies between 1 and 5, not {amount.strip()!r}", "Write it like `2.5-3.5`.", amount=True)
    if over == "spread" and low > 2:
        message = f"a spread of difficulty is a standard deviation, from 0 to 2, not {amount.strip()!r}"
        raise BadQuotaError(message, "Write it like `at least 0.8`.", amount=True)
    words = f"{' '.join(what.split())}: {' '.join(amount.split())}"
    return Quota(over=over, value=value, low=low, high=high, measure=measure, words=words, each=each, span=span)


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
    return first.casefold(), rest, False


def _amount(text: str) -> tuple[float, float, Measure]:
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
    return (0.0 if bound == "at most" else low), (inf if bound == "at least" else high), _UNITS[unit]
