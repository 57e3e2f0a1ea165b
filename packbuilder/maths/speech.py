"""A formula in words, as a teacher would read it out: "x squared minus 5 x plus 6 equals 0", "x au carré moins 5 x plus 6 égale 0".

What is said of a kind of node stands here for what is a row or one sign, in `said_frames` for what holds others, in `said_scripts`
for what is raised and lowered, in `said_tables` and `chemical_speech`. Words come from a `Voice`, never from here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from packbuilder.languages import ENGLISH, primary
from packbuilder.maths.chemical_speech import is_nuclide, spoken_chemistry
from packbuilder.maths.nodes import (
    RANGE,
    Accent,
    Binomial,
    Chemistry,
    Fenced,
    Fraction,
    Function,
    Identifier,
    Middle,
    Node,
    Number,
    Root,
    Row,
    Script,
    Space,
    Stack,
    Symbol,
    Table,
    Text,
)
from packbuilder.maths.reader import NARROW
from packbuilder.maths.roles import FENCES, core, roles
from packbuilder.maths.said_frames import accent, binomial, fenced, fraction, is_derivative, is_multiplied, root, stack
from packbuilder.maths.said_rows import said_parts
from packbuilder.maths.said_scripts import LIMITS, before, is_large, script
from packbuilder.maths.said_tables import table
from packbuilder.maths.voice import UnsaidError, Voice, vocabulary
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_APART = 500
"""What stands behind a space so wide is another expression."""

_FACTORS = frozenset(("term", "open", "function", "large"))
"""What multiplies a fraction where it follows it."""
_COMMAS = regex(r"\s*,(?:\s*,)*")
_SETS = frozenset("NZQRCP")
_STYLES = frozenset(("bf", "bm", "cal", "scr", "frak", "sf", "tt", "bb"))
_STYLES_OF_NUMBERS = {"bm": "bf", "bf": "bf", "bb": "bb", "sf": "sf", "tt": "tt"}
_PRODUCTS = frozenset("·×∧")
_IDENTICAL, _MODULO = Symbol(char="≡"), Function(name="mod")
_ARROWS_TO, _INFINITY = (Symbol(char="→"), Symbol(char="⟶")), Symbol(char="∞")
_LIKE, _TRIANGLE = (Symbol(char="∼"), Symbol(char="↪")), Symbol(char="△")
_ARROWS = frozenset(("vec", "overrightarrow"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A formula in words, and the language that they are in: the one that was asked for (a BCP 47 tag), or English."""

    words: str
    language: str


def to_speech(tree: Node, language: str = ENGLISH) -> Speech:
    """Return the formula in words of a language; where a listener could not tell the end of something, "end fraction" and its kin say so.

    No formula is in two languages: where the vocabulary lacks anything that this one needs, all of it is in English.
    """
    own = _voice(primary(language))
    if own is not None:
        try:
            return Speech(words=_tidy(own.say(tree)), language=language)
        except UnsaidError:
            pass
    return to_speech(tree)


@lru_cache(maxsize=8)
def _voice(tag: str) -> Voice | None:
    phrases = vocabulary(tag)
    return Voice(language=tag, phrases=phrases, speakers=_SPEAKERS) if phrases is not None else None


def _tidy(words: str) -> str:
    return _COMMAS.sub(",", " ".join(words.split())).strip(" ,")


def _row(node: Row, voice: Voice) -> str:
    spoken: list[str] = []
    opened = 0
    factor: Node | None = None
    parts = said_parts(node.children, voice)
    own = roles(parts)
    for at, (part, role) in enumerate(zip(parts, own, strict=True)):
        if is_nuclide(part):
            spoken.append(before(part, parts[at + 1] if at + 1 < len(parts) else None, voice))
            continue
        if factor is not None and is_multiplied(factor, part):
            # "5 the square root of 2" is no sentence, and "2 5 over 3" would be heard as 25 over 3.
            spoken.append(voice.phrase("times"))
        if role != "space" or _is_wide(part):
            factor = part if role in ("term", "close") and not isinstance(part, Text) else None
        if isinstance(part, Symbol) and part.char == "|" and role == "open":
            closed = _is_closed(parts, own, at)
            spoken.append(_bar(parts[:at], voice, closed=closed))
            opened += closed
        elif isinstance(part, Symbol) and part.char == "|" and role == "close" and opened:
            spoken.append(f"{voice.phrase('modulus.end')},")
        elif isinstance(part, Symbol) and role == "prefix" and part.char == "+":
            spoken.append(voice.phrase("positive"))
        elif isinstance(part, Symbol) and part.char in _PRODUCTS and _is_between_vectors(parts, at):
            spoken.append(voice.first((f"vectors.{part.char}", f"sign.{part.char}")))
        elif part in _ARROWS_TO and _is_infinite(parts[at + 1 :]):
            spoken.append(voice.phrase("tends"))
        elif part == _INFINITY and any(each in _ARROWS_TO for each in parts[max(0, at - 2) : at]):
            spoken.append(voice.reaching().say(part))
        elif part in _LIKE and isinstance(part, Symbol) and (key := _likeness(parts[at + 1 :])):
            spoken.append(voice.first((key, f"sign.{part.char}")))
        elif isinstance(part, Fraction) and _runs_on(parts, own, at):
            spoken.append(fraction(part, voice, closed=True))
        elif part == _IDENTICAL and _MODULO in parts:
            spoken.append(voice.first(("congruent", "sign.≡")))
        else:
            spoken.append(voice.say(part))
    return " ".join(filter(None, spoken))


