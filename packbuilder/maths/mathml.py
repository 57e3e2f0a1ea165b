"""A formula as presentation MathML, for readers on screen."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from packbuilder.maths.commands import ACCENTS, BRACKETS, SIGNS
from packbuilder.maths.nodes import (
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
from packbuilder.maths.roles import roles
from packbuilder.maths.unicode import in_alphabet

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_BRACKETS = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉")
_FENCES = {**BRACKETS, "cases": ("{", "")}
_MARKS = {
    "bar": "¯",
    "overline": "‾",
    "underline": "_",
    "vec": "→",
    "overrightarrow": "→",
    "hat": "^",
    "widehat": "^",
    "tilde": "~",
    "widetilde": "~",
    "overparen": "⏜",
    "dot": "˙",
    "ddot": "¨",
    "check": "ˇ",
    "acute": "´",
    "grave": "`",
    "overbrace": "⏞",
    "underbrace": "⏟",
}
_GROWS = dict.fromkeys(("overline", "underline", "overrightarrow", "widehat", "widetilde", "overparen", "overbrace", "underbrace"), "true")
"""Marks that are as wide as what they stand on."""
_NOTATIONS = {"boxed": "box", "cancel": "updiagonalstrike"}


_APPLIED = "\N{FUNCTION APPLICATION}"
_THIN = "0.167em"
_AROUND = "0.278em"
"""The space on both sides of a relation."""
_BONDS = frozenset("=≡−·|‖")
_CLOSED = frozenset(("term", "close", "postfix", "function"))
"""What a function's name stands apart from."""
_UPRIGHT = frozenset("ΓΔΘΛΞΠΣΥΦΨΩ∞∅∂∇∠∡△□✓…⋯⋮⋱£€$#&_\\¬∀∃∄")
"""Letters and signs that are never slanted, whatever a browser does with one letter."""
_COMMON = {"⧵": "∖"}
"""Signs that few fonts have, and what means the same."""
_OVER = frozenset("∑∏⋃⋂")
"""Signs with their limits over and under them where there is room."""
_LIMITS = frozenset(("lim", "max", "min", "sup", "inf"))


def to_mathml(tree: Node, *, display: bool = False, language: str = "") -> str:
    """The formula as a well-formed `<math>` element; `display` for one that stands in a line of its own.

    It is written for browsers that know no more than MathML Core: letters of alphabets are characters of Unicode, and signs say which
    side of them their term is. `language` is that of the text that it stands in, which screen readers take from the element itself.
    """
    kind = "block" if display else "inline"
    spoken = f' lang="{escape(language)}"' if language else ""
    return f'<math xmlns="{NAMESPACE}" display="{kind}"{spoken}>{_mathml(tree, False)}</math>'


def _mathml(node: Node, chemical: bool) -> str:
    return _WRITERS[type(node)](node, chemical)


