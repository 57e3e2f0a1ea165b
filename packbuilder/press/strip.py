"""The strip at the head of each page of a copy: whose it is, in words at the left, and the page's code at the right.

It stands above the running head, in a margin that layouts leave or are given (`room`). All lengths are in points.
"""

from __future__ import annotations

from functools import lru_cache

from packbuilder.errors import PackbuilderError
from packbuilder.layout import BLACK, TextStyle
from packbuilder.model.print_run import Copy
from packbuilder.press.barcode_font import MODULE, RESOURCE, shown
from packbuilder.press.code128 import QUIET, modules
from packbuilder.press.page_code import CopyCodes
from packbuilder.text import plain
from packbuilder.typeset.faces import face_for, families
from packbuilder.typeset.fragments import ARTIFACT, number
from packbuilder.typeset.lines import Line, break_lines, paint, whole_line
from packbuilder.typeset.objects import escaped
from packbuilder.typeset.words import TextPiece, as_written
from packbuilder.values import dataclass
from packbuilder.wording import Catalogue

EDGE = 14.0
"""From the paper's edge to the strip: what laser printers cannot reach (4.2 mm), and a little."""

HEIGHT = 30.0
_BARS = 19.0
_BELOW = 7.5
"""Height of the strip, of the bars, and from their foot to the baseline of the code in words below them."""

_CODES = 30.0
"""Height of the bars with the code in words below them, and a little: what is larger than that stands below, across the whole page."""

_SHRUNK = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Parts of the text's size to try on large print for what does not fit otherwise."""

_CODE_SIZE = 6.5
_SIZES = ((11.0, 9.5, 8.0, 7.0), (9.0, 8.0, 7.0))
"""Sizes to try for the name, in bold, and for the line below it; at the last of them there may be two lines."""

_LEADING, _TIGHT = 1.12, 1.0
"""From line to line; drawn together where name and what stands below it have two lines each, which would reach below the strip."""

_LINES = 2

_A_HAIR = 0.02
"""Points by which a text is surely narrower or wider than its room, whatever is rounded."""

Glyphs = frozenset[tuple[str, str]]


_UNDIVIDED = 16
"""Characters of what stays on one line: half of what one has on half-size pages."""


class NoRoomForNameError(PackbuilderError):
    """A name, or what is said below it, that is too long for the head of a page."""

    def __init__(self, *, words: str, place: str) -> None:
        shown_words = words if len(words) <= 60 else f"{words[:57]}…"
        self.fault = f"{shown_words!r} does not fit the head of a page"
        super().__init__(f"{place}: {self.fault}", hints=("Shorten it in the list of candidates.",))


@dataclass(frozen=True, slots=True)
class Words:
    """What a strip says: the name, bold, and the rest below it. `rule`: a line to write the name on follows it."""

    name: str
    rest: str
    rule: bool = False


def words_of(copy: Copy, wording: Catalogue) -> Words:
    """Return what the strip of a copy says."""
    candidate = copy.candidate
    if candidate is None:
        return Words(wording.say("run.strip.name"), wording.say("run.strip.spare", serial=copy.serial), rule=True)
    parts = [_together(wording.say("run.strip.number", number=candidate.number))]
    parts += [_together(wording.say("run.strip.centre", centre=candidate.centre))] if candidate.centre else []
    parts += [candidate.room] if candidate.room else []
    parts += [_together(wording.say("run.strip.seat", seat=candidate.seat))] if candidate.seat else []
    return Words(candidate.name, " · ".join(parts))


def _together(part: str) -> str:
    """Return a part that no line divides, if it is short: `Seat` at the end of one and `A2` on the next are read as two things."""
    return part.replace(" ", "\u00a0") if len(part) <= _UNDIVIDED else part


def height_of(size: float) -> float:
    """Return the height of strips with letters of `size` points (0: as on papers that are no large print): the name, and two lines below it."""
    return HEIGHT if not size else max(_CODES, size * _LEADING) + 2 * size * _LEADING


def code_glyphs(family: str) -> Glyphs:
    """Return the characters of codes in words: any of printable ASCII."""
    return frozenset((face_for(char, family, False, False, False).name, char) for char in map(chr, range(0x20, 0x7F)))


Characters = tuple[tuple[str, str], ...]
"""Characters that are needed of faces: each time a face's name and some of them."""


@dataclass(frozen=True, slots=True)
class PaintedWords:
    """The operators of a strip's words, from its top left corner, and the characters that they need."""

    operators: bytes
    characters: Characters


@dataclass(frozen=True, slots=True)
class _Set:
    """A line of a strip, with the operators that paint it."""

    line: Line
    operators: tuple[bytes, ...]
    characters: Characters


def paint_words(words: Words, *, width: float, family: str, code: int, place: str = "", size: float = 0.0) -> PaintedWords:
    """Paint the words of a strip; `code` is the length of the longest code beside them, `size` that of the letters on large print (else 0).

    Raises `NoRoomForNameError`; `place` is where the list says so.
    """
    room = width - (modules(code) + QUIET) * MODULE - 4.0
    if size:
        return _painted_large(words, size, family, room, width, place)
    set_lines = _set(words, _LEADING, family, room, place)
    if _height(set_lines) > HEIGHT:
        set_lines = _set(words, _TIGHT, family, room, place)
        if _height(set_lines) > HEIGHT:
            raise NoRoomForNameError(words=words.name, place=place)
    name, rest = set_lines
    return _drawn(words, name, rest, room, (0.0, -sum(each.line.height for each in name)))


