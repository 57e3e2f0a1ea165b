"""Formulas: symbols, units and equations in plain characters, whose letters and signs are their own."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_NAMED = r"(?:sin|cos|tan|log|ln|exp|sqrt|lim|max|min)"
_UNIT = r"(?:mol|kg|mg|µg|ng|km|cm|mm|dm|nm|µm|ml|cl|kJ|kPa|kW|kN|kV|kWh|mA|mV|ms|min|g|m|s|h|l)"
_POWER = r"(?:\^?\(?[-−–+]?\d\)?|[⁻⁺]?[²³¹⁰⁴-⁹])?"
_UNITS = regex(rf"{_UNIT}{_POWER}(?:(?:\s?[/·]\s?|\s){_UNIT}{_POWER})+(?=$|[\s,;.(])|{_UNIT}{_POWER}(?=\s?/\s?[A-Za-z]{{1,3}}\b)|{_UNIT}$")
_SYMBOL = regex(
    rf"[α-ωµ](?![α-ωά-ώ]{{2}})|{_NAMED}(?:\s?\(|\s?[α-ω]|\s[a-z]\b)|[a-z]{{1,3}}[₀-₉ₐ-ₜ²³⁴ⁿ^\[\d](?![a-z]{{3}})|(?![a-z]{{3}}\s?=\s?[a-z]{{3,}}(?: [a-z]{{3,}}|$))[A-Za-z]{{1,3}}\s?(?:[=×÷√≤≥≈∝]|\()\s?\S|"
    r"[a-z] ?[+−–*/-] ?[\da-z]{1,2}\b|[a-z]$"
)
"""How a formula begins: a Greek letter, a function, a letter with an index or a power, a letter before a sign."""
_GREEK = regex(r"[α-ωά-ώ]+\s[α-ωά-ώ]{3}")
"""Words of Greek notes ("το μιτοχόνδριο"), whose first has few letters."""
_TERM = rf"[-−–+±√]?(?:\d+(?:\.\d+)?)?(?:(?:{_NAMED}\s?)|√|[²³⁴ⁿ₀-₉^(){{}}\[\]\d]|(?<![A-Za-z]{{2}})[A-Za-zα-ωΔ](?![A-Za-z]{{2}}))*"
_ROW = rf"{_TERM}(?:\s?[-−–+×÷*/]\s?{_TERM}|\s(?=\d|{_NAMED}|[a-zα-ω]\b){_TERM})*"
HYPHEN = r"(?<![A-Z)\]₀-₉])(?<![A-Za-z\s^\])]\d)(?<![A-Z]\d\d)(?<![A-Z][a-z]\d\d)(?<![A-Z][a-z])(?<![\s\d]e)-"
"""A hyphen that is no charge: one stands behind a figure, a capital or an electron ("OH-", "SO42-", "2e-")."""
_ASKED_ABOUT = regex(
    rf"(?<=\b(?:of|in|by|to)\s)(?P<equation>(?!a\s|an\s)(?:(?:the\s)?(?:reaction\s)?rate|{_TERM}(?:\s?[-−–+×÷*/]\s?{_TERM})*)\s?=\s?{_ROW})(?=\s|$|[.,;:?])"
    rf"|(?:(?<=\bline\s)|(?<=\bcurve\s)|(?<=\bgraph\s)|(?<=\bequation\s)|(?<=\bfunction\s)|(?<=\bequation of\s)|(?<=\bsolve\s))(?P<after>{_TERM}(?:\s?[-−–+×÷*/]\s?{_TERM})*\s?=\s?{_ROW})(?=\s|$|[.,;:?])"
    r"|(?:(?<=\bvalue of\s)|(?<=\bresult of\s)|(?<=\bsum\s))(?P<sum>\d+(?:\.\d+)?(?:\s?[-−–+×÷*/]\s?\d+(?:\.\d+)?)+)(?=\s|$|[.,;:?])",
)
_ASKS = regex(r"\W*(?:state|name|give|identify|recall|write|define|explain|describe|what)\b", re.IGNORECASE)
_VALUE = regex(r"[A-Za-zα-ω]{1,2}[\d₀-₉]*\s?=\s?[-−–+±]?[\d.,]+(?:\s?(?:[+−–-]|[A-Za-zµ°%/²³]+))?$")
"""A symbol with its value, which may be what is asked for ("the value of g = 9.8")."""
_INDEX = r"(?:[²³⁴⁵⁶ⁿˣ]|\^\(?-?[\da-z]+\)?)"
_NO_UNIT = r"(?!(?:m|g|s|l|p|st|nd|rd|th|km|cm|mm|kg|mg|ml|am|pm)\b)"
_WITH_LETTER = rf"(?<![\w.])(?:(?<!\bin )(?<!\bto )(?<!\bper )(?<!\d )\d*[A-Za-zα-ω]{{1,3}}{_INDEX}|\d+(?:\.\d+)?{_NO_UNIT}[a-zα-ω]{{1,3}}|(?<=[=+×*/(] )[A-Za-zα-ω])"
"""A term that has a letter with a power or a number, or is a letter behind a sign: "b²", "4ac", the second of "y = x"."""
_ANY_TERM = rf"(?:\d+(?:\.\d+)?[a-zα-ω]{{0,3}}{_INDEX}?|[a-zα-ω]{{1,3}}{_INDEX}|(?!a )[a-zα-ω])(?=$|[\s,;:.?)=+×*/\]²³(√])"
_MINUS = regex(
    rf"(?:(?:{_WITH_LETTER}|\){_INDEX}) (?P<minus>[–-]) (?!\d{{1,2}} ?(?:m|marks?)\b)(?={_ANY_TERM}|[(√])"
    rf"|(?<![\w’'.])(?<!, )(?:\d+(?:\.\d+)?|[a-zα-ω]) (?P<before>[–-]) (?=\d+{_NO_UNIT}[a-zα-ω]\b|\d*[a-zα-ω]{_INDEX}|(?!a )[a-zα-ω] ?[=+])"
    r"|(?<![\w’'.])[a-zα-ω] (?P<related>[–-]) (?=\d+ ?[=<>≤≥]))"
)
"""A dash with spaces between two terms, one of which has a letter: "b² - 4ac", "1 - p²", "x - 3 = 7"; neither "pipes - 2m" nor "Level 1 - 3"."""
_TRANSFORMS = regex(
    r"\W*(?:(?:expand|factori[sz]e|simplify|differentiate|integrate|multiply out|rearrange|make|write|rewrite|convert|complete)\b"
    r"|(?:state|give|name|find|what is) (?:the|an?) (?:[\w-]+ ){0,2}?(?:term|derivative|integral|inverse|expansion|rule|expression|formula|equation)\b)",
    re.IGNORECASE,
)
"""What has an expression for its answer, which may stand behind a dash."""


def minuses(text: str) -> list[int]:
    """Return where a dash within algebra stands: it is a minus, and parts no answer from its question."""
    if _TRANSFORMS.match(text):
        return []
    return [found.start(found.lastgroup or 0) for found in _MINUS.finditer(text)]


_IN_WORDS = regex(r"[a-z]{3,} [a-z]{2,} = ")
"""An equation in words ("rate forward = rate backward"), which strokes part from another answer."""


def alternatives(given: str) -> tuple[str, ...]:
    """Return what single strokes part ("steel / iron"); where they divide ("20,000 / 80,000 = £0.25") the text is one."""
    parts = tuple(re.split(r"\s+/\s+", given))
    equal = sum("=" in part and not _IN_WORDS.search(part) for part in parts)
    divides = 0 < equal < len(parts) or any(
        re.search(r"[\d%)]$", one) and re.match(r"[(£$€]*\d", other) for one, other in zip(parts, parts[1:], strict=False)
    )
    return (given,) if divides else parts


_DERIVATIVE = regex(r"d[²2]?[a-z]/d[a-z]\b")


def is_symbolic(text: str) -> bool:
    """Whether a text begins with a symbol or a unit, which a capital letter would make another."""
    return not _GREEK.match(text) and bool(_DERIVATIVE.match(text) or _UNITS.match(text) or _SYMBOL.match(text))


def asked_about(text: str) -> list[tuple[int, int]]:
    """Return where equations and sums stand that a question asks about ("the gradient of y = 3x - 2"): signs in them part nothing."""
    if not _ASKS.match(text):
        return []
    spans = [(found.start(), found.end()) for found in _ASKED_ABOUT.finditer(text)]
    return [_left(text, start, end) for start, end in spans if end - start > 2 and not _VALUE.match(text[start:end])]


def _left(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a sum stands without its result, which is what is asked for ("5 - 3 = 2")."""
    left = text[start:end].partition("=")[0].rstrip()
    return (start, end) if any(map(str.isalpha, left)) else (start, start + len(left))
