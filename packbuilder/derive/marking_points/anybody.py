"""Anybody: a firm, somebody at work or a thing of the laboratory that a question calls "the", as if a case had told of it, where any one is meant.

"Explain how the business could reduce its costs" comes from a case that is not there; asked of a business it stands by itself. What has
happened once ("why the business closed a branch") is of the case alone: `untold` leaves that out.
"""

from __future__ import annotations

import re

from packbuilder.patterns import regex

FIRMS = r"business|company|firm|shop|café|restaurant|hotel|bakery|salon|supermarket|factory|farm|start-?up|charity|nursery"
AT_WORK = (
    r"manager|owner|employer|employee|entrepreneur|sole trader|trader|supervisor|retailer|manufacturer|supplier|designer|developer|programmer|technician|engineer|builder|farmer|gardener|driver|chef|"
    r"doctor|nurse|midwife|carer|care worker|social worker|support worker|key worker|practitioner|therapist|counsellor|teacher|coach|trainer|athlete|performer|player|patient|client|customer|service user"
)
_THINGS = r"test tube|boiling tube|beaker|flask|measuring cylinder|pipette|burette|syringe|crucible|bung|delivery tube|petri dish|thermometer|wire"
_MODAL = r"(?:should|must|needs to|ought to)"
_CALLED = regex(
    rf"\bthe (?P<one>(?:(?!of\b|in\b|for\b|same\b|other\b|only\b|first\b|last\b|new\b|whole\b|two\b)[a-z-]+ )?(?:(?:{FIRMS}|{AT_WORK}) (?:can|could|may|might|would|will|{_MODAL})|(?:{_THINGS}) {_MODAL})\b)"
)
_TOLD = regex(rf"\b(?:an?|each|every|your|one) (?:(?!the\b)[\w-]+ ){{0,2}}(?:{FIRMS}|{AT_WORK}|{_THINGS})\b", re.IGNORECASE)
"""What has told of one before."""


_OWN = regex(r"\b(?:his|her)\b(?= [a-z])")


def of_any(sentence: str) -> str:
    """Return a question about any of a kind, where it spoke of one that nothing tells of ("how the nurse should ...")."""
    found = _CALLED.search(sentence)
    if not found or _TOLD.search(sentence[: found.start()]):
        return sentence
    article = "an" if found["one"][0] in "aeiou" else "a"
    return f"{sentence[: found.start()]}{article} {found['one']}{_OWN.sub('their', sentence[found.end() :])}"
