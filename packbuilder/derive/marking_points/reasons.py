"""Reasons: what follows a colon, a dash or an arrow behind a question for an explanation or a description, where it answers it.

"Explain why metals conduct: free electrons" is answered; "Discuss the view: power corrupts" and "Explain the plot of 2001: A Space Odyssey" are asked about.
"""

from __future__ import annotations

import re

from packbuilder.amounts import FEW, number_said, number_words
from packbuilder.derive.marking_points.inflection import is_known
from packbuilder.derive.marking_points.inversion import is_done
from packbuilder.derive.marking_points.lexicon import DETERMINERS
from packbuilder.derive.marking_points.told_behind import is_step
from packbuilder.patterns import regex

_VERBS = frozenset("explain describe compare suggest outline discuss justify".split())
_SIGN = regex(r"(?P<colon>:\s+)|(?P<stop>;\s+)|\s(?:[–—-]|(?P<arrow>[-=–—]+>|→|⇒))\s+")
_THINGS = (
    r"(?:reasons?|causes?|factors?|ways?|effects?|consequences?|impacts?|features?|uses?|"
    r"advantages?|disadvantages?|benefits?|drawbacks?|strengths?|weakness(?:es)?|limitations?|risks?|problems?|solutions?|costs?|roles?|functions?|purposes?|structures?|tests?|results?|importance|significance|properties|property|"
    r"adaptations?|differences?|similarit(?:y|ies)|meanings?|observations?|appearance|arrangement|precautions?|improvements?|bonding|shape|colours?|correlation|trend|pattern|texture|location)"
)
_WHY = regex(
    rf"^\w+(?: and \w+)? (?:(?:why|how|whether)\b|(?:the |an? )?(?:{FEW}|some|any) (?:[\w’'-]+ ){{0,2}}?"
    rf"{_THINGS}\b|(?:the |an? |some |possible )?(?:[\w’'-]+ ){{0,2}}?{_THINGS}(?= (?:of|on|for|in|to|that|which|why|by|between|against|a|the)\b))",
    re.IGNORECASE,
)
"""What is answered by things, in however few words."""
_ANNOUNCED = regex(
    r"\b(?:following|these|terms?|words?|phrases?|concepts?|expressions?|statements?|quot\w+|opinions?|ideas?|proverbs?|sayings?|arguments?|assertions?|propositions?|theor(?:y|ies)|theme|topic|"
    r"poems?|novels?|books?|films?|texts?|songs?|stor(?:y|ies)|pieces?|paintings?|characters?|process(?:es)?|examples?|events?|case study|case studies|scenarios?|situations?|title|sentence|headline|caption|slogan|motto|hypothesis|either|both|one of (?:the|these)(?: \w+)?|(?:the|this|an?|one|his|her) (?:[\w-]+ )?(?:play|work|view|claim|comment|question)|(?:the|these|two|both) (?:plays|works|views|claims|comments|questions))$",
    re.IGNORECASE,
)
"""What is named behind a sign and asked about."""
_OF_A_WORK = regex(
    r"\b(?:poems?|novels?|books?|films?|texts?|songs?|stor(?:y|ies)|pieces?|paintings?|plays?|works?|characters?)$", re.IGNORECASE
)
"""A work or a person, which is named behind a sign by a name: what opens with a pronoun, or goes on with arrows, is told of it."""
_TOLD_OF_IT = regex(r"(?:it|they|he|she)\b|[a-z][^→>]*\s(?:[-=]>|→)\s")
_OF_A_SAYING = regex(
    r"\b(?:this|the|following) (?:statement|view|claim|quotation|quote|opinion|assertion|argument|saying|proverb|belief|idea(?! of\b))\b",
    re.IGNORECASE,
)
_COUNTED_LAST = regex(
    rf"\b(?:{FEW}|both) (?:(?!(?:why|how|of|for|in|on|that|which|to)\b)[\w-]+ ){{0,2}}?(?!(?:reasons?|causes?|factors?|ways?|effects?|consequences?|impacts?|features?|uses?|advantages?|disadvantages?|benefits?|drawbacks?|strengths?|"
    r"weakness(?:es)?|limitations?|risks?|problems?|solutions?|costs?|properties|property|adaptations?|differences?|similarities|similarity|methods?|functions?|roles?|precautions?|improvements?)$)[\w-]+$",
    re.IGNORECASE,
)
"""Things that are counted last are named next ("Compare two materials: wood and steel")."""
_COUNTED_FIRST = regex(
    rf"(?:describe|explain|outline) (?:the )?(?P<n>(?!one\b|1\b){FEW}) (?:[\w’'-]+ ){{1,2}}?(?:in|of|that|which|used|by|for|on|within|between) ",
    re.IGNORECASE,
)
"""So many things of something, which are named behind a sign as the answer."""
_TITLED = regex(
    r"\b(?:plot|themes?|opening|ending|film|novel|play|book|game|album|character|setting|genre|director|narrative|story|scenes?|poster|trailer|series|representation|soundtrack|cinematography|episode|documentary)\b",
    re.IGNORECASE,
)
_NOT_ANSWERED = regex(
    r"(?:(?:do not|don['’]t|never) (?:refer|mention|write|include|use|copy|describe|explain|discuss|compare)|how|why|what|which|who|when|where|whether|is|are|do|does|in your|use|using|include|including|on|at|within|between|during|with|without|for example|e\.g|i\.e|such as|and|or|but|not|as|by|from|to what|refer|see|give|think|"
    r"consider|remember|link|only|(?:higher|foundation)(?= tier\b| only\b|$)|triple|separate|combined|extended|extension|challenge|HT|FT|AO\s?\d|A[- ]?level|GCSE|year|act|scene|chapter|part|section|unit|paper|topic|page|pp?\.|book|stage|level|lines?|verses?|"
    r"required practical|RP\d?|practical|any|max|\d+ ?(?:words?|marks?|minutes?|lines?|points?)|you|your)(?!\w)|[‘“'\"]|\d+ ?m(?:arks?|ks?)?$|\d{1,2} [A-Z][a-z]+ \d{4}$|(?:c\. ?)?\d{3,4}\s?[–-]\s?\d{2,4}$|[\d.,\s–-]+$|(?:its|their|his|her) (?:[\w-]+ )?[\w-]+$"
    r"|(?:both (?:sides|views|parts|types|kinds)\b|(?:pros|for|causes|advantages|strengths|benefits|similarities|costs) and (?:cons|against|effects|consequences|disadvantages|weaknesses|limitations|drawbacks|differences|benefits)$|(?:social|economic|political|environmental|physical|human|natural|moral|religious|cultural|positive|negative|short-term|long-term|internal|external|domestic|foreign|local|national|global|primary|secondary)"
    r"(?:,? (?:and|or|versus|vs) [\w-]+)?$)",
    re.IGNORECASE,
)
"""What goes on with a question, limits it, or speaks to candidates."""
_ROUTE = regex(
    r"\b(?:journey|route|path|flow|movement|passage|development|change|transition|relationship|reaction|conflict|link)\b", re.IGNORECASE
)
_FROM_TO = regex(r"(?:[\w-]+ ){1,3}to (?:[\w-]+ ?){1,3}$", re.IGNORECASE)
_SAYS = regex(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|will|becomes?|leads?|led|causes?|caused|makes?|made|gets?|means?|meant|falls?|fell|rises?|rose|increases?|increased|decreases?|decreased|reduces?|allows?|prevents?|burns?|turns?|"
    r"controls?|carr(?:y|ies)|provides?|produces?|protects?|helps?|gives?|goes|moves?|keeps?|absorbs?|stores?|contains?|creates?|shows?|lets?|needs?|takes?|stops?|forms?|both|more|less|while|whereas)\b",
    re.IGNORECASE,
)
_IN_TERMS = regex(r"\w+,? (?:in terms of|using|with reference to|for each|as)\b", re.IGNORECASE)
_BETWEEN = regex(r"\b(?:between|compare|contrast|both)\b", re.IGNORECASE)
_OTHER_HALF = regex(
    r"[\w-]+ (?:links?|relation(?:s|ships?)?|reactions?|conflicts?|interactions?|systems?|cycles?|boundar(?:y|ies)|bond(?:s|ing)?|models?|theor(?:y|ies)|ratios?|exchange)\b(?! (?:is|are|was|were)\b)",
    re.IGNORECASE,
)
"""What two things make together ("the cause - effect link between ...")."""
_HALF = regex(r"(?:[^\w\s’'”)\uA000-\uA48C]|(?<![\w’'])[a-z]|\b(?:for|of|the|an?|to|in|by|with|and|or))$")
_QUOTED_LAST = regex(r"(?<=\w)[’'”\"]$")
_PAIRED_NAMES = regex(r"[A-Z][\w’'-]*$")
_NAMED_FIRST = regex(r"(?:[A-Z]{2,}|[A-Z][a-z]+)(?:-[A-Za-z]+)? (?!(?:and|or|versus|v|vs)\b)[a-z]+ \S+ \S")
_PRESENTED = regex(r"\bhow\b.*\b(?:presents?|presented|shows?|conveys?|portrays?|explores?|depicts?)\b", re.IGNORECASE)
_NAMES = regex(r"(?=\S* \S)[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\w{1,3}))*")
_REASON = regex(r"\bwhy\b|\b(?:reasons?|causes?)\b", re.IGNORECASE)
_IN_BRACKETS = regex(r"^\(([^()]*)\)$")
_COMMANDED = regex(
    r"(?:explain|describe|state|name|give|identify|compare|discuss|evaluate|suggest|outline|assess|analyse|define|list|calculate|justify|the other|another|one)\b",
    re.IGNORECASE,
)
_STROKE = regex(r"\w+\s?/\s?\w+")
_COUNTED = regex(rf"\b(?:{number_words(1, 10)})\b", re.IGNORECASE)
_WAY = regex(r"\b(?:journey|route|path(?:way)?|passage|order|sequence|stages|steps|flow|process|chain)\b", re.IGNORECASE)
"""A way whose steps are known to the tail."""
_TWO_NAMED = regex(r"[\w-]+ (?:and|or|&) [\w-]+")
"""Two parts of what is explained ("Explain cell division: mitosis and meiosis")."""
_CHAIN = regex(r"\s(?:[-=]>|→|[–—-])\s")
_ARROWS = regex(r" (?:[-=]>|→) ")
_OF_TWO = 2
_ARROW = regex(r"[a-z]{3} (?:[-=]>|→) [a-z]")
_FOR_REASON = regex(r"\b(?:why|importance of|reasons? (?:for|why))\b", re.IGNORECASE)
_CHANGED = regex(
    r"\b(?:chang\w*|reactions?|conversions?|decays?|transitions?|transfers?|path\w*|operator|symbol|sign|from)\b|\d\S*$|\+", re.IGNORECASE
)
"""Where an arrow is what is asked about."""
_OF_TERM = 3
_OF_THINGS = regex(
    rf"(?:the |an? |some |possible |main |one |two |three )?(?:[\w’'-]+ ){{0,1}}?(?:{_THINGS}|definition|meaning) (?:of|for|in|on)\b",
    re.IGNORECASE,
)
_MOST = 25
_SYMBOLISES = regex(
    r"\bwhat (?!.*\bby$)[^,;:]+ (?:symboli[sz]es?|represents?|stands? for|means?|suggests?|shows?|reveals?)$", re.IGNORECASE
)
"""What is answered by what stands behind a colon, noun as it is ("what the beast symbolises: the fear inside the boys")."""
_ASKS_HOW = regex(r"\w+(?: and \w+)? how\b", re.IGNORECASE)
_BY_WHAT = regex(r"by (?!(?:the (?:end|time)|\d|then|itself)\b)", re.IGNORECASE)
"""By what something is done, which answers how ("how heat is lost: by conduction")."""


