r"""Chemical formulas, `\ce{...}`, read into the same tree as mathematics.

The notation is that of the mhchem manual as far as school and college notes use it: `2H2 + O2 -> 2H2O`, `SO4^2-`,
`CuSO4.5H2O`, `^{14}_{6}C`, `Ca^2+(aq)`, `N2 + 3H2 <=>[450 °C][Fe] 2NH3`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from packbuilder.maths import parser
from packbuilder.maths.nodes import (
    EMPTY,
    Fraction,
    Identifier,
    Node,
    Number,
    Script,
    Stack,
    Symbol,
    Text,
    row_of,
)
from packbuilder.maths.reader import Reader
from packbuilder.maths.unicode import FROM_HIGH, FROM_LOW
from packbuilder.patterns import regex

STATE = regex(r"\((?:aq|s|l|g|cr|am)\)")
_ARROWS = {
    "<=>": "⇌",
    "<->": "↔",
    "<-->": "↔",
    "<=": "⇐",
    "->": "→",
    "-->": "⟶",
    "=>": "⇒",
    "<-": "←",
    "⇌": "⇌",
    "→": "→",
    "⟶": "→",
    "↔": "↔",
}
_ARROW = regex("|".join(re.escape(arrow) for arrow in sorted(_ARROWS, key=len, reverse=True)))
_COEFFICIENT = regex(r"(?P<above>[0-9]+)/(?P<below>[0-9]+)|(?P<number>[0-9]+(?:(?:\.|\{,\})[0-9]+)?)")
_RADICAL = regex(r"[.•·](?=[A-Z])")
"""The dot of a radical before its symbol, where a molecule begins."""
_RADICAL_BEHIND = regex(r"[.•](?=\s*(?:\+|-+>|<|\)|\Z))")
"""The same behind it, where nothing follows that could be water of crystallisation."""
_UNPAIRED = Symbol(char="•")
_ELEMENT = regex(r"[A-Z][a-z]?")
_WORD = regex(r"[a-z]+")
_DIGITS = regex(r"[0-9]+")
_CHARGE = regex(r"(?P<count>[0-9]*)(?P<sign>[+\-−–])(?=[\s)\]}(,.;*·/|‖]|->|<|\Z)")
_RAISED = regex(r"[0-9]*[+\-−–]|[0-9]+|[A-Za-z.•*]")
_LOWERED = regex(r"[0-9]+|[A-Za-z]")
_HIGH = regex(f"[{''.join(map(chr, FROM_HIGH))}]+")
_LOW = regex(f"[{''.join(map(chr, FROM_LOW))}]+")
_FORMULA = regex(r"[0-9]*(?:[A-Z][a-z]?|[()\[\]0-9])+(?:\^?\{?[0-9]*[+\-]\}?)?")
_SCRIPT_PART = regex(r"(?P<digits>[0-9]+)|(?P<letters>[A-Za-z]+)|(?P<sign>[+\-−–=()/,])|(?P<dot>[.•*])|\s+")
_BONDS = {"=": "=", "#": "≡", "≡": "≡", "-": "−", "−": "−", "–": "−"}
_SINGLE = {
    **_BONDS,
    "(": "(",
    ")": ")",
    "[": "[",
    "]": "]",
    "↑": "↑",
    "↓": "↓",
    ",": ",",
    ";": ";",
    "•": "•",
    "/": "/",
    "|": "|",
    "‖": "‖",
}
_HYDRATE = frozenset(".*·⋅")


def closing(source: str, begin: int) -> int | None:
    """The offset of the brace that closes the one just before `begin`; None where there is none."""
    depth = 0
    for place in range(begin, len(source)):
        if source[place] == "{":
            depth += 1
        elif source[place] == "}":
            if depth == 0:
                return place
            depth -= 1
    return None


def formula(reader: Reader, begin: int, end: int) -> Node:
    """Read the source between two offsets as chemistry; problems go to the reader, whose place is left anywhere."""
    if not reader.enter():
        return EMPTY
    scanner = _Scanner(reader, begin, end)
    while scanner.more():
        scanner.step()
    reader.leave()
    return row_of(scanner.nodes)


class _Scanner:
    """Walks through one formula.

    `fresh` says that a molecule begins here, so that a number is a coefficient. `joined` is how many nodes stood when
    the last plus sign or arrow was read, which must join something to something.
    """

    __slots__ = ("fresh", "joined", "nodes", "place", "reader", "source")

    def __init__(self, reader: Reader, begin: int, end: int) -> None:
        self.reader = reader
        self.source = reader.source[:end]
        self.place = begin
        self.nodes: list[Node] = []
        self.fresh = True
        self.joined = 0

    def more(self) -> bool:
        """Skip spaces; whether anything is left."""
        while self.place < len(self.source) and self.source[self.place].isspace():
            self.place += 1
            self.fresh = True
        return self.place < len(self.source)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read what the pattern matches here, if it does."""
        match = pattern.match(self.source, self.place)
        if match is not None:
            self.place = match.end()
        return match

    def add(self, *nodes: Node, fresh: bool = False) -> None:
        """Append nodes; `fresh` where a molecule may begin behind them."""
        self.nodes.extend(nodes)
        self.fresh = fresh

    def step(self) -> None:
        """Read one thing with its scripts."""
        if self._operator() or self._mark() or self._script():
            return
        state = self.take(STATE)
        if state is not None:
            self.add(Text(text=state[0]))
            return
        if self.fresh and self._coefficient():
            return
        if self.fresh and self.nodes[self.joined :] == [] and self.take(_RADICAL):
            self.add(Script(base=EMPTY, sup=_UNPAIRED), fresh=True)
            return
        if self.nodes and not self.fresh and self.take(_RADICAL_BEHIND):
            last = self.nodes.pop()
            self.add(replace(last, sup=_UNPAIRED) if isinstance(last, Script) and last.sup is None else Script(base=last, sup=_UNPAIRED))
            return
        element = self.take(_ELEMENT) or self.take(_WORD)
        if element is not None:
            self._named(element[0])
        else:
            self._single()

    def _named(self, name: str) -> None:
        """An element, a lone electron or variable, or a word."""
        counted = len(name) == 1 and name.islower() and self.fresh and _ELEMENT.match(self.source, self.place)
        self.add(Identifier(text=name, variant="" if counted else "rm"))

    def _operator(self) -> bool:
        """A reaction arrow with its conditions, or the plus sign between molecules."""
        start = self.place
        arrow = self.take(_ARROW)
        if arrow is not None:
            self._lonely(start, arrow[0])
            over, under = self._condition(), self._condition()
            sign = Symbol(char=_ARROWS[arrow[0]])
            self.add(
                sign if over is None and under is None else Stack(base=sign, over=over, under=under),
                fresh=True,
            )
            self.joined = len(self.nodes)
            return True
        if self.source[self.place] == "+" and not (self.nodes and not self.fresh and _CHARGE.match(self.source, self.place)):
            self.place += 1
            self._lonely(start, "+")
            self.add(Symbol(char="+"), fresh=True)
            self.joined = len(self.nodes)
            return True
        return False

    def _lonely(self, start: int, sign: str) -> None:
        """Complain of a plus sign or an arrow that follows another; at either end it may wait for what candidates write."""
        if self.nodes and self.joined == len(self.nodes):
            self.reader.complain(start, f"nothing stands before `{sign}`", "write what reacts, or leave the sign out")

    def _condition(self) -> Node | None:
        """What stands in square brackets behind an arrow: a formula, or words."""
        if self.source[self.place : self.place + 2] in ("T[", "C["):  # words, or a formula
            self.place += 1
        if self.source[self.place : self.place + 1] != "[":
            return None
        begin, end = self.place + 1, self.source.find("]", self.place)
        if end < 0:
            self.reader.complain(self.place, "an opening `[` without its `]`")
            end = len(self.source)
        self.place = min(end + 1, len(self.source))
        words = self.source[begin:end].strip()
        if not words:
            return None
        if "\\" in words or "$" in words or _FORMULA.fullmatch(words):
            return formula(self.reader, begin, end)
        return Text(text=" ".join(words.split()))

    def _mark(self) -> bool:
        """A lone `^` for a gas that escapes or a lone `v` for a precipitate."""
        following = self.source[self.place + 1 : self.place + 2]
        if not self.fresh or not self.nodes or not (following == "" or following.isspace()):
            return False
        arrow = {"^": "↑", "v": "↓"}.get(self.source[self.place])
        if arrow is None:
            return False
        self.place += 1
        self.add(Symbol(char=arrow))
        return True

    def _coefficient(self) -> bool:
        match = self.take(_COEFFICIENT)
        if match is None:
            return False
        if match["number"] is not None:
            self.add(Number(text=match["number"].replace("{,}", ",")), fresh=True)
        else:
            above, below = Number(text=match["above"]), Number(text=match["below"])
            self.add(Fraction(numerator=above, denominator=below), fresh=True)
        return True

    def _script(self) -> bool:
        """Subscripts and superscripts of what came before, or in front of what follows where a molecule begins."""
        sub: Node | None = None
        sup: Node | None = None
        start = self.place
        while self.place < len(self.source):
            before = self.place
            found, raised = self._one_script()
            if found is None:
                break
            if (sup if raised else sub) is not None:
                self.reader.complain(before, "two scripts in one place", "write both parts in one pair of braces")
            elif raised:
                sup = found
            else:
                sub = found
        if self.place == start:
            return False
        if sub is not None or sup is not None:
            base = EMPTY if self.fresh or not self.nodes else self.nodes.pop()
            in_front = base == EMPTY
            self.add(Script(base=base, sub=sub, sup=sup), fresh=False)
            self.fresh = in_front and self.fresh
        return True

    def _one_script(self) -> tuple[Node | None, bool]:
        """The next script, if one begins here, and whether it is a superscript."""
        char = self.source[self.place]
        if char in "^_":
            return self._marked_script(char)
        if high := self.take(_HIGH):
            return _script_row(high[0].translate(FROM_HIGH)), True
        if low := self.take(_LOW):
            return _script_row(low[0].translate(FROM_LOW)), False
        if self.fresh or not self.nodes:
            return None, False
        charge = _CHARGE.match(self.source, self.place)
        if charge is not None and not charge["count"]:
            self.place = charge.end()
            return _script_row(charge[0]), True
        digits = self.take(_DIGITS)
        return (Number(text=digits[0]) if digits is not None else None), False

    def _marked_script(self, mark: str) -> tuple[Node, bool]:
        """What follows `^` or `_`: a group in braces, a charge, a number or a letter."""
        start, raised = self.place, mark == "^"
        self.place += 1
        if self.source[self.place : self.place + 1] == "{":
            end = closing(self.source, self.place + 1)
            if end is None:
                self.reader.complain(self.place, "an opening brace `{` without its `}`")
                end = len(self.source)
            begin, self.place = self.place + 1, min(end + 1, len(self.source))
            node = self._group(begin, end)
        else:
            found = self.take(_RAISED if raised else _LOWERED)
            node = _script_row(found[0]) if found is not None else EMPTY
        if node == EMPTY:
            self.reader.complain(start, f"`{mark}` lacks its argument", "write it in braces: {...}")
        return node, raised

    def _group(self, begin: int, end: int) -> Node:
        """The inside of a script in braces: plain signs, or else a formula of its own."""
        content = self.source[begin:end]
        if STATE.fullmatch(content.strip()):
            return Text(text=content.strip())
        place = 0
        while place < len(content) and (match := _SCRIPT_PART.match(content, place)):
            place = match.end()
        return _script_row(content) if place == len(content) else formula(self.reader, begin, end)

    def _single(self) -> None:
        """A sign of one character, a group in braces, or a command of mathematics."""
        char, start = self.source[self.place], self.place
        if char in "\\$":
            self._mathematics(char)
            return
        if char == "{":
            end = closing(self.source, start + 1)
            if end is not None:
                self.place = end + 1
                self.add(formula(self.reader, start + 1, end))
                return
        self.place += 1
        digit = _DIGITS.match(self.source, start)
        if char in _HYDRATE and not (self.fresh and not self.nodes):
            self.add(Symbol(char="·"), fresh=True)
        elif self.source.startswith("||", start):  # the salt bridge of a cell
            self.place = start + 2
            self.add(Symbol(char="‖"), fresh=True)
        elif char in _SINGLE:
            self.add(Symbol(char=_SINGLE[char]), fresh=char in "([,;/|‖")
        elif digit is not None:
            self.place = digit.end()
            self.add(Number(text=digit[0]))
        else:
            self.reader.complain(start, f"the character `{char}` has no meaning in a chemical formula")

    def _mathematics(self, char: str) -> None:
        """A command such as `\\Delta`, or a formula between dollar signs."""
        start = self.place
        end = self.source.find("$", start + 1) if char == "$" else len(self.source)
        self.reader.jump(start + 1 if char == "$" else start)
        parts: list[Node] = []
        while self.reader.start < max(end, 0) and self.reader.kind != "end" and not self.reader.at_closer():
            node = parser.atom(self.reader)
            parts.extend((node,) if node is not None else ())
            if char == "\\":
                break
        if char == "$" and end < 0:
            self.reader.complain(start, "a `$` without its partner", r"write \$ for a printed dollar sign")
        self.place = end + 1 if char == "$" and end >= 0 else min(max(self.reader.start, start + 1), len(self.source))
        self.add(row_of(parts))


def _script_row(content: str) -> Node:
    """The digits, signs and letters of a script as nodes: a lone small letter is a variable, others are upright."""
    nodes: list[Node] = []
    for part in _SCRIPT_PART.finditer(content):
        if part["digits"]:
            nodes.append(Number(text=part["digits"]))
        elif part["letters"]:
            name = part["letters"]
            nodes.append(Identifier(text=name, variant="" if len(name) == 1 and name.islower() else "rm"))
        elif part["sign"]:
            nodes.append(Symbol(char="−" if part["sign"] in "-−–" else part["sign"]))
        elif part["dot"]:
            nodes.append(Symbol(char="•"))
    return row_of(nodes)
