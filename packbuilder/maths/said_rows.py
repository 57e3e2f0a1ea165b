"""The parts of a row as they are said: what a teacher would add or put elsewhere, which the signs themselves do not say.

"1 and one half", "0.16 with 6 recurring", "a to b" for a ratio, "f inverse", "log to base 2 of 8", "combinations 5 C 2".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from packbuilder.maths.nodes import (
    EMPTY,
    Accent,
    Fenced,
    Fraction,
    Function,
    Identifier,
    Middle,
    Node,
    Number,
    Row,
    Script,
    Space,
    Symbol,
    Text,
    parts_of,
    row_of,
)
from packbuilder.maths.roles import coordinate_bars, core, roles
from packbuilder.maths.voice import Voice

MINUS_ONE = Row(children=(Symbol(char="−"), Number(text="1")))
"""What an inverse function has for a power."""

_CURRENCIES = frozenset((Symbol(char="£"), Symbol(char="€"), Symbol(char="$")))
_FUNCTIONS = frozenset("fgh")
"""Letters that are functions: `f^{-1}` is no power, `x^{-1}` may be."""
_DISTRIBUTIONS = frozenset("FGH")
"""Letters that are functions where a bracket follows."""
_CELSIUS = (Identifier(text="C", variant="rm"), Identifier(text="C"))
"""Behind degrees, also as it is typed in haste."""
DEGREES = (Symbol(char="∘"), Symbol(char="°"))
"""Signs that say degrees where they are raised."""
_CHOICES = frozenset("CP")
"""Combinations and permutations."""
_LOGARITHM_TO_A_BASE = Function(name="lg")

_HOURS, _MINUTES = 24, 60

COLON, _EQUALS = Symbol(char=":"), Symbol(char="=")
_SUCH_THAT = (COLON, Symbol(char="∣"))
_BARS_OF_SETS = (*_SUCH_THAT, Symbol(char="|"), Middle(char="|"))
_OPENED, _CLOSED = Symbol(char="{"), Symbol(char="}")
_EXISTS = (Symbol(char="∃"), Symbol(char="∄"))
_RECURRING = frozenset(("dot", "overline", "bar"))


def said_parts(parts: tuple[Node, ...], voice: Voice) -> tuple[Node, ...]:
    """Return a row's parts as they are said; words that are added are texts. Raises `UnsaidError`."""
    numbers = _recurring(_money(_chosen(_temperatures(_points(_joined_numbers(parts)), voice), voice)), voice)
    return tuple(_with_words(_conditions(_ratios(tuple(_times(tuple(numbers))), voice), voice), voice))


def _conditions(parts: tuple[Node, ...], voice: Voice) -> tuple[Node, ...]:
    """The parts with what parts the members of a set from what they must be, and what exists from what it must be, in words."""
    if not any(part in _SUCH_THAT for part in parts):
        return parts
    said, braces, exists = list[Node](), 0, False
    for part in parts:
        braces += {_OPENED: 1, _CLOSED: -1}.get(part, 0) if isinstance(part, Symbol) else 0
        exists = exists or part in _EXISTS
        meant = part in _SUCH_THAT and (braces > 0 or (exists and part == COLON))
        said.append(Text(text=voice.phrase("such that")) if meant else part)
    return tuple(said)


def such_that(body: Node, voice: Voice) -> Node:
    """Return what braces that grow hold, its bar or colon in words."""
    return row_of(Text(text=voice.phrase("such that")) if part in _BARS_OF_SETS else part for part in parts_of(body))


