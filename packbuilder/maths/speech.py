"""A formula in British English words, as a teacher would read it out: "x squared minus 5 x plus 6 equals 0"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from packbuilder.maths.chemical_speech import charge, is_charge, is_nuclide, nuclide, spoken_chemistry
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
from packbuilder.maths.said_rows import MINUS_ONE, are_together, inverse, said_parts
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
_STYLES = {
    "bf": "bold",
    "bm": "bold italic",
    "cal": "script",
    "scr": "script",
    "frak": "fraktur",
    "sf": "sans-serif",
    "tt": "monospaced",
    "bb": "double-struck",
}
_INVERSES = frozenset(("sin", "cos", "tan", "sec", "cosec", "csc", "cot", "sinh", "cosh", "tanh", "coth"))
_DEGREES = (Symbol(char="∘"), Symbol(char="°"))
_LIMITS = frozenset(("lim", "max", "min", "sup", "inf"))
_BARS = {
    ("|", "|"): "the modulus of",
    ("‖", "‖"): "the norm of",
    ("⌊", "⌋"): "the floor of",
    ("⌈", "⌉"): "the ceiling of",
}
_PREFIX_ACCENTS = {"vec": "vector", "overrightarrow": "vector", "cancel": "cancelled", "boxed": "boxed"}
_LINES = {"overline": ("line", "over"), "underline": ("line", "under")}
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
    factor: Node | None = None
    parts = said_parts(node.children)
    own = roles(parts)
    for at, (part, role) in enumerate(zip(parts, own, strict=True)):
        if is_nuclide(part):
            spoken.append(_before(part, parts[at + 1] if at + 1 < len(parts) else None))
            continue
        if _is_multiplied(factor, part):
            # "5 the square root of 2" is no sentence, and "2 5 over 3" would be heard as 25 over 3.
            spoken.append("times")
        if role != "space" or (isinstance(part, Space) and part.width >= _APART):
            factor = part if role in ("term", "close") and not isinstance(part, Text) else None
        if isinstance(part, Symbol) and part.char == "|" and role == "open":
            closed = "close" in (each for other, each in zip(parts[at + 1 :], own[at + 1 :], strict=True) if core(other) == part)
            spoken.append("the modulus of" if closed else "such that" if _in_braces(parts[:at]) else "given")
            opened += closed
        elif isinstance(part, Symbol) and part.char == "|" and role == "close" and opened:
            spoken.append("end modulus,")
        elif isinstance(part, Symbol) and role == "prefix" and part.char == "+":
            spoken.append("positive")
        else:
            spoken.append(_say(part))
    return _joined(spoken)


def _is_multiplied(factor: Node | None, part: Node) -> bool:
    """Whether a listener must be told that a root or a fraction is multiplied by what stands before it; a derivative is an operation."""
    if factor is None or not isinstance(core(part), Root | Fraction | Binomial):
        return False
    if isinstance(part, Binomial) or _say(part).startswith("the "):
        return True
    differential = [
        isinstance(each, Fraction) and _differential(each.numerator) and _differential(each.denominator) for each in (factor, part)
    ]
    return isinstance(part, Fraction) and not any(differential) and _head(factor) not in _DIFFERENTIAL


def _in_braces(before: tuple[Node, ...]) -> bool:
    """Whether a set has been opened: a bar that closes nothing stands between its members and what they must be."""
    chars = [part.char for part in before if isinstance(part, Symbol)]
    return chars.count("{") > chars.count("}")


def _before(script: Script, after: Node | None) -> str:
    """Return what stands raised and lowered before a symbol: a nuclide's numbers, where the symbol is one, and else what stands where."""
    if script.sub is None and script.sup in _DEGREES:
        return "degrees"
    if script.sub is not None and script.sup is not None and ((_is_count(script.sub) and _is_count(script.sup)) or _is_upright(after)):
        return nuclide(script.sub, script.sup, _say)
    if script.sub is None and _is_upright(after) and not is_charge(script.sup):
        return nuclide(None, script.sup, _say)
    raised = f"superscript {_say(script.sup)}," if script.sup is not None else ""
    lowered = f"subscript {_say(script.sub)}," if script.sub is not None else ""
    return f", {raised} {lowered}"


