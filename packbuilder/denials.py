"""Denials: statements that say what is not so, and short answers that say so of another ("They did not.", "Macbeth does.").

Among misconceptions a denial may be the mistake ("Plants do not respire") or what is right ("Mass and weight are not the same"). Only some
forms tell which; the others must be neither asked nor printed as one or the other.
"""

from __future__ import annotations

import re
from itertools import takewhile

from packbuilder.patterns import regex

_BE = r"(?:is|are|was|were)"
_VERB = rf"(?:{_BE}|do|does|did|has|have|had|can|could|will|would|must|should|may|might)"
_PRONOUN = r"(?:it|they|he|she|we|you|this|these|those|that|both|all|most|many|some|none)"
_NOT = r"(?:\s+(?:also |really |actually )?(?:not|never)|not|n['’]t)"

_DENIAL = regex(rf"^(?P<subject>[^,;:.()]{{2,90}}?)\s+(?P<verb>{_VERB}){_NOT}\b\s*(?P<denied>.*)$", re.DOTALL)
_INSIDE = regex(rf"\b(?:{_VERB}|that|which|who|whom|whose|if|when|because|how|why|what|where)\b", re.IGNORECASE)
_OF_A_MISTAKE = regex(
    r"^(?:assum|think|believ|say|stat|writ|claim|forget|confus|mix|misread|mistak|ignor|treat|suggest|imply|argu|describ|explain|giv|us|putt|omitt|leav|miss|"
    r"overlook|neglect|expect|suppos|conclud|fail|call|not|rememb|label|draw|mak|tak|answer|list|quot|refer|read)ing\b",
    re.IGNORECASE,
)
"""What is done wrong, in the gerund: its `not` is part of the mistake."""

_WHERE = regex(r"^(?:in|at|on|for|during|under|with|before|after|when|if)\s[^,;:.()]{2,60},\s+", re.IGNORECASE)
_NOT_ALL = regex(r"^not (?:all|every|everyone|everybody|everything|each)\b", re.IGNORECASE)
_TOO_MUCH = regex(
    r"^(?:exactly |quite |simply )?(?:the same\b|identical\b|interchangeable\b|synonym|the only\b|necessarily\b|just\b|only\b|simply\b|merely\b|solely\b|purely\b|limited to\b|restricted to\b|all (?=\w))",
    re.IGNORECASE,
)
"""Nobody's mistake: wrong ideas make too much of a thing, and such words take that back."""

_UPHELD = regex(
    rf"^(?:but |yes\b|in (?:actual )?fact\b|actually\b|in reality\b|really\b|of course\b|wrong\b|false\b|no\b|incorrect\b|untrue\b|not (?:true|so)\b|(?:this|that) is (?:wrong|false|incorrect|untrue|not)\b|"
    rf"{_PRONOUN}(?: of (?:them|these|it)| all| both)? {_VERB}(?: indeed| so| too)?(?:[.!]*$|,))",
    re.IGNORECASE,
)
"""Says that what was denied is so."""

_SOFTENED = regex(
    r"\b(?:also|still|too|often|sometimes|usually|frequently|can|may|might|however|although|though|while|all|every|always|in fact|actually)\b",
    re.IGNORECASE,
)
_BUT = regex(r"\bbut\s+(?:rather\s+|instead\s+)?(in|on|at|by|from|because|due|as|the|an?|to|with|for|of|through|when)\b", re.IGNORECASE)
STATED = regex(rf"\b{_VERB}\b|\b(?:means|makes|takes|leaves|has|have|needs?)\b", re.IGNORECASE)
"""Signs of a statement."""

_ELLIPSIS = regex(rf"^(?!{_PRONOUN}\b)(?P<who>[^.;:,]{{2,70}}?)\s+{_VERB}[.!]*$", re.IGNORECASE)
_BARE = regex(rf"^{_PRONOUN}\s+{_VERB}{_NOT}(?:\s+(?:so|true|the case))?[.!]*$", re.IGNORECASE)
_EXPLAINED = regex(
    r"^(?P<said>[^:;()]+?)(?:\s*[:;]\s+|\s+[–—-]\s+|\s?—\s?)(?P<tail>\S.*?)$|^(?P<alone>[^()]+?)\s*\((?P<within>[^()]+)\)\s*[.!]?$",
    re.DOTALL,
)


def denial(text: str) -> bool:
    """Whether a sentence's own statement is a denial: not a mistake in the gerund, not a clause within it."""
    return bool(_NOT_ALL.match(text)) or _denied(text) is not None


def _denied(text: str) -> re.Match[str] | None:
    found = _DENIAL.match(_WHERE.sub("", text))
    return None if not found or _INSIDE.search(found["subject"]) or _OF_A_MISTAKE.match(text) else found


