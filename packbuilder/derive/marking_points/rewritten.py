"""Rewritten: what a point has in other signs than its rules read, put into those: a list behind an arrow, a reason behind a stop, what an answer is to hold
behind a colon, how marks are made up without brackets, and the marks of a question behind its key.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.brackets import is_answer
from packbuilder.diagnostics import in_a_row
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


_IN_BRACKETS = regex(
    r"^(?P<asked>(?:State|Give|Name|Identify|Suggest|Explain|Describe|Outline|Define)\b[^?:()]{8,}?)\. \((?P<given>(?-i:[A-Z])[^()]{6,})\)\.?(?P<marks>\s*[(\[]\d{1,2}(?: marks?)?[)\]])?$"
)
"""The answer in brackets behind a command's stop ("State one limitation of a survey. (Low response rate)")."""
_ONE_AND_ONE = regex(
    r"^(?:Any|any) (?P<one>one|two|three) (?P<what>[a-z]+(?: [a-z]+)?),? (?:and|&) (?:any )?(?P<two>one|two|three) (?P<other>[a-z]+(?: [a-z]+)?)(?P<rest> (?:of|for|to) [^:;]{3,60})(?=:| [–—-] )"
)
"""So many of one kind and so many of another ("Any one cost and one benefit of groynes: ...")."""
_LABEL_EQUALS = regex(
    r"^(?P<label>(?:(?:One|An?|The) )?(?:[Mm]ain |[Kk]ey )?(?:[Aa]dvantage|[Dd]isadvantage|[Dd]rawback|[Bb]enefit|[Ll]imitation|[Ss]trength|[Ww]eakness|[Uu]se|[Cc]ause)s? (?:of|for) [^:=;?]{3,60}?) (?:=|[–—-]) (?=[A-Za-z][^=]*$)"
)
"""A label with an equals sign or a dash where others have a colon ("Advantage of stratified sampling = each group is represented")."""
_WORKED = regex(
    r"^(?:The )?(?P<what>(?:(?:total|spring|average|mean|percentage|relative|maximum|minimum|overall|net|kinetic|potential|atom) )?"
    r"(?:volume|mass|time|speed|velocity|distance|area|force|weight|pressure|density|power|energy|work done|current|charge|resistance|voltage|p\.d\.|frequency|wavelength|period|constant|moles|number|"
    r"economy|yield|efficiency|uncertainty|error|change|increase|decrease|cost|profit|revenue|rate|gradient|acceleration|momentum|concentration|magnification|probability|size|perimeter|length|height|transfer time)"
    r"(?: (?:taken|needed|required|used|made|produced))? (?:of|for|to|in|when|if|from|after|between|at|on|across|through|under) (?:[^:=]*\d[^:=]*?(?=\.?\s*(?:[:=→]|->))|[^:]*\d[^:]*?(?=:)))\.?\s*(?::|=|→|[-=]>)\s*"
    r"(?P<working>=?\s*[(£$€]?[\d(½π][^:a-z]*(?:[a-zA-Zµ°³²/%]{1,5}\s?)?\s*[×x*÷/+−^–-]\s*[(£$€]?[\dπ].*=\s*[£$€~≈-]?\s?\d.*)$",
    re.IGNORECASE,
)
"""A quantity of something that is told, with the working that it comes to ("Volume of 0.5 mol of any gas = 0.5 × 24 = 12 dm³"): it is worked out."""


def rewritten(text: str) -> str:
    """Return a point in the signs that its rules read; any other as it is."""
    if "=" in text:
        text = _LABEL_EQUALS.sub(r"\g<label>: ", text)
        if found := _WORKED.match(text):
            return f"Calculate the {found['what'][:1].lower()}{found['what'][1:]}: {found['working'].lstrip('= ')}"
    text = _ONE_AND_ONE.sub(_of_each, text)
    text = _ONE_OF_EACH.sub(r"Give \g<what>", text)
    text = _TO_CODE.sub(lambda found: f"Write a {found['what'].replace('boolean', 'Boolean')}: ", text)
    if (found := _IN_BRACKETS.match(text)) and is_answer(found["given"]):
        return f"{found['asked']}{found['marks'] or ''}: {found['given']}"
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


_ONE_OF_EACH = regex(
    r"^(?:[Aa]ny )?(?P<what>(?:one|two|three) [a-z]+(?: [a-z]+)? (?:and|&) (?:one|two|three) [a-z]+(?: [a-z]+)? (?:of|for|to) [^:;,.?]{3,60})$"
)
"""So many of one sort and so many of another, and nothing else ("one human cause and one physical cause of flooding")."""
_TO_CODE = regex(
    r"^(?P<what>(?:[Bb]oolean|[Ll]ogical|[Aa]lgebraic|SQL|[Rr]egular) (?:expression|query|statement) (?:to|that|for) [^:;=→]{6,80}?) ?(?:→|[-=]>|:) ?(?=\S)"
)
"""What is to be written, and that ("Boolean expression to check age is over 10 → age > 10")."""


def _of_each(found: re.Match[str]) -> str:
    return f"Give {found['one']} {found['what']} and {found['two']} {found['other']}{found['rest']}"


def _in_one_sentence(found: re.Match[str]) -> str:
    """Return what an answer is to hold as a sentence to candidates."""
    things = [each.strip(" •-–") for each in re.split(r"\s*[;•]\s*(?:and )?", found["list"]) if each.strip(" •-–")]
    return f"{found['lead']} {in_a_row(things)}.{found['marks'] or ''}"
