"""Corrections: what a bullet under the misconceptions says is wrong, and what it says is right, wherever it says so.

Only forms that leave no doubt are cut: nothing that is wrong may be printed as right, nor the other way round.
"""

from __future__ import annotations

import re

from packbuilder.denials import (
    STATED,
    bare_denial,
    contradicted,
    denial,
    elliptical,
    explained,
    goes_on,
    otherwise,
    right,
    takes_back,
    upheld,
)
from packbuilder.diagnostics import Span
from packbuilder.model.topic import Misconception
from packbuilder.patterns import regex
from packbuilder.values import replace

_MYTH = regex(
    r"^(?:it(?: is|['’]s| was) (?:just |only |simply )?an? (?:common |popular |widespread |complete |frequent )?(?:myth|misconception|fallacy|mistake|misunderstanding|error)(?: to (?:think|believe|say|assume|suppose|claim))? that|"
    r"it(?: is|['’]s) (?:not true|untrue|false|wrong|incorrect|not the case|not correct)(?: to (?:think|believe|say|assume|suppose|claim))? that|"
    r"(?:do not|don['’]t|never) (?:think|believe|assume|suppose)(?: that)?)\s+(?P<claim>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""Says of a claim that it is wrong: the claim stands within it."""

_CONTRARY = regex(
    r"^contrary to (?:popular|common|general|what (?:many|most|some) (?:people )?(?:think|believe))\s?(?:belief|opinion|myth|wisdom)?,\s+",
    re.IGNORECASE,
)
_HELD = regex(
    r"^(?:that\b|(?:(?:a|the|some|many|most|all|few|weaker|lower[- ]attaining)\s+)*(?:common |frequent )?(?:misconception|mistake|belief|idea|pupils?|students?|learners?|children|people|candidates?)\b|"
    r"(?:not|no) (?:all|every)? ?(?:pupils?|students?|learners?|children|people|candidates?)\b)|^[“‘\"'][^“”‘\"]*[”’\"'][.!?]?$",
    re.IGNORECASE,
)
"""Tells who believes it, or quotes it: what is believed is the mistake, whatever it denies."""

_ORDER = regex(r"^(?:do not|don['’]t|never|avoid|remember|make sure|ensure|be careful|take care|beware|note that)\b", re.IGNORECASE)
_DENYING = regex(
    r"^(?:(?:this|that|which) is )?(?:no|wrong|false|incorrect|untrue|not (?:true|so|correct))\b\s*(?:[!:,.;–—-]+\s*)?", re.IGNORECASE
)
_OUGHT = regex(
    r"^(?:it|they|this|these) (?:should|must|ought to) (?!not\b)|,\s*not\s|^(?:actually|in fact|in reality|correctly|rather)\b",
    re.IGNORECASE,
)
_SECOND = regex(rf"{STATED.pattern}|^(?:it|they|he|she|we)\b", re.IGNORECASE)
_NOT_SO = regex(r",\s+(?:and |but )?not\s", re.IGNORECASE)
"""`In 1919, not 1918`: a statement with what it is not, which may be right or upside down."""

_TURN = regex(r"\b(?:but|when|whereas|although|though|while|because|since)\b|[;:()]|\s[–—-]\s", re.IGNORECASE)


def judged(claim: str, after: tuple[str, ...], span: Span, *, told: bool = False) -> Misconception:
    """Return a misconception from its first sentence and those after it.

    `told`: the notes themselves say which of them is wrong and which right ("Myth: ... Fact: ...").
    """
    after = _bare(after)
    said = " ".join((claim, *after))
    wrong = "" if told else _within(claim)
    if wrong:
        # Where the sentence goes on to say what is right, the claim's own end is uncertain.
        doubtful = bool(_TURN.search(wrong))
        return Misconception(
            claim=said if doubtful else wrong, correction="" if doubtful else " ".join(after), span=span, doubtful=doubtful
        )
    if told or _HELD.match(claim):
        return replace(_pair(claim, after, span), told=told and bool(after))
    contrary = _CONTRARY.match(claim)
    if contrary:
        return Misconception(claim="", correction=_opened(said[contrary.end() :]), span=span)
    if denial(claim):
        return _denied(claim, after, span)
    if _ORDER.match(claim):
        return Misconception(claim=said, correction="", span=span, doubtful=True)
    return _pair(claim, after, span)


def _denied(claim: str, after: tuple[str, ...], span: Span) -> Misconception:
    """Return what a denial is: right by itself, the mistake where what follows takes it back, or either."""
    said = " ".join((claim, *after))
    if after:
        true = takes_back(claim) or goes_on(after[0])
        wrong = contradicted(after[0]) if true else upheld(claim, after[0])
    else:
        own, tail = explained(claim)
        wrong, true = bool(tail) and contradicted(tail), right(claim)
        claim, after = (own, (ended(_opened(tail)),)) if wrong else (claim, after)
    if wrong:
        return Misconception(claim=claim, correction=" ".join(after), span=span)
    return Misconception(claim="" if true else said, correction=said if true else "", span=span, doubtful=not true)


def _pair(claim: str, after: tuple[str, ...], span: Span) -> Misconception:
    """Return a claim with its correction, which may stand within its own sentence."""
    if after:
        return Misconception(claim=claim, correction=" ".join(after), span=span)
    wrong, tail = explained(claim)
    if tail and len(wrong.split()) > 2:
        put = _put_right(wrong, tail)
        if put or _DENYING.fullmatch(tail):
            return Misconception(claim=wrong, correction=ended(put) if put else "", span=span)
    # What is believed, and what is done wrong, is the mistake whatever explains it; of two statements either may be.
    stated = not _HELD.match(claim) and not re.match(r"\w+ing\b", claim)
    return Misconception(claim=claim, correction="", span=span, doubtful=stated and bool(_SECOND.search(tail) or _NOT_SO.search(claim)))


def _put_right(wrong: str, tail: str) -> str:
    """Return what stands behind a colon, a dash or in brackets as a correction; empty where it may as well explain the mistake."""
    refused = _DENYING.match(tail)
    if refused:
        return _opened(tail[refused.end() :])
    believed = re.sub(r"^\w+ing (?:that )?", "", wrong)
    plain = bare_denial(tail) or elliptical(tail) or _OUGHT.search(tail) or otherwise(tail, believed)
    return _opened(tail) if plain else ""


def _within(claim: str) -> str:
    """Return the claim that a sentence calls wrong; empty where it calls none so."""
    found = _MYTH.match(claim)
    return _opened(found["claim"]) if found else ""


def _bare(after: tuple[str, ...]) -> tuple[str, ...]:
    """Return corrections without brackets around them, and without a mere `Wrong!` before them."""
    if not after:
        return after
    whole = re.fullmatch(r"\(([^()]*)\)[.]?", " ".join(after))
    first = whole[1] if whole else re.sub(r"^\(([^()]*)\)[.]?$", r"\1", after[0])
    rest = () if whole else after[1:]
    refused = _DENYING.match(first)
    # "No plant can ..." is a sentence; "No, plants can ..." and "Wrong!! Plants can ..." only refuse.
    if refused and re.search(r"[!:,.;–—-]", refused[0]):
        first = first[refused.end() :]
    changed = first and first != after[0]
    return tuple(each for each in (ended(_opened(first)) if changed else first, *rest) if each)


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return a sentence with a stop, where it has no end of its own."""
    return text if text.rstrip().endswith((".", "!", "?")) else f"{text.rstrip()}."
