"""Worked out: a calculation or a piece of algebra with what it comes to, working and all ("Calculate the speed of ... v = fλ = 50 × 0.2 = 10 m/s (2)").

Only what looks like a result is taken: signs, figures, units and hardly a word. Values that a question gives ("g = 9.8 N/kg", "3, 4, 5") stay with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.abbreviations import WITHIN
from packbuilder.derive.marking_points.skills import Skill
from packbuilder.derive.marking_points.sums import with_data
from packbuilder.patterns import regex
from packbuilder.stated_marks import PART

_RECKONS = regex(
    r"(?:Calculate|Work out|Determine|Find|Estimate|Convert|Solve|Expand|Simplify|Factori[sz]e|Differentiate|Integrate|Rationalise|Round|Evaluate|Express|Trace|Represent)\b"
)
_SETS_OUT = regex(
    r"(?:(?:Show|Prove)(?: algebraically| by [a-z]+)? that\b|(?:Increase|Decrease|Reduce|Divide|Share) (?=[£$€]?\d)|(?:Add|Subtract|Multiply) (?=[-−–]?\d[\d./]*(?: \d+)*(?: in binary)? (?:and|to|from|by) [-−–]?\d)|(?:Given(?: that)?|If) (?:[^.:]|\.(?=\w)|(?<=\b[a-z]\.[a-z])\.)*\b(?:find|calculate|work out|determine|show that|solve)\b|(?:Use|Using) [^.:]*\b(?:find|calculate|work out|determine|estimate)\b|(?:Simplify|Differentiate|Integrate|Round)\b)"
)
"""What opens with no skill's own verb, or with one that command words share, and is one all the same: with its values and its result it is asked."""
_SETS_EQUAL = regex(r"(?:Solve|Differentiate|Integrate|Show that|Prove that|Given|If|Use|Using|Express)\b")
"""What is done with an equation, whose sign parts no answer from it."""
_PARTS = regex(
    rf"(?P<colon>:\s+)|(?P<stop>(?<=[\w)%²³⁻¹°λΩπ’\]⁴$|])(?:{WITHIN}\.|;)\s+)|(?P<equals>\s=\s)|(?P<arrow>\s(?:→|⇒|[=-]+>)\s)|(?P<space>\s{{2,}})"
)
_CONDITION = regex(
    r"(?:\b(?:if|where|when|given|that|take|taking|using?|let|with|as|since|for|assum\w+|use)\b[^,;.]*|\b\w|,[^,]{0,12})$", re.IGNORECASE
)
"""Before an equals sign: a value that is given, or a letter that has it."""
_VALUE = regex(
    r"\d|[½¼¾√πλ∫]|[A-Z][a-z]?[₂-₉]|\b[a-z]\b\s?[=+−<>≤≥-]|[a-z][²³]|\b(?:AND|N?OR|NOT|XOR|NAND)\b|\b(?:regular|equilateral) [a-z]+(?:gon|lateral|triangle)\b"
)
_RESULT = regex(r"\d|[=<>≤≥√½¼¾π]|^[A-F]{1,4}$|^\S{1,3}$")
_OTHER = regex(
    r"(?<!\\)\b(?!(?:hours?|minutes?|seconds?|metres?|years?|days|months|half-li(?:fe|ves)|lives|half|north|south|east|west|times|about|approx(?:imately)?|percent|moles?|newtons?|joules?|watts?|volts?|"
    r"amps?|ohms?|each|than|remainder|left|rate|hence|since|because|therefore|then|million|billion|mark|marks|units?|bits?|bytes?|sqrt|sinh|cosh|tanh|litres?|grams?|kelvin|pascals?|pence|pounds?)\b)[a-z]{4,}\b",
    re.IGNORECASE,
)
"""A word that no result needs."""
_TELLS = regex(
    r"(?:take|use|using|give|assume|show|round|write|where|when|if|you|your|note|ignore|accept|allow|reject|state|explain|include|hint|do not|don['’]t|the|a|an|and|or|in|to|hence|leave|express)\b(?!\s?=)",
    re.IGNORECASE,
)
"""What opens a sentence to candidates or markers, or goes on with one."""
_NAME = r"[A-Za-zρλμθ]\w{0,3}"
_AMOUNT = r"\s?=\s?[-−–]?[\d.,]*\d(?:\s?×\s?10\S+)?(?:\s?[A-Za-zΩ°µ%][^\s=,]{0,8}){0,3}"
_ONE = rf"{_NAME}{_AMOUNT}"
_MORE = rf"(?:(?:,| and)\s+{_ONE})"
_BESIDE = rf"(?:(?:[,;]| and)\s+{_ONE})"
"""The same in a sentence of values, which semicolons may part ("u = 2 m/s; a = 3 m/s².")."""
_VALUES = regex(rf";(?=\s+{_ONE}(?:[;,]|$))")
"""Where a semicolon parts the values that a question gives: answers are parted by semicolons as well."""
_OF_WHAT = r"\(?(?:[A-Z]\w?:?\s)?"
"""What values are given of, before them ("Ar: Ca = 40")."""
_GIVEN = regex(rf"\(?(?P<name>{_NAME}){_AMOUNT}\)?")
"""One value of something, which a question may give."""
_DATA = regex(rf"{_OF_WHAT}{_ONE}{_BESIDE}*\)?\.\s|{_OF_WHAT}{_ONE}{_MORE}+\)?\.?(?:\s|$)|(?:[gchGekRLF]|N[Aa]){_AMOUNT}\s*[\[(]\d")
"""Values that a question gives, before what else it says: a sentence of them, several, or a constant ("g = 9.8 N/kg (2) 637 N")."""
_JUDGED = regex(r"Evaluate (?!the (?:integral|expression|value|limit|determinant|sum|product)\b)(?:[a-z]+(?:['’]s)? ){3}")
"""What is weighed, and not reckoned ("Evaluate moving to cloud storage")."""
_NAMED_VALUE = regex(r"([a-z]{3,4})\s?=")
_CONSTANT = regex(r"[gchGekRLF]|N[Aa]")
_QUANTITY = regex(r"(?<![\w.])(?:[£$€]\d[\d.,]*|\d[\d.,]*(?:\s?×\s?10\S+)?\s?(?:[%°]|(?!and\b|or\b|to\b|of\b|in\b)[A-Za-zΩµ])[^\s,;]{0,8})")
_REACTION = regex(r"[A-Z][a-z]?[\d₂-₉]*\s*(?:→|⇌|-+>)|(?:→|⇌|-+>)\s*\d*[A-Z](?![A-Za-z]{0,2}\s?=)")
_NUMBERS = regex(r"[-−–\d.\s]+(?:,[-−–\d.\s]+(?:and|or)?){2,}")
"""Values to reckon with."""
_OF_SEVERAL = regex(r"\b(?:these|following|each|below|above|numbers|values|data|equations|expressions|items)\b", re.IGNORECASE)
SAID_OF_ALL = regex(
    r"(?:Show|Prove)(?: algebraically| by [a-z]+)? that (?:for (?:all|any|every)|the (?:sum|product|difference|squares?) of (?!the|this|these)|(?:any|every|all|no|there|an? (?:odd|even|square|prime))\b)"
)
"""What is said of all such numbers or shapes: nothing else is needed to prove it."""
_WORKING = regex(r"\d\s?[×÷/*]\s?\d.*=")
_ROOT = regex(r"(?:[a-z]|\(x, ?y\))\s?(?:=|<|>|≤|≥|∈|≠)|[-−–\d.\s]+(?:<|≤)\s?[a-z]|no (?:real )?(?:solutions?|roots?)", re.IGNORECASE)
_CODE = regex(r"(?<!\w)[MABC]\d(?:ft)?(?!\w)")
"""A code of mathematics schemes, which says itself what it stands for."""
BASE_16 = regex(r"\bhex(?:adecimal)?\b", re.IGNORECASE)
_TO_MARKERS = regex(r"\b(?:award|ecf|must|max|credit|condone)\b", re.IGNORECASE)
_VERDICT = regex(r"(?<=[.;)\]\w])\s+(?=(?:Accept|Allow|Reject|Ignore|Do not accept)\b)", re.IGNORECASE)
"""Where words to markers begin behind a result."""
_ANSWER = regex(r"^\s*(?:(?:answer|ans)\b\s*[:=.]?|[:=]\s+(?=[^:=]*$))\s*", re.IGNORECASE)
_CUT_OFF = regex(
    r"(?:is|are|was|were|be|has|have|had|can|will|goes|across|of|on|at|by|per|from|between|through|with|where|which|that|value|values)\b(?!\s?=)"
)
"""How the rest of a sentence opens that was cut in two: no result does ("... when the p.d. | is 6 V")."""
_OF_LABEL = regex(r"[^=]*?(?:\w+[^\w=]+){2,}\w+[^=]*")
"""Three words before a colon, and no equation: more than the label of a working ("Working: ...")."""
_LED = regex(r"\s*(?:answer|ans)\s*[:=.]?$", re.IGNORECASE)
_ARROW_FIRST = regex(r"^(?:→|⇒|[=-]>)\s*")
_NEXT = regex(r";\s+")
_MANY = 1
"""Words of a result that no result needs, at most ("3 half-lives so 2 hours")."""


