"""A formula as one readable line of Unicode: `x² − 5x + 6 = 0`, `(a + b)/(2c)`, `2H₂ + O₂ → 2H₂O`."""

from __future__ import annotations

from collections.abc import Callable

from packbuilder.maths.chemical_speech import is_count_of_ion
from packbuilder.maths.commands import ACCENTS, BRACKETS
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
    parts_of,
)
from packbuilder.maths.roles import core, roles
from packbuilder.maths.unicode import double_struck, high, low
from packbuilder.patterns import regex

_SPACED = frozenset(("infix", "relation"))
_TERMS = frozenset(("term", "open", "function", "large"))
_UNITS = regex(r"(?!.*\b(?:of|to|the|and|in|or)\b)\s*(?:[^\W\d_]{1,3}[\s/·]+)*[^\W\d_]{1,4}\s*")
_ROOTS = {"3": "∛", "4": "∜"}
_BRACKETS = {**BRACKETS, "cases": ("{ ", "")}
_CLOSE_SIGNS = {"∗": "*"}  # the typed sign is what people search for


def to_plain(tree: Node) -> str:
    """The formula in linear Unicode; brackets are added wherever the layout of the formula stood for them."""
    return " ".join(_plain(tree, False).split())


def _plain(node: Node, chemical: bool) -> str:
    return _WRITERS[type(node)](node, chemical)


def _row(node: Node, chemical: bool) -> str:
    parts = parts_of(node)
    kinds = roles(parts, chemical=chemical)
    pieces: list[str] = []
    for i, (part, role) in enumerate(zip(parts, kinds, strict=True)):
        before = kinds[i - 1] if i else ""
        after = kinds[i + 1] if i + 1 < len(kinds) else ""
        text = _within_row(part, role, before, after, chemical)
        last = parts[i - 1] if i else None
        if last is not None and _apart(last, part, before, role, chemical):
            text = " " + text
        pieces.append(text)
    return "".join(pieces)


def _within_row(part: Node, role: str, before: str, after: str, chemical: bool) -> str:
    """One node as it stands between its neighbours."""
    text = _plain(part, chemical)
    if role in _SPACED:
        return f" {text} "
    if role == "punctuation" and text in ",;":
        return f"{text} "
    if isinstance(part, Fraction) and not chemical:
        joined = after in _TERMS or before in ("function", "large") or (before == "term" and not _numeric(part))
        return f"({text})" if joined or (after == "space" and before == "large") else text
    return text


def _apart(last: Node, part: Node, before: str, role: str, chemical: bool) -> bool:
    """Whether a space belongs between two neighbours that would otherwise run into one another."""
    if chemical:
        return (isinstance(part, Symbol) and part.char in "↑↓") or isinstance(last, Fraction)
    if role == "function":
        return before in ("term", "close", "postfix", "function", "large")
    if before == "function":
        return role not in ("open", "close", "punctuation", "postfix") or isinstance(part, Fenced)
    if before == "large":
        return role != "close"
    if isinstance(core(part), Chemistry) or isinstance(core(last), Chemistry):
        return before == "term" and role == "term"
    if isinstance(last, Number) and isinstance(part, Fraction | Number):
        return True
    return before == role == "term" and (_is_word(core(last)) or _is_word(core(part)))


def _is_word(node: Node) -> bool:
    return isinstance(node, Identifier) and len(node.text) > 1


def _numeric(part: Fraction) -> bool:
    return isinstance(part.numerator, Number) and isinstance(part.denominator, Number)


def _identifier(node: Identifier, chemical: bool) -> str:
    return double_struck(node.text) if node.variant == "bb" else node.text


def _symbol(node: Symbol, chemical: bool) -> str:
    return _CLOSE_SIGNS.get(node.char, node.char)


def _fraction(node: Fraction, chemical: bool) -> str:
    above, below = _plain(node.numerator, chemical), _plain(node.denominator, chemical)
    loose = " " in above.strip() or "/" in above
    return f"{_bracketed(above) if loose else above}/{below if _single(node.denominator) else _bracketed(below)}"


def _single(node: Node) -> bool:
    """Whether a node holds together without brackets: one sign, one number, one word, something in brackets."""
    if isinstance(node, Script):
        return _single(node.base)
    if isinstance(node, Text):
        return not any(char.isspace() or char in "+-−/" for char in node.text.strip())
    if isinstance(node, Chemistry):
        return _single(node.body) or " " not in _plain(node, False)
    if isinstance(node, Row):  # one of the usual differentials: dx, dt
        head = node.children[:1]
        return len(node.children) == 2 and head[0] in _DIFFERENTIALS and isinstance(core(node.children[1]), Identifier)
    return isinstance(node, Identifier | Number | Symbol | Fenced | Accent | Function | Root)


