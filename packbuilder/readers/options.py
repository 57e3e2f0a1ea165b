"""Options: a multiple-choice question of notes whose options stand below it, as one text with it.

    Which metal is liquid? A) iron B) mercury C) gold (Answer: B)

Which of them is right, `derive.marking_points.options` reads. Lists of answers may have letters too, so that what tells options
from answers must be there: capital letters, a key, or a question for one of these.
"""

from __future__ import annotations

import re

from packbuilder.amounts import SEVERAL
from packbuilder.nouns import PLURAL_IN_S
from packbuilder.patterns import regex
from packbuilder.readers.choices import FEWEST, LETTERS, WORDS
from packbuilder.readers.joining import Entry
from packbuilder.readers.keys_abroad import LETTER_BEHIND
from packbuilder.readers.labels import labelled
from packbuilder.readers.questions import asks, ends_in_marks, parted
from packbuilder.values import replace

_LETTER = regex(r"[*_]*\(?(?P<letter>[A-Fa-f])(?:[).:]|(?<=[A-F])(?=\s))[*_]*\s+(?=\S)")
_KEYED = regex(r"[(\[](?:correct|right|answer|key)[)\]]|[✓✔☑]|(?:←|<-+)\s*(?:correct|right|answer)|^\*\*.+\*\*$", re.IGNORECASE)
_KEY = regex(
    rf"^[*_]*(?:(?:the )?(?:correct |right )?(?:answer|ans|key)|{LETTER_BEHIND})[*_]*\s*(?:is\b|[:=])[*_]*\s*(?P<key>.+)$", re.IGNORECASE
)
_TICKED = regex(r"[✓✔☑]|[(\[](?:correct|right|answer|key)[)\]]", re.IGNORECASE)
_QUESTION = regex(r"^\W*(?:in )?(?:what|which|who|when|where|how (?:many|much|long|old|far|often))\b", re.IGNORECASE)
_FOR_ONE = regex(
    r"^\W*(?:(?:in )?which\b|who(?! were\b)|when\b|how (?:many|much|long|old|far|often)\b|(?:in )?what (?:year|colour|century|country|city|name|term|word|number|percentage|fraction|shape|gas|month|decade|type of)\b)",
    re.IGNORECASE,
)
_FOR_SEVERAL = regex(
    rf"\b(?:{SEVERAL}|all|several|any|apply|list|both)\b|^\W*what (?:are|were)\b|^\W*(?:in )?(?:what|which) (?:(?!of|in|for)[\w’'-]+ )?{PLURAL_IN_S} (?:are|were|have|do|did|can|could|would|will|make|cause)\b",
    re.IGNORECASE,
)
"""What asks for several things: all that stands below it may answer it."""
_ONE_OF = regex(
    r"\bwhich (?:one )?(?:\w+ )?of (?:these|the following|the options)\b|\bwhich (?:one|option|statement|answer)\b", re.IGNORECASE
)


def with_options(entry: Entry, below: tuple[Entry, ...]) -> Entry | None:
    """Return a question with the options below it; None where what is there are answers, or something else."""
    keys = [found["key"] for each in below if (found := _KEY.match(each.text.strip()))]
    parts = [each for each in below if not _KEY.match(each.text.strip())]
    texts = [_LETTER.sub("", each.text.strip(), count=1).strip() if _lettered(each) else each.text.strip() for each in parts]
    if (
        len(parts) < FEWEST
        or len(parts) > len(LETTERS)
        or not (asks(entry.text) or ends_in_marks(entry.text) or entry.text.endswith(("is", "are", ":")))
    ):
        return None
    letters = "".join(map(_lettered, parts))
    in_order = letters.upper() == LETTERS[: len(parts)]
    keyed = bool(keys) or sum(bool(_KEYED.search(text)) for text in texts) == 1
    ticked = 0 if keys else _ticked(entry.text, texts)
    one = bool(_ONE_OF.search(entry.text)) or ticked == 1 or (bool(letters) and _picks(entry.text, texts))
    unsure = ticked > 1 or (ticked == 1 and bool(_FOR_SEVERAL.search(entry.text)))
    if unsure:
        texts, keyed = [_TICKED.sub("", text).strip() for text in texts], True
    if any(labelled(text) for text in texts) or any(ends_in_marks(text) for text in texts):
        return None
    if not (in_order and (letters.isupper() or keyed or one)) and not (not letters and keyed and one):
        return None
    listed = " ".join(f"{letter}) {text.rstrip(' ;,.')}" for letter, text in zip(LETTERS, texts, strict=False))
    return replace(entry, text=f"{entry.text.strip()} {listed}" + (f" (Answer: {keys[0].strip(' .*_')})" if keys else ""))


def _ticked(asked: str, texts: list[str]) -> int:
    """Return how many of several short things below a question are ticked, so that others are wrong; 0 where none or all are."""
    if not _QUESTION.match(asked) or parted(asked)[1] > 1 or any(len(text.split()) > WORDS for text in texts):
        return 0
    found = sum(bool(_TICKED.search(text)) for text in texts)
    return found if found < len(texts) else 0


def _picks(asked: str, texts: list[str]) -> bool:
    """Whether a question asks for one of several short things."""
    few = all(len(text.split()) <= WORDS for text in texts)
    return few and bool(_FOR_ONE.match(asked)) and not (_FOR_SEVERAL.search(asked) or ends_in_marks(asked))


def options_after(entry: Entry, following: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the options that stand on lines of their own after a question, no further in: letters in order, and a key where one follows."""
    if "?" not in entry.text and not entry.text.endswith(":"):
        return ()
    lettered: list[Entry] = []
    for each in following:
        if _lettered(each) not in (LETTERS[len(lettered) : len(lettered) + 1], LETTERS.lower()[len(lettered) : len(lettered) + 1]):
            break
        lettered.append(each)
    if len(lettered) < FEWEST or any(
        "?" in each.text or ends_in_marks(each.text) or asks(_LETTER.sub("", each.text.strip(), count=1)) for each in lettered
    ):
        return ()
    if not all(_lettered(each).isupper() for each in lettered) and not _picks(entry.text, [each.text for each in lettered]):
        return ()
    after = following[len(lettered) : len(lettered) + 1]
    return (*lettered, *(each for each in after if _KEY.match(each.text.strip())))


def _lettered(entry: Entry) -> str:
    """Return the letter that an option has, in its text or instead of a bullet; empty where it has none."""
    if found := _LETTER.match(entry.text.strip()):
        return found["letter"]
    label = entry.label.strip("().: ")
    return label if len(label) == 1 and label.upper() in LETTERS else ""
