"""Abilities: what somebody can do, how something can be done, why somebody might do it, and what happened on a day, with all that is listed for it."""

from __future__ import annotations

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.marking_points.brackets import MONTH
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.counts import MOST_NAMES
from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.statements.answered import POINTING, Stated, listed, says, small
from packbuilder.patterns import regex

_CAN = r"(?:can|could|may|might)"
_HOW = regex(
    rf"(?P<what>(?:The |An? )?[A-Za-z][^,:;]{{2,50}}?) (?P<done>{_CAN} (?:be (?:done|made|given|raised|ended|formed|shown|met|kept|paid|[a-z]+ed)|end|begin|arise|come about|be brought about)) (?:by|through|using)(?P<sign>:)? (?P<list>\S.*)"
)
_ABLE = regex(rf"(?P<what>(?:The |An? )?[A-Z]?[^,:;]{{2,50}}?) (?P<can>{_CAN}(?: be able to| choose to)?): (?P<list>[^:]+)")
_WHY = regex(
    r"Reasons (?:why |that |for which )?(?P<what>(?:(?:the|an?|some|many|most) )?[A-Za-z][\w’'-]+(?: [\w’'-]+){0,3}? (?:may|might|can|could|would|should|do not|did not|will|want to|choose to|oppose|support|migrate|leave|join|take part|commit) [^:;]{4,60}?)(?: ?:| [–—-]) (?P<list>\S.*)"
)
_PLURAL = regex(
    r"(?:The )?(?:(?:[Mm]ain|[Kk]ey|[Cc]ommon|[Pp]ossible) )?(?P<head>[A-Za-z][a-z]+s) (?:of|in|for) (?P<of>[^,:;=–—]{2,50}?) [=–—-] (?P<list>\S[^:–—]*)"
)
_NAMED = frozenset(
    "types kinds forms causes effects features characteristics stages phases methods sources signs symptoms barriers functions aims principles elements components advantages disadvantages benefits drawbacks risks hazards uses qualities duties branches models areas conventions techniques devices".split()
)
_BY = regex(r"(?P<joint>(?:,| and|,? or) )by ")
_NO_DEED = regex(
    r"[A-Z\d]|(?:the|an?|its|their|this|that|more|less|no|not|to|be|by|for|in|on|of|with)$|\w+(?:ing|ed|(?<![siu])s|tion|ment|ity|ness|er|al|ly)$"
)
"""How nothing begins that somebody can do."""
_IF = regex(r"(?P<when>If|When) (?P<clause>(?:an? |the )?[a-z][^,:;]{6,60}): (?P<list>\S.*)")
_NEEDS = regex(r"(?P<what>(?:The |An? )?[A-Z]?[^,:;]{2,40}?) (?P<need>needs?|requires?): (?P<list>\S.*)")
_ARE = regex(
    r"(?P<list>[A-Z][^:;]+,[^:;]+? and [^:;]+?) are (?:all |the )?(?P<kind>types|kinds|forms|examples|features|methods|elements|characteristics|techniques|sources|stages) of (?P<of>[a-z][^,;:()]{2,50}?)(?: \([A-Z][^()]*\))?"
)
_DAY = regex(rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTH}),? \d{{4}}) ?(?:[–—:]| - ) ?(?P<what>(?:\S+ ){{2,}}\S+)")
_WORDS = 4
"""Of an entry behind a dash, which may tell more than a list does."""
_LONG = 6
_REASON = 14
_SEVERAL = 3
_MOST = 8


def done_so(said: str) -> Stated | None:
    """`An offer may end by: revocation, rejection, death`, `Market segmentation can be done by age, gender or income`: ways of it."""
    found = _HOW.fullmatch(said)
    entries = listed(found["list"], _LONG) if found else ()
    if not found or POINTING.match(said) or says(found["what"]) or not _SEVERAL <= len(entries) <= _MOST:
        return None
    if any(each.split()[0].casefold() in ("the", "a", "an") or each[:1].isupper() for each in entries):
        return None  # who does it
    return Stated(
        asked=f"State {_counted(entries)} ways in which {small(found['what'])} {found['done']}", answer=_BY.sub(r"\g<joint>", found["list"])
    )


