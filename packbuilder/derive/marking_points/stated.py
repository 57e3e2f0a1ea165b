"""Stated: whether the marks that a point states can be those of its question; where they cannot, the point is left out with the reason."""

from __future__ import annotations

import re
from dataclasses import replace

from packbuilder.derive.marking_points.halves import halves
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.single import asks_for_one, together
from packbuilder.derive.marking_points.tariff import LEVELS_FROM, MOST, POINTS_UP_TO, TARIFF, Tariff
from packbuilder.leads import OF_CREDIT
from packbuilder.patterns import regex
from packbuilder.stated_marks import left_in, unclear

_REMEDY = "Write its marks in square brackets at its end: `[2]`."
_LINKED = regex(
    r"[,;+>→]|\s[–—-]\s|^\d(?!\d*(?:st|nd|rd|th)\b|[\d.]* (?:million|billion|thousand)\b|[\d.]*%|\d* (?:out )?of\b)|\b\d\.\s|\b(?:so(?! (?:many|much|few|little)\b)|and|which|while|whereas|but|then|therefore|thus|hence|leading|causing|making|allowing|resulting|meaning|until)\b",
    re.IGNORECASE,
)
"""What gives a reason a second step."""
_OF_SOME_KIND = r"(?:all|any|each|either|other|another|alternative|equivalent|similar|valid|suitable|reasonable|relevant|appropriate|sensible|plausible)\b"
_BETWEEN = regex(r"\bbetween [^,;]+? and (?=\S)", re.IGNORECASE)
"""Whose "and" adds no step."""
_AMONG_OTHERS = regex(
    r"\b(?:such as|including|i\.?e\b|e\.?g\b|for example|for instance|like(?! an?\b)|any (?:one|two|other))\b"
    rf"|(?:[;.:]|\s[–—-]|\() ?(?:also )?(?:accept|(?:credit|reward)(?!\s?:| {OF_CREDIT}\b))\b"
    rf"|^accept\b|\b(?:accept|credit|reward|allow|give credit (?:for|to)) (?:also )?{_OF_SOME_KIND}"
    r"|\bcredit (?:can|may|should|could|will) (?:also )?be given (?:for|to) (?:any|other)|\b(?:may|can|should|could|will) (?:also |still )?be (?:credited|accepted)\b",
    re.IGNORECASE,
)
"""What is named for an example is not all that is credited. "Award credit for" says nothing of the kind: it only heads a criterion."""
_PAIR = regex(r"^(?:Identify|Name|State|Give) (?:the|an?|one) (?:[\w-]+ ){0,3}pair\b")
_TWO = regex(r"([\w’' -]{2,30}?)\s*(?:/|&| and )\s*([\w’' -]{2,30})")
_SHORT = 14
"""Words: a longer answer says more than one thing."""
_BEHIND = regex(r"(?P<before>.*)[:?](?P<behind>[^:?]*)$")
_ASKED = 2
"""Words of a question at least; fewer are a label."""
_MEANT = regex(
    r"(?:Explain|Describe|Outline) (?:what is meant by|the (?:term|meaning of))\b(?!.*\band (?:explain|describe|give|why|how)\b)"
)
_IN_A_WORD = regex(
    r"(?:Describe|State|Predict) (?:what (?:happens|happened|would happen)|the (?:effect|change)) (?!.*\b(?:and|explain|why|how)\b)"
)
_FORESEEN = regex(r"Predict the (?:product|colour|shape|name|formula|direction|sign|phenotype) (?!.*\b(?:and|explain|why|how)\b)")
"""One thing that is predicted, which a name tells whole."""
_WORKED_OUT = regex(r" (?:is|are) (?:calculated|worked out|found)$")
"""What a formula tells whole."""
_TEST = regex(r"Describe the (?:[a-z]+ )?test for (?!.*\band (?:explain|why|how)\b)")
_NAME = 3
"""Words of a name."""
_WORDS = 1
"""Words of what is one mark ("halves")."""
_WHICH_ONE = regex(
    r"Identify (?:which|what) (?!(?:two|three|four|are|were)\b)[a-z-]+(?<!s) (?:[a-z]+s|is|was|has|had|can|did|does|would|will)\b"
)
_MANY = regex(
    r"(?:State|Name|Give|List|Identify) (?:all )?(?:of )?the (?:(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty)|1[1-9]|[2-9]\d) [a-z]",
    re.IGNORECASE,
)
"""More things than one question asks for."""
_CHAIN = regex(r"\s(?:→|[-=]>|⇒)\s")
_OF_EACH = regex(r"\b(?:each|every|any|all|both|composition|contents|make-?up|layout|stages)\b", re.IGNORECASE)
"""What holds several things, though it is one."""
_WHY_OR_HOW = ("Explain why ", "Explain how ")
_AND_SO = regex(r"(?:and )?(?:so|therefore|hence|thus|as a result|which means|meaning)\b", re.IGNORECASE)
_OPENS_ANSWER = regex(r"^(?:so that|so|in order (?:to|that)|because|as|since|to|by) (?:(?:when|if) )?", re.IGNORECASE)
"""What leads to an answer, and is no step of it."""
_REASON = 2
"""Marks of one reason: for it, and for what it does."""
_HOW_MANY = regex(
    r"(?:(?:State|Give|Write(?: down)?|Identify) )?(?:how many|the (?:total )?(?:number|order|valency|charge|value) of)\b", re.IGNORECASE
)
"""What is answered by a number."""
_IN_ROUND = regex(r"\(\d{1,2}\)\W*$")


