"""Meanings: `Attrition: rocks knock together`, `An alloy is a mixture of ...`, `Limited liability means that ...`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from packbuilder.derive.dictionary import is_ordinary_word
from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.finite import is_statement
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.lexicon import NOUNISH
from packbuilder.derive.marking_points.statements.answered import REPORTED, Stated, listed
from packbuilder.derive.marking_points.statements.terms import TERM, as_asked, is_ordinary, is_term, names_one, without_article
from packbuilder.derive.marking_points.words import content_words
from packbuilder.nouns import is_plural
from packbuilder.patterns import regex
from packbuilder.text import spells

_COLON = regex(rf"{TERM}(?: ?: ?[–—-] | ?: | (?P<sign>[–—=-]) )(?P<meaning>\S.*)")
_IS = regex(
    rf"{TERM} (?:(?:is|are) (?:defined as|the name (?:given to|for)|the term (?:used )?for)|means?(?: that)?|refers? to|(?P<be>is|are|was|were)) (?P<meaning>\S.*)"
)
_GENUS = regex(
    r"(?:(?:first|last|second|third|final) [a-z]+ (?:after|before|of|in)\b|an?|any|the|one|all|someone|somebody|something|what|when|where|how|anything|anyone|everything|people|materials?|substances?|things?|organisms?|animals?|plants?|cells?|goods|money|businesses|"
    r"words?|lines?|a set|a group|two|three|more|having|being|giving|using|making|taking|doing|grouping|putting|selling|buying|producing|breaking|changing|keeping|moving|splitting|sharing|showing|saying|"
    r"[a-z]{3,}ing (?!and\b|or\b)\w+|life|belief|movement|ability|amount|speed|rate|force|energy|loss|transfer|spending|income|costs?|profit|software|hardware|data|rock|water|material|land|power|respect|unfair|information)\b"
)
"""How a meaning begins: with the kind of thing that is meant."""
_KIND_OF = regex(
    r"[a-z][\w-]+(?: (?!(?:and|or|not|is|are|was|were|has|have|can)\b)[\w-]+){0,3} (?:of|from|between|in|on|for|used|made|given|written|designed|intended|meant|towards|with|together with) \w"
)
_KIND_THAT = regex(r"[a-z][\w-]+(?: (?!(?:is|are|was|were|has|have|can)\b)[\w-]+){0,5} (?:that|which|whose|where|in which)\b")
_KIND_WITH_MORE = regex(
    r"(?:(?P<one>an?)|the|any|one) (?P<head>(?:(?!(?:and|or|not|is|are|was|were|has|have|can|will|may)\b)[\w’'-]+ ){1,5}?)"
    r"(?:of|that|which|who|whose|where|between|from|in|for|by|made|used|formed|found|given|caused|with)\b"
)
_DOES = regex(
    r"(?:takes(?! place\b)|sends|connects|decodes|carries out|does|executes|performs|fetches|manages|transfers|stops|keeps|checks|converts|stores|carries|controls|produces|transports|protects|releases|absorbs|measures|detects|allows|filters|holds|processes|translates|prevents|pumps|digests|transmits|"
    r"removes|links|joins|splits|breaks down|turns|changes) \w"
)
OF_TOPIC = regex(
    r"(?!(?:the )?use of (?:[\w-]+ ){1,6}to [a-z]+ )(?:the |an? |its |their )?(?:[\w-]+ )?(?:effects?|impacts?|causes?|roles?|importance|structure|functions?|uses?|types|factors|stages|steps|examples?|advantages|disadvantages|features|properties|"
    r"conditions|equations?|formulae?|reasons?|differences?|similarities|significance|consequences|results|evidence|arguments|strengths|weaknesses|limitations|how|why|what)\b(?! (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
"""What of a term is to be known, and no meaning of it ("Osmosis: the effect of concentration on mass")."""
_CLAUSE = regex(r"\b(?:that|which|who|whose|where|when|how|what|in which|if)\b")
"""What opens a clause within a meaning, which has a verb of its own."""
_OF_IT = regex(r"(?:it|its|they|their|this|these|he|his|she|her)\b|.*\bhere\b")
_SAID_OF_IT = regex(
    r"(?:used (?:on|in|at|by)|led to|leads to|resulted in|caused|ended|began|brought|helped|found that|showed that) |\w{2,}ed (?:in|by|at|on|after|before) (?:the |a )?(?-i:[A-Z\d])|(?:can|cannot|may|might|must|will|would|could|should)\b",
    re.IGNORECASE,
)
"""When, where or by whom something was done, and what it can do ("The Treaty: signed in 1919")."""
_OF_ONE_IN_IT = regex(r"the (?:[\w-]+ )+?(?:is|are|was|were|must be|should be|has to be) ")
"""What is said of one thing in it ("Electroplating: the object to be plated is the cathode")."""
_CONTACT = regex(
    r"the (?:[\w-]+ )?(?:amount|quantity|number|price|rate|level|distance|time|way|total|extent|degree|maximum|minimum|point|place|value|energy|share) [\w-]+s (?:are|were|have|can|need|want|use|buy|sell|make|produce|take|give|spend|earn)\b"
)
"""A kind with a clause of its own, which no "that" opens ("the quantity consumers are willing to buy")."""
_AND_ANOTHER = r"(?:,| and) (?:and )?(?:the|an?) [\w -]+ (?:is|are) (?:an?|the)\b"
"""A second definition behind the first."""
_SAID_OF_TERM = regex(
    r"(?:(?:an?|the|some|many|most) )?(?:(?!(?:that|which|who|whose|where|when|how|what|to|and|or|if)\b)[\w’'-]+ ){1,4}?(?!(?:as|is|was|has|does|across|towards|besides|unless|plus|minus|less|this|its)\b)(?P<verb>[a-z]+s) (?:it|them|him|her)\b",
    re.IGNORECASE,
)
"""A clause whose verb has the term itself for its object ("Apple: a strong brand lets it charge more"): it says something of it."""
_EVENT = regex(
    r"(?:[ts]ion|ment|ing|ance|ence|ity|ness|ism|ure|age|al|sis|cycle|ship|hood|dom|cy|drought|collapse|thaw|drift|crisis|process|effect|syndrome|form|th|ary|ory|war|boom|slump|peak|famine|coup|"
    r"merger|veto|monopoly|law)s?$",
    re.IGNORECASE,
)
"""How nouns end for what happens or is the case: such a thing may be meant by a clause; a thing to touch, or a business, is not ("Shell", "Boots")."""
_PLURAL = regex(r"(?<![sui])(?<!ic)s$")
_WHOSE = regex(r" \((?!(?:[A-Z]{2,}|[A-Z]?[a-z]?)\))[A-Z][a-z]+(?: (?:and |& )?[A-Z][a-z]+){0,2}(?:,? \d{4})?\)$")
"""Whose word it is, in brackets behind it ("Utilitarianism (Bentham)")."""
_WHEN_SAID = regex(r"^(?P<whose>[A-Z][^,:;()]{2,40} \([A-Z][^,:;()]{2,40}), (?P<year>\d{4})\)(?=:| [–—-] )")
"""The comma in "(Joseph Fletcher, 1966)", behind a term."""
_LY = regex(r"^[a-z]+ly (?=[a-z]+ing )")
_BEHIND_NAME = regex(r": | [–—-] ")
_YEAR_LAST = regex(r"\b(?:1[0-9]|20)\d\d\)?$")
QUOTED_WHOLE = regex(r"[‘'“\"].*[’'”\"]$")
_TWO_THINGS = regex(r"[a-z]+ (?:and|or|/) [a-z]+")
"""What something stands for ("Conch = democracy and order")."""
_SO_MUCH = regex(r"an? (?:pound|pair|couple|dozen|cup|glass|bag|bit) of\b")
_THEY_ARE = regex(r"(?:the )?(?:[\w-]+ )?[a-z]{3,}(?<![sui])s are [^:;]+(?:,| and) ")
"""What there is of it, by name ("Natural law: primary precepts are preserve life, reproduce, ...")."""
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
    r"breakdown|removal|use|practice|idea|variety|collection|killing|oneness|branch|chance|likelihood|probability|tendency|proportion|percentage|fraction|worship|science|wearing away|spread|growth|decline|shortage|deposit|coating|layer of|technique|style|obligation|requirement|consultation|ceremony|festival|prayer|ritual|service|strategy|offence|defence|lack|absence|presence|introduction|exchange|purchase|sale|production|formation|destruction|theft|willingness|desire|feeling|sense|view|attitude|assumption|expectation|standard|norm|custom|sequence|series|policy|doctrine|principle|period|feature|pattern|plan|document|business|person|owner|market|good|structure|bond|atom|ion|particle|wave|variable|network|protocol|language|file|error|memory|instruction|loss|increase|decrease|rise|fall|total|chemical|nutrient|food|drug|drink|muscle|joint|bone|membrane|gene|allele|tool|store|alternative)s?\b"
    r"|when\b|where\b|the [a-z]{3,}ing (?:down |up |out |off )?of\b|[a-z]{3,}ing (?:[\w-]+ ){0,2}\w"
)
"""The kind of thing that a meaning of a word begins with, where the sentence might tell of one thing what it is like ("Steel is a good conductor")."""
_BARE_GENUS = regex(
    r"(?:support|help|care|advice|guidance|behaviour|speech|music|art|theatre|drama) (?:given|provided|that|which|in which|where|made|used|designed)\b|(?:release|freedom|liberation|escape|belief|removal|loss|worship|respect|service|submission|devotion|detachment|withdrawal|rejection) (?:from|of|in|to)\b|(?:law|legislation|money|evidence|information|profit|property) (?:made|given|passed|held|paid|kept|owed|that|which)\b"
)
"""A kind without an article ("Moksha is release from the cycle of birth and death")."""
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
_ONE = regex(r"an? ", re.IGNORECASE)
_ANY_KIND = regex(r"(?:an?|the|any|anyone|anybody|anything|someone|something)\b")
_BELONGS = regex(r"(?:an?|the) (?:\w+ )?(?:example|type|kind|form|advantage|disadvantage|cause|effect|result)s? of\b")
"""To what a thing belongs, which in few words does not say what it is."""
_SAYS_MORE = regex(rf"\bbecause\b(?! of\b)|;|{_AND_ANOTHER}")
_OF_WORKS = regex(
    r"an? (?:[\w-]+ ){0,2}?(?:poem|play|novel|film|stanza|symbol|metaphor|character) (?:of|in|that|which|who|with|whose|made|written|where)\b"
)
_SIGNS = regex(r"[=+×÷√;:]|^\d|\b[a-z] [−–-] [a-z]\b")
_NAMED_FIRST = regex(r"[A-Z][a-z]+ [A-Z]")
_THEORY = regex(r"the \w")
"""What somebody is known for ("Stan Cohen: the moral panics theory")."""
_OF_EVENT = regex(r"\b1\d{3}\b|\b20\d\d\b|\b(?:led|won|signed|fought|founded|written|painted|built) (?:by|in)\b")
"""What tells of one thing that happened, or was made, and by whom."""
_ONE_OF_ITS_KIND = regex(
    r"(?:an?|the) (?:[\w-]+ ){0,4}?(?:government|regime|republic|camp|prison|village|region|island|battle|newspaper|company|ship|palace|castle|capital|port|base|headquarters|colony|province|mountain|valley|"
    r"dynasty|family|band|singer|painter|sculptor|philosopher|theologian|general|dictator|mother|father|son|daughter|brother|sister|wife|husband|god|goddess)\b(?! of (?:an?|any)\b)",
    re.IGNORECASE,
)
"""What has a name of one word, and is one thing or person: no word whose meaning could be asked for ("Vichy: the government of unoccupied France")."""
_ANOTHER_TERM = regex(r"(?: /|[,;]) [A-Za-z][\w’'-]*(?: [\w’'-]+){0,3} ?(?:[–—=:]|(?<= )-) ")
"""Another term with its meaning behind a stroke or a comma."""
_BARE_LIST = regex(
    r"(?!(?:an?|the|any|when|where|how|all|to|not|by) )(?!\w+(?:al|ive|ous|ful|ic|ed|ing|y|less|able|ible|ant|ent)(?: \w+)?, )[\w-]+(?: [\w-]+)?, (?!(?:an?|the|and|or|which|that|who|where|when|so|but|in|of|to|as|with|by|for|usually|often|especially|e)\b)[\w-]+(?: [\w-]+)?, (?!.*\b(?:of|that|which|made|used|from)\b)"
)
"""Names one after the other, which say nothing of what they have in common ("CSR, whistleblowing, globalisation, ...")."""
_FOR_EXAMPLE = regex(r",? (?:e\.g\.?,?|such as|for example,?|for instance,?|including) [^.;]*$|\s?\([^()]*\)$")
STEPS = regex(
    r"(?:plan|carry|set|do|make|take|choose|check|put|get|find|write|read|look|listen|record|report|review)\b(?! of\b)[^,;]*(?:,|;| and )[^,;]*(?:,|;| and )",
    re.IGNORECASE,
)
"""What is to be done, step by step: no meaning."""
OF_LETTER = regex(r"(?:the )?[‘'“\"]?[A-Za-z][’'”\"]? (?:stands for|is for|means)\b")
_AND_MEANS = regex(r",?;? and (?=(?:the |an? )?[\w’'-]+(?: [\w’'-]+){0,3} (?:means?|stands for|refers to|is when)\b)")
_SEVERAL_MEAN = regex(r".+? and .+? mean(?: that)? .+")
_OF_THE_PAST = regex(
    r"(?:an?|the) (?:[\w-]+ ){0,2}?(?:belief|idea|theory|policy|movement|practice|system|doctrine|law|tax|custom|principle|treatment|method|process|view|campaign|programme|agreement) (?:that|which|of|for|in which|to|where|by which|on)\b"
)
"""What a word meant that is no longer used: a single event is told of in the same way, and is no meaning."""
_FEWEST = 3
"""Words of a meaning; so many things of so many words are a list."""
_IN_LIST = 5
"""Words of an entry, where there are more entries than that many words ("deception, lack of consent, right to withdraw, protection from harm")."""
_MUST = regex(r"\b(?:must|should|has to|have to|needs to)\b")
"""What somebody has to do, which is a rule and no meaning ("Self-defence: force must be necessary")."""
_FIGURES = regex(r"\d[^,;]*[,;][^,;]*\d")
"""Two amounts, one behind the other ("Quality assurance: warning limits 2 SD, action limits 3 SD"): what belongs to it."""
_SO_MANY = regex(r"(?:no|only|always|never|not)\b|(?:more|less|fewer|over|under|about|around|up to|at least)(?: than)? [£$€]?\d")
"""How much of something there is then, or that there is none ("Megacity: more than 10 million people"): what is so of it, and no kind of thing."""
_TO_BE_DONE = regex(
    r"(?:store|fill|run|keep|use|wear|wash|check|add|avoid|give|take|turn|put|hold|ask|tell|find|look|press|place|remove|apply|follow|complete|start|stop|monitor|clean|repeat|compare|choose|write|read|draw|count|learn)"
    r" (?:the|a|an|in|on|up|out|off|away|down|your|all|any|each|every|it|them|[a-z]+ (?:in|on|from|with|at|for|to|into|when|if|until|after|before)) ?"
)
"""What somebody is told to do, for all that the verb may be a noun ("COSHH: store bleach in a cool place")."""
_HOW_MANY = regex(
    r"\b(?:more|less) likely\b|\bas (?:they|it)\b|\bany (?:\d|one|two|three|four)\b|\bgive (?:\d|one|two|three|four)\b|→|[-=]>",
    re.IGNORECASE,
)
"""Of which some are credited, or what leads to what: no meaning."""
_THEY_DO = regex(
    r"(?:increase|reduce|decrease|use|cause|allow|prevent|help|make|give|have|move|carry|store|control|protect|support|slow|stop|speed|lower|raise|need|change|break|form) (?!(?:of|in|to|on|that|which)\b)"
)
"""What several things do ("crumple zones: increase the time of impact, reduce ...")."""
_LAW = regex(
    r"[A-Z][\w’'-]*(?:['’]s|s['’])(?: [a-z]+){0,2} (?:law|principle|theorem|rule)|(?:(?:The|the) )?(?P<of>[Ll]aw|[Pp]rinciple) of [a-z]+(?: (?:of )?[a-z]+){0,2}"
)
"""What is called after somebody, and stated ("Kirchhoff's current law")."""
_OF_GRAPH = regex(r"(?:the )?(?:area|gradient|slope|steepness) (?:of|under|below|beneath)\b.*\b(?:graph|curve|line)\b")
"""Where it is read off ("the area under a velocity–time graph")."""
_EXAMPLE_FIRST = regex(r"[\w’'-]+(?: [\w’'-]+)? [–—-] \w")
"""An example with what is told of that ("Social change: suffragettes – drew attention")."""
_CAUSED = regex(r"\b(?:led to|resulted in)\b")
"""What came of something once, as a study shows ("SCN: damage in chipmunks led to loss of ...")."""
_EFFECT = regex(
    r"\b(?:up|down|higher|lower|longer|shorter|quicker|slower|faster|cheap(?:er)?|expensive|easier|harder|fewer|better|worse)(?=,|$| \()"
)
"""How things are then, in a list ("interception goes up, lag time longer, peak discharge lower")."""
_BRACKETS = regex(r"\s*\([^()]*\)")
_ONE_IN_BRACKETS = regex(r"(?!(?:an?|the|any) )[\w’'-]+(?: [\w’'-]+)? \([^()]{12,}\)")
"""One of its kinds, and what brackets tell of that ("Weathering: freeze-thaw (water gets into cracks, freezes ...)")."""
_WHEN_ANOTHER = regex(
    r"(?!(?:it|this|that|which|what|an?) )[\w’'-]+(?: [\w’'-]+)? (?:occurs|happens|takes place|develops) (?:when|where|if|as|because)\b"
)
"""When something else happens, which is one of its kinds ("Mass movement – slumping occurs when ...")."""
_AT_PLACE = regex(r"[a-z]+ing (?:at|in|of) [A-Z][\w’'-]+")
"""What was studied, and where ("Ball: banding at Beachside")."""
_WITH_CASE = regex(r"(?<=[a-z]) \([A-Z][^()]*\)(?=,|$)")
"""An entry with its example in brackets: two of them are a list ("destruction (Taylor v Caldwell), illegality (...)")."""
_ITS_OWN = regex(r", (?:the |an? )?[a-z]+ [a-z]{3,}(?<![sui])s(?=,|$)")
"""A thing and what it does between commas: two of them are steps ("notch eroded, roof collapses, cliff retreats, ...")."""
_THOUGHT = regex(r"(?:the |a )?(?:presumption|assumption|rule|requirement|fact|claim|principle|view|idea|belief) that\b")
"""What is thought of several things, which are no thought themselves."""
_ENOUGH = 7


def meant(said: str) -> Stated | None:
    """`Attrition: rocks knock together`, `LAN - a network ...`: the meaning of a term."""
    found = _COLON.fullmatch(_WHEN_SAID.sub(r"\g<whose> \g<year>)", said) if ")" in said else said)
    if not found:
        return None
    term, meaning = _WHOSE.sub("", found["term"]), found["meaning"]
    short, *colon = _BEHIND_NAME.split(meaning, maxsplit=1)
    short = short if colon else meaning.partition(";")[0]
    if short != meaning and spells(short, term):
        return defined(term, short)  # what it does stands behind it
    if spells(meaning, term) or _is_row_of_initials(term, meaning):
        return defined(term, meaning)
    if (
        not is_term(term)
        or _is_no_meaning(meaning, term)
        or (names_one(term) and _THEORY.match(meaning))
        or (_OF_EVENT.search(meaning) and (names_one(term) or not _ANY_KIND.match(meaning)))
        or (" " not in term and _ONE_OF_ITS_KIND.match(_HEAD_END.split(meaning)[0]) and not is_ordinary(term))
        or OF_LETTER.match(meaning)
        or _ANOTHER_TERM.search(meaning)
        or STEPS.match(meaning)
        or (QUOTED_WHOLE.match(meaning) and not _is_foreign(term))
        or _THEY_ARE.match(meaning)
        or _TWO_THINGS.fullmatch(meaning)
        or _SO_MUCH.match(meaning)
    ):
        return None
    equal = found["sign"] == "=" and not _RECKONED.search(meaning)
    if equal and _SYMBOLS_ONLY.fullmatch(meaning):
        return Stated(asked=f"State the formula for {term}", answer=meaning, whole=True)
    return _define(term, meaning) if equal or _tells(meaning, term) else None


def _is_row_of_initials(term: str, meaning: str) -> bool:
    """Whether a meaning is what an acronym's letters stand for, one thing each ("RICE = rest, ice, compression, elevation")."""
    entries = re.split(r",\s*(?:and\s+)?|\s+and\s+", meaning.strip(" ."))
    return len(entries) > 2 and term.isupper() and "".join(each[:1] for each in entries).upper() == term


