"""Proving that a modified edition asks what the standard paper asks: read from both files, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.app.paper_reading import Asked, questions
from packbuilder.app.reader_reading import asked_in
from packbuilder.typeset.readback import Element, ReadBack
from packbuilder.wording import catalogue

_SHARED = ("version", "seed", "fingerprint", "marks", "questions", "digests")
"""What the records of a paper and its editions have in common."""


def differences(standard: ReadBack, edition: ReadBack) -> tuple[str, ...]:
    """Return how an edition differs from the standard paper in what it asks, one sentence each."""
    if standard.tree is None or edition.tree is None:
        return ("one of the files is not tagged, so that they cannot be compared",)
    records = tuple(
        f"its {key} is {edition.record.get(key, 'none')}, the standard paper's {standard.record.get(key, 'none')}"
        for key in _SHARED
        if standard.record.get(key) != edition.record.get(key)
    )
    return (*records, *compared(questions(standard.tree), questions(edition.tree)))


def reader_differences(standard: ReadBack, name: str, data: bytes) -> tuple[str, ...] | None:
    """Return how a file of the reader edition differs in what it asks; None for a kind that cannot be read back.

    It may say more (an answer space in words); formulas may be in other words, so that of questions with formulas the
    plain text is compared by number and marks only.
    """
    heading = catalogue(standard.language or "en").say("reader.question", label="").strip()
    asked = asked_in(name, data, heading=heading)
    if asked is None:
        return None
    if standard.tree is None:
        return ("the standard paper is not tagged, so that they cannot be compared",)
    wanted = questions(standard.tree)
    spoken = _with_formulas(standard.tree) if name.endswith(".txt") else frozenset()
    return tuple(_reader_differences(wanted, asked, spoken))


def _reader_differences(wanted: Mapping[str, Asked], asked: Mapping[str, Asked], spoken: frozenset[str]) -> Iterator[str]:
    if list(wanted) != list(asked):
        yield f"its questions are {', '.join(asked) or 'none'}; the standard paper's {', '.join(wanted)}"
    for label in (label for label in wanted if label in asked):
        ours, theirs = wanted[label], asked[label]
        if ours.marks != theirs.marks:
            yield f"question {label} has {theirs.marks} marks, {ours.marks} in the standard paper"
        if theirs.stems and ours.stems != theirs.stems:
            yield f"question {label} asks something else: “{' / '.join(theirs.stems)}”, not “{' / '.join(ours.stems)}”"
        if theirs.options and ours.options != theirs.options:
            yield f"question {label} has other options, or in another order"
        missing = ours.words - theirs.words
        if missing and label not in spoken:
            yield f"question {label} is without {', '.join(map(repr, sorted(missing)[:4]))}"


def _with_formulas(root: Element) -> frozenset[str]:
    labelled = questions(root)
    asked = [element for element in root.walk() if element.name in ("question", "part")]
    return frozenset(label for label, element in zip(labelled, asked, strict=False) if element.find(role="Formula"))


def compared(standard: Mapping[str, Asked], edition: Mapping[str, Asked]) -> Iterator[str]:
    """Yield how what is asked differs."""
    if list(standard) != list(edition):
        yield f"its questions are {', '.join(edition) or 'none'}; the standard paper's {', '.join(standard)}"
    for label, asked in standard.items():
        other = edition.get(label)
        if other is None:
            continue
        if asked.marks != other.marks:
            yield f"question {label} has {other.marks} marks, {asked.marks} in the standard paper"
        if asked.stems != other.stems:
            yield f"question {label} asks something else: “{' / '.join(other.stems)}”, not “{' / '.join(asked.stems)}”"
        if asked.options != other.options:
            yield f"question {label} has other options, or in another order"
        missing, added = asked.words - other.words, other.words - asked.words
        if missing or added:
            words = [f"without {word!r}" for word in sorted(missing)] + [f"with {word!r}" for word in sorted(added)]
            yield f"question {label} is printed {', '.join(words[:4])}"
