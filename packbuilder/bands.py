"""Bands: levels of response as notes write them, behind a question or on lines below it: `Level 1 (1-3 marks): simple comments`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from packbuilder.patterns import regex
from packbuilder.values import dataclass

_NUMBERED = r"(?:(?:mark[- ]?)?band|level|(?-i:L))\s?\d(?!\d)"
"""`Level 1`, `Mark band 2`, `L3`."""
_NAMED = r"(?:top|highest|upper|higher|middle|mid|lower|lowest|bottom)(?:\s|-)(?:mark\s)?(?:band|level)"
"""`Top band`."""
_LABEL = regex(rf"(?<![\w-])[*_]*(?P<label>{_NUMBERED}|{_NAMED})\b[*_]*", re.IGNORECASE)
_RANGE = r"(?P<low>\d{1,2})(?:\s*(?:[-–—]|to)\s*(?P<high>\d{1,2}))?"
_MARKS = rf"(?:[\[(]\s*{_RANGE}\s*(?:marks?)?\s*[\])]|{_RANGE.replace('?P<low>', '?P<low_>').replace('?P<high>', '?P<high_>')}\s*marks?\b)"
"""`(1-3)`, `[1-3 marks]`, `1 to 3 marks`."""
_FIRST = regex(rf"^\s*[:=,–—-]?\s*{_MARKS}\s*[:=.,;–—-]*\s*", re.IGNORECASE)
_LAST = regex(rf"[\s:=,–—-]*{_MARKS}[\s.;,]*$", re.IGNORECASE)
_BARE = regex(r"^\s*[:=–—-]?\s*(?P<low>\d{1,2})\s*(?:[-–—]|to)\s*(?P<high>\d{1,2})(?![\d%°])\s*[:=.,;–—-]*\s*", re.IGNORECASE)
"""`1-3` right behind the label of a level."""
_UNNAMED = regex(
    r"^[*_]*[\[(]?\s*(?P<low>\d{1,2})\s*(?:[-–—]|to)\s*(?P<high>\d{1,2})\s*marks?\s*[\])]?[*_]*\s*[:=–—-]?\s+(?=\D)", re.IGNORECASE
)
"""`5-6 marks: detailed` on a line of its own: a band by its marks only."""
_QUALITY = regex(
    r"^\s*:\s*(?:an? )?(?:very |some |mostly |largely )?(?:simple|basic|limited|generic|descriptive|some|partial|clear|developed|sound|good|detailed|thorough|sustained|balanced|perceptive|critical|convincing|"
    r"excellent|accurate|coherent|confident|reasoned|supported|explained|well|judge?ments?|analysis|statements?|attempts?|few|little|narrow|superficial)\b",
    re.IGNORECASE,
)
"""How answers in a level without marks are described: "Level 1: producers" is about something else."""
_BEGINS = regex(r"(?:[.;:,?!)\]’'”\"–—-]|^)\s*$")
"""Where the first band may begin: what stands before it has ended."""
_CONTENT = regex(
    r"[\s.;,]*(?P<said>\b(?:indicative content|(?:possible |likely )?answers? (?:may|might|could) include)\b.*)$", re.IGNORECASE | re.DOTALL
)
_NOTHING = regex(r"[\s.;,]*\b(?:level\s)?0\s*(?:marks?)?\s*[:=–—-]\s*(?:no|nothing)\b.*$", re.IGNORECASE | re.DOTALL)
"""Level 0 is always understood."""
_ROW = r"\d{1,2}\s*(?:[-–—]|to)\s*\d{1,2}(?:\s*marks?)?\s*[:=–—-]?\s+[^\d()\[\]]+"
_IN_BRACKETS = regex(
    rf"\s*[\[(]\s*(?:(?:levels?|bands?)\s*(?:of response\s*)?:?\s*)(?P<rows>{_ROW}(?:[,;/]\s*{_ROW})+)[\])]\s*\.?$", re.IGNORECASE
)
"""Levels by their marks in brackets ("8 marks (Levels: 7-8 excellent, 5-6 good, 3-4 fair, 1-2 limited)")."""
_TOTAL = regex(r"\s*(?P<said>[\[(]\d{1,2}(?:\s*marks?)?[\])])[\s.]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A level as it is written: from `low` to `high` marks (0: it does not say which), and what an answer in it is like."""

    low: int
    high: int
    descriptor: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Banded:
    """A question without its levels, and these, lowest first; `remark` is what it says of one level only."""

    text: str
    bands: tuple[Band, ...] = ()
    remark: str = ""


def set_apart(text: str) -> Banded:
    """Set the levels of response behind a question apart from it.

    One level by itself is a remark to markers. "Energy level 2 (8)" within a sentence is none.
    """
    if found := _IN_BRACKETS.search(text):
        return Banded(text=text[: found.start()], bands=ordered(_unnamed(found["rows"])))
    labels = tuple(_LABEL.finditer(text))
    first = next((each for each in labels if _opens(text, each)), None)
    if first is None:
        return Banded(text=text)
    labels = tuple(_labels(text, labels[labels.index(first) :]))
    ends = (*(each.start() for each in labels[1:]), len(text))
    own, said = text[: first.start()].rstrip(" :;,–—-*_(["), text[labels[-1].end() :]
    content, total = _CONTENT.search(said), ""
    if content:
        ends = (*ends[:-1], labels[-1].end() + content.start())
    last = text[labels[-1].end() : ends[-1]]
    if (found := _TOTAL.search(last)) and _marked(last[: found.start()]):
        ends, total = (*ends[:-1], labels[-1].end() + found.start()), f" {found['said']}"
    bands = tuple(
        band
        for label, end in zip(labels, ends, strict=True)
        if not label["label"].endswith("0") and (band := _band(label["label"], text[label.end() : end]))
    )
    own = f"{own}{total}"
    own = f"{own}{_joint(own)} {content['said']}" if content else own
    if len(bands) < 2:
        return Banded(text=own, remark=text[first.start() : ends[-1]].strip(" .;,"))
    return Banded(text=own, bands=ordered(bands))