def reasoned(head: str, verb: str) -> tuple[str, str] | None:
    """Cut a question for reasons or a description at the sign behind which its answer stands; None where it has none.

    Lists behind a colon are left alone: they are known to the tail.
    """
    sign = _SIGN.search(head) if verb in _VERBS else None
    if not sign:
        return None
    asked, given = head[: sign.start()].rstrip(), _IN_BRACKETS.sub(r"\1", head[sign.end() :].strip(" ."))
    dash = not sign["colon"]
    if asked.count("(") + asked.count("[") > asked.count(")") + asked.count("]"):
        return None
    if sign["stop"] and (not _WHY.match(asked) or len(given.split()) < 2 or _COMMANDED.match(given)):
        return None
    if _STROKE.fullmatch(given) and not _COUNTED.search(asked):
        return None
    if sign["colon"] and _SYMBOLISES.search(asked) and len(given.split()) > 1:
        return asked, given
    names_them = bool(sign["colon"]) and _names_them(asked, given)
    if len(asked.split()) < 2 or "?" in asked or (not names_them and _is_named(asked, given, dash=dash)):
        return None
    by_what = _ASKS_HOW.match(asked) and _BY_WHAT.match(given)
    if _NOT_ANSWERED.match(given) and not (sign["colon"] and (by_what or is_step(given, asked))):
        return None
    if names_them:
        return asked, given
    if sign["colon"] and len(_ARROWS.split(given)) > _OF_TWO and _FOR_REASON.search(asked) and not re.search(r"[;?:+=]", given):
        return asked, given  # "why it is worse: higher frequency → more energy → ionising"
    if sign["colon"] and len(_CHAIN.findall(given)) > 1 and not re.search(r"[:+=]", given) and not _WAY.search(asked):
        return asked, given  # "... cycle: evaporation -> condensation -> precipitation"
    if sign["colon"] and _ARROW.search(given) and _FOR_REASON.search(asked) and not re.search(r"[;?:+=]", given):
        return asked, given  # "why it is used: fewer germs get in → less infection"
    if sign["arrow"] and not _arrives(asked, given):
        return None
    if re.search(r"[;?:=]|\d,\d" if sign["arrow"] else r"[,;?:→=]", given) or _CHAIN.search(given) or not 0 < len(given.split()) <= _MOST:
        return None
    return (asked, given) if _answers(asked, given, verb, dash=dash) else None


