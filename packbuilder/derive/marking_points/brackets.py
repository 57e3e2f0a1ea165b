"""Brackets: whether what stands in them qualifies a question and stays there (a date, a condition, an instruction), is its answer, or is said to markers."""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.abbreviations import may_stand_for
from packbuilder.derive.marking_points.inflection import base_of_third
from packbuilder.derive.marking_points.marker_words import speaks_to_markers
from packbuilder.derive.marking_points.single import asks_for_one
from packbuilder.patterns import regex
from packbuilder.values import dataclass, replace

_FOR_MARKERS = regex(
    r"^(?:practical|theory|\d+ (?:steps|points|answers|reasons|examples|marks)|AO\s?\d.*|any (?:one|two|three|four|five|\d)(?: (?!of\b)[\w-]+){0,3}|(?:bars?|lines?|pages?|pp?\.|verses?|chapters?|paragraphs?) \d.*|(?:HT|FT|higher|foundation)(?: tier)?(?: only)?|\d+\s?[x×]\s?\d+(?: marks?)?|(?:physics|chemistry|biology|triple|separate|combined|calculator|non-calculator|extension|recall|optional)(?: science)?(?: only)?|(?:A[ -]?level|AS|A2|GCSE|IGCSE|IB|HL|SL|KS\d|Year \d{1,2}|honours)(?: only)|paper \d.*|\d+ marks?(?: each)?|max\.? ?\d|\d max\.?|(?:use|draw|include|with) (?:a |an )?(?:labelled )?(?:diagrams?|graph|example)s?)$",
    re.IGNORECASE,
)
"""What brackets say of marks and tiers is no answer."""
_FIGURES = regex(r"^[-−–+]?(?:[£$€]\s?)?\d+(?:[.,]\d+)?(?:\s?(?:[%°‰]\s?[CFK]?|[a-zA-Zµ/²³·]{1,8}))?$")
_OF_CANDIDATES = regex(
    r"\b(?:learners?|candidates?|students?|pupils?) (?:often|may|might|sometimes|confuse|forget|think|need|should|must)\b", re.IGNORECASE
)
ASKS_A_NAME = regex(r"(?:state|name|give|identify|list|recall|what|which|who|when|where)\b", re.IGNORECASE)
_NAME = regex(r"[A-Z][a-z]{4,}")
"""One word in brackets with a capital: a name, which is the answer where one is asked for."""
_FIRST_NAME = regex(r"[A-Z][a-z]{2,3}")
_ALTERNATIVES = regex(r"(?!HT\b|FT\b|KS\d)[A-Z][A-Za-z]+(?:\s?/\s?(?!HT\b|FT\b)[A-Z][A-Za-z]+)+")
"""Names that may be given one for another ("(PET/HDPE)")."""
_SHORT_NAME = regex(r"[A-Z]{2,6}(?: \d{4})?")
"""A name in capitals ("SRA", "CRA 2015")."""
ASKS_ABOUT = regex(
    r"\w+ (?:the|its|an?) (?:(?!(?:that|which|who)\b)[\w-]+ ){0,2}?(?:purposes?|roles?|functions?(?! (?:that|which)\b)|aims?|effects?|meaning|importance|uses?|advantages?|disadvantages?|outputs?|results?|values?|numbers?|years?|dates?|reasons?|causes?|impact|location|structure|features?|powers?)\b",
    re.IGNORECASE,
)
"""What is asked about something that is named."""
_ASKS_A_NAMED_ONE = regex(
    r"(?:name|identify|give the name|state the name)\b|.*\b(?:which|that|who|whose|used|called|known)\b", re.IGNORECASE
)
_ASKS_A_SIGN = regex(r"(?:state|name|give|write|recall|what is)\b.*\b(?:formula|equation|expression|symbol|unit)\b", re.IGNORECASE)
_CODE = regex(r"[\d*+=<>\"'_]")
"""In brackets that follow a word without a space, what is handed to a function ("print(3 * 4)")."""
RECKONS = regex(r"(?:calculate|determine|find|work out|solve|convert|estimate)\b", re.IGNORECASE)
_LIMITS = regex(
    r"(?:other than|apart from|except|excluding|not|greater than|less than|more than|above|below|over|under|at least|no more than)\b",
    re.IGNORECASE,
)
"""What brackets keep out of a question is no answer to it ("(other than voting)")."""
_INSTRUMENT = r"(?:pair of )?(?:compasses|rulers?|protractors?|calculators?|pencils?|straight ?edge|dictionar(?:y|ies)|notes|own words|diagrams?|sketch(?:es)?|examples?|evidence|quotations?|bullet points?|full sentences?)"
_TO_CANDIDATES = regex(
    r"(?:correct )?to (?:the nearest\b|(?:\d|one|two|three|four) ?(?:d\.? ?p|s\.? ?f|dec|sig|places))|in (?:(?:an?|one|two|three|\d) (?:short |full )?(?:sentences?|paragraphs?|essay|table|list)\b|words|your own words|full|symbols|figures|standard form|its? simplest form|terms of|order|[A-Za-z]{2,9} to \d)\b|"
    r"(?:start|begin|finish|end)(?:ing)? (?:at|from|with|in|on)\b|assum(?:e|ing)\b|(?:use|take|using|taking) \S{1,3} ?=|use (?:your own|an? (?:named|relevant|specific)|named|one|two|specific) \w|you (?:may|can|should|must|do|will|are)\b|do not\b|don['’]t\b|ignor(?:e|ing)\b|hint\b|"
    r"show (?:your|all|full)?\s?working|give (?:your|(?:at least )?(?:one|two|three|four|five|\d)|units|reasons|examples?|an example)\b|leave your\b|refer to\b|think (?:about|of)\b|remember\b|(?:with|include|including|state) (?:the )?units?\b"
    rf"|(?:about |in |up to |max(?:imum)? |at least )?\d{{2,4}}(?:\s?[–-]\s?\d{{2,4}})? words?$|(?:[2-6]|two|three|four|five|six) (?:key |main |different )?(?:features|causes|effects|factors|ways|methods|consequences|changes|differences|similarities|advantages|disadvantages|arguments|uses|reasons|examples)$|(?:without|using|with) (?:an? |your |only )?(?:{_INSTRUMENT})\b|with(?:out)? (?:different|unlike|like|the same|equal)\b",
    re.IGNORECASE,
)
"""What brackets tell candidates to do: it stays with the question ("(to 2 d.p.)", "(start at the vena cava)")."""
_PASSAGE = regex(
    r"(?:Books?|Acts?|Scenes?|Cantos?|Stanzas?|Staves?|Parts?|Movements?|Letter|Sonnet|Psalms?|S[uū]rah?|Volume|Episode|Vol\.|Op\.) ?(?:\d|[IVXLC]+\b)[^()]*|(?:[1-3] )?[A-Z][a-z]+ \d{1,3}(?::\d[\d–,:-]*)"
)
"""Where in a work something stands ("(Book 21)", "(Mark 5:21)")."""
_OF_TWO = regex(r"(?:[A-Z][\w’'-]+(?:, [A-Z][\w’'-]+)* (?:&|and) [A-Z][\w’'-]+|[A-Z][\w’'-]+ et al\.?)(?:,? (?:19|20)\d\d)?")
"""Whose study or theory something is ("(Schaffer & Emerson)")."""
_CITED = regex(r"[A-Z][\w’'-]+(?:(?:,| and| &) ?[A-Z][\w’'-]+)*,? \d{4}")
_SAID_OTHERWISE = regex(
    r"(?:critically )?(?:explain|describe|evaluate|discuss|assess|analyse|compare|examine|outline|justify)\b", re.IGNORECASE
)
_SAYS_HOW = regex(r"(?:with|without|by|in|on|to|from|using|through|for|at|as|of)\b|\W", re.IGNORECASE)
_SYNONYM = 2
"""Words, at a question's end one: so much in brackets says a thing otherwise ("the oesophagus (gullet)")."""
_HONOURS = frozenset({"pbuh", "saw", "as", "ra", "swt"})
_IN_A_TEXT = regex(r"(?:bars?|lines?|verses?|chapters?|paragraphs?|stanzas?|scenes?) \d[\d\s,–-]*$", re.IGNORECASE)
"""Where in a text: without it a question asks for something else."""
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
"""A month, as a piece of a pattern."""
_MONTH = rf"{MONTH}\b\.?"
_DATES = regex(
    rf"(?=.*(?:\b1\d{{3}}|\b20\d\d|\d\s?(?:BCE?|CE)\b|\bAD\b|\bcentur|\b{_MONTH}))"
    rf"(?:(?:{_MONTH}|\d{{1,4}}(?:st|nd|rd|th|s)?|c\.|ca?\.?|circa|AD|BCE?|CE|centur(?:y|ies)|spring|summer|autumn|winter|present(?: day)?|onwards?|"
    r"around|about|from|since|until|till|to|and|or|between|after|before|by|in|the|early|mid|late|reigned|ruled|born|died|leader|king|queen|emperor|president|prime minister|PM|chancellor|tsar|pope|in (?:office|power)|[bd]\.|[–—,/&-])\s*)+",
    re.IGNORECASE,
)
"""Nothing but dates ("July–November 1916", "c. 1750–1860", "from April 2016")."""
_ASKS_A_DATE = regex(
    r"(?:\w+ )?when\b|(?:state|give|name|identify|recall|write|what|which)(?: (?:is|was|are|were))? (?:(?:the|two|three|in (?:what|which)) )?(?:[a-z]+ )?(?:years?|dates?|months?|decade|century)\b"
    r"|(?:\w+ )?(?:in )?(?:what|which) (?:year|month|decade|century|date)\b|\w+ the dates?\b",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:(?:[%°‰Ω](?:\s?[CFK]\b)?|(?:[kKMGmµμnpcd]?(?:Pa|g|m|s|J|N|V|A|W|Hz|mol|dm|Ω|T|C|Bq|Sv|eV|l|L|B|b)|K|atm|bar|t|tonnes?|h|hrs?|hours?|min|mins|minutes|seconds|metres|miles|mph|ppm|dB|bpm|lux|amu)(?![a-z]))"
    r"(?:\^?[-–−⁻]?[\d¹²³]{1,2})?[\s/·]?){1,3}"
)
_NUMBER = r"[-–−+±]?\s?[£$€]?\d[\d.,]*(?:\s?[x×]\s?10\^?[-–−⁻]?[\d⁰¹²³⁴-⁹]+)?"
_VALUE = rf"{_NUMBER}(?:\s?{_UNIT})?(?:\s?(?:to|[–—-])\s?{_NUMBER})?(?:\s?{_UNIT})?"
_CONDITION = (
    rf"(?:(?:magnitude|pop\.|population|aged?|group|period|grade|scale) (?:of |about )?{_NUMBER}|[^\W\d_][\w½°θ]{{0,9}}\s?(?:=|<|>|≤|≥|≈)\s?{_VALUE}|pH (?:(?:of|is|below|above|under|over|less than|more than|about|[<>=≈])\s?)*{_NUMBER}(?:\s?(?:to|[–—-])\s?{_NUMBER})?"
    rf"|(?:(?:at|about|around|approx(?:imately|\.)?|up to|from|above|below|over|under|between|~|[<>≤≥])\s?)*{_NUMBER}(?:\s?(?:to|and|[–—-])\s?{_NUMBER})?\s?{_UNIT})"
)
_CONDITIONS = regex(rf"{_CONDITION}(?:\s*(?:,|;|and)\s*{_CONDITION})*", re.IGNORECASE)
"""Nothing but values with their units ("298 K, 100 kPa", "ΔH = –92 kJ/mol", "pH below 5")."""
_NUMBERS = regex(r"\d{1,2}(?:(?:, ?| and |, and |[–-]| to | or )\d{1,2})+")
_NUMBERED = regex(
    r"\b(?:laws?|theorems?|axioms?|principles?|rules?|phases?|stages?|levels?|equations?|chapters?|questions?|acts?|scenes?|articles?)$",
    re.IGNORECASE,
)
"""What goes by numbers ("Newton's laws (1, 2 and 3)")."""
_ARRANGED = regex(r"\b(?:arrangement|configuration|structure)\b", re.IGNORECASE)
"""What is answered by the numbers of electrons ("(2,8,1)")."""
_ASKS_WHO = regex(r"\b(?:who|whose)\b", re.IGNORECASE)
_AND_MORE = regex(r"\w+ and (?:explain|describe|discuss|justify|evaluate)\b", re.IGNORECASE)
"""A command of recall and one that asks for more ("State and explain")."""
_MEASURE = (
    r"(?:temperatures?|temps?|pH|pressures?|speeds?|velocity|values?|points?|numbers?|sizes?|mass(?:es)?|weight|rates?|lengths?|heights?|distances?|"
    r"frequency|wavelengths?|energy|voltage|current|power|conditions?|range|percentage|proportion|concentration|density|content|amount|half-life|many|much|long|far|hot|fast|high|age|cost|price|level|limit|time)\b"
)
_ASKS_A_VALUE = regex(
    rf"\w+(?: and \w+)? (?:the|an?|what|which|how)\b(?: (?!of\b|on\b|for\b|why\b)[\w’'-]+){{0,3}}? ?\b{_MEASURE}|.* and (?:the|its) (?:m[a-z]+imum |[a-z]+ion )*{_MEASURE}|.*\b(?:what|which|how) (?:[a-z]+ )?{_MEASURE}",
    re.IGNORECASE,
)
_REPEATED = regex(r"\w+(?:ed|d|t|n) every (?:\d+|two|three|four|five|six|seven|ten|few)? ?(?:years?|months?|weeks?|days?)", re.IGNORECASE)
_ASKS_HOW_OFTEN = regex(r"\b(?:how|when|often|terms?|elections?|frequen\w+)\b", re.IGNORECASE)
_ONE_AND_ONE = regex(
    r"(?:at least )?one (?:[\w’'-]+ ){0,2}[\w’'-]+(?:\s*[,;/]\s*(?:and |or )?| and | or )(?:one|the other|another) (?:[\w’'-]+ ){0,2}[\w’'-]+",
    re.IGNORECASE,
)
"""What a question's several things are to be ("one long-term and one short-term")."""
_SORT = (
    r"(?:human|natural|physical|social|economic|political|environmental|cultural|religious|military|positive|negative|internal|external|direct|indirect|intended|unintended|"
    r"short[- ]term|long[- ]term|primary|secondary|biotic|abiotic|biological|chemical|mechanical|local|regional|national|global|international|urban|rural|public|private|genetic|acquired|medical|financial|"
    r"mental|emotional|moral|legal|ethical|historical|modern)"
)
_CHOSEN = regex(rf"(?:either )?{_SORT}(?:, {_SORT})*,?(?: or | and/or |\s?/\s?){_SORT}(?: (?:or|and/or) {_SORT})*", re.IGNORECASE)
_OF_WHAT_SORT = regex(r"\b(?:types?|kinds?|sorts?|categor\w+|class\w*|forms?|whether|nature)\b", re.IGNORECASE)
_ONE_OF = regex(
    r"\b(?:one|two|an?) (?:[a-z]+ )?(?:(?:dis)?advantage|benefit|drawback|strength|weakness|limitation|reason|cause|effect|way|use|function)s?\b",
    re.IGNORECASE,
)
_ASKS_HOW_IT_CHANGES = regex(
    r".*\b(?:how\b.*\b(?:chang(?:e|es|ed|ing)|var(?:y|ies)|differs?|affects?|behaves?|responds?|reacts?)|what (?:happens|happened|would happen)|(?:effect|impact|influence)s?|trends?|relationship|correlation|pattern)\b",
    re.IGNORECASE,
)
_CHANGES = regex(
    r"(?:it |they )?(?:(?:in|de)creas(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|falls?|fell|falling|drops?|dropped|doubles?|doubled|halve[sd]?|quadruples?|melts?|boils?|expands?|contracts?|dissolves?|slows?|stops?|"
    r"constant|unchanged|none|nothing|positive|negative|direct|inverse|linear|proportional|higher|lower|faster|slower|stronger|weaker|harder|softer|brighter|dimmer|longer|shorter|larger|smaller|more|less|fewer|denatures?)",
    re.IGNORECASE,
)
"""How something changes, in a word: no other name for what it is asked of ("how resistance changes with temperature (decreases)")."""
LEAD = regex(r"^(?:and |or |e\.g\.?,?|eg\b|i\.e\.?,?|such as|including|for example,?|namely|to include|see)\s*", re.IGNORECASE)

