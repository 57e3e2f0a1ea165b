"""Remarks: what notes say to markers about answers, and to candidates about answering, whole sentences or parts of one; none of it is asked or credited."""

from __future__ import annotations

import re

from packbuilder.amounts import number_words
from packbuilder.leads import without_lead
from packbuilder.patterns import regex

_N = rf"(?:{number_words(1, 10)}|\d{{1,2}})"
_WHO = r"(?:answers?|responses?|candidates?|students?|pupils?|learners?|essays?|those|scripts?|anyone)"
_WEAK = r"(?:weak|weaker|weakest|poor|poorer|basic|limited|low|lower|lowest|bottom|less able|less successful|unsuccessful|simplistic|superficial|generic|descriptive)"
_GOOD = r"(?:good|better|best|strong|stronger|strongest|top|top[- ]band|high[- ]level|higher[- ]level|full[- ]mark|excellent|successful|sophisticated|able)"

_ONLY = r"(?:only|merely|simply|just)\s+(?:describ|list|stat|identif|mention|cop|giv|refer|writ|nam|defin|assert|quot|mak|retell|narrat|summaris|repeat|explain|cover|address)\w*"
OF_THE_WEAK = regex(
    rf"^(?:the |an? )?{_WEAK}(?:[- ](?:level|band|ability|attaining|scoring|mark|grade))* {_WHO}\b(?! (?:to|of|from|by|in)\b)|"
    rf"^(?:(?:many|some|most|few|a (?:number|minority|majority) of|too many|the|all)\s+)*{_WHO}\s+(?:(?:that|which|who)\s+)?(?:(?:often|sometimes|frequently|commonly|also|still|may|might|will)\s+)*"
    rf"(?:{_ONLY}|fail\w*|forg[eo]t\w*|omit\w*|lack\w*|confus\w+|struggl\w+|neglect\w*|ignor\w+|mis(?:read|understand|interpret|us)\w*|(?:do|does|did|can|could|will|would|should|must|may)(?: ?not|n['’]t))\b",
    re.IGNORECASE,
)
"""What weak answers do, and what no answer should: without its lead it reads as what is wanted."""

LIMIT = regex(
    rf"^(?:(?:if|where|unless|without|when) [^,]{{3,60}}, )?(?:\w+ ){{0,4}}?(?:{_WHO}|marks?)\b.*\b(?:(?:can(?: ?not|n['’]t)?|could|will|would|should|may|must|do|does)(?: not| only| still)?\s+(?:go (?:beyond|above|higher)|exceed|"
    r"be (?:awarded|given|placed|limited|capped|credited|restricted)|gain|score|reach|achieve|access|get|receive|earn|move (?:beyond|above|out))\b[^.;]*\b(?:levels?|bands?|marks?|credit|grades?|maximum|AO\s?\d)\b"
    rf"(?!\s+(?:for|by|if they|when they)\s+\w+ing\b)|(?:limited|capped|restricted) (?:to|at)\b)|\ba maximum of {_N} (?:marks?|points?)\b.*\b(?:only|without|if no|unless)\b",
    re.IGNORECASE,
)
"""Up to where an answer may go."""

_HABITS = regex(
    r"^(?:(?:many|some|most|few|several|all|the|too many)\s+)*(?:candidates?|students?|pupils?|learners?)\s+(?:often|sometimes|frequently|commonly|usually|typically|regularly|rarely|always|tend to|lose|lost)\b"
    r"|^(?:the )?(?:examiners?|markers?) (?:are looking|will (?:be )?(?:look|reward|credit|expect|want)\w*)\b|^you (?:will|would|can|could|may|might) (?:lose|gain|score|get|be awarded|be credited|be marked)\b.*\b(?:marks?|credit)\b",
    re.IGNORECASE,
)
"""What candidates do, and what is done about it."""
_OF_THE_GOOD = regex(
    rf"^(?:the |an? )?{_GOOD} {_WHO} (?:will|would|may|might|should|can|could|tend|often|also|usually|weigh|make|give|show|explain|include|link|use|vary|sustain|evaluate|offer|refer)\w*\b",
    re.IGNORECASE,
)
"""What good answers hold: behind a question it is for markers; by itself it may say what is asked ("Better answers will explain why ...")."""

