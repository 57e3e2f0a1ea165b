"""A chemical formula in words: letters and figures one by one, charges, states of matter and reaction arrows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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

_SIGNS = {
    "→": "gives",
    "⟶": "gives",
    "⇌": "is in equilibrium with",
    "↔": "resonates with",
    "↑": "given off as gas",
    "↓": "as a precipitate",
    "·": "dot",
    "•": "radical",
    "=": "double bond",
    "≡": "triple bond",
    "−": "bond",
    "|": "phase boundary",
    "‖": "salt bridge",
}
_STATES = {
    "(aq)": "aqueous",
    "(s)": "solid",
    "(l)": "liquid",
    "(g)": "gas",
    "(cr)": "crystalline",
    "(am)": "amorphous",
}
_CHARGES: Mapping[Node | None, str] = {Symbol(char="+"): "plus", Symbol(char="−"): "minus"}
_RADICAL = Symbol(char="•")
_ROMAN = ("0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def spoken_chemistry(node: Chemistry, say: Callable[[Node], str]) -> str:
    """The formula in words; `say` speaks what is mathematics in it."""
    return _all(node.body, say)


def _all(node: Node, say: Callable[[Node], str]) -> str:
    return " ".join(filter(None, _each(parts_of(node), say)))


def _each(parts: tuple[Node, ...], say: Callable[[Node], str]) -> Iterator[str]:
    """Yield the words of each part; a figure on the line within a molecule is kept apart from the count before it: "H, 2 O" is not "H 2 O"."""
    before: Node | None = None
    for part in parts:
        counted = isinstance(before, Number | Fraction) and is_nuclide(part)
        within = isinstance(part, Number | Fraction) and not (
            before is None or isinstance(before, Symbol | Stack | Space | Chemistry) or before == NOTHING
        )
        yield "," * (counted or within)
        yield _one(part, say)
        before = part


def _one(node: Node, say: Callable[[Node], str]) -> str:
    match node:
        case Row():
            return _all(node, say)
        case Symbol(char=char) if char in _SIGNS:
            return _SIGNS[char]
        case Text(text=text):
            return _STATES.get(text, say(node))
        case Identifier(text=text, variant="rm") if text.isupper():
            return " ".join(text)
        case Script(base=base, sub=sub, sup=sup) if base == EMPTY:
            return nuclide(sub, sup, lambda script: _script(script, say))
        case Script(base=base, sub=sub, sup=sup):
            return " ".join(filter(None, (_one(base, say), _lowered(sub, say), _raised(sup, say))))
        case Stack(base=base, over=over, under=under):
            above = _all(over, say) if over is not None else ""
            below = f"{_all(under, say)} below" if under is not None else ""
            if above and below:
                return f"{_one(base, say)}, with {above} above and {below},"
            return f"{_one(base, say)}, with {above or below},"
        case _:
            return say(node)


def is_nuclide(node: Node) -> TypeGuard[Script]:
    """Whether a node is the figures that stand before a symbol, at its left."""
    return isinstance(node, Script) and node.base == EMPTY


def nuclide(sub: Node | None, sup: Node | None, say: Callable[[Node], str]) -> str:
    """Return the figures before a symbol in words; a sign that stands there alone is a charge."""
    if sup == _RADICAL:
        return f"radical, {say(sub) if sub is not None else ''}"
    if is_charge(sup) and is_count_of_ion(sub, sup):
        return f"{_lowered(sub, say)} {charge(sup, say)}"
    if is_charge(sup):
        return f"{charge(sup, say)} {say(sub) if sub is not None else ''}"
    mass = f"mass number {say(sup)}," if sup is not None else ""
    number = f"atomic number {say(sub)}," if sub is not None else ""
    return f"{mass} {number}".strip()


def is_count_of_ion(sub: Node | None, sup: Node | None) -> bool:
    """Whether scripts with nothing before them are a count of atoms and a charge, whose symbol is typed in plain letters: `SO$_4^{2-}$`."""
    return isinstance(sub, Number) and is_charge(sup)


def is_charge(sup: Node | None) -> TypeGuard[Node]:
    """Whether a superscript is the charge of an ion: a sign, alone or after a count."""
    *count, sign = parts_of(sup) if sup is not None and sup != EMPTY else (None,)
    return sign in _CHARGES and all(isinstance(part, Number | Identifier) or part == _RADICAL for part in count)


def charge(sup: Node, say: Callable[[Node], str]) -> str:
    """Return a charge in words, the number before the sign as it is written and read: `2−` is "charge 2 minus".

    It is named and set off with commas, so that neither its figure is heard as a count of atoms nor its sign as one between molecules.
    """
    *count, sign = parts_of(sup)
    radical = "radical," if _RADICAL in count else ""
    said = (say(part) for part in count if part != _RADICAL)
    return " ".join((f", {radical} charge", *said, _CHARGES[sign], ","))


def _raised(sup: Node | None, say: Callable[[Node], str]) -> str:
    if sup is None:
        return ""
    if is_charge(sup):
        return charge(sup, lambda part: _one(part, say))
    if isinstance(sup, Script) and sup.sub is None and is_charge(sup.sup):  # a partial one
        return f", charge {say(sup.base)} {charge(sup.sup, say).replace('charge', '').strip(' ,')},"
    if isinstance(sup, Identifier) and sup.text in _ROMAN:
        return f", oxidation state {_ROMAN.index(sup.text)},"
    if sup == _RADICAL or isinstance(sup, Text):
        return _one(sup, say)
    return f", superscript {_script(sup, say)},"


def _lowered(sub: Node | None, say: Callable[[Node], str]) -> str:
    """Return a count in words: a figure alone, as it is read; what is none is named."""
    if sub is None:
        return ""
    if isinstance(sub, Number | Text):
        return _one(sub, say)
    return f"sub {_script(sub, say)}" + (", end sub," if isinstance(sub, Row) else "")


def _script(node: Node, say: Callable[[Node], str]) -> str:
    """A count: `−` in it is "minus", where a bond would be meant outside a script."""
    words = ("minus" if part == Symbol(char="−") else _one(part, say) for part in parts_of(node))
    return " ".join(words)
