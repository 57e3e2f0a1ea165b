"""Plain text to a `.brf` file: contracted braille by liblouis, in pages of 40 cells by 25 lines.

liblouis is a program of its own (Debian: `liblouis-bin`), used where it is installed. What it gives must be read by a
transcriber before it is embossed: formulas are in words or sign for sign, not in a braille code for mathematics.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from textwrap import wrap

from packbuilder.errors import PackbuilderError
from packbuilder.languages import primary
from packbuilder.patterns import regex
from packbuilder.reader.tongues import tongues

CELLS, LINES = 40, 25
"""A page of the common embosser: 11 by 11.5 inches."""

_PROGRAM = "lou_translate"
_TABLES = {
    "en": "en-ueb-g2.ctb", "cy": "cy-cy-g2.ctb", "fr": "fr-bfu-g2.ctb", "de": "de-g2.ctb", "es": "es-g2.ctb", "pl": "Pl-Pl-g1.utb",
    "el": "el.ctb",
}  # fmt: skip
"""liblouis's tables by primary language; UEB for English."""

_ASCII = "en-us-brf.dis"
"""The table that writes cells as the 64 characters of ASCII braille: without it each language's table has signs of its own."""

_SIGNS = Path(__file__).with_name("signs.utb")
"""The table of what formulas are written with, for what a language's own lacks."""


_CODE = 6
"""What liblouis writes for a character that a table lacks has so many cells at least, and one for the letter x: '\\x221a'. No sign of a table is like that."""


_SAME = {"·": "⋅", "¹": "\ue0b9", "“": "«", "”": "»", "„": "“«", "«": "“", "»": "”", "—": "–", "\u2011": "-"}
"""Signs that tables have as nothing (French and German ones) or lack (quotation marks of other languages), and others that mean the same; the first that has cells is taken."""

_CLOSE_UP = {"fr-bfu-g2.ctb": regex(r"(?<=«)[ \u00a0\u202f]|[ \u00a0\u202f](?=»)|[\u00a0\u202f](?=[;:?!])|(?<=[^\W\d]|») (?=[;:?!])")}
"""Spaces of print that a language's braille does not have: in the Code braille français uniformisé such signs stand close to their words."""

