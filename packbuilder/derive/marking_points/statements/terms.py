"""Terms: whether what stands before a sign, or before "is" and "means", is a term of the subject, and no label, command, name or clause."""

from __future__ import annotations

import re

from packbuilder.derive.definitions import no_term
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.statements.answered import POINTING
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import lower
from packbuilder.languages import ENGLISH
from packbuilder.patterns import regex

TERM = r"(?P<term>(?:the |an? )?[A-Za-z][\w’'-]*(?: (?:(?:and|of|in|to) )?[\w’'()-]+){0,4}?)"
"""What may be a term, with its article."""
_LABELS = frozenset(
    """advantage advantages disadvantage disadvantages pro pros con cons strength strengths weakness weaknesses benefit benefits drawback drawbacks limitation limitations
    method result results conclusion conclusions aim hypothesis procedure findings finding evaluation analysis knowledge understanding application context structure
    function role purpose use uses cause causes effect effects consequence consequences impact impacts example examples evidence quote quotation quotations theme themes form language
    case study figure diagram graph table equation formula formulae unit units symbol calculation working answer key accept allow reject ignore mark marks scheme guidance ao1
    ao2 ao3 ao4 level band link links topic overview summary introduction background plot setting character characters writer poet author date dates place who what when where why how
    assumption assumptions prediction predictions improvement improvements suggestion suggestions justification reasoning modification modifications anomaly anomalies
    similarity similarities difference differences reason reasons factor factors feature features type types step steps stage stages first second third finally point points
    argument arguments for against counter-argument yes no true false fact facts opinion positive positives negative negatives short-term long-term social economic political
    environmental independent variable control variables apparatus equipment risk hazard precaution test observation observations definition definitions key term keyword keywords vocabulary
    interpretation significance importance practical required spec specification extension higher foundation resources skill skills command word words technique techniques slip slips mistake mistakes error errors tip tips pitfall pitfalls reminder common typical main top named any alternative other solution task scenario texture tonality lighting
    sequence order input output danger dangers prevention treatment treatments diagnosis cure cures opposition background process equipment materials ingredients people places dates
    outcome outcomes location slogan slogans motto mottos details words notes""".split()
)
"""One of these alone, or two of them together, says what kind of thing follows, and is no term ("Case study", "Key term")."""
_LABEL_HEADS = frozenset(
    """example examples quote quotation quotations date dates fact facts point points tip tips mistake mistakes slip slips error errors note notes study context evidence argument
    arguments criticism view skill skills mark marks objection comment comments feedback remark remarks reminder""".split()
)
"""What stands last in a label of two words ("Counter argument", "Common mistake")."""
_OF_EQUATION = frozenset(
    "balanced symbol word ionic half chemical overall net full correct complete final general simplified nuclear".split()
)
"""What an equation is called that has no name of its own ("Balanced symbol equation")."""
_JUDGED = frozenset({"advantage", "advantages", "disadvantage", "disadvantages", "drawback", "drawbacks"})
_OF_JUDGED = frozenset("comparative absolute competitive mechanical mover unfair take".split())
"""Of what advantages there are terms: else a label says whose they are ("layering advantage")."""
_COMMANDS = frozenset(
    "calculate explain describe evaluate identify discuss justify predict suggest analyse define determine solve simplify expand factorise".split()
)
"""What is commanded, and no term ("Calculate mean depth")."""
_OF_LETTER = regex(r" (?:of|in|for) [a-z]$")
"""What an unknown has ("Period of y = cos 2x is ...")."""
_STEP = frozenset(
    "resolving taking using substituting rearranging equating differentiating integrating adding subtracting dividing multiplying applying squaring eliminating".split()
)
"""How a step of a working begins."""
_LACKS = frozenset(
    "lacks uses shows has gives makes ignores supports suggests allows reduces increases prevents causes explains provides includes involves needs contains fails lets helps means requires".split()
)
"""How a sentence begins that has lost its subject ("lacks mundane realism")."""
_ARTICLE = regex(r"^(?:the|an?) ", re.IGNORECASE)
_BETWEEN = regex(r" (?:the|an?|your|vs?|versus|or|says?|said|found|argues?|means|refers)\.? ")
"""What no term holds: an article of its own ("increasing the speed"), or two things set against each other."""
_JOINED = regex(r"[\w’'-]+(?: [\w’'-]+)? (?:of|in|to) ")
_TWO_NAMES = regex(r"[A-Z][a-z]+ (?:and|&) [A-Z][a-z]+(?: \(\d{4}\))?")
"""Two who wrote a study together."""
_PLACED = regex(r"(?:in|on|at|by|during|for|with|from|to|under|over|between|among|within|without|before|after)\b", re.IGNORECASE)
"""How a label of a place or a case begins ("In parallel: ...")."""
_SET_BESIDE = regex(r"(?:difference|similarity|comparison|link|relationship|connection|contrast)s? between\b", re.IGNORECASE)
_KINDS = frozenset("status theory crime crimes school schools approach perspective power role hypothesis effect bias shot".split())
"""What follows a noun that looks like a verb ("State crime", "Labelling theory", "Master status")."""
_OF_KIND = regex(rf"(?:the |an? )?[a-z]+ (?:{'|'.join(sorted(_KINDS))})(?: \([A-Z][^()]*\))?(?: ?: ?| [–—-] | ?= )(?=\S)", re.IGNORECASE)
_MOST = 5
"""Words of a term."""