def _is_of_units(node: Node) -> bool:
    """Whether a text is units one after the other: `g/cm`, `mol dm`."""
    return isinstance(node, Text) and bool(_UNITS.fullmatch(node.text))


_DIFFERENTIALS = (
    Identifier(text="d"),
    Identifier(text="d", variant="rm"),
    Symbol(char="∂"),
    Identifier(text="δ"),
)


def _bracketed(text: str) -> str:
    return f"({text.strip()})"


def _binomial(node: Binomial, chemical: bool) -> str:
    # No word: it is printed in notes of every language; and no comma, which may be a decimal one.
    return f"C({_plain(node.upper, chemical)}; {_plain(node.lower, chemical)})"


def _root(node: Root, chemical: bool) -> str:
    radicand = _plain(node.radicand, chemical)
    inner = radicand if isinstance(node.radicand, Number | Identifier | Fenced) else _bracketed(radicand)
    if node.index is None:
        return "√" + inner
    index = _plain(node.index, chemical)
    return (_ROOTS.get(index) or (high(_tight(index)) or f"[{index}]") + "√") + inner


def _tight(text: str) -> str:
    return text.replace(" ", "")


def _script(node: Script, chemical: bool) -> str:
    if isinstance(node.base, Accent) and not ACCENTS[node.base.name].char:  # a brace and what is written at it
        notes = (_plain(note, chemical).strip() for note in (node.sub, node.sup) if note is not None)
        return f"{_plain(node.base, chemical)} [{', '.join(notes)}]"
    base = "" if node.base == EMPTY else _plain(node.base, chemical)
    # Behind words a power is the last one's: g/cm³ is no (g/cm)³.
    if not (_single(node.base) or node.base == EMPTY or isinstance(node.base, Stack | Table | Binomial) or _is_of_units(node.base)):
        base = _bracketed(base)
    below, above = _lowered(node.sub, low, "_", chemical), _lowered(node.sup, high, "^", chemical)
    return (
        base + below + above if base or is_count_of_ion(node.sub, node.sup) else above + below
    )  # of a nuclide the mass number comes first


def _lowered(script: Node | None, convert: Callable[[str], str | None], mark: str, chemical: bool) -> str:
    """A script in the small characters of Unicode, or behind its mark where there are none."""
    if script is None:
        return ""
    text = _plain(script, chemical).strip()
    if mark == "^":
        primes = len(text) - len(text.lstrip("′"))
        if text in ("∘", "°"):
            return "°"
        if primes:
            rest = text[primes:].strip()
            return text[:primes] + (high(_tight(rest)) or f"^({rest})" if rest else "")
    if text == "•":  # of a radical
        return text
    small = convert(_tight(text))
    if small is not None:
        return small
    if isinstance(script, Text) and text.startswith("("):
        return text
    return mark + (text if len(text) == 1 or isinstance(script, Number) or (_is_word(script) and mark == "_") else _bracketed(text))


def _stack(node: Stack, chemical: bool) -> str:
    marks = [_plain(mark, chemical).strip() for mark in (node.over, node.under) if mark is not None]
    return f"{_plain(node.base, chemical)}[{', '.join(marks)}]"


def _accent(node: Accent, chemical: bool) -> str:
    base = _plain(node.base, chemical)
    if node.name == "overparen":
        return f"⌢{base if len(base) < 3 else _bracketed(base)}"
    mark = ACCENTS[node.name].char
    if not mark:
        return base
    if len(base) > 3:
        return base if node.name in ("underline", "cancel") else _bracketed(base) + mark
    return "".join(char if char.isspace() else char + mark for char in base)


def _fenced(node: Fenced, chemical: bool) -> str:
    return f"{node.left}{_plain(node.body, chemical).strip()}{node.right}"


def _table(node: Table, chemical: bool) -> str:
    aligned = node.kind == "aligned"
    between = " " if aligned else ", "
    rows = (between.join(filter(None, (_plain(cell, chemical).strip() for cell in row))) for row in node.rows)
    left, right = _BRACKETS.get(node.kind, ("", ""))
    return left + "; ".join(rows) + right


def _space(node: Space, chemical: bool) -> str:
    return " " if node.width > 0 else ""


_WRITERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: lambda node, chemical: double_struck(node.text) if node.variant == "bb" else node.text,
    Symbol: _symbol,
    Function: lambda node, chemical: node.name,
    Text: lambda node, chemical: node.text,
    Space: _space,
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: lambda node, chemical: node.char,
    Table: _table,
    Chemistry: lambda node, chemical: _plain(node.body, True),
}
