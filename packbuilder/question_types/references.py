"""What a question of a bank refers to: a table, a figure or a source that must be there, and parts that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.markup import flat
from packbuilder.model.item import Stimulus
from packbuilder.patterns import regex
from packbuilder.text import RichText
from packbuilder.walks import blocks_in, words_of

_NUMBERED = r"(?:Table|Figure|Fig\.?|Graph|Chart|Diagram|Source|Extract|Map|Photograph|Resource|Image|Text|Passage)"
_REFERENCE = regex(
    rf"\b(?P<kind>{_NUMBERED})s?\s+(?P<first>\d{{1,2}}|[A-H](?![\w’']))(?P<more>(?:(?:,|,? and| or| to)\s+(?:\d{{1,2}}|[A-H])\b(?![\w’']))*)(?!\s*[.,]\d)"
)
"""`Table 3`, `Figures 1 and 2`, `Source A`."""
_ONE = regex(r"\d+|[A-H]")
_ELSEWHERE = regex(r"\b(?:booklet|insert|resource (?:sheet|folder)|leaflet|handout|textbook|appendix|data sheet)\b", re.IGNORECASE)
"""What candidates have beside the paper."""
_PART = regex(
    r"\b(?:in|to|from|for|of|use|using|with|see)\s+(?:your\s+answers?\s+(?:to|for|from|in)\s+)?(?P<part>(?:part|question)s?\s+\(?(?:[a-h]|[ivx]{1,4}|\d{1,2})\b\)?(?:\s*\([ivx]+\))?|the (?:previous|last|next) (?:part|question)|part \([a-z]\))"
    r"(?!\)?\s+of\s+(?!(?:this|the)\s+question))",
    re.IGNORECASE,
)
"""`your answer to part (b)`, `the previous question`; not `question 3 of the survey`."""
_SHORT = {"Fig.": "Figure", "Fig": "Figure"}


def absent(stem: RichText, stimulus: Stimulus | None, *, drawn: bool) -> Iterator[str]:
    """Yield in words what a stem refers to and a candidate cannot see. `drawn`: the item has a drawing of its own, whatever it is called."""
    words = flat(stem)
    if not _ELSEWHERE.search(words):
        there = _labels(stimulus)
        for found in _REFERENCE.finditer(words):
            kind = _SHORT.get(found["kind"], found["kind"])
            for name in _ONE.findall(found["first"] + found["more"]):
                if (
                    f"{kind} {name}".casefold() not in there
                    and not _told(words, found["kind"], name)
                    and not (drawn and kind not in ("Table", "Source"))
                ):
                    yield f"{kind} {name}"
    for found in _PART.finditer(words):
        label = re.search(r"\([a-z]+\)", found["part"])
        if label is None or words.count(label[0]) < 2:
            yield found["part"]


def _told(words: str, kind: str, name: str) -> bool:
    """Whether the stem itself bears what it refers to, under its name: `Source A: "..."`."""
    return re.search(rf"(?m)(?:^|\n)\W*{re.escape(kind)} {name}\b\s*(?::|$|[–—-])|\b{re.escape(kind)} {name}:", words) is not None


def _labels(stimulus: Stimulus | None) -> frozenset[str]:
    """Return the names under which a stimulus can be referred to: those in its title, its captions and its texts."""
    if stimulus is None:
        return frozenset()
    texts = [stimulus.title, *(flat(text) for block in blocks_in(stimulus.blocks) for text in words_of(block))]
    return frozenset(
        f"{_SHORT.get(found['kind'], found['kind'])} {name}".casefold()
        for text in texts
        for found in _REFERENCE.finditer(text)
        for name in _ONE.findall(found["first"] + found["more"])
    )
