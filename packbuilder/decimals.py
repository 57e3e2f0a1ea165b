"""Numbers as people write them in sources: what is read as one, and how what is not would be written.

One rule, whatever YAML makes of it: a decimal number in figures (`-2.5`, `40`, `.5`), or one in powers of ten (`6.02e23`). What is printed
is what is read, so that figures which mean something else to a program (`010`, `0x10`, `12:30`, `1_000`) are none.
"""

from __future__ import annotations

import math
import unicodedata

from packbuilder.patterns import regex

_SIGN = r"[-−+]?"
_FIGURES = r"(?:(?:0|[1-9]\d*)(?:\.\d+)?|\.\d+)"
_POWER = r"[eE][-−+]?\d{1,3}"
_DECIMAL = regex(rf"{_SIGN}{_FIGURES}(?P<power>{_POWER})?")

_THOUSANDS = regex(rf"{_SIGN}[1-9]\d{{0,2}}(?:[,_\s']\d{{3}})+(?:\.\d+)?")
"""1,000 and 1_000."""
_BETWEEN = ",_'"
_COMMA = regex(rf"{_SIGN}\d+,\d+")
"""3,14."""
_ZEROS = regex(rf"(?P<sign>{_SIGN})0+(?P<rest>\d+(?:\.\d+)?)")
"""010."""
_STOP = regex(rf"(?P<number>{_SIGN}\d+)\.")
"""5."""
_OTHER_BASE = regex(r"0[xob][0-9a-fA-F]+")
_PARTED = regex(r"\d+(?::\d+)+(?:\.\d+)?")
"""12:30 and 2:1."""
_FRACTION = regex(rf"(?P<sign>{_SIGN})(?:(?P<whole>\d{{1,6}})\s+)?(?P<over>\d{{1,9}})\s*[/⁄]\s*(?P<under>[1-9]\d{{0,8}})")
"""3/4 and 1 1/2."""
_VULGAR = regex(rf"(?P<sign>{_SIGN})(?P<whole>\d{{0,6}})\s?(?P<vulgar>[¼½¾⅐-⅞])")
"""½ and 2½."""
_TIMES_TEN = regex(rf"(?P<number>{_SIGN}{_FIGURES})\s*[×x*]\s*10\s*\^?\s*\{{?(?P<power>{_SIGN}\d{{1,3}}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})\}}?")
"""2.4 × 10^24 and 2.4x10²⁴."""
_WITH_UNIT = regex(rf"(?P<before>[£$€¥])?\s*(?P<number>{_SIGN}{_FIGURES})\s*(?P<behind>[^\d\s][^\d]{{0,20}})?")
"""£5 and 5 cm."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


def number_of(text: str) -> int | float | None:
    """Return the number that a text is, or None."""
    bare = text.strip()
    if not bare or not (bare[0].isdigit() or bare[0] in "-−+.") or (not bare.isascii() and "−" not in bare):
        return None
    found = _DECIMAL.fullmatch(bare)
    if found is None or len(bare) > _LONGEST:
        return None
    plain = bare.replace("−", "-")
    value = float(plain) if found["power"] or "." in plain else int(plain)
    return value if isinstance(value, int) or math.isfinite(value) else None


_LONGEST = 300
"""Characters of a number; Python refuses to read thousands of figures."""


def in_powers_of_ten(text: str) -> tuple[str, str] | None:
    """Return the figures and the power of a number that is written in powers of ten, `6.02e-23`: `6.02` and `-23`; None for any other."""
    found = _DECIMAL.fullmatch(text.strip())
    if found is None or not found["power"]:
        return None
    power = found["power"][1:].replace("−", "-")
    return text.strip()[: -len(found["power"])], str(int(power))


def times_ten(figures: str, power: str) -> str:
    """Return a number in standard form, in characters: `6.02 × 10⁻²³`."""
    return f"{figures} × 10{power.replace('-', '⁻').translate(_TO_RAISED)}"


_TO_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_MISTYPED = str.maketrans("OoI", "001")
"""Letters that are typed for figures, with these."""


def how_to_write(text: str) -> str:
    """Return how a text that is no number would be written as one."""
    bare = text.strip()
    if _THOUSANDS.fullmatch(bare):
        figures = "".join(each for each in bare if each not in _BETWEEN and not each.isspace())
        return f"Write it without anything between its figures: {figures}."
    if any(letter in bare for letter in "OoI") and _DECIMAL.fullmatch(bare.translate(_MISTYPED)):
        return f"Write {bare.translate(_MISTYPED)}: there is a letter in it that looks like a figure."
    if _COMMA.fullmatch(bare):
        return f"Write a decimal point: {bare.replace(',', '.')}."
    if found := _ZEROS.fullmatch(bare):
        return f"Write it without the zero in front: {found['sign']}{found['rest']}."
    if found := _STOP.fullmatch(bare):
        return f"Write it without the point: {found['number']}."
    if _OTHER_BASE.fullmatch(bare):
        return "Write the number in tens, 16 for 0x10; what is to stand on paper in another base is a text, and no number."
    if _PARTED.fullmatch(bare):
        return "A time or a ratio is a text, and no number: ask for it with `kind: short_answer`, or for one number of it."
    if (value := _fraction(bare)) is not None:
        endless = float(f"{value:.6g}") != value
        number = f"{value:.3g}, with a `tolerance:`" if endless else f"{value:.6g}"
        return f"Write it as a decimal number: {number}. An answer's fraction can stand under `accept:`."
    if found := _TIMES_TEN.fullmatch(bare):
        return f"Write powers of ten as {found['number']}e{found['power'].translate(_RAISED).replace('−', '-')}."
    found = _WITH_UNIT.fullmatch(bare)
    if found and (found["before"] or found["behind"]):
        return f"Write the number alone, {found['number']}; its unit has a field of its own."
    return "Write it in figures, such as -2.5, 40 or 6.02e23."


def _fraction(text: str) -> float | None:
    if found := _FRACTION.fullmatch(text):
        value = int(found["whole"] or 0) + int(found["over"]) / int(found["under"])
    elif found := _VULGAR.fullmatch(text):
        value = int(found["whole"] or 0) + unicodedata.numeric(found["vulgar"])
    else:
        return None
    return -value if found["sign"] in ("-", "−") else value
