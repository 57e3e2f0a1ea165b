"""What each sign of a row does in its place: whether a minus is a sign or an operation, whether a bar opens or closes."""

from __future__ import annotations

from collections.abc import Sequence

from packbuilder.maths.commands import sign_kind
from packbuilder.maths.nodes import (
    Accent,
    Fraction,
    Function,
    Identifier,
    Middle,
    Node,
    Number,
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
    bars: list[set[str]] = [set()]  # those that are open, within each of the brackets that are
    before = ""
    ends = _Ends()
    between = coordinate_bars(parts)
    for at, node in enumerate(parts):
        role = "punctuation" if at in between else ends.turned(node, _role(node, before, bars[-1], chemical), before)
        found.append(role)
        if role == "open" and core(node) not in FENCES:
            bars.append(set())
        elif role == "close" and core(node) not in FENCES and len(bars) > 1:
            bars.pop()
        if role != "space":
            before = role
    return tuple(found)


FENCES = (Symbol(char="|"), Symbol(char="‖"))
"""Signs that open as they close."""
_OPENS, _CLOSES = Symbol(char="("), Symbol(char=")")
_BARS = (Symbol(char="|"), Symbol(char="∣"))
_SIGNS = (Symbol(char="+"), Symbol(char="−"))


def coordinate_bars(parts: Sequence[Node]) -> frozenset[int]:
    """Return the places of bars that stand between coordinates, `P(2 | -3)`: between numbers, or of three and more between letters too."""
    found: set[int] = set()
    if not any(part in _BARS for part in parts):
        return frozenset()
    for at, part in enumerate(parts):
        if part != _OPENS:
            continue
        end = next((i for i in range(at + 1, len(parts)) if parts[i] == _CLOSES), at)
        bars = [i for i in range(at + 1, end) if parts[i] in _BARS]
        places = zip((at, *bars), (*bars, end), strict=True)
        if bars and all(_is_coordinate(parts[start + 1 : stop], letters=len(bars) > 1) for start, stop in places):
            found.update(bars)
    return frozenset(found)


def _is_coordinate(group: Sequence[Node], *, letters: bool) -> bool:
    """Whether parts are one number, signed or not; with `letters` it may be one."""
    held = [part for part in group if not isinstance(part, Space)]
    if len(held) == 2 and held[0] in _SIGNS:
        held = held[1:]
    if len(held) != 1:
        return False
    figures = isinstance(held[0], Number) or (isinstance(held[0], Fraction) and isinstance(held[0].numerator, Number))
    return figures or (letters and isinstance(held[0], Identifier | Script))


class _Ends:
    """Tells square brackets that are turned round, the open ends of intervals: `]0; 1[`, `x \\in ]-\\infty; 2]`."""

    __slots__ = ("open",)

    def __init__(self) -> None:
        self.open: list[tuple[str, bool]] = []  # each bracket, and whether something has been parted within it

    def turned(self, node: Node, role: str, before: str) -> str:
        """Return the role of the next node, which is `role` where no bracket is turned round."""
        inner = core(node)
        char = inner.char if isinstance(inner, Symbol) else ""
        if char == "]" and not self.open and before in _WAITING:
            role = "open"
        elif char == "[" and self.open and self.open[-1][0] in ("[", "]") and self.open[-1][1] and before not in _WAITING:
            role = "close"
        if role == "open" and char not in "|‖":
            self.open.append((char, False))
        elif role == "close" and char not in "|‖" and self.open:
            self.open.pop()
        elif role == "punctuation" and char in ",;" and self.open:
            self.open[-1] = (self.open[-1][0], True)
        return role


def _role(node: Node, before: str, bars: set[str], chemical: bool) -> str:
    inner = core(node)
    if isinstance(inner, Space):
        return "space"
    if isinstance(inner, Function):
        return "function"
    if isinstance(inner, Middle):
        return "relation"
    if isinstance(inner, Accent) and isinstance(inner.base, Symbol) and sign_kind(inner.base.char) == "relation":
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
