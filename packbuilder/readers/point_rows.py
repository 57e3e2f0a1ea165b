"""Rows of a table of marking points: each with what it asks, what it is worth, and below it what it says of its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.leads import for_markers
from packbuilder.patterns import regex
from packbuilder.readers.bulleted import without_number_in_cell
from packbuilder.readers.columns import Role, roles_of
from packbuilder.readers.labels import labelled, marking
from packbuilder.readers.questions import asks
from packbuilder.values import dataclass

_NUMBER = regex(
    r"(?:Q\s?)?[\d.]+(?:\s?[-–]\s?\d+)?(?:\s?\(?[a-z]\)?)?(?:\s?\(?[ivx]{1,4}\)?)?\*?|\(?[a-z]\)(?:\s?\([ivx]{1,4}\))?|AO\s?\d(?:\s?[,/&+]\s?AO\s?\d)*"
)
"""What only numbers a row (`1(a)(ii)`), or says its marks or objectives."""


_SIGN = regex(r"\W*(?:[a-zA-Z]|[ivxIVX]{1,4})\W*(?:[ivx]{1,4}\W*)?|(?:Q|MP|Part)\s?\w{1,4}")
_LEVEL = regex(
    r"(?:(?:level|(?:mark )?band|L)\s?)?(?P<n>\d)\b\W*(?P<marks>\d{1,2}\s*(?:[-–—]|to)\s*\d{1,2})?(?:\s*marks?)?\W*", re.IGNORECASE
)
_RANGE = regex(r"[\[(]?\s*(?P<marks>\d{1,2}(?:\s*(?:[-–—]|to)\s*\d{1,2})?)(?:\s*marks?)?\s*[\])]?", re.IGNORECASE)
_WORTH = regex(r"[\[(]?\s*(?P<n>\d{1,2}(?:\s?[x×+]\s?\d{1,2})*)\s*(?:marks?|m)?\s*[\])]?", re.IGNORECASE)
_OBJECTIVE = regex(r"\bAO\s?\d", re.IGNORECASE)
_VERDICTS: dict[Role, str] = {"accept": "Accept", "reject": "Reject", "ignore": "Ignore"}
"""Columns that say of answers what a label before each would."""
_HEADLESS: tuple[Role, ...] = ("",)
_ASIDE: frozenset[Role] = frozenset({"accept", "reject", "ignore", "guidance", "marks", "objectives", "level", "unread"})
"""What is never asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row's text as an entry, how many rows it stands below the first, and whether it belongs to the entry above.

    `behind` is what is said of the question behind all that is credited: its objectives. `cells` are those of a row that is printed as it is written.
    """

    text: str
    offset: int
    below: bool = False
    behind: str = ""
    cells: tuple[str, ...] = ()


def point_rows(rows: tuple[tuple[int, tuple[str, ...]], ...], head: tuple[str, ...]) -> Iterator[Row]:
    """Yield marking points, and below each what its row, and rows without a number or a question of their own, say of its answers."""
    roles = roles_of(head)
    if levels := tuple(_levels(rows, roles)):
        yield from levels
        return
    numbers = next((at for at, role in enumerate(roles) if role == "number"), 0)
    by_head = roles[numbers] if roles else ""
    numbered = all(not cells[numbers] or _numbers(by_head, cells[numbers]) for _, cells in rows) and any(
        cells[numbers] for _, cells in rows
    )
    begun = False
    for offset, cells in rows:
        own = (*roles, *_HEADLESS * len(cells))[: len(cells)]
        texts = [(role, cell) for role, cell in zip(own, cells, strict=True) if cell and not _numbers(role, cell)]
        asked = _asked(texts, named=not numbered)
        more = (
            begun
            and (not cells[numbers] if numbered else "asked" in roles and not any(role == "asked" for role, _ in texts))
            and not asks(asked)
        )
        if asked and not more:
            marks, said = _marks_of(own, cells), without_number_in_cell(asked)
            yield Row(text=f"{said} [{marks}]" if marks else said, offset=offset, behind=_objectives(texts))
            begun = True
        credited = tuple(_credited(texts, "" if more else asked, roles))
        worth = _marks_of(own, cells) if more else ""
        for text in credited:
            yield Row(text=f"{text} [{worth}]" if worth and len(credited) == 1 else text, offset=offset, below=True)


def unread(rows: tuple[tuple[int, tuple[str, ...]], ...], head: tuple[str, ...]) -> tuple[str, ...]:
    """Return the heads of columns of a table of points that are neither asked, nor credited, nor a number."""
    roles = roles_of(head)
    if any(_levels(rows, roles)):
        return ()
    return tuple(each for each, role in zip(head, roles, strict=True) if role in ("unread", "level"))


def numbers_row(cell: str) -> bool:
    """Whether a cell only numbers its row (`01.2`, `1(a)(ii)`)."""
    return bool(_NUMBER.fullmatch(cell))


def _numbers(role: Role, cell: str) -> bool:
    """Whether a cell only numbers its row; under a head for numbers a letter does too."""
    return (role in ("number", "asked", "") and numbers_row(cell)) or (role == "number" and bool(_SIGN.fullmatch(cell)))


def _asked(texts: list[tuple[Role, str]], *, named: bool) -> str:
    """Return what a row asks: the cell under the head for it, unless that column holds numbers only, or the first one that is no guidance."""
    first = next((cell for role, cell in texts if role not in _ASIDE), "")
    return next((cell for role, cell in texts if named and role == "asked"), first)


def _credited(texts: list[tuple[Role, str]], asked: str, roles: tuple[Role, ...]) -> Iterator[str]:
    """Yield the answers of a row, and what its other columns say of them; what is accepted beside answers is none, even where these are missing."""
    beside = any(role in ("answer", "unread") for role in roles)
    # Where the only column for answers holds the question, or there is none, they stand under "Guidance".
    only = next((role for role, cell in texts if cell == asked), "") == "answer" and not re.search(r"[:;]|[.?]\s", asked)
    guided = only or not any(role in ("answer", "unread", "accept", "") for role in roles)
    for role, cell in texts:
        if cell == asked or role in ("marks", "objectives", "level", "unread"):
            continue
        for part in re.split(r"\s*<br\s*/?>\s*" if role == "guidance" else r"\s*(?:;|<br\s*/?>)\s*", cell):
            if part.strip(" .;,"):
                yield part if guided and role == "guidance" else _said(role, part, beside=beside)


def _said(role: Role, part: str, *, beside: bool) -> str:
    """Return a part of a cell with the label that the head of its column gives it."""
    found = labelled(part)
    if role == "guidance" and found and found[0] == "accept" and found[2] and beside:
        return f"Also accept: {found[2]}"
    if role == "example":
        return f"e.g. {part}"
    if role in _VERDICTS:
        rest = found[2] if found and found[0] == role and found[2] else part
        return f"{'Also accept' if role == 'accept' and beside else _VERDICTS[role]}: {rest}"
    if role == "guidance" and not (found or marking(part) or for_markers(part, part)):
        return f"Guidance: {part}"
    return part


def _marks_of(roles: tuple[Role, ...], cells: tuple[str, ...]) -> str:
    for role, cell in zip(roles, cells, strict=True):
        if role == "marks" and (found := _WORTH.fullmatch(cell)):
            return _summed(found["n"])
    last = not any(roles) and len(cells) > 1 and re.fullmatch(r"\d{1,2}", cells[-1])
    return cells[-1] if last else ""


def _summed(said: str) -> str:
    numbers = [int(each) for each in re.findall(r"\d+", said)]
    return str(numbers[0] * numbers[1] if len(numbers) == 2 and re.search("[x×]", said) else sum(numbers))


def _objectives(texts: list[tuple[Role, str]]) -> str:
    return next((f"[{cell.strip('[]() ')}]" for role, cell in texts if role == "objectives" and _OBJECTIVE.search(cell)), "")


def _levels(rows: tuple[tuple[int, tuple[str, ...]], ...], roles: tuple[Role, ...]) -> Iterator[Row]:
    """Yield the rows of a grid of levels of response as lines that say one each; none where a table is something else."""
    if not {"level", "marks"} & set(roles) or "number" in roles or not roles:
        return
    at = roles.index("level") if "level" in roles else roles.index("marks")
    pattern = _LEVEL if "level" in roles else _RANGE
    found = [(offset, cells, pattern.fullmatch(cells[at])) for offset, cells in rows if len(cells) == len(roles)]
    ranged = "level" in roles or any(each and re.search(r"\D", each["marks"]) for _, _, each in found)
    if len(found) < len(rows) or not all(each for _, _, each in found) or not ranged:
        return
    for offset, cells, each in found:
        number = each["n"] if each and "level" in roles else ""
        column = next((_RANGE.fullmatch(cell) for role, cell in zip(roles, cells, strict=True) if role == "marks"), None)
        marks = column["marks"] if column else each["marks"] if each else ""
        said = "; ".join(
            re.sub(r"\s*<br\s*/?>\s*", "; ", cell)
            for role, cell in zip(roles, cells, strict=True)
            if role not in ("level", "marks") and cell
        )
        if number != "0" and marks != "0":
            first = f"Level {number}{f' ({marks} marks)' if marks else ''}" if number else f"{marks} marks"
            yield Row(text=f"{first}: {said}", offset=offset, below=True)
