"""Names of rooms and centres that may mean one: in other signs, with or without a word for room, or with a slip of the hand."""

from __future__ import annotations

import re
import unicodedata

from packbuilder.patterns import regex

_BETWEEN_FIGURES = regex(r"(?<=\d)[\W_]+(?=\d)")
_NO_SIGN = regex(r"[^\w\n]|_")
_ZEROS = regex(r"(?<!\d)0+(?=\d)")
_ROOM_WORD = regex(r"^(?:room|rm|r|ystafell|classroom)(?=\d)", re.IGNORECASE)
"""What may stand before a room's number, once signs and spaces are gone: `Room 5`, `Rm 5` and `R5` are room 5."""
_FIGURES_BEHIND = regex(r"\d+\Z")
_SHORTEST = 4
"""Letters of a word in which one letter may be a slip. In shorter ones, and in figures, it makes another room."""
_SHORTEST_OF_FEW = 3
"""The same where hardly anybody sits in that room, and many in the other: `Gmy` beside `Gym`."""


def loosely(text: str) -> str:
    """Return a name without what people leave out: signs and zeros, but not what parts two numbers."""
    flat = unicodedata.normalize("NFKC", text.casefold())
    return _ZEROS.sub("", _NO_SIGN.sub("", _BETWEEN_FIGURES.sub("\n", flat)))


def loose_room(text: str) -> str:
    """Return a room's name as `loosely` does, without a word for room before its number."""
    return _ROOM_WORD.sub("", loosely(text))


def loose_centre(text: str) -> str:
    """Return a centre's number without zeros before it, and without spaces and signs, also those that part figures: `1 2345` is 12345."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text.casefold()))).lstrip("0")


def may_be_slip(one: str, other: str) -> bool:
    """Whether two rooms differ by one letter of one word: `Sports Hall`, `Sport Hall`, `Spots Hall`. Hall A and Hall B do not."""
    left, right = _apart(one.casefold(), other.casefold())
    return left.isalpha() and right.isalpha() and min(len(left), len(right)) >= _SHORTEST and one_slip(left, right)


def may_be_slip_of_few(few: str, many: str) -> bool:
    """Whether a room in which hardly anybody sits may be a slip for one of many: `Hal` for `Hall`, `Gmy 2` for `Gym 2`.

    The last letter of a code in capitals tells rooms apart as a figure does: HGA, HGB.
    """
    left, right = _apart(few, many)
    if _differ_by_code(left, right):
        return False
    left, right = left.casefold(), right.casefold()
    ours, theirs = _FIGURES_BEHIND.sub("", left), _FIGURES_BEHIND.sub("", right)
    if left.removeprefix(ours) != right.removeprefix(theirs):
        return False  # another number
    return ours.isalpha() and theirs.isalpha() and min(len(ours), len(theirs)) >= _SHORTEST_OF_FEW and one_slip(ours, theirs)


def _differ_by_code(left: str, right: str) -> bool:
    """Whether two words differ in their last letter alone, which is a capital in both."""
    return left[:-1] == right[:-1] and left[-1:] != right[-1:] and left[-1:].isupper() and right[-1:].isupper()


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return the word by which two names of as many words differ, as each has it; nothing where more or fewer do."""
    ours, theirs = one.split(), other.split()
    apart = [(left, right) for left, right in zip(ours, theirs, strict=False) if left.casefold() != right.casefold()]
    return apart[0] if len(ours) == len(theirs) and len(apart) == 1 else ("", "")


def one_slip(one: str, other: str) -> bool:
    """Whether two texts differ by one character, too many or another, or by two that have changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest, more = short[start:], long[start:]
    if len(short) < len(long):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])
