"""Claims: a misconception as a statement that somebody could make, and what is right instead. Teacher's asides are neither."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from packbuilder.denials import elliptical, otherwise
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.parallels import parallel
from packbuilder.model.topic import Misconception
from packbuilder.patterns import regex
from packbuilder.text import capital
from packbuilder.values import replace

_BELIEVERS = regex(
    r"^(?:it is (?:often|sometimes|commonly|easily) (?:thought|believed|assumed)\s+(?:that\s+)?|(?:a|the) (?:common |frequent )?(?:misconception|mistake|belief|idea) is\s+(?:to (?:think|believe|assume)\s+)?(?:that\s+)?|"
    r"(?:(?:some|many|most|weaker|lower[- ]attaining)\s+)?(?:pupils?|students?|learners?|children|people|candidates?)\s+(?:(?:may|might|can|often|sometimes|commonly|frequently|easily|will|mistakenly|wrongly|incorrectly|also|still)\s+)*"
    r"(?:think|believe|assume|mistake|say|claim|feel)s?\s+(?:that,?\s+)?|(?:(?:some|many|most|weaker|lower[- ]attaining)\s+)?(?:pupils?|students?|learners?|candidates?)\s+(?:(?:often|sometimes|commonly|frequently|wrongly|incorrectly)\s+)*"
    r"(?:write|state|thought|believed|wrote|stated|suggest|assumed)\s+that,?\s+|(?:thinking|believing|assuming|stating|saying|claiming)\s+that\s+|"
    # "Thinking a balanced trial balance has no errors"; not "Thinking about ..." or "Stating units wrongly".
    r"(?:thinking|believing|assuming|saying|claiming)\s+(?!about\b|of\b|in\b|through\b|too\b|only\b|how\b|what\b|why\b|when\b|[‘’'“\"])(?=[^.]*\b(?:is|are|was|were|has|have|had|can|cannot|will|always|never|only|means?|needs?|causes?|makes?|does|do)\b)|that,?\s+)",
    re.IGNORECASE,
)
_ABOUT_PUPILS = regex(
    r"^(?:pupils?|students?|learners?|candidates?)\b|\b(?:pupils?|students?|learners?|children|candidates?)\s+(?:very |also )?(?:may|might|can|could|often|sometimes|think|believe|"
    r"confuse|struggle|find|fail|forget|assume|mistake|rarely|easily|do not|don['’]t|should|need)\b|\b(?:lesson|classroom|my|I|misconceptions?|confus\w+|misunderst\w+|mix(?:ed|ing)? up|CfU|overlook\w*|problematic|"
    r"anthropomorphi[sz]\w+|(?:may|might|can|often) (?:believe|think|assume)|(?:difficult|hard|easy|tricky) to|incorrect|wrong(?:ly)?|believing that|thinking that|assuming that|(?:and|so) (?:therefore |then )?(?:think|believe|assume)|and that (?:these|this|it|they))\b",
    re.IGNORECASE,
)
_NO_CLAIM = regex(
    r"^(?:Not\s|Inability|Failure|Failing|Lack|Difficult|Remember|Understanding|Missing|Getting|Mis[a-z]+ing|Confus\w+|Use\b|Check\b|Make\b|Ensure\b|How\b|Why\b|What\b|When\b|Which\b)"
)
_FINITE = regex(
    r"\b(?:is|are|was|were|be|has|have|had|can|cannot|can’t|could|will|won't|would|must|should|may|might|does|do|did|don't|doesn't|don’t|doesn’t|means?|causes?|caused|never|only|"
    r"makes?|takes?|shows?|happens?|becomes?|comes?|came|goes|went|gets?|got|gives?|gave|needs?|contains?|depends?|moves?|stops?|starts?|works?|uses?|lives?|affects?|increases?|decreases?|"
    r"flows?|forms?|falls?|rises?|remains?|stays?|produces?|acts?|exists?|occurs?|grows?|loses?|gains?|wants?|began|ended|lasted|killed|proved|controls?|consists?|equals?|belongs?|refers?|leads?|brings?|reach|reaches|develops?|learns?|fails?|succeeds?|reflects?|decides?|believes?|supports?|"
    r"carry|carries|floats?|sinks?|weakens?|absorbs?|releases?|doubles|halves|trebles|respires?|breathes?|always|"
    r"matters?|helps?|keeps?|leaves?|turns?|breaks?|burns?|melts?|boils?|dissolves?|reacts?|attracts?|repels?|behaves?|travels?|ran|won|lost|led|made|took|gave|met)\b|"
    # No plural noun stands before an article, so a word in -s that does is a verb: `Heating the gas raises the pressure`.
    r"\b(?!this\b|its\b|as\b|plus\b|versus\b|less\b)[a-z]{2,}[^\Ws]s (?:the|an?|its|their)\b"
)
_GERUND = regex(
    r"[A-Z][a-z]+ing\b(?! (?:(?!(?:that|which|who|when|where|how|why|what|if|as|because|rather|with|instead)\b)[\w’'-]+ ){0,7}?"
    r"(?:always|never|only|is|are|was|were|means?|leads?|causes?|does|has|can|will|makes?|needs?|[a-z]{2,}[^\Ws]s (?:the|an?|its|their))\b)"
)
"""A mistake in the gerund (`Writing the charge first`). `Doubling the speed doubles the energy` is none: it has a verb of its own."""

_TEACHING = regex(
    r"^(?:(?:carefully|clearly|always|please|explicitly)\s+)?(?:explain|educate|discuss|use|check|cfu|remind|encourage|ask|show|model|point out|emphasi[sz]e|reinforce|clarify|highlight|ensure|provide|give|get|demonstrate|stress|refer|"
    r"introduce|address|teach|practise|practice|allow|help|make sure|make it clear|look at|draw|try|revisit|recap|support|have|let|be clear|talk|consider|compare|evaluating|remember|think|you could|it may|it might|it can be useful|it is (?:useful|helpful|worth))\b",
    re.IGNORECASE,
)
_LEANING = regex(
    r"^(?:as a result|this|these|those|such|however|therefore|instead|also|so|but|it|they|he|she|in fact|actually|rather|for example|here|both|some of)\b",
    re.IGNORECASE,
)

_OF_THE_CLAIM = regex(
    r"^(?:it|they|he|she|both|these|this|(?:much|most|part|some|many|few|none|all) of (?:it|them)) (?!(?:is|are|can be|may be|could be|might be|will be) (?:important|useful|helpful|common|easy|hard|difficult|often|because|why|due)\b)",
    re.IGNORECASE,
)

_ANNOUNCED = regex(r"^(?:in (?:actual )?fact|in reality|in truth|actually),?\s+", re.IGNORECASE)
"""Announces what is right. It leans on the claim beside it, but what follows it need not."""


def claim_of(wrong: Misconception) -> str:
    """Return the claim as one declarative clause, without who believes it and without a stop; empty where it states none."""
    text = _unquoted(_BELIEVERS.sub("", wrong.claim.replace("*", "")).strip())
    text = text[:1].upper() + text[1:]
    words = text.rstrip(".").split()
    # What is answered in the same words, or by "Macbeth does", is a statement whatever its verb.
    answered = (
        (wrong.told and bool(_DID.search(text)) and not _GERUND.match(text))
        or elliptical(wrong.correction)
        or _same_subject(text, wrong.correction)
        or parallel(wrong.correction, text)
    )
    if wrong.doubtful or (_GERUND.match(text) and not answered):
        return ""
    if _NO_CLAIM.match(text) or _ABOUT_PUPILS.search(text) or re.search(r"[;?…!]|[.] ", text.rstrip(".")):
        return ""
    # Behind "believing that" stands a statement, whatever its verb.
    thought = _THOUGHT.match(wrong.claim)
    stated = (
        thought or _FINITE.search(" ".join(words[1:])) or (re.match(r"(?:All|Every|Each|No|Any|Most|There)\b", text) and len(words) > 4)
    )
    if not (3 if answered or thought else 4) <= len(words) <= 30 or not (stated or answered):
        return ""
    return text.rstrip(".")


_DID = regex(r"\b[a-z]{2,}ed (?:the|an?|his|her|its|their|all|every|each|no|both|many|most|some)\b")
"""`Henry VIII executed all his wives` says what somebody did; `Wrong units used` does not."""


def tells_a_deed(text: str) -> bool:
    """Whether a text tells what is done wrong, and claims nothing ("Confusing mass with weight"); what is believed is no deed."""
    return bool(_GERUND.match(_BELIEVERS.sub("", text)))


_RATHER = regex(r"^(?P<wrong>[^;:()]+?),? (?:rather than|instead of) (?P<right>[^,.;:()]+?)\.?$")
"""`Believing that waves carry matter rather than energy`: what is wrong, and what is right instead."""
_CLAUSE = regex(r"\b(?:because|since|as|when|if|while|which|who|whom|so|unless|although|and therefore)\b|\w+ing\b", re.IGNORECASE)
"""In what is right instead: it gives a reason or tells a deed, beside which what is called wrong may be true."""
_LONGEST_RIGHT = 12
"""Words of what is right instead at the most."""


def says_both(wrong: Misconception) -> bool:
    """Whether one sentence says what is wrong and what is right instead."""
    return bool(_RATHER.match(wrong.claim.replace("*", "").strip()))


def contrasted(wrong: Misconception) -> tuple[str, str]:
    """Return the claim that is believed, and what is right instead, where one sentence says both ("... rather than energy"); else nothing.

    Only of what is called a belief: of a bare "Plants take in oxygen rather than carbon dioxide" either may be the mistake. Nor where two
    things are done: "Plants respire" is true, though they photosynthesise as well.
    """
    found = _RATHER.match(wrong.claim.replace("*", "").strip())
    if not found or wrong.correction or wrong.doubtful or not _BELIEVERS.match(wrong.claim):
        return "", ""
    right = found["right"]
    done = is_verb(right.casefold()) and right.casefold() not in NOUNISH
    if done or _CLAUSE.search(right) or len(right.split()) > _LONGEST_RIGHT or _RATHER.match(found["wrong"]):
        return "", ""
    claim = claim_of(replace(wrong, claim=found["wrong"]))
    return (claim, right) if claim else ("", "")


def _same_subject(claim: str, right: str) -> bool:
    """Whether a text says what the subject of a claim does in a word and what it does instead: `Freezing kills bacteria`: `Freezing only stops ...`."""
    words, told = claim.split(), [word for word in right.split() if word.casefold() not in ("only", "always", "never", "just", "also")]
    if len(words) < 3 or len(told) < 3 or words[0] != told[0] or words[0].casefold() in _NO_SUBJECTS:
        return False
    plural = words[0].endswith("s")
    if words[1] == told[1]:
        # "Valves open because ...": "Valves open and close because ...". What is missing or wrong is said so too.
        return (
            plural
            and words[1].isalpha()
            and words[1].islower()
            and not words[1].endswith(("ing", "ed", "s"))
            and bool(re.search(r" because (?!of\b)", claim))
        )
    return all(_does(verb, plural=plural) for verb in (words[1], told[1]))


_NO_SUBJECTS = frozenset("the a an this these that those some many most all every each no in on at by for it they there when if".split())


def _does(word: str, *, plural: bool) -> bool:
    """Whether a word looks like what a subject does: `Freezing kills`, `Catalysts lower`."""
    return bool(_FINITE.fullmatch(word)) or (word.isalpha() and word.islower() and (plural or re.search(r"[^\Ws]s$", word) is not None))


def _unquoted(text: str) -> str:
    """Take off the quotation marks around a whole text; those around its first word alone stay on."""
    bare = text.strip(" “”‘’'\"")
    return text if re.search(r"^\w+[’”'\"] ", bare) and not bare.startswith(text[:1]) else bare


@lru_cache(maxsize=512)  # every question of a topic asks for it
def put_right(wrong: Misconception, *, beside: bool = False) -> str:
    """Return what is right, in sentences about the subject; empty where the notes only tell a teacher what to do.

    `beside`: it stands beside the claim, and may lean on it ("It moves in a zigzag").
    """
    correction = wrong.correction.replace("*", "").strip()
    claim = claim_of(wrong)
    sentences = re.split(r"(?<=[.!])\s+(?=[A-Z])", capital(_ANNOUNCED.sub("", correction)))
    kept: list[str] = []
    for sentence in sentences:
        if _TEACHING.match(sentence) or _ABOUT_PUPILS.search(sentence) or sentence.endswith("?"):
            break
        if not (
            _FINITE.search(sentence)
            or (wrong.told and _SAID_OF_IT.match(sentence))
            or _same_subject(claim, sentence)
            or parallel(sentence, claim)
        ):
            break
        short = elliptical(sentence)
        if not kept and (short or _LEANING.match(sentence)) and not (beside and (short or _OF_THE_CLAIM.match(sentence))):
            return ""
        kept.append(sentence)
    right = " ".join(kept)
    answered = (
        not wrong.claim
        or wrong.told
        or _ANNOUNCED.match(correction)
        or _after_thought(wrong, right)
        or _answers(right, claim or wrong.claim)
    )
    return right if right and answered else ""


_SAID_OF_IT = regex(r"(?:It|He|She) [a-z]{2,}[^\Ws]s\b|They [a-z]{3,}\b|[A-Z].*\b[a-z]{3,}ed (?:it|them)\.?$")
"""What the subject of a claim does instead, where the notes set that beside it ("it slows down")."""

_THOUGHT = regex(
    r"^(?:thinking|believing|assuming|stating|saying|claiming|thinks?|believes?|(?:some |many |most |weaker )?(?:pupils?|students?|learners?|candidates?|people) (?:(?:may|might|often|sometimes|commonly|wrongly) )*"
    r"(?:thinks?|believes?|assumes?|says?|claims?)) that\b",
    re.IGNORECASE,
)
_ABOUT_IT = regex(r"\b[a-z]+(?:s|ed)? (?:it|them)\.?$|\b(?:as well|too)\.?$", re.IGNORECASE)
"""How a statement ends that goes on about what was said ("Many local groups organised it", "Land use matters as well")."""
_OF_MARKS = regex(
    r"\b(?:marks?|exams?|questions?|answers?|graders?|thinking|believing|they (?:also )?(?:think|say|believe|write|use|forget))\b",
    re.IGNORECASE,
)

_ANOTHER = regex(r"^(?:also|and|or|another|similarly|likewise|some|others)\b(?! of\b)", re.IGNORECASE)
"""Opens another wrong idea."""


def _after_thought(wrong: Misconception, right: str) -> bool:
    """Whether a mistake that is called a thought is followed by a statement of its subject: that says what is so instead."""
    about = _OF_THE_CLAIM.match(right) or _ABOUT_IT.search(right) or _shared(right, wrong.claim)
    return bool(_THOUGHT.match(wrong.claim) and about) and not (_OF_MARKS.search(right) or _ANOTHER.match(right))


_CONTRAST = regex(
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
        or elliptical(right)
        or otherwise(right, claim)
        or parallel(right, claim)
        or bool(shared and (_CONTRAST.search(right) or _alike(right, claim)))
        or bool(re.search(r"\b(?:not|never|actually|instead|rather|however)\b|n['’]t\b", right))
    )


def _alike(right: str, claim: str) -> bool:
    """Tell whether two statements begin with the same subject and verb: `Tides are caused by` the wind, by the moon."""
    pairs = zip(right.split(), claim.split(), strict=False)
    same = " ".join(one for one, _ in takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), pairs))
    return bool(_FINITE.search(same.partition(" ")[2]))


def _shared(one: str, other: str) -> int:
    words = ({re.sub("ies$", "y", word)[:6] for word in re.findall(r"[a-z]{5,}", text.casefold())} for text in (one, other))
    return len(next(words) & next(words))


def to_teachers(correction: str) -> bool:
    """Tell whether what stands after a claim speaks to a teacher or of pupils."""
    return bool(_TEACHING.match(correction) or _ABOUT_PUPILS.search(correction))


def speaks_of(right: str, claim: str) -> bool:
    """Tell whether a correction speaks of the claim's own things: what is printed as true must leave no doubt."""
    return _shared(right, claim) >= 2
