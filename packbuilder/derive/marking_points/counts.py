"""Counts: how many things a question asks for, by its words and by what its point lists."""

from __future__ import annotations

import re

from packbuilder.amounts import FEW, NUMBER_WORDS, number_said
from packbuilder.derive.marking_points.single import asks_for_turns
from packbuilder.derive.marking_points.tariff import POINTS_UP_TO
from packbuilder.nouns import PLURAL_IN_S, can_be_counted
from packbuilder.patterns import regex

MOST_NAMES = 4
"""Names that a question asks for at most, of a list that others may have longer."""
MOST_OF_EACH = 6
"""Marks at most of things with something of each: of more things each earns one."""
_FEW_WORDS = 3
_STANDS_IN_ORDER = regex(r"\bin (?:the (?:right|correct) )?(?:order|sequence)$", re.IGNORECASE)
_COUNT = regex(
    rf"(?:Critically )?\w+(?: and \w+)? (?:at least |any |the |what |which )?(?:the )?(?:first |last |main |key |other )?(?P<n>{FEW})\b(?! of\b|[.,]\d|\s?%|\s(?:marks?|m|cm|km|kg|g|s|N|J|V|W)\b|[(²³+*/=-])(?P<what>[^,;:.?]*)",
    re.IGNORECASE,
)
_RECALL = r"(?:State|Name|Give|List|Identify|Recall)"
_PREPOSITION = r"(?:of|for|in|on|by|from|with|to|at|between|that|which|used|when|needed|required|during|as)"
_HOW_MANY = regex(r"^State how (?:many|much|often|long|far|old|high|fast)\b(?!.*\band (?:how|what|why|which|when|where|name|give|state)\b)")
_OF_SOMEBODY = regex(
    rf"^{_RECALL} (?:the )?(?:[A-Z][\w-]*(?:[’'](?!s\b)[\w-]+)? )*[A-Z][\w-]*(?:[’']s|s[’']|[’']) (?P<n>(?i:{FEW}))\b(?P<what> [^,;:.?]*)"
)
"""Whose things are counted ("Name Kepler's three laws")."""
_OF_THEM = regex(rf"^{_RECALL} (?:any |at least )?(?P<n>(?i:{FEW})) of (?:the|these|those|his|her|its|their|[A-Z][\w-]*[’'])")
_IN_ORDER = regex(
    rf"^{_RECALL} (?:all )?(?:of )?the [^,;:.?]*\bin (?:the (?:right |correct )?)?(?:order|sequence)\b|^{_RECALL},? in (?:the (?:right |correct )?)?(?:order|sequence),? the "
)
_PAIR = regex(
    rf"^{_RECALL} (?:the|an?) (?:(?!(?:of|for|in|on|by|from|with|to|at|between|that|which|used|when)\b)[\w’'-]+ ){{1,2}}and (?:the |its |an? |their )?(?:[\w’'-]+ )??[\w’'-]+(?= (?:of|for|in|that|which|needed|used|required|to|at|when|by|between|from|on|during|as|with)\b|\.?$| \w+$)"
    rf"|^{_RECALL} (?:the|an?) [\w’'-]+(?: [\w’'-]+)? (?:of|in|for) and (?:the )?[\w’'-]+(?: [\w’'-]+)? (?:of|in|for) "
)
"""Two things at the head of a question ("the colour and state of bromine", "an alloy and its use")."""
_AND_WHEN = regex(
    rf"^{_RECALL} (?:the )?[^,;:.?]*\b(?:law|rule|principle|theorem|formula|equation)\b[^,;:.?]*? and the (?:[a-z]+ )?(?:condition|assumption|unit|range|circumstance)s? "
    r"(?:under which|for which|when|of|in which|that)\b",
    re.IGNORECASE,
)
"""A law, and when it holds."""
_AND_ITS = regex(rf"^{_RECALL} (?:the|an?) [^,;:.?]+? and (?:its|their) (?:[\w’'-]+ )?[\w’'-]+\.?$")
_WHICH_TWO = regex(
    r"(?:Which|What) (?!(?:of|is|are|was|were)\b)[a-z]+ and (?:which |what )?[a-z]+ (?:do|does|did|is|are|was|were|has|have|had|can|will)\b"
)
"""Two things of one ("Which plane and axis does a somersault take place in?")."""
_APIECE = regex(
    r"^(?:State|Name|Give) (?:an?|one|the) [^:]*\b(?:each|the following)(?: of (?:these|the following))?(?: [\w ]+)?: (?P<all>[^:]+)$"
)
"""One of each ("State one function of each: artery, vein, capillary")."""
_LETTERED = regex(r"^(?:Define|State|Name) (?:the (?:terms?|words?) )?\(?a[).] .*\(?b[).] ")
_LETTER = regex(r"(?:^|\s)\(?[a-h][).]\s")
_BRACKETED = regex(r"\((?=[^()]*[a-z]{2})[^()]+\)", re.IGNORECASE)
_LAW = regex(r"(?:the )?[A-Z][^,;]*\b(?:Act|Regulations?|Order|Directive|Code|Convention|Charter|Treaty|Rules)(?:,? (?:19|20)\d\d)?")
"""What a law is called ("Health and Safety at Work etc. Act 1974")."""
_QUOTED = regex(r"[‘'][^‘’']+[’']")
_ALL_MEANT = regex(r"State what is meant by (?:the terms )?(?P<all>[‘'][^‘’']+[’'](?:, [‘'][^‘’']+[’'])*,? and [‘'][^‘’']+[’'])")
"""Terms in quotation marks, each with its meaning."""
_WHERE = regex(r"^State (?:where|when|who) (?!.*\band\b)")
"""One answer, whatever plural stands behind the word that asks."""
_OWN_LAWS = regex(
    r"^(?:State|Name|Give) (?:[A-Z][\w-]* )?[A-Z][\w-]*(?:['’]s|s['’]) (?:laws|rules|principles|postulates|equations|theorems|conditions)\.?$"
)
_THREE = regex(
    rf"^{_RECALL} the (?P<all>(?:(?!{_PREPOSITION}\b)[\w’'-]+ )?(?!{_PREPOSITION}\b)[\w’'-]+(?:, (?:the )?(?:(?!{_PREPOSITION}\b)[\w’'-]+ )?(?!{_PREPOSITION}\b)[\w’'-]+)+,? and (?:the )?(?:(?!{_PREPOSITION}\b)[\w’'-]+ )?(?!{_PREPOSITION}\b)[\w’'-]+)(?= {_PREPOSITION}\b|\.?$)"
)
"""Three things or more at the head of a question ("the receptor, coordinator and effector in a reflex")."""
_OF_EACH_ONE = regex(
    rf"^{_RECALL} (?:the |any )?(?P<n>(?i:{FEW})) [^,;:?]+? and (?:the|an?|one) (?:[\w’'-]+ ){{1,4}}(?:of|for) each(?: of them| one)?\.?$"
    rf"|^{_RECALL} (?:the (?!{FEW}\b)[a-z]+s\b[^;:?]+?|(?P<few>(?i:{FEW})) [^,;:?]+?),? and(?: (?:state|say|give) (?:what|how|why|where|when) each\b|,? for each(?: one| of them)?,? (?:an?|one|the) )[^,;:?]*$"
)
"""So many things, and something of each of them ("two users and say what each needs")."""
_THOSE_WHICH = regex(
    r"^(?:State|Name|Give|Identify) the (?:(?!(?:factors|reasons|ways|causes|effects|uses|features|methods|types|kinds|examples|things|steps|conditions|points|areas|of|for|in|on|by|from|with|to|at|between)\b)[\w’'-]+ ){1,3}(?:that|which|responsible|used|found|made|produced|formed)\b"
)
"""What a clause makes one kind ("the particles that carry charge")."""
_AND_HOW = regex(
    rf"^(?P<asked>{_RECALL} (?:an?|one|two|three) (?:(?!(?:how|why|what|when|where|who|which|that|to)\b)[\w’'-]+ )+?)and (?:how|why) (?:it|they|this|these|each|to|the [a-z]+ (?:is|are|was|were|can|could))\b(?P<of> is called| are called)?"
)
"""One thing, and how or why ("one hazard and how to reduce it")."""
_NEXT = regex(
    rf"^(?P<asked>{_RECALL} [^.?:;]{{4,}}[a-z)])[.?] (?P<more>(?:State|Name|Give|Identify) (?!your answers?\b|answers?\b|(?:the |its |your )?(?:units?|name|full)\b)[^.?:;]{{4,}}|Explain (?:your (?:choice|answer|reasoning)|why\b[^.?:;]+)|Justify your [a-z]+)\.?$"
)
"""What a second sentence asks besides ("State Ohm's law. Give the conditions under which it applies")."""
_TWO_FORMS = regex(r"\bin words and (?:as an? (?:equation|formula)|in symbols)\.?$")
"""A law that is told twice."""
_AND_UNIT = regex(rf"^{_RECALL} the [^,;:]+ and (?:the|its|their) units?(?: used| of measurement)?\.?$")
"""A formula or a quantity, and its unit."""
_FOR_EACH = regex(r"\b(?:for|of|to) each\b", re.IGNORECASE)
_ONE = regex(r"(?:(?:of|for|in|that|which|who|to|from|why|how|by|with|on|at|and|or|are|is|can|used|when|where)\b|[^\w\s])")
_SPAN = regex(
    r"^\s*(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|lines?|chapters?|scenes?|acts?|verses?|stanzas?|bars?|pages?)\b",
    re.IGNORECASE,
)
"""What a number measures and does not count ("the first five years")."""
_BOTH = regex(r"\bone (?:[\w’'-]+ ){0,5}?(?:and|,) one\b", re.IGNORECASE)
_AND_MORE = regex(
    rf"^\w+ (?:the )?(?P<one>{FEW}) (?:(?!with\b|between\b|having\b|has\b|from\b|that\b|which\b)[\w’'-]+ ){{1,6}}?and (?P<two>{FEW}) (?=[a-z])",
    re.IGNORECASE,
)
_WHICH_ONE = regex(r"^Identify which (?:of (?:these|the following) )?(?:[\w’'-]+ )?(?:is|was|has)\b", re.IGNORECASE)
_EXAMPLES = regex(
    rf"\band (?:give|name|state|list) (?P<n>an?|{FEW}) (?:[\w-]+ )?(?:examples?|reasons?|uses?|causes?|effects?|features?|advantages?|disadvantages?)\b",
    re.IGNORECASE,
)
_DEFINED = regex(
    r"^Define (?:the (?:terms?|words?) )?(?P<all>(?:(?!with|in|for|by|as|\w+ing )[^\s,;:]+(?: [^\s,;:]+)?, )+(?!with|in|for|by|as|\w+ing )[^\s,;:]+(?: [^\s,;:]+)?,? and [^\s,;:]+(?: [^\s,;:]+)?)$"
)
"""Several terms to be defined: a mark for each."""
_TERMS = regex(r"^Define (?:the|these) (?:following )?(?:terms|words|phrases|concepts): (?P<all>[^:;.?]+)\.?$")
_SEVERAL = regex(
    rf"(?:State|Name|Give) (?:the |some )?(?!(?:what|how|why|who) (?:[\w’'-]+ )?(?:stands|happens|occurs|means|causes|makes|gives|does|has)\b)(?:(?!(?:of|for|in|on|by|from|with|to|at|that|which)\b)\w+ ){{0,2}}?"
    rf"{PLURAL_IN_S}(?= (?:of|that|which|between|for|in|to|are|used|needed|required|from|on|by|at|responsible|why|how)\b|\.|$)"
)
"""Recall of several things that are not counted: two marks."""

