"""R1: knowledge of something. `How` and `why` are explained; a noun phrase is described and explained."""

from __future__ import annotations

import re

from packbuilder.amounts import number_words
from packbuilder.derive.marking_points.clauses import Clause, parse
from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import STATED, Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.sentences import joined
from packbuilder.derive.marking_points.told_how import told_how
from packbuilder.derive.marking_points.told_what import says_what_is
from packbuilder.patterns import regex
from packbuilder.text import capital

_DEGREE = r"(?:(?:clear|sound|good|detailed|thorough|full|secure|accurate|in-depth|comprehensive|critical|basic|some|strong|deep|broad|developed|excellent|working|factual|subject|geographical|historical|scientific|correct|limited|wide|conceptual|relevant|specific)[ ,]+(?:and )?)*"
_NOUN = r"(?:knowledge|understanding|awareness|appreciation|grasp|insight|comprehension|recognition|clarity)"
_SHOWN = regex(
    rf"^(?:demonstrat\w+|show\w*|display\w*|provid\w+|ha(?:ve|ving|s)|gain\w*|develop\w*|exhibit\w*|convey\w*|apply(?:ing)?|communicat\w+)\s+(?:an?\s+|the\s+|their\s+|your\s+)?{_DEGREE}{_NOUN}"
    rf"(?:\s*(?:,|and)\s+{_DEGREE}(?:{_NOUN}|application))*\s+(?:(?:of|about|into|for)\s+|(?=that\b))(?P<what>.+)$",
    re.IGNORECASE,
)
_SHOWN_HOW = regex(rf"^(?:demonstrat\w+|show\w*)\s+(?:an?\s+)?{_DEGREE}{_NOUN}\s+(?P<what>(?:how|why|that|what)\b.+)$", re.IGNORECASE)
_NOMINAL = regex(
    rf"^(?:demonstration of\s+|evidence of\s+)?(?:an?\s+|the\s+)?{_DEGREE}{_NOUN}(?:\s+and\s+{_DEGREE}(?:{_NOUN}|application))?\s+(?:(?:of|about|into)\s+|(?=that\b))(?P<what>.+)$",
    re.IGNORECASE,
)
_KNOW = regex(
    r"^(?:understand(?:s|ing)?|know(?:s|ing)?|appreciat(?:es?|ing)|reali[sz](?:es?|ing)|comprehend(?:s|ing)?|grasp(?:s|ing)?|be(?:ing)? (?:aware|familiar)|is (?:aware|familiar)|become familiar|familiarity|familiar|aware|recogni[sz](?:es?|ing)(?=\s+(?:that|how|why)\b))"
    r"(?:\s+and\s+(?:understand(?:s|ing)?|know(?:s|ing)?|appreciate|explain\w*|describe\w*|use|apply))?\s+(?:of\s+|about\s+|with\s+)?(?P<what>.+)$",
    re.IGNORECASE,
)
_CLAUSE = regex(r"^(?P<word>how far|to what extent|how|why|what|when|where|whether|which|who)\b\s*(?P<rest>.+)$", re.IGNORECASE)
_THE_NEED = regex(
    r"^(?:the\s+)?(?:need|reasons?|importance|significance|purposes?|roles?|benefits?|value|impacts?|effects?|causes?|consequences?|relationship|links?|connections?|differences?|similarities|meaning|concept|principles?|process(?:es)?|idea|function|use)\b",
    re.IGNORECASE,
)
_VALUE = regex(
    r"(?<!\w)\d[\d.,]* [a-z]+ = \d|\b(?:is|are|was|equals?)\s+(?:about |approximately |around |roughly )?[-−–~≈]?\d|\b(?:Act|Treaty|Pact|Convention|Bill)(?: of)? \d{4} [a-z]+ed\b|\bin (?:[A-Z][a-z]+ )?(?:(?:1\d|20)\d\d|\d{1,4} (?:BCE?|AD|CE))$"
)
"""What is stated is a figure, what a law did or what happened in a year: the point does not say why."""
_RECALLED = regex(
    r"^(?P<asked>the (?:(?!of\b|for\b)[\w-]+ ){0,2}?(?:code|symbol|formula|abbreviation|acronym|capital|date|year|number|name) (?:for|of) [^()]+?)(?:\s\((?P<given>[^()]+)\))?$",
    re.IGNORECASE,
)
"""What is one sign, name or date, which brackets give ("the IATA code for Manchester (MAN)")."""
_VALUE_OF = regex(
    r"the (?:maximum|minimum|normal|legal|correct|recommended|safe) (?:[a-z-]+ ){0,2}(?:age|amount|dose|hours?|height|limit|length|load|number|pressure|range|speed|temperature|time|voltage|weight|width|level)\b(?!.*\b(?:how|why|and)\b)"
)
"""What is one value, which is known and not explained ("the maximum daily driving hours")."""
_AND_WHY = regex(r",? and (?:explain(?:ing)? )?(?:why|the reasons? (?:for|why) (?:this|it))$")
"""What is asked of a statement already ("that X are more vulnerable, and why")."""
_CALLED = regex(r"\b(?:is|are|was|were) (?:called|named|known as)\b")
"""What has a name, which is stated."""
_WITH_REASON = regex(r"(?P<what>[^,;]*\b(?:is|are|was|were|has|have|can|should|would)\b[^;]*?),? (?:and|&) why$")
_MEANING = regex(
    r"^(?:the\s+)?(?:terms?(?!\s+(?:of|in|and conditions)\b)|word|phrase|definition of|meaning of)\s+(?P<term>.+)$", re.IGNORECASE
)


