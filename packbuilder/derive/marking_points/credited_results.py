"""What is credited in the usual words, with its answer in them, turned into a task and its answer behind a colon.

"Award credit for differentiating y = 3x² to obtain 6x", "... for stating the temperature at which it is stored (60 °C) and why": what follows reads a colon, and
would leave the answer in what is asked.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.patterns import regex

_LEAD = r"(?:(?:(?:award|give) (?:(?:full )?credit|(?:full )?marks?) (?:for|to (?:candidates|learners|students|those|answers) (?:who|that))|credit(?: for)?|reward|look for) (?:(?:correctly|accurately) )?)"
_FORMULA = r"(?=[^:;]*[\d=²³])(?:(?![A-Za-z]{4}|\b(?:the|and|for|of|is|in|to|by)\b)[^:;]|\.(?=\d))+?"
"""Signs, figures and letters, and no words."""
_OBTAINED = regex(
    rf"^{_LEAD}?(?P<verb>differentiat|integrat|solv|expand|factoris|simplif)(?:ing|ying|e|es|y|ies|s)? (?P<what>{_FORMULA})(?:,? (?:correctly|fully|accurately))?,? (?:to (?:obtain|get|give|find|reach)|(?:obtain|giv|gett)ing|as) (?P<result>{_FORMULA})\.?$",
    re.IGNORECASE,
)
_REWRITTEN = {
    "differentiat": "Differentiate", "integrat": "Integrate", "solv": "Solve", "expand": "Expand", "factoris": "Factorise", "simplif": "Simplify",
}  # fmt: skip
_CALLED = regex(
    rf"^(?P<asked>{_LEAD}?(?:stat|recall|giv|writ)(?:ing|e|es)(?: down)? the (?:(?!(?:in|of|from|to|for|by)\b)[\w'’-]+ ){{0,4}}(?:rule|law|formula|equation|identity|theorem|relationship)(?: (?:for|of) [^=:;,()]+)?), (?P<formula>[^,;:=]{{1,30}}=[^,;:=]{{1,40}}?)\.?$",
    re.IGNORECASE,
)
"""A rule by its name, and the rule ("the product rule, (uv)' = u'v + uv'")."""
_BY_A_LAW = regex(
    rf"^{_LEAD}using (?P<what>(?=[^:]*\d)[^:()]+? to (?:find|calculate|work out|determine|estimate|deduce) [^:()]+) \((?P<result>[£$€−–-]?\d[\d.,]*\s?(?!marks?\b)[a-zA-Z°%µΩ][^():;]{{0,12}}|[−–-]?\d*\.\d+|\d{{3,}}|[£$€]\d[\d.,]*)\)\.?$",
    re.IGNORECASE,
)
"""A law or a method, what is found by it, and the result."""
_TRANSLATED = regex(
    rf"^{_LEAD}translating (?P<words>[‘'“\"][^‘“”\"]+[’'”\"]) (?:from [A-Z][a-z]+ )?into (?P<into>[A-Z][a-z]+) \((?P<given>[^()]{{3,}})\)\.?$",
    re.IGNORECASE,
)
_SHOWS = {"showing": "Show", "proving": "Prove", "verifying": "Verify", "writing": "Write"}
_SHOWN = regex(
    rf"^{_LEAD}(?:(?P<verb>showing|proving|verifying) (?P<rest>(?:[a-z ]+ )?that (?=[^:]*(?:[=^²³]|\d)).+)|(?P<written>writing) (?P<what>(?:down )?the (?:notes?|letter names?|formula|word equation|equation|plural|past tense)s? (?:of|in|for) [^:]+: .+))$",
    re.IGNORECASE,
)
"""What is shown of a formula, and what is written with its answer behind it: both are asked in the imperative alone."""
_AND_WHY = regex(
    rf"^(?P<lead>{_LEAD})?(?P<verb>[A-Za-z]+) (?P<what>[^:;()?]+?)(?P<in> \([^()]+\))? and (?:(?:also )?(?:say|saying|stat|giv)(?:ing|e)? )?why(?P<more>\b[^:;()?]*?)\.?$",
    re.IGNORECASE,
)
_RECALLS = frozenset("state name identify give list".split())
_ASKS = regex(r"\b(?:how|what|when|where|who|which|why)$")
_VALUED = regex(
    rf"^(?P<asked>(?P<lead>{_LEAD})(?:calculat|find|determin|work|estimat|solv)ing (?:out )?(?=[^:]*\d[^\d:]+\d[^:]* \()[^:]+?)\s\((?P<result>[£$€−–-]?\d[\d.,]*(?:[–-]\d[\d.,]*)?\s?(?!marks?\b|m\b\.?$)[a-zA-Z°%µΩ][^\s():;,]{{0,6}}(?: [^\W\d_]{{1,3}}[²³⁻¹\d]*)?|[a-z] = [^():;]+)\)\.?$",
    re.IGNORECASE,
)
"""What is reckoned with values of its own, and the result with its unit, or as an equation."""


def with_answer_behind(text: str) -> str:
    """Return a point with its answer behind a colon; any other as it is."""
    if found := _OBTAINED.match(text):
        return f"{_REWRITTEN[found['verb'].casefold()]} {found['what']}: {found['result']}"
    if found := _CALLED.match(text):
        return f"{found['asked']}: {found['formula']}"
    if found := _VALUED.match(text):
        return f"{found['asked']}: {found['result']}"
    if found := _BY_A_LAW.match(text):
        return f"Use {found['what']}: {found['result']}"
    if found := _TRANSLATED.match(text):
        return f"Translate into {found['into']}: {found['words']} {found['given']}"
    if found := _SHOWN.match(text):
        return f"{_SHOWS[(found['verb'] or found['written']).casefold()]} {found['rest'] or found['what']}"
    return _why_as_well(text)


def _why_as_well(text: str) -> str:
    """Return a thing to be recalled "and why" as two that are asked, which one verb of recall cannot ask for."""
    found = _AND_WHY.match(text) if " why" in text else None
    form, base = form_and_base(found["verb"]) if found else ("", "")
    if not found or base not in _RECALLS or _ASKS.search(found["what"]) or not re.match(r"(?: \w|$)", found["more"]):
        return text
    explain = "explaining" if form == "gerund" else "explain"
    behind = f": {found['in'].strip(' ()')}" if found["in"] else ""
    return f"{found['lead'] or ''}{found['verb']} {found['what']} and {explain} why{found['more']}{behind}"
