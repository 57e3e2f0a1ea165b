"""Multiple choice within a point: a question, its options with their letters, and which of them is right.

    Which gas is given off? A) oxygen B) hydrogen C) nitrogen (Answer: B)

Without a key nothing is asked: the options would be taken for the answers.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.gate import unfit
from packbuilder.derive.marking_points.outcome import Asked, LeftOut
from packbuilder.derive.marking_points.stimulus import STIMULUS, STIMULUS_REMEDY
from packbuilder.grammars.naming import KEYS
from packbuilder.leads import without_marks
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import dataclass, replace

RULE = "options"

_LETTERS = "ABCDEF"
_FEWEST, _SHORTEST = 3, 2
_MARKED = regex(r"(?:(?<=^)|(?<=[\s;,.(:?\]]))\(?(?P<letter>[A-Fa-f])[).:]\s*(?=\S)")
"""A letter with its sign: `A)`, `(A)`, `A.`, `A:`."""
_BARE = regex(r"(?:(?<=[?:\])]\s)|(?<=[?:\])]\s\s)|(?<=[\s;,]))(?P<letter>[A-F])\s+(?=\S)")
"""A letter alone, as in `A iron B copper`: only where the question has ended."""
_ENDED = regex(
    r"(?:[?:\])]|\b(?:is|are|was|were|by|to|of|the|an?|called|in|as|from|has|have|with|for))[\s,]*(?:including:?\s*)?\(?$", re.IGNORECASE
)
"""Where options may begin: behind a question, marks or a colon, or within a sentence that they complete."""
_GREEK_ASKS = regex(r"[α-ωάέήίόύώ»)];\s*$")
_KEY = regex(
    rf"[\s.;,:–-]*[(\[]?(?:(?:the )?(?:correct |right )?(?:answer|ans|key|option)\s*(?:is\s*|[:=]\s*|\s)|{KEYS}\s*[:=]\s*(?=[A-Fa-f]\b)|(?<=;)\s*|[(\[]\s*)[(\[]?(?P<key>[A-Fa-f]|[^()\[\];]{{2,80}}?)[)\]]*\s*\.?$",
    re.IGNORECASE,
)
_RIGHT = regex(
    r"\s*(?:[(\[](?:correct|right|true|answer|key)[)\]]|[✓✔☑]+|\(✓\)|(?:←|<-+|<=)\s*(?:correct|right|answer)?|\*+$)", re.IGNORECASE
)
_ROW = regex(
    r"^(?P<asked>(?:in )?wh(?:ich|at|o|ere|en)\b[^?]{3,200}\?(?:\s*[(\[]\d{1,2}(?: marks?)?[)\]])?)\s+(?P<row>[^?()\[\]]+?)(?:\s*[(\[](?:(?:correct )?(?:answer|ans|key):?\s+)?(?P<key>[^()\[\]]+)[)\]]|(?:\s[-–—]|[.;]?\s+(?:correct )?(?:answer|ans|key)\s*:)\s*(?P<told>[^,;/]+?))\.?$",
    re.IGNORECASE,
)
"""Options without letters in one line, and the right one again behind them."""
_STARRED = regex(r"^\*+\s*|^\*\*(?P<text>.+)\*\*$")
_KEYED = regex(r"\(Answer: [A-F]\)$")
"""How options end that stood on lines of their own: their question may end as it likes."""
_FOLLOWING = regex(r"\b(?P<of>of |one of )?the following(?=\s|\?|$)(?: options| statements)?", re.IGNORECASE)
_CHOOSE = regex(
    r"(?:choose|select|tick|circle|underline|pick)\b[^.?!:]*\b(?:answers?|options?|box(?:es)?|statements?|letters?)\b", re.IGNORECASE
)
_POINTS_AT = regex(r"\b(?:above|below|shown|opposite)\b(?!-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A question, its options without their letters, and the place of the right one; -1 where nothing says which."""

    asked: str
    options: tuple[str, ...]
    key: int


_MARKS_LAST = regex(r"\s*(?:\[(?P<n>\d{1,2})(?:\s*marks?)?\]|\((?P<m>\d{1,2})\s*marks?\))\W*$", re.IGNORECASE)
"""A question's marks behind its last option ("D Imamah [1 mark] Answer: B")."""


def options_in(text: str) -> Options | None:
    """Return the multiple-choice question that a point is; None where it is none."""
    return lettered_in(text) or _in_a_row(text)


def lettered_in(text: str) -> Options | None:
    """Return the multiple-choice question that a point is whose options have letters; None where it is none."""
    starts = _starts(text, _MARKED) or _starts(text, _BARE)
    if not starts:
        return None
    asked = text[: starts[0][0]]
    parts = [text[begin:end] for (_, begin), (end, _) in zip(starts, (*starts[1:], (len(text), 0)), strict=True)]
    key = _KEY.search(parts[-1])
    if key and key.start() > 0:
        parts[-1] = parts[-1][: key.start()]
    if marks := _MARKS_LAST.search(parts[-1]):
        parts[-1], asked = parts[-1][: marks.start()], f"{asked.rstrip()} [{marks['n'] or marks['m']}]"
    options = tuple(_RIGHT.sub("", _STARRED.sub(lambda found: found["text"] or "", part.strip(" ;,."))).strip(" ;,.") for part in parts)
    told = [place for place, part in enumerate(parts) if _RIGHT.search(part.strip(" ;,.")) or _STARRED.match(part.strip(" ;,."))]
    if not all(options):
        return None
    large = text[starts[0][0] : starts[0][1]].strip(" ().:").isupper()
    # In Greek a semicolon asks.
    bare = asked.strip(" ,:(") if _GREEK_ASKS.search(asked) else asked.strip(" ,:;(")
    return Options(asked=bare, options=options, key=_key(key["key"] if key else "", options, told, large=large))


