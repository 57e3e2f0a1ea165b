"""Normalising: a marking point without its bullet, bold, lead and person, and its tail set apart."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.masks import masked
from packbuilder.derive.marking_points.tails import cut, split_tail
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.leads import SUFFIX, without_lead, without_marks
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_ADVERBS = regex(
    r"\b(?:accurately|correctly|clearly|effectively|appropriately|confidently|fully|successfully|consistently|precisely|"
    r"explicitly|thoroughly|coherently|logically|concisely|carefully|comprehensively|fluently|securely|"
    r"convincingly|perceptively|insightfully|succinctly|briefly|independently(?= (?:describ|explain|identif)))(?:\s+|$)",
    re.IGNORECASE,
)
_PERSON = (
    (regex(r"\bhelp me\s+(?:to\s+)?", re.IGNORECASE), ""),
    (regex(r"\bmy own\b|\btheir own(?= (?:words|opinions?|views?|judgements?|conclusions?|work|knowledge|understanding|ideas|examples?|experience))", re.IGNORECASE), "your own"),
    (regex(r"\bmy\b", re.IGNORECASE), "your"),
    (regex(r"\bmyself\b|\bthemselves(?= to| as|$)", re.IGNORECASE), "yourself"),
    (regex(r"\btheir(?= (?:knowledge|understanding|opinions?|judgements?|awareness|conclusions? (?:with|by)|answers?)\b)", re.IGNORECASE), "your"),
    (regex(r"\bI am\b"), "you are"),
    (regex(r"\bI was\b"), "you were"),
    (regex(r"\bI['’]ve\b"), "you have"),
    (regex(r"\bI['’]m\b"), "you are"),
    (regex(r"\bI\b(?![.)\]/-])(?=\s+(?:have|know|use|need|want|will|would|can|could|should|might|collect|present|choose|did|do|think|make|see|read|live|work|learn\w*|carried|found|used|made))"), "you"),
    (regex(r"(?<=\s)me\b(?=$|\s+(?:to|how|with|understand|explain|describe|in|and|about|make|identify|find)|[.,;])"), "you"),
)  # fmt: skip
_ANY_PERSON = regex(r"\b(?:I|me|my|myself|their|themselves|own)\b", re.IGNORECASE)
_OWN = regex(r"(?P<before>[\w'’]+) own\b(?! up\b)")
_GIVEN = regex(
    r"^(?:provid(?:e|es|ing)|giv(?:e|es|ing)|offer(?:s|ing)?|includ(?:e|es|ing)|produc(?:e|es|ing)|writ(?:e|es|ing)|present(?:s|ing)?|show(?:s|ing)?)\s+"
    r"(?=(?:an?\s+|the\s+)?(?:[\w-]+(?:,\s*|\s+and\s+|\s+)){0,3}?(?:explanation|description|analysis|evaluation|comparison|discussion|definition|justification|account|overview|view|summary|assessment|outline)s?\s+(?:of|for|between|as to|on)\b)",
    re.IGNORECASE,
)
"""A verb that only says that an explanation, an account ... is given: the noun says what is asked."""


def _own(found: re.Match[str]) -> str:
    """Say `your own` where `own` stands by itself ("Evaluate own performance")."""
    before = found["before"]
    possessive = before.casefold() in ("your", "their", "his", "her", "its", "our", "my", "whose", "one's", "one’s") or before.endswith(
        ("'s", "’s", "s’", "s'")
    )
    return found[0] if possessive else f"{before} your own"


_LABEL = regex(
    r"^(?:(?:Q|Question )\s?\d{1,2}(?:\s?\(?[a-z]\)|[a-z])?|AO\s?\d(?:\.\d)?|P\d|M\d|D\d|LO\s?\d|AC\s?\d(?:\.\d)?|\d+(?:\.\d+)+|\d+[.)]|\(?[a-z]\)|\([ivx]+\))\s*[:.–-]?\s+(?=[A-Z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """A point ready for the rules: its body without final stop, its tail's pieces, and what it tells to refer to.

    `credited` says that a lead ("Award credit for") was taken off; `full` is the point in full, without lead, for the scheme.
    """

    body: str
    tail: tuple[str, ...] = ()
    refer: str = ""
    credited: bool = False
    full: str = ""
    count: int = 0
    raw: str = ""
    masks: tuple[str, ...] = ()


_WORTH = regex(
    r"^(?:award|give|allow)?\s*\(?(?P<n>one|two|three|four|six|eight|nine|ten|twelve|\d{1,2})\)?\s+marks?\s+(?:is |are |can be |may be )?(?:awarded |given )?(?:for|to|if|when)\b",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "nine": 9, "ten": 10, "twelve": 12}


def _worth(words: str) -> int:
    """Return the marks that a lead or a suffix gives a point ("Award 2 marks for", "(3 marks)"); 0 where none does."""
    found = _WORTH.match(words)
    if found:
        n = found["n"].casefold()
        return int(n) if n.isdigit() else _NUMBERS[n]
    found = SUFFIX.search(words)
    number = re.search(r"\d+", found[0]) if found and not re.search(r"AO", found[0]) else None
    return int(number[0]) if number else 0


_STRESSED = regex(r"\b(?:HOW|WHY|WHAT|WHICH|WHEN|WHERE|ONE|TWO|THREE|FOUR|BOTH|THE|FROM|WITH|EACH|MAIN|KEY|DIFFERENT)\b(?![-/.])")
"""Words that stand in capitals to be stressed, and are no acronyms ("AND", "OR" and "NOT" are gates)."""
_ANSWERED = regex(
    r"^(?:Q(?:uestion)?\s?\d{0,2}\s?[:.]\s*)?(?P<question>(?:what|why|how|which|who|when|where)\b[^?]{6,200}\?)\s+(?:A(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.]\s*)?"
    r"(?P<answer>(?!(?:explain|justify|give|refer|discuss|use|support|state|describe|what|why|how|which|who|when|where)\b)[^\s(\[][^?]+)$",
    re.IGNORECASE,
)
_AUXILIARY = regex(r"^(?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|might|has|have|had)\s", re.IGNORECASE)


def _answered(words: str) -> tuple[str, tuple[str, ...]]:
    """Return a question without the answer that a point gives after it, and the pieces of the answer."""
    found = _ANSWERED.match(words)
    return (found["question"], cut(found["answer"])) if found else (words, ())


def normalise(text: str) -> Normal:
    """Take a marking point apart (HANDBOOK section 2). Nothing of the tail stays in the body."""
    text, masks = masked(text)
    words = re.sub(r"\*{1,2}|(?<!\w)_(?=[\w(\[])|(?<=[\w.)\]])_(?!\w)", "", text).replace("“", "‘").replace("”", "’").strip(" •-–—\t")
    words = re.sub(r'"([^"]*)"', r"‘\1’", re.sub(r"\s+", " ", words))
    words = _LABEL.sub("", words)
    words = _STRESSED.sub(lambda stressed: stressed[0].lower(), words)
    words = re.sub(r",?\s+and (?:answer|complete|attempt)\s+(?:\S+\s+){0,4}questions?(?=\.?$)", "", words)
    count = _worth(words)
    words = without_marks(words)
    words = re.sub(r"^The (?=(?:describe|explain|identify|state|outline|compare|discuss|analyse|evaluate|assess)\b)", "", words)
    question, answer = _answered(words)
    body, credited = (question, False) if _AUXILIARY.match(question) and question.endswith("?") else without_lead(question)
    body = re.sub(r"^(?:an?\s+)?(?:\w+\s+){0,2}account of\b", "Describe", _GIVEN.sub("", body), flags=re.IGNORECASE)
    body = re.sub(r"^Work(?:s|ing)? out\b", "Calculate", body)
    full = body.rstrip(" .;:")
    if _ANY_PERSON.search(body):
        for pattern, other in _PERSON:
            body = pattern.sub(other, body)
        body = _OWN.sub(_own, body)
        body = re.sub(r"^Own\b", "Your own", body)
    split = split_tail(body)
    body = _ADVERBS.sub("", split.body).strip(" ,;:.")
    if is_verb(re.split(r"\W", body, maxsplit=1)[0]) and not _AUXILIARY.match(body):
        body = body.rstrip("? ")  # "Explain why the sky is blue?"
    return Normal(
        body=body[:1].upper() + body[1:],
        tail=(*(piece.rstrip("? ") for piece in split.pieces), *answer),
        refer=split.refer,
        credited=credited,
        full=full,
        count=count,
        raw=text,
        masks=masks,
    )