def _names_them(asked: str, given: str) -> bool:
    """Whether as many names as are asked for stand behind a sign ("two flows in the carbon cycle: photosynthesis and respiration")."""
    counted = _COUNTED_FIRST.match(asked)
    return bool(counted and len(re.split(r", (?:and )?| and ", given)) == number_said(counted["n"].casefold()))


def of_things(head: str) -> tuple[str, str] | None:
    """Cut a point that is a noun for what can be listed ("Uses of alkanes: fuels")."""
    found = reasoned(f"Explain {head[:1].lower()}{head[1:]}", "explain")
    sign = _SIGN.search(head)
    if not sign or sign["arrow"]:
        return None
    asked, given = head[: sign.start()].rstrip(), head[sign.end() :].strip(" .")
    listed = _OF_THINGS.match(asked)
    if listed and (
        found or (not sign["colon"] and "," in given and given[:1].islower() and not (_NOT_ANSWERED.match(given) or _SIGN.search(given)))
    ):
        return asked, given
    return None


def _arrives(asked: str, given: str) -> bool:
    """Whether an arrow stands before an answer, and is none of a change or a reaction."""
    return (
        bool(_WHY.match(asked) or len(given.split()) > _OF_TERM) and not _CHANGED.search(asked) and not re.search(r"\d", given.split()[0])
    )


