"""R5q: a point that is a question already."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.derive.marking_points.rules.heads import head_noun
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.patterns import regex
from packbuilder.values import replace

_WHAT_IS = regex(r"^what (?:is|are) (?:meant by )?(?:the term )?(?P<what>[^?,]{3,80})\?$", re.IGNORECASE)


_JUDGED = regex(
    r"(?:to what extent|how (?:far|successful|effective|important|significant|useful|convincing|serious|reliable|accurate|valid|fair))\b",
    re.IGNORECASE,
)
_QUOTED = regex(
    r"^‘(?P<said>[^‘]{12,300})’[.,:]?\s+(?P<asked>(?:how far|to what extent) do you agree\b[^?]*\?|do you agree\b[^?]*\?|(?:evaluate|discuss|assess)(?: (?:this|the) (?:statement|view|claim|opinion))?\.?)$",
    re.IGNORECASE,
)


def question(point: Normal) -> Outcome:
    """Turn `What is X?` into `State what is meant by X`; leave out what cannot be turned safely."""
    quoted = _QUOTED.match(point.full)
    if quoted:
        return _judgement(quoted["said"].strip(" ."), quoted["asked"].split()[0].capitalize())
    if not point.full.endswith("?"):
        return None
    if _JUDGED.match(point.full):
        return Asked(rule="R5", command="Assess", sentence=point.full, confidence=0.85)
    turned = _turned(point)
    if turned is not None:
        return turned
    found = _WHAT_IS.match(point.full)
    if found:
        return Asked(rule="R5", command="Define", sentence=f"State what is meant by {found['what'].strip()}", confidence=0.7)
    reason = "a direct question, which says neither how to answer nor for how much"
    return LeftOut(rule="R5", reason=reason, remedy="Begin it with a command word: Explain how …, Explain why …, Describe what ….")


_OF = regex(r"^what (?:is|are|was|were) (?P<what>the [^?]+)\?$", re.IGNORECASE)
_DO = regex(r"^(?P<word>how|why) (?P<do>do|does) (?P<rest>[^?]+)\?$", re.IGNORECASE)


def _turned(point: Normal) -> Outcome:
    """Turn `What were the causes of X?` into `Explain the causes of X`, and `How does X affect Y?` into `Explain how X affects Y`."""
    of = _OF.match(point.full)
    if of:
        what = of["what"]
        return head_noun(replace(point, body=what[:1].upper() + what[1:]))
    do = _DO.match(point.full)
    if not do:
        return None
    rest = do["rest"] if do["do"].lower() == "do" else _third(do["rest"])
    return Asked(rule="R5", command="Explain", sentence=f"Explain {do['word'].lower()} {rest}", confidence=0.8) if rest else None


def _third(rest: str) -> str:
    """Return a clause after "does" with its verb in the third person, or an empty text where no word is surely the verb."""
    words = rest.split()
    for index, word in enumerate(words[1:], 1):
        if is_verb(word) or word in _VERBS:
            ending = "es" if re.search(r"(?:s|sh|ch|x|o)$", word) else "s"
            words[index] = f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else word + ending
            return " ".join(words)
    return ""


_VERBS = frozenset(
    """affect cause change happen increase decrease lead depend work form help show make need occur rise fall move grow react conduct float sink
    differ represent create convey reflect feel respond""".split()
)


def _judgement(said: str, verb: str) -> Asked:
    """Ask for a judgement on a statement: it is quoted after what is to be done with it."""
    command = verb if verb in ("Evaluate", "Discuss", "Assess") else "Assess"
    asked = f"{command} the statement" if command == verb else "How far do you agree with the statement"
    return Asked(rule="R5", command=command, sentence=f"{asked} ‘{said}’{'' if command == verb else '?'}", confidence=0.85)
