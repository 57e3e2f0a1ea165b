"""Whether two questions of a topic ask the same, or nearly: by the content words of their stems."""

from __future__ import annotations

from packbuilder.derive.marking_points.words import content_words

_ALIKE = 0.8
"""Two stems of a topic that share this part of their content words, or one of which holds the other's, are one question."""

_CAUSES = frozenset(
    "effect effects affect affects affected increase increases increased decrease decreases decreased reduces raises lowers changes influence influences impact impacts".split()
)
_CAUSED = _CAUSES | frozenset("explain describe suggest outline state why how terms using examples".split())
"""Words that say that one thing works on another, and those of the command: what is left of a stem is which things."""


def words_of(stem: str) -> frozenset[str]:
    """Return the words by which a stem is compared."""
    return frozenset(content_words(stem))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two stems are near enough for one to spoil the other."""
    small, large = sorted((one, other), key=len)
    if len(small & large) / len(one | other) >= _ALIKE or (len(small) >= 4 and small <= large):
        return True
    # "Explain why rate increases with temperature" and "Explain the effect of temperature on rate" have one answer.
    few, many = sorted((one - _CAUSED, other - _CAUSED), key=len)
    return bool(one & _CAUSES and other & _CAUSES) and len(few) > 1 and few <= many and len(many - few) <= 1