_VOCABULARY = frozenset(
    f"""a an the of for from per to in on at by and or with no not without if when where as is are be was can may should will than up each every any all both only such
    one two three four five six seven eight nine ten half first second third fourth other another next x
    mark marks mk mks point points credit credits max maximum min total totals subtotal sub level levels band bands answer answers response responses reason reasons reasoning
    explanation explanations description descriptions development developments detail details example examples way ways factor factors step steps statement statements definition
    definitions part parts side sides feature features idea ideas link links method working workings accuracy units argument arguments judgement judgements conclusion conclusions
    knowledge understanding application analysis evaluation identification identifying explaining describing stating outlining giving naming making developing spag qwc scheme grid fit
    descriptor descriptors candidate candidates list rule order bullet bullets item items criteria reference references comparison comparisons justification quality
    cause causes effect effects use uses advantage advantages disadvantage disadvantages similarity similarities difference differences benefit benefits impact impacts
    consequence consequences sentence sentences problem problems solution solutions property properties function functions strength strengths weakness weaknesses row rows
    simple basic partial partially full fully clear clearly detailed developed correct correctly valid relevant linked appropriate suitable accurate good further additional extra
    separate different limited brief satisfactory complete outlined identified explained described stated named given available awarded marked based required
    award awarding give allow mark see use apply refer possible acceptable {" ".join(f"ao{n}" for n in range(1, 6))}""".split()
)
"""Words of which sentences are made that say how marks are given, and nothing else."""
_OF_MARKS = regex(
    rf"\b{_N} ?(?:marks?|mks?)\b|\b(?:no|full|half|any|each|these|method|accuracy) marks?\b|\bmarks? (?:for|per|each|available|awarded)\b|\bmax(?:imum)?\.?(?: of)? ?{_N}\b|\baward(?:ed|ing)? |\bcredit (?:for|given|any|only|where|if|each)\b"
    rf"|\bAO\s?\d|\bSPaG\b|\bQWC\b|\b(?:levels?|bands?) ?\d|\blevels of response\b|\b{_N} (?:for|per) (?:an? |the |each |every |any )?[a-z]|\bany (?:one|two|three|four|\d)\b",
    re.IGNORECASE,
)
_SHORT_FOR = regex(
    r"^(?:(?:ora|owtte|wtte|avp|ecf|cao|isw|bod|soi|nfww|awrt)\b[\s,/&]*(?:and\s+|or\s+)?)+$|^(?:oe|ft|aw|cso|dep)$|^max(?:imum)?\.?(?: of)? \d$",
    re.IGNORECASE,
)
"""What markers write for short: or reverse argument, or words to that effect, any valid point, error carried forward, ..."""
_FOR_EACH = regex(
    rf"^(?:(?:award|give|allow)\s+)?{_N}(?:\s+marks?)?\s+(?:for|per)\s+(?:each|every|any)(?:\s+[\w-]+){{0,4}}$|^(?:(?:award|give|allow)\s+)?{_N} marks? per \w+(?: (?:with|for|up to|if|and) [^;:]{{1,40}})?$",
    re.IGNORECASE,
)
_AWARDED = regex(
    rf"^(?:award|give|allow)\s+(?:(?:only|up to|a maximum of|max|the|full|all|{_N})\s+)*(?:marks?|credit)\b(?:(?! for (?:\w+ly )?\w+ing\b.*\bwith (?:reasons|explanations)$).*\bwith(?:out)? (?:no |any )?(?:working|method|explanation|units?|reason)s?$|.*\b(?:is|are) (?:seen|scored|given|implied)$|\s+only\b|\s+even\b)"
    rf"|^(?:award |give )?{_N} (?:further|additional|extra|other|more|second) marks? (?:is |are )?(?:given |awarded |available )?(?:for|if|where|when)\b"
    r"|^only (?:award|credit|accept|allow|reward|give (?:credit|marks?|the mark)|mark)\b|^no (?:marks?|credit)\b",
    re.IGNORECASE,
)
_VERDICT = regex(
    r"^(?:do not|don['’]t|never) (?:accept|credit|award|allow|penali[sz]e|reward)\b|^(?:accept|allow|reject|ignore|condone|credit)\s*(?=:|[‘“'\"]|\d)|^(?-i:ACCEPT|ALLOW|REJECT|IGNORE|CONDONE|CREDIT)\s"
    r"|^(?:accept|allow|ignore|condone|credit|reward) (?:any |all )?(?:other|equivalents?|alternatives?|reasonable|relevant|valid|suitable|appropriate|correct|sensible|reverse|converse|ecf|examples?|bod|either|misspell\w*|phonetic|minor|rounding)\b"
    r"|^(?:accept|allow|condone) (?:(?-i:[A-Z]{2,})\w*|(?!credit|marks?)[a-z]+) (?:for|instead of|in place of) (?!(?:[\w-]+ )?(?:reasons?|each|every|any|all|both)\b)",
    re.IGNORECASE,
)
"""What of an answer is credited, or not; "Allow blood to flow" is an answer, and none of these."""
_GENERIC = r"(?:units?|workings?|examples?|sentences?|judgements?|conclusions?|diagrams?|labels?|labelling|evidence|references?|details?|answers?|both|comparisons?|explanations?|justifications?|terminology|vocabulary|spelling|points?|arguments?|parts?|sides|named [\w-]+|(?:knowledge|understanding|use|recall|awareness) of .+)"
_REQUIRED = regex(
    rf"^(?:[\w-]+ ){{0,4}}?{_GENERIC}(?: (?:is|are|must be|should be|will be))? (?:not )?(?:required|needed|expected|essential|necessary|rewarded|credited|assumed|penalised)(?: (?:for|to|in|at|by) (?:the |full |any |all |each |both |top |level|band|higher |gain|access|reach|award|score|secure|credit|\d).*)?$"
    r"|^must (?:also )?(?:mention|refer|include|state|link|name|explain|relate|identify|quote|describe|define|compare)\b|^(?:ends?|begins?|starts?) with (?:a |an )?(?:conclusion|judgement|definition|introduction)s?$",
    re.IGNORECASE,
)
"""What an answer must have: the noun says nothing of a subject."""
_GAINS = regex(
    rf"^(?:(?:\w+ ){{0,2}}{_WHO}\b.*|.*)\b(?:scor|gain|earn|get|reach|access|achiev|merit)(?:e?s|ing)?\s+(?:(?:only|up to|at most|a maximum of|max(?:imum)?\.?|no more than|more than|in|at|into|the)\s+)*"
    rf"(?:(?:top|bottom|middle|highest) (?:levels?|bands?)\b|(?:full|top|high|higher|{_N}) marks?\b|full credit\b|(?-i:Level|Band|L)\s?\d)"
    rf"|\b(?:scor|gain|earn|get)(?:e?s|ing)?\s+(?:only|up to|at most|a maximum of|max(?:imum)?\.?|no more than)\s+{_N}$|^(?:\w+ ){{0,2}}{_WHO}\b.*\bscores?\s+{_N}$"
    r"|\b(?:for|in|at|beyond|above|into|reach(?:es)?|of|within)\s+(?:the\s+)?(?:(?:top|bottom|middle|higher|lower)\s+(?:of\s+)?)*(?<!trophic )(?-i:Level|Band|L)\s?\d(?:\s*\([^()]*\))?$"
    r"|\b(?:for|gain|get|score|earn|lose|reach) (?:the |full |top |higher |any )+marks?$",
    re.IGNORECASE,
)
"""What answers earn."""
_TOLD = regex(
    r"^(?:look|watch|check) (?:out )?for (?:the idea|(?:clear )?evidence|references?|mention|use of|links?|understanding|knowledge|explanations?|ecf|reversed|candidates|answers|students|any (?:two|three)|\d)\b"
    r"|^expect(?:ing)? (?:to see|references?|mention|answers?|candidates?|students?|some|explanations?|at least)\b|^(?:NB|N\.B)\b|^note\s*:|^(?:examiners?|markers?)['’]?s? (?:note|comment|guidance|tip)s?\b|^common (?:errors?|mistakes?|misconceptions?)\b"
    r"|^(?:sub[- ]?)?max(?:imum)?\.?(?: of)? ?\d\b(?: marks?)?(?: (?:if|unless|for|without|when|where|from|per|each)\b|$)"
    r"|^(?:candidates?|students?|pupils?|learners?|answers?|responses?) (?:must|should|needs? to|ha(?:ve|s) to) (?:also )?(?:refer|mention|include|link|state|show|give|use|name|explain|describe|make|be)\b[^:]*$"
    r"|^(?:the |an? )?(?:[\w-]+ )?(?:equations?|formula[es]?|diagrams?|definitions?|names?|dates?|calculations?|sketch(?:es)?|examples?|units?) (?:is|are|may be|can be) (?:not )?(?:required|needed|expected|used|credited)$"
    r"|^(?:full|half|maximum|top) marks?\b|^(?:partial|incomplete|vague|weak|full|complete) (?:answers?|definitions?|explanations?|responses?|descriptions?)\b(?! (?:of|to|for)\b)|^(?:the )?list (?:principle|rule)\b|^(?:see|refer to|use|apply) (?:the )?(?:levels?|list|mark scheme|generic|best[- ]fit)\b|^penali[sz]e .*\b(?:once|only|spelling|errors?|repeated)\b"
    r"|^condone (?:misspell|spelling|missing|poor|lack|use of|any|minor|wrong|incorrect|omission|phonetic|errors?)|^(?:top|middle|bottom|high(?:er)?|low(?:er)?) (?:band|level|mark)s?\s*[:–-]"
    r"|^any (?:other )?(?:reasonable|valid|sensible|suitable|relevant|correct|appropriate|plausible|credible)(?:,? (?:and |or )?\w+)? ?(?:answers?|points?|responses?|reasons?|suggestions?|examples?|explanations?|alternatives?|ideas?|others?)\b",
    re.IGNORECASE,
)
"""What markers are told to do; "look for danger" and "check breathing" are answers."""
_PASSIVE = regex(
    r"^(?:the |your )?(?:marks?|quality of (?:your )?(?:written )?(?:communication|english|language)|spelling\b[^.;:]*|both (?:sides|views|parts)|working|units|(?:named |relevant )?examples?|diagrams?|all (?:points|parts))\b"
    r"[^.;:]{0,40}?\b(?:will|should|must|may|can|needs? to) (?:also |not |only )*be (?:awarded|given|considered|assessed|shown|included|credited|expected|required|rewarded|marked|discussed|taken into account)\b",
    re.IGNORECASE,
)
"""What is done with answers, or has to stand in them ("Marks will be awarded for clarity", "Both sides should be considered")."""
_POINT_OF_IT = r"(?:reasons?|examples?|points?|uses?|propert(?:y|ies)|(?:dis)?advantages?|differences?|similarit(?:y|ies)|features?|factors?|causes?|effects?|ways?|facts?|details?|names?|answers?)"
_ON_ANSWERS = regex(
    r"^marks (?:are|will be) (?:awarded|given|available) (?:only )?for\b|^(?:spelling|grammar|punctuation|handwriting|SPaG)\b[^.;:]{0,40}? (?:is|are) (?:also |not )?(?:assessed|marked|tested|penali[sz]ed)$"
    rf"|^(?:{_N}|an?) {_POINT_OF_IT} (?:is|are) (?:enough|sufficient)(?: here)?$|^(?:the )?(?:names?|equations?|formula[es]?|dates?|details?|definitions?) of [\w ’'-]{{3,30}} (?:is|are) not (?:needed|required|expected|assessed)$"
    rf"|^{_WHO} should (?:also )?(?:reach|come to|arrive at|make|offer) (?:an?|the|their own|some) (?:[\w-]+ )?(?:judge?ments?|conclusions?|decisions?|recommendations?)\b[^.;:]{{0,40}}$",
    re.IGNORECASE,
)
"""What is marked, how much is enough, what need not be said ("Spelling is assessed", "One reason is enough")."""
_WORD = regex(r"[A-Za-z][\w’'-]*")
_OF_THE_BETTER = regex(
    r"^(?:better|stronger|good|weaker|top|the best|best|excellent|higher[- ]level) (?:answers?|candidates?|responses?|students?|essays?) (?:(?:will|may|can|should|might|could|often|usually|also|tend to) )*"
    r"(?:link|distinguish|use|support|develop|make|offer|go|consider|structure|integrate|balance|prioriti[sz]e|embed)\b(?-i:[^A-Z]{0,48})$",
    re.IGNORECASE,
)
"""What better answers do, which names nothing of a subject ("Better answers link policies to aims")."""
_LEVEL_ALONE = regex(r"^(?:Levels|Level[- ](?:marked|based)|Levels of response)$")