def is_term(term: str, *, subject: bool = False) -> bool:
    """Whether a text is a term of the subject; `subject`: of a sentence, which no verb opens."""
    bare = without_article(term).strip(" ()")
    words = [word.casefold() for word in bare.split()]
    if not 0 < len(words) <= _MOST or no_term(bare, ENGLISH) or _is_label(bare, words):
        return False
    if (
        _TWO_NAMES.fullmatch(bare)
        or _PLACED.match(bare)
        or _SET_BESIDE.match(bare)
        or _BETWEEN.search(bare)
        or re.search(r"\d", bare)
        or POINTING.match(bare)
        or verb_behind(bare)
    ):
        return False
    if len(words) > 1 and (words[-1] in _JUDGED and words[-2] not in _OF_JUDGED):
        return False
    if _OF_LETTER.search(bare):
        return False
    if words == words[:1] and words[0] in _COMMANDS:
        return False
    if len(words) > 1 and words[0] in _LACKS | _STEP:
        return False
    of_kind = len(words) == len(("state", "crime")) and words[-1] in _KINDS
    commanded = is_verb(words[0]) and len(words) > 1 and not of_kind and words[0] not in NOUNISH and words[1] != "of"  # "Rule of thirds"
    return subject or not commanded


def opens_with_kind(text: str) -> bool:
    """Whether a text opens with a term of two words whose first looks like a verb, and the sign before its meaning ("State crime: illegal activities ...")."""
    return bool(_OF_KIND.match(text))


def _is_label(bare: str, words: list[str]) -> bool:
    """Whether words only say what kind of thing follows them ("Case study", "Counter argument", "Effects of ...")."""
    if words[-1] in ("equation", "equations") and set(words[:-1]) <= _OF_EQUATION:
        return True
    if all(word.strip("()") in _LABELS for word in words) or (_JOINED.match(bare) and words[0] in _LABELS):
        return True
    return len(words) == 2 and words[-1] in _LABEL_HEADS


def without_article(term: str) -> str:
    """Return a term without the article before it."""
    return _ARTICLE.sub("", term)


def as_asked(term: str) -> str:
    """Return a term as a question has it: with a small letter, unless it is a name, as what has a capital behind its article is ("The Trinity")."""
    bare = without_article(term)
    if names_one(term):
        return bare  # "Pilgrimage of Grace"
    return bare if bare != term and bare[:1].isupper() else lower(bare, thorough=True)


def is_ordinary(term: str) -> bool:
    """Whether a term is of ordinary words, or an abbreviation, and no name of somebody or something."""
    bare = without_article(term)
    return bare.isupper() or lower(bare, thorough=True)[:1].islower()


def names_one(term: str) -> bool:
    """Whether a term is a name of one person or thing: with capitals within it ("Lady Macbeth")."""
    return any(word[:1].isupper() and not word.isupper() for word in without_article(term).split()[1:])
