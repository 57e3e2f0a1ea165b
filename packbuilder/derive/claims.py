"""Claims: a misconception as a statement that somebody could make, and what is right instead. Teacher's asides are neither."""

from __future__ import annotations

import re

from packbuilder.model.topic import Misconception

_BELIEVERS = re.compile(
    r"^(?:it is (?:often|sometimes|commonly|easily) (?:thought|believed|assumed)\s+(?:that\s+)?|(?:a|the) (?:common |frequent )?(?:misconception|mistake|belief|idea) is\s+(?:to (?:think|believe|assume)\s+)?(?:that\s+)?|"
    r"(?:some\s+|many\s+|most\s+)?(?:pupils?|students?|learners?|children|people|candidates?)\s+(?:(?:may|might|can|often|sometimes|commonly|frequently|easily|will|mistakenly|wrongly|incorrectly|also|still)\s+)*"
    r"(?:think|believe|assume|mistake|say|claim|feel)s?\s+(?:that,?\s+)?|(?:thinking|believing|assuming|stating|saying|claiming)\s+that\s+|that,?\s+)",
    re.IGNORECASE,
)
_ABOUT_PUPILS = re.compile(
    r"^(?:pupils?|students?|learners?|candidates?)\b|\b(?:pupils?|students?|learners?|children|candidates?)\s+(?:very |also )?(?:may|might|can|could|often|sometimes|think|believe|"
    r"confuse|struggle|find|fail|forget|assume|mistake|rarely|easily|do not|don['’]t|should|need)\b|\b(?:lesson|classroom|my|I|misconceptions?|confus\w+|misunderst\w+|mix(?:ed|ing)? up|CfU|overlook\w*|problematic|"
    r"anthropomorphi[sz]\w+|(?:may|might|can|often) (?:believe|think|assume)|(?:difficult|hard|easy|tricky) to|incorrect|wrong(?:ly)?|believing that|thinking that|assuming that|and that (?:these|this|it|they))\b",
    re.IGNORECASE,
)
_NO_CLAIM = re.compile(
    r"^(?:Not\s|Inability|Failure|Failing|Lack|Difficult|Remember|Understanding|Missing|Getting|Mis[a-z]+ing|Confus\w+|Use\b|Check\b|Make\b|Ensure\b|How\b|Why\b|What\b|When\b|Which\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|can|cannot|can’t|could|will|won't|would|must|should|may|might|does|do|did|don't|doesn't|don’t|doesn’t|means?|causes?|caused|never|only|"
    r"makes?|takes?|shows?|happens?|becomes?|comes?|came|goes|went|gets?|got|gives?|gave|needs?|contains?|depends?|moves?|stops?|starts?|works?|uses?|lives?|affects?|increases?|decreases?|"
    r"flows?|forms?|falls?|rises?|remains?|stays?|produces?|acts?|exists?|occurs?|grows?|loses?|gains?|wants?|began|ended|lasted|killed|proved|controls?|consists?|equals?|belongs?|refers?|leads?|brings?|reach|reaches|develops?|learns?|fails?|succeeds?|reflects?|decides?|believes?|supports?|"
    r"helps?|keeps?|leaves?|turns?|breaks?|burns?|melts?|boils?|dissolves?|reacts?|attracts?|repels?|behaves?|travels?|ran|won|lost|led|made|took|gave|met)\b"
)
_TEACHING = re.compile(
    r"^(?:(?:carefully|clearly|always|please|explicitly)\s+)?(?:explain|educate|discuss|use|check|cfu|remind|encourage|ask|show|model|point out|emphasi[sz]e|reinforce|clarify|highlight|ensure|provide|give|get|demonstrate|stress|refer|"
    r"introduce|address|teach|practise|practice|allow|help|make sure|make it clear|look at|draw|try|revisit|recap|support|have|let|be clear|talk|consider|compare|evaluating|remember|think|you could|it may|it might|it can be useful|it is (?:useful|helpful|worth))\b",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"^(?:as a result|this|these|those|such|however|therefore|instead|also|so|but|it|they|in fact|actually|rather|for example|here|both|some of)\b",
    re.IGNORECASE,
)


def claim_of(wrong: Misconception) -> str:
    """Return the claim as one declarative clause, without who believes it and without a stop; empty where it states none."""
    text = _BELIEVERS.sub("", wrong.claim.replace("*", "")).strip(" “”‘’'\"")
    text = text[:1].upper() + text[1:]
    words = text.rstrip(".").split()
    gerund = re.match(
        r"[A-Z][a-z]+ing\b(?! (?:\w+ )?(?:always|never|only|is|are|was|were|means?|leads?|causes?|does|has|can|will|makes?|needs?)\b)", text
    )
    if gerund or _NO_CLAIM.match(text) or _ABOUT_PUPILS.search(text) or re.search(r"[;?…]|[.!] ", text.rstrip(".")):
        return ""
    stated = _FINITE.search(" ".join(words[1:])) or (re.match(r"(?:All|Every|Each|No|Any|Most|There)\b", text) and len(words) > 4)
    if not 4 <= len(words) <= 30 or not stated:
        return ""
    return text.rstrip(".")


def put_right(wrong: Misconception) -> str:
    """Return what is right, in sentences about the subject; empty where the notes only tell a teacher what to do."""
    sentences = re.split(r"(?<=[.!])\s+(?=[A-Z])", wrong.correction.replace("*", "").strip())
    kept: list[str] = []
    for sentence in sentences:
        if _TEACHING.match(sentence) or _ABOUT_PUPILS.search(sentence) or sentence.endswith("?") or not _FINITE.search(sentence):
            break
        if not kept and _LEANING.match(sentence):
            return ""
        kept.append(sentence)
    right = " ".join(kept)
    return right if right and _answers(right, wrong.claim) else ""


_CONTRAST = re.compile(
    r"\b(?:not|no|nor|never|cannot|actually|rather|instead|however|although|though|while|whereas|only|but|unlike|fact|neither|without|just|also|other|different|differ|both|depends?|many|some|most|more|less|fewer)\b|n['’]t\b",
    re.IGNORECASE,
)


def _answers(right: str, claim: str) -> bool:
    """Tell whether a text sets a claim right: it contrasts with it, or speaks of the same things.

    Notes also follow one wrong idea with another; the second must not be printed as the truth about the first.
    """
    shared = _shared(right, claim)
    return (
        shared >= 3
        or bool(shared and _CONTRAST.search(right))
        or bool(re.search(r"\b(?:not|never|actually|instead|rather|however)\b|n['’]t\b", right))
    )


def _shared(one: str, other: str) -> int:
    words = ({word[:6] for word in re.findall(r"[a-z]{5,}", text.casefold())} for text in (one, other))
    return len(next(words) & next(words))


def speaks_of(right: str, claim: str) -> bool:
    """Tell whether a correction speaks of the claim's own things: what is printed as true must leave no doubt."""
    return _shared(right, claim) >= 2