def _is_foreign(term: str) -> bool:
    """Whether a term has words that are not English, so that what is quoted for it is its translation ("Res ipsa loquitur: 'the thing speaks for itself'")."""
    return not all(map(is_ordinary_word, without_article(term).split()))


def both_meant(said: str) -> Stated | None:
    """`Genotype = genetic make-up; phenotype = the observable characteristics`: the meanings of two terms that belong together."""
    sign = next((sign for sign in ("; ", " / ") if said.count(sign) == 1), "")
    halves = said.split(sign) if sign else _AND_MEANS.split(said)
    if len(halves) == 2 and all("stands for" in half for half in halves):
        return _both_stand_for(said, halves)
    each = [(found["term"], meant(half) or is_meant(half)) for half in halves if (found := _COLON.fullmatch(half) or _IS.fullmatch(half))]
    terms = [as_asked(term) for term, stated in each if stated and stated.asked.startswith("Define")]
    if len(terms) < 2 or len(set(terms)) < 2:
        return None
    return Stated(asked=f"Define the terms ‘{terms[0]}’ and ‘{terms[1]}’", answer=said, each=tuple(halves))


def _both_stand_for(said: str, halves: Sequence[str]) -> Stated | None:
    """Ask what two abbreviations stand for."""
    parts = [half.partition(" stands for ") for half in halves]
    if not all(spells(meaning, name) or name.isupper() for name, _, meaning in parts):
        return None
    return Stated(asked=f"State what {parts[0][0]} and {parts[1][0]} stand for", answer=said, each=tuple(halves))


