"""R2: a gerund, or two, become imperatives; those that go on later in the sentence follow."""

from __future__ import annotations

from packbuilder.derive.marking_points.clauses import kind_of, parse
from packbuilder.derive.marking_points.finite import says
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Outcome
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.sentences import joined
from packbuilder.patterns import regex

_WITH_CLAUSE = frozenset("ensure make check help let see keep watch get know".split())
"""Verbs after which something may do something ("ensuring equipment works")."""


_MEANS = regex(r"[A-Z][a-z]+ing (?:means|is|refers to)\b")
"""What a word in -ing means ("Safeguarding means protecting people")."""


def gerund(point: Normal) -> Outcome:
    """Read `Explaining X and linking it to Y`; a gerund of which something is said is a subject ("Building dams alters the flow")."""
    if not point.body.split(" ", 1)[0].casefold().removeprefix("critically ").rstrip(",").endswith("ing") and not point.body.startswith(
        "Critically "
    ):
        return None
    if _MEANS.match(point.body):
        return STATED
    form, clauses = parse(point.body)
    if form != "gerund" or not clauses:
        return None
    done = clauses[0].verb
    if kind_of(done) not in ("command", "know") and done not in _WITH_CLAUSE and (says(point.body) or verb_behind(point.body)):
        return STATED
    return joined(clauses, "R2")
