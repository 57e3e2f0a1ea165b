"""Access arrangements under headings of their own: `25% ET` with a yes, `Coloured paper`, a text of several in one cell.

Extra time and edition have columns, which `columns` finds. What other columns say of them is read here where it is certain; what is
not is told with its lines, since a candidate would sit down to a standard paper without anybody knowing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import Literal, TypeAlias

from packbuilder.patterns import regex
from packbuilder.readers.candidates.codes import NO_TIME, spelt
from packbuilder.readers.candidates.denied import EMPTY, declines, denied_in, is_denied
from packbuilder.readers.candidates.headings import names_time_abroad
from packbuilder.readers.candidates.needs import AMOUNT, TIME, edition_of, extra_time_of, figure_of, too_little, unremarked
from packbuilder.readers.candidates.nothing import says_nothing
from packbuilder.readers.candidates.pieces import coloured, parts_of
from packbuilder.readers.candidates.words import COLOUR, MINUTES, WHOSE, YES_ABROAD
from packbuilder.values import dataclass

Kind: TypeAlias = Literal["percent", "edition", "paper", "text"]
"""What a column is: a yes or no to the extra time in its heading, to the edition there, a colour or a size, or arrangements in words."""

YES = frozenset("yes y true t x 1 ✓ ✔ ☑ oes ydy".split()) | YES_ABROAD
_TEXTS = frozenset(
    "access accessarrangement accessarrangements accessarrangementsaa aa aas eaa eaas aacode aacodes aatype aadetails aasummary examaa accessneeds accessarrangementcode accessarrangementcodes "
    "accessarrangementscode accessarrangementscodes accessarrangementdetails accessarrangementsdetails accessarrangementtype arrangementcode arrangementcodes examaccess arrangement arrangements examarrangements examaccessarrangements "
    "aara aaras reasonableadjustments approvedarrangements specialarrangements specialaccessarrangements senarrangements concession concessions examconcessions trefniadaumynediad".split()
)
_PAPERS = frozenset(
    "colouredpaper coloredpaper colourpaper colorpaper accesspaper aapaper papercolour papercolor colourofpaper tintedpaper largeprint largeprintpaper enlarged enlargedpaper enlargement "
    "paperenlarged enlargedprint modified modifications papermodifications modifiedlargeprint mlp fontsize printsize papurlliw printbras".split()
)
"""Headings of columns that name a colour or a size; written as `columns` compares them."""

_LISTED = _TEXTS | _PAPERS
_BRACKET = regex(r"\s*[(\[].*", re.DOTALL)
_WHOSE = regex(rf"^{WHOSE}(?=\w)")
_COUNTED = regex(r"(?P<text>\D+?)[\s._-]*[(\[#]*(?:\d|1[0-2])[)\]]?", re.DOTALL)
_OTHERWISE = regex(
    r"overlay|\b(?:not|no|without|refused|declined|rejected|requested|pending|expired|old|previous|last|past|former|ks[1-4]|mocks?)\b",
    re.IGNORECASE,
)
"""What makes a column in brackets behind its heading another one: `Coloured paper (or overlay)`, `Access arrangements (expired)`."""

_PERCENT = regex(r"(?<!\d)(\d{1,3})\s*(?:%|per\s?cent|pct)?", re.IGNORECASE)
_TIME_WORDS = frozenset(
    "extra time et additional allowance allowed access arrangement arrangements aa entitlement entitled required up to of y n yes no eat".split()
)
_BARE_PERCENT = regex(r"(\d{1,2}) ?%(?: ?[(\[]?y(?:es)? ?/ ?n(?:o)?[)\]]?| ?\?)?", re.IGNORECASE)
_MOST_BARE = 50
"""Percents of a heading that is nothing else are extra time up to here; what is more may be attendance."""
_PAPER_WORD = regex(
    r"\b(?:cp|paper|print|font|point|points|pts?|modified|mod|mlp|lp|tinted|papur|pwynt)\b|\bm?lp(?=\d)|\d\s?pts?\b|\bn(?:18|24|36)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W\d_]+")

_SIZE = regex(r"(?:font|print) ?size", re.IGNORECASE)
_SENTENCES = regex(r"[;,&+|•\r\n]+|\b(?:and|but|plus|with)\b(?=\s)", re.IGNORECASE)
"""What parts the clauses that take something back: `will not use a scribe` is one."""
_WITH_TIME = (
    regex(rf"(?P<time>{AMOUNT})(?P<rest>(?:[\s.:–-]+{NO_TIME})+)", re.IGNORECASE),
    regex(rf"(?P<rest>(?:{NO_TIME}[\s.:–-]+)+)(?P<time>{AMOUNT})", re.IGNORECASE),
)
"""Extra time beside what is none, without anything between: `ET25 WP`."""
_SIZES = frozenset(("18", "24", "36"))
"""Figures that are the size of letters behind another paper's: `MLP18/24`."""
_TWO_SIZES = regex(r"(?<!\d)(?:18|24|36) ?(?:pts? ?)?(?:[–-]|or) ?(?:18|24|36)(?!\d)", re.IGNORECASE)
BARE_TIME = frozenset(("25", "50"))
"""Figures without a sign that are extra time among access arrangements: no letters are so large. 18 and 24 may be points."""

