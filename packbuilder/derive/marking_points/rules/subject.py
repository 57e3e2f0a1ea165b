"""R9: a bare subject with a list of what is credited and the marks for it ("Marxist view of the family: a; b; c (3)") is described.

What is credited and how much it is worth stand there, so that the head says what is asked. A label of a scheme or of a lesson has lists as well
("Key words: a; b (2)"), and so has what is only named: they are no subjects.
"""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER_WORDS
from packbuilder.derive.marking_points.counts import in_order, names_asked
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.gate import is_topic
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.words import lower, opens_with_name
from packbuilder.nouns import heads_list, is_plural
from packbuilder.patterns import regex
from packbuilder.text import OWNED

_PLAIN = regex(r"[A-Za-z][\w’'-]*(?: [\w’'-]+){0,8}")
_LABEL = regex(
    r"\b(?:sections?|parts?|questions?|levels?|bands?|grades?|lessons?|units?|weeks?|topics?|chapters?|pages?|papers?|spec|specification|refs?|references?|homework|key ?words?|words?|terms|vocabulary|"
    r"spellings?|answers?|responses?|marks?|marking|errors?|mistakes?|misconceptions?|examples?|content|knowledge|skills?|indicative|accept\w*|others?|alternativ\w*|notes?|tips?|hints?|resources?|objectives?|"
    r"outcomes?|targets?|starters?|plenary|tasks?|activit(?:y|ies)|extension|max|total|students?|pupils?|candidates?|learners?|weak\w*|strong\w*|good|poor|better|clear|correct|incorrect|accurate|precise|"
    r"quality|credit\w*|awards?|diagrams?|labels?|labelled|points?|formulae?|equations?|calculations?|checklist|recap|revision|revise|quotes?|quotations?|AO ?\d|SPaG|first|second|third|next|final|"
    r"any|all|same|also|this|that|these|those|it|they|you|your|we|our|not|and|or|but|if|when|because)\b",
    re.IGNORECASE,
)
"""Words of schemes and lessons, and what leaves open which subject is meant."""
_ONE = (
    r"(?:views?|theory|theories|approach(?:es)?|perspectives?|models?|cycles?|reactions?|process(?:es)?|systems?|pathways?|passage|routes?|journey|hierarchy|methods?|techniques?|procedures?|interviews?|"
    r"experiments?|stud(?:y|ies)|treaty|pact|plans?|polic(?:y|ies)|reforms?|strateg(?:y|ies)|programmes?|campaigns?|crisis|revolution|putsch|rebellion|multiplier|reflex(?:es)?|arc|mechanisms?|"
    r"structures?|stages|phases|forces|laws?|principles?|rules|code|beliefs?|teachings?|ideas?|arguments?|criticisms?|critique|attitudes?|interpretations?|explanations?|functions?|roles?|hypothesis|concept)"
)
"""Heads that say what is described, of which a singular has an article."""
_OF_SUBJECT = regex(rf"(?P<head>(?:[\w’'-]+ ){{0,4}}?{_ONE})(?: (?:of|to|on|for|in|towards|about) [\w’' -]+)?", re.IGNORECASE)
_PARTICULAR = regex(
    r"(?:[\w’'-]+ )*(?:plan|policy|strategy|programme|campaign|experiment|study|crisis|rebellion|test)(?! (?:of|to|on|for|in|towards|about)\b)$",
    re.IGNORECASE,
)
"""What is one of many, unless a name says which ("business plan", "Dawes Plan")."""
ANYBODY = regex(
    r"(?:writer|author|poet|narrator|character|speaker|playwright|director|composer|artist|teacher|pupil|student|company|business|firm|owner|manager|government|nation|school|doctor|patient|nurse|"
    r"customer|client|employer|employee|worker|parent|child|reader|audience|king|queen|president|leader|buyer|seller|user)s?['’]s?\b",
    re.IGNORECASE,
)
_TREATY = regex(r"(?:Treaty|Pact|Act|Battle|Edict|Statute|League|Council|Charter|Declaration|Congress|Night) of (?:the )?[A-Z][\w’' -]+")
_NO_PROCESS = (
    r"(?:concentration|population|acceleration|magnification|elevation|duration|equation|location|station|nation|corporation|organi[sz]ation|information|vegetation|"
    r"foundation|generation|situation|variation|relation)"
)
"""What is measured, or is a thing, for all its ending: a list under it says what it does, and not what it is."""
_WITHOUT = regex(
    rf"(?!.*\b(?:of|to|on|for|in)\b|.*\w+ing |.*\b{_NO_PROCESS}$)(?:(?:[\w-]+ )+theory|(?:[\w-]+ )*(?:\w{{3,}}(?:osis|esis|ysis|ation|ism|ology|ics)|propaganda|respiration|conditioning|training|diffusion|transport))$",
    re.IGNORECASE,
)
"""What has no article: a process, a field, a doctrine ("aerobic respiration", "social learning theory")."""
_ROWED = regex(
    r"(?P<asked>(?:The )?(?:[\w’'-]+ ){0,3}?(?:pathway|path|passage|route|journey|sequence|order|stages|steps|course|flow) of [\w’' -]+?)\s*:\s+(?P<row>[^:→;]+(?:(?:→|->)[^:→;]+){2,})$",
    re.IGNORECASE,
)
"""A row of steps behind what they are of ("Pathway of blood: vena cava → right atrium → lungs")."""
_ANY_OF = regex(r"\bany (?P<n>two|three|four|five) (?:of|from)\b", re.IGNORECASE)
_PLURAL_OF = regex(
    r"(?:the )?(?:[a-z-]+ ){0,2}?(?P<head>[a-z]+s) (?:of|for|in|to|affecting|influencing|controlling|determining) [\w’' -]+", re.IGNORECASE
)
_LIST_BELOW = regex(r"(?:, including|[\w\])]:) [^;]+;")
"""How a point reads that has a list below it in the notes (`readers.gathering`)."""
_NAME = 5
"""Words of a name."""
_ARROW = re.compile(r"\s*(?:→|->)\s*")


