"""A chemical formula in words: letters and figures one by one, charges, states of matter and reaction arrows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard

from packbuilder.maths.breaking import NOTHING
from packbuilder.maths.nodes import (
    EMPTY,
    Chemistry,
    Fraction,
    Identifier,
    Node,
    Number,
    Row,
    Script,
    Space,
    Stack,
    Symbol,
    Text,
    parts_of,
)
from packbuilder.maths.voice import Voice

_SIGNS = frozenset("→⟶⇌↔↑↓·•=≡−|‖")
"""Signs that say something of their own between symbols."""
_STATES = frozenset(("(aq)", "(s)", "(l)", "(g)", "(cr)", "(am)"))
_CHARGES: tuple[Node, ...] = (Symbol(char="+"), Symbol(char="−"))
_RADICAL = Symbol(char="•")
_ROMAN = ("0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def spoken_chemistry(node: Chemistry, voice: Voice) -> str:
    """Return the formula in words. Raises `UnsaidError`."""
    return _all(node.body, voice)


def _all(node: Node, voice: Voice) -> str:
    return _joined(*_each(parts_of(node), voice))


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _each(parts: tuple[Node, ...], voice: Voice) -> Iterator[str]:
    """Yield the words of each part; a figure on the line within a molecule is kept apart from the count before it: "H, 2 O" is not "H 2 O"."""
    before: Node | None = None
    for part in parts:
        counted = isinstance(before, Number | Fraction) and is_nuclide(part)
        within = isinstance(part, Number | Fraction) and not (
            before is None or isinstance(before, Symbol | Stack | Space | Chemistry) or before == NOTHING
        )
        yield "," * (counted or within)
        yield _one(part, voice)
        before = part


def _one(node: Node, voice: Voice) -> str:
    match node:
        case Row():
            return _all(node, voice)
        case Symbol(char=char) if char in _SIGNS:
            return voice.phrase(f"chemical.{char}")
        case Text(text=text) if text in _STATES:
            return voice.phrase(f"state.{text}")
        case Identifier(text=text, variant="rm") if text.isupper():
            return " ".join(text)
        case Script(base=base, sub=sub, sup=sup) if base == EMPTY:
            return nuclide(sub, sup, voice, lambda script: _script(script, voice))
        case Script(base=base, sub=sub, sup=sup):
            return _joined(_one(base, voice), _lowered(sub, voice), _raised(sup, voice))
        case Stack(base=base, over=over, under=under):
            return f"{_one(base, voice)}, {_conditions(over, under, voice)},"
        case _:
            return voice.say(node)


def _conditions(over: Node | None, under: Node | None, voice: Voice) -> str:
    """Return what stands over and under an arrow."""
    above, below = (_all(each, voice) if each is not None else "" for each in (over, under))
    if above and below:
        return voice.phrase("with.both", above=above, below=below)
    return voice.phrase("with.below", below=below) if below else voice.phrase("with", above=above)


def is_nuclide(node: Node) -> TypeGuard[Script]:
    """Whether a node is the figures that stand before a symbol, at its left."""
    return isinstance(node, Script) and node.base == EMPTY


def nuclide(sub: Node | None, sup: Node | None, voice: Voice, say: Callable[[Node], str]) -> str:
    """Return the figures before a symbol in words, each as `say` says it; a sign that stands there alone is a charge."""
    if sup == _RADICAL:
        return f"{voice.phrase('chemical.•')}, {say(sub) if sub is not None else ''}"
    if is_charge(sup) and is_count_of_ion(sub, sup):
        return f"{_lowered(sub, voice)} {charge(sup, voice, say)}"
    if is_charge(sup):
        return f"{charge(sup, voice, say)} {say(sub) if sub is not None else ''}"
    mass = f"{voice.phrase('mass', of=say(sup))}," if sup is not None else ""
    number = f"{voice.phrase('atomic', of=say(sub))}," if sub is not None else ""
    return f"{mass} {number}".strip()


def is_count_of_ion(sub: Node | None, sup: Node | None) -> bool:
    """Whether scripts with nothing before them are a count of atoms and a charge, whose symbol is typed in plain letters: `SO$_4^{2-}$`."""
    return isinstance(sub, Number) and is_charge(sup)


def is_charge(sup: Node | None) -> TypeGuard[Node]:
    """Whether a superscript is the charge of an ion: a sign, alone or after a count."""
    *count, sign = parts_of(sup) if sup is not None and sup != EMPTY else (EMPTY,)
    return sign in _CHARGES and all(isinstance(part, Number | Identifier) or part == _RADICAL for part in count)


def charge(sup: Node, voice: Voice, say: Callable[[Node], str], *, of: str = "") -> str:
    """Return a charge in words, the number before the sign as it is written and read: `2−` is "charge 2 minus"; `of`: what stands before it.

    It is named and set off with commas, so that neither its figure is heard as a count of atoms nor its sign as one between molecules.
    """
    *count, sign = parts_of(sup)
    radical = f"{voice.phrase('chemical.•')}," if _RADICAL in count else ""
    said = (say(part) for part in count if part != _RADICAL)
    sign_words = voice.phrase(f"charge.{sign.char}") if isinstance(sign, Symbol) else ""
    return f", {radical} {voice.phrase('charge', of=_joined(of, *said, sign_words))},"


def _raised(sup: Node | None, voice: Voice) -> str:
    if sup is None:
        return ""
    if is_charge(sup):
        return charge(sup, voice, lambda part: _one(part, voice))
    if isinstance(sup, Script) and sup.sub is None and is_charge(sup.sup):  # a partial one
        return charge(sup.sup, voice, voice.say, of=voice.say(sup.base))
    if isinstance(sup, Identifier) and sup.text in _ROMAN:
        return f", {voice.phrase('oxidation', of=_ROMAN.index(sup.text))},"
    match parts_of(sup):
        case (Symbol(char="+" | "−" as sign), Identifier(text=text)) if text in _ROMAN:
            signed = _joined(voice.phrase(f"charge.{sign}"), str(_ROMAN.index(text)))
            return f", {voice.phrase('oxidation', of=signed)},"
        case _:
            pass
    if sup == _RADICAL or isinstance(sup, Text):
        return _one(sup, voice)
    return f", {voice.phrase('superscript', of=_script(sup, voice))},"


def _lowered(sub: Node | None, voice: Voice) -> str:
    """Return a count in words: a figure alone, as it is read; what is none is named."""
    if sub is None:
        return ""
    if isinstance(sub, Number | Text):
        return _one(sub, voice)
    return voice.phrase("sub.end" if isinstance(sub, Row) else "sub", of=_script(sub, voice))


def _script(node: Node, voice: Voice) -> str:
    """A count: `−` in it is "minus", where a bond would be meant outside a script."""
    return " ".join(voice.sign("−") if part == Symbol(char="−") else _one(part, voice) for part in parts_of(node))
