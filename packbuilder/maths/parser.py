"""Reading a formula: rows of atoms with their scripts and arguments.  Constructions with a syntax of their own: structures."""

from __future__ import annotations

import unicodedata

from packbuilder.maths import structures
from packbuilder.maths.commands import ARCS, COMBINING, COMMANDS, TYPED, Command, sign_kind
from packbuilder.maths.nodes import (
    EMPTY,
    Accent,
    Binomial,
    Fraction,
    Function,
    Identifier,
    Node,
    Number,
    Script,
    Space,
    Symbol,
    row_of,
)
from packbuilder.maths.problem import Parsed
from packbuilder.maths.reader import Reader, figures, is_parted
from packbuilder.maths.unicode import FROM_HIGH, FROM_LOW, VULGAR, unlettered
from packbuilder.patterns import regex

_LETTERS = regex(r"[^\W\d_]+")
_WORDED = frozenset(("rm", "it", "sf", "tt", "bf"))  # variants that set a run of letters as one word
_BETWEEN = frozenset((r"\over", r"\choose"))
_SCRIPTS = frozenset(("^", "_", "'", "′", "’"))
_PRIME = Symbol(char="′")


def parse(source: str, depth: int = 0) -> Parsed:
    r"""Read a formula in the LaTeX subset of notes, without its dollar signs; `depth`: how many constructions it stands in.

    Never raises.  Problems carry offsets into `source`; a name that is not in the command table is always one.
    """
    reader = Reader(source)
    reader.depth = depth
    if reader.kind == "end":
        reader.complain(0, "the formula is empty")
    parts = [row(reader)]
    while reader.kind != "end":
        reader.stray()
        parts.append(row(reader))
    return Parsed(tree=row_of(parts), problems=tuple(sorted(reader.problems, key=lambda problem: problem.offset)))


def row(reader: Reader) -> Node:
    """Everything up to the next closer, which stays to be read."""
    nodes: list[Node] = []
    while not reader.at_closer():
        if reader.text in _BETWEEN and nodes:
            return _parted(reader, row_of(nodes))
        if reader.text in COMBINING:
            _combine(reader, nodes)
            continue
        base = EMPTY if reader.text in _SCRIPTS or reader.kind in ("high", "low") else atom(reader)
        if base is not None:
            # Scripts after a space are those of nothing, before what follows: 25\,^\circ\mathrm{C}.
            nodes.append(base if isinstance(base, Space) else _scripts(reader, base))
    return row_of(nodes)


def _parted(reader: Reader, above: Node) -> Node:
    r"""What stands on both sides of `\over` or `\choose`, as TeX itself writes fractions: `{a \over b}`."""
    sign, start = reader.text, reader.start
    reader.advance()
    if not reader.enter():
        return above
    below = row(reader)
    reader.leave()
    if below == EMPTY:
        reader.complain(start, f"nothing stands behind `{sign}`", r"write \frac{...}{...} or \binom{...}{...}")
        return above
    return Fraction(numerator=above, denominator=below) if sign == r"\over" else Binomial(upper=above, lower=below)


def body(reader: Reader, closer: str, opened: int, what: str) -> Node:
    """Everything up to `closer`, which is read too; a problem at `opened` where it never comes."""
    if not reader.enter():
        return EMPTY
    reader.pending.append(closer)
    parts = [row(reader)]
    while reader.text != closer and reader.kind != "end" and reader.text not in reader.pending:
        reader.stray()
        parts.append(row(reader))
    reader.pending.pop()
    if reader.text == closer:
        reader.advance()
    else:
        reader.complain(opened, what)
    reader.leave()
    return row_of(parts)


def group(reader: Reader) -> Node:
    """The inside of `{...}`."""
    opened = reader.start
    reader.advance()
    return body(reader, "}", opened, "an opening brace `{` without its `}`")


def argument(reader: Reader, owner: str, offset: int) -> Node:
    """What a command or a script takes: a group, or the one sign that follows; a problem where there is neither."""
    if reader.text == "{":
        return group(reader)
    if reader.at_closer() or reader.text in ("^", "_"):
        reader.complain(offset, f"`{owner}` lacks its argument", "write it in braces: {...}")
        return EMPTY
    if reader.kind == "number" and len(reader.text) > 1:
        return _first_digit(reader, owner)
    if not reader.enter():
        return EMPTY
    node = atom(reader)
    reader.leave()
    return node if node is not None else EMPTY


def required(reader: Reader, owner: str, offset: int, what: str) -> Node:
    """An argument that must not be empty: the drawing library cannot draw an empty one."""
    known = len(reader.problems)
    node = argument(reader, owner, offset)
    if node == EMPTY and len(reader.problems) == known:
        reader.complain(offset, f"`{owner}` has an empty {what}")
    return node


def _first_digit(reader: Reader, owner: str) -> Node:
    """One digit, as TeX takes it; for a script that is nearly always a slip, so it is one here."""
    if owner in ("^", "_") and not is_parted(reader.text[1]):
        number = reader.text
        reader.complain(
            reader.start,
            f"only the first digit of `{owner}{number}` would be set apart",
            f"write {owner}{{{number}}}",
        )
        reader.advance()
        return Number(text=figures(number))
    digit = reader.text[0]
    reader.jump(reader.start + 1)
    return Number(text=digit)


