"""Who reads a formula out: the words of one language, and how each kind of node is said with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from packbuilder.errors import PackbuilderError
from packbuilder.languages import ENGLISH
from packbuilder.maths.commands import FUNCTIONS, SIGNS
from packbuilder.maths.english import phrases
from packbuilder.maths.nodes import Node
from packbuilder.values import dataclass, replace
from packbuilder.wording.catalogue import words_in

_FOLDER = Path(__file__).parent / "spoken"


class UnsaidError(PackbuilderError):
    """A vocabulary lacks what a formula needs."""

    def __init__(self, key: str, language: str) -> None:
        super().__init__(f"the vocabulary {language!r} has no {key!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A language (its primary tag), its phrases by their keys (`english.phrases`), and the function that says each kind of node."""

    language: str
    phrases: Mapping[str, str]
    speakers: Mapping[type, Callable[[Any, Voice], str]]

    def say(self, node: Node) -> str:
        """Return a node in words. Raises `UnsaidError`."""
        return self.speakers[type(node)](node, self)

    def phrase(self, key: str, /, **values: object) -> str:
        """Return a phrase with its {names} filled in. Raises `UnsaidError`."""
        if key not in self.phrases:
            raise UnsaidError(key, self.language)
        return self.phrases[key].format(**values) if values else self.phrases[key]

    def first(self, keys: tuple[str, ...], /, **values: object) -> str:
        """Return the first of several phrases that the language has, the last of which it needs. Raises `UnsaidError`."""
        return self.phrase(next((key for key in keys if key in self.phrases), keys[-1]), **values)

    def sign(self, char: str) -> str:
        """Return the words of a sign of the table; a character of no line says itself. Raises `UnsaidError`."""
        return self.phrase(f"sign.{char}") if char in SIGNS else char

    def function(self, name: str) -> str:
        """Return what a function is called; one that the table lacks has the name that is printed. Raises `UnsaidError`."""
        return self.phrase(f"function.{name}") if name in FUNCTIONS else name

    def has(self, key: str) -> bool:
        """Whether the language has a phrase of its own for what others say as the sum of its parts."""
        return key in self.phrases

    def reaching(self) -> Voice:
        """Return the voice for where something goes on to: languages with cases have another infinity there."""
        return replace(self, phrases={**self.phrases, "sign.∞": self.phrase("infinity")}) if self.has("infinity") else self

    def tending(self) -> Voice:
        """Return the voice for what stands below a limit, where an arrow says where something tends to."""
        tends = self.phrase("tends")
        return replace(self, phrases={**self.reaching().phrases, "sign.→": tends, "sign.⟶": tends})


def spoken_languages() -> tuple[str, ...]:
    """Return the primary tags of the languages that formulas can be spoken in, in order of name."""
    return tuple(sorted((ENGLISH, *(file.stem for file in _FOLDER.glob("*.yaml")))))


@lru_cache(maxsize=8)
def vocabulary(tag: str) -> Mapping[str, str] | None:
    """Return the phrases of a language by its primary tag; None where formulas cannot be spoken in it."""
    if tag == ENGLISH:
        return phrases()
    if tag not in spoken_languages():
        return None
    return {key: words for keys, words in words_in(_FOLDER / f"{tag}.yaml").items() for key in _each(keys) if isinstance(words, str)}


def _each(keys: str) -> tuple[str, ...]:
    """Return the keys that one line is for: `sign.≤ ⩽` is `sign.≤` and `sign.⩽`."""
    kind, _, names = keys.partition(".")
    return tuple(f"{kind}.{name}" for name in names.split()) if kind in ("sign", "chemical") else (keys,)
