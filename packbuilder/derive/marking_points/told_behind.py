"""Told behind: whether a sentence behind a finished question tells candidates how to answer, asks for a second thing, or is a step of the answer.

"Describe a test for starch. Add iodine" is answered; "Describe the trend. Use the figure" and "Explain your answer" are told to candidates. What
may be either ("Compare adjacent pairs", "Draw a line") is a step where marks or semicolons stand within it; else nobody can tell.
"""

from __future__ import annotations

import re

from packbuilder.derive.marking_points.clauses import kind_of
from packbuilder.derive.marking_points.verbs import base_form
from packbuilder.patterns import regex

_MANY = r"(?:an?|one|two|three|four|some|any|all|each|at least (?:one|two|three)|the|your|relevant|specific|named|detailed|clear|short|full|your own)"
_EVIDENCE = r"(?:examples?|reasons?|evidence|quotations?|quotes|references?|details?|facts|case stud(?:y|ies)|theor(?:y|ies|ists?)|statistics|arguments?|judge?ments?|conclusions?|diagrams?|sketch(?:es)?|calculations?|equations?)"
_LENT = (
    r"(?:figures?|tables?|graphs?|charts?|data|information|sources?|extracts?|items?|text|passage|diagrams?|sketch(?:es)?|maps?|photographs?|pictures?|images?|insert|words?|values?|results|equations?|formula(?:e|s)?|"
    r"terms?|terminology|vocabulary|language|ideas?|knowledge|theory|model|concepts?|periodic table|case stud(?:y|ies)|examples?|evidence|quotations?|calculations?|flow ?charts?|sentences|bullet points|standard form|symbols?|notation|following)"
)
"""What a question lends to its answer, or an answer is written with."""
_TELLS = regex(
    rf"(?:show|set out|include)\b[^.]*\b(?:workings?|calculations?|steps|stages|reasoning|units?)\b"
    rf"|(?:give|round|express|leave|write|state|record|quote|show|present|set out|support|illustrate|develop|structure|organise|justify|explain|label|describe|plan|limit|keep|base|answer|complete|use)\b[^.]*\b(?:your|the|each|any|all|both|this|these) (?:[\w-]+ )?(?:answers?|responses?|choices?|reasons?|reasoning|views?|opinions?|decisions?|conclusions?|values?|results?|working|essay|findings|knowledge|ideas|own)\b"
    rf"|draw (?:an?|the) (?:fully )?(?:labelled )?(?:diagram|sketch|graph|table|flow ?chart)\b(?!,)|write (?:about|in|an?|one|two|full|your)\b|give (?:{_MANY} )*(?:[\w-]+ )?{_EVIDENCE}\b|give (?:units|both|details)\b"
    rf"|(?:use|apply) (?:{_MANY} )*(?:[\w-]+ ){{0,3}}?{_LENT}\b|use (?:one|both|two|\S{{1,4}}\s?=)(?!\w)|(?:use|take|assume) [^\s=]{{1,6}} ?(?:=|as|to be)(?!\w)"
    r"|(?:refer|include|including|consider|mention|illustrate|assume|suppose|imagine|note|remember|recall|think|ignore|neglect|hint|do not|don['’]t|make (?:reference|sure|clear)|with|without|in your|in the|your?|you)\b"
    rf"|(?:look(?: back)? at|study|read|see) (?:the |your )?(?:[\w-]+ )?(?:{_LENT}|instructions?|question|part)\b"
    r"|(?:explain|justify|discuss|comment)[ .]*$",
    re.IGNORECASE,
)
_ATTENDS = regex(
    r"(?:think (?:about|of|carefully)|(?:pay|give) (?:close |careful |particular )?attention to|focus on|concentrate on|consider|remember|bear in mind|look (?:closely |carefully )?at|take (?:care|into account)|make sure|try to|illustrate|avoid|"
    r"be (?:as )?(?:precise|specific|clear|concise|careful|brief|accurate|detailed|critical|balanced|sure|aware)|(?:do not|don['’]t|never) (?:just |only |simply |forget to )?(?:refer|mention|write|include|use|copy|describe|explain|discuss|compare|retell|list|repeat|name|forget))\b",
    re.IGNORECASE,
)
"""What candidates are told to attend to, whatever is asked ("Think about who listened to him", "Be precise")."""
_ASKS_ON = regex(
    r"(?:which|what|why|how|who|whom|whose|where|when|to what extent|should|do you|would you)\b[^?]*\?$",
    re.IGNORECASE,
)
_CANDIDATES = regex(
    r"\b(?:you|your|yours|yourself|answers? (?:sheet|space|book(?:let)?)|(?:lines?|space|box) (?:provided|below))\b", re.IGNORECASE
)
_SURE = frozenset(
    """explain describe state name evaluate discuss assess justify suggest outline define analyse examine explore summarise recommend predict
    distinguish interpret comment contrast deduce prove""".split()
)
"""Commands that are no step of anything."""
_DOUBTFUL = frozenset(
    """provide plan choose select take address present show say answer demonstrate structure support design devise formulate attempt note
    report communicate test observe create produce develop make locate model research give apply use""".split()
)
"""What candidates may be told to do, and those as well whom an answer is about."""
_DOES = frozenset("take make produce create provide give support".split())
_OF_THINGS = regex(r"\b(?:reasons?|(?:dis)?advantages?|propert(?:y|ies)|benefits?|problems?|functions?|roles?|drawbacks?)\b", re.IGNORECASE)
"""What is answered by what things do ("Give one reason why plastics are a problem. Take many years to decompose")."""
_STEPS = frozenset("add subtract multiply divide count order round combine substitute tick work balance shade".split())
_TO_DO = regex(
    r"\bhow (?:to|you (?:would|could|can|should)|(?:[\w’'-]+ ){1,6}?(?:can|could|should|would|might|may|is|are|was|were)\b)|\bhow\b.*\bworks?\b"
    r"|\b(?:ways?|methods?|tests?|techniques?|procedures?|steps|precautions?|measures?|strateg(?:y|ies)|improvements?|experiments?|investigations?|practicals?|algorithms?|treatments?|first aid|sorts?|search)\b",
    re.IGNORECASE,
)
"""What is answered by what one does."""
_OF_CONDUCT = regex(
    r"^(?:state|name|give|list|identify|recall|suggest)\b|\b(?:dut(?:y|ies)|rules?|advice|tips?|roles?|responsibilit(?:y|ies)|guidelines?|instructions?|safety|hygiene|principles?|manners|behaviour|conduct|job)\b",
    re.IGNORECASE,
)
"""What is answered by what one should do or not do ("State one rule of the laboratory. Never run")."""
_MARKS_WITHIN = regex(r"[\[(]\d{1,2}(?: marks?)?[\])](?=\W*\w)|[\[(]1[\])]\W*[\[(]\d{1,2}[\])]|;\s")
_SECOND = regex(
    r"(?:[\])]|;)[\s,.;]*(?:and\s+)?(?:explain|describe|state|name|give|why|how|justify|suggest|evaluate|discuss|outline|define)\b",
    re.IGNORECASE,
)
"""Behind marks within: a second command, which has marks of its own."""


