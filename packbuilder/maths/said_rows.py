"""The parts of a row as they are said: what a teacher would add or put elsewhere, which the signs themselves do not say.

"1 and one half", "0.16 with 6 recurring", "a to b" for a ratio, "f inverse", "log to base 2 of 8".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.maths.nodes import Accent, Fenced, Fraction, Function, Identifier, Node, Number, Row, Script, Symbol, Text
from packbuilder.maths.roles import core, roles

MINUS_ONE = Row(children=(Symbol(char="−"), Number(text="1")))
"""What an inverse function has for a power."""

_CURRENCIES = frozenset((Symbol(char="£"), Symbol(char="€"), Symbol(char="$")))
_FUNCTIONS = frozenset("fgh")
"""Letters that are functions where a bracket follows: `f^{-1}(3)` is no power, `x^{-1}(3)` may be."""

_POINT, COLON, _EQUALS = Symbol(char="."), Symbol(char=":"), Symbol(char="=")
_RECURRING = frozenset(("dot", "overline", "bar"))


def said_parts(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a row's parts as they are said; words that are added are texts."""
    return tuple(_with_words(_ratios(tuple(_recurring(_money(parts))))))


def _money(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts with each sign of a currency behind its amount, as it is said."""
    said = list(parts)
    for i in range(len(said) - 1):
        if said[i] in _CURRENCIES and isinstance(said[i + 1], Number):
            said[i], said[i + 1] = said[i + 1], said[i]
    return tuple(said)


def _recurring(parts: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the parts with each recurring decimal as one."""
    at = 0
    while at < len(parts):
        words, end = _decimal(parts, at)
        yield Text(text=words) if words else parts[at]
        at = end


def _decimal(parts: tuple[Node, ...], at: int) -> tuple[str, int]:
    """Return the words of a recurring decimal that begins at a place, and where it ends; no words where none does."""
    first, end = parts[at], at + 1
    if not isinstance(first, Number):
        return "", end
    whole = first.text
    if "." not in whole:
        if parts[end : end + 1] != (_POINT,):
            return "", at + 1
        whole, end = f"{whole}.", end + 1
    digits, marks = "", list[int]()
    for part in parts[end:]:
        base = part.base if isinstance(part, Accent) and part.name in _RECURRING else part
        if not isinstance(base, Number) or not base.text.isdecimal():
            break
        if base is not part:
            marks += (len(digits), len(digits) + len(base.text))
        digits, end = digits + base.text, end + 1
    if not marks or marks[-1] != len(digits):
        return "", at + 1
    block = digits[marks[0] :]
    every = whole.endswith(".") and block == digits
    return f"{whole}{digits} {'' if every else f'with {block} '}recurring", end


def _ratios(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(Text(text="to") if part == COLON else part for part in parts) if is_ratio(parts) else parts


def is_ratio(parts: Sequence[Node]) -> bool:
    """Whether the colons of a row are those of ratios: between numbers, or where nothing stands but amounts and equals signs.

    Elsewhere a colon says what holds for something: `f: X \\to Y`, `\\{x : x > 0\\}`.
    """
    between = [parts[max(0, at - 1) : at + 2] for at, part in enumerate(parts) if part == COLON]
    if not between or any(len(each) < 3 or not all(map(_is_amount, each[::2])) for each in between):
        return False
    numbers = all(isinstance(part, Number) for each in between for part in each[::2])
    # An empty text begins what goes on in another line.
    return numbers or all(_is_amount(part) or part in (COLON, _EQUALS) or part == Text(text="") for part in parts)


def _is_amount(part: Node) -> bool:
    return isinstance(part, Number | Identifier)


def _with_words(parts: tuple[Node, ...]) -> Iterator[Node]:
    own = roles(parts)
    for at, part in enumerate(parts):
        after = parts[at + 1] if at + 1 < len(parts) else None
        if at and _is_mixed(parts[at - 1], part):
            yield Text(text="and")
        if letter := _inverse(part, after):
            yield Text(text=f"{letter} inverse")
            continue
        yield part
        base = core(part)
        based = isinstance(part, Script) and part.sub is not None and isinstance(base, Function) and base.name == "log"
        if based and after is not None and own[at + 1] in ("term", "open", "function"):
            yield Text(text="of")


def _is_mixed(before: Node, part: Node) -> bool:
    """Whether a whole number and a fraction less than 1 are one number."""
    if not _whole(before) or not isinstance(part, Fraction):
        return False
    above, below = _whole(part.numerator), _whole(part.denominator)
    return bool(above and below) and int(above) < int(below)


def _whole(node: Node) -> str:
    """Return the digits of a whole number; nothing for anything else."""
    return node.text if isinstance(node, Number) and node.text.isdecimal() else ""


def _inverse(part: Node, after: Node | None) -> str:
    """Return the letter of a function whose inverse stands before a bracket; nothing for anything else."""
    opened = after == Symbol(char="(") or (isinstance(after, Fenced) and after.left == "(")
    if not opened or not isinstance(part, Script) or part.sub is not None or part.sup != MINUS_ONE:
        return ""
    return part.base.text if isinstance(part.base, Identifier) and part.base.text in _FUNCTIONS else ""
