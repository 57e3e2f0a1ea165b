"""Delimited text: what spreadsheets export, to rows of cells that know where they stand.

A dialect of RFC 4180: commas, semicolons, tabs or bars, as a table of Markdown has them too; any line end; UTF-8 with or without a
byte-order mark, UTF-16, Windows-1252, Mac OS Roman or MS-DOS's encoding; an Excel line `sep=;` before the rest.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostics, Span, error, warning
from packbuilder.patterns import regex
from packbuilder.readers.old_encodings import CALLED, old_encoding
from packbuilder.values import dataclass

DELIMITERS = (",", ";", "\t", "|")

_SEP_LINE = regex(r"\s*sep=(?P<sign>[,;|\t])[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_LINE_END = regex(r"\r\n|\r|\n")
_RULE = regex(r"(?::?-{2,}:?)?")
_MULTIBYTE = regex(rb"[\xc3-\xf4][\x80-\xbf]+")
_NULS = 8
"""One NUL in so many characters is no slip in a cell: the file is no text."""

DAMAGED = "\udcff"
"""What stands in a text for bytes that are none of its encoding's: half a pair, which no file holds; U+FFFD may stand in the file itself."""
_MARK = "packbuilder-damaged"

_DAMAGES = 50
"""Of more damaged places than these only the first is told: the file is no text."""
_END_OF_FILE = "\x1a"
"""How MS-DOS ended a file, and some of its heirs still do."""

_MARKED_UP = regex(r"\s*(?:(?P<tag><(?:!doctype|\?xml|html|head|body|table|meta|style)\b)|\{\\rtf)", re.IGNORECASE)
"""What systems export as `.xls` or `.csv` and is none: spreadsheets open it all the same."""
_REOPEN = "Open it in a spreadsheet, and save it from there as “CSV UTF-8”."
_SAVE_AS = "Save it from the spreadsheet as “CSV UTF-8”."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: its cells as they stand, quotes undone, the offset of each in the text, and those whose quotes are not closed."""

    cells: tuple[str, ...]
    offsets: tuple[int, ...]
    broken: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def ruled(self) -> bool:
        """Whether it is the line below a table's head, as Markdown has it: `|---|:--:|`."""
        return not self.empty and all(_RULE.fullmatch(cell.strip()) for cell in self.cells)


class Places:
    """Lines and columns of a text's offsets."""

    def __init__(self, text: str, path: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._path = path

    def at(self, offset: int) -> Span:
        """Return the line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Span(path=self._path, line=line, column=offset - self._starts[line - 1] + 1)


def decoded(data: bytes, path: str) -> tuple[str | None, Diagnostics]:
    """Return the text; None with an error where it is none. A few NULs are left to the reader of cells.

    Reading it as Windows-1252 is warned of, since nothing in a file says so.
    """
    whole = Span(path=path)
    if data[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"):
        return None, (error("C101", "this is a spreadsheet's or a document's own file, not text", whole, _SAVE_AS),)
    text, found = _text(data, path)
    if text is None:
        return None, found
    if kind := _MARKED_UP.match(text):
        what = "a web page or XML" if kind["tag"] else "a word processor's text"
        return None, (error("C101", f"this is {what}, whatever its file is called, and no CSV", whole, _REOPEN),)
    if text.count("\x00") * _NULS > len(text):
        place = Places(text, path).at(text.index("\x00"))
        return None, (error("C101", "not a text file: it holds NUL characters", place, _SAVE_AS),)
    if not text.strip():
        return None, (error("C102", "the list is empty", whole, _SAVE_AS),)
    return text, found


def _text(data: bytes, path: str) -> tuple[str | None, Diagnostics]:
    head = data[:64]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif len(head) > 3 and head[1::2].count(0) * 2 > len(head[1::2]):
        encoding = "utf-16-le"
    elif len(head) > 3 and head[::2].count(0) * 2 > len(head[::2]):
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding).rstrip(_END_OF_FILE), ()
    except UnicodeDecodeError as failure:
        if encoding != "utf-8-sig" or _half_utf8(data):
            return _damaged(data.decode(encoding, _MARK), path)
        wrong, place = f"not text in one encoding: byte {failure.start + 1} cannot be read", _place(data[: failure.start], path)
    if not (old := old_encoding(data)):
        return None, (error("C101", wrong, place, _SAVE_AS),)
    text = data.decode(old).rstrip(_END_OF_FILE)
    sample = next((word for word in re.findall(r"\S*[^\x00-\x7f]\S*", text)), "")
    message = f"not UTF-8: read as {CALLED[old]}, in which its letters are such as in {sample[:40]!r}"
    return text, (warning("C103", message, place, "Check that names are spelt right.", _SAVE_AS),)


def _marked(failure: UnicodeError) -> tuple[str, int]:
    """Return what stands for bytes that cannot be decoded, and where the next ones begin."""
    if not isinstance(failure, UnicodeDecodeError):
        raise failure
    return DAMAGED, failure.end


codecs.register_error(_MARK, _marked)


def _damaged(text: str, path: str) -> tuple[str | None, Diagnostics]:
    """Return text with `DAMAGED` where bytes are no letters, and an error for each such place; None where there are many."""
    places = Places(text, path)
    where = [match.start() for match in re.finditer(f"{DAMAGED}+", text)]
    found = tuple(error("C101", "not text in one encoding: what stands here cannot be read", places.at(at), _SAVE_AS) for at in where)
    return (text, found) if len(where) <= _DAMAGES else (None, found[:1])


def _place(before: bytes, path: str) -> Span:
    """Return the place of the byte after some that are UTF-8."""
    text = before.decode("utf-8-sig", "ignore")
    return Places(text, path).at(len(text))


def _half_utf8(data: bytes) -> bool:
    """Whether some of the bytes above 127 are UTF-8: then the others are a fault, and no other encoding."""
    for match in _MULTIBYTE.finditer(data):
        try:
            match[0].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def stated_delimiter(text: str) -> tuple[str, int]:
    """Return the delimiter that a line `sep=;` states (empty: none) and the offset at which the rows begin."""
    match = _SEP_LINE.match(text)
    return (match["sign"], match.end()) if match else ("", 0)


def rows_of(text: str, delimiter: str, start: int = 0) -> Iterator[Row]:
    """Yield the rows from an offset on. A quote that nothing closes ends with its line, so that no row is lost in it."""
    sign = re.escape(delimiter)
    pattern = re.compile(
        rf' *"(?P<quoted>(?:[^"]|"")*)" *(?P<end>{sign}|\r\n|[\r\n]|\Z)|(?P<bare>[^{sign}\r\n]*)(?P<stop>{sign}|\r\n|[\r\n]|\Z)'
    )
    cells: list[str] = []
    offsets: list[int] = []
    broken: list[int] = []
    for match in pattern.finditer(text, start):
        if match.start() == len(text) and not cells:
            return
        quoted, bare = match["quoted"], match["bare"]
        if quoted is None and bare.lstrip(" ").startswith('"'):
            broken.append(len(cells))
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        offsets.append(match.start("bare" if quoted is None else "quoted"))
        if delimiter not in (match["end"], match["stop"]):
            row = Row(cells=tuple(cells), offsets=tuple(offsets), broken=tuple(broken))
            if not (delimiter == "|" and row.ruled):
                yield row
            cells, offsets, broken = [], [], []
