"""Normalising: a marking point without its bullet, bold, lead and first person, and its tail set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packbuilder.leads import without_lead

_ADVERBS = re.compile(
    r"\b(?:accurately|correctly|clearly|effectively|appropriately|confidently|fully|successfully|consistently|precisely|"
    r"explicitly|thoroughly|coherently|logically|concisely|carefully|independently|comprehensively)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[,;]?\s*(?:\b(?:such as|including|e\.g\.,?|for example,?|for instance,?|namely)\s+|\((?:e\.g\.,?\s*|such as\s+|including\s+|for example,?\s*)?)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r",?\s*(?:with reference to|with|by using|using|supported by|referring to|drawing on|illustrated (?:by|with))\s+"
    r"(?P<what>(?:(?:at least )?(?:one|two|three)\s+)?(?:(?:relevant|specific|appropriate|suitable|named|real[- ]world|real[- ]life|clear|contrasting)[ ,]*(?:and )?)+(?:practical |workplace )?(?:examples?|case stud(?:y|ies)|evidence|situations|contexts?))(?P<rest>[^,.;]*)",
    re.IGNORECASE,
)
_PERSON = (
    (re.compile(r"\bhelp me\s+(?:to\s+)?", re.IGNORECASE), ""),
    (re.compile(r"\bmy own\b", re.IGNORECASE), "your own"),
    (re.compile(r"\bmy\b", re.IGNORECASE), "your"),
    (re.compile(r"\bmyself\b|\bthemselves\b", re.IGNORECASE), "yourself"),
    (re.compile(r"\btheir own\b", re.IGNORECASE), "your own"),
    (re.compile(r"\bI can\b"), "you can"),
    (re.compile(r"\bI\b(?=\s+(?:have|am|know|use|need|want|will|would|collect|present))"), "you"),
    (re.compile(r"\bour\b", re.IGNORECASE), "our"),
)
_SPLIT_TAIL = re.compile(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+and\s+(?=[^,;]*$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """A point ready for the rules: its body without final stop, its tail's pieces, and what it tells to refer to.

    `credited` says that a lead ("Award credit for") was taken off.
    """

    body: str
    tail: tuple[str, ...] = ()
    refer: str = ""
    credited: bool = False
    full: str = ""


def normalise(text: str) -> Normal:
    """Take a marking point apart (HANDBOOK section 2). Nothing of the tail stays in the body."""
    words = re.sub(r"\*{1,2}", "", text).replace("“", "‘").replace("”", "’").strip()
    words = re.sub(r"\s+", " ", words)
    body, credited = without_lead(words)
    full = body.rstrip(" .;:")
    refer = ""
    reference = _REFERENCE.search(body)
    if reference:
        refer = (reference["what"] + reference["rest"]).strip(" .")
        body = (body[: reference.start()] + body[reference.end() :]).strip()
    body, tail = _split_tail(body.rstrip(" .;:"))
    for pattern, other in _PERSON:
        body = pattern.sub(other, body)
    body = _ADVERBS.sub("", body).strip(" ,;:.")
    return Normal(body=body, tail=tail, refer=refer, credited=credited, full=full)


def _split_tail(body: str) -> tuple[str, tuple[str, ...]]:
    """Cut off what follows `such as`, `including`, `e.g.` or stands in brackets, and cut it into pieces."""
    found = _TAIL.search(body)
    if not found or found.start() < 8:
        return body, ()
    rest = body[found.end() :]
    bracket = "(" in found[0]
    if bracket:
        inside, closed, after = rest.partition(")")
        if not closed or _is_term(inside):
            return body, ()
        return f"{body[: found.start()]}{after}".strip(), _pieces(inside)
    return body[: found.start()].rstrip(" ,;"), _pieces(rest)


def _is_term(inside: str) -> bool:
    """Whether brackets hold an abbreviation or a symbol, which belongs to the words before it ("(GIS)")."""
    return len(inside.split()) == 1 and (inside.isupper() or len(inside) <= 4 or any(c.isdigit() for c in inside))


def _pieces(text: str) -> tuple[str, ...]:
    parts = [part.strip(" .,;:") for part in _SPLIT_TAIL.split(text)]
    return tuple(part for part in parts if part and part.casefold() not in ("etc", "so on", "others"))
