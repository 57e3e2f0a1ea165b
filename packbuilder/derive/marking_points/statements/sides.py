"""Sides: what speaks for something and against it, told in one breath ("Advantages of X: a, b. Disadvantages: c, d")."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, says, small
from packbuilder.patterns import regex

_GOOD = r"(?:(?:advantage|benefit|pro|strength|positive)s?|opportunit(?:y|ies))"
_BAD = r"(?:disadvantage|drawback|con|weakness(?:es)?|limitation|negative|cost|criticism|challenge)s?"
_SIGN = r"(?: ?[:=]| [–—-]) "
_OF = regex(
    rf"(?P<good>{_GOOD}) of (?P<what>[^,:;.–—]{{3,60}}?){_SIGN}(?P<for>[^:]+?)(?:[.;,]? (?:but )?|[.;] )(?P<bad>(?-i:[A-Z])?{_BAD})(?: of (?:it|them))?{_SIGN}(?P<against>[^:]+)",
    re.IGNORECASE,
)
_LED = regex(
    rf"(?P<what>[A-Z][^,:;.–—]{{2,60}}?){_SIGN}(?P<good>{_GOOD}){_SIGN}(?P<for>[^:]+?)[.;,]? (?P<bad>{_BAD}){_SIGN}(?P<against>[^:]+)",
    re.IGNORECASE,
)
_ONE = {
    "pro": "advantage",
    "con": "disadvantage",
    "positive": "positive effect",
    "negative": "negative effect",
    "cost": "cost",
}
_MOST = 4
"""Of each side: more are a lesson's, and no question's."""


_ARGUED = regex(
    rf"(?P<thing>Arguments?|Reasons?|Points|Case) (?:for|in favour of) (?P<what>[^,:;.–—]{{3,60}}?){_SIGN}(?P<for>[^:]+?)[.;,]? (?:Arguments? |Reasons? |Points |Case )?against(?: (?:it|this|them))?{_SIGN}(?P<against>[^:]+)",
    re.IGNORECASE,
)


def argued(said: str) -> Stated | None:
    """`Arguments for an elected House of Lords: legitimacy, accountability. Against: gridlock`: some of each."""
    found = _ARGUED.fullmatch(said)
    if not found or POINTING.match(found["what"]) or says(found["what"]):
        return None
    sides = tuple(_entries(found[side]) for side in ("for", "against"))
    if not all(0 < len(side) <= _MOST for side in sides):
        return None
    one, other = (f"{NUMBER_WORDS[len(side)]} argument{'s' * (len(side) > 1)}" for side in sides)
    each = tuple(f"{name}: {entry.strip()}" for side, name in zip(sides, ("for", "against"), strict=True) for entry in side)
    return Stated(asked=f"Give {one} for {small(found['what'])} and {other} against", answer=said, each=each)


def both_sides(said: str) -> Stated | None:
    """Read what a subject has on both sides: some of each are asked for."""
    found = _OF.fullmatch(said) or _LED.fullmatch(said)
    if not found or POINTING.match(found["what"]) or says(found["what"]):
        return None
    good, bad = _one(found["good"]), _one(found["bad"])
    sides = tuple(tuple(each.strip() for each in _entries(found[side]) if each.strip()) for side in ("for", "against"))
    if not all(0 < len(side) <= _MOST for side in sides):
        return None
    asked = " and ".join(_counted(len(side), thing) for side, thing in zip(sides, (good, bad), strict=True))
    each = tuple(f"{thing}: {entry}" for side, thing in zip(sides, (good, bad), strict=True) for entry in side)
    return Stated(asked=f"State {asked} of {small(found['what'])}", answer=said, each=each)


def _entries(text: str) -> tuple[str, ...]:
    """Return what a side lists; a sentence is one."""
    text = text.strip(" .;,/")
    return cut(text) if "," in text or ";" in text or "/" not in text else tuple(text.split("/"))


def _one(word: str) -> str:
    bare = word.casefold()
    if bare.startswith("opportunit"):
        return "opportunity"
    bare = "weakness" if bare.startswith("weakness") else bare.removesuffix("s") if bare != "cons" else "con"
    return _ONE.get(bare, bare)


def _counted(count: int, thing: str) -> str:
    several = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}es" if thing.endswith("ss") else f"{thing}s"
    return f"{NUMBER_WORDS[count]} {thing if count == 1 else several}"
