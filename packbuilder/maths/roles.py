"""What each sign of a row does in its place: whether a minus is a sign or an operation, whether a bar opens or closes."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.maths.commands import sign_kind
from packbuilder.maths.nodes import (
    Function,
    Middle,
    Node,
    Script,
    Space,
    Stack,
    Symbol,
)

_PREFIXABLE = frozenset("+−±∓")
_WAITING = frozenset(("", "relation", "infix", "prefix", "open", "punctuation", "slash", "function", "large"))


def core(node: Node) -> Node:
    """The sign under scripts and marks: the `∑` of a sum with limits, the arrow under a condition."""
    while isinstance(node, Script | Stack):
        node = node.base
    return node


def roles(parts: Sequence[Node], *, chemical: bool = False) -> tuple[str, ...]:
    """A role for each node: prefix, infix, relation, open, close, punctuation, postfix, slash, function, large, space, term.

    In chemistry the signs `=`, `≡` and an unspaced `−` are bonds, which count as terms, and an arrow is a relation.
    """
    found: list[str] = []
    bars: set[str] = set()
    before = ""
    for node in parts:
        role = _role(node, before, bars, chemical)
        found.append(role)
        if role != "space":
            before = role
    return tuple(found)


def _role(node: Node, before: str, bars: set[str], chemical: bool) -> str:
    inner = core(node)
    if isinstance(inner, Space):
        return "space"
    if isinstance(inner, Function):
        return "function"
    if isinstance(inner, Middle):
        return "relation"
    if not isinstance(inner, Symbol):
        return "term"
    kind = sign_kind(inner.char)
    if chemical and inner.char in "=≡−·":
        return "term"
    if kind == "fence":
        return _bar(inner.char, before, bars)
    if kind == "binary":
        return "prefix" if inner.char in _PREFIXABLE and before in _WAITING else "infix"
    if kind == "arrow":
        return "relation"
    return "term" if kind in ("ordinary", "letter") else kind


def _bar(char: str, before: str, bars: set[str]) -> str:
    """A bar closes what an earlier bar opened, unless something is still waited for."""
    if char in bars and before not in _WAITING - {"punctuation"}:
        bars.discard(char)
        return "close"
    bars.add(char)
    return "open"