def _element(name: str, content: str, **attributes: str) -> str:
    written = "".join(f' {"class" if key == "kind" else key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}>{content}</{name}>"


def _leaf(name: str, text: str, variant: str = "") -> str:
    shown = in_alphabet(text, variant)
    upright = name == "mi" and len(shown) == 1 and (variant == "rm" or shown in _UPRIGHT or (variant == "bf" and shown == text))
    return _element(name, escape(shown), mathvariant="normal" if upright else "")


def _row(node: Row, chemical: bool) -> str:
    own = roles(node.children, chemical=chemical)
    pieces: list[str] = []
    for at, (part, role) in enumerate(zip(node.children, own, strict=True)):
        before, after = own[at - 1] if at else "", own[at + 1] if at + 1 < len(own) else ""
        if role == "function" and before in _CLOSED:
            pieces.append(_space(Space(width=167), chemical))
        pieces.append(_sign(part, role, chemical) if isinstance(part, Symbol) else _mathml(part, chemical))
        if role == "function" and after in ("term", "function", "large"):
            pieces.append(_element("mo", _APPLIED, lspace="0", rspace=_THIN))
    return _element("mrow", "".join(pieces))


def _sign(node: Symbol, role: str, chemical: bool) -> str:
    """A sign of a row: which side of it its term is depends on what it does there, and its white space too."""
    if chemical and role == "term" and node.char in _BONDS:
        return _element("mo", escape(node.char), lspace="0", rspace="0", stretchy="false" if node.char in _BRACKETS else "")
    if role == "prefix":
        return _element("mo", escape(node.char), form="prefix")
    if role in ("open", "close") and node.char in "|‖":
        return _element("mo", escape(node.char), form="prefix" if role == "open" else "postfix", fence="true", stretchy="false")
    if role == "slash" or (role == "postfix" and node.char != "′"):
        return _element("mo", escape(node.char), form="postfix" if role == "postfix" else "", lspace="0", rspace="0")
    if node.char == ".":  # before a decimal that has a mark
        return _element("mo", node.char, lspace="0", rspace="0")
    if node.char == ":" and role == "relation":
        return _element("mo", node.char, lspace=_AROUND, rspace=_AROUND)
    return _symbol(node, chemical)


def _symbol(node: Symbol, chemical: bool) -> str:
    command = SIGNS.get(node.char)
    ordinary = command is None or command.kind in ("letter", "ordinary")
    if node.char in _BRACKETS:
        # Only those that were written with \left and \right grow; a browser would let all of them.
        return _element("mo", escape(node.char), stretchy="false")
    return _leaf("mi" if ordinary else "mo", _COMMON.get(node.char, node.char))


def _fraction(node: Fraction, chemical: bool) -> str:
    content = _mathml(node.numerator, chemical) + _mathml(node.denominator, chemical)
    return _element("mfrac", content, displaystyle={"d": "true", "t": "false"}.get(node.size, ""))


def _binomial(node: Binomial, chemical: bool) -> str:
    fraction = _element("mfrac", _mathml(node.upper, chemical) + _mathml(node.lower, chemical), linethickness="0")
    return _element("mrow", _leaf("mo", "(") + fraction + _leaf("mo", ")"))


def _root(node: Root, chemical: bool) -> str:
    if node.index is None:
        return _element("msqrt", _mathml(node.radicand, chemical))
    return _element("mroot", _mathml(node.radicand, chemical) + _mathml(node.index, chemical))


def _script(node: Script, chemical: bool) -> str:
    over = node.limits or _has_limits(node.base)
    below, above = ("munder", "mover") if over else ("msub", "msup")
    base = _mathml(node.base, chemical)
    if isinstance(node.base, Function) and node.base.name in _LIMITS:
        base = _element("mo", node.base.name, lspace="0", rspace="0", movablelimits="false" if node.limits else "true")
    # In a script a minus is a charge, not a bond.
    sub, sup = (_mathml(each, False) if each is not None else "" for each in (node.sub, node.sup))
    if sub and sup:
        return _element("munderover" if over else "msubsup", base + sub + sup)
    return _element(below, base + sub) if sub else _element(above, base + (sup or "<mrow/>"))


def _has_limits(base: Node) -> bool:
    if isinstance(base, Function):
        return base.name in _LIMITS
    return (isinstance(base, Accent) and base.name in ("overbrace", "underbrace")) or (isinstance(base, Symbol) and base.char in _OVER)


def _stack(node: Stack, chemical: bool) -> str:
    base = _mathml(node.base, chemical)
    under, over = (_mathml(each, chemical) if each is not None else "" for each in (node.under, node.over))
    if under and over:
        return _element("munderover", base + under + over)
    return _element("munder", base + under) if under else _element("mover", base + (over or "<mrow/>"))


def _accent(node: Accent, chemical: bool) -> str:
    base = _mathml(node.base, chemical)
    if node.name in _NOTATIONS:
        return _element("menclose", base, notation=_NOTATIONS[node.name])
    mark = _element("mo", escape(_MARKS.get(node.name, ACCENTS[node.name].char)), stretchy=_GROWS.get(node.name, "false"))
    if node.name in ("underline", "underbrace"):
        return _element("munder", base + mark, accentunder="true")
    return _element("mover", base + mark, accent="true")


def _fence(char: str, form: str = "") -> str:
    return _element("mo", escape(char), form=form, fence="true", stretchy="true") if char else ""


def _fenced(node: Fenced, chemical: bool) -> str:
    return _element("mrow", _fence(node.left, "prefix") + _mathml(node.body, chemical) + _fence(node.right, "postfix"))


def _table(node: Table, chemical: bool) -> str:
    count = max(map(len, node.rows), default=1)
    places = _places(node, count)
    rows = (
        _element("mtr", "".join(_element("mtd", _mathml(cell, chemical), kind=place) for cell, place in zip(row, places, strict=False)))
        for row in node.rows
    )
    # Browsers go by the class of each cell; other readers of MathML by the attribute of the table.
    align = " ".join(_NAMES[place[0]] for place in places) if any(place[0] != "c" for place in places) else ""
    table = _element("mtable", "".join(rows), kind=node.kind if node.kind in ("aligned", "cases") else "", columnalign=align)
    left, right = _FENCES.get(node.kind, ("", ""))
    return _element("mrow", _fence(left, "prefix") + table + _fence(right, "postfix")) if left else table


_NAMES = {"l": "left", "r": "right", "c": "center"}


def _places(node: Table, count: int) -> list[str]:
    """Return for each column how it is aligned, and whether a line stands behind it: the class of its cells."""
    if node.kind == "array":
        signs = [(sign, line) for sign, line in zip(node.columns, f"{node.columns[1:]} ", strict=False) if sign != "|"]
        found = [f"{sign} line" if line == "|" else sign for sign, line in signs]
        return [*found, *("c" for _ in range(count))][: max(count, len(found))]
    return {"cases": ["l"] * count, "aligned": ["r", "l"] * (count // 2 + 1)}.get(node.kind, ["c"] * count)[:count]


def _space(node: Space, chemical: bool) -> str:
    return f'<mspace width="{node.width / 1000:g}em"/>'


def _text(node: Text, chemical: bool) -> str:
    return _element("mtext", escape(node.text.replace(" ", "\N{NO-BREAK SPACE}")), kind=node.variant)


_WRITERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: lambda node, chemical: _leaf("mi", node.text, node.variant),
    Number: lambda node, chemical: _leaf("mn", node.text, node.variant),
    Symbol: _symbol,
    Function: lambda node, chemical: _leaf("mi", node.name),
    Text: _text,
    Space: _space,
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: lambda node, chemical: _fence(node.char, "infix"),
    Table: _table,
    Chemistry: lambda node, chemical: (
        _mathml(node.body, True) if isinstance(node.body, Row) else _element("mrow", _mathml(node.body, True))
    ),
}
