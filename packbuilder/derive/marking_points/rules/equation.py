"""R11: an equation in words that is to be recalled. What it links is named; the equation itself is the answer."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.normal import Normal
from packbuilder.derive.marking_points.outcome import Asked, LeftOut, Outcome
from packbuilder.patterns import regex

_QUANTITY = r"[A-Za-z][A-Za-z’' -]{2,40}?"
_SIGN = r"\s*(?:[×*÷/+−·∙]|\s[x-]\s|\s–(?!\s(?:what|which|that|how|so|when|the|an?)\b)\s)\s*"
_WORDS = regex(
    r"^(?:(?:state|recall|know|remember|learn|write|give|use|apply)(?:,? (?:and|or) (?:be able to )?(?:state|recall|use|apply|rearrange|know|manipulate))*:?\s+)?(?:that\s+)?"
    r"(?:(?:the |this )?(?:word )?(?:equation|formula|relationship|relation)s?(?: (?:for|of|that links|linking) [^=:]{3,40})?\s*[:,–-]?\s+)?"
    rf"(?P<left>{_QUANTITY})\s*=\s*(?P<right>(?:[½¼\d.()]|\(?{_QUANTITY}\)?[²³]?)(?:{_SIGN}(?:[½¼\d.()]+|\(?{_QUANTITY}\)?[²³]?))*)(?P<more>\s*[,;:(\[].*)?$",
    re.IGNORECASE,
)
_CALLED = r"[^=]*\b(?:equation|formula|relationship)\b"
_NO_EQUATION = LeftOut(
    rule="R11",
    reason="it sets one thing equal to another, and does not say what is asked",
    remedy="Write a term and its meaning under the key concepts, or begin the point with a command word.",
)
_PLAIN = regex(r"[^\W\d_]{4,}")


def equation(point: Normal) -> Outcome:
    """Read `Recall and apply charge flow = current × time` as `State the equation that links charge flow, current and time`."""
    text = point.full
    if "=" not in text or text.endswith("?"):
        return None
    found = _WORDS.match(text)
    if not found:
        return None
    if not re.search(_SIGN, found["right"]) and not re.match(_CALLED, text, re.IGNORECASE):
        return _NO_EQUATION  # "Veto = power to reject a law"
    quantities = [found["left"].strip(), *(part.strip(" ()²³½¼") for part in re.split(_SIGN, found["right"]))]
    named = [each for each in quantities if _PLAIN.search(each)]
    if (
        len(named) < 2
        or len(named) < sum(bool(re.search(r"[^\W\d_]{2}", each)) for each in quantities)
        or any(len(each.split()) > 6 for each in named)
    ):
        return None
    if re.match(r"(?:use|apply)\b", text, re.IGNORECASE) and not re.search(
        r"\b(?:recall|state|know|remember)\b", text[: found.start("left")], re.IGNORECASE
    ):
        return None  # it is to be used, not recalled
    links = list(dict.fromkeys(_small(each) for each in named))
    return Asked(
        rule="R11", command="State", sentence=f"State the equation that links {', '.join(links[:-1])} and {links[-1]}", confidence=0.8
    )


def _small(quantity: str) -> str:
    return quantity[:1].lower() + quantity[1:] if quantity[1:2].islower() else quantity
