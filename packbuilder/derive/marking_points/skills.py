"""Skills with what they are done to and its answer in one line: a sentence and its translation, an expression and what it comes to, a task and its code.

Each becomes the question by itself, with its object in quotation marks, and what answers it: a colon, marks or a stop part the two, which elsewhere
part a question from what it lists.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.stated_marks import PART
from packbuilder.values import dataclass

_LANGUAGE = r"(?:English|French|German|Spanish|Italian|Welsh|Irish|Latin|Greek|Polish|Portuguese|Russian|Chinese|Mandarin|Japanese|Arabic|Urdu|Punjabi|Bengali|Turkish|Dutch|Hebrew)"
_TRANSLATE = regex(
    rf"(?P<asked>(?:Translate|Translating|Put)\s+(?:(?:this|the|these)\s+(?:following\s+)?(?:sentences?|phrases?|words?)\s+)?(?:from\s+{_LANGUAGE}\s+)?(?:in)?to\s+(?:the\s+)?(?P<into>{_LANGUAGE}))\s*[:–—-]\s*(?P<rest>\S.*)$"
)
"""What is translated stands behind a colon: "Translate into French: I play football. (2) Je joue au foot"."""
_QUOTED = regex(r"(?P<object>[‘'“\"][^‘“”\"]{3,}?[.?!]?[’'”\"])[.?!]?(?=\s|$)\s*(?P<more>[^\W\d_].*)$")
_MARKED = regex(r"(?P<object>[^()\[\]=→]{3,}?)\s*[\[(](?P<n>\d{1,2})(?:\s*marks?)?[\])]\s*(?:[:=→]|[–—-]\s)?\s*(?P<more>[^\W\d_].*)$")
_STOPPED = regex(r"(?P<object>[^()\[\].?!:=→]{3,}[.?!])\s+(?P<more>[^\W\d_].*)$")
_PARTED = regex(r"(?P<object>[^()\[\]:=→]{3,}?)\s*(?:[:=→]|\s[–—-])\s+(?P<more>[^\W\d_][^:=→]*)$")
_ENGLISH = regex(
    r"\b(?:the|is|are|was|were|I|my|he|she|they|we|you|has|have|had|and|it|of|this|that|with|his|her|our|your|to|there|not|do|does|did)\b",
    re.IGNORECASE,
)
"""Words that every English sentence has one of: by these a sentence is told from its translation."""
_ACCEPTED = regex(r"(?P<credited>.*?)(?:^|(?<=[.);\s]))\s*(?P<verdict>(?:Accept|Allow|Reject|Ignore|Do not accept|Condone|Not)\b:?.*)$")
_QUOTATION = regex(r"[‘'“\"]")
_CODE = regex(
    r"(?P<asked>Write\s+(?:down\s+)?(?:an?|the|one)\s+(?:[\w-]+\s+){0,3}?(?:statements?|quer(?:y|ies)|commands?|program|function|procedure|subroutine|code|algorithm|expression|loop)\b[^:()\[\]]*?)"
    r"[.:]?\s*(?:[\[(](?P<n>\d{1,2})(?:\s*marks?)?[\])])?[.:]?\s+(?P<code>(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE|DROP TABLE)\b.*)$"
)
"""SQL behind what it is written for; its first word is in capitals, as a task has it only by its name ("a SELECT statement")."""

_FORMULA = r"(?=[^:;]*[\da-z(√])(?:(?![A-Za-z]{4}|\b(?:the|and|for|of|is|in|to|marks?)\b)[^:;.?]|\.(?=\d))+?"
"""Signs, figures and letters, and no words."""
_ALGEBRA = regex(
    rf"(?P<asked>(?:Expand|Simplify|Factori[sz]e|Evaluate|Multiply out|(?:Differentiate|Integrate)(?![^.:]*\s=\s))(?: (?:and simplify|fully|completely))* (?P<object>{_FORMULA})(?: and simplify| fully| completely)?)"
    rf"(?:[.:]\s+(?:[AB](?P<n>\d)\s+)?|\s(?:=|→|⇒)\s)(?P<given>{_FORMULA})(?P<own>\s*[\[(]\d{{1,2}}(?:\s*marks?)?[\])])?\.?$"
)
"""What is expanded, and behind a stop or a sign what comes of it ("Expand 3(x + 2). B1 3x + 6")."""
_SUBJECT = regex(
    r"(?P<asked>Make (?P<letter>[^\W\d_]) the subject of (?:the formula |the equation )?[^:;=]+=[^:;=]+?)(?:[:;]\s+|\.\s+|\s(?:→|⇒)\s)(?:B\d\s+)?(?P<given>(?P=letter)\s?=\s?[^:;=]+?)(?P<own>\s*[\[(]\d{1,2}(?:\s*marks?)?[\])])?\.?$"
)
_BALANCED = regex(
    r"(?P<asked>Balance(?: (?:the|this))?(?: (?:symbol|chemical))*(?: equation)?):?\s+(?P<object>[^.:;→⇌]*\w\s*(?:→|⇌|->)\s*[^.:;→⇌]+?)(?:\s(?P<own>\(\d\)|\[\d\]))?\s*[.:;]?\s+(?<=[.:;)\]]\s)(?P<given>(?=\S*\d|\S+ \+)[^.:;→⇌]*(?:→|⇌|->)[^.:;→⇌]+?)(?P<marks>\s*[\[(]\d[\])])?\.?$"
)
"""An equation that is to be balanced, and the balanced one behind it."""

_PAIR = r"(?:(?!\d)[^\W_][\w’' ]{0,30}?)\s*(?:\s[–—-]|=|→|:)\s+(?:(?!\d)[^\W_][\w’' ]{0,40}?)\s*"
_PAIRS = regex(
    rf"(?P<verb>Form|Give|State|Write(?: down)?|Name) (?P<asked>(?:the|an?) (?:[\w-]+ ){{1,6}}?(?:of|for))(?: each of| each)?(?: the following| these)?(?: \w+)?\s*:\s*(?P<pairs>(?:{_PAIR}[\[(]1[\])][,;.]?\s*){{2,}})$"
)
"""What is asked of each of several things, each with its answer and its mark: "the past participle of: finir – fini (1) vendre – vendu (1)"."""
_BESIDE = regex(
    r"(?P<verb>State|Name|Give|Identify|(?:Describe|Explain|Outline)(?= the (?:role|function|purpose|job|use)s? of)) (?P<asked>(?:the|an?) [^:()]{3,60}? (?:used |needed |suitable )?(?:for|of|to|by|in)):? "
    r"(?P<pairs>(?:(?=[A-Za-z])(?!(?:and|or)\b)[^(),;:/]{3,50}? \((?![1-9]\d?(?: marks?)?\)|(?:allow|accept|not|ignore|reject|or|e\.g)\b)[^()]+\)(?:\s*(?:,|;|//)(?: and)?| and|\.?$)\s*){2,})$"
)
"""The same with the answer to each in brackets behind it ("the protocol for: email (SMTP), web pages (HTTP)")."""
_OPENER = regex(r"^(?:of|for) ")
_ONE_BESIDE = regex(r"(?P<thing>[^()]+?) \((?P<answer>[^()]+)\)(?:\s*(?:,|;|//)(?: and)?| and|\.)?\s*")
_OF_PAIR = regex(r"\s*(?:\s[–—-]|=|→|:)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill without its answer; `marks` are those of the question (0: none are said)."""

    words: str
    answers: tuple[str, ...] = ()
    marks: int = 0


