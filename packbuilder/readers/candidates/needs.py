"""What a centre writes into the cells of access arrangements: an edition and extra time, in its own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from packbuilder.errors import nearest_hints
from packbuilder.patterns import regex
from packbuilder.readers.candidates.codes import spelt
from packbuilder.readers.candidates.nothing import says_nothing, waives
from packbuilder.readers.candidates.words import MINUTES, YES_ABROAD

STANDARD = "An empty cell is the standard paper."
MOST_EXTRA = 100

_WORDS = regex(r"\w+")
_TOKEN = regex(r"a[0-9]\b|[^\W\d_]+|\d+(?:[.,]\d+)?")
_SIZES: Mapping[str, str] = {"18": "large-18", "24": "large-24", "36": "a3-36"}
_TINTS: Mapping[str, str] = {
    **dict.fromkeys(("cream", "buff", "ivory", "hufen", "tinted"), "tinted"),
    **dict.fromkeys(("yellow", "melyn"), "tinted-yellow"),
    **dict.fromkeys(("blue", "glas"), "tinted-blue"),
    **dict.fromkeys(("green", "gwyrdd"), "tinted-green"),
    **dict.fromkeys(("pink", "pinc"), "tinted-pink"),
}
_DYSLEXIA = frozenset(("dyslexia", "dyslexic"))
_USUAL = frozenset("standard normal unmodified usual ordinary regular white a4 no n none nil na false safonol arferol".split())
_LARGE = frozenset("large lge lrg print enlarged enlargement bras lp".split())
_COLOURED = frozenset(("coloured", "colored", "colour", "color", "lliw"))
_OVERLAID = frozenset(("overlay", "overlays", "tactile", "acetate"))
"""What lies on or beside the paper, and is none."""
_DIGITAL = frozenset(("reader", "braille", "electronic", "digital", "word", "docx", "html"))
_POINTS = frozenset("pt pts point points pwynt font size n".split())
_BODY = "12"
"""Points of the standard paper, where a cell says that they are points."""
_BESIDES = frozenset(
    "modified mod mlp paper papers to size sized pale light pastel tint on in pt pts point points pwynt font size text n friendly papur".split()
)
"""Words that name no edition by themselves."""

_EXTRA = regex(
    r"(?:\+|up to|et)?\s*(?P<number>\d{1,3}(?:[.,]\d+)?)\s*(?P<sign>%|per ?cent|pct|y cant)?\s*(?:extra(?: time)?|et|amser ychwanegol)?",
    re.IGNORECASE,
)
_CONFIRMED = regex(r"(?:yes|y)\W+(?P<amount>\d+ ?%)\)?\Z", re.IGNORECASE)
"""A yes before so many percent: `Yes - 25%`."""
_UNIT = r"(?:%|per\s?cent|pct)?"
_TIME_WORD = r"(?:extra(?: time)?|et|additional time|amser ychwanegol)"
_FRACTIONS: Mapping[str, int] = {"1/4": 25, "1/2": 50, "¼": 25, "½": 50}
_FIGURE = r"\d{1,3}|1/[24]|[¼½]"
_AMOUNTS = (
    rf"(?:up to\s*)?(?P<before>{_FIGURE})\s*{_UNIT}\s*\(?(?:{_TIME_WORD}|time)\)?",
    rf"{_TIME_WORD}\s*[:=(–-]?\s*(?:up to\s*)?(?P<after>{_FIGURE})\s*{_UNIT}\)?",
    r"(?:up to\s*)?(?P<bare>\d{1,3})\s*%",
)
_SIGNED = regex(r"%|cent|cant|pct|/|[¼½]", re.IGNORECASE)
_MORE = regex(r"[^\W\d_]{3}|\d\W+[^\W\d_]|[^\W\d_]{2}\W")
"""What stands beside a figure, or instead of it, is no unit: `25% + reader`, `WP 25`, `MLP18`."""
_LEAST = 5
"""Percents below this, without their sign, are no extra time: `ET 2` may be two arrangements, or a yes."""
TIME = regex("|".join(_AMOUNTS), re.IGNORECASE)
"""Extra time with its figure, in words or with the sign alone: `up to 25% extra time`, `ET (25%)`, `25%`."""
AMOUNT = "(?:" + re.sub(r"\?P<\w+>", "?:", "|".join(_AMOUNTS)) + ")"
"""The same as a part of other patterns."""

_REMARK = regex(r"\s*(?:[(\[](?P<within>[^()\[\]]*)[)\]]|[–-]\s(?P<behind>[^()\[\]%\d]*)\Z)")
_REMARKS = frozenset(
    "approved agreed granted confirmed by head of aao jcq senco sendco sen send ehcp form delegated centre yes and all exams "
    "dyslexia dyslexic dyspraxia dyscalculia adhd add asd asc autism spld eal slow processing speed writing reading".split()
)
"""Words of remarks that say by whom, or why, something is granted; of others (`maths only`, `refused`) it is not certain that it is."""
_TASKS, _PACE = frozenset(("reading", "writing")), frozenset(("slow", "speed"))
"""Slow writing is a reason; `(writing)` may be all that the time is for."""
_FORM = regex(r"\bform [89]\b", re.IGNORECASE)

_SOME_EXTRA = frozenset(("yes", "y", "true", "x", "✓", "✔", "1", "oes", "et", "extra time")) | YES_ABROAD
_WHOLE = regex(r"[x×]? ?(?P<number>1[.,]\d{1,2}|2(?:[.,]00?)?|1\d\d(?=%)|200(?=%)) ?(?:[x×]|(?P<percent>%))?", re.IGNORECASE)
_MINUTES = regex(rf".*\d\s*(?:m|h|{MINUTES})\b.*|\d{{1,2}}:\d\d(?::\d\d)?", re.IGNORECASE)


def edition_of(written: str, editions: Collection[str]) -> tuple[str | None, tuple[str, ...]]:
    """Return the edition that a cell asks for, empty for the standard paper; None, with what to do about it, where that is not certain."""
    name = re.sub(r"[\s_]+", "-", written.casefold())
    if name in editions:
        return name, ()
    if waives(" ".join(written.split())):
        return "", ()
    words = set(_TOKEN.findall(written.casefold()))
    # Large print is bold and in Arial, as it is ordered.
    words -= {"bold", "arial"} if words & _SIZES.keys() else set()
    asked = {_SIZES[word] for word in words if word in _SIZES}
    tints = {_TINTS[word] for word in words if word in _TINTS}
    # "Tinted yellow" is one tint, and the dyslexia edition stands on cream anyway.
    tints -= {"tinted"} if len(tints) > 1 or words & _DYSLEXIA else set()
    asked |= tints | ({"dyslexia"} if words & _DYSLEXIA else set())
    known = _SIZES.keys() | _TINTS.keys() | _DYSLEXIA | _USUAL | _LARGE | _COLOURED | _BESIDES | {"a3"}
    offered = ", ".join(editions)
    if words & _DIGITAL:
        return None, (
            "That is no printed paper: `packbuilder paper --edition reader` makes it; leave the candidate's cell empty or the row out.",
        )
    if words & _OVERLAID:
        return None, (f"That is no paper: write it under 'Access arrangements', and it is on the invigilator's sheet. {STANDARD}",)
    if "?" in written:
        return None, (f"A question mark says that it is not certain: write what is meant. {STANDARD}",)
    if words & _POINTS:
        words = {"standard" if word == _BODY else word for word in words}
    if not words or not words <= known or not asked <= set(editions):
        return None, (*nearest_hints(name, tuple(editions)), STANDARD)
    if len(asked) > 1 or (asked and words & _USUAL - {"a4", "n", "white"}):
        one = "A copy is of one edition: write the one that must be set so, and have a tint by loading paper of that colour."
        return None, (one, f"There is: {offered}.")
    if asked and "a3" in words and asked != {"a3-36"}:
        return None, ("On A3 there is a3-36 alone, with letters of 36 points; large-18 and large-24 are set anew on A4.",)
    if not asked and words & ({"a3"} | _LARGE):
        return None, ("Say how large the letters are: large-18 or large-24 on A4, a3-36 on A3. Nothing is enlarged as it is.", STANDARD)
    if not asked and words & _COLOURED:
        return None, (f"Say the colour. There is: {offered}.", STANDARD)
    if not asked and not words & _USUAL:
        return None, (f"There is: {offered}.", STANDARD)
    return next(iter(asked), ""), ()


def unremarked(text: str) -> str:
    """Return a cell without remarks that alter nothing of it: `25% ET (approved)`, `ET 25% - dyslexia`."""

    def kept(match: re.Match[str]) -> str:
        words = set(_WORDS.findall(_FORM.sub("form", match["within"] or match["behind"] or "").casefold()))
        certain = words <= _REMARKS and (words & _PACE or not words & _TASKS)
        return "" if words and certain else match[0]

    return _REMARK.sub(kept, text).strip() or text


def figure_of(match: re.Match[str]) -> int:
    """Return the percent of what `TIME` has matched."""
    figure = match["before"] or match["after"] or match["bare"]
    return _FRACTIONS.get(figure) or int(figure)


def too_little(written: str, percent: float) -> bool:
    """Whether a figure without a sign is too small to be a percentage."""
    return 0 < percent < _LEAST and not _SIGNED.search(written)


def is_extra_time(text: str) -> bool:
    """Whether a cell says so many percent: `+25%` is that and no formula."""
    return bool(_EXTRA.fullmatch(spelt(unremarked(text))))


def some_extra_time(written: str) -> bool:
    """Whether a cell says that there is extra time, and not how much."""
    return written.casefold() in _SOME_EXTRA


def extra_time_of(written: str) -> tuple[int, str, str]:
    """Return a candidate's extra time in percent; else what is wrong with the cell, and what to do about it."""
    plain = written.casefold()
    if says_nothing(plain):
        return 0, "", ""
    if plain in _SOME_EXTRA:
        return 0, f"{written!r} does not say how much extra time", "Write it like 25 or 25%; leave the cell empty where there is none."
    if _MINUTES.fullmatch(written):
        return 0, f"{written!r} is time, and extra time is percent of the paper's", "Write it like 25 or 25%."
    text = _CONFIRMED.sub(r"\g<amount>", spelt(unremarked(written)))
    match, worded = _EXTRA.fullmatch(text), TIME.fullmatch(text)
    value = float(match["number"].replace(",", ".")) if match else figure_of(worded) if worded else -1.0
    # Spreadsheets keep 25 % as 0.25 and show it with its sign.
    percent = round(100 * value if match and not match["sign"] and 0 < value < 1 else value, 6)
    if too_little(written, value) and value >= 1 and value % 1 == 0:
        return 0, f"{written!r} does not say how much extra time", "Write it like 25 or 25%; leave the cell empty where there is none."
    if percent % 1 or not 0 <= percent <= MOST_EXTRA:
        more = " What else stands there belongs under 'Access arrangements', where several may share a cell." if _MORE.search(text) else ""
        said = f"{written!r} is no extra time: it is a whole number of percent from 0 to {MOST_EXTRA}"
        return 0, said, f"{_of_the_whole(written) or 'Write it like 25 or 25%.'}{more}"
    return round(percent), "", ""


def _of_the_whole(written: str) -> str:
    """Return what to write for time with what is added to it, `1.25`, `x 1.5` or `125%`; nothing where a cell says none."""
    if not (match := _WHOLE.fullmatch(written)):
        return ""
    whole = float(match["number"].replace(",", ".")) * (1 if match["percent"] else 100)
    more = round(whole - 100, 6)
    fits = more % 1 == 0 and 0 < more <= MOST_EXTRA
    return f"If it is the paper's time and what is added to it, write {more:.0f}%." if fits else ""
