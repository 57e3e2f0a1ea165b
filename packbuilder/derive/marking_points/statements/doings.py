"""Doings: who invented, wrote or proposed something, by the names and the verbs for it."""

from __future__ import annotations

from packbuilder.derive.marking_points.statements.answered import Stated, read, small
from packbuilder.patterns import regex

_NAME = r"[A-Z][\w’'.-]+(?:(?: and| &|,| of| von| van| de| da| del| la)? [A-Z][\w’'.-]+){0,4}"
_VERBS = (
    r"invented|discovered|proposed|developed|composed|painted|founded|designed|introduced|devised|published|described|demonstrated|created|put forward|set up|became|"
    r"wrote|built|patented|coined|formulated|led|directed|established"
)
_WHEN = r"(?P<date> (?:in|on|during|from) (?:[\w ]{0,15}?)\d{3,4}s?)?"
_DONE_BY = regex(rf"(?P<what>[^,:;]{{4,80}}?) (?:was|were) (?:first )?(?P<done>written|(?:{_VERBS})) by (?P<who>{_NAME}){_WHEN}")
_DID = regex(
    rf"(?P<who>{_NAME}) (?:first )?(?P<done>{_VERBS}) (?P<what>(?:the |an? |[A-Z]|(?:two|three|four|five|six|seven|eight|nine|ten) [A-Z]|[‘'“]|[a-z]{{5,}}(?: [a-z]{{5,}})?(?=$| (?:in|by|as|of|for) ))[^,:;]{{0,70}}?){_WHEN}"
)
_NO_NAME = regex(
    r"(?:The|A|An|In|On|At|When|After|Before|During|If|As|His|Her|Its|Their|People|Many|Some|Most|Scientists?|Women|Men|Children|Workers)\b"
)
_JOINED = regex(r"\b(?:and|but|which|who|because|so|when|although|by|to)\b")
_OF_WORKS = frozenset("led directed written painted composed choreographed".split())
"""What is done to works and movements, whose names may be words."""
_UNNAMED = regex(
    r"(?:the|an?|his|her|their) (?:\w+ )?(?:novel|play|poem|film|book|text|song|painting|symphony|opera|speech|treaty|law|act)"
)
"""Which one, no word says."""
_PAST = {"written": "wrote"}
_ROOT = 5
"""Letters by which a thing is called after somebody."""


def _is_named_after(what: str, who: str) -> bool:
    """Whether a thing has the name of whoever made it ("Louis Pasteur invented pasteurisation"): the question would answer itself."""
    return any(name[:_ROOT] in what.casefold() for name in who.casefold().split() if len(name) >= _ROOT)


def done_by(said: str) -> Stated | None:
    """`The working memory model was proposed by Baddeley and Hitch in 1974`."""
    found = read(_DONE_BY, said)
    if not found:
        return None
    named = found["done"] in _OF_WORKS and " " not in found["what"] and found["what"].isalpha()  # "Solidarity was led by ..."
    return Stated(
        sign="?",
        asked=f"Who {_PAST.get(found['done'], found['done'])} {found['what'] if named else small(found['what'])}{found['date'] or ''}",
        answer=found["who"],
    )


def did(said: str) -> Stated | None:
    """`Adam Smith published The Wealth of Nations in 1776`."""
    found = read(_DID, said)
    if (
        not found
        or _UNNAMED.fullmatch(found["what"])
        or _NO_NAME.match(said)
        or _JOINED.search(found["what"])
        or _is_named_after(found["what"], found["who"])
    ):
        return None
    return Stated(sign="?", asked=f"Who {found['done']} {found['what']}{found['date'] or ''}", answer=found["who"])
