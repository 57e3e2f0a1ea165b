"""What is said of what holds other parts: fractions, roots, marks and brackets, with their ends where a listener could not tell them."""

from __future__ import annotations

from packbuilder.maths.english import SAME_MARKS
from packbuilder.maths.nodes import (
    EMPTY,
    Accent,
    Binomial,
    Chemistry,
    Fenced,
    Fraction,
    Function,
    Identifier,
    Node,
    Number,
    Root,
    Row,
    Script,
    Stack,
    Symbol,
    Table,
    Text,
    parts_of,
)
from packbuilder.maths.roles import core, roles
from packbuilder.maths.said_rows import such_that
from packbuilder.maths.said_tables import column, in_cases, in_rows, is_column
from packbuilder.maths.voice import Voice

_WHOLE = frozenset("1234")
_NAMED = frozenset("2345")
"""Halves, thirds, quarters and fifths have names."""

_DIFFERENTIALS = frozenset("d∂δΔ")
_BARS = {("|", "|"): "modulus", ("‖", "‖"): "norm", ("⌊", "⌋"): "floor", ("⌈", "⌉"): "ceiling"}
_OF_MATRICES = (("(", ")"), ("[", "]"))
_BRACES = frozenset(("overbrace", "underbrace"))


def whole(node: Node, voice: Voice) -> str:
    """Return the words of a node that something follows: with its end, where a listener could not tell it."""
    match node:
        case Root():
            return root(node, voice, closed=True)
        case Fraction():
            return fraction(node, voice, closed=True)
        case Binomial():
            return binomial(node, voice, closed=True)
        case _:
            return voice.say(node)


def is_short(node: Node) -> bool:
    """Whether a listener hears as one thing what the node says."""
    if isinstance(node, Script):
        return is_short(node.base) and node.sup is None
    if isinstance(node, Row):
        held = [part for part, role in zip(node.children, roles(node.children), strict=True) if role != "prefix"]
        return len(held) == 1 and is_short(held[0])
    return isinstance(node, Identifier | Number | Symbol | Text | Function | Accent | Chemistry)


def is_multiplied(factor: Node, part: Node) -> bool:
    """Whether a listener must be told that a root or a fraction is multiplied by what stands before it; a derivative is an operation."""
    if not isinstance(core(part), Root | Fraction | Binomial):
        return False
    if isinstance(part, Binomial) or _has_end(part):
        return True
    derivatives = [isinstance(each, Fraction) and is_derivative(each) for each in (factor, part)]
    return isinstance(part, Fraction) and not any(derivatives) and _head(factor) not in _DIFFERENTIALS


def _has_end(node: Node, *, closed: bool = False) -> bool:
    """Whether what is said of a root, a fraction or a choice begins with what it is ("the fraction"), also under scripts and marks."""
    match node:
        case Script(base=base):
            return _has_end(base, closed=True)
        case Stack(base=base):
            return _has_end(base)
        case Root():
            return True
        case Fraction() if _part(node):
            return False
        case Fraction():
            return closed or not (is_derivative(node) or _is_plain(node))
        case Binomial():
            return closed or not _is_plain_choice(node)
        case _:
            return False


def fraction(node: Fraction, voice: Voice, *, closed: bool = False) -> str:
    """Return a fraction in words; `closed`: something follows."""
    above, below = node.numerator, node.denominator
    if part := _part(node):
        return voice.phrase(f"part.{part}")
    if is_derivative(node):
        key = "derivative.end" if closed else "derivative"
        return voice.phrase(key, above=_derivative(above, voice), below=_derivative(below, voice))
    if _is_plain(node) and not closed:
        return voice.phrase("over", above=voice.say(above), below=voice.say(below))
    return voice.phrase("over.end", above=whole(above, voice), below=whole(below, voice))


def _is_plain(node: Fraction) -> bool:
    """Whether a fraction needs no end; "minus a over b" is a fraction with a minus before it."""
    return is_short(node.numerator) and is_short(node.denominator) and not isinstance(node.numerator, Row)


def _part(node: Fraction) -> str:
    """Return a fraction with a name of its own, such as one half and three quarters, as `3/4`; nothing for any other."""
    above, below = node.numerator, node.denominator
    if not isinstance(above, Number) or not isinstance(below, Number) or above.text not in _WHOLE or below.text not in _NAMED:
        return ""
    return f"{above.text}/{below.text}" if int(above.text) < int(below.text) else ""


def _head(node: Node) -> str:
    first = parts_of(node)[0] if parts_of(node) else EMPTY
    base = first.base if isinstance(first, Script) else first
    if isinstance(base, Identifier):
        return base.text
    return base.char if isinstance(base, Symbol) else ""


