"""What `verify` finds, as values: each check yields findings, and their report is what is shown. No check sees another's findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from packbuilder.values import dataclass


class Verdict(Enum):
    """What a finding says: that something was checked and is right, that it is wrong, or that it cannot be told."""

    RIGHT = auto()
    WRONG = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence of a report, with the name of the file or folder that it speaks of."""

    verdict: Verdict
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was checked and found right, what failed, and what could not be told, each in one sentence."""

    checked: tuple[str, ...]
    failures: tuple[str, ...]
    notes: tuple[str, ...] = ()


def right(words: str) -> Finding:
    """Return that something was checked and is as it should be."""
    return Finding(Verdict.RIGHT, words)


def wrong(words: str) -> Finding:
    """Return that something is not as it should be."""
    return Finding(Verdict.WRONG, words)


def untold(words: str) -> Finding:
    """Return that something could not be told, or was not compared: silence would look as if it had been found right."""
    return Finding(Verdict.UNTOLD, words)


def settled(faults: Iterable[str], *, otherwise: str = "") -> Iterator[Finding]:
    """Yield faults as failures; where there is none, that all is right, in the words of `otherwise` if it has any."""
    found = tuple(map(wrong, faults))
    yield from found
    if otherwise and not found:
        yield right(otherwise)


def reported(findings: Iterable[Finding]) -> Report:
    """Return the report of findings; what is told twice, once."""
    every = tuple(dict.fromkeys(findings))
    said = {verdict: tuple(each.words for each in every if each.verdict is verdict) for verdict in Verdict}
    return Report(checked=said[Verdict.RIGHT], failures=said[Verdict.WRONG], notes=said[Verdict.UNTOLD])
