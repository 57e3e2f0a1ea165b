"""Which options may be shuffled: those about the others, those that name letters, and those that are numbers."""

from __future__ import annotations

import re

_ABOUT_OTHERS = re.compile(
    r"\b(?:none|all|both|neither|any|more than one) (?:of )?(?:the|these|them)(?: options| answers)?(?: above)?\W*$"
    r"|\bof the above\b",
    re.IGNORECASE,
)
_BY_LETTER = re.compile(
    r"(?:both |either |neither |only |options? |answers? )*[A-H](?:(?:, [A-H])*,? (?:and|or|nor|&) [A-H])?(?: only)?\W*"
)
_UNIT_SIGN = r"(?:[^\d\W]|[%°/⁻Ω·])"
_NUMBER = re.compile(
    r"(?P<currency>[£$€])?\s*(?P<sign>[-+−–])?\s*(?P<whole>\d+(?:[,\s]\d{3})*(?:\.\d+)?)"
    r"(?:\s*/\s*(?P<under>\d+))?"
    r"(?:\s*[×x]\s*10\s*\^?\{?(?P<power>[-−]?\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\}?)?"
    rf"\s*(?P<unit>{_UNIT_SIGN}*(?: {_UNIT_SIGN}+)?)\.?"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")


def about_others(text: str) -> bool:
    """Whether an option is about all the others ("none of the above"), so that it must stand last."""
    return bool(_ABOUT_OTHERS.search(text))


def by_letter(text: str) -> bool:
    """Whether an option is nothing but other options' letters ("both A and B", "C only")."""
    text = text.strip()
    return bool(_BY_LETTER.fullmatch(text[:1].lower() + text[1:])) or bool(_BY_LETTER.fullmatch(text))


def ascending(texts: tuple[str, ...]) -> tuple[int, ...]:
    """Return the order of options that are all numbers with one unit; nothing where they are anything else."""
    read = [_number(text.strip()) for text in texts]
    numbers = [each for each in read if each is not None]
    if len(numbers) < len(texts) or len({unit for _, unit in numbers}) > 1:
        return ()
    return tuple(sorted(range(len(texts)), key=lambda index: numbers[index][0]))


def _number(text: str) -> tuple[float, str] | None:
    """Return a text's value and its unit, or None where it is not a number with at most a unit."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    value = float(re.sub(r"[,\s]", "", match["whole"]))
    if match["under"]:
        if not int(match["under"]):
            return None
        value /= int(match["under"])
    if match["power"]:
        # A hostile exponent must not overflow; beyond this no unit of school science goes.
        value *= 10.0 ** max(-200, min(200, int(match["power"].translate(_RAISED))))
    negative = (match["sign"] or "+") in "-−–"
    return (-value if negative else value), f"{match['currency'] or ''}{match['unit']}"
