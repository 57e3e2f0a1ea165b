"""Remarks of extra time and papers where none belong: beside a name, a seat or a room, or under a heading that says nothing of arrangements."""

from __future__ import annotations

import re
from functools import lru_cache

from packbuilder.patterns import regex
from packbuilder.readers.candidates.arrangements import CLAUSES, tells_arrangement, wants_time_or_paper
from packbuilder.readers.candidates.codes import is_code
from packbuilder.readers.candidates.nothing import says_nothing
from packbuilder.readers.candidates.words import COLOUR

NAMED = ("name", "first", "last")
PLACED = ("number", "centre", "room", "seat", "row", "column")
"""Fields beside which nothing is read, and what is written is printed."""

_ADDED = frozenset("([*%/+")
"""Signs of a remark that is written beside a name."""
_PERHAPS = regex(
    r"[*%(\[/+]|\d ?p|\s[-–—]\s|et|e\.t|extra|addit|ychwan|large|modif|paper|papur|print|braille|quarter|withdr", re.IGNORECASE
)
"""What stands in each remark, and in few cells besides: all others are passed over at once."""
_DASHED = regex(r"\s[-–—]\s")
_TIME = regex(
    r"[1-9]\d{0,2} ?%|\b(?:extra|additional) ?time\b|amser ychwanegol|(?<!['’-])\b(?-i:ET)\b(?!['’-])|\bet ?-?(?:25|50|100)\b|\b(?:25|50|100) ?et\b|\bextra \d",
    re.IGNORECASE,
)
_SIGNED = regex(r"[(\[/+] ?et\b", re.IGNORECASE)
_IN_BRACKETS = regex(r"(?=[(\[])|(?<=[)\]])")
_BESIDE = regex(r"[(\[](?P<within>[^()\[\]]+)[)\]]|\s[-–—]\s(?P<behind>.+)\Z")
_STARS = regex(r"\*+")
_BARE_TIME = regex(r"et(?:25|50|100)|(?:25|50|100)et", re.IGNORECASE)
_OF_REMARKS = regex(
    r"\b(?:notes?|remarks?|comments?|needs?|requirements?|information|info|details?|special|send?|senco|inclusion)\b", re.IGNORECASE
)
"""Headings of columns where a percentage by itself is extra time, and no mark or attendance."""
_SHORT_REMARK = regex(r"(?:\+ ?)?(?:10|15|20|25|30|33|40|50|60|75|100) ?%|(?-i:ET|EAA|AA)|\b(?-i:ET)\b.*|et \d.*", re.IGNORECASE)
_SHORT = regex(r"\b(?:AA|EAA|AARA)\b")
_ENCODED = regex(r"%[0-9A-Fa-f]{2}")
"""A byte as addresses of the web have it: `Jos%C3%A9` is misread, and says nothing of time."""
_SHARE = r"(?:10|15|20|25|30|33|40|50|60|75|100)"
_WITHDRAWN = regex(
    r"(?:[(\[]|\s[–—-]\s|,\s)\s*(?:withdrawn|w/d|wdn?|left|abs|absent|cancelled|not entered|deleted)\b|\bwithdrawn\b|(?<=\s)w/d(?!\w)|\bleft (?:the )?(?:school|college|centre)\b"
    r"|\b(?:moved?|transferred) to\b|\bdo not (?:seat|print|enter)\b|\bnot (?:sitting|taking|entered|attending)\b|\bno longer\b",
    re.IGNORECASE,
)
"""What is said beside a name of somebody who may not sit the paper, or not here: `Ben High LEFT SCHOOL`, `Lu Moe moved to Hall`."""
_MAY_BE_GONE = regex(r"[(\[,]|\s[–—-]\s|with|w/d|left|moved|transf|not |no longer", re.IGNORECASE)
"""What stands in each of those, and in few names besides."""
_GONE = r"(?:withdrawn|w/d|wdn?|w'?drn|abs|absent|did not (?:sit|enter)|leaver|left (?:the )?(?:school|centre|college)|cancel+ed|not (?:sitting|taking|entered|attending)|no longer (?:sitting|taking|entered)|removed|deleted|deceased|transferred)"
_IS_GONE = regex(rf"(?:now |has |is |to be )*{_GONE}(?:\W.{{0,60}})?", re.IGNORECASE)
"""What a cell begins with that says so: `Withdrawn`, `withdrawn 3/5`, `Absent (ill)`."""
_HEADS_GONE = regex(
    r"\b(?:withdrawn|withdrawal|absent|absence|leaver|not sitting|cancelled)\b(?!\W*(?:rate|total|count|days?|sessions?|%))", re.IGNORECASE
)
_AFTER_NAME = 2
"""Words before `ET` in a name that make it a remark: Ng Et is called so."""
_DESK = regex(r"(?:\w{1,2}[\s./:_–-]*\d{1,3})|\d{1,3}[\s./:_–-]*\w{1,2}")
"""A seat in a row of two letters, which may be called like what is short for extra time."""

_NOTES = regex(
    r"\b(?:notes?|remarks?|comments?|medical|medication|allerg(?:y|ies)|nodiadau|sylwadau"
    r"|(?:additional|other|further|special|extra|important) (?:info(?:rmation)?|details|requirements?|needs?|instructions?))\b",
    re.IGNORECASE,
)
"""Headings of notes, which the invigilator's sheet has as they are."""
_NO_NOTES = regex(r"\b(?:grades?|marks?|reports?|dates?|numbers?|nos?|codes?|ref|teachers?|tutors?|staff|finance)\b", re.IGNORECASE)

