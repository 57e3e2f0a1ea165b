"""Labels: what stands before an answer and says what it is ("Accept:", "Indicative content:"), and lines that say only how marks are given."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER, number_said
from packbuilder.leads import for_markers
from packbuilder.patterns import regex

_KINDS = {
    "accept": r"(?:also )?(?:accept|allow(?!(?: \w+){1,3} to\b)|condone|credit(?! cards?| unions?| ratings?| control| terms| crunch))(?: also)?",
    "reject": r"(?:do not|don['’]t|never) (?:accept|allow|credit|award)(?: marks? for)?|reject|not(?=\s*:)|no (?:credit|marks?) for",
    "ignore": r"ignore",
    "answer": r"(?:(?:indicative|suggested|likely|possible|acceptable|expected|model|sample|correct) (?:content|answers?|points?|responses?)|answers?|mark scheme|(?:a|ans|ms)(?=\s?:))(?: (?:may|might|could|can|should) (?:include|refer to|be))?(?=\s*(?::|[–-]\s|$))",
    "any": rf"\(?any {NUMBER}(?: (?:from|of))?(?: (?:the following|these|this list))?(?=\s*(?::|[–-]\s|$))",
    "each": rf"(?:(?:award|give|allow) )?{NUMBER} marks? (?:each for|for (?:each|any|every)(?: one)?)(?: of(?: the following)?)?(?=\s*:)",
}  # fmt: skip
_LABELS = tuple(
    (kind, regex(rf"^[*_]*(?:{words})\b[*_]*\s*(?P<sign>[:–-]?)[*_]*\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL))
    for kind, words in _KINDS.items()
)
"""What stands before an answer, or alone before several, and says what they are."""
_ANSWER = regex(r"^(?:ans(?:wer)?|soln?|solution)\s?[.:–-]\s+(?=\S)", re.IGNORECASE)
""""Ans. First order"."""
_LEVEL = regex(r"^[*_]*(?:(?:level|band|L)\s?\d\b|(?:top|middle|bottom|lower|upper|higher) (?:band|level)\b)", re.IGNORECASE)
_PER = regex(
    rf"^\(?(?:award|give|allow)?:?\s*(?P<n>{NUMBER}) ?(?:marks?|mks?) (?:per|each|for (?:each|every|any))\b(?!.*:\s*\S)", re.IGNORECASE
)
_LIMIT = regex(rf"\b(?:up to|max(?:imum)?\.?(?: of)?)\s*\(?(?P<n>{NUMBER})\b", re.IGNORECASE)
_ONLY_LIMIT = regex(
    rf"^(?:award |give )?(?:(?:up to|max(?:imum)?\.?(?: of)?|total:?)\s*{NUMBER}(?:\s*marks?)?|{NUMBER} marks?(?: in total)?)\.?$",
    re.IGNORECASE,
)
_ANY = regex(
    rf"^(?:[\[(](?P<n>{NUMBER})(?:\s*marks?)?[\])]\s*[,:–-]?\s*any {NUMBER}|any {NUMBER}\s*[,:–-]?\s*[\[(](?P<m>{NUMBER})(?:\s*marks?)?[\])])\.?$",
    re.IGNORECASE,
)
""""[2] any 2"."""
_IN_BRACKETS = regex(r"^[\[(](?P<said>(?:max|total)[^\[\]()]*)[\])]$", re.IGNORECASE)
_CAPPED = regex(r"^(?:sub[- ]?)?max(?:imum)?\.?(?: of)? ?\d{1,2}\b(?: marks?)? (?:if|unless|for|without|when|where)\b", re.IGNORECASE)
"""Up to where an answer may go, and when ("Max 2 if no named process")."""
_NOTE = regex(r"^(?:guidance|notes?|examiners?['’]? notes?|NB|AO\s?\d[\s\d:,/&+-]*(?:marks?)?)(?:\s*:|$)", re.IGNORECASE)


def is_labelled(line: str, before: str) -> bool:
    """Whether a line begins with what tells answers and markers' remarks from a text that goes on: "Accept:", "Max 2", or "Allow" after a sentence."""
    text = line.strip()
    found = labelled(text)
    ended = before.endswith((".", "?", ")", "]")) and text[:1].isupper()
    return bool(
        (found and (found[1] or ended))
        or marking(text)
        or capped(text)
        or re.match(r"Award:|(?:\d|one|two) marks? for\b", text, re.IGNORECASE)
    )


def is_verdict(line: str) -> bool:
    """Whether a line says of an answer whether it is credited: it belongs to the question above it, wherever it stands."""
    found = labelled(line.strip())
    return bool(found and found[1] == ":" and found[2] and found[0] != "any" and not for_markers(line, ""))


def is_said_of(text: str) -> bool:
    """Whether a bullet only says what is credited or not, behind a label ("Indicative content: ..."): it belongs to the question right above it."""
    found = labelled(text.strip())
    if not found or not found[2]:
        return False
    return (found[1] == ":" and found[0] in ("answer", "accept", "reject", "ignore")) or (
        found[0] == "reject" and not for_markers(text, "")
    )


def gives_answers(text: str) -> bool:
    """Whether a line lists answers behind their label ("Possible answers: ...")."""
    found = labelled(text.strip())
    return bool(found and found[0] == "answer")


def labelled(text: str) -> tuple[str, str, str] | None:
    """Return what a label says that its answers are, the sign after it, and what stands behind it."""
    text = text[1:-1] if re.fullmatch(r"\[[^\[\]]+\]|\([^()]+\)", text) else text
    text = _ANSWER.sub("Answer: ", text)
    for kind, pattern in _LABELS:
        found = pattern.match(text)
        if found and (found["sign"] or kind != "answer" or not found["rest"]):
            return kind, found["sign"], found["rest"].strip()
    return None


def marking(text: str) -> bool:
    """Whether a line says only how marks are given."""
    return bool(
        _ONLY_LIMIT.match(_IN_BRACKETS.sub(r"\g<said>", text))
        or _LEVEL.match(text)
        or _ONLY_LIMIT.match(text)
        or _PER.match(text)
        or _NOTE.match(text)
        or _ANY.match(text)
    )


def capped(text: str) -> bool:
    """Whether a line says up to where an answer may go that lacks something ("Max 1 if only a list"): its mark scheme says so too."""
    return bool(_CAPPED.match(text))


def marks_said(text: str) -> tuple[int, int]:
    """Return the marks that a line to markers gives each answer, and the most that it gives all; 0 where it does not say."""
    each, limit = _PER.match(text), None if _LEVEL.match(text) else _LIMIT.search(text)
    most = number_said(limit["n"]) if limit else 0
    if found := _ANY.match(text):
        most = number_said(found["n"] or found["m"])
    elif not (limit or each) and _ONLY_LIMIT.match(text) and (said := re.search(NUMBER, text, re.IGNORECASE)):
        most = number_said(said[0])
    return number_said(each["n"]) if each else 0, most
