"""Codes of mathematics schemes behind a question ("M1 for (x ± 2)(x ± 3); A1 for x = 2, x = 3"): what they credit, and how many marks they add up to."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.leads import MARK_CODE
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_CODE = regex(rf"(?<![\w.]){MARK_CODE}(?:\s?(?:ft|dep))?\*?(?!\w)")
_FIRST = regex(r"(?:(?:[.;:,?]|[(\[]|\s[–—-])\s*|\s\s)$")
"""What stands before the first code: a sign, or it may be the name of something ("vitamin B1")."""
_ROW = regex(rf"(?:{MARK_CODE}[\s,;+]*)+[.)\]]*$")
"""Codes and nothing more."""
_RIM = regex(r"^[\s,;.)\]]+|[\s,;.(\[]+$")
_EACH_FOR = regex(rf"{MARK_CODE}\*?\s+(?:for\b|if\b|[-–:]\s)")
_BEHIND = regex(rf"[(\[]{MARK_CODE}[)\]](?!\s*[(\[]?{MARK_CODE})")
"""A code behind what it is given for ("IQR = 8 (A1)") is read as marks in brackets are."""
_OWN = regex(r"\s*[\[(](?:total:? ?)?(?P<n>\d{1,2})(?: marks?)?[\])]\s*\.?$", re.IGNORECASE)
_SAID = regex(r"\s*\((?P<said>(?:condone|accept|allow|ignore|reject|or|oe|do not|ft|isw|awrt|cao|soi)\b[^()]*)\)", re.IGNORECASE)
_SHORT_FOR = regex(r"(?<=[^\s,;:])[\s,;]+\(?(?P<said>oe|cao|ft|isw|awrt|soi)\)?(?=[\s.;,]*$)")
"""What markers write for short behind an answer."""
_VALUE = regex(rf"{MARK_CODE}\*?\s+(?:[-−–+]?\s?[£$€]?\d|[a-z]\s?[=<>≤≥]|[(√±])")
"""A value behind one code ("B1 3.4 × 10⁻⁴")."""
_NAMED_SO = regex(
    r"(?:vitamins?|cells?|columns?|rows?|groups?|parts?|levels?|papers?|sizes?|hepatitis|bands?|sections?|factors?|types?|points?|nodes?|houses?|zones?|junctions?|units?|"
    r"grades?|roads?|routes?|phases?|stages?|box(?:es)?|the|and|or|to|of|in|is|at|from|as|called|between|[A-Z]\d)",
    re.IGNORECASE,
)
"""Behind such a word a letter and a figure name something ("vitamin B1", "cell B2")."""
_LAST = regex(
    rf"(?P<own>.*(?:[.:;?][’'”\"]?|\s(?:=|→|⇒|->))\s+\S.*?(?P<before>[\w)}}$%²³⁴°Ω]+))[.,;]*\s+[(\[]?(?P<codes>{MARK_CODE}(?:[\s,;+]*{MARK_CODE})*)[)\]]?\.?$"
)
"""Nothing but codes behind an answer ("... when H0 is true B1", "... probability; independent (B1 B1)")."""
_STANDS = regex(rf"(?P<before>[\w)%²³]+)[.,;]*\s[(\[]?{MARK_CODE}[)\]]?$")
_FOR = regex(r"(?:for|if)\b\s*|[-–:]\s+")
_BEHIND_STEP = regex(rf"(?<=[\w)}}$%²³⁴°])\s+(?P<codes>{MARK_CODE}(?:[\s,+]+{MARK_CODE})*)(?=[,;.]?(?:\s|$))")
"""Codes behind a step, without brackets."""
_ROW_LAST = regex(rf"(?<=[\w)$%²³])\s[(\[](?P<codes>{MARK_CODE}(?:[\s,;+]+{MARK_CODE})+)[)\]]\.?$")
"""Codes of all steps together, in brackets at the end."""
_BOLD = regex(rf"\*\*(?P<codes>[\[(]?{MARK_CODE}(?:[\s,;+]*{MARK_CODE})*[\])]?)\*\*")
_MARKED = regex(r"[(\[]\d{1,2}(?: marks?)?[)\]]")
_EACH_BEHIND = regex(r"\((?P<kind>[MAB])(?P<n>\d)\)")
_SUM = regex(r"\d|=")
_STEPS = 2
_SHORTEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A question without its codes; `marks` are what these add up to, `answers` what each is given for, with its code."""

    words: str
    marks: int = 0
    answers: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    bare: bool = False
    """Whether a code for the answer has nothing behind it though another says what it is given for."""


