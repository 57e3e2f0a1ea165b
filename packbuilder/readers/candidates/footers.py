"""What systems and people write below a list, or at the foot of its pages: totals, when it was printed, who signs. Such rows are passed over and told.

Only what can be nobody's is a footer: a row that could be a candidate's, with something missing, is an error of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from packbuilder.diagnostics import Diagnostic, Span, note, warning
from packbuilder.patterns import regex
from packbuilder.readers.candidates.nobody import TOTAL, Usual, names_of, unlike
from packbuilder.readers.delimited import Row
from packbuilder.values import dataclass

_WHEN = r"(?:[ :,.-]*(?:on|at|by|from|date|time|the|of|using|with|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+(?:st|nd|rd|th)?|[ap]m|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|[/.:-]))+"
_PART = r"(?:of (?:which|whom|these|those)|thereof)\b.*"
"""`of which 25% ET`, below a total."""
_ALONE = regex(
    r"[-=_*.~#–— ]{3,}"
    r"|[-=*_#<~\[( ]{2,}(?:the )?end(?: of .*)?[-=*_#>~\]) ]{2,}"
    rf"|(?=.*\d)(?:date|time|run date|run time|print(?:ed)? date|date (?:of )?(?:printed|report|run|export|issue)|as (?:at|of)|data (?:correct )?as (?:at|of)|correct (?:as )?(?:at|on)|last updated|updated){_WHEN}"
    r"|(?:(?:this |the )?(?:report|list|document|register|data|file) (?:was |is )?)?(?:printed|generated|exported|produced|created|compiled|extracted)(?: (?:on|by|at|from|in|using)\b.*|[ :-]*\d.*)"
    r"|(?:©|\(c\)|copyright\b).*|.*\ball rights reserved\b.*"
    r"|(?:strictly |private and |private & )?confidential\b.*|.*\b(?:confidential information|personal data|data protection act|gdpr)\b.*"
    r"|.*\b(?:https?://|www\.).*"
    r"|[^=]{1,20}=[^=]{2,}"  # a key to signs: `* = word processor`
    r"|(?:page|sheet) \d+(?: ?(?:of|/) ?\d+)?.*"
    r"|(?:please|this (?:report|list|document)|note that)\b.{12,}"
    rf"|{_PART}",
    re.IGNORECASE,
)
"""What stands alone in its row, and is nobody's name or number, whatever is missing beside it."""
_ROLES = (
    "signed by",
    "signed",
    "signatures",
    "signature",
    "invigilators",
    "invigilator",
    "chief invigilator",
    "lead invigilator",
    "head of centre",
    "exams officer",
    "exam officer",
    "examinations officer",
    "exams manager",
    "checked by",
    "prepared by",
)
"""Who signs for a list, and is none of it; `Name: Ann Lee` is."""
_ROLE = regex(rf"(?:{'|'.join(_ROLES)})\s*[:_.].*", re.IGNORECASE)
"""`Exams officer: Mrs Holt`, `Signature ______`."""
_PART_OF_ALL = regex(_PART, re.IGNORECASE)
_SUMMED = regex(r"(?:.{1,40} )?(?:grand |sub[ -]?)?(?:totals?|count)(?: .{1,40})?\W*\d*", re.IGNORECASE)
"""`Hall total`, where no name and no number stands in the row."""
_NO_DESK = frozenset(
    "spare|vacant|empty|unused|not used|do not use|not in use|unallocated|unassigned|no candidate|empty seat|spare seat|vacant seat|blank seat|empty desk|spare desk|seat empty|"
    "seat vacant|blank desk|gwag|sbâr".split("|")
)
"""What is written for a desk that stays empty; a candidate whose name is not known yet may be `reserved`."""
_SUMS = frozenset("count counts sum average mean median minimum maximum max min".split())
"""What a spreadsheet's sums are called, where a number stands for others."""
_EDGES = " \t*-–—=_.:;()[]<>#~"
_WHOLE = regex(
    r"(?:(?:grand|overall) )?totals?(?: (?:number|no\.?|count))?(?: (?:of )?(?:candidates?|entries|students?|pupils?|learners?|names?|rows?))?[ :=.-]*(?P<one>\d*)"
    r"|(?:number|no\.?|count) of (?:candidates?|entries|students?|pupils?|learners?|names?)[ :=.-]*(?P<two>\d*)"
    r"|(?:candidates?|entries|students?|pupils?|learners?)(?: (?:on|in) (?:this|the) (?:list|report))?[ :=]+(?P<three>\d+)|(?P<four>\d+) (?:candidates?|entries|students?|pupils?|learners?)",
    re.IGNORECASE,
)
"""How many candidates a list has, as it says itself."""
_SHOWN, _QUOTED = 4, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """A row below a list: where it stands, what it says, and how many candidates that is (None: it is no count of all)."""

    span: Span
    text: str
    count: int | None