def is_meant(said: str) -> Stated | None:
    """`An alloy is a mixture of ...`, `Limited liability means that ...`: a definition as a sentence."""
    found = _IS.fullmatch(said)
    if not found or not is_term(found["term"], subject=True) or names_one(found["term"]) or _SEVERAL_MEAN.fullmatch(said):
        return None
    term, meaning = found["term"], found["meaning"]
    initials = "".join(word[:1] for word in meaning.split()).upper()
    if not found["be"] and term.isupper() and (initials == term or spells(meaning, term)):
        return defined(term, meaning)  # "DNAR means do not attempt resuscitation"
    if (found["be"] in ("was", "were") and not _OF_THE_PAST.match(meaning)) or _OF_GRAPH.match(meaning):
        return None
    if " " not in term and _ONE_OF_ITS_KIND.match(_HEAD_END.split(meaning)[0]) and not is_ordinary(term):
        return None
    if (
        (_is_person(meaning) and not _is_kind_of_work(term, meaning))
        or _SAYS_MORE.search(meaning)
        or (found["be"] and not _says_what_it_is(term, meaning))
    ):
        return None
    return _define(term, meaning)


def _says_what_it_is(term: str, meaning: str) -> bool:
    """Whether what stands behind "is" says what a term means, and not what one thing is like, or to what it belongs."""
    words = len(meaning.split())
    if words <= _FEWEST or (_BELONGS.match(meaning) and words < _ENOUGH):
        return False
    if term[:4].casefold() == "the " and not meaning.startswith("the "):
        return False  # "The heart is a muscle that pumps blood"
    if _ONE.match(term):
        return bool(_ANY_KIND.match(meaning))
    several = is_plural(term.split()[-1].casefold()) and _OF_SEVERAL.match(meaning)
    bare = not is_plural(term.casefold()) and not _BELONGS.match(f"a {meaning}") and _BARE_GENUS.match(meaning)
    return bool(several or _SURE_GENUS.match(meaning) or bare)


