"""Tools: what is used for something, and what is linked with something, as questions for how."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import Clause, find_reference, kind_of
from packbuilder.derive.marking_points.lexicon import LINKS, NOUNISH
from packbuilder.derive.marking_points.outcome import LeftOut
from packbuilder.derive.marking_points.said import IN_A_BANK, NEEDS_VALUES, Said
from packbuilder.derive.marking_points.stimulus import needs_stimulus
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex
from packbuilder.text import capital

_TO = regex(
    r"^(?P<tool>.+?)\s+(?:in order to|so as to|to)\s+(?:help\s+(?:to\s+)?)?(?:you\s+)?(?:better\s+)?(?P<verb>[a-z]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_TAKES_INFINITIVE = regex(
    r"\b(?:decisions?|plans?|proposals?|attempts?|abilit(?:y|ies)|needs?|rights?|efforts?|failures?|tendency|willingness|opportunit(?:y|ies)|desires?|permission|refusal|pressure|reasons?)$"
)
"""A noun that "to" goes on with."""
_KNOWLEDGE_OF = regex(r"^(?:your|their|the|a|an)?\s*(?:\w+\s+)?(?:knowledge|understanding|awareness)\b", re.IGNORECASE)
_LANGUAGE = regex(
    r"\b(?:vocabulary|language|punctuation|sentences?|paragraphs?|tenses?|adjectives|adverbs|verbs|connectives|techniques to (?:engage|persuade))\b",
    re.IGNORECASE,
)
_FIGURE = regex(
    r"\s+(?:the |an? )?(?:unknown )?(?:mass|volume|amount|value|number|concentration|size|length|formula|yield)\b", re.IGNORECASE
)
_COMMANDED = frozenset(
    "explain describe compare predict suggest evaluate discuss justify analyse assess deduce explore distinguish outline support answer".split()
)
_SIMPLE_PRESENT = frozenset({"be", "is", "are"})


def _closed(name: str) -> str:
    """Return a name without the comma behind it, but where that closes what stands beside it ("the sample mean, N(μ, σ²/n),")."""
    bare = name.rstrip(" ,")
    return f"{bare}," if name != bare and ", " in re.sub(r"\([^()]*\)", "", bare) else bare


def used(clause: Clause) -> Said | LeftOut:
    """Say `use X to ...`: kept where the candidate writes the result, turned to `how X can be used` where X is a tool."""
    verb = "Use" if clause.verb in ("use", "utilise", "employ") else "Apply"
    rest = re.sub(r"^and [a-z]+ ", "", clause.rest)  # "Use and configure a map": the second verb is unknown, the first will do
    knowledge = _KNOWLEDGE_OF.match(rest)
    found = _TO.match(rest)
    if found and _TAKES_INFINITIVE.search(found["tool"]):
        found = None  # "in a decision to build HS2": what something is used for is not said
    if found is None:
        if knowledge and verb == "Apply" and re.search(r"\bto\b", rest):
            return Said(command=verb, sentence=f"{lower(verb)} {rest}", confidence=0.85)
        if knowledge or len(rest.split()) < 2:
            return LeftOut(
                rule="R8",
                reason="it does not say what the knowledge is used for",
                remedy="Say in the notes what is to be explained with it.",
            )
        return LeftOut(rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK, worksheet=f"Explain how to use {rest}")
    goal = found["verb"].casefold()
    tool = _closed(found["tool"].strip())
    if _LANGUAGE.search(tool):
        return LeftOut(rule="R6", reason="a skill of writing: it needs a task to write on", remedy="Write the task as an item in a bank.")
    if goal in ("predict", "deduce", "determine") and _FIGURE.match(found["rest"]):
        return LeftOut(
            rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK, worksheet=f"Explain how {tool} can be used to {goal}{found['rest']}"
        )
    kind = (
        "" if goal == "find" and re.match(r"\s+(?:out|precise|information|evidence|locations?|sources)\b", found["rest"]) else kind_of(goal)
    )
    if goal in _COMMANDED or (kind == "command" and goal in ("identify", "explore") and knowledge):
        return Said(command=verb, sentence=f"{lower(verb)} {rest}", confidence=0.85)
    if verb == "Apply" and (not found["rest"].strip() or goal in NOUNISH):
        return Said(command="Apply", sentence=f"apply {rest}", confidence=0.7)
    if verb == "Apply" and not kind and goal not in _SIMPLE_PRESENT:
        # "apply X to Y": `to` leads to a thing, not to a verb.
        return Said(command="Apply", sentence=f"apply {rest}", confidence=0.75)
    if kind == "values":
        return LeftOut(
            rule="R6", reason=NEEDS_VALUES, remedy=IN_A_BANK, worksheet=f"Explain how {tool} can be used to {goal}{found['rest']}"
        )
    if knowledge:
        return Said(command=verb, sentence=f"{lower(verb)} {rest}", confidence=0.6)
    tool = re.sub(r"^(?:appropriate|suitable|relevant|a range of|a variety of)\s+(?=\w)", "", tool)
    return Said(command="Describe", sentence=f"describe how {tool} can be used to {goal}{found['rest']}", confidence=0.85)


_ABSTRACT = frozenset(
    "theory theories practice cause causes effect effects knowledge ideas evidence points to with and concepts the your their argument".split()
)


_BETWEEN_TWO = {"linked to": "link", "related to": "relationship", "connected to": "connection"}
"""What is between two things, by how they are said to be related; of three it would not be told which is which."""


def linked(clause: Clause) -> Said | LeftOut:
    """Say what is linked with what, as the link between them."""
    rest = clause.rest.removeprefix("between ")
    found = re.match(r"^(?P<one>.+?)\s+(?:to|with)\s+(?P<other>.+)$", rest) or re.match(r"^(?P<one>.+?)\s+and\s+(?P<other>.+)$", rest)
    # "Links to A and B": what is linked to them is not said.
    if not found or re.match(r"(?:to|with|each) ", rest) or find_reference(clause.rest) or set(clause.rest.split()) <= _ABSTRACT:
        return LeftOut(rule="R8", reason="it does not say what is linked with what", remedy="Name both sides in the notes.")
    how = LINKS[clause.verb]
    one, other = found["one"], found["other"]
    how = how if re.search(rf"{re.escape(one)}\s+(?:to|with)\s", clause.rest) else "linked to"
    sentence = f"explain how {one} can be {how} {other}"
    # Whatever needs data in these words needs it in others.
    if how in _BETWEEN_TWO and " and " not in f"{one} {other}" and not needs_stimulus(capital(sentence)):
        sentence = f"explain the {_BETWEEN_TWO[how]} between {one} and {other}"
    return Said(command="Explain", sentence=sentence, confidence=0.75)
