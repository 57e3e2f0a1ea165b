"""Facts of one thing: one of its strengths, its unit, what it is used for, what causes it, where it is found."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS, is_amount, is_measured
from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.statements.answered import Stated, listed, read, says_besides, small
from packbuilder.derive.marking_points.statements.terms import names_one
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex

_ONE = (
    r"(?:(?:strong|weak|key|main|major|common|important|possible|positive|negative) )?"
    r"(?:advantage|disadvantage|benefit|drawback|strength|weakness|limitation|criticism|effect|cause|consequence|impact|use|example|feature|characteristic|reason|risk|hazard|symptom|sign|property|method|way|problem|difficulty|challenge|issue)"
)
_ONE_OF = regex(
    rf"(?:An?|One|Another|A second|The (?:main|biggest|key|major)) (?P<what>{_ONE} (?:of|for|to|against|with|that)\b [^,:;]{{3,70}}?) (?:is|was)(?: that)?:? (?P<given>\S.*)"
)
_THE = regex(
    r"(?:The )?(?P<what>(?:main |first |SI |chemical )?(?:function|role|purpose|job|aim|unit|symbol|formula|equation|capital|capital city|currency|charge|mass|pH|colour|value|test|product|source|"
    r"monomer|inventor|author|composer) (?:of|for|in) [^,:;=]{2,60}?)(?: (?:is|are|was)| ?[:=]| [–—-]) (?P<given>\S.*)",
    re.IGNORECASE,
)
_WHO = regex(
    r"The (?P<what>(?:[a-z]+ )?(?:speaker|narrator|protagonist|antagonist|founder|leader|director|playwright|heir|head|composer|author|architect|king|queen|ruler|emperor|villain|hero|heroine|victim) (?:of|in) [^,:;=]{2,50}?) (?P<be>is|was) "
    r"(?P<given>(?:the )?[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|the|de|von|van|and))*)"
)
_OF_WHICH = regex(
    r"(?:colour|mass|charge|pH|value|product|source|test|formula|symbol|equation) (?:of|for|in) (?:the|this|that) [\w-]+", re.IGNORECASE
)
"""What there is of everything: which one is meant stands nowhere ("Colour of the solution: blue")."""
_FORMULA = regex(r"(?:The )?(?P<what>(?:[A-Za-z][\w’'-]*(?: of)? ){1,4}(?:formula|equation))(?: is|:) (?P<given>[^:;]*=[^:;]*)")
_WORKED_OUT = regex(
    r"(?P<what>(?:The )?[A-Z][A-Za-z][\w’'% -]{1,40}?)(?: \([^()\s]{1,6}\))? = (?P<given>(?!.*[=:;])(?!.*\d(?!00?\b|%))(?=.*[A-Za-z]{4}).*(?:[÷×/]| x ).*)"
)
_OR_OTHERWISE = regex(r"^[A-Za-z-]+/[a-z-]+(?: [a-z]+){2,}$")
"""A stroke between two words, with what both are of behind it: one thing or the other, and nothing divided ("Magical/religious ways of thinking")."""
_EXPRESSED = regex(
    r"(?P<what>(?:The )?[A-Z][A-Za-z][\w’' ]{1,40}?) is (?P<given>(?!an? |no |not )(?=.*[A-Za-z])(?!.*[–−-] [A-Z][a-z]+ [A-Z])(?!.*\b(?:between|and|to|about|from|or)\b)(?:[\w²³%()]+ ?){1,3}(?: ?[×÷/] ?| [-–−+x] )[\w²³%() ×÷/+−–-]{1,40})"
)
_MEASURED = regex(r"(?P<what>[^,:;]{2,40}?) is measured in (?P<unit>[^,:;]{1,40})")
_AMOUNT = regex(
    r"(?:The )?(?P<what>[^,:;=]{4,60}?)(?: is| ?[:=]| [–—-]) (?P<given>(?:(?:about|around|approximately|roughly|between|up to|over) )?\S.*)",
    re.IGNORECASE,
)
_CAUSED = regex(r"(?P<what>[^,:;]{3,60}?) (?P<be>is|are|was|were) (?:mainly |often |usually |normally )?caused by (?P<by>\S.*)")
_USED = regex(
    r"(?P<what>[^,:;]{2,60}?) (?P<be>is|are) (?P<done>used|needed|required|essential|necessary) (?P<to>to|for) (?P<by>(?!be\b)\S.*)"
)
_FROM = regex(r"(?P<what>[A-Z][^,:;]{3,50}?) (?P<verb>comes?) from (?P<given>[a-z][^:;]{3,80})")
_PLACED = regex(r"(?P<what>[^,:;]{3,50}?) (?P<be>is|are) (?P<done>made|found|produced|stored|located) in (?P<place>[a-z][^:;]{3,80})")
_NO_PLACE = regex(
    r"\b(?:\d{3,4}|but|while|although|however|unless|(?:one|two|three|four|a|an|single|many) (?:\w+ )?(?:pieces?|ways?|parts?|sizes?|colours?|steps?|goes?|go)|most|many|some|when|if|by|which|where|because|to|a way|order|response|pairs?|layers|batches|units?|\w+ed)\b"
)
_WORDS = 5
"""Of a place in a list of places."""
_REASON = regex(r"\b(?:because|since|as (?:it|they)|so(?! (?:many|much|few|little)))\b")
_DOING = regex(r"^\w+ing\b|(?:ion|ment|ing|sis|age|ance|al|ery)$")
"""What is done; what a substance is used for may be things too, but not what is put in a bin ("used for needles and blades")."""
_BY_ANOTHER = regex(r"[,;] (?:and |but )?[\w-]+(?: [\w-]+){0,3} by \w")
"""Where another thing and its cause follow ("..., cost-push inflation by rising costs")."""
_UNSURE = regex(
    r"(?:to|that|by|it|they|not|of|an? (?:lot|number|few|great|good|large|range|variety|third|quarter|half|majority|total)\b)\b",
    re.IGNORECASE,
)


def one_of(said: str) -> Stated | None:
    """`One strength of the cognitive interview is that ...`."""
    found = read(_ONE_OF, said)
    return Stated(asked=f"State one {found['what']}", answer=found["given"], whole=True) if found else None


def the(said: str) -> Stated | None:
    """`The function of the nucleus is to ...`, `The SI unit of force is the newton`."""
    found = read(_THE, said)
    if not found or _OF_WHICH.fullmatch(found["what"]):
        return None
    what = lower(found["what"])
    return Stated(asked=f"{'Describe' if what.startswith('test') else 'State'} the {what}", answer=found["given"])


def person(said: str) -> Stated | None:
    """`The speaker in My Last Duchess is the Duke of Ferrara`."""
    found = _WHO.fullmatch(said)
    return Stated(sign="?", asked=f"Who {found['be']} the {found['what']}", answer=found["given"], whole=True) if found else None


def formula(said: str) -> Stated | None:
    """`Quadratic formula: x = ...`, `PED = % change in quantity demanded ÷ % change in price`."""
    if (worked := read(_WORKED_OUT, said) or read(_EXPRESSED, said)) and not _OR_OTHERWISE.search(worked["given"]):
        return Stated(asked=f"State the formula for {small(worked['what'])}", answer=worked["given"], whole=True)
    found = read(_FORMULA, said)
    what = found["what"] if found and said.startswith("The ") else small(found["what"]) if found else ""  # "The Fisher equation": a name
    return Stated(asked=f"State the {what}", answer=found["given"]) if found else None


def measured(said: str) -> Stated | None:
    """`Force is measured in newtons`."""
    found = read(_MEASURED, said)
    return Stated(asked=f"State the unit of {small(found['what'])}", answer=found["unit"]) if found else None


def value(said: str) -> Stated | None:
    """`The optimum pH of pepsin is about 2`."""
    found = _AMOUNT.fullmatch(said)
    bare = re.sub(r"^(?:about|around|approximately|roughly|between|up to|over) ", "", found["given"]) if found else ""
    if not found or not (is_amount(bare) and is_measured(found["what"])):
        return None
    return Stated(asked=f"State the {lower(found['what'])}", answer=found["given"])


def caused(said: str) -> Stated | None:
    """`Malaria is caused by a protist`."""
    found = read(_CAUSED, said)
    if not found or _REASON.search(said) or _UNSURE.match(found["what"]) or _BY_ANOTHER.search(found["by"]):
        return None
    return Stated(
        asked=f"State what {'causes' if found['be'] in ('is', 'are') else 'caused'} {small(found['what'])}", answer=found["by"], whole=True
    )


def used(said: str) -> Stated | None:
    """`HTTPS is used to access websites securely`."""
    found = read(_USED, said)
    if not found or _REASON.search(found["by"]) or names_one(found["what"]) or says_besides(found["by"]):
        return None
    if found["done"] != "used" and (found["to"] == "to" or _NO_PLACE.search(found["by"])):
        return None  # "is needed to ..." is a reason
    if found["to"] == "to" and not is_known(found["by"].split()[0]):
        return None  # what somebody is accustomed to ("is used to losing", "are used to heavy rain")
    given = f"to {found['by']}" if found["to"] == "to" else found["by"]
    several = len(listed(found["by"], _WORDS))
    what = f"{small(found['what'])} {found['be']} {found['done']} for"
    doings = " " not in found["what"] or all(map(_DOING.search, listed(found["by"], _WORDS)))
    if found["done"] == "used" and found["to"] == "for" and doings and 2 <= several < len(NUMBER_WORDS):
        return Stated(asked=f"State {NUMBER_WORDS[several]} uses of {small(found['what'])}", answer=found["by"])
    if found["done"] != "used" and 2 <= several < len(NUMBER_WORDS):
        return Stated(asked=f"State {NUMBER_WORDS[several]} things that {what}", answer=given)
    return Stated(asked=f"State what {what}", answer=given, whole=True)


def sources(said: str) -> Stated | None:
    """`Methane comes from cattle, rice fields and landfill`."""
    found = read(_FROM, said)
    several = len(listed(found["given"], _WORDS)) if found else 0
    if not found or _NO_PLACE.search(found["given"]) or " from " in found["given"] or not several < len(NUMBER_WORDS):
        return None
    if several:
        return Stated(asked=f"State {NUMBER_WORDS[several]} sources of {small(found['what'])}", answer=found["given"])
    return Stated(asked=f"State where {small(found['what'])} {found['verb']} from", answer=found["given"], whole=True)


def placed(said: str) -> Stated | None:
    """`Amylase is made in the salivary glands, pancreas and small intestine`."""
    found = read(_PLACED, said)
    if not found or _REASON.search(said) or _NO_PLACE.search(found["place"]):
        return None
    where = f"where {small(found['what'])} {found['be']} {found['done']}"
    several = len(listed(found["place"], _WORDS))
    asked = f"State {NUMBER_WORDS[several]} places {where}" if 2 < several < len(NUMBER_WORDS) else f"State {where}"
    return Stated(asked=asked, answer=found["place"], whole=several <= 2)
