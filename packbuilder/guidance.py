"""Guidance: what marking points say to markers alone, whole or in part; students' packs and organisers print what is left."""

from __future__ import annotations

import re

from packbuilder.amounts import NUMBER
from packbuilder.bands import set_apart
from packbuilder.leads import for_markers, without_lead, without_marks
from packbuilder.patterns import regex
from packbuilder.remarks import LIMIT, OF_THE_WEAK

_TOLD = regex(
    r"^(?:(?:examiners?|markers?|teachers?)(?:['’]s?)? (?:note|guidance|comment|advice|instruction)s?|guidance|(?:additional |marking |general )(?:guidance|notes?|instructions?)|notes? (?:to|for) (?:examiners?|markers?|teachers?)|mark(?:ing)? (?:allocation|breakdown))\s*[:–-]|"
    r"^(?:please\s+)?(?:do not|don['’]t|never) (?:accept|credit|award|allow|penali[sz]e|reward|give (?:any )?(?:credit|marks?)|mark|double[- ]credit)\b|"
    r"^(?:accept|allow|ignore|condone|reject|tolerate)\s*:|"
    r"^(?:accept|allow|ignore|condone|tolerate|credit|reward)\s+(?:any|all|other|either|alternatives?|equivalents?|reasonable|relevant|valid|suitable|appropriate|correct|sensible|phonetic|minor|rounding|spelling|reverse|converse|ecf|both|answers?|responses?|candidates?|references?)\b.*"
    r"\b(?:even if|as long as|provided|so long as|if|where|response|responses|answers?|points?|alternatives?|wording|spellings?|errors?|examples?|order|format|units?|equivalents?|methods?|name|names|quotations?)\b(?! of\b)|"
    r"^(?:model |sample |correct |expected )?answers?\s*:|^(?:level \d|L\d|band \d)?[\s:(]*(?:\d|[1-5]\d)\s?[-–—]\s?(?:\d|[1-6]\d)(?:\s*marks?)?\)?\s*[:=–—-]\s+(?:an? )?"
    r"(?:sound|clear|detailed|limited|basic|some|simple|partial|developed|thorough|excellent|very|well|good|reasonable|fragment\w*|little|few|sustained|accurate|coherent|convincing|perceptive|"
    r"critical|narrow|broad|superficial|descriptive|generali[sz]ed|explains?|describes?|demonstrates?|shows?|answers?|responses?)\b|"
    r"^(?:AO\s?\d[\s:=–-]*(?:\d{1,2}\s*(?:marks?|%)?)?[\s,;/+&.()]*(?:and\s+)?)+(?:marks?)?$",
    re.IGNORECASE,
)
_GENERIC = r"(?:simple|basic|developed|detailed|partial|partly|full|fully|clear|each|every|any|correct|valid|relevant|limited|further|brief|accurate|well|linked|undeveloped|complete|good|explained|unexplained|generali[sz]ed)"
_SHARED_OUT = regex(
    rf"^(?:award |give )?{NUMBER}\s+marks?\s+(?:each )?(?:for|per)\s+(?:an? |the |each )?{_GENERIC}[\w ]*(?:,|;|and|\+|or)+\s*(?:up to )?{NUMBER}\s+(?:marks?\s+)?(?:for|per)\b|"
    rf"^{NUMBER}\s+marks?\s+(?:for|per)\s+(?:an? |the |each |any )?(?:{_GENERIC}\s+)+(?:points?|answers?|responses?|reasons?|ideas?|features?|statements?|parts?|examples?|developments?|explanations?|descriptions?)\.?$|"
    rf"^(?:{NUMBER}\s*(?:marks?)?\s*[:=–-]\s*[^;:]{{3,60}}[;,.]\s*){{2,}}",
    re.IGNORECASE,
)
"""How marks are shared out, whatever is said: "1 mark for a simple point, 2 marks for a developed point"."""

_ASIDE = regex(
    r"\s*(?:(?<=[.?!;)\]])\s*|\s[–—-]\s|\s*\()(?:(?i:(?:do not|don['’]t) (?:accept|credit|award|allow|penali[sz]e|reward)\b|guidance(?=\s*:)|(?:also )?(?:accept|allow|ignore|condone|reject|credit|award)\b"
    r"(?=\s*:|\s+(?:any|other|either|alternatives?|equivalents?|reasonable|relevant|valid|references?|responses?|answers?|ecf|[‘“\"'])|\s+\d))|"
    r"(?:ACCEPT|ALLOW|IGNORE|CONDONE|REJECT)\b|(?i:max(?:imum)?\b(?: of)?\s*\d)|AO\s?\d\b|SPaG\b|QWC\b|OWTTE\b|ecf\b)[^()]*\)?\.?\s*$"
)
"""What a point says to markers after what it says to all."""

_MARKED = regex(
    rf"\s*[\[(]any {NUMBER}[^\])]*[\])]|"
    r"\s*[\[(](?:accept|allow|ignore|condone|reject|do not (?:accept|credit|allow))\s(?!the\b|H\b|H0\b)[^\])]*[\])]|"
    rf"\s*[\[(]\s*\d{{1,2}}\s*(?:marks?\b|[+x×]\s*\d|m\b)[^\])]*[\])]|\s*[\[(]\s*AO\s?\d[^\])]*[\])]|[.,;:]\s+{NUMBER} marks? (?:each|per \w+|for (?:each|method|(?:the )?working|(?:the )?answer)[^.;]*)\.?$|"
    rf",?\s+(?:up )?to a maximum of {NUMBER}(?: marks?)?\.?$|[.,]\s*\d{{1,2}} marks?(?: ?\([^()]*\))?\.?$|\s+\d \+ \d marks?\.?$|\s*\*?(?:QWC|SPaG)(?:\s*\d+)?\.?$|\s+SPaG \d+\b",
    re.IGNORECASE,
)
_EACH_FOR = regex(rf"(?:[,;]\s+(?:and\s+)?|\s+and\s+|\s*\+\s*)(?:an?other |a further )?{NUMBER} marks? for\s+(?=[a-z])", re.IGNORECASE)
_FIRST_FOR = regex(rf"(?:(?<=\bincluding )|^){NUMBER} marks? (?:each )?for\s*:?\s+", re.IGNORECASE)


def for_students(point: str) -> str:
    """Return a marking point in a learner's words, without the marker's lead, marks, levels and asides; empty where it speaks to markers only."""
    words = set_apart(point.strip()).text
    if OF_THE_WEAK.match(words) or LIMIT.search(words) or _TOLD.match(words) or _SHARED_OUT.match(words):
        return ""
    said = words
    while (shorter := without_marks(_MARKED.sub("", _ASIDE.sub("", said)))) != said and shorter.strip():
        said = shorter
    said = _EACH_FOR.sub("; ", _FIRST_FOR.sub("", without_lead(said)[0])).strip(" :,")
    said = said[:1].upper() + said[1:] if said != words else said
    return "" if for_markers(words, said) else said
