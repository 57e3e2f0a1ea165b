"""Whether words open with what is asked ("Discuss the use of steroids", "Why was he burned?"), where they stand behind marks or a label."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base, kind_of
from packbuilder.derive.marking_points.lexicon import NOUNISH, PREPOSITIONS
from packbuilder.derive.marking_points.tariff import TARIFF
from packbuilder.patterns import regex

_QUESTION = regex(
    r"(?:(?:in|on|at|to|from|by|for|with|of) )?(?:why|how|what|which|who|whose|whom|when|where|should|do|does|did|is|are|was|were|can|could)\b[^?]*\?",
    re.IGNORECASE,
)
_WORKED = frozenset("calculate solve sketch draw".split())
"""Commands of sums; others that work with values are steps ("1 mark: multiply by 3")."""
_GOVERNS = regex(r"\w+ (?!(?:of|for|in|with|it|them|this|these|is|are|was|were|or|and|to|that)\b)\w", re.IGNORECASE)
"""A verb with what it governs ("name the gas"); "use of units" names what is done, and "note that it rose" says what is credited."""
_WITH_IT = regex(r"\w+ (?:with|to|it|them|this|these)\b", re.IGNORECASE)
"""A command that goes on with what was told before it ("compare with the other poem")."""


def is_commanded(said: str) -> bool:
    """Whether words open with a command and what it governs, or with a question; "use of units" and "multiply by 3" say what is credited."""
    if _QUESTION.match(said):
        return True
    word = re.split(r"\W", said, maxsplit=1)[0].casefold()
    form, base = form_and_base(word)
    verb = base if form == "third" else word
    if verb not in _WORKED and kind_of(verb) != "command" and verb != "use":
        return False
    sure = verb.capitalize() in TARIFF and word not in NOUNISH and not _WITH_IT.match(said)
    return sure or bool(_GOVERNS.match(said)) or (said.split()[1:2] or [""])[0] in PREPOSITIONS.get(verb, ())
