"""Diagnostics: mistakes and losses in content, as values with a place and a remedy.

Readers and builders never raise for bad content. They collect diagnostics, so that the user sees every mistake in
one pass, as `file:line:column: severity[code]: message` with `hint:` lines under it. Codes are stable: the letter
names the subject (N notes, Y YAML, B banks, L layouts, P project, D derivation, M maths, T typesetting, F forms and their blueprints, C candidates).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from packbuilder.values import dataclass


class Severity(IntEnum):
    """How bad it is: a note loses nothing, a warning loses something, an error stops the product it concerns."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The severity as it stands in a message: `note`, `warning` or `error`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in a source: the path as the user wrote it, with line and column counted from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __lt__(self, other: Span) -> bool:
        return (self.path, self.line, self.column) < (other.path, other.line, other.column)

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column or 1}"

    def moved(self, columns: int) -> Span:
        """Return the place `columns` characters further on in the same line."""
        return Span(path=self.path, line=self.line, column=(self.column or 1) + columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One mistake or loss: what, where, and what the user can do about it."""

    severity: Severity
    code: str
    message: str
    span: Span
    hints: tuple[str, ...] = ()

    def render(self) -> str:
        """Return the lines for the terminal, without a final line end."""
        first = f"{self.span}: {self.severity.word}[{self.code}]: {self.message}"
        return "\n".join((first, *(f"  hint: {hint}" for hint in self.hints)))


Diagnostics = tuple[Diagnostic, ...]


def error(code: str, message: str, span: Span, *hints: str) -> Diagnostic:
    """Return an error: what it concerns cannot be used."""
    return Diagnostic(severity=Severity.ERROR, code=code, message=message, span=span, hints=hints)


def warning(code: str, message: str, span: Span, *hints: str) -> Diagnostic:
    """Return a warning: something in the source does not reach paper, or reaches it changed."""
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, span=span, hints=hints)


def note(code: str, message: str, span: Span, *hints: str) -> Diagnostic:
    """Return a note: nothing is lost, but a reader may want to know."""
    return Diagnostic(severity=Severity.NOTE, code=code, message=message, span=span, hints=hints)


def worst(diagnostics: Iterable[Diagnostic]) -> Severity:
    """Return the gravest severity; `NOTE` where there is nothing."""
    return max((d.severity for d in diagnostics), default=Severity.NOTE)


def by_place(diagnostics: Iterable[Diagnostic]) -> Diagnostics:
    """Return the diagnostics in order of file, line and column, each exact repetition once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.code, d.message)))


def counted(number: int, noun: str, several: str = "") -> str:
    """Return a number with its noun: 1 question, but 0 or 1,200 questions; `several` where that is not the noun with an s.

    For messages in English: what products print has its plurals in the catalogues.
    """
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


MOST_TOLD = 20
"""Mistakes of one kind that are told singly; the rest are counted."""


def at_most(told: Sequence[str], noun: str, place: str = "") -> tuple[str, ...]:
    """Return what is told, of very many the first and how many more there are: "and 3 more faults", behind a place where there is one."""
    more = len(told) - MOST_TOLD
    return (*told[:MOST_TOLD], *((f"{place}{': ' if place else ''}and {more:,} more {noun}",) if more > 0 else ()))


def lines_named(numbers: Iterable[int]) -> str:
    """Return lines as they are named in one message: `line 3`, `lines 3, 5 and 7 to 9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [
        part
        for first, last in runs
        for part in ((first, last) if last == first + 1 else (first if first == last else f"{first} to {last}",))
    ]
    word = "line" if len(runs) == 1 and runs[0][0] == runs[0][1] else "lines"
    return f"{word} {in_a_row([str(part) for part in parts])}"


def in_a_row(items: Sequence[str]) -> str:
    """Return things as a sentence lists them: `one, two and three`."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else items[0]
