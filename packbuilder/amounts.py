"""Amounts: numbers in words and figures, as notes write how many things and marks there are; every pattern that reads one is built from these."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def number_said(number: str) -> int:
    """Return the number that figures, or one of `NUMBER_WORDS`, say."""
    return int(number) if number.isdigit() else NUMBER_WORDS.index(number.casefold())


def figures_added(said: str) -> int:
    """Return what the figures in a text add up to ("2 marks + 1")."""
    return sum(map(int, re.findall(r"[0-9]+", said)))


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

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
"""A month by its name or its first letters; to be matched in letters of any size."""
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
"""A day of the week; to be matched in letters of any size."""

_FIGURES = r"[£$€]?\d[\d,.]*(?:\s?(?:million|billion|bn|m|k)\b)?"
_AMOUNT = regex(
    rf"(?:(?:about|around|approximately|approx\.?|roughly|c\.|over|under|nearly)\s)?[-−–]?{_FIGURES}(?:\s?(?:[–-]|to)\s?{_FIGURES})?(?:\s?[%°‰A-Za-zµΩ²³/·⁻¹]+){{0,3}}",
    re.IGNORECASE,
)
_MEASURED = regex(
    r"(?:the )?(?:[\w-]+ ){0,2}(?:cost|price|mass|weight|speed|velocity|temperature|pressure|pH|length|height|distance|depth|width|rate|value|number|population|area|volume|density|age|size|percentage|proportion|"
    r"frequency|wavelength|voltage|current|power|charge|dose|duration|energy|(?:boiling|melting|freezing) point|half-life|capacity|output|income|wage|tax)(?: (?:of|in|for|at|on|per)\b.*)?",
    re.IGNORECASE,
)


def is_amount(text: str) -> bool:
    """Whether a text says only how much something is ("£5,000 per metre", "78 °C")."""
    return bool(_AMOUNT.fullmatch(text.strip(" .")))


def is_measured(phrase: str) -> bool:
    """Whether a phrase names what has an amount ("cost of a sea wall")."""
    return bool(_MEASURED.fullmatch(phrase.strip(" .")))
