"""R3: a nominalisation becomes its verb: `Identification and explanation of X` asks to identify and explain X."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import parse
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.entries import has_verb
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, Outcome
from packbuilder.derive.marking_points.rules.knowledge import understood
from packbuilder.derive.marking_points.sentences import joined
from packbuilder.patterns import regex
from packbuilder.values import replace

NOMINALS = {
    "identification": "identify", "explanation": "explain", "explanations": "explain", "description": "describe", "descriptions": "describe",
    "evaluation": "evaluate", "analysis": "analyse", "comparison": "compare", "comparisons": "compare", "discussion": "discuss",
    "application": "apply", "calculation": "calculate", "calculations": "calculate", "interpretation": "interpret",
    "justification": "justify", "assessment": "assess", "examination": "examine",
    "recognition": "identify", "exploration": "explore", "consideration": "discuss", "outline": "outline", "summary": "summarise",
    "classification": "classify", "prediction": "predict", "construction": "construct", "presentation": "present",
    "selection": "select", "knowledge": "know", "understanding": "know", "awareness": "know", "recall": "state", "appraisal": "evaluate",
    "critique": "evaluate", "exposition": "explain", "review": "evaluate", "suggestion": "suggest", "suggestions": "suggest", "recommendation": "recommend",
    "recommendations": "recommend", "statement": "state", "naming": "name", "listing": "list", "differentiation": "distinguish",
    "distinction": "distinguish", "contrast": "compare", "use": "use", "clarification": "explain", "illustration": "explain",
    "demonstration": "demonstrate", "collection": "collect", "preparation": "prepare", "completion": "complete", "measurement": "measure",
    "balancing": "balance", "derivation": "derive", "conversion": "convert", "solution": "solve", "observation": "observe",
    "investigation": "investigate", "production": "produce", "creation": "create", "performance": "perform",
    "maintenance": "maintain", "implementation": "implement", "reflection": "reflect", "overview": "outline", "view": "discuss", "judgement": "assess", "judgment": "assess",
}  # fmt: skip
"""Nominalisations at the head of a criterion, and the verb that asks for the same."""

_BY_DOING = regex(r"(?!(?:during|evening|morning|string|spring|king|thing)\b)[a-z]{3,}ing (?!(?:of|for|in|to|on|at)\b)[a-z]")
"""What is to be done, for which suggestions are made ("suggestions on reducing food waste")."""
_RECALLS = frozenset("identify state name list".split())
_FIRM = frozenset(
    "solution statement performance production creation presentation collection use review contrast outline summary recall selection construction maintenance completion".split()
)
"""Nouns that are as often things: they are read as verbs only after a marker's lead or an adjective of quality."""

_ADJECTIVES = regex(
    r"^(?:(?:clear|correct|accurate|detailed|effective|appropriate|full|thorough|relevant|valid|sound|good|logical|developed|balanced|"
    r"reasoned|sustained|supported|substantiated|justified|brief|well[- ]\w+|basic|simple|the|an?|in-depth|some|any|comprehensive|explicit|systematic|precise)\s+(?:and\s+)?)+",
    re.IGNORECASE,
)
_ALSO = regex(
    r"(?P<joint>,? and )(?:critical )?(?P<noun>analysis|evaluation|explanation|description|discussion|comparison|identification|justification|assessment) of ",
    re.IGNORECASE,
)
"""Another such noun later in the sentence ("identification of X and analysis of Y")."""
_HEAD = regex(
    r"^(?P<critical>critical\s+)?(?P<one>[A-Za-z]+)(?:(?:,\s*(?P<mid>[A-Za-z]+))?,?\s+and\s+(?:critical\s+)?(?P<two>[A-Za-z]+))?\s+"
    r"(?:(?:of|between|about|into|on|around|as to|for|regarding|concerning|relating to)\s+|(?=why\b|how\b|what\b))(?P<rest>.+)$",
    re.IGNORECASE,
)


def nominal(point: Normal) -> Outcome:
    """Read `Analysis of X`, `Clear explanation of how Y`."""
    body = _ADJECTIVES.sub("", point.body)
    found = _HEAD.match(body)
    if not found:
        return None
    one, two = found["one"].casefold(), (found["two"] or "").casefold()
    if one not in NOMINALS or (two and two not in NOMINALS) or not NOMINALS[one]:
        return None
    bare = re.sub(r"^(?:the|an?) ", "", point.body, flags=re.IGNORECASE) if point.tail else point.body
    if one in _FIRM and not (point.credited or body != bare):
        return None
    verbs = (NOMINALS[one], NOMINALS.get(two, ""))
    asked, given = _with_answer(found["rest"], point, recalled=verbs[0] in _RECALLS and not verbs[1])
    if verbs == ("suggest", "") and _BY_DOING.match(asked):
        asked = f"ways of {asked}"
    rest = _ALSO.sub(lambda also: f"{also['joint']}{NOMINALS[also['noun'].casefold()]} ", asked)
    if "know" in verbs:
        return understood(rest, "R3")
    if re.search(r"\bbetween\b", found[0][: found.start("rest")]) and verbs[0] in ("compare", "distinguish"):
        rest = f"between {rest}" if verbs[0] == "distinguish" else rest
    lead = f"{verbs[0]} and {verbs[1]}" if verbs[1] else verbs[0]
    _, clauses = parse(f"{'critically ' if found['critical'] else ''}{lead} {rest}")
    outcome = joined(clauses, "R3") if clauses else None
    return replace(outcome, given=given) if given and isinstance(outcome, Asked) else outcome


def _with_answer(rest: str, point: Normal, *, recalled: bool) -> tuple[str, tuple[str, ...]]:
    """Return what is asked about and what a colon sets behind it, where that says something ("explanation of supply: firms offer goods"), or is `recalled`."""
    asked, colon, said = rest.partition(" – " if recalled and ": " not in rest else ": ")
    told = colon and not point.tail and len(asked) > 2 and not re.search(r"[‘’'“”\"?:]", said)
    if told and recalled:
        return asked, cut(said.strip(" ."))
    return (asked, (said.strip(" ."),)) if told and has_verb(said) else (rest, ())
