"""Proving that a modified edition of a revision pack holds what the standard pack holds: section by section, read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from packbuilder import maths
from packbuilder.app.arrangements import difference
from packbuilder.app.paper_reading import formula_signs, normal, prose, spaced, spoken
from packbuilder.app.reader_reading import formula_letters, words_in
from packbuilder.editions.documents import said_on_screen
from packbuilder.languages import ENGLISH, primary
from packbuilder.proof.small_pages import pages_in, printed_page
from packbuilder.typeset.reading.readback import Element, ReadBack
from packbuilder.wording import Catalogue, catalogue

_COVER = "the cover"


def content_differences(standard: ReadBack, edition: ReadBack) -> tuple[str, ...]:
    """Return how an edition's sections differ from the standard's, one sentence each.

    Sections are what stands under each heading, compared by their words: a wide table that is set as records repeats its
    headings. The contents and the sentence that counts the pages are another edition's, and left out.
    """
    if standard.tree is None or edition.tree is None:
        return ("one of the files is not tagged, so that they cannot be compared",)
    return tuple(_compared(standard, edition))


def reader_content_differences(standard: ReadBack, name: str, data: bytes) -> tuple[str, ...] | None:
    """Return which words of the pack a file of the reader edition lacks; None for a kind that cannot be read back.

    In plain text formulas are spoken, in languages that they can be spoken in, so that there their words are not looked for; in a DOCX their letters are.
    """
    found = words_in(name, data)
    if found is None or standard.tree is None:
        return None
    elements = (element for section in _sections(standard).values() for element in section)
    wanted = _words(
        elements,
        {_counted(standard): " ", **{k: v for wording in _wordings(standard) for k, v in said_on_screen(wording).items()}},
        formulas=name.endswith(".html")
        or (name.endswith(".txt") and primary(standard.language or ENGLISH) not in maths.spoken_languages()),
    )
    missing = sorted(wanted - found)
    if name.endswith(".docx"):
        built = formula_letters(data)
        missing += [signs for each in standard.tree.children if each.role != "TOC" for signs in formula_signs(each) if signs not in built]
    return (f"it lacks {', '.join(map(repr, missing[:5]))}",) if missing else ()


def answer_differences(pack: ReadBack, sheet: ReadBack | None = None) -> tuple[str, ...]:
    """Return where a pack's practice questions and their answers (at its back, or on a sheet of their own) do not match.

    Every question has one answer, which names the page that the question stands on, by its printed number: the pages of a booklet
    share sides, in another order. A pack without any answers has nothing to match.
    """
    holder = sheet or pack
    if pack.tree is None or holder.tree is None:
        return ("it is not tagged, so that its questions cannot be read",)
    asked = {number: printed_page(pack, each.page, each.place[0]) for each in pack.tree.find(name="question") if (number := _number(each))}
    answered = dict(each for wording in _wordings(holder) for each in _answered(holder.tree, wording))
    if not answered:
        return ()
    return (
        *(f"practice question {number} has no answer" for number in asked if number not in answered),
        *(f"there is an answer to a practice question {number}, which it does not ask" for number in answered if number not in asked),
        *(
            f"the answer to practice question {number} names page {answered[number]}, the question stands on page {page}"
            for number, page in asked.items()
            if answered.get(number, page) != page
        ),
    )


def _wordings(read: ReadBack) -> tuple[Catalogue, ...]:
    """Return the wordings that a file's parts are set with: topics in another language than the pack's have their own."""
    own = read.language or "en"
    others = {each.language for each in read.tree.find()} if read.tree else set()
    return tuple(map(catalogue, dict.fromkeys((own, *sorted(others - {""})))))


def _answered(root: Element, wording: Catalogue) -> Iterator[tuple[int, int]]:
    """Yield the question of each answer with the page that it names: from the row headings, or in records the words after theirs."""
    named = r"(\d+) ?" + " ".join(wording.say("pack.on_page", page=r"(\d+)").split())
    rows = (each for each in root.find(role="TH") if each.scope == "Row")
    records = (entry for group in root.find(name="records") for entry in group.children)
    column = re.escape(wording.say("pack.column.question"))
    answer = re.escape(wording.say("pack.column.answer"))
    for elements, pattern in ((rows, named), (records, f"{column}: ?{named} ?{answer}:.*")):
        found = (re.fullmatch(pattern, " ".join(spaced(each).split())) for each in elements)
        yield from ((int(match[1]), int(match[2])) for match in found if match)


def _number(question: Element) -> int:
    words = "".join(each.text for each in question.children if each.name == "number").strip()
    return int(words) if words.isdecimal() else 0


def _compared(standard: ReadBack, edition: ReadBack) -> Iterator[str]:
    ours, theirs = _sections(standard), _sections(edition)
    if list(ours) != list(theirs):
        yield f"its sections are {', '.join(theirs)}; the standard pack's {', '.join(ours)}"
    counted = (_counted(standard), _counted(edition))
    for heading, elements in ours.items():
        other = theirs.get(heading, elements)
        words, said = (_words(each, {own: " "}) for each, own in zip((elements, other), counted, strict=True))
        changes = [f"without {word!r}" for word in sorted(words - said)] + [f"with {word!r}" for word in sorted(said - words)]
        if changes:
            yield f"“{heading}” is printed {', '.join(changes[:4])}"
        elif parted := difference(map(_unlinked, elements), map(_unlinked, other), without=counted):
            yield f"“{heading}” is printed otherwise: {parted}"


def _counted(read: ReadBack) -> str:
    return catalogue(read.language or "en").say("pack.pages", pages=pages_in(read))


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


def _words(elements: Iterable[Element], instead: Mapping[str, str], *, formulas: bool = True) -> frozenset[str]:
    """Return the words of elements, with what stands instead of some sentences; if need be without formulas."""
    found: set[str] = set()
    # A space at which no line ends is read as any other.
    said = {" ".join(sentence.split()): other for sentence, other in instead.items()}
    for element in elements:
        text = " ".join(_text(element, formulas=formulas).split())
        for sentence, other in said.items():
            text = text.replace(sentence, other)
        found.update(normal(text).split())
    return frozenset(found)


def _unlinked(element: Element) -> Element:
    """Return an element without the words of its links: text with a link in it is its own and its other children's, in that order."""
    children = tuple(_unlinked(each) for each in element.children if each.role != "Link")
    if children == element.children:
        return element
    text = " ".join((element.own, *(each.text for each in children)))
    return replace(element, children=children, text=text)


def _text(element: Element, *, formulas: bool) -> str:
    """Return an element's text with what its pictures show, not what is printed in them; without the formulas, if need be.

    Links name pages, which are another edition's.
    """
    element = _unlinked(element)
    return spoken(element) if formulas else prose(element)
