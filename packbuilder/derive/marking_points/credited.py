"""The gate over what is credited: nothing that only speaks to markers, and nothing half cut, is printed as an answer."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.asides import LEVEL, speaks_of_asked
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.pieces import in_halves
from packbuilder.derive.marking_points.worked_out import BASE_16
from packbuilder.patterns import regex
from packbuilder.remarks import is_kind, is_remark
from packbuilder.text import capital
from packbuilder.values import replace

_OPENING = regex(
    r"^(?:any (?:one|two|three|four|five|\d)\s+(?:of|from)(?: the following| these)?\s*:?\s+|(?:one|two|three|four|five)\s+(?:of|from)(?: the following| these)?\s*:\s+|(?-i:ALLOW|ACCEPT|CREDIT|MAX ?\d)\s*:?\s+(?=\S))",
    re.IGNORECASE,
)
"""What only leads to the first of several answers."""
_END = regex(
    r"[\s,]+(?:\((?P<each>(?:\d|one)(?: marks?)? (?:each|max)|max(?:imum)?\.?(?: of)? ?\d(?: marks?)? (?:per|for each) \w+)\)|\(?(?P<short>oe|owtte|ora|ecf|cao|wtte|isw|aw)\)?|(?P<more>\+\s?\d(?: marks?)? for [^;]{3,60})|\((?P<shares>\d(?: marks?)? for [^()]+)\))\.?$",
)
_RECALLED = regex(r"(?:State|Name|Give|List|Identify|Define)\b")
"""What may ask for kinds of answers themselves."""
_MARK = regex(r"[MAB]\d(?: ?(?:oe|ft|cao|dep))?")
"""The name of a mark, without what it is given for."""
_SHARE = regex(
    r"(?:\d|one|two|three) marks? for (?!each\b)\w|\d for (?:correct|the|idea|balanc\w+|unit|working|method|both|each|all)\b", re.IGNORECASE
)
"""What a mark is given for, in brackets within an answer ("(1 for correct formulae)")."""
_FOR = regex(r"^(?:\d|one|two|three)(?: marks?)? for\s+(?=\S)", re.IGNORECASE)
_LABEL = regex(r"^\(?[a-z\d]{1,2}\)\s")
_INTERVAL = regex(r"[\[(][^()\[\]]*[,;][^()\[\]]*[\])]")
_FOR_ANOTHER = regex(r"[‘'][^‘’']{2,30}[’'] for (?:[‘'][^‘’']{2,30}[’']|[\w-]+(?: [\w-]+)?)$")
"""A word that is accepted for another, and no answer by itself ("'lactic acid' for lactate")."""
_CUT = LeftOut(
    rule="N", reason="an answer that it gives is not whole", remedy="Close its brackets in the notes, and put semicolons between answers."
)


_MARKS_WITHIN = regex(r"[\[(]\d(?: marks?)?[\])]")
_LEVEL_SAID = regex(r"(?:L|level |(?:mark )?band |grade )\d\s*[:=–-]\s|(?:pass|merit|distinction)\s*[:=–-]\s", re.IGNORECASE)
"""A level by its name, whatever it says of answers."""
_HOW_GOOD = regex(
    r"(?:very |more )?(?:basic|simple|limited|some|partial|clear|detailed|thorough|developed|sustained|perceptive|good|excellent|generali[sz]ed|superficial|relevant|confident|secure|weak|strong|adequate|comprehensive|in-depth)"
    r"(?: (?:descriptions?|explanations?|analysis|evaluation|understanding|knowledge|answers?|responses?|detail|discussion|comparisons?|judgements?|points?|ideas?|statements?))?",
    re.IGNORECASE,
)
"""How good an answer is, and nothing of what it says ("limited", "clear explanation")."""
_LEVELS = LeftOut(
    rule="N",
    reason="what it credits are levels, and they stand in its own line",
    remedy="Write each level on a line of its own below the point.",
)


def settled(normal: Normal) -> Normal | LeftOut:
    """Return a point with its answers alone as its tail; what speaks to markers among them goes to the guidance."""
    kept: list[str] = []
    said: list[str] = []
    pieces = _whole(normal.tail)
    if len(pieces) > 1 and all(map(_HOW_GOOD.fullmatch, pieces)):
        if len(_MARKS_WITHIN.findall(normal.raw)) > 1:
            return _LEVELS
        return replace(normal, tail=(), guidance=(*normal.guidance, f"{capital('; '.join(pieces))}."))
    if all(map(_SHARE.match, pieces)):
        pieces = [_FOR.sub("", piece) for piece in pieces]
    for piece in pieces:
        answer, remark = _without_end(_OPENING.sub("", in_halves(piece)))
        said.extend(remark)
        mark = _MARK.fullmatch(answer) and not BASE_16.search(normal.body)
        remark_alone = is_remark(answer) and not speaks_of_asked(answer, normal.body)
        if _FOR_ANOTHER.match(answer):
            said.append(f"accept {answer}")
        elif LEVEL.match(answer) or _LEVEL_SAID.match(answer) or mark or _SHARE.match(answer) or remark_alone:
            said.append(answer)
        elif not _balanced(answer):
            return _CUT
        else:
            kept.append(answer)
    if kept and all(map(is_kind, kept)) and not _RECALLED.match(normal.body):
        kept, said = [], [*said, "; ".join(kept)]
    if tuple(kept) == normal.tail:
        return normal
    remarks = (f"{capital(each.strip(' .;,'))}." for each in said)
    return replace(normal, tail=tuple(kept), guidance=(*normal.guidance, *remarks))


def _without_end(answer: str) -> tuple[str, tuple[str, ...]]:
    """Return an answer without what markers write for short behind it ("not affected by outliers oe"), and that, with the answer that it is said of."""
    found = _END.search(answer)
    if not found:
        return answer, ()
    bare = answer[: found.start()]
    if (each := found["each"]) and each.endswith("each"):
        return bare, ("1 mark each",) if each[:1] in "1o" else (each,)
    said = (found["short"] or found["each"] or found["more"] or found["shares"]).strip()
    return bare, (said if found["more"] or found["shares"] else f"{bare}: {said}",)


def _whole(pieces: tuple[str, ...]) -> list[str]:
    """Return pieces, those joined again that brackets hold together."""
    found: list[str] = []
    for piece in pieces:
        if found and not _balanced(found[-1]) and _balanced(f"{found[-1]}, {piece}"):
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece)
    return found


def _balanced(piece: str) -> bool:
    bare = _INTERVAL.sub("", _LABEL.sub("", piece))
    return all(bare.count(opening) == bare.count(closing) for opening, closing in ("()", "[]"))
