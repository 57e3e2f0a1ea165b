"""Sums: the working and the result that stand behind what is to be calculated, in brackets or behind a sign ("... of 16 (220 − 16 = 204 bpm)").

Only what is worked out from the values of the question itself is taken: a value in brackets may be one of these ("(12 V)").
"""

from __future__ import annotations

import re

from packbuilder.abbreviations import WITHIN
from packbuilder.patterns import regex

_RECKONS = regex(
    r"(?:stat(?:e|ing) and )?(?:calculat(?:e|es|ing)|work(?:s|ing)? out|determin(?:e|es|ing)|find(?:s|ing)?|estimat(?:e|es|ing)|convert(?:s|ing)?|solv(?:e|es|ing))\b",
    re.IGNORECASE,
)
_SOLVES = regex(r"solv(?:e|es|ing)\b", re.IGNORECASE)
_CONVERTS = regex(r"convert(?:s|ing)?\b", re.IGNORECASE)
_NUMBER = r"[-−–+]?\s?[£$€]?\s?\d[\d,.]*(?<![,.])(?:\s?[x×]\s?10\^?[-–−⁻]?[\d⁰¹²³⁴-⁹]+)?(?:/\d+)?"
_UNIT = r"(?!(?:and|or|of|in|to|from|for|at|by|when|if|per|with|marks?|steps?|points?|d\.?p|s\.?f|sig|decimal|significant)\b)[A-Za-z%°µΩ£$€][\w°/%²³⁻¹^·-]*"
_VALUE = rf"(?:≈|~|about )?{_NUMBER}(?:\s?{_UNIT}(?:\s(?:per\s)?{_UNIT})?)?"
_RESULT = regex(_VALUE)
_PLAIN = regex(rf"{_NUMBER}\s?(?P<unit>{_UNIT})?")
_LAST_BRACKET = regex(r"(?P<asked>.*\S)\s*\((?P<given>[^()]*(?:\([^()]*\)[^()]*)*)\)\.?$")
_WORKING = regex(rf"(?:[^=]*=\s*)*?[^=]*\d[^=]*?[-+×x*/÷−–^:][^=]*\d[^=]*=(?:[^=]*=)*\s*{_VALUE}")
"""Figures with a sign between them, and what they come to: "220 − 16 = 204 bpm", and not "g = 9.8 N/kg" or "1 kg = 1000 g"."""
_SIGN = regex(rf"(?P<asked>.*\d.*?)(?:\s(?:→|⇒|[-=]+>)\s*|(?<=[\w.)%²³])(?:{WITHIN}\.|;)\s+|[.;]\s+(?==))=?\s*(?P<given>{_VALUE})\.?$")
_EQUALS = regex(rf"(?P<asked>[^=]*\d[^=\s]*(?:\s{_UNIT})?)\s=\s(?P<given>{_VALUE})\.?$")
_CONDITION = regex(
    r"(?:\b(?:if|where|when|given|that|take|taking|assum\w+|and|using?|with|as|since)|,)\s+(?:an?\s)?\S*\d\S*(?:\s\S+)?$", re.IGNORECASE
)
"""What is set equal to something as a condition ("if 1 cm³ = 1 g")."""
_COLON = regex(
    r"(?P<asked>[^:]{8,}):\s+(?P<given>(?=[^:]*\d)[^:]*?(?:\s[=÷×]\s|\d\s?[/*x]\s?[£$€(]*\d)[^:]*?)(?:(?<=[\w%)])\.\s+(?P<more>[A-Z\d].*))?\.?$"
)
_SIGNS = regex(r"\d\s?[÷×/*]\s?(?!10\s?[\^⁻⁺⁰¹²³⁴-⁹])[£$€(]*[\da-z]|[a-z]\s?[÷×]\s?[\da-z]")
"""What is reckoned with, and no power of ten of one value ("c = 3 × 10⁸ m/s")."""
_MARKS = regex(r"(?P<rest>.*?)(?P<marks>\s*[\[(]\d{1,2}(?:\s*marks?)?[\])]\.?)$")
_DATA = regex(r"[£$€]?\d")
_GIVEN = regex(r"[A-Za-z]\w{0,9}\s?=\s?\d|Ar\b|Mr\b")
_ROOTS = regex(
    rf"(?P<asked>.*=.*?)(?:\s*\(|\s*[:;.]\s+|\s(?:→|⇒|[-=]+>)\s)(?P<given>(?P<letter>[a-z])\s?=\s?{_VALUE}(?:\s*(?:,|;|or|and|,\s?(?:or|and))\s*(?:[a-z]\s?=\s?)?{_VALUE})*)\)?\.?$"
)
_UNITS_OF = tuple(
    (regex(rf"\b(?:{asked})\b", re.IGNORECASE), regex(rf"(?:{unit})"))
    for asked, unit in (
        (
            r"percentages?|per cent|efficiency|proportion|yield|share|margin|change|probability|atom economy|uncertainty|error|interest rate|growth rate",
            r"%",
        ),
        (r"mass", r"[kmµ]?g|tonnes?|t"),
        (r"speed|velocity", r"[ck]?m/s|[ck]?m s⁻¹|km/h|mph"),
        (r"distance|length|width|height|depth|radius|diameter|wavelength|perimeter|circumference|displacement|extension", r"[ckmµn]?m"),
        (r"area", r"[ckm]?m(?:²|\^?2)"),
        (r"volume", r"[cdm]?m(?:³|\^?3)|m?[lL]|litres?"),
        (r"time|duration|period|half-life", r"m?s|mins?|minutes|seconds|h|hrs?|hours|days|years"),
        (r"current", r"m?A"),
        (r"voltage|potential difference|p\.?d|e\.?m\.?f", r"[km]?V|volts"),
        (r"resistance", r"k?Ω|ohms?"),
        (r"power", r"[kM]?W|watts"),
        (r"energy|work done|work", r"[kM]?J|joules|kWh|kcal"),
        (r"force|weight|tension|thrust|friction", r"k?N|newtons"),
        (r"pressure", r"[kM]?Pa|atm|N/m²|N/m2"),
        (r"density", r"k?g/[cd]?m(?:³|\^?3)"),
        (r"frequency", r"[kM]?Hz"),
        (r"charge", r"C"),
        (r"moles|amount", r"mol"),
        (r"concentration", r"(?:mol|g)/dm(?:³|\^?3)|mol dm⁻³"),
        (r"acceleration", r"m/s(?:²|\^?2)|m s⁻²"),
        (r"momentum", r"kg\s?m/s"),
        (r"angle", r"°"),
    )
)
"""What is asked for, and the units that it may be in."""
_OF_ONE_VALUE = regex(r"(?:the )?(?:critical angle|refractive index|period|frequency|wavelength|weight)\b", re.IGNORECASE)
"""What one value is enough for: the rest is known (1, g, c)."""
_ASKED_FOR = regex(r"\b(?:of|when|if|for|in|on|from|by|at|with|that|which|to|needed|used)\b|[:,(]", re.IGNORECASE)