def _is_closed(parts: tuple[Node, ...], own: tuple[str, ...], at: int) -> bool:
    """Whether a bar that opens is closed by another, within the brackets that it stands in."""
    depth = 0
    for part, role in zip(parts[at + 1 :], own[at + 1 :], strict=True):
        if core(part) in FENCES:
            if depth == 0 and role == "close" and core(part) == parts[at]:
                return True
        elif role in ("open", "close"):
            depth += 1 if role == "open" else -1
            if depth < 0:
                return False
    return False


def _runs_on(parts: tuple[Node, ...], own: tuple[str, ...], at: int) -> bool:
    """Whether a listener could take what stands beside a fraction for part of it: "1 over 6 n", "sine x over 2"."""
    part = parts[at]
    if isinstance(part, Fraction) and is_derivative(part):
        return False
    name = core(parts[at - 1]) if at else None
    if isinstance(name, Function) and name.name not in LIMITS:
        return True
    behind = next((i for i in range(at + 1, len(parts)) if own[i] != "space" or _is_wide(parts[i])), at)
    return own[behind] in _FACTORS and behind > at and not isinstance(parts[behind], Text)


def _is_wide(part: Node) -> bool:
    return isinstance(part, Space) and part.width >= _APART


def _is_infinite(behind: tuple[Node, ...]) -> bool:
    """Whether infinity follows, with a sign or without: an arrow to it says where something tends to."""
    signed = behind[1:] if behind and isinstance(behind[0], Symbol) and behind[0].char in "+−±" else behind
    return signed[:1] == (_INFINITY,)


def _likeness(behind: tuple[Node, ...]) -> str:
    """Return the key of what a swung dash says: that shapes are similar, or how a variable is distributed; nothing where neither is plain."""
    held = tuple(part for part in behind if not isinstance(part, Space))
    if held[:1] == (_TRIANGLE,):
        return "similar"
    name = core(held[0]) if len(held) > 1 else None
    named = isinstance(name, Text) or (isinstance(name, Identifier) and name.text[:1].isupper())
    opened = len(held) > 1 and (held[1] == Symbol(char="(") or (isinstance(held[1], Fenced) and held[1].left == "("))
    return "distributed" if named and opened else ""


def _bar(parts: tuple[Node, ...], voice: Voice, *, closed: bool) -> str:
    """Return the words for a bar that opens a modulus, or says what must be (in a set) or what is given, behind the parts."""
    if closed:
        return voice.phrase("modulus", of="")
    return voice.phrase("such that" if _in_braces(parts) else "given")


def _in_braces(parts: tuple[Node, ...]) -> bool:
    """Whether a set has been opened: a bar that closes nothing stands between its members and what they must be."""
    chars = [part.char for part in parts if isinstance(part, Symbol)]
    return chars.count("{") > chars.count("}")


def _is_between_vectors(parts: tuple[Node, ...], at: int) -> bool:
    """Whether the sign at a place multiplies two vectors, which languages say otherwise than of numbers."""
    behind = (part for part in parts[at + 1 :] if not isinstance(part, Space))
    ahead = (part for part in reversed(parts[:at]) if not isinstance(part, Space))
    return _is_vector(next(ahead, None)) and _is_vector(next(behind, None))


def _is_vector(node: Node | None) -> bool:
    match core(node) if node is not None else None:
        case Accent(name=name):
            return name in _ARROWS
        case Identifier(variant=variant):
            return variant in ("bf", "bm")
        case Symbol(char=char):
            return char == "∇"
        case _:
            return False


def _identifier(node: Identifier, voice: Voice) -> str:
    if node.variant == "bb":
        return voice.phrase(f"set.{node.text}") if node.text in _SETS else voice.phrase("style.bb", of=" ".join(node.text))
    letters = [voice.sign(char) for char in node.text]
    name = node.text if all(len(letter) == 1 for letter in letters) else " ".join(letters)
    return voice.phrase(f"style.{node.variant}", of=name) if node.variant in _STYLES else name


def _number(node: Number, voice: Voice) -> str:
    style = _STYLES_OF_NUMBERS.get(node.variant)
    figures = node.text.replace(NARROW, "")  # with a space they would be read as two numbers
    return voice.phrase(f"style.{style}", of=figures) if style else figures


def _symbol(node: Symbol, voice: Voice) -> str:
    if is_large(node):
        return voice.phrase("large", name=voice.sign(node.char))
    if node.char in ",;":
        return ","
    return voice.sign(node.char)


def _text(node: Text, voice: Voice) -> str:
    if node == RANGE:
        return voice.phrase("range")
    return node.text.replace("\\", f" {voice.sign(chr(92))} ") if "\\" in node.text else node.text


def _middle(node: Middle, voice: Voice) -> str:
    return voice.phrase("given") if node.char == "|" else voice.sign(node.char)


_SPEAKERS: dict[type, Callable[[Any, Voice], str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: _number,
    Symbol: _symbol,
    Function: lambda node, voice: voice.function(node.name),
    Text: _text,
    Space: lambda node, voice: "",
    Fraction: fraction,
    Binomial: binomial,
    Root: root,
    Script: lambda node, voice: before(node, None, voice) if is_nuclide(node) else script(node, voice),
    Stack: stack,
    Accent: accent,
    Fenced: fenced,
    Middle: _middle,
    Table: table,
    Chemistry: spoken_chemistry,
}