def _is_count(node: Node) -> bool:
    """Whether a script is a number, signed or not."""
    return all(isinstance(part, Number) or part == Symbol(char="−") for part in parts_of(node))


def _is_upright(node: Node | None) -> bool:
    """Whether a node is the symbol of an element or a particle: letters that stand upright."""
    inner = core(node) if node is not None else None
    return isinstance(inner, Text) or (isinstance(inner, Identifier) and inner.variant == "rm")


def _identifier(node: Identifier) -> str:
    if node.variant == "bb":
        return {**_SETS, **_SETS_MORE}.get(node.text, f"double-struck {' '.join(node.text)}")
    letters = [_sign(char) for char in node.text]
    name = node.text if all(len(letter) == 1 for letter in letters) else " ".join(letters)
    return _joined((_STYLES.get(node.variant, ""), name))


def _number(node: Number) -> str:
    style = _STYLES["bf"] if node.variant == "bm" else _STYLES.get(node.variant, "") if node.variant in ("bf", "bb", "sf", "tt") else ""
    return _joined((style, node.text))


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


def _whole(node: Node) -> str:
    """Return the words of a node that something follows: with its end, where a listener could not tell it."""
    match node:
        case Root():
            return _root(node, closed=True)
        case Fraction():
            return _fraction(node, closed=True)
        case Binomial():
            return _binomial(node, closed=True)
        case _:
            return _say(node)


def _short(node: Node) -> bool:
    """Whether a listener hears as one thing what the node says."""
    if isinstance(node, Script):
        return _short(node.base) and node.sup is None
    if isinstance(node, Row):
        held = [part for part, role in zip(node.children, roles(node.children), strict=True) if role != "prefix"]
        return len(held) == 1 and _short(held[0])
    return isinstance(node, Identifier | Number | Symbol | Text | Function | Accent | Chemistry)


def _fraction(node: Fraction, *, closed: bool = False) -> str:
    above, below = node.numerator, node.denominator
    if isinstance(above, Number) and isinstance(below, Number) and _is_proper(above.text, below.text):
        return f"{_COUNTS[above.text]} {_PARTS[below.text][above.text != '1']}"
    if _differential(above) and _differential(below):
        derivative = f"{_derivative(above)} by {_derivative(below)}"
        return f"the derivative {derivative}, end derivative," if closed else derivative
    signed = isinstance(above, Row)  # "minus a over b" is a fraction with a minus before it
    if _short(above) and _short(below) and not signed and not closed:
        return f"{_say(above)} over {_say(below)}"
    return f"the fraction {_whole(above)} over {_whole(below)}, end fraction,"


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


def _binomial(node: Binomial, *, closed: bool = False) -> str:
    chosen = f"{_whole(node.upper)} choose {_whole(node.lower)}"
    plain = _short(node.upper) and _short(node.lower) and not isinstance(node.upper, Row) and not closed
    return chosen if plain else f"the number {chosen}, end choose,"


def _root(node: Root, *, closed: bool = False) -> str:
    if node.index is None:
        name = "the square root of"
    elif node.index == Number(text="3"):
        name = "the cube root of"
    else:
        name = f"the {_ordinal(_say(node.index))} root of"
    end = "" if _short(node.radicand) and not closed else ", end root,"
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
    if letter := inverse(node, None):
        return f"{letter} inverse"
    if _is_upright(base) and is_charge(node.sup):
        return _joined((_say(base), _below(node.sub), charge(node.sup, _say)))
    return _joined((_whole(base), _below(node.sub), _power(node.sup)))


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
    if base.name in _INVERSES and node.sup == MINUS_ONE:
        return f"inverse {name}"
    logarithmic = node.sub is not None and base.name == "log"
    below = _below(node.sub).replace("sub", "to base", 1).replace("end sub", "end base") if logarithmic else _below(node.sub)
    return _joined((name, below, _power(node.sup)))


def _below(sub: Node | None) -> str:
    if sub is None:
        return ""
    return f"sub {_say(sub)}" + ("" if _bare(sub) else ", end sub,")


def _bare(script: Node) -> bool:
    """Whether a listener hears where a script ends: it has none itself."""
    return _short(script) and not any(isinstance(part, Script) for part in parts_of(script))


