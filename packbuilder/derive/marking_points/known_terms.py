"""Terms of the topic: one by itself after a command is enough to ask about, since the notes say what it is ("Describe the heart")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.patterns import regex

_ONE = regex(r"^(?P<command>Describe|Explain|Outline|Discuss|Evaluate) (?:the |an? )?(?P<term>[\w’'-]+(?: [\w’'-]+)?)$")


def asked_of_term(normal: Normal, outcome: Asked | LeftOut, terms: Iterable[str]) -> Asked | LeftOut:
    """Return what is asked of a term that the notes explain, where a point was left out for naming nothing else."""
    if not isinstance(outcome, LeftOut) or outcome.rule != "R8":
        return outcome
    found = _ONE.match(normal.body)
    if not found or _plain(found["term"]) not in {_plain(term) for term in terms if term}:
        return outcome
    return Asked(rule="R4", command=found["command"], sentence=normal.body, confidence=0.8)


def _plain(term: str) -> str:
    """Return a term without its case, its article and the ending of a plural."""
    return re.sub(r"^(?:the|an?) |(?<=[a-z]{3})(?<!s)s$", "", term.casefold())