_ASKS_A_FORM = regex(
    r"(?:give|state|write|name)\b.*\b(?:person|singular|plural|participle|infinitive|feminine|masculine|preterite|imperfect|subjunctive|translation)\b",
    re.IGNORECASE,
)
_ASKS_A_RHYME = regex(r"\w+ the (?:[a-z]+ )?rhyme scheme\b", re.IGNORECASE)
_METRE = regex(r"\d{1,2}/\d{1,2}")
_ASKS_METRE = regex(r"\b(?:time signature|metre|fraction|ratio|probability)\s*$", re.IGNORECASE)
"""What two numbers with a stroke between them are ("the time signature (6/8)")."""
_THE_OTHER = regex(r"\s*and the [^()]+\([^()]+\)\.?$")
"""A second name that is asked for ("the protocol used to send email (SMTP) and the one used to retrieve it (IMAP)")."""
_ASKS_WHAT_IT_SAYS = regex(r"(?:state|say|give|explain|describe) what .*\b(?:means?|says?|tells (?:you|users|drivers))\s*$", re.IGNORECASE)
"""What a sign or a rule says is its answer, and no word to candidates ("what a crossed-out triangle means (do not bleach)")."""
_ANSWER_BEHIND = re.compile(r":\s+\S")
POINT = regex(r"[-−–]?\d+(?:\.\d+)?\s*,\s*[-−–]?\d+(?:\.\d+)?")
"""Two numbers in brackets are one point of a graph."""
_PLACED = regex(r"\b(?:through|at|from|between|to|and)\s*$")
"""What comes before a point of a graph that is given ("the line through (0, 2)")."""
_A_POINT = regex(r"\bpoint\s*$")
"""The same, where more is said of it ("the point (2, −4) is a minimum")."""
_ANSWER_BEFORE = regex(r"\w:\s+[^\s:()][^:]*$")
_GATES = regex(r"\b[A-Z]\b.*\b(?:AND|N?OR|XOR|NAND)\b|\bNOT [A-Z]\b")
"""What gates are told in brackets is a part of the expression ("A AND (A OR B)")."""
_IN_LIST = regex(r"[\w)²³]:\s+(?!.*\?)[^\s:()][^:]*$")
_ASKS_AN_EXAMPLE = regex(r"(?:give|name|state|identify) (?:an?|one) (?:[\w-]+ ){0,2}example\b", re.IGNORECASE)
"""What is answered by a name or a formula, short as it is ("give one example (HCl)")."""
_OF_LAW = regex(r"\s*(?:Acts?|Orders?|Regulations|Rules|Convention|Bill)\b")
"""What the name of a law ends with, whatever stands in brackets within it."""
_TELLS = regex(
    r"(?:use|include|refer|see|consider|think|remember|write|draw|show|give|explain|describe|state|name|justify|support|answer|hint|note|nb|(?-i:NOT)|paper|unit|topic|chapter|section|spec|page|exam|source|figure|fig|table|item|higher|foundation|aqa|ocr|edexcel|wjec)\b",
    re.IGNORECASE,
)
"""How brackets begin that say to somebody what to do, or where something stands."""
_EXAMPLE = regex(r"(?:e\.?g\b|i\.?e\b|such as|including|for example|namely)", re.IGNORECASE)