def _power(sup: Node | None) -> str:
    if sup is None:
        return ""
    if sup in _DEGREES:
        return "degrees"
    if sup == Symbol(char="⊖"):  # of a quantity in its standard state
        return "standard"
    parts = parts_of(sup)
    primes = next((i for i, part in enumerate(parts) if part != Symbol(char="′")), len(parts))
    if primes:
        rest = parts[primes:]
        name = {1: "prime", 2: "double prime", 3: "triple prime"}.get(primes, f"with {primes} primes")
        return _joined((name, _power(rest[0] if len(rest) == 1 else Row(children=rest)) if rest else ""))
    if isinstance(sup, Number) and sup.text in _POWERS:
        return _POWERS[sup.text]
    if isinstance(sup, Symbol) and sup.char not in "∞":
        return f"superscript {_say(sup)}"
    return f"to the power {_say(sup)}" + ("" if _bare(sup) else ", end power,")


def _stack(node: Stack) -> str:
    over = f"with {_say(node.over)} above it," if node.over is not None else ""
    under = f"with {_say(node.under)} below it," if node.under is not None else ""
    return _joined((_say(node.base), over, under))


def _accent(node: Accent) -> str:
    if node.name in ("overbrace", "underbrace"):
        return f"{ACCENTS[node.name].words} {_say(node.base)}, end brace,"
    single = isinstance(node.base, Identifier | Number | Symbol)
    prefix = _PREFIX_ACCENTS.get(node.name)
    if prefix is not None:
        return f"{prefix} {_say(node.base)}" + ("" if single else f", end {prefix},")
    mark = ACCENTS[node.name].words
    if single:
        return f"{_say(node.base)} {mark}"
    drawn, where = _LINES.get(node.name, (mark, "over"))
    return f"{drawn} {where} {_say(node.base)}, end {drawn},"


def _fenced(node: Fenced) -> str:
    named = _BARS.get((node.left, node.right))
    inner = core(node.body)
    if isinstance(inner, Table) and (node.left, node.right) == ("|", "|"):
        return _rows("the determinant", inner)
    if isinstance(inner, Table) and _is_vector(inner) and (node.left, node.right) in (("(", ")"), ("[", "]")):
        return _vector(inner)
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
    if node.kind == "cases" and are_together(node.rows):
        return f"the system {', and '.join(_joined(map(_say, row)) for row in node.rows)}, end of system,"
    if node.kind == "cases":
        return f"either {', or '.join(map(_case, node.rows))}, end of cases,"
    if node.kind == "aligned":
        return ", ".join(_joined(map(_say, row)) for row in node.rows)
    if node.kind in ("pmatrix", "bmatrix") and _is_vector(node):
        return _vector(node)
    return _rows({"vmatrix": "the determinant", "array": "the table"}.get(node.kind, "the matrix"), node)


def _is_vector(node: Table) -> bool:
    """Whether a matrix is one column of numbers, one below the other."""
    return len(node.rows) > 1 and all(len(row) == 1 for row in node.rows)


def _vector(node: Table) -> str:
    return f"the column vector: {', '.join(_say(row[0]) for row in node.rows)}; end of vector,"


def _rows(name: str, node: Table) -> str:
    rows = "; ".join(f"row {i}: " + ", ".join(map(_say, row)) for i, row in enumerate(node.rows, start=1))
    return f"{name}: {rows}; end of {name.removeprefix('the ')},"


def _case(row: tuple[Node, ...]) -> str:
    """Return one of several cases: what holds, and "if" before when, unless words of the formula's own say so; an equation that is aligned is one."""
    said, *conditions = map(_say, row)
    for cell, words in zip(row[1:], conditions, strict=True):
        parts = parts_of(cell)
        first = roles(parts)[0] if parts else ""
        said += f" {words}" if first == "relation" else f", {words}" if isinstance(parts[0] if parts else None, Text) else f", if {words}"
    return said


_SPEAKERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: _number,
    Symbol: _symbol,
    Function: _function,
    Text: _text,
    Space: lambda node: "",
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: lambda node: _before(node, None) if is_nuclide(node) else _script(node),
    Stack: _stack,
    Accent: _accent,
    Fenced: _fenced,
    Middle: _middle,
    Table: _table,
    Chemistry: lambda node: spoken_chemistry(node, _say),
}
