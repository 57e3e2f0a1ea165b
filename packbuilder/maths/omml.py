"""A formula as Office MathML (ECMA-376 part 1, 22.1), which Word and LibreOffice show, read out and let people edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import TypeGuard

from packbuilder.maths.commands import ACCENTS, BRACKETS, sign_kind
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
    row_of,
)
from packbuilder.maths.roles import core, roles
from packbuilder.maths.unicode import double_struck

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_STYLES = {"bf": "b", "it": "i", "bb": "p", "cal": "p", "scr": "p", "frak": "p", "sf": "p", "tt": "p", "bm": "bi"}
_SCRIPTS = {"bb": "double-struck", "cal": "script", "scr": "script", "frak": "fraktur", "sf": "sans-serif", "tt": "monospace"}
_FONT = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/>'
_END = "</w:rPr>"
_FENCES = {**BRACKETS, "cases": ("{", "")}
_SPACES = ((900, "\N{EM SPACE}"), (450, "\N{EN SPACE}"), (200, "\N{FOUR-PER-EM SPACE}"), (1, "\N{THIN SPACE}"))
"""Spaces by the least width in thousandths of an em that they stand for."""


def to_omml(tree: Node, *, display: bool = False, language: str = "") -> str:
    """Return the formula as an `m:oMath` element, in an `m:oMathPara` where it stands in a line of its own.

    A `language` (a BCP 47 tag) is said of every run, as Word says it: an element of formulas has none of its own.
    """
    names = f'xmlns:m="{NAMESPACE}" xmlns:w="{_WORD}"'
    if display:
        left = _element("oMathParaPr", _value("jc", "left"))
        written = f"<m:oMathPara {names}>{left}<m:oMath>{_omml(tree)}</m:oMath></m:oMathPara>"
    else:
        written = f"<m:oMath {names}>{_omml(tree)}</m:oMath>"
    spoken = f'<w:lang w:val="{escape(language)}"/>'
    return written.replace(_END, f"{spoken}{_END}") if language else written


def _omml(node: Node) -> str:
    return _WRITERS[type(node)](node)


def _element(name: str, *content: str) -> str:
    return f"<m:{name}>{''.join(content)}</m:{name}>"


def _value(name: str, value: str) -> str:
    return f'<m:{name} m:val="{escape(value)}"/>'


def _run(text: str, *, style: str = "", script: str = "", words: bool = False) -> str:
    properties = "<m:nor/>" if words else (_value("scr", script) if script else "") + (_value("sty", style) if style else "")
    font = f"<w:rPr>{_FONT}{_END}"
    return _element("r", _element("rPr", properties) if properties else "", font, f'<m:t xml:space="preserve">{escape(text)}</m:t>')


def _row(node: Row) -> str:
    parts = _paired(node.children)
    kinds = roles(parts)
    pieces: list[str] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        if isinstance(part, Script) and part.base == EMPTY and at + 1 < len(parts):
            # Scripts in front, such as a nuclide's: they take what follows with them.
            at += 1
            pieces.append(
                _element("sPre", _element("sub", _part(part.sub)), _element("sup", _part(part.sup)), _element("e", _omml(parts[at])))
            )
        elif isinstance(part, Script | Symbol) and kinds[at] == "large":
            end = _reach(kinds, at + 1)
            pieces.append(_large(part, parts[at + 1 : end]))
            at = end - 1
        elif at == len(parts) - 1 and at and _is_sign(part):
            pieces.append(_run(part.char, words=True))
        else:
            pieces.append(_omml(part))
            following = parts[at + 1] if at + 1 < len(parts) else None
            apart = kinds[at] == "function" and not isinstance(following, Fenced | Space | None)
            pieces.append(_run("\N{THIN SPACE}") if apart else "")
        at += 1
    return "".join(pieces)


def _paired(parts: Sequence[Node]) -> tuple[Node, ...]:
    """Return a row with each pair of brackets, and what stands between, as one node: brackets grow, and scripts are theirs."""
    waiting: list[list[Node]] = [[]]
    for part, role in zip(parts, roles(parts), strict=True):
        sign = part.base if isinstance(part, Script) else part
        if role == "open" and isinstance(part, Symbol):
            waiting.append([part])
        elif role == "close" and isinstance(sign, Symbol) and len(waiting) > 1:
            opening, *body = waiting.pop()
            fenced = Fenced(left=opening.char if isinstance(opening, Symbol) else "", body=row_of(body), right=sign.char)
            waiting[-1].append(replace(part, base=fenced) if isinstance(part, Script) else fenced)
        else:
            waiting[-1].append(part)
    return tuple(part for level in waiting for part in level)


def _reach(kinds: Sequence[str], start: int) -> int:
    """Return where the argument of a sum or an integral ends: before the next relation or punctuation."""
    return next((at for at in range(start, len(kinds)) if kinds[at] in ("relation", "punctuation", "close")), len(kinds))


def _large(part: Script | Symbol, argument: Sequence[Node]) -> str:
    """Return a large operator with its limits and what it is applied to."""
    sign = core(part)
    sub, sup = (part.sub, part.sup) if isinstance(part, Script) else (None, None)
    place = "subSup" if isinstance(sign, Symbol) and sign.char in "∫∬∭∮" else "undOvr"
    properties = _element(
        "naryPr",
        _value("chr", sign.char if isinstance(sign, Symbol) else ""),
        _value("limLoc", place),
        _value("subHide", "1") if sub is None else "",
        _value("supHide", "1") if sup is None else "",
    )
    limits = (_element("sub", _omml(sub) if sub else ""), _element("sup", _omml(sup) if sup else ""))
    return _element("nary", properties, *limits, _element("e", _row(Row(children=tuple(argument)))))


def _part(node: Node | None) -> str:
    """Return what stands in a place that Word marks with a dotted box where it is empty."""
    if node is None or node == EMPTY:
        return _run("\N{ZERO WIDTH SPACE}")
    return _run(node.char, words=True) if _is_sign(node) else _omml(node)


def _is_sign(node: Node) -> TypeGuard[Symbol]:
    """Whether a node is a plus or minus; one that nothing follows, an ion's, is set as a word: LibreOffice waits for what it adds."""
    return isinstance(node, Symbol) and node.char in "+−±"


