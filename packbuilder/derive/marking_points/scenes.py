"""Scenes: what a point tells before it asks ("A student heats copper carbonate. Describe what is seen."), kept before the question.

Only points that give no question otherwise are read so: a sentence before a command may also be a lead, or what is credited.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import base_of_third, is_known
from packbuilder.derive.marking_points.leaning import LEANS
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY, shows_absent
from packbuilder.derive.marking_points.verbs import third_person
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_STOP = regex(
    r"(?:(?<=[a-z]{2})(?<!\betc)(?<!\be\.g)|(?<=[A-Z]{3})|(?<=[a-z][A-Z][a-z])|(?<=\d[A-Za-z])|(?<=°[CF])|(?<=\bis [A-Z])|(?<=\bgroup [A-Z])|(?<=\btype [A-Z])|(?<=\d[+−–-])|(?<=[\d%°²³)\]’'\"])|(?<=\b[sgmJNWVA])|(?<=[\dkM ]Ω)|(?<=[μµnp ]F)|(?<=\d[A-Z]{2})|(?<=Hz)|(?<=\dPa)|(?<=[ kM]Pa)|(?<=eV)|(?<=Δ[A-Z]))\.['’”\"]?\s+(?=[A-Z‘“\"'])"
)
"""Where a sentence ends, a unit's letter included ("12.5 s. Calculate ..."), and the next begins."""
_ASKS = regex(
    r"(?:(?:briefly|critically|fully)\s+)?(?P<first>[A-Z][a-z]+)\b(?: down\b)?(?P<rest>[^.?!]*)",
)
_COMMANDS = frozenset(
    """advise analyse assess calculate comment compare complete construct deduce define derive describe determine discuss estimate evaluate examine explain find
    give identify justify list name outline predict prove recommend show state suggest summarise work write""".split()
)
_BESIDES = regex(rf", (?:and )?(?:{'|'.join(sorted(_COMMANDS))})\b")
_JUDGED = frozenset("discuss evaluate assess".split())
"""Commands that need say no more than themselves ("Some people think that zoos are cruel. Discuss.")."""
_QUESTION = frozenset("what which who whose when where why how".split())
_NO_SCENE = regex(
    r"(?:award|credit|accept|reject|allow|ignore|note|remember|must|should|do not|don['’]t|never|always|avoid|candidates?|learners?|students should|pupils should|answers?|responses?|marks?|"
    r"be able to|understanding|knowledge|ability|evidence|use of|(?:the |some |two |three )?(?:main|key|common|typical|possible)|(?:good|better|best|top|strong|weak|model|grade \d)\s(?:answers?|responses?)|the (?:question|examiner|paper|course|unit|topic)s?\s|\d+ marks?)\b",
    re.IGNORECASE,
)
"""What opens a sentence that speaks to markers or learners, or a label."""
_OF_MARKING = regex(
    r"\b(?:marks?(?!-?ups?\b)|examiners?|markers?|assessors?|mark scheme|question paper|in the exam|past papers?|revision|revise)\b",
    re.IGNORECASE,
)
_SAID = regex(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|could|will|would|does|do|did|may|might|must|takes?|took|runs?|ran|makes?|made|gives?|gave|goes|went|puts?|says?|said|thinks?|thought|"
    r"finds?|found|sees?|saw|gets?|got|buys?|bought|sells?|sold|throws?|threw|drives?|drove|falls?|fell|rises?|rose|meets?|met|wins?|won|writes?|wrote|reads?|keeps?|kept|leaves?|left|loses?|lost|"
    r"grows?|grew|draws?|drew|drinks?|drank|eats?|ate|sits?|sat|stands?|stood|lies?|lay|feels?|felt|hears?|heard|holds?|held|knows?|knew|pays?|paid|spends?|spent|sends?|sent|wants?|owns?|moves?|"
    r"complains?|suffers?|lives?|works?|adds?|heats?|burns?|drops?|rolls?|pulls?|pushes|weighs|stirs?|mixes|measures?|walks?|cycles|swims?|jumps?|plays?|eats?|claims?|argues?|believes?|decides?|plans?|"
    r"starts?|stops?|opens?|closes|contains?|consists?|shows?|uses?|needs?|feels?|asks?|tells?|told|offers?|signs?|hires?|employs?|borrows?|lends?|lent|invests?|travels?|connects?|reacts?|conducts?|floats?|sinks?|accelerates?|decelerates?|oscillates?|rotates?|operates?|generates?|evaporates?|boils?|melts?|freezes?|dissolves|expands?|visits?|kicks?|injects?|smokes?)\b|\s=\s|\w{3,}ed\b",
    re.IGNORECASE,
)
"""A verb that a scene has: without one it is a label."""
_DOES = regex(r"(?:an?|one|he|she|it)\s(?:(?!of\b|with\b|for\b|in\b|on\b|to\b|from\b)[\w-]+\s){1,2}?[a-z]{3,}(?<!s)s\b", re.IGNORECASE)
"""Somebody or something, and what it does ("A car brakes")."""
_PLAINLY = regex(r"(?:he|she|it)\s(?:(?:then|also|now|often|always|never|usually)\s|\w+ly\s)?[a-z]{2,}s\b|they\s", re.IGNORECASE)
"""One who has been named, and what they do ("She injects insulin")."""
_SOME_DO = regex(
    r"(?:some|two|three|four|five|several|many|most|all) (?:[\w-]+ ){1,3}?(?!(?:of|in|on|at|for|with|from|that|and|or|to|by)\b)[a-z]{3,} (?:an?|the|their|his|its|to|in|on|at|with|from|into|for|that|some)\b",
    re.IGNORECASE,
)
_ONE_DOES = regex(r"(?:the|an?|each|every)\s(?:[\w–-]+\s){1,3}?(?P<verb>[a-z]{3,}s)\s[\w–-]+", re.IGNORECASE)
_SHORT = regex(r"[A-Z][a-z]+ (?P<verb>[a-z]{3,})(?:$|(?<=s) (?:in|on|at|to|when|into|from|with|by)\s)")
_QUOTED = regex(r"(?P<before>[:,]?\s)(?:“[^“”]+[”]?|‘[^‘’]+(?:[’]\w[^‘’]*)*’?|\"[^\"]+\"?)")
"""What somebody says, in quotation marks; the last stop of it may have been taken for the sentence's own."""
_REASON_OF = regex(r"[a-z]{2}\.\s+(?:Explain|Suggest) why\.?\s*(?:[\[(]\s?\d[^\])]*[\])]\.?)?$")
_ONLY_WHY = regex(r"(?<=[a-z]{2}\.)\s+Why\?(?=\s*(?:[\[(]\s?\d|$))")
_GOES_ON = regex(r"\W*(?:hence|thus|using your answer)\b,?\s", re.IGNORECASE)
_GIVES = regex(r"(?:[A-Z][\w’' -]{2,60} )?[A-Za-zτρλμθεφ][\w₀-₉]{0,3}\s?=\s?[^=\s][^=]{0,30}")
"""A value or a formula that is told ("C = 220 μF", "Period T = 1.1RC")."""
_FEWEST = 3
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a point tells first, with its stop, and what it asks then."""

    told: str
    asked: str


def commands_besides(text: str) -> bool:
    """Whether a command stands within a text, behind a comma ("how to use the data, comment on the market")."""
    return bool(_BESIDES.search(text))


_AGREED = regex(
    r"(?<=[’'”\"])\s+Do you agree(?: with this (?:statement|view))?\?\s+(?:(?:Explain|Justify|Support) (?:your|the) (?:answers?|views?|opinions?|response)|Give (?:a )?reasons? for your (?:answer|view|opinion))\.?"
)
"""What is told behind a question that asks for a judgement anyway."""


_CLAUSE_ANSWERED = regex(
    r"^(?P<word>[Ww]hy|[Hh]ow) (?P<rest>(?!(?:do|does|did|is|are|was|were|can|could|would|should|will|has|have|had|might|may|many|much|far|long|often|to)\b)[^?→>:]{8,}? (?:[-=–]+>|→) .*)$"
)
"""What is asked as a clause, and its answer ("why the sky is blue -> light is scattered")."""


def with_command(text: str) -> str:
    """Return a point with the command for it that ends in nothing but `Why?` after a statement, or that is a clause with its answer behind an arrow."""
    text = _CLAUSE_ANSWERED.sub(lambda found: f"Explain {found['word'].lower()} {found['rest']}", text)
    text = _AGREED.sub(r" Do you agree?", text) if "agree?" in text else text
    return _ONLY_WHY.sub(" Explain why.", text) if "Why?" in text and text.count("?") == 1 else text


def asks_why(text: str) -> bool:
    """Whether a point asks for nothing but the reason of the statement before it."""
    return bool(_REASON_OF.search(text))


def scene_of(text: str) -> Scene | None:
    """Return a point's scene, and the question or command after it; None where it has none."""
    for stop in _STOP.finditer(text):
        told, asked = text[: stop.end()].strip(), text[stop.end() :]
        if _commands(asked):
            return Scene(told=told, asked=asked) if _tells(told) else None
    return None