_SIGN_BEFORE = regex(r"[=×÷*√∑]$|(?<=\s)[/+−x]$|(?<=[\w)]\s)[-–](?=$)(?<=\d\s.)|=\s*[£$€]?\d[\d.]*$")
_SIGN_AFTER = regex(r"[×÷*]|[²³]|\^\d|[/=]\s|[-+−–]\s\(|x\s(?:\d|[a-z]{2,}\b|\()")
_SIGN_WITHIN = regex(r"\s[-−–+×÷*/]\s|[×÷]")
"""Signs that make brackets part of a formula; behind other ones "x 2" counts something ("(1 mark for a reason) x 2")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """Brackets in a question: what stands in them and on both sides; `joined` where no space is before them."""

    inside: str
    before: str
    after: str
    joined: bool

    @property
    def last(self) -> bool:
        """Whether the question ends with them."""
        return not self.after.strip(" .?")


def is_credited(inside: str) -> bool:
    """Whether brackets that are taken out hold what is credited, and not what is said to markers."""
    return not (_FOR_MARKERS.match(inside) or _OF_CANDIDATES.search(inside))


def is_answer(inside: str) -> bool:
    """Whether what stands in brackets by itself, behind a stop, answers the question before it: it tells candidates and markers nothing, and cites nobody."""
    told = _TO_CANDIDATES.match(inside) or _CITED.fullmatch(inside) or _DATES.fullmatch(inside) or _PASSAGE.fullmatch(inside)
    return is_credited(inside) and not told and not speaks_to_markers(f"x ({inside}") and not _TELLS.match(inside)


def qualifies_answered(bracket: Bracket, *, answered: bool) -> bool:
    """Whether brackets right before a colon with an answer, or at the end of a question that is `answered`, say more of what is asked ("... stages of attachment (Schaffer): ...")."""
    told = _ANSWER_BEHIND.match(bracket.after) or (answered and bracket.last)
    return bool(told) and is_credited(bracket.inside) and not _EXAMPLE.match(bracket.inside)


def stays(bracket: Bracket) -> bool:
    """Whether brackets stay in the question: what they hold is no answer to it."""
    listed = _IN_LIST.search(bracket.before)
    if listed and re.search(r"[,;]", listed[0] + bracket.after) and is_credited(bracket.inside):
        return True  # it says more of one entry of an answer, and goes with that ("coagulation, emulsification (lecithin), glazing")
    if bracket.last and _ANSWER_BEFORE.search(bracket.before):
        # What belongs to the last entry of a list is judged as what belongs to the others ("oxygen (21%), argon (1%)").
        bracket = replace(bracket, after=", ...")
    inside, before = bracket.inside, bracket.before
    if inside[:1].isupper() and _OF_LAW.match(bracket.after):
        return True
    if _is_plainly_answer(bracket):
        return False
    recalled, reckoned = bool(ASKS_A_NAME.match(before)), bool(RECKONS.match(before))
    if (
        not inside
        or _GATES.search(inside)
        or _IN_A_TEXT.match(inside)
        or _in_a_formula(bracket)
        or (POINT.fullmatch(inside) and (_PLACED.search(before) or (_A_POINT.search(before) and not bracket.last)))
    ):
        return True
    if bracket.last and _DATES.fullmatch(inside) and _ASKS_A_DATE.match(before):
        return False
    if bracket.last and re.fullmatch(r"\d(?:[.,]\d{1,2})+", inside) and _ARRANGED.search(before):
        return False
    if recalled and bracket.last and (_is_short_answer(inside, before) or _is_first_name(inside, before)):
        return False
    if (
        recalled
        and bracket.last
        and _ASKS_AN_EXAMPLE.match(before)
        and not may_stand_for(inside, before)
        and not (_TO_CANDIDATES.match(inside) or _LIMITS.match(inside))
    ):
        return False
    if _METRE.fullmatch(inside) and _ASKS_METRE.search(before):
        return False
    if _is_term(inside) and not (recalled and _is_named(inside, before, last=bracket.last)):
        return True
    if bracket.joined and _CODE.search(inside):
        return True
    if bracket.last and _ASKS_WHAT_IT_SAYS.match(before) and re.match(r"do not|don['’]t", inside, re.IGNORECASE):
        return False
    if _TO_CANDIDATES.match(inside) or (_PASSAGE.fullmatch(inside) and not (recalled and bracket.last)):
        return True
    if bracket.last and not recalled and _OF_TWO.fullmatch(inside) and not _ASKS_WHO.search(before):
        return True
    if bracket.last and recalled and _LIMITS.match(inside) and re.search(r"\d", inside) and _ASKS_A_VALUE.match(before):
        return False  # "the silica content of granite (more than 66%)"
    if _LIMITS.match(inside) or _CITED.fullmatch(inside) or (reckoned and any(map(str.isdigit, inside))):
        return True
    return _qualifies(bracket, recalled=recalled) or _says_otherwise(bracket, recalled=recalled)


def _is_plainly_answer(bracket: Bracket) -> bool:
    """Whether brackets hold what is asked for, short as it is: a form of a word, a rhyme scheme, the first of two names, or a value by which two things are told apart."""
    inside, before = bracket.inside, bracket.before
    if before.startswith("Distinguish between ") and re.match(r"\d[\d.]* ?[a-z]", inside):
        return True
    if bracket.last:
        return bool(
            (inside.islower() and inside.isalpha() and _ASKS_A_FORM.match(before)) or (inside.isupper() and _ASKS_A_RHYME.match(before))
        )
    two = _SHORT_NAME.fullmatch(inside) and _THE_OTHER.match(bracket.after) and _ASKS_A_NAMED_ONE.match(before)
    return bool(two and asks_for_one(before) and not may_stand_for(inside, before))


def _in_a_formula(bracket: Bracket) -> bool:
    """Whether brackets are a formula's own: a sign of it stands beside them ("= (final mass − initial mass) / initial mass")."""
    goes_on = _SIGN_AFTER.match(bracket.after.lstrip()) and ("=" in bracket.before or _SIGN_WITHIN.search(bracket.inside))
    return bool(goes_on or _SIGN_BEFORE.search(bracket.before.rstrip()))


