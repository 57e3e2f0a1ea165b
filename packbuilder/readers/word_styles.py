"""What the styles of a Word file say of a paragraph, a run or a table: bold, size, heading, and whether the first row is a head."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from packbuilder.patterns import regex
from packbuilder.readers.word_parts import Parts, child, given, local, number

_HEADING = regex(r"heading (\d)", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off", "none"))
LEVELS = 9
_LONGEST_CHAIN = 20
_FIRST_ROW = 0x20
"""The bit of the looks of a table that its first row is set as its style says."""


def is_on(node: Element | None) -> bool | None:
    """Whether a property that is on or off is on; None where it is not named."""
    return None if node is None else (given(node, "val") or "1") not in _OFF


class Styles:
    """The styles of a file."""

    __slots__ = ("_by_id", "_chains", "_default", "_said", "_usual")

    def __init__(self, parts: Parts) -> None:
        self._by_id = {given(each, "styleId") or "": each for each in parts.styles if local(each) == "style"}
        self._chains: dict[str, tuple[Element, ...]] = {}
        self._said: dict[tuple[str, str], Element | None] = {}
        self._usual = child(parts.styles, "docDefaults", "rPrDefault", "rPr")
        self._default = next(
            (key for key, each in self._by_id.items() if given(each, "type") == "paragraph" and given(each, "default") in ("1", "true")), ""
        )

    def _chain(self, name: str) -> tuple[Element, ...]:
        """Return a style and those that it is based on."""
        if name not in self._chains:
            found: list[Element] = []
            based = name
            while based in self._by_id and len(found) < _LONGEST_CHAIN:
                found.append(self._by_id[based])
                based = given(child(found[-1], "basedOn"), "val") or ""
            self._chains[name] = tuple(found)
        return self._chains[name]

    def _of_letters(self, name: str, what: str) -> Element | None:
        """Return what a style says of its letters."""
        if (name, what) not in self._said:
            found = (child(each, "rPr", what) for each in self._chain(name))
            self._said[name, what] = next((each for each in found if each is not None), None)
        return self._said[name, what]

    def _name_of(self, paragraph: Element) -> str:
        return given(child(paragraph, "pPr", "pStyle"), "val") or self._default

    def of(self, paragraph: Element) -> tuple[Element, ...]:
        """Return the styles of a paragraph, its own first."""
        return self._chain(self._name_of(paragraph))

    def of_paragraph(self, paragraph: Element, *path: str) -> Element | None:
        """Return a property of a paragraph: its own, or its style's."""
        found = (child(each, "pPr", *path) for each in (paragraph, *self.of(paragraph)))
        return next((each for each in found if each is not None), None)

    def of_run(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """Return a property of a run: its own, its style's, or its paragraph's."""
        own = child(run, "rPr")
        if (said := child(own, name)) is not None:
            return said
        named = given(child(own, "rStyle"), "val") or ""
        found = (
            self._of_letters(named, name) if named else None,
            self._of_letters(self._name_of(paragraph), name),
            child(self._usual, name),
        )
        return next((each for each in found if each is not None), None)

    def called(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style; in small letters, since programs differ in that."""
        return next(((given(child(each, "name"), "val") or "").lower() for each in self.of(paragraph)), "")

    def heading(self, paragraph: Element) -> int:
        """Return the level of a heading: 1 to 9, or 0 for what is none."""
        for style in self.of(paragraph):
            if found := _HEADING.fullmatch(given(child(style, "name"), "val") or ""):
                return int(found[1])
        level = number(self.of_paragraph(paragraph, "outlineLvl"), otherwise=LEVELS)
        return level + 1 if 0 <= level < LEVELS else 0

    def heads(self, table: Element) -> bool:
        """Whether the style of a table sets its first row in bold or on a ground of its own, and the table has that."""
        look = child(table, "tblPr", "tblLook")
        bits = given(look, "val") or ""
        first = given(look, "firstRow") in ("1", "true") or (
            re.fullmatch("[0-9A-Fa-f]{4}", bits) is not None and int(bits, 16) & _FIRST_ROW > 0
        )
        styles = self._chain(given(child(table, "tblPr", "tblStyle"), "val") or "")
        rows = [each for style in styles for each in style if local(each) == "tblStylePr" and given(each, "type") == "firstRow"]
        return first and any(is_on(child(each, "rPr", "b")) or child(each, "tcPr", "shd") is not None for each in rows)