_POINTS = r"(?:1[4-9]|2\d|3[0-6])"
_LOOKS = regex(
    rf"\b{COLOUR}(?: \w+)? (?:papers?|papur)\b|\b(?:papers?|papur|printed)\b(?: \w+)?[ :=–-]+(?:(?:on|in) )?{COLOUR}\b"
    rf"|\b(?:arial|verdana|calibri|helvetica|tahoma|comic sans|opendyslexic|font)\b[^;,]*?\b{_POINTS}\b|\ba4 ?(?:to|up to|into|[-–=]*>|→|[-–]) ?a3\b",
    re.IGNORECASE,
)
"""What a paper looks like, in words that mean nothing else."""
_MAY_LOOK = regex(
    rf"\b{COLOUR} (?:print(?:ed|s)?|cop(?:y|ies)|booklets?)\b|\bn ?(?:18|24|36)\b(?! ?\d[a-z])|\b{_POINTS} ?bold\b", re.IGNORECASE
)
"""The same, in words that are a postcode or a group elsewhere."""
_BARE = regex(rf"\W*(?:(?:light|pale|dark|pastel) )?{COLOUR}\W*|{_POINTS}", re.IGNORECASE)
_OF_A_PAPER = regex(rf"\b{COLOUR}\b|\b(?:modified|bold|large|enlarged|dyslexi\w*|braille|a3)\b|\d ?(?:pt|points?)\b", re.IGNORECASE)
_STRONG = regex(
    rf"\bet ?-?{_SHARE}\b|\b{_SHARE} ?(?:et|pc)\b|\b{_POINTS} ?(?:pts?|points?)\b|\b{_SHARE} ?(?:%|per ?cent)|[(\[+]\s?{_SHARE}\b|\b(?:large|modified) print\b|"
    rf"\benlarged\b|\btime and an? (?:quarter|half)\b|\bextra time\b|(?-i:(?<!\w)e\.t\.)|\b{COLOUR} (?:papers?|papur)\b|[(\[](?-i:{COLOUR})[)\]]|"
    r"[(\[](?:yellow|cream|buff|tinted)[)\]]",
    re.IGNORECASE,
)
"""What is a remark beside a name whatever stands between the two. Green and Pink are names as well."""
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


_HINTS = regex(
    rf"(?<!\bmr )(?<!\bmrs )(?<!\bms )(?<!\bmiss )(?<!\bdr )\b{COLOUR}\b(?!\W*(?:overlay|lens|glasses|pens?\b|ink|highlight|ruler|filter|screen|background|card|pass))"
    r"|\bpastel\b|\bmagnif|\blonger\b|\b(?:blown?|made?) (?:up|bigger|larger)\b",
    re.IGNORECASE,
)
"""What may be said of a paper, or of time, among arrangements, whatever stands beside it: `on pink`, `blue copy`, `magnified`."""
_NO_HINT = regex(r"overlay|\b(?:card|pass|glasses|lens|pens?)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def hints_at_paper(part: str, cell: str) -> bool:
    """Whether a part of a cell of arrangements may ask for a paper or for time. An overlay, a pen and an exit card have a colour as well."""
    return bool(_HINTS.search(part)) and not _NO_HINT.search(cell) and not says_nothing(part)


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


@lru_cache(maxsize=4096)
def noted(cell: str, heading: str) -> bool:
    """Whether a cell under a heading of notes says anything, whatever it is: an allergy matters in a room as a reader does."""
    text = heading.replace("_", " ")
    return bool(_NOTES.search(text)) and not _NO_NOTES.search(text) and not says_nothing(cell) and any(map(str.isalnum, cell))


def remark_beside(cell: str, field: str) -> bool:
    """Whether something is said of extra time or a paper beside a name, a number, a room or a seat; a star stands for it too."""
    return bool(_PERHAPS.search(cell)) and _remark_beside(cell, field)


def withdrawn_beside(cell: str) -> bool:
    """Whether a name is said to be of somebody who does not sit the paper."""
    return bool(_MAY_BE_GONE.search(cell)) and bool(_WITHDRAWN.search(cell))


@lru_cache(maxsize=4096)
def is_gone(cell: str, heading: str) -> bool:
    """Whether a cell in a column that is not read says that somebody may not sit the paper: under `Status`, in a note, or a yes under `Withdrawn`."""
    if says_nothing(cell):
        return False
    return bool(_IS_GONE.fullmatch(cell)) or (bool(_HEADS_GONE.search(heading.replace("_", " "))) and not cell.isdecimal())


@lru_cache(maxsize=4096)
def _remark_beside(cell: str, field: str) -> bool:
    text = _ENCODED.sub("", " ".join(cell.split()))
    named = field in NAMED
    if named and any(_STRONG.search(part) and not says_nothing(part) for part in _enclosed(text)):
        return True
    if named and any(is_code(match["within"] or match["behind"]) for match in _BESIDE.finditer(text)):
        return True  # (WP), - SRB
    if named and _ADDED.isdisjoint(text) and not _DASHED.search(text):
        return _ends_in_time(text, field)
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


def _enclosed(text: str) -> tuple[str, ...]:
    """Return the parts of a name, those in brackets with them: `(25)` says more than 25."""
    return tuple(part if not says_nothing(part.strip("()[] ")) else "" for part in _IN_BRACKETS.split(text))


def _ends_in_time(text: str, field: str) -> bool:
    """Whether a name ends in `ET`, which is none of its words; a list in capitals may have an Et."""
    *before, last = text.split() or [""]
    return last == "ET" and len(before) >= (_AFTER_NAME if field == "name" else 1) and not "".join(before).isupper()
