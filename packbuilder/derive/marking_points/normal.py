"""Normalising: a marking point without its bullet, bold, lead and person, and its tail set apart."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.marks import worth
from packbuilder.derive.marking_points.masks import masked
from packbuilder.derive.marking_points.tails import cut, split_tail
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.leads import without_lead, without_marks
from packbuilder.patterns import regex
from packbuilder.values import dataclass

_ADVERBS = regex(
    r"(?<!how )\b(?:accurately|correctly|clearly|effectively|appropriately|confidently|fully|successfully|consistently|precisely|"
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
    (regex(r"\bwe\b(?= (?:see|need|hear|feel|breathe|eat|sleep|remember|use|get|taste|age|dream|forget)\b)"), "people"),
    (regex(r"\bI am\b"), "you are"),
    (regex(r"\bI was\b"), "you were"),
    (regex(r"\bI['’]ve\b"), "you have"),
    (regex(r"\bI['’]m\b"), "you are"),
    (regex(r"\bI\b(?![.)\]/-])(?=\s+(?:have|know|use|need|want|will|would|can|could|should|might|collect|present|choose|did|do|think|make|see|read|live|work|learn\w*|carried|found|used|made))"), "you"),
    (regex(r"(?<=\s)me\b(?=$|\s+(?:to|how|with|understand|explain|describe|in|and|about|make|identify|find)|[.,;])"), "you"),
)  # fmt: skip
_ANY_PERSON = regex(r"\b(?:I|we|me|my|myself|their|themselves|own)\b", re.IGNORECASE)
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
    r"^(?:(?:Q|Question )\s?\d{1,2}(?:\s?\(?[a-z]\)|[a-z])?(?:\s?\([ivx]+\))?|(?:AO|MP)\s?\d{1,2}(?:\.\d)?|(?:[A-D]\.)?[PMD]\d|LO\s?\d|AC\s?\d(?:\.\d)?|(?:WS|MS|RP|AT|RPA)\s?\d(?:\.\d|[a-z])?|K\d{1,2}|"
    r"\d+(?:\.\d+)+(?: [a-z]\.)?|\d+[.)]|\d\([a-z]\)|[A-H][.)]|\(?[a-z]\)|\([ivx]+\)|\(?(?:HT|higher tier|higher|FT|foundation)(?: only)?\)?(?=:|\)|\s+only\b))"
    r"\s*(?:\((?:\d{1,2} marks?|\d{1,2}|HT only)\))?\s*[:.–-]?\s+(?=[A-Z‘]|(?:explain|describe|evaluate|assess|analyse|discuss|compare|outline|identify|state|define|justify|apply|use|recall|know|knowledge|"
    r"understand|understanding|how|why|what|the|your|will|should|must|demonstrat\w+|suggest|give|name|explore|examine)\b)"
)
_HEADING = regex(
    r"^(?:knowledge|understanding|application|analysis|evaluation|skills?|key points?|hook|top tip|tip|pass|merit|distinction|task|question|point|command word|higher|foundation|extension|stretch|challenge|essential question|key question|enquiry question|big question|walt|wilf|success criteria|learning objective|lo|"
    r"grade \d(?:[-–]\d)?|part [a-z]|section [a-z]|outcome|criterion|content|must|should|could|all|most|some|exam focus|focus)\s*(?:\(\d{1,2}(?: marks?)?\))?\s*[:–—-]\s+(?=(?P<next>[A-Za-z]+))",
    re.IGNORECASE,
)
"""A word that only sorts a point ("Evaluation: Assess ...", "Pass - Describe ..."): it is taken off before a command."""


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


def _in_one(words: str) -> str:
    """Return a point whose parts are numbered within it as one sentence ("why (i) X (ii) Y")."""
    if "(i)" not in words or "(ii)" not in words:
        return words
    last = max(("(ii)", "(iii)", "(iv)"), key=words.find)
    words = re.sub(rf"[,;]?(?:\s+and)?\s*{re.escape(last)}\s*", " and ", words.replace("(i) ", ""))
    return re.sub(r"[,;]?\s*\((?:ii|iii)\)\s*", ", ", words)


_STRESSED = regex(r"\b(?:HOW|WHY|WHAT|WHICH|WHEN|ONE|TWO|THREE|FOUR|BOTH|THE|EACH|MAIN|KEY|DIFFERENT)\b(?![-/.])")
"""Words that stand in capitals to be stressed, and are no acronyms ("AND", "OR" and "NOT" are gates)."""
_ANSWERED = regex(
    r"^(?:Q(?:uestion)?\s?\d{0,2}\s?[:.]\s*)?(?P<question>(?:what|why|how|which|who|when|where)\b[^?]{6,200}\?)\s+(?:A(?:ns(?:wer)?)?\s?\d{0,2}\s?[:.]\s*)?"
    r"(?P<answer>(?!(?:explain|justify|give|refer|discuss|use|support|state|describe|what|why|how|which|who|when|where)\b)[^\s(\[][^?]+)$",
    re.IGNORECASE,
)
_SUPPORTED = regex(r",? and (?:they )?(?:support|illustrate|back)s? (?:this|it|them)(?: up)?(?= with\b| by\b| using\b|\.?$)", re.IGNORECASE)
_PROMPTS = regex(
    r"(?<=[a-z\d)?])\.?\s+You (?:may|could|should|must)(?: also)? (?:use|refer to|include|consider|write about)\b(?:[^:.]*:\s*(?P<list>[^.]+))?.*$"
)
"""What a question lends to its answer ("You may use: ..."): it goes to the scheme."""
_QUOTATION = regex(r"^‘(?P<said>[^‘’]{3,120})’\s*[:–—-]\s+(?P<rest>(?P<verb>[A-Za-z]+)\b.+)$")


def _without_quotation(words: str) -> tuple[str, str]:
    """Return a point without the words that it quotes before its command ("‘Fire and blood’: explore ..."), and these."""
    found = _QUOTATION.match(words)
    return (found["rest"], found["said"]) if found and is_verb(found["verb"]) else (words, "")


_ASKS = regex(r"(?:who|what|which|when|where|why|how)$", re.IGNORECASE)
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
    words = re.sub(r"^[^\w\s(‘“'\"$`\\\[…«£€<>+=-]+\s*", "", words)
    words = re.sub(r"^([‘'])(?P<all>[^‘’']+)[’'](?=\.?$)", r"\g<all>", words)
    words = re.sub(r"^'(.{12,300})'(?=\s+(?:how far|to what extent|do you|evaluate|discuss|assess)\b)", r"‘\1’", words, flags=re.IGNORECASE)
    words = re.sub(r"(?<=[a-z,)]) & (?=[a-z])", " and ", words)
    promised = worth(words)
    words = _LABEL.sub("", re.sub(r"^[\[({]\d{1,2}(?: marks?)?[\])}]\s+(?=[A-Z])", "", words))
    words = _in_one(words)
    words = re.sub(
        r"^(?:can|could) you (?=(?:explain|describe|name|state|give|identify|list|define|compare|suggest)\b)(?P<rest>[^?]+)\??$",
        r"\g<rest>",
        words,
        flags=re.IGNORECASE,
    )
    words, quoted = _without_quotation(words)
    sorted_by = _HEADING.match(words)
    if sorted_by and (is_verb(sorted_by["next"]) or (words.endswith("?") and _ASKS.match(sorted_by["next"]))):
        words = words[sorted_by.end() :]
    words = _STRESSED.sub(lambda stressed: stressed[0].lower(), words)
    words = re.sub(r",?\s+and (?:answer|complete|attempt)\s+(?:\S+\s+){0,4}questions?(?=\.?$)", "", words)
    count = worth(words) or promised
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
    prompted = _PROMPTS.search(body)
    body = _SUPPORTED.sub("", _PROMPTS.sub("", body))
    split = split_tail(body)
    refer = split.refer or f"‘{quoted}’" if quoted else split.refer
    body = _ADVERBS.sub("", split.body).strip(" ,;:.")
    if is_verb(re.split(r"\W", body, maxsplit=1)[0]) and not _AUXILIARY.match(body):
        body = body.rstrip("? ")  # "Explain why the sky is blue?"
    return Normal(
        body=body[:1].upper() + body[1:],
        tail=(*(piece.rstrip("? ") for piece in split.pieces), *answer, *(cut(prompted["list"]) if prompted and prompted["list"] else ())),
        refer=refer,
        credited=credited,
        full=full,
        count=count,
        raw=text,
        masks=masks,
    )
