"""The last gate: what a finished question never holds, whatever rule made it: a statement, a marker's word, its own answer.

The gate before it (`gate.py`) judges what a rule has made of a point; this one reads the sentence as a candidate would, and beside it what the point
credits. What a scheme credits from elsewhere in the notes names the same things as the question, and gives nothing away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from packbuilder.derive.marking_points.entries import holds_list
from packbuilder.derive.marking_points.leaning import LEANS, leans
from packbuilder.derive.marking_points.marker_words import speaks_to_markers
from packbuilder.derive.marking_points.outcome import ANSWERED, HALF, LeftOut
from packbuilder.derive.marking_points.pieces import NEXT, TITLE_LAST
from packbuilder.derive.marking_points.predicates import has_its_verb, predicate_in
from packbuilder.derive.marking_points.self_answered import answers_itself, gives_away, is_reckoned, is_worked, results
from packbuilder.derive.marking_points.set_up import is_set_up
from packbuilder.derive.marking_points.signs import is_data
from packbuilder.derive.marking_points.told_behind import asks_how_to, goes_on, is_asked, is_step, may_be_step, tells
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.patterns import regex

_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_QUOTED = regex(r"‘[^’]*’|“[^”]*”")
_INTERVAL = regex(r"[\[(][^\[\]()]*\d\s*,\s*[^\[\]()]*[\])]|\$[^$]*\$|`[^`]*`|‘[^’]*’|(?<![\d)½] )(?<![\w(])[a-h]\)(?=\s)")
"""Half-open intervals, formulas, code, quotations and letters of parts, whose brackets are their own."""

_CUT = regex(
    r"^(?:Name|State|Give|List|Identify|Describe|Explain|Outline|Use) and [a-z]+ing (?:the|an?|it|them|their|its)\b|^Describe how you would [a-z]+ and [a-z]+ing (?:[a-z]+ )?(?:from|the|in|it|them)\b|^(?:Name|State|Give|List|Identify|Describe|Explain|Outline) (?:any )?(?:two|three|four|five|six)$|\b(?:an?|the) (?:correct|appropriate|suitable)$|^Solve (?!.*[=<>≤≥$\uA000-\uA48C])(?!.*[A-Za-z]{3}).*$|, (?:and )?(?:one|two|1|2) (?:marks? )?for (?:the|each)\b|\s\[\d{1,2}\]\s|\bwhen [a-z]$|\b(?:meant|understood) by [^,;]* (?:for|with|in|of)$|^State (?:what|which|who|when|where) [^?]*\band (?:is|are|was|were|does|do|did|can|has|have) (?:it|they|this|these|he|she)\b[^?]*$|[.,;]\s*(?:Include|Including|Mention|Consider|Use|Using|Take)$|^(?:Assess|Evaluate|Interpret) in context\b|\bwhat (?:is|are|was|were) \w+(?:ed|en|wn|lt) by$|^Explain how (?:made|back|drawn|given)\b"
    r"|^(?:Is|Are|Was|Were|Do|Does|Did|Can|Could|Should|Would|Will|Has|Have)\W*[;:.]|^Explain why (?!.*\b(?:is|are|was|were|be|been|becomes?|became|seems?|seemed|looks?|remains?|remained|gets?|got|feels?|felt)\b)(?:[\w-]+ ){1,2}[\w-]+(?:ous|ful|able|ible|ageous)$",
)
"""What lacks its other half ("Solve 2x² + 3x", "... when x"), or its verb ("why variation advantageous"), or what does it ("what is printed by")."""

_WHY = regex(r"(?:Explain|Suggest)(?: and \w+)? why (?P<what>.+)$")
_ASIDE = regex(r"\s*\([^()]*\)")
_TO_MARKERS = LeftOut(
    rule="R0",
    reason="words for markers stand in what is asked",
    remedy="Put them on a line of their own below the point, or in square brackets at its end.",
)
_STATED = LeftOut(
    rule="R9",
    reason="what is asked holds a whole statement, which may be the answer",
    remedy="Write what is asked first, and the answer after a colon (“Explain the causes of X: a; b; c”).",
)
_LISTED = LeftOut(rule="R9", reason="a list stands in what is asked, which may be its answer", remedy="Put an answer after a colon.")
_WORKED = LeftOut(
    rule="R9", reason="its own result stands in it", remedy="Give the values in the question, and the sum with its result after a colon."
)
_BEHIND = LeftOut(
    rule="R9",
    reason="what stands behind the question may be its answer",
    remedy="Put a colon before an answer, or say to candidates what they are to do (“Use ...”, “Give a reason.”).",
)
_STOP = regex(rf"{NEXT.pattern}|(?<=[?!])\s+(?=[A-Z\d])")
"""Where one sentence ends and another begins."""
_OF_YOURS = regex(
    r"(?:in )?your (?:answer|response|essay|account|description|explanation|diagram|drawing|sketch|graph|chart)s?\b|you (?:should|must|may|could|can)\b",
    re.IGNORECASE,
)
_VALUE_TOLD = regex(r"[^=×÷]*\d[^=×÷]*(?:=[^=×÷]*)?(?:[x×]\s?10\S+[^=×÷]*)?$")
"""A value, and no sum."""
_ADDED_BEHIND = regex(r"(?:Describe|Explain|State|Give|Outline|Name) [^–]*[a-zA-Z]{3} – [^–+]+ \+ [^–]+$")
"""What a dash and a plus list ("the evidence for the Big Bang – CMBR + red-shift")."""
_SORTS = regex(
    r"(?:paper|unit|chapter|pages?|section|topic|component|module|year|tier|higher|foundation|triple|separate)\b[^.]{0,16}$", re.IGNORECASE
)
"""What only says where a question belongs ("Paper 2")."""
_BRACKETS = LeftOut(rule="N", reason="a bracket is opened or closed alone", remedy="Complete the point in the notes.")


def kept_back(sentence: str, scene: str = "", credited: Iterable[str] = ()) -> LeftOut | None:
    """Return why a finished question may not be printed, if it may not. `scene` is what is told before it; `credited` are the texts that answer it."""
    sentence = sentence.rstrip(" .")
    if speaks_to_markers(sentence) or (scene and speaks_to_markers(scene.rstrip(" ."))):
        return _TO_MARKERS
    if _CUT.search(sentence):
        return HALF
    if not _balanced(sentence):
        return _BRACKETS
    if (why := _WHY.match(sentence)) and not has_its_verb(_ASIDE.sub("", why["what"])):
        return HALF
    alone = _without_told(sentence)
    if is_verb(re.split(r"\W", sentence, maxsplit=1)[0]) and predicate_in(alone):
        return _STATED
    if holds_list(alone) or _ADDED_BEHIND.match(alone):
        return _LISTED
    if is_worked(sentence):
        return _WORKED
    if _is_answered_behind(sentence):
        return _BEHIND
    credited = tuple(credited)
    if leans(sentence, scene, credited):
        return LEANS
    if answers_itself(sentence) or any(gives_away(sentence, text) for text in results(sentence, credited)):
        return ANSWERED
    return None


def _without_told(sentence: str) -> str:
    """Return a question without the sentences behind it that speak to candidates of their answer ("Your answer should include ...")."""
    question, *behind = _STOP.split(sentence)
    return (
        ". ".join((question, *(part for part in behind if not (_OF_YOURS.match(part) or is_set_up(part, question)))))
        if behind
        else sentence
    )


def _is_answered_behind(sentence: str) -> bool:
    """Whether a sentence behind what is asked neither asks nor tells candidates anything, nor gives a value to reckon with."""
    question, *behind = _STOP.split(_QUOTED.sub("‘’", sentence))
    verb = re.split(r"\W", question, maxsplit=1)[0].casefold()
    if not is_verb(verb) or TITLE_LAST.search(question):
        return False
    if any(not (_goes_with(part, question) or _is_given(part, question, verb)) for part in behind):
        return True
    asked, _, step = question.partition(": ")
    return asks_how_to(asked) and is_step(step, asked)


def _goes_with(part: str, question: str) -> bool:
    """Whether a sentence asks more, or tells candidates how to answer."""
    if part.endswith("?") or part[:1] in "(‘“'\"" or tells(part) or goes_on(part, question) or _SORTS.match(part):
        return True
    return is_set_up(part, question) or (is_asked(part) and not may_be_step(part, question))


def _is_given(part: str, question: str, verb: str) -> bool:
    return is_data(part, question, verb) or (is_reckoned(question) and bool(_VALUE_TOLD.match(part)))


def _balanced(sentence: str) -> bool:
    plain = _INTERVAL.sub("", sentence)
    return all(plain.count(opening) == plain.count(closing) for opening, closing in _PAIRS)