def skilled(text: str) -> Skill:
    """Return a skill apart from what answers it; a point as it is where it is none, or where nothing is sure to be its answer."""
    if found := _CODE.match(text):
        return _of(f"{found['asked'].rstrip(' .')}.", found["code"], int(found["n"] or 0), text)
    if found := _ALGEBRA.match(text) or _SUBJECT.match(text):
        code = int(found.groupdict().get("n") or 0)
        return Skill(words=f"{found['asked']}{found['own'] or ''}", answers=(found["given"].strip(),), marks=0 if found["own"] else code)
    if found := _BALANCED.match(text):
        asked = "Balance the equation" if "equation" in found["asked"] else "Balance"
        return Skill(words=f"{asked} {found['object']}{found['own'] or found['marks'] or ''}", answers=(found["given"].strip(),))
    if found := _PAIRS.match(text):
        return _each(found)
    if found := _BESIDE.match(text):
        return _each_beside(found)
    found = _TRANSLATE.match(text)
    if not found:
        return Skill(words=text)
    rest = found["rest"]
    parted = _QUOTED.match(rest) or _MARKED.match(rest) or _STOPPED.match(rest) or _PARTED.match(rest)
    if not parted or bool(_ENGLISH.search(parted["more"])) != (found["into"] == "English"):
        return Skill(words=text)
    marks = int(parted.groupdict().get("n") or 0)
    asked = found["asked"].replace("Translating", "Translate", 1)
    said = parted["object"].strip()
    if not _QUOTATION.match(said):
        said = f"‘{said.rstrip('.') if said[:1].islower() else said}’"
    return _of(f"{asked}: {said}", parted["more"], marks, text)


def _each_beside(found: re.Match[str]) -> Skill:
    """Return what is asked of several things, each with its answer in brackets."""
    pairs = [(each["thing"].strip(), each["answer"].strip()) for each in _ONE_BESIDE.finditer(found["pairs"])]
    *things, last = (thing for thing, _ in pairs)
    words = f"{found['verb']} {found['asked']} {', '.join(things)} and {last}"
    return Skill(words=words, answers=tuple(f"{_OPENER.sub('', thing)}: {answer}" for thing, answer in pairs), marks=len(pairs))


def _each(found: re.Match[str]) -> Skill:
    """Return what is asked of each of several things; the scheme has each thing beside its answer."""
    pairs = tuple(piece.strip(" .;,") for piece in PART.split(found["pairs"])[::2] if piece.strip(" .;,"))
    *things, last = (_OF_PAIR.split(pair)[0].strip() for pair in pairs)
    verb = found["verb"] if found["verb"] in ("State", "Name") else "Give"
    return Skill(words=f"{verb} {found['asked']} {', '.join(things)} and {last}", answers=pairs, marks=len(pairs))


def _of(asked: str, behind: str, marks: int, text: str) -> Skill:
    """Return a skill with what is credited behind it; verdicts ("Reject: ...") stay with it, as they do with any question."""
    verdict = _ACCEPTED.match(behind)
    credited, said = (verdict["credited"], verdict["verdict"]) if verdict else (behind, "")
    if first := PART.match(credited):
        marks, credited = marks or int(first["n"]), credited[first.end() :]
    pieces = tuple(piece.strip(" .;,:") for piece in PART.split(credited)[::2])
    own = [int(n) for n in PART.findall(credited)]
    answers = tuple(piece for piece in pieces if piece)
    if not answers:
        return Skill(words=text)
    words = f"{asked} {said}".strip()
    return Skill(words=words, answers=answers, marks=marks or sum(own))
