"""Part marks: what each piece of an answer is worth where notes say so, by the marks that stand within or behind it."""

from __future__ import annotations

import re
from bisect import bisect_left

from packbuilder.amounts import FEW, SEVERAL, number_said
from packbuilder.derive.marking_points.formulas import alternatives
from packbuilder.derive.marking_points.pieces import LABELS, NAMES, trimmed
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_MARK = regex(r"\(\s*(?P<n>\d{1,2})(?:\s*marks?)?\s*\)", re.IGNORECASE)
_OTHER_MARK = regex(r"\[\s*(?P<n>\d{1,2})(?:\s*marks?)?\s*\]", re.IGNORECASE)
_TIMES = regex(r"[\[(]\s*(?P<count>\d)\s?[x×]\s?(?P<each>\d)(?:\s*marks?)?\s*[\])]", re.IGNORECASE)
"""So many at so many marks each: "(2 x 3)"."""
_ANY = regex(rf"\b(?:any|max(?:imum)?(?: of)?) (?P<n>{FEW})\b|\(\s*(?P<max>\d) max\s*\)", re.IGNORECASE)
_PLACED = regex(r"(?:at|in|on|from|by) [^,;]+, \S", re.IGNORECASE)
_JOINING = regex(r"\b(?:and|plus|or)\b", re.IGNORECASE)
_JOINED = regex(r"^(?:and|plus|&)\s+", re.IGNORECASE)


_MIN = 2
"""More steps than this, with strokes between them and a mark for each, are no two ways to say one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an answer and its marks; `largest` are the most that stand in one place."""

    text: str
    marks: int
    largest: int = 0


@dataclass(frozen=True, slots=True)
class _Sign:
    """Marks, and how many letters stand before them."""

    place: int
    marks: int
    found: re.Match[str]


def part_marks(text: str, pieces: tuple[str, ...], marks: int) -> tuple[Part, ...]:
    """Return the pieces of an answer with what each is worth, in the words of their point; nothing where it does not say it of every piece.

    The marks of all are the question's, or more, of which so many count at most.
    """
    if (times := _TIMES.search(text)) and int(times["count"]) * int(times["each"]) == marks and len(pieces) >= int(times["count"]):
        return tuple(Part(piece, int(times["each"])) for piece in pieces)
    for pattern in (_MARK, _OTHER_MARK):
        found = _by_place(text, pieces, pattern, marks)
        # One mark behind all of a longer answer is what the question is worth, and says nothing of what earns it.
        if sum(each.marks for each in found) >= marks and (len(found) > 1 or marks == 1 or found[0].marks > found[0].largest):
            return found
    return ()


def _by_place(text: str, pieces: tuple[str, ...], pattern: re.Pattern[str], marks: int) -> tuple[Part, ...]:
    """Return the parts by where marks stand. Letters are counted, since pieces have lost their signs."""
    signs = list(pattern.finditer(text))
    letters = [at for at, sign in enumerate(text) if sign.isalnum() and not any(each.start() <= at < each.end() for each in signs)]
    spans = _spans(text, letters, pieces)
    if not spans:
        return ()
    start, end = spans[0][0], spans[-1][1]
    found = [_Sign(bisect_left(letters, each.start()), int(each["n"]), each) for each in signs]
    found = [each for each in found if each.place > start]
    if len(found) > 1 and found[-1].marks == marks and found[-1].place == found[-2].place:
        found.pop()  # what the whole question is worth, behind the marks of its last piece
    if not found or found[-1].place > end:
        return ()
    own = [[each for each in found if one < each.place <= other] for one, other in spans]
    # What stands between semicolons is told in one breath: "lost their savings (1) because money was worth nothing (1); ...".
    if all(own) and (";" in text[letters[start] :] or max(map(len, own)) == 1):
        return tuple(
            Part(piece, sum(each.marks for each in its), max(each.marks for each in its)) for piece, its in zip(pieces, own, strict=True)
        )
    told = sum(other - one for one, other in spans) + sum(len(word) for word in _JOINING.findall(text[letters[start] : letters[end - 1]]))
    if found[-1].place < end or len(found) < 2 or told < end - start:
        return ()
    return _cut_behind(text, letters[start], found)


