"""Leaning: questions that go on from an earlier part, question or value, which nobody sees who is asked this one alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.worked_out import reckons
from packbuilder.patterns import regex

LEANS = LeftOut(
    rule="R7",
    reason="it goes on from a part that is not there",
    remedy="Write what it goes on from into the question, or both parts into a bank.",
)

_PART = r"(?:0\d\.\d|\d{1,2}\s?\([a-h]\)|\([a-h]\)(?:\s?\([ivx]{1,4}\))?|\([ivx]{1,4}\)|parts? (?:\([a-h]\)|(?-i:[a-hA-H]))|questions? \d{1,2}(?:\s?\(?[a-h]\)?)?|Qs?\.?\s?\d{1,2}(?:\s?\(?[a-h]\)?)?)"
_NAMED = regex(
    rf"\b(?:in|from|of|to|for|with|using|use|at|by|and)\s+(?:your |the )?(?:answers? |values? |results? |workings? |figures? )?(?:(?:to|from|in|for|of) )?{_PART}(?=$|[\s,.;:)?]|['’]s)(?!\s*[=+×^])",
    re.IGNORECASE,
)
"""An earlier part or question by its letter or number ("your answer to (a)", "the value in part b", "using Q4"); a letter before a text of its own ("and (b) why ...") is told by `_OWN`."""
_OWN = regex(r"^[^()]*\(a\)\s+\w.*\(b\)\s+\w", re.IGNORECASE)
"""A question with parts of its own ("Explain (a) how ... and (b) why ...")."""
_EARLIER = regex(
    r"\b(?:your|the|this|that|a) (?:previous|earlier|preceding|last|above) (?:answers?|parts?|questions?|results?|values?|calculations?|workings?|sections?)\b"
    r"|\b(?:your|the) (?:answers?|values?|results?|figures?|stress|strain|speed|mass|moles) (?:(?:from|given|found|calculated|obtained|worked out) )?(?:above|before|earlier|previously)\b"
    r"|\busing your (?:answers?|values?|results?)\b|\buse your (?:answers?|values?|results?) (?:to|from|for)\b"
    r"|\b(?:calculated|worked out|found|given|stated|obtained|named|identified|described|drawn) (?:above|earlier|previously|before)\b(?! (?:the|an?|that)\b)",
    re.IGNORECASE,
)
_SO_MUCH = regex(
    r"\b(?:at|to|for|with|from|of|by|in|during|reach(?:es)?|using|against|after) (?:this|that|these|those|the same) (?P<what>speed|velocity|height|depth|time|period|mass|volume|distance|temperature|pressure|force|current|voltage|power|energy|"
    r"resistance|rate|concentration|value|values|angle|frequency|wavelength|amount|cost|price|sample|number|population|output|acceleration|point|moment|probability|mean|interval|line|answer|result|profit)\b"
    r"|\ba further \d|\bthe next \d|\banother \d|\bthe (?:new|original|initial|remaining) (?P<new>pressure|volume|temperature|current|speed|value|mean|price|population|concentration|mass|resistance|equation|line|probability)(?=$| (?:if|when|after)\b)",
    re.IGNORECASE,
)
"""An amount that was told before, and not here ("at this speed")."""
_NO_EXPRESSION = regex(
    r"(?:Solve|Factori[sz]e|Expand|Simplify|Differentiate|Integrate|Rearrange) (?:the |an? |this )?(?:\w+ )?(?:quadratic|equation|expression|inequality|brackets?|function|formula|surd)s?\b(?!.*(?:[=<>≤≥²³^√$]|(?<![.\w])[b-hj-z]\b(?!\.)|[\uA000-\uA48C]))"
)
"""What is done with an expression that nobody gives."""
_READ_OFF = regex(r"(?:Use|Using|Draw|From) (?:the |a )?(?:tangent|gradient|graph|line of best fit|curve|trend line)\b(?! of (?:y|f)\b)")
"""What is read off a graph that is not there."""
_WHOSE = regex(
    r"(?:Calculate|Work out|Determine|Find|Estimate) (?:how (?:far|long|fast|much|many [a-z]+|high|deep)|(?:the|its) [a-z ]{3,30}?) (?:that )?(?:it|they|he|she|this|these)\b"
)
"""Of something that has no name here."""
_OF_ONE = regex(
    r"\b(?:of|by|on|in|across|through|from|for) the (?:acid|alkali|solution|car|ball|lorry|train|block|sample|object|lamp|bulb|resistor|motor|heater|kettle|cell|battery|spring|gas|mixture|trolley|lift|crane|wire|rocket|plane|student|firm|business|company)\b"
    r"(?! (?:with|of|whose|that|which|has|when its)\b)|^\w+ the total (?!of\b|surface|area|number of)[a-z]+ and\b"
)
"""One thing that has been told of: a single value of it does not say what it comes to."""
_BY_ITSELF = regex(r"\b(?:weight|pH|frequency|period|half|percent(?:age)? of|volume of the sphere|double|diameter|radius|circumference)\b")
"""What one value is enough for."""
_NUMBER = regex(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?")
_OPERANDS = regex(r"(?<![\w.,^])\d[\d,]*(?:\.\d+)?(?=\s?[×*/÷+−–x-]|\s?[a-zA-Z%°Ω]{1,4}\s?[×*/÷])|(?<=[×*/÷+−–])\s?\(?\d[\d,]*(?:\.\d+)?")
_POWER = regex(r"\s?[×x*]\s?10\s?(?:\^\s?\(?[-−–+]?\d+\)?|[⁻⁺]?[⁰¹²³⁴-⁹]+)")
"""A power of ten, which belongs to the value before it."""
_CALCULATED = regex(r"(?:Calculate|Work out|Determine|Find|Estimate)\b")
_IN_WORDS = regex(r"[a-z]{4,}.*[a-z]{5,}")
"""An answer that says something, and is no working."""
_ALWAYS = frozenset(
    map(
        float,
        "9.8 9.81 3.14 3.142 22.4 22.7 24 25 50 52 60 90 100 180 220 360 365 1000 1024 3600 4200 4.2 4.18 4180 6.02 6.022 6.63 1.6 8.31 8.314 273 298 86400 0.5".split(),
    )
)
"""What anybody reckons with, whatever is given."""
_SMALL = 10
_FACTORS = (1, 60, 3600, 24, 7, 8, 12, 52, 365, 1024, 2, 0.5)
_OF_YEARS = regex(r"\b(?:years?|annual(?:ly)?|month(?:s|ly)?|dozen|hours?|inch(?:es)?|feet)\b", re.IGNORECASE)
_FROM_TABLES = regex(r"\b(?:mol(?:es?|ar)?|[MA][ra]|relative|atom economy|isotopes?)\b|\b[A-Z][a-z]?[A-Z\d₂-₉]")
"""What is reckoned with values that everybody has who sits the paper: those of the periodic table."""
_ENOUGH = 2
"""So many values of its own: what else is reckoned with was worked out from them, or is known."""


def leans(sentence: str, scene: str, credited: Iterable[str]) -> bool:
    """Whether a question goes on from something that neither it nor what is told before it says."""
    if (
        ("(" in sentence or any(map(str.isdigit, sentence)) or " part" in sentence)
        and _NAMED.search(sentence)
        and not _OWN.search(sentence)
    ):
        return True
    if _EARLIER.search(sentence):
        return True
    if not scene and _READ_OFF.match(sentence) and reckons(sentence.replace("Draw", "Use", 1)):
        return True
    if not scene and _NO_EXPRESSION.match(sentence):
        return True
    if scene or not reckons(sentence):
        return False
    found = _SO_MUCH.search(sentence)
    if found and not ((what := found["what"] or found["new"]) and re.search(rf"\b{what}\b", sentence[: found.start()], re.IGNORECASE)):
        return True
    return bool(_WHOSE.match(sentence)) or _is_unknown(sentence, credited)


def _is_unknown(sentence: str, credited: Iterable[str]) -> bool:
    """Whether the working has an amount that a question with a single value does not say, nor leads to ("Calculate the yield if 9 g is collected": 9 ÷ 12)."""
    if not _CALCULATED.match(sentence):
        return False
    own = {_value(each) for each in _NUMBER.findall(_POWER.sub("", sentence))}
    if not own or len(own) >= _ENOUGH or _FROM_TABLES.search(sentence):
        return False
    if _OF_ONE.search(sentence) and not _BY_ITSELF.search(sentence):
        return True
    known = set(own)
    for text in credited:
        if _IN_WORDS.search(text):
            continue
        for step in re.split(r"[;,]\s|\s=\s", _POWER.sub("", text)):
            operands = [_value(each.strip(" (")) for each in _OPERANDS.findall(step)]
            if any(not _is_known(each, known, sentence) for each in operands):
                return True
            known |= {_value(each) for each in _NUMBER.findall(step)}
    return False


def _is_known(value: float, known: set[float], sentence: str) -> bool:
    if (value <= _SMALL and value == int(value)) or value in _ALWAYS or (value == 12 and _OF_YEARS.search(sentence)):
        return True
    return any(_leads(one, value) for one in known if one)


def _leads(one: float, value: float) -> bool:
    """Whether an amount is another in other units, its share, or what is left of a whole beside it."""
    for factor in _FACTORS:
        for made in (one * factor, one / factor):
            ratio = value / made
            if ratio and any(abs(ratio / 10**power - 1) < 0.001 for power in range(-9, 10)):
                return True
    return any(abs(value - made) < 0.0005 for made in (1 - one, 100 - one, 1 - one / 100, 1 + one / 100, 100 + one, 1 + one))


def _value(text: str) -> float:
    return float(text.replace(",", ""))
