"""Changes: what happens to something somewhere, or with something else, where a verb of change leaves no doubt that it does."""

from __future__ import annotations

from packbuilder.derive.marking_points.statements.answered import POINTING, SUBJECT, Stated, small
from packbuilder.patterns import regex

_CHANGE = (
    r"increases?|decreases?|rises?|falls?|gains?|loses?|expands?|contracts?|melts?|freezes?|evaporates?|condenses?|denatures?|becomes?|turns?|swells?|shrinks?|shrivels?|bursts?|collapses?|dissolves?|"
    r"slows? down|speeds? up|(?:gets?|grows?) \w+er|doubles?|halves?|"
    r"(?:is|are) (?:reduced|oxidised|oxidized|broken down|converted|destroyed|eroded|deposited|redistributed|diverted|absorbed|released|dissolved|killed|worn away|carried away|pushed|pulled)"
)
_THERE = regex(
    rf"(?P<where>(?:At|In|Inside|On|During|After|Under) (?:the |an? )?[a-z][^,:;]{{2,40}}?), (?P<what>(?:the |an? )?[a-z][^,:;]{{2,40}}?) (?P<change>(?:{_CHANGE})\b[^:;]{{0,100}})"
)
_WITH = regex(
    rf"(?P<where>(?:As|When|If) (?:the |an? )?[a-z][^,:;]{{2,40}}? (?:increases|decreases|rises|falls|doubles|halves|is increased|is decreased)), (?P<what>(?:the |an? )?[a-z][^,:;]{{2,40}}?) (?P<change>(?:{_CHANGE})\b[^:;]{{0,100}})"
)
_SHORT = 3
"""Words that are no description."""
_NO_SUBJECT = regex(
    r"(?:its?|they|their|his|her|he|she|this|that|these|those|there|you|we|not|to)\b|.*\b(?:and|which|who|is|are|has|have|can|of it)\b"
)


def changed(said: str) -> Stated | None:
    """`At the cathode, positive ions gain electrons`, `As price rises, quantity demanded falls`: what happens to one thing."""
    found = _WITH.fullmatch(said) or _THERE.fullmatch(said)
    if (
        not found
        or _NO_SUBJECT.match(found["what"])
        or len(found["what"].split()) > SUBJECT
        or POINTING.match(found["where"].split(" ", 1)[1])
    ):
        return None
    where, what = found["where"][:1].lower() + found["where"][1:], small(found["what"])
    change, because, why = found["change"].partition(" because ")
    if because:
        return Stated(asked=f"Explain why {what} {change} {where}", answer=why, whole=True)
    verb = "State" if len(change.split()) <= _SHORT else "Describe"
    return Stated(asked=f"{verb} what happens to {what} {where}", answer=change, whole=True)
