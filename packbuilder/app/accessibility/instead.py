"""Text that is read instead of what is printed: a ligature's letters, a divided word; where it is other words, eye and ear are told different things."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from unicodedata import normalize

from packbuilder.app.reading import quoted
from packbuilder.typeset.reading.readback import Element

_SPOKEN = frozenset(("Formula", "Figure", "Form"))
"""What is drawn, or made of signs, is rightly read in words."""

_FEWEST = 8
"""Letters of a text that is compared: shorter ones are signs and units (`km/h`), which may be read in words."""

_LIKE = 0.6


def read_otherwise(tree: Element) -> Iterator[str]:
    """Yield the places where something else is read than is printed, one sentence each."""
    for each in tree.walk():
        printed, said = _letters(each.text), _letters(each.actual)
        if each.role in _SPOKEN or not said or len(printed) < _FEWEST:
            continue
        if SequenceMatcher(None, printed, said, autojunk=False).ratio() < _LIKE:
            yield f"Page {each.page}: a screen reader reads “{quoted(each.actual)}” where “{quoted(each.text)}” is printed."


def _letters(text: str) -> str:
    return "".join(sign for sign in normalize("NFKD", text).casefold() if sign.isalnum())