OF_QUALITY = regex(
    r"^(?:(?:for )?(?:a )?(?:pass|merit|distinction)\s*[:–-]\s|(?:content|communication|accuracy|organisation|structure|range|style|(?:quality|use|range|accuracy) of (?:the )?(?:written )?(?:language|communication|vocabulary|grammar|structures?)|grammar|vocabulary|spelling|presentation)\s*[:–(\[-]?\s*(?:/\s*)?\d{1,2}(?:\s*marks?)?[\])]?$"
    r"|(?:second|third|fourth|next|other) \w+\s*[:–-]\s*(?:the same|same|as above|ditto|repeat)\b)",
    re.IGNORECASE,
)
"""What marks are given for, whatever is said: a grade, a quality with its marks, the same once more ("Merit: explain why", "Content 10", "Second way: same")."""


def is_remark(part: str) -> bool:
    """Whether a sentence, a clause or what stands between semicolons speaks to markers alone: it is no answer."""
    said = part.strip(" .;,–—-•*")
    if said[:1] == "(" and said.find(")") == len(said) - 1:
        said = said[1:-1].strip()
    if not said:
        return False
    patterns = (
        _SHORT_FOR,
        _LEVEL_ALONE,
        _FOR_EACH,
        _AWARDED,
        _VERDICT,
        _REQUIRED,
        _PASSIVE,
        _ON_ANSWERS,
        _TOLD,
        OF_QUALITY,
        OF_THE_WEAK,
        _OF_THE_GOOD,
        _HABITS,
    )
    return any(pattern.match(said) for pattern in patterns) or bool(LIMIT.search(said) or _GAINS.search(said)) or _of_marks_only(said)