def _qualifies(bracket: Bracket, *, recalled: bool) -> bool:
    """Whether brackets say of what, when or under which conditions a question speaks."""
    inside, before = bracket.inside, bracket.before
    if _DATES.fullmatch(inside):
        return not (bracket.last and _ASKS_WHO.search(before))
    if _CONDITIONS.fullmatch(inside) or all(_DATES.fullmatch(part) or _CONDITIONS.fullmatch(part) for part in re.split(r"[,;] ", inside)):
        return not (bracket.last and ((recalled and not _AND_MORE.match(before)) or _ASKS_A_VALUE.match(before)))
    if _NUMBERS.fullmatch(inside):
        return bool(_NUMBERED.search(before.rstrip()))
    if _REPEATED.fullmatch(inside):
        return not (bracket.last and _ASKS_HOW_OFTEN.search(before))
    return bool((_ONE_AND_ONE.fullmatch(inside) or _CHOSEN.fullmatch(inside)) and not _OF_WHAT_SORT.search(before))


def _says_otherwise(bracket: Bracket, *, recalled: bool) -> bool:
    """Whether a word or two in brackets only say otherwise what stands before them."""
    # "Explain which process this is (respiration)" asks for the word; "Explain the oesophagus (gullet)" only says it otherwise.
    whole = f"{bracket.before} {bracket.after}"
    if recalled or not _SAID_OTHERWISE.match(whole) or re.search(r"\b(?:which|what|who|where|when|named?)\b", whole):
        return False
    if _ONE_OF.search(bracket.before) and base_of_third(bracket.inside.split()[0]):
        return False  # "one advantage of a quota (protects jobs) and one disadvantage (...)"
    inside = bracket.inside
    if bracket.last and _CHANGES.fullmatch(inside) and _ASKS_HOW_IT_CHANGES.match(bracket.before):
        return False
    most = 1 if bracket.last else _SYNONYM
    return len(inside.split()) <= most and not re.search(r"[,;/\d=]", inside) and not _SAYS_HOW.match(inside) and not _EXAMPLE.match(inside)


