"""Constructions with a syntax of their own: fractions, roots, fences, tables, words and names inside a formula."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from packbuilder.maths import chemistry, parser, quantities
from packbuilder.maths.commands import COMMANDS, ENVIRONMENTS, TYPED, Command
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
    Root,
    Space,
    Stack,
    Symbol,
    Table,
    Text,
    parts_of,
    row_of,
)
from packbuilder.maths.reader import Reader
from packbuilder.maths.unicode import high, low
from packbuilder.patterns import regex

_NEGATED = {"=": "≠", "∈": "∉", "⊆": "⊈", "∣": "∤", "|": "∤", "∥": "∦", "∃": "∄"}
_ALIGNED = ("align", "split", "eqnarray", "equation")
_ESCAPED = frozenset("%&$_#{} ")
_LENGTH = regex(r"(?P<number>-?\d*\.?\d+)\s*(?P<unit>em|ex|cm|mm|pt|in)")
_EMS = {"em": 1.0, "ex": 0.5, "cm": 2.5, "mm": 0.25, "pt": 0.1, "in": 6.0}
"""Lengths in ems of formulas, about."""
_ARCS = tuple(Symbol(char=char) for char in "⌢⌒⏜")
"""Signs that draw an arc over what they stand on."""
_DELIMITERS = frozenset(("open", "close", "fence", "slash"))


def variant(reader: Reader, name: str, start: int) -> Node:
    r"""The argument of `\mathrm` and its kin, its letters and digits marked with the variant."""
    outer, reader.variant = reader.variant, name
    node = parser.argument(reader, "\\" + _variant_name(name), start)
    reader.variant = outer
    return node


def _variant_name(name: str) -> str:
    return next(command.name for command in COMMANDS.values() if command.kind == "variant" and command.char == name)


def text(reader: Reader, command: Command, start: int) -> Node:
    r"""The words of `\text{...}`, with their spaces; formulas between dollar signs may stand among them."""
    if reader.text != "{":
        reader.complain(start, f"`\\{command.name}` lacks its argument", "write the words in braces: {...}")
        return EMPTY
    nodes: list[Node] = []
    depth, opened, place = 0, reader.start, reader.stop
    while place < len(reader.source):
        char = reader.source[place]
        if char == "}" and depth == 0:
            reader.jump(place + 1)
            return row_of(nodes)
        depth += {"{": 1, "}": -1}.get(char, 0)
        place, node = _words(reader, place, command.char)
        if node is not None:
            nodes.append(node)
    reader.complain(opened, "an opening brace `{` without its `}`")
    reader.jump(len(reader.source))
    return row_of(nodes)


def _words(reader: Reader, place: int, style: str) -> tuple[int, Node | None]:
    """One character of a text, or the formula or escape that begins there; and the place behind it."""
    char = reader.source[place]
    if char == "$":
        return _inner_formula(reader, place)
    if char == "\\":
        escaped = reader.source[place + 1 : place + 2]
        if escaped in _ESCAPED and escaped:
            return place + 2, Text(text=escaped, variant=style)
        command = _IN_WORDS.match(reader.source, place)
        if command is not None and (shown := _shown(command)):
            return command.end(), Text(text=shown, variant=style)
        reader.complain(place, "a command among words", "close the text before it, or put the formula in $...$")
        return place + 1, None
    if char in "{}":
        return place + 1, None
    return place + 1, Text(text=" " if char == "~" or char.isspace() else char, variant=style)


_IN_WORDS = regex(
    r"\\(?:(?P<name>[,;:]|(?:textdegree|degree|celsius|degreeCelsius|pounds|textsterling|euro|texteuro|textmu|micro|ohm|textohm|percent|ldots|dots|textellipsis|quad)\b)\s?"
    r"|(?P<script>textsuperscript|textsubscript)\{(?P<raised>[^{}]*)\})"
)
"""Commands that stand for characters among words."""
_CHARACTERS = {
    **dict.fromkeys(",;:", " "), "quad": "  ", **dict.fromkeys(("textdegree", "degree"), "°"), **dict.fromkeys(("celsius", "degreeCelsius"), "°C"),
    **dict.fromkeys(("pounds", "textsterling"), "£"), **dict.fromkeys(("euro", "texteuro"), "€"), **dict.fromkeys(("textmu", "micro"), "μ"),
    **dict.fromkeys(("ohm", "textohm"), "Ω"), "percent": "%", **dict.fromkeys(("ldots", "dots", "textellipsis"), "…"),
}  # fmt: skip


def _shown(command: re.Match[str]) -> str:
    """Return the characters that a command among words stands for; nothing where there are none."""
    if command["script"]:
        small = high if command["script"] == "textsuperscript" else low
        return small(command["raised"].replace("-", "−")) or ""
    return _CHARACTERS[command["name"]]


def _inner_formula(reader: Reader, place: int) -> tuple[int, Node]:
    outer, reader.variant = reader.variant, ""
    reader.jump(place + 1)
    reader.pending.append("$")
    node = parser.row(reader)
    reader.pending.pop()
    reader.variant = outer
    if reader.text == "$":
        return reader.stop, node
    reader.complain(place, "a `$` inside a text without its partner", r"write \$ for a printed dollar sign")
    return max(reader.start, place + 1), node


def _fraction(reader: Reader, command: Command, start: int) -> Node:
    owner = "\\" + command.name
    above = parser.required(reader, owner, start, "numerator")
    below = parser.required(reader, owner, start, "denominator")
    return Fraction(numerator=above, denominator=below, size=_size(command))


def _size(command: Command) -> str:
    return "t" if command.name == "tfrac" else command.char


def _binomial(reader: Reader, command: Command, start: int) -> Node:
    owner = "\\" + command.name
    upper = parser.required(reader, owner, start, "upper part")
    lower = parser.required(reader, owner, start, "lower part")
    return Binomial(upper=upper, lower=lower)


def _option(reader: Reader) -> Node | None:
    """An optional argument in square brackets; None where there is none or nothing in it."""
    if reader.text != "[":
        return None
    opened = reader.start
    reader.advance()
    node = parser.body(reader, "]", opened, "an opening `[` without its `]`")
    return node if node != EMPTY else None


def _root(reader: Reader, command: Command, start: int) -> Node:
    index = _option(reader)
    radicand = parser.required(reader, "\\" + command.name, start, "argument")
    return Root(radicand=radicand, index=index)


def _stack(reader: Reader, command: Command, start: int) -> Node:
    owner = "\\" + command.name
    mark = parser.required(reader, owner, start, "first argument")
    base = parser.required(reader, owner, start, "second argument")
    if command.char == "over" and mark in _ARCS:
        return Accent(name="overparen", base=base)
    if command.char == "over":
        return Stack(base=base, over=mark)
    return Stack(base=base, under=mark)


def _arrow(reader: Reader, command: Command, start: int) -> Node:
    under = _option(reader)
    over = parser.argument(reader, "\\" + command.name, start)
    arrow = Symbol(char=command.char)
    if under is None and over == EMPTY:
        return arrow
    return Stack(base=arrow, over=over if over != EMPTY else None, under=under)


def _delimiter(reader: Reader, owner: str, start: int) -> str:
    """The sign behind `\\left` and its kin; "" for the full stop that stands for none."""
    shown = reader.text
    if shown in (".", "<", ">"):
        reader.advance()
        return {"<": "⟨", ">": "⟩"}.get(shown, "")
    found = COMMANDS.get(shown[1:]) if reader.kind == "command" else TYPED.get(shown)
    if found is not None and found.kind in _DELIMITERS:
        reader.advance()
        return found.char
    reader.complain(start, f"`{owner}` lacks its bracket", f"write {owner}( or, for none, {owner}.")
    return ""


def _fenced(reader: Reader, command: Command, start: int) -> Node:
    left = _delimiter(reader, r"\left", start)
    inner = parser.body(reader, r"\right", start, r"`\left` without its `\right`")
    closed = reader.source[start : reader.start].rstrip().endswith(r"\right")
    right = _delimiter(reader, r"\right", max(start, reader.start - 1)) if closed else ""
    return Fenced(left=left, body=inner, right=right)


def _middle(reader: Reader, command: Command, start: int) -> Node | None:
    char = _delimiter(reader, r"\middle", start)
    if r"\right" in reader.pending[-1:]:
        return Middle(char=char) if char else None
    reader.complain(start, r"`\middle` outside `\left ... \right`")
    return Symbol(char=char) if char else None


def _environment(reader: Reader, command: Command, start: int) -> Node | None:
    name = reader.raw_group()
    if name is None:
        reader.complain(start, r"`\begin` lacks the name of an environment", r"\begin{cases} ... \end{cases}")
        return None
    if name not in ENVIRONMENTS:
        reader.unknown(start, name, ENVIRONMENTS, "environment")
    columns = _columns(reader, start) if name == "array" else ""
    if name.startswith("alignat") or name == "alignedat":
        reader.raw_group()  # how many columns there are to be
    gathered = name.startswith("gather")
    kind = "aligned" if gathered or name.startswith(_ALIGNED) else name
    rows = _cells(reader)
    if gathered:  # lines of their own, which nothing aligns: they begin at the left
        rows = tuple((EMPTY, *row) for row in rows)
    if reader.text == r"\end":
        place = reader.start
        reader.advance()
        closed = reader.raw_group()
        if closed != name:
            reader.complain(place, f"`\\begin{{{name}}}` is closed by `\\end{{{closed or ''}}}`")
    else:
        reader.complain(start, f"`\\begin{{{name}}}` without its `\\end{{{name}}}`")
    if name.startswith("equation") and len(rows) == len(rows[0]) == 1:
        return rows[0][0]
    return Table(kind=kind if name in ENVIRONMENTS else "matrix", rows=rows, columns=columns)


def _columns(reader: Reader, start: int) -> str:
    raw = (reader.raw_group() or "").replace(" ", "")
    if not raw or set(raw) - set("lcr|"):
        reader.complain(start, "an array lacks its columns", r"for two centred columns write \begin{array}{cc}")
        return "".join(char for char in raw if char in "lcr|")
    return raw


def _cells(reader: Reader, end: str = r"\end") -> tuple[tuple[Node, ...], ...]:
    """The rows of a table up to its end or where something around it closes; a line break at the end adds none."""
    rows: list[tuple[Node, ...]] = []
    cells: list[Node] = []
    reader.pending.append(end)
    parts = [parser.row(reader)]
    while reader.kind != "end" and reader.text != end:
        closer = reader.text
        if closer in ("&", r"\\"):
            cells.append(row_of(parts))
            parts = []
            reader.advance()
        elif closer in reader.pending:
            break
        else:
            reader.stray()
        if closer == r"\\":
            rows.append(tuple(cells))
            cells = []
        parts.append(parser.row(reader))
    reader.pending.pop()
    cells.append(row_of(parts))
    if cells != [EMPTY] or not rows:
        rows.append(tuple(cells))
    return tuple(rows)


def _chemistry(reader: Reader, command: Command, start: int) -> Node:
    if reader.text != "{":
        reader.complain(start, r"`\ce` lacks its formula", r"write \ce{H2O}")
        return EMPTY
    opened, begin = reader.start, reader.stop
    end = chemistry.closing(reader.source, begin)
    if end is None:
        reader.complain(opened, "an opening brace `{` without its `}`")
        end = len(reader.source)
    known = len(reader.problems)
    node = chemistry.formula(reader, begin, end)
    reader.jump(min(end + 1, len(reader.source)))
    if node == EMPTY and len(reader.problems) == known:
        reader.complain(start, r"`\ce` has an empty formula")
    return Chemistry(body=node)


def _not(reader: Reader, command: Command, start: int) -> Node | None:
    node = parser.argument(reader, r"\not", start)
    negated = _NEGATED.get(node.char) if isinstance(node, Symbol) else None
    if negated is not None:
        return Symbol(char=negated)
    if node != EMPTY:
        reader.complain(start, r"`\not` cannot strike out what follows it", r"write \ne or \notin")
    return node


def _operator(reader: Reader, command: Command, start: int) -> Node | None:
    raw = reader.raw_group()
    name = "".join(raw.split()) if raw is not None else ""
    if name and name.isascii() and name.isalpha():
        return Function(name=name)
    reader.complain(start, f"`\\{command.name}` lacks a name of letters", r"write \operatorname{name}")
    return None


def _modulo(reader: Reader, command: Command, start: int) -> Node:
    return row_of((Space(width=1000), Function(name="mod")))


def _itself(reader: Reader, command: Command, start: int) -> Node:
    """What a command only says the white space of."""
    return parser.required(reader, "\\" + command.name, start, "argument")


def _lonely(reader: Reader, command: Command, start: int) -> None:
    r"""`\over` or `\choose` where none can stand, such as an argument without braces; between two parts a row reads it."""
    reader.complain(start, f"`\\{command.name}` stands between two parts", r"write \frac{...}{...} or \binom{...}{...}")


def _substack(reader: Reader, command: Command, start: int) -> Node:
    """Lines below one another under a sign."""
    if reader.text != "{":
        reader.complain(start, r"`\substack` lacks its argument", "write its lines in braces: {...}")
        return EMPTY
    reader.advance()
    rows = _cells(reader, "}")
    if reader.text == "}":
        reader.advance()
    else:
        reader.complain(start, "an opening brace `{` without its `}`")
    return Table(kind="aligned", rows=tuple((EMPTY, *row) for row in rows))


def _named_operator(reader: Reader, command: Command, start: int) -> Node:
    r"""What `\mathop` makes an operator: letters are its name."""
    node = parser.required(reader, r"\mathop", start, "argument")
    return Function(name=node.text) if isinstance(node, Identifier) and len(node.text) > 1 and node.variant == "rm" else node


def _phantom(reader: Reader, command: Command, start: int) -> Node:
    """As much space as what is left out would take."""
    return Space(width=500 * len(parts_of(parser.argument(reader, "\\" + command.name, start))))


def _space(reader: Reader, command: Command, start: int) -> Node:
    raw = reader.raw_group() or ""
    found = _LENGTH.fullmatch(raw.strip())
    if found is None:
        reader.complain(start, r"`\hspace` lacks its width", r"write \hspace{1em} or \quad")
        return EMPTY
    return Space(width=round(float(found["number"]) * _EMS[found["unit"]] * 1000))


def _celsius(reader: Reader, command: Command, start: int) -> Node:
    return row_of((Symbol(char="°"), Identifier(text="C", variant="rm")))


def _transposed(reader: Reader, command: Command, start: int) -> Node:
    r"""`A^\top`: the T that is raised behind a matrix."""
    return Identifier(text="T", variant="rm")


def _modulus(reader: Reader, command: Command, start: int) -> Node:
    of = parser.required(reader, r"\pmod", start, "argument")
    return row_of((Space(width=1000), Symbol(char="("), Function(name="mod"), of, Symbol(char=")")))


def _quantity(reader: Reader, command: Command, start: int) -> Node:
    # Looked up when it is wanted: quantities hold formulas, and are read by a module that reads these constructions itself.
    return quantities.quantity(reader, command, start)


Construction = Callable[[Reader, Command, int], Node | None]
STRUCTURES: Mapping[str, Construction] = MappingProxyType(
    {
        **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _fraction),
        **dict.fromkeys(("mathrel", "mathbin", "mathord", "ensuremath"), _itself),
        **dict.fromkeys(("over", "choose"), _lonely),
        "substack": _substack,
        **dict.fromkeys(("binom", "dbinom", "tbinom"), _binomial),
        **dict.fromkeys(("overset", "stackrel", "underset"), _stack),
        **{name: _arrow for name, c in COMMANDS.items() if c.kind == "structure" and name.startswith("x")},
        **dict.fromkeys(("operatorname", "operatorname*"), _operator),
        "sqrt": _root,
        "left": _fenced,
        "middle": _middle,
        "begin": _environment,
        "ce": _chemistry,
        "not": _not,
        "pmod": _modulus,
        "mod": _modulo,
        "mathop": _named_operator,
        "top": _transposed,
        **dict.fromkeys(("phantom", "hphantom"), _phantom),
        "hspace": _space,
        **dict.fromkeys(("celsius", "degreeCelsius"), _celsius),
        **dict.fromkeys(("SI", "qty", "si", "unit", "num", "ang", "pu"), _quantity),
        **dict.fromkeys(("SIrange", "qtyrange", "numrange", "SIlist", "qtylist", "numlist"), _quantity),
    }
)