_NAMED = regex(
    r"^\d{1,3} ?%$|\b(?:extra|additional)[ _-]*(?:time|min)|amser ychwanegol|\bet\b|\d\s*% ?(?:et|extra)|\brest[ _-]*breaks?|\bbreaks?\b|\breader\b|\bread(?:ing)? aloud|\bscribe\b|\blaptop|"
    r"\bword[ _-]*process|\bwp\b|\bprompter|\boverlay|\bcolou?red\b|\bcolou?r of paper|\blarge print|\benlarge|\bmodified\b|\bbraille|\bbilingual dict|"
    r"\baccess (?:arr|need)|\barrangements?\b|\bconcessions?\b|\bseparate (?:room|inv)|\bdyslexi|\bfont size|\bprint size|\btinted\b|"
    r"\bsign language|\bread(?:ing)? pen|\bsupervised rest|\d\s?pt\b",
    re.IGNORECASE,
)
_SAID = regex(
    r"\b(?:extra|additional) time\b|amser ychwanegol|\bet ?\d\d|\d\d\s*% ?(?:et\b|extra|more\b|longer\b)|\b(?:extra|additional|plus) ?\d\d ?%|\brest breaks?\b|(?<!\bm[rsx] )(?<!\bmrs )(?<!\bmiss )(?<!\bdr )(?<!\bm[rsx]\. )(?<!\bmrs\. )(?<!\bdr\. )\b(?:reader|scribe)\b|\blaptop\b|\bword processor\b|\bprompter\b|"
    r"\bcolou?red (?:paper|overlay)|\blarge print\b|\benlarged\b|\bmodified (?:paper|large)|\bbraille\b|\b(?:18|24|36) ?(?:pt|point)\b|\baccess arrangement",
    re.IGNORECASE,
)
_WANTED = regex(
    r"\b(?:extra|additional|added)\b|\bet(?:\b|\d)|\d ?et\b|amser ychwanegol|\d ?%|\bper ?cent|\bmin(?:ute)?s?\b|\d ?munud|\btime\b|\bprint\b|\bprint bras|\b(?:arial|verdana|calibri|helvetica|tahoma)\b|\d bold\b|"
    r"\benlarge|\bmodified\b|\bm?lp(?:\b|(?=\d))|\be[./]t\b|\bxt(?:\b|(?=\d))|\d ?xt\b|\be-?time\b|\bpapers?\b|\bpapur\b|\bcp\b|\bfont\b|\d ?(?:pt|point)s?\b|\ba3\b|\bn(?:18|24|36)\b|\bbraille\b|\btint|"
    rf"^\W*(?:light |pale |dark |pastel )?{COLOUR}\W*$",
    re.IGNORECASE,
)
_A3_PAPER = regex(
    r"\ba3[ -](?:(?:exam|question|enlarged|sized?) )*(?:booklets?|papers?|print(?:ed|s)?|cop(?:y|ies)|enlarge\w*|exams?|modified|large)\b"
    r"|\b(?:needs?|requires?|wants?|enlarged?|enlargement|papers?|print(?:ed)?|cop(?:y|ies)|exams?|has|gets?|uses?)(?: (?:in|on|to|at|an?|all|is))* a3\s*(?:$|[.,;:!()&+/-]|size\b|please\b|and\b|with\b|for\b)",
    re.IGNORECASE,
)
_A3_ALONE = regex(r"a3(?: size(?:d)?)?\.?", re.IGNORECASE)
_FREE_TEXT = regex(
    r"\b(?:notes?|remarks?|comments?|needs?|papers?|print|copy|size|requirements?|information|info|other)\b|^$", re.IGNORECASE
)
"""Headings of columns where `A3` by itself is a paper; elsewhere it is a seat, a locker, a group or a grade."""
_AN_AMOUNT = regex(
    rf"\+? ?(?:(?:10|15|20|25|30|33|33[.,]3+|40|50|60|75|100) ?(?:%|per ?cent|pct|prozent|pour ?cent|por ciento|procent)|\d{{1,3}} ?(?:m|{MINUTES})\.?)"
    r"(?: ?(?:extra|more|ET))?",
    re.IGNORECASE,
)
"""`25%`, `+ 15 min`, `33,3 %`: what may be somebody's extra time whatever heads it."""
_OF_SHARES = regex(
    r"\b(?:attend\w*|attainment|absen\w*|presence|marks?|scores?|grades?|results?|targets?|predict\w*|progress|percentile|complet\w*|discounts?|rate|mocks?|tests?|"
    r"average|avg|weight\w*|coursework|effort|fees?|paid|confidence|probability|duration|length|time allowed|walk|travel\w*|journey|late)\b",
    re.IGNORECASE,
)
"""Headings of columns whose percents, or minutes, are something else."""
_BULLET = regex(r"\s*(?:[–—*•·-]|\d[.)])\s+")
CLAUSES = regex(r"[;,.()\[\]\r\n]+|\b(?:but|and)\b", re.IGNORECASE)
_JUST_TIME = regex(r"(?:yes|y|extra time|et|additional time|amser ychwanegol)", re.IGNORECASE)
_MINUTES = regex(rf"\b{MINUTES}\b", re.IGNORECASE)
_SOME_TIME = regex(r"\b(?:extra|additional|added|amser) ?-?(?:time|min|ychwanegol)|\bet\b|\bextra (?:time|min)|^et", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A column beside those of extra time and edition that says something of them: its cell in a row, its heading, and what a yes means."""

    index: int
    heading: str
    kind: Kind
    percent: int = 0
    edition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a cell says: extra time in percent, an edition; what is wrong with it, with what to do; the parts that are not read; what it denies."""

    percent: int = 0
    edition: str = ""
    wrong: str = ""
    hints: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    denied: frozenset[str] = frozenset()


def aside_of(heading: str, plain: Callable[[str], str], index: int, editions: Collection[str]) -> Aside | None:
    """Return what a column is by its heading; None for all others. `plain` writes a heading as it is compared.

    What is added in brackets is passed over where it asks for nothing itself: `Coloured paper (colour)`, but `Large print (24pt)`.
    """
    if not _LISTED.isdisjoint((plain(heading), plain(heading).removeprefix("aa"), _WHOSE.sub("", plain(heading)))):
        return _listed(heading, plain(heading), index)
    if (counted := _COUNTED.fullmatch(heading)) and (text := _listed(heading, plain(counted["text"]), index)) and text.kind == "text":
        return text  # one of several: `Access arrangement 2`
    if any(char.isdecimal() for char in heading) or _PAPER_WORD.search(heading):
        if percent := _percent_in(heading):
            return Aside(index=index, heading=heading, kind="percent", percent=percent)
        edition = edition_of(heading, editions)[0] if _PAPER_WORD.search(heading) else None
        if edition:
            return Aside(index=index, heading=heading, kind="edition", edition=edition)
    bracket = _BRACKET.search(heading)
    return _listed(heading, plain(heading[: bracket.start()]), index) if bracket and not _OTHERWISE.search(bracket[0]) else None


def _listed(heading: str, plain: str, index: int) -> Aside | None:
    plain = _WHOSE.sub("", plain)
    if plain in _TEXTS:
        return Aside(index=index, heading=heading, kind="text")
    if plain in _PAPERS or plain.removeprefix("aa") in _PAPERS:
        return Aside(index=index, heading=heading, kind="paper")
    return None


def holds_marks(aside: Aside, cells: Iterable[str]) -> bool:
    """Whether a column headed `25%` and no more holds other figures than a yes or no: marks, among which a 1 is none."""
    if not _BARE_PERCENT.fullmatch(aside.heading):
        return False
    figures = {cell.strip().rstrip("% ") for cell in cells}
    return any(figure.isdecimal() and int(figure) not in (0, 1, aside.percent) for figure in figures)


def _percent_in(heading: str) -> int:
    """Return the extra time that a heading names, if it names one and nothing else: `25% extra time`, `ET 25`, `25%`; else 0."""
    if (bare := _BARE_PERCENT.fullmatch(heading)) and 0 < int(bare[1]) <= _MOST_BARE:
        return int(bare[1])
    figures = _PERCENT.findall(heading)
    words = set(_WORD.findall(_PERCENT.sub(" ", heading.casefold())))
    if len(figures) != 1 or not words <= _TIME_WORDS or not words & {"et", "eat", "time", "extra"}:
        return 0
    return int(figures[0]) if 0 < int(figures[0]) <= 100 else 0


def said_in(cell: str, aside: Aside, editions: Collection[str]) -> Said:
    """Return what a column's cell says."""
    text = " ".join(cell.split())
    plain = text.casefold()
    if says_nothing(text) and not (plain == "standard" and aside.kind == "paper"):
        return Said(denied=_denied_by(plain, aside))
    if aside.kind == "percent":
        return _confirmed_percent(text, aside)
    if aside.kind == "edition":
        return _confirmed_edition(text, aside, editions)
    if aside.kind == "paper":
        sized = f"{text} point" if text.isdecimal() and _SIZE.search(aside.heading) else text
        edition, hints = edition_of(aside.heading if plain in YES else sized, editions)
        if edition is None:
            return Said(wrong=f"{text!r} under {aside.heading!r} is no paper that can be printed", hints=hints)
        return Said(edition=edition, denied=frozenset() if edition else denied_in(aside.heading))
    said = _parts(text, editions)
    # A line is an arrangement of its own, unless what is said goes on with the next: `25% extra` above `time`.
    return _parts(_by_lines(cell), editions) if said.unread or said.wrong else said


def _by_lines(cell: str) -> str:
    """Return a cell on one line, with a semicolon for each line's end, and without bullets."""
    return "; ".join(line for each in cell.splitlines() if (line := " ".join(_BULLET.sub("", each, count=1).split())))


def _denied_by(plain: str, aside: Aside) -> frozenset[str]:
    """Return what a cell denies that says no: what its heading, or among arrangements the cell itself, is about. An empty cell denies nothing."""
    if plain in EMPTY:
        return frozenset()
    if aside.kind == "percent":
        return frozenset((f"{aside.percent}%",))
    if aside.kind == "edition":
        return frozenset((aside.edition,))
    return denied_in(aside.heading if aside.kind == "paper" else plain)


def _confirmed_percent(text: str, aside: Aside) -> Said:
    if text.casefold() in YES:
        return Said(percent=aside.percent)
    percent, wrong, hint = extra_time_of(text)
    if not wrong and percent == 0:
        return Said(denied=frozenset((f"{aside.percent}%",)))
    if (wrong or percent != aside.percent) and _BARE_PERCENT.fullmatch(aside.heading):
        return Said(unread=(text,))  # marks may stand below `25%` too
    if wrong or percent != aside.percent:
        hint = hint or "Write yes or nothing there, or keep extra time in one column 'extra time', as percent."
        return Said(wrong=f"{text!r} under {aside.heading!r} does not say whether there is so much extra time", hints=(hint,))
    return Said(percent=percent)


def _confirmed_edition(text: str, aside: Aside, editions: Collection[str]) -> Said:
    if text.casefold() in YES or edition_of(text, editions)[0] == aside.edition:
        return Said(edition=aside.edition)
    hint = "Write yes or nothing there, or keep editions in one column 'edition'."
    return Said(wrong=f"{text!r} under {aside.heading!r} does not say whether that paper is wanted", hints=(hint,))


def _parts(text: str, editions: Collection[str]) -> Said:
    """Return what a text of several arrangements says. A size or a colour is the paper's where it says so: overlays have colours too.

    Of a text that also says that something is declined, nothing is read.
    """
    percents: dict[int, None] = {}
    named: dict[str, None] = {}
    unread: list[str] = []
    denied: set[str] = set()
    text = spelt(unremarked(text))
    whole = edition_of(coloured(text), editions)[0] if _PAPER_WORD.search(text) else None
    if whole:
        return Said(edition=whole)
    for part in parts_of(text):
        percent, rest = _time_in(part)
        edition = edition_of(coloured(part), editions)[0] if _PAPER_WORD.search(part) else None
        if percent is not None and too_little(part, percent):
            hint = "Write it like 25% ET, or in the column 'extra time'."
            return Said(wrong=f"{part!r} in {text!r} does not say how much extra time", hints=(hint,))
        if percent is not None:
            percents.setdefault(percent)
            unread += [rest] if rest else []
        elif edition is not None:
            named.update({edition: None} if edition else {})
            denied |= frozenset() if edition else denied_in(part)
        elif says_nothing(part):
            denied |= denied_in(part)
        else:
            unread.append(part)
    percent, edition = next(iter(percents), 0), next(iter(named), "")
    if (percent or edition) and any(map(declines, _SENTENCES.split(text))):
        return Said(unread=(text,), denied=frozenset((*(("time",) if percent else ()), *(filter(None, (edition,))))))
    two_sizes = (bool(edition) and not _SIZES.isdisjoint(unread)) or any(
        _PAPER_WORD.search(part) and _TWO_SIZES.search(part) for part in unread
    )
    if (
        len(percents) > 1
        or len(named) > 1
        or two_sizes
        or any(percent > 100 for percent in percents)
        or is_denied(percent, edition, denied)
    ):
        return Said(
            wrong=f"{text!r} is not one extra time and one edition", hints=("Write them in the columns 'extra time' and 'edition'.",)
        )
    return Said(percent=percent, edition=edition, unread=tuple(unread), denied=frozenset(denied))


def _time_in(part: str) -> tuple[int | None, str]:
    """Return the extra time that a part of a text says, None where it says none, and what it says besides."""
    if part in BARE_TIME:
        return int(part), ""
    if match := TIME.fullmatch(part):
        return figure_of(match), ""
    for pattern in _WITH_TIME:
        if (match := pattern.fullmatch(part)) and (time := TIME.fullmatch(match["time"])) and not time["bare"]:
            return figure_of(time), match["rest"].strip(" .:–-")
    return None, ""


def names_arrangement(heading: str) -> bool:
    """Whether a heading that is not read looks like an access arrangement's."""
    return bool(_NAMED.search(heading.replace("_", " "))) or names_time_abroad(heading)


def names_minutes(heading: str) -> bool:
    """Whether a heading is that of extra time in minutes, which depend on the paper and are no percent."""
    return names_time(heading) and bool(_MINUTES.search(heading.replace("_", " ")))


def names_time(heading: str) -> bool:
    """Whether a heading is about extra time, whatever it says of it."""
    return bool(_SOME_TIME.search(heading.replace("_", " "))) or names_time_abroad(heading)


def asks_for_time(part: str) -> bool:
    """Whether a part of a text asks for extra time without saying how much."""
    return bool(_JUST_TIME.fullmatch(part))


@lru_cache(maxsize=4096)
def wants_time_or_paper(text: str) -> bool:
    """Whether a text, or a heading, is about extra time or the paper itself: what a run prints, and readers and laptops are not."""
    return bool(_WANTED.search(text.replace("_", " "))) or names_time_abroad(text)


def holds_amounts(heading: str, cells: Iterable[str]) -> bool:
    """Whether each entry of a column is an amount of time, or so many percent as extra time has: whatever heads it, somebody is to get that.

    Shares of marks, of days and of work done are percents too.
    """
    entries = [" ".join(cell.split()) for cell in cells if not says_nothing(cell)]
    return bool(entries) and not _OF_SHARES.search(heading.replace("_", " ")) and all(map(_AN_AMOUNT.fullmatch, entries))


@lru_cache(maxsize=4096)  # remarks repeat, and a search takes longer than the rest of a cell
def tells_arrangement(cell: str, heading: str = "") -> bool:
    """Whether what stands in a column that is not read is an access arrangement: remarks hold them as well. `A3` is one where it is a paper's."""
    if _A3_PAPER.search(cell) or (_A3_ALONE.fullmatch(cell.strip()) and _FREE_TEXT.search(heading.replace("_", " "))):
        return not says_nothing(cell)
    return bool(_SAID.search(cell)) and any(_SAID.search(part) and not says_nothing(part) for part in CLAUSES.split(cell))
