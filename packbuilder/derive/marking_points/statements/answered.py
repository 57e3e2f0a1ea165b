"""What a statement answers, and what its forms ask of their subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.marking_points.finite import is_statement, verb_of
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.words import lower
from packbuilder.patterns import regex
from packbuilder.values import dataclass

REPORTED = regex(
    r"\b(?:says?|said|argue[sd]?|found|believe[sd]?|claim(?:s|ed)?|thinks?|thought|suggest(?:s|ed)?|shows?|showed|states|stated)\b"
)
"""Somebody says something: what follows is the thought of that person, and no subject."""
POINTING = regex(
    r"(?:remember|he|she|it|they|this|that|these|those|there (?:is|was|has)|here|his|her|its|their|such|another (?!\w+ of\b)|other|others|both|some|many|most|all|each|every|no|not|also|then|however|but|and|or|so)\b",
    re.IGNORECASE,
)
"""How a text begins that goes on with what stands before it, or speaks of some."""
SUBJECT = 4
"""Words of a subject at most: of a longer one nobody can tell where it ends."""
_BETWEEN = regex(r"\b(?:between|from|both)\b.*\b(?:and|to)\b")
"""Two ends of one thing, and no two things."""
_COLOURED = regex(r"(?:Red|Blue|Green|Yellow|White|Black|Brown|Orange|[A-Z][a-z]+-[a-z]+) [a-z]")
_DASHED = regex(r"\s[–—-]\s|^[Ff]or an? ")
"""What no subject holds: a label before it ("Mass movement – slumping"), or what it holds for ("for a stable orbit radius ...")."""
_JOINED = regex(r"[,;]? (?:and|but) ")
_OTHER_NAME = regex(r"(?P<name>[a-z]{3,}), (?P<sign>[A-Z][a-z]?[\d₀-₉]+[A-Za-z\d₀-₉]*|[A-Z]{2,}[a-z\d₀-₉]*)(?=,)")
"""A name, and between commas a formula or an abbreviation, which may be its own ("buckminsterfullerene, C60, and graphite")."""
_HELD = regex(r"(?<=\w) \([^()]*\)")
"""What brackets tell of an entry, whose commas are their own."""
_PIECES = regex(r",\s*(?:and |or )?|;\s*|\s+(?:and|or)\s+|\s*&\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a statement answers, and its answer; `sign` ends the question. `whole`: the answer is one, whatever commas it has; `each`: these are
    credited one by one; `worth`: marks, where the command word's own would not fit (0: they do)."""

    asked: str
    answer: str
    sign: str = ":"
    whole: bool = False
    each: tuple[str, ...] = ()
    worth: int = 0


def read(form: re.Pattern[str], said: str) -> re.Match[str] | None:
    """Return a statement as a form reads it, whose `what` is a noun phrase; None where it has another form, or says something there itself."""
    found = form.fullmatch(said)
    return found if found and not (_DASHED.search(found["what"]) or says(found["what"])) else None


def small(subject: str) -> str:
    """Begin a subject with a small letter, unless that is a name's."""
    return subject[:1].lower() + subject[1:] if _COLOURED.match(subject) else lower(subject, thorough=True)


def says(what: str) -> bool:
    """Whether what should be a noun phrase says something itself."""
    return bool(verb_behind(what) or is_statement(what) or REPORTED.search(what))


def says_besides(answer: str) -> bool:
    """Whether an answer goes on with something else that is said: of its subject, or of another ("cell sap and keeps the cell turgid")."""
    return any(_goes_on(further.split()) for further in _JOINED.split(answer)[1:])


def _goes_on(words: Sequence[str]) -> bool:
    if len(words) < 2 or words[0] == "to":
        return False
    sure = base_of_third(words[0], any_word=words[1] in ("the", "a", "an", "its", "their"))  # "brightens the skin"
    return bool(sure and words[0] not in NOUNISH) or bool(verb_of(words) or verb_behind(" ".join(words)))


def listed(text: str, longest: int) -> tuple[str, ...]:
    """Return what a text lists, each in so many words at most; nothing where it lists nothing, says something, or may call one thing by two names."""
    if is_statement(text) or _BETWEEN.search(text) or _OTHER_NAME.search(text):
        return ()
    pieces = tuple(each for each in _PIECES.split(_HELD.sub("", text)) if each.strip())
    return () if len(pieces) < 2 or any(len(each.split()) > longest or is_statement(each) for each in pieces) else pieces


def counted_as(text: str, longest: int, count: int) -> str:
    """Return a list of so many things: as it stands, or with formulas in brackets where these are but other names; empty where it has another number."""
    for each in (text, _OTHER_NAME.sub(r"\g<name> (\g<sign>)", text)):
        bare = _OTHER_NAME.sub(r"\g<name>, \g<sign> ", each)
        if len(listed(bare, longest)) == count:
            return each
    return ""