def _joined_numbers(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts without a space inside a mixed number."""
    inside = (at for at in range(1, len(parts) - 1) if isinstance(parts[at], Space) and _is_mixed(parts[at - 1], parts[at + 1]))
    gone = frozenset(inside)
    return tuple(part for at, part in enumerate(parts) if at not in gone) if gone else parts


def _points(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts with a comma for each bar between coordinates: nothing is given, and no modulus taken, of bare numbers."""
    bars = coordinate_bars(parts)
    return tuple(Symbol(char=",") if at in bars else part for at, part in enumerate(parts)) if bars else parts


def _money(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts with each sign of a currency behind its amount, as it is said."""
    said = list(parts)
    for i in range(len(said) - 1):
        if said[i] in _CURRENCIES and isinstance(said[i + 1], Number):
            end = i + 2 if i + 2 < len(said) and _is_mixed(said[i + 1], said[i + 2]) else i + 1
            said[i : end + 1] = [*said[i + 1 : end + 1], said[i]]
    return tuple(said)


def _temperatures(parts: tuple[Node, ...], voice: Voice) -> tuple[Node, ...]:
    """The parts with degrees Celsius as one, where a language has a name for them."""
    if not voice.has("celsius"):
        return parts
    said = list[Node]()
    for part in parts:
        if part in _CELSIUS and said and (figures := _degrees(said[-1])):
            said[-1:] = [*(each for each in figures if each != EMPTY), Text(text=voice.phrase("celsius"))]
        else:
            said.append(part)
    return tuple(said)


def _degrees(part: Node) -> tuple[Node, ...]:
    """Return what a sign of degrees is raised behind, which may be nothing; an empty tuple where there is no such sign."""
    if isinstance(part, Script) and part.sub is None and part.sup in DEGREES:
        return (part.base,)
    return (EMPTY,) if part in DEGREES else ()


def _chosen(parts: tuple[Node, ...], voice: Voice) -> tuple[Node, ...]:
    """The parts with `^nC_r` and `^nP_r` as they are said; of an upright C with a number before it nobody knows that it is not carbon."""
    said, at = list[Node](), 0
    while at < len(parts):
        chosen = _choice(parts[at], parts[at + 1], voice) if at + 1 < len(parts) else ""
        said.append(Text(text=chosen) if chosen else parts[at])
        at += 2 if chosen else 1
    return tuple(said)


def _choice(before: Node, letter: Node, voice: Voice) -> str:
    """Return how many ways there are to choose or to arrange some of several things, in words; nothing for anything else."""
    if not isinstance(before, Script) or before.base != EMPTY or before.sub is not None:
        return ""
    if not isinstance(letter, Script) or letter.sup is not None or not isinstance(letter.base, Identifier):
        return ""
    name, of, some = letter.base.text, before.sup, letter.sub
    if name not in _CHOICES or of is None or some is None or (letter.base.variant and isinstance(of, Number)):
        return ""
    end = ".end" if isinstance(of, Row) or isinstance(some, Row) else ""
    return voice.phrase(f"choice.{name}{end}", of=voice.say(of), some=voice.say(some))


def _recurring(parts: tuple[Node, ...], voice: Voice) -> Iterator[Node]:
    """Yield the parts with each recurring decimal as one."""
    at = 0
    while at < len(parts):
        words, end = _decimal(parts, at, voice)
        yield Text(text=words) if words else parts[at]
        at = end


def _decimal(parts: tuple[Node, ...], at: int, voice: Voice) -> tuple[str, int]:
    """Return the words of a recurring decimal that begins at a place, and where it ends; no words where none does."""
    first, end = parts[at], at + 1
    if not isinstance(first, Number):
        return "", end
    whole = first.text
    points = (".", voice.phrase("decimal"))
    if not any(point in whole for point in points):
        point = next((point for point in points if parts[end : end + 1] == (Symbol(char=point),)), "")
        if not point:
            return "", at + 1
        whole, end = f"{whole}{point}", end + 1
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
    every = whole.endswith(points) and block == digits
    return voice.phrase("recurring" if every else "recurring.block", number=f"{whole}{digits}", block=block), end


def _times(parts: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the parts with each time of day as one: "09:30", "12:00"; "12:30" may be a ratio."""
    at = 0
    while at < len(parts):
        hours, colon, minutes = parts[at : at + 3] if at + 3 <= len(parts) else (EMPTY,) * 3
        if colon == COLON and _is_time(hours, minutes) and COLON not in (*parts[max(0, at - 1) : at], *parts[at + 3 : at + 4]):
            yield Text(text=f"{_whole(hours)}:{_whole(minutes)}")
            at += 3
        else:
            yield parts[at]
            at += 1


def _is_time(hours: Node, minutes: Node) -> bool:
    """Whether two numbers are hours and minutes, and surely no ratio: a zero stands before one of them, or nothing but zeros behind the colon."""
    of, past = _whole(hours), _whole(minutes)
    if len(past) != 2 or not 0 < len(of) <= 2 or int(of) > _HOURS or int(past) >= _MINUTES:
        return False
    return past.startswith("0") or (len(of) == 2 and of.startswith("0"))


def _ratios(parts: tuple[Node, ...], voice: Voice) -> tuple[Node, ...]:
    if not is_ratio(parts):
        return parts
    word = voice.phrase("quotient" if voice.has("quotient") and _is_worked_out(parts) else "ratio")
    return tuple(Text(text=word) if part == COLON else part for part in parts)


def _is_worked_out(parts: tuple[Node, ...]) -> bool:
    """Whether colons divide, as they do in most languages: one side of an equation has none. In a proportion both have."""
    at = parts.index(_EQUALS) if parts.count(_EQUALS) == 1 else 0
    return bool(at) and (COLON in parts[:at]) != (COLON in parts[at:])


def is_ratio(parts: Sequence[Node]) -> bool:
    """Whether the colons of a row are those of ratios: between numbers, or where nothing stands but amounts and equals signs.

    Elsewhere a colon says what holds for something: `f: X \\to Y`, `\\{x : x > 0\\}`.
    """
    between = [parts[max(0, at - 1) : at + 2] for at, part in enumerate(parts) if part == COLON]
    if not between or any(len(each) < 3 or not all(map(_is_amount, each[::2])) for each in between):
        return False
    numbers = all(_is_figure(part) for each in between for part in each[::2])
    # An empty text begins what goes on in another line.
    return numbers or all(_is_amount(part) or part in (COLON, _EQUALS) or part == Text(text="") for part in parts)


def _is_figure(part: Node) -> bool:
    """Whether a node is a number, or a fraction of numbers."""
    return isinstance(part, Number) or (
        isinstance(part, Fraction) and isinstance(part.numerator, Number) and isinstance(part.denominator, Number)
    )


def _is_amount(part: Node) -> bool:
    return isinstance(part, Identifier) or _is_figure(part)


def _with_words(parts: tuple[Node, ...], voice: Voice) -> Iterator[Node]:
    own = roles(parts)
    for at, part in enumerate(parts):
        after = parts[at + 1] if at + 1 < len(parts) else None
        if at and _is_mixed(parts[at - 1], part):
            yield Text(text=voice.phrase("mixed"))
        if letter := inverse(part, after):
            yield Text(text=voice.phrase("inverse", of=letter))
            continue
        yield part
        if _is_based(part) and after is not None and own[at + 1] in ("term", "open", "function"):
            yield Text(text=voice.phrase("base.of"))


def _is_based(part: Node) -> bool:
    """Whether a node is a logarithm that says its base: what follows could be heard as part of it."""
    base = core(part)
    return base == _LOGARITHM_TO_A_BASE or (
        isinstance(part, Script) and part.sub is not None and isinstance(base, Function) and base.name == "log"
    )


def _is_mixed(before: Node, part: Node) -> bool:
    """Whether a whole number and a fraction less than 1 are one number."""
    if not _whole(before) or not isinstance(part, Fraction):
        return False
    above, below = _whole(part.numerator), _whole(part.denominator)
    return bool(above and below) and int(above) < int(below)


def _whole(node: Node) -> str:
    """Return the digits of a whole number; nothing for anything else."""
    return node.text if isinstance(node, Number) and node.text.isdecimal() else ""


def inverse(part: Node, after: Node | None) -> str:
    """Return the letter of a function whose inverse a node is; nothing for anything else."""
    if not isinstance(part, Script) or part.sub is not None or part.sup != MINUS_ONE or not isinstance(part.base, Identifier):
        return ""
    if part.base.variant == "rm":  # grams, not a function
        return ""
    opened = after == Symbol(char="(") or (isinstance(after, Fenced) and after.left == "(")
    letter = part.base.text
    return letter if letter in _FUNCTIONS or (opened and letter in _DISTRIBUTIONS) else ""


def are_together(rows: Sequence[Sequence[Node]]) -> bool:
    """Whether rows behind one brace hold all at once, as simultaneous equations do: each is a relation, and none says when it holds."""
    return len(rows) > 1 and all(_is_relation(row) for row in rows)


def _is_relation(row: Sequence[Node]) -> bool:
    """Whether a row is one equation or inequality, with no words in it; one that is aligned stands in several cells."""
    cells = [parts_of(cell) for cell in row if parts_of(cell)]
    parts = [part for cell in cells for part in cell]
    aligned = all((roles(cell) or ("",))[0] == "relation" for cell in cells[1:])
    return aligned and not any(isinstance(part, Text) for part in parts) and "relation" in roles(parts)
