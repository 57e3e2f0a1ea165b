"""Odd forms: points as teachers jot them down, with an equals sign, a bracket or a stroke where others have a colon, put as those write them.

`Advantage of X = Y`, `Benefits of X (any 2) a / b / c`, `Any one cost and one benefit of X: ...`, a quantity with its working, an answer that begins small behind a stop.
"""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.marking_points.brackets import is_answer
from packbuilder.patterns import regex

_IN_BRACKETS = regex(
    r"^(?P<asked>(?:State|Give|Name|Identify|Suggest|Explain|Describe|Outline|Define)\b[^?:()]{8,}?)\. \((?P<given>(?-i:[A-Z])[^()]{6,})\)\.?(?P<marks>\s*[(\[]\d{1,2}(?: marks?)?[)\]])?$"
)
"""The answer in brackets behind a command's stop ("State one limitation of a survey. (Low response rate)")."""
_ONE_AND_ONE = regex(
    r"^(?:Any|any) (?P<one>one|two|three) (?P<what>[a-z]+(?: [a-z]+)?),? (?:and|&) (?:any )?(?P<two>one|two|three) (?P<other>[a-z]+(?: [a-z]+)?)(?P<rest> (?:of|for|to) [^:;]{3,60})(?=:| [–—-] )"
)
"""So many of one kind and so many of another ("Any one cost and one benefit of groynes: ...")."""
_LABEL_EQUALS = regex(
    r"^(?P<label>(?:(?:One|An?|The) )?(?:[Mm]ain |[Kk]ey )?(?:[Aa]dvantage|[Dd]isadvantage|[Dd]rawback|[Bb]enefit|[Ll]imitation|[Ss]trength|[Ww]eakness|[Rr]eason|[Uu]se|[Cc]ause)s? (?:of|for) [^:=;?]{3,60}?) (?:=|[–—-]) (?=[A-Za-z][^=]*$)"
)
"""A label with an equals sign or a dash where others have a colon ("Advantage of stratified sampling = each group is represented")."""
_WORKED = regex(
    r"^(?:The )?(?P<what>(?:(?:total|spring|expected|pie chart|sector|average|mean|percentage|relative|maximum|minimum|overall|net|kinetic|potential|atom) )?"
    r"(?:volume|mass|time|speed|velocity|distance|area|force|weight|pressure|density|power|energy|work done|current|charge|resistance|voltage|p\.d\.|frequency|wavelength|period|constant|angle|median|mean|range|moles|number|"
    r"economy|yield|efficiency|uncertainty|error|change|increase|decrease|cost|profit|revenue|rate|gradient|acceleration|momentum|concentration|magnification|probability|size|perimeter|length|height|transfer time)"
    r"(?: (?:lost|gained|dissipated|transferred|stored|taken|needed|required|used|made|produced))? (?:of|for|to|in|when|if|from|after|between|at|on|across|through|under) (?:[^:=]*\d[^:=]*?(?=\.?\s*(?:[:=→]|->))|[^:]*\d[^:]*?(?=:)))\.?\s*(?::|=|→|[-=]>)\s*"
    r"(?P<working>=?\s*[(£$€]?[\d(½π][^:a-z]*(?:[a-zA-Zµ°³²/%]{1,5}\s?)?\s*[×x*÷/+−^–-]\s*[(£$€]?[\dπ].*=\s*[£$€~≈-]?\s?\d.*)$",
    re.IGNORECASE,
)
"""A quantity of something that is told, with the working that it comes to ("Volume of 0.5 mol of any gas = 0.5 × 24 = 12 dm³"): it is worked out."""
_IN_SIGNS = regex(r"^(?P<asked>Explain why .*[a-z]{3})\. (?=\S{1,6} [<>≤≥] )")
"""A reason in signs behind a stop ("... has no solution. –1 ≤ cos x ≤ 1")."""
_ASKED_FOR_CODE = regex(
    r"^(?P<asked>Write an? (?:\w+ ){0,2}(?:expression|query|statement|command|program|function|line of code)[^:→]{6,100}?) (?:→|[-=]>) (?=\S)"
)
"""Code behind an arrow."""
_SO_MANY = regex(r"^(?P<n>[2-6]) (?P<what>[a-z]+s (?:of|for|in|to) [^:;,.?]{3,60}): (?=[^:]+[,;])")
"""So many of something with a number for a word, and those ("2 disadvantages of a heat pump: cost, noise")."""
_STOP_SMALL = regex(
    r"^(?P<asked>(?:Explain|State|Give|Describe|Suggest|Name|Outline|Identify) (?:one|two|three|an?|the|why|how|what|which) [^.?:;()\[\]]{12,100}[a-z]{4})\. (?=(?!e\.g|i\.e|(?:use|using|include|including|refer|give|explain|describe|state|you|your|with|and|or|not|accept|allow|reject|ignore|do|max|must)\b)[a-z]+ [a-z]+ [a-z]+)"
)
"""A question's answer that begins small behind its stop ("... benefits the host country. fill a skills gap so ...")."""
_STOPPED = regex(r"^(?P<asked>(?:What|Where|When|Which|Who|Why|How) (?:is|are|was|were|does|do|did|can) [^.?:;]{8,80})\. (?=[A-Z][^?]*$)")
"""A question with a full stop, and its answer ("What is the function of a relay neuron. Connects ...")."""
_WHY_STROKE = regex(r"^(?P<asked>(?:[Ee]xplain )?[Ww]hy (?:[^\s:;/?]+ ){4,12}?[^\s:;/?]+) / (?=[a-z]+(?: [^\s:;/?]+){2,}$)")
"""Why something is so, and behind a stroke the reason."""
_ANY_OF = regex(r"^(?P<head>[^:()?]{8,70}?) \((?:any|max) (?:1|2|3|4|one|two|three|four)\) (?=[a-z][^:]*(?: / |; ))")
"""A head, how many are credited, and those, with no sign between ("Benefits of LED lamps (any 2) less heat / last longer")."""
_ONE_OF_EACH = regex(
    r"^(?:[Aa]ny )?(?P<what>(?:one|two|three) [a-z]+(?: [a-z]+)? (?:and|&) (?:one|two|three) [a-z]+(?: [a-z]+)? (?:of|for|to) [^:;,.?\[(]{3,60}?)(?=$|:| ?[\[(]\d)"
)
"""So many of one sort and so many of another, and nothing else ("one human cause and one physical cause of flooding")."""
_TO_CODE = regex(
    r"^(?P<what>(?:[Bb]oolean|[Ll]ogical|[Aa]lgebraic|SQL|[Rr]egular) (?:expression|query|statement) (?:to|that|for) [^:;=→]{6,80}?) ?(?:→|[-=]>|:) ?(?=\S)"
)
"""What is to be written, and that ("Boolean expression to check age is over 10 → age > 10")."""