_ALL_OF = regex(
    rf"(?:State|Name|Give|List|Identify) (?:all )?(?:of )?the (?:(?!(?:of|for|in|on|by|from|with|to|at|that|which|{FEW})\b)[\w’'-]+ ){{0,2}}?"
    rf"{PLURAL_IN_S}(?= (?:of|that|which|for|in|to|on|from|at|needed|required|made|found)\b|\.|$)"
)
"""All the things of a kind ("Name the parts of a cell"): as many as the notes list, as far as marks are given one by one."""


def in_order(asked: str, listed: int) -> bool:
    """Whether names stand in an order, so that all of them are asked for: no four of five have one."""
    return listed < len(NUMBER_WORDS) and bool(_STANDS_IN_ORDER.search(asked))


def names_asked(asked: str, listed: int) -> int:
    """Return how many of so many names a question asks for."""
    return listed if in_order(asked, listed) else min(listed, MOST_NAMES)


def asked_for(sentence: str, answers: tuple[str, ...] = ()) -> int:
    """Return the number of things that the command asks for ("Give two reasons", "one advantage and one risk"), or 0; `answers` are what the point lists.

    What is asked besides, in a clause or a sentence of its own, is one thing more ("one hazard and how to reduce it").
    """
    if (more := _AND_HOW.match(sentence)) and not more["of"]:
        return 2 * (_own(more["asked"], ()) or 1)
    if more := _NEXT.match(sentence):
        first, second = _own(more["asked"], ()) or 1, _own(more["more"].rstrip("."), ()) or 1
        return first + second * (first if _FOR_EACH.search(more["more"]) else 1)
    return _own(sentence, answers)


