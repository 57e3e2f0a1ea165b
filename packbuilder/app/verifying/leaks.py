"""Leaks: no text, bookmark, attachment, note or metadata of a candidate's paper holds what its scheme credits (HANDBOOK section 8, point 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from packbuilder.app.paper_reading import normal, spaced
from packbuilder.app.reader_reading import said_in
from packbuilder.app.verifying.files import File, flat
from packbuilder.app.verifying.pairs import made_together
from packbuilder.typeset.reading.readback import ReadBack

_SHORTEST = 3
"""Creditworthy texts of fewer words are not looked for: single terms rightly stand in stems too."""


def credited(paper: File, schemes: Iterable[File]) -> frozenset[str]:
    """Return what may stand nowhere in a paper: the texts that its own scheme credits."""
    # What another version's scheme credits may well be what this one asks.
    wanted = {words for scheme in schemes if made_together(paper, scheme) for words in _credits(scheme)}
    # What a source shows may well be what is to be read from it: that is no leak.
    sources = " | ".join(spaced(each) for each in paper.read.tree.find(name="stimulus")) if paper.read.tree else ""
    shown_by_source = f" {normal(sources)} "
    return frozenset(words for words in wanted if f" {words} " not in shown_by_source)


def leaks(paper: File, wanted: Iterable[str]) -> Iterator[str]:
    """Yield where a paper gives away one of the `wanted` texts, or may give away anything."""
    for name in paper.read.attachments:
        yield f"it has an attachment, {name!r}; a candidate's file may have none"
    drawn = _drawn(paper)
    texts = sorted(wanted)
    for place, text in _places(paper.read):
        said = normal(text)
        for words in texts:
            if _times(words, said) > (0 if re.search(r"[^\W\d_]", words) else _times(words, *drawn)):
                yield f"{place} gives away what the scheme credits: “{words}”"


def leaks_read_out(name: str, data: bytes, wanted: Iterable[str]) -> Iterator[str]:
    """Yield where a file of the reader edition says one of the `wanted` texts; figures by themselves may be an axis's, and are passed over."""
    said = said_in(name, data) or ""
    for words in sorted(wanted):
        if re.search(r"[^\W\d_]", words) and _times(words, said):
            yield f"it gives away what the scheme credits: “{words}”"


def _places(read: ReadBack) -> Iterator[tuple[str, str]]:
    """Yield all that a file says, each text with the place where it stands."""
    yield from ((f"page {number}", text) for number, text in enumerate(read.pages, 1))
    yield "the bookmarks", " | ".join(mark.words for mark in read.outline)
    yield "the metadata", " | ".join(read.info.values()) + read.xmp
    yield from (("a note or link", text) for _, text in read.annotations)
    if read.tree is not None:
        yield "an alternative text", " | ".join(f"{each.alt} {each.actual}" for each in read.tree.walk())
        yield "the tagged text", spaced(read.tree)


def _drawn(paper: File) -> tuple[str, ...]:
    """Return the words in each of the paper's drawings. Numbers in a row there are an axis's: they say nothing of an answer of numbers."""
    return tuple(normal(each.text) for each in paper.read.tree.walk() if each.role == "Figure") if paper.read.tree else ()


def _times(words: str, *texts: str) -> int:
    """Return how often words stand in texts."""
    # Every space is one before a word and one behind it.
    return sum(f" {text} ".replace(" ", "  ").count(f" {words} ".replace(" ", "  ")) for text in texts)


def _credits(scheme: File) -> Iterator[str]:
    if scheme.read.tree is None:
        return
    for element in scheme.read.tree.walk():
        if element.name == "credit":
            words = normal(re.sub(r"\s*\([MAB]?\d+\)\s*$", "", flat(element)))
            if len(words.split()) >= _SHORTEST:
                yield words