def unfit(text: str, stem: str, command: str, *, count: int, listed: int) -> LeftOut | None:
    """Return why a point is left out whose marks are unclear, or are not a question's; None where they are in order.

    `count` is what the point says that it is worth (0: nothing), `listed` how many answers it lists.
    """
    if reason := unclear(text):
        return LeftOut(rule="N", reason=reason, remedy=_REMEDY)
    if _MANY.match(stem) and not count:
        return LeftOut(
            rule="N", reason="it asks for more things than one question does", remedy="Say how many are asked for: “State four of the ...”."
        )
    if count > MOST:
        return LeftOut(rule="N", reason=f"it says {count} marks, and no question has more than {MOST}", remedy=_REMEDY)
    if count == 1 and command in TARIFF and TARIFF[command].marks >= LEVELS_FROM:
        return LeftOut(rule="N", reason="one mark is too little for a judgement", remedy="Say what it is worth in all, as `[6]`.")
    if left_in(stem):
        return LeftOut(rule="N", reason="how it is marked would stand in the question", remedy=_REMEDY)
    doubtful = (count > POINTS_UP_TO and asks_for_one(stem.rstrip(" ."))) or (count > 1 and _HOW_MANY.match(stem))
    if doubtful and not listed and _IN_ROUND.search(text):
        return LeftOut(
            rule="N", reason=f"({count}) may be its marks or its answer", remedy="Write marks as `[2]`, and answers behind a colon."
        )
    return None


def within_reach(tariff: Tariff, sentence: str, point: Normal) -> Tariff:
    """Return a tariff that no more than what is credited can earn: one name is one mark, one bare reason ("because ice melts") two, and so a reason and its result."""
    sentence = sentence.replace("Explain why, ", "Explain why ", 1)  # "why, in Blood Brothers, the twins are separated"
    named = sentence.startswith(("Identify ", "List ")) and tariff.rank <= TARIFF["Identify"].rank
    one = named and bool(asks_for_one(sentence) or _WHICH_ONE.match(sentence))
    explained = tariff.rank <= TARIFF["Explain"].rank
    most = _by_form(sentence, point, one=one, explained=explained) or _by_answer(sentence, point, one=one, explained=explained)
    return replace(tariff, marks=min(tariff.marks, most)) if most else tariff


def _by_form(sentence: str, point: Normal, *, one: bool, explained: bool) -> int:
    """Return the most marks of a question by what it asks and how many answers it has, or 0; `one`: it names one thing, `explained`: no judgement is asked for."""
    listed = len(point.tail)
    if one and not listed and not _OF_EACH.search(sentence):
        return 1
    if _MEANT.match(sentence) and not point.refer and not _AMONG_OTHERS.search(point.raw):
        return max(_REASON, listed)
    if explained and listed > 1 and len(_CHAIN.findall(point.raw)) == listed - 1:
        return listed  # "higher frequency → more energy → ionising"
    if explained and listed == _REASON and _AND_SO.match(point.tail[1]) and sentence.startswith(_WHY_OR_HOW):
        return _REASON  # a reason and its result, with a comma between
    if listed == 1 and _FORESEEN.match(sentence) and len(point.tail[0].split()) <= _NAME:
        return 1
    if listed == 1 and _TEST.match(sentence) and point.tail[0].count(",") <= 1:
        return _REASON  # what is done, and what is seen
    return _few_reasons(point) if sentence.startswith("Justify ") else 0


