"""What the commands and characters of the table mean, found by name, by character typed and by character in the tree."""

from __future__ import annotations

from packbuilder.maths.table import CHARACTER_TABLE, COMMAND_TABLE
from packbuilder.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One line of the table; `char` is the character, or for other kinds the figure or name that the kind needs."""

    name: str
    kind: str
    char: str
    words: str


def _read(table: str) -> dict[str, Command]:
    commands: dict[str, Command] = {}
    for line in table.strip().splitlines():
        name, kind, char, words = line.split(None, 3)
        if char.startswith("U+"):
            char = chr(int(char.removeprefix("U+"), 16))
        commands[name] = Command(name=name, kind=kind, char="" if char == "-" else char, words="" if words == "-" else words)
    return commands


SIGN_KINDS = frozenset(
    [
        "letter",
        "ordinary",
        "postfix",
        "binary",
        "relation",
        "arrow",
        "open",
        "close",
        "fence",
        "large",
        "punctuation",
        "slash",
    ]
)
COMMANDS = _read(COMMAND_TABLE)
_TYPED = {name: Command(name=name, kind=c.kind, char=c.char or "−", words=c.words) for name, c in _read(CHARACTER_TABLE).items()}


def _by_char() -> dict[str, Command]:
    """Each sign under its own character: one with a key of its own first, so that it is written back as itself."""
    signs: dict[str, Command] = {}
    for command in (*_TYPED.values(), *COMMANDS.values()):
        if command.kind in SIGN_KINDS and command.name.isascii():
            signs.setdefault(command.char, command)
    return signs


SIGNS = _by_char()  # character in the tree -> its line
TYPED = {**SIGNS, **_TYPED}  # character in a source -> its line
FUNCTIONS = {c.char: c for c in COMMANDS.values() if c.kind in ("function", "limit")}
UNKNOWN = frozenset(("lcm", "hcf", "arccot", "arsinh", "arcosh", "artanh"))
"""Functions that the drawing library does not know by name."""
ACCENTS = {c.name: c for c in COMMANDS.values() if c.kind == "accent"}
ARCS = frozenset(("wideparen", "overarc", "arc"))
"""Other names of `overparen`, which is the one that the drawing library draws."""
COMBINING = {c.char: c.name for c in reversed(COMMANDS.values()) if c.kind == "accent" and c.char}
VARIANTS = {c.char: c for c in reversed(COMMANDS.values()) if c.kind == "variant"}
BRACKETS = {
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
"""The brackets of each kind of matrix that has any."""

ENVIRONMENTS = (
    *BRACKETS,
    "matrix",
    "array",
    "cases",
    "aligned",
    "align",
    "align*",
    "alignat",
    "alignat*",
    "alignedat",
    "split",
    "gather",
    "gather*",
    "gathered",
    "eqnarray",
    "eqnarray*",
    "equation",
    "equation*",
)


def sign_kind(char: str) -> str:
    """The kind of a sign in the tree; a character of no line counts as ordinary."""
    command = SIGNS.get(char)
    return command.kind if command is not None else "ordinary"


def is_command(name: str) -> bool:
    """Whether formulas have a command of this name, without its backslash."""
    return name in COMMANDS
