"""Options: a multiple-choice question of notes whose options stand below it, as one text with it.

    Which metal is liquid? A) iron B) mercury C) gold (Answer: B)

Which of them is right, `derive.marking_points.options` reads. Lists of answers may have letters too, so that what tells options
from answers must be there: capital letters, a key, or a question for one of these.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.labels import labelled
from packbuilder.readers.listing import Entry
from packbuilder.readers.questions import asks, ends_in_marks
from packbuilder.values import replace

_LETTERS = "ABCDEF"
_FEWEST = 3
_LETTER = regex(r"[*_]*\(?(?P<letter>[A-Fa-f])(?:[).:]|(?<=[A-F])(?=\s))[*_]*\s+(?=\S)")
_KEYED = regex(r"[(\[](?:correct|right|answer|key)[)\]]|[✓✔☑]|(?:←|<-+)\s*(?:correct|right|answer)|^\*\*.+\*\*$", re.IGNORECASE)
_KEY = regex(r"^[*_]*(?:(?:the )?(?:correct |right )?(?:answer|ans|key))[*_]*\s*(?:is\b|[:=])[*_]*\s*(?P<key>.+)$", re.IGNORECASE)
_ONE_OF = regex(
    r"\bwhich (?:one )?(?:\w+ )?of (?:these|the following|the options)\b|\bwhich (?:one|option|statement|answer)\b", re.IGNORECASE
)


def with_options(entry: Entry, below: tuple[Entry, ...]) -> Entry | None:
    """Return a question with the options below it; None where what is there are answers, or something else."""
    keys = [found["key"] for each in below if (found := _KEY.match(each.text.strip()))]
    parts = [each for each in below if not _KEY.match(each.text.strip())]
    texts = [_LETTER.sub("", each.text.strip(), count=1).strip() if _lettered(each) else each.text.strip() for each in parts]
    if (
        len(parts) < _FEWEST
        or len(parts) > len(_LETTERS)
        or not (asks(entry.text) or ends_in_marks(entry.text) or entry.text.endswith(("is", "are", ":")))
    ):
        return None
    letters = "".join(map(_lettered, parts))
    in_order = letters.upper() == _LETTERS[: len(parts)]
    keyed = bool(keys) or sum(bool(_KEYED.search(text)) for text in texts) == 1
    one = bool(_ONE_OF.search(entry.text))
    if any(labelled(text) for text in texts) or any(ends_in_marks(text) for text in texts):
        return None
    if not (in_order and (letters.isupper() or keyed or one)) and not (not letters and keyed and one):
        return None
    listed = " ".join(f"{letter}) {text.rstrip(' ;,.')}" for letter, text in zip(_LETTERS, texts, strict=False))
    return replace(entry, text=f"{entry.text.strip()} {listed}" + (f" (Answer: {keys[0].strip(' .*_')})" if keys else ""))


def _lettered(entry: Entry) -> str:
    """Return the letter that an option has, in its text or instead of a bullet; empty where it has none."""
    if found := _LETTER.match(entry.text.strip()):
        return found["letter"]
    label = entry.label.strip("().: ")
    return label if len(label) == 1 and label.upper() in _LETTERS else ""
