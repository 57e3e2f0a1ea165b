"""Proving that a modified edition asks what the standard paper asks: read from both files, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from packbuilder.app.paper_reading import Asked, questions
from packbuilder.typeset.readback import ReadBack

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
