"""Choices: multiple-choice questions whose options stand on lines of their own, written as one line with them and their key.

    Which metal is liquid?          Which metal is liquid? A) iron B) mercury C) gold (Answer: B)
    A) iron                   ->
    B) mercury
    C) gold
    Answer: B

Only where a line below the options, or a box beside one, says that they are options; what else may be some, `options` tells.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex
from packbuilder.readers.bullets import BULLET
from packbuilder.readers.keys_abroad import GREEK, LETTER_BEHIND, latin
from packbuilder.readers.labels import labelled, marks_said
from packbuilder.readers.questions import asks, ends_in_marks
from packbuilder.values import dataclass

LETTERS = "ABCDEF"
FEWEST = 3
"""Options of a question: so many at the most, as many as have letters, and at the least."""
WORDS = 12
"""An option has so many words at the most, where no letter or box stands before it, or only a tick tells which is right."""
_NUMBERS = "123456"
_BULLET = regex(r"^\s*(?:[-*+•‣▪▫◦·–—]\s+)?")
_NUMBERED = regex(r"^(?P<bullet>\s*[-*+•‣▪▫◦·–—]\s+)(?:Q(?:uestion)?\s?)?\d{1,2}[.)]\s+")
_LETTER = regex(r"[*_]*\(?(?P<sign>[A-Fa-f1-6])(?:[).:][*_]*\s*|(?<=[A-F])[*_]*\s+)(?=[^\s).])")
_NEXT = regex(r"(?:\s{2,}|\t|\s*[;|/,]\s*|\s)\(?(?P<sign>[A-Fa-f])[).:]\s+(?=\S)")
"""A letter within a line that holds several options."""
_CHECKED = regex(r"^(?:\([xX✓✔]\)|\[[xX✓✔]\]|[☑☒✓✔✅◉●])\s*")
_EMPTY = regex(r"^(?:\( ?\)|\[ ?\]|[☐□○◯✗✘❌])\s*")
_RIGHT = regex(
    r"\s*(?:\((?:correct|right|answer|key)\)|\[(?:correct|right|answer|key)\]|[✓✔☑✅]|\s\*+|(?:←|<-+)\s*(?:correct|right|answer)?)$",
    re.IGNORECASE,
)
_STARRED = regex(r"^\*\*(?P<bold>.+)\*\*$|^\*(?=[^\s*])(?P<star>.+)$")
_KEY = regex(
    rf"^[*_(\[]*(?:the )?(?:correct |right )?(?:answer|ans|key|solution|option|correct|{LETTER_BEHIND})\b\.?[*_]*\s*(?P<sign>is\b|[:=–—-]|)\s*[*_]*\s*(?P<key>\S.*?)[\s*_.]*$",
    re.IGNORECASE,
)
_KEYED = regex(r"^[(\[]?(?P<sign>[A-Fa-f1-6])(?:[)\].:]+|\b)\s*(?:is (?:correct|right)|(?:[-–—:=(]\s*)?(?P<words>[^()]*?)\)?)$")
_ONE_OF = regex(r"\b(?:following|these|which|correct|best)\b", re.IGNORECASE)
_BARE = regex(r"^[(\[]?[A-F][)\].]?$")


_REASONS = regex(r"[*_]*(?:why|how(?! (?:many|much|long|old|far|often)\b)|explain|describe)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """A question's place and last line, its options, and the place of the right one; -1 where nothing says which."""

    question: int
    last: int
    options: tuple[str, ...]
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Options on lines one below the other: their texts, the signs before them, which are marked as right, and the last line."""

    texts: tuple[str, ...]
    signs: str
    right: tuple[int, ...]
    last: int


def with_choices(lines: tuple[str, ...], code: frozenset[int]) -> tuple[str, ...]:
    """Return lines in which each such question is one line, and its options are blank. `code`: the places of lines in blocks of code."""
    made = list(lines)
    seen = tuple(latin(line) for line in lines) if any(map(GREEK.search, lines)) else lines
    index = 1
    while index < len(lines):
        found = None if index in code or not lines[index].strip() else _choice(seen, index)
        if found is None:
            index += 1
            continue
        listing = " ".join(f"{letter}) {text}" for letter, text in zip(LETTERS, found.options, strict=False))
        key = f" (Answer: {LETTERS[found.key]})" if found.key >= 0 else ""
        asked = _NUMBERED.sub(r"\g<bullet>", lines[found.question].rstrip())
        made[found.question] = f"{asked} {listing}{key}"
        made[found.question + 1 : found.last + 1] = [""] * (found.last - found.question)
        index = found.last + 1
    return tuple(made)


def _choice(lines: tuple[str, ...], first: int) -> _Choice | None:
    """Return the question whose first option a line is; None where it is none."""
    question = next((at for at in range(first - 1, max(first - 4, -1), -1) if lines[at].strip()), None)
    if question is None or not _may_ask(lines[question]):
        return None
    return _signed(lines, question, first) or _boxed(lines, question, first) or _plain(lines, question, first)


def _may_ask(line: str) -> bool:
    """Whether options may stand below a line: it is no option and no key itself, and says something."""
    text = _BULLET.sub("", line, count=1).strip()
    return len(text.split()) > 1 and not (_EMPTY.match(text) or _CHECKED.match(text) or _KEY.match(text))


def _signed(lines: tuple[str, ...], question: int, first: int) -> _Choice | None:
    """Return a question with options that have letters, or numbers, and a key, or one of them marked as right."""
    run = _lettered(lines, first)
    if run is None:
        return None
    key, last = _key_below(lines, run.last, run.texts, run.signs)
    if key is None and len(run.right) != 1:
        return None
    # Without a key that is understood, what only a command stands above may be its answers.
    unsure = key is not None and key < 0 and not ("?" in lines[question] or _ONE_OF.search(lines[question]))
    if unsure or (key is None and run.signs[0] not in "Aa"):
        return None
    place = run.right[0] if key is None else key
    return _Choice(question=question, last=last, options=run.texts, key=place)


def _lettered(lines: tuple[str, ...], first: int) -> _Run | None:
    texts: list[str] = []
    right: list[int] = []
    signs, index, last, row = "", first, first, LETTERS
    while index < len(lines):
        text = _BULLET.sub("", lines[index], count=1).strip()
        if not text:
            index += 1
            continue
        found = _LETTER.match(text)
        if found and not texts:
            row = next((each for each in (LETTERS, LETTERS.lower(), _NUMBERS) if each[0] == found["sign"]), "")
        if not found or found["sign"] != row[len(texts) : len(texts) + 1]:
            if not (texts and _goes_on(lines, index, row[len(texts) : len(texts) + 1])):
                break
            texts[-1], last, index = f"{texts[-1]} {text}", index, index + 1
            continue
        for sign, option in _in_line(text, found, row, len(texts)):
            bare, marked = _unmarked(option)
            right.extend((len(texts),) if marked else ())
            texts.append(bare)
            signs += sign
        last = index
        index += 1
    if not FEWEST <= len(texts) <= len(LETTERS) or not _are_options(texts):
        return None
    return _Run(texts=tuple(texts), signs=signs, right=tuple(right), last=last)


def _goes_on(lines: tuple[str, ...], index: int, sign: str) -> bool:
    """Whether a line is the rest of the option above it: in small letters, or with the next option below it."""
    text = lines[index].strip()
    if not lines[index - 1].strip() or BULLET.match(lines[index]) or _KEY.match(text) or _EMPTY.match(text):
        return False
    below = _LETTER.match(_BULLET.sub("", lines[index + 1], count=1).strip()) if index + 1 < len(lines) else None
    return text[:1].islower() or (below is not None and below["sign"] == sign)


def _in_line(text: str, found: re.Match[str], row: str, begun: int) -> list[tuple[str, str]]:
    """Return the options of a line, each with its sign: one, or several whose letters go on."""
    lead = text[: found.start("sign")].strip("(")
    parts: list[tuple[str, str]] = []
    start, sign = found.end(), found["sign"]
    for each in _NEXT.finditer(text, found.end()):
        if each["sign"] == row[begun + len(parts) + 1 : begun + len(parts) + 2]:
            parts.append((sign, text[start : each.start()]))
            start, sign = each.end(), each["sign"]
    parts.append((sign, text[start:]))
    return [(parts[0][0], f"{lead}{parts[0][1]}"), *parts[1:]]


def _unmarked(option: str) -> tuple[str, bool]:
    """Return an option without what marks it as right, and whether anything does."""
    text = option.strip(" ;,")
    starred = _STARRED.match(text)
    text = (starred["bold"] or starred["star"]) if starred else text
    bare = _RIGHT.sub("", text)
    return bare.strip(" ;,.*_"), bool(starred) or bare != text


def _are_options(texts: list[str]) -> bool:
    return all(texts) and len({text.casefold() for text in texts}) == len(texts) and not any(map(_is_more, texts))


def _is_more(text: str) -> bool:
    """Whether a text is more than an option: a question, an answer with its marks, or with a label."""
    return (
        "?" in text or ends_in_marks(text) or any(marks_said(text)) or (asks(text) and len(text.split()) > 1) or labelled(text) is not None
    )


def _boxed(lines: tuple[str, ...], question: int, first: int) -> _Choice | None:
    """Return a question with boxes to tick beside its options. Where none is ticked, or several are, nothing says which is right."""
    texts: list[str] = []
    right: list[int] = []
    index = last = first
    while index < len(lines):
        text = _BULLET.sub("", lines[index], count=1).strip()
        index += 1
        if not text:
            continue
        box = _CHECKED.match(text) or _EMPTY.match(text)
        if not box:
            break
        right.extend((len(texts),) if _CHECKED.match(text) else ())
        texts.append(_unlettered(text[box.end() :].strip(" ;,.")))
        last = index - 1
    empty = len(texts) - len(right)
    # A circle is a bullet too: below "Why ...?" stand reasons, and none is chosen.
    if _REASONS.match(_BULLET.sub("", lines[question], count=1).strip()) and not right:
        return None
    if not (FEWEST <= len(texts) <= len(LETTERS) and empty and _are_options(texts) and "?" in lines[question]):
        return None
    key, end = _key_below(lines, last, tuple(texts), LETTERS)
    if not right and key is None and not any(_EMPTY.match(_BULLET.sub("", lines[at], count=1).strip()) for at in range(first, last + 1)):
        return None
    place = key if key is not None else right[0] if len(right) == 1 else -1
    return _Choice(question=question, last=end, options=tuple(texts), key=place)


def _unlettered(text: str) -> str:
    found = _LETTER.match(text)
    return text[found.end() :] if found and found["sign"].isalpha() else text


def _plain(lines: tuple[str, ...], question: int, first: int) -> _Choice | None:
    """Return a question with options without letters, one of which a key below names in the same words."""
    asked = lines[question].rstrip(" *_")
    texts: list[str] = []
    index = first
    while index < len(lines) and lines[index].strip() and not _KEY.match(_BULLET.sub("", lines[index], count=1).strip()):
        text = _BULLET.sub("", lines[index], count=1).strip(" ;,.*_\t")
        if len(text.split()) > WORDS or BULLET.match(text) or len(texts) == len(LETTERS):
            return None
        texts.append(text)
        index += 1
    if not (question == first - 1 and asked.endswith(("?", ":", "]", ")")) and len(texts) >= FEWEST and _are_options(texts)):
        return None
    key, last = _key_below(lines, index - 1, tuple(texts), "")
    return _Choice(question=question, last=last, options=tuple(texts), key=key) if key is not None and key >= 0 else None


def _key_below(lines: tuple[str, ...], last: int, texts: tuple[str, ...], signs: str) -> tuple[int | None, int]:
    """Return the place of the option that the line below names, -1 where it names none of them, or several, and that line's place; None where no key is there."""
    below = next((at for at in range(last + 1, min(last + 3, len(lines))) if lines[at].strip()), None)
    if below is None:
        return None, last
    text = _BULLET.sub("", lines[below], count=1).strip()
    if signs and signs[0] in "Aa" and _BARE.match(text):
        return _named(text, texts, signs), below
    found = _KEY.match(text)
    if not found:
        return None, last
    key = found["key"].strip()
    if key.endswith((")", "]")) and text[0] in "([":
        key = key[:-1]
    if not found["sign"] and not re.fullmatch(r"[(\[]?[A-Fa-f1-6][)\]]?", key):
        return None, last
    return _named(key, texts, signs), below


def _named(key: str, texts: tuple[str, ...], signs: str) -> int:
    """Return the place of the option that a key names, by its letter, its words, or both; -1 where it names none, or not one alone."""
    bare = key.strip(" .*_")
    same = [place for place, text in enumerate(texts) if text.casefold() == bare.casefold()]
    found = _KEYED.match(bare)
    lettered = signs.upper().find(found["sign"].upper()) if found and signs else -1
    if len(same) == 1 and lettered in (-1, same[0]):
        return same[0]
    if not found or lettered < 0 or same:
        return -1
    words = (found["words"] or "").strip(" .").casefold()
    return lettered if not words or words == texts[lettered].casefold() else -1