def with_result(text: str) -> tuple[str, tuple[str, ...]]:
    """Return what is to be calculated without its working and result, and these; a point as it is where nothing is sure to be one."""
    if not _RECKONS.match(text):
        return text, ()
    marked = _MARKS.match(text)
    own = marked["marks"] if marked else ""
    bare = marked["rest"] if marked else text
    found = _roots(bare) or _bracketed(bare) or _by_sign(bare) or _by_colon(bare)
    if not found:
        return text, ()
    asked, given, more = found
    return f"{with_data(asked)}{own}{f'. {more}' if more else ''}", (given,)


def _roots(bare: str) -> tuple[str, str, str] | None:
    """What an unknown of the equation is ("Solve 3x + 2 = 11 (x = 3)")."""
    found = _ROOTS.match(bare) if _SOLVES.match(bare) else None
    if not found or not re.search(rf"(?<![A-Za-z]){found['letter']}(?![A-Za-z])", found["asked"].partition(" ")[2]):
        return None
    return found["asked"], found["given"], ""


def _bracketed(bare: str) -> tuple[str, str, str] | None:
    found = _LAST_BRACKET.match(bare)
    if not found or _SOLVES.match(bare):
        return None
    asked, given = found["asked"], found["given"].strip()
    plain = given.removeprefix("=").strip()
    if given != plain and _RESULT.fullmatch(plain):
        return asked, plain, ""
    numbers = len(_DATA.findall(asked))
    if numbers and _WORKING.fullmatch(given) and not _GIVEN.match(given):
        return asked.rstrip(" .:"), given, ""
    if not (value := _PLAIN.fullmatch(plain)) or (asked.endswith((".", "?")) and not numbers):
        return None
    sure = asked.endswith((".", "?")) or _CONVERTS.match(bare) or _in_its_unit(asked, plain, value["unit"] or "", numbers)
    # A number of one figure or two without a unit is marks.
    return (asked.rstrip(" ."), plain, "") if sure and (value["unit"] or not re.fullmatch(r"\d{1,2}", plain)) and numbers else None


def _in_its_unit(asked: str, value: str, unit: str, numbers: int) -> bool:
    """Whether a value has the unit of what is asked for, and the question values enough to work it out from."""
    what = _ASKED_FOR.split(asked.partition(" ")[2])[0]
    if numbers < (1 if _OF_ONE_VALUE.match(what) else 2):
        return False
    if re.search(r"[£$€]", value):
        return bool(re.search(r"[£$€]\s?\d|\d ?p\b", asked))
    return any(of.search(what) and units.fullmatch(unit) for of, units in _UNITS_OF)


def _by_sign(bare: str) -> tuple[str, str, str] | None:
    """What stands behind an arrow, a stop, a semicolon or an equals sign."""
    if _SOLVES.match(bare) or re.search(r"\w\s?(?:→|->|⇌)\s?[A-Z]", bare):
        return None
    found = _SIGN.match(bare)
    if not found and (found := _EQUALS.match(bare)) and (_CONDITION.search(found["asked"]) or ":" in found["asked"]):
        return None
    if not found or found["asked"].count("(") != found["asked"].count(")"):
        return None
    return found["asked"].rstrip(" .;"), found["given"], ""


def _by_colon(bare: str) -> tuple[str, str, str] | None:
    """A working behind a colon; what is only given there ("Ar: Ca = 40", "x = 4") belongs to the question."""
    found = _COLON.match(bare)
    if not found or _SOLVES.match(bare) or found["asked"].count("(") != found["asked"].count(")"):
        return None
    given = found["given"]
    if not (_WORKING.fullmatch(given) or _SIGNS.search(given)):
        return None
    return found["asked"], given, found["more"] or ""


def with_data(asked: str) -> str:
    """Put what is given behind a colon in brackets, which stay with what is to be calculated."""
    head, colon, data = asked.partition(": ")
    return f"{head} ({data})" if colon and _DATA.search(data) and "(" not in data and not _DATA.search(head) else asked
