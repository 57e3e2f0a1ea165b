"""A chemical formula in words: letters and figures one by one, charges, states of matter and reaction arrows."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.maths.nodes import (
    EMPTY,
    Chemistry,
    Identifier,
    Node,
    Row,
    Script,
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
}
_STATES = {
    "(aq)": "aqueous",
    "(s)": "solid",
    "(l)": "liquid",
    "(g)": "gas",
    "(cr)": "crystalline",
    "(am)": "amorphous",
}


def spoken_chemistry(node: Chemistry, say: Callable[[Node], str]) -> str:
    """The formula in words; `say` speaks what is mathematics in it."""
    return _all(node.body, say)


def _all(node: Node, say: Callable[[Node], str]) -> str:
    return " ".join(filter(None, (_one(part, say) for part in parts_of(node))))


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
            return _nuclide(sub, sup, say)
        case Script(base=base, sub=sub, sup=sup):
            scripts = (_script(script, say) for script in (sub, sup) if script is not None)
            return " ".join(filter(None, (_one(base, say), *scripts)))
        case Stack(base=base, over=over, under=under):
            conditions = " and ".join(_all(mark, say) for mark in (over, under) if mark is not None)
            return f"{_one(base, say)}, with {conditions},"
        case _:
            return say(node)


def _nuclide(sub: Node | None, sup: Node | None, say: Callable[[Node], str]) -> str:
    mass = f"mass number {_script(sup, say)}," if sup is not None else ""
    number = f"atomic number {_script(sub, say)}," if sub is not None else ""
    return f"{mass} {number}".strip()


def _script(node: Node, say: Callable[[Node], str]) -> str:
    """A count or a charge: `2−` is "2 minus", where a bond would be meant outside a script."""
    words = ("minus" if part == Symbol(char="−") else _one(part, say) for part in parts_of(node))
    return " ".join(words)