def _by_answer(sentence: str, point: Normal, *, one: bool, explained: bool) -> int:
    """Return the most marks that the one answer of a question can earn, by its length and its steps; 0 where that does not tell."""
    if len(point.tail) != 1 or max(len(each.split()) for each in point.tail[0].split(" / ")) > _SHORT or _AMONG_OTHERS.search(point.raw):
        return 0
    words, why = len(point.tail[0].split()), explained and sentence.startswith(_WHY_OR_HOW)
    if one and words <= _NAME and not _CHAIN.search(point.raw):
        return 1  # "AND" is a gate, and joins nothing
    if _IN_A_WORD.match(sentence) and words <= _WORDS:
        return 1
    if why and len(halves(point.tail, _REASON)) == _REASON:
        return _REASON
    told = _OPENS_ANSWER.sub("", point.tail[0])
    links = () if together(told) else _LINKED.findall(_BETWEEN.sub("between ", told))
    if links == ["so"] and why:
        return _REASON  # a reason and its result
    if links:
        # "because it is strong and light" is one reason with two halves: a mark for each, and one for what they do.
        return _REASON + 1 if why and len(links) < _REASON + 1 else 0
    return 1 if one else _REASON if explained and _is_bare(sentence, point) else 0


def _is_bare(sentence: str, point: Normal) -> bool:
    """Whether one answer is all that a question wants: it tells why, what, or by what means, or stands behind the question's colon."""
    if sentence.startswith(("Explain why ", "Explain what ", "Explain the ", "Describe ", "Suggest ", "Predict ")) or _behind_colon(point):
        return True
    return sentence.startswith("Explain how ") and bool(point.tail[0].startswith("by ") or _WORKED_OUT.search(sentence))


def _few_reasons(point: Normal) -> int:
    """Return the marks of a justification all of whose few reasons the point gives, so that no essay is asked for; 0 where it does not."""
    few = len(point.tail) in range(1, _REASON + 2) and all(len(each.split()) <= _SHORT for each in point.tail)
    return max(_REASON, len(point.tail)) if few else 0


_CHOSEN = regex(
    r"(?:Identify|State|Name|Give) (?:an?|one|the) [^,;:?]+ and justify (?:the|your|this|that) (?:choice|answer|selection|decision)\b"
)
_CHOICE = 3
"""Marks of a choice and its reason: one for what is named."""


def with_its_reason(command: str, tariff: Tariff, sentence: str, worth: int) -> tuple[str, Tariff]:
    """Return what is named "and justify the choice" as an explanation: one thing with its reason is no judgement."""
    if worth >= LEVELS_FROM or not _CHOSEN.match(sentence):
        return command, tariff
    return "Explain", replace(TARIFF["Explain"], marks=worth or _CHOICE)


def _behind_colon(point: Normal) -> bool:
    """Whether all that a point says of its answer stands behind a colon or its question, in whatever language."""
    found = _BEHIND.match(point.raw)
    if not found or len(found["before"].split()) < _ASKED:
        return False
    return point.tail[0].casefold() in found["behind"].casefold() and not _AMONG_OTHERS.search(found["behind"])


def both_of_a_pair(sentence: str, credited: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is credited for a pair one by one ("biceps/triceps" for "the antagonistic pair")."""
    found = _TWO.fullmatch(credited[0]) if len(credited) == 1 and _PAIR.search(sentence) else None
    return (found[1], found[2]) if found else credited


def shared_out(tariff: Tariff, point: Normal) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the objectives of a question, and how many marks each has where its point shares them all out."""
    marks = tuple(number for _, number in point.shares)
    if not all(marks) or sum(marks) != tariff.marks:
        return tariff.objectives, ()
    return tuple(name for name, _ in point.shares), marks
