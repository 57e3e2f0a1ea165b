"""Nouns: which are plurals, and the plural of one. Every pattern that tells several things from one is built from these."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_LIKE_ONE = r"(?:ss|us|is)"
"""What a singular ends in: "process", "virus", "basis"."""
_ONE = r"(?:gas|lens|bias|atlas|canvas|chaos|diabetes|rabies|measles|rickets|herpes|mars|paris|athens|wales|texas|christmas|brussels)"
"""What ends in "s" and is one thing."""
_EITHER = r"(?:species|series|news|physics|mathematics|maths|economics|politics|ethics|genetics|statistics|athletics|electronics|mechanics|thermodynamics|aesthetics|headquarters|means)"
"""What is one thing, unless it is counted ("the species", "two species")."""
_IRREGULAR = (
    r"(?:criteria|phenomena|people|children|\w*men|data|media|bacteria|fungi|feet|teeth|mice|nuclei|strata|flora|fauna|algae|larvae|stimuli|foci|radii|"
    r"vertebrae|cacti|genera|alumni)"
)
"""Plurals without an "s"."""

_END = r"(?![\w’'-])"
_REGULAR = rf"(?:[\w’'-]{{2,}}s|(?-i:[A-Z])s){_END}"
_OWNED = r"[\w-]+['’]s"
PLURAL_IN_S = rf"(?!(?:\w*{_LIKE_ONE}|{_ONE}|{_EITHER}|{_OWNED}){_END}){_REGULAR}"
"""A plural in "s", as a piece of a pattern: "reasons", "Ps" ("the four Ps"), and not "gas", "series" or "Darwin's"."""
KINDS = (
    r"(?:types|kinds|sorts|forms|classes|groups|categories|methods|techniques|strategies|ways|measures|parts|components|elements|ingredients|materials|tools|sources|factors|features|"
    r"characteristics|examples)"
)
"""Heads of what is listed by its names, as a piece of a pattern: "Types of erosion", "Factors affecting the rate"."""
_OF_A_LIST = regex(
    rf"[*_]*(?:the )?(?:[a-z-]+ ){{0,2}}?{KINDS} (?:of|for|in|to|affecting|influencing|controlling|determining) [^.:;!?]+[*_: ]*$",
    re.IGNORECASE,
)
_PLURAL = regex(rf"(?:{PLURAL_IN_S}|{_IRREGULAR}$)", re.IGNORECASE)
_COUNTED = regex(rf"(?:{_EITHER}|{_IRREGULAR})$|(?!(?:\w*{_LIKE_ONE}|{_ONE}){_END}){_REGULAR}$", re.IGNORECASE)


def heads_list(text: str) -> bool:
    """Whether a text only says what a list below it has the names of ("Types of erosion")."""
    return bool(_OF_A_LIST.match(text))


def is_plural(word: str) -> bool:
    """Whether a word is a plural, as far as its form says."""
    return bool(_PLURAL.match(word))


def can_be_counted(word: str) -> bool:
    """Whether a word behind a number says what is counted ("two species", "four Ps")."""
    return bool(_COUNTED.match(word))


def several(noun: str) -> str:
    """Return the plural of a noun ("cause" gives "causes", "basis" "bases"); one that ends in "s" is taken for a plural."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if re.search(r"(?:ss|sh|ch|x)$", noun):
        return noun + "es"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    return noun if noun.endswith("s") else noun + "s"