def _names_event(term: str) -> bool:
    """Whether a term may name what happens, so that a clause can say what it means: a verb's noun, or a noun for what is the case."""
    first, *more = without_article(term).casefold().split()
    if more:
        return bool(_EVENT.search(more[-1])) or (_is_foreign(term) and not names_one(term))
    return bool(_EVENT.search(first)) or "-" in first


def _is_kind(begun: str) -> bool:
    """Whether a meaning is a kind of thing with what is said of it, for all the verbs in that ("a catalyst made of protein")."""
    found = _KIND_WITH_MORE.match(begun)
    if found and not (found["one"] and any(map(is_plural, found["head"].split()))):
        return True
    return bool(_KIND_OF.match(begun) or _KIND_THAT.match(begun))


def _is_no_meaning(meaning: str, term: str = "") -> bool:
    """Whether what stands behind a sign is a person, a sum, a list, or what of a term is to be known."""
    if _YEAR_LAST.search(meaning) and not _ANY_KIND.match(meaning):
        return True  # "Party funding - Cash for Honours scandal 2006"
    plain = _FOR_EXAMPLE.sub("", meaning)  # examples are a list in any meaning
    if (
        re.search(r" (?:because(?! of\b)|means) ", meaning)
        or len(meaning.split()) < _FEWEST
        or _is_person(meaning)
        or _SIGNS.search(meaning)
        or len(listed(plain, _FEWEST)) >= _FEWEST
        or len(listed(plain, _IN_LIST)) > _FEWEST
        or _HOW_MANY.search(meaning)
        or _BARE_LIST.match(meaning)
        or len(_EFFECT.findall(meaning)) > 1
        or _OF_GRAPH.match(meaning)
        or (_FIGURES.search(meaning) and not _ANY_KIND.match(meaning))
        or _CAUSED.search(meaning)
        or _EXAMPLE_FIRST.match(meaning)
        or _ONE_IN_BRACKETS.fullmatch(meaning)
        or _WHEN_ANOTHER.match(meaning)
        or len(_WITH_CASE.findall(meaning)) > 1
        or _AT_PLACE.fullmatch(meaning)
        or len(_ITS_OWN.findall(meaning)) > 1
        or (is_plural(term.split()[-1].casefold() if term else "") and _THOUGHT.match(meaning))
    ):
        return True
    return bool(
        (OF_TOPIC.match(meaning) and not (" " in term and term.split()[-1].islower() and _is_foreign(term)))
        or (_WHO.match(meaning) and not _ANYBODY.match(meaning))
    )


