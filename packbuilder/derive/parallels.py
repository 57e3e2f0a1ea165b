"""Parallels: statements that answer a claim by being built as it is ("Shakespeare wrote novels." "He wrote plays."). The same subject
does the same to something else, is of another kind, or somebody else does it.

Only what cannot be true beside the claim counts: "They move from plus to minus" says nothing of how fast they move.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_SUBJECT = regex(
    r"^(?:he|she|it|they|we|you)\s+(?:(?P<turn>only|always|never|just|actually|really|mostly|mainly|usually)\s+)?(?P<verb>[a-z][a-z’'-]+)\b\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_VERB = frozenset(
    """is are was were be been am isn't aren't wasn't weren't has have had do does did can could will would may might must shall should not also and or but who which
    that of in on at by for from to with as than so""".split()
)
_PREPOSITIONS = frozenset(
    """in on at by for from to with as of about into onto through across under over between among against before after during until towards without within
    when where while if because since so than how why""".split()
)
_SOFTENED = regex(r"\b(?:also|too|as well|even|still|sometimes|often|may|might|can)\b", re.IGNORECASE)
_TURNED = regex(r"\b(?:only|always|never|all|every|no|none|nothing|nobody|any|both|instead|rather|just|alone|solely)\b", re.IGNORECASE)
_CLEFT = regex(
    r"^it (?:is|was) (?P<who>(?:the |an? )?[^,.;:]{2,60}?) (?:who|that|which) (?:is|are|was|were|do|does|did|has|have|had|[a-z]+(?:s|ed))\b",
    re.IGNORECASE,
)
_KIND = regex(
    r"^(?:(?P<article>an?|the|all)\s+)?(?P<subject>[^,.;:]{2,40}?)\s+(?:is|are|was|were)\s+(?P<what>(?:(?P<one>an?)\s+)?[a-z][^,.;:]*?)(?:[,;:.!]|\s+(?:because|since|as|that|which|who|with|and)\b|$)",
    re.IGNORECASE,
)
_ARTICLE = regex(r"^(?:the|an?|all|every)\s+", re.IGNORECASE)
_MORE = regex(r"\b(?:more|less|\w{2,}er|\w+ier|larger|better|worse)\b(?! of\b)", re.IGNORECASE)
_NO_COMPARISON = regex(
    r"\b(?:water|paper|never|ever|over|under|after|other|another|number|power|matter|per|order|either|river|layer|computer|letter|mother|father|brother|sister|"
    r"whether|together|however|rather|user|member|her|former|center|consumer|speaker|winter|summer|silver|copper|fiber|rubber|butter|answer|character|chapter|"
    r"carrier|barrier|buyer|teacher|worker|player|leader|ruler|writer|reader|customer|order|cover|offer|differ|refer|alter|enter|consider|remember|discover)s?\b",
    re.IGNORECASE,
)
_LEVEL = regex(
    r"\b(?:(?:at |by |with |in |is |are |has |have )?(?:exactly )?the same|equal(?:ly)?|regardless|does not depend|do not depend|independent of)\b",
    re.IGNORECASE,
)


def parallel(right: str, claim: str) -> bool:
    """Whether a sentence answers a claim by its very form."""
    return (
        _does_else(right, claim)
        or _is_another_kind(right, claim)
        or _is_level(right, claim)
        or _at_another_time(right, claim)
        or bool(_CLEFT.match(right) and not _SOFTENED.search(right))
    )


def _does_else(right: str, claim: str) -> bool:
    """Whether the subject of a claim does the same to something else: with a pronoun for it or its own words, the same verb, and another object."""
    found = _SUBJECT.match(_of_the_same(right, claim))
    if not found or found["verb"].casefold() in _NO_VERB or _SOFTENED.search(right):
        return False
    words = re.findall(r"[\w’'-]+", claim)
    place = next((at for at, word in enumerate(words) if at and _stem(word) == _stem(found["verb"])), 0)
    after, told = " ".join(words[place + 1 :]), found["rest"].strip(" .!")
    if not place or not after or not told or after.casefold() == told.casefold():
        return False
    if found["turn"] or _TURNED.search(told) or _TURNED.search(claim):
        return True
    first, second = after.split()[0].casefold(), told.split()[0].casefold()
    free = [each in _PREPOSITIONS or each.endswith("ly") for each in (first, second)]
    return first == second if any(free) else True


def _of_the_same(right: str, claim: str) -> str:
    """Return a sentence with a pronoun for its subject, where that is the claim's own in the same words: `Plants respire all the time`."""
    said, told = right.split(), claim.split()
    same = next((at for at, (one, other) in enumerate(zip(said, told, strict=False)) if one.casefold() != other.casefold()), 0)
    return f"They {' '.join(said[same:])}" if 0 < same <= _FEW and said[0].casefold() not in _PREPOSITIONS else right


