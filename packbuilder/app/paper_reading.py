"""What a finished paper asks, read back from its structure: each question's label, marks and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from packbuilder.patterns import regex
from packbuilder.typeset.reading.readback import Element
from packbuilder.values import dataclass
from packbuilder.wording.lettering import as_english

_WORDS = regex(r"[^\W_]+")
_FIGURES = regex(r"(?<![\w^])\d+(?:[.,]\d+)*(?![\w^])")
"""Numbers by themselves: what stands beside letters and raised figures is written otherwise in other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question or part as read from a file.

    `marks` is 0 where none is printed. `stems` and `options` are their words in order, small letters, without
    punctuation; `words` all the words inside it, each once, its number and marks left out: a wide table that is set as
    records repeats its headings, so that it can only be compared by the set. `prose` are those outside formulas, and
    `formulas` each formula's letters and digits, `said` each one in words and in signs. `sources` are the paragraphs of what is quoted, as they are written. `shown` are the elements inside it, without number and marks; empty for files
    that have no elements. `figures` are the numbers outside formulas, each as often as it is there. `headed` is what its heading says, label and marks, where the file says both a second time for programs.
    """

    marks: int
    stems: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    prose: frozenset[str] = frozenset()
    formulas: tuple[str, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()
    shown: tuple[Element, ...] = ()
    figures: tuple[str, ...] = ()
    headed: tuple[str, int] | None = None


def questions(root: Element) -> Mapping[str, Asked]:
    """Return what is asked, by label: `3`, or `3(a)`; a question with parts has an entry of its own for its opening."""
    return dict(_questions(root))


def marks_of(root: Element) -> Mapping[str, int]:
    """Return the marks of each question or part that carries any."""
    return {label: asked.marks for label, asked in _questions(root) if asked.marks}


def _questions(root: Element) -> Iterator[tuple[str, Asked]]:
    current = 0
    for element in root.walk():
        if element.name not in ("question", "part"):
            continue
        words = "".join(child.text for child in element.children if child.name == "number")
        marks = "".join(child.text for child in element.children if child.name == "marks")
        numbers = [int(part) for part in re.findall(r"\d+", words)]
        letter = re.search(r"\(([a-z])\)", as_english(words))
        current = numbers[0] if numbers else current
        part = letter[1] if letter else chr(ord("a") + numbers[1] - 1) if len(numbers) > 1 else ""
        figure = re.search(r"\d+", marks)
        yield (f"{current}({part})" if part else str(current)), _asked(element, int(figure[0]) if figure else 0)


def _asked(element: Element, marks: int) -> Asked:
    inside = [child for child in element.children if child.name not in ("number", "marks")]
    return Asked(
        marks=marks,
        stems=tuple(normal(spoken(each)) for child in inside for each in child.find(name="stem")),
        options=tuple(normal(spoken(each)) for child in inside for each in child.find(name="option")),
        words=frozenset(word for child in inside for word in normal(spoken(child)).split()),
        prose=frozenset(word for child in inside for word in normal(prose(child)).split()),
        formulas=formula_signs(element),
        said=tuple((normal(each.alt), normal(each.text)) for child in inside for each in child.find(role="Formula")),
        sources=tuple(words for child in inside for each in child.find(name="stimulus") for words in _paragraphs(each)),
        shown=tuple(inside),
        figures=figures(" ".join(prose(child) for child in inside)),
    )


def _paragraphs(element: Element) -> Iterator[str]:
    """Yield the paragraphs in an element, letter by letter; what stands in tables may be arranged otherwise in another edition."""
    for child in element.children:
        if child.role == "P":
            yield " ".join(child.text.split())
        elif child.role != "Table" and child.name not in ("records", "bands"):
            yield from _paragraphs(child)


def formula_signs(element: Element) -> tuple[str, ...]:
    """Return the letters and digits of each formula in an element, in order; those without any are left out."""
    return tuple(signs for each in element.find(role="Formula") if (signs := letters(each.text)))


def prose(element: Element) -> str:
    """Return an element's text outside formulas, with what its pictures show; what stands inside a drawing is left out."""
    pictured = (each.alt for each in element.walk() if each.role == "Figure" and each.alt)
    return " ".join((*(each.own for each in element.walk() if each.role not in ("Formula", "Figure")), *pictured))


def letters(formula: str) -> str:
    """Return a formula's letters and digits in small letters, raised and lowered ones like others.

    What formats write in signs of their own is left out: a binomial coefficient's "C(…; …)".
    """
    written = _CHOICES.sub("", formula.replace("∛", "3").replace("∜", "4"))
    return "".join(sign for sign in normalize("NFKD", written).casefold() if sign.isalnum())


_CHOICES = regex(r"C(?=\((?:[^();]|\((?:[^()]|\([^()]*\))*\))*;)")


def spoken(element: Element) -> str:
    """Return an element's text with its pictures' and formulas' words; labels of lists are apart from what they label.

    What stands inside a drawing is left out: its alternative text says it, and how many numbers an axis has depends on its size.
    """
    return spaced(element, drawn=False)


def spaced(element: Element, *, drawn: bool = True) -> str:
    """Return an element's text with spaces between its blocks: cells follow each other without one in the tree's own.

    `drawn`: with the words that stand in drawings; else each picture's own words stand in its place, wherever a table's arrangement puts it.
    """
    if element.role == "Figure" and not drawn:
        return element.alt
    blocks = [child for child in element.children if not _within(child)]
    return " ".join(spaced(block, drawn=drawn) for block in blocks) if blocks else element.text


def _within(element: Element) -> bool:
    """Whether an element stands inside running text: words of another language do, a label beside a blank does not."""
    return element.role in ("Formula", "Link", "Form") or (element.role == "Span" and bool(element.language))


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers of a text, each as often as it is there: a decimal is one."""
    return tuple(_FIGURES.findall(text))


def normal(text: str) -> str:
    """Return a text's words in small letters, one space between them."""
    return " ".join(_WORDS.findall(text.casefold()))
