"""Limits said: how many of what a point lists earn marks ("(1 mark each, max 2)", "(3 from 5)", "any 2 = 2 marks"), and codes of objectives or mathematics that stand for marks, as plain ones ("[2]")."""

from __future__ import annotations

import re

from packbuilder.amounts import FEW, MARK, NUMBER, SEVERAL, figures_added, number_said
from packbuilder.patterns import regex

_EACH = rf"(?:award |give |allow )?(?:1|one|a) ?(?:{MARK} )?(?:each|per \w+|for (?:each|any|every)(?: \w+){{0,2}})"
"""`1 mark each`, `award 1 per cause`."""
_MOST = rf"(?:up to(?: a)? ?(?:max(?:imum)?\.?(?: of)?)?|max(?:imum)?\.?(?: of)?)\s*(?P<most>{NUMBER})(?: ?{MARK})?"
"""`max. 2`, `up to a maximum of two marks`."""
_EACH_MOST = rf"{_EACH}[,;:.]?\s*(?:to |and )?{_MOST}"
_ANY = rf"any (?P<any>{FEW})(?: (?:from|of) (?:these|the (?:above|list|following)|{NUMBER}))?(?:\s*(?:[=:,;–-]|for|max\.?)\s*(?P<worth>{NUMBER}) ?(?:{MARK})?)?"
"""`any two`, `any 2 = 2 marks`, `any two from five for two marks`."""
_FROM = rf"(?P<from>{FEW}) (?:from|out of) {SEVERAL}"
"""`3 from 5`."""
_IN_BRACKETS = regex(rf"\s*[\[(]\s*(?:{_EACH_MOST}|{_ANY}|{_FROM})\s*[\])]\s*(?:\.?$|(?=:\s+\S))", re.IGNORECASE)
_BARE = regex(rf"(?<=\w)(?:[.;,]|\s[–—-])\s+(?:{_EACH_MOST}|{_ANY})\.?$", re.IGNORECASE)
"""The same behind a stop."""
_LISTS = regex(r"[;,:]\s+\S|\s[–—-]\s+\S")
"""What lists answers, so that some of them can be chosen."""
_OWN = regex(r"[\[({]\d{1,2}(?:\s*marks?)?[\])}]", re.IGNORECASE)
_OBJECTIVES = regex(
    r"\s*[\[(]\s*(?P<all>(?=[^\[\]()]*\bK(?:U)?\s?\d)(?:(?:KU|K|Ap|AP|App|An|AN|Ev|EV|Eval|A|E|U)\s?\d{1,2}[\s,;/+&]*){2,})[\])]\s*\.?$"
)
"""Knowledge, application, analysis, evaluation, as marks ("[K1 An1 Ap1]")."""
_CODE = regex(r"(?:(?P<stop>[.:;?])|\s[–—-])?\s+(?P<open>[\[(])?[MAB](?P<n>[1-4])(?P<short>(?:\s+(?:oe|cao|ft))*)[\])]?\s*\.?$")
"""The code of a mark behind a question, and nothing behind that ("... suitable here. B1")."""
_HAS_CODES = regex(
    r"\b(?:vitamins?|roads?|motorways?|junctions?|routes?|paper|posters?|sizes?|levels?|keys?|batter(?:y|ies)|rows?|columns?|hepatitis)\b",
    re.IGNORECASE,
)
"""What has such names itself ("Name the vitamin that prevents beriberi. B1")."""
_ANY_CODE = regex(r"(?<!\w)[MAB]\d(?!\w)")
_FOR_BOTH = regex(
    rf"\s*\((?:[MAB](?P<code>[1-4])|(?P<n>{NUMBER}) marks?) for (?:both|all(?: (?:three|four))?)\)(?=\s*[^\s.])", re.IGNORECASE
)
_ONES_FIRST = regex(
    r"^(?P<asked>[^\[\]]{8,}?[\w)’'])\s*[.?:]\s+\(1\)\s+(?P<list>(?:[^()]|\((?!\d)[^()]*\))+(?:\s+\(1\)\s+(?:[^()]|\((?!\d|total)[^()]*\))+)+?)(?:\s*[\[(]?(?:total|max)\.?:?\s*(?P<n>\d{1,2})(?:\s*marks?)?[\])]?)?\s*\.?$",
    re.IGNORECASE,
)
"""Marks before each answer ("Explain why shunting occurs. (1) more blood to muscles (1) less to the gut (total 2)")."""
_CAPPED = regex(r"(?<=[a-z)])\s+(?=max(?:imum)?\.?(?: of)? \d (?:if|unless|without|when|where)\b)", re.IGNORECASE)
"""Where an answer ends before what it may earn at most ("liver damage Max 1 if only a list")."""
_FOREIGN = regex(r"[\[(]\s*(?P<n>\d{1,2}) (?:puntos?|punkte?|marciau|marc|punti|punto|puncte|pontos?)\s*[\])]", re.IGNORECASE)
"""Marks in other languages ("(4 puntos)")."""
_WHAT = regex(r"^(?:what|which|who|why|how|when|where)\b", re.IGNORECASE)
_COUNTED = regex(
    rf"^(?:name|state|list|identify|give|recall)\s+(?:any |the |the main |at least )?[*_]*(?P<n>{SEVERAL})[*_]*\s+(?!marks?\b)",
    re.IGNORECASE,
)
_ONLY_NAMED = ("name", "list")
"""What is given or stated may be explained for a second mark each ("Give two reasons: alliances (1) drew nations in (1), ...")."""