def _identifier(node: Identifier) -> str:
    if node.variant == "rm":
        # Names of elements and units: as words they are upright in every program, not in Word alone.
        return _run(node.text, words=True)
    if node.variant == "bb":  # as characters: not every program knows the alphabet
        return _run(double_struck(node.text), style="p")
    style = _STYLES.get(node.variant, "i" if len(node.text) > 1 else "")
    return _run(node.text, style=style, script=_SCRIPTS.get(node.variant, ""))


def _symbol(node: Symbol) -> str:
    # Letters such as π are slanted by Word itself; signs are upright whatever is said.
    return _run(node.char, style="" if sign_kind(node.char) in ("letter", "ordinary") else "p")


def _fraction(node: Fraction) -> str:
    return _element("f", _element("num", _part(node.numerator)), _element("den", _part(node.denominator)))


def _binomial(node: Binomial) -> str:
    properties = _element("fPr", _value("type", "noBar"))
    return _fence("(", ")", _element("f", properties, _element("num", _part(node.upper)), _element("den", _part(node.lower))))


def _root(node: Root) -> str:
    hidden = _element("radPr", _value("degHide", "1")) if node.index is None else ""
    return _element("rad", hidden, _element("deg", _omml(node.index) if node.index else ""), _element("e", _part(node.radicand)))


def _script(node: Script) -> str:
    if isinstance(node.base, Accent) or node.limits or _limited(node.base):
        return _limits(node.base, below=node.sub, above=node.sup)
    base = _element("e", _part(node.base))
    if node.sub is not None and node.sup is not None:
        return _element("sSubSup", base, _element("sub", _part(node.sub)), _element("sup", _part(node.sup)))
    if node.sub is not None:
        return _element("sSub", base, _element("sub", _part(node.sub)))
    return _element("sSup", base, _element("sup", _part(node.sup)))


def _limited(base: Node) -> bool:
    return isinstance(base, Function) and base.name in ("lim", "max", "min", "sup", "inf")


