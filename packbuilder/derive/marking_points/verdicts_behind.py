"""Verdicts behind: words to markers that follow a question in its own line ("Accept ...", "REJECT b;", "Max [2] if ..."), set apart from what answers it."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.asides import methods_apart
from packbuilder.derive.marking_points.pieces import MARKED, NEXT
from packbuilder.leads import OF_CREDIT
from packbuilder.patterns import regex
from packbuilder.remarks import is_remark

_TO_MARKERS = (
    r"(?:guidance(?=\s*:)|also (?:accept|allow)(?=\s*:)|award(?=\s+(?:[\[(]\d{1,2}(?: max(?:imum)?)?[\])]|full marks|no marks?|zero\b|0\b))|max(?:imum)?(?=\s+(?:of\s+)?[\[(]\d{1,2}[\])]\s+(?:if|for|unless|without|where|when)\b)|accept|allow|reject|ignore|condone|"
    rf"credit(?! {OF_CREDIT}\b)|"
    r"(?:do not|don['’]t) (?:accept|credit|allow|award|penalise)|(?:better|good|weaker|stronger?|top|high[- ]level) (?:answers?|responses?|candidates?) (?:will|would|may|might|should|can|could|tend))"
)
_GUIDANCE = regex(
    rf"(?:(?<=[.?!;)\]’'\"])|(?<=\w);|(?<=\w),)\s+(?P<word>(?:N\.?B\.?:?\s+)?{_TO_MARKERS})\b|(?<=\w)(?<!\bmay)(?<!\bmight)(?<!\bcan)(?<!\bcould)(?<!\bwill)(?<!\bwould)(?<!\bshould)(?<!\bmust)(?<!\bto)(?<!\bnot)(?<!\bthey)(?<!\bpeople)\s+(?!(?-i:credit)\b)(?P<named>{_TO_MARKERS})(?=\s*:)|(?<=[\w.;)\]’'\"])\s+(?P<loud>(?-i:ACCEPT|ALLOW|REJECT|IGNORE|CREDIT|DO NOT ACCEPT|NOT(?=\s+[‘'\"])|(?<=[.;)\]]\s)NOT(?=\s+(?!gates?\b)[a-z])))",
    re.IGNORECASE,
)
"""Words to markers: after a stop, with a colon, or in capitals. What shops offer is "credit:" too, behind a plain word."""
_IN_BRACKETS = regex(rf"\s*[(\[](?P<said>{_TO_MARKERS}\b[^()\[\]]*)[)\]]", re.IGNORECASE)
_DEBIT = regex(r"\b(?:debit|Dr)\b", re.IGNORECASE)
_HAS_ANSWER = regex(r"[:;]|[.?]\s+\S|[)\]]\s+\S|\s[–—-]\s")
_NEXT_VERDICT = regex(rf";\s+(?={_TO_MARKERS}\b)", re.IGNORECASE)
_MARKS = regex(rf"{MARKED}\s*", re.IGNORECASE)
_MARKS_LAST = regex(rf"{MARKED}\s*\.?$", re.IGNORECASE)
SPEAKS = regex(
    r"\b(?:you|your|answers?|questions?|marks?|tables?|figures?|diagrams?|source|graph|text|extract|passage|data|below|above|shown|candidates?|students?|learners?|exam|spec|specification|paper|tier|page|use|refer|include|should|must|may|might|could)\b|[?=:]",
    re.IGNORECASE,
)
"""What speaks to candidates, or of a paper."""


def without_guidance(words: str) -> tuple[str, tuple[str, ...], str]:
    """Return a point without its words to markers, these, cut where one begins, and the answer behind them; marks at the end stay with the point."""
    bracketed = tuple(part for each in _IN_BRACKETS.finditer(words) for part in _NEXT_VERDICT.split(each["said"].strip(" .")))
    words = _IN_BRACKETS.sub("", words)
    found = [each for each in _GUIDANCE.finditer(words) if each.start() >= 8 and not _is_entry(words, each)]
    if not found:
        return words, bracketed, ""
    starts = [next(at for at in map(each.start, ("word", "named", "loud")) if at >= 0) for each in found]
    parts = [words[one:other].strip() for one, other in zip(starts, (*starts[1:], len(words)), strict=True)]
    own = words[: found[0].start() + (1 if words[found[0].start()] in ".?!" else 0)].rstrip(" ;,")
    if marks := _MARKS_LAST.search(parts[-1]):
        parts[-1] = parts[-1][: marks.start()]
    among = [words[:start].rstrip().endswith(";") for start in starts]
    parts, answers = _with_answers_apart(parts, among)
    own = "; ".join((own, *answers))
    if marks:
        own = f"{own} [{marks['n']}]" if not _MARKS.search(own) else own
    parts[-1], behind = methods_apart(parts[-1])
    if not behind and not _HAS_ANSWER.search(_MARKS_LAST.sub("", own)):
        parts[-1], behind = _with_what_follows(parts[-1])
    return own, (*bracketed, *(part.strip(" .;,") for part in parts if part.strip(" .;,"))), behind


def _is_entry(words: str, found: re.Match[str]) -> bool:
    """Whether what would be markers' word is half of an entry in the books ("debit purchases, credit Patel Ltd")."""
    return (found["word"] or "").casefold() == "credit" and bool(_DEBIT.search(words, 0, found.start()))


def _with_answers_apart(parts: list[str], among: list[bool]) -> tuple[list[str], list[str]]:
    """Return words to markers, each without the answers that go on behind its semicolon where it stands among these (`among`), and the answers.

    "a; REJECT b; c" credits c; what a colon opens is a list of its own ("Reject: a; b").
    """
    verdicts: list[str] = []
    answers: list[str] = []
    for part, within in zip(parts, among, strict=True):
        verdict, _, rest = part.partition(";")
        goes_on = within and ":" not in verdict and rest.strip(" ;.,")[:1] not in ("", "‘", "“", "'", '"')
        verdicts.append(verdict if goes_on else part)
        answers.extend((rest.strip(" ;.,"),) if goes_on else ())
    return verdicts, answers


def _with_what_follows(verdict: str) -> tuple[str, str]:
    """Return words to markers without the sentences behind them that answer the question, and these ("Do not credit 'rusting'. Water reacts with iron.")."""
    found = NEXT.search(verdict)
    rest = verdict[found.end() :] if found else ""
    if not found or SPEAKS.search(rest) or is_remark(rest) or not re.search(r"[;,]|[a-z]{3} [a-z]{3}", rest):
        return verdict, ""
    return verdict[: found.start()], rest
