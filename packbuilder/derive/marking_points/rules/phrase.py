"""R9: a bare noun phrase is described, and flagged as doubtful."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_RELATED = regex(
    r"^(?:the|an?)?\s*[A-Za-z’'-]+(?:\s+[A-Za-z’'-]+)*\s+(?:of|in|for|between|on|to|from|within|during|after|against)\s+\S+", re.IGNORECASE
)
_OPENS_BADLY = regex(
    r"^(?:(?:informed |critical |thoughtful |sustained )*(?:personal )?(?:response|engagement)|apply|ensure|reference|references|mention|mentions|apart|other|others|because|if|when|as|so|then|also|eg|ie|or|and|by|in|on|at|to|with|from|due|both|either|all|more|less|higher|lower|greater|fewer)\b",
    re.IGNORECASE,
)


def phrase(point: Normal) -> Outcome:
    """Read `Ways of reducing waste in a kitchen`; leave out what is too loose."""
    body = point.body
    loose = LeftOut(rule="R9", reason="a bare phrase, too loose to ask", remedy="Begin it with a command word (Explain, Describe …).")
    if _OPENS_BADLY.match(body) or re.search(r"[;/=→]|\s\+\s", body) or body.count(",") > 2:
        return loose
    form, base = form_and_base(body.split()[0].rstrip(","))
    if base and (form == "base" or not _RELATED.match(body)) and form != "third":
        return LeftOut(
            rule="R9",
            reason="its opening verb asks for nothing that can be written down as it stands",
            remedy="Begin it with a command word.",
        )
    if not _RELATED.match(body):
        return loose
    return Asked(rule="R9", command="Describe", sentence=f"Describe {lower(body)}", confidence=0.5)