_COUNTED = regex(rf"(?:the|all) (?:\d+|{number_words(2, 20)}) [a-z][\w -]*s", re.IGNORECASE)
"""So many things, by name ("the 14 allergens"), which are not explained."""
_OF_MONEY = regex(
    r"(?:an? |the )?appreciation of (?:the |an? )?(?:pound|sterling|dollar|euro|yen|currency|currencies|exchange rate|assets?)\b",
    re.IGNORECASE,
)
"""A rise in value, and no understanding."""


def knowledge(point: Normal) -> Outcome:
    """Ask for what is to be known, understood or shown to be."""
    if re.match(r"apply(?:ing)?\b", point.body, re.IGNORECASE) and " to " in point.body:
        return None  # "Apply your knowledge of X to Y" is asked as it stands
    for pattern in (_SHOWN, _SHOWN_HOW, _NOMINAL, _KNOW):
        found = pattern.match(point.body)
        if found and not found["what"].startswith("and ") and not _OF_MONEY.match(point.body):
            return understood(found["what"].strip(), "R1")
    return None


def understood(what: str, rule: str) -> Outcome:
    """Ask about the object of knowing, by its form; what is coordinated with it goes on as clauses of their own."""
    # A gerund to begin with, so that "knowledge of X and explaining Y" is read like "knowledge of X and explain Y".
    _, clauses = parse(f"Explaining {what}")
    if len(clauses) > 1:
        first = _object(clauses[0].rest, rule)
        if isinstance(first, LeftOut):
            return first
        lead = Clause(verb=first.command.casefold(), rest=first.sentence.split(" ", 1)[1])
        if first.sentence.startswith("Describe and explain"):
            lead = Clause(verb="describe", second="explain", rest=clauses[0].rest)
        return joined((lead, *clauses[1:]), rule)
    return _object(what, rule)


def _object(what: str, rule: str) -> Asked | LeftOut:
    what = re.sub(r"^(?:knowing|understanding)\s+", "", what)
    clause = _CLAUSE.match(what)
    if clause:
        return from_clause(clause["word"].casefold(), clause["rest"], rule)
    if what.casefold().startswith("that ") and (_VALUE.search(what) or says_what_is(what[5:])):
        return STATED
    if what.casefold().startswith("that "):
        if how := told_how(what[5:], rule):
            return how
        return Asked(rule=rule, command="Explain", sentence=f"Explain why {_AND_WHY.sub('', what[5:])}", confidence=0.65)
    if recalled := _RECALLED.match(what):
        given = (recalled["given"],) if recalled["given"] else ()
        return Asked(rule=rule, command="State", sentence=f"State {recalled['asked']}", confidence=0.85, given=given)
    if _VALUE_OF.match(what):
        asked, _, value = what.partition(": ")
        return Asked(rule=rule, command="State", sentence=f"State {asked}", confidence=0.8, given=(value,) if value else ())
    meaning = _MEANING.match(what)
    if meaning:
        return Asked(rule=rule, command="Define", sentence=f"State what is meant by {meaning['term']}", confidence=0.85)
    if re.match(r"(?:the )?need to\b", what, re.IGNORECASE):
        rest = re.sub(r"^(?:the )?need to\s+", "", what, flags=re.IGNORECASE)
        return Asked(rule=rule, command="Explain", sentence=f"Explain why there is a need to {rest}", confidence=0.85)
    if _THE_NEED.match(what):
        return Asked(rule=rule, command="Explain", sentence=f"Explain {what}", confidence=0.9)
    if _COUNTED.fullmatch(what):
        return Asked(rule=rule, command="Outline", sentence=f"Outline {what}", confidence=0.7)
    return Asked(rule=rule, command="Explain", second="Describe", sentence=f"Describe and explain {what}", confidence=0.85)


def from_clause(word: str, rest: str, rule: str) -> Asked:
    """Ask a clause: `how far` is assessed, `what` described, the rest explained."""
    if word in ("how far", "to what extent"):
        return Asked(rule=rule, command="Assess", sentence=f"Assess {word} {rest}", confidence=0.9)
    if re.match(r"(?:is|are) meant by\b", rest) and word == "what":
        return Asked(rule=rule, command="Explain", sentence=f"Explain what {rest}", confidence=0.9)
    if word in ("what", "which") and (both := _WITH_REASON.match(rest)):
        asked = f"State {word} {both['what']}, and explain why"
        return Asked(rule=rule, command="State", second="Explain", sentence=asked, confidence=0.75)
    if word in ("what", "which") and re.match(r"[a-z-]+ (?:is|was) (?!meant\b)", rest):
        return Asked(rule=rule, command="State", sentence=f"State {word} {rest}", confidence=0.8)
    if word in ("what", "which") and _CALLED.search(rest):
        return Asked(rule=rule, command="State", sentence=f"State {word} {rest}", confidence=0.8)
    if word in ("what", "which", "who"):
        return Asked(rule=rule, command="Describe", sentence=capital(f"describe {word} {rest}"), confidence=0.8)
    if word == "how" and re.match(r"to\b", rest):
        return Asked(rule=rule, command="Describe", sentence=f"Describe how {rest}", confidence=0.8)
    sure = 0.95 if word in ("how", "why") else 0.8
    return Asked(rule=rule, command="Explain", sentence=f"Explain {word} {rest}", confidence=sure)