def worked_out(text: str, told: str = "") -> Skill:
    """Return what is to be worked out apart from its result; a point as it is where nothing is sure to be one. `told`: what is told before it, where values may stand."""
    if not reckons(text):
        return Skill(words=text)
    for asked, given in sorted(_parted(text, told), key=lambda parts: not _is_opened(text, *parts)):
        if _is_result(given, asked):
            return _credited(asked.rstrip(" ."), given, text)
    return Skill(words=text)


def reckons(text: str) -> bool:
    """Whether a text opens with a skill of reckoning."""
    return bool((_RECKONS.match(text) and not _JUDGED.match(text)) or _SETS_OUT.match(text))


def has_values(text: str) -> bool:
    """Whether something can be worked out from what stands in a text."""
    return bool(_VALUE.search(text))


def _parted(text: str, told: str) -> Iterator[tuple[str, str]]:
    """Yield what stands on both sides of each sign that may part a result from its question."""
    for sign in _PARTS.finditer(text):
        asked, given = text[: sign.start()], text[sign.end() :]
        asked = _LED.sub("", asked)
        whole = asked.count("(") == asked.count(")") and asked.count("[") == asked.count("]") and not asked.count("$") % 2
        if sign["arrow"] and _REACTION.search(text):
            continue
        if not whole or (sign["equals"] and (_SETS_EQUAL.match(text) or re.search("[=:]", asked) or _CONDITION.search(asked))):
            continue
        shown = sign["colon"] and SAID_OF_ALL.match(text)
        if (sign["colon"] or sign["equals"] or sign["space"] or sign["arrow"]) and not (shown or has_values(asked) or has_values(told)):
            continue
        yield asked, given


