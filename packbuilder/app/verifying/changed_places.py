"""Where a file was changed since it was made: the pages, and the questions that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from packbuilder.app.verifying.files import row_number
from packbuilder.diagnostics import in_a_row
from packbuilder.typeset.page_seals import EACH_PAGE, changed_pages
from packbuilder.typeset.reading.readback import Element, ReadBack
from packbuilder.typeset.seals import ASPECTS, Seal

_PAGES_TOLD = 12
_FEW = 3
"""Pages of which the questions are told."""


def changed_aspect(aspect: str, sealed: Seal, read: ReadBack) -> str:
    """Return in words what was changed of an aspect, and where, as far as the seal tells pages apart."""
    pages = changed_pages(sealed.get(EACH_PAGE, ""), read.seal.get(EACH_PAGE, ""), aspect)
    if not pages:
        return ASPECTS[aspect]
    asked = _questions_on(read.tree, pages) if read.tree and len(pages) <= _FEW else ()
    standing = f"where {_counted('question', asked)} stand{'s' if len(asked) == 1 else ''}" if asked else ""
    if aspect == "pages":
        words = f"what is painted on {counted_pages(pages)}, or the size or tab order there"
        return f"{words} ({standing})" if standing else words
    return f"{ASPECTS[aspect]} (on {counted_pages(pages)}{f', {standing}' if standing else ''})"


def counted_pages(numbers: Sequence[int]) -> str:
    """Return pages in words: "page 3", "pages 2, 3 and 7"; of many the first."""
    return _counted("page", [str(number) for number in numbers])


def _counted(noun: str, told: Sequence[str]) -> str:
    shown = told[:_PAGES_TOLD]
    if len(told) > len(shown):
        return f"{noun}s {', '.join(shown)} and {len(told) - len(shown)} more"
    return f"{noun}{'s' if len(shown) > 1 else ''} {in_a_row(shown)}"


def _questions_on(tree: Element, pages: Sequence[int]) -> Sequence[str]:
    """Return the numbers of questions that have something on pages; in a scheme those that its rows are of."""
    asked = {number: None for element, number in _numbered(tree) if number and any(_stands_on(each, pages) for each in element.walk())}
    return tuple(asked)


def _stands_on(element: Element, pages: Sequence[int]) -> bool:
    return any(content.page in pages for content in element.contents)


def _numbered(tree: Element) -> Iterator[tuple[Element, str]]:
    for question in tree.find(name="question"):
        told = "".join(child.text for child in question.children if child.name == "number")
        yield question, _first_number(told)
    for scheme in tree.find(name="scheme"):
        for row in scheme.find(role="TR"):
            yield row, _first_number(row_number(row))


def _first_number(text: str) -> str:
    found = re.match(r"\s*(\d+)", text)
    return found[1] if found else ""
