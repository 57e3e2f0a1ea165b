"""Letters of names and rooms that were lost or misread on their way into a list: `JosÃ©`, `Jos?`, `£ukasz`, `Lee&#39;s`."""

from __future__ import annotations

from packbuilder.patterns import regex

MISREAD = "Type them again, or save the list anew as “CSV UTF-8”."

_LOST_SPACE = regex(r"[a-z]\u00c3(?![\w])")
"""What is left of `Ã` and a space that does not break, which were one letter."""
_PAIR = regex(r"[\u00c2-\u00f4][^\x00-\x7f\u00c0-\u00ff]")
"""The first byte of a letter in UTF-8 and one that follows it, read as Windows-1252."""
_QUOTE = regex("\u00e2\u20ac.?")
"""An apostrophe or a dash, read so."""
_SIGNED = regex(r"(?:[¡-©«-±³¶¸»-¿×÷√∫≈∂∆Ω∞≤≥π◊∑∏](?=[^\W\d_]))|(?<=[^\W\d_])[¡-§©«-±³¶¸»-¿×÷√∫≈∂∆∞≤≥π◊∑∏]")
"""Signs beside letters, as which the letters of another encoding come: `£ukasz`, `J√ºrgen`."""
_OF_A_MAC = regex(
    r"[†‡‰‹›™ƒ„•](?=[^\W\d_])|(?<=[^\W\d_])[‡‰‹›ƒ]|(?<=[a-z])[ŸŽŠŒ]|(?<=[A-Za-z])[ŸŽŠŒ](?=[a-z])|(?<=[a-z])‘(?!\w)|(?<=[^\W\d_])[“”](?=[^\W\d_])"
)
"""Letters of an old Mac's encoding, read as Windows-1252: `MŸller`, `Zo‘`, `Se‡n`, `JosŽ`. DUŠAN has one among capitals."""
_OF_ANOTHER_SCRIPT = regex(r"(?<![^\W\d_])[À-ÖØ-öø-ÿ]{3,}(?![^\W\d_])")
"""A word of accented letters alone: `Èâàí`, `Ãéþñãïò`, Cyrillic and Greek letters of Windows, which are read so."""
_GREEK = regex("[\u0370-\u038f\u0391-\u03a8\u03aa-\u03bf\u03c1-\u03ff]")
"""Greek letters but for the two that come of other encodings as well."""
_ESCAPED = regex(
    r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});|%[C-Fc-f][0-9A-Fa-f]%[89ABab][0-9A-Fa-f]|\\u[0-9a-fA-F]{4}|</?[a-zA-Z]{1,6}(?: [^<>]*)?/?>"
)
"""Letters, and marks of bold and the like, as pages and addresses of the web write them."""


def is_misread(text: str) -> bool:
    """Whether a text holds letters that no name has by itself."""
    if _ESCAPED.search(text):
        return True
    if text.isascii():
        return False
    signs = text.replace("π", "p").replace("Ω", "O") if _GREEK.search(text) else text
    return _is_twice_encoded(text) or bool(_SIGNED.search(signs) or _OF_A_MAC.search(text) or _OF_ANOTHER_SCRIPT.search(text))


def has_odd_letters(name: str) -> bool:
    """Whether a question mark stands in a name, for a letter that was lost."""
    return "?" in name


def _is_twice_encoded(text: str) -> bool:
    """Whether a word is UTF-8 that was read as Windows-1252: `JosÃ©`. No name has such pairs by itself."""
    if _QUOTE.search(text) or _LOST_SPACE.search(text):
        return True
    return bool(_PAIR.search(text)) and any(map(_decoded_again, text.split()))


def _decoded_again(word: str) -> bool:
    for encoding in ("cp1252", "latin-1"):
        try:
            return word.encode(encoding).decode() != word
        except UnicodeError:
            continue
    return False
