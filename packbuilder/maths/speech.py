"""A formula in British English words, as a teacher would read it out: "x squared minus 5 x plus 6 equals 0"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from packbuilder.maths.chemical_speech import spoken_chemistry
from packbuilder.maths.commands import ACCENTS, FUNCTIONS, SIGNS, sign_kind
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
from packbuilder.patterns import regex

_APART = 500
"""What stands behind a space so wide is another expression."""

_COMMAS = regex(r"\s*,(?:\s*,)*")
_POWERS = {"2": "squared", "3": "cubed"}
_PARTS = {
    "2": ("half", "halves"),
    "3": ("third", "thirds"),
    "4": ("quarter", "quarters"),
    "5": ("fifth", "fifths"),
}
_COUNTS = {"1": "one", "2": "two", "3": "three", "4": "four"}
_SETS = {
    "N": "the natural numbers",
    "Z": "the integers",
    "Q": "the rational numbers",
    "R": "the real numbers",
}
_SETS_MORE = {"C": "the complex numbers", "P": "the prime numbers"}
_STYLES = {"bf": "bold", "bm": "bold", "cal": "script", "scr": "script", "frak": "fraktur"}
_INVERSES = frozenset(("sin", "cos", "tan", "sinh", "cosh", "tanh"))
_CURRENCIES = frozenset((Symbol(char="£"), Symbol(char="€"), Symbol(char="$")))
_LIMITS = frozenset(("lim", "max", "min", "sup", "inf"))
_BARS = {
    ("|", "|"): "the modulus of",
    ("‖", "‖"): "the norm of",
    ("⌊", "⌋"): "the floor of",
    ("⌈", "⌉"): "the ceiling of",
}
_MINUS_ONE = Row(children=(Symbol(char="−"), Number(text="1")))
_PREFIX_ACCENTS = {"vec": "vector", "overrightarrow": "vector", "cancel": "cancelled", "boxed": "boxed"}
_DIFFERENTIAL = {"d": "d", "∂": "partial d", "δ": "delta", "Δ": "capital delta"}


def to_speech(tree: Node) -> str:
    """The formula in words; where a listener could not tell the end of something, "end fraction" and its kin say so."""
    return _COMMAS.sub(",", " ".join(_say(tree).split())).strip(" ,")


def _say(node: Node) -> str:
    return _SPEAKERS[type(node)](node)


def _joined(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))


def _row(node: Row) -> str:
    spoken: list[str] = []
    opened = 0
    factor = False
    parts = _money(node.children)
    for part, role in zip(parts, roles(parts), strict=True):
        if factor and isinstance(core(part), Root | Fraction) and _say(part).startswith("the "):
            # "5 the square root of 2" is no sentence, and "the 5 ..." could be heard as another root.
            spoken.append("times")
        if role != "space" or (isinstance(part, Space) and part.width >= _APART):
            factor = role in ("term", "close") and not isinstance(part, Text)
        if isinstance(part, Symbol) and part.char == "|" and role == "open":
            spoken.append("the modulus of")
            opened += 1
        elif isinstance(part, Symbol) and part.char == "|" and role == "close" and opened:
            spoken.append("end modulus,")
        elif isinstance(part, Symbol) and role == "prefix" and part.char == "+":
            spoken.append("positive")
        else:
            spoken.append(_say(part))
    return _joined(spoken)


def _money(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts with each sign of a currency behind its amount, as it is said."""
    said = list(parts)
    for i in range(len(said) - 1):
        if said[i] in _CURRENCIES and isinstance(said[i + 1], Number):
            said[i], said[i + 1] = said[i + 1], said[i]
    return tuple(said)


def _identifier(node: Identifier) -> str:
    if node.variant == "bb":
        return {**_SETS, **_SETS_MORE}.get(node.text, f"double-struck {node.text}")
    letters = [_sign(char) for char in node.text]
    name = node.text if all(len(letter) == 1 for letter in letters) else " ".join(letters)
    return _joined((_STYLES.get(node.variant, ""), name))


