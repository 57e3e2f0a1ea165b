"""Questions with their answers as they are asked aloud: "Q: Define inertia [1] A: ...", "Is velocity a scalar or a vector? Vector (1)".

Both are written as points are elsewhere: without the letter of the question and with the word before the answer; and one of two things is told from
the other by "State whether", since a question that can be answered by guessing asks for reasons otherwise.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.inversion import AUXILIARIES, BE, is_done, is_said, uninverted
from packbuilder.patterns import regex
from packbuilder.stated_marks import PART

_MARKS = rf"(?:\s*{PART.pattern.replace('(?P<n>', '(?:')})"
_LETTER = regex(r"Q(?:uestion)?\s?\d{0,2}\s?[:.]\s+(?=[A-Z‘“\"][\w ])")
_A = r"A(?:ns(?:wer)?)?\s?\d{0,2}\s?"
_GIVEN = r"(?P<given>(?!.*\s\(?B[:.)]\s)\S.*)"
_LABELLED = regex(rf"(?P<asked>.{{6,}}?(?:[.?!]|{_MARKS}[.:]?|(?=\s+{_A}:)))\s+{_A}[:.]\s*{_GIVEN}")
"""A question, without its letter, and its answer with one; with a "B" behind it the "A" is an option's."""
_MARKED = regex(rf"(?P<asked>[^?]{{6,}}\?{_MARKS})[.:]?\s+{_A}[:.]\s+{_GIVEN}")
"""A question whose marks stand before the letter of its answer."""
_EITHER = regex(
    rf"(?:(?P<condition>(?:If|When) [^?]{{4,100}}), )?(?P<be>{'|'.join(sorted(BE))}) (?P<clause>[^?;:]{{3,150}}? or [^?;:,]{{2,40}})\?(?P<marks>{_MARKS})?\s+(?:Answer:\s+)?(?P<given>[^?:;]{{2,160}}?)(?P<own>{_MARKS})?\.?",
    re.IGNORECASE,
)
"""A question for one of two things, and what answers it."""
_YES_OR_NO = regex(
    rf"(?P<asked>(?:{'|'.join(sorted(AUXILIARIES))})\b[^?]{{6,200}}\?(?:{_MARKS})?)\s+(?P<given>(?:Yes|No)\b[^?]*)", re.IGNORECASE
)
_REASONED = regex(r"(?P<given>[^?,;:]{2,40}?)(?:[,;]\s|\s(?=because\b|as\b|since\b))")
"""One of two things, and behind it why it is that one."""
_WORDED = regex(r"(?P<asked>(?:what|which|whose|who|when|where|why|how)\b[^?]*\?)(?P<marks>.*)", re.IGNORECASE)
"""A question that has no yes or no, whose answer is known by its letter as well."""
_ARTICLE = regex(r"(?:an?|the)\s+", re.IGNORECASE)


def as_asked(text: str) -> str:
    """Return a point that is asked and answered aloud as points are written; any other as it is."""
    bare = _LETTER.sub("", text, count=1) if _LETTER.match(text) else text
    if found := (_LABELLED if bare != text else _MARKED).fullmatch(bare):
        bare = _in_order(found["asked"].strip(), found["given"])
    if found := _YES_OR_NO.fullmatch(bare):
        return _with_answer(found)
    return _whether(found) if (found := _EITHER.fullmatch(bare)) else bare


def _in_order(asked: str, given: str) -> str:
    """Return a question and its answer as points have them, the marks of a question with a question word last; what opens with a bracket may be none."""
    worded = None if given.startswith(("(", "[")) else _WORDED.fullmatch(asked)
    return f"{worded['asked']} A: {given.rstrip(' .')}{worded['marks'].rstrip(' .:')}" if worded else f"{asked} Answer: {given}"


def _whether(found: re.Match[str]) -> str:
    """Return what is to be told of two things, where one of them answers it by itself; with its reason behind it, it is the answer all the same."""
    words = found["clause"].split()
    reasoned = _REASONED.match(found["given"])
    if reasoned and _first_of_two(words, _bare(reasoned["given"])):
        return _with_answer(found)
    first = _first_of_two(words, _bare(found["given"]))
    clause = _clause(found["be"].lower(), words, first) if first else ""
    if not clause:
        return found.string
    condition = f" {found['condition'][:1].lower()}{found['condition'][1:]}" if found["condition"] else ""
    return f"State whether {clause}{condition}. Answer: {found['given']}{found['marks'] or found['own'] or ''}"


def _clause(be: str, words: list[str], first: int) -> str:
    """Return what may be one of two things as a clause ("velocity is a scalar or a vector"), empty where its subject may end elsewhere."""
    if clause := uninverted(be, " ".join(words)):
        return clause
    last = words[first - 1]
    return "" if last in ("to", "likely") or is_done(last) or is_said(last) else f"{' '.join(words[:first])} {be} {' '.join(words[first:])}"


def _with_answer(found: re.Match[str]) -> str:
    """Return a question with the word before its answer."""
    asked = found.string[: found.start("given")].removesuffix("Answer: ")
    return f"{asked.rstrip()} Answer: {found.string[found.start('given') :]}"


def _first_of_two(words: list[str], given: str) -> int:
    """Return where the first of two things stands in a clause, one of which is what is given; 0 where none is."""
    second = len(words) - words[::-1].index("or")
    other = " ".join(words[second:])
    article = bool(_ARTICLE.match(other))
    size = len(_bare(other).split()) if given == _bare(other) else len(given.split())
    first = second - 1 - size - article
    one = " ".join(words[first : second - 1]) if first > 0 else ""
    alike = article == bool(_ARTICLE.match(one)) and len(one.split()) == len(other.split())
    return first if one and given in (_bare(other), _bare(one)) and alike else 0


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words.strip(" .").casefold(), count=1)
