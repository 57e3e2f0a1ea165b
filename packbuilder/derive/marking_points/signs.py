"""Signs: a dash, an arrow, a comma or another sign in a question's line behind which its answer stands ("State the unit of force -> newton")."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import form_and_base
from packbuilder.derive.marking_points.single import asks_for_one
from packbuilder.derive.marking_points.told_behind import is_step
from packbuilder.derive.marking_points.verbs import third_person
from packbuilder.nouns import PLURAL_IN_S
from packbuilder.patterns import regex

RECALL = frozenset("state name give list identify recall define write suggest".split())
_NAMING = frozenset("state name give identify recall suggest".split())
"""What one word may answer."""
_NO_ANSWER = (
    r"(?!(?:and|with|for|or|but|using|in|as|e\.g|i\.e|including|such|how|why|what|when|where|who|whether|not|to|of|from|also|the other|"
    r"only|briefly|include|at least|any|give|see|hint|higher|foundation|HT|FT|both|labelled|triple|separate|must|should|each|your?|remember|think|try|make sure|refer|revise)\b)"
)
_PURPOSE_BEHIND = regex(
    r"^(?P<asked>(?:(?!\s[–—-]\s)[^;:?])+\b(?:purpose|function|role|aim|job|use)s? of\b(?:(?!\s[–—-]\s)[^;:?])+)\s[–—-]\s(?P<list>to [a-z][^;:?]+)$",
    re.IGNORECASE,
)
"""A purpose with "to" and a verb behind a dash: "State the purpose of a firewall - to block traffic"."""
_DASHED = regex(
    rf"^(?P<asked>define \w+|(?:(?!\s[–—-]\s)[^;:]){{12,}}?)(?:(?<!\d)(?<!\d[a-z])(?<!\^\d)\s[–—-]\s|(?<=[a-z]{{3}} \d)\s[–—-]\s(?=[a-z]{{4}})|;\s)(?P<list>{_NO_ANSWER}(?:(?!\s[–—-]\s).)+)$",
    re.IGNORECASE,
)
_EQUALS = regex(
    r"^(?P<asked>(?:state|name|give|identify)\s+(?:the|an?|one|two)\b(?!.*\b(?:equation|formula|relationship|law)\b|.*\b(?:where|if|when|given|that|let|after|with) [\w.\[\]()]+ =)[^=:\uA000-\uA48C]{6,}?)(?<!\s[a-z])\s+=\s+(?P<list>[^=×*/+·]+|[a-z]{3,}(?: [a-z]+)?\s/\s[a-z]{3,}(?: [a-z]+)*)$",
    re.IGNORECASE,
)
_SAYS_WHAT = regex(
    r"^(?P<asked>define (?!\w{1,2}\s=)[^=:]{3,60}?|(?:state|give|say|write) what [^=:]{2,60}?\b(?:st(?:ands?|ood) for|is meant by|means)\b[^=:]{0,40}?|(?:state|give|write) the (?:[a-z]+ )?(?:value of|answer to|result of) (?![^=]*\b(?:equation|function|expression|identity)\b)[^=:]{1,50}?|(?:state|name|give|write) the (?:chemical |molecular )?(?:formula|symbol) (?:of|for) [^=:]*[a-z]{3})\s+=\s+"
    r"(?P<list>[^=\uA000-\uA48C]*[^=\s])$",
    re.IGNORECASE,
)
"""What something means or how it is written, behind an equals sign; a definition in symbols is an equation."""
_IS_SUCH = regex(
    r"^(?P<asked>(?:describe|explain) (?!(?:why|how|that|when|what|if|where)\b)[a-z][a-z -]{3,40})\s+=\s+(?P<list>(?=[a-z]{3})[^=×÷*/+−\uA000-\uA48C]{8,})$",
    re.IGNORECASE,
)
"""A word and what it is, behind an equals sign; an equation in words has signs of its own."""
_OUTPUT = regex(
    r"^(?P<asked>(?:state|give|write|identify) the (?:[\w-]+ )?(?:output|value|result) of .{3,}?)\s+(?:[-=–—]+>|→|⇒)\s+(?P<list>[\w.'\"‘’-]+(?: [\w.]+)?)$",
    re.IGNORECASE,
)
_WORKED = regex(r"^(?P<asked>(?:calculate|work out|determine)\b[^:]{8,}):\s+(?P<list>[^:]*=[^:]*)$", re.IGNORECASE)
_FORMULA_BEHIND = regex(
    r"^(?P<asked>(?:calculate|work out|determine|find|estimate)\b[^;]*\d[^;]*);\s+(?P<list>[^\W\d_]\w{0,5}\s?=\s?[^;]*(?:[-+−–×÷*/]|[^\W\d_]{2})[^;]*|\d+[a-z][²³]?\s?=[^;]*)$",
    re.IGNORECASE,
)
"""The formula by which something is worked out, behind a semicolon ("... if ΔS = –199 J/K/mol; ΔG = ΔH – TΔS")."""
_TRANSFORMED = regex(
    r"^(?P<asked>(?:fully |completely )?(?:factorise|expand|simplify|multiply out)\b[^:]*[\d²³⁴\uA000-\uA48C)])\s*:?\s+(?P<list>[\uA000-\uA48C]{4})$",
    re.IGNORECASE,
)
"""An expression in brackets (masked) behind the one that is to be written so."""
_SAYS = regex(
    r"[,;/]|\b(?:is|are|was|were|has|have|had|can|cannot|will|becomes?|leads?|causes?|makes?|gets?|means?|falls?|rises?|increases?|decreases?|reduces?|allows?|prevents?|because)\b",
    re.IGNORECASE,
)
"""After a dash, a list or a statement is an answer; a name may belong to the question."""
_SEVERAL = regex(r"\b(?:two|three|four|five|[2-5])\b", re.IGNORECASE)
_TERM = regex(r"\b(?:terms?|words?|phrases?|concepts?|expressions?|following|these|abbreviations?|acronyms?)$", re.IGNORECASE)
"""What is named behind a dash: "Define the term – osmosis"."""
_OF_ONE = regex(r"\b(?:of|for|in|from|by|with|about|to) (?:the|this) (?:[a-z]+ )?[a-z]+$", re.IGNORECASE)
"""What a name behind a dash may belong to: "the author of the novel – Dracula"."""
_NO_WORD = regex(r"(?:[^\w\s]|\d|(?<![\w’'])\w)$|[=²³]|\b(?:for|of|the|an?|to|in|by|with)$")
"""What stands before a minus sign or in a formula, or is no end of a question."""
_PLURAL = regex(
    rf"^\w+ (?:the |some |any )?(?:(?!(?:of|for|in|on|by|from|with|to|at|that|which)\b)[\w’'-]+ ){{0,2}}?{PLURAL_IN_S}",
    re.IGNORECASE,
)
_ONE_THING = regex(
    r"^\w+ (?:the|an?|one) (?:[\w’'-]+ )?(?:process|gas|organ|unit|name|term|part|type|year|date|place|person|capital|formula|symbol|law|number|element|metal|product|enzyme|hormone|vitamin|mineral|muscle|bone|"
    r"country|city|river|king|queen|author|poet|artist|composer|instrument|device|method|material|tool|event|battle|treaty|word)\b",
    re.IGNORECASE,
)
"""One thing, whatever plurals come after it ("the process plants use")."""
_NAME_LAST = regex(r"[A-Z][\w’'-]+$")
_NAME_AND_NOUN = regex(r"[A-Z]\S*(?: [A-Z]\S*)* (?!(?:the|of|de|von|van|du|da|and)\b)[a-z]")
"""On both sides of a dash, two names of one thing: "the Anglo-Saxon – Norman conflict"."""
_IN_A_WORD = regex(
    r"\b(?:correlation|relationship|trend|pattern|colour|shape|texture|mood|tonality|tempo|direction|observation|colour change)\b",
    re.IGNORECASE,
)
"""What is described in a word or two ("Describe the correlation between hours and score; positive")."""
_PAIRED = regex(
    r"\w+ (?:\w+ )*(?:reactions?|conflicts?|wars?|relations?|relationships?|interactions?|battles?|alliances?|treat(?:y|ies)|boundar(?:y|ies)|bond(?:s|ing)?|collisions?|pairs?|systems?|interfaces?|cycles?|"
    r"partnerships?|equilibri(?:um|a)|titrations?|disputes?|borders?|links?|rivalry|axis|continuum|scale|ratio|mixtures?|exchange|model|theory)$"
)
"""What two things make together: "acid – metal reactions"."""
_NAMED_LAST = regex(r"(?:(?<=\s)[‘'“\"][^‘’'“”\"]+[’'”\"]|(?<=[a-z]\s)[A-Z]|(?<=\s)[A-Z][A-Za-z]*[\d₀-₉][A-Za-z\d₀-₉()]*)$")
"""A word in quotation marks or a letter that a question ends with ("the word class of 'quickly'", "the symbol K")."""
_WORD = regex(r"[^\W\d_]{2}")
_TERM_LAST = regex(r"(?:\d|[²³⁴ⁿ)]|\^\w+|(?<![\w’'])\d*[a-z])$")
_TERM_FIRST = regex(r"\d+(?:\.\d+)?(?:\s?[=<>+×*/^²³]|\s?[−-]\s?\d)|(?:\d+[a-z]|[b-z])(?![a-z])[²³^]?")
"""Between these a hyphen is a minus sign ("2x^2 + 3x - 7 = 0")."""
_YEARS = regex(r"(?:c\. ?)?\d{3,4}(?:\s?[–-]\s?\d{2,4})?(?: ?(?:BCE?|CE|AD))?$")
_ITS_PART = regex(r"(?:its|their|his|her) (?:[\w-]+ )?[\w-]+$", re.IGNORECASE)
"""What narrows a question ("Describe the Cold War - its causes")."""
_OF_A_KIND = regex(
    r"\b(?:element|compound|country|countries|poem|play|novel|book|film|character|author|city|river|word|term|animal|plant|metal|gas|disease|process|organ|cell|type|theory|law|event|war|battle|king|queen|god|festival|religion|drug|hormone|"
    r"enzyme|vitamin|ion|molecule|substance|material|sport|dance|song|piece|work|painting|artist|composer|instrument|language|company|brand|product|person|man|woman|concept|topic|theme|technique|device|function|shape|number|letter|symbol|"
    r"unit|colour|planet|star|year|month|day|poet|text|story|pair|scale|system|particle|acid|base|salt|mineral|rock|species|prophet|treaty|party|group|class|family|method|model|programme|program|protocol|file|command)$",
    re.IGNORECASE,
)
"""What has a name, which may stand behind a dash ("the author of the novel – Dracula")."""
_FORMULA = regex(r"\b(?:formula|equation|symbol|relationship|law|rule|principle|expression)\b", re.IGNORECASE)
_FEW = 4
_ARROW = regex(r"^(?P<asked>[^→>]{12,}?)\s+(?:[-=–—]+>|→|⇒)\s+(?P<list>[^→>+=]+)$")
_ENTRY = r"[a-z](?:(?!\s[–—-]\s)[^;:|?=\s])+(?:\s(?![–—-]\s)[^;:|?=\s]+)+"
"""Two words or more: single ones may be the stages that are asked about ("what happens in prophase - metaphase - anaphase")."""
_BY_DASHES = regex(
    rf"^(?P<asked>(?:(?!\s[–—-]\s)[^;:|?=]){{12,}}?)\s[–—-]\s(?P<list>{_ENTRY}(?:\s[–—-]\s(?!(?:and|with|but)\b){_ENTRY}){{2,}})$"
)
"""A dash before each of three entries or more ("... antibodies work – specific shape – bind to antigen – clump pathogens")."""
_COMPARED = regex(
    r"^(?P<asked>(?:[Cc]ompare|[Cc]ontrast) [^;:–—?]{8,}? (?:and|with|to) [^;:–—?]+?)\s[–—-]\s(?P<list>(?=[^?]*\b(?:both|neither|whereas|while|same|different|but|\w+er)\b)[^?:;]+;[^?:]+)$"
)
"""What is compared, and behind a dash a list of what is alike and what differs."""
_BY_ARROW = regex(r"^(?P<asked>[^;:?>→|+]{12,}?)\s+(?:[-=–—]+>|→)\s+(?P<list>[^;>→+=]+;[^>→+=]+)$")
"""An arrow before a list ("... contamination -> separate boards; wash hands")."""
CHANGE = regex(
    r"[+=]|\b(?:chang\w*|process\w*|reactions?|conversions?|convert\w*|decays?|transitions?|steps?|stages?|transfers?|journey|path\w*|enzymes?|equations?|sequence|order|chain|cycle|from)\b",
    re.IGNORECASE,
)
"""Where an arrow stands for what is asked about: "the change of state solid → liquid"."""
_COMMA = regex(
    r"^(?P<asked>(?:[Ss]tate|[Nn]ame|[Gg]ive|[Ii]dentify) the (?:(?!\s[–—-]\s)[^,;:.]){8,}),\s+(?P<list>(?!(?:one|two|three|four|five|higher|foundation|triple|extended)\b)(?!\w+(?:ly|ing|ed)\b)[a-z]{3,}(?: (?!\w+ly\b)[a-z]{3,})?)$"
)
"""A word or two in small letters; after a name that stands with "the" they would be its own ("of the term, osmosis")."""
_SYMBOL = regex(
    r"^(?P<asked>(?:state|name|give|write) the (?:chemical )?(?:symbol|formula|unit)\b[^,;:.]*\b(?:of|for) [^,;:.]+),\s+(?P<list>[A-Z][A-Za-z\d₀-₉]{0,8})$"
    r"|^(?P<of>(?:state|give) the (?:date|year|(?:\w+ )?number|value)\b[^,;:.]{6,}),\s+(?P<number>\d[\d.,]*(?: ?[a-z°%]+)?)$",
    re.IGNORECASE,
)
"""A sign or a number that is asked for."""
_DEPENDS = regex(
    r"(?:in|on|at|with|for|as|if|when|where|which|that|and|or|but|using|including|such|respectively|please|briefly|too|also|then|giving|given|explaining|stating|showing|by|to|of|from|e\.g|per|other|only)\b",
    re.IGNORECASE,
)
_REFERRED = regex(
    r"^(?P<asked>.{12,}?)\s*[,;.:–—-]\s*\(?(?:references?|ref\.?|mention) (?:to|of)\s+(?P<list>(?!at least|one|two|three|an?\b|the (?:text|source|figure|extract|data|table|passage)|your|relevant|specific|named|examples?)[^?]*?(?:,|/|;)[^?]*?)\)?$",
    re.IGNORECASE,
)
"""What an answer refers to, said to markers: without "with", which tells candidates to."""
_SLASHES = regex(
    r"^(?P<asked>[^:]{12,}):\s+(?P<list>(?!(?:he|his|him|and)/)[A-Za-z][a-z]{2,}(?: [a-z]+)?(?:\s?/\s?[A-Za-z][a-z]{2,}(?: [a-z]+)?)+)$"
)
_FOR_REASONS = regex(
    r"(?:explain|describe|outline|suggest)\b(?: (?:the|a|an|one|two|three|four))? (?:why|how|\w*\s?(?:reasons?|causes?|factors?|ways?|effects?|consequences?|features?|uses?|examples?))\b",
    re.IGNORECASE,
)
"""What is answered by things, and not about things."""

_GIVEN_VALUE = regex(r"[A-Za-z]\w{0,9} = [^=]+$")
_VALUE = regex(r"(?P<left>\b[A-Za-z]\w{0,9})\s?=\s?(?=\S)")
_VALUES = regex(
    r"\(?(?:[^=:]{0,40}[:\s]\s*)?[A-Za-z]\w{0,9}\s?=\s?[\d.]+[^=,;()\[\]]{0,12}(?:[,;]\s*(?:and\s+)?[A-Za-z]\w{0,9}\s?=\s?[\d.]+[^=,;()\[\]]{0,12})+\)?$"
)
_OPERATOR = regex(r"[×÷*/](?!\s?10[⁻¹²³⁴-⁹^⁰])|\d\s?[+−–-]\s?\d")
"""The sign of a sum; "3 × 10⁸" has none."""
_PER = regex(r"(?<=[\d⁰¹²³⁴-⁹])\s?[A-Za-z°µΩ]+/[A-Za-z]+")
"""A unit whose stroke is its own ("9.8 N/kg")."""
_REACTION = regex(r"\w\s?(?:→|->|⇌)\s?\w")
_RECKONED = frozenset("calculate determine find work estimate convert solve deduce".split())


def is_question(rest: str, asked: str = "") -> bool:
    """Whether a text opens with a command and goes on, and is no step of what answers the question before it (`asked`)."""
    first = re.split(r"\W", rest, maxsplit=1)[0]
    return form_and_base(first)[0] == "base" and len(rest.split()) > 2 and not is_step(rest, asked)


def states(rest: str) -> bool:
    """Whether a text is a statement or a list, by its words."""
    return bool(_SAYS.search(rest))


def is_data(rest: str, asked: str, verb: str) -> bool:
    """Whether a sentence says what a question is to be worked out with ("Calculate the weight. g = 9.8 N/kg", "Ar: Ca = 40, C = 12")."""
    if verb in _RECKONED and _REACTION.search(rest):
        return True
    if verb in RECALL and _FORMULA.search(asked):
        return False
    if verb in _RECKONED and (_OPERATOR.search(_PER.sub("", rest)) or not any(map(str.isdigit, rest))):
        return False  # "t = 120 s; Q = 0.25 × 120", "p = mv"
    values = [each["left"] for each in _VALUE.finditer(rest)]
    whole = _GIVEN_VALUE.match(rest) or (verb in _RECKONED and _VALUES.match(rest))
    return bool(whole and values) and not any(re.search(rf"(?<![A-Za-z]){re.escape(left)}(?![A-Za-z\d])", asked) for left in values)


def by_sign(head: str, verb: str, *, marked: bool, credited: bool = False) -> tuple[str, str] | None:
    """Cut a question at the sign behind which its answer stands; None where it has none, or what stands there may be asked about.

    `marked`: the question has its marks behind it; `credited`: what stands behind the sign has marks of its own.
    """
    head = head.rstrip(" .")
    if (listed := _listed(head)) and "following" not in listed[0] and listed[0].count("(") == listed[0].count(")"):
        return listed
    for pattern in (_OUTPUT, _EQUALS, _SAYS_WHAT, _IS_SUCH, _WORKED, _FORMULA_BEHIND, _TRANSFORMED, _REFERRED, _PURPOSE_BEHIND):
        if (found := pattern.match(head)) and not is_data(found["list"], found["asked"], verb):
            return found["asked"], found["list"]
    if (
        (found := _SLASHES.match(head))
        and (verb in RECALL or _FOR_REASONS.match(head))
        and "following" not in found["asked"]
        and not _TERM.search(found["asked"])
    ):
        return found["asked"], found["list"]
    if (
        verb in _NAMING
        and (found := _ARROW.match(head))
        and not CHANGE.search(_but_last(found["asked"]))
        and not is_question(found["list"], found["asked"])
    ):
        return found["asked"], found["list"]
    if found := _SYMBOL.match(head):
        return found["asked"] or found["of"], found["list"] or found["number"]
    if (found := _COMMA.match(head)) and not _belongs(found["asked"], found["list"]):
        return found["asked"], found["list"]
    return _by_dash(head, verb, marked=marked, credited=credited)


def _listed(head: str) -> tuple[str, str] | None:
    """Cut a question at the first of several like signs, between which the entries of its answer stand."""
    if (found := _BY_DASHES.match(head)) and not CHANGE.search(found["asked"]) and not found["asked"].casefold().startswith("compare"):
        return found["asked"], re.sub(r"\s[–—-]\s", "; ", found["list"])
    if found := _COMPARED.match(head):
        return found["asked"], found["list"]
    if (found := _BY_ARROW.match(head)) and not CHANGE.search(_but_last(found["asked"])):
        return found["asked"], found["list"]
    return None


def _but_last(asked: str) -> str:
    """Return a question without its last word: an arrow behind "process" is none of the process's own ("the catalyst in the contact process -> iron")."""
    return asked.rpartition(" ")[0]


