"""Units as options write them: `m s^{-1}`, `m/s` and `metres per second` are one, and 10 mm is 1 cm."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_PREFIXES = {"p": 1e-12, "n": 1e-9, "µ": 1e-6, "μ": 1e-6, "m": 1e-3, "c": 1e-2, "d": 1e-1, "k": 1e3, "M": 1e6, "G": 1e9}
_SYMBOLS = ("m", "g", "s", "J", "W", "V", "A", "Hz", "Pa", "N", "mol", "Ω", "C", "eV")
_KNOWN: dict[str, tuple[str, float, int]] = {
    "l": ("m", 1e-3, 3), "L": ("m", 1e-3, 3), "ml": ("m", 1e-6, 3), "mL": ("m", 1e-6, 3), "litre": ("m", 1e-3, 3), "millilitre": ("m", 1e-6, 3),
    "min": ("s", 60, 1), "h": ("s", 3600, 1), "hr": ("s", 3600, 1), "second": ("s", 1, 1), "minute": ("s", 60, 1), "hour": ("s", 3600, 1),
    "day": ("s", 86400, 1), "week": ("s", 604800, 1), "metre": ("m", 1, 1), "centimetre": ("m", 1e-2, 1), "millimetre": ("m", 1e-3, 1),
    "kilometre": ("m", 1e3, 1), "gram": ("g", 1, 1), "kilogram": ("g", 1e3, 1), "milligram": ("g", 1e-3, 1), "tonne": ("g", 1e6, 1),
    "joule": ("J", 1, 1), "kilojoule": ("J", 1e3, 1), "kWh": ("J", 3.6e6, 1), "£": ("£", 1, 1), "p": ("£", 0.01, 1),
}  # fmt: skip
"""What a unit is of another: that other's symbol, how many of it, and to which power."""

_ORDINALS = ("st", "nd", "rd", "th")
_TOKEN = regex(r"(?P<name>[^\W\d_]+|%|°[CF]?|£|\$|€)(?P<power>-?\d)?")
_MOST_TOKENS = 4
FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")
"""Raised figures and their signs as those on the line."""

Dimension = tuple[tuple[str, int], ...]


def unit_of(text: str) -> tuple[float, Dimension] | None:
    """Return how much a unit is of what it measures, and what that is; None where a text is no unit. Nothing is a unit too."""
    plain = re.sub(r"\^\{?(-?\d)\}?", r"\1", text.translate(FROM_RAISED)).replace("·", " ").replace(" per ", "/")
    plain = plain.replace("(", "").replace(")", "").strip()
    scale, powers = 1.0, dict[str, int]()
    over, *under = plain.split("/")
    tokens = [(token, 1) for token in over.split()] + [(token, -1) for part in under for token in part.split()]
    if len(tokens) > _MOST_TOKENS or (under and not all(part.strip() for part in under)):
        return None
    for token, sign in tokens:
        found = _TOKEN.fullmatch(token)
        if found is None:
            return None
        name, factor, own = _base(found["name"])
        power = sign * int(found["power"] or 1)
        scale *= factor**power
        powers[name] = powers.get(name, 0) + own * power
    return scale, tuple(sorted((name, power) for name, power in powers.items() if power))


def _base(name: str) -> tuple[str, float, int]:
    if name in _ORDINALS:
        return "th", 1.0, 1
    singular = name[:-1].lower() if len(name) > 3 and name.endswith("s") else name
    for known in (name, singular, name.lower() if len(name) > 3 else name):
        if known in _KNOWN:
            return _KNOWN[known]
    if name in _SYMBOLS:
        return name, 1.0, 1
    if name[:1] in _PREFIXES and name[1:] in _SYMBOLS:
        return name[1:], _PREFIXES[name[0]], 1
    return singular, 1.0, 1
