"""The lists of a Word file: the bullet or number before a paragraph, and how deep it stands among the lines around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from packbuilder.patterns import regex
from packbuilder.readers.word_parts import Parts, child, given, local, number, twentieths
from packbuilder.readers.word_styles import LEVELS, Styles
from packbuilder.values import dataclass

_LISTED = regex(r"list (bullet|number)(?: (\d))?", re.IGNORECASE)
_PLACE = regex(r"%(\d)")
_LONGEST_SIGN = 40
_FURTHER_IN = 200
"""Twentieths of a point by which bullets stand further in than what they belong to."""
_LABEL = regex(
    r"(?:\*\*)?\s*(?:Q(?:uestion)?\s*\d{1,2}|\d{1,2}\s?(?:\(?[a-h]\))?[.):]|\(?(?:[a-h]|[ivx]{1,4})\)|\(\d{1,2}\)|[A-H]\.)[.):]?\s+\S"
)
"""A number or letter that was typed before a paragraph."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line, with the size of its letters where these may make it a heading; of an item of a list, without its bullet."""

    text: str
    size: int = 0
    bullet: Bullet | None = None
    left: int = 0


class Lists:
    """The lists of a file, counted as its paragraphs come."""

    __slots__ = ("_base", "_counts", "_insets", "_levels", "_list_of", "_own", "_starts", "_styles")

    def __init__(self, parts: Parts, styles: Styles) -> None:
        self._styles = styles
        abstracts = _with_styles_followed([each for each in parts.numbering if local(each) == "abstractNum"])
        self._levels = {key: _levels(each) for key, each in abstracts.items()}
        self._insets = {key: _insets(each) for key, each in abstracts.items()}
        nums = {given(each, "numId") or "": each for each in parts.numbering if local(each) == "num"}
        self._list_of = {key: given(child(each, "abstractNumId"), "val") or "" for key, each in nums.items()}
        self._own = {key: _levels(own for own in each if local(own) == "lvlOverride") for key, each in nums.items()}
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
        said = level = max(0, min(number(child(numbered, "ilvl")), LEVELS - 1))
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
        levels = {**self._levels.get(abstract, {}), **self._own.get(key, {})}
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
    left, start, hanging, first = (twentieths(indent, name) for name in ("left", "start", "hanging", "firstLine"))
    return left + start - hanging + first


def _insets(abstract: Element) -> dict[int, Element | None]:
    return {number(each, "ilvl"): child(each, "pPr", "ind") for each in abstract if local(each) == "lvl"}


def _with_styles_followed(abstracts: list[Element]) -> dict[str, Element]:
    """Return lists by their keys; of one that says no more than the name of a style, the list that the style is made of."""
    of_style = {name: each for each in abstracts if (name := given(child(each, "styleLink"), "val"))}
    return {given(each, "abstractNumId") or "": of_style.get(given(child(each, "numStyleLink"), "val") or "", each) for each in abstracts}


def _levels(parents: Iterable[Element]) -> dict[int, tuple[int, str, str]]:
    """Return for each level in a list, or in what a list says otherwise, where it begins, how it is numbered, and the text around its numbers."""
    found: dict[int, tuple[int, str, str]] = {}
    for parent in parents:
        each = parent if local(parent) == "lvl" else child(parent, "lvl")
        if each is not None:
            # A format of one's own stands beside one for programs that do not know it.
            format_ = next(
                (
                    given(own, "val")
                    for way in (("numFmt",), ("AlternateContent", "Fallback", "numFmt"))
                    if (own := child(each, *way)) is not None
                ),
                None,
            )
            text = given(child(each, "lvlText"), "val") or ""
            found[number(each, "ilvl")] = (
                number(child(each, "start"), otherwise=1),
                format_ or "decimal",
                text if len(text) <= _LONGEST_SIGN else "",
            )
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


def depths_of(lines: list[Line]) -> dict[int, int]:
    """Return for each item of a list how deep it stands: as its list says, and among items of several lists as far in as it stands on the page.

    Bullets between the numbers of one list belong to these, and those below a typed number to that, if they stand further in.
    """
    found: dict[int, int] = {}
    going_on = frozenset(_going_on(lines))
    stack: list[Bullet] = []
    least = 0
    for place, line in enumerate(lines):
        item = line.bullet
        if item is None:
            stack = []
            continue
        if not stack:
            above = lines[place - 1] if place else Line(text="")
            labelled = bool(_LABEL.match(above.text)) and item.sign == "-" and item.left - above.left >= _FURTHER_IN
            least = item.depth or int(labelled)
        while len(stack) > 1 and _beside(item, stack[-1], going_on) < 0:
            stack.pop()
        if not stack or _beside(item, stack[-1], going_on) > 0:
            stack.append(item)
        else:
            stack[-1] = item
        found[place] = least + len(stack) - 1
    return found


def _beside(item: Bullet, other: Bullet, going_on: frozenset[str]) -> int:
    """Return whether an item stands further in than another one (1), as far (0), or less (-1)."""
    further = item.depth - other.depth
    if not further and item.list != other.list:
        if other.list in going_on and other.sign != "-" and item.sign == "-":
            return 1
        if item.list in going_on and item.sign != "-" and other.sign == "-":
            return -1
        further = (item.left - other.left) // _FURTHER_IN if item.left >= other.left else -((other.left - item.left) // _FURTHER_IN)
    return (further > 0) - (further < 0)


def _going_on(lines: list[Line]) -> Iterator[str]:
    """Yield the lists of numbers that go on behind bullets of another list."""
    last = ""
    for before, line in pairwise(lines):
        if line.bullet is None:
            last = ""
        elif line.bullet.sign != "-":
            if line.bullet.list == last and before.bullet is not None and before.bullet.list != last:
                yield last
            last = line.bullet.list if not line.bullet.depth else last