def atom(reader: Reader) -> Node | None:
    """One thing without its scripts; None for what leaves nothing behind, such as an unknown command."""
    kind, text, start = reader.kind, reader.text, reader.start
    if kind == "number":
        reader.advance()
        return Number(text=figures(text), variant="" if reader.variant == "rm" else reader.variant)
    if kind == "command":
        return _command(reader, text[1:], start)
    if text == "{":
        return group(reader)
    if kind in ("high", "low"):  # as the argument of something: the scripts of nothing
        return _scripts(reader, EMPTY)
    return _character(reader, text, start)


def _character(reader: Reader, char: str, start: int) -> Node | None:
    reader.advance()
    if "A" <= char <= "z" and char.isalpha():
        return _letter(reader, char, start)
    command = TYPED.get(char)
    if command is not None:
        if char == "%":
            reader.complain(start, "a bare `%` starts a comment in LaTeX", r"write \%")
        return _sign(reader, command)
    if char in VULGAR:
        above, below = VULGAR[char]
        return Fraction(numerator=Number(text=above), denominator=Number(text=below))
    letter, variant = unlettered(char)
    if variant:
        return Number(text=letter, variant=variant) if letter.isdecimal() else Identifier(text=letter, variant=variant)
    if char.isalpha():
        plain = unicodedata.normalize("NFKC", char) if ord(char) >= 0x1D400 else char
        return _letter(reader, plain, start) if len(plain) == 1 else None
    if char == "~":
        return Space(width=250)
    name = f"U+{ord(char):04X}"
    reader.complain(
        start,
        f"the character `{char}` ({name}) has no meaning in a formula"
        if char.isprintable()
        else f"the character {name} has no meaning in a formula",
        r"write words as \text{...}",
    )
    return None


def _letter(reader: Reader, char: str, start: int) -> Node:
    if reader.variant in _WORDED:
        match = _LETTERS.match(reader.source, start)
        if match is not None and match.end() > start + 1:
            reader.jump(match.end())
            return Identifier(text=match[0], variant=reader.variant)
    return Identifier(text=char, variant=reader.variant)


def _sign(reader: Reader, command: Command) -> Node:
    if command.kind == "letter":
        return Identifier(text=command.char, variant=reader.variant)
    return Symbol(char=command.char)


def _command(reader: Reader, name: str, start: int) -> Node | None:
    command = COMMANDS.get(name)
    reader.advance()
    if command is None:
        if name.isspace():
            return Space(width=250)
        if name:
            reader.unknown(start, name)
        else:
            reader.complain(start, "a lone backslash at the end")
        return None
    if command.kind in ("function", "limit"):
        return Function(name=command.char)
    if command.kind == "space":
        return Space(width=int(command.char))
    if command.kind == "ignored":
        return None
    if command.kind in ("accent", "variant", "text", "structure"):
        return _construction(reader, command, start)
    return _sign(reader, command)


def _construction(reader: Reader, command: Command, start: int) -> Node | None:
    if not reader.enter():
        return None
    if command.kind == "accent":
        base = required(reader, "\\" + command.name, start, "argument")
        node: Node | None = Accent(name="overparen" if command.name in ARCS else command.name, base=base)
    elif command.kind == "variant":
        node = structures.variant(reader, command.char, start)
    elif command.kind == "text":
        node = structures.text(reader, command, start)
    else:
        node = structures.STRUCTURES[command.name](reader, command, start)
    reader.leave()
    return node


def _combine(reader: Reader, nodes: list[Node]) -> None:
    """A combining mark typed after its letter."""
    name, start = COMBINING[reader.text], reader.start
    reader.advance()
    if nodes and isinstance(nodes[-1], Identifier):
        nodes[-1] = Accent(name=name, base=nodes[-1])
    else:
        reader.complain(start, "a combining mark without a letter before it")


def _scripts(reader: Reader, base: Node) -> Node:
    sub: Node | None = None
    sup: Node | None = None
    primes: list[Node] = []
    limits = False
    while True:
        text, kind, start = reader.text, reader.kind, reader.start
        if text in ("'", "′", "’"):
            reader.advance()
            if sup is not None:
                reader.complain(start, "double superscript", "write {...} round the first part")
            else:
                primes.append(_PRIME)
        elif text == "^" or kind == "high":
            found = _script(reader, FROM_HIGH)
            if sup is not None:
                reader.complain(start, "double superscript", "write {...} round the first part")
            else:
                sup = found
        elif text == "_" or kind == "low":
            found = _script(reader, FROM_LOW)
            if sub is not None:
                reader.complain(start, "double subscript", "write {...} round the first part")
            else:
                sub = found
        elif text == r"\limits":
            if not isinstance(base, Function) and not (isinstance(base, Symbol) and sign_kind(base.char) == "large"):
                reader.complain(start, r"`\limits` does not follow a sign such as \sum or \int", "leave it out")
            reader.advance()
            limits = True
        else:
            break
    if primes:
        sup = row_of((*primes, sup) if sup is not None else primes)
    if sub is None and sup is None:
        return base
    return Script(base=base, sub=sub, sup=sup, limits=limits)


def _script(reader: Reader, ordinary: dict[int, str]) -> Node:
    start, text = reader.start, reader.text
    if reader.kind in ("high", "low"):
        reader.advance()
        inner = parse(text.translate(ordinary))
        return inner.tree
    reader.advance()
    node = required(reader, text, start, "argument")
    signed = isinstance(node, Symbol) and node.char in "+−" and reader.source[reader.start - 1 : reader.start] != "}"
    if signed and reader.kind == "number" and reader.source[reader.start - 1] in "+-−–":
        reader.complain(
            start,
            f"only the sign of `{text}{reader.source[start + 1 : reader.stop]}` would be set apart",
            "write it in braces",
        )
    return node
