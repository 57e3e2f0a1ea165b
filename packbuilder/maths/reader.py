"""A place in a source and what has gone wrong so far: tokens, problems, and bodies that must be closed."""

from __future__ import annotations

import difflib
import re

from packbuilder.maths.commands import COMMANDS
from packbuilder.maths.problem import MAX_PROBLEMS, Problem
from packbuilder.maths.unicode import FROM_HIGH, FROM_LOW
from packbuilder.patterns import regex

NARROW = "\N{NARROW NO-BREAK SPACE}"
"""What stands between the groups of a number: `12 500`."""

MAX_DEPTH = 40  # constructions within constructions; nobody reads a formula deeper than ten

_HIGH = "".join(map(chr, FROM_HIGH))
_LOW = "".join(map(chr, FROM_LOW))
_GROUPS = r"(?:\\[,;: ]|[~ \u00a0\u2009\u202f])[0-9]{3}(?![0-9])"
"""A group of three figures behind a space, which has no sense in a formula but to part the groups of one number."""
_NUMBER = (
    # In groups behind commas, spaces or points; decimals behind a comma in braces, or a point.
    r"[0-9]{1,3}(?:(?:,|\{,\})[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    rf"|[0-9]{{1,3}}(?:{_GROUPS})+(?:\{{,\}}[0-9]+|\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3})+\{,\}[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]+\{,\}[0-9]+|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
)
_PARTED = regex(r"\\[,;: ]?|[~ \u00a0\u2009\u202f]")

_TOKEN = regex(
    r"\s*(?:"
    r"(?P<command>\\(?:operatorname\*|[A-Za-z]+|.|\Z))"
    rf"|(?P<number>{_NUMBER})"
    rf"|(?P<high>[{_HIGH}]+)"
    rf"|(?P<low>[{_LOW}]+)"
    r"|(?P<char>.)"
    r"|(?P<end>\Z))",
    re.DOTALL,
)
CLOSERS = frozenset(("}", "$", "&", r"\\", r"\right", r"\end"))
_STRAY = {
    "}": ("a closing brace `}` without its `{`", (r"write \} for a printed brace",)),
    "$": ("a `$` inside a formula", (r"write \$ for a printed dollar sign",)),
    "&": ("an `&` outside a table", (r"write \& for a printed ampersand",)),
    r"\\": (
        r"a line break `\\` outside a table",
        (r"use \begin{aligned} ... \end{aligned} for several lines",),
    ),
    r"\right": (r"`\right` without its `\left`", ()),
    r"\end": (r"`\end` without its `\begin`", ()),
}


def figures(number: str) -> str:
    """Return the token of a number as it is printed: its comma without braces, and narrow no-break spaces between groups."""
    return _PARTED.sub(NARROW, number.replace("{,}", ","))


def is_parted(char: str) -> bool:
    """Whether a character within the token of a number begins what parts its groups."""
    return _PARTED.match(char) is not None


class Reader:
    """Walks through one source.  The current token stands in `kind`, `text`, `start` (its offset) and `stop`."""

    __slots__ = ("depth", "kind", "pending", "problems", "source", "start", "stop", "text", "variant")

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.depth = 0
        self.variant = ""
        self.pending: list[str] = []  # what the bodies around the current place are waiting for
        self.jump(0)

    def jump(self, offset: int) -> None:
        """Make the first token at or after `offset` the current one."""
        match = _TOKEN.match(self.source, offset)
        if match is None or match.lastgroup is None:  # the last alternative matches at every end, the last but one before it
            raise AssertionError("the token pattern covers every source")
        self.kind = match.lastgroup
        self.text = match[self.kind]
        self.start, self.stop = match.span(self.kind)

    def advance(self) -> None:
        """Go on to the next token."""
        self.jump(self.stop)

    def complain(self, offset: int, message: str, *hints: str) -> None:
        """Note a problem, up to the number that is worth reading."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(offset=offset, message=message, hints=hints))

    def unknown(self, offset: int, name: str, known: tuple[str, ...] = tuple(COMMANDS), what: str = "command") -> None:
        r"""Note an unknown name, with the nearest known one as a hint."""
        if len(self.problems) >= MAX_PROBLEMS:
            return
        slash = "\\" if what == "command" else ""
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
        hints = tuple(f"did you mean {slash}{found}?" for found in near)
        self.complain(offset, f"unknown {what} `{slash}{name}`", *hints)

    def stray(self) -> None:
        """Note that the current token closes or parts something that is not open, and go past it."""
        message, hints = _STRAY[self.text]
        self.complain(self.start, message, *hints)
        if self.text == r"\end":
            self.advance()
            self.raw_group()
            return
        self.advance()
        if self.source.startswith(r"\right", self.stop):
            return

    def raw_group(self) -> str | None:
        """Read `{...}` without braces inside as it is written; None, and nothing read, where there is none."""
        if self.text != "{":
            return None
        end = self.source.find("}", self.stop)
        if end < 0:
            return None
        raw = self.source[self.stop : end]
        self.jump(end + 1)
        return raw

    def at_closer(self) -> bool:
        """Whether the current token ends a row: the end of the source, a closer, or `]` where one is awaited."""
        return self.kind == "end" or self.text in CLOSERS or (self.text == "]" and "]" in self.pending[-1:])

    def enter(self) -> bool:
        """Go one construction deeper; False, with a problem, where that is too deep to follow."""
        if self.depth < MAX_DEPTH:
            self.depth += 1
            return True
        self.complain(self.start, f"more than {MAX_DEPTH} constructions inside one another", "split the formula")
        self.jump(len(self.source))  # what is inside cannot be judged without following it
        return False

    def leave(self) -> None:
        """Come back from one construction."""
        self.depth -= 1
