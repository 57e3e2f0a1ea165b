"""Aims: what somebody does something for ("in order to ...", "uses X to ..."), and what something aims at."""

from __future__ import annotations

from packbuilder.derive.marking_points.inflection import base_of_third, is_known, is_past
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, says, says_besides, small
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import opens_with_name
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import PEOPLES

_IN_ORDER = regex(
    r"(?P<what>(?!.*\b(?:means?|because|so that|but)\b)[A-Z][^,:;]{6,110}?),? (?:in order|so as) (?P<why>to (?!be\b)[a-z]+ [^:;]+)"
)
_TO_CELEBRATE = regex(
    r"(?P<what>(?!.*\b(?:means?|because|so that|but|is|are|was|were|able|want|wants|wanted|have|has|had|need|needs|needed|try|tried|aim|aims|aimed|like|begin|began|decided|refused|agreed)\b)[A-Z][^,:;]{8,90}?) "
    r"(?P<why>to (?:celebrate|remember|commemorate|mark|praise|thank|worship|express|symbolise|remind|purify|honour|avoid|warn|mourn|protest) [^:;]+)"
)
_BUILT = regex(
    r"(?P<what>(?:The |An? )?[A-Z][^,:;]{2,50}? (?:was|were) (?:built|set up|created|introduced|established|passed|founded|launched|formed|erected|imposed)(?: (?:in|on|by|across|after|around) [^,:;]{2,40}?)?) (?:in order )?(?P<why>to (?P<deed>[a-z]+) [^:;]+)"
)
_USES = regex(
    r"(?P<who>[A-Z][^\s,:;()]*(?: (?!(?:to|is|are|was|were|be|can|has|have|had)\b)[^\s,:;()]+){0,4}?) (?P<verb>use|uses|used|employ|employs|employed) "
    r"(?P<thing>(?!to\b|up\b|by\b|in\b|for\b|as\b|on\b)(?:(?!\b(?:to|because|so|which|who|but|when|if|than)\b)[^:;]){3,100}?) (?P<why>to (?P<deed>[a-z]+) [^:;]+)"
)
_OBJECT = regex(r"to (?!the\b|an?\b|his\b|her\b|its\b|their\b)[a-z]+ (?:the|an?|his|her|its|their|that|how|why)\b")
"""A verb behind "to", by what it is done to ("to foreshadow the brothers' deaths")."""
_IN_WORK = regex(r"In (?P<work>[‘'“\"][^‘’“”\"]{2,40}[’'”\"],?|[^,]{3,40},) (?=[A-Z])")
"""In which work somebody does it."""
_BRACKETS = regex(r" \([^()]*\)")
_AIMS = regex(
    r"(?P<what>(?:The |An? )?[A-Z]?[\w’'-]+(?: [\w’'-]+){0,3}?) (?P<verb>aims|aim|aimed|seeks|seek|sought) to (?P<given>[a-z]+ [^:;]+)"
)
_NOT_ABLE = regex(
    r"(?:lead|leads|led|due|able|order|likely|used|going|ought|access|damage|changes?|according|related|similar|close|relation)\b"
)
"""Before "to", words with which it tells no purpose."""
_DOERS = regex(r"(?:ers|ors|ists|ians)$")
_DOES = regex(r"(?!(?:of|in|on|at|to|for|by|with|from|and|or|who|that|which|are|were|must|should|use)\b)[a-z]+(?<!s)(?<!ing)(?<!ed)$")
"""What people do, in whatever verb ("Muslims fast")."""
_NEAR = 4
"""Words within which a clause has its verb."""


def purposed(said: str) -> Stated | None:
    """`Muslims fast during Ramadan in order to develop self-discipline`: why somebody does something."""
    built = _BUILT.fullmatch(said)
    if built and not POINTING.match(said) and (is_known(built["deed"]) or _OBJECT.match(built["why"])):
        return Stated(asked=f"Explain why {small(built['what'])}", answer=built["why"], whole=True)
    found = _IN_ORDER.fullmatch(said) or _TO_CELEBRATE.fullmatch(said)
    if not found or POINTING.match(said) or not _is_clause(found["what"].split()):
        return None
    return Stated(asked=f"Explain why {small(found['what'])}", answer=found["why"], whole=True)


def used_to(said: str) -> Stated | None:
    """`Writers use rhetorical questions to involve the reader`: why they do."""
    placed = _IN_WORK.match(said)
    found = _USES.fullmatch(said[placed.end() :] if placed else said)
    if not found or POINTING.match(said) or not _is_who(found["who"].split(), found["verb"]):
        return None
    if (
        not (is_known(found["deed"]) or _OBJECT.match(found["why"]))
        or _NOT_ABLE.search(found["thing"].split()[-1])
        or says_besides(found["why"])
    ):
        return None
    thing = _BRACKETS.sub("", found["thing"])
    where = f", in {placed['work'].rstrip(',')}," if placed else ""
    return Stated(
        asked=f"Explain why{where} {found['who'] if placed else small(found['who'])} {found['verb']} {thing}",
        answer=found["why"],
        whole=True,
    )


def aims_at(said: str) -> Stated | None:
    """`Ecotourism aims to protect the environment`: what it aims to do."""
    found = _AIMS.fullmatch(said)
    if not found or POINTING.match(said) or says(found["what"]):
        return None
    last = found["what"].split()[-1]
    if is_plural(last.casefold()) != (found["verb"] in ("aim", "seek")) and found["verb"] not in ("aimed", "sought"):
        return None  # "Key government aims to ..."
    # "Ministers aimed to cut costs": what, and not that they did.
    return Stated(asked=f"State what {small(found['what'])} {found['verb']} to do", answer=found["given"], whole=True)


def _is_clause(words: list[str]) -> bool:
    """Whether words tell what somebody does: they open with no command, and have a verb near their beginning."""
    first = words[0].casefold()
    if len(words) < len(("who", "does")) or (is_verb(first) and first not in NOUNISH) or first.endswith("ing") or is_past(first):
        return False
    if says(" ".join(words)):
        return True
    people = first in PEOPLES or first.removesuffix("s") in PEOPLES or (_DOERS.search(first) and is_plural(first))
    if people and first.endswith("s") and _DOES.match(words[1]):
        return True
    if words[1].endswith(("ed", "es")) and words[1].islower() and opens_with_name(" ".join(words), thorough=True):
        return True
    several = is_plural(first)
    return any(_is_deed(word.strip(","), several=several) for word in words[1:_NEAR])


def _is_deed(word: str, *, several: bool) -> bool:
    if not word.islower() or word in ("used", "needed", "required", "taken", "made", "done", "given"):
        return False  # "Methods used in order to ..."
    return is_past(word) or bool(base_of_third(word)) or (several and is_known(word))


def _is_who(words: list[str], verb: str) -> bool:
    """Whether words name who uses something, in the number of the verb."""
    first, named = words[0].casefold(), opens_with_name(" ".join(words), thorough=True)
    if (
        first in ("in", "on", "at", "by", "with")
        or (is_verb(first) and first not in NOUNISH)
        or (first.endswith("ly") and not named)
        or says(" ".join(words))
    ):
        return False
    several = is_plural(words[-1].casefold()) or " and " in " ".join(words)
    if verb in ("use", "employ"):
        return several and words[-1].casefold() not in ("students", "candidates")
    if verb in ("uses", "employs"):
        return not several or named
    # A past may be a participle ("Materials used to ..."), but for whoever has a name, or an article.
    return first in ("the", "a", "an") or named
