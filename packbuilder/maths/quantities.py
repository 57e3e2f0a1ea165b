r"""Quantities as siunitx and mhchem write them: `\qty{9.81}{\metre\per\second\squared}`, `\num{6.02e23}`, `\ang{30;15}`, `\pu{25 cm3}`.

Ranges and lists of them too: `\qtyrange{5}{10}{\metre}`, `\numlist{1;2;5}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from packbuilder.maths import chemistry, parser
from packbuilder.maths.commands import Command
from packbuilder.maths.nodes import EMPTY, RANGE, Identifier, Node, Number, Script, Space, Symbol, parts_of, row_of
from packbuilder.maths.reader import Reader, figures
from packbuilder.maths.units import units_of
from packbuilder.patterns import regex

THIN = Space(width=167)
_PLACES = {"degree": "°", "minute": "′", "second": "″"}
_NUMBER = regex(r"\s*(?P<sign>\+-|\\pm|[-+−])?\s*(?P<figures>(?:\d|\\[,;: ]|[ ~]|\{,\}|[.,])*\d)?(?:\s*[eE]\s*(?P<power>[-+−]?\d+))?\s*")
_SIGNS = {"-": "−", "−": "−", "+": "+", "+-": "±", r"\pm": "±"}
_COMPACT = regex(r"(?P<number>[-+−]?[\d.,]+(?:[eE][-+−]?\d+)?)?\s*(?P<unit>.*)", re.DOTALL)
_PIECE = regex(r"[^;]+")
_LETTERS = regex(r"(?P<unit>[A-Za-zµμΩ°%]+)(?P<power>\^?\{?[-−]?\d\}?)?|(?P<over>/)|[\s.·]+")
_CLOSE = frozenset(("°", "%", "′", "″"))
"""Signs that stand close to their number."""


def quantity(reader: Reader, command: Command, start: int) -> Node:
    r"""Return a number with its unit, or one of them."""
    owner = "\\" + command.name
    if command.name != "pu" and reader.text == "[":  # how siunitx is to print it
        end = reader.source.find("]", reader.stop)
        reader.jump(end + 1 if end >= 0 else len(reader.source))
    wanted = command.char
    if "r" in wanted or "l" in wanted:
        return _several(reader, command, start)
    number = _number(reader, owner, start) if "n" in wanted else EMPTY
    if "a" in wanted:
        return _angle(*_group(reader, owner, start)[:1])
    if "p" in wanted:
        raw, begin = _group(reader, owner, start)
        found = _COMPACT.fullmatch(raw)
        if found is None:
            raise AssertionError("every text is a number, which may be none, and what follows")
        number = _figures(found["number"]) or EMPTY if found["number"] else EMPTY
        return _together(number, _letters(reader, found["unit"], begin + found.start("unit")))
    return _together(number, _unit(reader, owner, start)) if "u" in wanted else number


def _several(reader: Reader, command: Command, start: int) -> Node:
    """Return a range of quantities, or a list of them: each with its unit, and no word of any language between them."""
    owner, wanted = "\\" + command.name, command.char
    between: Node = RANGE if "r" in wanted else Symbol(char=",")
    if "r" in wanted:
        numbers = [_number(reader, owner, start) for _ in range(2)]
    else:
        raw, begin = _group(reader, owner, start)
        numbers = [_figures(piece[0]) or _read(reader, piece[0], begin + piece.start()) for piece in _PIECE.finditer(raw)]
    unit = _unit(reader, owner, start) if "u" in wanted else EMPTY
    nodes = [_together(number, unit) for number in numbers]
    return row_of(node for at, each in enumerate(nodes) for node in ((between, each) if at else (each,)))


def _together(number: Node, unit: Node) -> Node:
    if EMPTY in (number, unit):
        return number if unit == EMPTY else unit
    close = isinstance(unit, Symbol) and unit.char in _CLOSE
    return row_of((number, unit) if close else (number, THIN, unit))


def _group(reader: Reader, owner: str, start: int) -> tuple[str, int]:
    """Read `{...}` as it is written; return that and where it begins."""
    if reader.text != "{":
        reader.complain(start, f"`{owner}` lacks its argument", "write it in braces: {...}")
        return "", reader.start
    begin = reader.stop
    end = chemistry.closing(reader.source, begin)
    if end is None:
        reader.complain(reader.start, "an opening brace `{` without its `}`")
        end = len(reader.source)
    raw = reader.source[begin:end]
    reader.jump(min(end + 1, len(reader.source)))
    if not raw.strip():
        reader.complain(start, f"`{owner}` has an empty argument")
    return raw, begin


def _number(reader: Reader, owner: str, start: int) -> Node:
    raw, begin = _group(reader, owner, start)
    return _figures(raw) or _read(reader, raw, begin)


def _figures(raw: str) -> Node | None:
    """Return a number as it is printed: `6.02e23` with its power of ten, `10 +- 2` with its margin; None for anything else."""
    nodes: list[Node] = []
    end = 0
    while end < len(raw):
        found = _NUMBER.match(raw, end)
        if (
            found is None
            or found.end() == end
            or not (found["figures"] or found["power"])
            or (nodes and found["sign"] not in ("+-", r"\pm"))
        ):
            return None
        end = found.end()
        nodes.extend(_of_number(found))
    return row_of(nodes) if nodes else None


def _of_number(found: re.Match[str]) -> Iterator[Node]:
    if found["sign"]:
        yield Symbol(char=_SIGNS[found["sign"]])
    if found["figures"]:
        yield Number(text=figures(found["figures"]))
    if found["power"]:
        power = found["power"].lstrip("+")
        negative = power.startswith(("-", "−"))
        if found["figures"]:
            yield Symbol(char="×")
        exponent = Number(text=power.lstrip("-−"))
        yield Script(base=Number(text="10"), sup=row_of((Symbol(char="−"), exponent)) if negative else exponent)


def _unit(reader: Reader, owner: str, start: int) -> Node:
    raw, begin = _group(reader, owner, start)
    known = units_of(raw)
    return _in_row(known) if known else _letters(reader, raw, begin)


def _letters(reader: Reader, raw: str, begin: int) -> Node:
    """Return a unit that is written in its signs: `m/s`, `m.s^{-2}`, `kJ mol-1`; read as a formula in upright letters where it is none."""
    units: list[Node] = []
    end = 0
    while end < len(raw) and (found := _LETTERS.match(raw, end)):
        end = found.end()
        if found["over"]:
            units.append(Symbol(char="/"))
        elif found["unit"]:
            power = int((found["power"] or "1").strip("^{}").replace("−", "-"))
            units.extend(([THIN] if units and units[-1] != Symbol(char="/") else []) + [_of_unit(found["unit"], power)])
    return row_of(units) if end == len(raw) else _read(reader, rf"\mathrm{{{raw}}}", begin - len(r"\mathrm{"))


def _in_row(units: tuple[tuple[str, int], ...]) -> Node:
    nodes = [_of_unit(*unit) for unit in units]
    return row_of(node for at, each in enumerate(nodes) for node in ((THIN, each) if at else (each,)))


def _of_unit(unit: str, power: int) -> Node:
    base: Node = Symbol(char=unit) if unit in _CLOSE else Identifier(text=unit.replace("µ", "μ"), variant="rm")
    if unit == "°C":
        base = row_of((Symbol(char="°"), Identifier(text="C", variant="rm")))
    if power == 1:
        return base
    figure = Number(text=str(abs(power)))
    return Script(base=base, sup=row_of((Symbol(char="−"), figure)) if power < 0 else figure)


def _angle(raw: str) -> Node:
    r"""Return an angle in degrees, minutes and seconds: `\ang{30;15;20}`."""
    parts = [(part.strip(), sign) for part, sign in zip(raw.split(";"), _PLACES.values(), strict=False)]
    return row_of(node for part, sign in parts if part for node in (*parts_of(_figures(part) or EMPTY), Symbol(char=sign)))


def _read(reader: Reader, raw: str, begin: int) -> Node:
    """Return what neither is a plain number nor a known unit as the formula that it is, its mistakes told at their places."""
    if not reader.enter():
        return EMPTY
    parsed = parser.parse(raw, reader.depth)
    for problem in parsed.problems:
        reader.complain(max(begin + problem.offset, 0), problem.message, *problem.hints)
    reader.leave()
    return parsed.tree
