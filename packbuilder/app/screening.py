"""Screening: what cannot be printed is found in the source itself, where it has a line and a column.

A typesetter that meets such a character can only name it; the reader of a message wants to know where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from packbuilder.diagnostics import Diagnostic, Diagnostics, Span, error, warning
from packbuilder.layout import DEFAULT_FAMILY
from packbuilder.patterns import regex

_PLAIN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) | frozenset("\n\r\t–—‘’“”•…€−×")
"""Characters that every shipped family has (a test holds it to that): they cost no look into the fonts."""

_UNSEEN = regex("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]")
"""Characters that mark nothing on paper: soft hyphens, joiners, marks of direction, variation selectors, byte-order marks in the text."""

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
"""Letters that the text of a PDF has joined: words with them are the same words."""

_PICTOGRAPHS = regex("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
"""Emoji: they adorn notes and say nothing, so that these are read without them."""

_SAID = regex(
    r"\b(?:as|or|and|like|of|with|by|means?|called|signs?|symbols?|emojis?|icons?|pictographs?)\s+[“‘\"']?[^\w\s.,;:!?]*$",
    re.IGNORECASE,
)
"""What leads to a word: an emoji after it is one ("a pictograph such as ..."), and the sentence would have a hole."""

_SYMBOL_BULLET = regex(r"(?m)^([ \t]*)[\uf000-\uf0ff](?=[ \t])")
"""A bullet in a font of symbols, as word processors copy it."""
_SUBHEADING = regex(r"\s*#{2,6}\s")

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def screened(data: bytes, path: str) -> tuple[bytes, Diagnostics]:
    """Return a source composed (Unicode NFC) and without what cannot be printed, and an error for each such character.

    A character is reported once a line, at its first column. What is not UTF-8 is passed on as it is, for its reader to refuse.
    """
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return data, ()
    text = _SYMBOL_BULLET.sub(r"\1•", _UNSEEN.sub("", unicodedata.normalize("NFC", text).translate(_LIGATURES)))
    bad = {char: reason for char in set(text) - _PLAIN if (reason := objection(char))}
    if not bad or "\x00" in text:
        return text.encode("utf-8"), ()
    found = tuple(_places(text, path, bad))
    return re.sub(f"[{re.escape(''.join(bad))}]", " ", text).encode("utf-8"), found


def shown_or_refused(text: str) -> tuple[str, str]:
    """Return a text without what marks nothing on paper, and why it cannot be printed; an empty reason where it can."""
    seen = _UNSEEN.sub("", text)
    return seen, next(filter(None, (objection(char) for char in seen if char not in _PLAIN)), "")


def objection(char: str) -> str:
    """Return why a character cannot be printed; empty where it can."""
    from packbuilder.typeset.faces import shows

    name = unicodedata.name(char, "")
    label = f"U+{ord(char):04X}" + (f" {name} ({char})" if name else "")
    if unicodedata.category(char) == "Cc":
        return f"the control character {label}"
    if unicodedata.category(char) == "Co":
        return f"{label} is for private use: each font shows something else"
    if unicodedata.bidirectional(char) in _RIGHT_TO_LEFT:
        return f"right-to-left writing, which cannot be set: {label}"
    return "" if shows(char, DEFAULT_FAMILY) else f"no font can show {label}"


def _places(text: str, path: str, bad: dict[str, str]) -> Iterator[Diagnostic]:
    pattern = re.compile(f"[{re.escape(''.join(bad))}]")
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if line.lstrip().startswith("#") and path.endswith((".yaml", ".yml")):
            continue  # a comment is never printed
        seen: set[str] = set()
        for match in pattern.finditer(line):
            reason = bad[match.group()]
            if "right-to-left" in reason and any("right-to-left" in bad[char] for char in seen):
                continue
            if not path.endswith((".yaml", ".yml")) and _SUBHEADING.match(line) and unicodedata.category(match.group()) == "So":
                continue  # an emoji beside a heading that is read, not printed
            if match.group() not in seen:
                seen.add(match.group())
                span = Span(path=path, line=number, column=match.start() + 1)
                said = bool(_SAID.search(line[: match.start()]))
                if _PICTOGRAPHS.match(match.group()) and not said and not path.endswith((".yaml", ".yml")):
                    yield warning("T101", f"{reason}: it is left out", span)
                    continue
                yield error("T101", reason, span, "Write it another way, or `--skip-bad` goes on without it.")