def _limits(base: Node, *, below: Node | None, above: Node | None, inner: bool = False) -> str:
    """Return a base with what stands below and above it; `inner`: what is above stands nearer."""
    done = _part(base)
    named = (("limUpp", above), ("limLow", below)) if inner else (("limLow", below), ("limUpp", above))
    for name, mark in named:
        done = _element(name, _element("e", done), _element("lim", _part(mark))) if mark is not None else done
    return done


_BRACES = {"overparen": "⏜", "overbrace": "⏞", "underbrace": "⏟"}


def _accent(node: Accent) -> str:
    base = _element("e", _part(node.base))
    match node.name:
        case "boxed":
            return _element("borderBox", base)
        case "cancel":
            hidden = "".join(_value(f"hide{side}", "1") for side in ("Top", "Bot", "Left", "Right"))
            return _element("borderBox", _element("borderBoxPr", hidden, _value("strikeBLTR", "1")), base)
        case "bar" | "overline" | "underline":
            return _element("bar", _element("barPr", _value("pos", "bot" if node.name == "underline" else "top")), base)
        case "overparen" | "overbrace" | "underbrace":
            over = node.name != "underbrace"
            places = (_value("pos", "top" if over else "bot"), _value("vertJc", "bot" if over else "top"))
            return _element("groupChr", _element("groupChrPr", _value("chr", _BRACES[node.name]), *places), base)
        case _:
            return _element("acc", _element("accPr", _value("chr", ACCENTS[node.name].char)), base)


def _fence(left: str, right: str, *bodies: str, between: str = "") -> str:
    separator = _value("sepChr", between) if between else ""
    properties = _element("dPr", _value("begChr", left), separator, _value("endChr", right))
    return _element("d", properties, *(_element("e", body) for body in bodies))


def _fenced(node: Fenced) -> str:
    parts = parts_of(node.body)
    signs = [part.char for part in parts if isinstance(part, Middle)]
    groups = [tuple(group) for middle, group in groupby(parts, lambda part: isinstance(part, Middle)) if not middle]
    if len(signs) + 1 != len(groups):
        return _fence(node.left, node.right, _omml(node.body))
    return _fence(node.left, node.right, *(_row(Row(children=group)) for group in groups), between=signs[0] if signs else "")


def _table(node: Table) -> str:
    count = max(map(len, node.rows), default=1)
    places = [_place(node, column) for column in range(count)]
    columns = "".join(_element("mc", _element("mcPr", _value("count", "1"), _value("mcJc", place))) for place in places)
    filled = [(*row, *(EMPTY for _ in range(count - len(row)))) for row in node.rows]
    rows = (_element("mr", *(_element("e", _part(cell)) for cell in row)) for row in filled)
    matrix = _element("m", _element("mPr", _element("mcs", columns)), *rows)
    left, right = _FENCES.get(node.kind, ("", ""))
    return _fence(left, right, matrix) if left else matrix


def _place(node: Table, column: int) -> str:
    """Return how a column is aligned."""
    if node.kind == "array":
        signs = [sign for sign in node.columns if sign != "|"]
        return {"l": "left", "r": "right"}.get(signs[column] if column < len(signs) else "c", "center")
    if node.kind == "aligned":
        return "left" if column % 2 else "right"
    return "left" if node.kind == "cases" else "center"


def _space(node: Space) -> str:
    return next((_run(sign) for least, sign in _SPACES if node.width >= least), "")


_WRITERS: dict[type, Callable[..., str]] = {
    Row: _row,
    Identifier: _identifier,
    Number: lambda node: _run(node.text, style=_STYLES.get(node.variant, "p"), script=_SCRIPTS.get(node.variant, "")),
    Symbol: _symbol,
    Function: lambda node: _run(node.name, style="p"),
    Text: lambda node: _run(node.text, words=True),
    Space: _space,
    Fraction: _fraction,
    Binomial: _binomial,
    Root: _root,
    Script: _script,
    Stack: lambda node: _limits(node.base, below=node.under, above=node.over, inner=True),
    Accent: _accent,
    Fenced: _fenced,
    Middle: lambda node: _run(node.char, style="p"),
    Table: _table,
    Chemistry: lambda node: _omml(node.body),
}