def _sign(char: str) -> str:
    command = SIGNS.get(char)
    return command.words if command is not None else char


def _symbol(node: Symbol) -> str:
    if _is_large(node):
        return f"{_sign(node.char)} of"
    if node.char in ",;":
        return ","
    return _sign(node.char)


def _function(node: Function) -> str:
    known = FUNCTIONS.get(node.name)
    return known.words if known is not None else node.name


def _text(node: Text) -> str:
    return node.text.replace("\\", " backslash ")


def _short(node: Node) -> bool:
    """Whether a listener hears as one thing what the node says."""
    if isinstance(node, Script):
        return _short(node.base) and node.sup is None
    if isinstance(node, Row):
        held = [part for part, role in zip(node.children, roles(node.children), strict=True) if role != "prefix"]
        return len(held) == 1 and _short(held[0])
    return isinstance(node, Identifier | Number | Symbol | Text | Function | Accent | Chemistry)


def _fraction(node: Fraction) -> str:
    above, below = node.numerator, node.denominator
    if isinstance(above, Number) and isinstance(below, Number) and _is_proper(above.text, below.text):
        return f"{_COUNTS[above.text]} {_PARTS[below.text][above.text != '1']}"
    if _differential(above) and _differential(below):
        return f"{_derivative(above)} by {_derivative(below)}"
    if _short(above) and _short(below):
        return f"{_say(above)} over {_say(below)}"
    return f"the fraction {_say(above)} over {_say(below)}, end fraction,"


def _is_proper(above: str, below: str) -> bool:
    """Whether the fraction is one of those with a name: one half, three quarters."""
    return above in _COUNTS and below in _PARTS and int(above) < int(below)


def _head(node: Node) -> str:
    first = parts_of(node)[0] if parts_of(node) else EMPTY
    base = first.base if isinstance(first, Script) else first
    if isinstance(base, Identifier):
        return base.text
    return base.char if isinstance(base, Symbol) else ""


def _differential(node: Node) -> bool:
    """Whether the node is like dy, d²y, dx² or a lone d."""
    return (
        _head(node) in _DIFFERENTIAL
        and len(parts_of(node)) <= 2
        and all(isinstance(part, Identifier | Script | Symbol) for part in parts_of(node))
    )


def _derivative(node: Node) -> str:
    return _joined(_DIFFERENTIAL["∂"] if part == Symbol(char="∂") else _say(part) for part in parts_of(node))


def _binomial(node: Binomial) -> str:
    return f"{_say(node.upper)} choose {_say(node.lower)}"


def _root(node: Root) -> str:
    if node.index is None:
        name = "the square root of"
    elif node.index == Number(text="3"):
        name = "the cube root of"
    else:
        name = f"the {_ordinal(_say(node.index))} root of"
    end = "" if _short(node.radicand) else ", end root,"
    return f"{name} {_say(node.radicand)}{end}"


def _ordinal(word: str) -> str:
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(word[-1:], "th") if word.isdigit() and word[-2:-1] != "1" else "th"
    return word + ending if word.isdigit() else f"{word} {ending}"


def _script(node: Script) -> str:
    base = node.base
    if isinstance(base, Symbol) and _is_large(base):
        return _large(_sign(base.char), node)
    if isinstance(base, Fenced) and node.sub is not None and base.right in ("]", "|"):
        ends = _between(base, node.sub, node.sup)
        if ends:
            return ends
    if isinstance(base, Accent) and base.name in ("overbrace", "underbrace"):
        notes = " ".join(_say(note) for note in (node.sub, node.sup) if note is not None)
        return f"{_say(base)}, labelled {notes},"
    if isinstance(base, Function):
        return _function_script(base, node)
    return _joined((_say(base), _below(node.sub), _power(node.sup)))


def _between(base: Fenced, sub: Node, sup: Node | None) -> str:
    """A bracket with limits of an integration, or a value put in behind a bar; "" for other brackets with scripts."""
    if sup is not None:
        return f"{_say(base).removesuffix(' at')} from {_say(sub)} to {_say(sup)}"
    return f"{_say(base)} {_say(sub)}," if not base.left else ""


