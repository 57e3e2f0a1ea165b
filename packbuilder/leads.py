"""Leads: the opening words of a marking point that speak to markers, or of what a pupil can do ("Award credit for ...")."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER, number_words
from packbuilder.patterns import regex

_N = rf"(?:{number_words()}|\d+|\[\d+\]|full|partial|further|additional|up to \w+|a maximum of \w+|a|1st|first|second|final)"
_WHO = r"(?:(?:the|an?|all|most|some|higher[- ]level|high[- ]scoring|top[- ]band|stronger|strong|good|better|best|successful|weaker|full[- ]mark)\s+)*(?:learners?|candidates?|students?|pupils?|children|responses?|answers?|you|we|I)"
OF_CREDIT = r"(?:cards?|notes?|unions?|ratings?|scores?|controls?|sales|purchases|terms?|crunch)"
"""What a noun goes on with that markers' word opens, as a piece of a pattern: "credit note"."""
_MODAL = r"(?:must|should|shall|can|could|will|would|may|might|need to|needs to|ought to|have to|has to|is able to|are able to|am able to|be able to|are expected to|is expected to|is required to|are required to|will be able to|should be able to|must be able to|be expected to)"

_LEAD = regex(
    r"^(?:"
    rf"(?:award|give|allow|reward|grant|allocate)\s+(?:(?:{_N})\s+)?(?:credit|marks?)\s+(?:each\s+)?(?:for|to|when|if|where):?\s+(?:each\s+)?"
    r"|SWBAT\s+|earns? (?:the|a|one) points?\s+(?:for|by)\s+"
    rf"|(?:{_N})\s+(?:marks?|points?|pts?)\s*[:–-]\s+|(?:{_N})\s+(?:points?|pts?)\s+(?:for|if)\s+"
    rf"|(?:{_N})\s+marks?\s+(?:each\s+)?(?:is |are |can be |may be |should be )?(?:awarded |given |available )?(?:for|to|if|when)\s+"
    rf"|\(?\d\)?\s+(?:mark\s+)?for\s+"
    r"|(?:(?:full|partial|further|additional)\s+)?(?:credit|marks?)\s+(?:is|are|may be|can be|should be|will be|to be)?\s*(?:given|awarded|available|gained|earned)?\s*(?:for|to|when|where)\s+"
    r"|(?:look|looking|watch|check)\s+(?:out\s+)?for\s+(?:(?:clear\s+)?evidence\s+(?:of|that)\s+)?"
    rf"|(?:expect|expecting)\s+{_WHO}\s+to\s+"
    r"|(?:expect|expecting)\s+(?:to see\s+)?"
    r"|(?:saying|noting|pointing out|writing|says|notes|points out)\s+(?=(?:why|how|what|when|where|which)\b)"
    r"|(?:the\s+)?(?:examiners?|markers?)\s+(?:will\s+)?(?:want|expect|like|look|hope)s?\s+(?:for\s+|to see\s+)?(?:that\s+)?"
    rf"|to\s+(?:gain|get|achieve|earn|reach|score|access|be awarded)\s+[^,:]{{3,40}}[,:]\s*|for\s+(?:full|top|higher|{NUMBER})\s+marks?[,:]\s*"
    r"|it is (?:essential|important|vital|expected|necessary|crucial)\s+(?:that|to)\s+|there (?:should|must|may|will|needs to|has to) be\s+(?:some |a |clear |evidence of )*"
    r"|the question (?:required|asked|requires|asks|expected|expects)\s+(?:candidates|students|learners|you)\s+to\s+|we (?:are|were) learning\s+(?:to|about|how to|that)\s+"
    r"|it (?:would be|is|may be) (?:helpful|useful|good|best) to\s+"
    r"|this is worth\s+\w+\s+marks?[:,.]?\s*|(?:show|demonstrate)\s+(?:that\s+)?(?:you|they)\s+(?=(?:know|understand|can)\b)"
    rf"|{_WHO}\s+(?:has|have)\s+(?:\w+ly\s+)?(?=(?:explained|described|identified|evaluated|compared|discussed|analysed|outlined|justified|assessed|considered|stated|named|linked|defined|distinguished|suggested|given|recognised)\b)"
    rf"|(?:check|ensure|make sure|verify)\s+that\s+(?={_WHO}\b)"
    rf"|(?:credit|reward|accept)\s+(?:(?:any|all)\s+)?(?=[a-z])(?!(?:{OF_CREDIT}|and|to)\b)"
    rf"|{_WHO}(?:['’]s?)?\s+{_MODAL}\s+(?:also\s+)?"
    rf"|{_MODAL}\s+(?=[a-z]+\b)"
    r"|(?:(?:assess|test|judge)\s+)?(?:the\s+|their\s+|an\s+|learners?['’]s?\s+|learner['’]s\s+|candidates?['’]s?\s+|your\s+)?(?:ability|capacity|capability)\s+to\s+"
    r"|(?:clear\s+|strong\s+|good\s+|sound\s+|some\s+)?evidence\s+(?:of|that(?!\s+(?:supports?|suggests?|shows?|contradicts?|challenges?|proves?|refutes?|favours?)\b))\s+|(?:be(?:ing)?\s+)?able\s+to\s+"
    r"|(?:use|apply|show|demonstrate|evidence) (?:your |their )?ability to\s+"
    r"|to\s+(?!what\b)(?=[a-z]+\s)"
    rf"|{_WHO}\s+(?=(?:know|knows|understand|understands|explain|explains|describe|describes|identify|identifies|use|uses|evaluate|evaluates|analyse|analyses|demonstrate|demonstrates|show|shows|compare|compares|discuss|discusses|state|states|outline|outlines|recognise|recognises|distinguish|distinguishes|apply|applies|make|makes|give|gives|link|links|consider|considers|comment|comments|recommend|recommends|justify|justifies|suggest|suggests|name|names|assess|assesses|interpret|interprets)\b)"
    r")",
    re.IGNORECASE,
)  # fmt: skip
_WHO_DO = regex(rf"^(?:{_WHO}|those|anyone)\s+(?:who|that|which)\s+", re.IGNORECASE)

