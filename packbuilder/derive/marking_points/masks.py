"""Masks: formulas, code and what is quoted in the first person go through the grammar as words that it cannot touch.

`\\(v = f)\\)` has brackets, `print(2**3)` stars and `"Is this a dagger which I see"` a person, none of which is the point's own.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.formulas import asked_about, minuses
from packbuilder.dollars import DOLLARS
from packbuilder.patterns import regex

_WHOLE = regex(
    rf"`[^`]+`|\$\$[^$]+\$\$|{DOLLARS}"
    r"|\\\(.+?\\\)|\\ce\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
)
_SIGN = r"[+−–*/×·^²³⁴-]"
_WITHIN = rf"\((?=[^()]*(?:{_SIGN}|√))(?:[\d\s.±√ⁿ]|{_SIGN}|(?<![A-Za-z])[A-Za-zα-ωΔ]{{1,2}}(?![A-Za-z]))+\)"
"""An expression in brackets: numbers, letters and signs."""
_FACTOR = rf"(?:{_WITHIN}|\(\d*[a-z]\))"
_POWER = r"(?:[²³⁴ⁿ]|\^\d+)?"
_ALGEBRA = regex(
    rf"(?:(?<![\w.])\d*[a-z]?)?(?=\([^()]*\){_POWER}\s?\([^()]*{_SIGN}|{_WITHIN}){_FACTOR}{_POWER}(?:\s?{_FACTOR}{_POWER})+"
    rf"|(?:(?<![\w.])\d+|(?<![A-Za-z])[±]?[a-zω]?√|(?<![\w’'])(?:\d*[a-z]|[a-z]))(?:√)?{_WITHIN}{_POWER}"
    rf"|{_WITHIN}(?:[²³⁴ⁿ]|\^\d+)"
    rf"|(?:(?<=[=+−–×*/]\s)|(?<=√)){_WITHIN}"
    rf"|(?=\([^()]*[A-Za-z]){_WITHIN}(?=\s?[=+−–×*/-]\s?(?:[\d(√]|[a-z](?![a-z])))"
    rf"|(?:(?<=expand\s)|(?<=factorise\s)|(?<=simplify\s)|(?<=differentiate\s)|(?<=integrate\s)|(?<=multiply out\s)|(?<=expand:\s)|(?<=simplify:\s)){_WITHIN}",
    re.IGNORECASE,
)
"""Algebra in plain characters: brackets in it are its own, as in `(x + 3)(x – 5)` and `√(A² – x²)`; behind a word they may hold an answer."""
_NUMBERED = regex(
    r"\b(?:(?:[Ee]quation|Eqn?\.?|[Tt]heorem|[Ll]emma|[Aa]xiom|[Pp]roposition|[Cc]orollary) ?\(\d{1,2}\)|(?:[Rr]ule|[Ss]ection|[Aa]rticle|[Cc]lause|[Rr]egulation|[Pp]art|[Ss]chedule|s\.) ?\d{1,3}[A-Z]? ?\(\d{1,2}\)(?:\([a-z]\))?)(?=\s(?!and\b|or\b)[a-z]|['’]s\b|,\s)"
)
"""What has its own number in brackets ("equation (2)", "Rule 4 (1)"): within a question that is no mark."""
_STATUTE = regex(
    r"\b(?:[Ss]ections?|[Aa]rticles?|[Rr]egulations?|[Rr]ules?|[Cc]lauses?|[Pp]aragraphs?|[Ss]chedules?|[Aa]rts?|[Rr]egs?|[Pp]aras?|[Ss]ch|[Ss]s?|[Rr])\.? ?\d{1,3}[A-Z]{0,2}(?:\(\d{1,2}[A-Z]?\)|\([a-z]{1,3}\))+"
)
"""A subsection, its bracket joined to the number ("s.2(1)", "Article 8(2)", "section 1(1)(a)"): never a mark."""
_RATIO = regex(r"(?<=\barea) ?:(?= ?volume\b)|(?<=[a-z] ):(?= [a-z-]+ ratios?\b)", re.IGNORECASE)
"""The colon of a ratio: what stands behind it is no list."""
_ONE = r"\b(?:I|me|[Mm]y|mine|myself|[Ww]e|us|[Oo]ur|ourselves)\b"
_QUOTED = regex(rf"(?<=[“\"])[^“”\"]*{_ONE}[^“”\"]*(?=[”\"])|(?:(?<=\W[‘'])|(?<=^[‘']))[^‘’']*{_ONE}[^‘’']*(?=[’'](?!\w))")
_FIRST = 0xA000
"""Syllables of Yi stand for what is masked: letters without case, which no notes hold."""
_MOST = 0x48C
MASK = regex(r"([\uA000-\uA48C])\1{3}")


_QUOTED_FOR_CODE = regex(r"\w\((?:[\"“”'‘’]|\w+\()")
_CALL = regex(r"\b[A-Za-z_][\w.]*\((?=[^()]*[\"'“”‘’(])(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
"""A function and what is handed to it ("print(len("hello"))"): its brackets and quotation marks are its own."""


def masked(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with masks, and what stands under each."""
    under: list[str] = []

    def mask(words: str) -> str:
        if len(under) >= _MOST or MASK.search(words):
            return words
        under.append(words)
        return chr(_FIRST + len(under) - 1) * 4

    text = _WHOLE.sub(lambda found: mask(found[0]), text)
    if _QUOTED_FOR_CODE.search(text):
        text = _CALL.sub(lambda found: mask(found[0]), text)
    for start, end in reversed(asked_about(text)):
        text = text[:start] + mask(text[start:end]) + text[end:]
    for at in reversed(minuses(text)):
        text = f"{text[:at]}{mask(text[at])}{text[at + 1 :]}"
    text = _ALGEBRA.sub(lambda found: mask(found[0]), text)
    text = _RATIO.sub(lambda found: mask(found[0]), text)
    text = _STATUTE.sub(lambda found: mask(found[0]), text)
    text = _NUMBERED.sub(lambda found: mask(found[0]), text)
    text = _QUOTED.sub(lambda found: re.sub(r"[^\s.,;:!?]+", lambda word: mask(word[0]), found[0]), text)
    return text, tuple(under)


def unmasked(text: str, under: tuple[str, ...]) -> str:
    """Return a text with what stands under its masks."""
    if not under:
        return text

    def there(found: re.Match[str]) -> str:
        index = ord(found[1]) - _FIRST
        return under[index] if index < len(under) else found[0]

    return MASK.sub(there, text)