def _in_a_row(text: str) -> Options | None:
    """Return a question with options that have no letters, one of which stands behind them again ("Which is a noun? dog, run, blue (dog)"); else None."""
    found = _ROW.match(text)
    if not found:
        return None
    for joint in (r"\s*/\s*", r"\s*;\s*", r",?\s+or\s+|\s*,\s*"):
        options = tuple(each.strip(" .") for each in re.split(joint, found["row"].strip(" ,;")))
        if len(options) < _FEWEST or not all(options):
            continue
        key = found["key"] or found["told"]
        same = [place for place, option in enumerate(options) if option.casefold() == key.strip(" .").casefold()]
        if len(same) == 1 and len(set(options)) == len(options) <= len(_LETTERS):
            return Options(asked=found["asked"].strip(), options=options, key=same[0])
    return None


def _starts(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where each option's letter begins and its text does: letters in order from A, all small or all large; empty where there are fewer than three."""
    starts: list[tuple[int, int]] = []
    large = True
    for found in pattern.finditer(text):
        letter = found["letter"]
        if not starts:
            fewest, ended = (_FEWEST, _ENDED.search(text[: found.start()])) if not _KEYED.search(text) else (_SHORTEST, True)
            if letter.upper() == "A" and len(text[: found.start()].split()) >= fewest and ended:
                starts.append(found.span())
                large = letter.isupper()
        elif letter == (_LETTERS if large else _LETTERS.lower())[len(starts) : len(starts) + 1]:
            starts.append(found.span())
    return starts if len(starts) >= _FEWEST and (large or "?" in text[: starts[0][0]]) else []


def _key(said: str, options: tuple[str, ...], told: list[int], *, large: bool) -> int:
    """Return the place of the right option: by its letter or its words, or by a tick; -1 where it is not said, or said of several.

    A letter that is an option's whole text (vitamin C) names that, where the options' own letters are of the other size (`large`: capitals).
    """
    if said in options and len(said) == 1:
        return options.index(said) if said.isupper() != large or options.index(said) == _LETTERS.find(said.upper()) else -1
    if len(said) == 1:
        place = _LETTERS.index(said.upper())
        return place if place < len(options) else -1
    if said:
        same = [place for place, option in enumerate(options) if option.casefold() == said.strip(" .").casefold()]
        return same[0] if len(same) == 1 else -1
    return told[0] if len(told) == 1 else -1


_CHOSEN_FROM = regex(
    r"(?:^|\b(?:then|and) )(?:choose|select|pick) (?:an?|the|one|which) [^:;.?]{2,40}:\s+(?:[^,;:.]{1,25},\s+)+[^,;:.]{1,25}(?=$|\.)",
    re.IGNORECASE,
)
"""What candidates choose from, behind a colon, which would be taken for the answers ("then choose a fuse: 3 A, 5 A, 13 A")."""


def left_to_choose(asked: str, text: str) -> LeftOut | None:
    """Return why a point that tells candidates to choose an answer gives none: its options are too few, or not there; `text` is the whole point."""
    if not (_CHOOSE.match(asked) or _CHOSEN_FROM.search(text)):
        return None
    return LeftOut(
        rule=RULE,
        reason="what is to be chosen from is not there with letters and a key",
        remedy="Write three options or more, and (Answer: B).",
    )


def chosen_abroad(found: Options, asked: Asked | LeftOut) -> Asked | LeftOut:
    """Return what is asked with options in another language than English; `asked` is what its grammar makes of the question by itself."""
    if found.key < 0 or isinstance(asked, LeftOut):
        return _NO_KEY if found.key < 0 else asked
    return replace(asked, rule=RULE, command="Which", several=0, given=(), options=found.options, key=found.key)


_NO_KEY = LeftOut(rule=RULE, reason="its options do not say which is right", remedy="Say so behind them: (Answer: B).")


def chosen(found: Options) -> Asked | LeftOut:
    """Return what is asked with options, or why it is not."""
    if found.key < 0:
        return _NO_KEY
    stem = capital(without_marks(found.asked).strip(" ,:;"))
    # What follows is there: the options.
    left = unfit(_FOLLOWING.sub(lambda each: f"{each['of'] or ''}these", stem))
    if left is None and _POINTS_AT.search(stem):
        left = LeftOut(rule="R7", reason=STIMULUS, remedy=STIMULUS_REMEDY)
    return left or Asked(rule=RULE, command="Which", sentence=stem, ended=True, options=found.options, key=found.key)
