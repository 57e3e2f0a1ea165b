"""Text in an encoding of before Unicode, of which nothing in a file tells which one: Windows-1252, as on nearly all computers, Mac OS Roman, or MS-DOS's.

It is of a Mac, or of MS-DOS ("CSV (MS-DOS)" is a choice of Excel), only if all its words are such as people write in that encoding, and some of them are not
in Windows-1252: `Zo\x91` is Zoë or Zo‘.
"""

from __future__ import annotations

import re
import unicodedata

from packbuilder.patterns import regex

WINDOWS, MAC, DOS = "cp1252", "mac_roman", "cp850"

CALLED = {WINDOWS: "Windows-1252", MAC: "Mac OS Roman", DOS: "the encoding of MS-DOS (code page 850)"}

_WORD = regex(r"[^\s,;|\"()\[\]/\\]*[^\x00-\x7f\s][^\s,;|\"()\[\]/\\]*")
"""A word with a letter that is none of ASCII's."""
_ODD = regex(r"\w‘|–(?![A-Z])|ƒ")
"""What no word has: a quotation mark that opens behind a letter, a dash before a small one, the sign of the guilder."""
_PARTS = regex(r"['’‘.–-]")
_BEFORE_CAPITALS = regex(r"(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Ap|[A-Z])(?=[A-Z][a-z]|\Z)")
"""What names have before a second capital letter: McAdam, DeLuca."""
_GAP = regex(r"(?<=[^\W\d_])\xa0(?=[a-z])")
"""A space that does not break before a small letter: the á of MS-DOS, as in Seán, is read so."""
_SMALL = regex(r"(?<![^\W\d_])[^\W\d_A-Za-z](?<=[^A-ZÀ-ÖØ-Þ])\w")
"""A word that begins with a small letter that is none of ASCII's, as names of Poland do where they are read as those of MS-DOS: `úukasz`."""
_MIXED = regex(r"l+U|UUl|UlU")
"""Cases of letters (U for capitals) as no word has them: `RenÈe`, `HÂkan`, `JöRGEN`."""


def old_encoding(data: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8; empty where none of the three can be theirs."""
    windows, mac, dos = (_decoded(data, encoding) for encoding in (WINDOWS, MAC, DOS))
    of_mac = bool(mac and _words(mac)) and _is_written_so(mac)
    of_dos = bool(dos and _words(dos)) and _is_written_so(dos) and not _SMALL.search(dos or "")
    if windows is not None and _is_written_so(windows) and not (of_dos and _GAP.search(windows)):
        # Lines end so on Macs that knew no Unicode, and hardly anywhere else.
        return MAC if of_mac and b"\r" in data and b"\n" not in data else WINDOWS
    if of_mac and not (of_dos and b"\r\n" in data):
        return MAC
    return DOS if of_dos else WINDOWS if windows is not None else ""


def _is_written_so(text: str | None) -> bool:
    """Whether people write all words of a text so that are not of ASCII alone."""
    return text is not None and all(map(_is_likely, _words(text)))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(text)))


def _is_likely(word: str) -> bool:
    """Whether a word is one as people write them: Latin letters, large ones only where words and names have them, and apostrophes before or between them."""
    bare = word.strip("‘’“”…–—\xa0:!?.")
    if _ODD.search(word) or not all(char.isascii() or char in "’‘–" or _is_latin(char) for char in bare):
        return False
    return not any(_MIXED.search("".join("U" if char.isupper() else "l" for char in _capped(part))) for part in _PARTS.split(bare))


def _capped(part: str) -> str:
    """Return the letters of a part of a word, without what a second capital letter may follow."""
    letters = "".join(filter(str.isalpha, part))
    return letters if letters.isupper() else re.sub(_BEFORE_CAPITALS.pattern, "", letters, count=1)


def _is_latin(char: str) -> bool:
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN ")