def defined(term: str, meaning: str) -> Stated | None:
    """Ask for a meaning that notes call so: what an abbreviation stands for, or what a term means."""
    whole = "".join(word[:1] for word in meaning.split()).upper() == term and len(term) > 1
    if whole or spells(meaning, term) or _is_row_of_initials(term, meaning):
        return Stated(asked=f"State what {term} stands for", answer=meaning)
    return _define(term, meaning)


_SO_MUCH_OF = regex(r"(?:an? |the )?(?:high|low|large|small|big|great|long|short|steep)(?:er)? (?:[a-z]+ )?[a-z]+ of\b", re.IGNORECASE)
"""So much of something."""
_STUDY = regex(r"['’]s? (?:[\w-]+ )*(?:study|studies|experiments?|research|investigation)$")
_SYMBOLS_ONLY = regex(r"[A-Z][A-Za-z]{0,4}(?: ?[−–+×÷*/-] ?[A-Z][A-Za-z]{0,4})+")
"""Abbreviations with operators between them ("GPP − R")."""
_MODALS = frozenset("must should can could may might will would shall".split())


def _define(term: str, meaning: str) -> Stated | None:
    """Ask for the meaning of a term, unless a term of one word stands in its own meaning."""
    term = _WHOSE.sub("", term)
    if law := _LAW.fullmatch(term):
        named = f"the {term[law.start('of') :][:1].lower()}{term[law.start('of') + 1 :]}" if law["of"] else term
        return Stated(asked=f"State {named}", answer=meaning, whole=True)
    words = content_words(without_article(term))
    if term.rpartition(" ")[2].casefold() in _MODALS:
        return None  # "Responses should refer to the Act"
    if _STUDY.search(term) or (" of " in term and len(meaning.split()) <= _FEWEST and words[0] == content_words(meaning)[0]):
        return None  # "Zimbardo's prison study: ...", "angle of incidence = angle of reflection"
    if _SO_MUCH_OF.match(term):
        return None  # "A high value of D means ...": what follows from it is no meaning
    if "according to" in meaning:
        return None  # whose meaning it is: that is asked for
    if len(words) == 1 and words[0] in content_words(meaning):
        return None
    return Stated(asked=f"Define the term ‘{as_asked(term)}’", answer=meaning, whole=True)


