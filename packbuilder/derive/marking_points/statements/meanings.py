"""Meanings: `Attrition: rocks knock together`, `An alloy is a mixture of ...`, `Limited liability means that ...`."""

from __future__ import annotations

import re

from packbuilder.derive.definitions import no_term
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.predicates import verb_behind
from packbuilder.derive.marking_points.statements.answered import POINTING, REPORTED, Stated, listed
from packbuilder.derive.marking_points.verbs import is_verb
from packbuilder.derive.marking_points.words import content_words, lower
from packbuilder.languages import ENGLISH
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import spells

_LABELS = frozenset(
    """advantage advantages disadvantage disadvantages pro pros con cons strength strengths weakness weaknesses benefit benefits drawback drawbacks limitation limitations
    method result results conclusion conclusions aim hypothesis procedure findings finding evaluation analysis knowledge understanding application context structure
    function role purpose use uses cause causes effect effects consequence consequences impact impacts example examples evidence quote quotation quotations theme themes form language
    case study figure diagram graph table equation formula formulae unit units symbol calculation working answer key accept allow reject ignore mark marks scheme guidance ao1
    ao2 ao3 ao4 level band link links topic overview summary introduction background plot setting character characters writer poet author date dates place who what when where why how
    similarity similarities difference differences reason reasons factor factors feature features type types step steps stage stages first second third finally point points
    argument arguments for against counter-argument yes no true false fact facts opinion positive positives negative negatives short-term long-term social economic political
    environmental independent variable control variables apparatus equipment risk hazard precaution test test(s) observation observations definition definitions key term keyword keywords vocabulary
    interpretation significance importance practical required spec specification extension higher foundation resources skill skills command word words technique techniques slip slips mistake mistakes error errors tip tips pitfall pitfalls reminder common typical main top named any alternative other solution task scenario texture tonality lighting""".split()
)
"""One of these alone, or two of them together, says what kind of thing follows, and is no term ("Case study", "Key term")."""
_LABEL_HEADS = frozenset(
    """example examples quote quotation quotations date dates fact facts point points tip tips mistake mistakes slip slips error errors note notes study context evidence argument
    arguments criticism view skill skills mark marks objection""".split()
)
"""What stands last in a label of two words ("Counter argument", "Common mistake")."""
_ARTICLE = regex(r"^(?:the|an?) ", re.IGNORECASE)
_TERM = r"(?P<term>(?:the |an? )?[A-Za-z][\w’'-]*(?: (?:(?:and|of|in|to) )?[\w’'()-]+){0,4}?)"
_COLON = regex(rf"{_TERM}(?: ?: ?[–—-] | ?: | (?P<sign>[–—=-]) )(?P<meaning>\S.*)")
_BETWEEN = regex(r" (?:the|an?|your|vs?|versus|or|says?|said|found|argues?)\.? ")
"""What no term holds: an article of its own ("increasing the speed"), or two things set against each other."""
_JOINED = regex(r"[\w’'-]+(?: [\w’'-]+)? (?:of|in|to) ")
_IS = regex(
    rf"{_TERM} (?:(?:is|are) (?:defined as|the name (?:given to|for)|the term (?:used )?for)|means?(?: that)?|refers? to|(?P<be>is|are)) (?P<meaning>\S.*)"
)
_GENUS = regex(
    r"(?:an?|any|the|one|all|someone|somebody|something|what|when|where|how|anything|anyone|everything|people|materials?|substances?|things?|organisms?|animals?|plants?|cells?|goods|money|businesses|"
    r"words?|lines?|a set|a group|two|three|more|having|being|giving|using|making|taking|doing|grouping|putting|selling|buying|producing|breaking|changing|keeping|moving|splitting|sharing|showing|saying|"
    r"[a-z]{3,}ing (?!and\b|or\b)\w|life|belief|movement|ability|amount|speed|rate|force|energy|loss|transfer|spending|income|costs?|profit|software|hardware|data|rock|water|material|land|power|respect|unfair|information)\b"
)
"""How a meaning begins: with the kind of thing that is meant."""
_KIND_OF = regex(
    r"[a-z][\w-]+(?: (?!(?:and|or|not|is|are|was|were|has|have|can)\b)[\w-]+){0,3} (?:of|from|between|in|on|for|used|made|given|written|with|together with) \w"
)
_KIND_THAT = regex(r"[a-z][\w-]+(?: (?!(?:is|are|was|were|has|have|can)\b)[\w-]+){0,5} (?:that|which|whose|where|in which)\b")
_DOES = regex(
    r"(?:sends|connects|decodes|carries out|does|executes|performs|fetches|manages|transfers|stops|keeps|checks|converts|stores|carries|controls|produces|transports|protects|releases|absorbs|measures|detects|allows|filters|holds|processes|translates|prevents|pumps|digests|transmits|"
    r"removes|links|joins|splits|breaks down|turns|changes) \w"
)
_OF_TOPIC = regex(
    r"(?:the |an? |its |their )?(?:[\w-]+ )?(?:effects?|impacts?|causes?|roles?|importance|structure|functions?|uses?|types|factors|stages|steps|examples?|advantages|disadvantages|features|properties|"
    r"conditions|equations?|formulae?|reasons?|differences?|similarities|importance|significance|consequences|results|evidence|arguments|strengths|weaknesses|limitations|how|why|what)\b(?! (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
"""What of a term is to be known, and no meaning of it ("Osmosis: the effect of concentration on mass")."""
_CLAUSE = regex(r"\b(?:that|which|who|whose|where|when|how|what|in which|if)\b")
"""What opens a clause within a meaning, which has a verb of its own."""
_OF_IT = regex(r"(?:it|its|they|their|this|these|he|his|she|her)\b|.*\bhere\b")
_AND_ANOTHER = regex(r"(?:,| and) (?:and )?(?:the|an?) [\w -]+ (?:is|are) (?:an?|the)\b")
"""A second definition behind the first."""
_PLURAL = regex(r"(?<![sui])s$")
_WHO = regex(r"(?:an?|the) (?:[\w-]+ ){1,3}who(?:se)?\b", re.IGNORECASE)
_ANYBODY = regex(
    r"(?:an?|the) (?:[\w-]+ )?(?:person|individual|worker|employee|member|someone|people|child|adult|patient|business|organisation|company|investor|shareholder|buyer|seller|consumer|customer|voter|citizen)s? who(?:se)?\b",
    re.IGNORECASE,
)
"""Whom a word for people means, and no single person ("Scrooge: a miser who learns kindness")."""
_RECKONED = regex(r"[/×÷√^%]| x |\(|\bper\b|\bdivided by\b|\btimes\b")
_HEAD_END = regex(r"\b(?:of|in|that|which|from|for|by|on|with|to|at|where|when)\b")
_SURE_GENUS = regex(
    r"(?:an? (?:[\w-]+ ){0,2}?|the (?:[\w-]+ ){0,1}?)(?:process|type|kind|form|measure|method|way|technique|set|group|substance|mixture|compound|molecule|device|program|part|piece|state|change|movement|"
    r"amount|number|rate|ability|study|act|theory|law|rule|agreement|system|cell|organ|tissue|organism|force|quantity|reaction|disease|condition|statement|word|phrase|line|sound|rhythm|chord|material|metal|"
    r"catalyst|protein|hormone|gas|element|unit|tax|payment|cost|sum|loan|contract|right|duty|crime|belief|speech|comparison|point|area|shape|angle|polygon|ratio|difference|average|value|range|transfer|release|"
    r"breakdown|removal|use|practice|idea|principle|period|feature|pattern|plan|document|business|person|owner|market|good|structure|bond|atom|ion|particle|wave|variable|network|protocol|language|file|error|memory|instruction|loss|increase|decrease|rise|fall|total|chemical|nutrient|food|drug|drink|muscle|joint|bone|membrane|gene|allele|tool|store|alternative)s?\b"
    r"|when\b|where\b|the [a-z]{3,}ing (?:down |up |out |off )?of\b|[a-z]{3,}ing (?:[\w-]+ ){0,2}\w"
)
"""The kind of thing that a meaning of a word begins with, where the sentence might tell of one thing what it is like ("Steel is a good conductor")."""
_OF_SEVERAL = regex(
    r"(?:[a-z-]+ ){0,2}[a-z]+(?:s|people|bacteria) (?:that|which|who|needed|used|found|made|formed|caused|produced|with|where)\b"
)
"""The kind that several things are of ("Macronutrients are nutrients needed ...")."""
_PERSON = regex(
    r"\b(?:man|woman|boy|girl|king|queen|emperor|leader|politician|writer|poet|author|artist|composer|playwright|foil|hero|heroine|villain|protagonist|narrator|soldier|scientist|philosopher|"
    r"prophet|prince|president|minister|city|town|country|river|novel|play|film|poem|symbol|metaphor|he|she|who (?:was|wrote|became)|act \d|scene \d|stanza|chapter)\b|[“”\"‘]",
    re.IGNORECASE,
)
"""What says who somebody is, or what happens in a text: no meaning of a word."""
_FEWEST = 3
"""Words of a meaning."""


def meant(said: str) -> Stated | None:
    """`Attrition: rocks knock together`, `LAN - a network ...`: the meaning of a term."""
    found = _COLON.fullmatch(said)
    if not found:
        return None
    term, meaning = found["term"], found["meaning"]
    if spells(meaning, term):
        return Stated(asked=f"State what {term} stands for", answer=meaning)
    if not _is_term(term):
        return None
    if _is_person(meaning) or len(meaning.split()) < _FEWEST or re.search(r"[=+×÷√;:]|^\d", meaning) or (len(listed(meaning, 3)) > 2):
        return None
    if _OF_TOPIC.match(meaning) or (_WHO.match(meaning) and not _ANYBODY.match(meaning)):
        return None
    return _define(term, meaning) if _tells(meaning, term) or (found["sign"] == "=" and not _RECKONED.search(meaning)) else None


def is_meant(said: str) -> Stated | None:
    """`An alloy is a mixture of ...`, `Limited liability means that ...`: a definition as a sentence."""
    found = _IS.fullmatch(said)
    if not found or not _is_term(found["term"], subject=True):
        return None
    term, meaning = found["term"], found["meaning"]
    if (
        _is_person(meaning)
        or "because" in meaning
        or ";" in meaning
        or _AND_ANOTHER.search(meaning)
        or _names_one(term)
        or (found["be"] and len(meaning.split()) <= _FEWEST)
    ):
        return None
    if found["be"]:
        one = re.match(r"[Aa]n? ", term)
        if re.match(r"[Tt]he ", term) and not re.match(r"the ", meaning):
            return None  # it tells of one thing what it is like ("The heart is a muscle")
        if not (
            _SURE_GENUS.match(meaning) or (is_plural(term.split()[-1].casefold()) and _OF_SEVERAL.match(meaning))
            if not one
            else re.match(r"(?:an?|the|any|someone|something)\b", meaning)
        ):
            return None
        if (
            re.match(r"(?:an?|the) (?:\w+ )?(?:example|type|kind|form|advantage|disadvantage|cause|effect|result)s? of\b", meaning)
            and len(meaning.split()) < 7
        ):
            return None  # says to what it belongs, and not what it is
    return _define(term, meaning)


def _define(term: str, meaning: str) -> Stated | None:
    bare = _ARTICLE.sub("", term)
    bare = (
        bare if bare != term and bare[:1].isupper() else lower(bare, thorough=True)
    )  # a capital behind an article is a name's ("The Trinity")
    if set(content_words(bare)) & set(content_words(meaning)) and len(content_words(bare)) == 1:
        return None
    return Stated(asked=f"Define the term ‘{bare}’", answer=meaning, whole=True)


def _is_person(meaning: str) -> bool:
    """Whether the head of a meaning is a person, a place or a work."""
    return bool(_PERSON.search(_HEAD_END.split(meaning)[0]))


def _tells(meaning: str, term: str) -> bool:
    """Whether what stands behind a term says what that is: its kind, what it does, or what happens then."""
    begun = meaning[:1].lower() + meaning[1:]
    if len(begun.split()) <= _FEWEST and begun.startswith(("the ", "a ", "an ")):
        return False
    if form_and_base(begun.split()[0])[0] == "third":
        return bool(_DOES.match(begun)) and _is_ordinary(term)
    if REPORTED.search(_HEAD_END.split(begun)[0]):
        return False
    if _OF_IT.match(begun):
        return False
    clause = is_statement(_CLAUSE.split(begun)[0])
    if clause and (_PLURAL.search(term) or not _is_ordinary(term) or re.match(r"[A-Z][a-z]+ [A-Z]", meaning)):
        return False  # what is said of them: "Liquids: fixed volume but ...", "Stalin: the army was ..."
    if _GENUS.match(begun) or ((_KIND_THAT.match(begun) or _KIND_OF.match(begun)) and _is_ordinary(term)):
        return True
    return clause


def _is_ordinary(term: str) -> bool:
    """Whether a term is of ordinary words, or an abbreviation, and no name of somebody or something."""
    bare = _ARTICLE.sub("", term)
    return bare.isupper() or lower(bare, thorough=True)[:1].islower()


def _names_one(term: str) -> bool:
    """Whether a term is a name of one person or thing: capitals within it ("Lady Macbeth"), or "the" and a capital."""
    words = _ARTICLE.sub("", term).split()
    return any(word[:1].isupper() and not word.isupper() for word in words[1:])


def _is_term(term: str, *, subject: bool = False) -> bool:
    """Whether a text is a term of the subject, and no label, command or clause; `subject`: of a sentence, which no verb opens."""
    bare = _ARTICLE.sub("", term).strip(" ()")
    words = [word.casefold() for word in bare.split()]
    if no_term(bare, ENGLISH) or not 0 < len(words) <= 5 or (bool(_JOINED.match(bare)) and words[0] in _LABELS):
        return False
    if all(word.strip("()") in _LABELS or word.isdigit() for word in words) or (len(words) <= 2 and words[-1] in _LABEL_HEADS):
        return False
    if (
        _BETWEEN.search(bare)
        or re.search(r"\d", bare)
        or POINTING.match(bare)
        or (not subject and is_verb(words[0]) and len(words) > 1 and words[0] not in NOUNISH)
    ):
        return False
    return not verb_behind(bare)