_BLANKS = regex("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_UNSEEN = regex("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
"""What only says how print is set: liblouis would write its number, or leave it to be taken for a letter."""

_CELLS = regex("[\u2800-\u28ff]")
_CELLS_IN_ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""The 64 cells in the order of their dots (U+2800 to U+283F), as ASCII braille has them."""


class BrailleError(PackbuilderError):
    """liblouis could not translate a text."""

    def __init__(self, *, reason: str, hint: str = "The plain text can be translated elsewhere.") -> None:
        super().__init__(f"{_PROGRAM} could not translate into braille: {reason}", hints=(hint,))


def can_translate(language: str) -> bool:
    """Whether liblouis is installed and has a table for the language (a BCP 47 tag)."""
    return shutil.which(_PROGRAM) is not None and primary(language) in _TABLES


def to_brf(text: str, *, language: str) -> bytes:
    """Return the text as ASCII braille in pages that end with a form feed. Raises `BrailleError`.

    Words that are marked as another language's (`packbuilder.reader.tongues`) go through its table, where there is one.
    """
    own = _table(language) or _TABLES["en"]
    lines = [[(_table(other) or own, words) for other, words in tongues(line)] for line in text.split("\n")]
    stretches: dict[str, list[str]] = {}
    for table, words in (stretch for line in lines for stretch in line):
        stretches.setdefault(table, []).append(words)
    waiting = {table: _translated(held, table) for table, held in stretches.items()}
    return paged("\n".join("".join(next(waiting[table]) for table, _ in line) for line in lines)).encode("ascii", "replace")


def _table(language: str) -> str | None:
    return _TABLES.get(primary(language))


def _translated(stretches: list[str], table: str) -> Iterator[str]:
    """Yield stretches of text as ASCII braille, with the spaces at their ends; one call of the program serves them all."""
    spelt = _spelt(_spaced("\n".join(stretches), table), table)
    stretches = spelt.split("\n")
    inner = [stretch.strip(" ") for stretch in stretches]
    braille = _louis("\n".join(inner), table).split("\n")
    for stretch, core, cells in zip(stretches, inner, braille, strict=False):
        before = len(stretch) - len(stretch.lstrip(" ")) if core else len(stretch)
        yield " " * before + cells + " " * (len(stretch) - before - len(core))


def _spaced(text: str, table: str) -> str:
    """Return the text with the blanks that braille has: no-break and narrow ones are blanks too."""
    text = _CLOSE_UP[table].sub("", text) if table in _CLOSE_UP else text
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def _spelt(text: str, table: str) -> str:
    """Return the text with letters that a table lacks as a letter and its accent, and what it lacks even so by its name in Unicode: `[ballot x]`."""
    wanted = frozenset(char for char in text if not (char.isascii() and char.isalnum()) and unicodedata.category(char)[0] not in "ZC")
    lacking = _lacking(wanted, table)
    options = {char: (*_SAME.get(char, ""), unicodedata.normalize("NFD", char)) for char in lacking}
    unwritable = _lacking(frozenset("".join("".join(each) for each in options.values())), table)
    parts = {
        char: next((letters for letters in each if letters != char and unwritable.isdisjoint(letters)), None) or _named(char)
        for char, each in options.items()
    }
    return text.translate({ord(char): letters for char, letters in parts.items()})


def _named(char: str) -> str:
    return f"[{unicodedata.name(char, f'U+{ord(char):04X}').lower()}]"


def without_cells(text: str, language: str) -> frozenset[str]:
    """Return the characters that a language's table has no cells for, not as a letter and an accent either: they are said by their names."""
    table = _table(language) or _TABLES["en"]
    return frozenset(char for char in set(text) - {"[", "\n"} if _spelt(char, table).startswith("["))


@lru_cache(maxsize=64)
def _lacking(chars: frozenset[str], table: str) -> frozenset[str]:
    """Return those characters that a table has no cells for: it drops them, or writes their numbers in Unicode."""
    signs = sorted(char for char in chars if not (char.isascii() and char.isalnum()))
    if not signs:
        return frozenset()
    first, second, *found = _louis("\n".join(("1", "2", *(f"1 {char} 2" for char in signs))), table).split("\n")
    middles = (cells.strip().removeprefix(first.strip()).removesuffix(second.strip()).strip() for cells in found)
    return frozenset(char for char, cells in zip(signs, middles, strict=False) if not cells or (len(cells) >= _CODE and "X" in cells))


def _louis(text: str, table: str) -> str:
    """Return the text as liblouis translates it by a table, line by line; of cells of eight dots (Greek capitals beside signs) the upper six."""
    program = shutil.which(_PROGRAM) or _PROGRAM
    done = subprocess.run(  # noqa: S603  # a fixed program; the text goes to its standard input
        [program, "--forward", f"{_ASCII},{table},{_SIGNS}"],
        input=text.replace("\\", "\\\\").encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise BrailleError(reason=done.stderr.decode("utf-8", "replace").strip()[:200] or f"exit code {done.returncode}")
    return _CELLS.sub(lambda cell: _CELLS_IN_ASCII[ord(cell[0]) & 0x3F], done.stdout.decode("utf-8", "replace"))


def paged(translated: str) -> str:
    """Return translated lines wrapped to a page's cells, in pages; a line that goes on is two cells in."""
    lines = tuple(_wrapped(translated))
    pages = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    return "".join("\r\n".join(page) + "\r\n\f" for page in pages)


def _wrapped(text: str) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        yield from wrap(line, CELLS, subsequent_indent="  ", break_on_hyphens=False) or ("",)