_OF_THIS = regex(
    rf"^max(?:imum)?\.?(?: of)? {_N}\b|^not [‘“'\"]|^(?:accept|allow|ignore|condone|reject)\s+\S+(?: \S+){{0,7}}$|^must (?:also )?(?:mention|refer|include|state|name|use|link|be|have|give)\b|^R\s?:\s",
    re.IGNORECASE,
)


def is_verdict(line: str) -> bool:
    """Whether a line by itself says what of the answers before it is credited, or how: what candidates do in general is none of it."""
    said = line.strip(" .;,–—-•*")
    patterns = (_SHORT_FOR, _FOR_EACH, _AWARDED, _VERDICT, _REQUIRED, _OF_THIS)
    return any(pattern.match(said) for pattern in patterns) or _of_marks_only(said)


def _of_marks_only(said: str) -> bool:
    """Whether a text says only how marks are given, word by word ("one mark each", "1 mark for point, 1 mark for explanation")."""
    words = [word.casefold() for word in _WORD.findall(said)]
    if not _OF_MARKS.search(said) or len(words) < 2:
        return False
    return not re.search(r"[=£$%°]", said) and all(word in _VOCABULARY for word in words)


_KINDS = frozenset(
    "cause causes effect effects reason reasons explanation explanations development example examples point points identification description evidence link links comment conclusion judgement detail definition analysis evaluation method answer".split()
)


