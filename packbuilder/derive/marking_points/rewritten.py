"""Rewritten: what a point has in other signs than its rules read, put into those: a list behind an arrow, a reason behind a stop, what an answer is to hold
behind a colon, how marks are made up without brackets, and the marks of a question behind its key.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.odd_forms import in_usual_form
from packbuilder.diagnostics import in_a_row
from packbuilder.leads import MARK_CODE
from packbuilder.patterns import regex

_ARROW = r"(?:→|[-=]>)"
_LISTED = regex(
    rf"^(?P<head>[A-Z](?:(?!{_ARROW})[^:;,.?+]){{4,60}}?) ?{_ARROW} ?(?P<list>(?:(?!{_ARROW})[^:?=])+,(?:(?!{_ARROW})[^:?=])+)$"
)
"""A list behind the one arrow of a point, and no steps ("Roles of a carer -> personal care, helping with meals")."""
_REASON = regex(r"^(?P<asked>(?:Give|State|Explain|Suggest)\b[^.?:]*\b(?:why|reasons?)\b[^.?:]*?)\. (?=to [a-z]+ [a-z])")
"""A question for a reason whose answer begins small behind its stop ("... why dancers warm up. to prevent injury")."""
_HOLDS = regex(
    r"(?P<lead>\bIn your answer,? you (?:should|must|could|may)(?: also)?):\s*(?P<list>[^:\[\]]+?)\.?(?P<marks>\s*[\[(]\d{1,2}(?: marks?)?[\])])?$"
)
_MADE_UP = regex(
    r"(?<=[\])?.:]) (?P<how>\d (?:simple|basic|undeveloped|identification|identified|point|id)\b[^.;:()]{0,20}\+ ?\d (?:developed|development|explained|explanation|dev)\b[^.;:()]{0,20})(?:\.|$)",
    re.IGNORECASE,
)
"""How marks are made up, which is said to markers ("1 simple + 1 developed x2")."""
_KEY_FIRST = regex(r"(?P<key>\b(?:Answer|Ans|Key):? \(?[A-F]\)?)\s*(?P<marks>[\[(]\d(?: marks?)?[\])])$")


_INCLUDE = regex(r"^(?P<head>Reasons (?:why|for|that) [^:;]{6,80}?) include(?:s)?:? (?=\S)")
_PARTY = r"(?:R|Re|[A-Z][\w’'&.-]*(?: (?:[A-Z][\w’'&.-]*|of|and|the|&))*)"
_CASE_LAST = regex(rf" [–—-] (?P<case>{_PARTY} v {_PARTY}(?: [(\[]\d{{4}}[)\]])?)\.?$")
"""The case at law that a point rests on, behind a dash."""
_COMMANDED = regex(r"(?:Explain|Describe|Outline|Identify|State|Discuss)\b")
_ITEM_LAST = regex(r"(?<=[\])?.]) (?:Use |Refer to |See )?Items? [A-Z]\.?$")
"""Which item of a paper that is not there belongs to a question."""
_MARKS_BARE = regex(r"(?P<objective>\(AO ?\d(?:[/,&+] ?AO ?\d)*\)) (?P<n>\d{1,2})(?: marks?)?$")
"""Marks without brackets behind their objective ("... (AO4) 12")."""


_SECTION = regex(
    r"^(?P<term>(?:An? |The )?[A-Z][\w’' -]{2,40}?) \((?:under )?(?:s\.?|ss\.?|sections?|Art\.?|Article) ?\d[^()]*\)(?= ?[:=–—-] )"
)
"""The section of a law that a term is defined in ("Theft (s.1): ...")."""
_TOLD_BEHIND = regex(
    r"^(?P<asked>[^()\[\].?:;]{10,}?)\.? \((?P<n>\d{1,2})(?: marks?)?\) \*?(?P<told>(?:Use|Refer to|Include|Give) (?:(?:an?|one|two|your|named|specific|relevant|own) )*(?:examples?|evidence|case stud(?:y|ies)|knowledge|quotations?|quotes?)[^.;:()]{0,40}?)\.?\*?$"
)
"""What candidates are told behind a question's marks ("... the development gap (6) Use an example")."""