def footer_in(row: Row, at: Mapping[str, int], others: Usual, span: Span) -> Footer | None:
    """Return what a row is that stands below a list, or at the foot of its page; None for all that may be a candidate's. `at` is where fields stand."""
    written = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    text = _footer(row, at, others, written)
    return Footer(span=span, text=text, count=_count(text, written)) if text else None


def stands_alone(text: str) -> bool:
    """Whether what stands alone in a row is nobody."""
    bare = text.strip(_EDGES)
    summed = not text.isalpha() and bare.casefold() in _SUMS
    return summed or bool(TOTAL.fullmatch(text) or TOTAL.fullmatch(bare) or _ALONE.fullmatch(text) or _ROLE.fullmatch(text))


def _footer(row: Row, at: Mapping[str, int], others: Usual, written: Sequence[str]) -> str:
    if len(written) == 1 or (written and all(map(_is_rule, written))):
        # A word that is a name as well, such as Total, is somebody's unless more is said.
        return written[0] if stands_alone(written[0]) and (not written[0].isalpha() or _stands_for_all(row, at)) else ""
    reach = len(row.cells)
    name, number = (" ".join(names_of(row, at)[:1]), row.cells[at["number"]].strip() if at["number"] < reach else "")
    seated = [row.cells[at[part]].strip() for part in ("room", "seat") if at.get(part, reach) < reach]
    if TOTAL.fullmatch(name) or TOTAL.fullmatch(name.strip(_EDGES)):
        return name if _is_sum(name, number, row, at, others, seated=any(seated)) else ""
    if _PART_OF_ALL.fullmatch(name) and not any(seated):
        return name
    if not any(map(str.isdigit, number)) and not any(seated) and (_ROLE.fullmatch(name) or (name.casefold() in _ROLES and number)):
        return f"{name} {number}".strip()
    if number:
        summed = TOTAL.fullmatch(number) or _ALONE.fullmatch(number) or number.casefold().strip(_EDGES) in _SUMS
        return number if not any(map(str.isalpha, name)) and not number.isdecimal() and summed else ""
    if name.casefold().strip(_EDGES) in _NO_DESK:
        return name
    others_than_names = [text for text in written if not text.isdecimal()]
    return (
        others_than_names[0]
        if not any(map(str.isalpha, name)) and len(others_than_names) == 1 and _SUMMED.fullmatch(others_than_names[0])
        else ""
    )


def _is_sum(name: str, number: str, row: Row, at: Mapping[str, int], others: Usual, *, seated: bool) -> bool:
    """Whether a total is none whose name is such a word: one that is more than a word, or beside which nothing stands but how many there are."""
    if not unlike(row, number, at, others):
        return False
    return not name.isalpha() or (not seated and number in ("", str(others.rows)))


def _stands_for_all(row: Row, at: Mapping[str, int]) -> bool:
    """Whether a single word stands where no name does."""
    filled = next(index for index, cell in enumerate(row.cells) if cell.strip())
    return filled not in [at[part] for part in ("name", "first", "last") if part in at]


def _is_rule(text: str) -> bool:
    return len(text) > 1 and not any(map(str.isalnum, text)) and bool(_ALONE.fullmatch(text))


def _count(text: str, written: Sequence[str]) -> int | None:
    stated = _WHOLE.fullmatch(text.strip(" *"))
    if not stated:
        return None
    figures = next(filter(None, stated.groups()), "") or next((each for each in written if each.isdecimal()), "")
    return int(figures) if figures else None


def told_of(footers: Sequence[Footer], candidates: int) -> Iterator[Diagnostic]:
    """Yield which rows are passed over, and that a list says of itself how many candidates it has if that is not how many `candidates` stand in it."""
    if not footers:
        return
    shown = "; ".join(f"line {each.span.line} ({each.text[:_QUOTED]!r})" for each in footers[:_SHOWN])
    more = f"; and {len(footers) - _SHOWN} more" if len(footers) > _SHOWN else ""
    yield note("C107", f"rows that are no candidate's are passed over: {shown}{more}", footers[0].span)
    counted = [(each, each.count) for each in footers if each.count is not None]
    sums = {count for _, count in counted} | {sum(count for _, count in counted)}
    # Each room may have a total of its own.
    if counted and candidates not in sums:
        last, count = counted[-1]
        message = f"the list says that it has {count} candidates ({last.text[:_QUOTED]!r}), and {candidates} stand in it"
        yield warning("C138", message, last.span, "Look whether rows are missing, or somebody was added or taken out by hand.")