def tells(sentence: str) -> bool:
    """Whether a sentence tells candidates how to answer ("Show your working.", "Use the figure.", "Give a reason.")."""
    return bool(_TELLS.match(sentence) or (_opening(sentence) and _CANDIDATES.search(sentence)))


def goes_on(sentence: str, question: str) -> bool:
    """Whether a sentence behind a question asks on, or tells candidates what to attend to; where the question is what one does, it may answer that."""
    if _ASKS_ON.match(sentence):
        return True
    what_one_does = _TO_DO.search(question) or _OF_CONDUCT.search(question)
    return bool(_ATTENDS.match(sentence)) and not what_one_does


def is_asked(sentence: str) -> bool:
    """Whether a sentence opens with a command for candidates, sure or not."""
    verb = _opening(sentence)
    return verb in _SURE or verb in _DOUBTFUL or kind_of(verb) in ("command", "use", "values")


def is_step(sentence: str, question: str = "") -> bool:
    """Whether a sentence that opens with a verb is what somebody does, and answers the `question` before it."""
    verb = _opening(sentence)
    if not verb or verb in _SURE or tells(sentence):
        return False
    if shares_marks(sentence):
        return True
    if verb in ("use", "apply"):
        return bool(_TO_DO.search(question))
    return verb in _STEPS or (verb not in _DOUBTFUL and kind_of(verb) in ("action", "make", "link", ""))


def may_be_step(sentence: str, question: str) -> bool:
    """Whether a sentence that opens with a command may as well be what somebody or something does, where the question asks for that."""
    verb = _opening(sentence)
    if not verb or verb in _SURE or tells(sentence):
        return False
    return asks_how_to(question) or (verb in _DOES and bool(_OF_THINGS.search(question)))


def asks_how_to(question: str) -> bool:
    """Whether a question is answered by what one does."""
    return bool(_TO_DO.search(question))


def shares_marks(sentence: str) -> bool:
    """Whether marks or semicolons stand within a sentence, as they do between the pieces of an answer, and none before a second command."""
    return bool(_MARKS_WITHIN.search(sentence)) and not _SECOND.search(sentence)


def _opening(sentence: str) -> str:
    found = re.match(r"[A-Za-z]+", sentence)
    return base_form(found[0]) if found else ""