def _unnamed(rows: str) -> Iterator[Band]:
    """Yield levels that have only their marks before what they are like."""
    for row in re.findall(_ROW, rows):
        low, high, said = re.fullmatch(r"(\d+)\D+?(\d+)(?:\s*marks?)?\s*[:=–—-]?\s+(.+)", row, re.DOTALL).groups()  # type: ignore[union-attr]  # as it was found
        yield Band(low=int(low), high=int(high), descriptor=_worded(said).rstrip(" ,;/"))


def _labels(text: str, found: tuple[re.Match[str], ...]) -> Iterator[re.Match[str]]:
    """Yield the labels that begin a level: one within a descriptor ("builds on level 2") says nothing of its own."""
    for place, label in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        own = text[label.end() : end]
        if not place or _marked(own) or _QUALITY.match(own) or label["label"].endswith("0"):
            yield label


def _joint(own: str) -> str:
    return "" if own.endswith((".", "?", "!", ")", "]")) else "."


def _opens(text: str, label: re.Match[str]) -> bool:
    """Whether a label begins what is said of levels: behind what has ended, with marks, or as "Level 3: ..."."""
    rest = text[label.end() :]
    another = _LABEL.search(rest)
    own = rest[: another.start()] if another else rest
    return bool(_BEGINS.search(text[: label.start()])) and bool(_marked(own) or _QUALITY.match(own)) and label.start() > 0


def _marked(said: str) -> bool:
    return bool(_FIRST.match(said) or _BARE.match(said) or _LAST.search(said))


def _band(label: str, said: str) -> Band | None:
    """Return a band of what stands behind its label; None where there is nothing."""
    said = _NOTHING.sub("", said)
    for pattern in (_FIRST, _LAST, _BARE):
        if found := pattern.search(said):
            groups = found.groupdict()
            low = groups["low"] or groups["low_"]
            high = groups["high"] or groups.get("high_") or low
            return Band(low=int(low), high=int(high), descriptor=_worded(said[: found.start()] + said[found.end() :]), label=label)
    descriptor = _worded(said)
    return Band(low=0, high=0, descriptor=descriptor, label=label) if descriptor else None


def _worded(said: str) -> str:
    words = re.sub(r"\s+", " ", said).strip(" :;,.–—-*_|")
    return words if words.count(")") <= words.count("(") else words.rstrip(").; ")


def band_of(line: str) -> Band | None:
    """Return what a line that says one level and nothing else says; a line of level 0 has no marks and no descriptor."""
    label = _LABEL.match(line.strip())
    if label is None:
        found = _UNNAMED.match(line.strip())
        return found and Band(low=int(found["low"]), high=int(found["high"]), descriptor=_worded(line.strip()[found.end() :]))
    if label["label"].endswith("0"):
        return Band(low=0, high=0, descriptor="", label=label["label"])
    said = line.strip()[label.end() :]
    return _band(label["label"], said) if _marked(said) or _QUALITY.match(said) else None


def bands_in(line: str) -> tuple[Band, ...]:
    """Return the levels that a line says, where it says nothing else: one, or several in a row ("L3 7-9, L2 4-6")."""
    text = line.strip()
    labels = tuple(_LABEL.finditer(text))
    if len(labels) < 2 or labels[0].start():
        return (found,) if (found := band_of(line)) else ()
    parted = tuple(
        text[one.start() : other] for one, other in zip(labels, (*(each.start() for each in labels[1:]), len(text)), strict=True)
    )
    bands = tuple(map(band_of, parted))
    return tuple(each for each in bands if each is not None) if all(bands) else ()


def ordered(bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return levels lowest first; those that do not say their marks stay as they are."""
    known = tuple(bands)
    return tuple(sorted(known, key=lambda band: band.low)) if all(band.low for band in known) else known


def written(bands: tuple[Band, ...]) -> str:
    """Return levels as `set_apart` reads them, to be put behind a question."""
    return ". ".join(f"Level {number} {_said(band)}" for number, band in enumerate(bands, 1))


def _said(band: Band) -> str:
    marks = f"({band.low}–{band.high} marks)" if band.low else ""
    return ": ".join(each for each in (marks, band.descriptor) if each) if marks else f": {band.descriptor}"


def fault_of(bands: tuple[Band, ...], marks: int) -> str:
    """Return why levels cannot mark a question of so many marks (0: it does not say so); empty where they can."""
    if not all(band.low for band in bands):
        return "its levels do not all say which marks they have"
    if bands[0].low != 1:
        return f"its levels begin at {bands[0].low} marks"
    for one, other in pairwise(bands):
        if other.low <= one.high:
            return f"two of its levels have {other.low} marks"
        if other.low > one.high + 1:
            return f"none of its levels has {one.high + 1} marks"
    top = bands[-1].high
    return f"its levels end at {top} marks, and it says that it is worth {marks}" if marks and marks != top else ""
