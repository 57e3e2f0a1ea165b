r"""A formula as normalised LaTeX for the drawing library (ziamath 0.13, which reads it with latex2mathml).

What that library draws wrongly is written another way: `\ce` as upright letters, `\binom` as a one-column matrix (it
cannot follow braces inside braces there), the comma of thousands, chemical bonds and the dot before water of crystallisation as
words (no operator's space round them), a sign before a number in braces of its own for the same reason, bold letters one by one
(it slants what it takes for a name), letters of the alphabets whose names it does not know (double-struck, sans-serif, monospaced) as the characters that
they are, words without the characters that it prints as their escapes, and every token apart (it joins
two bars to one).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from packbuilder.maths.commands import COMMANDS, FUNCTIONS, SIGNS, UNKNOWN, VARIANTS
from packbuilder.maths.nodes import (
    EMPTY,
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
from packbuilder.maths.roles import roles
from packbuilder.maths.unicode import lettered
from packbuilder.patterns import regex

_BONDS = frozenset("=≡−·")
_UNWRITABLE = regex(r"([\\{}$&%#_<>~^])")
_SPECIAL = {"\\": r"\backslash", "<": "<", ">": ">", "~": "~", "^": r"\text{^}"}
_ARROWS = {c.char: c.name for c in COMMANDS.values() if c.kind == "structure" and c.name.startswith("x")}
_ALPHABETS = frozenset(("bb", "sf", "tt"))
_SPACES = {int(c.char): c.name for c in reversed(COMMANDS.values()) if c.kind == "space"}


def to_latex(tree: Node) -> str:
    """The formula as LaTeX that the drawing library draws as meant; an empty formula is a pair of braces."""
    return _latex(tree, False) or "{}"


def _latex(node: Node, chemical: bool) -> str:
    return _WRITERS[type(node)](node, chemical)


def _argument(node: Node, chemical: bool) -> str:
    """In braces, and never empty: the library does not draw what lacks its argument."""
    return "{" + (_latex(node, chemical) or r"\,") + "}"


def _row(node: Row, chemical: bool) -> str:
    parts: list[str] = []
    for child, role in zip(node.children, roles(node.children, chemical=chemical), strict=True):
        if chemical and isinstance(child, Symbol) and child.char in _BONDS:
            parts.append(rf"\text{{{child.char}}}")
        elif role == "prefix" and parts and isinstance(child, Symbol):
            parts.append("{" + _sign(child.char) + "}")
        else:
            parts.append(_latex(child, chemical))
    return " ".join(filter(None, parts))


def _varied(text: str, variant: str) -> str:
    if not variant:
        return text
    if variant in _ALPHABETS:
        return lettered(text, variant)
    if variant == "bf" and text.isascii() and text.isalpha():
        return "{" + "".join(rf"\mathbf{{{letter}}}" for letter in text) + "}" if len(text) > 1 else rf"\mathbf{{{text}}}"
    return rf"\{VARIANTS[variant].name} {{{text}}}"


def _identifier(node: Identifier, chemical: bool) -> str:
    letters = (_sign(char) for char in node.text)
    return _varied(" ".join(letters) if not node.text.isascii() else node.text, node.variant)


def _number(node: Number, chemical: bool) -> str:
    variant = node.variant if node.variant in _ALPHABETS else {"bf": "bf", "bm": "bf"}.get(node.variant, "")
    text = lettered(node.text, variant) if variant else node.text  # the library has figures of no variant
    return text.replace(",", r"\text{,}").replace(NARROW, r"\,")


def _sign(char: str) -> str:
    command = SIGNS.get(char)
    if command is None:
        return char
    if COMMANDS.get(command.name) is not command:  # typed as itself
        return command.name
    return "\\" + command.name


def _symbol(node: Symbol, chemical: bool) -> str:
    return _sign(node.char)


def _function(node: Function, chemical: bool) -> str:
    known = FUNCTIONS.get(node.name)
    return "\\" + known.name if known is not None and node.name not in UNKNOWN else rf"\operatorname{{{node.name}}}"


def _text(node: Text, chemical: bool) -> str:
    """Words, parted where a character among them can only be written as a sign of mathematics.

    No words are an empty group: before a sign it makes it stand between two terms, with its space on both sides.
    """
    name = {"bf": "textbf", "it": "textit"}.get(node.variant, "text")
    return (
        " ".join(
            _SPECIAL.get(part, "\\" + part) if _UNWRITABLE.fullmatch(part) else rf"\{name}{{{part}}}"
            for part in _UNWRITABLE.split(node.text)
            if part
        )
        or "{}"
    )


def _space(node: Space, chemical: bool) -> str:
    if node.width == 250:
        return "~"
    name = _SPACES.get(node.width)
    return "\\" + name if name is not None else rf"\hspace{{{node.width / 1000:g}em}}"


def _fraction(node: Fraction, chemical: bool) -> str:
    return rf"\{node.size}frac{_argument(node.numerator, chemical)}{_argument(node.denominator, chemical)}"


def _binomial(node: Binomial, chemical: bool) -> str:
    return _table(Table(kind="pmatrix", rows=((node.upper,), (node.lower,))), chemical)


def _root(node: Root, chemical: bool) -> str:
    index = f"[{_argument(node.index, chemical)}]" if node.index is not None else ""
    return rf"\sqrt{index}{_argument(node.radicand, chemical)}"


def _script(node: Script, chemical: bool) -> str:
    base = _latex(node.base, chemical)
    if not isinstance(node.base, Identifier | Number | Symbol | Function | Fenced | Accent):
        base = "{" + base + "}"
    # In a script a minus is a charge, not a bond.
    limits = r"\limits" if node.limits else ""
    below = "_" + _argument(node.sub, False) if node.sub is not None else ""
    above = "^" + _argument(node.sup, False) if node.sup is not None else ""
    return base + limits + below + above


def _stack(node: Stack, chemical: bool) -> str:
    arrow = _ARROWS.get(node.base.char) if isinstance(node.base, Symbol) else None
    if arrow is not None:
        under = f"[{_argument(node.under, chemical)}]" if node.under is not None else ""
        return rf"\{arrow}{under}{_argument(node.over if node.over is not None else EMPTY, chemical)}"
    written = _argument(node.base, chemical)
    if node.over is not None:
        written = rf"\overset{_argument(node.over, chemical)}{written}"
    if node.under is not None:
        wrapped = "{" + written + "}" if node.over is not None else written
        written = rf"\underset{_argument(node.under, chemical)}{wrapped}"
    return written


def _accent(node: Accent, chemical: bool) -> str:
    return rf"\{node.name}{_argument(node.base, chemical)}"


def _fenced(node: Fenced, chemical: bool) -> str:
    left, right = (_sign(char) if char else "." for char in (node.left, node.right))
    return rf"\left{left} {_latex(node.body, chemical)} \right{right}"


def _middle(node: Middle, chemical: bool) -> str:
    return rf"\middle{_sign(node.char)}"


def _table(node: Table, chemical: bool) -> str:
    columns = "{" + (node.columns or "c") + "}" if node.kind == "array" else ""
    rows = r" \\ ".join(_cells(row, chemical) for row in node.rows)
    apart = "{} " if rows.startswith("[") else ""  # or the library takes a bracket for how the columns are aligned
    return rf"\begin{{{node.kind}}}{columns} {apart}{rows} \end{{{node.kind}}}"


def _cells(row: Sequence[Node], chemical: bool) -> str:
    return " & ".join(_latex(cell, chemical) for cell in row)


_WRITERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: _number,
    Symbol: _symbol,
    Function: _function,
    Text: _text,
    Space: _space,
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: _middle,
    Table: _table,
    Chemistry: lambda node, chemical: _latex(node.body, True),
}