def without_limits(words: str) -> str:
    """Return a point whose limits and codes are written as plain marks; those that it states otherwise stay its own."""
    words = _FOREIGN.sub(r"[\g<n>]", _CAPPED.sub(". ", _FOR_BOTH.sub(_for_both, words)))
    if found := _ONES_FIRST.match(words):
        answers = [each.strip(" .;,") for each in re.split(r"\(1\)", found["list"])]
        sign = "?" if _WHAT.match(words) else ""
        return f"{found['asked']}{sign} [{found['n'] or len(answers)}]: {'; '.join(answers)}"
    if (found := _OBJECTIVES.search(words)) and found.start() >= 8:
        return _with(words[: found.start()], figures_added(found["all"]))
    found = _IN_BRACKETS.search(words) or _BARE.search(words)
    if found and words[found.end() :]:
        head = words[: found.start()]
        return f"{head if _OWN.search(words) else _with(head, _limit(found))}{words[found.end() :]}"
    if found and _LISTS.search(words[: found.start()]):
        return _with(words[: found.start()], _limit(found))
    found = _CODE.search(words)
    may_answer = found and _HAS_CODES.search(words) and not found["short"]
    if found and not may_answer and (found["stop"] or found["open"]) and found.start() >= 8 and len(_ANY_CODE.findall(words)) == 1:
        sign = "?" if found["stop"] == "?" else ""
        return _with(words[: found.start()] + sign, int(found["n"]))
    return words


def _limit(found: re.Match[str]) -> int:
    """Return how many marks a limit allows: those that it names, or one for each of so many things."""
    said = found.groupdict()
    return number_said(said["worth"] or said["most"] or said["any"] or said["from"])


def _for_both(found: re.Match[str]) -> str:
    """Return the marks of answers that are right together ("(B1 for both) x = 2, y = 3")."""
    return f" [{number_said(found['code'] or found['n'])}]"


def _with(head: str, marks: int) -> str:
    """Return what stands before a limit with its marks, unless it states its own."""
    head = head.rstrip(" .;,")
    return head if _OWN.search(head) else f"{head} [{marks}]"


def most_of(asked: str, marks: int) -> int:
    """Return the marks of answers that have one each, or as many as are asked for where more are listed ("Name TWO ...: a (1), b (1), c (1)")."""
    found = _COUNTED.match(asked)
    count = number_said(found["n"]) if found else 0
    if not count or marks <= count:
        return marks
    return marks if not marks % count and not asked.casefold().startswith(_ONLY_NAMED) else count
