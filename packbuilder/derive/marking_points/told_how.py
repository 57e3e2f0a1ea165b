"""How: what a statement says is done by doing something answers how it is done ("a catalyst lowers activation energy by providing another route")."""

from __future__ import annotations

from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.patterns import regex

_BY_DOING = regex(
    r"(?P<what>(?!.*\b(?:how|why|when|if|because|not|only|never|unless)\b)[^,;:]{12,}?),? by (?P<means>(?!(?:being|having|nothing|something|anything|spring|king|evening|morning|offspring)\b)[a-z]{2,}ing\b(?! (?:and|or) )[^;:]{3,})$"
)
_DONE_TO = regex(
    r"\b(?:affected|influenced|caused|damaged|followed|preceded|accompanied|characterised|triggered|limited|surrounded|defined|determined|outweighed|replaced|measured|begins?|starts?|ends?)$"
)
"""Behind these, what does it follows, and no means ("affected by heating")."""


def told_how(statement: str, rule: str) -> Asked | None:
    """Ask how something is done that a statement says is done by doing something else; None where it says nothing of the kind."""
    found = _BY_DOING.fullmatch(statement.strip(" ."))
    if found is None or _DONE_TO.search(found["what"]):
        return None
    sentence = f"Explain how {found['what']}"
    return Asked(rule=rule, command="Explain", sentence=sentence, confidence=0.75, given=(f"by {found['means']}",))