def row(point: Normal) -> Asked | None:
    """Read `Pathway of blood: vena cava → right atrium → lungs`; None for what is no row of steps."""
    found = _ROWED.fullmatch(point.body)
    if not found or _LABEL.search(found["asked"]):
        return None
    asked = found["asked"] if found["asked"].startswith("The ") else f"the {lower(found['asked'])}"
    given = tuple(_ARROW.split(found["row"].strip(" .")))
    return Asked(rule="R9", command="Describe", sentence=f"Describe {lower(asked)}", confidence=0.6, given=given)


def _listed_by_name(point: Normal) -> int:
    """Return how many of what stands in a list below a heading are stated, where they are names alone; 0 where they say something, or their marks do not fit."""
    names = all(len(each.split()) <= _NAME and ":" not in each and not is_statement(f"x {each}") for each in point.tail)
    if not (names and len(point.tail) > 1 and _LIST_BELOW.search(point.raw)) or point.count > len(point.tail):
        return 0
    return point.count or names_asked(point.body, len(point.tail))


def some_of(point: Normal) -> Asked | None:
    """Read `Factors affecting diffusion – any two from: gradient; temperature; area`, or `Types of erosion` with a list of names below it: so many are stated."""
    found, said = _PLURAL_OF.fullmatch(point.body), _ANY_OF.search(point.raw)
    count = _listed_by_name(point) if found and not said and heads_list(point.body) else 0
    if count and in_order(point.body, len(point.tail)):
        count = len(point.tail)  # whatever marks are said
    number = said["n"].casefold() if said else NUMBER_WORDS[count] if count > 1 else ""
    if (
        not found
        or not number
        or len(point.tail) < 2
        or _LABEL.search(point.body)
        or not is_plural(found["head"])
        or verb_behind(point.body)
    ):
        return None
    asked = re.sub(r"^the ", "", lower(point.body), flags=re.IGNORECASE)
    return Asked(rule="R9", command="State", sentence=f"State {number} {asked}", confidence=0.65)


def subject(point: Normal) -> Asked | None:
    """Read `Stresemann's policies: Rentenmark; Dawes Plan (2)`; None for what is no subject."""
    body = point.body
    if len(point.tail) < 2 or not point.count or not _PLAIN.fullmatch(body) or _LABEL.search(body) or verb_behind(body):
        return None
    said = _said(body)
    return Asked(rule="R9", command="Describe", sentence=f"Describe {said}", confidence=0.6) if said else None


def _small(body: str) -> str:
    """Return a subject with a small letter, also where its first word is a compound that no dictionary has ("Light-dependent")."""
    return lower(body, thorough="-" not in body.split()[0])


def _is_named(body: str) -> bool:
    """Whether a name says which of many a subject is ("Suez crisis")."""
    return opens_with_name(body, thorough=True) or bool(re.search(r" [A-Z][a-z]", body))


def _said(body: str) -> str:
    """Return a subject as it stands in a sentence; empty where it may be none."""
    if re.match(r"(?:the|an?) ", body, re.IGNORECASE):
        return lower(body) if _OF_SUBJECT.fullmatch(body.partition(" ")[2]) else ""
    if _TREATY.fullmatch(body):
        return f"the {body}"
    if ANYBODY.match(body) or (_PARTICULAR.fullmatch(body) and not _is_named(body)):
        return ""
    if OWNED.match(body.split()[0]) and " " in body:
        return body if _OF_SUBJECT.fullmatch(body.partition(" ")[2]) else ""
    if _WITHOUT.fullmatch(body):
        return _small(body) if " " in body or is_topic(f"Describe {body}") else ""
    if _OF_SUBJECT.fullmatch(body) and " " in body:
        return f"the {_small(body)}"
    return ""