def _own(sentence: str, answers: tuple[str, ...]) -> int:
    """Return the number of things that one sentence asks for, or 0."""
    if _HOW_MANY.match(sentence):
        return 1
    if apiece := _APIECE.match(sentence):
        return len(re.split(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)", apiece["all"].strip(" .;,")))
    if _LETTERED.match(sentence):
        return len(_LETTER.findall(sentence))
    if listed := _as_listed(sentence, len(answers)):
        return listed
    if _WHICH_ONE.match(sentence):
        return 1
    if _TWO_FORMS.search(sentence) or _AND_UNIT.match(sentence) or _AND_WHEN.match(sentence):
        return 2
    if (each := _OF_EACH_ONE.match(sentence)) and (both := 2 * number_said((each["n"] or each["few"] or "two").casefold())) <= MOST_OF_EACH:
        return both
    if two := _AND_MORE.match(sentence):
        return number_said(two["one"].casefold()) + number_said(two["two"].casefold())
    if _BOTH.search(sentence):
        return 2
    found = _COUNT.match(sentence) or _OF_SOMEBODY.match(sentence)
    if found and found["n"][0].isupper() and len(answers) == 1:
        return 1  # the number is part of a name ("the Three Gorges Dam")
    if found and _counts(number_said(found["n"]), found["what"]):
        return number_said(found["n"])
    if meant := _ALL_MEANT.fullmatch(sentence.rstrip(".")):
        return len(_QUOTED.findall(meant["all"]))
    if terms := _DEFINED.match(sentence) or _TERMS.match(sentence):
        return len(re.split(r",\s+(?:and\s+)?|\s+and\s+", terms["all"]))
    if more := _EXAMPLES.search(sentence):
        return 1 + (number_said(more["n"]) if more["n"].casefold() not in ("a", "an") else 1)
    if _WHERE.match(sentence):
        return 0
    if three := _THREE.match(sentence):
        return len(re.split(r",\s+(?:and\s+)?|\s+and\s+", three["all"]))
    if len(answers) == 1 and _is_one_name(answers[0]) and _THOSE_WHICH.match(sentence):
        return 1
    return 2 if _SEVERAL.match(sentence) or _OWN_LAWS.match(sentence) else 0


def _is_one_name(answer: str) -> bool:
    """Whether an answer names one thing: in a few words, or as a law is called."""
    return bool(_LAW.fullmatch(answer)) or (len(answer.split()) <= _FEW_WORDS and " and " not in answer)


def bracketed_apart(point: str, answers: tuple[str, ...]) -> int:
    """Return how many answers a point gives in brackets of their own, each behind what it answers ("for a score of 5 (review) and of 7 (call)"), or 0."""
    found = len(_BRACKETED.findall(point))
    return found if found > 1 and found == len(answers) and re.search(r"\) (?:and|,) ", point) else 0


def _as_listed(sentence: str, listed: int) -> int:
    """Return how many things are asked for where the answers that are listed make that sure, or 0."""
    if found := _OF_THEM.match(sentence):
        return number_said(found["n"])
    if listed > 2 and (_IN_ORDER.match(sentence) or asks_for_turns(sentence)):
        return listed
    if listed > 2 and _ALL_OF.match(sentence):
        return min(listed, POINTS_UP_TO)
    return 2 if listed == 2 and (_PAIR.match(sentence) or _AND_ITS.match(sentence) or _WHICH_TWO.match(sentence)) else 0


def _counts(number: int, what: str) -> bool:
    """Whether a number says how many are asked for: what it counts is a plural ("four figure grid reference" is one thing)."""
    words = what.split()
    if _SPAN.search(what):
        return False
    if number == 1 or not words:
        return True
    until = next((place for place, word in enumerate(words) if _ONE.match(word)), len(words))
    return not until or any(can_be_counted(word) for word in words[:until])
