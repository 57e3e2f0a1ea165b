"""What the styles and lists of a Word file say of a paragraph or a run: bold, size, heading, and the bullet or number before it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from packbuilder.patterns import regex
from packbuilder.readers.word_parts import Parts, child, given, local, number
from packbuilder.values import dataclass

_HEADING = regex(r"heading (\d)", re.IGNORECASE)
_LISTED = regex(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
_PLACE = regex(r"%(\d)")
_OFF = frozenset(("0", "false", "off", "none"))
_LEVELS = 9
_LONGEST_CHAIN = 20
_LONGEST_SIGN = 40
_FIRST_ROW = 0x20
"""The bit of the looks of a table that its first row is set as its style says."""
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """What stands before a paragraph of a list, how deep the list is, which one it is, and how far from the edge it begins (in twentieths of a point)."""

    sign: str
    depth: int
    list: str = ""
    left: int = 0


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
        level = number(self.of_paragraph(paragraph, "outlineLvl"), otherwise=_LEVELS)
        return level + 1 if 0 <= level < _LEVELS else 0

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


class Lists:
    """The lists of a file, counted as its paragraphs come."""

    __slots__ = ("_base", "_counts", "_insets", "_levels", "_list_of", "_starts", "_styles")

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._styles = styles
        self._levels = {given(each, "abstractNumId") or "": _levels(each) for each in parts.numbering if local(each) == "abstractNum"}
        self._insets = {given(each, "abstractNumId") or "": _insets(each) for each in parts.numbering if local(each) == "abstractNum"}
        nums = {given(each, "numId") or "": each for each in parts.numbering if local(each) == "num"}
        self._list_of = {key: given(child(each, "abstractNumId"), "val") or "" for key, each in nums.items()}
        self._starts = {
            key: {
                number(own, "ilvl"): number(child(own, "startOverride"), otherwise=1)
                for own in each
                if local(own) == "lvlOverride" and child(own, "startOverride") is not None
            }
            for key, each in nums.items()
        }
        self._counts: dict[str, dict[int, int]] = {}
        self._base: int | None = None

    def bullet(self, paragraph: Element) -> Bullet | None:
        """Return what stands before a paragraph; None where it is in no list."""
        numbered = self._styles.of_paragraph(paragraph, "numPr")
        key = given(child(numbered, "numId"), "val")
        if key is None and numbered is not None:
            # A style's level may be named where another one names its list.
            found = (child(each, "pPr", "numPr", "numId") for each in self._styles.of(paragraph))
            key = next((given(each, "val") for each in found if each is not None), None)
        named = _LISTED.fullmatch(self._styles.called(paragraph))
        if key == "0" or (key is None and not named):
            return None
        said = level = max(0, min(number(child(numbered, "ilvl")), _LEVELS - 1))
        sign = self._sign(key or "", level, is_bulleted=named is None or named[1].lower() == "bullet")
        if named and named[2] and not level:
            level = int(named[2]) - 1
        self._base = level if self._base is None else min(self._base, level)
        return Bullet(
            sign=sign, depth=level - self._base, list=key or self._styles.called(paragraph), left=self._left(paragraph, key or "", said)
        )

    def ended(self, base: int | None = None) -> None:
        """Note that a list is over: the next one begins at the edge, however deep it is said to be; or else as deep as it is said to be below `base`."""
        self._base = base

    def _left(self, paragraph: Element, key: str, level: int) -> int:
        """Return where a bullet stands: as its paragraph says, or its list, or its style, which goes before a list that it names itself."""
        of_list = self._insets.get(self._list_of.get(key, ""), {}).get(level)
        of_styles = [child(each, "pPr", "ind") for each in self._styles.of(paragraph)]
        is_own = child(paragraph, "pPr", "numPr") is not None
        found = (child(paragraph, "pPr", "ind"), *((of_list, *of_styles) if is_own else (*of_styles, of_list)))
        return begins_at(next((each for each in found if each is not None), None))

    def _sign(self, key: str, level: int, *, is_bulleted: bool) -> str:
        abstract = self._list_of.get(key, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return "-" if is_bulleted else self._number(abstract or key, {level: (1, "decimal", f"%{level + 1}.")}, level, key)
        return "-" if levels[level][1] in ("bullet", "none") else self._number(abstract, levels, level, key)

    def _number(self, counted: str, levels: dict[int, tuple[int, str, str]], level: int, key: str) -> str:
        counts = self._counts.setdefault(counted, {})
        start = self._starts.get(key, {}).pop(level, None)
        if start is not None:
            counts[level] = start - 1
        counts[level] = counts.get(level, levels[level][0] - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

        def written(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            first, kind, _ = levels.get(place, (1, "decimal", ""))
            return _counted(counts.get(place, first), kind)

        text = _PLACE.sub(written, levels[level][2]).strip()
        return f"{text}." if text[-1:].isalnum() else text or "-"


def begins_at(indent: Element | None) -> int:
    """Return how far from the edge the first line of a paragraph begins, by its indents."""
    left, start, hanging, first = (number(indent, name) for name in ("left", "start", "hanging", "firstLine"))
    return left + start - hanging + first


def _insets(abstract: Element) -> dict[int, Element | None]:
    return {number(each, "ilvl"): child(each, "pPr", "ind") for each in abstract if local(each) == "lvl"}


def _levels(abstract: Element) -> dict[int, tuple[int, str, str]]:
    """Return for each level of a list where it begins, how it is numbered, and the text around its numbers."""
    found: dict[int, tuple[int, str, str]] = {}
    for each in abstract:
        if local(each) == "lvl":
            kind, text = given(child(each, "numFmt"), "val") or "decimal", given(child(each, "lvlText"), "val") or ""
            found[number(each, "ilvl")] = (number(child(each, "start"), otherwise=1), kind, text if len(text) <= _LONGEST_SIGN else "")
    return found


def _counted(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and 0 < count <= 2 * 26:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 1000:
        text = ""
        for value, sign in _ROMAN:
            text, count = text + sign * (count // value), count % value
        return text.upper() if kind == "upperRoman" else text
    return str(count)
