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

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_VARIANTS = {
    "rm": "normal",
    "bf": "bold",
    "it": "italic",
    "bb": "double-struck",
    "cal": "script",
    "scr": "script",
    "frak": "fraktur",
    "sf": "sans-serif",
    "tt": "monospace",
    "bm": "bold-italic",
}
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
    "dot": "˙",
    "ddot": "¨",
    "check": "ˇ",
    "acute": "´",
    "grave": "`",
    "overbrace": "⏞",
    "underbrace": "⏟",
}
_NOTATIONS = {"boxed": "box", "cancel": "updiagonalstrike"}


def to_mathml(tree: Node, *, display: bool = False) -> str:
    """The formula as a well-formed `<math>` element; `display` for one that stands in a line of its own."""
    kind = "block" if display else "inline"
    return f'<math xmlns="{NAMESPACE}" display="{kind}">{_mathml(tree)}</math>'


def _mathml(node: Node) -> str:
    return _WRITERS[type(node)](node)


def _element(name: str, content: str, **attributes: str) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}>{content}</{name}>"


def _leaf(name: str, text: str, variant: str = "") -> str:
    return _element(name, escape(text), mathvariant=_VARIANTS.get(variant, ""))


def _row(node: Row) -> str:
    return _element("mrow", "".join(map(_mathml, node.children)))


def _symbol(node: Symbol) -> str:
    command = SIGNS.get(node.char)
    ordinary = command is None or command.kind in ("letter", "ordinary")
    if node.char in _BRACKETS:
        # Only those that were written with \left and \right grow; a browser would let all of them.
        return _element("mo", escape(node.char), stretchy="false")
    return _leaf("mi" if ordinary else "mo", node.char)


def _fraction(node: Fraction) -> str:
    content = _mathml(node.numerator) + _mathml(node.denominator)
    return _element("mfrac", content, displaystyle={"d": "true", "t": "false"}.get(node.size, ""))


def _binomial(node: Binomial) -> str:
    fraction = _element("mfrac", _mathml(node.upper) + _mathml(node.lower), linethickness="0")
    return _element("mrow", _leaf("mo", "(") + fraction + _leaf("mo", ")"))


def _root(node: Root) -> str:
    if node.index is None:
        return _element("msqrt", _mathml(node.radicand))
    return _element("mroot", _mathml(node.radicand) + _mathml(node.index))


def _script(node: Script) -> str:
    below, above = ("munder", "mover") if node.limits else ("msub", "msup")
    if node.sub is not None and node.sup is not None:
        name = "munderover" if node.limits else "msubsup"
        return _element(name, _mathml(node.base) + _mathml(node.sub) + _mathml(node.sup))
    if node.sub is not None:
        return _element(below, _mathml(node.base) + _mathml(node.sub))
    return _element(above, _mathml(node.base) + (_mathml(node.sup) if node.sup is not None else "<mrow/>"))


def _stack(node: Stack) -> str:
    base = _mathml(node.base)
    if node.under is not None and node.over is not None:
        return _element("munderover", base + _mathml(node.under) + _mathml(node.over))
    if node.under is not None:
        return _element("munder", base + _mathml(node.under))
    return _element("mover", base + (_mathml(node.over) if node.over is not None else "<mrow/>"))


def _accent(node: Accent) -> str:
    base = _mathml(node.base)
    if node.name in _NOTATIONS:
        return _element("menclose", base, notation=_NOTATIONS[node.name])
    mark = _leaf("mo", _MARKS.get(node.name, ACCENTS[node.name].char))
    if node.name in ("underline", "underbrace"):
        return _element("munder", base + mark, accentunder="true")
    return _element("mover", base + mark, accent="true")


def _fence(char: str) -> str:
    return _element("mo", escape(char), fence="true", stretchy="true") if char else ""


def _fenced(node: Fenced) -> str:
    return _element("mrow", _fence(node.left) + _mathml(node.body) + _fence(node.right))


def _table(node: Table) -> str:
    rows = (_element("mtr", "".join(_element("mtd", _mathml(cell)) for cell in row)) for row in node.rows)
    align = {"cases": "left", "aligned": "right left"}.get(node.kind, "")
    if node.kind == "array":
        align = " ".join({"l": "left", "r": "right"}.get(c, "center") for c in node.columns if c != "|")
    table = _element("mtable", "".join(rows), columnalign=align)
    left, right = _FENCES.get(node.kind, ("", ""))
    return _element("mrow", _fence(left) + table + _fence(right)) if left else table


def _space(node: Space) -> str:
    return f'<mspace width="{node.width / 1000:g}em"/>'


_WRITERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: lambda node: _leaf("mi", node.text, node.variant),
    Number: lambda node: _leaf("mn", node.text, node.variant),
    Symbol: _symbol,
    Function: lambda node: _leaf("mi", node.name),
    Text: lambda node: _leaf("mtext", node.text.replace(" ", "\N{NO-BREAK SPACE}"), node.variant),
    Space: _space,
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: lambda node: _fence(node.char),
    Table: _table,
    Chemistry: lambda node: _element("mrow", _mathml(node.body)),
}
