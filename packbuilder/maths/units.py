r"""Units by the names that siunitx gives them: `\kilo\gram\per\metre\cubed` is kg m⁻³."""

from __future__ import annotations

from packbuilder.patterns import regex

_WORDS = regex(r"\\(?P<name>[A-Za-z]+)(?:\s*\{(?P<power>-?\d)\})?\s*")

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
    "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "lumen": "lm", "lux": "lx", "radian": "rad", "angstrom": "Å", "hectare": "ha", "decibel": "dB",
    "kg": "kg", "g": "g", "mg": "mg", "m": "m", "km": "km", "cm": "cm", "mm": "mm", "nm": "nm", "um": "µm", "s": "s", "ms": "ms", "h": "h", "A": "A", "mA": "mA", "V": "V", "kV": "kV", "W": "W",
    "kW": "kW", "J": "J", "kJ": "kJ", "MJ": "MJ", "eV": "eV", "N": "N", "kN": "kN", "Pa": "Pa", "kPa": "kPa", "MPa": "MPa", "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "mol": "mol", "K": "K",
}  # fmt: skip
_BEFORE = {"square": 2, "cubic": 3}
_AFTER = {"squared": 2, "cubed": 3}


def units_of(text: str) -> tuple[tuple[str, int], ...]:
    """Return units by their signs, each with its power; nothing where one of them is not known."""
    made: list[tuple[str, int]] = []
    prefix, power, sign, end = "", 1, 1, 0
    text = text.strip()
    for word in _WORDS.finditer(text):
        name = word["name"]
        if word.start() != end:
            return ()
        end = word.end()
        if name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif name == "per":
            sign = -1
        elif name in _BEFORE:
            power = _BEFORE[name]
        elif made and (name in _AFTER or (name == "tothe" and word["power"])):
            base, below = made[-1]
            made[-1] = (base, (-1 if below < 0 else 1) * (_AFTER.get(name) or int(word["power"])))
        elif name in _UNITS:
            made.append((f"{prefix}{_UNITS[name]}", sign * power))
            prefix, power, sign = "", 1, 1
        else:
            return ()
    return tuple(made) if end == len(text) and not prefix else ()
