"""Lists: a statement that names as many as it says, or some of what there is."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS, number_said, number_words
from packbuilder.derive.marking_points.counts import MOST_NAMES
from packbuilder.derive.marking_points.inflection import past
from packbuilder.derive.marking_points.statements.answered import Stated, counted_as, listed, read, small
from packbuilder.derive.marking_points.verbs import third_person
from packbuilder.derive.marking_points.words import lower
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_COUNTED = regex(
    rf"(?:The |There (?:are|were) )?(?P<what>(?P<count>{number_words(2, 8)}|[2-8]) (?:main |key |basic |different |major )?[^,:;]{{2,60}}?)"
    r"(?: ?[:=–—-] | (?:are|is|were)(?: called)?:? )(?P<list>\S.*)",
    re.IGNORECASE,
)
_SOME_OF_MANY = regex(
    r"\w+ (?:[a-z-]+ ){0,2}?(?:causes|effects|impacts|consequences|reasons|ways|examples|advantages|disadvantages|benefits|drawbacks|strengths|weaknesses|limitations|uses|problems|factors|methods|features|symptoms|signs|risks)\b",
    re.IGNORECASE,
)
"""Of which there may be more than are told ("Two human causes of flooding are ...")."""
_NAMED_THINGS = regex(r"(?:Two|Three|Four|Five|Six|Seven|Eight) (?:[A-Z][a-z]+ )*[A-Z][a-z]+s$")
_HAS_COUNTED = regex(
    rf"(?P<what>(?:The |An? )?[A-Za-z][\w’' -]{{2,40}}?) (?:has|have|is divided into|consists of) (?P<count>{number_words(2, 8)}|[2-8]) (?P<things>[a-z][\w -]{{2,40}}?): (?P<list>\S.*)"
)
_WAYS = regex(
    r"(?P<what>(?:Ways|Reasons|Places|Times|Occasions) (?:(?:in which|that|why|where|when) )?(?:an? |the |[a-z])[^:;]{4,60}?)(?: ?:| [–—-]) (?P<list>\S.*)"
)
_NAMED_ALL = regex(r"The (?P<what>[a-z][^,:;]{3,50}s(?: of [^,:;]{3,30}?)?) are (?P<list>[^:;]+(?:, | and )\S.*)")
_EQUAL = regex(r"(?P<what>[A-Z][^,:;=]{2,50}?s(?: of [^,:;=]{3,30}?)?) = (?P<list>[^:;=]+(?:, | and | \+ )\S.*)")
_EXAMPLES = regex(
    r"(?P<what>[A-Z][^,:;()]{3,50}?),? (?:\((?:e\.g\.?,?|for example,?|such as) (?P<within>[^()]+)\)|(?:e\.g\.?,?|for example,?|such as) (?P<list>[^()]+))"
)
_INCLUDED = regex(r"(?P<what>[A-Z][^,:;]{3,40}?s(?: (?:of|in|for|to) [^,:;]{2,40}?)?) include:? (?P<list>\S.*)")
_MADE_UP = regex(
    r"(?P<what>[^,:;]{3,50}?) (?P<verb>(?:is|are) (?:made up|split|divided|composed)|consists?) (?P<by>of|into) (?P<list>\S.*)"
)
_FACTORS = regex(
    r"(?P<what>[^,:;]{3,60}?) (?:is|are|can be|could be|may be) (?P<done>increased|decreased|reduced|affected|influenced|determined|improved|caused) by (?P<list>\S.*)"
)
_BASES = {past(verb): verb for verb in ("increase", "decrease", "reduce", "affect", "influence", "determine", "improve")}
_NUMBERED = regex(rf"(?:{number_words(1, 12)}|\d+|both) ", re.IGNORECASE)
"""How many there are said to be: a list of another number is none of them."""
_OPEN = regex(
    r"(?:\w+ )?(?:advantages|disadvantages|causes|effects|reasons|benefits|drawbacks|uses|examples|consequences|risks|strengths|weaknesses|ways|features) "
)
"""Of which there may be more than the notes name."""
_WORDS = 5
"""Of what is listed: more say something."""
_SEVERAL = 3
_MOST = 6
_LONGEST = 8
"""Things that a question asks for at most."""


def counted(said: str) -> Stated | None:
    """`The three types of rock are A, B and C`: a list of as many as it says."""
    found = _COUNTED.fullmatch(said)
    answer = counted_as(found["list"], _WORDS, number_said(found["count"])) if found else ""
    if not found or not answer:
        return None
    named = _NAMED_THINGS.match(found["what"])  # "The Four Sights"
    article = "" if _SOME_OF_MANY.match(found["what"]) and not said.startswith("The ") else "the "
    return Stated(asked=f"State {article}{found['what'] if named else lower(found['what'])}", answer=answer)


def ways(said: str) -> Stated | None:
    """`Ways an offer can end: revocation, rejection, lapse of time, death`."""
    found = _WAYS.fullmatch(said)
    count = len(listed(found["list"], _WORDS)) if found else 0
    if not found or count < _SEVERAL:
        return None
    return Stated(asked=f"State {NUMBER_WORDS[min(count, MOST_NAMES)]} {lower(found['what'])}", answer=found["list"])


def has_counted(said: str) -> Stated | None:
    """`Sonata form has three parts: exposition, development and recapitulation`."""
    found = read(_HAS_COUNTED, said)
    if not found or len(listed(found["list"], _WORDS)) != number_said(found["count"]):
        return None
    return Stated(asked=f"State the {found['count']} {found['things']} of {small(found['what'])}", answer=found["list"])


def named_all(said: str) -> Stated | None:
    """`The primary colours are red, yellow and blue`: names in few words each."""
    found = read(_NAMED_ALL, said)
    count = len(listed(found["list"], _SEVERAL)) if found else 0
    if not found or count not in range(_SEVERAL, _MOST + 1) or _NUMBERED.match(found["what"]):
        return None
    the = "" if _OPEN.match(found["what"]) else "the "
    return Stated(asked=f"State {the}{NUMBER_WORDS[count]} {found['what']}", answer=found["list"])


_DONE_WITH = regex(r"[a-z]{3,}ing (?!and\b|or\b)[\w-]+[^,]*, (?!(?:and |or )?[a-z]{3,}ing\b)")
"""What is done, and behind it an example: a meaning, and no list ("mixing LBV proteins, beans on toast")."""


def equal(said: str) -> Stated | None:
    """`Milankovitch cycles = eccentricity, axial tilt and precession`: all of those, by name."""
    found = read(_EQUAL, said)
    if not found or not is_plural(found["what"].split(" of ")[0].split()[-1]):
        return None
    named = found["list"].replace(" + ", ", ")
    count = len(listed(named, _SEVERAL))
    if count not in range(2, _MOST + 1) or "=" in named or _DONE_WITH.match(named):
        return None
    return Stated(
        asked=f"State the {NUMBER_WORDS[count]} {found['what'][4:] if found['what'].startswith('The ') else small(found['what'])}",
        answer=named,
    )


def exampled(said: str) -> Stated | None:
    """`Embedded systems, e.g. washing machine, microwave, sat nav`: two examples of what the statement only names."""
    found = read(_EXAMPLES, said)
    if not found or len(found["what"].split()) > _WORDS or not is_plural(found["what"].split(" of ")[0].split()[-1]):
        return None
    if third_person(found["what"].split()[0]) and not re.match(r"\w+(?:$| (?:and|&|of|in|for) )", found["what"]):
        return None  # "Recognises milestones at 12 months, e.g. ...": what somebody does
    given = found["within"] or found["list"]
    if re.search(r"\be\.g\b", given):
        return None  # "Boundary data, e.g. 1 and 100; invalid e.g. 101": examples of something else
    return Stated(asked=f"Give two examples of {small(found['what'])}", answer=given) if len(listed(given, _WORDS)) > 1 else None


def included(said: str) -> Stated | None:
    """`Financial aims include survival, profit and growth`: two of those."""
    found = read(_INCLUDED, said)
    if not found or not is_plural(found["what"].split(" of ")[0].split()[-1]):
        return None
    if len(listed(found["list"], _WORDS)) < _SEVERAL or (_OPEN.search(f"{lower(found['what'])} ") and " of " not in found["what"]):
        return None  # "Primary effects include ...": of what?
    return Stated(asked=f"State two {small(re.sub('^The ', 'of the ', found['what']))}", answer=found["list"])


def made_up(said: str) -> Stated | None:
    """`The marketing mix is made up of product, price, place and promotion`."""
    found = read(_MADE_UP, said)
    count = len(listed(found["list"], _WORDS)) if found else 0
    if not found or count not in range(2, _LONGEST + 1):
        return None
    things = "parts" if found["by"] == "into" else "things"
    asked = f"State the {NUMBER_WORDS[count]} {things} {found['by']} which {small(found['what'])} {found['verb']}"
    return Stated(asked=asked, answer=found["list"])


def factors(said: str) -> Stated | None:
    """`Thinking distance is increased by tiredness, alcohol and drugs`: two of what does it."""
    found = read(_FACTORS, said)
    if not found or len(listed(found["list"], _WORDS)) < _SEVERAL:
        return None
    if found["done"] == "caused":
        return Stated(asked=f"State two causes of {small(found['what'])}", answer=found["list"])
    return Stated(asked=f"State two factors that {_BASES[found['done']]} {small(found['what'])}", answer=found["list"])