def is_kind(part: str) -> bool:
    """Whether a part only names a kind of answer ("Explanation", "Development")."""
    return part.strip(" .;").casefold() in _KINDS


_COMMANDS = r"(?:describe|explain|evaluate|analyse|assess|discuss|compare|state|list|define|identify|justify|outline|argue|apply|judge|conclude|narrate|assert|summarise)"
_THINGS = r"(?:(?:key|main|technical|important|relevant|your|any|all|the)\s+)*(?:terms?|words?|terminology|vocabulary|formulas?|formulae|equations?|points?|ideas?|arguments?|assumptions|opinions?|argument|view|thesis|line of argument)"
_PLACE = r"(?:at the (?:start|beginning|end|outset)|in (?:the|your|an?) (?:introduction|conclusion|first paragraph|opening)|first|as you go|throughout|early(?: on)?|in (?:the|each|every) (?:question|paragraph|answer))"
_ADVICE = regex(
    rf"^{_COMMANDS}(?:,| and)?(?: as well as| rather than| instead of| before| and not| not| don['’]t| do not| but do not)(?: you| just| only| simply| merely)* (?:{_COMMANDS}|\w+ing)$"  # "Evaluate rather than describe"
    rf"|^(?:define|explain|state|list|give|outline|identify|use|underline|highlight|learn) {_THINGS} {_PLACE}\b"  # "Define key terms in the introduction"
    r"|^(?:explain|justify|develop|support|link|evidence|illustrate|exemplify|expand|back up|number|reference|evaluate) (?:each|every|all|any)(?: of)?(?: your| the)? (?:point|choice|decision|statement|idea|reason|argument|answer|claim|example|paragraph|step)s?(?: (?:you make|made|fully|in full|in detail|clearly|with \w+))*$"  # "Justify every choice you make"
    r"|^compare like (?:with|for|to) like$|^link (?:it |this |each \w+ |every \w+ |points? |ideas? |your \w+ )?back\b(?! to back\b)|\bback to the (?:question|title)\b"
    r"|^(?:always |never |try to |remember to )?(?:plan|manage|check|re-?read|proofread|structure|organise|support|number|write|begin|start|end|finish|develop|divide|budget|use) (?:(?:all|each|every|some) (?:of )?)?your (?:answers?|time|essays?|responses?|work|writing|spelling|paragraphs?|points|handwriting|arguments?|conclusion|introduction)\b(?!.*\b(?:how|why)\b)"
    r"|^(?:check|watch|mind) (?:(?:your|the) )?(?:spelling|punctuation|grammar|units?|working|answers?|question)\b"
    r"|^(?:read|answer|address|re-?read|understand|focus on|stick to) (?:the|each|every|both parts of the|all (?:of|parts of) the|all) (?:\w+ )?questions?(?: (?:twice|carefully|fully|first|set|asked|paper|in full|and))*$|^spend (?:about |around |no more than )?\d+ min"
    r"|^(?:quote|use|refer to|give|include) (?:\w+ )?(?:figures?|data|numbers|values|evidence) from (?:the|each) (?:graph|table|figure|source|data|text)s?$"
    r"|^(?:refer|referring) to .+ in (?:every|each|all|your) answers?$"
    rf"|^(?:analyse|explore|discuss|comment on|consider|examine|evaluate) (?:(?:the|use of|writer['’]s|effects? of|and|or) )*(?:language|form|structure|context)s?\b(?:,? (?:and )?(?:form|structure|language|context)s?)*(?: using (?:relevant |accurate |appropriate )*(?:subject )?(?:terminology|terms))?$"
    r"|^(?:do not|don['’]t|never|avoid|always|remember to|make sure|ensure|be sure to|try to|aim to) (?:that )?(?:you )?(?:forget to (?:mention|include|explain|use|refer|state|give|check)|mention(?:ing)? |(?:include|add|write|give|reach|end with|start with|show|check) (?:an? |your |the |any )?(?:clear |final |supported |short )?(?:conclusion|introduction|judgement|examples?|evidence|units?|workings?|plan|overview)s?\b"
    r"|wast(?:e|ing) time|repeat(?:ing)? (?:the question|yourself|points)|answer the question|feature[- ]spot\w*|explain why the writer)",
    re.IGNORECASE,
)  # fmt: skip
"""How to answer, whatever is asked: no subject is named."""
_ADJECTIVE = r"(?:clear|clearly|accurate|accurately|correct|correctly|logical|logically|specific|relevant|detailed|labelled|full|fully|neat|appropriate|precise|good|sound|well[- ]\w+|coherent|balanced|named|developed|explicit|valid|careful|suitable|consistent|ambitious|confident|fluent)"
_OF_QUALITY = regex(
    rf"^(?:(?:an? |the )?{_ADJECTIVE}(?:,? (?:and )?{_ADJECTIVE})* )+(?:sequenc\w+|order\w*|structure|plotting|plots?|labelling|labels?|layout|presentation|diagrams?|sketch(?:es)?|scales?|axes|drawing|steps|points?|examples?|chains? of reasoning|paragraphs?|handwriting|annotations?|use|detail|evidence|quotations?|working|units?)"
    r"(?: (?:of|for|from|in|to|with|on) (?:the |your |a |an |each |all )?(?:steps?|points?|axes|data|scales?|values|ideas|labels?|case stud(?:y|ies)|texts?|sources?|terms?|key terms|reasoning|working|argument|units?|answers?|extract|diagrams?))?$"
    r"|^use of (?:an? )?(?:(?:wide|full|varied|good) )?(?:range|variety) of (?:punctuation|vocabulary|sentences?|sentence \w+|connectives|techniques|devices|structures|paragraphs?)\b",
    re.IGNORECASE,
)
"""How well something is done, whatever it is."""
_CREDITED = regex(
    r"^(?:well[- ]\w+ |detailed |sound |good |some |accurate |clear |full |basic |limited )*(?:knowledge|understanding|use|recall|awareness|chains? of reasoning|explanations?|descriptions?|points?|examples?|named examples?|answers?|responses?|arguments?|conclusions?|references?)\b",
    re.IGNORECASE,
)
_REWARDED = regex(
    r"\b(?:is |are |will be |should be |must be )?(?:assumed|rewarded|credited|penalised)(?: (?:at|in|for|by) .*)?$", re.IGNORECASE
)
_ORDERS = regex(r"^(?:\d{1,2}(?:\.\d+)* )?(?:award|give|allow)?\s*(?:\d|one|two|three) marks? (?:each )?for\b[^;]*;\s*(?:award |give |and |then )*(?:\d|one|two|three|an?other|a further) (?:marks? )?for\b", re.IGNORECASE)  # fmt: skip
"""Several answers, each with its mark, to a question that is not there ("1 mark for naming X; 1 mark for Y")."""
_ASKED_FIRST = regex(
    r"(?:(?:an? |the )?(?:[\w-]+ )?)(?:discussion|evaluation|assessment|analysis|explanation|description|comparison|examination) (?:of|about|on) (?:whether|how|why|the|an?|two|three) [^;.]{8,}[;.]\s",
    re.IGNORECASE,
)
"""What is asked about, and only behind it how: "Discussion of whether prisons work; conclusion needed for full marks"."""
_LIKE_COMMAND = regex(rf"^{_COMMANDS}\b", re.IGNORECASE)


