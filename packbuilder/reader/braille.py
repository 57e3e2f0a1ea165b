"""Plain text to a `.brf` file: contracted braille by liblouis, in pages of 40 cells by 25 lines.

liblouis is a program of its own (Debian: `liblouis-bin`), used where it is installed. What it gives must be read by a
transcriber before it is embossed: formulas are in English words or sign for sign, not in a braille code for mathematics.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from packbuilder.errors import PackbuilderError
from packbuilder.languages import primary
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


class BrailleError(PackbuilderError):
    """liblouis could not translate a text."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(f"{_PROGRAM} could not translate into braille: {reason}", hints=("The plain text can be translated elsewhere.",))


def can_translate(language: str) -> bool:
    """Tell whether liblouis is installed and has a table for the language (a BCP 47 tag)."""
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
    inner = [stretch.strip(" ") for stretch in stretches]
    braille = _louis("\n".join(inner), table).split("\n")
    for stretch, core, cells in zip(stretches, inner, braille, strict=False):
        before = len(stretch) - len(stretch.lstrip(" ")) if core else len(stretch)
        yield " " * before + cells + " " * (len(stretch) - before - len(core))


def _louis(text: str, table: str) -> str:
    """Return the text as liblouis translates it by a table, line by line."""
    program = shutil.which(_PROGRAM) or _PROGRAM
    done = subprocess.run(  # noqa: S603  # a fixed program; the text goes to its standard input
        [program, "--forward", f"{_ASCII},{table},{_SIGNS}"], input=text.encode(), capture_output=True, check=False, timeout=60
    )
    if done.returncode:
        raise BrailleError(reason=done.stderr.decode("utf-8", "replace").strip()[:200] or f"exit code {done.returncode}")
    return done.stdout.decode("utf-8", "replace")


def paged(translated: str) -> str:
    """Return translated lines wrapped to a page's cells, in pages; a line that goes on is two cells in."""
    lines = tuple(_wrapped(translated))
    pages = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    return "".join("\r\n".join(page) + "\r\n\f" for page in pages)


def _wrapped(text: str) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        yield from wrap(line, CELLS, subsequent_indent="  ", break_on_hyphens=False) or ("",)
