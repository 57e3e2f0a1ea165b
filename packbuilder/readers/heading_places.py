"""Where headings stand: whether a line whose words may be a heading is one, as what stands around it tells."""

from __future__ import annotations

import re
from itertools import takewhile

from packbuilder.patterns import regex
from packbuilder.readers.bullets import RULE, TERM, is_item
from packbuilder.readers.headings import Heading, Name, is_weak, looks_like_one, underlined
from packbuilder.readers.questions import asks, commands, ends_in_marks
from packbuilder.readers.tables import is_row

_COUNTED = regex(r"^\s*\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-h]))[.):]\s+", re.IGNORECASE)
_MANY = 5
"""Lines right under one, none of them blank: no text of a page stands so."""
_FIRST = regex(r"0?1\s+\S")
"""The first of lines that are counted without a sign."""
_SENTENCE = regex(r"[.!?][)”’\"']?$")


def is_heading(lines: tuple[str, ...], index: int, found: Heading, within: Name | None) -> bool:
    """Whether a line whose words head a section does so where it stands, in the section `within`."""
    if found.loose and not found.text.isupper():
        return not _counted_on(lines, index) and _heads(lines, index, found, within)
    return not is_weak(lines[index], found) or _heads_list(lines, index)


def _heads_list(lines: tuple[str, ...], index: int) -> bool:
    """Whether bullets stand under a line, or questions, or the line of signs that makes it a heading."""
    below = _below(lines, index)
    return is_item(below) or asks(below) or bool(_FIRST.match(below)) or underlined(lines, index) is not None


def _below(lines: tuple[str, ...], index: int) -> str:
    return next((line for line in lines[index + 1 :] if line.strip() and not RULE.match(line)), "")


def _above(lines: tuple[str, ...], index: int) -> str:
    return next((line for line in reversed(lines[:index]) if line.strip()), "")


def _counted_on(lines: tuple[str, ...], index: int) -> bool:
    """Whether a line with a number stands among lines that are counted on from it: it is one of a list."""
    own = _COUNTED.match(lines[index])
    if not own:
        return False
    place = _place(own)
    above, below = _COUNTED.match(_above(lines, index)), _COUNTED.match(_below(lines, index))
    return bool((above and _place(above) == place - 1) or (below and _place(below) == place + 1))


def _place(found: re.Match[str]) -> int:
    return int(found["number"]) if found["number"] else ord(found["letter"].casefold())


def _heads(lines: tuple[str, ...], index: int, found: Heading, within: Name | None) -> bool:
    """Whether what stands under a line is what its words say: entries, or text right under a line that has none above it."""
    above, below = lines[index - 1].strip() if index else "", _below(lines, index)
    many = found.name == "points" and not above and len(list(takewhile(str.strip, lines[index + 1 :]))) >= _MANY
    if many or not below or (below[0] in " \t" and not is_item(below)):
        return many
    if is_item(below) or is_row(below) or underlined(lines, index) is not None:
        return True
    # Among lines without bullets, one after the other, "Practice exam questions" may be a tip as any other.
    if above and not is_item(above) and (commands(above) or found.name in ("synopsis", "tips")):
        return False
    if above and within == "tips" and not (below.rstrip().endswith("?") or ends_in_marks(below)):
        return False
    if (found.name == "points" and asks(below)) or (found.name == "concepts" and TERM.match(below.strip())):
        return True
    return not above and bool(lines[index + 1].strip()) and (bool(_SENTENCE.search(below)) or not looks_like_one(below))