def _belongs(asked: str, word: str) -> bool:
    """Whether words behind a comma go on with the question, or name what stands before them."""
    return bool(
        _DEPENDS.match(word) or _TERM.search(asked) or _OF_ONE.search(asked) or (_PLURAL.match(asked) and not _ONE_THING.match(asked))
    )


def _by_dash(head: str, verb: str, *, marked: bool, credited: bool) -> tuple[str, str] | None:
    """Cut at a dash or a semicolon."""
    found = _DASHED.match(head)
    if not found or "?" in found["list"] or is_question(found["list"], found["asked"]) or "following" in found["asked"]:
        return None
    asked, given = found["asked"], found["list"]
    if _ITS_PART.match(given) or (_TERM_LAST.search(asked) and _TERM_FIRST.match(given)):
        return None
    counted = _SEVERAL.search(asked) and " and " in given
    semicolon = head[found.end("asked") :].startswith(";")
    short = verb in RECALL and (marked or semicolon)
    whole = credited and not _PAIRED.match(given)
    if states(given) or counted or short or whole or _answers(asked, given, verb):
        return asked, given
    return None


def _answers(asked: str, given: str, verb: str) -> bool:
    """Whether what stands behind a dash answers what is asked, and is no part of it."""
    if re.search(r"\bst(?:ands?|ood) for$", asked):
        return True
    if (
        (_NO_WORD.search(asked) and not ((_NAMED_LAST.search(asked) or asked.endswith("stands for")) and _WORD.match(given)))
        or _TERM.search(asked)
        or given[:1] in "‘“'\""
    ):
        return False
    if verb == "define" or (verb == "write" and _FORMULA.search(asked)):
        return True
    if verb not in _NAMING:
        return bool(_IN_A_WORD.search(asked)) and len(given.split()) <= _FEW
    if _PAIRED.match(given) or (_NAME_LAST.search(asked) and _NAME_AND_NOUN.match(given)):
        return False
    first = given.split()[0]
    if _YEARS.match(given):
        return True
    if _OF_ONE.search(asked) and not _OF_A_KIND.search(asked) and asks_for_one(asked):
        return True
    if _OF_ONE.search(asked) and not (first.islower() and (len(given.split()) > 1 or third_person(first))):
        return False
    return not (_PLURAL.match(asked) and not _ONE_THING.match(asked) and len(given.split()) <= _FEW)