def _spans(text: str, letters: list[int], pieces: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return where pieces stand among the letters of their point, as whole words, one behind the other; nothing where one does not."""
    said = "".join(text[at].casefold()[:1] for at in letters)
    begins = [not text[at - 1 : at].isalnum() for at in letters]
    ends = [not text[at + 1 : at + 2].isalnum() for at in letters]
    spans, past = list[tuple[int, int]](), 0
    for piece in pieces:
        bare = "".join(sign.casefold()[:1] for sign in piece if sign.isalnum())
        start = said.find(bare, past) if bare else -1
        while start >= 0 and not (begins[start] and ends[start + len(bare) - 1]):
            start = said.find(bare, start + 1)
        if start < 0:
            return ()
        past = start + len(bare)
        spans.append((start, past))
    return tuple(spans)


def _cut_behind(text: str, start: int, signs: list[_Sign]) -> tuple[Part, ...]:
    """Return an answer cut behind each of its marks."""
    parts, past = list[Part](), start
    for each in signs:
        words = _JOINED.sub("", trimmed(text[past : each.found.start()]))
        if not words:
            return ()
        parts.append(Part(words, each.marks, each.marks))
        past = each.found.end()
    return tuple(parts)


def listed_apart(pieces: tuple[str, ...], text: str, count: int) -> tuple[str, ...]:
    """Return what strokes part as pieces of their own, where so many things are asked for, or any so many of them are credited."""
    said = _ANY.search(text)
    steps = sum(int(each["n"]) for each in _MARK.finditer(text)) if len(_MARK.findall(text)) == 1 else 0
    if len(pieces) == 1 and _MIN < steps == len(own := alternatives(pieces[0])):
        return own
    wanted = count if count > 1 else number_said(said["n"] or said["max"]) if said else 0
    apart: tuple[str, ...] = ()
    if len(pieces) == 1 and wanted > 1:
        labelled = LABELS.fullmatch(pieces[0].strip(" ."))
        names = NAMES.fullmatch(pieces[0])
        apart = (
            tuple(re.split(r"\.\s+(?=[A-Z])", pieces[0])) if labelled else tuple(pieces[0].split("/")) if names else alternatives(pieces[0])
        )
    return apart if len(apart) >= wanted > 1 else pieces


_REASON = regex(r"(?:because(?! of\b)|as|since) [\w’'-]+ \w", re.IGNORECASE)


_ALL_OF = regex(rf"(?:.* for )?(?:identify|nam|stat|giv|list|outlin|describ)(?:e|ing)? (?:all )?the (?P<n>{SEVERAL}) ", re.IGNORECASE)
"""All of so many things."""


_OF_THESE = regex(
    r"(?:.* for )?(?:identify|nam|stat|giv)(?:e|ing)? (?:the )?[a-z]+s of the (?P<all>[\w-]+(?:, [\w-]+)+,? and [\w-]+)\b", re.IGNORECASE
)


def _all_of(text: str) -> int:
    """Return how many things a point asks for, all of which it lists; 0 where it does not say ("the four areas", "the colours of the line, neutral and earth conductors")."""
    if found := _ALL_OF.match(text):
        return number_said(found["n"].casefold())
    listed = _OF_THESE.match(text)
    return len(re.split(r",\s+(?:and\s+)?|\s+and\s+", listed["all"])) if listed else 0


def with_last_whole(pieces: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return all of so many pieces, the last with its own "and" ("the four areas: literacy, mathematics, ..., expressive arts and design")."""
    wanted = _all_of(text)
    if not wanted or len(pieces) != wanted + 1:
        return pieces
    last = f"{pieces[-2]} and {pieces[-1]}"
    return (*pieces[:-2], last) if last.casefold() in text.casefold() else pieces


def joined_again(pieces: tuple[str, ...], text: str, marks: int) -> tuple[str, ...]:
    """Return pieces that were cut within one answer as they are in the notes.

    Two halves of a single mark are one ("equal numbers of protons and electrons (1)"), and so is a thing with where it is found behind
    its mark ("hydrogen (1) at the cathode, chlorine (1) at the anode"), and a verdict with its reason ("significant, as U is less than 23").
    """
    if any(_PLACED.match(piece) for piece in pieces[1:-1]):
        return tuple(" ".join(pieces).split(", "))
    if marks != 1 or len(pieces) != 2:
        return pieces
    if _REASON.match(pieces[1]) or pieces[0].casefold() in ("yes", "no"):
        return (", ".join(pieces),)
    found = re.search(rf"{re.escape(pieces[0])} and {re.escape(pieces[1])}", text, re.IGNORECASE)
    return (found[0],) if found else pieces
