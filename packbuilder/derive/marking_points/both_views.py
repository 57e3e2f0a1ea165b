"""Both views: a judgement with what speaks for and against it behind it ("'X.' Evaluate. For: a; b. Against: c; d"): each side is credited, entry by entry."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.cutting import cut
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import dataclass

_CASE = r"(?:(?:arguments?|points?|reasons?|evidence|the case|case|views?)\s+)"
_FOR = (
    rf"{_CASE}?(?:for|in support|in favour|supporting)(?: (?:it|this))?|(?:reasons? to |those who )?agree|support|in agreement|on (?:the )?one hand|yes|"
    r"(?:one|christian|religious) views?|strengths?|advantages?|benefits?|pros?"
)
_AGAINST = (
    rf"{_CASE}?(?:against|in opposition|opposing)(?: (?:it|this))?|(?:reasons? to |those who )?disagree|on the other(?: hand)?|no|(?:other|another|different|alternative|opposing|non-religious) views?|"
    r"counter[- ]?arguments?|challenges?|however|weaknesses|weakness|disadvantages?|drawbacks?|limitations?|cons?"
)
_BOTH = regex(
    rf"(?P<asked>.{{12,}}?(?:[.?!’'\"”)\]]|\bmarks?))\s*[/;]?\s+(?P<pro>{_FOR})\s*(?:[:–—=-]|(?<=hand),)\s+(?P<for>\S.*?)(?:[.;,/]|\s/)?\s+(?P<con>{_AGAINST})\s*(?:[:–—=-]|(?<=hand),|(?<=other),)\s+(?P<against>\S.*)",
    re.IGNORECASE,
)
_JUDGED = regex(
    r"\b(?:evaluate|assess|discuss|consider|justify|recommend|how (?:far|useful|important|successful|effective|significant|convincing)|to what extent|do you (?:agree|think)|should|whether|agree\?)",
    re.IGNORECASE,
)
"""What makes of a task a judgement, which has two sides."""
_MAY_HAVE = regex(
    r"agains|disagree|other|view|counter|challeng|however|weakness|drawback|limitation|disadvantage|\bno\b|\bcons?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BothViews:
    """What is to be judged, and what is credited on each side, with the side's name before it."""

    asked: str
    answers: tuple[str, ...]


_BY_OBJECTIVE = regex(r"(?P<asked>.{12,}?(?:[.?!’'\"”)\]]|\bmarks?))\s+(?P<parts>AO\s?\d\b.+)")
_OBJECTIVE = regex(r"[;.,]?\s*\bAO\s?\d\s*[:–-]?\s*")
_OF_MARKS = regex(r"\d ?marks?\b|[(\[]\d|^\d|\bneeded|\brequired|\bexpected|\bjudge?ment\b|\bAO\d\b", re.IGNORECASE)
_FEWEST = 2


def by_objective(text: str) -> BothViews | None:
    """Return a judgement and what is credited for each objective behind it ("Discuss. AO1 fate and free will; AO2 celestial imagery"); None for any other point."""
    found = _BY_OBJECTIVE.fullmatch(text.strip()) if text.count("AO") >= _FEWEST else None
    if not found or not _JUDGED.search(found["asked"]):
        return None
    parts = tuple(part.strip(" .;,") for part in _OBJECTIVE.split(found["parts"]) if part.strip(" .;,"))
    if len(parts) < _FEWEST or any(len(part.split()) < _FEWEST or _OF_MARKS.search(part) for part in parts):
        return None
    return BothViews(asked=found["asked"], answers=parts)


def both_views(text: str) -> BothViews | None:
    """Return what a point asks and what it credits on both sides; None for any other point."""
    if objective := by_objective(text):
        return objective
    if not _MAY_HAVE.search(text):
        return None
    found = _BOTH.fullmatch(text.strip())
    if not found or not _JUDGED.search(found["asked"]):
        return None
    sides = ((_named(found["pro"]), found["for"]), (_named(found["con"]), found["against"]))
    return BothViews(asked=found["asked"], answers=tuple(f"{name}: {entry}" for name, said in sides for entry in _entries(said)))


def _named(label: str) -> str:
    """Return a side's name as it stands before each of its entries."""
    return capital(
        re.sub(r"^on (?:the )?one hand$", "one view", re.sub(r"^(?:on the other(?: hand)?|however)$", "other view", label.casefold()))
    )


def _entries(said: str) -> tuple[str, ...]:
    """Return what a side lists: entries, sentences, or one sentence whole."""
    said = said.strip(" .;,/")
    if ";" in said:
        return cut(said)
    sentences = re.split(r"(?<=[a-z)]{2})\.\s+(?=[A-Z])", said)
    return tuple(sentences) if len(sentences) > 1 or is_statement(said) else cut(said)