def _is_named(inside: str, before: str, *, last: bool) -> bool:
    """Whether brackets behind a question for a name hold it: a name, or at its end names and signs that are asked for ("the symbol for sodium (Na)")."""
    if _NAME.fullmatch(inside):
        return True
    if not last:
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", before)).casefold()
    return bool(_ALTERNATIVES.fullmatch(inside)) or bool(_ASKS_A_SIGN.match(before) and not initials.endswith(inside.casefold()))


def _is_short_answer(inside: str, before: str) -> bool:
    """Whether a name in capitals answers a question for one thing ("Name the body which regulates solicitors (SRA)"), and is not short for its last words."""
    if not _SHORT_NAME.fullmatch(inside) or not asks_for_one(before) or ASKS_ABOUT.match(before):
        return False
    return bool(_ASKS_A_NAMED_ONE.match(before)) and not may_stand_for(inside, before)


def _is_first_name(inside: str, before: str) -> bool:
    """Whether a short name with a capital answers a question for one thing ("the narrator of 'Great Expectations' (Pip)"), and is no sign of its last words."""
    return (
        bool(_FIRST_NAME.fullmatch(inside)) and asks_for_one(before) and not ASKS_ABOUT.match(before) and not may_stand_for(inside, before)
    )


def _is_term(inside: str) -> bool:
    """Whether brackets hold an abbreviation or a symbol, which belongs to the words before it ("(GIS)", "(s)")."""
    words = inside.split()
    if "-" in inside and re.search(r"[a-z]{5}", inside):
        return False  # "ethane-1,2-diamine" is a name
    if _FIGURES.match(inside) and not re.fullmatch(r"\d{1,2}|\d{4}", inside):
        return False
    if len(inside) > 2 and inside.isalpha() and inside.islower() and inside not in _HONOURS:
        return False
    return len(words) == 1 and (inside.isupper() or len(inside) <= 4 or any(c.isdigit() or c.isupper() for c in inside))