def _stem(verb: str) -> str:
    """Return a verb without what tells who does it, or that it was done: `form` of `forms` and `formed`."""
    return re.sub(r"(?:(?<=[^e])e?s|ed|d|e)$", "", verb.casefold()) if len(verb) > _FEW else verb.casefold()


def _is_another_kind(right: str, claim: str) -> bool:
    """Whether the same thing, one or several, is said to be of a kind with another name: `A whale is a fish`: `Whales are mammals`, `It is a mammal`."""
    one, other = _KIND.match(right), _KIND.match(claim)
    if not one or not other or _SOFTENED.search(right):
        return False
    leans = one["subject"].casefold() in ("it", "they") and not _EXTREME.search(f"{right} {claim}")
    if not leans and _root(one["subject"]) != _root(other["subject"]):
        return False
    kinds = [_ARTICLE.sub("", each["what"]).split() for each in (one, other)]
    named = all(
        bool(each["one"]) or kind[-1].endswith("s") or kind[-1] in _SEVERAL for each, kind in zip((one, other), kinds, strict=True) if kind
    )
    return (
        named
        and all(0 < len(kind) <= _FEW for kind in kinds)
        and not {_root(word) for word in kinds[0]} & {_root(word) for word in kinds[1]}
    )


_SEVERAL = frozenset("fish sheep people bacteria fungi algae protozoa larvae mammalia children".split())
"""Names of several things without an s."""
_EXTREME = regex(r"\b(?:\w{3,}est|most|least|only|same)\b", re.IGNORECASE)
_FEW = 3
"""Words of what names a kind."""


def _is_level(right: str, claim: str) -> bool:
    """Whether what a claim says differs is the same, or does not change: `Heavier objects fall faster`: `All objects fall with the same acceleration`."""
    differs = _MORE.search(_NO_COMPARISON.sub("", claim)) or re.search(
        r"\b(?:used up|lost|wasted|gets? weaker|runs? out|disappears?)\b", claim
    )
    shared = {_root(word) for word in re.findall(r"[a-z]{4,}", right.casefold())} & {
        _root(word) for word in re.findall(r"[a-z]{4,}", claim.casefold())
    }
    return bool(differs and _LEVEL.search(right) and not _LEVEL.search(claim) and shared and not _SOFTENED.search(right))


_WHEN = (
    r"(?:by|in|within|before|until|for|after|on|with)\s+(?:the |a |an |only |just |about |less than |a few |one |two |three |six )*(?:(?:early|late|mid|end of|summer|autumn|winter|spring) )*"
    r"(?:\d|christmas|easter|spring|summer|autumn|winter|days?|weeks?|months?|years?|decades?|hours?|minutes?|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_TIMES = (
    (regex(rf"\b(?:over|ended|finished|lasted|went on|continued|stopped) {_WHEN}", re.IGNORECASE), regex(r"^(?:it|they) (?:only )?(?:lasted (?:until|for|from)|ended (?:in|on|with)|finished (?:in|on)|(?:went on|continued) (?:until|for)) (?=.*\d)", re.IGNORECASE)),
    (regex(rf"\b(?:began|started|broke out) {_WHEN}", re.IGNORECASE), regex(r"^(?:it|they) (?:only )?(?:began|started|broke out) (?:in|on|with|after) (?=.*\d)", re.IGNORECASE)),
)  # fmt: skip
"""What a claim says of when something ended, or began, and sentences that say when it did."""


def _at_another_time(right: str, claim: str) -> bool:
    """Whether a sentence says in figures when something ended or began, which a claim says otherwise: `The war was over by Christmas`."""
    return not _SOFTENED.search(right) and any(of.search(claim) and says.match(right) for of, says in _TIMES)


def _root(text: str) -> str:
    """Return a word, or words, without the article and without what makes several of one."""
    bare = _ARTICLE.sub("", text.strip()).casefold()
    return re.sub(r"s$", "", re.sub(r"(?:ches|shes|sses|xes|oes)$", lambda found: found[0][:-2], re.sub(r"ies$", "y", bare)))
