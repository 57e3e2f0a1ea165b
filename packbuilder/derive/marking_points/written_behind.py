"""Equations that are asked for and stand in the question's own line, behind a comma or no sign at all ("State the formula for density, ρ = m/V").

What is only spoken of stays with the question: "the gradient of y = 3x", "the equation of the tangent to the curve, y = x²".
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.pieces import MARKED
from packbuilder.dollars import DOLLARS
from packbuilder.patterns import regex

_ASKS = (
    r"\b(?:stat(?:e|es|ing)|giv(?:e|es|ing)|writ(?:e|es|ing)(?: down)?|recall(?:s|ing)?|quot(?:e|es|ing)|nam(?:e|es|ing)) (?:the|an?|its|one) "
    r"(?:(?!(?:of|in|to|for|from|with|by)\b)[\w-]+ ){0,3}?(?:equation|formula|expression|relationship|relation)\b"
)
_SET = rf"(?:{DOLLARS}|\\\(.+?\\\)|\\ce\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})"
"""A formula between the signs of LaTeX."""
_ARROW = r"(?:→|[-=–—]+>|⇌|<=+>)"
_SIDE = r"(?:[^,;:=→⇌<>?.]|\.(?!\s))+?"
_WORDS = r"(?!\+ )[^\s,;:=→⇌<>?]+(?: (?!\+ )[^\s,;:=→⇌<>?]+){0,2}"
_PLAIN = rf"(?!(?:and|or|for|where|when|with|in|which|that|if|at|given|using|as|by|of|so|such|from|including|then|the|an?|to)\b){_WORDS}(?: \+ {_WORDS})*\s?(?:=|{_ARROW}){_SIDE}"
_SYMBOL = rf"(?-i:[A-ZΔα-ωΩa-z][\w₀-₉]{{0,3}}\s?=|\d{{0,2}}\(?[A-Z][\w₀-₉()^⁺⁻¹²³]*[-–−+]?(?: \+ \d{{0,2}}\(?[A-Z][\w₀-₉()^⁺⁻¹²³]*[-–−+]?|\s\+ \d?e[-–−⁻])*\s?{_ARROW}){_SIDE}"
"""An equation whose first side is a symbol, or formulas of substances: nothing else tells where it begins."""
_SPOKEN_OF = r"(?<!\bcurve)(?<!\bline)(?<!\bgraph)(?<!\bcircle)(?<!\bfunction)(?<!\bparabola)(?<!\bequation)(?<!\bformula)(?<!\bof)(?<!\bin)(?<!\bby)(?<!\bto)(?<!\bfor)(?<!\bwith)(?<!\bthat)(?<!\band)(?<!\bor)(?<!\bfrom)(?<!\bwhere)(?<!\bwhen)(?<!\bif)(?<!\bthe)"
"""Before an equation that is spoken of, or whose place in the sentence is another than its end."""
_MARKED = MARKED.replace("?P<n>", "?:")
_ASKED = rf"{_ASKS}[^=→:;?$\\]*?"
_BEHIND = rf"(?:(?<=[\w)]){_SPOKEN_OF}(?P<before>{_MARKED})?,\s+(?P<set>{_SET}|{_PLAIN})|(?<=(?-i:[a-z]{{3}})){_SPOKEN_OF}\s+(?P<bare>{_SET}|{_SYMBOL}))"
_ANSWERED = regex(
    rf"^(?P<asked>(?:[^=→:;?]{{0,60}}\s)??{_ASKED}){_BEHIND}\.?(?P<marks>{_MARKED})?\s*(?:\.?|(?P<more>\.\s+[A-Z].*))$", re.IGNORECASE
)
_WITHIN = regex(rf"^{_ASKED}{_BEHIND}(?:,|$)", re.IGNORECASE)
_OF_SUBSTANCE = regex(
    rf"^(?P<asked>(?:[^=→:;?]{{0,60}}\s)??{_ASKS} (?:of|for) [^=→:;?,]{{3,}}), (?P<formula>(?-i:(?:[A-Z][a-z]?[\dn₀-₉+-]*|\([A-Za-z\d₀-₉]+\)[\dn₀-₉]*){{2,}}))\.?$",
    re.IGNORECASE,
)
"""The formula of a substance behind a comma ("the general formula of alkanes, CnH2n+2")."""
_SIGN = regex(rf"=|{_ARROW}|\\(?:to|rightarrow|rightleftharpoons|propto|approx)\b|∝")


def equation_behind(text: str) -> tuple[str, str]:
    """Return a question for an equation without the one that stands behind it, and that; where there is none, the text as it is and nothing."""
    if (substance := _OF_SUBSTANCE.match(text)) and re.search(r"[\dn₀-₉]", substance["formula"]):
        return substance["asked"], substance["formula"]
    found = _ANSWERED.match(text)
    equation = found and (found["set"] or found["bare"]).strip(" .")
    if not found or not equation or not _SIGN.search(equation):
        return text, ""
    return f"{found['asked']}{found['before'] or found['marks'] or ''}{found['more'] or ''}", equation


def holds_equation(sentence: str) -> bool:
    """Whether a finished question for an equation holds one all the same ("State the formula for density, ρ = m/V, and its unit")."""
    found = _WITHIN.match(sentence)
    return bool(found and _SIGN.search(found["set"] or found["bare"]))
