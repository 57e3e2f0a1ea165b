"""Proving that a modified edition of a revision pack holds what the standard pack holds: section by section, read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from packbuilder.app.arrangements import difference
from packbuilder.app.paper_reading import normal, spaced
from packbuilder.app.reader_reading import words_in
from packbuilder.typeset.readback import Element, ReadBack
from packbuilder.wording import catalogue

_COVER = "the cover"


def content_differences(standard: ReadBack, edition: ReadBack) -> tuple[str, ...]:
    """Return how an edition's sections differ from the standard's, one sentence each.

    Sections are what stands under each heading, compared by their words in order (`arrangements.difference`). The contents and the sentence that counts the pages are another edition's, and left out.
    """
    if standard.tree is None or edition.tree is None:
        return ("one of the files is not tagged, so that they cannot be compared",)
    return tuple(_compared(standard, edition))


def reader_content_differences(standard: ReadBack, name: str, data: bytes) -> tuple[str, ...] | None:
    """Return which words of the pack a file of the reader edition lacks; None for a kind that cannot be read back.

    In plain text formulas are spoken, so that there the words of formulas are not looked for.
    """
    found = words_in(name, data)
    if found is None or standard.tree is None:
        return None
    elements = (element for section in _sections(standard).values() for element in section)
    wanted = _words(elements, _counted(standard), formulas=not name.endswith(".txt"))
    missing = sorted(wanted - found)
    return (f"it lacks {', '.join(map(repr, missing[:5]))}",) if missing else ()


def _compared(standard: ReadBack, edition: ReadBack) -> Iterator[str]:
    ours, theirs = _sections(standard), _sections(edition)
    if list(ours) != list(theirs):
        yield f"its sections are {', '.join(theirs)}; the standard pack's {', '.join(ours)}"
    counted = (_counted(standard), _counted(edition))
    for heading, elements in ours.items():
        other = theirs.get(heading, elements)
        words, said = (_words(each, own) for each, own in zip((elements, other), counted, strict=True))
        changes = [f"without {word!r}" for word in sorted(words - said)] + [f"with {word!r}" for word in sorted(said - words)]
        if changes:
            yield f"“{heading}” is printed {', '.join(changes[:4])}"
        elif parted := difference(elements, other, without=counted):
            yield f"“{heading}” is printed otherwise: {parted}"


def _counted(read: ReadBack) -> str:
    return catalogue(read.language or "en").say("pack.pages", pages=len(read.pages))


def _sections(read: ReadBack) -> Mapping[str, tuple[Element, ...]]:
    """Return what stands under each heading, in order; a chapter's sections after what is the chapter's own."""
    sections: dict[str, list[Element]] = {_COVER: []}
    current = chapter = _COVER
    for element in read.tree.children if read.tree else ():
        if element.name == "heading":
            words = " ".join(element.text.split())
            chapter = words if element.role == "H1" else chapter
            current = words if element.role == "H1" else f"{chapter}: {words}"
            sections.setdefault(current, [])
        elif element.role != "TOC":
            sections[current].append(element)
    return {name: tuple(elements) for name, elements in sections.items()}


def _words(elements: Iterable[Element], counted: str, *, formulas: bool = True) -> frozenset[str]:
    """Return the words of elements, without the sentence that counts the pages; if need be without formulas."""
    texts = (" ".join(_text(element, formulas=formulas).split()).replace(counted, " ") for element in elements)
    return frozenset(normal(" ".join(texts)).split())


def _text(element: Element, *, formulas: bool) -> str:
    """Return an element's text with what its pictures show; without the formulas, if need be."""
    shown = [each.alt for each in element.walk() if each.role == "Figure"]
    said = [spaced(element)] if formulas else [each.own for each in element.walk() if each.role != "Formula"]
    return " ".join((*said, *shown))
