"""Word's formulas (Office MathML) as the LaTeX that notes write between dollar signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from packbuilder.maths.commands import COMBINING, FUNCTIONS
from packbuilder.maths.parser import parse
from packbuilder.patterns import regex
from packbuilder.readers.word_parts import child, given, local

_SPECIAL = {each: f"\\{each}" for each in "%#&_{}$"} | {"\\": r"\backslash ", "~": r"\sim ", "\u2061": "", "\u2062": "", "\u200b": ""}
_WORD = regex(r"(?=[A-Za-z]*[aeiou])[A-Za-z]{4,}(?: [A-Za-z]+)*")
_SUMS = {"∑": r"\sum", "∏": r"\prod", "∫": r"\int", "∬": r"\iint", "∮": r"\oint", "⋃": r"\bigcup", "⋂": r"\bigcap"}
_FENCES = {"{": r"\{", "}": r"\}", "": ".", "〈": r"\langle", "⟨": r"\langle", "〉": r"\rangle", "⟩": r"\rangle", "‖": r"\|"}
_SILENT = frozenset(("rPr", "ctrlPr", "phant", "bookmarkStart", "bookmarkEnd", "proofErr", "del", "moveFrom"))
_THROUGH = frozenset(
    ("oMath", "oMathPara", "e", "num", "den", "sub", "sup", "deg", "lim", "fName", "box", "borderBox", "ins", "moveTo", "smartTag")
)


class _UnknownError(Exception):
    """A part of a formula that has no words here."""


def latex(formula: Element) -> str | None:
    """Return a formula in LaTeX, without dollar signs; None where it has something that cannot be said so."""
    try:
        written = _all(formula).strip()
    except _UnknownError:
        return None
    return written if written and not parse(written).problems else None


def words(formula: Element) -> str:
    """Return the signs of a formula in a row, for a message."""
    return unicodedata.normalize("NFKC", "".join(each.text or "" for each in formula.iter() if local(each) == "t"))


def _all(nodes: Iterable[Element] | None) -> str:
    return "".join(map(_one, nodes)) if nodes is not None else ""


def _one(node: Element) -> str:
    name = local(node)
    if name in _SILENT or name.endswith("Pr"):
        return ""
    if name in _THROUGH:
        return _all(node)
    if name not in _WRITERS:
        raise _UnknownError(name)
    return _WRITERS[name](node)


def _run(node: Element) -> str:
    text = unicodedata.normalize("NFKC", "".join(each.text or "" for each in node if local(each) == "t"))
    if child(node, "rPr", "nor") is not None and re.search(r"[^\W\d_]{2}", text):
        return rf"\text{{{text}}}" if not set(text) & set("\\{}$") else _signs(text)
    parts: list[str] = []
    end = 0
    for found in _WORD.finditer(text):
        parts += (_signs(text[end : found.start()]), rf"\text{{{found[0]}}}")
        end = found.end()
    return "".join((*parts, _signs(text[end:])))


def _signs(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)


def _value(node: Element, *path: str) -> str | None:
    return given(child(node, *path), "val")


def _part(node: Element, name: str) -> str:
    return _all(child(node, name))


def _fraction(node: Element) -> str:
    kind = _value(node, "fPr", "type")
    above, below = _part(node, "num"), _part(node, "den")
    if kind == "noBar":
        raise _UnknownError(kind)
    return f"{{{above}}}/{{{below}}}" if kind in ("lin", "skw") else rf"\frac{{{above}}}{{{below}}}"


def _script(node: Element) -> str:
    low = f"_{{{_part(node, 'sub')}}}" if child(node, "sub") is not None else ""
    high = f"^{{{_part(node, 'sup')}}}" if child(node, "sup") is not None else ""
    if local(node) == "sPre":
        return f"{{}}{low}{high}{_part(node, 'e')}"
    base = _part(node, "e")
    return f"{base if len(base) == 1 else f'{{{base}}}'}{low}{high}"


def _root(node: Element) -> str:
    degree = _part(node, "deg")
    return rf"\sqrt[{degree}]{{{_part(node, 'e')}}}" if degree else rf"\sqrt{{{_part(node, 'e')}}}"


def _delimited(node: Element) -> str:
    begins, ends, between = (_value(node, "dPr", name) for name in ("begChr", "endChr", "sepChr"))
    opening, closing = ("(" if begins is None else begins), (")" if ends is None else ends)
    within = [each for each in node if local(each) == "e"]
    inner = [each for each in within[0] if not local(each).endswith("Pr")] if len(within) == 1 else []
    if len(inner) == 1 and local(inner[0]) == "f" and _value(inner[0], "fPr", "type") == "noBar" and (opening, closing) == ("(", ")"):
        return rf"\binom{{{_part(inner[0], 'num')}}}{{{_part(inner[0], 'den')}}}"
    if len(inner) == 1 and local(inner[0]) == "eqArr" and (opening, closing) == ("{", ""):
        return rf"\begin{{cases}}{_rows(inner[0])}\end{{cases}}"
    text = ("|" if between is None else between).join(map(_all, within))
    return rf"\left{_FENCES.get(opening, opening)} {text} \right{_FENCES.get(closing, closing)} "


def _sum(node: Element) -> str:
    sign = _value(node, "naryPr", "chr") or "∫"
    if sign not in _SUMS:
        raise _UnknownError(sign)
    low, high = _part(node, "sub"), _part(node, "sup")
    return f"{_SUMS[sign]}{f'_{{{low}}}' if low else ''}{f'^{{{high}}}' if high else ''} {_part(node, 'e')}"


def _function(node: Element) -> str:
    name = child(node, "fName")
    return f"{_all(name)} {_part(node, 'e')}" if name is not None else _part(node, "e")


def _named(node: Element) -> str:
    """Return a run that may be the name of a function."""
    text = "".join(each.text or "" for each in node if local(each) == "t").strip()
    known = FUNCTIONS.get(text)
    return f"\\{known.name} " if known is not None else _run(node)


def _limit(node: Element) -> str:
    base, beside = _part(node, "e"), _part(node, "lim")
    if local(node) == "limUpp":
        return rf"\overset{{{beside}}}{{{base}}}"
    return f"{base.strip()}_{{{beside}}}" if base.strip().startswith("\\") else rf"\underset{{{beside}}}{{{base}}}"


def _accent(node: Element) -> str:
    command = COMBINING.get(_value(node, "accPr", "chr") or "\u0302")
    if command is None:
        raise _UnknownError(local(node))
    return rf"\{command}{{{_part(node, 'e')}}}"


def _bar(node: Element) -> str:
    command = "overline" if _value(node, "barPr", "pos") == "top" else "underline"
    return rf"\{command}{{{_part(node, 'e')}}}"


def _rows(node: Element) -> str:
    return r" \\ ".join(_all(each) for each in node if local(each) == "e")


def _aligned(node: Element) -> str:
    return rf"\begin{{aligned}}{_rows(node)}\end{{aligned}}"


def _matrix(node: Element) -> str:
    rows = (" & ".join(_all(cell) for cell in row if local(cell) == "e") for row in node if local(row) == "mr")
    written = r" \\ ".join(rows)
    return rf"\begin{{matrix}}{written}\end{{matrix}}"


_WRITERS: dict[str, Callable[[Element], str]] = {
    "r": _named,
    "f": _fraction,
    "sSub": _script,
    "sSup": _script,
    "sSubSup": _script,
    "sPre": _script,
    "rad": _root,
    "d": _delimited,
    "nary": _sum,
    "func": _function,
    "limLow": _limit,
    "limUpp": _limit,
    "acc": _accent,
    "bar": _bar,
    "eqArr": _aligned,
    "m": _matrix,
}