_UNSURE = regex(
    rf"^(?:State|Name|Give|Identify|List|Recall|Suggest|Write) (?P<asked>[^;:?]{{8,}}?)\s(?:[–—-]|[-=]>|→)\s(?P<list>{_NO_ANSWER}[^;:?–—→]+)$"
)
_MEANT = regex(
    rf"^(?:Describe|Explain|Outline) (?!(?:why|how|what|the)\b)[\w’'-]+(?: [\w’'-]+)?\s[–—-]\s(?P<list>{_NO_ANSWER}(?!the\b|its\b|their\b|[‘'“\"]|.*\s-\s)[^–—:;?]*(?: [^ ]+){{3,}})$"
)
"""A term with what it means behind a dash ("Erosion - wearing away of rock")."""
_PAIRED_FIRST = regex(
    r"[\w-]+ (?:relation(?:s|ships?)?|interactions?|reactions?|conflicts?|links?|wars?|cycles?|systems?|boundar(?:y|ies))\b"
)
_RECALLS = regex(r"^(?:State|Name|Give|Identify|List|Recall)\b")
_TWO_ANSWERED = regex(r"^(?:State|Name|Give|Identify|List|Recall|Write) .+?\s[–—-]\s.+(?:,|,? and) .+\s[–—-]\s")
_PLACED = regex(r"^(?:State|Name|Give|Identify) the [^,;:]{8,}, (?:[A-Z][\w’'-]+ ?){1,2}$")


def may_answer(sentence: str) -> bool:
    """Whether a name at the end of a question may be its answer, so that nobody should print it."""
    if _PLACED.match(sentence):
        return True
    dashed = re.split(r"\s[–—-]\s", sentence)
    if len(dashed) > 2 and (_TWO_ANSWERED.match(sentence) or (_RECALLS.match(sentence) and states(dashed[1]))):
        return True
    if (meant := _MEANT.match(sentence)) and not _PAIRED_FIRST.match(meant["list"]):
        return True
    found = _UNSURE.match(sentence)
    if not found or len(found["list"].split()) > _FEW or found["list"][:1] in "‘“'\"" or _PAIRED.match(found["list"]):
        return False
    arrow = bool(re.search(r"→|>", sentence))
    if arrow:
        return not CHANGE.search(sentence)
    return not (_NO_WORD.search(found["asked"]) or _TERM.search(found["asked"]))