_FOR_FULL_MARKS = regex(
    rf"^{_WHO} (?:must|should|need to|have to)\b.*\b(?:for (?:full|top|maximum|high|higher) (?:marks|credit)|to (?:support|illustrate|back up) (?:their|the) (?:answers?|points?|arguments?))$"
    rf"|^(?:credit|reward) {_WHO} (?:who|that|which) .*\brather than \w+$"
    r"|^(?:credit|reward) (?:any |relevant |appropriate |accurate |the )*(?:quotations?|quotes?|references?|examples?|evidence|terminology|statistics|case studies) (?:from|to|in|that)\b[^:]*$",
    re.IGNORECASE,
)
"""What candidates must do for all marks, whatever that is."""


def is_advice(point: str) -> bool:
    """Whether a whole point says only how to answer, how well, or what answers earn, and asks for nothing of its subject."""
    said = re.sub(r"\s*\([^()]*\bmarks?\)$", "", re.sub(r"^AO\s?\d\s*[:–-]\s*", "", point.strip(" .;,–—-•*")))
    if (
        _OF_THE_BETTER.match(said)
        or _ADVICE.match(said)
        or _OF_QUALITY.match(said)
        or _FOR_FULL_MARKS.search(said)
        or _ORDERS.match(said)
        or _HABITS.match(said)
    ):
        return True
    if _VERDICT.match(said) or _AWARDED.match(said) or _SHORT_FOR.match(said):
        return True
    if _CREDITED.match(said) and _REWARDED.search(said):
        return True
    if _LIKE_COMMAND.match(said) or _ASKED_FIRST.match(said):
        return False
    led = without_lead(said)[1]  # "To gain full marks, explain how ...": what is asked stands behind it
    earns = LIMIT.search(said) or (not led and _GAINS.search(said))
    return bool(earns or (_REQUIRED.match(said) and not said.casefold().startswith("must ")))
