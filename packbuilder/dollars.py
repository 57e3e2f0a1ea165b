r"""Formulas between dollars as people type them: where one begins and ends, said once for all who read texts.

- By itself, as a word is: `$x^2$`. Prices ("from $5 to $9 a day", "US$5") are none.
- Beside letters, where it opens with an index, a power or a command of LaTeX: `CO$_2$`, `m s$^{-1}$`, `$^{14}$C`, `5 $\mu$m`. Variables of PHP
  (`$_POST`) and of Perl (`$_`) are none.
- One letter with the ending of an ordinal or a plural: `the $n$th term`.
"""

from __future__ import annotations

_INSIDE = r"(?=\S)(?:\\\$|[^$\n])*?(?<=\S)"
_INDEX = r"[_^](?!(?<=_)[A-Z]{2})[\w{\\(+−–*°∘'′-]"
"""What opens as an index or a power does: `_2`, `^{-1}`, `^\\circ`."""
_COMMAND = r"\\[A-Za-z]{2,}"

ALONE = (r"(?<![\w$])\$", _INSIDE, r"\$(?![\w$])")
"""What opens a formula that stands by itself, what it holds, and what closes it; in that order below too."""
BESIDE = (rf"(?<!\$)\$(?={_INDEX}|{_COMMAND})", _INSIDE, r"\$(?!\$)")
ORDINAL = (r"(?<![\w$])\$", "[A-Za-z]", r"\$(?=(?:th|st|nd|rd|s)\b)")

BETWEEN = r"\$\$[^$]+\$\$|\$[^$]*\$"
"""Whatever stands between dollars, formulas on a line of their own too: nothing in it is read as words."""

DOLLARS = "|".join(map("".join, (ALONE, BESIDE, ORDINAL)))
"""A formula between single dollars, whole."""