def is_derivative(node: Fraction) -> bool:
    """Whether a fraction is one of differentials, such as dy/dx."""
    return _is_differential(node.numerator) and _is_differential(node.denominator)


def _is_differential(node: Node) -> bool:
    """Whether the node is like dy, d²y, dx² or a lone d."""
    return (
        _head(node) in _DIFFERENTIALS
        and len(parts_of(node)) <= 2
        and all(isinstance(part, Identifier | Script | Symbol) for part in parts_of(node))
    )


def _derivative(node: Node, voice: Voice) -> str:
    return " ".join(filter(None, (_of_derivative(part, voice) for part in parts_of(node))))


def _of_derivative(part: Node, voice: Voice) -> str:
    """Return the words of a part of a derivative; a number that is raised behind its d says how often it is taken, and is no power."""
    if part == Symbol(char="∂"):
        return voice.phrase("partial")
    if isinstance(part, Script) and part.sub is None and _head(part) in _DIFFERENTIALS and isinstance(part.sup, Number):
        n = voice.say(part.sup)
        return f"{voice.say(part.base)} {voice.first((f'order.{n}', 'order'), n=n)}"
    return voice.say(part)


def binomial(node: Binomial, voice: Voice, *, closed: bool = False) -> str:
    """Return a binomial coefficient in words; `closed`: something follows."""
    key = "choose" if _is_plain_choice(node) and not closed else "choose.end"
    return voice.phrase(key, upper=whole(node.upper, voice), lower=whole(node.lower, voice))


def _is_plain_choice(node: Binomial) -> bool:
    return is_short(node.upper) and is_short(node.lower) and not isinstance(node.upper, Row)


def root(node: Root, voice: Voice, *, closed: bool = False) -> str:
    """Return a root in words; `closed`: something follows."""
    if node.index is None:
        said = voice.phrase("root.2", of=voice.say(node.radicand))
    else:
        index = voice.say(node.index)
        # A 2 that is printed is said: roots that look different are said differently.
        own = (f"root.{index}",) if isinstance(node.index, Number) and index != "2" else ()
        keys = (*own, "root.nth", "root") if isinstance(node.index, Number | Identifier) else ("root",)
        said = voice.first(keys, of=voice.say(node.radicand), n=index, nth=_ordinal(index))
    return said if is_short(node.radicand) and not closed else voice.phrase("root.end", root=said)


def _ordinal(word: str) -> str:
    """Return an English ordinal: `4th`, `n th`."""
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(word[-1:], "th") if word.isdigit() and word[-2:-1] != "1" else "th"
    return word + ending if word.isdigit() else f"{word} {ending}"


def stack(node: Stack, voice: Voice) -> str:
    """Return a sign in words, with what stands small over and under it."""
    over = voice.phrase("above", of=voice.say(node.over)) if node.over is not None else ""
    under = voice.phrase("below", of=voice.say(node.under)) if node.under is not None else ""
    return " ".join(filter(None, (voice.say(node.base), over, under)))


def accent(node: Accent, voice: Voice) -> str:
    """Return what a mark over, under or through something says."""
    name = SAME_MARKS.get(node.name, node.name)
    if name == "hat" and node.base == Symbol(char="="):
        return voice.phrase("corresponds")
    short = isinstance(node.base, Identifier | Number | Symbol) or name in _BRACES
    return voice.phrase(f"accent.{name}" if short else f"accent.{name}.end", of=voice.say(node.base))


def fenced(node: Fenced, voice: Voice) -> str:
    """Return what stands between brackets that grow with it, in words."""
    inner = core(node.body)
    brackets = (node.left, node.right)
    if isinstance(inner, Table) and brackets == ("|", "|"):
        return in_rows("determinant", inner, voice)
    if isinstance(inner, Table) and is_column(inner) and brackets in _OF_MATRICES:
        return column(inner, voice)
    if isinstance(inner, Table) and brackets == ("{", ""):
        return in_cases(inner, voice)
    if isinstance(inner, Table) and inner.kind in ("array", "matrix") and brackets in _OF_MATRICES:
        return in_rows("matrix", inner, voice)
    if name := _BARS.get(brackets):
        said = voice.phrase(name, of=voice.say(node.body))
        return said if is_short(node.body) else f"{said}, {voice.phrase(f'{name}.end')},"
    if not node.left and node.right == "|":
        return voice.phrase("evaluated", of=voice.say(node.body))
    body = such_that(node.body, voice) if brackets == ("{", "}") else node.body
    left, right = (voice.sign(char) if char else "" for char in brackets)
    return " ".join(filter(None, (left, voice.say(body), right)))