_JUDGED = regex(
    r"^(?P<said>[‘'\"“].{12,240}?[’'\"”]) (?P<verb>Evaluate|Discuss|Assess)\. (?=(?:Refer to|Consider|You should|In your answer|Give)\b)"
)
_LETTER_LAST = regex(r"^(?P<asked>.*\?.*\bA\b.*\bB\b.*\bC\b.*?)\s*(?P<marks>[\[(]1(?: mark)?[\])])\s+(?P<key>[A-D])\.?$")
"""The letter of the right option behind a question's marks."""


_TWO_KINDS = regex(
    r"^(?:the )?(?P<kinds>(?:types|kinds|forms|sorts|branches|categories) of (?:(?!and\b|or\b)[\w’'-]+ ?){1,3}?)(?: ?:| [–—-]) (?P<two>[\w-]+(?: [\w-]+)? (?:and|&) [\w-]+(?: [\w-]+){0,2})\.?$",
    re.IGNORECASE,
)
"""Two kinds of something behind a sign ("Types of data: qualitative and quantitative"); more of them are read as a list."""
_KINDS_ARE = regex(
    r"^(?:The )?(?P<kinds>(?:Types|types|Kinds|kinds|Forms|forms|Branches|branches) of (?:(?!and\b|or\b)[\w’'-]+ ?){1,3}?) (?:are|include) (?P<list>(?:[\w’'-]+(?: [\w’'-]+){0,2}, )+(?:and |or )?[\w’'-]+(?: (?!and\b)[\w’'-]+)?(?:,? and [\w’'-]+(?: [\w’'-]+)?)?)\.?$"
)
"""Kinds that a sentence names ("Types of memory are episodic, semantic and procedural")."""


_ONLY_CODES = regex(rf"\.?\s+Guidance:\s*(?:{MARK_CODE}[\s,;+]*)+\.?$")
"""Codes of marks in a column of guidance, which say what its marks say."""


_DATA_LAST = regex(
    r"(?P<asked>^(?:Show|Prove|Verify) (?:that )?[^()]*[^\s.])\. (?P<data>\((?:[A-Za-zα-ωΔ][\w₀-₉]{0,4} ?= ?[^,;()=]+(?:[,;] )?)+\))"
)
"""Values behind the stop of what is to be shown, which belong to it."""
_KEY_ALONE = regex(r"^(?P<asked>.*\?\s.*\bA\b.*\bB\b.*\bC\b[^.]*?)\. (?P<key>[A-D])\.?$")
"""The letter of the right option alone, behind the last."""


def rewritten(text: str) -> str:
    """Return a point in the signs that its rules read; any other as it is."""
    text = in_usual_form(text)
    text = _ONLY_CODES.sub("", text)
    text = _DATA_LAST.sub(r"\g<asked> \g<data>", text)
    text = _KEY_ALONE.sub(r"\g<asked>. Answer: \g<key>", text)
    text = _KINDS_ARE.sub(r"\g<kinds>: \g<list>", text)
    text = _TWO_KINDS.sub(lambda found: f"State two {found['kinds'][:1].lower()}{found['kinds'][1:]}: {found['two']}", text)
    text = _JUDGED.sub(r"\g<said> \g<verb> this statement. ", text)
    text = _LETTER_LAST.sub(r"\g<asked> \g<marks> Answer: \g<key>", text)
    text = _SECTION.sub(r"\g<term>", text)
    text = _LISTED.sub(r"\g<head>: \g<list>", text)
    text = _TOLD_BEHIND.sub(r"\g<asked>. \g<told>. (\g<n>)", text)
    text = _REASON.sub(r"\g<asked>: ", text)
    text = _INCLUDE.sub(r"\g<head>: ", text)
    text = _ITEM_LAST.sub("", _MARKS_BARE.sub(r"\g<objective> [\g<n>]", text))
    if _COMMANDED.match(text):
        text = _CASE_LAST.sub(r" (\g<case>)", text)
    text = _KEY_FIRST.sub(r"\g<marks> \g<key>", text)
    text = _HOLDS.sub(_in_one_sentence, text)
    if made := _MADE_UP.search(text):
        text = f"{text[: made.start()]}{text[made.end() :]}".rstrip(" .") + f". Guidance: {made['how'].strip()}."
    return text


def _in_one_sentence(found: re.Match[str]) -> str:
    """Return what an answer is to hold as a sentence to candidates."""
    things = [each.strip(" •-–") for each in re.split(r"\s*[;•]\s*(?:and )?", found["list"]) if each.strip(" •-–")]
    return f"{found['lead']} {in_a_row(things)}.{found['marks'] or ''}"
