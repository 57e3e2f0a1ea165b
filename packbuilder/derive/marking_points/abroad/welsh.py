"""Welsh in questions: a verb that begins a statement stands behind "y" or "yr", which mutate nothing, and one behind "ei" has its soft mutation."""

from __future__ import annotations

from packbuilder.grammars.said import Said
from packbuilder.patterns import regex

_SOFT = (("ll", "l"), ("rh", "r"), ("c", "g"), ("p", "b"), ("t", "d"), ("g", ""), ("b", "f"), ("d", "dd"), ("m", "f"))
_UNCHANGED = ("ch", "ph", "th", "dd", "ng")
_VOWEL = regex(
    r"[aeiouwyhâêîôûŵŷ]",
)
_MAE = regex(r"Mae\b")


def softened(word: str) -> str:
    """Return a word with its soft mutation, as behind "ei" of a thing that is masculine."""
    if word.startswith(_UNCHANGED):
        return word
    return next((f"{soft}{word[len(hard) :]}" for hard, soft in _SOFT if word.startswith(hard)), word)


def soft(text: str, said: Said) -> str:
    return softened(text)


def did(text: str, said: Said) -> str:
    """Return a verb as it stands behind "pwy", which mutates it."""
    return softened(text.lower())


def that(text: str, said: Said) -> str:
    """Return a clause that begins with its verb as it stands behind "pam" or "ym mha flwyddyn": "mae ..." as it is, another verb behind "y" or "yr"."""
    small = f"{text[:1].lower()}{text[1:]}"
    if _MAE.match(text):
        return small
    if small.startswith("roedd"):
        return f"yr {small[1:]}"
    return f"{'yr' if _VOWEL.match(small) else 'y'} {small}"


def low(text: str, said: Said) -> str:
    """Return words of which the first is no name, small."""
    return f"{text[:1].lower()}{text[1:]}"
