"""Reasons: why something should be, what follows from something, how and when it comes about."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import is_past_only
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.statements.answered import POINTING, SUBJECT, Stated, read, says, says_besides, small
from packbuilder.derive.marking_points.told_why import gives_reason
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex

_SHOULD = regex(
    r"(?P<what>[^,:;]{3,60}? (?:should|must|needs? to|has to|have to) (?:not |never |always )?(?:be )?[a-z]+[^,:;]{0,80}?),? "
    r"(?P<why>so that \S.*|(?:in order )?to (?:prevent|avoid|stop|reduce|make sure|ensure|keep|protect|kill|allow) .+)"
)
_SO_THAT = regex(
    r"(?P<what>(?!.*\bmeans?\b|.* (?:is|are) (?:an? |the )?(?:[\w-]+ ){0,2}(?:where|that|which|in which|whose)\b)[^,:;]{6,100}?),? so that (?P<why>\S.*)"
)
_RESULT = regex(r", so that (?!.*\b(?:can|cannot|could|may|might|would|not)\b|.*n['’]t\b)")
"""What came of something, and no purpose ("made exports cheaper, so that demand rises")."""
_SO = regex(r"(?P<one>[^,:;]{6,100}), so (?P<who>it|they) (?P<other>[^,:;]{6,90})")
_IS_DOING = regex(r"(?:[\w’'-]+ ){1,3}(?:is|are) (?:the )?[a-z]{3,}ing\b")
"""What something is, and not why ("Encryption is scrambling data so that ...")."""
_STATES = regex(r"is|are|has|have|contains?")
"""Verbs that say how their subject is: what follows is said of it again, and of no object."""
_SINCE = regex(
    r"(?P<what>[^,:;]{6,100}?),? (?P<joint>as|since) (?P<why>(?:they|it|this) (?:is|are|can|could|may|might|have|has|do|does|would|will) .+)"
)
_IS_AS = regex(
    r"(?P<what>[A-Z][^,:;]{2,50}? (?:is|are) (?!(?:as|so|not|known|described|used|seen|regarded|such|the same)\b)[a-z]+(?: [a-z]+)?),? as (?P<why>(?:(?:each|every|the|its|their|there|all|no|only|most|some|they|it) [^:;]+|[a-z]+s (?:cannot|can|do not|may|might|will|are) [^:;]+))"
)
_WHEN = regex(r"(?P<when>When|If|As) (?P<one>[^,:;]{6,80}), (?:then )?(?P<other>[^:;]{6,140})")
_SUPPOSED = regex(r"\b(?:had|would|might have|could have|were to)\b")
_SYMBOLS = regex(r"[²³√=<>±]|\d[a-z]\b|\s[-–−]\s")
"""What a sign of algebra may be taken for a dash in."""
_PAST = regex(
    r"\b(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bget )(?<!\bgets )(?:was|were|did|became|began|led|fell|rose|took|gave|went|came|broke|made|sent|lost|won)\b|(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bbeen)(?<!\bbeing)(?<!\bgets)(?<!\bget) [a-z]{2,}ed (?:the|an?|his|her|their|its|to|on|in|up|out|that|for)\b"
)
_INTO_NAME = regex(r"(?<!\bis) (?<!\bare )[a-z]{2,}ed [A-Z][a-z]")
_IF = regex(r"\b(?:if|unless)\b")
"""A second condition, which is what the statement is about."""
_FOR = regex(
    r"\bto (?:remove|prevent|kill|stop|avoid|make|keep|allow|reduce|protect|check|ensure|improve|help|give|get|form|remind|show)\b"
)
_BECAUSE = regex(r"(?P<told>.+?),? (?P<why>because .+)")
_FORMED = regex(
    r"(?P<what>[^,:;]{3,60}?) (?P<be>is|are) (?P<done>formed|made|produced|created|released|transmitted|passed on|spread|extracted|separated|prevented|treated|controlled|reduced|tested) "
    r"(?P<by>(?:when|by|through) \S.*)"
)
_MADE = regex(r"made|produced|created|released")
_DOING = regex(r"by [a-z]+ing\b")
_ARISES = regex(
    r"(?P<what>[^,:;]{3,60}?) (?P<done>(?:form|occur|happen|develop|open|close|begin|start|end|stop)s?|(?:is|are) (?:reached|achieved|used|needed|produced|formed|released)(?: (?:at|in|by) the \w+)?|(?:must|should|has to|have to) (?:always )?(?:be )?\w+(?: (?!(?:after|before|every|each|within|when|where|if|at)\b)\w+)?) "
    r"(?P<how>when|where|if|before|after|every|at least every|within) (?P<by>\S.*)"
)
_AIMED = regex(
    r"(?P<what>[^,:;]{3,60}?) (?P<be>is|are) (?P<done>carried out|worn|added|taken|kept|needed|done|held)(?P<place> to (?:(?:the|an?|each|every|all|both|its|their) [^,:;]{3,40}?|[a-z]+(?: [a-z]+)?(?= (?:in order )?to )))? (?:in order )?to (?P<by>(?!the\b|an?\b)[a-z]+ \S.*)"
)
_DONE_TO = regex(
    r"(?P<what>[^,:;]{3,60}?) (?P<be>is|are) (?P<done>(?!(?:used|needed|able|likely|required|allowed|made|meant|designed|said|thought|known|asked|told|expected|encouraged|forced|supposed|going|ready|set|not)\b)"
    r"(?:\w+ed|put|cut|kept|held|built|given|taken|grown|worn|hung|laid|sent|shown|sold|stuck|swept|spun|fed|bred|drawn|frozen|driven|hidden)\b[^,:;]{0,50}?) (?:in order )?to (?P<by>(?:reduce|prevent|stop|avoid|protect|improve|make sure|"
    r"ensure|remove|kill|keep|increase|allow|help|show|attract|save) .+)"
)
"""What is done with something, for a purpose."""
_NO_SUBJECT = regex(r"(?:to|that|by|it|they|he|she|this|these|those|a|an|not|of)\b", re.IGNORECASE)
_IT = regex(r"(?:it|they) (?!(?:is|was) (?:that|likely|possible|because|clear|important|necessary|best|better|hard|easy|difficult)\b)\w")
_THING = regex(r"\b(?:an?|the) [a-z]")
_FEWEST = 3
"""Words of what happens: "as price rises" does not say the price of what."""


def reasoned(said: str) -> Stated | None:
    """`Raw meat should be stored below ... so that ...`, `Veins have valves so that ...`."""
    if _RESULT.search(said):
        return None
    so = _SO_THAT.fullmatch(said)
    since = _SINCE.fullmatch(said)
    if since and not gives_reason(since["what"], since["joint"], since["why"]):
        return None
    found = _SHOULD.fullmatch(said) or since or _such_as_it_is(said) or (so if so and says(so["what"]) else None)
    if not found or (so and _IS_DOING.match(found["what"])):
        return None
    return Stated(asked=f"Explain why {small(found['what'])}", answer=found["why"].removeprefix("so that "), whole=True)


def _such_as_it_is(said: str) -> re.Match[str] | None:
    """Return how something is, and why, where what follows "as" says something of another thing ("Diamond is hard as each carbon atom forms ...")."""
    found = _IS_AS.fullmatch(said)
    within = found and re.search(r"\b(?:that|which|who) (?:is|are)\b", found["what"])  # "support that is removed as the child becomes able"
    return found if found and not within and is_statement(found["why"]) and gives_reason(found["what"], "as", found["why"]) else None


def so(said: str) -> Stated | None:
    """`Linked genes are on the same chromosome, so they tend to be inherited together`: the first half is the reason of the second."""
    found = _SO.fullmatch(said)
    verb = verb_behind(found["one"]) if found else None
    if not found or not verb or not _STATES.fullmatch(verb[0].strip()):
        return None
    subject = found["one"][: verb.start()].strip()
    several = is_plural(subject.split(" of ")[0].split()[-1].casefold()) if subject else False
    if not 0 < len(subject.split()) <= SUBJECT or POINTING.match(subject) or several != (found["who"] == "they"):
        return None
    return Stated(
        asked=f"Explain why {small(subject)} {found['other']}", answer=f"{found['who']} {found['one'][verb.start() :].strip()}", whole=True
    )


def when(said: str) -> Stated | None:
    """`When the slit gets narrower, the maximum gets wider`: what happens then, or why, where the reason is told."""
    found = _WHEN.fullmatch(said)
    if not found or (_NO_SUBJECT.match(found["other"]) and not _is_of_it(found["one"], found["other"])):
        return None
    if not is_statement(f"x {found['other']}") or not is_statement(f"x {found['one']}"):
        return None
    if _IF.search(found["other"]) or _SUPPOSED.search(found["other"]) or _SUPPOSED.search(found["one"]) or _SYMBOLS.search(found["one"]):
        return None
    then, one = found["when"].casefold(), found["one"]
    if why := _BECAUSE.fullmatch(found["other"]):
        return Stated(asked=f"Explain why {why['told']} {then} {one}", answer=why["why"])
    if len(one.split()) < _FEWEST:
        return None
    past = _is_past(found["other"]) or _is_past(one)
    if past and then == "if":
        return None  # what might have happened
    happens = "happened" if past else "happens"
    return Stated(asked=f"Describe what {happens} {then} {one}", answer=found["other"], whole=True)


def _is_past(clause: str) -> bool:
    """Whether a clause tells of the past, by its verb ("the Soviet Union invaded Afghanistan", "Carter withdrew from SALT 2")."""
    return bool(_PAST.search(clause) or _INTO_NAME.search(clause) or any(map(is_past_only, clause.split())))


def _is_of_it(one: str, other: str) -> bool:
    """Whether what happens is said of a thing that the first half names ("If the force on an object is zero, it stays at rest")."""
    return bool(_IT.match(other) and _THING.search(one) and not POINTING.match(one))


def formed(said: str) -> Stated | None:
    """`Metamorphic rock is formed when ...`."""
    found = read(_FORMED, said)
    if not found or (found["by"].startswith("by ") and _MADE.match(found["done"]) and not _DOING.match(found["by"])):
        return None  # by whom or what, and not how ("is released by the pancreas")
    answer = re.sub(r"^(?:when|by) ", "", found["by"])
    return Stated(asked=f"Describe how {small(found['what'])} {found['be']} {found['done']}", answer=answer, whole=True)


_OF_ONE = regex(
    r"(?!(?:the|an?|this|each|every|any) )(?:[a-z-]+ ){1,2}(?:problem|effect|phase|crisis|paradox|dilemma|trap|cycle|multiplier|principle)"
)
"""What needs an article in a sentence, of which there is one ("free-rider problem")."""


def arises(said: str) -> Stated | None:
    """`Codominance occurs when ...`, `Igneous rock forms when ...`."""
    found = read(_ARISES, said)
    if not found or "because" in said or ";" in found["by"] or _FOR.search(found["by"]) or says_besides(found["by"]):
        return None
    asked = (
        "Describe how"
        if found["done"].startswith(("form", "develop")) and found["how"] == "when"
        else "State where"
        if found["how"] == "where"
        else "State when"
    )
    answer = found["by"] if found["how"] in ("when", "where", "if") else f"{found['how']} {found['by']}"
    what = small(found["what"])
    return Stated(asked=f"{asked} {'the ' if _OF_ONE.fullmatch(what) else ''}{what} {found['done']}", answer=answer, whole=True)


def aimed(said: str) -> Stated | None:
    """`Risk assessments are carried out to identify hazards`: the purpose of what is done."""
    found = read(_AIMED, said)
    if not found:
        return _done_for(said)
    place = found["place"] or ""
    return Stated(asked=f"Explain why {small(found['what'])} {found['be']} {found['done']}{place}", answer=f"to {found['by']}", whole=True)


def _done_for(said: str) -> Stated | None:
    """`Iron is galvanised to prevent rusting`."""
    found = read(_DONE_TO, said)
    if not found or says_besides(found["by"]):
        return None
    return Stated(asked=f"Explain why {small(found['what'])} {found['be']} {found['done']}", answer=f"to {found['by']}", whole=True)