def right(text: str) -> bool:
    """Whether a denial in one sentence is plainly what is right; where it is not, it may be so all the same."""
    said, tail = explained(text)
    if tail and _UPHELD.match(tail):
        return False
    if takes_back(said):
        return not re.search(r"\b(?:all|every|always|identical)\b", tail, re.IGNORECASE)
    found = _denied(text)
    if not found:
        return False
    but = _BUT.search(found["denied"])
    if but and re.search(r"\b(?:an?|the)\b" if but[1] in ("a", "an", "the") else rf"\b{but[1]}\b", found["denied"][: but.start()]):
        return True
    bare = _denied(said)
    return bool(tail) and (elliptical(tail) or (bare is not None and _is_something_else(tail, bare)))


def takes_back(text: str) -> bool:
    """Whether a denial takes a wrong idea back by its own words ("Not all ...", "... are not the same")."""
    found = _denied(text)
    return bool(_NOT_ALL.match(text)) or (found is not None and bool(_TOO_MUCH.match(found["denied"])))


def _is_something_else(tail: str, found: re.Match[str]) -> bool:
    """Whether what explains `X is not Y` says what X is instead ("they are arachnids"), in other words than Y's."""
    again = re.match(rf"(?:(?:it|they|he|she|these|this)|{re.escape(found['subject'])}) {_BE} (?P<what>\S.*)$", tail, re.IGNORECASE)
    if not again or not re.fullmatch(_BE, found["verb"]) or _SOFTENED.search(tail):
        return False
    same = re.match(r"an?\b|the\b", found["denied"]) is None or re.match(r"an?\b|the\b", again["what"]) is not None
    return same and len(again["what"].split()) <= 6 and not _shared(again["what"], found["denied"])


def upheld(said: str, after: str) -> bool:
    """Whether what stands after a denial says that what it denies is so, at least of some: then the denial is the mistake."""
    found = _denied(said)
    if _UPHELD.match(after) or found is None or _SOFTENED.search(after):
        return True
    some = re.match(rf"(?!(?:the|an?|this|these|such|both)\b)\w+(?: \w+)? {re.escape(found['subject'])}\b", after, re.IGNORECASE)
    return some is not None or bool(_shared(after, found["denied"]))


def goes_on(after: str) -> bool:
    """Whether what stands after a denial goes on from it: it says what is so instead, or why."""
    return bool(re.match(r"(?:instead\b|(?:this|that) is (?:because|why)\b|rather,)", after, re.IGNORECASE)) or elliptical(after)


def contradicted(after: str) -> bool:
    """Whether what stands after a statement says at its beginning that it is wrong, or says a thing of all."""
    return bool(_UPHELD.match(after) or re.match(r"(?:all|every|each)\b", after, re.IGNORECASE))


def _shared(one: str, other: str) -> set[str]:
    first, second = ({word[:5].casefold() for word in re.findall(r"[A-Za-z]{4,}|[A-Z]{2,}", text)} for text in (one, other))
    return first & second - {"there", "their", "with", "from", "that", "this", "they", "than", "into", "have"}


def explained(text: str) -> tuple[str, str]:
    """Cut a sentence from what explains it, behind a colon, a semicolon or a dash, or in brackets at its end; the latter may be empty."""
    found = _EXPLAINED.match(text.strip())
    if not found:
        return text, ""
    return (found["said"] or found["alone"]).strip(), (found["tail"] or found["within"]).strip()


def elliptical(text: str) -> bool:
    """Whether a text answers a statement by naming another of whom it is so ("Macbeth does.")."""
    found = _ELLIPSIS.match(text)
    return bool(found) and not re.search(r"\b(?:not|never)\b|n['’]t\b", text)


def bare_denial(text: str) -> bool:
    """Whether a text says no more than that something is not so ("They did not.")."""
    return bool(_BARE.match(text))


_PUTS_OTHERWISE = regex(rf"^(?P<who>{_PRONOUN}|(?:the |an? )?\w+)\s+(?={_VERB}\b)", re.IGNORECASE)
_EXTREME = regex(r"\b(?:\w{3,}est|most|least|one|ones)\b", re.IGNORECASE)


def otherwise(answer: str, claim: str) -> bool:
    """Whether an answer says of the same thing, in the same frame, something else: `X was caused by A`: `It was caused by B`.

    Superlatives are left alone: a thing may be the hottest and the nearest.
    """
    opening = _PUTS_OTHERWISE.match(answer)
    verb = re.search(rf"\b{_VERB}\b", claim)
    if not opening or not verb:
        return False
    who, subject = opening["who"].casefold(), claim[: verb.start()].strip().casefold()
    if who not in ("it", "they", "he", "she", "this", "these") and who != subject:
        return False
    said, told = answer[opening.end() :].split(), claim[verb.start() :].split()
    pairs = takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), zip(said, told, strict=False))
    same = len(tuple(pairs))
    if not same or same >= min(len(said), len(told)):
        return False
    figures = re.match(r"[^\w\s]?\d", said[same]) and re.match(r"[^\w\s]?\d", told[same])
    return bool(same > 1 or figures) and not (_EXTREME.search(answer) or _EXTREME.search(claim))