def without_codes(text: str) -> Coded:
    """Return a point without the codes of a mathematics scheme at its end; as it is where it has none, or where a code may be a name."""
    found = list(_CODE.finditer(text))
    start = next((each.start() for each in found if _FIRST.search(text[: each.start()]) or _ROW.match(text, each.start())), 0)
    codes = [each for each in found if each.start() >= start]
    if start < _SHORTEST or _BEHIND.match(text, start - 1) or not _are_marks(text[start:], codes):
        return Coded(words=_with_marks(text))
    rest = text[start:]
    own = _OWN.search(rest)
    rest = rest[: own.start()] if own else rest
    asked = text[:start].rstrip(" ,;:–—-")
    asked, rest = _without_bracket(asked, rest)
    ends = (*(each.start() - start for each in codes[1:]), len(rest))
    said = [(code[0], rest[code.end() - start : end]) for code, end in zip(codes, ends, strict=True)]
    marks = int(own["n"]) if own else sum(int(digit) for code, _ in said for digit in re.findall(r"\d", code))
    said = [(code, _SHORT_FOR.sub(r" (\g<said>)", words)) for code, words in said]
    guidance = tuple(_shortened(code, each["said"]) for code, words in said for each in _SAID.finditer(words))
    given = [(code, _RIM.sub("", _SAID.sub("", words))) for code, words in said]
    answers = tuple(f"{code} {words}" for code, words in given if _FOR.sub("", words, count=1))
    bare = bool(answers) and any(code.startswith("A") and not words for code, words in given)
    return Coded(
        words=asked, marks=marks, answers=answers, guidance=tuple(f"{each[:1].upper()}{each[1:]}." for each in guidance), bare=bare
    )


def with_marks_behind(text: str) -> str:
    """Return a point whose steps have their codes behind them ("2x = 8 M1, x = 4 A1") with plain marks instead, as other steps have them."""
    text = _BOLD.sub(r"\g<codes>", text)
    behind = list(_EACH_BEHIND.finditer(text))
    bare = _EACH_BEHIND.sub("", text)
    if len(behind) >= _STEPS and behind[-1].end() >= len(text.rstrip(" .")) and not (_CODE.search(bare) or _MARKED.search(bare)):
        return _EACH_BEHIND.sub(r"(\g<n>)", text)  # "10 = 2x (M1), x = 5 (A1)"
    if (last := _ROW_LAST.search(text)) and {"M", "A"} <= set(last["codes"]):
        return f"{text[: last.start()]} [{sum(map(int, re.findall(r'[0-9]', last['codes'])))}]"
    rows = list(_BEHIND_STEP.finditer(text))
    kinds = {each[0] for row in rows for each in re.findall(MARK_CODE, row["codes"])}
    starts = (0, *(row.end() for row in rows))
    steps = [text[start : row.start()] for start, row in zip(starts, rows, strict=False)]
    if len(rows) < _STEPS or not {"M", "A"} <= kinds or text[rows[-1].end() :].strip(" ."):
        return _with_marks(text)
    if any(_CODE.search(step) for step in steps) or not all(_SUM.search(step) for step in steps):
        return _with_marks(text)
    return _BEHIND_STEP.sub(lambda row: f" ({sum(map(int, re.findall(r'[0-9]', row['codes'])))})", text)


def _with_marks(text: str) -> str:
    """Return a point that ends in codes and nothing more with the marks that they are."""
    found = _LAST.match(text)
    if not found or _NAMED_SO.fullmatch(found["before"]) or _CODE.search(found["own"]):
        return text
    return f"{found['own']} [{sum(map(int, re.findall(r'[0-9]', found['codes'])))}]"


def ends_in_code(sentence: str) -> bool:
    """Whether the code of a mark stands at the end of a question, and names nothing there."""
    found = _STANDS.search(sentence)
    return found is not None and not _NAMED_SO.fullmatch(found["before"])


def _shortened(code: str, said: str) -> str:
    """Return what is said of an answer; what is written for short says of which ("A1: oe")."""
    return f"{code}: {said}" if " " not in said else said


def without_result(text: str) -> LeftOut | None:
    """Return why a point is not asked whose scheme has a code for the answer, and not the answer."""
    if not without_codes(text).bare:
        return None
    return LeftOut(rule="R6", reason="its code for the answer has no answer behind it", remedy="Put the answer behind “A1”.")


def _are_marks(rest: str, codes: list[re.Match[str]]) -> bool:
    """Whether codes are marks: one says what it is given for, or they are of method and accuracy together."""
    kinds = {each[0][0] for each in codes}
    alone = len(codes) == 1 and bool(_VALUE.match(rest))
    return bool(codes) and (alone or bool(_EACH_FOR.search(rest)) or {"M", "A"} <= kinds)


def _without_bracket(asked: str, rest: str) -> tuple[str, str]:
    """Take off the brackets that codes stand in ("(B1 for (4, 1))")."""
    if asked[-1:] in "([" and asked[:-1].count("(") == asked[:-1].count(")"):
        return asked[:-1].rstrip(" ,;:–—-"), rest.rstrip(" .").removesuffix(")" if asked[-1] == "(" else "]")
    return asked, rest