def in_usual_form(text: str) -> str:
    """Return a point that is jotted down in an odd form as others write it; any other as it is."""
    if "=" in text:
        text = _LABEL_EQUALS.sub(r"\g<label>: ", text)
        if found := _WORKED.match(text):
            return f"Calculate the {found['what'][:1].lower()}{found['what'][1:]}: {found['working'].lstrip('= ')}"
    text = _ONE_AND_ONE.sub(_of_each, text)
    text = _IN_SIGNS.sub(r"\g<asked>: ", text)
    text = _ASKED_FOR_CODE.sub(r"\g<asked>: ", text)
    text = _SO_MANY.sub(_counted, text)
    text = _STOP_SMALL.sub(r"\g<asked>: ", text)
    text = _STOPPED.sub(r"\g<asked>? ", text)
    if " / " in text:
        text = _WHY_STROKE.sub(r"\g<asked>: ", text)
    if " (" in text and (found := _ANY_OF.match(text)):
        text = f"{text[: found.end()].rstrip()}: {text[found.end() :].replace(' / ', '; ')}"
    text = _ONE_OF_EACH.sub(r"Give \g<what>", text)
    text = _TO_CODE.sub(_written, text)
    if ". (" in text and (found := _IN_BRACKETS.match(text)) and is_answer(found["given"]):
        return f"{found['asked']}{found['marks'] or ''}: {found['given']}"
    return text


def _counted(found: re.Match[str]) -> str:
    return f"Give {NUMBER_WORDS[int(found['n'])]} {found['what']}: "


def _of_each(found: re.Match[str]) -> str:
    return f"Give {found['one']} {found['what']} and {found['two']} {found['other']}{found['rest']}"


def _written(found: re.Match[str]) -> str:
    what = found["what"]
    name = "Boolean" if what[:1] in "bB" else what.split()[0] if what.startswith("SQL") else what.split()[0].casefold()
    return f"Write {'an' if name[:1] in 'aS' else 'a'} {name} {what.split(' ', 1)[1]}: "