def _is_large(sign: Symbol) -> bool:
    return sign_kind(sign.char) == "large"


def _large(name: str, node: Script) -> str:
    if node.sup is None:
        where = f"over {_say(node.sub)}" if node.sub is not None else ""
    else:
        start = f"from {_say(node.sub)}" if node.sub is not None else ""
        where = f"{start} to {_say(node.sup)}"
    return f"{name} {where} of"


def _function_script(base: Function, node: Script) -> str:
    name = _say(base)
    if base.name in _LIMITS:
        where = _say(node.sub).replace(" arrow ", " tends to ") if node.sub is not None else ""
        return _joined((name, f"as {where}" if base.name == "lim" else f"over {where}", "of"))
    if base.name in _INVERSES and node.sup == _MINUS_ONE:
        return f"inverse {name}"
    below = f"to base {_say(node.sub)}" if node.sub is not None and base.name == "log" else _below(node.sub)
    return _joined((name, below, _power(node.sup)))


def _below(sub: Node | None) -> str:
    if sub is None:
        return ""
    return f"sub {_say(sub)}" + ("" if _short(sub) else ", end sub,")


def _power(sup: Node | None) -> str:
    if sup is None:
        return ""
    if sup in (Symbol(char="∘"), Symbol(char="°")):
        return "degrees"
    parts = parts_of(sup)
    primes = next((i for i, part in enumerate(parts) if part != Symbol(char="′")), len(parts))
    if primes:
        rest = parts[primes:]
        name = {1: "prime", 2: "double prime", 3: "triple prime"}.get(primes, f"with {primes} primes")
        return _joined((name, _power(rest[0] if len(rest) == 1 else Row(children=rest)) if rest else ""))
    if isinstance(sup, Number) and sup.text in _POWERS:
        return _POWERS[sup.text]
    if isinstance(sup, Symbol) and sup.char not in "∞":
        return _say(sup)
    return f"to the power {_say(sup)}" + ("" if _short(sup) else ", end power,")


def _stack(node: Stack) -> str:
    over = f"with {_say(node.over)} above it," if node.over is not None else ""
    under = f"with {_say(node.under)} below it," if node.under is not None else ""
    return _joined((_say(node.base), over, under))


def _accent(node: Accent) -> str:
    if node.name in ("overbrace", "underbrace"):
        return _say(node.base)
    if node.name in _PREFIX_ACCENTS:
        return f"{_PREFIX_ACCENTS[node.name]} {_say(node.base)}"
    return f"{_say(node.base)} {ACCENTS[node.name].words}"


def _fenced(node: Fenced) -> str:
    named = _BARS.get((node.left, node.right))
    if named is not None:
        end = named.removeprefix("the ").removesuffix(" of")
        return f"{named} {_say(node.body)}" + ("" if _short(node.body) else f", end {end},")
    if not node.left and node.right == "|":
        return f"{_say(node.body)} evaluated at"
    left, right = (_sign(char) if char else "" for char in (node.left, node.right))
    return _joined((left, _say(node.body), right))


def _middle(node: Middle) -> str:
    return "given" if node.char == "|" else _sign(node.char)


def _table(node: Table) -> str:
    if node.kind == "cases":
        return "either " + ", or ".join(", ".join(map(_say, row)) for row in node.rows) + ", end of cases,"
    if node.kind == "aligned":
        return ", ".join(_joined(map(_say, row)) for row in node.rows)
    name = "the determinant" if node.kind == "vmatrix" else "the matrix"
    if node.kind == "array":
        name = "the table"
    rows = "; ".join(f"row {i}: " + ", ".join(map(_say, row)) for i, row in enumerate(node.rows, start=1))
    return f"{name}: {rows}; end of {name.removeprefix('the ')},"


_SPEAKERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: lambda node: node.text,
    Symbol: _symbol,
    Function: _function,
    Text: _text,
    Space: lambda node: "",
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: _middle,
    Table: _table,
    Chemistry: lambda node: spoken_chemistry(node, _say),
}
