"""Questions with their answers as they are asked aloud: "Q: Define inertia [1] A: ...", "Is velocity a scalar or a vector? Vector (1)".

Both are written as points are elsewhere: without the letter of the question and with the word before the answer; and one of two things is told from
the other by "State whether", since a question that can be answered by guessing asks for reasons otherwise.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.inversion import BE, HAVE, MODALS
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
    rf"(?:(?P<condition>(?:If|When) [^?]{{4,100}}), )?(?P<be>{'|'.join(sorted(BE | HAVE | MODALS))}) (?P<clause>[^?;:]{{3,150}}? or [^?;:,]{{2,40}})\?(?P<marks>{_MARKS})?\s+(?:Answer:\s+)?(?P<given>[^?:;]{{2,60}}?)(?P<own>{_MARKS})?\.?",
    re.IGNORECASE,
)
"""A question for one of two things, and what answers it."""
_ARTICLE = regex(r"(?:an?|the)\s+", re.IGNORECASE)


def as_asked(text: str) -> str:
    """Return a point that is asked and answered aloud as points are written; any other as it is."""
    bare = _LETTER.sub("", text, count=1) if _LETTER.match(text) else text
    if found := (_LABELLED if bare != text else _MARKED).fullmatch(bare):
        bare = f"{found['asked'].strip()} Answer: {found['given']}"
    return _whether(found) if (found := _EITHER.fullmatch(bare)) else bare


def _whether(found: re.Match[str]) -> str:
    """Return what is to be told of two things, where one of them answers it by itself."""
    words = found["clause"].split()
    second = len(words) - words[::-1].index("or")
    given, other = _bare(found["given"]), _bare(" ".join(words[second:]))
    article = bool(_ARTICLE.match(" ".join(words[second:])))
    size = len(other.split()) if given == other else len(given.split())
    first = second - 1 - size - article
    one = " ".join(words[first : second - 1]) if first > 0 else ""
    if given not in (other, _bare(one)) or not one or article != bool(_ARTICLE.match(one)):
        return found.string
    condition = f" {found['condition'][:1].lower()}{found['condition'][1:]}" if found["condition"] else ""
    asked = f"State whether {' '.join(words[:first])} {found['be'].lower()} {' '.join(words[first:])}{condition}"
    return f"{asked}. Answer: {found['given']}{found['marks'] or found['own'] or ''}"


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words.strip(" .").casefold(), count=1)
