r"""Decimals behind a comma in formulas, for languages that write them so: `2,5` becomes `2{,}5`, which is one number to LaTeX and to `maths`.

A comma between two figures is a decimal one unless what stands around says that it parts two things:

- it stands in a chain (`1,2,3`), begins a bracket that goes on behind a comma (`(1,2, x)`), or stands before dots (`1,2,\dots`);
- the two numbers are all that a bracket, a set or an index holds: `(2,5)`, `[0,1]`, `]0,1[`, `\{1,2\}`, `f(2,5)`, `x_{1,2}` may be a point,
  an interval, a list. `(2,5; 3)`, `(2,5 | 3)` and `(2,5x)` are none: there something else parts, or nothing does;
- but such a bracket holds one number where it is raised to a power, `(0,5)^2`, or a function of one number stands before it,
  `\ln(2,5)`, and so does an index that no list would have, `x_{0,95}`.

What is doubtful stays as it is typed: it is printed with a gap behind its comma.
"""

from __future__ import annotations

import re

from packbuilder.dollars import DOLLARS
from packbuilder.languages import primary
from packbuilder.patterns import regex

_COMMA = frozenset(
    """af be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lb lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi""".split()
)
"""Languages that write decimals behind a comma (CLDR)."""
_POINT = frozenset("de-CH de-LI it-CH es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV es-US".split())
"""Where they write them behind a point."""

_SLOT = r"\{@.*?@\}"
"""An expression of a bank's parameters, in which commas part arguments."""
_PIECE = regex(
    rf"(?P<kept>`[^`]*`|{_SLOT})|\[(?P<words>[^\[\]]*)\]\{{lang=(?P<language>[\w-]+)\}}"
    rf"|(?P<formula>\$\$[^$]+\$\$|(?<!\\)(?:{DOLLARS})|\\\(.+?\\\)|\\\[.+?\\\]|\\ce\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})",
    re.DOTALL,
)
"""What `markup` reads as code, as words of another language and as formulas: "5,50 $ oder 7,20 $" is neither."""

_GROUPED = r"\d+(?:(?:\.|\\[,;: ]|~)\d{3})*"
"""A whole number, which may be in groups."""
_PAIR = rf"[-+−]?{_GROUPED},[-+−]?\d+"
_BIG = r"(?:\\(?:left|right|[bB]igg?[lr]?)\s*)?"
_OF_ONE = r"\\(?:sin|cos|tan|cot|sec|csc|cosec|arcsin|arccos|arctan|sinh|cosh|tanh|coth|ln|lg|log|exp)(?:\s*[_^](?:\{[^{}]*\}|\w))*\s*"
"""A function of one number, with its base or power."""
_COMMAS = regex(
    rf"(?P<kept>{_SLOT}"
    # Chains, and what goes on with dots.
    rf"|(?<![\d,]),?\d+(?:,\d+){{2,}},?|,\d+(?:,\d+)+|{_GROUPED}(?:,\d+)+,(?![\s\\$])|\d+(?:,\d+)+\s*,?\s*(?:\\[lc]?dots[cb]?\b|…)"
    rf"|(?:[(\[]|\\\{{)\s*{_PAIR}\s*,"
    # All of a set, of a point or an interval, or of an index; chemists number the atoms of a chain.
    rf"|\\\{{\s*{_PAIR}\s*{_BIG}\\\}}|\\langle\s*{_PAIR}\s*{_BIG}\\rangle|\\in\s*\{{\s*{_PAIR}\s*\}}"
    rf"|(?<![\d)}}])\d+,\d+(?=-(?:[A-Za-z]{{3,}}|\\(?:text|mathrm)\b)))"
    rf"|(?P<one>{_OF_ONE})?(?P<bracket>{_BIG}[(\[\]]\s*{_PAIR}\s*{_BIG}[)\[\]])(?P<power>\s*\^\{{?\s*[-−]?\s*[\dnkx])?"
    rf"|(?P<index>_\{{\s*{_PAIR}\s*\}})"
    rf"|(?P<number>{_GROUPED}),(?=\d|\\(?:overline|bar|dot)\s*\{{?\d)"
)
_BETWEEN = regex(r"(?<=\d),(?=\d)")
_CERTAIN_INDEX = regex(r"_\{\s*0,\d\d+\s*\}")


def writes_comma(language: str) -> bool:
    """Whether a language (a BCP 47 tag) writes decimals behind a comma."""
    return primary(language) in _COMMA and language not in _POINT


def with_commas(text: str, language: str) -> str:
    """Return light Markdown of a language with the decimals of its formulas behind commas that part nothing."""
    if "," not in text or not any(sign in text for sign in ("$", "\\")):
        return text
    return _PIECE.sub(lambda piece: _mended(piece, language), text)


def _mended(piece: re.Match[str], language: str) -> str:
    if piece["kept"] is not None:
        return piece[0]
    if piece["words"] is not None:
        own = piece["language"]
        return f"[{with_commas(piece['words'], own)}]{{lang={own}}}"
    return in_formula(piece[0]) if writes_comma(language) else piece[0]


def in_formula(source: str) -> str:
    """Return a formula of a language that writes decimals behind a comma with such commas in braces."""
    return _COMMAS.sub(_comma, source)


def _comma(found: re.Match[str]) -> str:
    if found["number"] is not None:
        return f"{found['number']}{{,}}"
    certain = found["one"] or found["power"] or (found["index"] is not None and _CERTAIN_INDEX.fullmatch(found["index"]))
    return _BETWEEN.sub("{,}", found[0]) if certain else found[0]