def without_source(text: str) -> LeftOut | None:
    """Return why a point is not asked that first hands candidates something that is not there, and then asks about it."""
    if _GOES_ON.match(text):
        return LEANS
    for stop in _STOP.finditer(text):
        if _commands(text[stop.end() :]) and shows_absent(text[: stop.end()]):
            return LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    return None


def _commands(text: str) -> bool:
    """Whether a text opens with a command and says of what, or asks."""
    found = _ASKS.match(text)
    if not found:
        return False
    first = found["first"].casefold()
    return (first in _COMMANDS and (first in _JUDGED or bool(found["rest"].split()))) or (first in _QUESTION and "?" in text)


def _tells(told: str) -> bool:
    """Whether sentences tell something: each is a statement to nobody, and about no marking."""
    told = _QUOTED.sub(" so", told)
    if "?" in told or ":" in told or len(told.split()) > _LONGEST or _OF_MARKING.search(told):
        return False
    return all(_states(sentence) for sentence in _STOP.split(told.rstrip(" .’'\"")))


def _states(sentence: str) -> bool:
    if _GIVES.fullmatch(sentence):
        return True
    words = sentence.split()
    short = _SHORT.match(sentence)
    if (
        (len(words) < _FEWEST and not (short and _is_known_verb(short["verb"])))
        or _NO_SCENE.match(sentence)
        or form_and_base(words[0].strip(",").casefold())[0] in ("base", "third", "gerund")
    ):
        return False
    one = _ONE_DOES.match(sentence)
    return (
        bool(_SAID.search(sentence) or _DOES.match(sentence) or _PLAINLY.match(sentence) or _SOME_DO.match(sentence))
        or bool(short and _is_known_verb(short["verb"]))
        or bool(one and _is_known_verb(one["verb"]))
        or is_statement(sentence)
        or any(third_person(word.strip(",")) for word in words[1:])
    )


def _is_known_verb(word: str) -> bool:
    """Whether a word is what one does, or what several do ("rusts", "expand")."""
    return bool(base_of_third(word)) or (is_known(word) and word not in NOUNISH)