_REPORTED = regex(
    r"\b(?:should|must|can|could|may|will|would)\s+(?:also\s+|only\s+|not\s+)*(?:be|gain|receive|score|get|reach|access|achieve)\b|\b(?:is|are) (?:not )?(?:awarded|rewarded|credited)\b",
    re.IGNORECASE,
)
"""What becomes of those who do something: it is said to markers, and not of the subject."""


def without_lead(words: str) -> tuple[str, bool]:
    """Return a marking point without what is said to markers only, and whether there was any."""
    credited = False
    for _ in range(4):
        found = _LEAD.match(words) or (None if _REPORTED.search(words) else _WHO_DO.match(words))
        if not found or found.end() >= len(words) or not found.end():
            break
        words, credited = words[found.end() :].strip(), True
    return words[:1].upper() + words[1:], credited


_OBJECTIVES = regex(r"\s*[–—-]\s*AO\s?\d\b(?:[\s:=,;/&()+]|AO\s?\d|\d{1,2}|and\b|marks?\b)*$", re.IGNORECASE)
SUFFIX = regex(
    rf"(?:\s*[.–—-]\s*\d{{1,2}}\s*marks?|(?<=[a-z])\s?/\s?\d{{1,2}}|\s*[\[({{](?:total:?\s*)?(?:\d{{1,2}}|{number_words(1, 4)}|{NUMBER} marks?|max\.? ?{NUMBER}|AO\s?\d(?:[/, &+]+AO\s?\d)*(?:\s*[,:–-]?\s*\d{{1,2}})?)(?:\s+marks?)?(?:\s*(?:each|max\.?))?[\])}}])\s*\.?$",
    re.IGNORECASE,
)
"""What a point says of its marks and objectives, at its end."""

_INSTRUCTION = regex(
    r"^(?:this answer only|(?:allow|accept|ignore|condone|reject)\b|do not (?:accept|credit|allow|penalise|award)|don['’]t (?:accept|credit)|"
    rf"(?:any|either|max(?:imum)?(?: of)?) (?:{NUMBER}|other|point|order|correct|valid|suitable|reasonable)\b|or equivalent|"
    r"ecf\b|oe\b|ora\b|cao\b|ft\b|owtte\b|no credit\b|no marks?\b|not just\b|max \d|answers? (?:in|to) |one for each\b|each correct\b|"
    r"(?:refer|see) (?:to )?(?:the )?(?:levels|mark scheme|generic|indicative|appendix)|mention(?:s|ing)?\b|point[- ]based|level[- ]based|(?:use|apply) (?:the )?(?:levels|best[- ]fit)\b|"
    rf"(?:credit|award)(?! (?:{OF_CREDIT}|ceremon))\b)",
    re.IGNORECASE,
)

MARK_CODE = r"(?:d?[MAB]|[CP])[1-6]"
"""A mark of a mathematics scheme: for method, accuracy, by itself, communication or process."""

_ANY_OTHER = regex(
    r"^level \d\b[^:]*\bmarks?\b|^(?:level \d|L\d)\s*[(\d:]|^0 no \w+|^no (?:rewardable|creditworthy)|^(?:AVP|QWC|SPaG|sub max)\b|"
    rf"^\(?any {NUMBER} (?:from|of)\b|^(?:award|give)? ?{NUMBER} marks? (?:each )?for (?:each|any)\s*[:,]|"
    rf"^(?:indicative|possible|likely|suggested|acceptable) (?:content|answers?|evaluation|points?|responses?)\b|^(?:answers?|responses?) (?:may|might|could|can|should|will) (?:also )?include\b|^AO\s?\d\s*[=:]\s*\d|^{MARK_CODE}\s+(?:for\b|cao\b|oe\b|ft\b|awrt\b|dep\b)|^(?:accept|allow|credit|reward|ignore|condone) (?:any |all )?(?:other |equivalent|alternative|reasonable|valid |suitable |appropriate (?:answer|response|alternative)|correct (?:answer|response|alternative)|reverse|converse)",
    re.IGNORECASE,
)


def without_marks(words: str) -> str:
    """Return a marking point without its marks and objectives ("(3 marks)", "[AO2]")."""
    return SUFFIX.sub("", _OBJECTIVES.sub("", words))


def for_markers(words: str, body: str) -> bool:
    """Whether a marking point, as written and without its lead, tells markers what to do, and names nothing to know."""
    return bool(_ANY_OTHER.match(words.strip(" *-•"))) or (bool(_INSTRUCTION.match(body)) and len(body.split()) <= 14)
