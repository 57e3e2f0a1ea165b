"""Lists of the features of a drawing, one by one: they share no article, and values stand with what has them ("roots at x = 2 and x = –2")."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_BREAK = regex(r"\s*,(?![^()]*\))\s*(?:and\s+|&\s+)?")
_AND = regex(r"\s+(?:and|&|as well as|together with)\s+")
_VALUE = regex(r"(?:[a-zA-Z]\s?=\s?)?[+−–-]?\d[^\s()]*(?: ?(?:°C|°|%|mm|cm|m|s|ms|N|V|A|Hz|kg|g|J|kJ|K|mol))?|[A-Z](?:\d|′)?|\([^()]*\)")
"""What is no feature by itself: a number, a root, a point by its letter."""
_NEXT_WORD = regex(r"\s+and\s+(?=(?:the |an? )?[a-z]{3,})")
_OF_NAMES = regex(r"^(?:the )?[a-z]+s (?=[A-Z])")
"""What the names behind it are ("entities Book, Member and Loan")."""
_CALLED = regex(
    r"^(?:(?:the|its|their) )?(?:following )?(?:labels?(?: for)?|states|entities|nodes|terms|stages|steps|parts|events|components|attributes|fields|features|structures|symbols for)\s*:?\s+(?=\w)(?!(?:of|in|from|and|that|which|on|for)\b)"
)
"""What entries are called before the first of them ("the states red, amber and green")."""
_BETWEEN = regex(r"\b(?:between|both|from)\b[^,;]*$", re.IGNORECASE)
_HALF = regex(
    r"(?:(?:the|an?) )?(?:hard|soft|upper|lower|left|right|inner|outer|top|bottom|first|second|north|south|east|west|northern|southern|positive|negative|hot|cold|warm|cool|fixed|variable|high|low|old|new|male|female|long|short|"
    r"large|small|main|major|minor|thick|thin|primary|secondary|tertiary|front|back|rear|side|vertical|horizontal|internal|external|x|y|x-|y-)",
    re.IGNORECASE,
)
"""Half of what shares its noun with the next ("hard and soft rock")."""
_SHARED = regex(r"[\w-]+ (?:curves|axes|lines|poles|arrows|forces|labels|ends|sides|values|levels)")


def listed_in(text: str) -> tuple[str, ...]:
    """Return the entries of a list, parted at commas, semicolons and the last "and" where both sides of it are entries."""
    text = _CALLED.sub("", text.strip())
    if ";" in text:
        return tuple(each for each in re.split(r"\s*;\s*(?:and\s+)?", text.strip(" .;")) if each)
    *entries, last = [each for each in _BREAK.split(text.strip(" .;,")) if each] or [""]
    found = [*entries, *_halved(last)]
    whole: list[str] = []
    for entry in found:
        if whole and _VALUE.fullmatch(entry):
            joint = " and " if entry is found[-1] else ", "
            whole[-1:] = _NEXT_WORD.split(whole[-1])
            whole[-1] += f"{joint}{entry}"
        else:
            whole.append(entry)
    if len(whole) > 1 and all(each[:1].isupper() for each in whole[1:]):
        whole[0] = _OF_NAMES.sub("", whole[0])
    return tuple(whole)


def _halved(entry: str) -> tuple[str, ...]:
    """Return the two entries of the last part of a list, or that part where it is one thing ("supply and demand curves")."""
    joints = list(_AND.finditer(entry))
    if not joints:
        return (entry,)
    joint = joints[-1]
    one, two = entry[: joint.start()], entry[joint.end() :]
    shared = _HALF.fullmatch(one) or (" " not in one and _SHARED.fullmatch(two))
    return (entry,) if shared or _BETWEEN.search(one) or not one else (one, two)
