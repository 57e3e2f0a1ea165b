"""What asks for one thing ("the date", "the capital") has one answer, whole: commas and an "and" in it are its own."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_HEAD = regex(
    r"^(?:state|name|give|identify|recall|write(?: down)?|what (?:is|was))\s+(?:the\s+|(?:the\s+)?(?:[\w-]+ ){0,2}?[\w-]+(?:['’]s|s['’])\s+)(?P<noun>[^,;:?]+)",
    re.IGNORECASE,
)
QUALITY = r"(?:colour|color|shape|size|speed|state|pH|temperature|length|height|width|depth|mass|weight|age|volume|density|charge|sex|nationality|religion|key|tempo|material|pattern)"
_OF_QUALITY = regex(
    rf"(?:what|which) (?:(?:type|kind|sort|form) of [\w-]+|{QUALITY}) (?:is|was|does|did)\b|state what {QUALITY}\b.* (?:is|was)\b",
    re.IGNORECASE,
)
"""What one thing has: two colours of it are one answer ("green and yellow")."""
_TWO = regex(
    r"^(?:state|name|give|identify|recall) (?:the|an?|its) (?:[\w-]+ )?[\w-]+ and (?:the |an? |its )?(?:[\w-]+ )?[\w-]+(?: (?:of|for|in|on)\b|$)",
    re.IGNORECASE,
)
_AND_MORE = regex(r"\band (?:its|their|his|her) ", re.IGNORECASE)
_SHARED_NOUN = regex(r"\b(?:of|in|for) and (?:the |its )?[\w-]+(?: [\w-]+)? (?:of|in|for)\b")
"""Two things of one ("the shape of and bond angle in ammonia")."""
_LISTED_ON = regex(r"(?:, (?:the )?[\w’'-]+(?: [\w’'-]+)?)*, (?:the )?[\w’'-]+(?: [\w’'-]+)?,? and \w")
"""More things behind the first ("the receptor, coordinator and effector")."""
_NOUN_ENDS = regex(
    r"\b(?:of|for|in|on|at|by|from|with|that|which|who|whose|whom|to|between|when|where|why|how|used|needed|required|given|made|found|produced|formed|released|called|"
    r"shown|under|after|before|during|as|because|per|into|through|against|within|about|behind|is|are|was|were|has|have|it|they|we|you)\b",
    re.IGNORECASE,
)
_OF_MANY = regex(
    r"\b(?:evidence|equipment|apparatus|information|advice|vocabulary|software|hardware|legislation|support|protection|damage|clothing|food|content|range|variety|list|rest|both|several|some|two|following|each|any|all)\b",
    re.IGNORECASE,
)
"""Of which there may be several, without a plural."""
_IN_TURN = regex(
    r"(?:correct |right |full |usual )?(?:sequence|order|series) (?:in which |of (?:the )?(?P<first>[a-z-]+)(?: (?P<second>[a-z-]+))?)",
    re.IGNORECASE,
)
"""Several things, in their order ("the sequence of safety tests", "the order in which the layers lie")."""
_KIND_FIRST = regex(
    r"(?:[\w’'-]+ )?(?:process|gas|organ|unit|name|type|year|date|place|person|capital|formula|symbol|law|number|element|metal|enzyme|hormone|vitamin|country|city|river|king|queen|author|poet|artist|composer|method|event|battle|treaty|word|rule|principle)\s",
    re.IGNORECASE,
)
"""One thing, whatever comes behind it without a preposition ("the process plants use")."""
_SPELT_OUT = regex(
    r"^(?:state|give|write|recall|what)\b.*\bst(?:ands?|ood) for\??$|^what (?:is|are|was) meant by\b|^what does .* mean\?$", re.IGNORECASE
)
_TOGETHER = regex(
    r"\d{1,2}(?:[,.]\d{1,2})+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [^,]+|[^\d,]+, (?:c\. ?)?\d{3,4}(?: ?(?:BCE?|CE|AD))?|[^,]+, [A-Z]\.(?:[A-Z]\.?)+|\d{1,2} \w+,? \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}"
)
"""Commas of a date, of a place and of figures in a row ("2,8,2"), which part nothing."""
_NOT = regex(
    r"^(?:(?P<right>[^,;()]{1,40}?)(?:[,;]\s+|\s+(?=\()))?\(?not\s+(?P<wrong>(?!only\b|just\b|all\b|always\b)[^,;()]{2,30})\)?$",
    re.IGNORECASE,
)
_MEANT = regex(r"\bmeant by\b|\bmeans?\b|\bst(?:ands?|ood) for\b|\bdefin", re.IGNORECASE)
_SAYS_MORE = regex(r"\b(?:is|are|was|were|because|when|if|do|does|can|will)\b", re.IGNORECASE)
_WHICH = regex(r"(?:which|what|who)\b(?!.*\b(?:are|were|two|three|four)\b)", re.IGNORECASE)
_LOUD = regex(r"[(\s]NOT\s|\bnot [‘“'\"]")
_LACKS = regex(
    r"(?:a|an|the|in|on|at|of|to|by|with|for|from|enough|very|as|so|much|many|used|living|alive|present|there|all|real|free|pure|safe|\w{3,}(?:ed|ing|able|ible|ive|ous|ful|ic|al|ary))\b",
    re.IGNORECASE,
)
"""What an answer may say that something is not ("not used up", "not in contact", "not renewable")."""


def asks_for_one(asked: str) -> bool:
    """Whether a question asks for one thing: a noun in the singular with "the" or an owner, or what letters stand for."""
    if _SPELT_OUT.match(asked) or (_OF_QUALITY.match(asked) and not _AND_MORE.search(asked)):
        return True
    found = _HEAD.match(asked)
    if not found or _AND_MORE.search(asked) or _SHARED_NOUN.search(asked):
        return False
    if _LISTED_ON.match(asked, found.end()) and not _NOUN_ENDS.search(found["noun"]):
        return False
    noun = found["noun"]
    if _in_turn(noun):
        return False
    if _KIND_FIRST.match(noun + " ") and " and " not in noun[: noun.find(" of ")]:
        return True
    end = _NOUN_ENDS.search(noun)
    words = (noun[: end.start()] if end else noun).split()
    if not words or _OF_MANY.search(" ".join(words)) or "and" in words or "or" in words:
        return False
    return not any(word.casefold() in NUMBER_WORDS or word.isdigit() or is_plural(word) for word in words)


def _in_turn(noun: str) -> bool:
    """Whether a noun in the singular stands for several things in their order."""
    found = _IN_TURN.match(noun)
    return found is not None and (not found["first"] or any(is_plural(each) for each in found.groups() if each))


def asks_for_turns(asked: str) -> bool:
    """Whether a question asks for several things in their order."""
    found = _HEAD.match(asked)
    return found is not None and _in_turn(found["noun"])


def together(given: str) -> bool:
    """Whether the commas of an answer are its own: a date, a place or figures in a row."""
    return bool(_TOGETHER.fullmatch(given.strip(" .") if not re.search(r"[A-Z]\.$", given) else given.strip()))


def asks_for_two(asked: str) -> bool:
    """Whether a question asks for two things at once ("the colour and state of bromine")."""
    return bool(_TWO.match(asked))


def without_wrong(given: str, asked: str) -> tuple[str, str]:
    """Return an answer without what it says is wrong, and that ("red, not blue"); empty where it says nothing of the kind.

    Unless "NOT" is loud, or before a quotation, only what is asked for one thing is taken to be told from another: "speeds up a reaction; not used up" is credited whole.
    """
    found = _NOT.match(given.strip(" ."))
    if not found or _SAYS_MORE.search(given):
        return given, ""
    told_apart = (asks_for_one(asked) or _WHICH.match(asked)) and not _MEANT.search(asked) and not _LACKS.match(found["wrong"])
    return (found["right"] or "", found["wrong"]) if told_apart or _LOUD.search(given) else (given, "")
