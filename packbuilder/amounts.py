"""Amounts: numbers in words and figures, as notes write how many things and marks there are; every pattern that reads one is built from these."""

from __future__ import annotations

NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def number_said(number: str) -> int:
    """Return the number that figures, or one of `NUMBER_WORDS`, say."""
    return int(number) if number.isdigit() else NUMBER_WORDS.index(number.casefold())


def number_words(low: int = 1, high: int = len(NUMBER_WORDS) - 1) -> str:
    """Return what matches the words for a number within bounds, longer ones first, as alternatives without a group ("sixteen|six|one")."""
    return "|".join(sorted(NUMBER_WORDS[low : high + 1], key=len, reverse=True))


NUMBER = rf"(?:{number_words()}|\d{{1,2}})"
"""A number in words or in figures ("five", "12")."""
FEW = rf"(?:{number_words(1, 10)}|[1-9])"
"""So many things as a question asks for ("four", "4")."""
SEVERAL = rf"(?:{number_words(2, 10)}|[2-9])"
"""More than one of them."""
MARK = r"(?:marks?|mks?|pts?\b\.?|points?)"
"""What a question's worth is counted in ("4 mks", "2 pts")."""