def able(said: str) -> Stated | None:
    """`A monopoly may be able to: restrict output; set a higher price; block new firms`: things that it can do."""
    found = _ABLE.fullmatch(said)
    entries = cut(found["list"]) if found else ()
    if not found or POINTING.match(said) or says(found["what"]) or not _SEVERAL <= len(entries) <= _MOST:
        return None
    firsts = [each.split()[0] for each in entries]
    known = any(is_known(first) or form_and_base(first)[0] == "base" for first in firsts)
    if not known or any(_NO_DEED.match(first) for first in firsts) or any(len(each.split()) < 2 for each in entries):
        return None
    return Stated(
        asked=f"State {_counted(entries)} things that {small(found['what'])} {found['can']} do", answer=found["list"], each=entries
    )


def why_done(said: str) -> Stated | None:
    """`Reasons Christians might oppose the death penalty: it takes away the chance to repent, ...`: some of them."""
    found = _WHY.fullmatch(said)
    entries = cut(found["list"]) if found else ()
    if not found or not 2 <= len(entries) <= _MOST or any(not 1 < len(each.split()) <= _REASON for each in entries):
        return None
    return Stated(asked=f"Give {_counted(entries)} reasons why {small(found['what'])}", answer=found["list"], each=tuple(entries))


def dashed(said: str) -> Stated | None:
    """`Types of abuse - physical, emotional, financial, sexual`: names of those, of few words each."""
    found = _PLURAL.fullmatch(said)
    entries = listed(found["list"], _WORDS) if found else ()
    if not found or not _SEVERAL <= len(entries) <= _MOST or found["head"].casefold() not in _NAMED or is_statement(found["of"]):
        return None
    head = f"{found['head'][:1].lower()}{found['head'][1:]}"
    return Stated(
        asked=f"State {_counted(entries)} {head} {said[found.end('head') + 1 : found.start('of')].strip()} {found['of']}",
        answer=found["list"],
    )


def are_types(said: str) -> Stated | None:
    """`Monopoly, oligopoly and perfect competition are types of market structure`: names of those."""
    found = _ARE.fullmatch(said)
    entries = listed(found["list"], _WORDS) if found else ()
    if not found or POINTING.match(said) or not _SEVERAL <= len(entries) <= _MOST:
        return None
    named = found["list"].removeprefix("Both ")
    if found["kind"] == "examples":
        return Stated(asked=f"Give {_counted(entries)} examples of {found['of']}", answer=named)
    return Stated(asked=f"State {_counted(entries)} {found['kind']} of {found['of']}", answer=named)


def done_then(said: str) -> Stated | None:
    """`If a child discloses abuse: listen, record, report to the DSL`: what is to be done then."""
    found = _IF.fullmatch(said)
    entries = cut(found["list"]) if found else ()
    if not found or not _SEVERAL <= len(entries) <= _MOST:
        return None
    deeds = sum(is_known(first) or form_and_base(first)[0] == "base" for first in (each.split()[0].lower() for each in entries))
    if 2 * deeds <= len(entries):
        return None
    return Stated(
        asked=f"Describe what should be done {found['when'].lower()} {found['clause']}", answer=found["list"], each=tuple(entries)
    )


def needed(said: str) -> Stated | None:
    """`Sports leaders need: communication, organisation, knowledge`: things that they need."""
    found = _NEEDS.fullmatch(said)
    entries = listed(found["list"], _WORDS) if found else ()
    if not found or POINTING.match(said) or says(found["what"]) or not _SEVERAL <= len(entries) <= _MOST:
        return None
    return Stated(asked=f"State {_counted(entries)} things that {small(found['what'])} {found['need']}", answer=found["list"])


def on_that_day(said: str) -> Stated | None:
    """`10 July 1940 – National Assembly votes full powers to Pétain`: what happened then."""
    found = _DAY.fullmatch(said)
    return Stated(asked=f"State what happened on {found['day']}", answer=found["what"], whole=True) if found else None


def _counted(entries: tuple[str, ...]) -> str:
    return NUMBER_WORDS[min(len(entries), MOST_NAMES)]