def _is_person(meaning: str) -> bool:
    """Whether the head of a meaning is a person, a place or a work."""
    return bool(_PERSON.search(_HEAD_END.split(meaning)[0]))


def _is_kind_of_work(term: str, meaning: str) -> bool:
    """Whether a meaning is a kind of work or of figure, said of any such thing ("A sonnet is a poem of fourteen lines")."""
    return bool(_ONE.match(term) and _OF_WORKS.match(meaning) and not names_one(term))


def happens(meaning: str) -> bool:
    """Whether a meaning may be a sentence by itself, which says what happens ("The force of the water breaks rock"), and no noun phrase."""
    return is_statement(_CLAUSE.split(meaning)[0])


def _tells(meaning: str, term: str) -> bool:
    """Whether what stands behind a term says what that is: its kind, what it does, or what happens then."""
    begun = meaning[:1].lower() + meaning[1:]
    if _MUST.search(_CLAUSE.split(begun)[0]) or _TO_BE_DONE.match(begun) or _SO_MANY.match(begun):
        return False
    if _OF_IT.match(begun) or REPORTED.search(_HEAD_END.split(begun)[0]) or (len(begun.split()) <= _FEWEST and _ANY_KIND.match(begun)):
        return False
    ordinary = is_ordinary(term) or (" " in term and term.split()[-1].islower())
    first = begun.split()[0]
    if form_and_base(first)[0] == "third" or ((base := base_of_third(first)) and base not in NOUNISH):
        return ordinary and bool(_DOES.match(begun))
    if is_plural(term.split()[-1].casefold()) and _THEY_DO.match(begun):
        return False
    contact = bool(_CONTACT.match(begun))
    if _SAID_OF_IT.match(begun) or (_OF_ONE_IN_IT.match(_CLAUSE.split(begun)[0]) and not contact):
        return False
    clause = happens(begun) and not contact
    said = _SAID_OF_TERM.match(begun)
    if (said and base_of_third(said["verb"], any_word=True)) or (clause and not _is_kind(begun) and not _names_event(term)):
        return False
    if clause and (_PLURAL.search(term) or not ordinary or _NAMED_FIRST.match(meaning)):
        return False  # what is said of them: "Liquids: fixed volume but ...", "Stalin: the army was ..."
    return bool(
        clause
        or _GENUS.match(_LY.sub("", begun))
        or (" " not in term and _SURE_GENUS.match(f"a {begun}"))
        or (ordinary and (_KIND_THAT.match(begun) or _KIND_OF.match(begun)))
    )
