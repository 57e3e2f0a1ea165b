"""Remarks of extra time and papers where none belong: beside a name, a seat or a room, or under a heading that says nothing of arrangements."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidate_arrangements import CLAUSES, tells_arrangement, wants_time_or_paper
from packbuilder.readers.candidate_nothing import says_nothing

NAMED = ("name", "first", "last")
PLACED = ("number", "centre", "room", "seat", "row", "column")
"""Fields beside which nothing is read, and what is written is printed."""

_ADDED = frozenset("([*%/+")
"""Signs of a remark that is written beside a name."""
_PERHAPS = regex(r"[*%(\[/+]|\s[-–—]\s|et|extra|addit|ychwan|large|modif|paper|papur|print|braille", re.IGNORECASE)
"""What stands in each remark, and in few cells besides: all others are passed over at once."""
_DASHED = regex(r"\s[-–—]\s")
_TIME = regex(
    r"[1-9]\d{0,2} ?%|\b(?:extra|additional) ?time\b|amser ychwanegol|(?<!['’-])\b(?-i:ET)\b(?!['’-])|\bet ?-?(?:25|50|100)\b|\b(?:25|50|100) ?et\b|\bextra \d",
    re.IGNORECASE,
)
_SIGNED = regex(r"[(\[/+] ?et\b", re.IGNORECASE)
_STARS = regex(r"\*+")
_BARE_TIME = regex(r"et(?:25|50|100)|(?:25|50|100)et", re.IGNORECASE)
_OF_REMARKS = regex(
    r"\b(?:notes?|remarks?|comments?|needs?|requirements?|information|info|details?|special|send?|senco|inclusion)\b", re.IGNORECASE
)
"""Headings of columns where a percentage by itself is extra time, and no mark or attendance."""
_SHORT_REMARK = regex(r"(?:\+ ?)?(?:10|15|20|25|30|33|40|50|60|75|100) ?%|(?-i:ET|EAA|AA)|\b(?-i:ET)\b.*|et \d.*", re.IGNORECASE)
_SHORT = regex(r"\b(?:AA|EAA|AARA)\b")
_DESK = regex(r"(?:\w{1,2}[\s./:_–-]*\d{1,3})|\d{1,3}[\s./:_–-]*\w{1,2}")
"""A seat in a row of two letters, which may be called like what is short for extra time."""

_COLOUR = r"(?:cream|buff|ivory|yellow|blue|green|pink|lilac|purple|orange|peach|salmon|gr[ea]y|red|tinted|melyn|glas|gwyrdd|pinc|hufen)"
_POINTS = r"(?:1[4-9]|2\d|3[0-6])"
_LOOKS = regex(
    rf"\b{_COLOUR}(?: \w+)? (?:papers?|papur)\b|\b(?:papers?|papur|printed)\b(?: \w+)?[ :=–-]+(?:(?:on|in) )?{_COLOUR}\b"
    rf"|\b(?:arial|verdana|calibri|helvetica|tahoma|comic sans|opendyslexic|font)\b[^;,]*?\b{_POINTS}\b|\ba4 ?(?:to|up to|into|[-–=]*>|→|[-–]) ?a3\b",
    re.IGNORECASE,
)
"""What a paper looks like, in words that mean nothing else."""
_MAY_LOOK = regex(
    rf"\b{_COLOUR} (?:print(?:ed|s)?|cop(?:y|ies)|booklets?)\b|\bn ?(?:18|24|36)\b(?! ?\d[a-z])|\b{_POINTS} ?bold\b", re.IGNORECASE
)
"""The same, in words that are a postcode or a group elsewhere."""
_BARE = regex(rf"\W*(?:(?:light|pale|dark|pastel) )?{_COLOUR}\W*|{_POINTS}", re.IGNORECASE)
_OF_A_PAPER = regex(rf"\b{_COLOUR}\b|\b(?:modified|bold|large|enlarged|dyslexi\w*|braille|a3)\b|\d ?(?:pt|points?)\b", re.IGNORECASE)
_FREE_TEXT = regex(
    r"\b(?:notes?|remarks?|comments?|needs?|papers?|print|copy|size|format|requirements?|information|info|other|details?|special)\b|^$",
    re.IGNORECASE,
)
_PAPER = regex(r"\b(?:papers?|papur|print|format|font|colou?rs?|copy)\b", re.IGNORECASE)
_NO_PAPER = regex(
    r"\b(?:codes?|numbers?|nos?|title|name|ref|reference|component|set|grade|marks?|scores?|time|date|day|session|duration|length|tier|units?|entry|eye|hair|house|team|group|"
    r"overlays?|sat|count|pages?|copies)\b|#",
    re.IGNORECASE,
)


def about_paper(heading: str) -> bool:
    """Whether a heading is about the paper that somebody gets, and not about which one is sat."""
    text = heading.replace("_", " ")
    return bool(_PAPER.search(text)) and not _NO_PAPER.search(text)


@lru_cache(maxsize=4096)
def looks_of_paper(cell: str, heading: str) -> bool:
    """Whether what stands in a column that is not read says how a paper looks; a colour or a figure alone where the heading is about paper."""
    if says_nothing(cell):
        return False
    if about_paper(heading):
        return bool(_BARE.fullmatch(cell) or _OF_A_PAPER.search(cell) or _LOOKS.search(cell) or _MAY_LOOK.search(cell))
    return bool(_LOOKS.search(cell) or (_FREE_TEXT.search(heading.replace("_", " ")) and _MAY_LOOK.search(cell)))


@lru_cache(maxsize=4096)
def short_of_time(cell: str, heading: str) -> bool:
    """Whether a remark says in short that there is extra time: `25%`, `ET`."""
    parts = (part.strip(" -–!?*") for part in CLAUSES.split(cell))
    return bool(_OF_REMARKS.search(heading.replace("_", " "))) and any(map(_SHORT_REMARK.fullmatch, parts))


def remark_beside(cell: str, field: str) -> bool:
    """Whether something is said of extra time or a paper beside a name, a number, a room or a seat; a star stands for it too."""
    return bool(_PERHAPS.search(cell)) and _remark_beside(cell, field)


@lru_cache(maxsize=4096)
def _remark_beside(cell: str, field: str) -> bool:
    text = " ".join(cell.split())
    named = field in NAMED
    if named and _ADDED.isdisjoint(text) and not _DASHED.search(text) and ("ET" not in text.split() or text.isupper()):
        return False
    if text.isalnum():
        return bool(_BARE_TIME.fullmatch(text)) and not named  # a room ET12 is none
    if field == "seat" and _DESK.fullmatch(text):
        return False
    starred = len(_STARS.findall(text)) == 1  # two of them enclose something
    if starred or _SIGNED.search(text) or (named and _SHORT.search(text)):
        return True
    if any(_TIME.search(part) and not says_nothing(part) for part in CLAUSES.split(text)):
        return True
    return tells_arrangement(text) and (named or wants_time_or_paper(text))
