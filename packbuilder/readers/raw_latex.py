r"""LaTeX that stands outside of dollars in notes, read as what it plainly is: `\frac{1}{2}`, `\SI{298}{\kelvin}`, `\textbf{units}`.

What is left of it is told where texts are checked (`markup.checked`).
"""

from __future__ import annotations

import re

from packbuilder.maths.unicode import high
from packbuilder.maths.units import units_of
from packbuilder.patterns import regex

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_FORMULA = regex(rf"(?<!\\)\\(?:[dt]?frac\s*{_GROUP}\s*{_GROUP}|sqrt(?:\[[^\[\]]*\])?\s*{_GROUP})")
"""A fraction or a root by itself."""
_BOLD = regex(r"(?<!\\)\\textbf\{([^{}*]+)\}")
_SLANTED = regex(r"(?<!\\)\\(?:textit|emph)\{([^{}*]+)\}")
_QUANTITY = regex(r"(?<!\\)\\(?:SI|qty)\{(?P<number>[^{}]*)\}\s*\{(?P<unit>[^{}]*(?:\{-?\d\}[^{}]*)*)\}")
_UNIT = regex(r"(?<!\\)\\(?:si|unit)\{(?P<unit>[^{}]*(?:\{-?\d\}[^{}]*)*)\}")
_NUMBER = regex(r"(?<!\\)\\num\{(?P<number>[^{}]*)\}")
_POWER_OF_TEN = regex(r"(?P<factor>[-−+]?\d[\d.,]*)?[eE](?P<power>[-−+]?\d+)")
_PLAIN_UNIT = regex(r"[A-Za-zµμΩ°%]+(?:/[A-Za-zµμΩ°%]+)?")


def read_latex(text: str) -> str:
    """Return a text, in which no formula and no code stands, with its LaTeX as formulas, units and emphasis."""
    if "\\" not in text:
        return text
    text = _SLANTED.sub(r"*\1*", _BOLD.sub(r"**\1**", text))
    text = _QUANTITY.sub(_quantity, text)
    text = _UNIT.sub(lambda found: _unit(found["unit"]) or found[0], text)
    text = _NUMBER.sub(lambda found: _number(found["number"]), text)
    return _FORMULA.sub(lambda found: rf"\({found[0]}\)", text)


def _quantity(found: re.Match[str]) -> str:
    unit = _unit(found["unit"])
    if not unit:
        return found[0]
    # A number and its unit stay on one line; signs of degrees and percent stand close.
    return f"{_number(found['number'])}{'' if unit in ('°', '%') else chr(0xA0)}{unit}"


def _number(text: str) -> str:
    """Return a number as it is printed: `6.02e23` with its power of ten."""
    power = _POWER_OF_TEN.fullmatch(text.strip())
    if power is None:
        return text.strip().replace("-", "−")
    ten = f"10{high(power['power'].replace('-', '−')) or ''}"
    factor = (power["factor"] or "").replace("-", "−")
    return f"{factor} × {ten}" if factor else ten


def _unit(text: str) -> str:
    r"""Return a unit by its signs (`\kilo\gram\per\metre\cubed`: kg m⁻³); empty where it is not known."""
    text = text.strip()
    if _PLAIN_UNIT.fullmatch(text):
        return text
    return chr(0xA0).join(f"{base}{high(str(power).replace('-', '−')) if power != 1 else ''}" for base, power in units_of(text))