def _drawn(words: Words, name: tuple[_Set, ...], rest: tuple[_Set, ...], room: float, tops: tuple[float, float]) -> PaintedWords:
    """Return the lines of a name and of the rest, which begin at `tops`; a rule to write on reaches as far as the `room`."""
    parts: list[bytes] = []
    characters: Characters = ()
    for bold, lines, top in ((True, name, tops[0]), (False, rest, tops[1])):
        y = top
        for each in lines:
            line = each.line
            characters += each.characters
            parts += (b"q 1 0 0 1 0 %s cm\n" % number(y), *each.operators, b"Q\n")
            if words.rule and bold:
                start = line.width + 4
                parts.append(
                    b"0.6 w 0 G %s %s m %s %s l S\n" % (*map(number, (start, y - line.baseline - 2, room, y - line.baseline - 2)),)
                )
            y -= line.height
    return PaintedWords(b"".join(parts), characters)


def _painted_large(words: Words, size: float, family: str, room: float, width: float, place: str) -> PaintedWords:
    """Paint words as large as the text, both bold: the name beside the code where it fits there in a line, the rest below, across the page.

    Candidates are to check them, and read nothing smaller. What does not fit is a little smaller, and half the size at the least.
    """
    for part in _SHRUNK:
        style = (size * part,)
        name = _fitted(words.name, style, True, family, room, _LEADING)
        beside = name is not None and len(name) == 1
        name = name if beside else _fitted(words.name, style, True, family, width, _LEADING)
        rest = _fitted(words.rest, style, True, family, width, _LEADING)
        if not name or not rest:
            continue
        top = 0.0 if beside else -_CODES
        below = min(-_CODES, top - sum(each.line.height for each in name))
        if sum(each.line.height for each in rest) - below <= height_of(size) + _A_HAIR:
            return _drawn(words, name, rest, room, (top, below))
    raise NoRoomForNameError(words=words.name, place=place)


def _set(words: Words, leading: float, family: str, room: float, place: str) -> tuple[tuple[_Set, ...], ...]:
    """Return the lines of the name and of what stands below it. Raises `NoRoomForNameError`."""
    every: list[tuple[_Set, ...]] = []
    for text, sizes, bold in ((words.name, _SIZES[0], True), (words.rest, _SIZES[1], False)):
        lines = _fitted(text, sizes, bold, family, room, leading)
        if lines is None:
            raise NoRoomForNameError(words=text, place=place)
        every.append(lines)
    return tuple(every)


def _height(parts: tuple[tuple[_Set, ...], ...]) -> float:
    return sum(each.line.height for lines in parts for each in lines)


def _fitted(text: str, sizes: tuple[float, ...], bold: bool, family: str, room: float, leading: float) -> tuple[_Set, ...] | None:
    """Return a text's line at the first size that it fits in one, else two at the least; None where that is not enough."""
    if line := _whole(text, sizes, bold, family, room, leading):
        return (line,)
    lines: tuple[Line, ...] = ()
    for size in sizes:
        # The space at the end is painted, so that name and number stay two words when they are read.
        lines = break_lines(plain(text + " ", bold=bold), _style(size, bold, leading), family, room)
        if len(lines) == 1:
            break
    return tuple(map(_painted, lines)) if len(lines) <= _LINES else None


def _whole(text: str, sizes: tuple[float, ...], bold: bool, family: str, room: float, leading: float) -> _Set | None:
    """Return the line of a text of one face, as most are, without breaking it. None where it is another, or fits by a hair or not at all:
    it is what breaking it gives.
    """
    face = families[family].chain(bold, False, False)[0]
    advance = as_written(text, face)
    if advance is None:
        return None
    for size in sizes:
        width = advance * size / 1000
        if width < room - _A_HAIR:
            line, leaf = whole_line(TextPiece(f"{text} ", face, size, 0.0, width), _style(size, bold, leading), x=0.0)
            return _Set(line, (leaf.operators,), ((face.name, f"{text} "),))
        if width < room + _A_HAIR:
            break
    return None


def _painted(line: Line) -> _Set:
    painted = paint(line, x=0.0, colour=BLACK, node=ARTIFACT)
    return _Set(line, tuple(leaf.operators for _, leaf in painted.leaves), tuple(painted.glyphs))


@lru_cache(maxsize=32)
def _style(size: float, bold: bool, leading: float) -> TextStyle:
    return TextStyle(size=size, leading=size * leading, bold=bold)


def paint_codes(codes: CopyCodes, *, width: float, family: str) -> tuple[bytes, ...]:
    """Return the operators of a copy's codes, bars flush right, from the strip's top left corner. Raises `NotCode128Error`."""
    head, size = escaped(codes.head.encode("utf-16-be")), len(codes.head)
    return tuple(
        [
            _frame_of_code(size + len(tail), width, family) % (bars, head + escaped(tail.encode("utf-16-be")))
            for bars, tail in zip(shown(codes.head, codes.tails), codes.tails, strict=True)
        ]
    )


@lru_cache(maxsize=256)
def _frame_of_code(length: int, width: float, family: str) -> bytes:
    """Return what the codes of one length have in common; two places are left for the bars and for the words below them."""
    face = face_for("0", family, False, False, False)
    at = number(width - modules(length) * MODULE)
    return b"0 g BT/%s 1 Tf %s 0 0 %s %s %s Tm%%sTj ET\nBT/%s %s Tf %s %s Td(%%s)Tj ET\n" % (
        *(RESOURCE.encode(), number(MODULE), number(_BARS), at, number(-_BARS)),
        *(face.resource.encode(), number(_CODE_SIZE), at, number(-_BARS - _BELOW)),
    )
