"""Questions: whether a line of notes asks something, and what it says that it is worth."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER, number_said
from packbuilder.leads import without_lead
from packbuilder.patterns import regex
from packbuilder.readers.bullets import TERM

COMMANDS = frozenset(
    """analyse assess calculate compare complete define derive describe discuss distinguish evaluate examine explain explore give identify interpret
    justify list name outline show sketch state suggest summarise award credit know understand""".split()
)
"""A line that begins with one of these begins a marking point: see `commands`."""
_TO_MARKERS = frozenset({"award", "credit", "know", "understand", "show"})
"""What these say is said to markers, or of learners, and may be no question."""
COMMANDS_TOO = frozenset(
    """account choose comment contrast convert deduce determine draw estimate expand factorise find illustrate label measure plan plot predict prove recall
    recommend select simplify solve work write""".split()
)
"""What asks something too, but may as well open a fact."""
_SENTENCE = regex(
    r"(?:^(?:using|with|from|in|by|for|applying)\b[^,.?!]{2,80},\s+|^|[.?!:;”’\"']\s+)[“‘\"'*_(]*(?:(?:briefly|critically|fully)\s+)?(?P<first>\w+)",
    re.IGNORECASE,
)
_PLAINLY = frozenset(
    """analyse assess define describe discuss distinguish evaluate examine explain explore identify justify name outline state suggest summarise""".split()
)
"""What these open asks something, with or without marks; other commands may as well open an answer ("Measure the mass", "Draw a line")."""
_THIRD = regex(
    r"(?:(?P<base>Describe|Explain|State|Outline|Name|Give|List|Compare|Evaluate|Discuss|Assess|Define|Suggest|Analyse)s|(?P<stem>Identif|Justif)ies)(?= )"
)
"""How a point begins that says what candidates do."""
_ASKING = frozenset("how what when where which who whom whose why".split())
_ASKED_FOR = regex(
    rf"^\w+ (?:the|an?|how|why|what|which|who|when|where|whether|your|its|their|any|some|{NUMBER})\b(?!\s*(?:[:=–—]|is\b|are\b))",
    re.IGNORECASE,
)
"""What follows a command: "Name the type", "State two"."""
_A_DEED = 2
"""Words at most of what says of no point what it is about ("Award a mark for naming it")."""
_CLAUSES = frozenset({"when", "where", "whose"})
"""An answer may begin with these ("When newer learning disrupts older (1)")."""
_OF_THE_SAME = regex(r"\byour (?:answer|working|choice|view|reasons?|reasoning|own)\b", re.IGNORECASE)
_EXTENT = regex(r"^\W*(?:to what extent|how (?:far|useful|important|significant|successful))\b", re.IGNORECASE)

_STEPS = regex(r"\b(?:steps?|stages?|method|procedure|process|how (?:to|you would|you could)|ways?|actions?)\b", re.IGNORECASE)
_UNIT = r"(?:marks?|mks?|pts?|points?)"
_AT_END = regex(
    rf"(?:(?<!\b[A-Za-z])\s*[*_]*[\[(](?P<n>{NUMBER})(?:\s*{_UNIT})?\.?[\])][*_]*|(?<!up to)(?<!max)(?<!maximum)(?<!of)[\s.,–-]+(?P<m>\d{{1,2}})\s*(?:marks?|mks?))[\s.:]*$",
    re.IGNORECASE,
)
_OBJECTIVES = regex(r"\s*[\[(]?\bAO\s?\d(?:[\s:=,;/&+]|AO\s?\d|\d{1,2}|and\b|marks?\b)*[\])]?\s*$")
_WITHIN = regex(rf"(?<=[\w.?)])\s*[\[(](?P<n>\d{{1,2}})(?:\s*{_UNIT})?[\])]\s+(?=[A-Z])", re.IGNORECASE)
_ONLY = regex(rf"^\s*(?:[\[(]\s*(?P<n>\d{{1,2}})(?:\s*{_UNIT})?\s*[\])]|(?P<m>\d{{1,2}})\s*marks?)\s*$", re.IGNORECASE)
_LEADER = regex(r"\s*(?:\.{4,}|…{2,}|_{4,})\s*(?=[\[(]\d|\d{1,2}\s*marks?\b)|\s*(?:\.{4,}|…{2,})\s*$")
"""Dots up to the marks, or to the edge of the page."""
_TO_CANDIDATES = regex(
    r"^(?:you (?:may|might|could|can|should|must)(?: also)?(?: wish to)? (?:use|refer to|include|consider|write about|mention|make use of|draw on|discuss|support)\b|(?:in )?your answer (?:should|must|may|could|you)\b|in your (?:answer|response)\b)",
    re.IGNORECASE,
)


def to_candidates(text: str) -> bool:
    """Whether a text says to candidates what their answer should hold."""
    return bool(_TO_CANDIDATES.match(text.strip("*_ ")))


def commands(text: str) -> bool:
    """Whether a text begins with what a marking point begins with."""
    return re.split(r"\W", text, maxsplit=1)[0].casefold() in COMMANDS


def asks(text: str) -> bool:
    """Whether a text asks something: a question, or a sentence in it that begins with a command word."""
    if "?" in text or _EXTENT.match(text):
        return True
    return any(
        (first := found["first"].casefold()) in COMMANDS_TOO or (first in COMMANDS and first not in _TO_MARKERS)
        for found in _SENTENCE.finditer(text)
    )


def as_command(text: str) -> str:
    """Return what opens with a command in the third person ("Describes how a jet forms") as a command; any other text as it is."""
    found = _THIRD.match(text)
    return f"{found['base'] or found['stem'] + 'y'}{text[found.end() :]}" if found else text


def begins_question(text: str) -> bool:
    """Whether a line can only begin a question of its own: "Identify two patterns", "Who was Genie? (1)", "Apply Newton's second law (3)"."""
    bare = text.strip(" *_‘“\"'(")
    first = re.split(r"\W", bare, maxsplit=1)[0]
    if not first[:1].isupper():
        return False
    word, marked = first.casefold(), ends_in_marks(bare)
    if word in _ASKING:
        return "?" in bare or (marked and word not in _CLAUSES)
    return (
        word in _PLAINLY
        or bool(_EXTENT.match(bare))
        or (marked and (word in COMMANDS - _TO_MARKERS or word in COMMANDS_TOO or word == "apply"))
    )


def asks_among_facts(text: str, *, answered: bool) -> bool:
    """Whether a text asks something even where facts are listed: "State schools are free", "State the trend: to say ..." and "Why?" do not.

    `answered`: something stands below it. A question that has neither marks nor an answer may be what a lesson turns on.
    """
    bare = text.strip(" *_")
    if not begins_question(bare) or not bare[:1].isalpha():
        return False
    if ends_in_marks(bare):
        return True
    return answered or bool(re.search(r"\?\W*\w", bare)) if "?" in bare else bool(_ASKED_FOR.match(bare)) and not TERM.match(bare)


def credits_deed(text: str) -> bool:
    """Whether a text is a marking point of its own that says what candidates do ("Award credit for explaining that cloning avoids rejection")."""
    deed, credited = without_lead(text.strip(" *_"))
    first = re.split(r"\W", deed, maxsplit=1)[0].casefold()
    return credited and len(deed.split()) > _A_DEED and any(first == f"{each.removesuffix('e')}ing" for each in COMMANDS | COMMANDS_TOO)


def goes_on_asking(text: str) -> bool:
    """Whether what asks something asks it about the question before it ("Explain your answer.")."""
    return bool(_OF_THE_SAME.search(text))


def heads_answers(text: str) -> bool:
    """Whether what is written as a heading is a question with its answers below it ("**Who was Genie? (1 mark)**")."""
    return commands(text) or begins_question(text)


def asks_for_steps(text: str) -> bool:
    """Whether a question asks what to do, so that what stands below it may say it in the imperative."""
    return bool(_STEPS.search(text))


def only_marks(line: str) -> bool:
    """Whether a line says nothing but what a question is worth: `[4 marks]`."""
    return bool(_ONLY.match(line))


def ends_in_marks(text: str) -> bool:
    """Whether a text ends with what it is worth."""
    return bool(_AT_END.search(text) or (_OBJECTIVES.search(text) and _AT_END.search(_OBJECTIVES.sub("", text))))


def without_leader(text: str) -> str:
    """Return a text without the dots that lead to its marks."""
    return _LEADER.sub(" ", text).strip()


def parted(text: str) -> tuple[str, int]:
    """Return a question without its marks, and these; 0 where it has none."""
    text = text.rstrip(" :;")
    found = _AT_END.search(text)
    if not found and (bare := _OBJECTIVES.sub("", text)) != text and (found := _AT_END.search(bare)):
        text = bare
    if found:
        return text[: found.start()].rstrip(" .:;"), number_said(found["n"] or found["m"])
    inner = tuple(_WITHIN.finditer(text))
    if len(inner) == 1:
        before = text[: inner[0].start()].rstrip(" .")
        return f"{before}{'' if before.endswith('?') else '.'} {text[inner[0].end() :].rstrip(' .')}", int(inner[0]["n"])
    return text.rstrip(" .:;"), 0
