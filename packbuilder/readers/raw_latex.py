r"""LaTeX that stands outside of dollars in notes, read as what it plainly is: `\frac{1}{2}`, `\SI{298}{\kelvin}`, `\textbf{units}`.

What is left of it is told where texts are checked (`markup.checked`).
"""

from __future__ import annotations

import re

from packbuilder.maths.unicode import high
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
_WORDS = regex(r"\\(?P<name>[A-Za-z]+)(?:\{(?P<power>-?\d)\})?\s*")

_PREFIXES = {
    "pico": "p",
    "nano": "n",
    "micro": "µ",
    "milli": "m",
    "centi": "c",
    "deci": "d",
    "hecto": "h",
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
}
_UNITS = {
    "metre": "m", "meter": "m", "second": "s", "gram": "g", "kilogram": "kg", "kelvin": "K", "mole": "mol", "ampere": "A", "candela": "cd", "joule": "J", "newton": "N", "pascal": "Pa",
    "watt": "W", "volt": "V", "ohm": "Ω", "hertz": "Hz", "coulomb": "C", "farad": "F", "tesla": "T", "weber": "Wb", "henry": "H", "siemens": "S", "litre": "l", "liter": "l",
    "celsius": "°C", "degreeCelsius": "°C", "degree": "°", "minute": "min", "hour": "h", "day": "d", "percent": "%", "electronvolt": "eV", "bar": "bar", "tonne": "t",
    "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "lumen": "lm", "lux": "lx", "radian": "rad", "angstrom": "Å",
}  # fmt: skip
_BEFORE = {"square": 2, "cubic": 3}
_AFTER = {"squared": 2, "cubed": 3}


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
    made: list[str] = []
    prefix, power, sign, end = "", 1, 1, 0
    for word in _WORDS.finditer(text):
        name = word["name"]
        if word.start() != end:
            return ""
        end = word.end()
        if name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name == "per":
            sign = -1
        elif name in _BEFORE:
            power = _BEFORE[name]
        elif made and (name in _AFTER or (name == "tothe" and word["power"])):
            base, _, below = made[-1].partition("^")
            made[-1] = f"{base}^{(-1 if below.startswith('-') else 1) * (_AFTER.get(name) or int(word['power']))}"
        elif name in _UNITS:
            made.append(f"{prefix}{_UNITS[name]}" + (f"^{sign * power}" if sign * power != 1 else ""))
            prefix, power, sign = "", 1, 1
        else:
            return ""
    whole = end == len(text) and not prefix
    return " ".join(_raised(each) for each in made).replace(" ", chr(0xA0)) if whole else ""


def _raised(unit: str) -> str:
    base, _, power = unit.partition("^")
    return base + (high(power.replace("-", "−")) or "" if power else "")
