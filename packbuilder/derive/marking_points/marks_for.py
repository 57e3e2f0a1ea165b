"""Marks for deeds: what markers are told to give marks for, deed by deed, as one task ("one mark for naming X and one mark for describing Y")."""

from __future__ import annotations

import re

from packbuilder.amounts import number_said
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.patterns import regex

_N = r"(?:one|two|three|a|[1-3])"
_TWO = regex(
    rf"^(?:(?:award|give|allow) )?(?P<first>{_N}) marks? for (?P<one>[a-z]+ing) (?P<what>[^:;.]+?),? and (?:(?:a|another|a further|the other) )?(?P<second>{_N}|further|second)(?: marks?)? for (?P<two>[a-z]+ing) (?P<rest>[^:;]+?)\.?$",
    re.IGNORECASE,
)
_RECKONED = regex(
    r"^(?:(?:award|give|allow) (?:credit|(?:the |full )?marks?|(?P<n>one|two|three|four|[1-4]) marks?) for (?:(?:correctly|accurately) )?)(?:(?P<verb>solving|factorising|factorizing|expanding|simplifying)|(?P<found>finding|calculating|estimating|working out|determining|converting|differentiating|integrating)(?=.*(?:: |=|\([−–-]?[£$€]?\d[^()]*\)\.?$))) (?P<rest>.+)$",
    re.IGNORECASE,
)
"""What is to be done in algebra; of what is worked out, its result stands there as well."""
_DEDUCED = regex(
    r"^(?:(?:award|give|allow) (?:credit|(?:the )?marks?|(?:one|a|1) mark) for )?(?:correctly )?(?:deduc|determin|predict|find|work)ing (?:out )?(?P<what>the (?:[\w-]+ )?(?:formula|complexity|charge|oxidation (?:state|number)|electron(?:ic)? (?:configuration|structure)|symbol|shape|bond angle|colour|name) (?:of|for) [^():;,]+?)(?: \((?P<in>[^()]*(?:\([^()]*\)[^()]*)*)\)|,? i\.e\.,? (?P<is>.+?))\.?$",
    re.IGNORECASE,
)
"""A sign or a name that is to be deduced, and the answer behind it ("the formula of aluminium oxide (Al2O3)")."""
_WRITTEN_AS = regex(r"^(?P<asked>[^:=]*[\d²³⁴)]) (?:as|to give|giving) (?=[^a-z]*[a-z]?[^a-z]*\()")
"""What an expression is written as ("x² + 5x + 6 as (x + 2)(x + 3)")."""
_RESULT = regex(r"(?<=[a-z\d])\s*\((?P<result>[−–-]\d[\d.,]*|\d+\.\d+|\d{3,})\)(?=\.?$)")
"""A result in brackets, which are no marks."""
_VERBS = {
    "solving": "Solve", "factorising": "Factorise", "factorizing": "Factorise", "expanding": "Expand", "simplifying": "Simplify", "finding": "Find", "calculating": "Calculate",
    "estimating": "Estimate", "working out": "Work out", "determining": "Determine", "converting": "Convert", "differentiating": "Differentiate", "integrating": "Integrate",
}  # fmt: skip


def in_one_task(text: str) -> str:
    """Return a point whose marks are given for two deeds, or for one of algebra, with its task before its marks; any other as it is."""
    if (found := _TWO.match(text)) and form_and_base(found["two"])[1]:
        total = _count(found["first"]) + _count(found["second"])
        return f"Award {total} marks for {found['one']} {found['what']} and {found['two']} {found['rest']}"
    if found := _DEDUCED.match(text):
        return f"State {found['what']}: {found['in'] or found['is']}"
    if found := _RECKONED.match(text):
        marks = f" [{_count(found['n'])}]" if found["n"] else ""
        task = _RESULT.sub(r": \g<result>", _WRITTEN_AS.sub(r"\g<asked>: ", found["rest"]))
        return f"{_VERBS[(found['verb'] or found['found']).casefold()]} {task}{marks}"
    return text


def _count(word: str) -> int:
    return 1 if word.casefold() in ("a", "further", "second") else number_said(word)
