"""A finished file as `verify` sees it: what was read back, what its own record says, and the marks that stand on its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from packbuilder.app.paper_reading import marks_of
from packbuilder.typeset.reading.readback import Element, ReadBack
from packbuilder.values import dataclass
from packbuilder.wording.lettering import as_english

Marks = Mapping[str, int]
"""Marks by question label: `3` or `3(a)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A PDF with where it lies and the SHA-256 of its bytes; what it says of itself is empty where it does not."""

    path: Path
    read: ReadBack
    digest: str = ""

    @property
    def product(self) -> str:
        """What it is: `practice-paper`."""
        return self.read.record.get("product", "")

    @property
    def version(self) -> str:
        """The code of its version."""
        return self.read.record.get("version", "")

    @property
    def sheet(self) -> tuple[Path, str | None, str]:
        """Where a worksheet lies, its kind and its version: its answers have the same."""
        return self.path.parent, self.read.record.get("kind"), self.version

    @property
    def edition(self) -> str:
        """The name of its edition, the standard one's empty."""
        return self.read.record.get("edition", "")


def record_faults(record: Mapping[str, str]) -> Iterator[str]:
    """Yield which entries of a file's record cannot be read: somebody has written there."""
    readers = {"questions": declared_marks, "choices": _choices, "digests": digests_in}
    for key, reader in readers.items():
        try:
            reader(record, strict=True)
        except (ValueError, TypeError, RecursionError):
            yield f"its record cannot be read: the entry {key} is not what packbuilder writes there"


def digests_in(record: Mapping[str, str], *, strict: bool = False) -> dict[str, str]:
    """Return the digest of each question or part, as a record says; nothing of what cannot be read, or with `strict` an error of Python's."""
    return {str(label): str(digest) for label, digest in _pairs(record, "digests", strict=strict)}


def declared_marks(record: Mapping[str, str], *, strict: bool = False) -> dict[str, int]:
    """Return the marks of each question, as a record says; otherwise as `digests_in`."""
    found = {str(number): total for number, total in _pairs(record, "questions", strict=strict)}
    if strict and not all(isinstance(total, int) for total in found.values()):
        raise TypeError
    return {number: total for number, total in found.items() if isinstance(total, int)}


def _choices(record: Mapping[str, str], *, strict: bool = False) -> list[tuple[list[object], int]]:
    """Return which questions candidates choose from, and how many they answer."""
    found = [(numbers, choose) for numbers, choose in _pairs(record, "choices", strict=strict)]
    sound = [(numbers, choose) for numbers, choose in found if isinstance(numbers, list) and isinstance(choose, int)]
    if strict and sound != found:
        raise TypeError
    return sound


def _pairs(record: Mapping[str, str], key: str, *, strict: bool) -> list[tuple[object, object]]:
    """Return the pairs that an entry lists."""
    try:
        found = json.loads(record.get(key, "[]"))
        return [(one, other) for one, other in found]
    except (ValueError, TypeError, RecursionError):
        if strict:
            raise
        return []


def digests(file: File) -> dict[str, str]:
    """Return the digest of each question or part, as the file's record says."""
    return digests_in(file.read.record)


def question_marks(file: File) -> Marks:
    """Return the marks of each question as its pages say, read from the file's own structure."""
    root = file.read.tree
    if root is None:
        return {}
    return dict(marks_of(root) if file.product == "practice-paper" else _scheme_marks(root))


def _scheme_marks(root: Element) -> Iterator[tuple[str, int]]:
    for table in root.walk():
        if table.name != "scheme":
            continue
        rows = [row for row in table.children if row.role == "TR"]
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            cells = [flat(cell) for cell in row.children]
            cells[:1] = [row_number(row)] if cells else []
            if len(cells) < 3 or not re.fullmatch(r"\d+(\([^\W\d_]{1,3}\))?", cells[0]) or not cells[2].isdecimal():
                continue
            total = following is None or row_number(following) != cells[0]
            is_sum = "(" not in cells[0] and cells[3:4] == [""] and total
            if not is_sum:
                yield as_english(cells[0]), int(cells[2])


def row_number(row: Element) -> str:
    """Return the question that a row's first cell names, without the digest under it."""
    if not row.children:
        return ""
    cell = row.children[0]
    return " ".join("".join(child.text for child in cell.children if child.name != "digest").split()) or flat(cell)


def flat(element: Element) -> str:
    """Return an element's text on one line."""
    return " ".join(element.text.split())


def counted(marks: Marks, record: Mapping[str, str]) -> int:
    """Return what a candidate can earn: of questions to choose from, only so many count."""
    total = sum(marks.values())
    for numbers, choose in _choices(record):
        worth = [marks.get(str(number), 0) for number in numbers]
        total -= sum(sorted(worth)[: max(0, len(worth) - choose)])
    return total


def by_question(marks: Marks) -> Marks:
    """Return marks by whole questions."""
    totals: dict[str, int] = {}
    for label, value in marks.items():
        number = label.split("(")[0]
        totals[number] = totals.get(number, 0) + value
    return totals


def marks_difference(ours: Marks, theirs: Marks, here: str, there: str) -> str:
    """Return how the marks in two places differ, as one sentence; of many differences the first."""
    parts = [f"question {label} stands in {here} only" for label in ours if label not in theirs]
    parts += [f"question {label} stands in {there} only" for label in theirs if label not in ours]
    parts += [
        f"question {label} has {number_of(value, 'mark')} in {here}, {theirs[label]} in {there}"
        for label, value in ours.items()
        if label in theirs and theirs[label] != value
    ]
    return "; ".join(parts[:5]) + ("; …" if len(parts) > 5 else "")


def number_of(number: object, noun: str) -> str:
    """Return "1 page", "2 pages", "no marks"."""
    return f"{number} {noun}{'' if str(number) == '1' else 's'}"
