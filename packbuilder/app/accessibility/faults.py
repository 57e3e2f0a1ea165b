"""Contradictions between pages and tags, in the words of who has to read the page: one sentence a kind and page, however many pieces it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from re import Pattern

from packbuilder.patterns import regex

_KINDS: tuple[tuple[Pattern[str], str], ...] = (
    (regex("of a page that is gone"), "{n} of its tags belong to pages that are no longer in the file"),
    (regex("an element claims marked content"), "{n} of its tags stand for nothing on the page: a screen reader finds them empty"),
    (regex("no element claims marked content"), "{n} of its texts or pictures have no tag: a screen reader leaves them out"),
    (
        regex(r"\d+ elements claim marked content|occurs more than once"),
        "{n} of its texts or pictures are tagged twice: they may be read twice",
    ),
    (regex("marked content .* is tagged"), "{n} of its texts or pictures are called one thing on the page and another in the tags"),
    (regex("the parent tree"), "{n} of its texts or pictures do not lead back to their tags: a screen reader may lose its place"),
    (
        regex("an annotation and its element|claims an annotation"),
        "{n} of its links or fields and their tags do not know each other: they may not be reached",
    ),
    (
        regex("where another one is read"),
        "{n} of its links are read in one place and clicked in another: they lead elsewhere than they say",
    ),
    (regex("stands inside other"), "what is tagged stands inside other tagged text: programs differ in what they read"),
    (regex("is neither tagged nor"), "some of its text has no tag: a screen reader may leave it out"),
)
"""What tells a kind of contradiction, and what it comes to."""

_PAGE = regex(r"page (\d+): (.*)", 16)
"""With `re.DOTALL`: a text that is quoted may have lines."""


def plain_faults(faults: Iterable[str]) -> Iterator[str]:
    """Yield contradictions as `consistency` tells them in plain words, those of a kind on a page as one."""
    counts: dict[tuple[int, str], int] = {}
    for fault in faults:
        match = _PAGE.match(fault)
        page, said = (int(match[1]), match[2]) if match else (0, fault)
        words = next((words for pattern, words in _KINDS if pattern.search(said)), said)
        counts[page, words] = counts.get((page, words), 0) + 1
    for (page, words), count in counts.items():
        told = words.format(n=count) if "{n}" in words else words
        yield f"Page {page}: {told}." if page else f"Pages and tags contradict each other: {told}."


def plain_clauses(faults: Iterable[str]) -> Iterator[str]:
    """Yield the same as clauses that a longer sentence ends in: "page 3: 2 of its tags …"."""
    for sentence in plain_faults(faults):
        yield f"{sentence[:1].lower()}{sentence[1:-1]}"