def _is_named(asked: str, given: str, *, dash: bool) -> bool:
    """Whether what stands behind a sign is what the question asks about."""
    told = bool(_OF_A_WORK.search(asked) and _TOLD_OF_IT.match(given))
    if (_ANNOUNCED.search(asked) and not told) or _OF_A_SAYING.search(asked) or _HALF.search(asked) or len(asked) < len("Explain ab"):
        return True
    if _COUNTED_LAST.search(asked) or (dash and _OTHER_HALF.match(given)) or (asked.endswith(")") and given.endswith(")")):
        return True
    if _IN_TERMS.match(asked) or (_BETWEEN.search(asked) and not re.search(r"\band\b", asked)):
        return True
    if re.search(r"[A-Z\d]\w*$", asked) and _TITLED.search(asked):
        return True
    return bool(_ROUTE.search(asked) and _FROM_TO.match(given))


def _answers(asked: str, given: str, verb: str, *, dash: bool) -> bool:
    says = bool(_SAYS.search(given)) and len(given.split()) > 1
    if verb == "compare":
        return says and (given[:1].islower() or given.split()[0] in asked.split())
    if verb == "discuss":
        return bool(_WHY.match(asked)) or says
    if dash and _PAIRED_NAMES.search(asked) and given[:1].isupper() and not says:
        return _does_so(given)
    if re.match(r"\w+ how to\b", asked, re.IGNORECASE):
        return says
    if _WHY.match(asked):
        # Names are often what a question is about: "how poets present war - Exposure and Remains".
        if _PRESENTED.search(asked) and given[:1].isupper():
            return False
        return not _NAMES.fullmatch(given) or bool(not dash and _REASON.search(asked))
    if _QUOTED_LAST.search(asked):
        return len(given.split()) > 1 and not given[:1].isupper()
    several = len(given.split()) > 1 and given[:1].islower() and not _TWO_NAMED.fullmatch(given)
    return says or (several and not re.match(r"(?:the|its|their|this|his|her)\b", given) and not (dash and len(given.split()) < 3))


def _does_so(given: str) -> bool:
    """Whether a thing that opens with a name is told of with what it does, is done to it, or is for ("US aid to rebuild Europe"); "RAF tactics" only says which side is meant."""
    words = given.split()
    return bool(_NAMED_FIRST.match(given)) and any(_tells_more(*words[at - 1 : at + 2]) for at in range(2, len(words) - 1))


def _tells_more(before: str, word: str, after: str) -> bool:
    """Whether a word tells more of the noun before it: a pronoun, "to" with a verb, or a participle."""
    if word == "to":
        return is_known(after) or is_known(after.removeprefix("re"))
    plain = before not in DETERMINERS
    return word in ("that", "which", "who") or (plain and word.endswith("ing") and len(word) > len("thing")) or (plain and is_done(word))
