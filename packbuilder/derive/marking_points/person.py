"""Person: a point that speaks of pupils, or as one, turned to speak to the candidate."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base, kind_of
from packbuilder.patterns import regex

_IN_CLASS = r"(?:(?:all |also |then |just |now )?(?:did|do this|do these|have (?:\w+ed|\w+en|read|learnt|made|done|looked)|had|were|was|are|am|will|looked|(?!need\b|feed\b|breed\b|bleed\b)\w{2,}ed|learn\w*|read|made|saw|wrote|went|found|took|chose|got|began|met|gave|discuss|stud(?:y|ied)|look at|cover)|may|might|should|shall|must)"
"""What is done or said by those who learn together, and not by people ("the play that we have read")."""
_PERSON = (
    (regex(r"\bhelp me\s+(?:to\s+)?", re.IGNORECASE), ""),
    (regex(r"\bmy own\b|\btheir own(?= (?:words|opinions?|views?|judgements?|conclusions?|work|knowledge|understanding|ideas|examples?|experience))", re.IGNORECASE), "your own"),
    (regex(r"\bpersonal (?=practice|performance|learning)\b", re.IGNORECASE), "your own "),
    (regex(r"\bmy\b", re.IGNORECASE), "your"),
    (regex(r"\bmyself\b", re.IGNORECASE), "yourself"),
    (regex(r"\btheir(?= (?:knowledge|understanding|opinions?|judgements?|awareness|conclusions? (?:with|by)|answers?)\b)", re.IGNORECASE), "your"),
    (regex(r"\bwhat we mean by\b"), "what is meant by"),
    (regex(rf"\bwe\b(?= (?!{_IN_CLASS}\b)[a-z])"), "people"),
    (regex(r"\bI am\b"), "you are"),
    (regex(r"\bI was\b"), "you were"),
    (regex(r"\bI['’]ve\b"), "you have"),
    (regex(r"\bI['’]m\b"), "you are"),
    (regex(r"\bI\b(?![.)\]/-])(?=\s+(?:have|know|use|need|want|will|would|can|could|should|might|collect|present|choose|did|do|think|make|see|read|live|work|learn\w*|carried|found|used|made))"), "you"),
    (regex(r"(?<=\s)(?<!\buse of )me\b(?=$|\s+(?:to|how|with|understand|explain|describe|in|and|about|make|identify|find)|[.,;])"), "you"),
)  # fmt: skip
_THEMSELVES = regex(r"\bthemselves(?= to| as|$)", re.IGNORECASE)
_OTHERS = regex(
    r"\b(?:how|why|what|that|which|who|when|where|whether|if|because|while)\b(?! to\b)|\b(?:children|people|others|adults|men|women|clients|patients|users|residents|individuals|staff|workers|customers|members|families|[a-z]+s to [a-z]+)\b",
    re.IGNORECASE,
)
"""Before "themselves": a clause that has a subject of its own ("how firms finance themselves"), or others than those who are asked ("help children feed themselves")."""
_NUMBERED = frozenset("type stage phase class group part population current factor article act chapter book war level period".split())
_SPEAKS = frozenset(
    "when how why what if that and so then as because where while before after although can did do should since whenever but or which who the".split()
)
"""After one of these at the head of a text, an `I` is somebody."""
_HIDDEN = "\ue001"
_TITLE = regex(r"(?<=[^\s.!?:] )(?:My|Our|We)\b|^(?:My|Our|We)\b(?= [A-Z][a-z])")
"""A capital within a sentence begins a name or a title ("My Lai", "My Fair Lady"), and speaks of nobody."""
_HELD = {"My": "\ue002", "Our": "\ue003", "We": "\ue004"}
_KEPT = regex(
    r"^(?:translate|write|put|rewrite|change|turn|punctuate|correct|conjugate|read|learn|recite|complete)\b[^:]{0,80}:\s", re.IGNORECASE
)
"""Words after a colon that are to be worked on stay as they are ("Translate into French: I like my brother")."""
_THEY = regex(r"^(?P<asked>[A-Za-z]+(?: and [a-z]+)? (?:how|what|why|where|when)) they (?=(?:would|could|might|will|can|have|had)\b)")
"""Those who are asked, where nobody else stands before it ("Candidates should explain how they would use pauses")."""
_OF_THEIRS = regex(r"^(?P<asked>[A-Za-z]+(?: and [a-z]+)? (?:(?:the|an?) )?(?:[a-z]+ (?:of|in|for|to) )?)their own\b")
_OF_THEIR_WORK = regex(
    r"^(?P<asked>[A-Za-z]+ (?:(?!and\b|or\b|how\b|why\b|what\b|who\b|that\b|which\b|whether\b|people\b|children\b|staff\b|someone\b|(?-i:[A-Z])|[\w-]+[’']s?\b|(?!this\b|its\b|bias\b|analysis\b)[\w-]+s\b)[\w-]+ ){0,12}?)"
    r"their(?= (?:(?!own\b)[\w-]+ ){0,3}?(?:fieldwork|conclusions?|data|results|findings|investigation|enquiry|hypothes[ie]s|research|experiment|questionnaire|coursework|prototype|composition|portfolio|garment|dish)\b)",
    re.IGNORECASE,
)
"""What candidates have made or found out, where nobody else is named before it ("the reliability of their conclusions")."""
_THEY_HAVE = regex(
    r"(?<=\w )they have(?= (?:studied|read|performed|seen (?:live|in performance))\b)(?<!how they have)(?<!why they have)(?<!what they have)"
)
"""What those who are asked know ("the work of a designer they have studied")."""
_WHEN_THEY = regex(
    r"^(?P<asked>(?:Reflect(?:ing)? on|Describ(?:e|ing)|Discuss(?:ing)?|Explain(?:ing)?|Evaluat(?:e|ing)|Giv(?:e|ing)) (?:an?|one) (?:[a-z]+ )?(?:time|occasion|situation|example) (?:when|where|in which|of when) )they (?=[a-z])",
    re.IGNORECASE,
)
_OF_THEIR_OWN = regex(
    r"^(?P<asked>[A-Za-z]+(?: on)? (?:the )?(?:(?:key |main )?(?:strengths|weaknesses|areas for (?:improvement|development)|effectiveness|quality|success)(?:, and|,| and)? ?)+ ?(?:of|in|for) )their own\b",
    re.IGNORECASE,
)
"""What somebody did, or did well or badly, where nobody else is named ("strengths and areas for improvement in their own performance")."""
_ANY_PERSON = regex(r"\b(?:I|we|me|my|myself|their|themselves|own|personal)\b", re.IGNORECASE)
_THEIRS = regex(r"^(?P<verb>[A-Z][a-z]+) their\b")
_OWN = regex(r"(?P<before>[\w'’]+) own\b(?! (?:up|or|and|a|an|the)\b)")
_WHO_OWN = frozenset(
    "that which who they we you people firms companies businesses to can could may might not would will must should".split()
)
"""Before the verb ("firms that own or control production")."""


def _own(found: re.Match[str]) -> str:
    """Say `your own` where `own` stands by itself ("Evaluate own performance")."""
    before = found["before"]
    possessive = (
        before.casefold() in _WHO_OWN
        or before.casefold() in ("your", "their", "his", "her", "its", "our", "my", "whose", "one's", "one’s")
        or before.endswith(("'s", "’s", "s’", "s'"))
    )
    return found[0] if possessive else f"{before} your own"


def is_numeral(before: str) -> bool:
    """Whether an `I` after a text is the number or the symbol of what the text ends in ("Charles I", "type I", "current I")."""
    words = before.split()
    if not words:
        return False
    last = words[-1].casefold()
    return last in _NUMBERED or (
        words[-1][:1].isupper() and not (len(words) == 1 and last in _SPEAKS) and words[-1].strip("‘’'\"").isalpha()
    )


def _of_people(body: str, once: str) -> str:
    """Say that what was ours is theirs, where those who do something have become people ("how people digest their food")."""
    we = re.search(r"\bwe\b", once)
    return body if not we or re.search(r"\bwe\b", body) else body[: we.start()] + re.sub(r"\bour\b", "their", body[we.start() :])


_OF_LANGUAGE = regex(r"(?:translat|conjugat|punctuat|correct|rewrit|spell|say|writ|put|complet|chang)\w*\b", re.IGNORECASE)
"""What is done to words leaves them as they are ("Translate we live in London")."""


def asked_themselves(body: str) -> str:
    """Return what is credited to candidates with them as those who are asked ("explain how they would use pauses")."""
    body = _THEY.sub(r"\g<asked> you ", body) if " they " in body else body
    body = _OF_THEIRS.sub(r"\g<asked>your own", body) if " their own " in body else body
    body = _WHEN_THEY.sub(r"\g<asked>you ", body) if " they " in body else body
    body = _OF_THEIR_OWN.sub(r"\g<asked>your own", body) if " their own " in body else body
    body = _THEY_HAVE.sub("you have", body) if " they have " in body else body
    return _OF_THEIR_WORK.sub(r"\g<asked>your", body) if " their " in body else body


def to_you(body: str) -> str:
    """Return a point in the second person ("my own", "I have", "themselves", "own")."""
    if not _ANY_PERSON.search(body):
        return body
    if kept := _KEPT.match(body):
        return _turned(body[: kept.end()]) + body[kept.end() :] if _ANY_PERSON.search(body[: kept.end()]) else body
    return _turned(body)


def _turned(body: str) -> str:
    body = _TITLE.sub(lambda found: _HELD[found[0]], body)
    body = re.sub(r"\bI\b", lambda found: _HIDDEN if is_numeral(body[: found.start()]) else found[0], body)
    once = body
    in_words = bool(_OF_LANGUAGE.match(body))
    for pattern, other in _PERSON:
        if in_words and other == "people":
            continue
        body = pattern.sub(other, body)
    body = _THEMSELVES.sub(lambda found: found[0] if _OTHERS.search(body[: found.start()]) else "yourself", body)
    if "people" in body:
        body = _of_people(body, once)
    for word, sign in ("I", _HIDDEN), *_HELD.items():
        body = body.replace(sign, word)
    return re.sub(r"^Own\b", "Your own", _OWN.sub(_own, _THEIRS.sub(_yours, body)))


def _yours(found: re.Match[str]) -> str:
    """Say `your` where nobody stands before `their` but those who are asked ("Adapt their style to customers")."""
    return f"{found['verb']} your" if kind_of(form_and_base(found["verb"])[1]) == "action" else found[0]