def _is_opened(text: str, asked: str, given: str) -> bool:
    """Whether a colon opens what was cut off, behind a sentence of its own: before any stop, it parts an answer from its question."""
    sign = text[len(asked) : len(text) - len(given)].strip()
    last = re.split(rf"{WITHIN}\.\s+", asked)[-1]
    return sign == ":" and bool(_OF_LABEL.fullmatch(last))


def _is_result(given: str, asked: str) -> bool:
    """Whether a text is what something comes to, with or without its working."""
    bare = _ANSWER.sub("", PART.sub(" ", given)).strip(" .;:")
    if (
        not bare
        or (_TELLS.match(bare) and not re.fullmatch(r"[A-Z]", bare))
        or _CUT_OFF.match(bare)
        or (_CODE.search(bare) and not BASE_16.search(asked))
        or not _RESULT.search(bare)
        or sum(word.casefold() not in asked.casefold() for word in _OTHER.findall(bare)) > _MANY
    ):
        return False
    if (
        _NUMBERS.fullmatch(bare)
        or (_DATA.match(given) and not _is_what_is_asked(given, asked))
        or _TO_MARKERS.search(bare)
        or (_OF_SEVERAL.search(asked) and not (SAID_OF_ALL.match(asked) or _WORKING.search(bare)))
    ):
        return False
    if (value := _GIVEN.fullmatch(bare)) and not (_is_named(value["name"], asked) or _has_all(value["name"], asked)):
        return False
    if _REACTION.search(bare) and "equation" not in asked:
        return False
    return bool(_ROOT.match(bare)) or not asked.startswith("Solve ")


def _is_what_is_asked(given: str, asked: str) -> bool:
    """Whether the first of several values is one that the question asks for by its name ("Find the mean and range of 2, 3, 7: mean = 4, range = 5")."""
    name = _NAMED_VALUE.match(given)
    return name is not None and _is_named(name[1], asked.casefold())


def _is_named(letter: str, asked: str) -> bool:
    return bool(re.search(rf"(?<![A-Za-z]){re.escape(letter)}(?![A-Za-z])", asked))


def _has_all(letter: str, asked: str) -> bool:
    """Whether a question has two quantities already, so that a further one behind it is what they come to; a constant is given all the same."""
    return not _CONSTANT.fullmatch(letter) and len(_QUANTITY.findall(asked)) > 1


def _credited(asked: str, given: str, text: str) -> Skill:
    """Return a skill with the steps of its working, each credited where it has a mark or a semicolon of its own; verdicts stay with the question."""
    given, *said = _VERDICT.split(given, maxsplit=1)
    steps = (each for part in PART.split(given)[::2] for each in _NEXT.split(_ANSWER.sub("", part)))
    pieces = tuple(bare for each in steps if (bare := _bare(each)))
    if not pieces:
        return Skill(words=text)
    return Skill(words=". ".join((with_data(_VALUES.sub(",", asked)), *said)), answers=pieces, marks=_marks(given))


def _bare(step: str) -> str:
    """Return a step of a working without what stands round it."""
    bare = _ARROW_FIRST.sub("", step.strip(" .;,"))
    return bare[1:-1] if re.fullmatch(r"\([^()]*\)", bare) else bare


def _marks(given: str) -> int:
    """Return the marks of a result: those of its steps, or the total behind them."""
    found = [(each[0][0], int(each["n"])) for each in PART.finditer(given)]
    own = [marks for _, marks in found]
    if own and PART.match(given.strip()):
        return own[0]  # the question's own, before its answer
    if len(own) > 1 and found[-1][0] == "[" and all(sign == "(" for sign, _ in found[:-1]):
        return own[-1]
    return sum(own)
