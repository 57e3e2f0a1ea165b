"""What fonts say of their characters, whoever made the file: whether anything, and whether it can be meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pypdf.generic import DictionaryObject

from packbuilder.typeset.reading.fonts import FontRead, unicode_map
from packbuilder.typeset.reading.values import array_of, data_of, dictionary_of

_ENCODINGS = frozenset(("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding"))
"""Encodings whose codes have known characters (ISO 32000-1, annex D)."""

_STANDARD = ("Helvetica", "Arial", "Times", "Courier")
"""What the names of the standard fonts with Latin letters begin with, which every reader knows."""

_ORDERINGS = frozenset(("GB1", "CNS1", "Japan1", "Korea1", "KR"))
"""Adobe's collections of characters, whose numbers every reader knows (ISO 32000-1, 9.10.2)."""

_PLAIN = 0xD800
"""Packbuilder names a sign by its character's code point; from here on codes may stand for characters that have none of two bytes."""

_SIGNS = 6
"""Of fewer signs nothing can be told."""

_BYTES = 2
_SAME = 4
"""So many signs of one character may be variants of one letter; more are a mistake."""


def says_its_text(font: DictionaryObject) -> bool:
    """Whether a font says which characters its signs are: by a map, by an encoding that everyone knows, or by names of letters."""
    if "/ToUnicode" in font:
        return True
    if font.get("/Subtype") == "/Type0":
        below = array_of(font.get("/DescendantFonts"))
        system = dictionary_of(dictionary_of(below[0]).get("/CIDSystemInfo")) if below else DictionaryObject()
        return str(system.get("/Ordering", "")) in _ORDERINGS
    encoding = font.get("/Encoding")
    named = encoding.get_object() if encoding is not None else None
    if isinstance(named, DictionaryObject):
        # Differences name letters (`/eacute`), except in fonts whose glyphs are a program's own.
        return font.get("/Subtype") != "/Type3"
    return str(named) in _ENCODINGS or (named is None and str(font.get("/BaseFont", ""))[1:].startswith(_STANDARD))


def miscopied(fonts: Iterable[FontRead]) -> Iterator[str]:
    """Yield where a font of packbuilder's says of a sign that it is another character than it shows."""
    for font in fonts:
        for code, text in sorted((font.texts or {}).items()) if font.size == _BYTES else ():
            if code < _PLAIN and text != chr(code):
                yield f"the font {font.base} says that its sign “{chr(code)}” is “{text}”: that is what is copied, searched and read out"


def is_garbled(font: DictionaryObject, shown: bytes) -> bool:
    """Whether a font's map makes the same character of many signs that are shown, or none: what is read out is then no text."""
    cmap = data_of(font.get("/ToUnicode"))
    if not cmap:
        return False
    size = 2 if font.get("/Subtype") == "/Type0" else 1
    codes = {int.from_bytes(shown[at : at + size], "big") for at in range(0, len(shown), size)}
    texts = unicode_map(cmap)
    said = Counter(texts.get(code, "") for code in codes)
    wrong = sum(count for text, count in said.items() if count > _SAME or not text.strip("\0\ufffd"))
    return len(codes) >= _SIGNS and 4 * wrong > len(codes)
